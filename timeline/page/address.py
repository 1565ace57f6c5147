"""The view in the address: pasted in a new tab, the same actors, range, filters, search, event, tab and document."""

from dataclasses import dataclass

import streamlit as st

from timeline import frame
from timeline.page import sessions
from timeline.rows import Rows

LISTS = ("actor", "document", "precision", "modality", "status", "tag")
TEXTS = ("match", "from", "to", "search", "event", "span", "tab", "text", "print")
NUMBERS = ("sources", "top")
OF_CHART = ("zoom", "axis", "colour")  # written by the browser (stage/web/address.js) and left as they are
NEW = "new"  # in the address and on the page, what the frame has as the empty status


@dataclass(frozen=True, slots=True)
class View:
    """The filters as they stand; days as day numbers; `marks` as the frame has them. `number`: only so many, None for all."""

    actors: tuple[str, ...] = ()
    match: str = "any"
    first: int | None = None
    last: int | None = None
    documents: tuple[str, ...] = ()
    search: str = ""
    marks: frame.Marks = frame.Marks()
    number: int | None = None

    def chosen(self, rows: Rows) -> Rows:
        """The rows that pass, shared by all who look at the same of these rows."""
        return rows.columns.held((self, rows), lambda: rows.select(self.actors, self.match, self.first, self.last, self.documents,
                                                                    self.search, self.marks, self.number))


def restore(loaded) -> None:
    """Once a session: the state of the widgets from the address. Always: drop what these documents do not have."""
    state = st.session_state
    known = {"actor": loaded.actors, "document": loaded.document, **loaded.values}
    state["strange"] = 0
    if "restored" not in state:
        state["restored"] = True
        _read()
        state["strange"] = _strange({**known, "event": loaded.event})
    for name, there in known.items():
        state[name] = [value for value in state.get(name, []) if value in there]
    for name in ("from", "to", "search", "starred", *NUMBERS):
        state[name] = state.get(name)  # a widget that is not drawn in one run would else forget what it held


def _strange(known: dict) -> int:
    """How many of the things that the address names are not in these documents."""
    asked = {name: st.session_state.get(name) or [] for name in known}
    return sum(value not in known[name] for name, values in asked.items() for value in ([values] if isinstance(values, str) else values))


def _read() -> None:
    state, asked = st.session_state, st.query_params
    for name in LISTS:
        state[name] = asked.get_all(name)
    for name in TEXTS:
        state[name] = asked.get(name, "")
    for name in NUMBERS:
        state[name] = _number(asked.get(name, ""))
    state["starred"] = asked.get("starred") == "yes"
    state["match"] = "all" if state["match"] == "all" else "any"


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdecimal() and 0 < len(typed) < 7 and int(typed) else None


def write(view: View) -> None:
    """The address as the view has it; what is at its default is left out."""
    state = st.session_state
    wanted = {name: list(state.get(name) or []) for name in LISTS} | {name: state.get(name) or "" for name in TEXTS}
    wanted |= {name: str(state.get(name) or "") for name in NUMBERS} | {"starred": "yes" if view.marks.starred else ""}
    wanted[sessions.NAME] = state.get(sessions.NAME, "")
    wanted["match"] = "" if view.match == "any" else view.match
    wanted = {name: value for name, value in wanted.items() if value} | {name: st.query_params[name] for name in OF_CHART if name in st.query_params}
    held = {
        name: st.query_params.get_all(name) if name in LISTS else st.query_params.get(name) for name in st.query_params
    }
    if held != wanted:
        st.query_params.from_dict(wanted)
