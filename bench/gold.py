"""The project's own gold: sentences with marks, [words|TYPE value] for dates and [words|TYPE] for actors."""

import re
import tomllib
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
GOLD = HOME / "tests" / "gold"
MARK = re.compile(r"\[([^|\]]+)\|(\w+)(?: ([^\]]+))?\]")


def load(name: str) -> dict:
    """A gold file as it stands."""
    return tomllib.loads((GOLD / f"{name}.toml").read_text("utf-8"))


def read_marks(marked: str) -> tuple[str, set]:
    """The text without its marks, and what they say: {(start, end, type, value)}."""
    text, spans, at = "", set(), 0
    for hit in MARK.finditer(marked):
        text += marked[at:hit.start()]
        spans.add((len(text), len(text) + len(hit[1]), hit[2], hit[3] or ""))
        text, at = text + hit[1], hit.end()
    return text + marked[at:], spans


def f1(pairs) -> float:
    """Micro-averaged F1 in percent of (gold set, found set) pairs; what is right is what stands in both."""
    right = gold = found = 0
    for expected, got in pairs:
        right, gold, found = right + len(expected & got), gold + len(expected), found + len(got)
    return 200 * right / (gold + found) if gold + found else 100.0


def dates() -> dict[str, float]:
    """Strict F1 of extents, and of extents with their type and value."""
    from timeline.dates import tag

    pairs = []
    for document in load("dates")["document"]:
        text, expected = read_marks(document["text"])
        pairs.append((expected, {(m.start, m.end, m.type, m.value) for m in tag(text, document.get("dct"), "en")}))
    return {"strict": f1(({x[:2] for x in a}, {x[:2] for x in b}) for a, b in pairs), "value": f1(pairs)}


def actors() -> dict[str, float]:
    """Exact F1 of extents with their type; a title before a name and a leading "the" are set aside."""
    from timeline.actors import find

    pairs = []
    for document in load("actors")["document"]:
        text, expected = read_marks(document["text"])
        pairs.append(({x[:3] for x in expected}, {_bare(text, m) for m in find(text, "en")}))
    return {"exact": f1(pairs)}


TITLES = re.compile(r"(?:(?:the|mr|mrs|ms|president|minister|foreign|secretary|of state)\.?\s+)+", re.I)


def _bare(text: str, mention) -> tuple:
    title = TITLES.match(text[mention.start:mention.end])
    return mention.start + (title.end() if title else 0), mention.end, mention.type


def samples() -> dict[str, float]:
    """Percent of the expected events that the sample documents give, and the events that should not be."""
    from timeline.build import build

    gold, timeline = load("samples"), build(sorted((HOME / "data" / "samples").iterdir()))
    names = {d.doc_id: d.name for d in timeline.documents}
    missed = [e for e in gold["event"] if not any(_is(event, e, names) for event in timeline.events)]
    wrong = [e for e in timeline.events if _never(e, gold["never"])]
    return {"found": 100 - 100 * len(missed) / len(gold["event"]), "invented": len(wrong), "missed": missed, "wrong": wrong}


def _is(event, expected: dict, names: dict) -> bool:
    """Whether an event, or one document's witness of it, has the date, the words and the actors."""
    witnesses = [m for m in event.mentions if expected.get("document") in (None, names[m.doc_id])]
    dated = {m.date_edtf for m in witnesses} | ({event.date_edtf} if "document" not in expected else set())
    says = " ".join([event.title, *(m.exact for m in witnesses)]).casefold()
    return (expected["edtf"] in dated and expected["words"].casefold() in says
            and set(expected.get("actors", ())) <= set(event.actors))


def _never(event, never: dict) -> bool:
    """Dated by a word that is no date, or in a year these documents do not speak of."""
    from timeline.calendar import ymd

    days = [day for day in (event.first, event.last) if day is not None]
    out = [day for day in days if not never["before"] <= ymd(day)[0] <= never["after"]]
    return bool(out) or bool(days) and event.date_text.casefold() in never["words"]
