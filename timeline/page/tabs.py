"""The views below the chart, one open at a time and all on one state: the same filters, the same event that is read.

Every check and every chart beside the two of the stage is a view by itself; it is worked out and drawn when it is opened. The
row of their names is a component of our own: Streamlit's takes the browser longer, each time, than all that is in the views.

Nothing is drawn below the fold: the row watches whether the views are in sight, and asks for them when they come into it, and
again when another event is read meanwhile.
"""

from pathlib import Path

import streamlit as st

from timeline.folder import modules
from timeline.page import (
    address,
    charted,
    compared,
    curate_log,
    excerpt,
    findings,
    locale,
    parts,
    people,
    reader,
    tables,
)

STAGE = ("lanes", "histogram")  # the charts that stand above
SCRIPT = Path(__file__).with_name("tabs.js")


@st.fragment(key=parts.VIEWS)
def show(loaded, view, shown, files: list[str] = ()) -> None:
    """The tabs, and what is in the open one; then the address, which names what is open and read."""
    parts.begin(parts.VIEWS)
    picked, state = excerpt.picked(loaded, shown), st.session_state
    views = _views(loaded, view, shown, picked, files)
    if state.get("tab") not in views:
        state["tab"] = next(iter(views))
    with st.container(key="views"):
        _row()(key="view-row", data={"names": list(views), "counts": {"Undated": locale.number(len(shown.undated))}, "open": state["tab"], "read": picked if state.get("sight") else None},
               on_open_change=_turn, on_sight_change=_come)
        with st.container(key="view"):
            if state.get("sight"):
                views[state["tab"]]()
            else:
                st.html("<p class='tl-quiet'>One moment …</p>")
    address.write(view)


def _turn() -> None:
    """Another view was asked for."""
    chosen = st.session_state["view-row"].get("open")
    if isinstance(chosen, str):
        st.session_state["tab"] = chosen
        _come()


def _come() -> None:
    """The views are in sight."""
    st.session_state["sight"] = True
    parts.only(parts.VIEWS)


@st.cache_resource(show_spinner=False)
def _row():
    return st.components.v2.component("timeline_tabs", html="<div class='tl-tabs' role='tablist' aria-label='Views of the same events'></div>",
                                      js=SCRIPT.read_text("utf-8"), isolate_styles=False)


def _views(loaded, view, shown, picked: str, files: list[str]) -> dict:
    """Name -> what draws it."""
    found = {
        "Table": lambda: tables.events(loaded, shown, picked),
        "Text": lambda: reader.show(loaded, shown, picked),
        "Undated": lambda: tables.undated(loaded, shown, picked),
    }
    for name, module in modules("timeline.charts").items():
        if name not in STAGE:
            found[module.TITLE] = lambda m=module, n=name: charted.show(m, n, shown, view, picked)
    for name, module in modules("timeline.checks").items():
        found[module.TITLE] = lambda m=module, n=name: findings.show(loaded, m, n, shown)
    return found | {
        "Documents": lambda: tables.sources(loaded),
        "Actors": lambda: people.show(loaded),
        "Edits": lambda: curate_log.show(loaded, files),
        "Compare": lambda: compared.show(loaded, shown, picked),
    }
