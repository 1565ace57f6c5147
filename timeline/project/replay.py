"""The edits of a project on the events of an extraction: a pure function of both.

Deterministic, and it keeps the order of the events: what is split stands where it stood, what is added by hand comes
last. With no edit that counts, the events come back as they were.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from timeline.model import Document, Event
from timeline.project import changes, dropping, passage
from timeline.project.anchor import Anchors, same_passage
from timeline.project.edits import ABOUT_ACTORS, ABOUT_DOCUMENTS, ADDED, Edit, Orphan, Target, effective

_NOWHERE = "no passage of the documents is the one it was made on"


class Replayed(NamedTuple):
    """The events as edited, the hidden among them (`marks.status`), and the edits that found nothing to apply to."""

    events: tuple[Event, ...]
    orphans: tuple[Orphan, ...]


def replay(events: Iterable[Event], edits: Iterable[Edit], names: dict[str, str] | None = None,
           document: Callable[[str], Document | None] | None = None) -> Replayed:
    """`events` as extracted, all `edits` in their order -> (events, orphans).

    `names`: doc_id -> name of every document there is; with it, an edit on a text that was read anew finds the text
    of the same name. Documents that were taken out are so before all else, whenever that was decided. `document`: doc_id -> Document, asked only for events that were made from a passage, whose words
    are looked for in it. Pins are not for here: see `timeline.project.edits.pins`.
    """
    edits = list(edits)
    events = tuple(events)
    out, orphans = dropping.dropped(edits, names or {m.doc_id: "" for event in events for m in event.mentions})
    if out:
        events = tuple(left for event in events if (left := dropping.remaining(event, out)))
    board = _Board(events, names or {}, document, out)
    for edit in effective(edits):
        if edit.action not in ABOUT_DOCUMENTS and (problem := board.apply(edit)):
            orphans.append(Orphan(edit, problem))
    return Replayed(board.events(), tuple(orphans))


class _Board:
    """The events as they stand while the edits are applied one after the other."""

    def __init__(self, events: tuple[Event, ...], names: dict[str, str], document=None, out=()):
        self.document, self.out = document, out
        self.anchors = Anchors(events, names)
        self.now: dict[str, tuple[Event, ...]] = {}  # what stands in each event's place, itself first
        for event in events:
            self.now[event.event_id] = (*self.now.get(event.event_id, ()), event)
        self.home = {event.event_id: event.event_id for event in events}  # event_id -> the place it stands in
        self.gone: dict[str, str] = {}  # event_id -> what it was merged into

    def events(self) -> tuple[Event, ...]:
        return tuple(event for several in self.now.values() for event in several)

    def apply(self, edit: Edit) -> str:
        """"" or why the edit finds nothing."""
        if edit.action == "add":
            return self._add(edit)
        if edit.action in ABOUT_ACTORS:
            return self._actors(edit)
        if edit.action == "merge":
            return self._merge(edit)
        if edit.action == "split" and len(edit.targets) == 1 and (event := self._found(edit.targets[0])):
            return self._split(event, edit)
        return self._change(edit)

    def _change(self, edit: Edit) -> str:
        """One change of every event that is found; those that are not are named."""
        missing = []
        for target in edit.targets:
            event = self._found(target) if edit.action != "split" else None
            if event is None:
                missing.append(target.title or target.event_id)
            else:
                self._put(changes.changed(event, edit))
        if len(missing) == len(edit.targets):
            return _NOWHERE
        return _missing(missing)

    def _found(self, target: Target) -> Event | None:
        """The event a target means, wherever merges and splits have carried it."""
        if target.event_id in self.home and target.event_id not in self.anchors.titles:
            return self._at(target.event_id)  # an edit made it
        if target.event_id.startswith(ADDED) and target.event_id not in self.anchors.titles:
            return None  # that edit was taken back; what was found in the same words is another event
        event_id = self.anchors.event(target)
        return self._beside(self._at(event_id), target) if event_id else None

    def _at(self, event_id: str) -> Event:
        """The event of this id, or the one it was merged into."""
        while event_id in self.gone:
            event_id = self.gone[event_id]
        return next(event for event in self.now[self.home[event_id]] if event.event_id == event_id)

    def _beside(self, event: Event, target: Target) -> Event:
        """The event, or what was split off it and now has the passage."""
        there = self.now[self.home[event.event_id]]
        for witness in target.witnesses if len(there) > 1 else ():
            if holders := [one for one in there if any(same_passage(witness, m) for m in one.mentions)]:
                return event if event in holders else holders[0]
        return event

    def _put(self, event: Event) -> None:
        place = self.home[event.event_id]
        self.now[place] = tuple(event if one.event_id == event.event_id else one for one in self.now[place])

    def _add(self, edit: Edit) -> str:
        """An event that a person states: in its passage, where it was made from one."""
        places = [witness for target in edit.targets for witness in target.witnesses]
        doc_id = self.anchors.heir(places[0]) if places else None
        mention = passage.mention(places[0], edit.value, doc_id, self.document) if doc_id and doc_id not in self.out else None
        if places and mention is None:
            return _NOWHERE
        event = changes.added(edit, mention)
        self.now[event.event_id] = (event,)
        self.home[event.event_id] = event.event_id
        return ""

    def _actors(self, edit: Edit) -> str:
        """A name changed wherever it stands."""
        known = False
        for place, several in self.now.items():
            named = tuple(changes.recast(event, edit) for event in several)
            known = known or named != several
            self.now[place] = named
        return "" if known else "no event names this actor"

    def _merge(self, edit: Edit) -> str:
        """The first of them with the witnesses of all; those that are not found are named."""
        found = [self._found(target) for target in edit.targets]
        there = list({event.event_id: event for event in found if event is not None}.values())
        if len(there) > 1:
            self._put(changes.joined(there))
            for event in there[1:]:
                self._take_away(event, there[0].event_id)
        return _missing([target.title or target.event_id for target, event in zip(edit.targets, found) if event is None])

    def _take_away(self, event: Event, into: str) -> None:
        """Out of its place; whoever looks for it finds what it was merged into."""
        place = self.home[event.event_id]
        self.now[place] = tuple(one for one in self.now[place] if one.event_id != event.event_id)
        self.gone[event.event_id] = into

    def _split(self, event: Event, edit: Edit) -> str:
        parts = changes.parted(event, edit)
        if len(parts) < 2:
            return "its witnesses are not told by one event any more"
        place = self.home[event.event_id]
        self.now[place] = tuple(part for one in self.now[place] for part in (parts if one.event_id == event.event_id else (one,)))
        for part in parts:
            self.home[part.event_id] = place
        return ""


def _missing(titles: list[str]) -> str:
    return f"not found: {'; '.join(titles)}" if titles else ""
