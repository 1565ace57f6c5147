"""The gold of merging: pairs of reports of our own, through the whole flow, that are one event or two.

tests/gold/merges/*.toml: a group has its kind, its truth ("one" or "two") and its pairs, one a line: `day: text || day: text`,
or `day: text` with both reports. A report stands in square brackets, and ¶ is an empty line between paragraphs.
"""

import re
import tomllib
from typing import NamedTuple

from bench.gold import GOLD, half_of

MARK = re.compile(r"\[([^\]]*)\]")


class Pair(NamedTuple):
    """Two reports: documents as (day of publication, text), and each report as (number of its document, start, end).

    `half`: A, which was looked at while the rules were made, or B, which is only watched.
    """

    half: str
    kind: str
    truth: str
    line: str
    documents: tuple[tuple[str, str], ...]
    marks: tuple[tuple[int, int, int], ...]


def pairs(half: str | None = None) -> list[Pair]:
    """Every pair of the gold, or of one half; the half is told by a hash of the pair, where its group does not say."""
    groups = [g for path in sorted((GOLD / "merges").glob("*.toml")) for g in tomllib.loads(path.read_text("utf-8"))["group"]]
    every = [read(g["kind"], g["truth"], line, g.get("half", "")) for g in groups for line in g["pairs"].strip().splitlines()]
    return [pair for pair in every if half in (None, pair.half)]


def read(kind: str, truth: str, line: str, half: str = "") -> Pair:
    """A line of the gold. Raises ValueError if it has not two marks."""
    documents, marks = [], []
    for number, part in enumerate(line.split(" || ")):
        day, _, marked = part.partition(": ")
        text, at = "", 0
        for hit in MARK.finditer(marked := re.sub(" *¶ *", "\n\n", marked)):
            text += marked[at:hit.start()]
            marks.append((number, len(text), len(text) + len(hit[1])))
            text, at = text + hit[1], hit.end()
        documents.append((day, text + marked[at:]))
    if len(marks) != 2:
        raise ValueError(f"not two reports: {line}")
    return Pair(half or half_of(line), kind, truth, line, tuple(documents), tuple(marks))


def found(pair: Pair) -> tuple[set[str], set[str]]:
    """The ids of the events that each of the two reports is a witness of; empty where nothing was found in it."""
    from timeline.build import build
    from timeline.model import Document, DocumentDate

    documents = [Document(f"d{number}", f"d{number}", text, published=DocumentDate(day, "typed", "typed"))
                 for number, (day, text) in enumerate(pair.documents)]
    events = build(documents, language="en").events
    return tuple({e.event_id for e in events if any(_tells(m, pair, mark) for m in e.mentions)} for mark in pair.marks)


def _tells(mention, pair: Pair, mark: tuple[int, int, int]) -> bool:
    """Whether a witness stands on the marked words: its date among them, or, with none of its own, its excerpt."""
    number, start, end = mark
    if mention.doc_id != f"d{number}":
        return False
    if mention.date_start is not None:
        return start <= mention.date_start < end
    return mention.start_char < end and start < mention.end_char


def measure(half: str | None = None) -> dict[str, float]:
    """Precision and recall in percent of "these two are one event", over all, and over each half.

    `reached`: percent of the pairs with an event in both reports. A pair that is not reached counts as told apart.
    """
    rows = [(pair, *found(pair)) for pair in pairs(half)]
    figures = _figures(rows) | {"reached": 100 * sum(bool(a and b) for _, a, b in rows) / len(rows)}
    return figures | {f"{name} {part}": value for part in "AB" for name, value in
                      _figures([row for row in rows if row[0].half == part]).items()}


def _figures(rows: list) -> dict[str, float]:
    joined = [pair.truth for pair, one, other in rows if one & other]
    true = sum(pair.truth == "one" for pair, *_ in rows)
    return {"precision": 100 * joined.count("one") / len(joined) if joined else 100.0,
            "recall": 100 * joined.count("one") / true if true else 100.0}
