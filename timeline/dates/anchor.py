"""Senses -> values: each partial expression completed against the document's date or the date before it."""

from timeline import calendar
from timeline.dates import arithmetic, context, older, rejected, values, years
from timeline.dates.arithmetic import UNIT_DAYS, around, coarser, first_day, holiday, middle, moved, of_edge, shifted
from timeline.dates.coordinate import later_in_year
from timeline.dates.meaning import century_of
from timeline.dates.story import Story
from timeline.model import Alternative

NEAR = 500  # characters: in news a time of day leans on a day named so near
SINCE_JANUARY = ("P6M", "P9M")  # lengths by which a report turns from its quarter to the year so far


class Resolved:
    """A value with the story of how it was come by."""

    __slots__ = ("value", "basis", "anchor", "alternatives", "reason")

    def __init__(self, value: str, basis="explicit", anchor="", alternatives=(), reason=""):
        self.value, self.basis, self.anchor, self.alternatives, self.reason = value, basis, anchor, alternatives, reason


class Resolver:
    """Resolves the senses of one document in text order, carrying the last date along."""

    def __init__(self, grammar, tokens, published: int | None, mode: str, order, explain: bool = True):
        self.g, self.t, self.published, self.mode, self.order, self.explain = grammar, tokens, published, mode, order, explain
        self.ref: dict | None = None  # the last date named
        self.ref_end = 0  # where in the text it ends
        self.story = Story(grammar, tokens)
        self.topic: dict | None = None  # the last quarter named: what a report compares with

    def resolve(self, match) -> Resolved:
        """The value of one match; the date it names becomes the reference of what follows."""
        if self.mode == "narrative":
            self.ref = self.story.before(match.i)
        before = self.ref
        out = getattr(self, "_" + match.sense.op)(match.sense, match)
        if self.explain and not out.alternatives:
            out.alternatives = rejected.of(self, match, out, before)
        if self.ref is not before:
            self.ref_end = self.t.ends[match.j - 1]
            if out.basis != "relative":
                self.story.name(self.ref, match.i, match.j, "year" in match.sense.f)
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
            (f["year"], f["month"], f["day"]), others = self.order.read(f.pop("parts"), f.pop("off", {}))
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
        """The full year of '98: the one nearest to the story; else the latest not well after the document, or 1936–2035."""
        if self.mode == "narrative" and self.story.main:
            year = self.story.main["year"]
            return min((year - year % 100 + yy + c for c in (-100, 0, 100)), key=lambda y: abs(y - year))
        if self.published is None:
            return century_of(yy)
        return 2000 + yy if 2000 + yy <= calendar.ymd(self.published)[0] + years.AHEAD else 1900 + yy

    def _keep(self, f: dict, out: Resolved, topical: bool = True) -> Resolved:
        if side := f.pop("edge", ""):
            first, last = values.window(values.timex(f))
            f = of_edge(first, last, side) if first is not None else f
        out.value = values.timex(f)
        if "century" not in f and "decade" not in f:
            self.ref = values.date_of(f)
            if "quarter" in f and topical and not (self.topic and arithmetic.is_running(f, self.published)):
                self.topic = f
        return out

    def _span(self, sense, match):
        """Two points: the value is "first/last", each a TIMEX3 value."""
        f, g = dict(sense.f["first"]), dict(sense.f["last"])
        if {"year", "decade", "century"} & set(f):
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
        which, until, closes = f.pop("which", ""), f.pop("until", None), f.pop("closes", False)
        if (f.pop("follows", False) or closes or which == "same") and self.has_year():
            year = self.ref["year"] + (closes and later_in_year(self.ref, f))
            return self._keep({**f, "year": year}, Resolved("", "context", values.timex(self.ref)))
        if not which and (year := older.year_of(self, f, match)) is not None:
            return self._keep({**f, "year": year}, Resolved("", "context", values.timex(self.ref)))
        anchor, basis = self._anchor_for(which)
        if anchor is None:
            return Resolved(values.timex(f), "relative", reason=values.unknown(f))
        year, others = self.choose_year(until or f, which, anchor, basis, match)
        if until and later_in_year(f, until):
            year -= 1
        alternatives = tuple(Alternative(values.timex({**f, "year": y}), why) for y, why in others)
        out = Resolved("", basis, calendar.iso(anchor), alternatives)
        return self._keep({**f, "year": year}, out)

    def _anchor_for(self, which: str):
        """(anchor day, basis) for a partial date: the date before in narrative, else the document's."""
        told = which in ("previous", "following", "same")
        if told or self.mode == "narrative" and not which:
            if self.has_year():
                return middle(self.ref) if which == "following" else first_day(self.ref), "context"
        return self.published, "relative"

    def choose_year(self, f, which, anchor, basis, match):
        """The year for the fields `f`, and the others considered with why not: the story's own, else as `years.choose`."""
        if basis == "context" and which not in years.SIGNS:
            return self.story.year(f) or calendar.ymd(anchor)[0], []
        return years.choose(f, which, anchor, lambda: self.tense(match))

    def tense(self, match, planned: bool = False) -> int:
        return context.direction(self.g, self.t, match.i, match.j, planned)

    def _weekday(self, f, match):
        which, wd = f.pop("which", ""), f.pop("weekday")
        told = which in ("previous", "following") and self.ref and "day" in self.ref
        told = told or "day" in f and self._near_month(match)
        anchor = first_day(self.ref) if told else self.published if which else self._day_anchor(match)
        if anchor is None:
            return Resolved(f"XXXX-WXX-{wd}" + values.clock(f), "relative", reason="a weekday of an unknown week")
        before, after = around(anchor, wd, f.get("day"))
        back = anchor - before
        if which in ("past", "previous"):
            pick, other = (before - 7, before) if not back else (before, after)
        elif which in ("future", "following"):
            pick, other = after, before
        else:
            tense = 0 if told else self.tense(match, planned=True)
            pick, other = (after, before) if (tense > 0 or tense == 0 and "day" in f and after - anchor < back) and back else (before, after)
        why = years.speaks_of(pick > other) if not which else f"the words ask for {ASKED[which]}"
        basis = "relative" if anchor == self.published else "context"
        out = Resolved("", basis, calendar.iso(anchor), (Alternative(calendar.iso(other), why),))
        return self._keep({**f, **values.of_day(pick)}, out)

    def _day_of_month(self, f, match):
        """"On the 6th": of the month the text is in, or the one next to the document's day that the clause asks for."""
        if self._near_month(match):
            return self._keep({**self._month_with(self.ref, f["day"], 1), **f}, Resolved("", "context", values.timex(self.ref)))
        if self.published is None:
            return Resolved(values.timex({**f, "year": None}), "relative", reason="a day of an unknown month")
        here = values.of_day(self.published)
        ahead = f["day"] > here["day"] and self.tense(match) < 0
        behind = f["day"] < here["day"] and self.tense(match) > 0
        month = moved(here, -1 if ahead else 1 if behind else 0, "month")
        return self._keep({**self._month_with(month, f["day"], -1 if ahead else 1), **f}, Resolved("", "relative", calendar.iso(self.published)))

    def _near_month(self, match) -> bool:
        """Whether the text has just named a month that a day of the month may lie in."""
        return bool(self.ref) and "month" in self.ref and self.near(match)

    def near(self, match) -> bool:
        """Whether the last date named stands near enough to lean on: in a story always."""
        return self.mode == "narrative" or self.t.starts[match.i] - self.ref_end < NEAR

    def has_year(self) -> bool:
        return bool(self.ref) and self.ref.get("year") is not None

    @staticmethod
    def _month_with(start: dict, day: int, way: int) -> dict:
        """The month of `start`, or the first on its way that has such a day."""
        while day > calendar.month_length(start["year"], start["month"]):
            start = moved(start, way, "month")
        return {"year": start["year"], "month": start["month"]}

    def _day_anchor(self, match):
        if self._begun() and not older.left_behind(self, match):
            return first_day(self.ref) if "day" in self.ref else None
        return self.published

    def _begun(self) -> bool:
        """Whether a story tells of its own days, not of those around its publication."""
        return self.mode == "narrative" and self.has_year()

    def _time_only(self, f, match):
        base = self.ref if self.ref and "day" in self.ref and self.near(match) else None
        if base and not older.holds(self, match):
            return Resolved(values.timex(f), "relative", reason=f"a time of day; the day named before it, {values.timex(base)}, is of another story")
        if base is None and self._begun():
            return Resolved(values.some_day(self.ref) + values.clock(f), "context", values.timex(self.ref), reason="the story names no day")
        if base is None and self.published is not None:
            base = values.of_day(self.published)
        if base is None:
            return Resolved(values.timex(f), "relative", reason="a time of day of an unknown day")
        return Resolved(values.timex({**base, **f}), "relative" if base is not self.ref else "context", values.timex(base))

    # -- shifts ---------------------------------------------------------------------------------
    def _shift(self, sense, match):
        f = dict(sense.f)
        n, unit, source = f.pop("n"), f.pop("unit"), f.pop("from")
        if f.pop("told", False) and source == "document" and self.mode == "narrative" and self.tense(match) <= 0:
            source = "reference"
        ref = self.story.named if self.mode == "narrative" and not n else self.ref
        base = {"reference": ref, "topic": self.topic, "comparison": self.topic or self.ref}.get(source)
        if unknown := self._unanchored(base, source, n, unit, f):
            return unknown
        if source in ("topic", "comparison") and base is None and unit == "quarter":
            return self._keep({"year": calendar.ymd(self.published)[0], "quarter": "X"}, Resolved("", "relative", calendar.iso(self.published)))
        start = base or values.of_day(self.published)
        if f.pop("open", False) and self.published is not None:
            n = self._open_weekend(match)
        point = shifted(start, n, unit, f, keep=base is not None)
        out = Resolved("", "context" if base else "relative", values.timex(start))
        if self.mode == "narrative" and source == "document":
            out.value = values.timex(point)
            return out
        return self._keep(point, out, topical=False)

    def _unanchored(self, base, source, n, unit, f) -> Resolved | None:
        """A shift that has nothing to count from, or only something coarser than its unit: no day is invented."""
        blank = "XXXX-XX-XX" if unit in UNIT_DAYS or unit in ("hour", "minute", "second") else "XXXX"
        if base is None and source == "reference" and n > 0:
            return Resolved(blank, "relative", reason="it counts from a date the text has not named")
        if base is None:
            return None if self.published is not None else Resolved(blank, "relative", reason="relative to a document's date that is not known")
        if not coarser(base, unit):
            return None
        near = base if abs(n) < 2 else {"year": base["year"]}  # so many days on it may be another month
        value = values.timex({"year": base["year"]}) + "-XX" if unit == "month" else values.some_day(near)
        return Resolved(value + values.clock(f), "context", values.timex(base), reason="it counts from a date that names no day")

    def _open_weekend(self, match) -> int:
        """"The weekend" is the one just past until the week is old, unless the clause looks ahead."""
        tense, day = self.tense(match), calendar.weekday(self.published)
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
