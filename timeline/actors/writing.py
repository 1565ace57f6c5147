"""How a name is written on the page: the source's own spelling, with capitals put on where it had none."""

import re

from timeline.actors.spot import Scene, Spot

PARTICLES = frozenset("bin al el van von de der den da di del la le ibn bint ben abu dos du".split())


def display(scene: Scene, spot: Spot) -> str:
    """The name as it is written; where case tells nothing, with capitals put on."""
    text = re.sub(r"\s+", " ", scene.text(spot.first, spot.last)).replace("’", "'")
    if spot.type == "ORG" and spot.last - spot.first == 1 and text.isupper():
        return text
    shouted = text.isupper() and (scene.tokens.blind[spot.first] or spot.type == "PER") and len(text) > 4
    if shouted or not any(c.isupper() for c in text):
        return capitalised(text)
    return text


def capitalised(text: str) -> str:
    """otto warmbier -> Otto Warmbier, JOHN MCCAIN -> John McCain; particles inside a name stay small."""
    parts = re.split(r"([\s'-])", text.lower())
    small = PARTICLES | {"of", "the", "and", "for"}
    return "".join(p if i and p in small else _capital(p) for i, p in enumerate(parts))


def _capital(word: str) -> str:
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word[:1].upper() + word[1:]


def capitalised_first(text: str) -> str:
    """A name on one line; capitals put on where it has none."""
    plain = re.sub(r"\s+", " ", text)
    return plain if any(c.isupper() for c in plain) else capitalised(plain)
