"""What stands below the fold: drawn when it comes into sight, in pages where there is much of it."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from bench import made
from tests.test_app import APP, clean
from timeline import frame
from timeline.page import tables

ROWS = 2 * tables.ROWS + 30


def told(at):
    """What the row of views is told."""
    return next(json.loads(c.proto.json) for c in at.get("bidi_component") if c.proto.component_name == "timeline_tabs")


def test_the_views_wait_until_they_are_in_sight(monkeypatch):
    monkeypatch.setattr("sys.argv", [APP])
    at = clean(AppTest.from_file(APP, default_timeout=60).run())
    assert not at.dataframe and told(at)["read"] is None and len(told(at)["names"]) > 9
    at.session_state["sight"] = True
    clean(at.run())
    assert len(at.dataframe) == 1 and told(at)["read"]


def crowd(number: int):
    from streamlit import session_state as state

    from bench import made
    from timeline import frame
    from timeline.page import library, show

    state["days"], state["sight"] = {}, True
    timeline = made.timeline(number)
    library.load = lambda files: library.Loaded(timeline, frame.events_frame(timeline), False)
    show()


@pytest.fixture(scope="module")
def at():
    from timeline.page import library

    was = library.load
    yield clean(AppTest.from_function(crowd, default_timeout=60, args=(ROWS,)).run())
    library.load = was


def shown(at):
    """(the titles on the page of the table, the line above them)"""
    return list(at.dataframe[0].value["title"]), next(body for body in (getattr(h, "value", None) or h.body for h in at.html) if "Rows " in body)


def button(at, key):
    return next(b for b in at.button if b.key == key)


def press(at, key):
    button(at, key).click()
    clean(at.run())


def test_every_row_of_a_long_table_can_be_reached_and_it_follows_the_event(at):
    pages = []
    while not button(at, "table-chevron_left").disabled:
        press(at, "table-chevron_left")
    while True:
        pages.append(shown(at))
        if button(at, "table-chevron_right").disabled:
            break
        press(at, "table-chevron_right")
    assert [len(titles) for titles, _ in pages] == [tables.ROWS, tables.ROWS, 30]
    assert [f"Rows {a:,}–{b:,} of {ROWS:,}" in line for (_, line), a, b in zip(pages, (1, 201, 401), (200, 400, ROWS))] == [True] * 3


@pytest.mark.parametrize("row", [0, tables.ROWS - 1, tables.ROWS, ROWS - 1])
def test_the_page_of_a_long_table_is_that_of_the_event(at, row):
    events = frame.events_frame(made.timeline(ROWS))
    at.session_state["event"] = events["event_id"].iloc[row]
    clean(at.run())
    assert events["title"].iloc[row] in shown(at)[0] and f"Rows {row // tables.ROWS * tables.ROWS + 1:,}–" in shown(at)[1]
