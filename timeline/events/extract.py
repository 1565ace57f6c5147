"""Mentions to events, one document at a time: choose, date, name, and say what was left out."""

import hashlib
from bisect import bisect_left
from dataclasses import dataclass

from timeline import text as prose
from timeline.events import date as dating
from timeline.events.cast import cast
from timeline.events.choose import choose
from timeline.events.head import Head
from timeline.events.headline import Sighting, topics
from timeline.events.modality import modality
from timeline.events.rank import confidence
from timeline.events.scene import Scene
from timeline.events.title import title
from timeline.events.vocabulary import Vocabulary, vocabulary
from timeline.model import ActorMention, DateMention, Document, Event, Mention, Span

_LONG = 60  # words: a longer sentence is shown as a window round its date
_LONGEST = 2000  # characters: a sentence past this is shown as windows too, however few its spaces
_AROUND = 32  # characters of prefix and suffix
_EARLIER = 300  # characters before a scene in which "he" may have been named
_WELL_INSIDE = 60  # characters a date must stand from a window's end to share the window
_WORN_PLACE = 60  # characters: in a window of worn text a place farther off belongs to something else
_OPENING = 2  # sentences at the head of a text, which name in full whom it is about
_NEIGHBOURHOOD = 300  # characters on either side of a date in worn text
_WITNESSES = 8  # sightings kept of one undated topic


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one document gave: its events, and each time expression that founds none with the reason why."""

    events: tuple[Event, ...]
    rejected: tuple[tuple[DateMention, str], ...]


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the extraction of one document needs at hand."""

    document: Document
    dates: list[DateMention]
    actors: list[ActorMention]
    words: Vocabulary
    worn: bool
    names: dict[str, str]


def extract(document: Document, dates: list[DateMention], actors: list[ActorMention]) -> list[Event]:
    """The events of a document, dated and undated, in the order of the text. Never raises on hostile text."""
    return list(harvest(document, dates, actors).events)


def harvest(document: Document, dates: list[DateMention], actors: list[ActorMention]) -> Harvest:
    """As `extract`, with the time expressions that found no event. `dates` and `actors` are sorted by start."""
    words = vocabulary(document.language)
    desk = _Desk(document, _with_intervals(document.text, dates), actors, words, prose.is_worn(document.text),
                 _narrower(document.text, words))
    events, rejected = [], []
    for scene, asked in _scenes(desk):
        for choice in choose(scene, document, asked):
            mention = scene.dates[choice.date]
            named = "" if choice.why_not else title(scene, choice.head, choice.date, desk.names)
            if named:
                events.append(_event(desk, scene, mention, choice.head, named))
            else:
                rejected.append((mention, choice.why_not or "says neither who nor what"))
    events.extend(_topics(desk, events))
    return Harvest(tuple(sorted(events, key=lambda event: event.mentions[0].start_char)), tuple(rejected))


def _with_intervals(text: str, dates: list[DateMention]) -> list[DateMention]:
    found = []
    for mention in dates:
        whole = dating.joined(text, found[-1], mention) if found else None
        if whole:
            found[-1] = whole
        else:
            found.append(mention)
    return found


def stretches(text: str, dates: list[DateMention]) -> list[Span]:
    """Where the actors of events are looked for: the sentences that hold dates, each with the one before it, and how
    the text opens; in worn text the neighbourhood of each date. Sorted, apart from each other."""
    days = [d for d in dates if d.type in ("DATE", "TIME") and not d.value.endswith("_REF")]
    if prose.is_worn(text):
        return _apart([_neighbourhood(text, d) for d in days])
    spans = prose.sentences(text)
    wanted = set(range(min(_OPENING, len(spans))) if days else ())
    for mention in days:
        place = max(prose.sentence_at(spans, mention.start), 0)
        wanted |= {max(place - 1, 0), place}
    return [spans[k] for k in sorted(wanted) if k < len(spans)]


def _neighbourhood(text: str, mention: DateMention) -> Span:
    """A stretch around a date, from a space to a space where one is near."""
    start, end = max(0, mention.start - _NEIGHBOURHOOD), min(len(text), mention.end + _NEIGHBOURHOOD)
    first = text.find(" ", start, mention.start) if start else -1
    last = text.rfind(" ", mention.end, end) if end < len(text) else end
    return Span(first + 1 if first >= 0 else start, last if last > 0 else end)


def _apart(spans: list[Span]) -> list[Span]:
    """Sorted spans with those that overlap made one."""
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


# -- where to look -------------------------------------------------------------------------------

def _scenes(desk: _Desk):
    """Each sentence that holds a date, with the numbers of its dates; in worn or long text a window for each date."""
    text = desk.document.text
    if desk.worn:
        spans, by_span = [Span(0, len(text))], {0: list(range(len(desk.dates)))} if desk.dates else {}
    else:
        spans = prose.sentences(text) or [Span(0, len(text))]
        by_span = {}
        for number, mention in enumerate(desk.dates):
            by_span.setdefault(max(prose.sentence_at(spans, mention.start), 0), []).append(number)
    for place, numbers in by_span.items():
        yield from _scenes_of(desk, spans[place], numbers)


def _scenes_of(desk: _Desk, span: Span, numbers: list[int]):
    text, last = desk.document.text, max(desk.dates[number].end for number in numbers)
    span = Span(min(span.start, desk.dates[numbers[0]].start), max(span.end, last))
    short = span.end - span.start <= _LONGEST and len(text[span.start:span.end].split()) <= _LONG
    if not desk.worn and short:
        yield _scene(desk, span), [number - numbers[0] for number in numbers]
        return
    for window, own in _windows(desk, span, numbers):
        scene = _scene(desk, window)
        first = scene.dates.index(desk.dates[own[0]])
        yield scene, [first + number - own[0] for number in own]


def _windows(desk: _Desk, span: Span, numbers: list[int]):
    """A window for each date, shared with the next dates that stand well inside it."""
    own: list[int] = []
    window = Span(0, 0)
    for number in numbers:
        mention = desk.dates[number]
        if own and mention.end + _WELL_INSIDE <= window.end:
            own.append(number)
            continue
        if own:
            yield window, own
        own, window = [number], prose.window(desk.document.text, mention.start, mention.end, within=span)
    yield window, own


def _scene(desk: _Desk, span: Span) -> Scene:
    before = _inside(desk.actors, Span(max(0, span.start - _EARLIER), span.start))
    return Scene(desk.document.text, span, desk.words, _inside(desk.dates, span), _inside(desk.actors, span), desk.worn,
                 before)


def _inside(mentions: list, span: Span) -> tuple:
    low = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    high = bisect_left(mentions, span.end, key=lambda mention: mention.start)
    return tuple(mention for mention in mentions[low:high] if mention.end <= span.end)


def _narrower(text: str, words: Vocabulary) -> dict[str, str]:
    """What a broad noun stands for in this document: "meeting" → "summit", where it says "summit meeting"."""
    found, low = {}, ""
    lowered = text.lower()
    for noun in {noun.lemma: noun for noun in words.nouns.values() if noun.broad}.values():
        at = lowered.find(f" {noun.lemma}")
        while at >= 0 and noun.lemma not in found:
            low = lowered[max(0, at - 30):at].split()[-1:]
            before = words.nouns.get(low[0]) if low else None
            if before and before.family == noun.family and not before.broad:
                found[noun.lemma] = before.lemma
            at = lowered.find(f" {noun.lemma}", at + 1)
    return found


# -- one event -----------------------------------------------------------------------------------

def _event(desk: _Desk, scene: Scene, mention: DateMention, head: Head | None, named: str) -> Event:
    dated = dating.is_dated(mention)
    witness = _witness(desk, scene, mention, head)
    said = modality(scene, head)
    return Event(
        _identity(desk.document, mention.start, mention.end, head.lemma if head else ""), named, mention.first,
        mention.last, mention.edtf, mention.text, mention.precision, mention.qualifier, mention.basis, mention.rule,
        mention.kind, _after_the_report(desk.document, mention, said), witness.actors, _place(scene, head),
        witness.exact, (witness,), confidence=confidence(mention.basis if dated else "", mention.qualifier, said),
        anchor=mention.anchor, alternatives=mention.alternatives,
        reason="" if dated else dating.undated_reason(mention))


def _after_the_report(document: Document, mention: DateMention, said: str) -> str:
    """What is dated after the document was published has not happened yet."""
    if said == "actual" and document.published and mention.first is not None:
        return "planned" if mention.first > dating.day_number(document.published.day) else said
    return said


def _identity(document: Document, start: int, end: int, kind: str) -> str:
    return hashlib.sha256(f"{document.doc_id}|{start}|{end}|{kind}".encode()).hexdigest()[:16]


def _witness(desk: _Desk, scene: Scene, mention: DateMention, head: Head | None = None) -> Mention:
    text, span, document = desk.document.text, scene.span, desk.document
    own = mention.end > mention.start
    return Mention(document.doc_id, document.title or document.name, document.published.day if document.published else "",
                   span.start, span.end, text[span.start:span.end], text[max(0, span.start - _AROUND):span.start],
                   text[span.end:span.end + _AROUND], mention.text, mention.start if own else None,
                   mention.end if own else None, mention.edtf, mention.basis, mention.rule, cast(scene, head))


def _place(scene: Scene, head: Head | None) -> str:
    """The place of the event: a venue, or what stands after "in" or "at", nearest to the head."""
    at = scene.tokens[head.index].start if head else scene.span.start
    reach = _WORN_PLACE if scene.worn else scene.span.end - scene.span.start
    near = [actor for actor in scene.actors if actor.type == "LOC" and abs(actor.start - at) <= reach
            and (actor.role == "venue" or _after_in(scene, actor))]
    return min(near, key=lambda actor: (abs(actor.start - at), actor.start)).name if near else ""


def _after_in(scene: Scene, actor: ActorMention) -> bool:
    before = scene.text[max(scene.span.start, actor.start - 12):actor.start].lower().split()
    return before[-1:] in (["in"], ["at"]) or before[-2:] in (["in", "the"], ["at", "the"])


# -- the undated topic ---------------------------------------------------------------------------

def _topics(desk: _Desk, events: list[Event]) -> list[Event]:
    """Events for what the document is about and does not date: on its own date, or undated in the tray."""
    found = []
    for sightings in topics(desk.document, desk.dates, desk.actors, desk.words, desk.worn):
        if not _already_dated(desk, sightings[0], events):
            found.append(_topic(desk, sightings))
    return found


def _already_dated(desk: _Desk, best: Sighting, events: list[Event]) -> bool:
    """Whether a date of the text itself already stands for this kind of happening with this name."""
    for event in events:
        lows = event.title.lower().split()
        same = any(noun and noun.family == best.family for noun in map(desk.words.nouns.get, lows))
        if same and (best.named in event.actors or best.named == event.place or best.named.lower() in event.title.lower()):
            return True
    return False


def _topic(desk: _Desk, sightings: list[Sighting]) -> Event:
    best, scenes = sightings[0], []
    for one in sightings[:_WITNESSES]:
        span = _sentence_round(desk, one.start, one.end)
        if all(span.end <= scene.span.start or scene.span.end <= span.start for scene in scenes):
            scenes.append(_scene(desk, span))
    mention = dating.of_document(desk.document, best.start)
    witnesses = tuple(_witness(desk, scene, mention) for scene in scenes)
    actors = tuple(dict.fromkeys(name for witness in witnesses for name in witness.actors))
    spoken = _topic_title(desk, sightings)
    dated = dating.is_dated(mention)
    return Event(_identity(desk.document, best.start, best.end, best.noun), spoken, mention.first, mention.last,
                 mention.edtf, "", mention.precision, "exact", mention.basis, mention.rule, "instant", "actual", actors,
                 best.named if best.is_place else "", witnesses[0].exact, witnesses,
                 confidence=confidence(mention.basis if dated else "", "exact", "actual"), anchor=mention.anchor,
                 alternatives=mention.alternatives, reason=mention.reason)


def _sentence_round(desk: _Desk, start: int, end: int) -> Span:
    text = desk.document.text
    if desk.worn:
        return prose.window(text, start, end)
    low, high = max(0, start - 2000), min(len(text), end + 2000)
    spans = [Span(one.start + low, one.end + low) for one in prose.sentences(text[low:high])]
    own = spans[max(prose.sentence_at(spans, start), 0)]
    own = Span(min(own.start, start), max(own.end, end))
    return own if len(text[own.start:own.end].split()) <= _LONG else prose.window(text, start, end, within=own)


def _topic_title(desk: _Desk, sightings: list[Sighting]) -> str:
    """The shortest way the document itself puts name and noun together."""
    text = desk.document.text
    tight = [one for one in sightings if 0 < one.start - one.named_at.end <= 2]
    best = (tight or sightings)[0]
    named = text[best.named_at.start:best.named_at.end]
    noun = text[best.start:best.end]
    return f"{named[:1].upper()}{named[1:]} {noun.lower() if best.start < best.named_at.start else noun}"
