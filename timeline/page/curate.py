"""What a person decides on the page: edits in the project's log or, where no project is open, in a log of this session.

Both logs are the same records and are replayed in the same way (timeline/project); that of the session is kept for a while
under the page's address (timeline/page/sessions.py), and for good once it is saved as a project. Nothing is decided but in `decide`, `undo` and `redo`.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from timeline import frame
from timeline.project import Edit, Problem, Project, dropping, replay
from timeline.project.edits import pins, redoable, taken_back, undoable
from timeline.project.project import user
from timeline.rows import Rows

HIDDEN = "hidden"


def key(shortcut: str) -> str | None:
    """The shortcut of a button of the page; none while a dialog is open, whose keys are its own."""
    state = st.session_state
    return None if state.get("editing") is not None or state.get("asking") else shortcut


def names(loaded) -> dict[str, str]:
    """doc_id -> name of the documents."""
    return {document.doc_id: document.name for document in loaded.timeline.documents}


def session_log() -> list[Edit]:
    """The log where no project is open."""
    return st.session_state.setdefault("log", [])


def pinned(known: dict[str, str]) -> dict[str, str]:
    """doc_id -> the day that was given for it in this session. `known`: doc_id -> name."""
    return pins(session_log(), known)[0]


def replayed(loaded):
    """What was read in this session, as the session's edits leave it."""
    log, held = session_log(), st.session_state.get("replayed")
    if not log:
        return loaded
    if held is None or held[0] is not loaded or held[1] != len(log):
        known = names(loaded)
        done = replay(loaded.timeline.events, log, known, loaded.document.get)
        timeline = dropping.without(replace(loaded.timeline, events=done.events), dropping.dropped(log, known)[0])
        edited = replace(loaded, timeline=timeline, events=frame.events_frame(timeline), edits=tuple(log),
                         orphans=(*pins(log, known)[1], *done.orphans), found=loaded.found or loaded.timeline.documents)
        held = st.session_state["replayed"] = (loaded, len(log), edited)
    return held[2]


def in_sight(loaded) -> Rows:
    """The events without those that a person hid, unless these are asked for."""
    return loaded.rows if st.session_state.get("show-hidden") else without_hidden(loaded)


def without_hidden(loaded) -> Rows:
    """The events that no person hid."""
    return loaded.rows.made("not hidden", lambda: loaded.rows.where(~loaded.rows.columns.is_one_of("status", (HIDDEN,))))


def hidden(loaded) -> int:
    """How many events were hidden by hand."""
    return len(loaded.rows) - len(without_hidden(loaded))


def reviewed(loaded) -> tuple[int, int]:
    """(events that were approved, hidden or marked for a check, all events)."""
    new = loaded.rows.made("not reviewed", lambda: int(loaded.rows.columns.is_one_of("status", ("",)).sum()))
    return len(loaded.rows) - new, len(loaded.rows)


def decide(make: Callable[[], Edit | list[Edit]], said: str = "") -> bool:
    """Put what `make` gives into the log. `said`: a word of ours on what was done. A problem is told on the page."""
    def put():
        made = make()
        edits = [made] if isinstance(made, Edit) else made
        if _path():
            with Project(_path()) as project:
                done = project.edit(*(replace(edit, seen=st.session_state.get("seen", 0)) for edit in edits))
        else:
            done = [_remember(edit) for edit in edits]
        st.session_state["decided"] = [edit.edit_id for edit in done]
        return said

    return _tried(put)


def undo(loaded, edit_id: int | None = None) -> None:
    """Take back the edit of this number, else the last; the event it was about is read next."""
    edit = taken_back(list(loaded.edits), edit_id, None if edit_id else user())
    if edit and edit.action != "undo":
        for target in edit.targets[:1]:
            st.session_state["event"] = target.event_id or st.session_state.get("event", "")
    _tried(lambda: _undo(edit_id))


def redo(loaded) -> None:
    """Do again what was undone last."""
    again = next_redo(loaded)
    if again:
        _tried(lambda: _undo(again.edit_id))


def next_undo(loaded) -> Edit | None:
    """The edit that `undo` takes back."""
    return undoable(list(loaded.edits), user())


def next_redo(loaded) -> Edit | None:
    """The undo that `redo` takes back."""
    return redoable(list(loaded.edits), user())


def undone(loaded, undo: Edit) -> Edit:
    """The edit that an undo took back."""
    return next((edit for edit in loaded.edits if edit.edit_id == undo.undoes), undo)


def _undo(edit_id: int | None) -> str:
    if _path():
        with Project(_path()) as project:
            project.undo(edit_id)
        return ""
    edit = taken_back(session_log(), edit_id, user())
    if edit is None:
        raise Problem("There is nothing to undo.")
    _remember(Edit("undo", edit.targets, undoes=edit.edit_id))
    return ""


def _remember(edit: Edit) -> Edit:
    log = session_log()
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    log.append(replace(edit, edit_id=len(log) + 1, at=at, who=user(), seen=len(log)))
    return log[-1]


def _path() -> str:
    return st.session_state.get("project", "")


def _tried(work: Callable[[], str]) -> bool:
    """Whether it could be done; why not is shown once, at the place of `problem`."""
    try:
        said = work()
    except Problem as trouble:
        refuse(trouble)
        return False
    st.session_state.pop("curate-problem", None)
    if said:
        st.toast(said)
    return True


def refuse(trouble: Problem) -> None:
    """What a person wished for cannot be done; it is told at the place of `problem`."""
    st.session_state["curate-problem"] = str(trouble)


def problem() -> None:
    """Why the last decision could not be taken, once."""
    if trouble := st.session_state.pop("curate-problem", ""):
        st.error("This was not done:", icon=":material/error:")
        st.text(trouble)
