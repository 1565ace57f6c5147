"""What sentences say of the order of two happenings ("after the summit, …", "three days before the talks"), held against
the days of the two.

Cautious: a finding needs that every happening which the words may mean denies the order, so one that fits is enough for none.
"""

import re
from collections import defaultdict
from typing import NamedTuple

from timeline import text as prose
from timeline.checks._accounts import Account, apart
from timeline.checks._finding import row
from timeline.checks._words import table, words
from timeline.events.vocabulary import vocabulary

_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_SIGNAL = re.compile(r"\b(?:after|following|before|ahead\s+of|prior\s+to)\b", re.I)
_PHRASE = 9  # words that a phrase after "after" is read for
_SIDE = 16  # words on either side of it in which what is ordered stands
_FAR, _NEAR = 366, 62  # days between the two, where the phrase says whose it is, and where it only says "the summit"
_ALONE = 31  # … and where nothing links them but that there is no other of its kind
_ENOUGH = 0.55  # a score
_CANDIDATES = 40
_LONGEST = 600  # characters of a sentence


class Claim(NamedTuple):
    """A sentence's word on an order: what stands outside the phrase happened `sense` (−1 before, 1 after) what it names."""

    doc_id: str
    sentence: str
    sense: int
    days: int | None  # how far off, where it says so
    lemma: str  # of the event noun or verb in the phrase
    names: frozenset[str]  # what else the phrase names, lower case
    phrase: tuple[int, int]  # where it stands in the sentence, signal included
    spoken: str  # the phrase itself


def orders(told: list[Account], mentions, texts: dict[str, str]):
    """Findings (rows) of kind order and distance."""
    by_lemma, by_quote = defaultdict(list), defaultdict(list)
    for account in told:
        by_quote[account.doc_id, account.quote].append(account)
        for _, lemma in sorted(account.heads):
            by_lemma[lemma].append(account)
    known = frozenset(word for account in told for name in (*account.actors, account.place) for word in words(name))
    seen = set()
    for doc_id, sentence in _sentences(mentions, texts):
        for claim in claims(doc_id, sentence, known):
            for one in _ordered(claim, by_quote.get((doc_id, sentence), []), by_lemma, known):
                found = _denied(claim, one, by_lemma[claim.lemma])
                if found and found["score"] >= _ENOUGH and (one.event_id, found["kind"], claim.lemma) not in seen:
                    seen.add((one.event_id, found["kind"], claim.lemma))
                    yield found


def _sentences(mentions, texts: dict[str, str]):
    """(doc_id, sentence) of all that may tell an order: the witnesses' words, and the other sentences of the texts."""
    seen = set()
    for doc_id, quote in zip(mentions["doc_id"], mentions["exact"], strict=True):
        if (doc_id, quote) not in seen and len(quote) <= _LONGEST and _SIGNAL.search(quote):
            seen.add((doc_id, quote))
            yield doc_id, quote
    for doc_id, text in texts.items():
        if _SIGNAL.search(text):
            for span in prose.sentences(text):
                sentence = text[span.start:span.end]
                if len(sentence) <= _LONGEST and (doc_id, sentence) not in seen and _SIGNAL.search(sentence):
                    seen.add((doc_id, sentence))
                    yield doc_id, sentence


def claims(doc_id: str, sentence: str, known: frozenset[str]):
    """The orders that a sentence tells; `known` are the words of all actors' and places' names."""
    tokens = list(_TOKEN.finditer(sentence))
    low = [t[0].lower() for t in tokens]
    order = table()["order"]
    for index, word in enumerate(low):
        pair = " ".join(low[index:index + 2])
        sense = 1 if word in order["after"] else -1 if word in order["before"] or pair in order["before"] else 0
        if not sense or not order["never"].isdisjoint(low[max(0, index - 2):index]):
            continue
        start = index + (2 if pair in order["before"] else 1)
        stop = _end(low, start)
        head = _head(low, start, stop)
        if head:
            days, begin = _offset(low, index)
            spoken = sentence[tokens[index].start():tokens[stop - 1].end()]
            yield Claim(doc_id, sentence, sense, days, head[1], _names(tokens, low, start, stop, head[0], known),
                        (tokens[begin].start(), tokens[stop - 1].end()), spoken)


def _end(low: list[str], start: int) -> int:
    """Where the phrase ends: at a mark, or after some words."""
    stop = start
    while stop < len(low) and stop - start < _PHRASE and (low[stop].isalnum() or "-" in low[stop] or "'" in low[stop] or "." in low[stop][:-1]):
        stop += 1
    return stop


def _head(low: list[str], start: int, stop: int) -> tuple[int, str] | None:
    """(token, lemma) of the first event noun of the phrase, if no verb stands before it."""
    known = vocabulary("en")
    for index in range(start, stop):
        noun = known.nouns.get(low[index])
        following = low[index + 1] if index + 1 < stop else ""
        if noun and index > start - 1 and following not in known.nouns:
            return None if noun.weak else (index, noun.lemma)
        verb = known.verbs.get(low[index])
        if verb and not noun or low[index] in ("that", "which", "who", "he", "she", "it", "they", "we", "i"):
            return None
    return None


def _names(tokens, low: list[str], start: int, stop: int, head: int, known: frozenset[str]) -> frozenset[str]:
    """What tells the phrase's happening from its like: names before its noun, and after it up to another event or verb."""
    words_known, found = vocabulary("en"), set()
    for index in range(start, stop):
        if index > head and (low[index] in words_known.nouns or low[index] in words_known.verbs):
            break
        word = low[index].removesuffix("'s").removesuffix("’s")
        if index != head and (tokens[index][0][:1].isupper() or word in known) and word not in table()["plain"]["months"]:
            found.add(word)
    return frozenset(found - table()["plain"]["common"])


def _offset(low: list[str], index: int) -> tuple[int | None, int]:
    """How many days "three days", "a week" right before the signal come to, and the token where that begins."""
    order = table()["order"]
    if index < 2 or low[index - 1] not in order["units"] or low[index] == "following" or low[max(0, index - 3)] in order["loosely"]:
        return None, index
    said = low[index - 2]
    number = int(said) if said.isdecimal() and len(said) < 4 else order["numbers"].get(said)
    return (number * order["units"][low[index - 1]], index - 2) if number else (None, index)


def _ordered(claim: Claim, own: list[Account], by_lemma: dict, known: frozenset[str]):
    """What the claim is about: the events of its own sentence whose noun or verb and date stand outside the phrase, or,
    where the sentence has none, the one happening elsewhere that it names with its actor."""
    outside = f"{claim.sentence[:claim.phrase[0]]} | {claim.sentence[claim.phrase[1]:]}"
    low = words(outside)
    if own:
        return [a for a in own if not claim.phrase[0] - 2 <= a.at < claim.phrase[1] + 5 and _tells(a, low) and not _is_same(a, claim)]
    return _elsewhere(claim, low, by_lemma, known)


def _tells(account: Account, low: tuple[str, ...]) -> bool:
    found = vocabulary("en")
    lemmas = {entry.lemma for word in low for entry in (found.nouns.get(word), found.verbs.get(word)) if entry}
    return bool({lemma for _, lemma in account.heads} & lemmas)


def _is_same(account: Account, claim: Claim) -> bool:
    return claim.lemma in {lemma for _, lemma in account.heads}


def _elsewhere(claim: Claim, low: tuple[str, ...], by_lemma: dict, known: frozenset[str]) -> list[Account]:
    """The happening of another sentence that an undated one names: its one verb or noun, with an actor; if it is but one."""
    found, near = vocabulary("en"), low[-_SIDE:] if claim.phrase[0] else low[:_SIDE]
    names = {word for word in near if word in known}
    verbs = [entry.lemma for word in near for entry in (found.nouns.get(word), found.verbs.get(word)) if entry and entry.lemma != claim.lemma]
    fit = [a for lemma in dict.fromkeys(verbs) for a in by_lemma.get(lemma, [])[:_CANDIDATES]
           if any(set(words(name)[-1:]) & names for name in a.actors) and names <= _words_of(a) | claim.names]
    return fit[:1] if fit and len(set(verbs)) == 1 and all(apart(fit[0], a) <= 0 for a in fit) else []


def _words_of(account: Account) -> set[str]:
    return {word for name in (*account.actors, account.place) for word in words(name)} | set(words(account.title))


def _denied(claim: Claim, one: Account, candidates: list[Account]) -> dict | None:
    """The finding, if all that the phrase may mean stands on the wrong side of `one`, or at quite another distance."""
    fit = [a for a in candidates if a.event_id != one.event_id and claim.names <= _words_of(a)]
    if not claim.names:
        fit = [a for a in fit if claim.doc_id in a.documents] or fit
    if not fit or len(fit) > _CANDIDATES or any(apart(fit[0], a) > 0 for a in fit) and not claim.names:
        return None
    other = min(fit, key=lambda a: (max(apart(one, a), 0), a.event_id))
    if apart(one, other) > _reach(claim, one, other):
        return None
    if all(_wrong_side(claim.sense, one, a) for a in fit):
        return _finding("order", claim, one, other, "the dates say the opposite")
    if claim.days is not None and all(_wrong_distance(claim, one, a) for a in fit):
        return _finding("distance", claim, one, other, f"the dates are {abs(_between(one, other))} days apart")
    return None


def _reach(claim: Claim, one: Account, other: Account) -> int:
    """How many days apart the two may stand and still belong to one story: many where the phrase says whose the happening
    was, fewer where only an actor or a document links them, and least where it is just the only one of its kind."""
    if claim.names:
        return _FAR
    linked = one.documents & other.documents or claim.doc_id in other.documents or one.actors & other.actors
    return _NEAR if linked else 0 if claim.lemma in table()["happening"]["vague"] else _ALONE


def _wrong_side(sense: int, one: Account, other: Account) -> bool:
    """Whether `one` stands before what it is said to come after, or after what it is said to come before."""
    early, late = (one, other) if sense > 0 else (other, one)
    return early.last + early.slack < late.first - late.slack


def _between(one: Account, other: Account) -> int:
    return one.first - other.first


def _wrong_distance(claim: Claim, one: Account, other: Account) -> bool:
    """Whether no day of one window lies near the said distance from a day of the other, though the two are not far apart."""
    unit = 1 if claim.days < 7 else 3 if claim.days < 30 else 16 if claim.days < 365 else 183
    low, high = claim.sense * claim.days - unit, claim.sense * claim.days + unit
    nearest, farthest = one.first - other.last - one.slack - other.slack, one.last - other.first + one.slack + other.slack
    return (farthest < low or nearest > high) and abs(_between(one, other)) <= 3 * claim.days + 14


def _finding(kind: str, claim: Claim, one: Account, other: Account, why: str) -> dict:
    firm = (one.basis == "explicit") + (other.basis == "explicit")
    score = 0.35 + 0.15 * firm + (0.2 if claim.names else 0) + (0.05 if one.quote == claim.sentence else 0)
    early, late = sorted((one, other), key=lambda a: (a.first, a.last, a.event_id))
    told = f"a document puts “{one.title}” “{claim.spoken}”; {why}"
    quotes = {"quote": claim.sentence, "doc_id": claim.doc_id} if early is one else {"other_quote": claim.sentence, "other_doc": claim.doc_id}
    return row(kind, early, late, told, score, days=max(apart(one, other), 0), **quotes)
