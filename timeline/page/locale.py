"""Numbers and the order of day and month as the reader's locale writes them (CLDR, by way of Babel).

The page speaks English, so months keep their English names; what differs from reader to reader is whether the day, the
month or the year comes first, and what stands between thousands. Without a locale: day, month, year, and a comma.
"""

from functools import cache, lru_cache

import streamlit as st
from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from timeline import calendar

USUAL = "en-GB"
PRECISIONS = {4: "year", 7: "month", 10: "day"}  # by the length of an ISO 8601 value


def number(count: int) -> str:
    """"12,345" for a reader in London, "12.345" in Berlin."""
    return format_decimal(count, locale=_known(_told()))


def when(first: int | None, last: int | None, precision: str = "day", qualifier: str = "exact") -> str:
    """`calendar.label` in the reader's order: "27 Feb 2019", "Feb 27, 2019", "2019 Feb 27"."""
    return ordered(calendar.label(first, last, precision, qualifier))


def dated(one) -> str:
    """The date of an Event, or of anything with first, last, precision and qualifier, in the reader's order."""
    return when(one.first, one.last, one.precision, one.qualifier)


def all_dated(ones) -> list[str]:
    """`dated` of each."""
    turn = order()
    return [calendar.ordered(calendar.label(one.first, one.last, one.precision, one.qualifier), turn) for one in ones]


def value(edtf: str) -> str:
    """An EDTF value in the reader's order; one with an open end, and what has no days, as it is."""
    return _value(edtf, order())


def ordered(label: str) -> str:
    """A label of ours in the reader's order."""
    return calendar.ordered(label, order())


def column(labels):
    """A column of labels of ours (a Series of strings) in the reader's order."""
    return labels if order() == "DMY" else labels.map(ordered, na_action="ignore")


def order() -> str:
    """"DMY", "MDY" or "YMD"."""
    return _order(_told())


def typed_order() -> str:
    """How 03/04/2019 is meant by this reader: "DMY" or "MDY"; with the year last, only these are in use."""
    return "MDY" if order() == "MDY" else "DMY"


def _told() -> str:
    """The locale of the reader's browser, as BCP 47 writes it."""
    return getattr(st.context, "locale", None) or USUAL


@lru_cache(20_000)
def _value(edtf: str, turn: str) -> str:
    first, last = calendar.bounds(edtf)
    if first is None or last is None:
        return edtf
    return calendar.ordered(calendar.label(first, last, PRECISIONS.get(len(edtf.lstrip("-")), "interval"), "exact"), turn)


@cache
def _known(name: str) -> Locale:
    """The nearest locale that CLDR knows; USUAL for what is none."""
    parts = name.replace("_", "-").split("-")
    for stop in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:stop]), sep="-")
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return Locale.parse(USUAL, sep="-")


@cache
def _order(name: str) -> str:
    pattern = _known(name).date_formats["long"].pattern.partition(";")[0]
    places = {letter.upper(): pattern.replace("'de'", "").find(letter) for letter in "dMy"}
    found = "".join(sorted(places, key=places.get))
    return found if found in ("DMY", "MDY", "YMD") and min(places.values()) >= 0 else "DMY"
