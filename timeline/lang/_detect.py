"""Which language a text is in: a vote of function words first, py3langid where the vote is not clear."""

import re
from functools import cache

from timeline import lang

SAMPLE = 1500  # characters looked at
VOTES, SHARE = 2, 0.12  # function words, and their share of all words, that settle it
LEAD = 2  # times the votes of the next language
SHORT = 25  # words below which a vote for another language than English is checked
MARGIN = 20  # nats by which another language must beat English
LONGEST = 30  # letters of a word; longer runs are no words
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
    """A two-letter code; "en" for a text with next to no letters, or in no language that dates could be read in."""
    words = [w for w in _WORD.findall(text[:SAMPLE].lower()) if len(w) <= LONGEST]
    votes: dict[str, int] = {}
    voters = _voters()
    for word in words:
        for code in voters.get(word, ()):
            votes[code] = votes.get(code, 0) + 1
    ranked = sorted(votes.items(), key=lambda v: (-v[1], v[0])) + [("en", 0), ("en", 0)]
    best, most = ranked[0]
    settled = most >= VOTES and most >= SHARE * len(words) and most >= LEAD * ranked[1][1]
    if settled and (best == "en" or len(words) >= SHORT):
        return best
    if len(words) < 3:
        return "en"
    return _identified(" ".join(words), best if settled else "")


def _identified(text: str, voted: str) -> str:
    """What py3langid makes of a text, or what was voted; English unless it is clearly less likely."""
    scores = {code: score for code, score in _identifier()(text) if len(code) == 2}  # not "pcm" for plain English
    best = voted or max(scores, key=scores.get, default="en")
    return best if scores.get(best, 0) - scores.get("en", 0) > MARGIN else "en"
