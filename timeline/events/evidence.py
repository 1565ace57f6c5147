"""Whether two reports tell of one happening: evidence for and against, added up, with its reason in words.

Each piece of evidence is a weight on the scale of log odds, as in record linkage (Fellegi and Sunter, 1969); the score is
the logistic of their sum. Some things rule a pair out whatever else it shares: see `_ruled_out`.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import exp
from typing import NamedTuple

from timeline.actors.geography import may_be_one_place
from timeline.events.traits import STEM as _STEM
from timeline.events.traits import Head, Traits, likeness
from timeline.events.wordweights import WordWeights

ENOUGH = 0.5  # the score from which two reports are one event
_PRIOR = -2.1  # two reports of one time are mostly not one event
_YEAR = 366  # days: a wider window is one with its like only
_MONTH = 31
_QUARTER = 92
_NAMED = 1.2  # for a shared name that few reports have
_MOST_NAMED = 2.4
_SAME = 1.7  # for a rare word for what happened, in both
_OFTEN = 4  # reports of one day from which on it may be the day of a happening
_THE_DAY = 2.0
_STANDING_BY = 0.35
_OTHERS = -2.0  # where no actor is shared, and where the names are namesakes
_PARTED = -1.8  # for a name on either side that the other report lacks


class Days:
    """On which days each kind of happening is told of each name: "Mubarak" and "resign" nearly always of one day."""

    def __init__(self, reports: Iterable[Traits]):
        self._every: Counter = Counter()
        self._on: Counter = Counter()
        for report in reports:
            if report.width == 0 and report.head.family and not report.head.weak:
                for name in report.names:
                    self._every[report.head.word, name] += 1
                    self._on[report.head.word, name, report.event.first] += 1

    def says(self, one: Traits, other: Traits) -> tuple[float, str]:
        """What it says that this day is the day of such a happening of a name both have."""
        if one.head.word != other.head.word or one.width or other.width or one.event.first != other.event.first:
            return 0.0, ""
        best, whose = 0.0, ""
        for name in sorted(one.names & other.names):
            on, every = self._on[one.head.word, name, one.event.first], self._every[one.head.word, name]
            share = on / every if on >= _OFTEN else 0.0
            best, whose = max((best, whose), (share, name))
        return _THE_DAY * max(0.0, best - 0.3), f"“{one.head.word}” is told of {whose} mostly on this day"


class Verdict(NamedTuple):
    """`score` from 0 to 1; `reason` what speaks for it, in words, the strongest first after the time."""

    score: float
    reason: str


NEVER = Verdict(0.0, "")


def weigh(one: Traits, other: Traits, weights: WordWeights, days: Days | None = None) -> Verdict:
    """The verdict on two dated reports; the same whichever comes first."""
    one, other = sorted((one, other), key=lambda side: (side.event.event_id, side.event.title))
    time = _time(one, other)
    if time is None or _ruled_out(one, other):
        return NEVER
    lacking = _lacking(one, other), _lacking(other, one)
    found = [time, _heads(one.head, other.head, weights), *_names(one, other, lacking, weights), *_rest(one, other, all(lacking), weights),
             _words(one, other, weights), _facts(one, other), *([days.says(one, other)] if days else [])]
    score = 1 / (1 + exp(-(_PRIOR + sum(value for value, _ in found))))
    said = sorted((piece for piece in found[1:] if piece[0] > 0 and piece[1]), key=lambda piece: -piece[0])
    return Verdict(round(score, 3), ", ".join([time[1], *(words for _, words in said)]))


# -- time ----------------------------------------------------------------------------------------

def _time(one: Traits, other: Traits) -> tuple[float, str] | None:
    """What the windows say; None where they cannot be one time."""
    a, b = one.event, other.event
    if (a.first, a.last) == (b.first, b.last):
        return (0.8, "same day") if one.width == 0 else (0.3, "same date")
    if a.first <= b.last and b.first <= a.last:
        wide = max(one.width, other.width)
        if wide > _YEAR:
            return None
        return (0.5 if wide < 7 else -0.3 if wide <= _MONTH else -0.9 if wide <= _QUARTER else -1.5), "same date, one told less exactly"
    return _next_day(one, other)


def _next_day(one: Traits, other: Traits) -> tuple[float, str] | None:
    """The late evening and the early morning; a report dated by its document's day alone, told the day after."""
    before, after = (one, other) if one.event.last < other.event.first else (other, one)
    if after.event.first - before.event.last != 1 or one.width or other.width or _one_document(one, other):
        return None
    if before.late and after.early:
        return 0.4, "the night between two days"
    if after.founded or after.again or before.again:
        return None
    return (-0.1 if before.founded else -0.6), "reported on the next day"


def _one_document(one: Traits, other: Traits) -> bool:
    return bool({spot[0] for spot in one.spots} & {spot[0] for spot in other.spots})


# -- what rules a pair out -----------------------------------------------------------------------

def _ruled_out(one: Traits, other: Traits) -> bool:
    """A denial and a fact; different rounds; the same stretch of one text, which tells of each thing once."""
    if ({one.event.modality, other.event.modality} & {"denied"}) and one.event.modality != other.event.modality:
        return True
    if one.head.off != other.head.off and one.event.modality != "denied":
        return True
    if one.rounds and other.rounds and not one.rounds & other.rounds:
        return True
    one_thing = one.head.word == other.head.word and (one.event.first, one.event.last) == (other.event.first, other.event.last)
    return not one_thing and _overlap(one, other)


def _overlap(one: Traits, other: Traits) -> bool:
    """Whether both are witnessed by the same stretch of one text."""
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in one.spots for b in other.spots)


# -- what happened -------------------------------------------------------------------------------

def _heads(one: Head, other: Head, weights: WordWeights) -> tuple[float, str]:
    """How alike what happened is; a word that every other report has, or that is an event in company only, says less."""
    if one.about != other.about:
        return -3.0, ""
    if not one.word or not other.word:
        return -0.8, ""
    if are_apart(one.word, other.word):
        return -3.0, ""
    if one.word == other.word:
        return _SAME * (0.3 + 0.7 * weights.rarity(one.word)) - 0.4 * (one.weak or other.weak), f"the same word “{one.word.replace('_', ' ')}”"
    if one.family and one.family == other.family:
        return 1.1, f"both a kind of {one.family}"
    if one.word in other.words or other.word in one.words:
        return 0.6, "a word for it in common"
    if one.family in other.families or other.family in one.families:
        return 0.2, ""
    return -2.2, ""


def are_apart(one: str, other: str) -> bool:
    """Whether two words stand for different acts of one affair ("arrest", "convict")."""
    lists = likeness().apart
    return any(a == c and b != d for a, b in lists.get(one, ()) for c, d in lists.get(other, ()))


def _facts(one: Traits, other: Traits) -> tuple[float, str]:
    """A plan and what came of it are one event on one day; two guesses are less surely so."""
    kinds = {one.event.modality, other.event.modality}
    if len(kinds) == 1:
        return 0.0, ""
    exact = one.width == other.width == 0 and one.event.first == other.event.first
    return (0.1 if exact else -1.0, "planned and then done" if kinds == {"planned", "actual"} else "")


# -- who and where -------------------------------------------------------------------------------

def _names(one: Traits, other: Traits, lacking: tuple[set[str], set[str]], weights: WordWeights) -> list[tuple[float, str]]:
    """Names that are shared, by how few reports have them; names that either report has for itself (`lacking` in the other)."""
    shared = sorted(one.names & other.names, key=lambda name: (-weights.rarity(_key(name)), name))
    shared_actors = set(one.event.actors) & set(other.event.actors)
    found = []
    if shared:
        sure = sum(weights.rarity(_key(name)) for name in shared)
        found.append((min(_MOST_NAMED, _NAMED * sure), "both with " + " and ".join(shared[:3])))
    mine, yours = (names & (set(side.event.actors) if shared else side.names) for names, side in zip(lacking, (one, other), strict=True))
    near = not shared and any(may_be_one_place(here, there) for here in sorted(mine) for there in sorted(yours))
    if mine and yours and not near:
        lesser = min(_weight_of(mine, one, weights), _weight_of(yours, other, weights))
        titled = all(any(_words_of(name) & side.titled for name in names) for names, side in ((mine, one), (yours, other)))
        others = 0.0 if shared_actors else _OTHERS if titled or not shared else _OTHERS * _STANDING_BY
        found.append((_PARTED * min(2.0, lesser) + others + (_OTHERS if _namesakes(mine, yours) else 0.0), ""))
    elif _unsaid_names(one, other) and _unsaid_names(other, one):
        found.append((_PARTED, ""))
    if not shared:
        found.append((-0.8 if one.names and other.names else -0.5, ""))
    if _elsewhere(one, other, lacking):
        found.append((-3.0, ""))
    passing = sorted((one.names ^ other.names) - lacking[0] - lacking[1])
    if passing:
        found.append((min(1.0, 0.5 * sum(weights.rarity(_key(name)) for name in passing)), "both speak of " + " and ".join(passing[:2])))
    return found


def _weight_of(names: set[str], report: Traits, weights: WordWeights) -> float:
    """How much names count: those of the title in full, those who stand by in the excerpt less."""
    return sum(weights.rarity(_key(name)) * (1.0 if _words_of(name) & report.titled else _STANDING_BY) for name in sorted(names))


@lru_cache(maxsize=50_000)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in name.lower().split())


def _unsaid_names(one: Traits, other: Traits) -> list[str]:
    """What a title writes like a name, though none was recognised, and the other report does not say."""
    return [word for word in one.proper if word[:_STEM] not in other.stems]


def _elsewhere(one: Traits, other: Traits, lacking: tuple[set[str], set[str]]) -> bool:
    """Whether the reports set the happening in two places, of which neither says the other's or may lie in it."""
    here, there = one.event.place, other.event.place
    return bool(here and there and here in lacking[0] and there in lacking[1] and not may_be_one_place(here, there))


def _namesakes(mine: set[str], yours: set[str]) -> bool:
    """Whether two people of one family name, or the like, stand against each other."""
    return bool({word for name in mine for word in name.split()} & {word for name in yours for word in name.split()})


def _key(name: str) -> str:
    """What a name is called among the weights of words: no word has a space before it."""
    return f" {name}"


def _lacking(one: Traits, other: Traits) -> set[str]:
    """The names of `one` that `other` does not say, not even in passing."""
    return {name for name in one.names - other.names if not _words_of(name) <= other.stems}


# -- the other words -----------------------------------------------------------------------------

def _rest(one: Traits, other: Traits, parted: bool, weights: WordWeights) -> list[tuple[float, str]]:
    """What each title says and the other report does not; another word before the same noun ("farm bill", "tax bill")."""
    mine, yours = _unsaid(one, other), _unsaid(other, one)
    lesser = min(sum(map(weights.rarity, mine)), sum(map(weights.rarity, yours)))
    found = [(-0.6 * min(2.0, lesser), "")] if mine and yours else [] if parted else [(0.5, "")]
    if len(one.words) > 1 and set(one.words) == set(other.words) and not parted:
        found.append((0.5, "the same title"))
    if one.done_to and other.done_to and _all_unsaid(one.done_to, other) and _all_unsaid(other.done_to, one):
        found.append((-1.2, ""))
    return [*found, _named_alike(one, other, mine, yours)]


def _named_alike(one: Traits, other: Traits, mine: list[str], yours: list[str]) -> tuple[float, str]:
    """What stands before a noun that both titles have: the same word, or in each one that the other report does not say."""
    own = {word for name in one.names | other.names for word in name.lower().split()}
    for noun in sorted(one.before.keys() & other.before.keys()):
        if one.before[noun] & set(mine) and other.before[noun] & set(yours):
            return -1.8, ""
        same = sorted((one.before[noun] & other.before[noun]) - own)
        if same and noun not in own:
            return 1.0, f"“{same[0]} {noun}” in both"
    return 0.0, ""


def _words(one: Traits, other: Traits, weights: WordWeights) -> tuple[float, str]:
    """How much the words besides names and heads are alike; nothing where a report has none."""
    mine, yours = one.unnamed - one.head.words, other.unnamed - other.head.words
    if not mine or not yours or _overlap(one, other):
        return 0.0, ""
    alike = weights.alike(mine, yours)
    return max(-0.4, min(1.8, 3 * (alike - 0.25))), f"words alike {alike:.2f}"


def _all_unsaid(words: frozenset[str], other: Traits) -> bool:
    return not any(word[:_STEM] in other.stems for word in words)


def _unsaid(one: Traits, other: Traits) -> list[str]:
    """The words of a title that the other report does not say, nor one that begins like it; without names and heads."""
    own = {word for name in one.names for word in name.lower().split()} | one.head.words
    return [word for word in one.words if word not in own and word[:_STEM] not in other.stems and not word.isdigit()
            and word not in likeness().sets["amounts"]]
