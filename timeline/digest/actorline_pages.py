"""A document as numbered lines, each a scene of words, dates and actors; and where in it a mention's words stand.

A mention is named as in SemEval-2015 Task 4 (Minard et al. 2015): document-sentence-token. Sentences are counted from
0 with the title and the line of the date among them; where a row has `sentences` with numbers of its own, those count.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from timeline import actors, dates, lang
from timeline import text as prose
from timeline.digest.actorline_reading import Reading
from timeline.events.date import is_dated
from timeline.events.scene import Scene
from timeline.events.vocabulary import vocabulary
from timeline.model import Span

_LONGEST = 4000  # characters of a line that are read: bounds the cost of hostile text


class Line(NamedTuple):
    """A sentence with the number it is called by."""

    number: int
    span: Span


@dataclass(frozen=True)
class Page:
    """A document of an actor's timeline. `day` is its ISO day of publication, "" where it is not known."""

    name: str
    corpus: str
    title: str
    text: str
    day: str
    language: str
    lines: tuple[Line, ...]

    @cached_property
    def dates(self) -> list:
        """Its time expressions, in order."""
        return dates.tag(self.text, self.day or None, self.language)

    @cached_property
    def actors(self) -> list:
        """Its actors, in order; the network reads along where it is there."""
        return actors.find(self.text, self.language)

    @cached_property
    def readings(self) -> list[Reading]:
        """One for each line, in order."""
        found, when, who = [], _by_line(self.lines, self.dates), _by_line(self.lines, self.actors)
        words = vocabulary(self.language)
        for place, line in enumerate(self.lines):
            span = Span(line.span.start, min(line.span.end, line.span.start + _LONGEST))
            inside = [tuple(m for m in several.get(place, ()) if m.end <= span.end) for several in (when, who)]
            found.append(Reading(Scene(self.text, span, words, *inside, earlier=tuple(who.get(place - 1, ())))))
        return found

    @cached_property
    def place_of(self) -> dict[int, int]:
        """The number of a sentence -> its place among the lines."""
        return {line.number: place for place, line in reversed(list(enumerate(self.lines)))}

    @cached_property
    def headers(self) -> frozenset[int]:
        """The places of lines that head the text and tell nothing: its title, and a line that is only a date."""
        return frozenset(place for place in range(min(3, len(self.lines))) if self._is_header(place))

    def _is_header(self, place: int) -> bool:
        span = self.lines[place].span
        said = self.text[span.start:span.end]
        if place == 0 and self.title and _letters(said) == _letters(self.title):
            return True
        dated = [m for m in self.readings[place].scene.dates if is_dated(m)]
        return len(dated) == 1 and len(_letters(dated[0].text)) + 6 > len(_letters(said))

    @cached_property
    def published(self) -> int | None:
        """The day number of its publication."""
        return date.fromisoformat(self.day).toordinal() if self.day else None


def page(row: dict) -> Page:
    """The page of a JSON row: `id`, `text`; if there, `title`, `published` (or `dct`), `corpus`, `language` and
    `sentences` ([{"sid": number, "tok": "its words ."}]; nothing else of them is read).

    Raises ValueError where `published` is no ISO date.
    """
    text, language = row["text"], row.get("language")
    language = language if isinstance(language, str) and language else lang.detect(text)
    return Page(str(row.get("id", "")), str(row.get("corpus") or ""), str(row.get("title") or ""), text,
                _day(row, text, language), language, _lines(text, row.get("sentences")))


def _day(row: dict, text: str, language: str) -> str:
    given = row.get("published") or row.get("dct")
    if given:
        return date.fromisoformat(str(given)[:10]).isoformat()
    found = dates.byline(text, language)
    return found.day if found else ""


def _lines(text: str, given) -> tuple[Line, ...]:
    numbered = _given(text, given) if isinstance(given, list) else None
    return numbered or tuple(Line(number, span) for number, span in enumerate(prose.sentences(text)))


def _given(text: str, given: list) -> tuple[Line, ...] | None:
    """The row's own sentences found again in its text, letter by letter; None where they are not the text's."""
    found, at = [], 0
    for sentence in given:
        if not isinstance(sentence, dict) or not isinstance(sentence.get("tok"), str) or not isinstance(sentence.get("sid"), int):
            return None
        start = end = None
        for letter in sentence["tok"]:
            if letter.isspace():
                continue
            at = _skip(text, at)
            if at >= len(text) or text[at] != letter:
                return None
            start = at if start is None else start
            at = end = at + 1
        if start is not None:
            found.append(Line(sentence["sid"], Span(start, end)))
    return tuple(found)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _by_line(lines: tuple[Line, ...], mentions: list) -> dict[int, list]:
    starts, found = [line.span.start for line in lines], {}
    for mention in mentions:
        place = bisect_right(starts, mention.start) - 1
        if place >= 0 and mention.end <= lines[place].span.end:
            found.setdefault(place, []).append(mention)
    return found


def _letters(text: str) -> str:
    return "".join(mark for mark in text.casefold() if mark.isalnum())


def find_words(reading: Reading, token: str, nth: int) -> int:
    """The token where the `nth` (from 0) occurrence of a mention's words begins, -1 if nowhere.

    "took_off" stands in "took six months off": the words follow each other, not always closely. Where there
    are fewer occurrences than asked for, the last one is given.
    """
    words = [word for word in token.lower().split("_") if word]
    lows = [entry.low for entry in reading.scene.tokens]
    starts = [at for at, low in enumerate(lows) if words and low == words[0]]
    whole = [at for at in starts if _follow(lows, at, words)] or starts
    if not whole and words:
        whole = [at for at, low in enumerate(lows) if low.endswith(f"-{words[-1]}") or low.startswith(f"{words[0]}-")]
    return whole[min(nth, len(whole) - 1)] if whole else -1


def _follow(lows: list[str], at: int, words: list[str]) -> bool:
    for word in words[1:]:
        at = next((k for k in range(at + 1, min(at + 8, len(lows))) if lows[k] == word), -1)
        if at < 0:
            return False
    return True
