"""What the page is about: the documents given to it, read once and kept by what is in them."""

import gc
import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import streamlit as st

from timeline import checks, frame
from timeline.model import Document, Event, Timeline
from timeline.page import address, curate, filters, sessions, working
from timeline.rows import Columns, Rows

DEMO = Path(__file__).resolve().parents[2] / "data" / "samples"
TITLE = 70  # characters of a document's title in a list
KEPT = 6  # timelines at a time
MANY = 10_000  # events


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
    stopped: str = ""  # what a person stopped, in a sentence

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
        return self.labels.get(doc_id, doc_id)

    @cached_property
    def labels(self) -> dict[str, str]:
        """doc_id -> what to call the document."""
        return {doc_id: _label(document) for doc_id, document in self.document.items()}

    @cached_property
    def documents(self):
        """The documents' frame."""
        return frame.documents_frame(self.timeline)

    @cached_property
    def values(self) -> dict[str, dict[str, int]]:
        """What the events can be told apart by, filter by filter: its values with the events of each, as the page names them."""
        columns = self.rows.columns
        return {"precision": _counts(columns.codes("precision"), filters.UNDATED), "modality": _counts(columns.codes("modality"), ""),
                "status": _counts(columns.codes("status"), address.NEW), "tag": dict(sorted(self.rows.counts("tags").items()))}

    @cached_property
    def has_stars(self) -> bool:
        """Whether a person gave any event a star."""
        return bool(self.events["star"].any())

    @cached_property
    def rows(self) -> Rows:
        """All events, as the filters and the charts count with them."""
        return Rows(Columns(self.events))

    @cached_property
    def tables(self):
        """What `timeline.checks` look at."""
        return checks.tables(self.timeline)

    def checked(self, module, part: str = "check"):
        """What a module of `timeline.checks` finds, worked out once; `part`: check or detail."""
        return self.once((module.TITLE, part), lambda: getattr(module, part)(self.tables))

    def once(self, key, make):
        """What `make` gives of this timeline, made once."""
        found = self.__dict__.setdefault("findings", {})
        if key not in found:
            found[key] = make()
        return found[key]

    @cached_property
    def actors(self) -> dict[str, int]:
        """Canonical actor -> events he stands in, but for those hidden by hand."""
        counts = curate.without_hidden(self).counts("actors")
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _label(document: Document) -> str:
    title = " ".join(document.title.split())
    title = title if len(title) <= TITLE else title[: TITLE - 1].rstrip() + "…"
    return f"{title} ({document.name})" if title else document.name


def load(files: list[str]) -> Loaded:
    """The timeline of what was uploaded or pasted; else of `files`; else of the demo."""
    given, sources = given_here(), sources_of(files)
    dated, key = st.session_state.setdefault("days", {}), _key(sources)
    work = working.of(key)
    key = (key, *work.mark()) if work else (key,)
    with st.container(key="reading"):  # a place for the progress that stays, so that nothing below is mounted anew
        read = on_shelf(key, lambda: _build(key[0], sources, not given and not files))
        days = dated | curate.pinned(curate.names(read))
        return on_shelf((*key, *sorted(days.items())), lambda: _again(read, days)) if days else read


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
    from timeline.build import build

    documents = list(read.timeline.documents)
    with working.progress(lambda: None, "again") as report:
        anew = build(documents, published=days, progress=report, memory=read.memory)
    failures = tuple(dict.fromkeys(read.timeline.failures + anew.failures))
    return replace(read, timeline=replace(anew, failures=failures), events=frame.events_frame(anew), found=read.timeline.documents)


def _build(key: str, sources: list, is_demo: bool) -> Loaded:
    """Reads and works over the sources; being stopped, or overtaken by another wish of the person, loses nothing done."""
    work = working.begin(key)
    sessions.keep()  # with the work, so that a reload in the midst of it goes on with what is done
    with working.progress(work.stop, "reading") as report:
        timeline = work.go_on(sources, report)
    if not work.is_stopped:
        working.end()
    return Loaded(timeline, frame.events_frame(timeline), is_demo, work.memory, stopped=work.said())


@st.cache_resource(show_spinner=False)
def _shelf() -> OrderedDict:
    return OrderedDict()


def on_shelf(key, make) -> Loaded:
    """From the shelf, or made and put there; the one not asked for longest goes."""
    shelf = _shelf()
    found = shelf.get(key) or _settled(make())
    shelf[key] = found
    shelf.move_to_end(key)
    while len(shelf) > KEPT:
        shelf.popitem(last=False)
    return found


def _settled(loaded: Loaded) -> Loaded:
    """Millions of records that stay: Python's collector of garbage need not walk over them ever again, in the midst of a step."""
    if len(loaded.events) >= MANY:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
    return loaded


def _counts(coded, empty: str) -> dict[str, int]:
    """Value -> how often, in the order of the column's own values; `empty` is what a cell without one is called, and comes last."""
    codes, values = coded
    found = dict(zip(values, np.bincount(codes, minlength=len(values)).tolist()))
    named = {value: number for value, number in found.items() if value and number}
    return named | ({empty: found[""]} if empty and found.get("") else {})


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
