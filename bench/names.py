"""Rules, network and what is shipped on names of our own in seven languages: `python -m bench.names`, as written and lower-cased.

Marked without sight of a recogniser (tests/gold/names). Exact F1 wants the same span and type, overlap any common
character and the same type. Each passage is a document of its own; the halves are passages by a hash of their id.
"""

import json
from collections.abc import Iterator
from itertools import product

from bench.gold import GOLD, f1, f1_of, half_of
from timeline import actors
from timeline.actors import neural
from timeline.actors.neural import TYPES
from timeline.dates.lexer import lower

FOLDER = GOLD / "names"
MANNERS = ("cased", "lower")

Span = tuple[int, int, str]
Marked = tuple[str, set[Span], set[Span]]  # id of the passage, its names as marked, as found


def measure() -> dict[str, dict[str, float]]:
    """language -> exact F1 of what is shipped ("cased", "lower") and of rules and network ("rules cased" ... "network lower")."""
    figures = shipped()
    for language, system, manner, marked in found():
        figures[language][f"{system} {manner}"] = f1((a, b) for _, a, b in marked)
    return figures


def shipped() -> dict[str, dict[str, float]]:
    """language -> exact F1 of `timeline.actors.entities`, as written and lower-cased."""
    return {language: {manner: f1((marked, _shipped(text, language)) for _, text, marked in read(language, manner)) for manner in MANNERS}
            for language in languages()}


def _shipped(text: str, language: str, where: list | None = None) -> set[Span]:
    return {(e["start"], e["end"], e["type"]) for e in actors.entities(text, language, where)}


def languages() -> list[str]:
    """The languages with names marked."""
    return [path.stem for path in sorted(FOLDER.glob("*.jsonl"))]


def found() -> Iterator[tuple[str, str, str, list[Marked]]]:
    """(language, system, manner, its passages); the network's are left out where it is not there."""
    for language, manner in product(languages(), MANNERS):
        passages = read(language, manner)
        for system, spans in _systems([text for _, text, _ in passages], language, manner == "cased"):
            yield language, system, manner, [(name, marked, {s[:3] for s in got}) for (name, _, marked), got in zip(passages, spans)]


def _systems(texts: list[str], language: str, cased: bool) -> Iterator[tuple[str, list]]:
    yield "rules", [_shipped(text, language, []) for text in texts]
    network = neural.spans(texts, cased)
    if network is not None:
        yield "network", network


def read(language: str, manner: str = "cased") -> list[tuple[str, str, set[Span]]]:
    """(id, text, names) of each passage."""
    rows = [json.loads(line) for line in (FOLDER / f"{language}.jsonl").read_text("utf-8").splitlines()]
    return [(row["id"], lower(row["text"]) if manner == "lower" else row["text"],
             {(e["start"], e["end"], e["type"]) for e in row["entities"]}) for row in rows]  # fmt: skip


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
    return f1_of(common, expected, tagged)


def row(pairs: list[Marked]) -> list[float]:
    """Exact F1 in all and by type, overlap F1 in all and by type, exact F1 of half A and of half B."""
    sides = [(a, b) for _, a, b in pairs]
    by_type = [[({s for s in a if s[2] == kind}, {s for s in b if s[2] == kind}) for a, b in sides] for kind in TYPES]
    halves = [[(a, b) for name, a, b in pairs if half_of(name) == half] for half in "AB"]
    return [f1(sides), *map(f1, by_type), overlap(sides), *map(overlap, by_type), *map(f1, halves)]


def main() -> None:
    """Print one line a language, manner and system."""
    from bench.report import table

    heads = ["names", "text", "system", "exact", *TYPES, "overlap", *TYPES, "half A", "half B"]
    print(table(heads, [[language, manner, system, *row(pairs)] for language, system, manner, pairs in found()]))


if __name__ == "__main__":
    main()
