"""What a project keeps: edits through kill -9, many writers at once, and a million events searched.

`python -m bench.keeping` measures all three and prints a table; `python -m bench.keeping kills --times 20` only one.
kill -9 ends a process, not the machine: that what was acknowledged survives a power cut is SQLite's own promise of
WAL with synchronous = FULL on a disk that obeys fsync.
"""

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from bench.gold import HOME
from bench.report import table
from timeline import calendar
from timeline.model import Event, Mention
from timeline.project import Project, making
from timeline.project.store import Store

TEXT = "On 3 June 2018 the ministers met in Hanoi. On 4 June 2018 they signed a pact."
EVENTS = 300  # that a writer puts in anew between its edits
WORDS = ("summit talks treaty pact meeting visit accord vote strike election march protest ruling speech border trade flood "
         "harvest railway bridge school hospital archive letter telegram census siege truce embargo pension").split()


def new(folder: Path) -> Path:
    """A small project with one document and its events."""
    path = folder / "kept.timeline"
    with Project.new(path, who="bench") as project:
        project.add([("a.txt", TEXT.encode())])
        project.refresh()
    return path


# kill -9

def kills(path: Path, times: int, writers: int = 2, seed: int = 1) -> dict[str, int]:
    """`times` rounds of writers that are killed in the middle of their work; what they had acknowledged must be there."""
    dice, figures = Random(seed), {"rounds": times, "kills": 0, "acknowledged": 0, "lost": 0, "damaged": 0, "torn runs": 0}
    for _ in range(times):
        told = _killed([_writer(path, f"w{n}", 10 ** 6, ("--runs",) if n else ()) for n in range(writers)], dice)
        figures["kills"] += writers
        figures["acknowledged"] += len(told)
        with Project(path, who="bench") as project:
            kept = {(edit.edit_id, edit.who, edit.value) for edit in project.edits()}
            figures["lost"] += len(told - kept)
            figures["damaged"] += bool(project.store.integrity())
            figures["torn runs"] += sum(1 for _ in project.store.found()) not in (2, EVENTS)
    with Project(path, who="bench") as project:
        figures["damaged"] += project.store.broken_link() is not None
    return figures


def _writer(path: Path, who: str, count: int, options: tuple = ()) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-m", "bench.keeping", "write", str(path), who, str(count), *options], cwd=HOME,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)  # no line may wait in a buffer of ours


def _killed(writers: list[subprocess.Popen], dice: Random) -> set[tuple]:
    """What they had acknowledged when they were killed."""
    told = [_first(writer) for writer in writers]
    time.sleep(dice.random() * 0.15)
    for writer in writers:
        os.kill(writer.pid, signal.SIGKILL)
    for writer in writers:
        told += [_said(line) for line in writer.communicate()[0].splitlines(keepends=True) if line.endswith(b"\n")]
    return set(told)


def _first(writer: subprocess.Popen) -> tuple:
    line = writer.stdout.readline()
    if not line:
        raise RuntimeError(f"a writer could not write: {writer.communicate()[1].decode()}")
    return _said(line)


def _said(line: bytes) -> tuple:
    edit_id, who, note = line.decode().split()
    return int(edit_id), who, note


def write(path: Path, who: str, count: int, runs: bool = False) -> None:
    """A writer: edits, each acknowledged on standard output once it is kept; with `runs`, extractions between them."""
    with Project(path, who=who) as project:
        event = project.timeline().events[0]
        for number in range(count):
            made = project.edit(making.change(event, "note", f"{who}-{os.getpid()}-{number}"))[0]
            print(made.edit_id, made.who, made.value, flush=True)
            if runs and number % 5 == 4:
                _run(project.store)


def _run(store: Store) -> None:
    first = next(store.found())
    with store.writing():
        store.start_run("{}", "{}", "none", store.rest(), "", "bench")
        store.put_events(replace(first, event_id=f"e{n}") if n else first for n in range(EVENTS))


# many writers

def crowd(path: Path, writers: int = 8, edits: int = 100) -> dict[str, float]:
    """Writers at once, each with its own process: none may fail, and every edit must be there."""
    start = time.perf_counter()
    running = [_writer(path, f"c{n}", edits) for n in range(writers)]
    done = [(writer.communicate(), writer.returncode) for writer in running]
    seconds = time.perf_counter() - start
    told = {_said(line) for (out, _), _ in done for line in out.splitlines()}
    with Project(path, who="bench") as project:
        kept = {(edit.edit_id, edit.who, edit.value) for edit in project.edits()}
        wrong = len(project.verify())
    return {"writers": writers, "edits": writers * edits, "errors": sum(code != 0 for _, code in done) + wrong,
            "lost": writers * edits - len(told & kept), "seconds": seconds}


# a million events

def events(count: int, seed: int = 7) -> Iterator[Event]:
    """Made-up events of made-up people, a few very busy and most seldom, over two centuries."""
    dice = Random(seed)
    for number in range(count):
        day = calendar.day(1820, 1, 1) + int(dice.random() * 73_000)
        names = tuple(dict.fromkeys(f"Person {int(20_000 * dice.random() ** 4)}" for _ in range(dice.choice((0, 1, 1, 2)))))
        words = [WORDS[int(len(WORDS) * dice.random() ** 2)] for _ in range(3)]
        title, said = f"{words[0]} and {words[1]}", f"On that day the {words[0]} and the {words[1]} number {number} led to a {words[2]} in town {number % 997}."
        iso = calendar.iso(day)
        mention = Mention(f"d{number // 20:x}", f"Page {number // 20}", iso, 0, len(said), said, "", "", iso, 0, 10, iso, "explicit", "ISO date", names)
        yield Event(f"{number:016x}", title, day, day, iso, iso, "day", "exact", "explicit", "ISO date", "instant", "actual", names,
                    f"Town {number % 997}", said, (mention,), dice.random(), 0.9)


def million(folder: Path, count: int, asked: int = 200) -> dict[str, float]:
    """Write `count` events, then ask for an actor, a range and a word together; times in milliseconds of processor time, size in megabytes."""
    path = folder / "million.timeline"
    Project.new(path, who="bench").store.close()
    start = time.process_time()
    store = Store(path)
    with store.writing():
        store.start_run("{}", "{}", "", store.pack(None), "", "bench")
        store.put_events(events(count))
    figures = {"events": count, "write, seconds": time.process_time() - start}
    store.close()
    with Project(path, who="bench") as project:
        figures |= _asked(project, asked)
        start = time.process_time()
        project.edit(*(making.approve(event) for event in project.find(limit=100)))
        project.find(limit=1)
        figures["100 edits and the first search after them, ms"] = 1000 * (time.process_time() - start)
    figures["file, MB"] = path.stat().st_size / 1e6
    return figures


def _asked(project: Project, times: int) -> dict[str, float]:
    """Median and 95th percentile of a page of 200 rows with its counts, for actors busy and seldom and words common and rare."""
    dice, took = Random(3), {"a page of rows": [], "its counts": []}
    for _ in range(times):
        first = calendar.day(dice.randint(1820, 2000), 1, 1)
        asked = {"actors": [f"Person {int(20_000 * dice.random() ** 4)}"], "first": first, "last": first + 3650, "text": dice.choice(WORDS)}
        for name, ask in (("a page of rows", project.find), ("its counts", project.count)):
            start = time.process_time()
            ask(**asked)
            took[name].append(1000 * (time.process_time() - start))
    return {f"{name}, {what}, ms": value for name, ms in took.items()
            for what, value in (("median", statistics.median(ms)), ("p95", sorted(ms)[int(len(ms) * .95)]))}


def main() -> int:
    """Measure what was asked for and print it; 1 where anything was lost."""
    asked = _arguments()
    if asked.part == "write":
        write(Path(asked.values[0]), asked.values[1], int(asked.values[2]), asked.runs)
        return 0
    figures = {}
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        if asked.part in ("all", "kills"):
            figures["kill -9"] = kills(new(Path(folder)), asked.times)
        if asked.part in ("all", "crowd"):
            (Path(folder) / "crowd").mkdir()
            figures["writers at once"] = crowd(new(Path(folder) / "crowd"))
        if asked.part in ("all", "million"):
            figures["a million events"] = million(Path(folder), asked.events)
    print(table(["what a project keeps", "measure", "figure"], [[part, *row] for part, got in figures.items() for row in got.items()]))
    return int(any(got.get(bad) for got in figures.values() for bad in ("lost", "damaged", "errors", "torn runs")))


def _arguments():
    parser = argparse.ArgumentParser("bench.keeping", description=__doc__)
    parser.add_argument("part", nargs="?", default="all", choices=("all", "kills", "crowd", "million", "write"))
    parser.add_argument("values", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument("--runs", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--times", type=int, default=200, help="rounds, each of two writers that are killed")
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--folder", help="where the files are made; by default the system's place for such")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
