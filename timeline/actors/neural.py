"""The trained recogniser: sentences -> spans of persons, organisations and places, by a small network run offline.

`spans` is None when the model or its runtime is not there; the rules and the lists then work alone. What the model is,
how it was made and how well it does is told in timeline/actors/model/MODEL.md.
"""

import hashlib
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "model"
LANGUAGES = ("en",)  # those in which the network was measured to be worth its time
BLOCK = 100_000  # characters that are read at a time: bounds the memory

TYPES = ("PER", "ORG", "LOC")
Found = tuple[int, int, str, float]  # start, end, type, score

_lock = threading.Lock()


def spans(sentences: list[str], cased: bool | None = None, folder: Path = FOLDER) -> list[list[Found]] | None:
    """For each sentence its names: (start, end, type, score 0 to 1), in code points, sorted, not overlapping.

    `cased`: whether capitals in this text mean something; None: judge each sentence by itself. A sentence gets the same
    spans whatever others are given with it. None: no model here. Never raises on any text.
    """
    network = _network(folder)
    if network is None:
        return None
    found: list[list[Found]] = [[] for _ in sentences]
    for block in blocks(sentences):
        with _lock:
            read = network.read([text for _, _, text in block], cased)
        for (i, shift, _), names in zip(block, read):
            found[i] += [(start + shift, end + shift, kind, sure) for start, end, kind, sure in names]
    return found


def is_there(folder: Path = FOLDER) -> bool:
    """Whether the model can be run."""
    return _network(folder) is not None


def blocks(sentences: list[str]) -> Iterator[list[tuple[int, int, str]]]:
    """(number of the sentence, where the text starts in it, text), about BLOCK characters at a time."""
    block, size = [], 0
    for i, sentence in enumerate(sentences):
        for at in range(0, len(sentence), BLOCK):
            part = sentence[at : at + BLOCK]
            block.append((i, at, part))
            size += len(part)
            if size >= BLOCK:
                yield block
                block, size = [], 0
    if block:
        yield block


@cache
def _network(folder: Path):
    """The network in `folder`, read once; None when it or what it runs on is not there."""
    try:
        from timeline.actors.network import Network

        _check(folder)
        return Network(folder)
    except (ImportError, OSError, ValueError, RuntimeError):
        return None


def _check(folder: Path) -> None:
    """The files are those that were measured: their SHA-256 is in SHA256SUMS."""
    for line in (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines():
        digest, name = line.split()
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise ValueError(f"{name} is not the file that SHA256SUMS names")
