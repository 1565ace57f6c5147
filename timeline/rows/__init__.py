"""Which rows of an events' frame pass a filter: rows by position, over columns that are arrays.

Choosing rows copies no text: `Rows` holds positions, 4 bytes a row, and shares the `Columns` of the frame with all other
choices of it. A step of a filter so costs a few passes over arrays of numbers, whatever the frame's texts weigh.
"""

import numpy as np

from timeline.rows.columns import Columns, Marks

NO_MARKS = Marks()


class Rows:
    """Rows of a frame, in its order. `places`: their positions, ascending; None for all. `kept`: what others prepared of them."""

    def __init__(self, columns: Columns, places: np.ndarray | None = None):
        self.columns, self.places, self.kept = columns, places, {}

    def __len__(self) -> int:
        return len(self.columns) if self.places is None else len(self.places)

    def __getitem__(self, name: str):
        """A column of these rows, as a Series; it is copied."""
        cells = self.columns.frame[name]
        return cells if self.places is None else cells.iloc[self.places]

    @property
    def frame(self):
        """These rows as a frame, with the index of the whole; its texts are copied."""
        whole = self.columns.frame
        return whole.iloc[:] if self.places is None else whole.iloc[self.places]

    def part(self, first: int, last: int) -> "Rows":
        """The rows first..last (half-open) of these."""
        return self if first <= 0 and last >= len(self) else Rows(self.columns, self.positions()[first:last])

    def positions(self) -> np.ndarray:
        """Their places in the whole frame."""
        return np.arange(len(self.columns), dtype=np.int32) if self.places is None else self.places

    def take(self, values: np.ndarray) -> np.ndarray:
        """Of values for the whole frame those of these rows."""
        return values if self.places is None else values[self.places]

    def where(self, passes: np.ndarray) -> "Rows":
        """Those of the rows of which `passes`, one value for each row of the whole frame, is true."""
        kept = np.flatnonzero(passes) if self.places is None else self.places[passes[self.places]]
        return self if len(kept) == len(self) else Rows(self.columns, kept.astype(np.int32))

    def made(self, key, make):
        """What `make` gives of these rows, made once."""
        if key not in self.kept:
            self.kept[key] = make()
        return self.kept[key]

    def latest(self, name: str, key, make):
        """What `make` gives of these rows for a key; of each name the last one asked for is kept."""
        found = self.kept.get(name)
        if found is None or found[0] != key:
            found = self.kept[name] = key, make()
        return found[1]

    @property
    def dated(self) -> "Rows":
        """Those that stand on the calendar."""
        return self.made("dated", lambda: self.where(self.columns.dated))

    @property
    def undated(self) -> "Rows":
        """The others."""
        return self.made("undated", lambda: self.where(~self.columns.dated))

    def rank(self, place: int) -> int:
        """How many of these rows stand before a position of the whole frame."""
        return place if self.places is None else int(np.searchsorted(self.places, place))

    def has(self, place: int) -> bool:
        """Whether the row at a position of the whole frame is one of these."""
        return self.places is None or (at := self.rank(place)) < len(self.places) and int(self.places[at]) == place

    def id(self, rank: int) -> str:
        """The event_id of one of these rows."""
        return self.columns.ids[rank if self.places is None else self.places[rank]]

    def only(self, event_id: str) -> "Rows":
        """The row of this event, if it is one of these; else none."""
        place = self.columns.place.get(event_id, -1)
        return Rows(self.columns, np.array([place] if place >= 0 and self.has(place) else [], dtype=np.int32))

    def of_days(self, first: int, last: int) -> list[str]:
        """The event_ids of those with the very window first..last."""
        found = self.columns.of_days(first, last)
        if self.places is not None:
            at = np.minimum(np.searchsorted(self.places, found), len(self.places) - 1)
            found = found[self.places[at] == found] if len(self.places) else found[:0]
        return self.columns.ids[found].tolist()

    def counts(self, name: str) -> dict[str, int]:
        """Name -> how many of these rows hold it, of a column of names; by name."""
        column = self.columns.lists(name)
        found = np.bincount(column.pairs(self.places)[1], minlength=len(column.names)).tolist()
        return {one: number for one, number in zip(column.names, found) if number}

    def select(self, actors=(), match: str = "any", first: int | None = None, last: int | None = None, documents=(), search: str = "",
               marks: Marks = NO_MARKS, number: int | None = None) -> "Rows":
        """The rows that pass; what is asked is told at `timeline.frame.select`."""
        columns, asked = self.columns, []
        if actors:
            asked.append(columns.lists("actors").holds(actors, match == "all"))
        if documents:
            asked.append(columns.lists("documents").holds(documents))
        if first is not None or last is not None:
            asked.append(columns.touches(first, last))
        if search.strip():
            asked.append(columns.says(search.strip()))
        asked += columns.marked(marks)
        found = self.where(np.logical_and.reduce(asked)) if asked else self
        return found if number is None else found.top(number)

    def top(self, number: int) -> "Rows":
        """The `number` rows of greatest importance; of equals the earlier row."""
        best = np.argsort(-self.take(self.columns.weight), kind="stable")[:max(0, number)]
        return Rows(self.columns, np.sort(self.positions()[best]).astype(np.int32))


def rows_of(rows) -> Rows:
    """Rows as they are; of a frame all of its rows."""
    return rows if isinstance(rows, Rows) else Rows(Columns(rows))
