"""The views in a real browser: a newcomer's first minute; from a box in the histogram over the table to the CSV; stopping."""

import re

import pytest

from tests.browsing import HOME, IDLE, counters, downloaded, draw_box, paste, settled
from timeline import frame as fr

NOTE = """Anna Berg met Karl Holm in Oslo on 3 June 2018. On 5 July 2018 Anna Berg signed the treaty in Bern.
Soon after, the envoys met again. In May 2019 Karl Holm visited Leeds."""
LONG = "\n\n".join(f"On {n % 28 + 1} {month} {year} Anna Berg met the council of Oslo and signed the act."
                   for year in range(2001, 2013) for month in ("March", "June", "May") for n in range(12))


def idle(page):
    page.wait_for_timeout(300)
    page.wait_for_function(IDLE)
    page.wait_for_timeout(300)
    page.wait_for_function(IDLE)


def open_tab(page, name):
    page.get_by_role("tab", name=name, exact=True).click()
    idle(page)


def test_a_newcomers_first_minute(tab):
    from playwright.sync_api import expect

    expect(tab.locator(".tl-welcome")).to_contain_text("sample documents")
    tab.get_by_role("button", name="Help", exact=False).last.click()
    expect(tab.get_by_text("How to read this", exact=True).first).to_be_visible()
    tab.keyboard.press("Escape")
    paste(tab, NOTE, "2019-06-01")
    assert tab.locator(".tl-welcome").count() == 0
    open_tab(tab, "Text")
    mark = tab.locator(".tl-text mark[data-event]", has_text="signed the treaty").first
    mark.click()
    expect(tab.locator(".tl-headline", has_text="treaty")).to_be_visible()
    expect(tab.locator(".tl-text mark.tl-ink-picked").first).to_be_visible()
    assert tab.locator(".tl-text").inner_text().split() == NOTE.split()
    other = tab.locator(".tl-text mark[role=button]").first
    other.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".tl-headline", has_text="met Karl Holm")).to_be_visible()


def test_from_a_box_over_the_table_to_the_csv(tab):
    from playwright.sync_api import expect

    draw_box(tab)
    dated, undated, hidden, found = map(int, re.findall(r"\d+", counters(tab))[:4])
    assert dated + undated + hidden == found and 0 < dated < found
    tab.locator(".tl-tabs").scroll_into_view_if_needed()
    table = tab.get_by_test_id("stDataFrame").first
    table.wait_for()
    table.scroll_into_view_if_needed()
    idle(tab)
    place = table.bounding_box()
    tab.mouse.click(place["x"] + 16, place["y"] + 36 + 36 + 18)  # the box of the second row
    idle(tab)
    name, rows = downloaded(tab)
    assert name == "timeline.csv" and len(rows) == dated + undated
    expect(tab.locator(".tl-headline")).to_have_text(rows[1]["title"])
    first, last = (re.search(rf"{key}=([\d-]+)", tab.url).group(1) for key in ("from", "to"))
    assert all(row["start"] <= last and row["end"] >= first for row in rows)


def test_the_table_waits_below_and_follows_the_event_once_it_is_in_sight(tab):
    from playwright.sync_api import expect

    row = tab.locator(".tl-tabs")  # its data-read is the event that the open view was drawn with
    tab.keyboard.press("n")
    idle(tab)
    assert tab.get_by_test_id("stDataFrame").count() == 0 and row.get_attribute("data-read") == ""
    seen = set()
    for _ in range(3):
        row.evaluate("e => e.scrollIntoView({ block: 'start' })")
        read = re.search(r"event=(\w+)", tab.url).group(1)
        seen.add(read)
        expect(row).to_have_attribute("data-read", read)
        tab.keyboard.press("p")
        idle(tab)
    assert len(seen) == 3 and tab.get_by_test_id("stDataFrame").count() == 1


def test_adding_files_names_them_and_can_be_stopped(tab):
    from playwright.sync_api import expect

    files = [{"name": f"part {n}.txt", "mimeType": "text/plain", "buffer": f"Part {n}. {LONG}".encode()} for n in range(12)]
    tab.locator("input[type=file]").set_input_files(files)
    bar = tab.locator("[class*=st-key-progress-]")
    expect(bar).to_contain_text("document 3 of 12")
    expect(bar).to_contain_text(re.compile(r"part \d+\.txt"))
    bar.get_by_role("button", name="Stop").click()
    expect(tab.locator(".st-key-stopped")).to_contain_text("of 12 documents worked over")
    idle(tab)
    done = int(re.search(r"Stopped: (\d+)", tab.locator(".st-key-stopped").inner_text()).group(1))
    assert 2 <= done < 12 and f"in {done} documents" in counters(tab) and " 0 dated" not in counters(tab)
    tab.get_by_role("button", name="Go on", exact=True).click()
    expect(tab.locator(".tl-counts")).to_contain_text("in 12 documents")


@pytest.mark.parametrize("tab", [(420, 900)], indirect=True)
def test_every_view_fits_a_narrow_screen(tab):
    for name in ("Text", "Undated", "Actors × time", "Coverage", "Documents", "Compare"):
        tab.goto(f"{tab.url.split('?')[0]}?tab={name}")
        settled(tab)
        assert tab.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"), name
        assert tab.get_by_role("tab", name=name, exact=True).get_attribute("aria-selected") == "true"


def test_the_view_to_print_leaves_the_controls_off_the_paper(tab):
    tab.goto(f"{tab.url.split('?')[0]}?print=yes")
    settled(tab)
    events = fr.extract([HOME / "data" / "samples"])
    assert tab.locator(".tl-printed li").count() == len(events)
    tab.emulate_media(media="print")
    assert not any(button.is_visible() for button in tab.get_by_role("button").all() if button.evaluate("b => !b.closest('.tl-stage')"))
    assert tab.locator(".tl-plot").is_visible() and not tab.get_by_test_id("stSidebar").is_visible()
