"""Moving and completing calendar points: n units on, the weekday of a week, the holidays of a year."""

import re

from timeline import calendar
from timeline.dates import values

_RULE = re.compile(r"(\d+)-(-?\d+)(?:-(\d))?(?:>(\d))?")  # month-day, month-nth-weekday, or the first weekday from a day on
RECURS = 60  # months: within so many a weekday falls on each day of the month again, the 31st too
UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
UNIT_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "season": 3}


def first_day(f: dict) -> int:
    """The first day a point may mean."""
    if "month" in f:
        y, m = f["year"], f["month"]
        return calendar.day(y, m, min(f.get("day", 1), calendar.month_length(y, m)))
    return values.window(values.timex(values.date_of(f)))[0] or calendar.day(f["year"], 1, 1)


def covers(f: dict, day: int) -> bool:
    """Whether a day lies within a point."""
    first, last = values.window(values.timex(values.date_of(f)))
    return first is not None and first <= day <= last


def is_running(f: dict, day: int | None) -> bool:
    """Whether a point is not yet over on a day."""
    last = values.window(values.timex(f))[1]
    return day is not None and last is not None and last >= day


def coarser(point: dict, unit: str) -> bool:
    """Whether a point is too coarse to count a unit from: a day from a month, a month from a year."""
    if unit in UNIT_DAYS:
        return not {"day", "week"} & set(point)
    return unit == "month" and not {"month", "day", "week", "season", "quarter", "half"} & set(point)


def of_edge(first: int, last: int, side: str) -> dict:
    """The first ("start") or last ("end") day of a window, or the week of its first day."""
    return _by_days(first, "week") if side == "week" else values.of_day(last if side == "end" else first)


def weekday_of(point: dict, wd: int) -> dict:
    """The weekday of the week a point stands in."""
    day = first_day(point)
    return values.of_day(day - calendar.weekday(day) + wd - 1)


def around(day: int, wd: int, number: int | None) -> tuple[int, int]:
    """The last such weekday up to `day` and the first after it; with `number`, that day of its month (Friday the 13th)."""
    if number is None:
        before = day - (calendar.weekday(day) + 1 - wd) % 7
        return before, before + 7
    y, m, _ = calendar.ymd(day)
    fit = []
    for k in range(y * 12 + m - 1 - RECURS, y * 12 + m + RECURS):
        if number <= calendar.month_length(k // 12, k % 12 + 1):
            one = calendar.day(k // 12, k % 12 + 1, number)
            fit += [one] if calendar.weekday(one) == wd - 1 else []
    return max(d for d in fit if d <= day), min(d for d in fit if d > day)


def moved(start: dict, n, unit: str, keep: bool = False) -> dict:
    """`start` moved by n units, as fine as the unit; with `keep`, as fine as `start` was."""
    day = first_day(start)
    if unit in UNIT_DAYS:
        return _by_days(day + round(n * UNIT_DAYS[unit]), unit)
    if unit in ("hour", "minute", "second"):
        return values.of_day(day)
    y, m, d = calendar.ymd(day)
    months = y * 12 + m - 1 + round(n * UNIT_MONTHS[unit])
    y, m = divmod(months, 12)
    return _by_months(start, y, m + 1, unit, keep and (n != 0 or unit != "year"))


WITHIN = {"part", "hour", "minute", "month", "season", "quarter", "half", "day", "holiday", "edge"}  # what a shift may name within its unit


def shifted(start: dict, n, unit: str, f: dict, keep: bool = False) -> dict:
    """`start` moved by n units, and what `f` names within: the weekday of a week, the month or holiday of a year."""
    point = moved(start, n, unit, keep)
    if f.get("unnamed"):  # a quarter the text gives no number
        point = {"year": point["year"], "quarter": "X"}
    within = {k: v for k, v in f.items() if k in WITHIN}
    if "weekday" in f:
        point = weekday_of(point, f["weekday"])
    if "holiday" in within:
        within.update(holiday(within.pop("holiday"), point["year"]))
    if {"month", "season", "quarter", "half"} & set(within):
        point = {"year": point["year"]}
    return {**point, **within}


def _by_days(day: int, unit: str) -> dict:
    if unit in ("day", "night"):
        return values.of_day(day)
    year, week = calendar.iso_week(day)
    return {"year": year, "week": week, **({"weekend": True} if unit == "weekend" else {})}


def _by_months(start: dict, y: int, m: int, unit: str, keep: bool) -> dict:
    if unit in ("decade", "century"):
        length = 10 if unit == "decade" else 100
        return {"year": y, unit: y // length} if y > 0 else {"year": y, unit: (1 - y) // length, "era": "bc"}
    if keep and start.get("quarter") == "X":
        return {"year": y, "quarter": "X"}
    if keep and unit == "year" and ("quarter" in start or "season" in start or "half" in start):
        return {**start, "year": y}
    if unit == "month":
        return {"year": y, "month": m}
    if unit == "quarter":
        return {"year": y, "quarter": (m + 2) // 3}
    if unit == "half":
        return {"year": y, "half": (m + 5) // 6}
    if unit == "season":
        return {"year": y - (m < 3), "season": ("WI", "SP", "SU", "FA")[m % 12 // 3]}
    return {"year": y}


def easter(year: int) -> int:
    """The day number of Easter Sunday (Gregorian computus, Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * n) // 433
    month, day = divmod(h + n - 7 * m + 90, 25)
    return calendar.day(year, month, (h + n - 7 * m + 33 * month + 19) % 32)


def holiday(rule: str, year: int) -> dict:
    """A holiday of a year: "12-25", "easter-2", "11-4-4" (4th Thursday of November), "5--1-1" (last Monday of May), "12-18>7" (first Sunday from 18 December on)."""
    if rule.startswith("easter"):
        return values.of_day(easter(year) + int(rule[6:] or 0))
    month, nth, wd, on = _RULE.fullmatch(rule).groups()
    month, nth = int(month), int(nth)
    if on:
        day = calendar.day(year, month, nth)
        return values.of_day(day + (int(on) - 1 - calendar.weekday(day)) % 7)
    if wd is None:
        return {"year": year, "month": month, "day": nth}
    if nth < 0:
        last = calendar.day(year, month, calendar.month_length(year, month))
        return values.of_day(last - (calendar.weekday(last) - int(wd) + 1) % 7)
    first = calendar.day(year, month, 1)
    return values.of_day(first + (int(wd) - 1 - calendar.weekday(first)) % 7 + 7 * (nth - 1))


def middle(f: dict) -> int:
    """The middle day of a point: the spring that follows upon "1798" is the next year's, the autumn its own."""
    first, last = values.window(values.timex(f))
    return (first + last) // 2 if first is not None and last is not None else first_day(f)
