"""Long work on the page: a bar with the name of the document at hand, a way to stop, and nothing done twice.

A touch of the page ends the run that is under way, at its next word to the browser. So what is done is kept in the
session: the next run goes on where that one was, or, if the touch was "Stop", makes do with what there is.
"""

from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import streamlit as st

from timeline.model import Document, Failure, Timeline
from timeline.page import locale


@dataclass
class Work:
    """What has been done of some sources. `limit`: so many documents are worked over and no more, None for all."""

    key: str
    documents: dict[str, Document] = field(default_factory=dict)
    failures: dict[Failure, None] = field(default_factory=dict)
    memory: dict = field(default_factory=dict, repr=False)  # of `timeline.build.build`
    is_read: bool = False
    reading: object = None  # the documents that are still to come, in the midst of which a run may be ended
    seen: set[str] = field(default_factory=set)  # doc_ids that came in this reading
    was_cut: bool = False  # reading was stopped
    done: int = 0  # documents that are worked over
    limit: int | None = None

    @property
    def is_stopped(self) -> bool:
        """Whether a person stopped it."""
        return self.was_cut or self.limit is not None

    def again(self) -> "Work":
        """The same for a session that takes it over: what was in the midst of being read is begun anew, the rest is done."""
        return replace(self, documents=dict(self.documents), failures=dict(self.failures), reading=None, seen=set())

    def mark(self) -> tuple:
        """What the result depends on beyond the sources; () while nothing was stopped."""
        return ("stopped", len(self.documents), self.limit) if self.is_stopped else ()

    def go_on(self, sources: list, report) -> Timeline:
        """The timeline of the sources, or of what was done of them when a person stopped."""
        from timeline.build import build

        if not self.is_read:
            self._read(sources, report)
        chosen = list(self.documents.values())[:self.limit]
        found = build(chosen, progress=lambda *said: self._tell(report, *said), memory=self.memory)
        return Timeline(found.documents, found.events, tuple(dict.fromkeys((*self.failures, *found.failures))), found.actors, found.rejected)

    def _read(self, sources: list, report) -> None:
        from timeline import read
        from timeline.build import TWICE

        if self.reading is None:
            self.reading, self.seen = read.open_sources(sources), set()
        for got in self.reading:
            if isinstance(got, Failure):
                self.failures[got] = None
            elif got.doc_id in self.seen:
                self.failures[Failure(got.name, TWICE)] = None
            else:
                self.seen.add(got.doc_id)
                self.documents[got.doc_id] = got
            report(len(self.documents), 0, got.name)
        self.is_read, self.reading = True, None

    def _tell(self, report, done: int, total: int, name: str) -> None:
        if total:  # else it is only taking over what was read here
            self.done = max(self.done, done)
            report(done, total, name)

    def stop(self) -> None:
        """No more: of reading, or of working over what was read."""
        if self.is_read:
            self.limit = self.done
            return
        if self.reading is not None:
            self.reading.close()
        self.reading, self.is_read, self.was_cut = None, True, True

    def resume(self) -> None:
        """On with it, after a stop."""
        self.is_read, self.was_cut, self.limit = self.is_read and not self.was_cut, False, None

    def said(self) -> str:
        """What was stopped, in a sentence; "" if nothing was."""
        read = f"{locale.number(len(self.documents))} document{'s' * (len(self.documents) != 1)}"
        if self.limit is not None:
            return f"Stopped: {locale.number(self.limit)} of {read} worked over. The others are not in what you see."
        return f"Stopped: {read} read and worked over, the rest of the files not." if self.was_cut else ""


def of(key: str) -> Work | None:
    """The work on these sources that this person stopped."""
    work = st.session_state.get("work")
    return work if work and work.key == key and work.is_stopped else None


def begin(key: str) -> Work:
    """The work on these sources, gone on with if it was begun."""
    work = st.session_state.get("work")
    if work is None or work.key != key:
        work = st.session_state["work"] = Work(key)
    return work


def end() -> None:
    """All is done."""
    st.session_state.pop("work", None)


def resume() -> None:
    """What a person stopped goes on."""
    st.session_state["stopped"] = ""
    if work := st.session_state.get("work"):
        work.resume()


def notice(loaded) -> None:
    """That somebody stopped the work, and how to go on."""
    if loaded.stopped:
        with st.container(horizontal=True, vertical_alignment="center", key="stopped"):
            st.html(f"<p class='tl-failed' role='status'>{loaded.stopped}</p>")
            st.button("Go on", on_click=resume, icon=":material/play_arrow:", key="go-on")


@contextmanager
def progress(on_stop, name: str):
    """A bar on the page, and the function that moves it: the `progress` of `timeline.build.build`. `name`: another in each run."""
    place = st.empty()
    with place.container(key=f"progress-{name}"):
        bar = st.progress(0.0, "Reading the documents")
        with st.container(horizontal=True, vertical_alignment="center"):
            name_of = st.empty()
            st.button("Stop", on_click=on_stop, key=f"stop-{name}", icon=":material/stop_circle:",
                      help="Ends at the document at hand. What is done by then is kept.")

    def report(done: int, total: int, at: str) -> None:
        words = (
            f"Finding dates, actors and events: document {locale.number(min(done + 1, total))} of {locale.number(total)}"
            if total
            else f"Reading document {locale.number(done + 1)}"
        )
        bar.progress(done / total if total else 0.0, words)
        name_of.text(at)

    yield report
    place.empty()
