"""Timeline summarisation: the digest of four topics of Timeline17 (Tran et al. 2013) beside simple ways to choose days.

Each topic has news articles and one timeline of an editor's. Length and span are the editor's (as many days, from the
first to the last of them), the topic words come with the topic, SENTENCES a day; the scorer is the corpus's own. All ways
but the digest's differ from it in the choice of days alone. Articles that are chronologies themselves help a digest, as
they help a reader; `no chronicles` leaves out those that name half of the editor's days.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

SENTENCES, SEED, DRAWS = 2, 2011, 3
MEASURES = ("date", "AR1", "AR2")


def measure(home: Path) -> dict[str, dict[str, float]] | None:
    """way -> "TOPIC date", "TOPIC AR1", "TOPIC AR2" and their means ("date", "AR1", "AR2"), in percent.

    None, said on standard error, where the corpus or what its scorer needs is missing.
    """
    gold = home / "timelines" / "t17" / "timelines.jsonl"
    scorer = home.parent / "tools" / "score_timelines.py"
    if not gold.is_file() or not scorer.is_file():
        print("summaries: no timelines/t17 or no scorer beside the corpora; not measured", file=sys.stderr)
        return None
    if subprocess.run([sys.executable, "-c", "import nltk"], capture_output=True).returncode:
        print("summaries: the scorer needs nltk (pip install nltk, or its folder in PYTHONPATH); not measured", file=sys.stderr)
        return None
    rows = [json.loads(line) for line in gold.read_text("utf-8").split("\n") if line]
    told: dict[str, list[dict]] = {}
    for row in rows:
        for way, entries in _ways(row, gold.parent / "articles" / f"{row['topic']}.jsonl"):
            told.setdefault(way, []).append({"topic": row["topic"], "timeline_id": row["timeline_id"], "entries": entries})
    return _averaged({way: _scored(scorer, gold, predicted) for way, predicted in told.items()})


def _ways(row: dict, articles: Path):
    """(name, entries) of every way to make the timeline of one topic."""
    from timeline.build import tagged

    wanted = {date.fromisoformat(entry["date"]).toordinal() for entry in row["entries"]}
    marked, _ = tagged([articles], language="en")
    yield "digest", _digest(marked, row, wanted)
    yield "digest, no chronicles", _digest([one for one in marked if not _is_chronicle(one, wanted)], row, wanted)
    published = Counter(date.fromisoformat(one.published.day).toordinal() for one, _ in marked if one.published)
    yield "publication count", _digest(marked, row, wanted, _ordered(published))
    named = Counter(mention.first for _, dates in marked for mention in dates if _is_day(mention))
    yield "mention count", _digest(marked, row, wanted, _ordered(named))
    for draw in range(DRAWS):
        days = list(range(min(wanted), max(wanted) + 1))
        random.Random(SEED + draw).shuffle(days)
        yield f"chance {draw}", _digest(marked, row, wanted, days[:len(wanted)])


def _digest(marked: list, row: dict, wanted: set[int], order: list[int] | None = None) -> list[dict]:
    from timeline.digest import summarise

    entries = summarise(marked, row["keywords"], min(wanted), max(wanted), len(wanted), SENTENCES, order)
    return [{"date": date.fromordinal(entry.day).isoformat(), "text": [one.text for one in entry.excerpts]} for entry in entries]


def _is_day(mention) -> bool:
    return mention.type in ("DATE", "TIME") and mention.first is not None and mention.first == mention.last


def _is_chronicle(one, wanted: set[int]) -> bool:
    return 2 * len(wanted & {mention.first for mention in one[1] if _is_day(mention) and mention.basis == "explicit"}) >= len(wanted)


def _ordered(counts: Counter) -> list[int]:
    return sorted(counts, key=lambda day: (-counts[day], day))


def _scored(scorer: Path, gold: Path, predicted: list[dict]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.jsonl"
        found.write_text("".join(json.dumps(row) + "\n" for row in predicted), "utf-8")
        done = subprocess.run([sys.executable, str(scorer), "tls", str(gold), str(found)], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{scorer} failed: {done.stderr.strip()[-300:]}")
    return read_scores(done.stdout)


def read_scores(printed: str) -> dict[str, float]:
    """What the scorer prints, a line a timeline, as "TOPIC MEASURE" -> percent; with the mean of each measure."""
    scores = {f"{line.split()[0]} {name}": 100 * float(value) for line in printed.splitlines() if line.split() and not line.startswith("AVG")
              for name, value in re.findall(r" (date|AR1|AR2) ([\d.]+)", line)}
    for name in MEASURES:
        values = [value for key, value in scores.items() if key.endswith(f" {name}")]
        scores[name] = sum(values) / len(values) if values else 0.0
    return scores


def _averaged(scores: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The draws of chance made one."""
    draws = [scores.pop(name) for name in list(scores) if name.startswith("chance ")]
    return scores | {"chance": {key: sum(draw[key] for draw in draws) / len(draws) for key in draws[0]}}
