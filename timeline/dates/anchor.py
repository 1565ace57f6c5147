"""Senses -> values: each partial expression completed against the document's date or the date before it."""

from timeline import calendar
from timeline.dates import arithmetic, context, values
from timeline.dates.arithmetic import (
    UNIT_DAYS, coarser, covers, first_day, holiday, middle, moved, named_weekday, of_edge, weekday_of,
)
from timeline.dates.coordinate import later_in_year
from timeline.dates.meaning import century_of
from timeline.model import Alternative

UNDECIDED = 200  # days: two readings whose distances differ by less are decided by tense
SOON = 45  # days: a date so little ahead may follow a past verb ("announced it would open Dec. 7")
AHEAD = 5  # years: a two-digit year lies no further ahead of the document
ENDED = 60  # days: "this winter" is the one so recently over, in a clause that looks back
GOES_ON = 30  # days: a story's next date lies within so many of the last
NEAR = 500  # characters: in news a time of day leans on a day named so near
SINCE_JANUARY = ("P6M", "P9M")  # lengths by which a report turns from its quarter to the year so far
REPORTING_LAG = 60  # days: a quarter is spoken of when its figures come out


class Resolved:
    """A value with the story of how it was come by."""

    __slots__ = ("value", "basis", "anchor", "alternatives", "reason")

    def __init__(self, value: str, basis="explicit", anchor="", alternatives=(), reason=""):
        self.value, self.basis, self.anchor, self.alternatives, self.reason = value, basis, anchor, alternatives, reason


class Resolver:
    """Resolves the senses of one document in text order, carrying the last date along."""

    def __init__(self, grammar, tokens, published: int | None, mode: str, order: str):
        self.g, self.t, self.published, self.mode, self.order = grammar, tokens, published, mode, order
        self.ref: dict | None = None    # the last date named
        self.story: dict | None = None  # the last date named with its month
        self.ref_end = 0  # where in the text that stands
        self.topic: dict | None = None  # the last quarter named: what a report compares with

    def resolve(self, match) -> Resolved:
        """The value of one match; the date it names becomes the reference of what follows."""
        before = self.ref
        out = getattr(self, "_" + match.sense.op)(match.sense, match)
        if self.ref is not before:
            self.ref_end = self.t.ends[match.j - 1]
        return out

    # -- what needs no anchor -------------------------------------------------------------------
    def _reference(self, sense, match):
        return Resolved(sense.f["value"], reason="it names no day")

    def _duration(self, sense, match):
        if self.topic and sense.f["value"] in SINCE_JANUARY:
            self.ref, self.topic = {"year": self.topic["year"]}, None
        return Resolved(sense.f["value"], reason="a length of time, not a day")

    def _set(self, sense, match):
        return Resolved(sense.f["value"], reason="something that recurs, not a day")

    # -- points ---------------------------------------------------------------------------------
    def _point(self, sense, match):
        f = dict(sense.f)
        if "yy" in f:
            f["year"] = self._century(f.pop("yy"))
        if "parts" in f:
            readings = f.pop("parts")
            order = self.order if self.order in readings else next(iter(readings))
            f["year"], f["month"], f["day"] = readings[order]
            others = tuple(Alternative(values.timex({"year": y, "month": m, "day": d}), f"read in the order {o}")
                           for o, (y, m, d) in readings.items() if o != order and (y, m, d) != readings[order])
            return self._keep(f, Resolved("", alternatives=others))
        if "holiday" in f:
            return self._holiday(f, match)
        if f.get("quarter") == "topic":
            f["quarter"] = self.topic["quarter"] if self.topic else "X"
            return self._keep(f, Resolved("", "context"), topical=False)
        if "year" in f or "decade" in f or "century" in f:
            return self._keep(f, Resolved(""))
        if "month" in f or "season" in f or "quarter" in f or "half" in f:
            return self._yearless(f, match)
        if "weekday" in f:
            return self._weekday(f, match)
        if "day" in f:
            return self._day_of_month(f, match)
        return self._time_only(f, match)

    def _century(self, yy: int) -> int:
        """The full year of '98: the latest that is not well after the document, or 1936–2035 where it has no date."""
        if self.published is None:
            return century_of(yy)
        return 2000 + yy if 2000 + yy <= calendar.ymd(self.published)[0] + AHEAD else 1900 + yy

    def _keep(self, f: dict, out: Resolved, topical: bool = True) -> Resolved:
        if side := f.pop("edge", ""):
            first, last = values.window(values.timex(f))
            f = of_edge(first, last, side) if first is not None else f
        out.value = values.timex(f)
        if "century" not in f and "decade" not in f:
            self.ref = {k: v for k, v in f.items() if k not in ("hour", "minute", "second", "part", "zone")}
            if "month" in f:
                self.story = self.ref
            if "quarter" in f and topical and not (self.topic and arithmetic.is_running(f, self.published)):
                self.topic = f
        return out

    def _span(self, sense, match):
        """Two points: the value is "first/last", each a TIMEX3 value."""
        f, g = dict(sense.f["first"]), dict(sense.f["last"])
        if "year" in f or "century" in f:
            self._keep(f, Resolved(""))
            return Resolved(f"{values.timex(f)}/{values.timex(g)}")
        if "hour" in f:
            out = self._time_only(g, match)
            out.value = f"{self._time_only(f, match).value}/{out.value}"
            return out
        out = self._yearless(g, match)
        out.value = f"{out.value[:-2]}{f['day']:02d}/{out.value}"
        return out

    def _holiday(self, f, match):
        rule = f.pop("holiday")
        year = f.pop("year", None)
        if year is not None:
            return self._keep({**f, **holiday(rule, year)}, Resolved(""))
        some = holiday(rule, 2001)  # any year: where in the year it falls, to choose the year by
        base = self._yearless({**f, "month": some["month"], "day": some["day"]}, match)
        if base.value[:4].isdecimal():
            return self._keep({**f, **holiday(rule, int(base.value[:4]))}, base)
        return base

    def _yearless(self, f, match):
        """A month, day and month, season or quarter without its year."""
        which, until = f.pop("which", ""), f.pop("until", None)
        if (f.pop("follows", False) or which == "same") and self.ref and self.ref.get("year") is not None:
            return self._keep({**f, "year": self.ref["year"]}, Resolved("", "context", values.timex(self.ref)))
        anchor, basis = self._anchor_for(which)
        if anchor is None:
            return Resolved(values.timex(f), "relative", reason=_unknown(f))
        year, rejected = self._choose_year(until or f, which, anchor, basis, match)
        if until and later_in_year(f, until):
            year -= 1
        alternatives = tuple(Alternative(values.timex({**f, "year": y}), why) for y, why in rejected)
        out = Resolved("", basis, calendar.iso(anchor), alternatives)
        return self._keep({**f, "year": year}, out)

    def _anchor_for(self, which: str):
        """(anchor day, basis) for a partial date: the date before in narrative, else the document's."""
        told = which in ("previous", "following", "same")
        if told or self.mode == "narrative" and not which:
            if self.ref and self.ref.get("year") is not None:
                return middle(self.ref) if which == "following" else first_day(self.ref), "context"
        return self.published, "relative"

    def _choose_year(self, f, which, anchor, basis, match):
        year = calendar.ymd(anchor)[0]
        sign = {"past": -1, "previous": -1, "future": 1, "following": 1}.get(which)
        if basis == "context" and not sign:
            return self._going_on(f) or year, []
        if which == "this":
            return self._this(f, anchor, year, match), []
        years = (year - 1, year, year + 1)
        if f.get("month") == 2 and f.get("day") == 29:
            years = [y for y in range(year - 8, year + 9) if calendar.is_leap(y)]
        starts = {y: first_day({**f, "year": y}) for y in years}
        current = year if covers({**f, "year": year}, anchor) else None
        if sign:
            return self._forced(starts, anchor, sign, current)
        if current is not None:
            return current, []
        width = 15 if "month" in f and "day" not in f else 45 if "month" not in f else 0
        width += REPORTING_LAG if "quarter" in f else 0
        near = sorted(starts, key=lambda y: (abs(starts[y] + width - anchor), y))
        pick = self._by_tense(starts, near, width, anchor, match)
        rejected = [(y, "farther from the document's date" if y != near[0] else _speaks_of(pick > y))
                    for y in near[:2] if y != pick]
        return pick, rejected

    def _going_on(self, f) -> int | None:
        """The year in which a date goes on from the last one with a month, over New Year or past a year named by the way."""
        if not self.story or "month" not in f:
            return None
        told = first_day(self.story)
        years = (y for y in (self.story["year"], self.story["year"] + 1) if 0 <= first_day({**f, "year": y}) - told <= GOES_ON)
        return next(years, None)

    def _this(self, f, anchor: int, year: int, match) -> int:
        """The year of "this winter": the one that is on or, in a clause that looks back, just over."""
        last = values.window(values.timex({**f, "year": year - 1}))[1]
        back = context.direction(self.g, self.t, match.i, match.j) < 0
        return year - 1 if last is not None and "season" in f and last >= anchor - (ENDED if back else 0) else year

    def _by_tense(self, starts, near, width, anchor, match):
        """The nearest year, unless the tense of the clause points the other way."""
        close = abs(abs(starts[near[0]] + width - anchor) - abs(starts[near[1]] + width - anchor)) < UNDECIDED
        tense = context.direction(self.g, self.t, match.i, match.j)
        if tense > 0 and close:
            return min(y for y in starts if starts[y] > anchor)
        if tense < 0 and (close or tense < -1 and starts[near[0]] - anchor > SOON):
            return max(y for y in starts if starts[y] <= anchor)
        return near[0]

    def _forced(self, starts, anchor, sign, current):
        fit = [y for y, day in starts.items() if (day < anchor if sign < 0 else day > anchor) and y != current]
        pick = max(fit) if sign < 0 else min(fit)
        other = [(y, "not before the document's date" if sign < 0 else "not after the document's date") for y in starts if y == pick - sign]
        return pick, other

    def _weekday(self, f, match):
        which, wd = f.pop("which", ""), f.pop("weekday")
        told = which in ("previous", "following") and self.ref and "day" in self.ref
        anchor = first_day(self.ref) if told else self.published if which else self._day_anchor()
        if anchor is None:
            return Resolved(f"XXXX-WXX-{wd}" + values.clock(f), "relative", reason="a weekday of an unknown week")
        if (day := f.pop("day", None)) and (named := named_weekday(anchor, wd, day)):
            return self._keep({**f, **values.of_day(named)}, Resolved("", "relative", calendar.iso(anchor)))
        back = (calendar.weekday(anchor) + 1 - wd) % 7
        before, after = anchor - back, anchor - back + 7
        if which in ("past", "previous"):
            pick, other = (before - 7, before) if not back else (before, after)
        elif which in ("future", "following"):
            pick, other = after, before
        else:
            tense = context.direction(self.g, self.t, match.i, match.j, planned=True)
            pick, other = (after, before) if tense > 0 and back else (before, after)
        why = _speaks_of(pick > other) if not which else f"the words ask for {ASKED[which]}"
        basis = "relative" if anchor == self.published else "context"
        out = Resolved("", basis, calendar.iso(anchor), (Alternative(calendar.iso(other), why),))
        return self._keep({**f, **values.of_day(pick)}, out)

    def _day_of_month(self, f, match):
        """"On the 6th": of the month the text is in, or the one next to the document's day that the clause asks for."""
        told = self.ref and "month" in self.ref and (self.mode == "narrative" or self.t.starts[match.i] - self.ref_end < NEAR)
        if told:
            return self._keep({**self._month_with(self.ref, f["day"], 1), **f}, Resolved("", "context", values.timex(self.ref)))
        if self.published is None:
            return Resolved(values.timex({**f, "year": None}), "relative", reason="a day of an unknown month")
        here = values.of_day(self.published)
        ahead = f["day"] > here["day"] and context.direction(self.g, self.t, match.i, match.j) < 0
        behind = f["day"] < here["day"] and context.direction(self.g, self.t, match.i, match.j) > 0
        month = moved(here, -1 if ahead else 1 if behind else 0, "month")
        return self._keep({**self._month_with(month, f["day"], -1 if ahead else 1), **f}, Resolved("", "relative", calendar.iso(self.published)))

    @staticmethod
    def _month_with(start: dict, day: int, way: int) -> dict:
        """The month of `start`, or the first on its way that has such a day."""
        while day > calendar.month_length(start["year"], start["month"]):
            start = moved(start, way, "month")
        return {"year": start["year"], "month": start["month"]}

    def _day_anchor(self):
        if self.mode == "narrative" and self.ref and "day" in self.ref:
            return first_day(self.ref)
        return self.published

    def _time_only(self, f, match):
        near = self.mode == "narrative" or self.t.starts[match.i] - self.ref_end < NEAR
        base = self.ref if self.ref and "day" in self.ref and near else None
        if base is None and self.published is not None:
            base = values.of_day(self.published)
        if base is None:
            return Resolved(values.timex(f), "relative", reason="a time of day of an unknown day")
        return Resolved(values.timex({**base, **f}), "relative" if base is not self.ref else "context", values.timex(base))

    # -- shifts ---------------------------------------------------------------------------------
    def _shift(self, sense, match):
        f = dict(sense.f)
        n, unit, source = f.pop("n"), f.pop("unit"), f.pop("from")
        if f.pop("told", False) and source == "document" and self.mode == "narrative" and context.direction(self.g, self.t, match.i, match.j) <= 0:
            source = "reference"
        base = {"reference": self.ref, "topic": self.topic, "comparison": self.topic or self.ref}.get(source)
        if unknown := self._unanchored(base, source, n, unit, f):
            return unknown
        if source in ("topic", "comparison") and base is None and unit == "quarter":
            return self._keep({"year": calendar.ymd(self.published)[0], "quarter": "X"}, Resolved("", "relative", calendar.iso(self.published)))
        start = base or values.of_day(self.published)
        if f.pop("open", False) and self.published is not None:
            n = self._open_weekend(match)
        point = moved(start, n, unit, keep=base is not None)
        if f.pop("unnamed", False):  # a quarter the text gives no number
            point = {"year": point["year"], "quarter": "X"}
        out = Resolved("", "context" if base else "relative", values.timex(start))
        extra = {k: v for k, v in f.items() if k in ("part", "hour", "minute", "month", "season", "quarter", "half", "day", "holiday", "edge")}
        if "weekday" in f:
            point = weekday_of(point, f["weekday"])
        if "holiday" in extra:
            extra = {**extra, **holiday(extra.pop("holiday"), point["year"])}
        if {"month", "season", "quarter", "half"} & set(extra):
            point = {"year": point["year"]}
        if self.mode == "narrative" and source == "document":
            out.value = values.timex({**point, **extra})
            return out
        return self._keep({**point, **extra}, out, topical=False)

    def _unanchored(self, base, source, n, unit, f) -> Resolved | None:
        """A shift that has nothing to count from, or only something coarser than its unit: no day is invented."""
        blank = "XXXX-XX-XX" if unit in UNIT_DAYS or unit in ("hour", "minute", "second") else "XXXX"
        if base is None and source == "reference" and n > 0:
            return Resolved(blank, "relative", reason="it counts from a date the text has not named")
        if base is None:
            return None if self.published is not None else Resolved(blank, "relative", reason="relative to a document's date that is not known")
        if not coarser(base, unit):
            return None
        value = values.timex({k: v for k, v in base.items() if k in ("year", "month")}) + ("-XX" if unit == "month" or "month" in base else "-XX-XX")
        return Resolved(value + values.clock(f), "context", values.timex(base), reason="it counts from a date that names no day")

    def _open_weekend(self, match) -> int:
        """"The weekend" is the one just past until the week is old, unless the clause looks ahead."""
        tense, day = context.direction(self.g, self.t, match.i, match.j), calendar.weekday(self.published)
        return 0 if tense > 0 or day > 4 or day == 4 and not tense else -1

    def _boundary(self, sense, match):
        told = self.mode == "narrative" and self.ref
        if self.published is None and not told:
            return Resolved("XXXX-XX-XX", "relative", reason="relative to a document's date that is not known")
        start = self.ref if told else values.of_day(self.published)
        point = moved(start, sense.f["n"], sense.f["unit"])
        first, last = values.window(values.timex(point))
        day = last if sense.f["side"] == "end" else first
        return self._keep(values.of_day(day), Resolved("", "context" if told else "relative", values.timex(start)))


ASKED = {"past": "one in the past", "future": "one in the future", "previous": "the one before", "following": "the one after", "this": "this one"}


def _speaks_of(future: bool) -> str:
    return f"the clause speaks of the {'future' if future else 'past'}"


def _unknown(f: dict) -> str:
    name = calendar.MONTHS[f["month"] - 1] if "month" in f else "a season" if "season" in f else "a quarter"
    return (f"{f['day']} " if "day" in f else "") + f"{name}, year unknown"
