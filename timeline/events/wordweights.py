"""TF-IDF of a collection's words and of their character n-grams (Salton and Buckley, 1988), sparse and without a matrix."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log, sqrt

_GRAM = 4  # characters, with a mark at each end of the word
_PRIOR = 20  # reports in which every word is thought to have been seen a little, so that two documents give weights too
_KEPT = 20_000  # vectors kept at hand


class WordWeights:
    """How rare each word and n-gram is in a collection, and how much two sets of words are alike by them."""

    def __init__(self, sets: Iterable[Iterable[str]]):
        """`sets`: the words of each report, once each."""
        words, grams, total = Counter(), Counter(), 0
        for one in sets:
            one = set(one)
            words.update(one)
            total += 1
        for word, number in words.items():
            for gram in grams_of(word):
                grams[gram] += number
        self._top = log((total + _PRIOR) / 2)
        self._words = {word: self._rare(number, total) for word, number in words.items()}
        self._grams = {gram: self._rare(min(number, total), total) for gram, number in grams.items()}
        self._vectors: dict = {}

    def _rare(self, number: int, total: int) -> float:
        return max(0.1, log((total + _PRIOR) / (number + 1)) / self._top)

    def rarity(self, word: str) -> float:
        """From 0.1, a word that every report has, to 1, a word of one report alone."""
        return self._words.get(word, 1.0)

    def alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """0 to 1: the mean of the cosine of their words and of that of their words' n-grams."""
        (a, b), (c, d) = self._vector(one), self._vector(other)
        return (cosine(a, c) + cosine(b, d)) / 2

    def _vector(self, words: frozenset[str]) -> tuple[dict, dict]:
        found = self._vectors.get(words)
        if found is None:
            if len(self._vectors) >= _KEPT:
                self._vectors.clear()
            grams: dict[str, float] = {}
            for word in sorted(words):
                for gram in grams_of(word):
                    grams[gram] = self._grams.get(gram, 1.0)
            found = self._vectors[words] = (unit({word: self.rarity(word) for word in sorted(words)}), unit(grams))
        return found


@lru_cache(maxsize=100_000)
def grams_of(word: str) -> tuple[str, ...]:
    """The n-grams of a word with its ends marked; a short word is its own."""
    marked = f"^{word[:40]}$"
    return tuple(marked[at:at + _GRAM] for at in range(max(1, len(marked) - _GRAM + 1)))


def unit(weights: dict[str, float]) -> dict[str, float]:
    """The weights as a vector of length 1; empty where there is none."""
    norm = sqrt(sum(value * value for value in weights.values()))
    return {key: value / norm for key, value in weights.items()} if norm else {}


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """The cosine of two vectors of length 1."""
    if len(other) < len(one):
        one, other = other, one
    return min(1.0, sum(value * other[key] for key, value in one.items() if key in other))
