"""Whether two accounts tell of one happening, though they date it apart: a score, and the reason in words.

Cautious, for most pairs of like reports on two days are two happenings: each must exclude that the other is one more
of its kind, another of its phases, a plan of it, or a memory.
"""

from math import sqrt
from typing import NamedTuple

from timeline.checks._accounts import Account, apart
from timeline.checks._words import table, words
from timeline.events.vocabulary import vocabulary

_NEAR = 3  # days between two dates of what can happen twice
_YEAR = 366
_ALIKE, _VERY_ALIKE = 0.5, 0.72  # cosines of the words of two passages
ENOUGH = 0.6


class Verdict(NamedTuple):
    """score 0–1, and why the two are thought one happening."""

    score: float
    why: str


def verdict(one: Account, other: Account) -> Verdict | None:
    """Why two accounts with windows that exclude each other are thought to tell of one happening; None if they may not."""
    days = apart(one, other)
    shared = one.heads & other.heads
    weak = one.basis != "explicit" or other.basis != "explicit"
    if days <= weak or not shared or one.quote == other.quote or not _same_who_and_where(one, other) or _is_one_more(one, other):
        return None
    kind = _kind(one, other, shared)
    if kind == "daily" and not (one.numbers & other.numbers or _suffered(one) & _suffered(other)):
        return None
    alike = likeness(one, other)
    if not _close_enough(one, other, days, kind) or alike < _least(one, other, kind, shared):
        return None
    people = one.actors & other.actors
    firm = (one.basis == "explicit") + (other.basis == "explicit")
    score = 0.4 * alike + 0.15 * firm + 0.1 * min(len(people), 2) + (0.15 if one.doc_id != other.doc_id else 0) + (
        0.2 if kind == "once" else 0.1 if kind == "seldom" else 0)
    return Verdict(min(round(score, 3), 1.0), f"both tell of one happening (“{sorted(shared)[0][1]}”) with {_named(one, other)}")


def _named(one: Account, other: Account) -> str:
    """What the two share, in words."""
    found = sorted(one.actors & other.actors)
    if one.place and one.place == other.place and one.place not in found:
        found.append(one.place)
    return ", ".join(found) or ", ".join(f"“{mark}”" for mark in sorted(one.marks & other.marks))


def likeness(one: Account, other: Account) -> float:
    """The cosine of the words of two passages, their dates and small words apart."""
    return len(one.content & other.content) / sqrt(len(one.content) * len(other.content)) if one.content and other.content else 0.0


def _is_one_more(one: Account, other: Account) -> bool:
    """Whether either is said to be another of its kind or a plan of it, or the two tell of different phases or numbers."""
    if one.is_one_more or other.is_one_more or one.phase != other.phase:
        return True
    return bool(one.numbers and other.numbers) and one.numbers != other.numbers


def _same_who_and_where(one: Account, other: Account) -> bool:
    if one.place and other.place and one.place != other.place and one.place not in other.actors and other.place not in one.actors:
        return False
    shared = one.actors & other.actors
    if one.actors and other.actors:
        return len(shared) >= 2 or bool(shared) and (one.actors <= other.actors or other.actors <= one.actors)
    return bool(one.place) and one.place == other.place or bool(one.marks & other.marks)


def _kind(one: Account, other: Account, shared) -> str:
    """once, seldom, common, ongoing or daily: how often such a thing happens to those who share it."""
    lemmas, known = {lemma for _, lemma in shared}, table()["happening"]
    if not lemmas.isdisjoint(known["once"] | known["seldom"]):
        named = _named_in_title(one) & _named_in_title(other)
        if named:
            return "once" if not lemmas.isdisjoint(known["once"]) else "seldom"
    if {family for family, _ in shared} <= known["daily"] and not any(mark.startswith("the ") for mark in one.marks & other.marks):
        return "daily"
    if lemmas <= known["vague"] and not one.actors & other.actors:
        return "daily"
    if lemmas <= known["vague"] or all(family == f"to {lemma}" for family, lemma in shared) or {family for family, _ in shared} <= known["ongoing"]:
        return "ongoing"
    return "common"


def _named_in_title(account: Account) -> set[str]:
    """The actors to whom the title says it happened, by the last word of the name; not who or what stands behind "in", "by"."""
    low, beside = words(account.title), table()["boundary"]["beside"]
    return {name for name in account.actors if name != account.place and _stands_free(low, words(name), beside)}


def _suffered(account: Account) -> set[str]:
    """Those named in the title to whom it was done: behind its verb, or before "was"."""
    low, known = words(account.title), vocabulary("en")
    verbs = [index for index, word in enumerate(low) if word in known.verbs and known.verbs[word].family]
    if not verbs:
        return set()
    passive = low[verbs[0] - 1] in table()["aside"]["helpers"] if verbs[0] else False
    return {name for name in _named_in_title(account) if passive or low.index(words(name)[-1]) > verbs[0]}


def _stands_free(low: tuple[str, ...], name: tuple[str, ...], beside: frozenset[str]) -> bool:
    if not name or name[-1] not in low:
        return False
    first = low.index(name[-1])
    while first and low[first - 1] in name:
        first -= 1
    return not first or low[first - 1] not in beside


def _close_enough(one: Account, other: Account, days: int, kind: str) -> bool:
    if kind == "once":
        return True
    if kind == "seldom":
        return days <= _YEAR
    fine = max(one.last - one.first, other.last - other.first)
    return days <= max(_NEAR, min(fine, 31))


def _least(one: Account, other: Account, kind: str, shared) -> float:
    """How alike the words must be: the less, the less often such a thing happens."""
    least = {"once": 0.25, "seldom": 0.3, "common": _ALIKE, "ongoing": _VERY_ALIKE, "daily": _ALIKE}[kind]
    weak = one.basis != "explicit" or other.basis != "explicit"
    bare = not one.actors & other.actors and one.place != other.place
    return least + (0.1 if bare else 0) + (0.12 if weak else 0) + (0.1 if one.doc_id == other.doc_id and kind in ("common", "ongoing", "daily") else 0)
