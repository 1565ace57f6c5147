"""Which of the pairs that look like one event make one: average linkage with pairs that never go together.

Pairs are taken from the surest on; two groups join when their reports are one event on the average and no two of them rule
each other out, so that A and C, which disagree, are never joined by way of B. Vague reports come last and join a precise
group only where no other would do as well.
"""

from dataclasses import dataclass
from heapq import merge as in_order

from timeline.events.blocks import VAGUE, candidates
from timeline.events.evidence import ENOUGH, NEVER, Days, Verdict, weigh
from timeline.events.traits import Traits
from timeline.events.wordweights import WordWeights

_SPEAKERS = 4  # reports that stand for a group when it is held against another
_PARTLY = 0.35  # the mean score from which a group may take in a vague report that is one event with a report of it
_CLEARER = 0.1  # by how much a vague report must fit one group better than any other


@dataclass(slots=True)
class Group:
    """Reports that are one event: their numbers, sorted; the days between which the precise ones lie."""

    members: list[int]
    low: int | None
    high: int | None


class Links:
    """The reports of a collection and what was found of their pairs."""

    def __init__(self, reports: list[Traits]):
        self.reports = reports
        self.weights = WordWeights([*r.told, *(f" {name}" for name in r.names), *(f"+{family}" for family in r.head.families)]
                                   for r in reports)
        self.days = Days(reports)
        self._known: dict[tuple[int, int], Verdict] = {}

    def verdict(self, one: int, other: int) -> Verdict:
        """What is to be said of a pair of reports."""
        key = (one, other) if one < other else (other, one)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = weigh(self.reports[key[0]], self.reports[key[1]], self.weights, self.days)
        return found

    def between(self, one: Group, other: Group, vague: bool = False) -> float:
        """The mean score of two groups' reports; 0 if any two of those that speak for them rule each other out.

        `vague`: of the best pair, where the mean is not too low: what is told in passing is like one report of many.
        """
        lows = [day for day in (one.low, other.low) if day is not None]
        if lows and max(one.high or 0, other.high or 0) - min(lows) > 1 and _are_days(one) and _are_days(other):
            return 0.0
        scores = [self.verdict(i, j) for i in one.members[:_SPEAKERS] for j in other.members[:_SPEAKERS]]
        mean = 0.0 if NEVER in scores else sum(verdict.score for verdict in scores) / len(scores)
        return mean if not vague else max(verdict.score for verdict in scores) if mean >= _PARTLY else 0.0


def _are_days(group: Group) -> bool:
    return group.low is not None


def groups(links: Links) -> list[list[int]]:
    """The numbers of the reports, grouped by event; each once."""
    reports = links.reports
    home = {number: Group([number], *_day(report)) for number, report in enumerate(reports)}
    sure = [(-verdict.score, i, j) for i, j in candidates(reports, links.weights).tolist()
            if (verdict := links.verdict(i, j)).score >= ENOUGH]
    vague = [report.width >= VAGUE for report in reports]
    late: dict[int, set[int]] = {}
    for _, i, j in sorted(sure):
        if vague[i] != vague[j]:
            late.setdefault(i if vague[i] else j, set()).add(j if vague[i] else i)
        elif home[i] is not home[j] and links.between(home[i], home[j]) >= ENOUGH:
            _join(home, home[i], home[j])
    _settle(links, home, late)
    return [group.members for number, group in home.items() if group.members[0] == number]


def _day(report: Traits) -> tuple[int | None, int | None]:
    return (report.event.first, report.event.first) if report.width == 0 else (None, None)


def _join(home: dict[int, Group], one: Group, other: Group) -> None:
    days = [day for day in (one.low, one.high, other.low, other.high) if day is not None]
    small, large = sorted((one, other), key=lambda group: len(group.members))
    large.members = list(in_order(large.members, small.members))
    large.low, large.high = min(days, default=None), max(days, default=None)
    for number in small.members:
        home[number] = large


def _settle(links: Links, home: dict[int, Group], late: dict[int, set[int]]) -> None:
    """Each group of vague reports into the one precise group that it fits, the surest first."""
    waiting = {id(home[number]): home[number] for number in sorted(late)}
    tries = []
    for group in waiting.values():
        targets = {home[near].members[0] for number in group.members for near in late.get(number, ())}
        fits = sorted((-links.between(group, home[first], vague=True), first) for first in targets)
        if -fits[0][0] >= ENOUGH and (len(fits) < 2 or fits[1][0] - fits[0][0] >= _CLEARER):
            tries.append((*fits[0], group))
    for _, first, group in sorted(tries, key=lambda one: (one[0], one[1], one[2].members)):
        if links.between(group, home[first], vague=True) >= ENOUGH:
            _join(home, group, home[first])
