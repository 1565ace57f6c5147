"""The timeline as plain data for a stage that measures text itself: lanes, marks or counts, bars, the stretch shown.

What takes long is done once a frame (`_columns`); a scene of a selection of its rows costs array arithmetic alone. Up
to MOST marks travel one by one, with all there is to say of them; where the stretch asked for holds more, a count for
each cell of a lane does. Days are day numbers, with halves: a mark stands in the middle of its window.
"""

import weakref
from functools import cached_property

import numpy as np

from timeline.charts import USUAL, Look
from timeline.charts._stage import LANES, NOBODY, OTHERS, Window, edges, focus, reach_of, whole_stretch, window_of
from timeline.frame import BASES, MODALITIES, PRECISIONS

MOST = 1500  # marks that travel one by one; above, the browser's drawing gets slow
CELLS = 150  # of a lane across the stretch shown
BARS = 90  # of the histogram across the stretch shown
MARGINS = (.5, .15, 0)  # of the stretch shown, sent on each side so that a small move needs nothing new
MEMBERS = 200  # events that one cell opens at most
WHO = 90  # characters of the actors' names beside a title
TITLE = 160
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


def scene(shown, look: Look = USUAL, view: tuple[float, float] | None = None, of=None) -> dict:
    """What a stage needs to draw the rows `shown`, as JSON would have it.

    `view`: the days in sight, by default those of `look`. `of`: the frame of which `shown` are rows, by its positions as
    their index; what was prepared of it is then used again. A scene of nothing has no "lanes".
    """
    columns = _columns(shown if of is None else of)
    rows = np.arange(len(shown)) if of is None else shown.index.to_numpy()
    rows = rows[columns.dated[rows]]
    if not len(rows):
        return {"lanes": [], "events": 0}
    lanes, event, lane = _stands(columns, rows, look)
    window = columns.window.take(rows)
    home, whole = reach_of(window, look), whole_stretch(window)
    told = {"lanes": lanes, "events": len(rows), "home": home, "whole": whole, "covers": None,
            "main": focus(window), "bases": BASES, "modalities": MODALITIES, "precisions": PRECISIONS}
    if len(event) <= MOST:
        return told | _marks(columns, of if of is not None else shown, event, lane)
    return told | _part(columns, of if of is not None else shown, rows, event, lane, view or home)


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


def _part(columns: Columns, frame, rows, event, lane, view) -> dict:
    """Of too many marks those in sight and a little around, or their counts; with the bars of that stretch."""
    for margin in MARGINS:
        lo, hi = _widened(view, margin)
        window = columns.window.take(event)
        touches = (window.first <= hi) & (window.last + 1 >= lo)
        if touches.sum() <= MOST:
            drawn = _marks(columns, frame, event[touches], lane[touches])
            break
    else:
        lo, hi = _widened(view, MARGINS[0])
        drawn = {"cells": _cells(columns.middle[event], lane, lo, hi, int(CELLS * (1 + 2 * MARGINS[0])))}
    return drawn | {"covers": [lo, hi], "seen": list(view), "bars": _bars(columns.window.take(rows), lo, hi, view)}


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


def _bars(window: Window, lo: float, hi: float, view) -> dict:
    """The histogram's bars: edges as day numbers, and per bar the events that lie within it and those that may not."""
    most = int(BARS * (hi - lo) / (view[1] - view[0]))
    unit, grid = edges(lo, hi, most)
    sure, wide = tallies(window, grid)
    return {"unit": unit, "edges": grid, "sure": sure.tolist(), "wide": wide.tolist()}


def tallies(window: Window, bins: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Events in each bin: those that surely lie in it, and those that may reach beyond."""
    borders = np.array(bins, dtype=float)
    place = np.searchsorted(borders, window.middle, side="right") - 1
    inside = (place >= 0) & (place < len(bins) - 1)
    step = np.diff(borders)
    sure = window.last + 1 - window.first <= step[np.clip(place, 0, len(step) - 1)]
    return tuple(np.bincount(place[inside & kind], minlength=len(step)) for kind in (sure, ~sure))


def _marks(columns: Columns, frame, event, lane) -> dict:
    """The marks, column by column; an event of two lanes is told once, `stands` says where."""
    told, where = np.unique(event, return_inverse=True)
    part = frame.iloc[told]
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
    columns = _columns(shown if of is None else of)
    frame = shown if of is None else of
    rows = np.arange(len(shown)) if of is None else shown.index.to_numpy()
    lanes, event, lane = _stands(columns, rows[columns.dated[rows]], look)
    number = next((n for n, (lane_name, _) in enumerate(lanes) if lane_name == name), -1)
    mine = event[(lane == number) & (columns.middle[event] >= first) & (columns.middle[event] < last)]
    heaviest = np.sort(mine[np.argsort(-columns.weight[mine], kind="stable")[:MEMBERS]])
    part = frame.iloc[heaviest]
    texts = (part[column].to_numpy(dtype=object, na_value="").tolist() for column in ("event_id", "title", "when"))
    return {"count": len(mine), "events": [list(row) for row in zip(*texts)]}
