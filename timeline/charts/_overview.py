"""The whole of the time at a glance, however little of it is drawn: counts of the events in a strip, the range that is set marked."""

import numpy as np

from timeline.charts import Look
from timeline.charts._grid import edges
from timeline.charts._stage import focus_in, middles_in, whole_stretch, window_in
from timeline.rows import Rows

BARS = 120  # of the strip at most


def overview(around: Rows, look: Look, whole: bool) -> dict | None:
    """Counts of the rows `around`, those that pass every filter but the range, by their marks' day; None where none is dated.

    `edges`: day numbers, one more than `counts`. `range`: the days set, from the first's start to the last's end, None for none.
    It spans the stretch that holds most of them, all of the time for `whole`, and in any case the range.
    """
    rows = around.dated
    if not len(rows):
        return None
    first, last = whole_stretch(window_in(around)) if whole else focus_in(around)
    days = None if look.first is None and look.last is None else [first if look.first is None else look.first, last if look.last is None else look.last + 1]
    if days and days[1] > days[0]:
        first, last = min(first, days[0]), max(last, days[1])
    grid = around.made(("overview", first, last), lambda: _counted(middles_in(around), first, last))
    return {"edges": grid[0], "counts": grid[1], "range": days}


def _counted(middles: np.ndarray, first: float, last: float) -> tuple[list[int], list[int]]:
    grid = edges(first, last, BARS)[1]
    return grid, np.diff(np.searchsorted(middles, grid)).tolist()
