"""Dating by hand: a document's day, with a preview of the events that move, and a date for one event.

A document's date is worked through as it would be (`timeline.build.build` on what was read, then all edits), and nothing
is kept until the person accepts what would move.
"""

from typing import NamedTuple

import streamlit as st

from timeline.model import Document, Event
from timeline.page import curate, locale
from timeline.page.marked import literal
from timeline.project import Problem, making, replay
from timeline.project.edits import pins
from timeline.project.typed import read

ANY_DATE = "Give day, month and year, such as 2019-02-28 or 28 February 2019."
WORDS = "2019-02-27, June 2018, before 1914, 44 BC, 1914/1918; ~ for about (1250~), ? for uncertain (1250?)"
KEPT = {"live": "0ms", "on_change": "ignore", "persist_state": "session"}  # what is typed is kept at once, and draws nothing anew
GONE, NEW = "no longer an event of its own", "not an event before"


class Move(NamedTuple):
    """An event whose date another decision changes: its date for people, before and after."""

    event_id: str
    title: str
    before: str
    after: str


def pinned(loaded) -> dict[str, str]:
    """doc_id -> the day a person gave, "" for not known."""
    return pins(list(loaded.edits), curate.names(loaded))[0] if loaded.edits else {}


def moves(loaded, doc_id: str, day: str | None) -> list[Move]:
    """What changes if a document is dated `day` ("" for not known, None for as found), in the order of time as it is now."""
    from timeline.build import build

    days = st.session_state.get("days", {}) | pinned(loaded) | {doc_id: day}
    days = {key: value for key, value in days.items() if value is not None}
    sources = list(loaded.found or loaded.timeline.documents)
    built = build(sources, published=days, memory=loaded.memory)
    known, there = {d.doc_id: d.name for d in sources}, {d.doc_id: d for d in built.documents}
    after = {e.event_id: e for e in replay(built.events, loaded.edits, known, there.get).events}
    before = [loaded.event[event_id] for event_id in loaded.events["event_id"]]
    changed = [_move(event, after.get(event.event_id)) for event in before if event.event_id in after or _told_in(event, doc_id)]
    new = [Move(e.event_id, e.title, NEW, locale.dated(e)) for e in after.values() if e.event_id not in loaded.event]
    return [move for move in changed if move] + new


def _told_in(event: Event, doc_id: str) -> bool:
    return any(mention.doc_id == doc_id for mention in event.mentions)


def _move(event: Event, after: Event | None) -> Move | None:
    if after is None:
        return Move(event.event_id, event.title, locale.dated(event), GONE)
    same = (event.first, event.last, event.qualifier) == (after.first, after.last, after.qualifier)
    return None if same else Move(event.event_id, event.title, locale.dated(event), locale.dated(after))


def counted_from(loaded, event: Event) -> list[Event]:
    """Other events of the event's documents whose words were counted from its date: they do not move with it."""
    if not event.date_edtf:
        return []
    documents = {mention.doc_id for mention in event.mentions}
    return [other for other in loaded.timeline.events if other.anchor == event.date_edtf and other.event_id != event.event_id
            and other.date_basis in ("relative", "context") and any(m.doc_id in documents for m in other.mentions)
            and other.anchor not in {m.published for m in other.mentions}]


def table(rows: list[Move]) -> None:
    """Old and new, one row an event; titles stand literally."""
    st.dataframe([{"Event": row.title, "Now": row.before, "Then": row.after} for row in rows], hide_index=True,
                 height=min(35 * (len(rows) + 1) + 3, 330), alt="The events that move, with their date now and then")


def editor(loaded, document: Document, place: str, event_id: str = "") -> None:
    """Type, unset or restore a document's date; what moves is shown before it is kept. `event_id` stays open.

    What is typed and not yet kept stays while it is about the same document, also where the field is out of sight meanwhile.
    """
    key, shown = f"{place}-{document.doc_id}", document.published.day if document.published else ""
    field = f"day-{key}-{shown}"
    _forget_other(place, field)
    st.text_input("Published on", value=shown, key=field, placeholder="not known", help=ANY_DATE, **KEPT)
    with st.container(horizontal=True):
        st.button("Use this date", key=f"set-{key}", on_click=_typed, args=(document.doc_id, field, event_id), type="primary")
        st.button("Not known", key=f"unset-{key}", on_click=_ask, args=(document.doc_id, "", event_id), disabled=not shown)
        if document.doc_id in pinned(loaded):
            st.button("As found", key=f"found-{key}", on_click=_ask, args=(document.doc_id, None, event_id))
    if st.session_state.get("day-error") == field:
        st.error(ANY_DATE)


def _forget_other(place: str, field: str) -> None:
    """What was typed for another document, or before this one's date changed, is given up. A field is named by both."""
    before = st.session_state.get(f"dating-{place}", field)
    if before != field and before in st.session_state:
        del st.session_state[before]
    st.session_state[f"dating-{place}"] = field


def _typed(doc_id: str, field: str, event_id: str) -> None:
    from timeline import read as reading

    day = reading.parse_day(st.session_state[field].strip(), locale.typed_order())
    st.session_state["day-error"] = "" if day else field
    if day:
        _ask(doc_id, day.isoformat()[:10], event_id)


def _ask(doc_id: str, day: str | None, event_id: str) -> None:
    st.session_state["asking"] = (doc_id, day)
    st.session_state["event"] = event_id or st.session_state.get("event", "")


def preview(loaded) -> None:
    """The question whether a document is to be dated so, with what moves; nothing if none was asked."""
    doc_id, day = st.session_state.get("asking") or ("", None)
    if doc_id in loaded.document:
        _question(loaded, loaded.document[doc_id], day)


def _forget() -> None:
    st.session_state["asking"] = None


@st.dialog("What moves with this date", width="medium", on_dismiss=_forget)
def _question(loaded, document: Document, day: str | None) -> None:
    rows = moves(loaded, document.doc_id, day)
    st.text(document.title or document.name)
    before = locale.value(document.published.day) if document.published else "not known"
    then = locale.value(day) if day else "not known" if day == "" else "as it was found"
    st.html(f"<p class='tl-quiet'>Published: {literal(before)} → <b>{literal(then)}</b></p>")
    st.markdown(f"**{_sum(rows)}**")
    if rows:
        table(rows)
    with st.container(horizontal=True):
        accept = st.button("Accept", key="accept", type="primary", on_click=_accept, args=(document, day), shortcut="Ctrl+Enter")
        if st.button("Cancel", key="cancel", on_click=_forget) or accept:
            st.rerun()


def _sum(rows: list[Move]) -> str:
    """"3 events will move; 1 will be new."""
    new, gone = sum(row.before == NEW for row in rows), sum(row.after == GONE for row in rows)
    n = len(rows) - new - gone
    more = [f"{locale.number(new)} will be new"] * bool(new) + [f"{locale.number(gone)} will be {GONE.replace('an event', 'events') if gone > 1 else GONE}"] * bool(gone)
    return "; ".join([f"{locale.number(n)} event{'s' * (n != 1)} will move" if n else "No event will move", *more]) + "."


def _accept(document: Document, day: str | None) -> None:
    _forget()
    curate.decide(lambda: making.pin(document, day))


def preview_of_event(loaded, event: Event, typed: str) -> None:
    """Says what another date makes of an event: old and new, and what is counted from it; or that it is no date."""
    found = read(typed, language(loaded, event))
    if found is None:
        st.session_state.pop("curate-problem", None)  # it says the same
        st.error(f"This is no date that stands alone. It can be: {WORDS}; nothing for undated.")
        return
    if (found.first, found.last, found.qualifier) == (event.first, event.last, event.qualifier):
        return
    st.markdown("**1 event will move.**")
    then = locale.dated(found)
    table([Move(event.event_id, event.title, locale.dated(event), then)])
    if others := counted_from(loaded, event):
        n = len(others)
        st.caption(f"{locale.number(n)} other event{'s were' if n != 1 else ' was'} counted from the date as it is now. "
                   f"{'They stay' if n != 1 else 'It stays'} where {'they are' if n != 1 else 'it is'} and will be marked for a check.")


def language(loaded, event: Event) -> str:
    """The language in which a date of this event is likely typed."""
    document = loaded.document.get(event.mentions[0].doc_id) if event.mentions else None
    return document.language if document else "en"


def redated(loaded, event: Event, typed: str) -> list:
    """The edits that give an event this date; what was counted from the old one is marked for a check."""
    known = curate.names(loaded)
    edits = [making.change(event, "date", typed, known, language(loaded, event))]
    others = [other for other in counted_from(loaded, event) if not other.marks.status]
    return edits + ([making.change(others, "status", "check", known)] if others else [])


def place(loaded, event: Event, where: str) -> None:
    """For an event without a date: a field to give it one, and the button that moves it to the chart."""
    key = f"place-{where}-{event.event_id}"
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"placing-{where}"):
        st.text_input("Give it a date", key=key, placeholder="e.g. 2018-06 or June 2018", help=f"It can be: {WORDS}.")
        st.button("Place it", key=f"do-{key}", on_click=_place, args=(loaded, event, key), type="primary", icon=":material/event_available:")


def _place(loaded, event: Event, key: str) -> None:
    def made():
        if not st.session_state[key].strip():
            raise Problem(f"Give a date first. It can be: {WORDS}.")
        return redated(loaded, event, st.session_state[key])

    if curate.decide(made, "Placed on the chart"):
        st.session_state["event"] = event.event_id
