"""Other names in the place of those that a sentence has, so that the model learns from the words around a name."""

import random

from training.data import Example
from training.fill import Filler


def swapped(example: Example, filler: Filler, rng: random.Random) -> Example:
    """`example` with some of its names exchanged for others of their kind, in the same writing."""
    out, spans, at, length = [], [], 0, 0
    for start, end, kind in example.spans:
        old = example.text[start:end]
        new = _other(old, kind, filler) if rng.random() < 0.6 else old
        out += [example.text[at:start], new]
        begin = length + start - at
        length = begin + len(new)
        spans.append((begin, length, kind))
        at = end
    return Example("".join(out) + example.text[at:], tuple(spans))


def _other(old: str, kind: str, filler: Filler) -> str:
    filler.start()
    if kind == "PER":
        new = filler.person() if " " in old else filler.slot("sur" if filler.rng.random() < 0.7 else "giv")[0]
    elif kind == "LOC":
        new = filler.slot(filler.rng.choice(("city", "city", "country", "region")))[0]
    elif kind == "ORG":
        new = filler.slot("acr" if old.isupper() and len(old) < 6 else "org")[0]
    else:
        return old
    return new.lower() if old.islower() else new.upper() if old.isupper() and len(old) > 5 else new
