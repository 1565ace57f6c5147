"""A document's text cut where its marks begin and end, for a view that shows all of it. Nothing here knows streamlit.

Law: the words of the pieces, one after the other, are the text itself.
"""

from bisect import bisect_right
from heapq import heappop, heappush
from typing import NamedTuple

PART = 40_000  # characters shown at a time


class Piece(NamedTuple):
    """A stretch of text that is marked in one way. `event_id`: of which event it is told; `why_not`: of a date phrase without one."""

    words: str
    event_id: str = ""
    is_date: bool = False
    why_not: str = ""


class Inks(NamedTuple):
    """The marks of one document, as (start, end, what): events by event_id, date words by event_id, rejected ones with the reason."""

    events: tuple = ()
    dates: tuple = ()
    rejected: tuple = ()


def inks(timeline, doc_id: str) -> Inks:
    """The marks of a document of a `timeline.model.Timeline`."""
    told = [(m, e.event_id) for e in timeline.events for m in e.mentions if m.doc_id == doc_id]
    dated = ((m.date_start, m.date_end, event_id) for m, event_id in told if m.date_start is not None and m.date_end is not None)
    rejected = ((r.start, r.end, r.reason) for r in timeline.rejected if r.doc_id == doc_id)
    return Inks(tuple((m.start_char, m.end_char, event_id) for m, event_id in told), tuple(dated), tuple(rejected))


def pieces(text: str, marks: Inks, start: int = 0, end: int | None = None) -> list[Piece]:
    """text[start:end] in pieces. Where events overlap, the shorter passage is the one that is marked."""
    end = len(text) if end is None else min(end, len(text))
    layers = [[span for span in layer if span[0] < end and span[1] > start and span[0] < span[1]] for layer in marks]
    edges = {start, end} | {min(max(edge, start), end) for layer in layers for span in layer for edge in span[:2]}
    places = sorted(edges)
    events, dates, rejected = (_on_top(layer, places) for layer in layers)
    return [Piece(text[a:b], e or d or "", d is not None or r is not None, (r or "") if d is None else "")
            for a, b, e, d, r in zip(places, places[1:], events, dates, rejected)]


def _on_top(spans: list, places: list[int]) -> list:
    """For each stretch between two places what the shortest span over it holds, None where there is none."""
    waiting, open_, found = sorted(spans, key=lambda span: span[0], reverse=True), [], []
    for place in places[:-1]:
        while waiting and waiting[-1][0] <= place:
            begin, end, what = waiting.pop()
            heappush(open_, (end - begin, begin, end, what))
        while open_ and open_[0][2] <= place:
            heappop(open_)
        found.append(open_[0][3] if open_ else None)
    return found


def parts(text: str, room: int = PART) -> list[int]:
    """Where the parts begin in which a long text is shown: at the last paragraph, line or space before `room` is full."""
    starts, at = [0], 0
    while len(text) - at > room:
        cut = next((found + len(mark) for mark in ("\n\n", "\n", " ") if (found := text.rfind(mark, at + room // 2, at + room)) >= 0), at + room)
        at = cut
        starts.append(at)
    return starts


def part_of(starts: list[int], offset: int) -> int:
    """The number of the part in which an offset lies."""
    return max(bisect_right(starts, offset) - 1, 0)
