"""Words that a person marked in the text of a document, and what the dialog "Add an event" proposes for them."""

import streamlit as st

from timeline.page import locale, why
from timeline.page.marked import context, literal
from timeline.project import Problem
from timeline.project.edits import Witness
from timeline.project.passage import Passage, marked, proposed

ROOM = 90  # characters on either side of the words


def place(loaded, asked) -> Witness:
    """The words that the browser says were selected, {"doc", "start", "end"}: what it says is checked, never believed."""
    asked = asked if isinstance(asked, dict) else {}
    document, ends = loaded.document.get(str(asked.get("doc"))), [asked.get("start"), asked.get("end")]
    if document is None or any(type(end) is not int for end in ends):
        raise Problem("These words do not stand in the document any more. Select them again.")
    return marked(document, *ends)


def proposal(loaded, words: Witness | None) -> Passage | None:
    """What is proposed for these words, worked out once while the dialog is open; None where there are none, or their document is gone."""
    state = st.session_state
    if words is None or words.doc_id not in loaded.document:
        return None
    held = state.get("proposal")
    if held is None or held[0] != (words, state["editing-turn"]):
        document, timeline = loaded.document[words.doc_id], loaded.timeline
        with st.spinner("Reading these words"):
            found = proposed(document, words, timeline.events, timeline.actors, loaded.memory)
        held = state["proposal"] = ((words, state["editing-turn"]), found)
    return held[1]


def show(loaded, passage: Passage) -> None:
    """The words in their surroundings, whose they are, and which of them gave the date; all of it escaped."""
    words, document = passage.witness, loaded.document[passage.witness.doc_id]
    date = None if words.date_start is None else (words.date_start, words.date_start + len(words.date_text))
    quote = context(document.text, words.start, words.end, date, ROOM)
    st.html(f"<article class='tl-event'><blockquote dir='auto' tabindex='0'>{quote}</blockquote><p class='tl-source'><b>{literal(document.name)}</b></p>"
            f"<p class='tl-quiet'>{_dated(passage, document)}</p></article>")


def _dated(passage: Passage, document) -> str:
    """"Dated by “last June”: worked out from 1 Mar 2019, the day of its document."""
    if not passage.date.edtf:
        return "Neither these words nor the rest of their sentence name a day on the calendar. Give a date, or leave it undated."
    how = why.counted(passage.basis, passage.anchor, document.published.day if document.published else "")
    return f"Dated by the words “{literal(passage.date.text)}”: {literal(locale.dated(passage.date))}, {literal(how)}."
