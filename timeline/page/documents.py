"""Giving documents to the page."""

import streamlit as st

from timeline.page import importing, locale
from timeline.page.curate_date import ANY_DATE

FILES, FOLDER = "Files", "A folder"
READABLE = "Texts, web pages, PDF, Word, OpenDocument, e-books, mail, feeds, tables of articles, and archives of these. What cannot be read is named with the reason."


def add(loaded) -> None:
    """The sidebar's part: upload, paste, back to the demo."""
    st.markdown("### Documents")
    give()
    if loaded.is_kept:
        importing.ask(st.session_state["project"])
        st.caption("What you add here, and every date you set, is kept in the project.")
    elif not loaded.is_demo:
        st.button("Back to the demo", on_click=_back, icon=":material/undo:", width="stretch")


def give(is_open: bool = False) -> None:
    """Upload and paste. `is_open`: the field for a text stands open."""
    whole = st.session_state.setdefault("upload-what", FILES) == FOLDER
    st.file_uploader(
        "Add a folder with all that is in it" if whole else "Add files, or a zip of them",
        accept_multiple_files="directory" if whole else True, key=f"upload-{_round()}-{whole}", on_change=_take, args=(whole,), help=READABLE
    )
    st.segmented_control("What to add", [FILES, FOLDER], key="upload-what", required=True, label_visibility="collapsed", on_change=_settle)
    if n := len(st.session_state.get("before") or ()):
        st.caption(f"{locale.number(n)} file{'s' * (n != 1)} added before {'stay' if n != 1 else 'stays'}; what you add now comes on top.")
    pasting = st.expander("Paste a text", expanded=is_open, icon=":material/content_paste:", key="paste", on_change="rerun")
    if pasting.open or st.session_state.get("pasting"):  # what was typed is not lost when it is closed
        with pasting:
            _pasting()


def _pasting() -> None:
    st.text_area("Text", key="pasting", height=140, placeholder="Paste an article or a note")
    st.text_input("Published on (if known)", key="pasting-day", placeholder="2019-02-28", help=ANY_DATE)
    st.button("Add this text", on_click=_paste, width="stretch")
    if st.session_state.pop("paste-error", None):
        st.error(st.session_state.pop("paste-message", ANY_DATE))


def _round() -> int:
    """A new number empties the upload box."""
    return st.session_state.setdefault("round", 0)


def _take(whole: bool) -> None:
    files = st.session_state[f"upload-{_round()}-{whole}"] or []
    st.session_state["uploaded"] = [*st.session_state.get("before", []), *((file.name, file.getvalue()) for file in files)]


def _settle() -> None:
    """The other box is an empty one: what came by this stays."""
    st.session_state["before"] = list(st.session_state.get("uploaded", []))


def _paste() -> None:
    state = st.session_state
    text, typed = state["pasting"].strip(), state["pasting-day"].strip()
    day = parse(typed) if typed else None
    if not text or (typed and not day):
        state["paste-error"], state["paste-message"] = True, ANY_DATE if text else "There is no text to add yet."
        return
    pasted = state.setdefault("pasted", [])
    name = f"Pasted text {len(pasted) + 1}.txt"
    state["pasted"] = [*pasted, (name, text.encode("utf-8", "replace"))]
    if day:
        state["days"] = state["days"] | {name: day}
    state["pasting"] = state["pasting-day"] = ""


def _back() -> None:
    state = st.session_state
    state["round"] = _round() + 1
    state.update({"uploaded": [], "before": [], "pasted": [], "days": {}, "event": ""})


def parse(typed: str) -> str | None:
    """A day as a person typed it, in ISO 8601; None if it is no full date."""
    from timeline import read

    day = read.published.parse_day(typed, locale.typed_order())
    return day.isoformat()[:10] if day else None
