"""One pass over a text: its words, where they stand, how they are written, what stands between them."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?|[^\W_]+")
WRAPPED_AT = 50  # a line this long that ends without a stop goes on in the next one
LONGEST_WORD = 40
ABBREVIATED = frozenset("st mr mrs ms dr gen sen rep gov prof col lt capt maj sgt adm rev jr sr mt ft hon messrs no ee".split())

# What stands between a word and the one before it.
SPACE, HYPHEN, APOSTROPHE, STOP_IN_NAME, COMMA, AMPERSAND, BREAK, SENTENCE, NEWLINE = " -'.,&|!\n"


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one item a word. `case`: l lower, C Capital, A ALL CAPS, I one capital letter,
    M mixed, n with digits. `opens`: first of its sentence. `blind`: letter case tells nothing here."""

    text: str
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    case: list[str] = field(default_factory=list)
    gap: list[str] = field(default_factory=list)
    opens: list[bool] = field(default_factory=list)
    blind: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.start)

    def joined(self, i: int) -> bool:
        """Whether word `i` goes on from the one before it as a name's words do."""
        return 0 < i < len(self.gap) and self.gap[i] in " -'."

    def possessive(self, i: int) -> bool:
        """Whether word `i` is the s of 's."""
        return 0 < i < len(self.low) and self.low[i] == "s" and self.gap[i] == APOSTROPHE


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case without accents; dotted letters as one form ("U.S" and "U.S." are "u.s.")."""
    low = word.casefold()
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
        low = low.replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ı", "i")
    if "." in low:
        low = low.rstrip(".") + "."
    return low


@lru_cache(maxsize=100_000)
def written(word: str) -> str:
    """The case code of a word."""
    if not word.isalpha() and "." not in word:
        return "n"
    if word[0].islower() or not word[0].isupper():
        return "M" if any(c.isupper() for c in word[1:]) else "l"
    if len(word) == 1:
        return "I"
    if word.isupper():
        return "A"
    return "C" if word[1:].islower() else "M"


def scan(text: str, part=lambda low: 0, common=lambda low: False) -> Tokens:
    """The words of `text`. `part(low)` says where a glued word is to be cut (0: nowhere),
    `common(low)` whether a word is an everyday one: both come from the lexicon."""
    tokens = Tokens(text)
    line_start, at = 0, 0
    for found in WORD.finditer(text):
        start, end = found.span()
        gap = _gap(text, at, start, tokens, line_start)
        if gap in (NEWLINE, SENTENCE) or "\n" in text[at:start]:
            line_start = max(text.rfind("\n", at, start) + 1, line_start)
        word = found.group()
        cut = part(fold(word)) if 6 < end - start < LONGEST_WORD else 0
        if cut:
            _append(tokens, text, start, start + cut, gap)
            _append(tokens, text, start + cut, end, BREAK)
        else:
            _append(tokens, text, start, end, gap)
        at = end
    _mark_blind(tokens, common)
    return tokens


def _append(tokens: Tokens, text: str, start: int, end: int, gap: str) -> None:
    word = text[start:end]
    tokens.start.append(start)
    tokens.end.append(end)
    tokens.low.append(fold(word))
    tokens.case.append(written(word))
    tokens.gap.append(gap)
    tokens.opens.append(gap in (SENTENCE, NEWLINE))


def _gap(text: str, at: int, start: int, tokens: Tokens, line_start: int) -> str:
    if not tokens.start:
        return SENTENCE
    between = text[at:start]
    if between == " ":
        return SENTENCE if _dotted_end(tokens) and text[start].isupper() and len(tokens.low[-1]) > 4 else SPACE
    return _GAPS.get(between) or _odd_gap(between, text, at, start, tokens, line_start)


_GAPS = {
    "-": HYPHEN, "‐": HYPHEN, "‑": HYPHEN, " - ": BREAK, "'": APOSTROPHE, "’": APOSTROPHE, "ʼ": APOSTROPHE, "`": APOSTROPHE,
    ", ": COMMA, ",": COMMA, " & ": AMPERSAND, "&": AMPERSAND, "": BREAK, "  ": SPACE, "\u00a0": SPACE, "\t": BREAK,
    "! ": SENTENCE, "? ": SENTENCE, ": ": SENTENCE, "; ": BREAK, "/": BREAK, " (": BREAK, ") ": BREAK,
}


def _odd_gap(between: str, text: str, at: int, start: int, tokens: Tokens, line_start: int) -> str:
    if len(between) > 40:
        return SENTENCE
    if between.startswith(".") and between.strip() == "." and "\n" not in between:
        previous = tokens.low[-1]
        if tokens.case[-1] == "I" or previous in ABBREVIATED:
            return STOP_IN_NAME
        return SENTENCE if between != "." else BREAK
    if "\n" in between or "\r" in between or "\u2028" in between:
        wrapped = not between.strip() and between.count("\n") == 1 and at - line_start >= WRAPPED_AT
        return SPACE if wrapped else NEWLINE
    if between in ("' ", "’ ") and tokens.low[-1].endswith("s") and text[start].isupper():
        return SPACE
    if between.strip() in ("-", "–") and between != "–" and " " not in between:
        return HYPHEN
    stripped = between.strip()
    if not stripped:
        return SPACE
    if any(c in stripped for c in ".!?:\"“”«»•*|<>…—–"):
        return SENTENCE
    return COMMA if stripped == "," else BREAK


def _dotted_end(tokens: Tokens) -> bool:
    return tokens.low[-1].endswith(".")


def _mark_blind(tokens: Tokens, common) -> None:
    """Worn and SHOUTED lines are blind; in An All Capitalised Line every word is judged as a first word."""
    worn = _is_worn(tokens.case)
    tokens.blind = [worn] * len(tokens)
    first = 0
    for i in range(1, len(tokens) + 1):
        if i == len(tokens) or tokens.gap[i] == NEWLINE:
            if _is_shouted(tokens, first, i):
                tokens.blind[first:i] = [True] * (i - first)
            elif _is_headline(tokens, first, i, common):
                tokens.opens[first:i] = [True] * (i - first)
            first = i


def _is_worn(cases: list[str]) -> bool:
    letters = len(cases) - cases.count("n")
    capitals = letters - cases.count("l")
    return capitals <= 0.01 * letters


def _is_shouted(tokens: Tokens, first: int, last: int) -> bool:
    cases = tokens.case[first:last]
    letters = len(cases) - cases.count("n")
    return letters >= 3 and cases.count("A") + cases.count("I") >= 0.7 * letters


def _is_headline(tokens: Tokens, first: int, last: int, common) -> bool:
    long = [i for i in range(first, last) if tokens.end[i] - tokens.start[i] > 3 and tokens.case[i] != "n"]
    capital = sum(tokens.case[i] != "l" for i in long)
    return len(long) >= 5 and capital >= 0.9 * len(long) and sum(common(tokens.low[i]) for i in long) >= 3
