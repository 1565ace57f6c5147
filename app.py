"""The dashboard: `make run`, or `streamlit run app.py -- [--project=FILE] FILE…`. What it shows is in timeline/page/."""

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
given = sys.argv[1:]
project = next((word.removeprefix("--project=") for word in given if word.startswith("--project=")), "")
show([word for word in given if not word.startswith("--project=")], project)
