"""Lengths of time and what recurs: DURATION and SET, as ISO 8601 periods in TIMEX3's spelling."""

import re

from timeline.dates import values
from timeline.dates.sense import Sense


def duration(s: dict) -> Sense | None:
    """n units of time; "X" where the text does not count them."""
    n, unit = s.get("number", s.get("n", "X" if s.get("plural") else 1)), s["unit"]
    value = period(n, unit)
    if "finer" in s:
        rest = period(s["more"], s["finer"])
        head = "PT" if value.startswith("PT") else "P"
        if not rest.startswith(head) or rest.startswith("PT") != (head == "PT") or ORDER.index(unit) >= ORDER.index(s["finer"]) or CODES[unit] == CODES[s["finer"]]:
            return None
        value += rest[len(head):]
    return Sense("DURATION", "duration", {"value": value}, s.get("mod", ""))


ORDER = ("century", "decade", "year", "season", "quarter", "month", "fortnight", "weekend", "week", "day", "night", "hour", "minute", "second")
HALVES = {"year": "P{}Y6M", "hour": "PT{}H30M"}  # so many and a half
CODES = {"second": ("PT", "S"), "minute": ("PT", "M"), "hour": ("PT", "H"), "day": ("P", "D"), "night": ("P", "D"), "week": ("P", "W"),
         "weekend": ("P", "WE"), "month": ("P", "M"), "quarter": ("P", "Q"), "year": ("P", "Y"), "decade": ("P", "DE"),
         "century": ("P", "CE"), "season": ("P", "Y"), "fortnight": ("P", "W")}


def period(n, unit: str) -> str:
    """The ISO 8601 / TIMEX3 period of n units: P2D, PT90M, PXY; half a year is P6M."""
    if unit == "fortnight" and n != "X":
        n, unit = n * 2, "week"
    prefix, letter = CODES[unit]
    if n != "X" and n > 1 and n % 1 == 0.5 and unit in HALVES:
        return HALVES[unit].format(int(n))
    if n != "X" and n != int(n):
        n, prefix, letter = _finer(n, unit) or (n, prefix, letter)
    text = n if n == "X" else f"{n:g}" if n < 10**6 else str(int(n))
    return f"{prefix}{text}{letter}"


def _finer(n: float, unit: str):
    factor, finer = {"year": (12, "month"), "hour": (60, "minute"), "minute": (60, "second"), "decade": (10, "year"), "century": (100, "year")}.get(unit, (1, unit))
    return (int(n * factor), *CODES[finer]) if factor > 1 and n * factor == int(n * factor) else None


def every(s: dict) -> Sense | None:
    """A SET: a repeated period ("every two years") or a repeated calendar point ("each June")."""
    if "value" in s:
        return Sense("SET", "set", {"value": s["value"]})
    if "month" in s:
        return Sense("SET", "set", {"value": f"XXXX-{s['month']:02d}"})
    if "weekday" in s:
        return Sense("SET", "set", {"value": f"XXXX-WXX-{s['weekday']}" + (f"T{s['part']}" if "part" in s else "")})
    if "season" in s:
        return Sense("SET", "set", {"value": f"XXXX-{s['season']}"})
    if "holiday" in s:
        fixed = re.fullmatch(r"(\d+)-(\d+)", s["holiday"])
        return Sense("SET", "set", {"value": f"XXXX-{int(fixed[1]):02d}-{int(fixed[2]):02d}"}) if fixed else None
    if "part" in s:
        return Sense("SET", "set", {"value": f"XXXX-XX-XXT{s['part']}"})
    return Sense("SET", "set", {"value": period(s.get("number", s.get("n", 1)), s["unit"])})


def recur(s: dict) -> Sense | None:
    """What recurs at a time of day: every day at nine, on Tuesdays in the evening."""
    base = {"P1D": "XXXX-XX-XX"}.get(s["set"].f["value"], s["set"].f["value"])
    time = s["time"]
    if not re.fullmatch(r"XXXX-(?:WXX-\d|XX-XX)", base) or time.op != "point":
        return None
    return Sense("SET", "set", {"value": base + values.clock(time.f)}, s["set"].mod)
