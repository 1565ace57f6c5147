"""A sentence (or window) laid out for the questions asked of it: its words, clauses, dates and actors."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from timeline.events.vocabulary import Verb, Vocabulary
from timeline.model import ActorMention, DateMention, Span
from timeline.text import is_abbreviation

_TOKEN = re.compile(r"""
    (?:[^\W\d_]\.){2,}                                              # U.S.
  | \d+(?:[.,:]\d+)*(?:%|[^\W_]*(?:-[^\W_]+)*)                       # 45,000  9:30  1960s  66-foot
  | (?:it|he|she|that|there|what|who|here|let|where|how)(?=['’]s\b)  # it's = it + 's, unlike Egypt's
  | [^\W_]+?(?=['’](?:ve|re|m|ll|d)\b) | [^\W_]+?(?=n['’]t\b) | n['’]t\b | ['’](?:ve|re|m|ll|d|s)\b
  | [^\W_]+(?:[-'’‑.&][^\W_]+)*
  | --+ | [^\w\s] | _""", re.X | re.I)
_SHORT = 5  # letters of "Bros.", "Assoc"
_HARD = {";", ":", "—", "–", "--", "---", "(", ")", "[", "]", "|", "•"}


class Token(NamedTuple):
    """A word or mark: offsets, the text lower-cased without a possessive ending, and which mentions cover it."""

    start: int
    end: int
    low: str
    owns: bool = False
    date: int = -1
    actor: int = -1

    @property
    def is_word(self) -> bool:
        return self.low[0].isalnum() or len(self.low) > 1 and self.low[1].isalpha()


@dataclass(frozen=True)
class Scene:
    """One sentence or window of a document. `dates` and `actors` are those inside it, in order;
    `earlier` are the actors named shortly before it."""

    text: str
    span: Span
    words: Vocabulary
    dates: tuple[DateMention, ...]
    actors: tuple[ActorMention, ...]
    worn: bool = False
    earlier: tuple[ActorMention, ...] = ()

    @cached_property
    def tokens(self) -> list[Token]:
        """Words and marks in order, each told which date and which actor mention it belongs to."""
        starts = [mention.start for mention in self.dates], [mention.start for mention in self.actors]
        found = []
        for hit in _TOKEN.finditer(self.text, self.span.start, self.span.end):
            last = found[-1] if found and hit.group() == "." and found[-1].end == hit.start() else None
            if last and hit.end() < self.span.end and (is_abbreviation(last.low) or _is_shortened(self, last, hit.end())):
                found[-1] = last._replace(end=hit.end())
            else:
                found.append(_token(self, hit, *starts))
        return found

    @cached_property
    def clause_of(self) -> list[int]:
        """For each token the number of its clause; -1 for marks between clauses."""
        from timeline.events.clause import clauses

        return clauses(self)

    def clause(self, number: int) -> list[int]:
        """The tokens (indexes) of a clause."""
        return [index for index, own in enumerate(self.clause_of) if own == number]

    def of_date(self, number: int) -> list[int]:
        """The tokens (indexes) that a date mention overlaps, two mentions in one token ("2010-2011") included."""
        mention = self.dates[number]
        low = bisect_left(self.tokens, mention.start + 1, key=lambda token: token.end)
        high = bisect_left(self.tokens, mention.end, key=lambda token: token.start)
        low = min(low, max(len(self.tokens) - 1, 0))
        return list(range(low, max(high, low + 1)))[:len(self.tokens) - low]

    def said(self, token: Token) -> str:
        """A token's own letters, as the text has them, without a possessive ending."""
        return self.text[token.start:token.end - 2] if token.owns else self.text[token.start:token.end]

    @cached_property
    def kinds(self) -> dict[int, str]:
        """What `timeline.events.chunk.kind` found of a token, once asked."""
        return {}

    @cached_property
    def _verbs(self) -> list[Verb | None]:
        return []

    def verb(self, index: int) -> Verb | None:
        """The verb that a token is, judged by its neighbours where the form may be a noun ("attacks")."""
        if index < len(self._verbs):
            return self._verbs[index]
        from timeline.events.tagging import judged

        while len(self._verbs) <= index:
            self._verbs.append(judged(self, len(self._verbs)))
        return self._verbs[index]


def _is_shortened(scene: Scene, token: Token, after: int) -> bool:
    """"Corvo Inc. said", "Ruth M. Calder": a capital, and a stop that does not end the sentence."""
    short = token.end - token.start <= _SHORT and scene.text[token.start].isupper() and token.low.isalpha()
    return short and not scene.worn and scene.text[after:after + 1] in (" ", ",", "'", "’")


def _token(scene: Scene, hit: re.Match, date_starts: list[int], actor_starts: list[int]) -> Token:
    start, end = hit.span()
    low = hit.group().lower().replace("’", "'").replace("‑", "-")
    owns = low.endswith("'s") and len(low) > 3
    return Token(start, end, low[:-2] if owns else low, owns,
                 _covering(scene.dates, date_starts, start, end), _covering(scene.actors, actor_starts, start, end))


def _covering(mentions: tuple, starts: list[int], start: int, end: int) -> int:
    """The index of the mention that overlaps [start, end), or -1."""
    index = bisect_left(starts, end) - 1
    return index if index >= 0 and mentions[index].end > start else -1


def is_hard(token: Token) -> bool:
    """A mark that no clause crosses."""
    return token.low in _HARD


def is_dash(token: Token) -> bool:
    """A dash, alone or doubled, that may hold an aside."""
    return token.low in ("—", "–", "--", "---")
