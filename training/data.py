"""The corpora, brought under one guideline: a name is a name, without its title, "the" or possessive.

Only the sets in TRAIN are learned from. The model card (timeline/actors/model/MODEL.md) says which licence each has and why the
others (re3d: mixed; CoNLL-2003: research only) are measured on and never trained on.
"""

import csv
import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from timeline.actors.bare import bare, is_name
from timeline.actors.neural import TYPES

TRAIN = ("gmb_train", "btc", "wnut17_train", "uner_ewt_dev")
TESTS = ("gmb_test", "uner_ewt_dev", "uner_ewt_test", "re3d_test", "conll03_testa")
UNSURE = "?"  # neither a name nor none: no loss there
ACTORS = Path(__file__).resolve().parents[1] / "data" / "actors"


@dataclass(frozen=True, slots=True)
class Example:
    """A text and its names: (start, end, type), sorted, not overlapping, in code points."""

    text: str
    spans: tuple[tuple[int, int, str], ...] = ()


def read(path: Path) -> list[Example]:
    """A corpus file (JSONL: text, entities) under our guideline."""
    with open(path, encoding="utf-8") as lines:
        return [_example(json.loads(line)) for line in lines]


def training_sets(folder: Path, leave_out: tuple[str, ...] = ()) -> dict[str, list[Example]]:
    """The sets that may be learned from, by name."""
    return {name: read(folder / f"{name}.jsonl") for name in TRAIN if name not in leave_out}


def _example(row: dict) -> Example:
    text, spans, last = row["text"], [], 0
    for entity in sorted(row["entities"], key=lambda e: e["start"]):
        span = _clean(text, entity["start"], entity["end"], entity["type"])
        if span and span[0] >= last:
            spans.append(span)
            last = span[1]
    return Example(text, tuple(spans))


def _clean(text: str, start: int, end: int, kind: str) -> tuple[int, int, str] | None:
    """The span under our guideline; None: no name at all."""
    if kind not in TYPES:
        return None
    start, end = bare(text, start, end)
    name = text[start:end].lower()
    if name in demonyms() or not is_name(text[start:end]) and name[:1] != "@":
        return None
    if "http" in name or name[0] in "@#" or text[:start].rstrip()[-1:] == "@":
        return start, end, UNSURE
    return start, end, "LOC" if kind == "ORG" and name in countries() else kind


@cache
def countries() -> frozenset[str]:
    """Names of countries in lower case: a place in every corpus, whatever its noise."""
    return frozenset(name.lower() for row in country_rows() for name in (row["name"], *names_in(row["aliases"])))


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and peoples ("Iraqi", "Iraqis") in lower case: no actors here."""
    found = {name.lower() for row in country_rows() for name in names_in(row["demonyms"])}
    return frozenset(found - countries())


@cache
def country_rows() -> tuple[dict, ...]:
    """The rows of data/actors/countries.csv."""
    with open(ACTORS / "countries.csv", encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def names_in(cell: str | None) -> list[str]:
    """The names in one cell of that file."""
    return [name.strip() for name in (cell or "").split(";") if name.strip()]


def moved(example: Example, text: str, place: dict[int, int]) -> Example:
    """`example` in another dress: `place` says where each kept code point went."""
    spans = []
    for start, end, kind in example.spans:
        kept = [place[i] for i in range(start, end) if i in place]
        if kept:
            spans.append((kept[0], kept[-1] + 1, kind))
    return replace(example, text=text, spans=tuple(spans))
