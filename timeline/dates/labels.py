"""What is written to be followed or found, not read: web addresses, mail addresses, @names, #labels. No time stands in one."""

import math
import re

TOKEN = "://"  # the one token each of them is read as
LONGEST = 64  # characters a mail or web address may have before its mark
_MARK = re.compile(r"https?://|ftp://|www\.|\.(?:[a-z]{2,3}/|(?:com|org|net|edu|gov)(?!\w))|@[^\W\d]|#[^\W\d]")
_REST = {"@": re.compile(r"@\w+"), "mail": re.compile(r"@[\w.-]+"), "#": re.compile(r"#\w+"), "web": re.compile(r"\S+")}
_CLOSING = ".,;:!?)]}>\"'”’…"


def spans(low: str) -> list[tuple[int, int]]:
    """(start, end) of each label of a lower-cased text. A label that opens with a digit (#720pm) is read as any word."""
    found, end = [], 0
    for hit in _MARK.finditer(low):
        if hit.start() >= end and (span := _span(low, hit, end)):
            found.append(span)
            end = span[1]
    return found


def _span(low: str, hit, floor: int) -> tuple[int, int] | None:
    at, mark = hit.start(), hit[0]
    if mark[0] == "." and not (low[at - 1:at].isalpha() if mark[-1] == "/" else low[at - 1:at].isalnum()):
        return None
    if mark[0] == "#":
        return at, _REST["#"].match(low, at).end()
    before = _opening(low, max(floor, at - LONGEST), at)
    if mark[0] == "@":
        return before, _REST["mail" if before < at else "@"].match(low, at).end()
    if mark[0] == "." and mark[-1] != "/" and low[hit.end():hit.end() + 1] != "/":
        return before, hit.end()
    at = before if mark[0] == "." else at
    return at, at + len(_REST["web"].match(low, at)[0].rstrip(_CLOSING))


def _opening(low: str, floor: int, at: int) -> int:
    """Where the name that ends at `at` begins."""
    while at > floor and (low[at - 1].isalnum() or low[at - 1] in "_.+-"):
        at -= 1
    return at


def blanked(low: str) -> str:
    """A lower-cased text of the same length, nothing standing in its labels."""
    pieces, at = [], 0
    for a, b in spans(low):
        pieces += [low[at:a], "\0" * (b - a)]
        at = b
    return "".join([*pieces, low[at:]]) if at else low


def sealed(hits: list[tuple], spans: list[tuple[int, int]]) -> list[tuple]:
    """Tokens (word, start, end) with each of the spans, of which there is one at least, as one token."""
    out, rest = [], iter(spans)
    start, end = next(rest)
    for hit in hits:
        while hit[1] >= end:
            start, end = next(rest, (math.inf, math.inf))
        if hit[2] <= start:
            out.append(hit)
        elif not out or out[-1][1:] != (start, end):
            out.append((TOKEN, start, end))
    return out
