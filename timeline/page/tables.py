"""Tables: the twin of the chart, the tray of the undated, the documents with what came of each."""

import pyarrow as pa
import streamlit as st

from timeline import read
from timeline.charts._ink import SAYS
from timeline.page import curate_bulk, curate_date, excerpt, filters, locale, parts, taken
from timeline.rows import Rows, rows_of

COLUMNS = st.column_config
WORDED = {"date_basis": SAYS, "modality": filters.MODALITIES | {"actual": "a fact"}}
DAYS = ("start", "end")  # ISO 8601 in the frame and in what is downloaded
LISTS = ("actors", "sources")
ROWS = 200  # of one table at a time: it is sent again whenever another row is chosen


def events(loaded, shown, picked: str) -> None:
    """The twin of the chart: every dated event in a row."""
    rows = shown.dated
    if not len(rows):
        st.caption("No dated event passes the filters." if len(loaded.events) else "No event was found.")
        return
    table(
        loaded,
        rows,
        "table",
        picked,
        "The events of the timeline, one row each; choosing a row opens its words",
        {
            "when": COLUMNS.TextColumn("When", width=140),
            "title": COLUMNS.TextColumn("Title", width=250),
            "actors": COLUMNS.ListColumn("Actors", width=200),
            "sources": COLUMNS.ListColumn("Told in", width=170),
            "excerpt": COLUMNS.TextColumn("Excerpt", width=340),
            "status": COLUMNS.TextColumn("Review", width=90),
            "source_count": COLUMNS.NumberColumn("Documents", width=85, format="localized"),
            "modality": COLUMNS.TextColumn("Told as", width=130),
            "date_basis": COLUMNS.TextColumn("The date is", width=190),
            "precision": COLUMNS.TextColumn("Precise to the", width=100),
            "importance": COLUMNS.ProgressColumn("Importance", width=100, format="percent", min_value=0, max_value=1,
                                                 help="How often and how centrally the documents tell of it"),
            "start": COLUMNS.TextColumn("Earliest", width=110),
            "end": COLUMNS.TextColumn("Latest", width=110),
        },
    )


def undated(loaded, shown, picked: str) -> None:
    """The tray: what has no date, with the reason."""
    rows = shown.undated
    if not len(rows):
        st.caption("Nothing undated passes the filters.")
        return
    st.caption("Found in the documents, but their words name no day that can be known. "
               "They are counted and exported, never put on a guessed date.")
    table(
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
    if len(rows.only(picked)):
        curate_date.place(loaded, loaded.event[picked], "tray")


def table(loaded, rows, name: str, picked: str, alt: str, config: dict) -> None:
    """Events as a table whose row chosen last is the picked event, and the other way round; its columns are those of `config`."""
    rows = rows_of(rows)
    ids, cells = _sent(rows, ROWS * _page(rows, picked, name), (*config, "actors"))
    key = f"{name}-rows"
    chosen = [ids.index(picked)] if picked in ids else []
    state = (picked, hash(tuple(ids)))
    if st.session_state.get(f"{name}-told") != state:
        _select(key, chosen)
        st.session_state[f"{name}-told"], st.session_state[f"{key}-shown"] = state, chosen
    st.dataframe(
        cells,
        hide_index=True,
        column_config=config,
        key=key,
        on_select=lambda: _pick_row(key, ids, f"{name}-told"),
        selection_mode="multi-row",
        height=height(len(ids)),
        alt=alt,
    )
    curate_bulk.show(loaded, [ids[row] for row in st.session_state[key]["selection"]["rows"] if row < len(ids)], name)


def _select(key: str, rows: list[int]) -> None:
    st.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}


def _sent(rows: Rows, first: int, names: tuple[str, ...]) -> tuple[list[str], pa.Table]:
    """ROWS of the rows: their event_ids and these columns as they travel, made once for all who look at the same rows."""
    def make():
        part = rows.part(first, first + ROWS)
        return part.take(part.columns.ids).tolist(), pa.table({name: _cells(part, name) for name in names})

    return rows.columns.held(("table", rows, first, names, locale.order()), make)


def _cells(rows: Rows, name: str) -> pa.Array:
    """A column as it is read: dates in the reader's order, values that are names of ours in the words that filters and key use."""
    if name in LISTS:
        return pa.array([list(cell) for cell in rows[name]], pa.list_(pa.string()))
    if name in WORDED:
        codes, values = rows.columns.codes(name)
        words = [WORDED[name].get(value, value) or None for value in values]
        return pa.array([words[code] for code in rows.take(codes).tolist()], pa.string())
    if name in DAYS:
        return pa.array([locale.value(day) if isinstance(day, str) else None for day in rows[name]], pa.string())
    return pa.array(locale.column(rows[name]) if name == "when" else rows[name])


def _page(rows: Rows, picked: str, name: str) -> int:
    """Of very many rows the page that is shown, from 0: the one a person turned to, else the one with the picked event."""
    last = (len(rows) - 1) // ROWS
    if not last:
        return 0
    about, turned = (picked, len(rows)), st.session_state.get(f"{name}-page")
    here = turned[1] if turned and turned[0] == about else min(rows.rank(rows.columns.place.get(picked, 0)) // ROWS, last)
    first = here * ROWS + 1
    with st.container(horizontal=True, vertical_alignment="center", key=f"{name}-pages"):
        for words, to, icon in (("Earlier rows", here - 1, "chevron_left"), ("Later rows", here + 1, "chevron_right")):
            st.button(words, on_click=_turn, args=(name, about, to), disabled=not 0 <= to <= last, icon=f":material/{icon}:", key=f"{name}-{icon}")
        st.html(f"<p class='tl-quiet'>Rows {locale.number(first)}–{locale.number(min(first + ROWS - 1, len(rows)))} of {locale.number(len(rows))}. "
                "The downloads hold them all.</p>")
    return here


def _turn(name: str, about: tuple, to: int) -> None:
    """To another page of a table."""
    st.session_state[f"{name}-page"] = (about, to)
    parts.only(parts.VIEWS)


def height(rows: int) -> int:
    """Pixels of a table of so many rows."""
    return min(33 * (rows + 1) + 4, 420)


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
        st.session_state[told] = (ids[new[-1]], hash(tuple(ids)))
        excerpt.pick_below(ids[new[-1]])


def sources(loaded) -> None:
    """What came of each file: the documents, how each is dated and what it gave; then what could not be read."""
    st.caption(_outcome(loaded))
    for_people = {
        "name": COLUMNS.TextColumn("Document", width=250),
        "title": COLUMNS.TextColumn("Title", width=200),
        "published": COLUMNS.TextColumn("Published", width=105),
        "reason": COLUMNS.TextColumn("How we know", width=300),
        "language": COLUMNS.TextColumn("Language", width=80),
        "dated": COLUMNS.NumberColumn("Dated", width=65, format="localized"),
        "undated": COLUMNS.NumberColumn("Undated", width=80, format="localized"),
        "characters": COLUMNS.NumberColumn("Characters", width=90, format="localized"),
        "notes": COLUMNS.TextColumn("Notes", width=260),
    }
    rows = loaded.documents
    if len(rows):
        st.dataframe(
            rows[list(for_people)].assign(published=rows["published"].map(locale.value, na_action="ignore"),
                                          reason=[_reason(loaded.document[i].published, said) for i, said in zip(rows["doc_id"], rows["reason"])]),
            hide_index=True,
            column_config=for_people,
            placeholder="not known",
            key="documents-table",
            height=height(len(rows)),
            alt="The documents with their dates and how many events each gave",
        )
        _choose_date(loaded)
    taken.listed(loaded)
    _failures(loaded)


def _reason(date, otherwise: str) -> str:
    """How we know when a document was published, with a day of ours as the reader writes it; what the document says stays as it says it."""
    return read.how_known(date, locale.value) if date else otherwise


def _outcome(loaded) -> str:
    """In a line what came of the files."""
    rows, failures, out = loaded.documents, len(loaded.timeline.failures), len(taken.out(loaded))
    bare = int((rows["dated"] + rows["undated"]).eq(0).sum())
    said = [f"{locale.number(len(rows))} document{'s' * (len(rows) != 1)} read",
            f"{locale.number(bare)} of them without an event: the reason is in its notes" if bare else "",
            f"{locale.number(out)} taken out" if out else "",
            f"{locale.number(failures)} file{'s' * (failures != 1)} not read, or only in part" if failures else ""]
    return "; ".join(filter(None, said)) + "."


def _choose_date(loaded) -> None:
    left, right = st.columns(2)
    with left:
        doc_id = st.selectbox(
            "Set the date of", list(loaded.document), format_func=loaded.label, key="dating"
        )
        if doc_id:
            taken.ask(loaded, doc_id)
    with right:
        if doc_id:
            curate_date.editor(loaded, loaded.document[doc_id], "documents")


def _failures(loaded) -> None:
    failures = loaded.timeline.failures
    if failures:
        st.markdown("#### Not read, or only in part")
        st.dataframe([{"File": f.name, "What is wrong, and what to do": f.reason} for f in failures], hide_index=True,
                     key="failures-table", alt="Files that could not be read, with the reason")
