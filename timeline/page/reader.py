"""A document as it stands, with every event and date phrase of it marked; a click on a mark reads that event, and words
that are selected can be made one of.

The text travels to the browser as data and is set there as text (`reader.js`), never as markup.
"""

from pathlib import Path

import streamlit as st

from timeline.model import page_of
from timeline.page import curate_edit, excerpt, inked, locale

SCRIPT = Path(__file__).with_name("reader.js")
MAKE = "Make an event of this"
HTML = ("<div class='tl-passage'><div class='tl-text' dir='auto' tabindex='0' role='region' aria-label='The text of the document'></div>"
        "<button class='tl-make' type='button' hidden></button></div>")
KEY = ("event", "an event"), ("date", "the words that date it"), ("rejected", "a date phrase that founds no event: point at it for the reason"), ("hidden", "an event that the filters hide")


def show(loaded, shown, picked: str) -> None:
    """The view: which document, which part of it, and the text."""
    if not loaded.document:
        st.caption("There is no document to read.")
        return
    _follow(loaded, picked)
    left, right = st.columns([.7, .3], vertical_alignment="bottom")
    with left:
        st.selectbox("Document", list(loaded.document), key="text", format_func=loaded.label)
    document = loaded.document[st.session_state["text"]]
    starts = inked.parts(document.text)
    with right:
        number = _part(loaded, document, starts, picked) if len(starts) > 1 else 0
    st.html("<p class='tl-inks'>" + "".join(f"<span><mark class='tl-ink-{name}'>&nbsp;ab&nbsp;</mark> {words}</span>" for name, words in KEY)
            + "<span>Select words, by mouse or with Shift and the arrow keys, to make an event of them.</span></p>")
    end = starts[number + 1] if number + 1 < len(starts) else len(document.text)
    _reader()(key="reader", data=_data(loaded, shown, picked, document, starts[number], end),
              on_pick_change=_picked, on_make_change=lambda: curate_edit.open_passage(loaded, st.session_state["reader"].get("make")))


def _follow(loaded, picked: str) -> None:
    """The document of the event that is read, when another one was chosen."""
    state = st.session_state
    if state.get("text") not in loaded.document:
        state["text"] = ""
    documents = [m.doc_id for m in loaded.event[picked].mentions if m.doc_id in loaded.document] if picked in loaded.event else []
    moved = state.get("text-event") not in (None, picked) or not state["text"]
    state["text-event"] = picked
    if moved and documents and state["text"] not in documents:
        state["text"] = documents[0]
    state["text"] = state["text"] or next(iter(loaded.document))


def _part(loaded, document, starts: list[int], picked: str) -> int:
    """Which part of a long text: that of the event, or the one a person turned to."""
    state, at = st.session_state, _place(loaded, document, picked)
    where = (document.doc_id, picked)
    if state.get("part-of") != where or state.get("part", 0) >= len(starts):
        state["part-of"], state["part"] = where, inked.part_of(starts, at) if at is not None else 0
    return st.selectbox("Part", range(len(starts)), key="part", format_func=lambda number: _called(document, starts, number))


def _called(document, starts: list[int], number: int) -> str:
    page = page_of(document, starts[number])
    return f"{locale.number(number + 1)} of {locale.number(len(starts))}" + (f", from page {page}" if page.isdecimal() else "")


def _place(loaded, document, event_id: str) -> int | None:
    mentions = loaded.event[event_id].mentions if event_id in loaded.event else ()
    return next((m.start_char for m in mentions if m.doc_id == document.doc_id), None)


def _data(loaded, shown, picked: str, document, start: int, end: int) -> dict:
    """What the browser gets: the pieces of the text, what each event is called, which of them are in sight."""
    cut = inked.pieces(document.text, inked.inks(loaded.timeline, document.doc_id), start, end)
    told = {piece.event_id for piece in cut if piece.event_id}
    seen = told & {i for i in told if shown.has(shown.columns.place[i])}
    names = {i: f"{loaded.event[i].title}, {locale.dated(loaded.event[i])}" for i in sorted(told)}
    return {"pieces": [list(piece) for piece in cut], "names": names, "seen": sorted(seen), "picked": picked,
            "doc": document.doc_id, "start": start, "make": MAKE}


def _picked() -> None:
    chosen = st.session_state["reader"].get("pick")
    if isinstance(chosen, str):
        st.session_state["text-event"] = chosen
        excerpt.pick_below(chosen)


@st.cache_resource(show_spinner=False)
def _reader():
    return st.components.v2.component("timeline_reader", html=HTML, js=SCRIPT.read_text("utf-8"), isolate_styles=False)
