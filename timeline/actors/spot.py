"""A stretch of words taken for an actor, before it has its canonical name."""

from dataclasses import dataclass

from timeline.actors.lexicon import Entry, Lexicon
from timeline.actors.tokens import Tokens


@dataclass(slots=True)
class Spot:
    """Words `first` up to, not including, `last`. `clear`: sure enough to be known everywhere in the text."""

    first: int
    last: int
    type: str
    reason: str
    entry: Entry | None = None
    titles: tuple[str, ...] = ()
    clear: bool = False
    name: str = ""


@dataclass(slots=True)
class Scene:
    """One document under the rules of one language."""

    tokens: Tokens
    lexicon: Lexicon

    def low(self, i: int) -> str:
        """The folded word, "" beyond the text."""
        return self.tokens.low[i] if 0 <= i < len(self.tokens.low) else ""

    def is_capital(self, i: int) -> bool:
        """Whether word `i` has a capital that may mean a name (the pronoun I has not)."""
        case = self.tokens.case[i]
        return case in "CAM" or case == "I" and (self.low(i) != "i" or self.low(i + 1) != "" and self.tokens.gap[i + 1] == ".")

    def joined(self, i: int) -> bool:
        """Whether word `i` follows on the one before it as a name's words do."""
        return self.tokens.joined(i)

    def in_address(self, i: int) -> bool:
        """Whether word `i` is part of a web or mail address, a path or a file name."""
        text, start, end = self.tokens.text, self.tokens.start[i], self.tokens.end[i]
        before, after = text[start - 1 : start], text[end : end + 2]
        return before in ("@", "_", "/", "#", "=") and before != "" or after[:1] in ("@", "_") or (
            after[:1] == "." and after[1:].islower() or before == "." and text[start:end].islower())

    def contracted(self, i: int) -> bool:
        """Whether word `i` is the stem of don't, we'll, I'm."""
        return i + 1 < len(self.tokens) and self.tokens.gap[i + 1] == "'" and self.low(i + 1) in ("t", "ll", "re", "ve", "m", "d")

    def has(self, key: str, i: int) -> bool:
        """Whether the word list `key` holds word `i`."""
        return self.lexicon.has(key, self.low(i))

    def common(self, i: int) -> bool:
        """Whether word `i` is an everyday word."""
        return self.lexicon.is_common(self.low(i))

    def text(self, first: int, last: int) -> str:
        """The source's own characters from word `first` up to word `last`."""
        return self.tokens.text[self.tokens.start[first] : self.tokens.end[last - 1]]

    def title(self, i: int, limit: int) -> tuple[int, tuple[str, ...]]:
        """The titles that start at word `i`: where they end (i: none) and their words."""
        words: list[str] = []
        while i < limit:
            end = self._one_title(i, limit)
            if end == i:
                break
            words.append(" ".join(self.tokens.low[i:end]))
            i = end
        return i, tuple(words)

    def _one_title(self, i: int, limit: int) -> int:
        if self.has("honorifics", i):
            return i + 1
        end, k = self.phrase(i, limit), i
        while k < limit and (k == i or self.joined(k)):
            if self.has("title_heads", k):
                end = max(end, k + 1)
            elif not self.has("title_modifiers", k):
                break
            k += 1
        return end

    def phrase(self, i: int, limit: int) -> int:
        """Where a listed title of several words ("secretary of state") that starts at word `i` ends; `i`: none."""
        node, end = self.lexicon.titles, i
        for k in range(i, limit):
            if k > i and not self.joined(k):
                break
            node = node.get(self.low(k))
            if node is None:
                break
            if None in node:
                end = k + 1
        return end
