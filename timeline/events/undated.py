"""Happenings that their sentence does not date: the news itself, and the story that goes on from a dated sentence.

A report's opening tells the day's news, so it has the document's date; what follows a dated sentence in the simple past
goes on on its day, as a reader takes it (the narrative progression of Kamp and Rohrer 1983). A pluperfect steps back from
both and is left alone.
"""

import re
from dataclasses import dataclass, replace

from timeline import text as prose
from timeline.events import date as dating
from timeline.events.claims import claim
from timeline.events.desk import LONG, Desk, scene_of
from timeline.events.head import Head
from timeline.events.mainverb import main_head
from timeline.events.modality import modality
from timeline.events.pronoun import pronoun
from timeline.events.scene import Scene
from timeline.events.subject import is_spoken, subject
from timeline.events.tense import tense
from timeline.events.title import spoken_of, title
from timeline.events.witness import event_of
from timeline.model import Alternative, DateMention, Event, Span

LEAD = 3  # sentences of a report that tell its news
_OPENING = 6  # sentences in which a report dates what its headline tells
_SOON = 3  # days: so soon is a happening reported
_KIN = 3  # actors and words in common by which a headline tells what a sentence dates
_ON = 2  # undated sentences, the one right after the other, that a dated one carries
_CARRY_RULE = "the story goes on from the sentence before"
_LEAD_RULE = "the news of the day: the document's own date"
_HEADLINE_RULE = "the headline tells what its report dates"
_FINE = ("time", "day")  # a story goes on on a day; a month or a year is too wide to say so


@dataclass(slots=True)
class _Thread:
    """What the last dated sentence gives to those after it."""

    event: Event | None = None
    left: int = 0


def undated_events(desk: Desk, events: list[Event], topics: list[Event] = ()) -> list[Event]:
    """The events of undated sentences; `events` are those that have a date of their own, `topics` what stands for the document."""
    if desk.worn or not desk.words.nouns:
        return []
    spans = prose.sentences(desk.document.text)
    own, found, thread, told = _by_sentence(spans, events), [], _Thread(), 0
    dated = {max(prose.sentence_at(spans, mention.start), 0) for mention in desk.dates if not _is_vague(mention)}
    opening = [event for number in sorted(own) if number < _OPENING for event in own[number]]
    for number, span in enumerate(spans[:_reach(own, dated)]):
        if number in dated:
            thread = _begun(own.get(number, []))
            told += 1
            continue
        if not _is_prose(desk, span):
            continue
        event = _event(desk, span, thread, LEAD - told, opening)
        told += 1
        thread.left = thread.left - 1 if event else 0
        if event and not any(_is_one(event, topic) for topic in topics):
            found.append(event)
    return found


def _is_one(event: Event, topic: Event) -> bool:
    """Whether the topic of the document has this sentence for a witness already, under the same words."""
    own = event.mentions[0]
    return any(own.start_char < witness.end_char and witness.start_char < own.end_char for witness in topic.mentions) and bool(
        set(topic.title.lower().split()) & set(event.title.lower().split()))


def _reach(own: dict, dated: set[int]) -> int:
    """Sentences after which nothing more can be told: the lead, and what the last dated sentence carries."""
    return max([LEAD + 2, *(number + _ON + 1 for number in own), *(number for number in dated if number < LEAD)])


def _by_sentence(spans: list[Span], events: list[Event]) -> dict[int, list[Event]]:
    found: dict[int, list[Event]] = {}
    for event in events:
        at = event.mentions[0].date_start
        if at is not None:
            found.setdefault(max(prose.sentence_at(spans, at), 0), []).append(event)
    return found


def _is_vague(mention: DateMention) -> bool:
    """Whether the words leave a sentence undated: "now", "recently", "for three days"."""
    return mention.value in ("PRESENT_REF", "PAST_REF") or mention.type == "DURATION"


def _begun(events: list[Event]) -> _Thread:
    """A story begins with a sentence that tells of one day alone, as something that happened."""
    days = {(event.first, event.last) for event in events}
    one = events[-1] if len(days) == 1 else None
    firm = one is not None and one.first is not None and one.last is not None and one.precision in _FINE
    return _Thread(one, _ON) if firm and one.modality in ("actual", "claimed") else _Thread()


def _is_prose(desk: Desk, span: Span) -> bool:
    said = desk.document.text[span.start:span.end]
    return 2 < len(said.split()) <= LONG and not said.rstrip("\"'”’ ").endswith("?")


def _event(desk: Desk, span: Span, thread: _Thread, leads: int, near: list[Event]) -> Event | None:
    scene = scene_of(desk, span)
    head = main_head(scene)
    head = spoken_of(scene, head) if head else None
    if head is None or head.kind in ("state", "says") or is_spoken(scene, head.index) or _elsewhen(scene):
        return None
    time = _tense(scene, head)
    carried = thread.event is not None and thread.left > 0 and time == "past" and _goes_on(scene, head)
    if not (carried or leads > 0 and _is_news(scene, head, time, leads == LEAD)):
        return None
    if modality(scene, head) not in ("actual", "denied") or _lasts(scene, head) or _of_another_time(scene, head):
        return None
    named = title(scene, head, -1, desk.names)
    mention = _carried(thread.event, span.start) if carried else _of_the_day(desk, scene, near)
    return event_of(desk, scene, mention, head, named) if named else None


def _goes_on(scene: Scene, head: Head) -> bool:
    """Whether a happening moves a story on: no answer to it, no step of a whole life, and nothing that somebody only says."""
    kept_out = any(scene.words.has(f"tense.{name}", head.lemma) for name in ("reaction", "life", "durative"))
    return not kept_out and claim(scene, head) is None and (head.kind != "act" or _somebody(scene, head))


def _somebody(scene: Scene, head: Head) -> bool:
    """Whether an act has a doer: a name, a pronoun or a phrase of its own."""
    return bool(subject(scene, head.index) or pronoun(scene, head.index))


def _tense(scene: Scene, head: Head) -> str:
    """The tense of the head, or of the verb that says of a noun that it took place."""
    if head.kind != "noun":
        return tense(scene, head.index)
    clause = scene.clause(scene.clause_of[head.index])
    verbs = [index for index in clause if scene.verb(index) and index > head.index]
    return tense(scene, verbs[-1]) if verbs else ""


def _is_news(scene: Scene, head: Head, time: str, first: bool) -> bool:
    """Past or perfect; in a headline also the present ("Kim meets Putin"). Behind the first sentence an act needs a name."""
    line = scene.text[scene.span.start:scene.span.end].rstrip()
    if time == "perfect" and not _is_fresh(scene, head, first):
        return False
    fits = time in ("past", "perfect") or time == "present" and line[-1:] not in ".!"
    return fits and (first or head.kind in ("noun", "event") or bool(scene.actors))


def _is_fresh(scene: Scene, head: Head, first: bool) -> bool:
    """Whether a perfect tells the day's news: at the head of a report, or an event's verb; not "has often criticised", nor,
    further down, "has pleaded not guilty", which may stand for months."""
    near = scene.tokens[max(0, head.index - 3):head.index + 1]
    opening = " ".join(token.low for token in scene.tokens[:2])
    if any(scene.words.has("tense.habit", token.low) for token in near) or scene.words.has("tense.elsewhen", opening):
        return False
    return first or head.kind != "act" and not scene.words.has("tense.standing", head.lemma)


def _of_another_time(scene: Scene, head: Head) -> bool:
    """"The old talks collapsed", "last year's deal"."""
    near = scene.tokens[max(0, head.index - 3):head.index]
    return head.kind == "noun" and any(scene.words.has("noun.elsewhere", token.low) for token in near)


def _lasts(scene: Scene, head: Head) -> bool:
    """"Hale ran the bar for 20 years", "the talks lasted two days": no news of one day."""
    verbs = [scene.verb(index) for index in scene.clause(scene.clause_of[head.index])]
    return any(mention.type == "DURATION" for mention in scene.dates) and any(
        verb and scene.words.has("tense.durative", verb.lemma) for verb in verbs)


def _elsewhen(scene: Scene) -> bool:
    """"Previously …", "If …", "Over the years …": another time than the report's."""
    lows = [token.low for token in scene.tokens[:3]]
    opened = lows[:1] + [" ".join(lows[:2]), " ".join(lows)]
    return any(scene.words.has("tense.elsewhen", low) for low in opened)


def _carried(event: Event, at: int) -> DateMention:
    return DateMention(at, at, "", "DATE", event.date_edtf, _CARRY_RULE, edtf=event.date_edtf, first=event.first,
                       last=event.last, precision=event.precision, qualifier=event.qualifier, basis="context",
                       kind=event.kind, anchor=event.date_edtf,
                       alternatives=(Alternative("", "the sentence has no date words of its own"),))


def _of_the_day(desk: Desk, scene: Scene, near: list[Event]) -> DateMention:
    """The document's own date; of a headline that of the happening it tells, where the report's opening dates it."""
    mention = dating.of_document(desk.document, scene.span.start)
    if mention.first is None:
        return mention
    told = [(_kinship(scene, event), event.first, event) for event in near if _is_headline(scene) and event.precision in _FINE
            and event.first == event.last and 0 <= mention.first - event.first <= _SOON]
    kin, _, event = max(told, key=lambda one: one[:2], default=(0, 0, None))
    if kin >= _KIN:
        return replace(_carried(event, scene.span.start), rule=_HEADLINE_RULE, basis="inferred", alternatives=(
            Alternative(mention.edtf, "the document's own date: its text gives the day"),))
    return replace(mention, rule=_LEAD_RULE)


def _is_headline(scene: Scene) -> bool:
    return scene.text[scene.span.start:scene.span.end].rstrip()[-1:] not in ".!?”\""


def _kinship(scene: Scene, event: Event) -> int:
    """How much a scene and an event have in common: each actor, each word, and each word of the title once more."""
    own = _lemmas(scene, [token.low for token in scene.tokens if token.actor < 0])
    told, title = (_lemmas(scene, re.findall(r"[^\W_]+", said.lower())) for said in (event.excerpt, event.title))
    return len({actor.name for actor in scene.actors} & set(event.actors)) + len(own & told) + len(own & title)


def _lemmas(scene: Scene, words: list[str]) -> set[str]:
    known = [scene.words.verbs.get(low) or scene.words.nouns.get(low) for low in words]
    return {one.lemma if one else low for low, one in zip(words, known, strict=True) if len(low) > 3}
