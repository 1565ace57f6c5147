"""Curation in a real browser: twenty events reviewed by the keyboard alone; another reading of a date, and its undo."""

import re

from tests.browsing import settled

REVIEWED = re.compile(r"([\d,]+) of ([\d,]+) reviewed")


def rested(tab):
    tab.wait_for_timeout(150)
    settled(tab)


def headline(tab):
    return tab.locator(".tl-headline").inner_text()


def reviewed(tab):
    return int(REVIEWED.search(tab.locator(".st-key-progress").inner_text()).group(1))


def press(tab, *keys):
    for key in keys:
        tab.keyboard.press(key)
        rested(tab)


def test_twenty_events_are_reviewed_by_the_keyboard_alone(tab):
    seen = [headline(tab)]
    for number in range(20):
        press(tab, "ahk"[number % 3])
        assert reviewed(tab) == number + 1
        seen.append(headline(tab))
    assert len(set(seen)) >= 18, "each decision went on to another event; titles may be alike"
    hidden = tab.locator(".tl-counts").inner_text()
    assert " 7 hidden " in f" {hidden} ".replace("·", " ")
    press(tab, "u")
    assert reviewed(tab) == 19 and headline(tab) == seen[-2], "undo comes back to the event"
    press(tab, "y")
    assert reviewed(tab) == 20
    press(tab, "s", "e")
    title = tab.get_by_role("textbox", name="Title")
    for _ in range(10):
        if title.evaluate("field => field === document.activeElement"):
            break
        tab.keyboard.press("Tab")
    tab.keyboard.press("Control+a")
    tab.keyboard.type("Called otherwise, by hand", delay=5)  # none of these letters may reach the shortcuts
    press(tab, "Control+Enter")
    assert headline(tab) == "Called otherwise, by hand" and reviewed(tab) == 20
    found = int(re.search(r"of ([\d,]+) found", tab.locator(".tl-counts").inner_text()).group(1))
    press(tab, "m", "p", "m", "Shift+M")
    assert f"of {found - 1} found" in tab.locator(".tl-counts").inner_text()
    assert headline(tab) == "Called otherwise, by hand" and "Undo: merge" in tab.locator(".tl-undo").inner_text()
    press(tab, "u")
    assert f"of {found} found" in tab.locator(".tl-counts").inner_text()


def test_why_this_date_another_reading_and_back(tab):
    take = tab.get_by_role("button", name=re.compile("^Take "))
    for _ in range(60):
        if take.count():
            break
        press(tab, "p")
    title, before = headline(tab), tab.locator(".tl-why").inner_text()
    words = take.first.inner_text().removeprefix("Take ")
    take.first.click()
    rested(tab)
    assert headline(tab) == title and words in tab.locator(".tl-steps").inner_text()
    assert "another reading" in tab.locator(".tl-undo").inner_text()
    press(tab, "u")
    assert headline(tab) == title and tab.locator(".tl-why").inner_text() == before


def test_a_day_that_is_typed_for_the_document_outlives_the_escape_key(tab):
    from playwright.sync_api import expect

    opens, field = tab.get_by_role("button", name="Change the document"), tab.get_by_role("textbox", name="Published on")
    opens.click()
    field.fill("4 March 2019")
    tab.keyboard.press("Escape")
    expect(field).to_have_count(0)
    rested(tab)
    opens.click()
    expect(field).to_have_value("4 March 2019")
    tab.get_by_role("button", name="Use this date").click()
    expect(tab.get_by_text("What moves with this date")).to_be_visible()
