"""Which language a text is in: a vote of function words first, py3langid where the vote is not clear."""

import re
from functools import cache

from timeline import lang

SAMPLE = 1500  # characters looked at
CLEAR = 4  # function words that make a vote
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _voters() -> dict[str, tuple[str, ...]]:
    """Function word -> the languages (with a rule file) that have it."""
    out: dict[str, tuple[str, ...]] = {}
    for code in lang.codes():
        for word in lang.load(code)["words"].get("common", ()):
            out[word] = (*out.get(word, ()), code)
    return out


@cache
def _identifier():
    import py3langid

    return py3langid.rank


def detect(text: str) -> str:
    """A two-letter code; "en" for a text with next to no letters."""
    sample = text[:SAMPLE]
    votes: dict[str, int] = {}
    voters = _voters()
    for word in _WORD.findall(sample.lower()):
        for code in voters.get(word, ()):
            votes[code] = votes.get(code, 0) + 1
    ranked = sorted(votes.items(), key=lambda v: (-v[1], v[0]))
    if ranked and ranked[0][1] >= CLEAR and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return ranked[0][0]
    if len(_WORD.findall(sample)) < 3:
        return "en"
    return next(code for code, _ in _identifier()(sample) if len(code) == 2)  # not "pcm" for plain English
