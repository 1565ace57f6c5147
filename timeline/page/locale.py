"""Numbers, times and the order of day and month as the reader's locale writes them (CLDR, by way of Babel).

The page speaks English, so months keep their English names; what differs from reader to reader is whether the day, the
month or the year comes first, and what stands between thousands. Without a locale: day, month, year, and a comma.
"""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st
from babel import Locale, UnknownLocaleError
from babel.dates import format_time
from babel.numbers import format_decimal

from timeline import calendar
from timeline.calendar import Wording

USUAL = "en-GB"
PRECISIONS = {4: "year", 7: "month", 10: "day"}  # by the length of an ISO 8601 value
QUALIFIERS = {"%": "both", "~": "approximate", "?": "uncertain"}


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


def frame(rows):
    """Rows (`timeline.rows.Rows`) as a frame with their `when` in the reader's order."""
    if order() == "DMY":
        return rows.frame
    return rows.columns.held(("frame", rows, order()), lambda: rows.frame.assign(when=column(rows["when"])))


def wording() -> Wording:
    """How sentences that are made for this reader write days and numbers."""
    return Wording(when, number, order())


def tag() -> str:
    """The locale that the page goes by, as BCP 47 writes it: what the browser's own formatting is to be asked for."""
    return str(_known(_told())).replace("_", "-")


def style() -> tuple[str, str]:
    """What tells readers apart for whom a sentence is written differently: a key to keep what was made for one."""
    return order(), number(1_234_567)


def moment(at: str) -> str:
    """A time of the world (ISO 8601) as the reader's clock and locale have it: "27 Feb 2019, 16:04", "Feb 27, 2019, 4:04 PM"."""
    local = datetime.fromisoformat(at).astimezone(_zone())
    return f"{when(local.toordinal(), local.toordinal())}, {format_time(local.time(), 'short', locale=_known(_told()))}"


def zone() -> str:
    """The time zone of `moment`, by the name that the browser gives it: "Europe/Berlin", "UTC+05:30", "UTC"."""
    return str(_zone())


def order() -> str:
    """"DMY", "MDY" or "YMD"."""
    return _order(_told())


def typed_order() -> str:
    """How 03/04/2019 is meant by this reader: "DMY" or "MDY"; with the year last, only these are in use."""
    return "MDY" if order() == "MDY" else "DMY"


def _told() -> str:
    """The locale of the reader's browser, as BCP 47 writes it."""
    return getattr(st.context, "locale", None) or USUAL


def _zone() -> tzinfo:
    """The zone that the browser names; what it says of its clock, where it names none that is known; UTC where it says nothing."""
    name, offset = getattr(st.context, "timezone", None), getattr(st.context, "timezone_offset", None)
    found = _zone_named(name) if isinstance(name, str) else None
    if found is None and isinstance(offset, int) and abs(offset) < 24 * 60:
        found = timezone(timedelta(minutes=-offset))  # browsers count from local time to UTC
    return found or UTC


@lru_cache(600)
def _zone_named(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(20_000)
def _value(edtf: str, turn: str) -> str:
    first, last = calendar.bounds(edtf)
    if first is None or last is None:
        return edtf
    doubt = next((QUALIFIERS[mark] for mark in QUALIFIERS if mark in edtf), "exact")
    label = calendar.label(first, last, PRECISIONS.get(len(edtf.strip("-~?%")), "interval"), doubt)
    return calendar.ordered(label, turn)


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
