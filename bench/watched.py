"""What it costs to search each document in a watched process: the same documents, in this process and in those, in turn.

`python -m bench.watched` prints processor time (children and their start included) and time by the clock, and the ratios.
"""

import argparse
import hashlib
import sys
import time
from contextlib import contextmanager
from random import Random
from unittest.mock import patch

from bench.gold import HOME
from bench.report import table
from bench.speed import cpu_seconds
from timeline import finding, read
from timeline.build import build
from timeline.finding import Finders, Here, processes
from timeline.model import Document


def documents(number: int, length: int, seed: int = 3) -> list[Document]:
    """The paragraphs of the samples in ever other orders, `length` characters at most."""
    found = [d for d in read.open_sources(sorted((HOME / "data" / "samples").iterdir())) if isinstance(d, Document)]
    return [_mixed(found[n % len(found)], n, length, Random(seed + n)) for n in range(number)]


def _mixed(document: Document, number: int, length: int, dice: Random) -> Document:
    parts = document.text.split("\n\n") * (1 + length // len(document.text))
    dice.shuffle(parts)
    return Document(f"d{number}", f"d{number}.txt", f"Report {number}. " + "\n\n".join(parts)[:length], language=document.language, published=document.published)


@contextmanager
def _there():
    """Processes that are started and ended within it, so that all their time is counted."""
    crew = Finders()
    with patch.object(processes, "crew", lambda: crew):
        yield
    for child in list(crew._all):
        child.end()


@contextmanager
def _here():
    with patch.object(finding, "search", Here().search):
        yield


def measure(given: list[Document], times: int = 3) -> list[tuple[str, float, float, str]]:
    """(where, processor seconds, seconds by the clock, hash of the events): the best of several, in turn."""
    best: dict[str, tuple] = {}
    build(given[:1])  # what this process loads once is not counted
    for _ in range(times):
        for name, place in (("in the caller's process", _here), ("in watched processes", _there)):
            cpu, clock = cpu_seconds(), time.perf_counter()
            with place():
                events = build(given).events
            found = (cpu_seconds() - cpu, time.perf_counter() - clock, hashlib.sha256(repr(events).encode()).hexdigest()[:12])
            best[name] = min(best.get(name, found), found)
    return [(name, *found) for name, found in best.items()]


def main() -> int:
    """Measure and print; 1 where the two did not find the same."""
    parser = argparse.ArgumentParser("bench.watched", description=__doc__)
    parser.add_argument("--number", type=int, default=1000)
    parser.add_argument("--length", type=int, default=2500)
    parser.add_argument("--times", type=int, default=2)
    asked = parser.parse_args()
    given = documents(asked.number, asked.length)
    here, there = measure(given, asked.times)
    rows = [[name, f"{cpu:.1f}", f"{clock:.1f}"] for name, cpu, clock, _ in (here, there)]
    print(f"{len(given):,} documents, {sum(len(d.text) for d in given):,} characters\n")
    print(table(["searched", "processor time, s", "by the clock, s"], [*rows, ["ratio", f"{there[1] / here[1]:.2f}", f"{there[2] / here[2]:.2f}"]]))
    return int(here[3] != there[3])


if __name__ == "__main__":
    sys.exit(main())
