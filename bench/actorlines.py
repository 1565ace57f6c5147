"""Timelines of one actor: the trial data of SemEval-2015 Task 4 (Minard et al. 2015), with a plain rule beside the system.

Micro F1 of temporal awareness, in percent, as the scorer beside the corpora has it: once with the anchors of events in
time, once with their order alone. `given`: the mentions are given, and have to be dated, ordered and joined; the plain
rule dates each by the first date of its sentence, else the document's. `text`: the events are looked for in the text;
the plain rule takes every verb in a sentence that has the target's name. Both rules are ordered as the system's events are.
"""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

from timeline.digest import actorline
from timeline.digest.actorline_join import Happening, Told, ordered, value_of
from timeline.digest.actorline_names import words_of
from timeline.digest.actorline_own import stamp
from timeline.digest.actorline_pages import Page, find_words, page
from timeline.digest.actorline_when import When

DOCS, GOLD = "semeval_trial_docs.jsonl", "semeval_trial_timelines.jsonl"


def measure(home: Path) -> dict[str, dict[str, float]]:
    """"given", "given, plain rule", "text", "text, plain rule" -> F1 by timeline and in all ("F", "order"), in percent.

    Empty where the trial data is not under `home`.
    """
    folder = home / "timelines"
    if not (folder / GOLD).is_file() or not (folder / DOCS).is_file():
        return {}
    gold, pages = _rows(folder / GOLD), [page(row) for row in _rows(folder / DOCS)]
    scorer = _scorer(home.parent / "tools" / "score_timelines.py")
    desk = actorline.Desk(pages)
    return {name: _scores(scorer, gold, [work(desk, row) for row in gold])
            for name, work in (("given", _given), ("given, plain rule", _given_plain), ("text", _text), ("text, plain rule", _text_plain))}


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def _scorer(program: Path) -> ModuleType:
    """The scorer as a module. Its other half needs nltk's stemmer, which the score of an order does without."""
    missing = importlib.util.find_spec("nltk") is None
    if missing:
        sys.modules["nltk.stem"] = sys.modules["nltk"] = ModuleType("nltk")
        sys.modules["nltk"].PorterStemmer = lambda: None
    try:
        spec = importlib.util.spec_from_file_location("score_timelines", program)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        for name in ("nltk", "nltk.stem") if missing else ():
            del sys.modules[name]
    return module


def _scores(scorer: ModuleType, gold: list[dict], found: list[dict]) -> dict[str, float]:
    """"F" and "order" in all, then "file" and "file order" of each timeline."""
    out = {}
    for name, anchors in (("", True), (" order", False)):
        rows, totals = scorer.semeval_all(gold, found, anchors)
        out["F" if anchors else "order"] = 100 * totals["ALL"][2]
        out |= {Path(key).stem + name: 100 * scores[2] for key, scores in rows.items()}
    return out


def _given(desk: actorline.Desk, gold: dict) -> dict:
    return actorline.row(desk, gold | {"given": _mentions(gold)})[0]


def _text(desk: actorline.Desk, gold: dict) -> dict:
    return actorline.row(desk, gold | {"given": None})[0]


def _mentions(gold: dict) -> list[actorline.Given]:
    return [actorline.given(name) for event in gold["events"] for name in event["mentions"]]


def _given_plain(desk: actorline.Desk, gold: dict) -> dict:
    told, lost = [], []
    for one in sorted(_mentions(gold)):
        where = desk.pages.get(one.document)
        place = where.place_of.get(one.sentence) if where else None
        index = find_words(where.readings[place], one.words, 0) if place is not None else -1
        if index < 0:
            lost.append({"order": 0, "date": "XXXX-XX-XX", "mentions": [one.name]})
        else:
            told.append(Told(where, place, index, one.name, _first_date(where, place)))
    return gold | {"events": _in_order(told) + lost}


def _text_plain(desk: actorline.Desk, gold: dict) -> dict:
    told, name = [], " ".join(words_of(gold["target"]))
    for where in desk.of_corpus(gold["corpus"]):
        for place, line in enumerate(where.lines):
            scene = where.readings[place].scene
            if place in where.headers or name not in where.text[line.span.start:line.span.end].lower():
                continue
            told += [Told(where, place, index, f"{where.name}-{line.number}-{token.low}", _first_date(where, place))
                     for index, token in enumerate(scene.tokens) if scene.verb(index) and scene.verb(index).kind != "state"]
    return gold | {"events": _in_order(told)}


def _first_date(where: Page, place: int) -> When:
    values = (stamp(mention) for mention in where.readings[place].scene.dates if mention.type in ("DATE", "TIME"))
    return When(next(filter(None, values), where.day), "", "")


def _in_order(told: list[Told]) -> list[dict]:
    found = ordered([Happening([one], one.when.value) for one in told])
    return [{"order": event.order, "date": value_of(event), "mentions": [event.told[0].name]} for event in found]
