"""What of the page is drawn anew: all of it, unless a callback says that its parts will do.

Two parts show which event is read: the panel beside the chart (READING) and the view below it that is open (VIEWS). Each is a
fragment. Whatever is done in one of them draws the whole page anew, as everywhere else, except where the callback ends
with `only`: choosing an event draws the panel and, where they are in sight, the views; turning to another view draws that.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

READING, VIEWS = "reading", "views"


def only(*names: str) -> None:
    """The last word of a callback: these parts suffice. Where it was not called from a part, the whole page is drawn."""
    st.session_state["parts"] = set(names)
    if _is_part():
        st.rerun(list(names))


def begin(name: str) -> None:
    """At the beginning of a part: if it is drawn alone, and no callback said that it may be, the whole page is."""
    wanted = st.session_state.get("parts") or set()
    if _is_part() and name not in wanted:
        st.rerun()
    st.session_state["parts"] = wanted - {name}


def _is_part() -> bool:
    context = get_script_run_ctx()
    return bool(context and context.fragment_ids_this_run)
