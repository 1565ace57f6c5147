"""A table of events into the project: its columns are guessed, shown with five rows, changed at will, and remembered."""

import streamlit as st

from timeline import imports
from timeline.page import locale
from timeline.project import Problem, Project
from timeline.read import Unreadable

NONE = "(none)"
SHOWN = 5  # rows of the preview
ALWAYS = ("title", "date", "end", "actors", "place", "excerpt", "tags")  # fields that are asked for, whatever is guessed
NAMES = {"title": "Title", "date": "Date", "start": "Start", "end": "End", "year": "Year", "month": "Month", "day": "Day", "end_year": "End: year",
         "end_month": "End: month", "end_day": "End: day", "actors": "Actors", "place": "Place", "excerpt": "Text", "tags": "Tags"}
ORDERS = {"": "the rows do not tell: day first is taken", "DMY": "day first: 3/4/2019 is 3 April", "MDY": "month first: 3/4/2019 is 4 March"}
HELP = "Events that were written down elsewhere: what this program wrote as CSV or JSON Lines, TimelineJS, or any table with a row for each event."


def ask(path: str) -> None:
    """The sidebar's part, for the project at `path`."""
    state = st.session_state
    with st.expander("Import a table of events", icon=":material/table_rows:"):
        file = st.file_uploader("CSV, TSV, JSON Lines, or TimelineJS’s JSON", key=f"table-{state.setdefault('tables', 0)}", help=HELP)
        if file:
            _table(path, file.name, file.getvalue())
        if said := state.pop("imported", ""):
            st.text(said)


def _table(path: str, name: str, data: bytes) -> None:
    """What the table would bring, and the button that brings it."""
    try:
        table = imports.open_table(name, data)
        with Project(path) as project:
            mapping = None if table.is_own else _columns(table, *imports.remembered(project, table))
    except (Unreadable, Problem) as problem:
        st.error("This table cannot be imported:")
        st.text(str(problem))
        return
    if problem := mapping.problem(table) if mapping else "":
        st.text(problem)
        return
    if mapping and mapping.is_in_doubt(table):
        st.warning("Some dates in numbers could start with the day or the month, and no row tells which. Choose above.")
    found = imports.read(table, mapping)
    st.dataframe(_preview(found.events), hide_index=True, width="stretch")
    st.button(f"Import {locale.number(len(found.events))} event{'' if len(found.events) == 1 else 's'}", on_click=_keep, type="primary",
              args=(path, data, table, mapping, found), width="stretch", key="import-table")


def _columns(table: imports.Table, mapping: imports.Mapping, is_known: bool) -> imports.Mapping:
    """The mapping as a person leaves it."""
    st.caption("Read as the last table with these columns was." if is_known else "Which column holds what was guessed from the names. Change what is wrong.")
    fields = [name for name in imports.FIELDS if name in ALWAYS or name in mapping.columns]
    chosen = {name: _column(table, name, mapping.columns.get(name, NONE)) for name in fields}
    order = st.selectbox("Dates in numbers", list(ORDERS), list(ORDERS).index(mapping.order), ORDERS.get, key=_key(table, "order"))
    return imports.Mapping({name: column for name, column in chosen.items() if column != NONE}, order, mapping.separator)


def _column(table: imports.Table, name: str, column: str) -> str:
    options = [NONE, *table.header]
    return st.selectbox(NAMES[name], options, options.index(column) if column in options else 0, key=_key(table, name))


def _key(table: imports.Table, name: str) -> str:
    return f"map-{st.session_state['tables']}-{table.signature[:12]}-{name}"


def _preview(events) -> dict[str, list[str]]:
    """The first rows, as they would come in."""
    few = events[:SHOWN]
    return {"When": [locale.dated(event) for event in few], "Title": [event.title for event in few], "Actors": ["; ".join(event.actors) for event in few],
            "Place": [event.place for event in few], "Why undated": [event.reason for event in few]}


def _keep(path: str, data: bytes, table: imports.Table, mapping: imports.Mapping | None, found: imports.Imported) -> None:
    state = st.session_state
    try:
        with Project(path) as project:
            kept = imports.keep(project, data, table, mapping, found)
    except Problem as problem:
        state["imported"] = str(problem)
        return
    state["tables"] += 1  # the box is empty again
    state["imported"] = f"Nothing was imported: {kept.reason}." if kept.reason else (
        f"{locale.number(kept.new)} imported, {locale.number(kept.undated)} of them undated; {locale.number(kept.known)} were in the project already.")
