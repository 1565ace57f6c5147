"""Where an edit's passage is now: the very place, the same date words, or the quote with its context, if only one fits.

`names` is doc_id -> name of the documents there are: a document that was read anew has another id and its old name.
"""

from collections import defaultdict

from timeline.model import Mention
from timeline.project.edits import Target, Witness

_CONTEXT = 12  # characters of prefix or suffix that must agree


class Anchors:
    """The witnesses of the events as they were extracted, ready to be looked up."""

    def __init__(self, events, names: dict[str, str]):
        self.titles = {event.event_id: event.title for event in events}
        self.shelves: dict[tuple, list[tuple[Mention, str]]] = defaultdict(list)
        self.documents = set(names)
        for event in events:
            for mention in event.mentions:
                self.documents.add(mention.doc_id)
                for key in _keys(mention.doc_id, _place(mention)):
                    self.shelves[key].append((mention, event.event_id))
        self.named: dict[str, list[str]] = defaultdict(list)
        for doc_id, name in names.items():
            self.named[name].append(doc_id)

    def event(self, target: Target) -> str | None:
        """The event_id that a target means now; None if nothing, or more than one thing, fits."""
        if not target.witnesses and target.event_id in self.titles:
            return target.event_id
        for rung in range(3):
            for witness in target.witnesses:
                if chosen := self._one(self._found(witness, rung), target):
                    return chosen
        return None

    def _found(self, witness: Witness, rung: int) -> list[str]:
        """The events with the passage: 0 at its very place, 1 by its date words, 2 by its quote and context."""
        doc_id = self.heir(witness)
        key = _keys(doc_id, witness)[rung] if doc_id else None
        if key is None or rung == 1 and not witness.date_text or rung == 2 and not witness.exact:
            return []
        near = self.shelves.get(key, [])
        return list(dict.fromkeys(event_id for mention, event_id in near if rung < 2 or _in_context(witness, mention)))

    def heir(self, witness: Witness) -> str | None:
        """Its document, or the one that took its place; None if there is neither."""
        if witness.doc_id in self.documents:
            return witness.doc_id
        heirs = self.named.get(witness.doc_name, []) if witness.doc_name else []
        return heirs[0] if len(heirs) == 1 else None

    def _one(self, found: list[str], target: Target) -> str | None:
        """Of several events with one witness: the one of the same id, else of the same title."""
        if len(found) < 2:
            return found[0] if found else None
        if target.event_id in found:
            return target.event_id
        alike = [event_id for event_id in found if self.titles[event_id] == target.title]
        return alike[0] if len(alike) == 1 else None


def same_passage(witness: Witness, mention: Mention) -> bool:
    """Whether a mention of an event is the passage meant: at its very place, or the same quote in the same document."""
    here, there = _keys(witness.doc_id, witness), _keys(mention.doc_id, _place(mention))
    return here[0] == there[0] or here[2] == there[2] and _in_context(witness, mention)


def _place(mention: Mention) -> Witness:
    return Witness(mention.doc_id, "", mention.start_char, mention.end_char, mention.exact, "", "", mention.date_start, mention.date_text)


def _keys(doc_id: str, place: Witness) -> tuple[tuple, tuple, tuple]:
    return ((doc_id, place.start, place.end, place.exact, place.date_start), (doc_id, place.date_start, place.date_text),
            (doc_id, place.exact, place.date_text))


def _in_context(witness: Witness, mention: Mention) -> bool:
    """Whether the words before it or after it are the same."""
    return _alike(witness.prefix[::-1], mention.prefix[::-1]) or _alike(witness.suffix, mention.suffix)


def _alike(one: str, other: str) -> bool:
    """Whether two contexts agree next to the quote; at the edge of a text both are empty."""
    near = min(len(one), len(other), _CONTEXT)
    return one[:near] == other[:near] and (near > 0 or not one and not other)
