"""Titles on our own gold: a sentence, its date, and the titles that an editor would let stand for it."""

import tomllib
from collections import Counter

from bench.gold import GOLD, half_of

PUBLISHED = "2019-02-28"
MOST = 4  # titles given for one sentence


def read(half: str = "") -> list[tuple[str, str, list[str]]]:
    """(sentence, the date's words in it, acceptable titles) of every file in tests/gold/titles that names no half of its
    own; with `half` of those that name this one."""
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted((GOLD / "titles").glob("*.toml"))]
    rows = [row for file in files if file.get("half", "") == half for row in file["sentences"]]
    return [(text, date, titles) for text, date, *titles in rows]


def measure() -> dict[str, float]:
    """In percent: `exact`, titles found among the acceptable; `words`, mean F1 of their words against the nearest;
    `A`, `B`, exact on the half that rules may be tuned on and on the half that is only watched; `C`, on sentences that
    rules were written for, which count in none of the others."""
    rows = [(half_of(text + date), given(text, date), titles) for text, date, titles in read()]
    halves = {half: _exact([row for row in rows if row[0] == half]) for half in "AB"}
    halves["C"] = _exact([("C", given(text, date), titles) for text, date, titles in read("C")])
    words = sum(max(_overlap(got, title) for title in titles) for _, got, titles in rows)
    return {"exact": _exact(rows), "words": 100 * words / len(rows)} | halves


def given(text: str, date: str) -> str:
    """The title of the event that the date founds in the sentence; "" where there is none."""
    from timeline.build import build
    from timeline.model import Document

    at, end = text.index(date), text.index(date) + len(date)
    found = build([Document("gold", "gold", text)], published=PUBLISHED, language="en").events
    dated = [event for event in found if event.mentions[0].date_start is not None]
    return next((e.title for e in dated if e.mentions[0].date_start < end and at < e.mentions[0].date_end), "")


def _exact(rows: list) -> float:
    return 100 * sum(got.casefold() in [title.casefold() for title in titles] for _, got, titles in rows) / len(rows)


def _overlap(got: str, title: str) -> float:
    ours, theirs = Counter(got.casefold().split()), Counter(title.casefold().split())
    return 2 * (ours & theirs).total() / ((ours + theirs).total() or 1)
