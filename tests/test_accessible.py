"""For every reader: axe-core finds no serious fault; keys, zoom, narrow screens, still motion; numbers and dates as one writes them."""

import hashlib
import re
import shutil
import subprocess

import pytest

from tests.browsing import settled

AXE, DIGEST = "axe-core@4.14.1", "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
FAULTS = """async ([place, rules]) => { const options = {resultTypes: ['violations'], ...(rules && {runOnly: rules})};
  return (await axe.run(place, options)).violations.filter((v) => ['serious', 'critical'].includes(v.impact))
  .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.html.slice(0, 120)}`)); }"""
FOCUSED = """async () => { const e = document.activeElement, frame = () => new Promise((done) => setTimeout(done, 30));
  const around = [e, e.parentElement, e.parentElement.parentElement, e.parentElement.parentElement.parentElement];
  const look = () => around.map((n) => { const s = getComputedStyle(n); return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor, s.backgroundColor].join(); }).join('|');
  const on = look(); e.blur(); await frame(); const off = look(); e.focus(); await frame();
  return [e.getAttribute('aria-label') || e.innerText || e.tagName, e.tabIndex, on === off, e.closest('[data-testid=stSidebar]') ? 1 : 0]; }"""
SIDEWAYS = "() => document.documentElement.scrollWidth - window.innerWidth"


@pytest.fixture(scope="module")
def axe(request):
    """The script of axe-core, fetched once by npm into pytest's cache; nothing of it is in this project."""
    folder = request.config.cache.mkdir("axe")
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        npm = shutil.which("npm") or pytest.skip("npm is missing: the page is not looked over by axe-core. On Debian and Ubuntu: apt-get install npm")
        done = subprocess.run([npm, "install", AXE, "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund", "--no-save"], capture_output=True, text=True, timeout=180)
        if done.returncode or not script.is_file():
            pytest.skip(f"npm could not fetch {AXE}: the page is not looked over by it")
    assert hashlib.sha256(script.read_bytes()).hexdigest() == DIGEST, f"this is not {AXE}"
    return script.read_text("utf-8")


def faults(page, axe, place="html", rules=None):
    page.evaluate(axe)
    return page.evaluate(FAULTS, [place, rules])


@pytest.mark.parametrize("scheme, rules", [("light", None), ("dark", ["color-contrast"])])
def test_axe_finds_no_serious_fault_in_the_main_states(opened, axe, scheme, rules):
    page = opened(color_scheme=scheme)
    found = {"first": faults(page, axe, rules=rules)}
    views = page.get_by_role("tab").count()
    for number in range(views) if rules is None else (1, views // 2, views - 1):
        tab = page.get_by_role("tab").nth(number)
        tab.click()
        settled(page)
        found[tab.inner_text()] = faults(page, axe, "[role=tabpanel]:not([hidden])", rules)
    page.get_by_role("button", name="Keys").first.click()
    page.get_by_text("the event before").wait_for()
    found["keys"] = faults(page, axe, rules=rules)
    assert {state: said for state, said in found.items() if said} == {}


def test_axe_finds_no_serious_fault_on_a_phone(opened, axe):
    page = opened(420, 900)
    found = faults(page, axe)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("combobox", name="Actors").wait_for()
    page.wait_for_timeout(600)
    assert found + faults(page, axe) == []


def test_nothing_is_lost_at_200_percent_and_on_narrow_screens(opened):
    """1500 × 1000 at 200 % is 750 × 500; 320 is the width that WCAG 2.2 (1.4.10) asks for."""
    page = opened(750, 500)
    for width, height in ((750, 500), (420, 900), (320, 640)):
        page.set_viewport_size({"width": width, "height": height})
        settled(page)
        assert page.evaluate(SIDEWAYS) <= 0
        for name in ("Download CSV", "Previous", "Next", "Zoom in"):
            box = page.get_by_role("button", name=name).first.bounding_box()
            assert box and box["x"] >= 0 and box["x"] + box["width"] <= width, (name, width)
        assert page.get_by_role("tab").count() >= 3


def test_the_tab_key_goes_through_the_page_in_order_and_shows_where_it_is(opened):
    page = opened(reduced_motion="reduce")
    page.evaluate("() => document.querySelector('[data-testid=stSidebar] input').focus()")
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        page.wait_for_timeout(100)  # the ring is drawn a moment later on a busy machine
        seen.append(page.evaluate(FOCUSED))
        if "Timeline of" in seen[-1][0]:
            break
    names, index, unmarked, places = zip(*seen)
    assert any("Timeline of" in name for name in names), names
    assert max(index) <= 0 and [name for name, hidden in zip(names, unmarked) if hidden] == []
    assert list(places) == sorted(places, reverse=True)  # the sidebar first, then the page, never back
    longest = page.evaluate("""() => Math.max(...[...document.querySelectorAll('.stApp *')].flatMap((e) => { const s = getComputedStyle(e);
      return [...s.transitionDuration.split(','), ...s.animationDuration.split(',')].map(parseFloat); }))""")
    assert longest <= .001, "motion stands still for who asks"


def test_every_chart_says_in_words_what_it_shows_and_has_a_table(opened):
    page = opened()
    said = page.locator(".tl-hands").get_attribute("aria-label")
    assert re.search(r"Timeline of [\d,]+ events", said) and "table below lists the same events" in said
    page.locator(".tl-tabs").scroll_into_view_if_needed()
    page.get_by_test_id("stDataFrame").first.wait_for()


@pytest.mark.parametrize("name, says, stretch", [("en-US", r"Feb \d+(–\d+)?, 2019", r"[A-Z][a-z]{2} \d+, 2019 – [A-Z][a-z]{2} \d+, 2019"),
                                                ("hu-HU", r"2019 Feb \d+", r"2019 [A-Z][a-z]{2} \d+ – 2019 [A-Z][a-z]{2} \d+")])
def test_the_page_and_its_chart_write_days_as_the_reader_does(opened, name, says, stretch):
    page = opened(locale=name, path="/?search=Hanoi")
    assert re.match(says, page.locator(".tl-when").inner_text())
    assert re.search(stretch, page.locator(".tl-hands").get_attribute("aria-label"))
