"""The closed set of operators a rule may mean: matched words -> a sense, not yet anchored.

After the compositional operators of timenorm (Bethard 2013) and SCATE: a rule names one operator; the words
give its arguments. An operator returns None where the words make no sense together (31 June).
"""

from timeline import calendar
from timeline.dates.lengths import duration, every, recur
from timeline.dates.order import readings
from timeline.dates.sense import Sense
from timeline.dates.values import CLOCK

ROUND = 40  # years: so many, in tens, are a round number
LATEST = 2035  # two digits are a year up to this one where nothing else tells


def read(rule, binds: dict) -> Sense | None:
    """The sense of a rule's words."""
    slots = {**rule.fixed, **binds}
    return OPERATORS[rule.means](slots)


def point(s: dict) -> Sense | None:
    """A calendar point, whole or partial: any of era, year, month, day, weekday, quarter, season, hour …"""
    f = {k: v for k, v in s.items() if k in POINT_FIELDS and v is not None}
    if "yearspan" in f:
        f["year"] = f.pop("yearspan")[0]
    if "daymonth" in f:
        f["day"], f["month"] = f.pop("daymonth")
    if "yy" in f:
        f["year"] = century_of(f["yy"])
    for key in ("wordyear", "smallyear", "earlyyear", "int"):
        if key in f:
            f["year"] = f.pop(key)
    if s.get("era") == "bc" and "year" in f:
        f["year"] = 1 - f["year"]
    if "nth" in s and {"month", "weekday"} <= set(f):
        f["holiday"] = f"{f.pop('month')}-{s['nth']}-{f.pop('weekday')}"
    if "day" in f and not _is_day(f.get("year", 2000), f.get("month", 1), f["day"]):
        return None
    if not 1 <= f.get("day", 1) <= 31:
        return None
    if f.get("quarter", 1) not in (1, 2, 3, 4) or f.get("half", 1) not in (1, 2):
        return None
    _clock(f, s)
    return Sense("TIME" if {"hour", "part"} & set(f) else "DATE", "point", f, s.get("mod", ""))


POINT_FIELDS = {"year", "yy", "wordyear", "smallyear", "earlyyear", "int", "month", "day", "weekday", "week", "quarter", "half",
                "season", "decade", "century", "holiday", "hour", "minute", "second", "part", "zone", "which", "fiscal",
                "daymonth", "yearspan", "weekend", "clock", "am", "pm", "meridiem", "era", "edge"}


def century_of(yy: int) -> int:
    """The full year of two digits where nothing else tells: 1936–2035."""
    return 1900 + yy if 2000 + yy > LATEST else 2000 + yy


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.month_length(year, month)


def valid_day(f: dict) -> bool:
    """Whether the fields' day exists in their month."""
    return _is_day(f.get("year") or 2000, f["month"], f["day"])


def _clock(f: dict, s: dict):
    """Fold clock, am, pm and meridiem into hour, minute, second."""
    meridiem = "am" if "am" in f else "pm" if "pm" in f else s.get("meridiem")
    time = f.pop("am", None) or f.pop("pm", None) or f.pop("clock", None)
    f.pop("meridiem", None)
    if time:
        f["hour"], f["minute"] = time[0], time[1]
        if time[2] is not None:
            f["second"] = time[2]
    if meridiem and "hour" in f and f["hour"] <= 12:
        f["hour"] = f["hour"] % 12 + (12 if meridiem == "pm" else 0)


def before(s: dict) -> Sense | None:
    """So many minutes before an hour: five minutes to noon."""
    n = s["number"]
    return point({"hour": s["hour"] - 1, "minute": 60 - n}) if isinstance(n, int) and 0 < n < 60 else None


def iso(s: dict) -> Sense | None:
    """An ISO date or month: iso = (year, month, day or None)."""
    y, m, d = s.get("iso") or s["isomonth"]
    return point({"year": y, "month": m, "day": d})


def numeric(s: dict) -> Sense | None:
    """12/06/2018 and its kin: which is day and which month its weekday or the document tells."""
    a, _, b, c = s["parts"]
    if len(a) == 4:
        return point({"year": int(a), "month": int(b), "day": int(c)}) if len(c) == 2 else None
    year = int(c) if len(c) == 4 else century_of(int(c))
    found = readings(int(a), int(b), year)
    off = {k: r for k, r in found.items() if "weekday" in s and calendar.weekday(calendar.day(*r)) + 1 != s["weekday"]}
    if 0 < len(off) < len(found):  # the weekday beside it tells
        return Sense("DATE", "point", {"year": year, "parts": {k: r for k, r in found.items() if k not in off}, "off": off})
    return Sense("DATE", "point", {"year": year, "parts": found}) if found else None


def span(s: dict) -> Sense | None:
    """Two points written as one: 1914-18, May 3–5, 27 and 28 February."""
    if "yearspan" in s:
        a, b = s["yearspan"]
        return Sense("DATE", "span", {"first": {"year": a}, "last": {"year": b}})
    if "decade" in s:
        return _ages("decade", s["decade"] // 10, s["until"] // 10, s.get("era", ""))
    if "from" in s or "smallspan" in s:
        a, b = s.get("smallspan") or (s["from"], s["until"])
        a, b = sorted((1 - a, 1 - b)) if s["era"] == "bc" else (a, b)
        return Sense("DATE", "span", {"first": {"year": a}, "last": {"year": b}}) if a < b else None
    if ("ordinal" in s or "n" in s) and "month" not in s:
        a, b = s.get("n") or s["ordinal"], s["until"]
        return _ages("century", a - 1, b - 1, s.get("era", "")) if 0 < a < 31 and 0 < b < 31 else None
    first, last = s.get("span") or (s["day"], s["until"])
    if not first < last <= 31 or s.get("adjacent") and last - first > 1:
        return None
    both = {k: s[k] for k in ("month", "year") if k in s}
    if not _is_day(both.get("year", 2000), both["month"], last):
        return None
    return Sense("DATE", "span", {"first": {**both, "day": first}, "last": {**both, "day": last}})


def _ages(unit: str, a: int, b: int, era: str) -> Sense | None:
    """From one decade or century to another; the era behind the last one is that of both, and before it they count down."""
    if era == "bc":
        a, b = max(a, b), min(a, b)
    if a == b or a > b and era != "bc":
        return None
    return Sense("DATE", "span", {"first": {unit: a, "era": era}, "last": {unit: b, "era": era}})


def hours(s: dict) -> Sense | None:
    """From one time of day to another: 2-4 p.m., from 9:30 to 11 a.m.; an hour that would come after its end is a morning's."""
    a, b = s.get("span") or s.get("smallspan") or (s["from"], s["until"])
    first, last = _time_of(a), _time_of(b)
    half = 12 if s.get("meridiem") == "pm" else 0
    if last["hour"] <= 12 and "meridiem" in s:
        last["hour"] = last["hour"] % 12 + half
        first["hour"] += half if first["hour"] < 12 and (first["hour"] + half, first["minute"]) < (last["hour"], last["minute"]) else 0
    if first["hour"] > 24 or last["hour"] > 24 or first == last:
        return None
    return Sense("TIME", "span", {"first": first, "last": last})


def _time_of(a) -> dict:
    """The fields of an hour, or of a clock's (hour, minute, second)."""
    return {"hour": a, "minute": 0} if isinstance(a, int) else {"hour": a[0], "minute": a[1]}


def decade(s: dict) -> Sense | None:
    """The 1990s (decade = 1990), the nineties (90), within a century or not."""
    value = s["decade"]
    if value % 10:
        return None
    if s.get("era"):
        return Sense("DATE", "point", {"decade": value // 10, "era": s["era"]}, s.get("mod", ""))
    if 100 <= value < 1000:
        return None
    if value < 100:
        value += (s.get("century") or (1900 if value >= 20 else 2000))
    return Sense("DATE", "point", {"decade": value // 10}, s.get("mod", ""))


def century(s: dict) -> Sense | None:
    """The nth century, of the common era or before it."""
    n = s.get("n") or s["ordinal"]
    if not isinstance(n, int) or not 1 <= n <= 30:
        return None
    return Sense("DATE", "point", {"century": n - 1, "era": s.get("era", "")}, s.get("mod", ""))


UNCOUNTED = {"second": "XXXX-XX-XX", "minute": "XXXX-XX-XX", "hour": "XXXX-XX-XX", "day": "XXXX-XX-XX", "night": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}


def shift(s: dict) -> Sense | None:
    """An anchor moved by n units: n may be 0 (this week), a number, or "X" (several years ago).

    `from` is "document" (ago, last, next, yesterday), "reference" (earlier, later, the next day), "topic" (the quarter
    a report is about) or "comparison" (that quarter, else the date before). `told`: from the document, but in a story
    from the date before; `open`: just over or to come, as the clause says; `unnamed`: a quarter without its number.
    """
    n = s.get("number", s.get("n", 1))
    unit = s["unit"]
    if n == "X" and s.get("uncounted"):
        return Sense("DATE", "reference", {"value": UNCOUNTED.get(unit, "XXXX")})
    if n == "X":
        past = s.get("way", 1) < 0
        return Sense("DATE", "reference", {"value": "PAST_REF" if past else "FUTURE_REF"}, s.get("mod", ""))
    f = {"n": n * s.get("way", 1), "unit": unit, "from": s.get("from", "document"), "open": s.get("open", False), "told": s.get("told", False), "unnamed": s.get("unnamed", False)}
    f.update({k: s[k] for k in ("part", "hour", "minute", "weekday", "month", "season", "quarter", "day") if k in s})
    mod = s.get("mod", "") or ("APPROX" if unit == "year" and n >= ROUND and n % 10 == 0 else "")
    return Sense("TIME" if unit in ("hour", "minute", "second") or "part" in s else "DATE", "shift", f, mod)


def boundary(s: dict) -> Sense | None:
    """The last or first day of a unit: the end of the month, year-end."""
    return Sense("DATE", "boundary", {"unit": s["unit"], "side": s["side"], "n": s.get("n", 0)})


def reference(s: dict) -> Sense | None:
    """PAST_REF, PRESENT_REF, FUTURE_REF."""
    return Sense("DATE", "reference", {"value": s["value"]})


def modify(s: dict) -> Sense | None:
    """An inner expression with a TIMEX3 mod: early, mid, late, about, at least."""
    inner = s.get("any") or s.get("date") or s.get("duration") or s.get("time") or s.get("set")
    return inner.with_(mod=s["mod"]) if inner.op != "reference" or s["mod"] in ("START", "MID", "END") else None


def edge(s: dict) -> Sense | None:
    """The first or last day (or week, month …) of a date: the day itself, or the date with a START or END."""
    date = s["date"]
    if s["side"] == "week":
        return date.with_(edge="week") if date.op == "point" and "day" in date.f and "part" not in date.f else None
    if date.op not in ("point", "shift") or "day" in date.f or date.f.get("unit") == "day" or "weekday" in date.f:
        return None
    if s.get("unit") == "day":
        return date.with_(edge=s["side"])
    return date.with_(mod="START" if s["side"] == "start" else "END")


def join(s: dict) -> Sense | None:
    """A day and a time of day, in either order, read as one TIME."""
    date, time = s["date"], s["time"]
    if date.op not in ("point", "shift") or time.op != "point" or "hour" in date.f or "part" in date.f and "hour" not in time.f:
        return None
    if not ({"day", "weekday", "holiday"} & set(date.f) or date.f.get("unit") == "day"):
        return None
    if date.f.get("part") in ("AF", "EV", "NI") and time.f["hour"] < 12:
        time = time.with_(hour=time.f["hour"] + 12)
    clock = {k: time.f[k] for k in CLOCK if k in time.f}
    both = {"both": (date.at, time.at)} if s.get("parts") else {}
    return Sense("TIME", date.op, {**date.f, **clock, **both}, date.mod)


def daypart(s: dict) -> Sense | None:
    """A part of a day: "the night of 10 August"."""
    date = s["date"]
    if date.op not in ("point", "shift") or not ({"day", "weekday", "holiday"} & set(date.f) or date.f.get("unit") == "day"):
        return None
    return date.with_(type="TIME", part=s["part"])


def narrow(s: dict) -> Sense | None:
    """A finer point within a coarser expression: "June last year", "the third quarter of 1998"."""
    outer, f = s["date"], {k: s[k] for k in ("month", "day", "quarter", "half", "season", "weekday", "holiday") if k in s}
    if outer.op == "shift" and outer.f["unit"] not in ("year", "week"):
        return None
    if "half" in f and outer.op == "point" and HALVED & set(outer.f):
        return outer.with_(mod="START/2" if f["half"] == 1 else "END/2") if "day" not in outer.f else None
    if outer.op == "point" and (set(outer.f) & set(f) or {"day", "weekday"} & set(outer.f)):
        return None
    return outer.with_(mod=s.get("mod", ""), **f) if outer.op in ("point", "shift") else None


HALVED = {"century", "decade", "month"}  # what has halves without a name of their own


def nothing(s: dict) -> Sense | None:
    """Words that are no time expression, consumed so that no part of them is read as one."""
    return Sense("", "nothing", {})


def topicyear(s: dict) -> Sense | None:
    """The quarter a report is about, in another year: "the 1988 period"."""
    f = {"year": s["year"], "quarter": s.get("quarter", "topic")}
    return Sense("DATE", "point", f)


OPERATORS = {"before": before, "topicyear": topicyear, "nothing": nothing, "point": point, "iso": iso, "numeric": numeric, "span": span, "hours": hours, "decade": decade, "century": century, "shift": shift, "boundary": boundary,
             "reference": reference, "duration": duration, "every": every, "recur": recur, "modify": modify, "join": join, "edge": edge, "daypart": daypart, "narrow": narrow}
