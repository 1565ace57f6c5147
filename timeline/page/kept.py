"""The page on a project: what is uploaded, pasted or dated goes into it at once, and a restart shows the same.

Another person's, or the command's, change is seen at the next touch of the page: the project's revision has moved then.
"""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from timeline import frame
from timeline.model import Failure, Timeline
from timeline.page import locale
from timeline.page.library import Loaded, on_shelf
from timeline.page.working import progress
from timeline.project import Problem, Project

PASTED = "Pasted text"
STOPPED = "Stopped before all documents were worked over; what you see is as it was before. All of them are kept in the project."


def load(path: str) -> Loaded:
    """The project's timeline, after what was given on the page has gone into it."""
    try:
        with Project(path) as project:
            try:
                _take_in(project)
            except Problem as problem:
                st.error("This could not be kept:")
                st.text(str(problem))
            return _shown(path, project)
    except Problem as problem:
        nothing = Timeline(failures=(Failure(Path(path).name, str(problem)),))
        return Loaded(nothing, frame.events_frame(nothing), False, is_kept=True)


def _take_in(project: Project) -> None:
    """Uploads and pasted texts, once each."""
    state = st.session_state
    uploaded, pasted = state.get("uploaded", []), state.get("pasted", [])
    days = state.setdefault("days", {})
    known = _added(project, uploaded) if uploaded else ()
    before = sum(name.startswith(PASTED) for name in project.store.names().values())
    for number, (name, data) in enumerate(pasted, before + 1):
        known += project.add([(f"{PASTED} {number}.txt", data)], published=days.get(name)).known
    state["pasted"] = []
    state["days"] = {key: day for key, day in state["days"].items() if key not in [name for name, _ in pasted]}
    if known:
        st.info(f"{locale.number(len(known))} of these {'is' if len(known) == 1 else 'are'} in the project already.")


def _added(project: Project, uploaded: list) -> tuple[Failure, ...]:
    """One file after the other, each kept once it is read; stopped, those that are left are given up."""
    state, known = st.session_state, ()
    state["stopped"] = ""
    with progress(lambda: state.update({"uploaded": []}), "adding") as report:
        for number, item in enumerate(uploaded):
            report(number, 0, item[0])
            known += project.add([item]).known
            state["uploaded"] = uploaded[number + 1:]
    state["round"] = state.get("round", 0) + 1  # the box is empty again
    return known


def _shown(path: str, project: Project) -> Loaded:
    """The project as it stands; extracted first, if that is due and nobody stopped it."""
    state, memory = st.session_state, _memories().setdefault(str(Path(path).resolve()), {})
    stale = project.is_stale()
    if stale and not state.get("stopped"):
        with progress(lambda: state.update({"stopped": STOPPED}), "finding") as report:
            project.extract(memory, report)
        stale = False
    state["seen"] = project.revision()[1]
    loaded = on_shelf((path, project.revision()), lambda: _read(project, memory))
    return replace(loaded, stopped=STOPPED) if stale else loaded


def _read(project: Project, memory: dict) -> Loaded:
    timeline = project.timeline(hidden=True)
    texts = {document.doc_id: document.text for document in timeline.documents}
    found = tuple(replace(one[0], text=texts.get(one[0].doc_id, one[0].text)) for one in project.store.documents() if one[3] is None)
    return Loaded(timeline, frame.events_frame(timeline), False, memory, True, tuple(project.edits()), project.orphans(), found)


@st.cache_resource(show_spinner=False)
def _memories() -> dict[str, dict]:
    """What was worked out for each project, so that one more document costs no more than itself."""
    return {}
