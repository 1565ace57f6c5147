"""What tests of the page in a real browser share: where Chromium is, how to wait, where a mark stands, what was downloaded."""

import csv
import io
import re
import shutil
from pathlib import Path

from timeline.export._cells import unguard

HOME = Path(__file__).resolve().parent.parent
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
INSTALL = "Chromium is missing. On Debian and Ubuntu: apt-get install chromium (make test does it where it may)."
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"]
PATIENCE = 60_000  # milliseconds; a busy machine is slow
IDLE = "() => document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'"
POINT = """(id) => {
  const plot = document.querySelector('.tl-plot');
  if (!plot || !plot._fullLayout) return null;
  const layout = plot._fullLayout, box = plot.getBoundingClientRect();
  for (const trace of plot._fullData) for (let i = 0; trace.customdata && i < trace.customdata.length; i++)
    if (trace.customdata[i][0] === id)
      return [box.x + layout.xaxis._offset + layout.xaxis.l2p(trace.x[i]), box.y + layout.yaxis._offset + layout.yaxis.l2p(trace.y[i])];
  return null;
}"""
BLOCKED = "window.blocked = []; addEventListener('securitypolicyviolation', (e) => blocked.push(`${e.violatedDirective} ${e.blockedURI}`))"


def settled(page):
    """Wait until the script rests and the chart's points stand still."""
    page.wait_for_selector(".tl-host[data-drawn]")
    page.wait_for_timeout(400)
    page.wait_for_function(IDLE)
    page.wait_for_timeout(300)
    page.wait_for_function(IDLE)


def still(page, event_id):
    """Where an event's mark stands, once it has stopped moving."""
    before = None
    for _ in range(80):
        place = page.evaluate(POINT, event_id)
        if place and place == before:
            return place
        before = place
        page.wait_for_timeout(150)
    raise AssertionError("the mark did not come to rest")


def counters(page):
    return page.locator(".tl-counts").inner_text()


def choose_actor(page, name):
    page.get_by_role("combobox", name="Actors").click()
    page.get_by_role("option", name=name).first.click()
    page.keyboard.press("Escape")


def downloaded(page):
    with page.expect_download() as got:
        page.get_by_role("button", name="Download CSV").click()
    data = Path(got.value.path()).read_bytes().decode("utf-8-sig")
    return got.value.suggested_filename, [
        {k: unguard(v) for k, v in row.items()} for row in csv.DictReader(io.StringIO(data, newline=""))
    ]


def paste(tab, text, day):
    """Put a text in by hand, as the only document, and wait until it is read."""
    from playwright.sync_api import expect

    tab.get_by_text("Paste a text", exact=True).click()
    tab.get_by_role("textbox", name="Text", exact=True).fill(text)
    tab.get_by_role("textbox", name=re.compile("^Published on")).first.fill(day)
    tab.get_by_role("button", name="Add this text").click()
    expect(tab.locator(".tl-counts")).to_contain_text("in 1 document")
    settled(tab)


def draw_box(tab):
    """Drag over a third of the histogram, until the range it sets is in force."""
    from playwright.sync_api import expect

    box = tab.locator(".tl-hands").bounding_box() | {"height": 72}
    tab.mouse.move(box["x"] + box["width"] * .3, box["y"] + 8)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] * .6, box["y"] + box["height"] - 8, steps=6)
    tab.mouse.up()
    expect(tab.locator(".st-key-set-filters")).to_be_visible()
    settled(tab)
