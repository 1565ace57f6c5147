"""The keys of the page, listed where one can look them up."""

import streamlit as st

from timeline.page.marked import literal

KEYS = {
    "Reading and reviewing": (
        ("N", "the event after"), ("P", "the event before"), ("J", "the next event not yet reviewed"), ("A", "approve, and go on"),
        ("K", "mark for a check, and go on"), ("H", "hide, and go on; show again"), ("E", "edit"), ("S", "star, unstar"),
        ("M", "mark for merging, unmark"), ("Shift+M", "merge what is marked"), ("T", "add an event"), ("U", "undo"), ("Y", "redo"),
        ("Ctrl+Enter", "save or accept, in a dialog"), ("Escape", "leave a dialog or a field")),
    "In the timeline, once Tab has brought you there": (
        ("← →", "from event to event in a lane"), ("↑ ↓", "to the lane above or below"), ("Home End", "to the first or last of a lane"), ("Enter", "open the event, or list what “+N” holds"),
        ("Esc", "leave the event, close the list"), ("+ −", "zoom in, zoom out"), ("0", "the whole stretch again")),
    "Everywhere": (("Tab", "to the next control; with Shift, to the one before"), ("Space", "press a button, open a menu")),
}


def show() -> None:
    """A small button that opens the list."""
    with st.popover("Keys", icon=":material/keyboard:", help="The keys of this page"):
        st.html(listed())


def listed() -> str:
    """The keys as HTML; the Tab key gets there, so that the arrow keys can scroll it."""
    lists = "".join(f"<h3>{literal(where)}</h3><dl class='tl-keys'>{''.join(map(_line, pairs))}</dl>" for where, pairs in KEYS.items())
    return f"<div class='tl-keylist' role='region' aria-label='The keys of this page' tabindex='0'>{lists}</div>"


def _line(pair: tuple[str, str]) -> str:
    return f"<dt><kbd>{literal(pair[0])}</kbd></dt><dd>{literal(pair[1])}</dd>"
