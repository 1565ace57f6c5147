"""The timeline as plain data for a stage that measures text itself: lanes, marks or counts, bars, the stretch shown.

What takes long is done once a frame (`timeline.rows.Columns`) and once a choice of its rows (`_cast.Cast`); another stretch is
then a matter of binary searches. Up to MOST marks travel one by one, with all there is to say of them; where the stretch asked for
holds more, a count for each cell of a lane does. Days are day numbers, with halves: a mark stands in the middle of its window.
"""

import numpy as np

from timeline.charts import USUAL, Look
from timeline.charts._cast import Cast, cast_of
from timeline.charts._grid import edges
from timeline.charts._stage import windows_of
from timeline.frame import BASES, MODALITIES, PRECISIONS
from timeline.rows import Columns, rows_of

MOST = 1500  # marks that travel one by one; above, the browser's drawing gets slow
CELLS = 150  # of a lane across the stretch shown
BARS = 90  # of the histogram across the stretch shown
MARGINS = (.5, .15, 0)  # of the stretch shown, sent on each side so that a small move needs nothing new
MEMBERS = 200  # events that one cell opens at most
WHO = 90  # characters of the actors' names beside a title
TITLE = 160
_TOLD = ("event_id", "title", "when", "qualifier", "actors", "documents", "precision", "date_basis", "modality", "source_count")


def scene(shown, look: Look = USUAL, view: tuple[float, float] | None = None) -> dict:
    """What a stage needs to draw the rows `shown` (Rows, or a frame), as JSON would have it.

    `view`: the days in sight, by default those of `look`. A scene of nothing has no "lanes". Lanes that have nothing in the
    stretch to begin with are left out (`absent` names them; their events are told all the same, and counted); "every" says
    what stands where if they are there, for an axis that shows all of the time.
    """
    rows = rows_of(shown)
    cast = cast_of(rows, look)
    if cast is None:
        return {"lanes": [], "events": 0}
    told = {"lanes": cast.lanes, "absent": cast.absent, "events": cast.count, "home": cast.home, "whole": cast.whole, "covers": None,
            "bases": BASES, "modalities": MODALITIES, "precisions": PRECISIONS}
    if len(cast.event) <= MOST:
        every = {"every": {"lanes": cast.every[0], "stands": _stands(cast.event, cast.every[1])}} if cast.every else {}
        return told | every | _marks(rows.columns, cast, slice(None))
    return told | _part(rows.columns, cast, view or cast.home)


def _part(columns: Columns, cast: Cast, view) -> dict:
    """Of too many marks those in sight and a little around, or their counts; with the bars of that stretch."""
    for margin in MARGINS if cast.touching(*view, MOST) is not None else ():
        lo, hi = _widened(view, margin)
        touches = cast.touching(lo, hi, MOST)
        if touches is not None:
            drawn = _marks(columns, cast, touches)
            break
    else:
        lo, hi = _widened(view, MARGINS[0])
        drawn = {"cells": _cells(cast, lo, hi, int(CELLS * (1 + 2 * MARGINS[0])))}
    return drawn | {"covers": [lo, hi], "seen": list(view), "bars": _bars(cast, lo, hi, view)}


def _widened(view, margin: float) -> tuple[float, float]:
    room = (view[1] - view[0]) * margin
    return float(view[0] - room), float(view[1] + room)


def _cells(cast: Cast, lo: float, hi: float, across: int) -> dict:
    """Counts of cells, lane after lane; a cell is a day or more."""
    step = max(1.0, (hi - lo) / across)
    lo = float(np.floor(lo)) if step == 1 else lo
    across = int(np.ceil((hi - lo) / step))
    borders = lo + step * np.arange(across + 1)
    counts = [np.diff(np.searchsorted(middles, borders)) for middles in cast.middles]
    return {"from": lo, "step": step, "across": across, "counts": np.concatenate(counts).tolist()}


def _bars(cast: Cast, lo: float, hi: float, view) -> dict:
    """The histogram's bars: edges as day numbers, and per bar the events that lie within it and those that may not."""
    most = int(BARS * (hi - lo) / (view[1] - view[0]))
    unit, grid = edges(lo, hi, most)
    sure, wide = cast.bars.counts(grid)
    return {"unit": unit, "edges": grid, "sure": sure.tolist(), "wide": wide.tolist()}


def _marks(columns: Columns, cast: Cast, pairs) -> dict:
    """The marks, column by column; an event of two lanes is told once, `stands` says where."""
    told = np.unique(cast.event[pairs])
    window = windows_of(columns).take(told)
    part = {name: columns.frame[name].iloc[told] for name in _TOLD}
    texts = {name: part[name].to_numpy(dtype=object, na_value="") for name in ("event_id", "title", "when", "qualifier")}
    about = np.isin(texts["qualifier"], ("approximate", "both"))
    documents = [cell[0] if cell else "" for cell in part["documents"]]
    return {"stands": _stands(cast.event[pairs], cast.lane[pairs]), "marks": {
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


def _stands(event, lane) -> list[list[int]]:
    """Of each pair the number of its event among those told, and its lane; pairs of lanes that are left out are not in it."""
    _, where = np.unique(event, return_inverse=True)
    return [where[lane >= 0].tolist(), lane[lane >= 0].tolist()]


def _who(actors: tuple) -> str:
    names = ", ".join(actors)
    return names if len(names) <= WHO else names[:WHO - 1].rstrip() + "…"


def members(shown, look: Look, name: str, first: float, last: float) -> dict:
    """The events of the lane `name` whose mark stands within first..last (days, half-open): their number, the heaviest told."""
    rows = rows_of(shown)
    columns, cast = rows.columns, cast_of(rows, look)
    number = next((n for n, (lane, _) in enumerate(cast.lanes) if lane == name), -1) if cast else -1
    if number < 0:
        return {"count": 0, "events": []}
    mine, middle = cast.event[cast.lane == number], windows_of(columns).middle
    mine = mine[(middle[mine] >= first) & (middle[mine] < last)]
    heaviest = np.sort(mine[np.argsort(-columns.weight[mine], kind="stable")[:MEMBERS]])
    part = columns.frame.iloc[heaviest]
    texts = (part[column].to_numpy(dtype=object, na_value="").tolist() for column in ("event_id", "title", "when"))
    return {"count": len(mine), "events": [list(row) for row in zip(*texts)]}
