"""How much each day matters, told by how documents name it: one notion for the digest and for an event's importance.

A day that documents still name long after it, by its calendar date, mattered; so did one that the next day's papers
tell of. "Today" says little (cf. the date features of Tran et al. 2013 and of Ghalandari & Ifrim 2020).
"""

from collections.abc import Iterable
from typing import NamedTuple

WEIGHTS = {"ahead": 1.0, "own": 1.0, "day after": 2.0, "later": 1.0, "looking back": 4.0}
_WEEK = 7  # days: a document that names a day by its date after a longer time looks back on it
_AROUND = 3  # days on either side that a day is held against
_CROWD = 0.25  # power: how much a day must stand out from the days around it


class Naming(NamedTuple):
    """A document (its id) names a day. `published`: the day number of its publication, None where it is not known.

    `by_date`: by a calendar date ("3 May") and not from the day of writing ("on Friday"). `relevance`: 0 to 1, how far
    the words around are about the matter.
    """

    document: str
    published: int | None
    day: int
    by_date: bool = False
    relevance: float = 1.0


class Weight(NamedTuple):
    """How much a day matters (any positive number, to be compared within one collection) and the counts it rests on.

    `documents` name the day, `later` of them after it had passed, `back` of them by its date after a week or more.
    `burst`: its share of the namings of the week around it.
    """

    score: float
    documents: int
    later: int
    back: int
    burst: float


def manner(published: int | None, day: int, by_date: bool) -> str:
    """Which key of WEIGHTS a naming has; a document of unknown date counts as the least."""
    if published is None or published < day:
        return "ahead"
    gone = published - day
    if gone <= 1:
        return "day after" if gone else "own"
    return "looking back" if by_date and gone > _WEEK else "later"


def weigh(namings: Iterable[Naming]) -> dict[int, Weight]:
    """Day number -> its weight. In each document a day counts once, by its best naming.

    A day's sum over the documents is divided by a root of the mean of the days around it, so that the peak of a
    busy week comes before its slopes. The order of `namings` does not matter.
    """
    best: dict[tuple[int, str], tuple[float, str]] = {}
    for one in namings:
        how = manner(one.published, one.day, one.by_date)
        key, value = (one.day, one.document), (WEIGHTS[how] * one.relevance, how)
        best[key] = max(best.get(key, value), value)
    told: dict[int, list[tuple[float, str]]] = {}
    for (day, _), value in sorted(best.items()):
        told.setdefault(day, []).append(value)
    sums = {day: sum(value for value, _ in values) for day, values in told.items()}
    return {day: _weight(day, values, sums) for day, values in told.items()}


def _weight(day: int, values: list[tuple[float, str]], sums: dict[int, float]) -> Weight:
    around = sum(sums.get(other, 0.0) for other in range(day - _AROUND, day + _AROUND + 1))
    hows = [how for _, how in values]
    mean = around / (2 * _AROUND + 1)
    return Weight(sums[day] / mean ** _CROWD if mean else 0.0, len(hows),
                  sum(how not in ("ahead", "own") for how in hows), hows.count("looking back"),
                  sums[day] / around if around else 0.0)


def in_words(weight: Weight) -> str:
    """Why a day has its weight: "the day is named by 5 documents, 3 of them after it; 60% of what is said of the week ..."."""
    said = [f"the day is named by {weight.documents} document{'' if weight.documents == 1 else 's'}"]
    said += [_of(weight.later, weight.documents) + "after it"] if weight.later else []
    said += [f"{weight.back} by its date after more than a week"] if weight.back else []
    return ", ".join(said) + f"; {weight.burst:.0%} of what is said of the week around it"


def _of(some: int, all_: int) -> str:
    return f"{some} of them " if some < all_ else "all of them " if all_ > 1 else ""
