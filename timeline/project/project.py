"""A project as page and command use it: add documents, extract, edit, undo, search. Several may have it open at once."""

import getpass
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from timeline import read, records
from timeline.model import Document, Event, Failure, Timeline
from timeline.project import checks, dropping, given
from timeline.project.edits import ACTIONS, Edit, Orphan, effective, pins, taken_back
from timeline.project.problem import Problem
from timeline.project.replay import Replayed, replay
from timeline.project.store import WAIT, Store


class Added(NamedTuple):
    """What came of adding: the documents that are new in the project, what could not be read, what was there already."""

    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()
    known: tuple[Failure, ...] = ()


def user() -> str:
    """The name under which edits are made where none is given: the login name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


class Project:
    """One person's hold on a project's file. Raises Problem, in plain words, whenever something cannot be done."""

    def __init__(self, path, who: str = "", wait: float = WAIT, read_only: bool = False, now: Callable | None = None):
        """Open a project. `who` signs the edits; `wait`: seconds to wait for another writer; `now` gives a datetime."""
        self.who = who or user()
        self._now = now or (lambda: datetime.now(UTC))
        self.store = Store(path, wait, read_only)
        self.seen = self.store.revision()[1]

    @classmethod
    def new(cls, path, title: str = "", who: str = "", now: Callable | None = None) -> "Project":
        """A new project; raises Problem if there is a file already."""
        moment = (now or (lambda: datetime.now(UTC)))()
        Store.create(path, {"title": title, "created": _stamp(moment)}).close()
        return cls(path, who, now=now)

    def __enter__(self) -> "Project":
        return self

    def __exit__(self, *error) -> None:
        self.store.close()

    def revision(self) -> tuple[int, int, int]:
        """Cheap to ask; another value than before means that somebody changed something: read again."""
        return self.store.revision()

    def _at(self) -> str:
        return _stamp(self._now())

    # documents

    def add(self, sources, language: str | None = None, published: str | None = None) -> Added:
        """Read files, folders or (name, bytes) pairs into the project; each is there for good once it is read.

        What cannot be read stays listed until it can. `language` for all of them; `published`, a day, is pinned. They
        are not extracted yet: see `extract`.
        """
        documents, failures, known = [], [], []
        for item in given.files(sources):
            if isinstance(item, Failure):
                failures.append(item)
                continue
            found = list(read.open_sources([item]))
            failures += [one for one in found if isinstance(one, Failure)]
            texts = [replace(one, language=language or one.language) for one in found if isinstance(one, Document)]
            kept = self._keep(item, texts, known, published) if texts else []
            documents += kept
        self._remember(documents, failures)
        return Added(tuple(documents), tuple(failures), tuple(known))

    def _keep(self, item: tuple[str, bytes], texts: list[Document], known: list[Failure], published: str | None) -> list[Document]:
        """One source and its documents, in one transaction."""
        from timeline.project.making import pin

        sha256 = given.digest(item[1])
        with self.store.writing():
            if there := self.store.has_source(sha256):
                taken = self.taken_out()
                is_out = bool(taken) and any(one[1] == sha256 and one[0].doc_id in taken for one in self.store.documents())
                out = "; it was taken out: undo that to bring it back" if is_out else ""
                known.append(Failure(texts[0].name, f"is in the project already, as {there}{out}"))
                return []
            names = self.store.names()
            new = [one for one in texts if one.doc_id not in names]
            known += [Failure(one.name, "is in the project already, with the same name and text") for one in texts if one.doc_id in names]
            if new:
                self.store.add_source(sha256, item[0], item[1], self._at(), self.who)
                self.store.put_documents(sha256, new)
                for one in new if published is not None else ():
                    self._append(pin(one, published))
        return new

    def _remember(self, documents: list[Document], failures: list[Failure]) -> None:
        """The failures stay in the list until the file of that name is read, so that a restart says the same."""
        with self.store.writing():
            read_now = {one.name for one in documents}
            old = [one for one in self._failures() if one.name not in read_now]
            self.store.set_fact("failures", records.dumps(list(dict.fromkeys([*old, *failures]))))

    def _failures(self) -> list[Failure]:
        return records.loads(list[Failure], self.store.fact("failures") or "[]")

    def add_table(self, item: tuple[str, bytes], document: Document, events: list[Event], mapping: str, signature: str = "") -> Added:
        """A table of events: `document` is its text, `events` what its rows state, `mapping` how they were read.

        The mapping is remembered for tables with the same `signature` of the header.
        """
        sha256 = given.digest(item[1])
        with self.store.writing():
            there = self.store.has_source(sha256) or self.store.names().get(document.doc_id)
            if there:
                return Added(known=(Failure(document.name, f"is in the project already, as {there}"),))
            self.store.add_source(sha256, item[0], item[1], self._at(), self.who, mapping)
            self.store.put_documents(sha256, [document], events)
            if signature:
                self.store.set_mapping(signature, mapping, self._at(), self.who)
        return Added((document,))

    def reread(self) -> tuple[Failure, ...]:
        """Read every source anew from its bytes, as this version of the program reads it; edits follow their words."""
        failures = []
        for source in self.store.sources():
            if source["mapping"] is not None:
                continue
            found = list(read.open_sources([(source["name"], self.store.source_bytes(source["sha256"]))]))
            failures += [one for one in found if isinstance(one, Failure)]
            texts = [one for one in found if isinstance(one, Document)]
            if texts:
                with self.store.writing():
                    self.store.put_documents(source["sha256"], texts)
        return tuple(failures)

    # events

    def is_stale(self) -> bool:
        """Whether documents came or were dated otherwise since the last extraction."""
        with self.store.reading():
            runs = self.store.runs()
            return (runs[-1]["inputs"] if runs else "") != self._inputs()

    def _inputs(self) -> str:
        names = self.store.names()
        return given.digest(records.dumps([list(names), pins(self.store.edits(), names)[0]]).encode()) if names else ""

    def extract(self, memory: dict | None = None, progress=None) -> tuple[Failure, ...]:
        """Find the events of every document anew; `memory` and `progress` are those of `timeline.build.build`.

        What somebody adds or pins meanwhile is taken in before the result is kept. Gives what could not be searched.
        """
        from timeline.build import build

        memory = {} if memory is None else memory
        while True:
            with self.store.reading():
                inputs, shelf = self._inputs(), self.store.documents()
                days = pins(self.store.edits(), {one[0].doc_id: one[0].name for one in shelf})[0]
            found = build([one[0] for one in shelf if one[3] is None], published=days, memory=memory, progress=progress)
            stated = [one for one in shelf if one[3] is not None]
            with self.store.writing():
                if self._inputs() == inputs:
                    self._save(found, stated, inputs)
                    return found.failures

    def _save(self, found: Timeline, stated: list, inputs: str) -> None:
        events = [*found.events, *(event for one in stated for event in one[3])]
        bare = tuple(replace(d, text="") for d in (*found.documents, *(one[0] for one in stated)))
        rest = self.store.pack(replace(found, events=(), documents=bare))
        self.store.start_run(json.dumps(given.program()), "{}", inputs, rest, self._at(), self.who)
        self.store.put_events(events)

    def refresh(self, memory: dict | None = None, progress=None) -> None:
        """Extract, if that is due."""
        if self.is_stale():
            self.extract(memory, progress)

    def replayed(self) -> Replayed:
        """Every event as the edits leave it, the hidden too, and the edits that found nothing to apply to."""
        with self.store.reading():
            edits, names = self.store.edits(), self.store.names()
            done = replay(self.store.found(), edits, names, given.library(self.store))
        self.seen = edits[-1].edit_id if edits else 0
        return Replayed(done.events, (*pins(edits, names)[1], *done.orphans))

    def timeline(self, hidden: bool = False) -> Timeline:
        """The whole result as it stands; the events that were hidden by hand only if asked for."""
        with self.store.reading():
            rest, events = self.store.rest(), self.replayed().events
            whole = self.store.unpack(Timeline, rest) if rest else Timeline()
            texts = {one[0].doc_id: one[0] for one in self.store.documents()}
        kept = tuple(replace(d, text=texts.pop(d.doc_id).text) for d in whole.documents if d.doc_id in texts)
        shown = tuple(e for e in events if hidden or e.marks.status != "hidden")
        return dropping.without(replace(whole, documents=(*kept, *texts.values()), events=shown,
                                        failures=tuple(dict.fromkeys((*self._failures(), *whole.failures)))), self.taken_out())

    def taken_out(self) -> dict[str, Edit]:
        """doc_id -> the edit that took the document out, which undo takes back."""
        with self.store.reading():
            return dropping.dropped(self.store.edits(), self.store.names())[0]

    def find(self, actors: Iterable[str] = (), first: int | None = None, last: int | None = None, text: str = "",
             limit: int = 200, offset: int = 0) -> list[Event]:
        """A page of the events in sight that have all `actors`, touch the days `first` to `last`, and say `text`.

        `text`: words that stand together in title, excerpt, date words, place or actors; with a star at the end, the last
        is only the beginning of a word. Accents and capitals do not matter. In time's order, the undated last.
        """
        self._settle()
        return self.store.find(tuple(actors), first, last, text, limit, offset)

    def count(self, actors: Iterable[str] = (), first: int | None = None, last: int | None = None, text: str = "") -> tuple[int, int, int]:
        """(dated, undated, hidden) of what `find` finds: together all that was found."""
        self._settle()
        return self.store.count(tuple(actors), first, last, text)

    def _settle(self) -> None:
        """Bring the rows that are searched up to the last edit: only those an edit can reach are worked over."""
        if self.store.fact("settled") == given.mark(self.revision()):
            return
        with self.store.writing():
            edits, names = self.store.edits(), self.store.names()
            before = {e.event_id: e for e in self.store.touched(*given.reach(effective(edits), names))}
            after = {e.event_id: e for e in replay(before.values(), edits, names, given.library(self.store)).events}
            changed = [event for event_id, event in after.items() if before.get(event_id) != event]
            gone = [event_id for event_id, event in before.items() if after.get(event_id) != event]
            self.store.settle(gone, [e for e in changed if e.marks.status != "hidden"], [e for e in changed if e.marks.status == "hidden"])
            self.store.set_fact("settled", given.mark(self.revision()))

    # edits

    def edits(self) -> list[Edit]:
        """The whole log, the undone and the undos too."""
        return self.store.edits()

    def orphans(self) -> tuple[Orphan, ...]:
        """The edits that find nothing to apply to."""
        return self.replayed().orphans

    def edit(self, *edits: Edit) -> list[Edit]:
        """Put edits (see `timeline.project.making`) into the log, all or none; when this returns they are on the disk."""
        with self.store.writing():
            return [self._append(edit) for edit in edits]

    def _append(self, edit: Edit) -> Edit:
        if edit.action not in ACTIONS:
            raise Problem(f"“{edit.action}” is no edit. There are: {', '.join(ACTIONS)}.")
        return self.store.append(replace(edit, at=self._at(), who=self.who, seen=edit.seen or self.seen))

    def undo(self, edit_id: int | None = None, anyone: bool = False) -> Edit:
        """Take back one edit: that of this number, else one's own last (or, with `anyone`, the last). Gives the undone one.

        An undo can be undone by its number.
        """
        with self.store.writing():
            chosen = taken_back(self.store.edits(), edit_id, None if anyone else self.who)
            if chosen is None:
                raise Problem("There is nothing to undo." if edit_id is None else f"Edit {edit_id} does not exist or is undone already.")
            self._append(Edit("undo", chosen.targets, undoes=chosen.edit_id))
        return chosen

    # the file

    def backup(self, path) -> None:
        """A copy of this moment in one file; others may go on reading and writing."""
        self.store.backup(path)

    def verify(self) -> list[str]:
        """What is wrong with the file, a sentence each; nothing if all is as it was written."""
        return checks.problems(self.store)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
