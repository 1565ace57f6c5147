"""Which of somebody's column names is our text, title, date … : the lists are in names.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files


@cache
def names() -> dict:
    """names.toml."""
    return tomllib.loads(files("timeline.read").joinpath("names.toml").read_text("utf-8"))


def key(name: str) -> str:
    """A column name without case, spaces and punctuation."""
    return re.sub(r"[\W_]+", "", str(name)).casefold()


@cache
def _aliases(what: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key(alias) for alias in names()["columns"][what]))


def columns_for(what: str, header: Iterable[str]) -> tuple[str, ...]:
    """The columns of `header` that may hold `what` (text, title, published …), the likeliest first."""
    return _columns_for(what, tuple(header))


@lru_cache(maxsize=1024)
def _columns_for(what: str, header: tuple[str, ...]) -> tuple[str, ...]:
    there: dict[str, str] = {}
    for column in header:
        there.setdefault(key(column), column)
    return tuple(there[alias] for alias in _aliases(what) if alias in there)


def first_of(row: Mapping[str, str], what: str) -> tuple[str, str]:
    """(column, value) of the first column for `what` that is not empty in `row`; ("", "") if none is."""
    return next(((c, row[c]) for c in columns_for(what, row) if row[c]), ("", ""))
