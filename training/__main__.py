"""Make the model from the corpora: `python -m training CORPORA` (or `make model CORPORA=path`).

Two teachers (all-mpnet-base-v2), then the student that ships (all-MiniLM-L6-v2), then the export. Eight minutes on one
large GPU; a day or more on two processor cores, where --teachers 0 takes some hours (how much is lost was not measured).
"""

import argparse
import subprocess
import sys
from pathlib import Path

from training import encoders

TEACHER = "--steps 3450 --epochs 99 --batch 32 --rate 5e-5 --head-rate 5e-4 --sentences 6000".split()
TEACHERS = (["--seed", "11", "--uncased", "0.15"], ["--seed", "12", "--uncased", "0.4", "--leave-out", "uner_ewt_dev"])
STUDENT = "--steps 4060 --epochs 99 --batch 64 --rate 4e-4 --taught 0.75 --seed 4".split()


def main() -> None:
    """Teachers, student, export; what is there already from an earlier try is kept."""
    parser = argparse.ArgumentParser("training", description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder with actors/*.jsonl")
    parser.add_argument("--work", type=Path, default=Path(".cache/training"), help="folder for what is made on the way")
    parser.add_argument("--teachers", type=int, choices=(0, 1, 2), default=2)
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    folder, student = asked.corpora / "actors", encoders.student()
    taught = []
    for i, options in enumerate(TEACHERS[: asked.teachers]):
        taught.append(asked.work / f"teacher{i}.pt")
        train(folder, taught[-1], encoders.teacher(asked.work), student, [*TEACHER, *options])
    weights = asked.work / f"student{asked.teachers}.pt"
    train(folder, weights, student, student, [*STUDENT, *(["--teacher", *map(str, taught)] if taught else [])])
    run("training.export", weights, "--student", student)


def train(corpora: Path, out: Path, encoder: Path, student: Path, options: list[str]) -> None:
    """One network, unless it is there."""
    if not out.exists():
        run("training.train", corpora, out, "--encoder", encoder, "--student", student, *options)


def run(module: str, *words: str | Path) -> None:
    """Run one of our commands; stop when it fails."""
    done = subprocess.run([sys.executable, "-u", "-m", module, *map(str, words)], check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


if __name__ == "__main__":
    main()
