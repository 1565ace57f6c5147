"""The views below the chart, one open at a time and all on one state: the same filters, the same event that is read.

Every check and every chart beside the two of the stage is a view by itself; what costs time is worked out when it is opened.
"""

import streamlit as st

from timeline.folder import modules
from timeline.page import address, charted, compared, curate_log, excerpt, findings, parts, people, reader, tables

STAGE = ("lanes", "histogram")  # the charts that stand above


@st.fragment(key=parts.VIEWS)
def show(loaded, view, shown, files: list[str] = ()) -> None:
    """The tabs, and what is in the open one; then the address, which names what is open and read."""
    parts.begin(parts.VIEWS)
    views = _views(loaded, view, shown, excerpt.picked(loaded, shown), files)
    if st.session_state.get("tab") not in views:
        st.session_state["tab"] = next(iter(views))
    for place, draw in zip(st.tabs(list(views), key="tab", on_change=lambda: parts.only(parts.VIEWS)), views.values()):
        if place.open:
            with place:
                draw()
    address.write(view)


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
