"""From the events on a stage to marks in lanes: who stands where, in which row, with which label, or in a "+N"."""

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from timeline.charts import _pack
from timeline.charts._ink import fit, measure
from timeline.charts._stage import NOBODY, OTHERS, Stage, milliseconds

TYPE = 12  # pixels of a label's letters
LABEL = 230  # pixels of the widest label
ROWS = 14  # of one lane among many; what does not fit stands in a "+N"
ALONE = 30  # rows that the lanes share if they are few
TALL = 34  # rows of the whole chart above which fewer labels get room of their own
TALLEST = 90  # rows; above, lanes get fewer of them and more stands in a "+N": a reader would lose the lanes from sight
CLUSTER = 46  # pixels of one "+N"


class Lane(NamedTuple):
    """A lane: its events (positions on the stage), their rows, where labels begin, and its place from the top."""

    name: str
    count: int
    events: list[int]
    placed: list[int | None]
    starts: dict[int, float]
    items: list
    top: float
    height: int

    def y(self, row: int, header: float) -> float:
        """Where a row stands, in rows from the chart's top."""
        return self.top + header + row + .5


class More(NamedTuple):
    """A "+N": what stands for the events (positions) that found no row."""

    lane: Lane
    at: float
    events: list[int]


def members(ground: Stage) -> dict[str, list[int]]:
    """Lane -> positions of its events. An event stands in the lane of each of its actors, or in one of the last two."""
    lanes = defaultdict(list)
    known = set(ground.lanes)
    for position, actors in enumerate(ground.rows["actors"]):
        for name in [a for a in dict.fromkeys(actors) if a in known] or [OTHERS if actors else NOBODY]:
            lanes[name].append(position)
    order = [*ground.lanes, *(name for name in (OTHERS, NOBODY) if name not in known)]
    return {name: lanes[name] for name in order if lanes[name]}


def in_sight(ground: Stage, lanes: dict[str, list[int]]) -> dict[str, list[int]]:
    """Those lanes that have something in the stretch that is shown; all, where none has."""
    first, last = (milliseconds(days) for days in (ground.window.first, ground.window.last + 1))
    seen = (first <= ground.hi) & (last >= ground.lo)
    return {name: events for name, events in lanes.items() if seen[events].any()} or lanes


def items(ground: Stage) -> list[_pack.Item]:
    """An item for every row of the stage, in pixels."""
    window = ground.window
    at, left, right = (ground.pixels(milliseconds(days)) for days in (window.middle, window.first, window.last + 1))
    single = window.first == window.last  # no band is drawn for one day
    left = np.where(window.opens, np.minimum(left, at - 28), np.where(single, at, left))
    right = np.where(window.lasts, np.maximum(right, at + 28), np.where(single, at, right))
    titles = [fit(t, LABEL, TYPE) for t in ground.rows["title"].fillna("")]
    widths = [measure(t, TYPE) for t in titles]
    weights = ground.rows["importance"].fillna(0)
    return [_pack.Item(*values) for values in zip(at, left, right, widths, weights)]


def lay_out(ground: Stage, lanes: dict[str, list[int]], header: float) -> list[Lane]:
    """The lanes with everything in its row: as many labels with room of their own as the height allows."""
    everything = items(ground)
    heaviest = sorted(range(len(everything)), key=lambda i: (-everything[i].weight, i))
    usual, few = max(ROWS, ALONE // len(lanes)), max(2, TALLEST // len(lanes) - 1)
    tries = [(1, usual, TALL, True), (0.5, usual, TALL, True), (0.2, usual, TALL, True), (0.03, usual, TALLEST, False),
             (0.2, few, np.inf, False)]  # share of labels, rows of a lane, rows of all, whether every mark must stand
    for share, most, tallest, all_stand in tries:
        chosen = set(heaviest[: max(1, int(len(heaviest) * share))])
        packed = {name: _rows(everything, events, chosen, ground.plot, most) for name, events in lanes.items()}
        if _fits(packed, tallest, all_stand):
            break
    return _stack(ground, lanes, everything, chosen, packed, header)


def _fits(packed: dict, tallest: float, all_stand: bool) -> bool:
    crowded = sum(None in placed for placed, _ in packed.values())
    return sum(rows for _, rows in packed.values()) + crowded <= tallest and not (all_stand and crowded)


def _rows(everything, events, chosen, plot, most):
    return _pack.rows([everything[e] for e in events], _starts(everything, events, chosen, plot), most)


def _starts(everything, events, chosen, plot) -> dict[int, float]:
    """Where the chosen labels begin, of those that have a place."""
    found = {n: _pack.places(everything[event], plot) for n, event in enumerate(events) if event in chosen}
    return {n: places[0] for n, places in found.items() if places}


def _stack(ground, lanes, everything, chosen, packed, header) -> list[Lane]:
    top, out = 0.0, []
    for name, events in lanes.items():
        placed, height = packed[name]
        mine = [everything[e] for e in events]
        starts = _starts(everything, events, chosen, ground.plot)
        starts |= _pack.late_labels(mine, placed, starts, ground.plot)
        height += None in placed
        out.append(Lane(name, len(events), events, placed, starts, mine, top, height))
        top += height + header + .5
    return out


def clusters(lane: Lane) -> list[More]:
    """The "+N" marks of a lane, each in the middle of its stretch so that no two touch."""
    near = defaultdict(list)
    for event, row, item in zip(lane.events, lane.placed, lane.items):
        if row is None:
            near[int(item.at // CLUSTER)].append((item.weight, event))
    return [More(lane, (place + 0.5) * CLUSTER, [event for _, event in sorted(found, reverse=True)])
            for place, found in sorted(near.items())]


def cells(ground: Stage, lanes: dict[str, list[int]], size: float) -> list[tuple[str, float, list[int]]]:
    """(lane, pixels, events) for every stretch of `size` pixels of a lane that holds one: for too many marks."""
    at = ground.pixels(milliseconds(ground.window.middle))
    column = (at // size).astype(int)
    out = []
    for name, events in lanes.items():
        found = defaultdict(list)
        for event in events:
            found[int(column[event])].append(event)
        out += [(name, (place + .5) * size, inside) for place, inside in sorted(found.items())]
    return out


