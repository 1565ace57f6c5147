"""Everything as tables: the twin of the chart, the tray of the undated, the documents with what failed."""

import streamlit as st

from timeline import frame
from timeline.page import curate_bulk, curate_date, curate_log, excerpt, people

COLUMNS = st.column_config


def show(loaded, shown, picked: str, files: list[str] = ()) -> None:
    """The tables in tabs: events, the undated, documents, actors, the log of edits."""
    dated = shown[frame.is_dated(shown)]
    tray = shown[~frame.is_dated(shown)]
    failures = loaded.timeline.failures
    first, second, third, fourth, fifth = st.tabs([f"Table ({len(dated):,})", f"Undated ({len(tray):,})",
                                    f"Documents ({len(loaded.timeline.documents) + len(failures):,})",
                                    f"Actors ({len(loaded.actors):,})", f"Edits ({len(loaded.edits):,})"])
    with first:
        _events(loaded, dated, picked)
    with second:
        _undated(loaded, tray, picked)
    with third:
        _documents(loaded)
    with fourth:
        people.show(loaded)
    with fifth:
        curate_log.show(loaded, files)


def _events(loaded, rows, picked: str) -> None:
    if rows.empty:
        st.caption("No dated event passes the filters." if len(loaded.events) else "No event was found.")
        return
    _table(
        loaded,
        rows,
        "table",
        picked,
        "The events of the timeline, one row each; choosing a row opens its words",
        {
            "when": COLUMNS.TextColumn("When", width=140),
            "title": COLUMNS.TextColumn("Title", width=260),
            "actors": COLUMNS.ListColumn("Actors", width=240),
            "status": COLUMNS.TextColumn("Status", width=80),
            "precision": COLUMNS.TextColumn("Precision", width=80),
            "date_basis": COLUMNS.TextColumn("Basis", width=100),
            "source_count": COLUMNS.NumberColumn("Documents", width=80),
            "excerpt": COLUMNS.TextColumn("Excerpt", width=420),
            "start": COLUMNS.TextColumn("Earliest", width=100),
            "end": COLUMNS.TextColumn("Latest", width=100),
        },
    )


def _undated(loaded, rows, picked: str) -> None:
    if rows.empty:
        st.caption("Nothing undated passes the filters.")
        return
    st.caption("Found in the documents, but their words name no day that can be known. "
               "They are counted and exported, never put on a guessed date.")
    _table(
        loaded,
        rows,
        "tray",
        picked,
        "Events without a date, with the reason",
        {
            "title": COLUMNS.TextColumn("Title", width=240),
            "date_text": COLUMNS.TextColumn("Date words", width=120),
            "reason": COLUMNS.TextColumn("Why it has no date", width=320),
            "actors": COLUMNS.ListColumn("Actors", width=220),
            "excerpt": COLUMNS.TextColumn("Excerpt", width=420),
        },
    )
    if picked in set(rows["event_id"]):
        curate_date.place(loaded, loaded.event[picked], "tray")


def _table(loaded, rows, name: str, picked: str, alt: str, config: dict) -> None:
    """A table whose chosen row is the picked event, and the other way round; its columns are those of `config`."""
    ids = list(rows["event_id"])
    key = f"{name}-rows"
    chosen = [ids.index(picked)] if picked in ids else []
    state = (picked, hash(tuple(ids)))
    if st.session_state.get(f"{name}-told") != state:
        _select(key, chosen)
        st.session_state[f"{name}-told"], st.session_state[f"{key}-shown"] = state, chosen
    st.dataframe(
        rows[list(config)].assign(actors=[list(a) for a in rows["actors"]]),
        hide_index=True,
        column_config=config,
        key=key,
        on_select=lambda: _pick_row(key, ids, f"{name}-told"),
        selection_mode="multi-row",
        height=_height(len(ids)),
        alt=alt,
    )
    curate_bulk.show(loaded, [ids[row] for row in st.session_state[key]["selection"]["rows"] if row < len(ids)], name)


def _select(key: str, rows: list[int]) -> None:
    st.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}


def _height(rows: int) -> int:
    return min(36 * (rows + 1) + 4, 420)


def _pick_row(key: str, ids: list[str], told: str) -> None:
    """The row chosen last is read; the others stay chosen beside it.

    A row that was only marked as the one that is read, and not by hand, gives way: it may be out of sight.
    """
    chosen = [row for row in st.session_state[key]["selection"]["rows"] if row < len(ids)]
    shown = st.session_state.get(f"{key}-shown") or []
    if len(chosen) > 1 and set(shown) & set(chosen):
        chosen = [row for row in chosen if row not in shown]
        _select(key, chosen)
    st.session_state[f"{key}-shown"] = []
    picked = st.session_state[told][0]
    new = [row for row in chosen if ids[row] != picked] or chosen
    if new:
        excerpt.pick(ids[new[-1]])
        st.session_state[told] = (ids[new[-1]], hash(tuple(ids)))


def _documents(loaded) -> None:
    for_people = {
        "name": COLUMNS.TextColumn("Document", width=260),
        "title": COLUMNS.TextColumn("Title", width=240),
        "published": COLUMNS.TextColumn("Published", width=100),
        "reason": COLUMNS.TextColumn("How we know", width=300),
        "language": COLUMNS.TextColumn("Language", width=80),
        "dated": COLUMNS.NumberColumn("Dated", width=70),
        "undated": COLUMNS.NumberColumn("Undated", width=70),
        "characters": COLUMNS.NumberColumn("Characters", width=90, format="localized"),
        "notes": COLUMNS.TextColumn("Notes", width=260),
    }
    rows = loaded.documents
    if len(rows):
        st.dataframe(
            rows[list(for_people)],
            hide_index=True,
            column_config=for_people,
            placeholder="not known",
            key="documents-table",
            height=_height(len(rows)),
            alt="The documents with their dates and how many events each gave",
        )
        _choose_date(loaded)
    _failures(loaded)


def _choose_date(loaded) -> None:
    left, right = st.columns(2)
    with left:
        doc_id = st.selectbox(
            "Set the date of", list(loaded.document), format_func=loaded.label, key="dating"
        )
    with right:
        if doc_id:
            curate_date.editor(loaded, loaded.document[doc_id], "documents")


def _failures(loaded) -> None:
    failures = loaded.timeline.failures
    if failures:
        st.markdown("#### Not read, or only in part")
        st.dataframe([{"File": f.name, "What is wrong, and what to do": f.reason} for f in failures], hide_index=True,
                     key="failures-table", alt="Files that could not be read, with the reason")
