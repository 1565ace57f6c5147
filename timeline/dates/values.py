"""Calendar points -> TIMEX3 values (ISO-TimeML), EDTF (ISO 8601-2) and windows of days."""

import re
from functools import lru_cache

from timeline import calendar

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "AU": 23, "WI": 24}
CLOCK = ("hour", "minute", "second", "part", "zone")  # the fields of a time of day
_TIMEX = re.compile(r"(BC)?(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4X])|H([12])|W(\d\d)(-WE|-\d)?|(SP|SU|FA|AU|WI)))?(T.*)?\Z")


def year_text(year: int) -> str:
    """A year as TIMEX3 writes it: 1998, 0079, BC0044."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def timex(f: dict) -> str:
    """The TIMEX3 value of a point's fields; a missing year is XXXX."""
    if "century" in f:
        return ("BC" if f.get("era") == "bc" else "") + f"{f['century']:02d}"
    if "decade" in f:
        return ("BC" if f.get("era") == "bc" else "") + f"{f['decade']:03d}"
    year = year_text(f["year"]) if f.get("year") is not None else "XXXX"
    return _in_year(year, f) + clock(f)


def _in_year(year: str, f: dict) -> str:
    if "month" in f:
        return f"{year}-{f['month']:02d}" + (f"-{f['day']:02d}" if "day" in f else "")
    if "week" in f:
        return f"{year}-W{f['week']:02d}" + ("-WE" if f.get("weekend") else "")
    for key, mark in (("quarter", "-Q"), ("half", "-H"), ("season", "-")):
        if key in f:
            return f"{year}{mark}{f[key]}"
    if "day" in f:
        return f"{year}-XX-{f['day']:02d}"
    if "weekday" in f:
        return f"{year}-WXX-{f['weekday']}"
    return year if not {"hour", "part"} & set(f) else "XXXX-XX-XX"


def clock(f: dict) -> str:
    """The time part of a value: T14:30, TEV, or nothing."""
    if "part" in f and "hour" not in f:
        return f"T{f['part']}"
    if "hour" not in f:
        return ""
    text = f"T{f['hour']:02d}"
    if f.get("minute") is not None:
        text += f":{f['minute']:02d}"
    elif f.get("exacthour", True):
        text += ":00"
    if f.get("second") is not None:
        text += f":{f['second']:02d}"
    return text + f.get("zone", "")


@lru_cache(4096)
def edtf(value: str, mod: str = "") -> str:
    """A TIMEX3 value as EDTF, "" where it has none (durations, sets, references)."""
    if "/" in value:
        sides = [side for part in value.split("/") for side in edtf(part, mod).split("/")]
        return "/".join(dict.fromkeys((sides[0], sides[-1])))
    value = re.sub(r"(?:-XX)+(?=T|\Z)", "", value) if value[:1] != "X" else value
    mark = "~" if mod == "APPROX" else ""
    if re.fullmatch(r"\d{3}", value):
        return value + "X" + mark
    if re.fullmatch(r"\d\d", value):
        return value + "XX" + mark
    if hit := re.fullmatch(r"BC(\d{3})", value):
        n = int(hit[1])
        return f"{calendar.iso_year(-n * 10 - 8)}/{calendar.iso_year(-max(n * 10 - 1, 0))}"
    if hit := re.fullmatch(r"BC(\d\d)", value):
        n = int(hit[1])
        return f"{calendar.iso_year(-n * 100 - 99)}/{calendar.iso_year(-n * 100)}"
    if re.fullmatch(r"XXXX-(\d\d)(-\d\d)?", value):
        return value
    hit = _TIMEX.match(value)
    return _edtf_of(hit, mark) if hit else ""


def _edtf_of(hit, mark: str) -> str:
    bc, year, month, day, quarter, half, week, weekend, season, _ = hit.groups()
    y = calendar.iso_year(1 - int(year) if bc else int(year))
    if month:
        return f"{y}-{month}" + (f"-{day}" if day else "") + mark
    if quarter == "X":
        return y + mark
    if quarter:
        return f"{y}-{32 + int(quarter)}" + mark
    if season:
        return f"{y}-{SEASONS[season]}" + mark
    if half:
        return f"{y}-01/{y}-06" if half == "1" else f"{y}-07/{y}-12"
    if week:
        monday = calendar.week_monday(int(y), int(week))
        first, last = (monday + 5, monday + 6) if weekend == "-WE" else (monday, monday + 6)
        return f"{calendar.iso(first)}/{calendar.iso(last)}"
    return y + mark


@lru_cache(4096)
def precision(value: str) -> str:
    """How fine a value is: time, day, week, month, season, quarter, year, decade, century."""
    if "/" in value:
        return precision(value.split("/")[0])
    if "-XX" in value and value[:1] != "X":
        return precision(value.split("-XX")[0])
    if "T" in value and not value.startswith("P"):
        return "time"
    for pattern, name in PRECISIONS:
        if pattern.match(value):
            return name
    return ""


PRECISIONS = [(re.compile(p + r"\Z"), name) for p, name in (
    (r"(BC)?\w{4}-\d\d-\d\d", "day"), (r"XXXX-WXX-\d", "day"), (r"\w{4}-\w\w-\w\w", "day"), (r"(BC)?\w{4}-\d\d", "month"), (r"\w{4}-W\d\d(-WE)?", "week"),
    (r"\w{4}-Q\w", "quarter"), (r"\w{4}-H\d", "quarter"), (r"\w{4}-(SP|SU|FA|AU|WI)", "season"), (r"(BC)?[\dX]{4}", "year"),
    (r"(BC)?\d{3}", "decade"), (r"(BC)?\d\d", "century"))]


def window(value: str, mod: str = "") -> tuple[int | None, int | None]:
    """The earliest and latest day of a value, narrowed by the TIMEX3 mod START, MID or END.

    TIMEX3 leaves open how long "early" is; here each is a third, in whole years of a century or a decade and whole
    months of a year or a season: the early 20th century is 1900–1933, its middle 1934–1966, its end 1967–1999. A
    mod may name another share: START/2 is the first half.
    """
    first, last = calendar.bounds(edtf(value))
    side, _, share = mod.partition("/")
    if first is None or last is None or first == last or side not in ("START", "MID", "END"):
        return first, last
    starts = _unit_starts(first, last)
    n, shares = len(starts) - 1, int(share or 3)
    early, late, shared = -(-n // shares), n - n // shares, 0
    if n == last - first + 1:  # days: thirds share the day between them
        shared = int(shares > 2)
        early, late = n // shares + shared, n - n // shares - shared if shared else n // shares
    a, b = {"START": (0, early), "MID": (early - shared, late + shared), "END": (late, n)}[side]
    return starts[a], starts[b] - 1


def _unit_starts(first: int, last: int) -> list[int]:
    """The first days of the years in a window of whole years, else of its months, else of its days; and the day behind it."""
    (y, m, d), (year, month, day) = calendar.ymd(first), calendar.ymd(last + 1)
    months = (year - y) * 12 + month - m
    if (d, day) != (1, 1) or months < 3:
        return list(range(first, last + 2))
    step = 12 if m == month == 1 and months > 12 else 1
    return [calendar.day(y + (m - 1 + k) // 12, (m - 1 + k) % 12 + 1, 1) for k in range(0, months + 1, step)]


def date_of(f: dict) -> dict:
    """The fields of a point without its time of day."""
    return {k: v for k, v in f.items() if k not in CLOCK}


def of_day(number: int) -> dict:
    """The fields of a day."""
    y, m, d = calendar.ymd(number)
    return {"year": y, "month": m, "day": d}


def some_day(point: dict) -> str:
    """The value of an unknown day of a point: 1918-04-XX, 1918-XX-XX."""
    return timex({k: v for k, v in point.items() if k in ("year", "month")}) + ("-XX" if "month" in point else "-XX-XX")


def unknown(f: dict) -> str:
    """Why a point without its year has no day, in words."""
    name = calendar.MONTHS[f["month"] - 1] if "month" in f else "a season" if "season" in f else "a quarter"
    return (f"{f['day']} " if "day" in f else "") + f"{name}, year unknown"
