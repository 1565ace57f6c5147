"""How much an event matters and how sure its date is, each a sum of parts that can be read out.

The weight of the day comes first: on the public timelines that the benchmarks name, the days of the most important
events are those of the editors' timelines far more often with it than without.
"""

from collections.abc import Iterable
from dataclasses import replace
from math import log

from timeline.events import days
from timeline.events.date import day_number
from timeline.model import Event

_SURE = {"explicit": 0.95, "relative": 0.85, "context": 0.7, "document_date": 0.55, "inferred": 0.5}
_FINE = {"time": 1.0, "day": 1.0, "week": 0.8, "month": 0.7, "season": 0.6, "quarter": 0.6, "year": 0.4}
_MODAL = {"actual": 1.0, "planned": 0.7, "denied": 0.6, "hypothetical": 0.4}
_WEEK = 7  # days: a longer event has no day of its own
_TOP = 1500  # characters: how far down the head of a document reaches


def confidence(basis: str, qualifier: str = "exact", modality: str = "actual") -> float:
    """How sure the date is, 0 to 1, by how it was found; 0.2 for an event without a date."""
    sure = _SURE.get(basis, 0.2)
    return round(sure * (1.0 if qualifier == "exact" else 0.85) * (0.95 if modality == "hypothetical" else 1.0), 3)


WEIGHTS = {"day": 0.4, "documents": 0.2, "position": 0.1, "actors": 0.1, "precision": 0.1, "fact": 0.1}


def weigh_days(events: Iterable[Event]) -> dict[int, days.Weight]:
    """How much each day matters, by the documents that witness events on it; only events of one day tell."""
    return days.weigh(days.Naming(one.doc_id, day_number(one.published) if one.published else None, event.first,
                                  one.date_basis == "explicit")
                      for event in events if event.first is not None and event.first == event.last for one in event.mentions)


def parts(event: Event, weights: dict[int, days.Weight] | None = None) -> dict[str, float]:
    """The parts of an event's importance, each 0 to 1 before its weight.

    `weights`: what `weigh_days` says of the collection; the heaviest day has "day" 1. Default: of this event alone.
    """
    weights = weigh_days([event]) if weights is None else weights
    return _parts(event, weights, max((one.score for one in weights.values()), default=0.0))


def _parts(event: Event, weights: dict[int, days.Weight], most: float) -> dict[str, float]:
    documents = len({witness.doc_id for witness in event.mentions})
    earliest = min((witness.start_char for witness in event.mentions), default=0)
    day = _day(event, weights)
    return {"day": log(1 + day.score) / log(1 + most) if day and most else 0.0,
            "documents": min(1.0, log(documents, 8)) if documents else 0.0,
            "position": 1.0 / (1.0 + earliest / _TOP),
            "actors": min(len(event.actors), 4) / 4,
            "precision": _FINE.get(event.precision, 0.2) if event.first is not None else 0.0,
            "fact": _MODAL.get(event.modality, 0.5)}


def _day(event: Event, weights: dict[int, days.Weight]) -> days.Weight | None:
    """The weight of the event's day; of an event that lasts at most a week the heaviest day's."""
    if event.first is None or event.last is None or not 0 <= event.last - event.first < _WEEK:
        return None
    return max((weights[day] for day in range(event.first, event.last + 1) if day in weights), default=None)


def rank(events: list[Event]) -> list[Event]:
    """The same events with their importance, by date, then by importance; the undated last."""
    weights = weigh_days(events)
    most = max((one.score for one in weights.values()), default=0.0)
    return sorted((replace(event, importance=_total(_parts(event, weights, most))) for event in events), key=in_order)


def top(events: Iterable[Event], number: int) -> list[Event]:
    """The `number` most important of ranked events, the most important first; equals by date, then by title."""
    return sorted(events, key=lambda event: (-event.importance, *in_order(event)))[:max(0, number)]


def in_order(event: Event) -> tuple:
    """The key by which events are ordered: by date, then by importance, then by title; the undated last."""
    start = event.first if event.first is not None else event.last
    return (start is None, start or 0, -event.importance, event.title, event.event_id)


def importance(event: Event, weights: dict[int, days.Weight] | None = None) -> float:
    """The weighted sum of its parts, 0 to 1."""
    return _total(parts(event, weights))


def _total(value: dict[str, float]) -> float:
    return round(sum(WEIGHTS[name] * part for name, part in value.items()), 4)


def importance_reasons(event: Event, weights: dict[int, days.Weight] | None = None) -> list[str]:
    """Why an event stands where it stands, in words: every part that adds to it, the weightiest first."""
    told = _told(event, _day(event, weigh_days([event]) if weights is None else weights))
    value = {name: WEIGHTS[name] * part for name, part in parts(event, weights).items()}
    return [told[name] for name in sorted(value, key=lambda name: (-value[name], name)) if value[name] > 0]


def _told(event: Event, day: days.Weight | None) -> dict[str, str]:
    documents = len({witness.doc_id for witness in event.mentions})
    earliest = min((witness.start_char for witness in event.mentions), default=0)
    return {"day": days.in_words(day) if day else "",
            "documents": _count(documents, "document") + (" tells" if documents == 1 else " tell") + " of it",
            "position": "it stands near the top of a document" if earliest < _TOP else "it stands further down in its documents",
            "actors": _count(len(event.actors), "actor") + " named",
            "precision": f"its date is known to the {event.precision}",
            "fact": {"actual": "it is told as a fact"}.get(event.modality, f"it is {event.modality}, not told as a fact")}


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
