"""The event that a document is about and does not date: on the document's own date, or undated in the tray."""

from timeline import text as prose
from timeline.events import date as dating
from timeline.events.desk import LONG, Desk, scene_of
from timeline.events.headline import Sighting, topics
from timeline.events.rank import confidence
from timeline.events.witness import identity, witness_of
from timeline.model import Event, Span

_WITNESSES = 8  # sightings kept of one undated topic


def topic_events(desk: Desk, events: list[Event]) -> list[Event]:
    """The events of the topics that none of `events` tells of yet."""
    found = []
    for sightings in topics(desk.document, desk.dates, desk.actors, desk.words, desk.worn):
        if not _already_dated(desk, sightings[0], events):
            found.append(_topic(desk, sightings))
    return found


def _already_dated(desk: Desk, best: Sighting, events: list[Event]) -> bool:
    """Whether a date of the text itself already stands for this kind of happening with this name."""
    for event in events:
        lows = event.title.lower().split()
        same = any(noun and noun.family == best.family for noun in map(desk.words.nouns.get, lows))
        if same and (best.named in event.actors or best.named == event.place or best.named.lower() in event.title.lower()):
            return True
    return False


def _topic(desk: Desk, sightings: list[Sighting]) -> Event:
    best, scenes = sightings[0], []
    for one in sightings[:_WITNESSES]:
        span = _sentence_round(desk, one.start, one.end)
        if all(span.end <= scene.span.start or scene.span.end <= span.start for scene in scenes):
            scenes.append(scene_of(desk, span))
    mention = dating.of_document(desk.document, best.start)
    witnesses = tuple(witness_of(desk, scene, mention) for scene in scenes)
    actors = tuple(dict.fromkeys(name for witness in witnesses for name in witness.actors))
    dated = dating.is_dated(mention)
    return Event(identity(desk.document, best.start, best.end, best.noun), _title(desk, sightings), mention.first,
                 mention.last, mention.edtf, "", mention.precision, "exact", mention.basis, mention.rule, "instant",
                 "actual", actors, best.named if best.is_place else "", witnesses[0].exact, witnesses,
                 confidence=confidence(mention.basis if dated else "", "exact", "actual"), anchor=mention.anchor,
                 alternatives=mention.alternatives, reason=mention.reason)


def _sentence_round(desk: Desk, start: int, end: int) -> Span:
    text = desk.document.text
    if desk.worn:
        return prose.window(text, start, end)
    low, high = max(0, start - 2000), min(len(text), end + 2000)
    spans = [Span(one.start + low, one.end + low) for one in prose.sentences(text[low:high])]
    own = spans[max(prose.sentence_at(spans, start), 0)]
    own = Span(min(own.start, start), max(own.end, end))
    return own if len(text[own.start:own.end].split()) <= LONG else prose.window(text, start, end, within=own)


def _title(desk: Desk, sightings: list[Sighting]) -> str:
    """The shortest way the document itself puts name and noun together."""
    text = desk.document.text
    tight = [one for one in sightings if 0 < one.start - one.named_at.end <= 2]
    best = (tight or sightings)[0]
    named = text[best.named_at.start:best.named_at.end]
    noun = text[best.start:best.end]
    return f"{named[:1].upper()}{named[1:]} {noun.lower() if best.start < best.named_at.start else noun}"
