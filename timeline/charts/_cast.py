"""What a choice of rows puts on the stage, in arrays sorted so that any stretch of time is found by binary search."""

import numpy as np

from timeline.charts import Look
from timeline.charts._stage import (
    LANES,
    NOBODY,
    OTHERS,
    Window,
    focus_in,
    middle_of,
    middles_in,
    reach_of,
    whole_stretch,
    window_in,
    windows_of,
)
from timeline.rows import Rows


class Cast:
    """The lanes, the pairs of event (its position) and lane, the stretch to begin with, the bars of the histogram.

    The pairs stand in the order of their first day. `middles`: of each lane where its marks stand, sorted. `absent`: names of
    the lanes that have nothing in the stretch to begin with; they are no lanes then, and their pairs have the lane -1. `every`:
    (lanes, the lane of each pair) as if none were absent; None where none is.
    """

    def __init__(self, rows: Rows, look: Look):
        here, window = window_in(rows), windows_of(rows.columns)
        self.count, self.whole = len(here.first), whole_stretch(here)
        self.home = reach_of(look, *(self.whole if look.whole else focus_in(rows)))
        self.lanes, self.event, self.lane = _stands(rows.dated, look)
        first = window.first[self.event]
        if (first[1:] < first[:-1]).any():  # a frame that is not in time's order
            order = np.argsort(first, kind="stable")
            self.event, self.lane, first = self.event[order], self.lane[order], first[order]
        self._first, self._end = first, window.last[self.event] + 1
        self._reach = np.maximum.accumulate(self._end)
        self.absent, self.every = self._left_out()
        self.middles = _by_lane(middle_of(rows.columns)[self.event], self.lane, len(self.lanes))
        self.bars = Bars(here, middles_in(rows))

    def _left_out(self) -> tuple[list[str], tuple | None]:
        """Takes the lanes out that would stand empty; nothing is taken out where that would leave none."""
        seen = np.zeros(len(self.lanes), dtype=bool)
        seen[self.lane[(self._first <= self.home[1]) & (self._end >= self.home[0])]] = True
        if seen.all() or not seen.any():
            return [], None
        every = self.lanes, self.lane
        absent = [name for (name, _), is_seen in zip(self.lanes, seen) if not is_seen]
        self.lanes = [lane for lane, is_seen in zip(self.lanes, seen) if is_seen]
        self.lane = np.where(seen, np.cumsum(seen) - 1, -1).astype(np.int16)[self.lane]
        return absent, every

    def touching(self, lo: float, hi: float, most: int) -> np.ndarray | None:
        """The pairs whose window touches the days lo..hi; None if they are more than `most`."""
        begin, inner, stop = np.searchsorted(self._reach, lo), np.searchsorted(self._first, lo), np.searchsorted(self._first, hi, side="right")
        if stop - inner > most:
            return None
        found = begin + np.flatnonzero(self._end[begin:stop] >= lo)
        return found if len(found) <= most else None


class Bars:
    """The marks of a histogram by the middle of their window (`middles`: sorted already), and those of several days by their length."""

    def __init__(self, window: Window, middles: np.ndarray | None = None):
        length = window.last - window.first
        long = np.flatnonzero(length)
        long = long[np.argsort(length[long], kind="stable")]
        self._middle = np.sort(window.middle) if middles is None else middles
        self._length, self._long = length[long], window.take(long).middle

    def counts(self, bins: list[int]) -> tuple[np.ndarray, np.ndarray]:
        """Events in each bin: those that surely lie in it, and those that may reach beyond."""
        borders, step = np.array(bins, dtype=float), np.diff(bins)
        found = np.diff(np.searchsorted(self._middle, borders))
        at = np.searchsorted(self._length, step.min())  # what is shorter than every bin is sure
        place = np.searchsorted(borders, self._long[at:], side="right") - 1
        inside = (place >= 0) & (place < len(step))
        place, length = place[inside], self._length[at:][inside]
        wide = np.bincount(place[length >= step[place]], minlength=len(step))
        return found - wide, wide


def cast_of(rows: Rows, look: Look) -> Cast | None:
    """The cast of these rows, kept while it is among the last that were asked for; None where none is dated."""
    if not len(rows.dated):
        return None
    return rows.columns.held((rows, look.actors, look.first, look.last, look.whole), lambda: Cast(rows, look))


def _by_lane(middle: np.ndarray, lane: np.ndarray, lanes: int) -> list[np.ndarray]:
    """The middles of each lane, sorted; a pair of the lane -1 stands in none."""
    there = lane >= 0
    middle, lane = middle[there], lane[there]
    order = np.argsort(middle, kind="stable")  # quick where the pairs are in time's order
    order = order[np.argsort(lane[order], kind="stable")]
    return np.split(middle[order], np.cumsum(np.bincount(lane, minlength=lanes))[:-1])


def _stands(rows: Rows, look: Look):
    """The lanes, and the pairs of event and lane: the busiest actors, then what is left over, as `_marks.members` has it."""
    actors, places = rows.columns.lists("actors"), rows.positions()
    owner, actor = actors.pairs(rows.places)
    counts = np.bincount(actor, minlength=len(actors.names))
    wanted = [actors.number[a] for a in look.actors if a in actors.number] if look.actors else np.argsort(-counts, kind="stable")[:LANES]
    chosen = [int(c) for c in wanted if counts[c]]
    place = np.full(len(actors.names) + 1, -1, dtype=np.int16)
    place[chosen] = np.arange(len(chosen))
    lane = place[actor]
    known = lane >= 0
    event, lane = owner[known], lane[known]
    alone = np.ones(len(rows.columns), dtype=bool)
    alone[event] = False
    rest = places[alone[places]]
    other = np.where(actors.many[rest] > 0, len(chosen), len(chosen) + 1).astype(np.int16)
    order = np.argsort(np.concatenate([event, rest]), kind="stable")
    event, lane = np.concatenate([event, rest])[order], np.concatenate([lane, other])[order]
    names = [actors.names[c] for c in chosen] + [OTHERS, NOBODY]
    sizes = np.bincount(lane, minlength=len(names))
    renumbered = (np.cumsum(sizes > 0) - 1).astype(np.int16)
    return [[names[n], int(sizes[n])] for n in np.flatnonzero(sizes)], event, renumbered[lane]
