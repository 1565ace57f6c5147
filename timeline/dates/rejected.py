"""The readings of an expression that were not taken, each worked out and with the reason in plain words."""

from timeline import calendar
from timeline.dates import values, years
from timeline.dates.arithmetic import coarser, shifted
from timeline.dates.meaning import LATEST
from timeline.model import Alternative

STORY = "counted from the date before it, {}; these words count from the document's own date"
DOCUMENT = "counted from the document's own date; these words count from the date before them"
CENTURY = "the other century; two digits are a year up to {}"
WEEKENDS = {-1: "the weekend just over", 0: "the weekend of the document's own week", 1: "the weekend of the week after"}


def of(resolver, match, out, before: dict | None) -> tuple[Alternative, ...]:
    """The rejected readings of one resolved match; `before` is the date the text had named before it."""
    sense = match.sense
    if sense.op == "shift":
        found = _shift(resolver, sense.f, out, before)
    elif sense.op == "point" and "yy" in sense.f:
        found = _century(resolver, sense.f["yy"], out.value)
    elif sense.op == "point" and out.basis == "context" and resolver.published is not None:
        found = _own_year(resolver, match, sense.f)
    elif sense.op == "point" and sense.f.get("which") == "this" and "season" in sense.f and out.anchor:
        found = _other_season(sense.f, out)
    else:
        return ()
    return tuple(Alternative(value, why) for value, why in found if value and value != out.value)


def _shift(r, f: dict, out, before):
    published = r.published and values.of_day(r.published)
    if published and f["unit"] == "weekend" and out.basis == "relative":
        return _weekend(f, out, published)
    if out.basis == "context" or f["from"] == "reference" and out.value.startswith("XXXX"):
        return [(_counted(published, f), DOCUMENT)] if published else ()
    if before is None or before.get("year") is None or published is None:
        return ()
    if f["unit"] == "day" and abs(f["n"]) < 2:  # yesterday, today, tomorrow: only a story has a day of its own
        story = before if r.mode == "narrative" else None
        return [(values.timex({**before, **_clock(f)}), "the time the story has reached; these words mean the day of writing")] if story and not f["n"] else ()
    return [(_counted(before, f, True), STORY.format(values.timex(before)))] if not coarser(before, f["unit"]) else ()


def _counted(start: dict, f: dict, keep: bool = False) -> str:
    return values.timex(shifted(start, f["n"], f["unit"], f, keep))


def _clock(f: dict) -> dict:
    return {k: f[k] for k in ("part", "hour", "minute") if k in f}


def _weekend(f: dict, out, published: dict):
    """The weekend beside the one taken: "next weekend" may be the very next, "the weekend" the one just over or the one to come."""
    ways = {n: _counted(published, {**f, "n": n}) for n in WEEKENDS}
    taken = next((n for n, value in ways.items() if value == out.value), None)
    if taken is None or not f.get("open") and abs(f["n"]) > 1:
        return ()
    other = -1 if taken == 0 else 0
    return [(ways[other], f"{WEEKENDS[other]}; the words mean {WEEKENDS[taken]}")]


def _century(r, yy: int, value: str):
    if not value[:4].isdecimal():
        return ()
    year = int(value[:4])
    other = 1900 + yy if year >= 2000 else 2000 + yy
    if year not in (1900 + yy, 2000 + yy):  # the story's century
        return [(f"{1900 + yy}{value[4:]}", "the story is in another century")]
    last = LATEST if r.published is None else calendar.ymd(r.published)[0] + years.AHEAD
    return [(f"{other}{value[4:]}", CENTURY.format(last))] if not value.startswith("02-29", 5) or calendar.is_leap(other) else ()


def _own_year(r, match, f: dict):
    """A date whose year the story gave, in the year the document's own date would have given it."""
    if "year" in f or f.get("which") or not {"month", "season"} & set(f) or "holiday" in f:
        return ()
    f = {k: v for k, v in f.items() if k not in ("follows", "until")}
    year, _ = r.choose_year(f, "", r.published, "relative", match)
    return [(values.timex({**f, "year": year}), "by the document's own date; the story is in another year")]


def _other_season(f: dict, out):
    year = int(out.value[:4])
    other = year - 1 if values.window(out.value)[1] >= calendar.day(*map(int, out.anchor.split("-"))) else year + 1
    return [(values.timex({"season": f["season"], "year": other}), "already over" if other < year else "not yet begun")]
