"""Running heads and page numbers: what stands at the edge of page after page, and is no part of the text.

A line is one when it comes back, but for its digits, near the same edge of several pages; a bare number is one when it
counts along with the pages. What is set aside is listed, so that nothing is lost unseen.
"""

import re
from collections import Counter

EDGE = 2  # lines at the top and at the foot of a page that are looked at
FEWEST = 3  # pages on which a running head must stand
SHARE = 0.3  # of the pages: heads of left and right pages differ
_LONGEST = 120  # characters
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"(?:p(?:age|\.)?|seite|s\.|pagina|página|pág\.)?\s{0,3}[-–—|]?\s{0,3}(\d{1,5})\s{0,3}[-–—|]?"
                     r"(?:\s{0,3}(?:of|/|von|de|di|van|sur)\s{0,3}\d{1,5})?", re.I)
_SHOWN = 3


def set_aside(pages: list[list[str]]) -> tuple[list[list[str]], tuple[str, ...]]:
    """(the pages' lines without running heads and page numbers, notes of what was set aside)."""
    pages = [_trimmed(lines) for lines in pages]
    counted = Counter(key for lines in pages for key in {_key(lines[at]) for at in _edge(lines)} if key)
    least = max(FEWEST, SHARE * sum(bool(lines) for lines in pages))
    heads = {key for key, times in counted.items() if times >= least and re.search(r"[^\W\d_]", key)}
    shift = _shift(pages)
    examples: dict[str, str] = {}
    kept, numbers = [], 0
    for index, lines in enumerate(pages):
        gone = {at for at in _edge(lines) if _key(lines[at]) in heads}
        examples.update({_key(lines[at]): lines[at] for at in gone if _key(lines[at]) not in examples})
        numbered = {at for at in _edge(lines) if shift is not None and _number(lines[at]) == index + shift}
        numbers += bool(numbered - gone)
        kept.append([line for at, line in enumerate(lines) if at not in gone | numbered])
    return kept, _notes(examples, numbers)


def _trimmed(lines: list[str]) -> list[str]:
    full = [at for at, line in enumerate(lines) if line]
    return lines[full[0]:full[-1] + 1] if full else []


def _edge(lines: list[str]) -> set[int]:
    """The places of the first and last few lines with something in them."""
    full = [at for at, line in enumerate(lines) if line]
    return {*full[:EDGE], *full[-EDGE:]}


def _key(line: str) -> str:
    """A line but for its digits; "" for one too long to be a running head, or with nothing else in it."""
    key = _DIGITS.sub("#", line).casefold().strip()
    return key if len(line) <= _LONGEST and key.strip("# .-–—|/") else ""


def _number(line: str) -> int | None:
    hit = _NUMBER.fullmatch(line.strip())
    return int(hit[1]) if hit else None


def _shift(pages: list[list[str]]) -> int | None:
    """What the page numbers count from: number - index, the same on most pages that have one; None where none count along."""
    shifts = Counter(shift for index, lines in enumerate(pages) for shift in _shifts(index, lines))
    if not shifts:
        return None
    shift, times = shifts.most_common(1)[0]
    return shift if times >= 2 and times >= SHARE * sum(bool(lines) for lines in pages) else None


def _shifts(index: int, lines: list[str]) -> set[int]:
    numbers = (_number(lines[at]) for at in _edge(lines))
    return {number - index for number in numbers if number is not None}


def _notes(examples: dict[str, str], numbers: int) -> tuple[str, ...]:
    notes = []
    if examples:
        shown = [f"“{text}”" for text in list(examples.values())[:_SHOWN]]
        notes.append("set aside as running heads: " + ", ".join(shown) + (" …" if len(examples) > _SHOWN else ""))
    if numbers:
        notes.append(f"set aside: the page numbers of {numbers:,} pages")
    return tuple(notes)
