"""Hostile and damaged files of every format, read in one batch with good ones: what is said of each, and what it costs.

`measure` writes them into a folder and has another Python read that folder, so that its peak memory is its own.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from bench.gold import HOME
from bench.report import table

PAGE = HOME / "docs" / "hostile.md"
SECONDS = 10  # of processor time a text found, in place of the usual minute


def measure(large: bool = True, whole_flow: bool = True) -> dict:
    """rows {file name: [(kind, what is said)]}, hostile, good, seconds, cpu, parent (peak bytes), outside (files that appeared).

    `large` adds the files that take long; `whole_flow` also builds the timeline of what could be read.
    """
    from tests.hostile.make import write

    with tempfile.TemporaryDirectory() as place:
        home, folder = Path(place), Path(place) / "in" / "pile"
        folder.mkdir(parents=True)
        (home / "here").mkdir()
        (home / "tmp").mkdir()
        hostile, good = write(folder, home / "canary.txt", large)
        before = _listing(home)
        done = subprocess.run([sys.executable, "-m", "bench.damaged", str(folder), "flow" if whole_flow else "read"], cwd=home / "here",
                              env=_environment(home), capture_output=True, text=True, check=True)
        found = json.loads(done.stdout)
        return found | {"hostile": hostile, "good": good, "place": place, "outside": sorted(_listing(home) - before)}


def _environment(home: Path) -> dict[str, str]:
    import os

    return os.environ | {"PYTHONPATH": str(HOME), "TMPDIR": str(home / "tmp"), "HOME": str(home / "here")}


def _listing(home: Path) -> set[str]:
    """Every file with its size: what is new or changed was written by the reading."""
    return {f"{p.relative_to(home)} {p.stat(follow_symlinks=False).st_size}" for p in home.rglob("*") if not p.is_dir()}


def read(folder: Path, whole_flow: bool) -> dict:
    """Read a folder, here; see `measure`."""
    from timeline.build import build
    from timeline.model import Document
    from timeline.read import _sources, open_sources
    from timeline.read._pool import Limits, Pool
    from timeline.watch import peak

    pool = Pool(limits=Limits(seconds=SECONDS))
    _sources.pool = lambda: pool
    rows, began, documents = defaultdict(list), time.monotonic(), []
    for item in open_sources([folder]):
        file = item.name.split("#")[0].split("/")[0]
        is_text = isinstance(item, Document)
        rows[file].append(("document", " · ".join((f"{len(item.text):,} characters", *item.notes)), "CANARY" in item.text or "CANARY" in item.title)
                          if is_text else ("failure", item.reason, "CANARY" in item.reason))
        documents += [item] if is_text else []
    seconds, events = time.monotonic() - began, None
    if whole_flow:
        timeline = build(documents, progress=_told)
        events = {"events": len(timeline.events), "failed": [f"{f.name}: {f.reason}" for f in timeline.failures],
                  "wrong": _wrong_offsets(timeline), "silent": [d.name for d in _without_events(timeline) if not d.notes]}
    pool.close()
    return {"rows": rows, "seconds": seconds, "flow": events, "flow_seconds": time.monotonic() - began - seconds,
            "parent": peak()}


def _told(done: int, total: int, name: str) -> None:
    print(done, total, name, file=sys.stderr)


def _wrong_offsets(timeline) -> int:
    texts = {d.doc_id: d.text for d in timeline.documents}
    return sum(texts[m.doc_id][m.start_char:m.end_char] != m.exact for e in timeline.events for m in e.mentions)


def _without_events(timeline) -> list:
    told = {m.doc_id for e in timeline.events for m in e.mentions}
    return [d for d in timeline.documents if d.doc_id not in told]


def page(found: dict) -> str:
    """The table of docs/hostile.md: one line a file."""
    rows = []
    for name in sorted(found["hostile"]):
        kind, said, _ = next(iter(_rows(found, name)), ("nothing", "", False))
        many = f"{len(_rows(found, name)):,} texts, the first: " if len(_rows(found, name)) > 1 else ""
        rows.append([f"`{_plain(name)}`", "text" if kind == "document" else "refused", _plain(many + said.replace(found["place"].lstrip("/"), "…"))])
    return table(["file", "", "what is said"], rows).replace("| --: | --: |", "| --- | --- |", 1)


def _rows(found: dict, name: str) -> list:
    """What was said of a file, however its name was shortened and cleaned for showing."""
    from timeline.read._document import label

    return found["rows"].get(label(name), [])


def _plain(text: str) -> str:
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text).replace("|", "¦").replace("`", "'")
    return shown if len(shown) <= 200 else f"{shown[:199]}…"


def wrong(found: dict) -> list[str]:
    """What is not as it must be: one row for each hostile file, a document for each good one, no word from outside, nothing written."""
    from tests.hostile.make import MANY

    bad = [f"{name}: {len(_rows(found, name))} rows" for name in found["hostile"] if len(_rows(found, name)) != 1 and name not in MANY]
    bad += [f"{name}: not all of it" for name in set(MANY) & set(found["hostile"]) if {kind for kind, *_ in _rows(found, name)} != {"document"}]
    bad += [f"{name}: {_rows(found, name)}" for name in found["good"] if [kind for kind, *_ in _rows(found, name)] != ["document"]]
    bad += [f"{name}: words from outside" for name, rows in found["rows"].items() if any(leak for *_, leak in rows)]
    bad += [f"{name}: {said}" for name, rows in found["rows"].items() for _, said, _ in rows if "unexpected" in said or not said]
    return bad + [f"written: {name}" for name in found["outside"]]


ABOUT = """# Hostile and damaged files

{count} files of every format, made by code (`tests/hostile/make.py`): bombs, loops, lies about size, files cut off or
scrambled at many places, locked, in wrong encodings, with entities that point outside, with names that climb out of
their folder, nested without end, of one line of 50 MB, under wrong names. They are read in one batch, a folder, with
{good} good files among them. Each gives exactly one row: a text, or one reason why not (two
honest but long tables give a text a row). Every good file is read; no word of a
file outside turns up, nothing is written. `make test` holds it for all but the {large} that take longest.

`python -m bench.damaged` made this page, with a limit of {seconds} seconds of processor time a text in place of the usual
60: reading took {read:.0f} seconds, the whole flow on what could be read {flow:.0f} more; the reading process itself never
used more than {parent:.0f} MB of memory. {events} events were found in it, {wrong} of their excerpts at other offsets than they say.

"""


def write_page(found: dict) -> None:
    """Write docs/hostile.md."""
    from tests.hostile.make import hostile

    flow = found["flow"]
    few = len(list(hostile("canary"))) + 2
    PAGE.write_text(ABOUT.format(count=len(found["hostile"]), good=len(found["good"]), seconds=SECONDS, read=found["seconds"], flow=found["flow_seconds"],
                                 parent=found["parent"] / 1e6, events=flow["events"], wrong=flow["wrong"], large=len(found["hostile"]) - few)
                    + page(found) + "\n", "utf-8")


def main() -> int:
    """Measure, write the page, and say what is wrong; 1 if anything is."""
    found = measure()
    write_page(found)
    bad = wrong(found) + found["flow"]["failed"]
    print("\n".join(bad) or f"{len(found['hostile'])} hostile files: one row each, every good file read.")
    return 1 if bad or found["flow"]["wrong"] or found["parent"] > 1e9 else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(main())
    json.dump(read(Path(sys.argv[1]), sys.argv[2] == "flow"), sys.stdout)
