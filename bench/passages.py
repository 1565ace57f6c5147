"""Whole passages of our own in seven languages, marked without sight of the rules: found (any overlap) and valued."""

import json

from bench.gold import GOLD, f1_of, half_of

FOLDER = GOLD / "passages"


def measure() -> dict[str, dict[str, float]]:
    """language -> relaxed and value F1, and value F1 of the halves A (looked at) and B (only watched), in percent."""
    return {path.stem: _of(path) for path in sorted(FOLDER.glob("*.jsonl"))}


def _of(path) -> dict[str, float]:
    counts = {half: _counts(path, half) for half in "AB"}
    both = [a + b for a, b in zip(*counts.values())]
    halves = {half: f1_of(n[1], *n[2:]) for half, n in counts.items()}
    return {"relaxed": f1_of(both[0], *both[2:]), "value": f1_of(both[1], *both[2:]), **halves}


def _counts(path, half: str) -> tuple[int, int, int, int]:
    """(found, found with the right value, expected, tagged) of one half of the passages."""
    from timeline.dates import timexes

    found = right = expected = tagged = 0
    for line in path.read_text("utf-8").splitlines():
        passage = json.loads(line)
        if half_of(passage["id"]) == half:
            got = timexes(passage["text"], passage["dct"], path.stem)
            pairs = list(_aligned(passage["timexes"], got))
            found, right = found + len(pairs), right + sum(a["value"] == b["value"] for a, b in pairs)
            expected, tagged = expected + len(passage["timexes"]), tagged + len(got)
    return found, right, expected, tagged


def _aligned(expected: list[dict], got: list[dict]):
    """Pairs of expressions that overlap, each taken once, the greatest overlap first (as in TempEval-3)."""
    overlaps = sorted((max(a["start"], b["start"]) - min(a["end"], b["end"]), i, j)
                      for i, a in enumerate(expected) for j, b in enumerate(got) if a["start"] < b["end"] and b["start"] < a["end"])
    used_a, used_b = set(), set()
    for _, i, j in overlaps:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            yield expected[i], got[j]
