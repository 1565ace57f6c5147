"""The view in the address: pasted in a new tab, the same actors, range, documents, search and event."""

from dataclasses import dataclass

import streamlit as st

from timeline import frame

LISTS, TEXTS = ("actor", "document"), ("match", "from", "to", "search", "event", "span")


@dataclass(frozen=True, slots=True)
class View:
    """The filters as they stand; days as day numbers."""

    actors: tuple[str, ...] = ()
    match: str = "any"
    first: int | None = None
    last: int | None = None
    documents: tuple[str, ...] = ()
    search: str = ""

    def select(self, events, in_range: bool = True):
        """The rows of an events' frame that pass."""
        first, last = (self.first, self.last) if in_range else (None, None)
        return frame.select(events, self.actors, self.match, first, last, self.documents, self.search)


def restore(loaded) -> None:
    """Once a session: the state of the widgets from the address. Always: drop what these documents do not have."""
    state = st.session_state
    if "restored" not in state:
        state["restored"] = True
        for name in LISTS:
            state[name] = st.query_params.get_all(name)
        for name in TEXTS:
            state[name] = st.query_params.get(name, "")
        state["match"] = "all" if state["match"] == "all" else "any"
    for name, known in (("actor", loaded.actors), ("document", loaded.document)):
        state[name] = [value for value in state.get(name, []) if value in known]


def write(view: View) -> None:
    """The address as the view has it; what is at its default is left out."""
    state = st.session_state
    wanted = {name: list(state.get(name) or []) for name in LISTS} | {name: state.get(name) or "" for name in TEXTS}
    wanted["match"] = "" if view.match == "any" else view.match
    wanted = {name: value for name, value in wanted.items() if value}
    held = {
        name: st.query_params.get_all(name) if name in LISTS else st.query_params.get(name) for name in st.query_params
    }
    if held != wanted:
        st.query_params.from_dict(wanted)
