"""Documents as the digest reads them: sentences, their words, the days they name, and how far they are about the topic."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import log
from sys import intern
from typing import NamedTuple

from timeline import text as prose
from timeline.events.date import day_number
from timeline.model import DateMention, Document, Span

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_AGENCY = re.compile(r"[^.\n()]{0,60}\(?[A-Z][^()\n]{1,24}\)\s*(?:--|[-–—])\s*(?=[\"“‘']?[^\W\d_])")
_CLOCK = re.compile(r"[\s,|]{0,4}(?:\d{1,2}[.:]\d\d(?:\s?[A-Z]{2,4}\b)?)?[\s,|.–—-]{0,4}")  # what may follow the date of a stamp
_MARKS, _QUOTES = " \t\n-–—|,;:•", "\"'”’"  # what no sentence begins with; with a space behind them the end of another
_LEFT = 40  # characters that must be left of a sentence when its dateline is cut off; and how near its parts stand
_SHORT = 3  # letters: too many words begin with so short a topic word
_NEAR, _FAR = 0.7, 0.1  # relevance of a sentence beside one that has a topic word, and of any other


class Place(NamedTuple):
    """A day named in a sentence of a page: the sentence's number, the day, the words' offsets, and the manner."""

    sentence: int
    day: int
    start: int
    end: int
    by_date: bool


@dataclass(frozen=True)
class Page:
    """A document read: its publication day, its sentences, the words of each in lower case, the days named."""

    document: Document
    published: int | None
    spans: tuple[Span, ...]
    words: tuple[tuple[str, ...], ...]
    places: tuple[Place, ...]

    @cached_property
    def by_day(self) -> dict[int, list[Place]]:
        """Day -> where it is named, in the order of the text."""
        found: dict[int, list[Place]] = {}
        for place in self.places:
            found.setdefault(place.day, []).append(place)
        return found

    @cached_property
    def named(self) -> dict[int, list[int]]:
        """Sentence number -> the days it names, in its order; the document's own stamp is none of them."""
        found: dict[int, list[int]] = {}
        for place in self.places:
            if not (place.by_date and place.day == self.published):
                found.setdefault(place.sentence, []).append(place.day)
        return found


def read(document: Document, dates: list[DateMention]) -> Page:
    """The page of a document; `dates` as `timeline.dates.tag` gives them. Linear in the text."""
    spans = prose.sentences(document.text)
    published = day_number(document.published.day) if document.published else None
    starts = [span.start for span in spans]
    places = [Place(max(0, bisect_right(starts, one.start) - 1), one.first, one.start, one.end, one.basis == "explicit")
              for one in dates if spans and one.type in ("DATE", "TIME") and one.first is not None and one.first == one.last]
    shown = [_without_dateline(document.text, span, number, published, places) for number, span in enumerate(spans)]
    return Page(document, published, tuple(shown), tuple(tokens(document.text[a:b]) for a, b in shown), tuple(places))


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in lower case; numbers are none."""
    return tuple(intern(word.lower()) for word in _WORD.findall(text))


def _without_dateline(text: str, span: Span, number: int, published: int | None, places: list[Place]) -> Span:
    """The sentence behind what only dates or places the report: "CAIRO (AP) --", "Monday 9 May 2011 10.15 GMT"."""
    start = _behind_stamp(text, span, number, published, places) if number < 2 else span.start
    agency = _AGENCY.match(text, start, span.end)
    if agency and span.end - agency.end() >= _LEFT and (agency.group()[0].isupper() or text[agency.end()].isupper()):
        start = agency.end()
    while start < span.end - _LEFT and (text[start] in _MARKS or text[start] in _QUOTES and text[start + 1].isspace()):
        start += 1
    return Span(start, span.end)


def _behind_stamp(text: str, span: Span, number: int, published: int | None, places: list[Place]) -> int:
    start = span.start
    for place in places:
        stamp = place.by_date or 0 < start - span.start and place.start - start < _LEFT
        if stamp and place.sentence == number and place.day == published and place.start >= start:
            after = _CLOCK.match(text, place.end).end()
            start = after if text[after:after + 1].isupper() and span.end - after >= _LEFT else start
    return start


def commonness(pages: list[Page]) -> dict[str, float]:
    """Inverse document frequency: log((documents + 1) / (documents with the word + 0.5)), at least 0."""
    found = Counter(word for page in pages for word in {word for words in page.words for word in words})
    return {word: max(0.0, log((len(pages) + 1) / (count + 0.5))) for word, count in found.items()}


def relevance(page: Page, topic: tuple[str, ...]) -> list[float]:
    """For each sentence 1 where a word begins with a topic word (or is it, where that is short), less beside such a sentence, least elsewhere.

    Without topic words every sentence is as good as any other.
    """
    if not topic:
        return [1.0] * len(page.spans)
    stems, wholes = tuple(word for word in topic if len(word) > _SHORT), frozenset(topic)
    about = [any(word.startswith(stems) or word.removesuffix("'s").removesuffix("’s") in wholes for word in words) for words in page.words]
    return [1.0 if here else _NEAR if any(about[max(0, k - 1):k + 2]) else _FAR for k, here in enumerate(about)]
