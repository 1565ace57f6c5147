"""Mentions to events, one document at a time: choose, date, name, and say what was left out."""

from dataclasses import dataclass

from timeline import text as prose
from timeline.events import date as dating
from timeline.events.choose import choose
from timeline.events.desk import LONG, Desk, desk_of, scene_of
from timeline.events.title import title
from timeline.events.topic import topic_events
from timeline.events.undated import undated_events
from timeline.events.witness import event_of
from timeline.model import ActorMention, DateMention, Document, Event, Span

_LONGEST = 2000  # characters: a sentence past this is shown as windows too, however few its spaces
_WELL_INSIDE = 60  # characters a date must stand from a window's end to share the window
_OPENING = 4  # sentences at the head of a text, which tell its news and name in full whom it is about
_NEIGHBOURHOOD = 300  # characters on either side of a date in worn text


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one document gave: its events, and each time expression that founds none with the reason why."""

    events: tuple[Event, ...]
    rejected: tuple[tuple[DateMention, str], ...]


def extract(document: Document, dates: list[DateMention], actors: list[ActorMention]) -> list[Event]:
    """The events of a document, dated and undated, in the order of the text. Never raises on hostile text."""
    return list(harvest(document, dates, actors).events)


def harvest(document: Document, dates: list[DateMention], actors: list[ActorMention]) -> Harvest:
    """As `extract`, with the time expressions that found no event. `dates` and `actors` are sorted by start."""
    desk = desk_of(document, _with_intervals(document.text, dates), actors)
    events, rejected = [], []
    for scene, asked in _scenes(desk):
        for choice in choose(scene, document, asked):
            mention = scene.dates[choice.date]
            named = "" if choice.why_not else title(scene, choice.head, choice.date, desk.names)
            if named:
                events.append(event_of(desk, scene, mention, choice.head, named))
            else:
                rejected.append((mention, choice.why_not or "says neither who nor what"))
    topics = topic_events(desk, events)
    events.extend([*topics, *undated_events(desk, events, topics)])
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
    """Where the actors of events are looked for: the sentences that hold dates, each with its neighbours, and how
    the text opens; in worn text the neighbourhood of each date. Sorted, apart from each other."""
    days = [d for d in dates if d.type in ("DATE", "TIME") and not d.value.endswith("_REF")]
    if prose.is_worn(text):
        return _apart([_neighbourhood(text, d) for d in days])
    spans = prose.sentences(text)
    wanted = set(range(min(_OPENING, len(spans))))
    for mention in days:
        place = max(prose.sentence_at(spans, mention.start), 0)
        wanted |= {max(place - 1, 0), place, place + 1}
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

def _scenes(desk: Desk):
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


def _scenes_of(desk: Desk, span: Span, numbers: list[int]):
    text, last = desk.document.text, max(desk.dates[number].end for number in numbers)
    span = Span(min(span.start, desk.dates[numbers[0]].start), max(span.end, last))
    short = span.end - span.start <= _LONGEST and len(text[span.start:span.end].split()) <= LONG
    if not desk.worn and short:
        yield scene_of(desk, span), [number - numbers[0] for number in numbers]
        return
    for window, own in _windows(desk, span, numbers):
        scene = scene_of(desk, window)
        first = scene.dates.index(desk.dates[own[0]])
        yield scene, [first + number - own[0] for number in own]


def _windows(desk: Desk, span: Span, numbers: list[int]):
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
