"""Two sets of documents beside each other: what only the one tells, what both tell, what only the other tells."""

import streamlit as st

from timeline import frame
from timeline.page import locale, tables

COLUMNS = st.column_config
SIDES = (("one", "Only the first"), ("both", "Both"), ("other", "Only the second"))


def show(loaded, shown, picked: str) -> None:
    """The choice of both sides, and three lists of the events shown."""
    if len(loaded.document) < 2:
        st.caption("To compare, there must be two documents or more.")
        return
    st.caption("Choose one or more documents on each side, such as two outlets or two versions. The filters hold here too.")
    for place, (key, label) in zip(st.columns(2), (("compare-one", "The first"), ("compare-other", "The second"))):
        st.session_state[key] = [d for d in st.session_state.get(key, []) if d in loaded.document]
        place.multiselect(label, list(loaded.document), key=key, format_func=loaded.label, placeholder="Choose documents")
    one, other = st.session_state["compare-one"], st.session_state["compare-other"]
    if one and other:
        _lists(loaded, frame.compare(shown.frame, one, other), picked)


def _lists(loaded, found: frame.Comparison, picked: str) -> None:
    for place, (name, label) in zip(st.columns(3), SIDES):
        rows = getattr(found, name)
        with place:
            st.markdown(f"**{label}** ({locale.number(len(rows))})")
            if len(rows):
                tables.table(loaded, rows, f"compare-{name}", picked, f"{label}: {locale.number(len(rows))} events",
                             {"when": COLUMNS.TextColumn("When", width=110), "title": COLUMNS.TextColumn("Title", width=260)})
