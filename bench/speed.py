"""Characters per second of processor time (user and system, children included): the best of three runs."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

from bench.gold import HOME
from timeline.actors import backends


def cpu_seconds() -> float:
    """Processor time of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def best(work, times: int = 3) -> float:
    """The least processor time of several runs, in seconds."""
    return min(_once(work) for _ in range(times))


def _once(work) -> float:
    start = cpu_seconds()
    work()
    return max(cpu_seconds() - start, 1e-9)


def texts(home: Path) -> list[tuple[str, str | None, str]]:
    """(id, published, text) to work on: the corpora's news and narratives, or the samples many times over."""
    import json

    paths = [home / "dates" / name for name in ("timebank.jsonl", "wikiwars_dev16.jsonl")] if home else []
    rows = [json.loads(line) for path in paths if path.is_file() for line in path.open(encoding="utf-8")]
    if rows:
        return [(r["id"], (r.get("dct") or "")[:10] or None, r["text"]) for r in rows]
    from timeline.read import open_sources

    documents = [d for d in open_sources(sorted((HOME / "data" / "samples").iterdir())) if hasattr(d, "text")]
    return [(f"{d.doc_id}-{n}", d.published and d.published.day, d.text) for n in range(20) for d in documents]


def measure(home: Path | None) -> dict[str, float]:
    """Characters per second of processor time of each step, and the start-up time of the command in seconds."""
    from timeline import actors, dates, lang
    from timeline.build import build
    from timeline.model import Document, DocumentDate

    rows = texts(home)
    size = sum(len(text) for *_, text in rows)
    dated = {day: DocumentDate(day, "typed", "") for _, day, _ in rows if day}
    documents = [Document(str(i), str(i), text, published=dated.get(day)) for i, day, text in rows]
    steps = {
        "dates": lambda: [dates.tag(text, day, "en") for _, day, text in rows],
        "language": lambda: [lang.detect(text) for *_, text in rows],
        "actors, rules and lists": lambda: [actors.find(text, "en", []) for *_, text in rows],
        "whole flow, rules and lists": lambda: _alone(lambda: build(documents, language="en")),
    }
    slow = {
        "actors, with the network everywhere": lambda: [actors.find(text, "en") for *_, text in rows],
        "whole flow, with the network where events need it": lambda: build(documents, language="en"),
    }
    figures = {name: size / best(step) for name, step in steps.items()} | {name: size / best(step, 1) for name, step in slow.items()}
    return figures | {"start-up": best(_start), "characters": size}


def _alone(work) -> None:
    """Without the network."""
    with patch.dict(os.environ, {backends.VARIABLE: "none"}):
        work()


def _start() -> None:
    subprocess.run([sys.executable, "-m", "timeline", "dates", "-", "--language", "en"], cwd=HOME, capture_output=True,
                   input=b'{"id": 1, "dct": "2019-02-28", "text": "last june"}\n', check=True)


def pile(home: Path | None, most: int = 100) -> dict[str, float] | None:
    """One news archive of the corpora, read and built whole: documents, events, failures, characters a second."""
    from timeline.build import build

    path = home / "timelines" / "t17" / "articles" / "egypt.jsonl" if home else None
    if not path or not path.is_file():
        return None
    data = b"\n".join(path.read_bytes().split(b"\n")[:most])
    start = cpu_seconds()
    timeline = build([("articles.jsonl", data)])
    seconds = cpu_seconds() - start
    dated = sum(e.first is not None or e.last is not None for e in timeline.events)
    return {"documents": len(timeline.documents), "failures": len(timeline.failures), "dated": dated,
            "undated": len(timeline.events) - dated, "seconds": seconds,
            "speed": sum(len(d.text) for d in timeline.documents) / seconds}
