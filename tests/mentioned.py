"""Sentences with their mentions written in, for the tests of events.

`[words|2018-06]` is a date mention with its EDTF value ("words" alone inside brackets: as if no year were
known), `[words|P2D]` a duration, `[words|PAST_REF]` a reference. `{Hanoi:L}` is a place, `{Kim:P}` a person, `{UN:O}` a body;
a fourth part names the canonical actor: `{Mr Kim:P:Kim Jong-un}`; a small letter is a venue: `{Hanoi:l}`.
"""

import re

from timeline.calendar import bounds
from timeline.events import harvest
from timeline.model import ActorMention, DateMention, Document, DocumentDate

_MARK = re.compile(r"\[([^\]|]+)\|?([^\]]*)\]|\{([^}:]+):([PLOplo])(?::([^}]+))?\}")
_TYPES = {"p": "PER", "l": "LOC", "o": "ORG"}


def read(marked: str, published: str | None = "2019-02-28", doc_id: str = "d1", name: str = "made"):
    """(Document, dates, actors) of a sentence with its mentions written in."""
    text, dates, actors, position = "", [], [], 0
    for hit in _MARK.finditer(marked):
        text += marked[position:hit.start()]
        position, start = hit.end(), len(text)
        words, value, actor, letter, canon = hit.groups()
        text += words or actor
        if words:
            dates.append(_date(start, words, value))
        else:
            role = "venue" if letter.islower() else "actor"
            actors.append(ActorMention(start, len(text), actor, _TYPES[letter.lower()], canon or actor, role=role))
    text += marked[position:]
    day = DocumentDate(published, "typed", "typed by you") if published else None
    return Document(doc_id, name, text, published=day), dates, actors


def _date(start: int, words: str, value: str) -> DateMention:
    end = start + len(words)
    if value.startswith("P") and value[1:2].isdigit():
        return DateMention(start, end, words, "DURATION", value, "made", kind="duration")
    if value == "SET":
        return DateMention(start, end, words, "SET", "P1W", "made", kind="set")
    if not value or value.endswith("_REF"):
        return DateMention(start, end, words, "DATE", value or "XXXX-06", "made", edtf=value and "", precision="month",
                           reason="" if value else "June, year unknown")
    first, last = bounds(value)
    fine = {4: "year", 7: "month", 10: "day"}.get(len(value.lstrip("-")), "day")
    return DateMention(start, end, words, "TIME" if "T" in value else "DATE", value, "made", edtf=value, first=first, last=last, precision=fine,
                       kind="interval" if "/" in value else "instant")


def told(marked: str, **options) -> list:
    """The events of a marked sentence that its own dates give."""
    return [event for event in found(marked, **options).events if event.date_basis != "document_date"]


def found(marked: str, **options):
    """The whole harvest of a marked text."""
    return harvest(*read(marked, **options))
