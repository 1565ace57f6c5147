"""The views below the chart, one open at a time and all on one state: the same filters, the same event that is read.

Every check and every chart beside the two of the stage is a view by itself; what costs time is worked out when it is opened.
"""

import streamlit as st

from timeline.folder import modules
from timeline.page import charted, compared, curate_log, findings, people, reader, tables

STAGE = ("lanes", "histogram")  # the charts that stand above


def show(loaded, view, shown, picked: str, files: list[str] = ()) -> None:
    """The tabs, and what is in the open one."""
    views = _views(loaded, view, shown, picked, files)
    if st.session_state.get("tab") not in views:
        st.session_state["tab"] = next(iter(views))
    for place, (draw, is_cheap) in zip(st.tabs(list(views), key="tab", on_change="rerun"), views.values()):
        with place:
            if is_cheap or place.open:
                draw()


def _views(loaded, view, shown, picked: str, files: list[str]) -> dict:
    """Name -> (what draws it, whether it is drawn unseen too)."""
    found = {
        "Table": (lambda: tables.events(loaded, shown, picked), True),
        "Text": (lambda: reader.show(loaded, shown, picked), False),
        "Undated": (lambda: tables.undated(loaded, shown, picked), True),
    }
    for name, module in modules("timeline.charts").items():
        if name not in STAGE:
            found[module.TITLE] = (lambda m=module, n=name: charted.show(m, n, shown, view, picked), False)
    for name, module in modules("timeline.checks").items():
        found[module.TITLE] = (lambda m=module, n=name: findings.show(loaded, m, n, shown), False)
    return found | {
        "Documents": (lambda: tables.sources(loaded), True),
        "Actors": (lambda: people.show(loaded), False),
        "Edits": (lambda: curate_log.show(loaded, files), True),
        "Compare": (lambda: compared.show(loaded, shown, picked), False),
    }


