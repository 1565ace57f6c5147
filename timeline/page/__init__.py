"""The dashboard's panels, top to bottom; the only room that imports streamlit.

Law of the page: text of a document is hostile. It goes into widgets that show it literally (data frames, the options
of select boxes) or through `marked`, which escapes it; never into a label, markdown, a caption or a file name.
"""

from pathlib import Path

STYLE, ICON = (
    Path(__file__).with_name(name) for name in ("style.css", "icon.svg")
)  # an icon by name would be fetched from afar


def show(files: list[str] = (), project: str = "") -> None:
    """The whole page. `files`: documents to open with; none for the demo. `project`: the project's file to show and keep all in."""
    import streamlit as st

    from timeline.page import (
        address,
        board,
        curate,
        curate_edit,
        curate_log,
        documents,
        filters,
        header,
        kept,
        keys,
        library,
        printed,
        sessions,
        tabs,
        welcome,
    )

    st.html(STYLE)
    st.session_state["project"] = project
    sessions.keep()
    loaded = kept.load(project) if project else curate.replayed(library.load(files))
    address.restore(loaded)
    if welcome.is_needed(loaded):
        welcome.invite(loaded)
        return
    if st.session_state.get("print"):
        printed.show(loaded)
        return
    with st.sidebar:
        view = filters.ask(loaded)
        documents.add(loaded)
        keys.show()
    shown = view.chosen(curate.in_sight(loaded))
    header.show(loaded, shown)
    sessions.notice()
    filters.chips(loaded, view)
    left, right = st.columns([.7, .3], gap="medium")
    with left:
        board.show(loaded, view, shown)
    with right, st.container(key="beside"):
        board.reading(loaded, view, shown)
    curate_log.bar(loaded, files)
    tabs.show(loaded, view, shown, files)
    curate_edit.dialogs(loaded)
