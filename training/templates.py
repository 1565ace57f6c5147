"""Our own sentences: templates in training/sentences, filled from the name lists (training/fill.py).

A line is a sentence; {slot} is filled, [words|TYPE] is a name as it stands. A slot in capitals is filled in capitals.
"""

import random
import re
from pathlib import Path

from training.data import Example
from training.fill import Filler

FOLDER = Path(__file__).parent / "sentences"
PART = re.compile(r"\{([A-Za-z_0-9=]+)\}|\[([^|\]]+)\|([A-Z]+)\]")


def templates() -> list[str]:
    """Every line of every file, in a fixed order."""
    lines = (line for path in sorted(FOLDER.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def sentences(count: int, seed: int) -> list[Example]:
    """`count` filled sentences; the same for the same seed."""
    rng = random.Random(seed)
    filler, lines = Filler(rng), templates()
    return [fill(rng.choice(lines), filler) for _ in range(count)]


def fill(line: str, filler: Filler) -> Example:
    """One template with its slots filled and its names marked."""
    out, spans, at, length = [], [], 0, 0
    filler.start()
    for match in PART.finditer(line):
        before = line[at : match.start()]
        words, kind = (match[2], match[3]) if match[2] else filler.slot(match[1])
        out += [before, words]
        start = length + len(before)
        length = start + len(words)
        if kind:
            spans.append((start, length, kind))
        at = match.end()
    return Example("".join(out) + line[at:], tuple(spans))
