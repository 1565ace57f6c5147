"""Which column of a table holds what of an event."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from timeline.imports.table import Table

FIELDS = ("title", "date", "start", "end", "year", "month", "day", "end_year", "end_month", "end_day", "actors", "place", "excerpt", "tags")


_EITHER = re.compile(r"(0?[1-9]|1[0-2])\s?[-/.]\s?(0?[1-9]|1[0-2])\s?[-/.]\s?\d{4}\b")  # a date in numbers that might start with either


@dataclass(frozen=True, slots=True)
class Mapping:
    """`columns`: field of FIELDS -> column; `order`: whether 3/4/2019 is "DMY" or "MDY", "" where the rows do not tell (then day first is taken); `separator` parts actors and tags."""

    columns: dict[str, str] = field(default_factory=dict)
    order: str = "DMY"
    separator: str = ";"

    def is_in_doubt(self, table: Table) -> bool:
        """Whether some row's date could be read with its day or its month first, and nothing tells which."""
        places = [table.header.index(self.columns[name]) for name in ("date", "start", "end") if name in self.columns]
        found = (_EITHER.match(row[place].strip()) for row in table.rows for place in places)
        return not self.order and any(match and int(match[1]) != int(match[2]) for match in found)

    def problem(self, table: Table) -> str:
        """Why a table cannot be read by it, or ""."""
        unknown = [name for name in self.columns if name not in FIELDS]
        missing = [column for column in self.columns.values() if column not in table.header]
        if unknown:
            return f"“{unknown[0]}” is no field of an event. There are: {', '.join(FIELDS)}."
        if missing:
            return f"The table has no column “{missing[0]}”. It has: {', '.join(table.header)}."
        if "title" not in self.columns and "excerpt" not in self.columns:
            return "Say which column holds the title: none is called so."
        return ""


def propose(table: Table) -> Mapping:
    """The mapping that the names of the columns suggest."""
    known = {_bare(column): column for column in reversed(table.header)}
    taken: dict[str, str] = {}
    for name, titles in _titles().items():
        for title in titles:
            column = known.get(title)
            if column is not None and column not in taken.values():
                taken[name] = column
                break
    if "year" in taken:  # the parts of a date: one column called "day" is the day of the month
        taken = {name: column for name, column in taken.items() if name not in ("date", "start", "end")}
        if "day" not in taken and "day" in known:
            taken["day"] = known["day"]
    else:
        taken = {name: column for name, column in taken.items() if name not in ("month", "day", "end_year", "end_month", "end_day")}
    return Mapping(taken, _order(table, [taken[name] for name in ("date", "start", "end") if name in taken]), _separator(table, taken.get("actors")))


def _bare(column: str) -> str:
    return re.sub(r"[\s_-]+", " ", column).strip().casefold()


@cache
def _titles() -> dict[str, list[str]]:
    known = tomllib.loads((Path(__file__).with_name("columns.toml")).read_text("utf-8"))
    return {name: known[name] for name in FIELDS}


def _order(table: Table, columns: list[str]) -> str:
    """How the numeric dates of these columns are written, where any of them tells."""
    from timeline.read import published

    places = [table.header.index(column) for column in columns]
    return published.guess_order(row[place] for row in table.rows for place in places)


def _separator(table: Table, column: str | None) -> str:
    """What parts the names of a cell: the one of ; | and line ends that most cells have, else ;"""
    if column is None:
        return ";"
    place = table.header.index(column)
    counts = {mark: sum(mark in row[place] for row in table.rows) for mark in (";", "|", "\n")}
    return max(counts, key=counts.get)
