"""The page on a project: what is uploaded, pasted or dated goes into it at once, and a restart shows the same.

Another person's, or the command's, change is seen at the next touch of the page: the project's revision has moved then.
"""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from timeline import frame
from timeline.model import Failure, Timeline
from timeline.page.library import Loaded, on_shelf, progress
from timeline.project import Problem, Project

PASTED = "Pasted text"


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
    known = project.add(uploaded).known if uploaded else ()
    state["uploaded"] = []
    before = sum(name.startswith(PASTED) for name in project.store.names().values())
    for number, (name, data) in enumerate(pasted, before + 1):
        known += project.add([(f"{PASTED} {number}.txt", data)], published=days.get(name)).known
    state["pasted"] = []
    state["days"] = {key: day for key, day in state["days"].items() if key not in [name for name, _ in pasted]}
    if known:
        st.info(f"{len(known)} of these {'is' if len(known) == 1 else 'are'} in the project already.")


def _shown(path: str, project: Project) -> Loaded:
    memory = _memories().setdefault(str(Path(path).resolve()), {})
    if project.is_stale():
        with progress() as report:
            project.extract(memory, report)
    st.session_state["seen"] = project.revision()[1]
    return on_shelf((path, project.revision()), lambda: _read(project, memory))


def _read(project: Project, memory: dict) -> Loaded:
    timeline = project.timeline(hidden=True)
    texts = {document.doc_id: document.text for document in timeline.documents}
    found = tuple(replace(one[0], text=texts.get(one[0].doc_id, one[0].text)) for one in project.store.documents() if one[3] is None)
    return Loaded(timeline, frame.events_frame(timeline), False, memory, True, tuple(project.edits()), project.orphans(), found)


@st.cache_resource(show_spinner=False)
def _memories() -> dict[str, dict]:
    """What was worked out for each project, so that one more document costs no more than itself."""
    return {}
