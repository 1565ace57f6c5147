"""The whole digest: which days matter most, and the sentences that tell of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.digest.pages import Page, commonness, read, relevance
from timeline.digest.sentences import best, candidates
from timeline.digest.topic import telling_words, topic_words
from timeline.events import days
from timeline.model import DateMention, Document, Span

_OPENING = 5  # sentences at a report's head that say whether it is about the topic
_NEARBY = 3  # days on either side in which the same thing is not told twice


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence of a document: document.text[start:end] == text."""

    text: str
    doc_id: str
    document: str
    published: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of the digest (day number), how much it matters and why, and its sentences, the best first."""

    day: int
    weight: days.Weight
    reason: str
    excerpts: tuple[Excerpt, ...]


def summarise(marked: Iterable[tuple[Document, list[DateMention]]], topic: Iterable[str] = (), first: int | None = None,
              last: int | None = None, top: int = 20, sentences: int = 2, order: list[int] | None = None) -> list[Entry]:
    """The `top` days that matter most, in time's order, each with at most `sentences` sentences, word for word.

    `marked`: documents with their time expressions, as `timeline.dates.tag` gives them, in any order: the result is
    the same. `topic`: words the digest is to be about; by default the names the documents share. `first`, `last`: day
    numbers, inclusive; by default from the first day they name to the last on which one was published. `order`: day numbers, the most
    wanted first, in place of the order of their weight. A day that no sentence tells of is passed over, so there may be
    fewer than `top`. Near-linear in the text.
    """
    pages = _pages(marked)
    words = topic_words(topic) or telling_words(pages)
    about = [relevance(page, words) for page in pages]
    first, last = _span(pages, first, last)
    weights = {day: weight for day, weight in days.weigh(_namings(pages, about)).items() if first <= day <= last}
    if order is None:
        order = sorted(weights, key=lambda day: (-weights[day].score, day))
    entries = _entries(pages, about, [day for day in order if day in weights], top, sentences)
    return [Entry(day, weights[day], days.in_words(weights[day]), entries[day]) for day in sorted(entries)]


def _pages(marked) -> list[Page]:
    """In an order of their own; the same text of the same day twice is one report."""
    once = {(one.published.day if one.published else "", one.text): (one, dates)
            for one, dates in sorted(marked, key=lambda pair: pair[0].doc_id, reverse=True)}
    return [read(*once[key]) for key in sorted(once)]


def _span(pages: list[Page], first: int | None, last: int | None) -> tuple[float, float]:
    """What has happened lies before the last report of it; how far back the documents look is theirs to say."""
    published = [page.published for page in pages if page.published is not None]
    return float("-inf") if first is None else first, max(published, default=float("inf")) if last is None else last


def _namings(pages: list[Page], about: list[list[float]]):
    """Every naming of a day; a report names the day it was published, said or not."""
    for page, relevant in zip(pages, about, strict=True):
        for place in page.places:
            yield days.Naming(page.document.doc_id, page.published, place.day, place.by_date, relevant[place.sentence])
        if page.published is not None:
            yield days.Naming(page.document.doc_id, page.published, page.published, False, max(relevant[:_OPENING], default=0.0))


def _entries(pages: list[Page], about: list[list[float]], order: list[int], top: int, most: int) -> dict[int, tuple[Excerpt, ...]]:
    """Day -> its excerpts, the weightiest days first, until there are `top`."""
    common, found, told = commonness(pages), {}, {}
    holds: dict[int, list[int]] = {}
    for number, page in enumerate(pages):
        for day in page.by_day.keys() | {page.published} - {None}:
            holds.setdefault(day, []).append(number)
    for day in order:
        if len(found) == top:
            break
        known = [vector for other in range(day - _NEARBY, day + _NEARBY + 1) for vector in told.get(other, ())]
        chosen = best(pages, candidates(pages, holds[day], day), common, lambda page, k: about[page][k], most, known)
        if chosen:
            found[day] = tuple(_excerpt(pages[one.candidate.page].document, one.candidate.span) for one in chosen)
            told[day] = [one.vector for one in chosen]
    return found


def _excerpt(document: Document, span: Span) -> Excerpt:
    return Excerpt(document.text[span.start:span.end], document.doc_id, document.title or document.name,
                   document.published.day if document.published else "", span.start, span.end)
