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
            if last and hit.end() < self.span.end and is_abbreviation(last.low):
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
        return list(range(low, max(high, low + 1)))[:len(self.tokens) - low]

    def said(self, token: Token) -> str:
        """A token's own letters, as the text has them, without a possessive ending."""
        return self.text[token.start:token.end - 2] if token.owns else self.text[token.start:token.end]

    @cached_property
    def _verbs(self) -> dict[int, Verb | None]:
        return {}

    def verb(self, index: int) -> Verb | None:
        """The verb that a token is, judged by its neighbours where the form may be a noun ("attacks")."""
        if index not in self._verbs:
            self._verbs[index] = self._judged(index)
        return self._verbs[index]

    def _judged(self, index: int) -> Verb | None:
        token = self.tokens[index]
        if token.date >= 0 or token.actor >= 0 or token.owns or not token.is_word:
            return None
        verb = self.words.verb(token.low)
        if verb is None:
            return None
        if verb.form == "ing" and token.low in self.words.nouns and not self._after_be(index):
            return None
        if verb.form in ("base", "s") and not self._reads_as_verb(index, verb):
            return None
        return None if self._is_modifier(index, verb) else verb

    def _reads_as_verb(self, index: int, verb: Verb) -> bool:
        before = self.tokens[index - 1] if index else None
        if before is None or verb.form == "s" and self._helper_follows(index):
            return False
        if before.low == "to" or self.words.has("verb.auxiliaries", before.low):
            return True
        if self.words.has("function.pronouns", before.low) and not self.words.has("function.determiners", before.low):
            return verb.form == "s" or before.low in ("i", "you", "we", "they", "who", "that", "which")
        if token_is_noun := self.tokens[index].low in self.words.nouns:
            return token_is_noun and verb.form == "s" and self._is_name(before) and self._object_follows(index)
        if verb.form == "base":
            plural = before.low.endswith("s") and before.low in self.words.nouns
            return plural or (self._is_name(before) or before.low.endswith("s")) and self._object_follows(index)
        named = before.actor >= 0 or before.is_word and not self._closed(before)
        return verb.form == "s" and named and (verb.kind == "event" or before.actor >= 0 or self._object_follows(index))

    def _is_name(self, token: Token) -> bool:
        capital = token.is_word and self.text[token.start].isupper() and not self._closed(token)
        return token.actor >= 0 or capital and token.date < 0

    def _after_be(self, index: int) -> bool:
        before = self.tokens[index - 1].low if index else ""
        known = self.words.verbs.get(before)
        return known is not None and known.lemma == "be"

    def _helper_follows(self, index: int) -> bool:
        """"US forces were": what stands before a helper is its subject."""
        after = self.tokens[index + 1].low if index + 1 < len(self.tokens) else ""
        known = self.words.verbs.get(after)
        return known is not None and known.lemma in ("be", "have") and after not in ("being", "having")

    def _object_follows(self, index: int) -> bool:
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return after is not None and (after.actor >= 0 or after.low == "to" or self.words.has("function.determiners", after.low))

    def _closed(self, token: Token) -> bool:
        return any(self.words.has(f"function.{name}", token.low)
                   for name in ("determiners", "prepositions", "conjunctions"))

    def _is_modifier(self, index: int, verb: Verb) -> bool:
        """"the planned talks", "a signing ceremony": a participle between a determiner and its noun."""
        if verb.form not in ("past", "part", "ing") or not index or index + 1 >= len(self.tokens):
            return False
        before, after = self.tokens[index - 1], self.tokens[index + 1]
        if verb.form == "ing" and after.low in self.words.nouns:
            return True
        closed = self.words.has("function.determiners", before.low) or before.owns
        return closed and after.is_word and not self._closed(after) and before.low not in ("that", "all", "both", "this")


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
