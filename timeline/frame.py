"""Timeline -> pandas: one row an event, one row a mention, one row a document. The columns live here.

The events' frame has COLUMNS, in the order and with the types of docs/event.md, and after them HELPERS, which
charts and page need and no export writes. Days are integers (see `timeline.model`), missing where unknown.
"""

from collections import Counter
from typing import NamedTuple

import pandas as pd

from timeline import calendar
from timeline.model import Event, Timeline, page_of
from timeline.rows import Marks, Rows, rows_of

PRECISIONS = ("time", "day", "week", "month", "season", "quarter", "year", "decade", "century", "millennium")
QUALIFIERS = ("exact", "approximate", "uncertain", "both")
BASES = ("explicit", "relative", "context", "document_date", "inferred")
KINDS = ("instant", "interval", "duration", "set")
MODALITIES = ("actual", "planned", "denied", "hypothetical", "claimed")

_TEXT = pd.StringDtype(na_value=pd.NA)
_LIST = object  # a tuple of str in every cell


def _one_of(values: tuple[str, ...]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(values, ordered=True)


COLUMNS = {
    "event_id": _TEXT, "title": _TEXT, "start": _TEXT, "end": _TEXT, "date_edtf": _TEXT, "date_text": _TEXT,
    "precision": _one_of(PRECISIONS), "qualifier": _one_of(QUALIFIERS), "date_basis": _one_of(BASES), "rule": _TEXT,
    "kind": _one_of(KINDS), "modality": _one_of(MODALITIES), "actors": _LIST, "place": _TEXT, "excerpt": _TEXT,
    "source_count": "int64", "mention_count": "int64", "first_published": _TEXT,
    "importance": "float64", "confidence": "float64",
}  # name -> dtype, in docs/event.md's order
HELPERS = {
    "first_day": "Int64", "last_day": "Int64",  # start and end as day numbers
    "when": _TEXT,  # the window for people: "27–28 Feb 2019"
    "reason": _TEXT,  # why an event is undated
    "anchor": _TEXT,  # what the words were resolved against
    "documents": _LIST,  # doc_ids of its witnesses
    "speaker": _TEXT,  # whose word a claimed event is
    "sources": _LIST,  # what these are called
    "status": _TEXT, "star": "bool", "tags": _LIST, "note": _TEXT, "edited": _LIST,  # what a person made of it
}
MENTION_COLUMNS = {
    "event_id": _TEXT, "doc_id": _TEXT, "doc_title": _TEXT, "published": _TEXT, "start_char": "int64",
    "end_char": "int64", "exact": _TEXT, "prefix": _TEXT, "suffix": _TEXT, "date_text": _TEXT, "date_edtf": _TEXT,
    "date_basis": _one_of(BASES), "rule": _TEXT, "actors": _LIST,
    "modality": _one_of(MODALITIES), "speaker": _TEXT,
    "joined": _TEXT,  # why it is a witness of this event; "" for the report that the event is named by
    "score": "float64",  # how surely
    "page": _TEXT,  # where pages are known: what the page (of a book: the chapter) is called
}
MENTION_HELPERS = {"date_start": "Int64", "date_end": "Int64"}  # where the date words stand; missing where there are none
REJECTED_COLUMNS = {"doc_id": _TEXT, "start": "int64", "end": "int64", "text": _TEXT, "reason": _TEXT}
DOCUMENT_COLUMNS = {
    "doc_id": _TEXT, "name": _TEXT, "title": _TEXT, "published": _TEXT, "reason": _TEXT, "language": _TEXT,
    "characters": "int64", "dated": "int64", "undated": "int64", "notes": _TEXT,
}
NO_DATE = "No date was found; what is relative to it stays undated."


class Counts(NamedTuple):
    """dated + undated + hidden = found, in every view."""

    dated: int
    undated: int
    hidden: int
    found: int


def extract(sources, **options) -> pd.DataFrame:
    """Paths, texts or Documents in, the events' frame out; `options` are those of `timeline.build.build`."""
    from timeline.build import build

    return events_frame(build(sources, **options))


def events_frame(timeline: Timeline) -> pd.DataFrame:
    """One row an event, dated or not, in time's order, the undated last; index 0, 1, 2 …"""
    names = {d.doc_id: d.title or d.name for d in timeline.documents}
    return _frame([_event_row(e, names) for e in sorted(timeline.events, key=_in_time)], COLUMNS | HELPERS)


def mentions_frame(timeline: Timeline) -> pd.DataFrame:
    """One row a witness of an event, with the offsets of its words in the document's text."""
    columns, documents = MENTION_COLUMNS | MENTION_HELPERS, {d.doc_id: d for d in timeline.documents}
    rows = [{"event_id": e.event_id} | {name: getattr(m, name) for name in columns if hasattr(m, name)}
            | {"page": page_of(documents[m.doc_id], m.start_char) or None if m.doc_id in documents else None}
            for e in timeline.events for m in e.mentions]
    return _frame(rows, columns)


def rejected_frame(timeline: Timeline) -> pd.DataFrame:
    """One row a time expression that founds no event, with its offsets in the document's text and the reason why."""
    return _frame([{name: getattr(r, name) for name in REJECTED_COLUMNS} for r in timeline.rejected], REJECTED_COLUMNS)


def documents_frame(timeline: Timeline) -> pd.DataFrame:
    """One row a document: its date with the reason, and how many of the events it witnesses are (un)dated."""
    dated, undated = Counter(), Counter()
    for event in timeline.events:
        (undated if _is_undated(event) else dated).update({m.doc_id for m in event.mentions})
    rows = [{"doc_id": d.doc_id, "name": d.name, "title": d.title, "language": d.language, "characters": len(d.text),
             "published": d.published and d.published.day, "reason": d.published.reason if d.published else NO_DATE,
             "dated": dated[d.doc_id], "undated": undated[d.doc_id], "notes": " ".join(d.notes)}
            for d in timeline.documents]
    return _frame(rows, DOCUMENT_COLUMNS)


def _frame(rows: list[dict], dtypes: dict) -> pd.DataFrame:
    return pd.DataFrame({name: _column([row[name] for row in rows], dtype) for name, dtype in dtypes.items()})


def _column(values: list, dtype) -> pd.Series:
    try:
        return pd.Series(values, dtype=dtype)
    except UnicodeEncodeError:  # half a surrogate pair, which a typed word may hold and a column may not
        return pd.Series([one.encode("utf-8", "replace").decode() if isinstance(one, str) else one for one in values], dtype=dtype)


def _is_undated(event: Event) -> bool:
    return event.first is None and event.last is None


def _in_time(event: Event) -> tuple:
    """By earliest day, the narrower window first; what is undated comes last."""
    first, last = (
        (event.last if event.first is None else event.first),
        (event.first if event.last is None else event.last),
    )
    return (_is_undated(event), first or 0, last or 0, event.title, event.event_id)


def _event_row(event: Event, names: dict[str, str]) -> dict:
    row = {name: getattr(event, name) for name in (COLUMNS | HELPERS) if hasattr(event, name)}
    published = [m.published for m in event.mentions if m.published]
    documents = tuple(dict.fromkeys(m.doc_id for m in event.mentions))
    row |= {name: getattr(event.marks, name) for name in ("status", "star", "tags", "note", "edited")}
    return row | {
        "start": _iso(event.first),
        "end": _iso(event.last),
        "first_day": event.first,
        "last_day": event.last,
        "source_count": len(documents),
        "mention_count": len(event.mentions),
        "first_published": min(published, default=None),
        "documents": documents,
        "sources": tuple(names.get(doc_id, doc_id) for doc_id in documents),
        "when": calendar.label(event.first, event.last, event.precision, event.qualifier),
        "precision": event.precision or None,
        "actors": tuple(event.actors),
    }


def _iso(day: int | None) -> str | None:
    return None if day is None else calendar.iso(day)


def is_dated(frame: pd.DataFrame) -> pd.Series:
    """Whether a row stands on the calendar, be it with one open end."""
    return frame["first_day"].notna() | frame["last_day"].notna()


def count(frame: pd.DataFrame, shown: pd.DataFrame | Rows) -> Counts:
    """The counters of a view: `frame` is all that was found, `shown` the rows of it that a filter left."""
    dated = len(rows_of(shown).dated)
    return Counts(dated, len(shown) - dated, len(frame) - len(shown), len(frame))


def select(frame: pd.DataFrame, actors=(), match: str = "any", first: int | None = None, last: int | None = None,
           documents=(), search: str = "", **marks) -> pd.DataFrame:
    """The rows that pass every filter given, in the frame's order and with its index.

    `actors`: names, of which an event has `match` "any" or "all". `first`, `last`: days, inclusive; an event
    passes when its window touches them, and the undated do not (they may lie anywhere). `documents`: doc_ids of
    which one is a witness. `search`: words as they stand in title, excerpt, date words, place or an actor's name.
    `marks`: those of `Marks`, and `number`: of what passes all else the most important so many, see `top`.
    """
    number = marks.pop("number", None)
    return rows_of(frame).select(actors, match, first, last, documents, search, Marks(**marks), number).frame


class Comparison(NamedTuple):
    """The rows that two sets of documents tell of: only the one, both, only the other."""

    one: pd.DataFrame
    both: pd.DataFrame
    other: pd.DataFrame


def compare(frame: pd.DataFrame, one, other) -> Comparison:
    """What the documents `one` tell and the documents `other` do not, what both tell, and the reverse; by doc_id."""
    whole = rows_of(frame)
    first, second = (whole.columns.lists("documents").holds(documents) for documents in (one, other))
    return Comparison(*(whole.where(found).frame for found in (first & ~second, first & second, second & ~first)))


def top(frame: pd.DataFrame, number: int) -> pd.DataFrame:
    """The `number` rows of greatest importance, in the frame's order and with its index; of equals the earlier row."""
    return rows_of(frame).top(number).frame


def actor_counts(frame: pd.DataFrame) -> dict[str, int]:
    """Canonical actor -> events he stands in, most first, then by name."""
    counts = Counter(name for names in frame["actors"] for name in dict.fromkeys(names))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
