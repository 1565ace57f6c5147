"""The dialogs that edit an event or add one, and what parts an event from its witnesses.

Fields stand in their widgets as they are; nothing of them is markdown. What is saved is one edit a field that changed.
"""

import streamlit as st

from timeline.model import Event
from timeline.page import curate, curate_date, curate_passage
from timeline.project import Problem, making

STATUSES = {"": "not reviewed", "approved": "approved", "check": "needs a check", "hidden": "hidden"}
FIELDS = ("title", "date", "actors", "place", "note", "tags", "star", "status")
SAVE = {"type": "primary", "shortcut": "Ctrl+Enter", "icon": ":material/check:"}


def open_on(event_id: str) -> None:
    """Ask for the dialog on an event; "" for one that is to be added."""
    st.session_state["editing"], st.session_state["passage"] = event_id, None
    st.session_state["editing-turn"] = st.session_state.get("editing-turn", 0) + 1


def open_passage(loaded, asked) -> None:
    """Ask for the dialog that adds an event told by the words that were selected: {"doc", "start", "end"}."""
    try:
        words = curate_passage.place(loaded, asked)
    except Problem as trouble:
        curate.refuse(trouble)
        return
    open_on("")
    st.session_state["passage"] = words


def dialogs(loaded) -> None:
    """The dialog that was asked for, if any; Streamlit shows one at a time."""
    asked = st.session_state.get("editing")
    if asked == "":
        _adding(loaded)
    elif asked in loaded.event:
        _editing(loaded, loaded.event[asked])
    else:
        curate_date.preview(loaded)


def _close() -> None:
    st.session_state["editing"] = None


def _key(field: str) -> str:
    return f"edit-{field}-{st.session_state['editing-turn']}"


@st.dialog("Edit this event", width="medium", on_dismiss=_close)
def _editing(loaded, event: Event) -> None:
    now = _values(event)
    typed = _fields(loaded, now)
    if typed["date"] != now["date"]:
        curate_date.preview_of_event(loaded, event, typed["date"])
    if event.marks.title is not None and event.marks.title != event.title:
        st.caption("The title as it was found:")
        st.text(event.marks.title)
    _buttons("Save", _save, (loaded, event, now))


@st.dialog("Add an event", width="medium", on_dismiss=_close)
def _adding(loaded) -> None:
    passage = curate_passage.proposal(loaded, st.session_state.get("passage"))
    now = dict.fromkeys(("title", "date", "place", "note"), "") | {"actors": [], "tags": []}
    if passage:
        curate_passage.show(loaded, passage)
        now |= {"title": passage.title, "date": passage.date.edtf, "place": passage.place, "actors": list(passage.actors)}
    else:
        st.caption("An event that you state yourself: it has no passage of a document, and says so wherever it is shown.")
    _fields(loaded, now)
    _buttons("Add", _add, (passage,))


def _buttons(label: str, act, args: tuple) -> None:
    """Save or leave; never dead: a click that only ended the typing would be lost. What is wrong is told on saving."""
    curate.problem()
    with st.container(horizontal=True):
        done = st.button(label, key="save", on_click=act, args=args, **SAVE)
        if st.button("Cancel", key="cancel", on_click=_close) or done and st.session_state.get("editing") is None:
            st.rerun()


def _values(event: Event) -> dict:
    return {"title": event.title, "date": event.date_edtf if event.first is not None or event.last is not None else "",
            "actors": list(event.actors), "place": event.place, "note": event.marks.note, "tags": list(event.marks.tags),
            "star": event.marks.star, "status": event.marks.status}


def _fields(loaded, now: dict) -> dict:
    """The widgets, filled with `now`; what they say."""
    typed = {"title": st.text_input("Title", now["title"], key=_key("title"))}
    left, right = st.columns(2)
    typed["date"] = left.text_input("Date", now["date"], key=_key("date"), placeholder="undated", help=f"EDTF or words: {curate_date.WORDS}").strip()
    typed["place"] = right.text_input("Place", now["place"], key=_key("place"))
    known = list(dict.fromkeys([*now["actors"], *loaded.actors]))
    typed["actors"] = st.multiselect("Actors", known, now["actors"], key=_key("actors"), accept_new_options=True, placeholder="Choose or type a name")
    tags = sorted({*now["tags"], *(tag for tags in loaded.events["tags"] for tag in tags)})
    typed["tags"] = st.multiselect("Tags", tags, now["tags"], key=_key("tags"), accept_new_options=True, placeholder="Choose or type a tag")
    typed["note"] = st.text_area("Note", now["note"], key=_key("note"), height=90)
    if "status" in now:
        left, right = st.columns(2, vertical_alignment="bottom")
        typed["status"] = left.selectbox("Review", list(STATUSES), list(STATUSES).index(now["status"] if now["status"] in STATUSES else ""),
                                         key=_key("status"), format_func=STATUSES.get)
        typed["star"] = right.checkbox("Starred", now["star"], key=_key("star"))
    return typed


def _typed(field: str):
    value = st.session_state[_key(field)]
    return value.strip() if field == "date" else value


def _save(loaded, event: Event, now: dict) -> None:
    """Callback: an edit for each field that is not as it was."""
    known = curate.names(loaded)

    def made():
        edits = []
        for field in FIELDS:
            value = _typed(field)
            if value != now[field]:
                edits += (curate_date.redated(loaded, event, value) if field == "date" else [making.change(event, field, value, known)])
        return edits

    st.session_state["event"] = event.event_id
    if curate.decide(made):
        _close()


def _add(passage) -> None:
    def made():
        said = (_typed(field) for field in ("title", "date", "actors", "place", "note", "tags"))
        return making.add(*said, language=passage.language if passage else "en", passage=passage)

    if curate.decide(made, "Added"):
        st.session_state["event"] = f"by-hand-{st.session_state['decided'][0]}"
        _close()


def split(loaded, event: Event) -> None:
    """Which witnesses tell of events of their own, and the button that parts them."""
    if len(event.mentions) < 2:
        return
    with st.popover("Split", icon=":material/call_split:", width="stretch"):
        st.caption("Choose the witnesses that tell of something else. Each becomes an event with its own date and words; one has to stay.")
        key = f"split-{event.event_id}"
        st.multiselect("Witnesses", range(len(event.mentions)), key=key, placeholder="All but the first",
                       format_func=lambda i: f"{loaded.label(event.mentions[i].doc_id)}: {event.mentions[i].exact[:120]}")
        st.button("Split apart", key=f"do-{key}", on_click=_split, args=(loaded, event, key))


def _split(loaded, event: Event, key: str) -> None:
    st.session_state["event"] = event.event_id
    chosen = tuple(event.mentions[i] for i in st.session_state[key])
    curate.decide(lambda: making.split(event, chosen, curate.names(loaded)), "The witnesses were parted")
