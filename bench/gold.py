"""The project's own gold: sentences with marks, [words|TYPE value] for dates and [words|TYPE] for actors."""

import hashlib
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
    text, found = _unmarked(marked, MARK)
    return text, {(start, end, hit[2], hit[3] or "") for start, end, hit in found}


def _unmarked(marked: str, pattern: re.Pattern) -> tuple[str, list[tuple[int, int, re.Match]]]:
    """The text without its marks, and where the words of each mark now stand."""
    text, found, at = "", [], 0
    for hit in pattern.finditer(marked):
        text += marked[at:hit.start()]
        found.append((len(text), len(text) + len(hit[1]), hit))
        text, at = text + hit[1], hit.end()
    return text + marked[at:], found


def half_of(doc_id) -> str:
    """A or B, by a hash of the document's id: the same on every machine and for ever."""
    return "AB"[hashlib.sha256(str(doc_id).encode()).digest()[0] % 2]


def f1(pairs) -> float:
    """Micro-averaged F1 in percent of (gold set, found set) pairs; what is right is what stands in both."""
    right = gold = found = 0
    for expected, got in pairs:
        right, gold, found = right + len(expected & got), gold + len(expected), found + len(got)
    return f1_of(right, gold, found)


def f1_of(right: int, gold: int, found: int) -> float:
    """F1 in percent of what is right, of all that is gold and of all that was found; nothing at all is 100."""
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


NAMED = re.compile(r"\[([^|\]]+)(?:\|([^\]]+))?\]")


def canon(half: str | None = None) -> dict[str, float]:
    """Pairwise F1 in percent over the marked names of a group: two are one actor, in one document or across.

    `whole`: percent of the groups without a fault. A name that was not found is an actor of its own.
    `half`: A, for which the rules may be tuned, or B, which is only watched; default both, and F1 of each.
    """
    scored = [canon_group(language, documents) for _, language, documents in canon_groups(half)]
    figures = {"pairwise": f1(scored), "whole": 100 * sum(expected == got for expected, got in scored) / len(scored)}
    return figures if half else figures | {part: canon(part)["pairwise"] for part in "AB"}


def canon_groups(half: str | None = None) -> list[tuple[str, str, list[str]]]:
    """(trap, language, marked documents) of each group; the half is told by a hash of the group's text."""
    lines = (GOLD / "canon.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(trap, language, text.split(" || ")) for trap, language, text in rows if half in (None, half_of(text))]


def canon_group(language: str, documents: list[str]) -> tuple[set, set]:
    """The pairs of marks that are one actor, and those that are found to be one."""
    wanted, got = canon_names(language, documents)
    return _pairs(wanted), _pairs(got)


def canon_names(language: str, documents: list[str]) -> tuple[list[str], list[str]]:
    """For each mark the actor it should be and the one it is found to be ("" where none was found)."""
    from timeline.actors import find, join

    read = {str(number): _read_names(marked) for number, marked in enumerate(documents)}
    found = join({key: find(text, language) for key, (text, _) in read.items()})
    marks = [(key, *mark) for key, (_, spans) in read.items() for mark in spans]
    return [name for *_, name in marks], [_named(found[key], start, end) for key, start, end, _ in marks]


def _read_names(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, found = _unmarked(marked, NAMED)
    return text, [(start, end, hit[2] or hit[1]) for start, end, hit in found]


def _named(mentions: list, start: int, end: int) -> str:
    """The name of the mention that shares most of the mark: half of both, or what a title before the mark leaves."""
    shared = [(min(end, m.end) - max(start, m.start), m) for m in mentions]
    fitting = [(common, m.name) for common, m in shared
               if 2 * common >= max(m.end - m.start, end - start) or m.start <= start and m.end == end]
    return max(fitting)[1] if fitting else ""


def _pairs(names: list[str]) -> set[tuple[int, int]]:
    return {(one, other) for one in range(len(names)) for other in range(one + 1, len(names))
            if names[one] and names[one] == names[other]}


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
