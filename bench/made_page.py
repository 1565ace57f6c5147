"""The dashboard on made-up events: `streamlit run bench/made_page.py -- 20000`. For measuring; reads no document."""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import made  # noqa: E402
from timeline import frame  # noqa: E402
from timeline.page import ICON, library, server, show  # noqa: E402


@st.cache_resource(show_spinner=False)
def loaded(number: int) -> library.Loaded:
    """The made-up timeline, once for all sessions."""
    return library.on_shelf(("made", number), lambda: _made(number))


def _made(number: int) -> library.Loaded:
    timeline = made.timeline(number)
    return library.Loaded(timeline, frame.events_frame(timeline), False)


if __name__ != "__main__":
    app = st.App(__file__, **server.around())
else:
    st.set_page_config("Timeline", ICON, "wide")
    st.session_state.setdefault("days", {})  # what a person said of the documents' dates, which reading would have begun
    library.load = lambda files: loaded(int(sys.argv[1]))
    show()
