"""Which reports tell of one event, across and within documents, and the event they make together.

Conservative: the windows overlap, the heads are of one family (or the words much alike), and an actor or
the place is shared. The result does not depend on the order of the documents.
"""

import re
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from timeline.events.rank import rank
from timeline.events.vocabulary import vocabulary
from timeline.model import Event

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ALIKE = 0.6  # share of title words in common that stands for a common head
_COARSE = 366  # days: a longer window is too wide to be told apart by its date
_MOST = 500  # groups an event is held against: a text of a hundred thousand like reports must not take hours
_BASES = ("explicit", "relative", "context", "document_date", "inferred")


def merge(events: list[Event]) -> list[Event]:
    """One event for each happening, with all its witnesses; ranked. Deterministic, whatever the order given."""
    ordered = sorted(events, key=_precise_first)
    groups: list[list[Event]] = []
    shelves = defaultdict(list)
    for event in ordered:
        home = _home(event, shelves, groups)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(event)
        for shelf in _shelves(event):
            if home not in shelves[shelf][-1:]:
                shelves[shelf].append(home)
    return rank([_together(group) for group in groups])


def _precise_first(event: Event) -> tuple:
    """Exact days come first, so that a vague report joins a precise one and never bridges two of them."""
    return (*_span(event), _BASES.index(event.date_basis) if event.date_basis in _BASES else 9, event.event_id)


def _span(event: Event) -> tuple[int, int]:
    if event.first is None or event.last is None:
        return (10 ** 9, 0)
    return (event.last - event.first, event.first)


def _shelves(event: Event) -> list[tuple]:
    """The shelves an event is looked for on: those of all it could be one with, and of few others (see `why_one`).

    One for its family, or each word of its title, in each month it touches with each actor or place it has; one
    for each head noun of a single day, since there a report that names no one may be the same.
    """
    if event.first is None or event.last is None:
        return []
    if event.last - event.first > _COARSE:
        times = [(event.first, event.last)]
    else:
        times = list(range(event.first // 31, event.last // 31 + 1))
    links = [*(("actor", name) for name in event.actors), *([("place", event.place)] if event.place else [])]
    keys = sorted(head_families(event.title) or _content(event.title))
    nouns = sorted(_head_nouns(event.title)) if event.first == event.last else []
    return [(time, key, link) for time in times for key in keys for link in links] + [("day", event.first, noun) for noun in nouns]


@lru_cache(maxsize=200_000)
def head_families(title: str) -> frozenset[str]:
    """The families of a title's head: its event nouns', else its verbs'."""
    words = vocabulary("en")
    lows = [low for low in map(str.lower, _WORD.findall(title))]
    nouns = {words.nouns[low].family for low in lows if low in words.nouns}
    return frozenset(nouns or {verb.family for verb in map(words.verbs.get, lows) if verb and verb.family})


@lru_cache(maxsize=200_000)
def _content(title: str) -> frozenset[str]:
    words = vocabulary("en")
    return frozenset(low for low in map(str.lower, _WORD.findall(title)) if len(low) > 2
            and not any(words.has(f"function.{name}", low) for name in ("prepositions", "determiners", "pronouns", "months"))
            and not words.has("verb.auxiliaries", low))


def _home(event: Event, shelves: dict, groups: list[list[Event]]) -> int | None:
    """The one group this event belongs to; None where there is none, or where two would have it."""
    seen = dict.fromkeys(number for shelf in _shelves(event) for number in shelves.get(shelf, ())[:_MOST])
    fitting = [number for number in islice(seen, _MOST) if all(why_one(event, other) for other in groups[number][:4])]
    if len(fitting) > 1 and _span(event)[0] == 0:
        return min(fitting)
    return fitting[0] if len(fitting) == 1 else None


def why_one(one: Event, other: Event) -> str:
    """Why two reports tell of one event, in words; "" if they do not, or if it cannot be told."""
    if not _same_time(one, other) or {one.modality, other.modality} == {"actual", "denied"}:
        return ""
    shared = set(one.actors) & set(other.actors)
    if one.actors and other.actors and not shared:
        return ""  # of one place, but of other people
    place = one.place if one.place and one.place == other.place else ""
    if one.place and other.place and one.place != other.place:
        return ""
    families = head_families(one.title) & head_families(other.title)
    alike = _likeness(_content(one.title), _content(other.title))
    if _bare(one, other) and _head_nouns(one.title) & _head_nouns(other.title):
        return "same day, the same word for it, and one report names no one"
    if not (shared or place) or not (families or alike >= _ALIKE):
        return ""
    named = ", ".join(sorted(shared)) or place
    return f"same date, {'a ' + sorted(families)[0] if families else 'the same words'}, both with {named}"


def _bare(one: Event, other: Event) -> bool:
    """Whether both stand on one day and one of them names neither actor nor place."""
    nobody = any(not event.actors and not event.place for event in (one, other))
    return nobody and one.first == other.first == one.last == other.last and {one.date_basis, other.date_basis} <= {
        "explicit", "relative", "context"}


@lru_cache(maxsize=200_000)
def _head_nouns(title: str) -> frozenset[str]:
    nouns = map(vocabulary("en").nouns.get, map(str.lower, _WORD.findall(title)))
    return frozenset(noun.lemma for noun in nouns if noun and not noun.broad and not noun.weak)


def _same_time(one: Event, other: Event) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    overlap = one.first <= other.last and other.first <= one.last
    exact = (one.first, one.last) == (other.first, other.last)
    return exact or overlap and max(one.last - one.first, other.last - other.first) <= 31


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _together(group: list[Event]) -> Event:
    """The group's event: the most precise and best-founded date and title, all witnesses in a fixed order."""
    best = min(group, key=_precise_first)
    if len(group) == 1:
        return best
    witnesses = {(one.doc_id, one.start_char, one.end_char, one.date_start): one for event in group for one in event.mentions}
    ordered = sorted(witnesses.values(), key=lambda one: (one.published, one.doc_id, one.start_char, one.date_start or 0))
    lead = [one for one in best.mentions] + [one for one in ordered if one not in best.mentions]
    actors = tuple(dict.fromkeys(name for one in lead for name in one.actors))
    place = best.place or next((event.place for event in sorted(group, key=_precise_first) if event.place), "")
    return replace(best, mentions=tuple(lead), actors=actors, place=place,
                   confidence=max(event.confidence for event in group))
