"""Reviewing one event after the other, by mouse or by keyboard alone: the actions on the event that is read, and how far it is.

After a decision the next event that nobody has looked at is read. C and R cannot be shortcuts: Streamlit keeps them.
"""

import numpy as np
import streamlit as st

from timeline.model import Event
from timeline.page import curate, curate_edit, curate_log, locale
from timeline.page.marked import literal
from timeline.project import making


def show(loaded, shown, event: Event) -> None:
    """The actions on one event, and the progress."""
    onward = _onward(loaded, shown, event)
    with st.container(horizontal=True, key="triage", gap="small"):
        _decisions(loaded, event, onward)
    with st.container(horizontal=True, key="triage-more", gap="small"):
        st.button("Edit", key="edit", shortcut=curate.key("E"), on_click=curate_edit.open_on, args=(event.event_id,))
        _star(loaded, event)
        _mark(event)
        curate_log.undo_redo(loaded)
    curate_log.next_words(loaded)
    _merging(loaded)
    _progress(loaded, onward)


def _decisions(loaded, event: Event, onward: str) -> None:
    status = event.marks.status
    _decision("Approve", "approve", "A", "check_circle", status == "approved", _approve, loaded, event, onward)
    _decision("Check", "check", "K", "flag", status == "check", _check, loaded, event, onward)
    if status == curate.HIDDEN:
        _decision("Show again", "hide", "H", "visibility", False, _unhide, loaded, event, event.event_id)
    else:
        _decision("Hide", "hide", "H", "visibility_off", False, _hide, loaded, event, onward)


def _decision(label: str, key: str, shortcut: str, icon: str, is_so: bool, act, *args) -> None:
    st.button(label, key=key, shortcut=curate.key(shortcut), icon=f":material/{icon}:", on_click=act, args=args, type="primary" if is_so else "secondary")


def _go(to: str) -> None:
    st.session_state["event"], st.session_state["near"] = to, ()


def _approve(loaded, event: Event, onward: str) -> None:
    if event.marks.status == "approved" or curate.decide(lambda: making.approve(event, curate.names(loaded))):
        _go(onward)


def _check(loaded, event: Event, onward: str) -> None:
    if event.marks.status == "check" or curate.decide(lambda: making.change(event, "status", "check", curate.names(loaded))):
        _go(onward)


def _hide(loaded, event: Event, onward: str) -> None:
    if curate.decide(lambda: making.hide(event, curate.names(loaded))):
        _go(onward)


def _unhide(loaded, event: Event, onward: str) -> None:
    if curate.decide(lambda: making.unhide(event, curate.names(loaded))):
        _go(onward)


def _star(loaded, event: Event) -> None:
    starred = event.marks.star
    st.button("Star", key="star", shortcut=curate.key("S"),
              type="primary" if starred else "secondary", on_click=_set_star, args=(loaded, event), help="Starred: take the star away" if starred else None)


def _set_star(loaded, event: Event) -> None:
    _go(event.event_id)
    curate.decide(lambda: making.change(event, "star", not event.marks.star, curate.names(loaded)))


def _onward(loaded, shown, event: Event) -> str:
    """The next of the events shown that nobody has reviewed, from this one on and round; else the next, else this one."""
    new = shown.made("waiting", lambda: np.flatnonzero(shown.take(shown.columns.is_one_of("status", ("",)))))
    place = shown.columns.place.get(event.event_id, -1)
    is_there = place >= 0 and shown.has(place)
    at = shown.rank(place) if is_there else -1
    turn = np.searchsorted(new, at, side="right")
    if turn < len(new) or turn and new[0] < at:
        return shown.id(int(new[turn if turn < len(new) else 0]))
    return shown.id(at + 1) if is_there and at + 1 < len(shown) else event.event_id


# merging by keys: mark one, go to the other, mark it, merge

def _marked(loaded) -> list[Event]:
    return [loaded.event[i] for i in st.session_state.get("marked", []) if i in loaded.event]


def _mark(event: Event) -> None:
    is_marked = event.event_id in st.session_state.get("marked", [])
    st.button("Marked" if is_marked else "Mark", key="mark", shortcut=curate.key("M"), type="primary" if is_marked else "secondary",
              on_click=_toggle, args=(event.event_id,), help="Mark this event and another, then merge them")


def _toggle(event_id: str) -> None:
    marked = st.session_state.get("marked", [])
    st.session_state["marked"] = [i for i in marked if i != event_id] if event_id in marked else [*marked, event_id]
    _go(event_id)


def _merging(loaded) -> None:
    """What is marked, and the button that makes it one event."""
    events = _marked(loaded)
    if not events:
        return
    lines = "".join(f"<li>{literal(event.title)}</li>" for event in events)
    st.html(f"<p class='tl-quiet tl-undo'>Marked for merging; the first keeps its title and date:</p><ul class='tl-marked'>{lines}</ul>")
    with st.container(horizontal=True, key="merging"):
        st.button(f"Merge {locale.number(len(events))} events", key="merge", shortcut=curate.key("Shift+M"), type="primary", on_click=_merge, args=(loaded, events),
                  disabled=len(events) < 2)
        st.button("Unmark all", key="unmark", on_click=_unmark)


def _merge(loaded, events: list[Event]) -> None:
    if curate.decide(lambda: making.merge(events, curate.names(loaded)), f"{locale.number(len(events))} events were merged"):
        _unmark()
        _go(events[0].event_id)


def _unmark() -> None:
    st.session_state["marked"] = []


def _progress(loaded, onward: str) -> None:
    done, of = curate.reviewed(loaded)
    with st.container(horizontal=True, vertical_alignment="center", key="progress"):
        share = 100 * done / of if of else 0
        st.html(f"<div class='tl-progress' role='progressbar' aria-label='Events reviewed' aria-valuemin='0' aria-valuemax='{of}' aria-valuenow='{done}'>"
                f"<i style='width:{share:.1f}%'></i></div><span class='tl-quiet'><b>{locale.number(done)}</b> of {locale.number(of)} reviewed</span>")
        st.button("Go on reviewing", key="onward", shortcut=curate.key("J"), type="tertiary", on_click=_go, args=(onward,), disabled=done == of)
