"""One event for each happening, with all its witnesses and why each of them is one.

    traits       what a report says that can be compared
    wordweights  how rare words and n-grams are in the collection
    blocks       which pairs are worth a look
    evidence     the score of a pair and its reason in words
    linkage      groups of reports that are one event

The result does not depend on the order of the documents.
"""

from dataclasses import replace

from timeline.events.evidence import ENOUGH
from timeline.events.linkage import Links, groups
from timeline.events.rank import rank
from timeline.events.traits import traits
from timeline.model import Event, Mention

_BASES = ("explicit", "relative", "context", "document_date", "inferred")
_FACT_FIRST = ("actual", "claimed", "denied", "planned", "hypothetical")
_WEEK = 7  # days: a window up to this is precise
_PARTNERS = 8  # reports of an event among which the reason of one more is looked for
_SAME_WORDS = "told in the same words"
_READABLE = range(40, 320)  # characters of an excerpt


def merge(events: list[Event]) -> list[Event]:
    """One event for each happening, with all its witnesses; ranked. Deterministic, whatever the order given.

    A witness that was joined to the event says why in `Mention.joined`, with a score from 0 to 1.
    """
    alone = [event for event in events if event.first is None or event.last is None]
    told = _told_once(event for event in events if event.first is not None and event.last is not None)
    links = Links([traits(same[0]) for same in told])
    return rank(alone + [_together(links, told, members) for members in groups(links)])


def why_one(one: Event, other: Event) -> str:
    """Why two reports tell of one event, in words; "" if they do not, or if it cannot be told."""
    if None in (one.first, one.last, other.first, other.last):
        return ""
    links = Links([traits(event) for event in sorted((one, other), key=_order)])
    verdict = links.verdict(0, 1)
    return verdict.reason if verdict.score >= ENOUGH else ""


def _order(event: Event) -> tuple:
    """A total order of events by what they say, so that the order given does not matter."""
    return (event.first, event.last, event.event_id, event.title, event.modality, event.date_basis, event.excerpt, event.actors, event.place)


def _told_once(events) -> list[list[Event]]:
    """Reports in a fixed order; those of one date in the very same words stand together, as one."""
    found: dict[tuple, list[Event]] = {}
    for event in sorted(events, key=_order):
        key = (event.first, event.last, event.title, event.excerpt, event.actors, event.place, event.modality, event.date_basis)
        found.setdefault(key, []).append(event)
    return list(found.values())


# -- the event they make together ----------------------------------------------------------------

def _together(links: Links, told: list[list[Event]], members: list[int]) -> Event:
    """The event of a group: the best-founded, most precise and best readable report, and all the witnesses."""
    lead = min(members, key=lambda number: _best_first(told[number][0]))
    best = told[lead][0]
    if len(members) == 1 and len(told[lead]) == 1:
        return best
    witnesses = dict.fromkeys(best.mentions)
    spots = {_spot(one) for one in best.mentions}
    others = [(replace(one, joined=reason, score=score) if reason else one)
              for event, reason, score in _with_reasons(links, told, members, lead) for one in event.mentions]
    for one in sorted(others, key=lambda one: (one.published, one.doc_id, one.start_char, one.date_start or 0, -one.score)):
        if _spot(one) not in spots:
            spots.add(_spot(one))
            witnesses[one] = None
    every = [event for number in members for event in told[number]]
    named = [name for one in witnesses for name in one.actors]
    place = best.place or next((event.place for event in sorted(every, key=_best_first) if event.place), "")
    return replace(best, mentions=tuple(witnesses), actors=tuple(dict.fromkeys([*best.actors, *named])), place=place,
                   confidence=max(event.confidence for event in every))


def _spot(one: Mention) -> tuple:
    return (one.doc_id, one.start_char, one.end_char, one.date_start)


def _with_reasons(links: Links, told: list[list[Event]], members: list[int], lead: int):
    """(event, why it is one with the lead or with another report of the group, how surely) for all but the lead's best."""
    for event in told[lead][1:]:
        yield event, _SAME_WORDS, 1.0
    for number in members:
        if number == lead:
            continue
        verdict = links.verdict(number, lead)
        if verdict.score < ENOUGH:
            verdict = max((links.verdict(number, one) for one in members[:_PARTNERS] if one != number), key=lambda found: found)
        for event in told[number]:
            yield event, verdict.reason, verdict.score


def _best_first(event: Event) -> tuple:
    fact = _FACT_FIRST.index(event.modality) if event.modality in _FACT_FIRST else len(_FACT_FIRST)
    basis = _BASES.index(event.date_basis) if event.date_basis in _BASES else len(_BASES)
    width = event.last - event.first
    return (fact, width >= _WEEK, basis > 2, width, _hard_to_read(event), basis, min(one.published for one in event.mentions), _order(event))


def _hard_to_read(event: Event) -> int:
    """Faults of a title and an excerpt: a name in neither, a word or two, too long or all in small letters."""
    names = {word for name in (*event.actors, event.place) for word in name.lower().split()}
    faults = [not names & set(event.title.lower().split()), len(event.title.split()) < 3, len(event.excerpt) not in _READABLE,
              event.excerpt == event.excerpt.lower()]
    return sum(faults)
