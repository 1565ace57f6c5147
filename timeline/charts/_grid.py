"""Calendar grids: days, weeks, months and round years, as bars and ticks stand on them."""

import numpy as np

from timeline import calendar

_STEPS = [("day", 1), ("day", 7), ("month", 1), ("month", 3), ("year", 1), ("year", 2), ("year", 5)] + [
    ("year", digit * 10**power) for power in range(1, 7) for digit in (1, 2, 5)]


def edges(first: float, last: float, most: int) -> tuple[str, list[int]]:
    """The finest calendar grid of at most so many steps over the days first..last: its unit, and its day numbers."""
    for unit, step in _STEPS:
        if (last - first) / (step * {"day": 1, "month": 30.44, "year": 365.25}[unit]) <= most:
            break
    grid = {"day": _days, "month": _months, "year": _years}[unit]
    return unit, grid(int(np.floor(first)), int(np.ceil(last)), step)


def _days(first: int, last: int, step: int) -> list[int]:
    start = first - calendar.weekday(first) if step == 7 else first
    return list(range(start, last + step + 1, step))


def _months(first: int, last: int, step: int) -> list[int]:
    year, month, _ = calendar.ymd(first)
    index, out = (year * 12 + month - 1) // step * step, []
    while not out or out[-1] <= last:
        out.append(calendar.day(index // 12, index % 12 + 1, 1))
        index += step
    return out


def _years(first: int, last: int, step: int) -> list[int]:
    """Round years as people number them: 100 BC, AD 1, 100."""
    number, out = calendar.ymd(first)[0] // step * step, []
    number -= step if number <= 0 else 0
    while not out or out[-1] <= last:
        out.append(calendar.day(number + 1 if number <= 0 and step > 1 else number, 1, 1))
        number += step
    return out
