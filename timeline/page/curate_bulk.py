"""What is done with all the rows that are chosen in a table: one decision, one line in the log, one undo."""

import streamlit as st

from timeline.model import Event
from timeline.page import curate, locale
from timeline.project import making


def show(loaded, ids: list[str], name: str) -> None:
    """The bar below a table; nothing with fewer than two rows chosen. `name`: of the table."""
    events = [loaded.event[i] for i in ids if i in loaded.event]
    if len(events) < 2:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"bulk-{name}"):
        st.html(f"<p class='tl-bulk'><b>{locale.number(len(events))}</b> rows chosen</p>")
        _button("Approve", "check_circle", name, lambda known: making.approve(events, known), loaded)
        _button("Check", "flag", name, lambda known: making.change(events, "status", "check", known), loaded)
        _button("Hide", "visibility_off", name, lambda known: making.hide(events, known), loaded)
        _button("Show again", "visibility", name, lambda known: making.unhide(events, known), loaded)
        _button("Star", "star", name, lambda known: making.change(events, "star", True, known), loaded)
        _button("Merge", "join", name, lambda known: making.merge(events, known), loaded)
        key = f"bulk-tag-{name}"
        st.text_input("Tag", key=key, placeholder="a tag for all of them", label_visibility="collapsed", width=190)
        _button("Add the tag", "sell", name, lambda known: _tagged(events, st.session_state[key].strip(), known), loaded)


def _button(label: str, icon: str, name: str, make, loaded) -> None:
    st.button(label, key=f"bulk-{name}-{label}", icon=f":material/{icon}:", on_click=_do, args=(loaded, make))


def _do(loaded, make) -> None:
    curate.decide(lambda: make(curate.names(loaded)))


def _tagged(events: list[Event], tag: str, known: dict[str, str]) -> list:
    """One edit for each set of tags that the events have now: none of them is lost."""
    if not tag:
        return []
    alike: dict[tuple, list[Event]] = {}
    for event in events:
        if tag not in event.marks.tags:
            alike.setdefault(event.marks.tags, []).append(event)
    return [making.change(several, "tags", [*tags, tag], known) for tags, several in alike.items()]
