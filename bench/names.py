"""Rules, network and both on names of our own in seven languages: `python -m bench.names`, as written and lower-cased.

Marked without sight of a recogniser (tests/gold/names). Exact F1 wants the same span and type, overlap any common
character and the same type. Each passage is a document of its own; the halves are passages by a hash of their id.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from bench.corpora import half_of
from bench.gold import GOLD, f1
from timeline import actors
from timeline.actors import neural
from timeline.actors.combine import Ruled, combine

FOLDER = GOLD / "names"
TYPES = ("PER", "ORG", "LOC")
MANNERS = ("cased", "lower")

Span = tuple[int, int, str]
Passage = tuple[str, str, set[Span]]  # id, text, names


def measure() -> dict[str, dict[str, float]]:
    """language -> exact F1 of each system, "rules cased" to "both lower"; the network's are left out where it is not there."""
    return {language: {f"{system} {manner}": f1((marked, got) for _, marked, got in spans)
                       for system, manner, spans in found(language)} for language in languages()}


def languages() -> list[str]:
    """The languages with names marked."""
    return [path.stem for path in sorted(FOLDER.glob("*.jsonl"))]


def found(language: str) -> Iterator[tuple[str, str, list[tuple[str, set[Span], set[Span]]]]]:
    """(system, manner, [(id, marked, found)]) for each system that can be run."""
    for manner in MANNERS:
        passages = [_dressed(passage, manner) for passage in read(FOLDER / f"{language}.jsonl")]
        for system in SYSTEMS if neural.is_there() else ("rules",):
            got = SYSTEMS[system]([text for _, text, _ in passages], language, manner == "cased")
            yield system, manner, [(name, marked, {span[:3] for span in spans}) for (name, _, marked), spans in zip(passages, got)]


def read(path: Path) -> list[Passage]:
    """The passages of a file with their names."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [(row["id"], row["text"], {(e["start"], e["end"], e["type"]) for e in row["entities"]}) for row in rows]


def _dressed(passage: Passage, manner: str) -> Passage:
    name, text, marked = passage
    return name, "".join(c if len(c.lower()) > 1 else c.lower() for c in text) if manner == "lower" else text, marked


def by_rules(texts: list[str], language: str, cased: bool) -> list[list[Span]]:
    """The rules and lists alone."""
    return [[(e["start"], e["end"], e["type"]) for e in actors.entities(text, language)] for text in texts]


def by_network(texts: list[str], language: str, cased: bool) -> list[list[tuple]]:
    """The network alone."""
    return neural.spans(texts, cased)


def by_both(texts: list[str], language: str, cased: bool) -> list[list[tuple]]:
    """The two combined, as in English."""
    return [combine([text], [names], [ruled(text, language)])[0] for text, names in zip(texts, neural.spans(texts, cased))]


def ruled(text: str, language: str = "en") -> list[Ruled]:
    """What the rules find, with the list that knows it."""
    scene, spots = actors._read(text, language)
    tokens = scene.tokens
    return [Ruled(tokens.start[s.first], tokens.end[s.last - 1], s.type, s.entry.kind if s.entry else "", s.reason,
                  actors._is_adjective(scene, s)) for s in spots]  # fmt: skip


SYSTEMS = {"rules": by_rules, "network": by_network, "both": by_both}


def overlap(pairs: list[tuple[set[Span], set[Span]]]) -> float:
    """F1 of names that share a character and the type with a marked one, each taken once."""
    common = expected = tagged = 0
    for marked, got in pairs:
        free = sorted(got)
        for start, end, kind in sorted(marked):
            hit = next((s for s in free if s[0] < end and start < s[1] and s[2] == kind), None)
            if hit:
                free.remove(hit)
                common += 1
        expected, tagged = expected + len(marked), tagged + len(got)
    return 200 * common / (expected + tagged) if expected + tagged else 100.0


def row(pairs: list[tuple[str, set[Span], set[Span]]]) -> list[float]:
    """Exact F1 in all and by type, overlap F1 in all and by type, exact F1 of half A and of half B."""
    sides = [(a, b) for _, a, b in pairs]
    by_type = [[({s for s in a if s[2] == kind}, {s for s in b if s[2] == kind}) for a, b in sides] for kind in TYPES]
    halves = [[(a, b) for name, a, b in pairs if half_of(name) == half] for half in "AB"]
    return [f1(sides), *map(f1, by_type), overlap(sides), *map(overlap, by_type), *map(f1, halves)]


def main() -> None:
    """Print one line a language, manner and system."""
    from bench.report import table

    heads = ["names", "text", "system", "exact", *TYPES, "overlap", *TYPES, "half A", "half B"]
    print(table(heads, [[language, manner, system, *row(pairs)] for language in languages() for system, manner, pairs in found(language)]))


if __name__ == "__main__":
    main()
