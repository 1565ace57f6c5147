"""The best sentences of one day: near to what the day's reports share, near the head of a report, and not twice the same.

Centroid selection (Radev et al. 2004) over the sentences that name the day and the opening sentences of the reports
of that day, as in date-wise timeline summarisation (Ghalandari & Ifrim 2020).
"""

from collections import Counter
from collections.abc import Callable
from math import log, sqrt
from typing import NamedTuple

from timeline.digest.pages import Page, tokens
from timeline.events.days import WEIGHTS, manner
from timeline.events.wordweights import cosine, unit
from timeline.model import Span
from timeline.text import window

_OPENING = 5  # sentences at the head of a report of the day, which tell of it without naming it
_UNNAMED = 0.5  # what such a sentence weighs beside one that names the day
_MANNER = {**WEIGHTS, "ahead": 0.25}  # what is only announced tells less of a day than it says of its weight
_ASIDE = 0.5  # weight of a sentence that names another day first
_HEAD, _FADES = 4.0, 10.0  # how much the head of a report is worth, and after how many sentences half of it is gone
_FEWEST, _MOST = 12, 60  # words of a sentence that says enough and reads well
_SAME = 0.4  # cosine from which two sentences of a day say the same
_TOLD = 0.6  # and from which a sentence only repeats what a day nearby has told
_WEAK = 0.35  # share of the best sentence's score below which a further one adds nothing

_PIECE = 0.5  # worth of a piece of a sentence, beside a whole one
_CLOSING_MARKS, _NO_PROSE = " \"”’'»)", ("|", "://", "\\/", "@")
_WITHIN = 0.8  # share of words from which one sentence stands within another

Vector = dict[str, float]


class Candidate(NamedTuple):
    """A stretch of a page that may tell of a day: page and sentence number, its span, its weight for the day."""

    page: int
    sentence: int
    span: Span
    weight: float


class Chosen(NamedTuple):
    """A sentence taken for a day, with its vector to tell repetitions by."""

    candidate: Candidate
    vector: Vector


def candidates(pages: list[Page], numbers: list[int], day: int) -> list[Candidate]:
    """What may tell of a day, in the pages with these numbers; each sentence once, in the pages' order."""
    found: dict[tuple[int, int], Candidate] = {}
    for number in numbers:
        page = pages[number]
        for place in page.by_day.get(day, ()):
            first = page.named.get(place.sentence, [day])[0]
            weight = _MANNER[manner(page.published, day, place.by_date)] * (1.0 if first == day else _ASIDE)
            if weight > _held(found, number, place.sentence):
                found[number, place.sentence] = Candidate(number, place.sentence, _stretch(page, place), weight)
        if page.published == day:
            for sentence, span in enumerate(page.spans[:_OPENING]):
                if _UNNAMED > _held(found, number, sentence):
                    found[number, sentence] = Candidate(number, sentence, span, _UNNAMED)
    return _readable(pages, list(found.values()))


def _held(found: dict[tuple[int, int], Candidate], page: int, sentence: int) -> float:
    held = found.get((page, sentence))
    return held.weight if held else 0.0


def _stretch(page: Page, place) -> Span:
    """The sentence, or where it has no end a window in it round the words that name the day."""
    span, text = page.spans[place.sentence], page.document.text
    long = len(page.words[place.sentence]) > _MOST or span.end - span.start > 12 * _MOST
    return window(text, place.start, place.end, within=span) if long and span.start <= place.start else span


def _readable(pages: list[Page], found: list[Candidate]) -> list[Candidate]:
    """Those that are neither a scrap nor a page long; all of them where none is."""
    fit = [one for one in found if _FEWEST <= len(_text(pages, one).split()) <= _MOST]
    return fit or found


def _text(pages: list[Page], one: Candidate) -> str:
    return pages[one.page].document.text[one.span.start:one.span.end]


def best(pages: list[Page], found: list[Candidate], common: dict[str, float], about: Callable[[int, int], float],
         most: int, told: list[Vector]) -> list[Chosen]:
    """At most `most` of the candidates, the best first. `common`: inverse document frequency of each word.

    `about(page, sentence)`: how far a sentence is about the topic, 0 to 1. `told`: vectors of what nearby days
    have told already, which is not told again.
    """
    vectors = [vector(tokens(_text(pages, one)), common) for one in found]
    worth = [one.weight * about(one.page, one.sentence) for one in found]
    centre = _sum(vectors, worth)
    scores = [cosine(v, centre) * sqrt(one.weight) * about(one.page, one.sentence) * (1 + _HEAD / (1 + one.sentence / _FADES))
              * _form(_text(pages, one)) for one, v in zip(found, vectors, strict=True)]
    chosen: list[Chosen] = []
    least = 0.0
    for number in sorted(range(len(found)), key=lambda number: (-scores[number], number)):
        if len(chosen) == most or scores[number] <= least:
            break
        if _is_new(vectors[number], [one.vector for one in chosen], _SAME) and _is_new(vectors[number], told, _TOLD):
            least = least or _WEAK * scores[number]
            chosen.append(Chosen(found[number], vectors[number]))
    return chosen


def _form(text: str) -> float:
    """1 for a whole sentence of a report; less for a piece of one, a question, speech, and what bars show to be no prose."""
    whole = text[:1].isupper() or text[:1].isdigit() or text[:1] == "¡"
    ends = text.rstrip(_CLOSING_MARKS)[-1:] in (".", "!", "…", "。")
    return 1.0 if whole and ends and not any(mark in text for mark in _NO_PROSE) else _PIECE


def _is_new(one: Vector, others: list[Vector], alike: float) -> bool:
    return all(cosine(one, other) < alike and _shared(one, other) < _WITHIN for other in others)


def _shared(one: Vector, other: Vector) -> float:
    """The share of the shorter one's words that the other has too."""
    return len(one.keys() & other.keys()) / min(len(one), len(other)) if one and other else 0.0


def vector(words: tuple[str, ...], common: dict[str, float]) -> Vector:
    """The TF-IDF vector of some words, of length 1 (or empty)."""
    return unit({word: (1 + log(count)) * common.get(word, 0.0) for word, count in Counter(words).items() if len(word) > 1})


def _sum(vectors: list[Vector], weights: list[float]) -> Vector:
    """The weighted sum of vectors, of length 1."""
    whole: Vector = {}
    for one, weight in zip(vectors, weights, strict=True):
        for word, value in one.items():
            whole[word] = whole.get(word, 0.0) + weight * value
    return unit(whole)
