"""A passage that a person marked: the event it may tell, and where its words are now.

Both are what every other target of an edit has: W3C Web Annotation, TextPositionSelector and TextQuoteSelector. Pure but
for `proposed`, which asks `timeline.build` for the mentions of the text, in a watched process.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from timeline import text as prose
from timeline.model import ActorMention, DateMention, Document, Event, Failure, Mention, Span
from timeline.project.edits import Witness
from timeline.project.problem import Problem
from timeline.project.typed import Typed

_LONGEST = 10_000  # characters of a passage
_AROUND, _CONTEXT = 32, 12  # characters of prefix and suffix; of these that must agree
_TITLE = 80
_WHOLE, _NEAR = 30_000, 5_000  # characters of a text that is searched whole, and on either side of the passage in a longer one


@dataclass(frozen=True, slots=True)
class Passage:
    """What is proposed for an event of these words. `witness` has the date words too, where `date` comes from some."""

    witness: Witness
    title: str = ""
    date: Typed = Typed()
    basis: str = ""
    rule: str = ""
    anchor: str = ""
    actors: tuple[str, ...] = ()
    place: str = ""
    language: str = "en"


def marked(document: Document, start: int, end: int) -> Witness:
    """text[start:end] without the white space around it. Raises Problem where these are no words of the document."""
    if not 0 <= start < end <= len(document.text):
        raise Problem("These words do not stand in the document any more. Select them again.")
    if end - start > _LONGEST:
        raise Problem(f"These are {end - start:,} characters; the words of an event are at most {_LONGEST:,}. Select fewer.")
    words = document.text[start:end]
    start += len(words) - len(words.lstrip())
    if not words.strip():
        raise Problem("Select at least one word.")
    return _quote(document, start, start + len(words.strip()))


def _quote(document: Document, start: int, end: int) -> Witness:
    text = document.text
    return Witness(document.doc_id, document.name, start, end, text[start:end], text[max(0, start - _AROUND):start], text[end:end + _AROUND])


def proposed(document: Document, place: Witness, events: Iterable[Event] = (), known: dict[str, str] | None = None,
             memory: dict | None = None) -> Passage:
    """Title, date and actors for an event of the words at `place`, all of them from the document.

    The date is the first in the words, else the nearest in their sentence, against the day of the document. The actors are
    those named in the words, else those of the mentions of `events` that overlap them; `known`: canonical name -> type of
    the actors there are already. `memory` is that of `timeline.build.build`.
    """
    dates, actors = _mentions(document, place, {} if memory is None else memory)
    date = _date(document.text, dates, place)
    inside = [actor for actor in actors if place.start <= actor.start and actor.end <= place.end]
    names = _named([a for a in inside if a.role not in ("venue", "speaker")], known or {}) or _overlapping(events, place)
    venue = next(iter(_named([a for a in inside if a.role == "venue" and a.type == "LOC"], known or {})), "")
    bare = Passage(place, title(place.exact), actors=names, place=venue, language=document.language)
    if date is None:
        return bare
    return replace(bare, witness=replace(place, date_start=date.start, date_text=date.text), basis=date.basis, rule=date.rule, anchor=date.anchor,
                   date=Typed(date.edtf, date.text, date.first, date.last, date.precision, date.qualifier, date.kind))


def title(words: str) -> str:
    """The words in one line, cut at the end of a word."""
    line = " ".join(words.split())
    return line if len(line) <= _TITLE else line[:_TITLE + 1].rsplit(" ", 1)[0][:_TITLE]


def _mentions(document: Document, place: Witness, memory: dict) -> tuple[list[DateMention], list[ActorMention]]:
    """The mentions of the text, or of what is near the passage in a long one, with offsets in the whole; () where the search failed."""
    from timeline import build

    near = _near(document.text, place)
    found = build.marks(replace(document, text=document.text[near.start:near.end]), memory)
    if isinstance(found, Failure):
        return [], []
    dates, actors = ([replace(m, start=m.start + near.start, end=m.end + near.start) for m in several or ()] for several in (found.dates, found.actors))
    return dates, actors


def _near(text: str, place: Witness) -> Span:
    if len(text) <= _WHOLE:
        return Span(0, len(text))
    start, end = max(0, place.start - _NEAR), min(len(text), place.end + _NEAR)
    first, last = text.find(" ", start, place.start) if start else -1, text.rfind(" ", place.end, end) if end < len(text) else end
    return Span(first + 1 if first >= 0 else start, last if last > 0 else end)


def _date(text: str, dates: list[DateMention], place: Witness) -> DateMention | None:
    """The date of the words: the first in them, else the nearest in their sentence."""
    dated = [d for d in dates if d.type in ("DATE", "TIME") and d.edtf and (d.first, d.last) != (None, None)]
    inside = [d for d in dated if place.start <= d.start and d.end <= place.end]
    if inside:
        return inside[0]
    own = _sentence(text, place)
    near = [d for d in dated if own.start <= d.start and d.end <= own.end]
    return min(near, key=lambda d: (max(place.start - d.end, d.start - place.end), d.start), default=None)


def _sentence(text: str, place: Witness) -> Span:
    """From the start of the sentence in which the words begin to the end of that in which they end."""
    near = _near(text, place)
    part = text[near.start:near.end]
    start, end = place.start - near.start, place.end - near.start
    if prose.is_worn(part):
        found = prose.window(part, start, end)
    else:
        spans = prose.sentences(part) or [Span(0, len(part))]
        first, last = (spans[max(prose.sentence_at(spans, at), 0)] for at in (start, end - 1))
        found = Span(min(first.start, start), max(last.end, end))
    return Span(found.start + near.start, found.end + near.start)


def _named(own: list[ActorMention], known: dict[str, str]) -> tuple[str, ...]:
    """Their names; one of the `known` where it is a name of the same actor."""
    from timeline import actors

    there = [ActorMention(0, 0, name, kind, name) for name, kind in known.items()]
    joined = actors.join({"passage": own, "known": there})["passage"] if own else []
    return tuple(dict.fromkeys(new.name if new.name in known else old.name for old, new in zip(own, joined)))


def _overlapping(events: Iterable[Event], place: Witness) -> tuple[str, ...]:
    near = (m for event in events for m in event.mentions if m.doc_id == place.doc_id and m.start_char < place.end and place.start < m.end_char)
    return tuple(dict.fromkeys(name for mention in near for name in mention.actors))


# -- in the log, and back ------------------------------------------------------------------------

def mention(place: Witness, said: dict, doc_id: str | None, document: Callable[[str], Document | None] | None) -> Mention | None:
    """The passage of an added event as its witness now; None where its words are not in the document any more.

    `doc_id`: its document, or the one that took its place; None where there is none. `said`: the value of the edit.
    Without `document` (doc_id -> Document) only a passage of the same text can be known to stand.
    """
    there = document(doc_id) if document and doc_id else None
    if doc_id is None or there is None and doc_id != place.doc_id:
        return None
    now = _found(there, place) if there else place
    if now is None:
        return None
    has_words = now.date_start is not None
    found, date = said.get("found", {}), said.get("date", {})
    return Mention(
        now.doc_id, (there.title or there.name) if there else now.doc_name, there.published.day if there and there.published else "",
        now.start, now.end, now.exact, now.prefix, now.suffix, now.date_text, now.date_start,
        now.date_start + len(now.date_text) if has_words else None, date.get("edtf", ""), found.get("basis", "explicit"),
        found.get("rule", "by hand"), tuple(said.get("actors", ())))


def _found(document: Document, place: Witness) -> Witness | None:
    """The passage in the text as it is: at its very place, else where its quote and context stand once."""
    text = document.text
    same = document.doc_id == place.doc_id and text[place.start:place.end] == place.exact
    start = place.start if same else _search(text, place)
    if start is None:
        return None
    now = _quote(document, start, start + len(place.exact))
    if place.date_start is None:
        return now
    at = place.date_start + start - place.start
    is_there = at >= 0 and text[at:at + len(place.date_text)] == place.date_text
    return replace(now, date_start=at, date_text=place.date_text) if is_there else now


def _search(text: str, place: Witness) -> int | None:
    """Where the quote stands with the words before and after it, else with those on one side, if that is one place.

    A passage at an edge of its text had no words there: it has to be at the edge still, unless the other side decides.
    """
    before, after = place.prefix[-_CONTEXT:], place.suffix[:_CONTEXT]
    for needles in (((before, after),), ((before, ""), ("", after))):
        there = {at for left, right in needles for at in _places(text, left, place.exact, right, place)}
        if there:
            return there.pop() if len(there) == 1 else None
    return None


def _places(text: str, left: str, exact: str, right: str, place: Witness) -> list[int]:
    """At most two places of left + exact + right: a second one is enough to know that the words are not one place."""
    if not left and not right:
        return [at for at, is_edge in ((0, not place.prefix), (len(text) - len(exact), not place.suffix))
                if is_edge and at >= 0 and text[at:at + len(exact)] == exact]
    needle, at, found = left + exact + right, -1, []
    while len(found) < 2 and (at := text.find(needle, at + 1)) >= 0:
        found.append(at + len(left))
    return found
