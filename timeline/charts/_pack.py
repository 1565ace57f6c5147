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


def places(item: Item, plot: float) -> list[float]:
    """Where its label may begin, the best first: inside its window, else after it, else before it.

    No label is cut at an edge of the plot; those wholly outside come in when the chart is dragged.
    """
    inside = item.at + MARK + NEAR
    if inside + item.label <= item.right - 4:
        return [inside]
    after = max(item.right, item.at + MARK) + NEAR
    before = min(item.left, item.at - MARK) - NEAR - item.label
    return [start for start in (after, before) if not _is_cut(start, start + item.label, plot)]


def _is_cut(start: float, end: float, plot: float) -> bool:
    return start < 0 < end or start < plot < end


def extent(item: Item, start: float | None) -> tuple[float, float]:
    """The pixels that an item takes in its row, with its label if that begins somewhere."""
    low, high = min(item.left, item.at - MARK), max(item.right, item.at + MARK)
    if start is None:
        return low, high
    return min(low, start), max(high, start + item.label)


def rows(items: list[Item], starts: dict[int, float], most: int) -> tuple[list[int | None], int]:
    """A row for each item, and the number of rows: first fit in time's order, the wide windows below.

    `starts`: where labels begin, by item. Where `most` rows do not hold them all, the heaviest come first and the row of those left over is None.
    """
    extents = [extent(item, starts.get(i)) for i, item in enumerate(items)]
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


def late_labels(items: list[Item], placed: list[int | None], starts: dict[int, float], plot: float) -> dict[int, float]:
    """The items that get a label after all and where it begins: heaviest first, where their row leaves them room."""
    taken: dict[int, dict[int, tuple[float, float]]] = {}
    for i, row in enumerate(placed):
        if row is not None:
            taken.setdefault(row, {})[i] = extent(items[i], starts.get(i))
    more = {}
    for i in sorted(set(range(len(items))) - set(starts), key=lambda i: (-items[i].weight, i)):
        others = [room for j, room in taken.get(placed[i], {}).items() if j != i]
        for start in places(items[i], plot) if placed[i] is not None else ():
            low, high = extent(items[i], start)
            if all(high + GAP <= a or low >= b + GAP for a, b in others):
                taken[placed[i]][i], more[i] = (low, high), start
                break
    return more
