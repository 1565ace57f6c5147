"""What a document is about but does not date: the event nouns it keeps coming back to ("Hanoi talks")."""

import re
from collections import defaultdict
from typing import NamedTuple

from timeline.events.date import no_day
from timeline.events.vocabulary import Vocabulary
from timeline.model import ActorMention, DateMention, Document, Span

_WORD = re.compile(r"[^\W_]+(?:[-'’‑.&][^\W_]+)*")
_LEAD = 700  # characters: what a document opens with
_NEAR = 40  # characters between a noun and the place or party that names it
_ENOUGH = 3.0


class Sighting(NamedTuple):
    """An event noun with the place or party that names it. score: how much like the topic it reads."""

    start: int
    end: int
    noun: str
    family: str
    named: str
    named_at: Span
    is_place: bool
    score: float


def topics(document: Document, dates: list[DateMention], actors: list[ActorMention], words: Vocabulary,
           worn: bool, most: int = 1) -> list[list[Sighting]]:
    """The at most `most` topics, each with its sightings, the best first. None where none recurs or leads."""
    groups = defaultdict(list)
    for sighting in _sightings(document.text, dates, actors, words, worn):
        groups[sighting.family, sighting.named].append(sighting)
    ranked = sorted(groups.values(), key=lambda group: (-_weight(group), group[0].start))
    return [sorted(group, key=lambda one: (-one.score, one.start)) for group in ranked[:most]
            if _weight(group) >= _ENOUGH and (len(group) > 1 or _opens_the_report(group[0]))]


def _opens_the_report(one: Sighting) -> bool:
    """A single sighting is the topic only when the very first words tell of it ("Geneva talks ended …")."""
    return one.start < 200 and one.score >= 2.4


def _weight(group: list[Sighting]) -> float:
    lead = 1.5 if any(one.start < _LEAD for one in group) else 0.0
    place = 0.5 if any(one.is_place for one in group) else 0.0
    return lead + place + sum(max(one.score, 0.0) for one in group[:6]) * 0.7


def _sightings(text: str, dates, actors, words: Vocabulary, worn: bool):
    taken = [(mention.start, mention.end) for mention in dates if not no_day(mention)]
    at = date_at = 0
    hits = list(_nouns(text, words))
    for hit, noun in hits:
        while at < len(actors) and actors[at].end < hit.start() - _NEAR:
            at += 1
        while date_at < len(taken) and taken[date_at][1] < hit.start() - _NEAR:
            date_at += 1
        near_dates = [span for span in taken[date_at:date_at + 4] if span[0] < hit.end() + _NEAR]
        named = _name_of(text, hit, actors[at:at + 8], words, worn)
        if named and not _elsewhere(text, hit, near_dates, words, 20 if worn else _NEAR):
            yield _sighting(text, hit, noun, *named, words)


def _nouns(text: str, words: Vocabulary):
    for hit in _WORD.finditer(text):
        noun = words.nouns.get(hit.group().lower())
        if noun and not noun.weak:
            yield hit, noun


def _name_of(text: str, hit: re.Match, near: list[ActorMention], words: Vocabulary, worn: bool):
    """The place or party that names the noun, and how close it stands: 2 right before, 1 after "in", or two words off."""
    best = None
    for actor in near:
        score = _closeness(text, hit, actor, words, worn)
        if score and (best is None or score > best[1]):
            best = actor, score
    return best


def _closeness(text: str, hit: re.Match, actor: ActorMention, words: Vocabulary, worn: bool) -> float:
    if actor.start >= hit.end():
        between = text[hit.end():actor.start].lower().split()
        linked = len(between) in (1, 2) and between[0] in ("in", "at", "of") and between[-1] in (between[0], "the")
        return 1.5 if linked and actor.type == "LOC" else 1.0 if worn and not between and actor.type == "LOC" else 0.0
    if actor.end > hit.start():
        return 0.0
    between = text[actor.end:hit.start()].lower().split()
    if not between:
        return 2.0 if actor.type == "LOC" else 1.4
    naming = all(word in words.nouns or words.has("noun.modifiers", word) for word in between)
    near = len(between) <= 2 and (naming or worn and actor.role == "venue")
    return (1.0 if actor.type == "LOC" else 0.6) if near else 0.0


def _elsewhere(text: str, hit: re.Match, dates: list[tuple[int, int]], words: Vocabulary, near: int) -> bool:
    """Whether the noun has a date of its own near by, or belongs to another time, or was only planned."""
    if any(start < hit.end() + near and end > hit.start() - near for start, end in dates):
        return True
    before = _WORD.findall(text[max(0, hit.start() - _NEAR):hit.start()].lower())[-3:]
    after = _WORD.findall(text[hit.end():hit.end() + _NEAR].lower())[:3]
    beside = {word for cues in words.cues.values() for word in cues.get("beside", ())}
    unsure = {word for cues in words.cues.values() for word in cues.get("after", ())}
    return any(words.has("noun.elsewhere", word) for word in before + after) or (
        any(word in beside for word in before) or any(word in unsure for word in after))


def _sighting(text: str, hit: re.Match, noun, actor: ActorMention, score: float, words: Vocabulary) -> Sighting:
    after = _WORD.findall(text[hit.end():hit.end() + 100].lower())[:9]
    before = _WORD.findall(text[max(0, hit.start() - _NEAR):hit.start()].lower())[-3:]
    verbs = [words.verb(word) for word in after]
    if any(verb and verb.form in ("past", "part") and verb.kind in ("light", "event", "act") for verb in verbs):
        score += 0.5
    if any(words.has("noun.aside", word) for word in before):
        score -= 1.0
    return Sighting(hit.start(), hit.end(), noun.lemma, noun.family, actor.name, Span(actor.start, actor.end),
                    actor.type == "LOC", score - (0.4 if noun.broad else 0.0))
