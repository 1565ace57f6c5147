"""The actor recognisers side by side: `python -m bench.recogniser CORPORA`, exact F1 as the text is, lower-cased and worn.

Systems: the trained model alone, the rules and lists alone, both (sentence by sentence). CORPORA has actors/*.jsonl; the scorer lies in
../tools. Worn text has lost its capitals, stop words and full stops. No corpus text is kept.
"""

import argparse
import importlib.util
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from timeline import actors
from timeline.actors import neural
from timeline.actors.neural import TYPES
from training.damage import lowered, worn
from training.data import TESTS, Example

Spans = list[tuple[int, int, str]]


def main() -> None:
    """Print one line a set, manner and system."""
    parser = argparse.ArgumentParser("bench.recogniser", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sets", nargs="+", default=TESTS)
    parser.add_argument("--systems", nargs="+", choices=sorted(SYSTEMS), default=["model", "rules", "both"])
    asked = parser.parse_args()
    evaluate = scorer(asked.corpora.parent / "tools" / "score_actors.py")
    print("| set | text | system | PER | ORG | LOC | precision | recall | F1 | characters a CPU-second |")
    print("| --- | --- | --- | --: | --: | --: | --: | --: | --: | --: |")
    for name in asked.sets:
        for manner, examples in dressed(read(asked.corpora / "actors" / f"{name}.jsonl")):
            for system in asked.systems:
                print(line(name, manner, system, examples, evaluate), flush=True)


def line(name: str, manner: str, system: str, examples: list[Example], evaluate: Callable) -> str:
    """One row of the table."""
    started = time.process_time()
    found = SYSTEMS[system]([e.text for e in examples], manner == "cased")
    speed = sum(len(e.text) for e in examples) / (time.process_time() - started)
    rows = [{"text": e.text, "entities": [{"start": s, "end": t, "type": k} for s, t, k in e.spans]} for e in examples]
    score = evaluate(rows, found)
    figures = " | ".join(f"{score[key]:.1f}" for key in (*TYPES, "P", "R", "F"))
    return f"| {name} | {manner} | {system} | {figures} | {speed:,.0f} |"


def scorer(path: Path) -> Callable:
    """`evaluate` of the scorer beside the corpora."""
    spec = importlib.util.spec_from_file_location("score_actors", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.evaluate


def read(path: Path) -> list[Example]:
    """The gold as it stands."""
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(text) for text in lines]
    return [Example(r["text"], tuple(sorted((e["start"], e["end"], e["type"]) for e in r["entities"] if e["type"] in TYPES)))
            for r in rows]  # fmt: skip


def dressed(examples: list[Example]) -> Iterator[tuple[str, list[Example]]]:
    """The set as it is, lower-cased, worn."""
    yield "cased", examples
    yield "lower", [lowered(e) for e in examples]
    yield "worn", [lowered(worn(e)) for e in examples]


def by_model(texts: list[str], cased: bool) -> list[Spans]:
    """The trained model alone."""
    found = neural.spans(texts, cased)
    if found is None:
        raise SystemExit("The model or its runtime is not there.")
    return [[span[:3] for span in spans] for spans in found]


def by_rules(texts: list[str], cased: bool) -> list[Spans]:
    """The rules and the lists alone."""
    return [_bare(actors.entities(text, where=[])) for text in texts]


def by_both(texts: list[str], cased: bool) -> list[Spans]:
    """The two together, as the project uses them; each sentence a document of its own."""
    return [_bare(actors.entities(text)) for text in texts]


def _bare(entities: list[dict]) -> Spans:
    return [(e["start"], e["end"], e["type"]) for e in entities]


SYSTEMS = {"both": by_both, "model": by_model, "rules": by_rules}

if __name__ == "__main__":
    main()
