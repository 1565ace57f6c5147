"""Sentences and windows of a text, worn or whole, by offset.

A text may be hostile: every function here is linear in its length and never raises.
"""

import re
import tomllib
from bisect import bisect_right
from functools import cache
from pathlib import Path

from timeline.model import Span

_STOP = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*")
_WORD = re.compile(r"\S+")
_BULLET = re.compile(r"[ \t]*(?:[-*•‣◦▪·]|\d{1,3}[.)]|\(?[a-z]\))[ \t]+\S")
_OPENING = "\"'“‘«([¿¡—–-"
_CLOSING = "\"'”’»)]"
_FULL_WIDTH = "。！？"
_RULE = re.compile(r"[\s=\-_*#~·•—–]+\Z")
_NEAR = 40  # characters looked at on either side of a stop: bounds the cost of one decision
_NARROW = 45  # characters: a paragraph no wider is a stack of headings and bylines, not wrapped prose
_REACH = 400  # characters looked at on either side of a window's core


@cache
def _words(table: str, name: str) -> frozenset[str]:
    with (Path(__file__).with_name("text.toml")).open("rb") as file:
        return frozenset(tomllib.load(file)[table][name].split())


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, in order, without the white space around them.

    Blank lines, bullets and short lines before a capital (headlines) end a sentence; other single
    newlines are soft, but where each line is a sentence or a paragraph, as most of them end with a
    stop, a line without one (a caption) ends before a capital. In text without capitals a lower-case word may open a sentence.
    """
    small = _has_no_capitals(text[:20000])
    found = []
    for block in _blocks(text):
        found.extend(_split_block(text, block, small))
    return found


def is_worn(text: str) -> bool:
    """Whether sentences cannot be told: a long stretch with next to no full stop and no capital."""
    sample = text[:20000]
    words = len(sample.split())
    if words < 30 or not _has_no_capitals(sample):
        return False
    stops = (hit for hit in _STOP.finditer(sample.rstrip()) if hit.group()[0] in ".!?")
    ends = sum(1 for hit in stops if hit.end() < len(sample) and sample[hit.end()].isspace())
    return ends * 60 < words


def is_abbreviation(word: str) -> bool:
    """Whether a word with a stop after it may stand inside a sentence: "Mr", "No", "Feb"."""
    low = word.lower()
    return low in _words("abbreviation", "title") or low in _words("abbreviation", "number")


def sentence_at(spans: list[Span], position: int) -> int:
    """The index of the sentence that holds `position`, or of the one before it; -1 if there is none."""
    return bisect_right(spans, position, key=lambda span: span.start) - 1


def window(text: str, start: int, end: int, within: Span | None = None, most: int = 40) -> Span:
    """A stretch around text[start:end] that reads well, some 25 to `most` words, words never cut.

    It opens and closes, by preference, at a paragraph, a quotation, a dash, a comma or a word that
    opens a clause. `within` bounds it (a long sentence); the core is always inside.
    """
    low, high = within or Span(0, len(text))
    start, end = max(low, min(start, high)), max(low, min(end, high))
    before = _pieces_before(text, start, max(low, start - _REACH), low)
    after = _pieces_after(text, end, min(high, end + _REACH), high)
    spare = max(most - len(text[start:end].split()), 0)
    left = _best_cut(text, before, min(spare * 2 // 3, spare - min(len(after), spare // 4)), most // 4)
    right = _best_cut(text, after, spare - left, most // 3)
    first = min(before[left - 1][0] if left else start, start)
    last = max(after[right - 1][1] if right else end, end)
    return _trim(text, *_whole_words(text, first, last, low, high))


# -- blocks: what no sentence crosses ------------------------------------------------------------

def _blocks(text: str):
    paragraphs = list(_paragraphs(text))
    whole = _are_whole(text, [line for lines in paragraphs for line in lines])
    for lines in paragraphs:
        width = max(end - start for start, end in lines)
        first = lines[0][0]
        for (start, end), (then, stop) in zip(lines, lines[1:], strict=False):
            if _breaks(text, start, end, then, stop, width) or whole and _is_caption(text, start, end, then):
                yield Span(first, end)
                first = then
        yield Span(first, lines[-1][1])


def _paragraphs(text: str):
    lines, position = [], 0
    for line in text.split("\n"):
        start, end = _trim(text, position, position + len(line))
        if start < end and not _RULE.match(text, start, end):
            lines.append((start, end))
        elif lines:
            yield lines
            lines = []
        position += len(line) + 1
    if lines:
        yield lines


def _are_whole(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines are sentences or paragraphs, not wrapped prose: most of the longer ones end with a stop."""
    longer = [text[end - 1] in ".!?…" or text[end - 1] in _CLOSING and text[end - 2] in ".!?…" for start, end in lines if end - start >= _NARROW]
    return len(longer) > 2 and sum(longer) * 3 >= len(longer) * 2


def _is_caption(text: str, start: int, end: int, then: int) -> bool:
    """Whether a line is one of its own though no mark ends it: what follows opens with a capital."""
    dangling = text[max(start, end - _NEAR):end].split()[-1].lower() in _words("sentence", "opener")
    return (text[end - 1].isalnum() or text[end - 1] in _CLOSING) and text[then].isupper() and not dangling


def _breaks(text: str, start: int, end: int, then: int, stop: int, width: int) -> bool:
    """Whether the newline between two lines of a paragraph ends a sentence."""
    if _BULLET.match(text, then, stop):
        return True
    if text[end - 1] in ",;-–—(" or not _opens(text, then, small=False):
        return False
    word = text.find(" ", then, stop)
    next_word = (word if word > 0 else stop) - then
    dangling = text[max(start, end - _NEAR):end].split()[-1].lower() in _words("sentence", "opener")
    if not dangling and width < _NARROW and text[end - 1] not in ".!?":
        return text[then].isupper() or text[then].isdigit()
    return not dangling and end - start + next_word + 1 < 0.6 * width


# -- stops inside a block ------------------------------------------------------------------------

def _split_block(text: str, block: Span, small: bool):
    first = block.start
    for hit in _STOP.finditer(text, block.start, block.end):
        if hit.end() < block.end and _ends_sentence(text, hit, block, small):
            yield _trim(text, first, hit.end())
            first = hit.end()
    if first < block.end:
        yield _trim(text, first, block.end)


def _ends_sentence(text: str, hit: re.Match, block: Span, small: bool) -> bool:
    stop, after = hit.group(), hit.end()
    if stop[0] in _FULL_WIDTH:
        return True
    if not text[after].isspace():
        return _is_glued(text, hit)
    then = _skip_space(text, after, block.end)
    if not _opens(text, then, small) and "\n" not in text[after:then]:
        return False
    if stop[0] != "." or len(stop.rstrip(_CLOSING)) > 1:
        return True
    return not _is_abbreviation(text, hit.start(), then, block)


def _is_glued(text: str, hit: re.Match) -> bool:
    """"…said.The next": a lost space, not "node.js", "3.5" or an address."""
    before, after = text[max(0, hit.start() - 3):hit.start()], text[hit.end():hit.end() + 2].lstrip("“\"")
    return len(before) == 3 and before.isalpha() and before.islower() and after[:1].isupper() and after.isalpha()


def _is_abbreviation(text: str, stop: int, then: int, block: Span) -> bool:
    before = text[max(block.start, stop - _NEAR):stop].split()
    word = before[-1].lstrip(_OPENING).lower() if before else ""
    following = _following_word(text, then)
    opener = following in _words("sentence", "opener")
    if word in _words("abbreviation", "title"):
        return True
    if word in _words("abbreviation", "number"):
        return text[then].isdigit() or not opener and len(word) < 4
    if word.isdigit():
        return len(word) < 3 and (stop - block.start <= 3 or following in _words("sentence", "ordinal_month"))
    short = word in _words("abbreviation", "open") or _is_initial(word)
    return short and not opener


def _is_initial(word: str) -> bool:
    """"J", "J.R", "U.S": single letters with stops between them."""
    return 0 < len(word) < 12 and all(len(part) == 1 and part.isalpha() for part in word.split("."))


def _following_word(text: str, position: int) -> str:
    words = text[position:position + _NEAR].lstrip(_OPENING).split()
    return words[0].strip(".,;:!?" + _CLOSING).lower() if words else ""


def _opens(text: str, position: int, small: bool) -> bool:
    mark = text[position]
    if mark in _OPENING:
        rest = text[position:position + 4].lstrip(_OPENING + " ")
        mark = rest[:1] or mark
    if mark.isalpha():
        return small or not mark.islower()
    return mark.isdigit() or mark in _OPENING + "#@$€£*•"


def _has_no_capitals(text: str) -> bool:
    cased = sum(1 for mark in text if mark.islower())
    return cased > 0 and sum(1 for mark in text if mark.isupper()) * 150 < cased


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


# -- windows -------------------------------------------------------------------------------------

def _pieces_before(text: str, start: int, low: int, bound: int) -> list[tuple[int, int]]:
    """The words before a window's core, nearest first; the farthest may be cut by the reach and is left out."""
    pieces = [hit.span() for hit in _WORD.finditer(text, low, start)]
    if pieces and low > bound and not text[low - 1].isspace():
        pieces = pieces[1:]
    return pieces[::-1]


def _pieces_after(text: str, end: int, high: int, bound: int) -> list[tuple[int, int]]:
    pieces = [hit.span() for hit in _WORD.finditer(text, end, high)]
    if pieces and high < bound and not text[high].isspace():
        pieces = pieces[:-1]
    return pieces


def _best_cut(text: str, pieces: list[tuple[int, int]], most: int, ideal: int) -> int:
    """How many of `pieces` (nearest first) to keep: the seam that reads best, near the ideal length."""
    top = min(len(pieces), max(most, 0))
    near = min(ideal, top)
    scores = [_seam(text, pieces, count) - 0.16 * abs(count - near) for count in range(top + 1)]
    return max(range(top + 1), key=lambda count: (scores[count], count))


def _seam(text: str, pieces: list[tuple[int, int]], count: int) -> float:
    """How well the text may be cut after `count` pieces: 3 at the text's own edge, 0 between any two words."""
    if count >= len(pieces):
        return 3.0
    if count == 0:
        return -1.0
    inner, outer = sorted((pieces[count - 1], pieces[count]))
    left, right = text[inner[0]:inner[1]], text[outer[0]:outer[1]]
    if "\n" in text[inner[1]:outer[0]] or left[-1] in ".!?…;:":
        return 3.0
    return max(_mark_seam(left, right), _opener_seam(left, right, backwards=pieces[0][0] > pieces[-1][0]))


def _mark_seam(left: str, right: str) -> float:
    if left in "—–-" or right in "—–-" or left[-1] in "”»\"" or right[0] in "“«\"":
        return 2.5
    return 1.6 if left[-1] in ",)’" or right[0] in "(‘" else 0.0


def _opener_seam(left: str, right: str, backwards: bool) -> float:
    openers = _words("clause", "opener")
    if right.lower() in openers and left.lower() not in openers:
        return 1.5
    return -0.5 if not backwards and left.lower() in openers else 0.0


def _whole_words(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    low, high = max(low, start - _REACH), min(high, end + _REACH)
    while start > low and not text[start - 1].isspace() and not text[start].isspace():
        start -= 1
    while end < high and not text[end].isspace() and not text[end - 1].isspace():
        end += 1
    return start, end
