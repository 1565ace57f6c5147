"""The card "Why this date?": the words, the rule, what it was counted from, the value; and the readings not taken.

One click takes another reading. That is an edit: it is in the log, and undone with U.
"""

import streamlit as st

from timeline.model import Alternative, Event
from timeline.page import curate, curate_date, locale
from timeline.page.marked import literal
from timeline.project import making
from timeline.project.typed import read

BASES = {
    "explicit": "the text states it in full", "relative": "relative to a date", "context": "completed from the text before",
    "document_date": "no date words of its own: the day of its document", "inferred": "inferred",
}
STEPS = {"relative": "worked out from {}", "context": "completed with {}"}  # where the anchor is known
BY_HAND = "by hand"


def show(loaded, event: Event) -> None:
    """The card, and below it each reading that was not taken, with its reason and the button that takes it."""
    with st.container(key="why", gap=None):
        if event.first is None and event.last is None:
            st.html(f"<div class='tl-event tl-why'><h3>Why no date?</h3><p>{literal(event.reason or 'No date was found for it.')}</p></div>")
            curate_date.place(loaded, event, "excerpt")
        else:
            st.html(f"<div class='tl-event tl-why'>{card(event, event.mentions[0].published if event.mentions else '')}</div>")
        _readings(loaded, event)


def card(event: Event, published: str = "") -> str:
    """The four steps as HTML; every word of a document in it is escaped. `published`: the day of its document."""
    steps = [
        ("Words", f"“{literal(event.date_text)}”" if event.date_text else "none of its own"),
        ("Rule", literal(event.rule)),
        ("Anchor", _anchor(event, published)),
        ("Value", f"<b>{literal(locale.dated(event))}</b> <code>{literal(event.date_edtf)}</code>"),
    ]
    return f"<h3>Why this date?</h3><dl class='tl-steps'>{''.join(f'<dt>{name}</dt><dd>{said}</dd>' for name, said in steps if said)}</dl>"


def _anchor(event: Event, published: str) -> str:
    """How the value follows from the words: "worked out from 1 Mar 2019, the day of its document"."""
    if event.rule.endswith(BY_HAND):
        return "a person’s decision; see Edits, below"
    return literal(counted(event.date_basis, event.anchor, published))


def counted(basis: str, anchor: str, published: str) -> str:
    """How a date of this basis was found, and from which day: to be shown literally. `published`: the day of its document."""
    if not anchor or basis not in STEPS:
        return BASES.get(basis, basis)
    return STEPS[basis].format(locale.value(anchor)) + (", the day of its document" if anchor == published else "")


def _readings(loaded, event: Event) -> None:
    if not event.alternatives:
        return
    st.html("<p class='tl-quiet tl-turned'>Considered and not taken</p>")
    for number, other in enumerate(event.alternatives):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"reading-{number}"):
            st.html(f"<div class='tl-reading'><b>{literal(locale.value(other.value))}</b> {literal(other.why_not)}</div>")
            if is_takeable(other):
                st.button(f"Take {_label(other)}", key=f"take-{event.event_id}-{number}", on_click=_take,
                          args=(loaded, event, other.value), help="An edit: it is logged, and U takes it back")


def is_takeable(other: Alternative) -> bool:
    """Whether a reading says a day on the calendar."""
    found = read(other.value) if other.value else None
    return found is not None and (found.first, found.last) != (None, None)


def _label(other: Alternative) -> str:
    """The reading in words of the calendar alone: a label is markdown, and the value may be of an imported table."""
    found = read(other.value)
    return locale.dated(found)


def _take(loaded, event: Event, value: str) -> None:
    st.session_state["event"] = event.event_id
    curate.decide(lambda: making.reading(event, value, curate.names(loaded)), "Another reading was taken")
