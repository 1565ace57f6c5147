"""The timeline as plain data for a stage that measures text itself: lanes, marks or counts, bars, the stretch shown.

What takes long is done once a frame (`_columns`) and once a selection of its rows (`_cast`); another stretch costs array arithmetic alone. Up
to MOST marks travel one by one, with all there is to say of them; where the stretch asked for holds more, a count for
each cell of a lane does. Days are day numbers, with halves: a mark stands in the middle of its window.
"""

import weakref
from collections import deque
from functools import cached_property

import numpy as np

from timeline.charts import USUAL, Look
from timeline.charts._stage import LANES, NOBODY, OTHERS, Window, edges, reach_of, whole_stretch, window_of
from timeline.frame import BASES, MODALITIES, PRECISIONS

MOST = 1500  # marks that travel one by one; above, the browser's drawing gets slow
CELLS = 150  # of a lane across the stretch shown
BARS = 90  # of the histogram across the stretch shown
MARGINS = (.5, .15, 0)  # of the stretch shown, sent on each side so that a small move needs nothing new
MEMBERS = 200  # events that one cell opens at most
WHO = 90  # characters of the actors' names beside a title
TITLE = 160
CASTS = 4  # selections of one frame that stay prepared
_TOLD = ("event_id", "title", "when", "qualifier", "actors", "documents", "precision", "date_basis", "modality", "source_count")
_KEPT: dict[int, tuple] = {}  # id of a frame -> (weak reference, its columns)


class Columns:
    """The columns of a frame as arrays; `owner` and `actor` are the pairs of event and actor, by position and code."""

    def __init__(self, frame):
        self.frame = weakref.ref(frame)
        self.window: Window = window_of(frame)
        self.dated = ~np.isnan(self.window.first)
        self.weight = frame["importance"].to_numpy(dtype=float, na_value=0.0)
        cells = [tuple(dict.fromkeys(cell)) for cell in frame["actors"]]
        self.many = np.fromiter(map(len, cells), dtype=np.int64, count=len(cells))
        self.owner = np.repeat(np.arange(len(cells)), self.many)
        flat = [name for cell in cells for name in cell]
        self.names = sorted(set(flat))
        code = {name: number for number, name in enumerate(self.names)}
        self.actor = np.fromiter(map(code.__getitem__, flat), dtype=np.int64, count=len(flat))
        self.casts: deque = deque(maxlen=CASTS)  # (weak reference to the rows, part of the look, Cast)

    @cached_property
    def middle(self) -> np.ndarray:
        """Where the marks stand."""
        return self.window.middle


def _columns(frame) -> Columns:
    """The columns of a frame, kept as long as the frame is."""
    kept = _KEPT.get(id(frame))
    if kept is None or kept[0]() is not frame:
        key = id(frame)
        kept = _KEPT[key] = (weakref.ref(frame, lambda _: _KEPT.pop(key, None)), Columns(frame))
    return kept[1]


class Cast:
    """What a selection of rows puts on the stage: its lanes, the pairs of event and lane, the stretch to begin with."""

    def __init__(self, columns: Columns, rows, look: Look):
        self.rows, whole = rows, len(rows) == len(columns.dated)
        self.window = columns.window if whole else columns.window.take(rows)
        self.middle = columns.middle if whole else columns.middle[rows]
        self.lanes, self.event, self.lane = _stands(columns, rows, look)
        self.home, self.whole = reach_of(self.window, look), whole_stretch(self.window)


def _cast(columns: Columns, shown, of, look: Look) -> Cast | None:
    """The cast of these rows, kept while the same rows are drawn again; None where none is dated."""
    wanted = (look.actors, look.first, look.last, look.whole)
    for kept, asked, cast in columns.casts:
        if kept() is shown and asked == wanted:
            return cast
    rows = np.arange(len(shown)) if of is None else shown.index.to_numpy()
    rows = rows[columns.dated[rows]]
    cast = Cast(columns, rows, look) if len(rows) else None
    columns.casts.append((weakref.ref(shown), wanted, cast))
    return cast


def scene(shown, look: Look = USUAL, view: tuple[float, float] | None = None, of=None) -> dict:
    """What a stage needs to draw the rows `shown`, as JSON would have it.

    `view`: the days in sight, by default those of `look`. `of`: the frame of which `shown` are rows, by its positions as
    their index; what was prepared of it is then used again. A scene of nothing has no "lanes".
    """
    columns = _columns(shown if of is None else of)
    cast = _cast(columns, shown, of, look)
    if cast is None:
        return {"lanes": [], "events": 0}
    told = {"lanes": cast.lanes, "events": len(cast.rows), "home": cast.home, "whole": cast.whole, "covers": None,
            "bases": BASES, "modalities": MODALITIES, "precisions": PRECISIONS}
    frame = shown if of is None else of
    if len(cast.event) <= MOST:
        return told | _marks(columns, frame, cast.event, cast.lane)
    return told | _part(columns, frame, cast, view or cast.home)


def _stands(columns: Columns, rows, look: Look):
    """The lanes, and the pairs of event and lane: the busiest actors, then what is left over, as `_marks.members` has it."""
    keep = np.zeros(len(columns.dated), dtype=bool)
    keep[rows] = True
    pairs = keep[columns.owner]
    owner, actor = columns.owner[pairs], columns.actor[pairs]
    counts = np.bincount(actor, minlength=len(columns.names))
    wanted = [columns.names.index(a) for a in look.actors if a in columns.names] if look.actors else (
        np.argsort(-counts, kind="stable")[:LANES])
    chosen = [int(c) for c in wanted if counts[c]]
    place = np.full(len(columns.names), -1)
    place[chosen] = np.arange(len(chosen))
    known = place[actor] >= 0
    event, lane = owner[known], place[actor[known]]
    keep[event] = False
    rest = rows[keep[rows]]
    event = np.concatenate([event, rest])
    lane = np.concatenate([lane, np.where(columns.many[rest] > 0, len(chosen), len(chosen) + 1)])
    names = [columns.names[c] for c in chosen] + [OTHERS, NOBODY]
    sizes = np.bincount(lane, minlength=len(names))
    there = np.flatnonzero(sizes)
    renumbered = np.cumsum(sizes > 0) - 1
    return [[names[n], int(sizes[n])] for n in there], event, renumbered[lane]


def _part(columns: Columns, frame, cast: Cast, view) -> dict:
    """Of too many marks those in sight and a little around, or their counts; with the bars of that stretch."""
    first, last = columns.window.first[cast.event], columns.window.last[cast.event] + 1
    for margin in MARGINS if _touching(first, last, *view).sum() <= MOST else ():
        lo, hi = _widened(view, margin)
        touches = _touching(first, last, lo, hi)
        if touches.sum() <= MOST:
            drawn = _marks(columns, frame, cast.event[touches], cast.lane[touches])
            break
    else:
        lo, hi = _widened(view, MARGINS[0])
        drawn = {"cells": _cells(columns.middle[cast.event], cast.lane, lo, hi, int(CELLS * (1 + 2 * MARGINS[0])))}
    return drawn | {"covers": [lo, hi], "seen": list(view), "bars": _bars(cast, lo, hi, view)}


def _touching(first, last, lo: float, hi: float) -> np.ndarray:
    return (first <= hi) & (last >= lo)


def _widened(view, margin: float) -> tuple[float, float]:
    room = (view[1] - view[0]) * margin
    return float(view[0] - room), float(view[1] + room)


def _cells(middle, lane, lo: float, hi: float, across: int) -> dict:
    """Counts of cells, lane after lane; a cell is a day or more."""
    step = max(1.0, (hi - lo) / across)
    lo = float(np.floor(lo)) if step == 1 else lo
    across = int(np.ceil((hi - lo) / step))
    column = np.floor((middle - lo) / step).astype(np.int64)
    inside = (column >= 0) & (column < across)
    lanes = int(lane.max()) + 1
    counts = np.bincount(lane[inside] * across + column[inside], minlength=lanes * across)
    return {"from": lo, "step": step, "across": across, "counts": counts.tolist()}


def _bars(cast: Cast, lo: float, hi: float, view) -> dict:
    """The histogram's bars: edges as day numbers, and per bar the events that lie within it and those that may not."""
    most = int(BARS * (hi - lo) / (view[1] - view[0]))
    unit, grid = edges(lo, hi, most)
    sure, wide = tallies(cast.window, grid, cast.middle)
    return {"unit": unit, "edges": grid, "sure": sure.tolist(), "wide": wide.tolist()}


def tallies(window: Window, bins: list[int], middle=None) -> tuple[np.ndarray, np.ndarray]:
    """Events in each bin: those that surely lie in it, and those that may reach beyond."""
    borders = np.array(bins, dtype=float)
    place = np.searchsorted(borders, window.middle if middle is None else middle, side="right") - 1
    inside = (place >= 0) & (place < len(bins) - 1)
    step = np.diff(borders)
    sure = window.last - window.first < step[np.clip(place, 0, len(step) - 1)]
    return tuple(np.bincount(place[inside & kind], minlength=len(step)) for kind in (sure, ~sure))


def _marks(columns: Columns, frame, event, lane) -> dict:
    """The marks, column by column; an event of two lanes is told once, `stands` says where."""
    told, where = np.unique(event, return_inverse=True)
    part = {name: frame[name].iloc[told] for name in _TOLD}
    window = columns.window.take(told)
    texts = {name: part[name].to_numpy(dtype=object, na_value="") for name in ("event_id", "title", "when", "qualifier")}
    about = np.isin(texts["qualifier"], ("approximate", "both"))
    documents = [cell[0] if cell else "" for cell in part["documents"]]
    return {"stands": [where.tolist(), lane.tolist()], "marks": {
        "id": texts["event_id"].tolist(),
        "title": [" ".join(text.split())[:TITLE] for text in texts["title"]],
        "when": texts["when"].tolist(),
        "who": [_who(cell) for cell in part["actors"]],
        "first": window.first.astype(np.int64).tolist(),
        "last": window.last.astype(np.int64).tolist(),
        "open": (window.opens * 1 + window.lasts * 2 + about * 4).tolist(),
        "precision": part["precision"].cat.codes.tolist(),
        "basis": part["date_basis"].cat.codes.tolist(),
        "modality": part["modality"].cat.codes.tolist(),
        "weight": np.round(columns.weight[told], 4).tolist(),
        "sources": part["source_count"].tolist(),
        "document": documents,
    }}


def _who(actors: tuple) -> str:
    names = ", ".join(actors)
    return names if len(names) <= WHO else names[:WHO - 1].rstrip() + "…"


def members(shown, look: Look, name: str, first: float, last: float, of=None) -> dict:
    """The events of the lane `name` whose mark stands within first..last (days, half-open): their number, the heaviest told."""
    columns, frame = _columns(shown if of is None else of), shown if of is None else of
    cast = _cast(columns, shown, of, look)
    number = next((n for n, (lane, _) in enumerate(cast.lanes) if lane == name), -1) if cast else -1
    if number < 0:
        return {"count": 0, "events": []}
    mine = cast.event[cast.lane == number]
    mine = mine[(columns.middle[mine] >= first) & (columns.middle[mine] < last)]
    heaviest = np.sort(mine[np.argsort(-columns.weight[mine], kind="stable")[:MEMBERS]])
    part = frame.iloc[heaviest]
    texts = (part[column].to_numpy(dtype=object, na_value="").tolist() for column in ("event_id", "title", "when"))
    return {"count": len(mine), "events": [list(row) for row in zip(*texts)]}
