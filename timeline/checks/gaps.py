"""Silences that are unusual for this collection, or for one actor in it.

A silence is the days between two windows with no window in between: an event dated "June 2018" covers its month, a span
all of its days. It is unusual against the collection's own rhythm, by three tests that it must pass together, since
events come in bursts and the early part of a chronology is thinner than the late one:

- against all other waits, as draws of one exponential law: the predictive chance of so long a wait, (1 + x / S)^-k with S
  the sum of the k other waits, the longest tenth left out, times the number of waits (Bonferroni), must be small;
- against silences of its own scale: days of steady telling must outweigh them, or they must be much shorter;
- against its neighbours: it must be much longer than the usual wait just before it and just after it.
"""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from timeline import calendar
from timeline.calendar import PLAIN, Wording

TITLE, ORDER = "Gaps", 20
_TEXT = pd.StringDtype(na_value=pd.NA)
COLUMNS = {
    "actor": _TEXT,  # whose silence; "" for the whole collection
    "start": _TEXT, "end": _TEXT,  # the first and last silent day, ISO 8601
    "first_day": "int64", "last_day": "int64", "days": "int64",
    "length": _TEXT,  # in words: "14 months"
    "before_id": _TEXT, "before": _TEXT, "after_id": _TEXT, "after": _TEXT,  # the events on both sides, with their titles
    "expected": "float64",  # days: the usual wait here
    "ratio": "float64",  # days / expected
    "chance": "float64",  # of so long a wait among so many, were events told at the usual rate
    "published": "int64",  # documents published in that time; -1 where their dates were not given
    "shared": bool,  # an actor's silence in which the whole collection is silent too
    "said": _TEXT,
}
FEWEST = 4  # events: of fewer no rhythm can be told
_CHANCE = 0.05  # the whole collection's; the actors share another (Bonferroni)
_RATIO = 3.0
_WIDE = 366  # days: a longer window that is no span says too little of when
_AROUND = 5  # waits on either side that make the local rhythm
_REACH = 3  # times its length on either side of a silence is looked at for …
_SCALE = 8  # … silences down to an eighth of one are of its scale
_FEW = 0.1  # of the events: so few on one side of a silence may be but the background of the rest …
_LONE, _MANY = 10, 30  # … if it is ten times as long as the rest lasts; three times, where there are many events


class _Stretch(NamedTuple):
    """Days without a break between windows; the rows of the events that begin and end it."""

    first: int
    last: int
    opens: int
    closes: int
    events: int


def check(tables) -> pd.DataFrame:
    """As `gaps`, for the tables of `timeline.checks`."""
    return gaps(tables.events, tables.documents)


def gaps(frame: pd.DataFrame, documents: pd.DataFrame | None = None) -> pd.DataFrame:
    """The unusual silences with COLUMNS: the whole collection's, then the actors'; in each the most unusual first.

    `frame`: events as `timeline.frame.events_frame` makes them. `documents`: as `timeline.frame.documents_frame`, to count
    those published during a silence. None is found among fewer than four dated events or in an even rhythm.
    """
    told = _dated(frame)
    published = None if documents is None else sorted(filter(None, map(_day, documents["published"])))
    whole = list(_unusual(told, "", _CHANCE))
    rows = [_row(told, gap, published, False) for gap in whole]
    silent = sorted((gap.first, gap.last) for gap in whole)
    actors = _by_actor(told)
    for actor, places in actors:
        for gap in _unusual(told.iloc[places], actor, _CHANCE / len(actors)):
            rows.append(_row(told, gap, published, _lies_in(gap, silent)))
    rows.sort(key=lambda row: (row["actor"] != "", -row["ratio"], row["first_day"], row["actor"]))
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=dtype) for name, dtype in COLUMNS.items()})


def _dated(frame: pd.DataFrame) -> pd.DataFrame:
    """The events whose windows say when, in time's order; index 0, 1, 2 …"""
    known = frame[frame["first_day"].notna() & frame["last_day"].notna()]
    wide = (known["last_day"] - known["first_day"]).ge(_WIDE) & known["kind"].ne("interval")
    columns = ["event_id", "title", "actors", "first_day", "last_day"]
    known = known.loc[~wide.astype(bool), columns].astype({"first_day": "int64", "last_day": "int64"})
    return known.sort_values(["first_day", "last_day", "event_id"], kind="stable").reset_index(drop=True)


def _by_actor(told: pd.DataFrame) -> list[tuple[str, list[int]]]:
    """(actor, places of his events in `told`), of those who have enough of them, in alphabetical order."""
    found = defaultdict(list)
    for place, names in enumerate(told["actors"]):
        for name in dict.fromkeys(names):
            found[name].append(place)
    return sorted((name, places) for name, places in found.items() if len(places) >= FEWEST)


# -- the silences --------------------------------------------------------------------------------

class _Gap(NamedTuple):
    actor: str
    first: int
    last: int
    before: int
    after: int
    expected: float
    chance: float

    @property
    def days(self) -> int:
        return self.last - self.first + 1


def _unusual(told: pd.DataFrame, actor: str, most: float):
    if len(told) < FEWEST:
        return
    stretches = _stretches(told)
    waits = np.array([b.first - a.last for a, b in zip(stretches, stretches[1:], strict=False)], dtype=float)
    if not len(waits):
        return
    every = _with_idle(waits, stretches, told["first_day"].to_numpy())
    for place in np.argsort(-waits, kind="stable"):
        wait = waits[place]
        chance, usual = _against_all(wait, every)
        if chance > most or wait < _RATIO * usual:
            if chance > most:
                break  # the shorter ones are likelier still
            continue
        near = _near(waits, int(place))
        if wait >= _RATIO * near and _stands_out(wait, int(place), waits, stretches) and not _is_background(stretches, int(place)):
            left, right = stretches[place], stretches[place + 1]
            yield _Gap(actor, left.last + 1, right.first - 1, left.closes, right.opens, max(usual, near), chance)


def _stretches(told: pd.DataFrame) -> list[_Stretch]:
    """The told days as stretches without a break, in time's order; rows are labels of `told`."""
    found: list[_Stretch] = []
    for label, first, last in zip(told.index, told["first_day"], told["last_day"], strict=True):
        if found and first <= found[-1].last + 1:
            held = found[-1]
            closes = label if last > held.last else held.closes
            found[-1] = _Stretch(held.first, max(held.last, last), held.opens, closes, held.events + 1)
        else:
            found.append(_Stretch(first, last, label, label, 1))
    return found


def _with_idle(waits: np.ndarray, stretches: list[_Stretch], firsts: np.ndarray) -> np.ndarray:
    """All waits between events in rising order; within a stretch from the first day of one to that of the next."""
    inside = np.ones(len(firsts) - 1, dtype=bool)
    inside[np.cumsum([one.events for one in stretches])[:-1] - 1] = False
    return np.sort(np.concatenate([waits, np.maximum(np.diff(firsts)[inside], 1)]))


def _against_all(wait: float, every: np.ndarray) -> tuple[float, float]:
    """(chance, the mean of the other waits): the predictive tail of an exponential law, times the number of waits."""
    left_out = max(len(every) // 10, 1)
    others = every[:max(len(every) - left_out, 1)]
    total, count = float(others.sum()) / _kept((left_out - 1) / max(len(every) - 1, 1)), len(others)
    return min(1.0, len(every) * (1 + wait / total) ** -count), total / count


def _kept(share: float) -> float:
    """What the mean of exponential waits becomes when this share of them, the longest, is left out."""
    return (1 - share * (1 - math.log(share))) / (1 - share) if share else 1.0


def _near(waits: np.ndarray, place: int) -> float:
    """The usual wait beside a silence: the greater of the medians of the waits before it and after it."""
    sides = waits[max(0, place - _AROUND):place], waits[place + 1:place + 1 + _AROUND]
    return max((float(np.median(side)) for side in sides if len(side)), default=1.0)


def _stands_out(wait: float, place: int, waits: np.ndarray, stretches: list[_Stretch]) -> bool:
    """Whether days of steady telling round a silence outweigh the silences of its scale, or those are much shorter."""
    low = max(place - 1, 0)
    while low and stretches[low].first > stretches[place].last - _REACH * wait:
        low -= 1
    high = place + 2
    while high < len(stretches) and stretches[high - 1].last < stretches[place + 1].first + _REACH * wait:
        high += 1
    around = waits[low:high - 1]
    scale = around[around >= wait / _SCALE]
    active = stretches[high - 1].last - stretches[low].first - float(scale.sum())
    if active >= int((scale >= wait / 2).sum()) * wait / 2:
        return True
    others = np.sort(scale)[:-1]
    return not len(others) or wait >= _RATIO * float(np.median(others))


def _is_background(stretches: list[_Stretch], place: int) -> bool:
    """Whether few events stand on a side, so far off that they are but the background of the story on the other."""
    wait = stretches[place + 1].first - stretches[place].last
    left, right = stretches[:place + 1], stretches[place + 1:]
    counts = [sum(one.events for one in side) for side in (left, right)]
    few, times = max(1, int(_FEW * sum(counts))), 3 if sum(counts) >= _MANY else _LONE
    return any(mine <= few and wait > times * _lasts(rest) for mine, rest in zip(counts, (right, left), strict=True))


def _lasts(stretches: list[_Stretch]) -> float:
    """Days over which nine tenths of the events of some stretches are spread."""
    days = np.repeat([one.first for one in stretches], [one.events for one in stretches])
    whole = stretches[-1].last - stretches[0].first + 1
    return float(np.quantile(days, 0.95) - np.quantile(days, 0.05)) + 1 if len(days) >= _MANY else whole


# -- the finding ---------------------------------------------------------------------------------

def _lies_in(gap: _Gap, silent: list[tuple[int, int]]) -> bool:
    """Whether four fifths of an actor's silence are one of the whole collection's."""
    return any(5 * (min(gap.last, last) - max(gap.first, first) + 1) >= 4 * gap.days for first, last in silent)


def _row(told: pd.DataFrame, gap: _Gap, published: list[int] | None, shared: bool) -> dict:
    before, after = told.loc[gap.before], told.loc[gap.after]
    inside = -1 if published is None else bisect_right(published, gap.last) - bisect_left(published, gap.first)
    row = {"actor": gap.actor, "start": calendar.iso(gap.first), "end": calendar.iso(gap.last), "first_day": gap.first,
           "last_day": gap.last, "days": gap.days, "length": in_words(gap.days), "before_id": before["event_id"],
           "before": before["title"], "after_id": after["event_id"], "after": after["title"], "expected": round(gap.expected, 2),
           "ratio": round(gap.days / gap.expected, 2), "chance": gap.chance, "published": inside, "shared": shared}
    return row | {"said": sentence(row)}


def sentence(row: dict, wording: Wording = PLAIN) -> str:
    """The silence in a sentence, from the columns of its row."""
    number = wording.number
    whose = f"nothing of {row['actor']}" if row["actor"] else "nothing"
    one = row["published"] == 1
    documents = "" if row["published"] < 0 else f"; {_counted(row['published'], 'document', number)} {'was' if one else 'were'} published in that time"
    return (f"{in_words(row['days'], number)} with {whose}, {wording.when(row['first_day'], row['last_day'])}: between “{row['before']}” and "
            f"“{row['after']}”, where the usual wait is {in_words(round(row['expected']), number)}{documents}")


def in_words(days: int, number: Callable[[int], str] = str) -> str:
    """A number of days as people say it: "9 days", "7 weeks", "14 months", "3 years"."""
    if days < 21:
        return _counted(max(days, 0), "day", number)
    if days < 75:
        return _counted(round(days / 7), "week", number)
    months = round(days / 30.44)
    return _counted(months, "month", number) if months < 36 else _counted(round(days / 365.25), "year", number)


def _counted(count: int, unit: str, number: Callable[[int], str]) -> str:
    return f"{number(count)} {unit}{'' if count == 1 else 's'}"


def _day(iso) -> int | None:
    return calendar.bounds(iso)[0] if isinstance(iso, str) else None
