"""Timeline -> pandas: one row an event, one row a mention, one row a document. The columns live here.

The events' frame has COLUMNS, in the order and with the types of docs/event.md, and after them HELPERS, which
charts and page need and no export writes. Days are integers (see `timeline.model`), missing where unknown.
"""

from collections import Counter
from typing import NamedTuple

import pandas as pd

from timeline import calendar
from timeline.model import Event, Timeline, page_of

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
    columns = {name: pd.Series([row[name] for row in rows], dtype=dtype) for name, dtype in dtypes.items()}
    return pd.DataFrame(columns)


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


def count(frame: pd.DataFrame, shown: pd.DataFrame) -> Counts:
    """The counters of a view: `frame` is all that was found, `shown` the rows of it that a filter left."""
    dated = int(is_dated(shown).sum())
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
    keep = pd.Series(True, index=frame.index)
    if actors:
        keep &= _holds(frame["actors"], actors, all_of_them=match == "all")
    if documents:
        keep &= _holds(frame["documents"], documents)
    if first is not None or last is not None:
        keep &= _touches(frame, first, last)
    if search.strip():
        keep &= _says(frame, search.strip().casefold())
    keep &= _is_marked(frame, Marks(**marks))
    return frame[keep] if number is None else top(frame[keep], number)


class Marks(NamedTuple):
    """What `select` may ask of an event's own marks; the empty value asks nothing.

    `precisions`, `modalities`, `statuses`: values of which it has one; "" stands for none ("" among the statuses: not
    reviewed). `tags`: of which it has one. `starred`: only those with a star. `sources`: told by at least so many documents.
    """

    precisions: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    starred: bool = False
    sources: int = 0


def _is_marked(frame: pd.DataFrame, marks: Marks) -> pd.Series:
    """Whether each row has these marks; a column that a frame lacks holds nothing."""
    keep = pd.Series(True, index=frame.index)
    for name, wanted in (("precision", marks.precisions), ("modality", marks.modalities), ("status", marks.statuses)):
        if wanted:
            keep &= _column(frame, name, "").astype(object).where(lambda cells: cells.notna(), "").isin(list(wanted))
    if marks.tags:
        keep &= _holds(_column(frame, "tags", ()), marks.tags)
    if marks.starred:
        keep &= _column(frame, "star", False).astype(bool)
    return keep & frame["source_count"].ge(marks.sources) if marks.sources > 1 else keep


def _column(frame: pd.DataFrame, name: str, empty) -> pd.Series:
    return frame[name] if name in frame else pd.Series([empty] * len(frame), index=frame.index, dtype=object)


class Comparison(NamedTuple):
    """The rows that two sets of documents tell of: only the one, both, only the other."""

    one: pd.DataFrame
    both: pd.DataFrame
    other: pd.DataFrame


def compare(frame: pd.DataFrame, one, other) -> Comparison:
    """What the documents `one` tell and the documents `other` do not, what both tell, and the reverse; by doc_id."""
    first, second = (_holds(frame["documents"], documents) for documents in (one, other))
    return Comparison(frame[first & ~second], frame[first & second], frame[second & ~first])


def top(frame: pd.DataFrame, number: int) -> pd.DataFrame:
    """The `number` rows of greatest importance, in the frame's order and with its index; of equals the earlier row."""
    best = frame["importance"].sort_values(ascending=False, kind="stable").index[:max(0, number)]
    return frame[frame.index.isin(best)]


def _holds(cells: pd.Series, wanted, all_of_them: bool = False) -> pd.Series:
    wanted = frozenset(wanted)
    found = [wanted.issubset(cell) if all_of_them else not wanted.isdisjoint(cell) for cell in cells]
    return pd.Series(found, index=cells.index, dtype=bool)


def _touches(frame: pd.DataFrame, first: int | None, last: int | None) -> pd.Series:
    dated = is_dated(frame)
    begins_in_time = True if last is None else frame["first_day"].le(last).fillna(True)
    ends_in_time = True if first is None else frame["last_day"].ge(first).fillna(True)
    return (dated & begins_in_time & ends_in_time).astype(bool)


def _says(frame: pd.DataFrame, words: str) -> pd.Series:
    columns = ("title", "excerpt", "date_text", "place", "actors")
    texts = zip(*(frame[name].to_numpy(dtype=object) for name in columns))
    found = [any(words in t.casefold() for t in (*row[:4], *row[4]) if isinstance(t, str)) for row in texts]
    return pd.Series(found, index=frame.index, dtype=bool)


def actor_counts(frame: pd.DataFrame) -> dict[str, int]:
    """Canonical actor -> events he stands in, most first, then by name."""
    counts = Counter(name for names in frame["actors"] for name in dict.fromkeys(names))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
