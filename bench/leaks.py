"""No corpus text in the project: runs of ten words that a tracked file shares with a corpus."""

import json
import re
import subprocess
from pathlib import Path

from bench.gold import HOME

RUN = 10
WORD = re.compile(r"[^\W_]+")


def find(home: Path) -> list[str]:
    """"file: the shared words", for every corpus text under `home` and in the folder `seed` beside it."""
    ours = {}
    for name in subprocess.check_output(["git", "ls-files", "-z"], cwd=HOME).decode().split("\0"):
        if name and not name.startswith("requirements"):
            ours |= dict.fromkeys(_runs(_text(HOME / name)), name)
    shared = {run for text in _texts(home) for run in _runs(text) if run in ours}
    return sorted(f"{ours[run]}: {' '.join(run)}" for run in shared)


def _runs(text: str):
    words = WORD.findall(text.casefold())
    return zip(*(words[n:] for n in range(RUN)))


def _text(path: Path) -> str:
    data = path.read_bytes() if path.is_file() else b""
    return "" if b"\0" in data[:1000] else data.decode("utf-8", "ignore")


def _texts(home: Path):
    for path in sorted(home.rglob("*.jsonl")):
        for line in path.read_text("utf-8").split("\n"):
            if line:
                yield json.loads(line).get("text") or ""
    for path in sorted((home.parent / "seed").glob("*.txt")):
        yield path.read_text("utf-8")
