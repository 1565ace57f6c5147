"""The columns of an events' frame as arrays, each made when it is first asked for and kept as long as the frame is looked at."""

from collections import OrderedDict
from functools import cached_property
from threading import Lock
from typing import NamedTuple

import numpy as np

HELD = 24  # choices of rows, and what was made of them, that one frame keeps ready
_SAID = ("title", "excerpt", "date_text", "place")
_BETWEEN = "\udfff"  # of two cells; nobody can ask for it


class Marks(NamedTuple):
    """What a choice may ask of an event's own marks; the empty value asks nothing.

    `precisions`, `modalities`, `statuses`: values of which it has one; "" stands for none ("" among the statuses: not
    reviewed). `tags`: of which it has one. `starred`: only those with a star. `sources`: told by at least so many documents.
    """

    precisions: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    starred: bool = False
    sources: int = 0


class Lists:
    """A column whose cells are names, as pairs of row (`owner`) and name (`value`, a number in `names`), row after row."""

    def __init__(self, cells):
        cells = [tuple(dict.fromkeys(cell)) for cell in cells]
        self.many = np.fromiter(map(len, cells), dtype=np.int32, count=len(cells))
        self.owner = np.repeat(np.arange(len(cells), dtype=np.int32), self.many)
        flat = [name for cell in cells for name in cell]
        self.names = sorted(set(flat))
        self.number = {name: number for number, name in enumerate(self.names)}
        self.value = np.fromiter(map(self.number.__getitem__, flat), dtype=np.int32, count=len(flat))

    @cached_property
    def _starts(self) -> np.ndarray:
        """Where the pairs of each row begin, and where the last ones end."""
        return np.concatenate([[0], np.cumsum(self.many)])

    def pairs(self, places: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
        """The pairs (owner, value) of the rows at these positions, None for all, row after row."""
        if places is None:
            return self.owner, self.value
        many, starts = self.many[places], self._starts[places]
        at = np.arange(many.sum()) + np.repeat(starts - (np.cumsum(many) - many), many)
        return np.repeat(places, many), self.value[at]

    @cached_property
    def _grouped(self) -> tuple[np.ndarray, np.ndarray]:
        """The owners, name after name, and where each name's begin."""
        counts = np.bincount(self.value, minlength=len(self.names))
        return self.owner[np.argsort(self.value, kind="stable")], np.concatenate([[0], np.cumsum(counts)])

    def of(self, name: str) -> np.ndarray:
        """The positions of the rows that hold a name."""
        number = self.number.get(name)
        owners, starts = self._grouped
        return owners[:0] if number is None else owners[starts[number]:starts[number + 1]]

    def holds(self, wanted, all_of_them: bool = False) -> np.ndarray:
        """Whether each row holds one of the names, or all of them."""
        wanted = list(dict.fromkeys(wanted))
        if all_of_them:
            found = np.zeros(len(self.many), dtype=np.int32)
            for name in wanted:
                found[self.of(name)] += 1
            return found == len(wanted)
        found = np.zeros(len(self.many), dtype=bool)
        for name in wanted:
            found[self.of(name)] = True
        return found


class Columns:
    """The columns of a frame, which must not be changed in place any more. Days are floats; a missing end is NaN.

    `kept`: what others prepared of all of them.
    """

    def __init__(self, frame):
        self.frame, self.kept = frame, {}
        self._lists: dict[str, Lists] = {}
        self._codes: dict[str, tuple] = {}
        self._held: OrderedDict = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self.frame)

    def _days(self, name: str) -> np.ndarray:
        return self.frame[name].to_numpy(dtype=float, na_value=np.nan)

    @cached_property
    def days(self) -> tuple[np.ndarray, np.ndarray]:
        """first_day and last_day as they are."""
        return self._days("first_day"), self._days("last_day")

    @cached_property
    def dated(self) -> np.ndarray:
        """Whether a row stands on the calendar, be it with one open end."""
        first, last = self.days
        return ~(np.isnan(first) & np.isnan(last))

    @cached_property
    def _by_days(self) -> tuple[np.ndarray, np.ndarray]:
        """The positions by first_day, then last_day; and the first_days in that order. What lacks one of them is left out."""
        first, last = self.days
        both = np.flatnonzero(~(np.isnan(first) | np.isnan(last)))
        order = both[np.lexsort((both, last[both], first[both]))].astype(np.int32)
        return order, first[order]

    def of_days(self, first: int, last: int) -> np.ndarray:
        """The positions of the rows with the very window first..last, ascending."""
        order, begins = self._by_days
        found = order[np.searchsorted(begins, first):np.searchsorted(begins, first, side="right")]
        ends = self.days[1][found]
        return found[np.searchsorted(ends, last):np.searchsorted(ends, last, side="right")]

    @cached_property
    def weight(self) -> np.ndarray:
        """The importance; 0 where there is none."""
        return self.frame["importance"].to_numpy(dtype=float, na_value=0.0)

    @cached_property
    def ids(self) -> np.ndarray:
        """The event_ids."""
        return self.frame["event_id"].to_numpy(dtype=object)

    @cached_property
    def place(self) -> dict[str, int]:
        """event_id -> position."""
        return {event_id: position for position, event_id in enumerate(self.ids)}

    @cached_property
    def said(self) -> list[str]:
        """What a search looks at in each row, without case; a cell whose words stand in the excerpt is not repeated."""
        cells = (self.frame[name].to_numpy(dtype=object) for name in _SAID)
        return [_said(row, actors) for *row, actors in zip(*cells, self.frame["actors"])]

    def lists(self, name: str) -> Lists:
        """A column of names; one that the frame lacks holds nothing."""
        if name not in self._lists:
            self._lists[name] = Lists(self.frame[name] if name in self.frame else [()] * len(self))
        return self._lists[name]

    def codes(self, name: str) -> tuple[np.ndarray, list[str]]:
        """A column of few values, as numbers in the list of them; "" where there is none."""
        if name not in self._codes:
            self._codes[name] = _coded(self.frame[name]) if name in self.frame else (np.zeros(len(self), dtype=np.int8), [""])
        return self._codes[name]

    def is_one_of(self, name: str, wanted) -> np.ndarray:
        """Whether each row has one of the values."""
        codes, values = self.codes(name)
        return np.array([value in wanted for value in values], dtype=bool)[codes]

    def touches(self, first: int | None, last: int | None) -> np.ndarray:
        """Whether each row's window touches first..last; the undated, which may lie anywhere, do not."""
        begins, ends = self.days
        keep = self.dated.copy()
        if last is not None:
            keep &= ~(begins > last)
        if first is not None:
            keep &= ~(ends < first)
        return keep

    def says(self, words: str) -> np.ndarray:
        """Whether these words, without case, stand in each row."""
        words = words.casefold()
        return np.fromiter((words in said for said in self.said), dtype=bool, count=len(self))

    def marked(self, marks: Marks) -> list[np.ndarray]:
        """For each thing that is asked of the marks, whether each row has it."""
        asked = [self.is_one_of(name, wanted) for name, wanted in
                 (("precision", marks.precisions), ("modality", marks.modalities), ("status", marks.statuses)) if wanted]
        asked += [self.lists("tags").holds(marks.tags)] if marks.tags else []
        if marks.starred:
            asked.append(self.frame["star"].to_numpy(dtype=bool) if "star" in self.frame else np.zeros(len(self), dtype=bool))
        return asked + ([self.frame["source_count"].to_numpy() >= marks.sources] if marks.sources > 1 else [])

    def made(self, key, make):
        """What `make` gives of these columns, made once."""
        if key not in self.kept:
            self.kept[key] = make()
        return self.kept[key]

    def held(self, key, make):
        """What was made for a key, kept while it is among the last HELD that were asked for."""
        with self._lock:
            found = self._held.pop(key, None)
        found = make() if found is None else found
        with self._lock:
            self._held[key] = found
            while len(self._held) > HELD:
                self._held.popitem(last=False)
        return found


def _said(row: list, actors: tuple) -> str:
    title, excerpt, *others = (cell.casefold() if isinstance(cell, str) else "" for cell in row)
    further = (cell for cell in (title, *others, *(name.casefold() for name in actors if isinstance(name, str))) if cell not in excerpt)
    return _BETWEEN.join((excerpt, *further))


def _coded(cells) -> tuple[np.ndarray, list[str]]:
    import pandas as pd

    if hasattr(cells, "cat"):
        return cells.cat.codes.to_numpy() + 1, ["", *cells.cat.categories]
    codes, values = pd.factorize(cells.astype(object).where(cells.notna(), ""), sort=True)
    return codes, list(values)
