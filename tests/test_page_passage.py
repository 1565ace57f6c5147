"""The page without a browser: words that were selected become an event; a document is taken out and brought back."""

import json

import pytest

from tests.test_app import NOTE, clean, counters, page_html, press, table, turned
from tests.test_page_curate import at, do, headline, log, no_files, widget  # noqa: F401
from timeline.page import curate_edit


def selected(at, quote):
    """The page after these words of the note were selected in the text and the button was pressed."""
    told = next(json.loads(c.proto.json) for c in turned(at, "Text").get("bidi_component") if c.proto.component_name == "timeline_reader")
    start = NOTE.index(quote)
    return ask(at, {"doc": told["doc"], "start": told["start"] + start, "end": told["start"] + start + len(quote)})


def ask(at, asked):
    """What the browser's message asks for, which AppTest cannot send."""
    at.session_state["asked-for-test"] = asked
    return clean(at.run())


@pytest.fixture(autouse=True)
def heard(monkeypatch):
    """The dialogs hear a selection that a test left in the state."""
    import streamlit as st

    drawn = curate_edit.dialogs

    def dialogs(loaded):
        asked = st.session_state["asked-for-test"] if "asked-for-test" in st.session_state else None
        if asked is not None:
            st.session_state["asked-for-test"] = None
            curate_edit.open_passage(loaded, asked)
        drawn(loaded)

    monkeypatch.setattr(curate_edit, "dialogs", dialogs)


def values(at):
    return {name: widget(at, f"edit-{name}").value for name in ("title", "date", "actors")}


def test_selected_words_fill_the_dialog_and_become_an_event_with_its_excerpt(at):
    before = counters(at)
    selected(at, " met Kim Jong-un in Singapore ")
    assert values(at) == {"title": "met Kim Jong-un in Singapore", "date": "2018-06", "actors": ["Kim Jong-un"]}
    assert "Dated by the words “last June”" in page_html(at) and "the day of its document" in page_html(at)
    do(at, "save")
    assert headline(at) == "met Kim Jong-un in Singapore" and counters(at) == (before[0] + 1, *before[1:3], before[3] + 1)
    shown = page_html(at)
    assert "<mark class='tl-words'>met Kim Jong-un in Singapore </mark>" in shown or "met Kim Jong-un in Singapore</mark>" in shown
    assert "from this passage" in shown and "no passage of a document" not in shown and "last June" in shown
    row = table(at).set_index("title").loc["met Kim Jong-un in Singapore"]
    assert row.source_count == 1
    assert list(log(at)["What"])[0] == "Add an event" and list(log(at)["State"])[0] == "in force"
    do(at, "undo")
    assert counters(at) == before


def test_what_is_typed_over_the_proposal_counts(at):
    selected(at, "the envoys met again")
    do(at, "save", edit_title="They met", edit_date="March 2020")
    assert headline(at) == "They met" and "a person’s decision" in page_html(at)


@pytest.mark.parametrize("asked", [None, "x", {}, {"doc": "nope", "start": 0, "end": 3}, {"doc": 3, "start": "0", "end": None}, {"start": 0, "end": 9e9},
                                   {"start": True, "end": 4}, {"start": -5, "end": 4}, {"start": 0, "end": 10**9}], ids=str)
def test_what_the_browser_says_is_checked(asked):
    from types import SimpleNamespace

    from tests import made
    from timeline.page import curate_passage
    from timeline.project import Problem

    loaded = SimpleNamespace(document={made.PAGE.doc_id: made.PAGE})
    asked = {"doc": made.PAGE.doc_id} | asked if isinstance(asked, dict) else asked
    with pytest.raises(Problem, match="Select them again"):
        curate_passage.place(loaded, asked)


def test_a_refused_selection_is_told_and_opens_nothing(at):
    ask(at, {"doc": "nope", "start": 0, "end": 3})
    clean(at.run())
    assert "Select them again" in "".join(t.value for t in at.text) and not [w for w in at.text_input if w.key and w.key.startswith("edit-title")]


def test_adding_without_a_passage_is_as_before(at):
    selected(at, "the envoys met again")
    press(at, "Cancel")
    do(at, "add-event")
    assert values(at) == {"title": "", "date": "", "actors": []}
    do(at, "save", edit_title="Stated")
    assert headline(at) == "Stated" and "no passage of a document tells it" in page_html(at)


def test_a_document_is_taken_out_and_brought_back(at):
    do(at, "approve")
    before, titles = counters(at), list(table(at).title)
    do(turned(at, "Documents"), "take-out")
    assert "1 taken out" in "".join(c.value for c in at.caption) and [t.value for t in at.text if "txt" in t.value]
    states = dict(zip(log(at)["What"], log(at)["State"]))
    assert states["Approve"].startswith("finds nothing") and states["Take a document out"] == "in force"
    press(turned(at, "Documents"), "Bring back")
    assert counters(at) == before and list(table(at).title) == titles and not [b for b in at.button if b.label == "Bring back"]
