"""Where marks and labels go: rows within a lane so that nothing overlaps, labels only where there is room.

All in pixels. A mark keeps the room its window or its symbol takes; a label the room its text takes.
"""

from typing import NamedTuple

MARK = 8  # half of a mark's room
GAP = 10  # between neighbours in a row
NEAR = 5  # between a mark and its label
WIDE = 90  # a window this wide goes below the others


class Item(NamedTuple):
    """A mark in a lane: `at` its point, `left` and `right` the ends of its window, `label` how wide its label is."""

    at: float
    left: float
    right: float
    label: float
    weight: float

    @property
    def wide(self) -> bool:
        return self.right - self.left > WIDE


def label_start(item: Item, plot: float) -> float | None:
    """Where the label begins: inside its window if it fits, else after it, else before it; None if nowhere."""
    inside = item.at + MARK + NEAR
    if inside + item.label <= item.right - 4:
        return inside
    after = max(item.right, item.at + MARK) + NEAR
    if after + item.label <= plot or not 0 <= item.at <= plot:
        return after
    before = min(item.left, item.at - MARK) - NEAR - item.label
    return before if before >= 0 else None


def extent(item: Item, labelled: bool, plot: float) -> tuple[float, float]:
    """The pixels that an item takes in its row."""
    low, high = min(item.left, item.at - MARK), max(item.right, item.at + MARK)
    start = label_start(item, plot) if labelled else None
    if start is None:
        return low, high
    return min(low, start), max(high, start + item.label)


def rows(items: list[Item], labelled: set[int], plot: float, most: int) -> tuple[list[int | None], int]:
    """A row for each item, and the number of rows: first fit in time's order, the wide windows below.

    Where `most` rows do not hold them all, the heaviest come first and the row of those left over is None.
    """
    extents = [extent(item, i in labelled, plot) for i, item in enumerate(items)]
    in_time = sorted(range(len(items)), key=lambda i: (items[i].wide, extents[i]))
    placed, height = _first_fit(in_time, extents, most)
    if None in placed:
        placed, height = _first_fit(sorted(in_time, key=lambda i: -items[i].weight), extents, most)
    return placed, height


def _first_fit(order: list[int], extents: list, most: int) -> tuple[list[int | None], int]:
    taken: list[list[tuple[float, float]]] = []
    placed: list[int | None] = [None] * len(order)
    for i in order:
        placed[i] = _first_free(taken, *extents[i], most)
    return placed, max(1, len(taken))


def _first_free(taken: list, low: float, high: float, most: int) -> int | None:
    for number, row in enumerate(taken):
        if all(high + GAP <= a or low >= b + GAP for a, b in reversed(row)):
            row.append((low, high))
            return number
    if len(taken) == most:
        return None
    taken.append([(low, high)])
    return len(taken) - 1


def late_labels(items: list[Item], placed: list[int | None], labelled: set[int], plot: float) -> set[int]:
    """The items that get a label after all, heaviest first, where their row leaves them room."""
    taken: dict[int, dict[int, tuple[float, float]]] = {}
    for i, row in enumerate(placed):
        if row is not None:
            taken.setdefault(row, {})[i] = extent(items[i], i in labelled, plot)
    more = set()
    for i in sorted(set(range(len(items))) - labelled, key=lambda i: (-items[i].weight, i)):
        if placed[i] is None or label_start(items[i], plot) is None:
            continue
        low, high = extent(items[i], True, plot)
        if all(high + GAP <= a or low >= b + GAP for j, (a, b) in taken[placed[i]].items() if j != i):
            taken[placed[i]][i] = low, high
            more.add(i)
    return more
