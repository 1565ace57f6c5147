"""The page in a real browser: one journey, hostile documents, a narrow screen. Nothing may leave this machine."""

import pytest

from tests.browsing import HOME, IDLE, choose_actor, counters, downloaded, draw_box, settled, still
from timeline import frame as fr

TRICKS = [
    "<script>window.hacked = 1</script>",
    "<img src=http://evil.example/a.png onerror=alert(1)>",
    "<style>body { display: none }</style>",
    "<form action=http://evil.example><input></form>",
    "[here](javascript:alert(1))",
    "=1+1",
    "![x](http://evil.example/b.png)",
    '<a href="javascript:alert(1)">a link</a>',
    "**again** :material/bolt: $x^2$",
    "<iframe src=http://evil.example/d></iframe>",
]
HOSTILE = "\n\n".join(
    f"The leaders of the two states met in Singapore on {day} June 2018 and spoke of {trick} to the press."
    for day, trick in enumerate(TRICKS, 10)
)

def test_the_journey(tab):
    from playwright.sync_api import expect

    events = fr.extract([HOME / "data" / "samples"])
    actor = next(iter(fr.actor_counts(events)))
    chosen = fr.select(events, [actor])
    before, drawn = counters(tab), tab.evaluate("() => document.querySelectorAll('.tl-plot .points path').length")
    choose_actor(tab, actor)
    counts = fr.count(events, chosen)
    expect(tab.locator(".tl-counts")).to_contain_text(
        f"{counts.dated} dated · {counts.undated} undated · {counts.hidden} hidden of {counts.found} found"
    )
    settled(tab)
    assert counters(tab) != before and "actor=" in tab.url
    assert tab.evaluate("() => document.querySelectorAll('.tl-plot .points path').length") < drawn

    row = chosen[fr.is_dated(chosen)].iloc[-1]
    x, y = still(tab, row.event_id)
    tab.mouse.wheel(0, max(0, y - 600))
    x, y = still(tab, row.event_id)
    tab.mouse.move(x - 4, y)
    tab.mouse.move(x, y)
    expect(tab.locator(".tl-tip")).to_be_visible()
    tab.mouse.down()
    tab.mouse.up()
    expect(tab.locator(".tl-headline")).to_have_text(row.title)
    assert row.excerpt.split()[0] in tab.locator("blockquote").first.inner_text()
    settled(tab)
    assert f"event={row.event_id}" in tab.url

    name, rows = downloaded(tab)
    assert name == "timeline.csv" and [r["event_id"] for r in rows] == list(chosen.event_id)
    assert [r["excerpt"] for r in rows] == list(chosen.excerpt) and [r["actors"] for r in rows] == [
        "; ".join(a) for a in chosen.actors
    ]
    assert [r["start"] for r in rows] == list(chosen.start.fillna(""))

    again = tab.context.new_page()
    again.goto(tab.url)
    settled(again)
    assert counters(again) == counters(tab) and again.locator(".tl-headline").inner_text() == row.title


def test_a_box_in_the_histogram_sets_the_range(tab):
    from playwright.sync_api import expect

    draw_box(tab)
    assert "from=" in tab.url and " 0 hidden" not in counters(tab)
    tab.locator(".st-key-set-filters [data-testid=stMultiSelectTagsContainer] button").first.click()
    expect(tab.locator(".tl-counts")).to_contain_text(" 0 hidden")


def test_hostile_text_stands_there_as_text(tab):
    from playwright.sync_api import expect

    tab.locator("input[type=file]").set_input_files(
        [
            {"name": "../../<img src=x onerror=alert(1)>.txt", "mimeType": "text/plain", "buffer": HOSTILE.encode()},
            {
                "name": "nul.txt",
                "mimeType": "text/plain",
                "buffer": b"The two leaders met in Singapore on 2 May 2018 for the talks.\0\0 " + b"x" * 20_000,
            },
        ]
    )
    expect(tab.locator(".tl-counts")).to_contain_text("in 2 documents")
    settled(tab)
    seen = ""
    total = int(tab.locator(".tl-place").inner_text().split()[-1])
    while not tab.get_by_role("button", name="Previous").is_disabled():
        step(tab, "Previous")
    for number in range(total):
        seen += tab.locator(".st-key-excerpt").inner_text()
        if number < total - 1:
            step(tab, "Next")
    assert [trick for trick in TRICKS if trick not in seen] == []
    inside = "article.tl-event :is(script, style, form, input, img, a, iframe, object, svg)"
    assert (
        tab.locator(inside).count() == 0
        and tab.locator("a[href^=javascript], img[src*=evil], iframe[src*=evil]").count() == 0
    )
    assert tab.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    _, rows = downloaded(tab)
    assert len(rows) == total


def step(page, name):
    place = page.locator(".tl-place").inner_text()
    page.get_by_role("button", name=name).click()
    page.wait_for_function(
        "was => document.querySelector('.tl-place') && document.querySelector('.tl-place').innerText !== was", arg=place
    )
    page.wait_for_function(IDLE)


@pytest.mark.parametrize("tab", [(420, 900)], indirect=True)
def test_a_narrow_screen_has_everything(tab):
    from playwright.sync_api import expect

    assert tab.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    chart = tab.locator(".tl-plot").bounding_box()
    assert chart["x"] >= 0 and chart["x"] + chart["width"] <= 420
    before = counters(tab)
    tab.get_by_test_id("stExpandSidebarButton").click()
    actor = next(iter(fr.actor_counts(fr.extract([HOME / "data" / "samples"]))))
    choose_actor(tab, actor)
    expect(tab.locator(".tl-counts")).not_to_have_text(before)


def test_the_keyboard_steps_through_the_events(tab):
    from playwright.sync_api import expect

    place = tab.locator(".tl-place").inner_text()
    at = int(place.split()[0])
    tab.keyboard.press("n")
    expect(tab.locator(".tl-place")).to_have_text(place.replace(str(at), str(at + 1), 1))
    settled(tab)
    tab.keyboard.press("p")
    expect(tab.locator(".tl-place")).to_have_text(place)
