"""A page full of tricks in a real browser: every one stands there as text, nothing is asked of anyone, nothing runs."""

import pytest

from tests.browsing import BLOCKED, PATIENCE, settled, still
from tests.hostile_words import WORDS
from tests.serving import serve

SHORT = [n for n, word in enumerate(WORDS) if word.isprintable() and n % 8 != 7]
MADE = ":is(script, iframe, object, embed, form, img[src*='evil'], a[href*='evil'], a[href^=javascript], link[href*='evil'], base, meta[http-equiv])"


@pytest.fixture(scope="module")
def tricks():
    with serve(script="tests/hostile_words.py") as url:
        yield url


@pytest.fixture
def page(browser, tricks):
    context = browser.new_context(viewport={"width": 1500, "height": 1000})
    context.add_init_script(BLOCKED)
    found = context.new_page()
    found.set_default_timeout(PATIENCE)
    asked, dialogs = [], []
    found.on("request", lambda r: asked.append(r.url))
    found.on("dialog", lambda d: (dialogs.append(d.message), d.dismiss()))
    yield found
    assert [url for url in asked if not url.startswith((tricks, tricks.replace("http", "ws"), "data:", "blob:"))] == [] and dialogs == []
    assert found.evaluate("() => [window.hacked, window.blocked]") == [None, []]
    context.close()


def test_panel_chart_tables_and_menus_show_text(page, tricks):
    page.goto(tricks)
    settled(page)
    before = page.evaluate(f"() => document.querySelectorAll(\"{MADE}\").length")
    for number in SHORT[:30:8]:
        page.goto(f"{tricks}/?event=h{number:03d}")
        settled(page)
        assert page.locator(".tl-headline").inner_text().split() == WORDS[number].split()
        assert page.evaluate(f"() => document.querySelectorAll(\"{MADE}\").length") == before
    x, y = still(page, f"h{SHORT[5]:03d}")
    page.mouse.move(x - 4, y)
    page.mouse.move(x, y)
    assert WORDS[SHORT[5]] in page.locator(".tl-tip-title").inner_text()
    for number in range(page.get_by_role("tab").count()):
        page.get_by_role("tab").nth(number).click()
        settled(page)
    page.get_by_role("combobox", name="Actors").click()
    page.get_by_role("option").first.wait_for()
    said = " ".join(page.get_by_role("option").all_inner_texts())
    assert "**strong** _soft_ ~~gone~~ `code`" in said or ":red[danger]" in said or "![x]" in said
    assert page.evaluate(f"() => document.querySelectorAll(\"{MADE}\").length") == before
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("field", ["search", "actor", "document", "event", "from"])
def test_the_address_takes_every_trick(page, tricks, field):
    from urllib.parse import quote

    page.goto(f"{tricks}/?{field}={quote(WORDS[0])}&{field}={quote(WORDS[5])}&to={quote(WORDS[6])}")
    page.wait_for_selector(".tl-counts")
    assert page.locator("img[src*=evil], script[src*=evil]").count() == 0
