"""The dashboard: `make run`, or `streamlit run app.py -- FILE…`. What it shows is in timeline/page/."""

import sys

import streamlit as st

from timeline.page import ICON, show

st.set_page_config(
    "Timeline",
    ICON,
    "wide",
    menu_items={
        "About": "Every event on this page is a verbatim span of a document and was dated by a rule with a name. Nothing leaves this computer."
    },
)
show(sys.argv[1:])
