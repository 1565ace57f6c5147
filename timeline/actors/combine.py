"""The trained recogniser's spans and the rules' spans as one list, and one document's spans in agreement.

What was measured (timeline/actors/model/MODEL.md): where both speak, the network is right far more often; of
what it overlooks only countries and organisations that a list knows are worth adding; of the names whose type they
disagree on, the rules are right for persons by a listed or family name where the network says place, and little else.
"""

import re
from collections import defaultdict
from typing import NamedTuple

from timeline.actors.neural import TYPES, Found

DOUBTFUL = 0.5  # a place or organisation below this is wrong three times in four
SURE = 0.9
FIRM = 0.8  # from here on a type stays, whatever the name is elsewhere
TWICE = 1.5  # more than one sure mention can vote
ECHOED = 0.6  # the score of a name that is known from elsewhere alone
ADDED = ("country", "org")


class Ruled(NamedTuple):
    """A span of the rules. `kind`: country, org, person, place ... of the list that knows it; "" for none."""

    start: int
    end: int
    type: str
    kind: str = ""
    reason: str = ""
    adjective: bool = False


def combine(sentences: list[str], found: list[list[Found]], ruled: list[list[Ruled]]) -> list[list[Found]]:
    """One document: its sentences, the network's spans and the rules' spans in each -> the spans to keep, sorted."""
    merged = [_merged(text, names, rules) for text, names, rules in zip(sentences, found, ruled)]
    return agreed(sentences, merged)


def _merged(text: str, found: list[Found], ruled: list[Ruled]) -> list[Found]:
    kept = {(start, end): (start, end, kind, sure) for start, end, kind, sure in found if kind == "PER" or sure >= DOUBTFUL}
    for rule in ruled:
        if rule.adjective or rule.type not in TYPES:
            continue
        over = [span for span in kept if span[0] < rule.end and rule.start < span[1]]
        same = (rule.start, rule.end)
        if not over and rule.kind in ADDED:
            kept[same] = (*same, rule.type, SURE)
        elif over == [same] and _rules_know_better(rule, kept[same]):
            kept[same] = (*same, rule.type, SURE)
        elif len(over) == 1 and _glued(text, rule, over[0]):
            kept[same] = (*same, rule.type, kept.pop(over[0])[3])
    return sorted(kept.values())


def _glued(text: str, rule: Ruled, span: tuple[int, int]) -> bool:
    """The rules cut a glued word where the network took it whole: "kim jongundespite"."""
    inside = rule.start == span[0] and rule.end < span[1] and " " not in text[rule.end : span[1]]
    return inside and text[rule.end - 1].isalnum() and text[rule.end].isalnum()


def _rules_know_better(rule: Ruled, name: Found) -> bool:
    if rule.type == name[2]:
        return False
    if rule.type == "PER":
        return rule.kind == "person" or rule.reason in ("family name", "given and family name")
    return rule.type == "ORG" and rule.kind == "org" and name[2] == "LOC"


def agreed(sentences: list[str], found: list[list[Found]]) -> list[list[Found]]:
    """One document's spans: a doubtful name takes the type it has elsewhere, an overlooked one is added."""
    votes = _votes(sentences, found)
    surnames = _surnames(sentences, found)
    out = []
    for text, names in zip(sentences, found):
        names = [_agreed(text, name, votes, surnames) for name in names]
        out.append(sorted(names + _overlooked(text, names, votes, surnames)))
    return out


def _votes(sentences: list[str], found: list[list[Found]]) -> dict[str, dict[str, float]]:
    """Name in lower case -> the types that it surely has somewhere, each with the sum of its scores."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for text, names in zip(sentences, found):
        for start, end, kind, sure in names:
            if sure >= SURE:
                votes[text[start:end].lower()][kind] += sure
    return votes


def _surnames(sentences: list[str], found: list[list[Found]]) -> set[str]:
    """Last words of the persons that are surely named in full."""
    words = set()
    for text, names in zip(sentences, found):
        for start, end, kind, sure in names:
            parts = text[start:end].lower().split()
            if kind == "PER" and sure >= SURE and len(parts) > 1 and len(parts[-1]) > 3:
                words.add(parts[-1])
    return words


def _agreed(text: str, name: Found, votes: dict, surnames: set[str]) -> Found:
    start, end, kind, sure = name
    if sure >= SURE:
        return name
    low = text[start:end].lower()
    cast = votes.get(low, {})
    if low in surnames and not {"ORG", "LOC"} & cast.keys():
        return start, end, "PER", sure
    if len(cast) == 1 and sure < FIRM:
        return start, end, next(iter(cast)), sure
    return name


def _overlooked(text: str, names: list[Found], votes: dict, surnames: set[str]) -> list[Found]:
    """Names that are sure elsewhere, in words that no span covers, written with a capital as there."""
    added: list[Found] = []
    for match in re.finditer(r"\w[\w'’-]*", text):
        word = match[0]
        low = word.lower()
        if word == low or len(word) < 4 or any(s < match.end() and match.start() < e for s, e, _, _ in names):
            continue
        cast = votes.get(low, {})
        kind = "PER" if low in surnames else next(iter(cast)) if len(cast) == 1 and max(cast.values()) > TWICE else ""
        if kind:
            added.append((match.start(), match.end(), kind, ECHOED))
    return added
