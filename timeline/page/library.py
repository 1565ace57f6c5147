"""What the page is about: the documents given to it, read once and kept by what is in them."""

import hashlib
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import streamlit as st

from timeline import frame
from timeline.model import Document, Event, Timeline
from timeline.page import curate

DEMO = Path(__file__).resolve().parents[2] / "data" / "samples"
TITLE = 70  # characters of a document's title in a list
KEPT = 6  # timelines at a time


@dataclass(frozen=True)
class Loaded:
    """A timeline with its frames; read only, shared by all who look at the same documents."""

    timeline: Timeline
    events: object
    is_demo: bool
    memory: dict = field(default_factory=dict, repr=False, compare=False)  # of `timeline.build.build`
    is_kept: bool = False  # in a project
    edits: tuple = ()  # the log of what people decided: timeline.project.Edit
    orphans: tuple = ()  # those of them that find nothing to apply to
    found: tuple[Document, ...] = ()  # the documents as they were read, before any of them was dated by hand

    @cached_property
    def document(self) -> dict[str, Document]:
        """doc_id -> Document."""
        return {d.doc_id: d for d in self.timeline.documents}

    @cached_property
    def event(self) -> dict[str, Event]:
        """event_id -> Event."""
        return {e.event_id: e for e in self.timeline.events}

    def label(self, doc_id: str) -> str:
        """What to call a document: its title and its name, or the name alone; to be shown literally."""
        document = self.document.get(doc_id)
        if document is None:
            return doc_id
        title = " ".join(document.title.split())
        title = title if len(title) <= TITLE else title[: TITLE - 1].rstrip() + "…"
        return f"{title} ({document.name})" if title else document.name

    @cached_property
    def documents(self):
        """The documents' frame."""
        return frame.documents_frame(self.timeline)

    @cached_property
    def actors(self) -> dict[str, int]:
        """Canonical actor -> events he stands in, but for those hidden by hand."""
        return frame.actor_counts(curate.without_hidden(self.events))


def load(files: list[str]) -> Loaded:
    """The timeline of what was uploaded or pasted; else of `files`; else of the demo."""
    given, sources = given_here(), sources_of(files)
    read = on_shelf(_key(sources), lambda: _build(sources, None, not given and not files))
    days = st.session_state.setdefault("days", {}) | curate.pinned(curate.names(read))
    return on_shelf((_key(sources), *sorted(days.items())), lambda: _again(read, days)) if days else read


def given_here() -> list[tuple[str, bytes]]:
    """What was uploaded or pasted in this session."""
    return [*st.session_state.get("uploaded", []), *st.session_state.get("pasted", [])]


def sources_of(files: list[str]) -> list:
    """What the page shows: names with bytes, or paths."""
    return given_here() or [Path(name) for name in files] or _demo()


def _demo() -> list:
    if not DEMO.is_dir():
        st.warning(
            "The demo documents (data/samples) are missing from this installation. Add documents of your own in the sidebar."
        )
        return []
    return [DEMO]


def _again(read: Loaded, days: dict[str, str]) -> Loaded:
    """The same documents with the days a person typed; what could not be read stays in the list."""
    anew = _build(list(read.timeline.documents), days, read.is_demo, read.memory)
    failures = dict.fromkeys(read.timeline.failures + anew.timeline.failures)
    return replace(anew, timeline=replace(anew.timeline, failures=tuple(failures)), found=read.timeline.documents)


def _build(sources: list, days: dict[str, str] | None, is_demo: bool, memory: dict | None = None) -> Loaded:
    from timeline.build import build

    memory = {} if memory is None else memory
    with progress() as report:
        timeline = build(sources, published=days, progress=report, memory=memory)
    return Loaded(timeline, frame.events_frame(timeline), is_demo, memory)


@contextmanager
def progress():
    """A bar on the page, and the function that moves it: the `progress` of `timeline.build.build`."""
    bar = st.progress(0.0, "Reading the documents")

    def report(done: int, total: int, name: str) -> None:
        words = (
            f"Finding dates, actors and events: document {min(done + 1, total)} of {total}"
            if total
            else f"Reading document {done + 1}"
        )
        bar.progress(done / total if total else 0.0, words)

    yield report
    bar.empty()


@st.cache_resource(show_spinner=False)
def _shelf() -> OrderedDict:
    return OrderedDict()


def on_shelf(key, make) -> Loaded:
    """From the shelf, or made and put there; the one not asked for longest goes."""
    shelf = _shelf()
    found = shelf.get(key) or make()
    shelf[key] = found
    shelf.move_to_end(key)
    while len(shelf) > KEPT:
        shelf.popitem(last=False)
    return found


def _key(sources: list) -> str:
    """A fingerprint of the sources: their names and what is in them; of files on disk name, size and time."""
    digest = hashlib.sha256()
    for source in sources:
        for part in _parts(source):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _parts(source):
    if isinstance(source, tuple):
        yield source[0].encode("utf-8", "replace")
        yield hashlib.sha256(source[1]).digest()
        return
    paths = sorted(p for p in source.rglob("*") if p.is_file()) if source.is_dir() else [source]
    for path in paths:
        state = path.stat() if path.exists() else None
        yield f"{path} {state and (state.st_size, state.st_mtime_ns)}".encode("utf-8", "replace")
