"""A date as a person types it, or as a cell of a table has it: EDTF, ISO 8601 or words -> a window of days."""

import re
from dataclasses import dataclass

from timeline import calendar

_LONGEST = 80  # characters
_PART = re.compile(r"-?(?:\d{1,3}X{1,3}|\d{4,6})(?:-\d\d(?:-\d\d(?:T[\d:.]{2,15}(?:Z|[+-]\d\d:?\d\d)?)?)?)?[~?%]?\Z")
_QUALIFIERS = {"~": "approximate", "?": "uncertain", "%": "both"}
_FINE_TO_COARSE = ("time", "day", "month", "season", "quarter", "year", "decade", "century", "millennium")


@dataclass(frozen=True, slots=True)
class Typed:
    """A window of days and how it was said; `first` and `last` are None on an open side, both for "undated"."""

    edtf: str = ""
    text: str = ""
    first: int | None = None
    last: int | None = None
    precision: str = ""
    qualifier: str = "exact"
    kind: str = "instant"


def read(words: str, language: str = "en") -> Typed | None:
    """The window that `words` mean; None if they are no date that stands alone ("last June", "soon", "2019-13-45").

    "" is a date too: undated. A number alone is a year only with four digits or an era.
    """
    text = " ".join(str(words).split())
    if not text:
        return Typed()
    if len(text) > _LONGEST:
        return None
    return _edtf(text) or _in_words(text, language)


def _edtf(text: str) -> Typed | None:
    """EDTF level 1 as `timeline.calendar.bounds` has it: intervals with open sides too."""
    parts = text.split("/")
    if len(parts) > 2 or not all(_PART.match(p) or (len(parts) == 2 and p in ("", "..")) for p in parts):
        return None
    known = [p for p in parts if _PART.match(p)]
    if not known or any(calendar.bounds(p) == (None, None) for p in known):
        return None
    first, last = calendar.bounds(text)
    if first is not None and last is not None and first > last:
        return None
    precision = min(map(precision_of, known), key=_FINE_TO_COARSE.index)
    qualifier = next((_QUALIFIERS[p[-1]] for p in known if p[-1] in _QUALIFIERS), "exact")
    return Typed(text, text, first, last, precision, qualifier, "interval" if len(parts) == 2 else "instant")


def precision_of(edtf: str) -> str:
    """How fine one EDTF value is, no interval: "2018-06" is a month."""
    bare = edtf.strip("~?%").lstrip("-")
    if "T" in bare:
        return "time"
    year, _, rest = bare.partition("-")
    if "X" in year:
        return {1: "decade", 2: "century"}.get(year.count("X"), "millennium")
    if not rest:
        return "year"
    if "-" in rest:
        return "day"
    return "month" if int(rest) <= 12 else "season" if int(rest) <= 24 else "quarter"


def _in_words(text: str, language: str) -> Typed | None:
    """The one time expression that the words are, read without a document's date."""
    from timeline import dates

    before = re.match(r"(?:before|until)\s+(?=\S)", text, re.I)
    after = re.match(r"(?:after|since|from)\s+(?=\S)", text, re.I) if not before else None
    rest = text[(before or after).end():] if before or after else text
    found = dates.tag(rest, None, language)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(rest)) or found[0].first is None and found[0].last is None:
        return None
    one = found[0]
    if before or after:
        return _open(one, text, bool(before), (before or after)[0].split()[0].lower())
    return Typed(one.edtf, text, one.first, one.last, one.precision, one.qualifier, one.kind)


def _open(one, text: str, is_before: bool, word: str) -> Typed | None:
    """"before 1914" ends the day before it begins, "after 1914" begins the day after it ends; until and since hold it."""
    if one.first is None or one.last is None:
        return None
    if is_before:
        last = one.first - 1 if word == "before" else one.last
        return Typed(f"../{calendar.iso(last)}", text, None, last, one.precision, one.qualifier, "interval")
    first = one.last + 1 if word == "after" else one.first
    return Typed(f"{calendar.iso(first)}/..", text, first, None, one.precision, one.qualifier, "interval")
