"""WordPiece: a text -> the numbers of its pieces, where they stand, and which word each belongs to.

The method is that of BERT's uncased models: the basic tokenizer of Devlin et al. (2019) cleans, lower-cases, drops
accents and cuts at spaces, punctuation and CJK characters; then every word is cut into the longest pieces of the
vocabulary from left to right (WordPiece, Wu et al. 2016). Cleaning looks at one character at a time, so what stands
between two spaces or signs has the same pieces wherever it stands, and is remembered. (Marks are therefore not put in
canonical order, which never changes a piece: nearly all are dropped.)
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")  # read as themselves where a text has them
LONGEST_WORD = 100  # a longer word is [UNK]
REMEMBERED, SHORT = 20_000, 40  # so many units are remembered, if they have no more characters than that

SPACES = "\t\n\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
SIGNS = r"!-/:-@\[-`{-~"
UNIT = re.compile(rf"{'|'.join(map(re.escape, SPECIAL))}|[{SIGNS}]|[^{SPACES}{SIGNS}]+")
CJK = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002a6df"
                 "\U0002a700-\U0002b81f\U0002b920-\U0002ceaf\U0002f800-\U0002fa1f]")  # fmt: skip

# The network learned with the categories of Unicode 8. A mark or sign in one of these ranges came later and was to it a
# letter like any other; three had another category then.
LATER = """5c8-5c9 61d 7fd 890-8e2 9fd-9fe a76 afa-aff b53-b55 c04-c3c c77 c84 d00 d3b-d3c d81 eba ece 180f-1886
1abf-1af0 1b4e-1b4f 1b7d-1b7f 1df6-1dfb 2e43-2e63 a82c a8c5 a8ff a9bd 10d24-10f89 11070-11074 110c2-110cd 111cf
1123e-11241 1133b 113bb-1145e 11660-1166c 116b9 1182f-11fff 12ff1-1612f 16d6d-16f4f 16fe2-16fe4 1cf00-1d128 1d25b-1d25c
1e000-1e6f5 1e944-1e95f"""
EDGES = [int(edge, 16) + i for span in LATER.split() for i, edge in enumerate((span.split("-") * 2)[:2])]
OTHERWISE = {"\u166d": "Po", "\u1734": "Mn", "\U000111c9": "Po"}


class Pieces(NamedTuple):
    """The pieces of a text; offsets are code points of the text as it was given."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    words: list[int]


class WordPiece:
    """The vocabulary, ready to cut texts."""

    def __init__(self, vocabulary: list[str]):
        self.number = {piece: i for i, piece in enumerate(vocabulary)}
        self.longest = max(map(len, vocabulary))
        self._remembered = lru_cache(REMEMBERED)(self._cut)

    @classmethod
    def from_file(cls, path: Path) -> "WordPiece":
        """The vocabulary in a file, one piece a line; a piece's number is its line's, from 0."""
        return cls(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"))

    def read(self, text: str) -> Pieces:
        """The pieces of `text`, in a time that grows with its length. Never raises on any text."""
        ids, offsets, words, count = [], [], [], 0
        for match in UNIT.finditer(text):
            unit, at = match.group(), match.start()
            cut = self._remembered(unit) if len(unit) <= SHORT else self._cut(unit)
            for number, start, end, word in cut:
                ids.append(number)
                offsets.append((at + start, at + end))
                words.append(count + word)
            count += cut[-1][3] + 1 if cut else 0
        return Pieces(ids, offsets, words)

    def _cut(self, unit: str) -> list[tuple[int, int, int, int]]:
        """(number, start, end, word) of the pieces of a stretch without spaces, counted from its start."""
        if unit in SPECIAL:
            return [(self.number[unit], 0, len(unit), 0)]
        return [
            (number, places[start], places[end - 1] + 1, word)
            for word, (letters, places) in enumerate(_words(unit))
            for number, start, end in self._longest_first(letters)
        ]

    def _longest_first(self, word: str) -> list[tuple[int, int, int]]:
        """(number, start, end) of the longest piece that fits, then of the longest that goes on, and so forth."""
        whole = [(self.number["[UNK]"], 0, len(word))]
        if len(word) > LONGEST_WORD:
            return whole
        found, start = [], 0
        while start < len(word):
            end, mark = min(len(word), start + self.longest), "##" if start else ""
            while end > start and (number := self.number.get(mark + word[start:end])) is None:
                end -= 1
            if end == start:
                return whole
            found.append((number, start, end))
            start = end
        return found


def _words(unit: str) -> Iterator[tuple[str, list[int]]]:
    """The words of a stretch without spaces as the network reads them, and from which character each letter comes."""
    letters, places = [], []
    for i, character in enumerate(unit):
        plain, alone = _plain(character)
        if not alone:
            letters.append(plain)
            places += [i] * len(plain)
            continue
        if places:
            yield "".join(letters), places
            letters, places = [], []
        yield plain, [i] * len(plain)
    if places:
        yield "".join(letters), places


@lru_cache(20_000)
def _plain(character: str) -> tuple[str, bool]:
    """What is left of a character without accents and capitals, and whether it is a word by itself."""
    if character == "\ufffd" or _category(character) in ("Cc", "Cf", "Co", "Cs", "Mn"):
        return "", False
    bare = [c for c in unicodedata.normalize("NFD", character) if _category(c) != "Mn"]
    signs = any(c.isascii() and not c.isalnum() or _category(c)[0] == "P" for c in bare)
    return "".join(c.lower() for c in bare), signs or CJK.match(character) is not None


def _category(character: str) -> str:
    """The Unicode category, in Unicode 8; "Cn" for marks and signs that came later."""
    if bisect_right(EDGES, ord(character)) % 2:
        return "Cn"
    return OTHERWISE.get(character) or unicodedata.category(character)
