"""Day numbers, EDTF (ISO 8601-2:2019) and labels: the arithmetic of dates, in any year.

A day is an integer, proleptic Gregorian, 1 = 0001-01-01 (as `date.toordinal`), and may be 0 or negative.
Years are astronomical: 0 is 1 BCE, -43 is 44 BCE. The day count is Howard Hinnant's `days_from_civil`.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10}
SEASON_NAMES = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day(year: int, month: int, d: int) -> int:
    """The day number of a proleptic Gregorian date."""
    y = year - (month <= 2)
    era, yoe = divmod(y, 400)
    doy = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + d - 1
    return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 305


def ymd(number: int) -> tuple[int, int, int]:
    """(year, month, day) of a day number."""
    era, doe = divmod(number + 305, 146097)
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    month = mp + 3 if mp < 10 else mp - 9
    return yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) // 5 + 1


def is_leap(year: int) -> bool:
    """Whether a proleptic Gregorian year has 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days in a month."""
    return 29 if month == 2 and is_leap(year) else _DAYS[month - 1]


def iso_year(year: int) -> str:
    """A year as EDTF writes it: four digits, a minus before BCE."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def iso(number: int) -> str:
    """A day number as an ISO 8601 date: 2019-02-27, -0043-03-15."""
    year, month, d = ymd(number)
    return f"{iso_year(year)}-{month:02d}-{d:02d}"


def weekday(number: int) -> int:
    """0 = Monday … 6 = Sunday."""
    return (number - 1) % 7


def week_monday(year: int, week: int) -> int:
    """The Monday of an ISO week (ISO 8601: week 1 holds 4 January)."""
    fourth = day(year, 1, 4)
    return fourth - weekday(fourth) + 7 * (week - 1)


def iso_week(number: int) -> tuple[int, int]:
    """(ISO year, ISO week) of a day."""
    thursday = number - weekday(number) + 3
    year = ymd(thursday)[0]
    return year, (thursday - day(year, 1, 1)) // 7 + 1


_LABELLED = re.compile(rf"(?:(?<![\d–])(\d{{1,2}}(?:–\d{{1,2}})?) )?\b({'|'.join(f'{name}|{name[:3]}' for name in MONTHS)}) ((?:AD )?\d+(?: BC)?)\b")
_PART = re.compile(r"(-?)(\d{1,3}X{1,3}|\d{4,})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?\Z")


def _bounds_of_part(text: str) -> tuple[int, int] | None:
    hit = _PART.match(text.strip("~?%"))
    if not hit:
        return None
    sign, year, month, d = hit.groups()
    if "X" in year:
        lo, hi = int(year.replace("X", "0")), int(year.replace("X", "9"))
        lo, hi = (-hi, -lo) if sign else (lo, hi)
        return day(lo, 1, 1), day(hi, 12, 31)
    y = int(sign + year)
    if not month:
        return day(y, 1, 1), day(y, 12, 31)
    return _bounds_in_year(y, int(month), d)


def _bounds_in_year(y: int, m: int, d: str | None) -> tuple[int, int] | None:
    if m in SEASON_MONTHS:
        start = SEASON_MONTHS[m]
        stop_year, stop = (y + 1, start - 10) if start + 2 > 12 else (y, start + 2)
        return day(y, start, 1), day(stop_year, stop, month_length(stop_year, stop))
    if not 1 <= m <= 12:
        return None
    if d:
        return (day(y, m, int(d)),) * 2 if 1 <= int(d) <= month_length(y, m) else None
    return day(y, m, 1), day(y, m, month_length(y, m))


def bounds(edtf: str) -> tuple[int | None, int | None]:
    """The earliest and latest day an EDTF value may mean; None for an open or unknown side.

    Level 1 and the parts of level 2 this project writes: `2018-06`, `199X`, `1850~`, `-0043`,
    `2019-02-27/2019-02-28`, `2001/..`, `2018-22` (seasons 21–24), `2018-34` (quarters 33–36).
    A value without a year (`XXXX-06`) has no bounds.
    """
    if "/" in edtf:
        left, right = edtf.split("/", 1)
        lo, hi = _bounds_of_part(left), _bounds_of_part(right)
        return (lo[0] if lo else None), (hi[1] if hi else None)
    return _bounds_of_part(edtf) or (None, None)


def year_label(year: int) -> str:
    """A year for people: no year zero, "44 BC", "AD 79"."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 100 else str(year)


def _same_month(a: tuple, b: tuple) -> str:
    return f"{a[2]}–{b[2]} {MONTHS[a[1] - 1][:3]} {year_label(a[0])}"


def _day_label(a: tuple) -> str:
    return f"{a[2]} {MONTHS[a[1] - 1][:3]} {year_label(a[0])}"


def _range_label(a: tuple, b: tuple) -> str:
    if a[:2] == b[:2]:
        return _same_month(a, b)
    if a[1:] == (1, 1) and b[1:] == (12, 31):
        return f"{year_label(a[0])} – {year_label(b[0])}"
    if a[2] == 1 and b[2] == month_length(*b[:2]):
        left, right = (f"{MONTHS[x[1] - 1]} {year_label(x[0])}" for x in (a, b))
        return f"{left} – {right}"
    return f"{_day_label(a)} – {_day_label(b)}"


def _whole_label(first: int, last: int, precision: str) -> str:
    a, b = ymd(first), ymd(last)
    if first == last:
        return _day_label(a)
    if precision == "month" and a[:2] == b[:2]:
        return f"{MONTHS[a[1] - 1]} {year_label(a[0])}"
    if precision == "year" and a[0] == b[0]:
        return year_label(a[0])
    if precision == "season" and last - first < 100 and a[1] in (3, 6, 9, 12):
        return f"{SEASON_NAMES[20 + a[1] // 3]} {year_label(a[0])}"
    if precision == "quarter" and last - first < 100:
        return f"{(a[1] + 2) // 3}. quarter {year_label(a[0])}"
    if precision == "decade" and b[0] - a[0] == 9:
        return f"{year_label(a[0])}s"
    if precision == "century" and b[0] - a[0] in (98, 99):
        return _century_label(a[0])
    return _range_label(a, b)


def _century_label(year: int) -> str:
    if year <= 0:
        number, era = -year // 100 + 1, " BC"
    else:
        number, era = (year + 99) // 100 if year % 100 == 1 else year // 100 + 1, ""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0, "th")
    return f"{number}{ending} century{era}"


def label(first: int | None, last: int | None, precision: str = "day", qualifier: str = "exact") -> str:
    """A window of days for people: "27–28 Feb 2019", "June 2018", "c. 1250", "44 BC", "before 1914"."""
    if first is None and last is None:
        return "undated"
    if first is None:
        text = "until " + _whole_label(last, last, "day")
    elif last is None:
        text = "from " + _whole_label(first, first, "day")
    else:
        text = _whole_label(first, last, precision)
    return {"approximate": "c. ", "both": "c. "}.get(qualifier, "") + text + ("?" if qualifier in ("uncertain", "both") else "")


def ordered(text: str, order: str = "DMY") -> str:
    """A label of this module in another order of day, month and year: "Feb 27–28, 2019" (MDY), "2019 Feb 27–28" (YMD)."""
    if order == "MDY":
        return _LABELLED.sub(lambda hit: f"{hit[2]} {hit[1]}, {hit[3]}" if hit[1] else hit[0], text)
    if order == "YMD":
        return _LABELLED.sub(lambda hit: " ".join(filter(None, (hit[3], hit[2], hit[1]))), text)
    return text


class Wording(NamedTuple):
    """How days, numbers and the order of day, month and year are written: `when` is given first, last, precision, as `label` is."""

    when: Callable[..., str] = label
    number: Callable[[int], str] = str
    order: str = "DMY"


PLAIN = Wording()
