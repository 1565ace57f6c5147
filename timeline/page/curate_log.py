"""The log of edits as people read it: what undo and redo would do, by name; the whole log; and saving it as a project."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from timeline.page import curate, curate_edit, locale
from timeline.page.marked import literal
from timeline.project import Edit, Project, making
from timeline.project.edits import carried, effective

COLUMNS = st.column_config
WORDS = {
    "approve": "Approve", "hide": "Hide", "unhide": "Show again", "reading": "Take another reading of the date", "merge": "Merge",
    "split": "Split", "rename actor": "Rename an actor", "merge actors": "Merge actors", "hide actor": "Hide an actor", "add": "Add an event",
    "pin": "Date a document", "drop document": "Take a document out", "undo": "Undo",
}
FIELDS = {"title": "Change the title", "date": "Change the date", "actors": "Change the actors", "place": "Change the place",
          "note": "Change the note", "tags": "Change the tags", "star": "Star", "status": "Change the status"}
LONG = 26  # characters of a title beside a button: one line of the panel


def what(edit: Edit) -> str:
    """The kind of an edit, in words of ours."""
    if edit.action != "set":
        return WORDS.get(edit.action, "Edit")
    decided = {("star", False): "Take the star away", ("status", "check"): "Mark for a check"}
    return decided.get((edit.field, str(edit.value) if edit.field == "status" else edit.value is True), FIELDS.get(edit.field, "Change"))


def about(edit: Edit) -> str:
    """The events, the document or the actors it is about, in their own words: to be shown literally."""
    value = edit.value if isinstance(edit.value, dict) else {}
    named = [target.title or target.event_id for target in edit.targets] or list(value.get("from") or ()) or [value.get("title") or ""]
    return "; ".join(map(str, named))


def value(edit: Edit) -> str:
    """What was decided, in the person's own words: to be shown literally."""
    said = edit.value
    if edit.action in ("split", "undo") or said is None and edit.action != "pin":
        return ""
    if edit.action == "pin":
        return "as found" if said is None else locale.value(said) or "not known"
    if isinstance(said, dict):
        said = said.get("to") or _date(said) or ("" if edit.action != "set" else "undated")
    if isinstance(said, bool):
        return "starred" if said else "not starred"
    return "; ".join(map(str, said)) if isinstance(said, list) else str(said)


def _date(said: dict) -> str:
    """A date that was decided: the words as they were typed, a value of the calendar as the reader writes it."""
    words, edtf = str(said.get("text") or ""), str(said.get("edtf") or "")
    return locale.value(words or edtf) if words in ("", edtf) else words


def undo_redo(loaded) -> None:
    """Undo, dead where there is nothing to take back; redo only where something was undone: the rows are narrow."""
    before, after = curate.next_undo(loaded), curate.next_redo(loaded)
    st.button("Undo", key="undo", shortcut=curate.key("U"), on_click=curate.undo, args=(loaded,), disabled=before is None,
              help=f"Takes back: {what(before).lower()}" if before else None)
    if after:
        st.button("Redo", key="redo", shortcut=curate.key("Y"), on_click=curate.redo, args=(loaded,), help=f"Does again: {what(curate.undone(loaded, after)).lower()}")


def next_words(loaded) -> None:
    """What undo and redo would do, named; and why the last decision could not be taken."""
    curate.problem()
    before, after = curate.next_undo(loaded), curate.next_redo(loaded)
    lines = [("Undo", before)] if before else []
    lines += [("Redo", curate.undone(loaded, after))] if after else []
    said = "<br>".join(f"{verb}: {literal(_named(edit))}" for verb, edit in lines)
    if said:
        st.html(f"<p class='tl-quiet tl-undo' role='status'>{said}</p>")


def _named(edit: Edit) -> str:
    title, n = about(edit), len(edit.targets)
    title = f"{locale.number(n)} events" if n > 1 and edit.action != "merge" else title if len(title) <= LONG else title[:LONG - 1].rstrip() + "…"
    return what(edit).lower() + (f", “{title}”" if title else "")


def bar(loaded, files: list[str]) -> None:
    """Below the charts: add an event, show what was hidden by hand; where nothing is kept, that it is not."""
    with st.container(horizontal=True, vertical_alignment="center", key="curation"):
        st.button("Add an event", key="add-event", shortcut=curate.key("T"), icon=":material/add:", on_click=curate_edit.open_on, args=("",))
        n = curate.hidden(loaded)
        if n or st.session_state.get("show-hidden"):
            st.toggle(f"Show the {locale.number(n)} hidden by hand", key="show-hidden")
        if not loaded.is_kept and loaded.edits:
            n = len(effective(list(loaded.edits)))
            st.html(f"<p class='tl-quiet tl-unkept'>{locale.number(n)} edit{'s' * (n != 1)}, kept for now under this page’s address; a project keeps them for good.</p>")
            _saving(loaded, files, "bar")


def _saving(loaded, files: list[str], where: str) -> None:
    st.download_button("Save as a project", lambda: saved(loaded, files), "my.timeline", "application/octet-stream", key=f"save-project-{where}",
                       on_click="ignore", icon=":material/save:", help="One file with the documents, the events and every edit. "
                       "Open it again with: timeline serve --project my.timeline")


def saved(loaded, files: list[str]) -> bytes:
    """A project's file with the documents of this session and its whole log."""
    from timeline.page import library

    sources, at = library.sources_of(files), datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "my.timeline")
        with Project.new(path, now=lambda: at) as project:
            project.add(sources)
            known = {name: doc_id for doc_id, name in project.store.names().items()}
            there = {d.doc_id: d for d in (*loaded.found, *loaded.timeline.documents)}  # those that were taken out too
            given = [(there[known[name]], day) for name, day in st.session_state.get("days", {}).items() if known.get(name) in there]
            project.edit(*(making.pin(document, day) for document, day in given))
            numbers: dict[int, int] = {}
            for edit in loaded.edits:
                at = datetime.fromisoformat(edit.at)
                numbers[edit.edit_id] = project.edit(carried(edit, numbers))[0].edit_id
            project.extract(loaded.memory)
            project.backup(Path(folder, "whole.timeline"))
        return Path(folder, "whole.timeline").read_bytes()


def show(loaded, files: list[str]) -> None:
    """The whole log, the newest first; a row that is chosen can be taken back."""
    if not loaded.edits:
        st.caption("No edit yet. Each decision you take on this page is listed here, with who took it and when, and can be taken back.")
        return
    edits = list(reversed(loaded.edits))
    counts, lost = {edit.edit_id for edit in effective(list(loaded.edits))}, {orphan.edit.edit_id: orphan.reason for orphan in loaded.orphans}
    rows = [_row(edit, counts, lost) for edit in edits]
    picked = st.dataframe(rows, hide_index=True, key=f"log-{len(edits)}", on_select="rerun", selection_mode="single-row",
                          height=min(35 * (len(rows) + 1) + 3, 420), alt="The log of edits, the newest first", column_config={
                              "#": COLUMNS.NumberColumn(width=50, format="localized"),
                              "When": COLUMNS.TextColumn(width=170, help=f"In your time zone, {locale.zone()}. The log itself keeps the time of the world, UTC."), "What": COLUMNS.TextColumn(width=190), "About": COLUMNS.TextColumn(width=320),
                              "Value": COLUMNS.TextColumn(width=200), "State": COLUMNS.TextColumn(width=180)})["selection"]["rows"]
    chosen = edits[picked[0]] if picked and picked[0] < len(edits) else None
    is_live = chosen is not None and (chosen.edit_id in counts or chosen.action == "undo")
    with st.container(horizontal=True, vertical_alignment="center", key="log-actions"):
        st.button("Take this edit back", key="take-back", on_click=curate.undo, args=(loaded, chosen.edit_id if chosen else None),
                  disabled=not is_live, icon=":material/undo:", help="Choose a row first; the edits after it stay")
        if not loaded.is_kept:
            _saving(loaded, files, "log")
            st.caption("This log is kept for now under this page’s address, in the program’s memory. A project keeps it for good.")


def _row(edit: Edit, counts: set[int], lost: dict[int, str]) -> dict:
    state = "" if edit.action == "undo" else "undone" if edit.edit_id not in counts else f"finds nothing: {lost[edit.edit_id]}" if edit.edit_id in lost else "in force"
    said = f"edit {locale.number(edit.undoes or 0)}" if edit.action == "undo" else value(edit)
    return {"#": edit.edit_id, "When": locale.moment(edit.at), "Who": edit.who, "What": what(edit), "About": about(edit), "Value": said,
            "State": state}
