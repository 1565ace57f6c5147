"""Taking a document out of the timeline, and bringing it back: edits like all others (see `timeline.project.dropping`)."""

import streamlit as st

from timeline.page import curate, locale
from timeline.project import making
from timeline.project.edits import DROP, Edit, effective


def ask(loaded, doc_id: str) -> None:
    """The button that takes a document out, with what that does to its events."""
    told = [event for event in loaded.timeline.events if any(m.doc_id == doc_id for m in event.mentions)]
    alone = sum(all(m.doc_id == doc_id for m in event.mentions) for event in told)
    st.button("Take this document out", key="take-out", on_click=_drop, args=(loaded, doc_id), icon=":material/archive:",
              help=f"{_many(alone, 'event')} only it tells leave{'s' * (alone == 1)} the timeline; {_many(len(told) - alone, 'event')} told elsewhere too "
                   f"stay{'s' * (len(told) - alone == 1)}. It is an edit: nothing is deleted, and it can be brought back.")


def _many(number: int, thing: str) -> str:
    return f"{locale.number(number)} {thing}{'s' * (number != 1)}"


def _drop(loaded, doc_id: str) -> None:
    if doc_id in loaded.document:
        curate.decide(lambda: making.drop(loaded.document[doc_id]))


def out(loaded) -> list[Edit]:
    """The edits that keep a document out."""
    lost = {orphan.edit.edit_id for orphan in loaded.orphans}
    return [edit for edit in effective(list(loaded.edits)) if edit.action == DROP and edit.edit_id not in lost]


def listed(loaded) -> None:
    """The documents that were taken out, each with the button that brings it back."""
    edits = out(loaded)
    if not edits:
        return
    st.markdown("##### Taken out")
    for edit in edits:
        about = edit.targets[0]
        name = about.witnesses[0].doc_name
        with st.container(horizontal=True, vertical_alignment="center", key=f"out-{edit.edit_id}"):
            st.text(name if about.title in ("", name) else f"{about.title} ({name})", width="content")
            st.button("Bring back", key=f"back-{edit.edit_id}", on_click=curate.undo, args=(loaded, edit.edit_id), icon=":material/unarchive:")
