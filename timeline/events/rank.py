"""How much an event matters and how sure its date is, each a sum of parts that can be read out."""

from dataclasses import replace
from math import log

from timeline.model import Event

_SURE = {"explicit": 0.95, "relative": 0.85, "context": 0.7, "document_date": 0.55, "inferred": 0.5}
_FINE = {"time": 1.0, "day": 1.0, "week": 0.8, "month": 0.7, "season": 0.6, "quarter": 0.6, "year": 0.4}
_MODAL = {"actual": 1.0, "planned": 0.7, "denied": 0.6, "hypothetical": 0.4}


def confidence(basis: str, qualifier: str = "exact", modality: str = "actual") -> float:
    """How sure the date is, 0 to 1, by how it was found; 0.2 for an event without a date."""
    sure = _SURE.get(basis, 0.2)
    return round(sure * (1.0 if qualifier == "exact" else 0.85) * (0.95 if modality == "hypothetical" else 1.0), 3)


def parts(event: Event) -> dict[str, float]:
    """The parts of an event's importance, each 0 to 1 before its weight."""
    documents = len({witness.doc_id for witness in event.mentions})
    earliest = min((witness.start_char for witness in event.mentions), default=0)
    return {"documents": min(1.0, log(documents, 8)) if documents else 0.0,
            "mentions": min(1.0, log(len(event.mentions), 12)) if event.mentions else 0.0,
            "position": 1.0 / (1.0 + earliest / 1500.0),
            "actors": min(len(event.actors), 4) / 4,
            "precision": _FINE.get(event.precision, 0.2) if event.first is not None else 0.0,
            "fact": _MODAL.get(event.modality, 0.5)}


WEIGHTS = {"documents": 0.35, "mentions": 0.15, "position": 0.15, "actors": 0.1, "precision": 0.15, "fact": 0.1}


def rank(events: list[Event]) -> list[Event]:
    """The same events with their importance, by date, then by importance; the undated last."""
    weighed = [replace(event, importance=importance(event)) for event in events]
    return sorted(weighed, key=_order)


def _order(event: Event) -> tuple:
    start = event.first if event.first is not None else event.last
    return (start is None, start or 0, -event.importance, event.title, event.event_id)


def importance(event: Event) -> float:
    """The weighted sum of its parts, 0 to 1."""
    return round(sum(WEIGHTS[name] * value for name, value in parts(event).items()), 4)


def importance_reasons(event: Event) -> list[str]:
    """Why an event stands where it stands, in words, the weightiest part first."""
    documents = len({witness.doc_id for witness in event.mentions})
    told = {"documents": _count(documents, "document") + (" tells" if documents == 1 else " tell") + " of it",
            "mentions": f"it is mentioned {_times(len(event.mentions))}",
            "position": "it stands near the top of a document",
            "actors": _count(len(event.actors), "actor") + " named",
            "precision": f"its date is known to the {event.precision}",
            "fact": {"actual": "it is told as a fact"}.get(event.modality, f"it is {event.modality}, not told as a fact")}
    value = {name: WEIGHTS[name] * part for name, part in parts(event).items()}
    kept = [name for name in sorted(value, key=lambda name: (-value[name], name)) if value[name] >= 0.02]
    if "documents" not in kept:
        kept.append("documents")
    return [told[name] for name in kept]


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
