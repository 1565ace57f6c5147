"""Curation without a browser: each action shows at once, is in the log, and can be undone; see also test_page_curate_laws."""

import re
import sys

import pytest

from tests.test_app import NOTE, clean, counters, glance, marks, page_html, pasted, press, table, turned
from tests.test_app import opened as page
from timeline.project import Project

HEADLINE = re.compile("tl-headline.*?>(.*?)</h2>")


@pytest.fixture(scope="module", autouse=True)
def no_files():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["app.py"])
        yield


@pytest.fixture(params=["session", "project"])
def at(request, tmp_path, monkeypatch):
    """The page with the same note, for this session only and in a project."""
    if request.param == "session":
        return pasted()
    with Project.new(tmp_path / "a.timeline") as project:
        project.add([("note.txt", NOTE.encode())], published="2019-02-28")
        project.refresh()
    monkeypatch.setattr(sys, "argv", ["app.py", f"--project={tmp_path / 'a.timeline'}"])
    return page()


def do(at, key, **fields):
    """Press the button of a key, after widgets, by the beginning of their keys, were filled."""
    for name, value in fields.items():
        widget(at, name.replace("_", "-")).set_value(value)
    at.button(key=key).click()
    return clean(at.run())


def widget(at, start):
    kinds = (at.text_input, at.text_area, at.multiselect, at.selectbox, at.checkbox, at.toggle)
    return next(w for kind in kinds for w in kind if w.key and w.key.startswith(start))


def headline(at):
    return HEADLINE.search(page_html(at)).group(1)


def state(at):
    """All that the page tells of its events."""
    rows = glance(at, "Undated", "date_text") + glance(at, "Table", "when")
    return counters(at), sorted(marks(at)), [frame_.astype(str).to_dict("records") for frame_ in rows]


def read(at, title):
    """Go to the event of this title."""
    for _ in range(20):
        if headline(at) == title:
            return at
        do(at, "next")
    raise AssertionError(title)


def first(at):
    while not at.button(key="previous").disabled:
        do(at, "previous")
    return at


def log(at):
    return next(iter(glance(at, "Edits", "State")), None)


# each action, what it does, and its undo

def approved(at):
    do(at, "approve")
    assert "approved" in set(table(at).status) and "<b>1</b> of" in page_html(at)


def checked(at):
    do(at, "check")
    assert "check" in set(table(at).status)


def hidden(at):
    dated, undated, gone, found = counters(at)
    do(at, "hide")
    assert counters(at) == (dated - 1, undated, 1, found) and len(table(at)) == dated - 1 == len(marks(at))


def starred(at):
    title = headline(at)
    do(at, "star")
    assert headline(at) == title and at.button(key="star").proto.type == "primary"


def retitled(at):
    do(do(at, "edit"), "save", edit_title="Another title")
    assert "Another title" in list(table(at).title) and headline(at) == "Another title"


def redated(at):
    do(at, "edit")
    widget(at, "edit-date").set_value("44 BC")
    clean(at.run())
    assert [m.value for m in at.markdown if "1 event will move" in m.value]
    do(at, "save")
    assert table(at).when.iloc[0] == "44 BC" and "-0043" in page_html(at) and "by hand" in page_html(at)


def added(at):
    before = counters(at)
    do(do(at, "add-event"), "save", edit_title="A treaty was signed", edit_date="June 2017", edit_note="from the archive")
    assert counters(at)[3] == before[3] + 1 and headline(at) == "A treaty was signed" and "Added by hand" in page_html(at)
    assert "June 2017" in list(table(at).when)


def merged(at):
    before = counters(at)[3]
    do(do(do(at, "mark"), "next"), "mark")
    do(at, "merge")
    assert counters(at)[3] == before - 1 and "Also told in" in page_html(at)


ACTIONS = [approved, checked, hidden, starred, retitled, redated, added, merged]


@pytest.mark.parametrize("act", ACTIONS, ids=lambda f: f.__name__)
def test_each_action_shows_at_once_is_in_the_log_and_can_be_undone_and_redone(at, act):
    first(at)
    before, known = state(at), len(log(at)) if log(at) is not None else 0  # a project has the day of the note in its log
    act(at)
    after, edits = state(at), len(log(at)) - known
    assert sum(counters(at)[:3]) == counters(at)[3]
    for _ in range(edits):
        do(at, "undo")
    assert state(at) == before and at.button(key="undo").disabled is (known == 0)
    for _ in range(edits):
        do(at, "redo")
    assert state(at) == after and not [b for b in at.button if b.key == "redo"]


def test_what_was_merged_can_be_split(at):
    first(at)
    before = counters(at)[3]
    merged(at)
    at.button(next(b.key for b in at.button if b.key.startswith("do-split"))).click()
    assert counters(clean(at.run()))[3] == before


def test_a_hidden_event_is_shown_when_asked_for_and_can_be_brought_back(at):
    hidden(first(at))
    found = counters(at)[3]
    at.toggle(key="show-hidden").set_value(True)
    clean(at.run())
    assert counters(at)[2] == 0 and "hidden" in set(table(at).status)
    first(at)
    assert "hidden by hand" in page_html(at)
    do(at, "hide")
    assert counters(at) [2:] == (0, found) and "hidden" not in set(table(at).status)


def test_another_reading_is_one_click_and_one_undo():
    at = pasted("Donald Trump met Kim Jong-un in Singapore on Thursday. Moon Jae-in visited Pyongyang on 3 September 2018.", "2019-03-01")
    while "Considered and not taken" not in page_html(at):
        do(at, "next")
    before, title = state(at), headline(at)
    take = next(b for b in at.button if b.key.startswith("take-"))
    taken = take.label.removeprefix("Take ")
    take.click()
    clean(at.run())
    assert headline(at) == title and f"<b>{taken}</b>" in page_html(at) and taken in list(table(at).when)
    assert list(log(at).What) == ["Take another reading of the date"]
    do(at, "undo")
    assert state(at) == before and headline(at) == title


def test_a_documents_date_is_previewed_and_nothing_is_kept_on_cancel(at):
    before = state(turned(at, "Documents"))
    widget(at, "day-documents").set_value("2021-02-28")
    press(at, "Use this date")
    moving = next(d.value for d in at.dataframe if "Then" in d.value.columns)
    assert [(r.Now, r.Then) for r in moving.itertuples() if r.Now == "June 2018"] == [("June 2018", "June 2020")]
    assert [m.value for m in at.markdown if f"{len(moving)} event" in m.value and "will move" in m.value]
    press(at, "Cancel")
    assert state(at) == before
    widget(at, "day-documents").set_value("2021-02-28")
    press(press(at, "Use this date"), "Accept")
    told = dict(zip(moving.Event, moving.Then))
    assert {title: when for title, when in zip(table(at).title, table(at).when) if title in told} == told
    do(at, "undo")
    assert state(at) == before


def test_an_undated_event_gets_a_date_and_moves_to_the_chart(at):
    press(press(at, "Not known"), "Accept")
    before = counters(first(at))
    while "Why no date?" not in page_html(at):
        do(at, "next")
    field = next(f for f in at.text_input if f.key.startswith("place-excerpt"))
    event_id = field.key.removeprefix("place-excerpt-")
    field.set_value("soon")
    press(at, "Place it")
    assert counters(at) == before and at.error[0].value == "This was not done:" and event_id not in marks(at)
    next(f for f in at.text_input if f.key.startswith("place-excerpt")).set_value("March 2019")
    at.button(next(b.key for b in at.button if b.key.startswith("do-place-excerpt"))).click()
    clean(at.run())
    assert counters(at) == (before[0] + 1, before[1] - 1, 0, before[3]) and event_id in marks(at)


# several at once

def choose(at, name, rows):
    """Choose rows of a table, as its checkboxes do."""
    at.session_state[name] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    return clean(at.run())


@pytest.mark.parametrize("label, status, left", [("Approve", "approved", 0), ("Check", "check", 0), ("Hide", None, 3)])
def test_chosen_rows_are_decided_on_together_and_undone_together(at, label, status, left):
    before = state(at)
    choose(at, "table-rows", [0, 1, 2])
    do(at, f"bulk-table-{label}")
    assert counters(at)[2] == left and list(log(at).About)[0].count(";") == 2
    assert not status or list(table(at).status[:3]) == [status] * 3
    do(at, "undo")
    assert state(at) == before


def test_chosen_rows_get_a_tag_and_keep_those_they_have(at):
    for tag, rows in (("one", [0, 1]), ("two", [0, 1, 2])):
        choose(at, "table-rows", rows)
        do(at, "bulk-table-Add the tag", bulk_tag_table=tag)
    first(at)
    assert re.findall("<span>(one|two)</span>", page_html(at)) == ["one", "two"]


def test_an_actor_is_renamed_merged_and_hidden_in_every_view(at):
    at.session_state["tab"] = "Actors"
    clean(at.run())
    before, names = state(at), glance(at, "Actors", "First seen")[0]
    assert dict(zip(names.Actor, names.Events))["Donald Trump"] >= 2
    at.multiselect(key="actor").set_value(["Donald Trump"])
    clean(at.run())
    key = actors_key(at)
    choose(at, key, [list(names.Actor).index("Donald Trump"), list(names.Actor).index("Moon Jae-in")])
    do(at, "rename-actor", actor_name="The two")
    assert at.session_state["actor"] == ["The two"] and all("The two" in several for several in table(at).actors)
    assert not any("Donald Trump" in option for option in at.multiselect(key="actor").options)
    do(at, "undo")
    at.multiselect(key="actor").set_value([])
    clean(at.run())
    assert state(at) == before
    choose(at, actors_key(at), [0])
    do(at, "hide-actor")
    assert names.Actor[0] not in [name for several in table(at).actors for name in several] and counters(at) == before[0]


def actors_key(at):
    """The key of the actors' table, whose tab is drawn when it is open."""
    at.session_state["tab"] = "Actors"
    clean(at.run())
    return next(d.key for d in at.dataframe if "First seen" in d.value.columns)
