"""Public corpora at a path of the user's: the command tags them, and the scorers beside them (../tools) score.

Their text never enters this project: predictions go to a folder that is deleted.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.gold import HOME, half_of
from training.data import TRAIN

NAMES = ("strict", "relaxed", "value")


def dates(home: Path) -> dict[str, dict]:
    """corpus -> strict, relaxed and value F1, `dated` value F1, and value F1 of its halves, all in percent.

    The halves are documents by a hash of their id: A is what rules are tuned on, B is only watched.
    """
    return {path.stem: _dates_of(path) for path in _corpora(home / "dates", "timexes")}


def _dates_of(path: Path) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.jsonl"
        _timeline("dates", str(path), "-o", str(found))
        scores = _score(path, "score_dates.py", path, found, "--json")
        out = {name: scores[name][2] for name in NAMES}
        out["dated"] = _score(path, "score_dates.py", path, found, "--json", "--dated")["value"][2]
        for half in "AB":
            part = Path(folder) / f"{half}.jsonl"
            part.write_text("".join(line for line in _lines(path) if half_of(json.loads(line)["id"]) == half), "utf-8")
            out[half] = _score(path, "score_dates.py", part, found, "--json")["value"][2]
    return out


def actors(home: Path) -> dict[str, dict]:
    """corpus -> exact F1 by type and in all (F), and F of the same text in lower case, in percent.

    Corpora that the recogniser learned from are left out: on them a figure says nothing.
    """
    return {path.stem: _actors_of(path) for path in _corpora(home / "actors", "entities") if path.stem not in TRAIN}


def _actors_of(path: Path) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        found, lower = Path(folder) / "found.jsonl", Path(folder) / "lower.jsonl"
        _timeline("actors", str(path), "-o", str(found), "--language", "en")
        out = _score(path, "score_actors.py", path, found)
        lower.write_text("".join(_lowered(line) for line in _lines(path)), "utf-8")
        _timeline("actors", str(lower), "-o", str(found), "--language", "en")
        out["lower"] = _score(path, "score_actors.py", lower, found)["F"]
    return out


def _lowered(line: str) -> str:
    """The line with its text in lower case, where that keeps every offset."""
    record = json.loads(line)
    low = record["text"].lower()
    return json.dumps(record | {"text": low if len(low) == len(record["text"]) else record["text"]}) + "\n"


def _corpora(folder: Path, key: str) -> list[Path]:
    """The gold files of a folder: those whose first line has the key."""
    return [path for path in sorted(folder.glob("*.jsonl")) if key in json.loads(next(iter(_lines(path))))]


def _lines(path: Path) -> list[str]:
    """Its lines, ended by line feeds alone: text may hold other line ends."""
    return [line + "\n" for line in path.read_text("utf-8").split("\n") if line]


def _timeline(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "timeline", *arguments], cwd=HOME, capture_output=True, text=True)
    if done.returncode:
        print(f"timeline {arguments[0]} {Path(arguments[1]).name}: {done.stderr.strip()[-300:]}", file=sys.stderr)


def _score(corpus: Path, scorer: str, *arguments) -> dict:
    program = corpus.parents[2] / "tools" / scorer
    done = subprocess.run([sys.executable, str(program), *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{program} failed: {done.stderr.strip()[-300:]}")
    return json.loads(done.stdout)
