"""The dashboard: `make run`, or `streamlit run app.py -- [--project=FILE] FILE…`. What it shows is in timeline/page/.

Streamlit imports this file once, for the `app` that serves it, and runs it as `__main__` whenever a page is drawn.
"""

import sys

import streamlit as st

from timeline.page import ICON, show

if __name__ != "__main__":
    from timeline.page import server

    app = st.App(__file__, **server.around())
else:
    st.set_page_config(
        "Timeline",
        ICON,
        "wide",
        menu_items={
            "About": "Every event on this page is a verbatim span of a document and was dated by a rule with a name. Nothing leaves this computer."
        },
    )
    given = sys.argv[1:]
    project = next((word.removeprefix("--project=") for word in given if word.startswith("--project=")), "")
    show([word for word in given if not word.startswith("--project=")], project)
