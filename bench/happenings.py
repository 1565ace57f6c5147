"""Events in texts of our own, marked without sight of the rules: chosen, dated, told as fact or not, and by whom."""

import re
import tomllib
from functools import cache

from bench.gold import GOLD, f1_of, half_of

FOLDER = GOLD / "events"


@cache
def texts() -> tuple[dict, ...]:
    """The marked texts of every file, in order; each with its id, its day and its marks."""
    return tuple(text for path in sorted(FOLDER.glob("*.toml")) for text in tomllib.loads(path.read_text("utf-8"))["text"])


def place(text: str, word: str, nth: int = 1) -> int:
    """Where the nth occurrence of a marked word or phrase begins, whole words first (worn text glues some); -1 if none."""
    found = [hit.start() for hit in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    return found[nth - 1] if nth <= len(found) else text.find(word)


def harvested(text: dict):
    """The Timeline of one marked text."""
    from timeline.build import build
    from timeline.model import Document

    return build([Document(text["id"], text["id"], text["text"])], published=text["published"])


def measure(half: str = "") -> dict[str, float]:
    """In percent: F1 of the events chosen with their date, the two parts of it, and how often basis, modality and speaker
    of those found are right; `false` is the share of the phrases that found an event though they must not."""
    counts = dict.fromkeys(("wanted", "found", "right", "wrong", "basis", "modality", "claims", "speaker", "phrases", "false"), 0)
    for text in texts():
        if half in ("", half_of(text["id"])):
            for name, value in tally(text, harvested(text).events).items():
                counts[name] += value
    found = counts["found"]
    return {"events": f1_of(found, counts["wanted"], found + counts["wrong"]), "recall": 100 * found / counts["wanted"],
            "precision": 100 * (1 - counts["wrong"] / max(counts["right"] + counts["wrong"], 1)),
            "basis": 100 * counts["basis"] / found, "modality": 100 * counts["modality"] / found,
            "speaker": 100 * counts["speaker"] / max(counts["claims"], 1),
            "phrases": 100 - 100 * counts["false"] / counts["phrases"]}


def tally(text: dict, events) -> dict[str, int]:
    """How many events of a marked text were wanted, found and told right, and how many found ones were none."""
    marks = [mark | {"at": place(text["text"], mark["word"], mark.get("nth", 1))} for mark in text.get("event", [])]
    pairs = _pairs(marks, events)
    must = [(mark, event) for mark, event in pairs if mark["must"]]
    phrases = [(place(text["text"], mark["phrase"]), mark["phrase"]) for mark in text.get("none", [])]
    claims = [(mark, event) for mark, event in must if mark["modality"] == "claimed" == event.modality]
    taken = {id(event) for _, event in pairs}
    return {"wanted": sum(mark["must"] for mark in marks), "found": len(must), "right": len(pairs),
            "wrong": sum(id(event) not in taken and not _is_marked(event, marks) for event in events),
            "basis": sum(_same_basis(text, mark, event) for mark, event in must),
            "modality": sum(event.modality == mark["modality"] for mark, event in must),
            "claims": len(claims), "speaker": sum(same_speaker(mark["speaker"], event.speaker) for mark, event in claims),
            "phrases": len(phrases), "false": sum(_on_phrase(event, phrases) for event in events)}


def _pairs(marks: list[dict], events) -> list[tuple]:
    """Each mark with an event of its passage and date; where several fit, the one whose title says its word first."""
    fits = [(-_says(event, mark), i, j) for i, mark in enumerate(marks) for j, event in enumerate(events)
            if event.date_edtf == mark["date"] and _covers(event, mark["at"])]
    pairs, used, taken = [], set(), set()
    for _, i, j in sorted(fits):
        if i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            pairs.append((marks[i], events[j]))
    return pairs


def _says(event, mark: dict) -> int:
    return 2 * (mark["word"].lower() in event.title.lower()) + (mark["basis"] == _basis(event))


def _covers(event, at: int) -> bool:
    return any(witness.start_char <= at < witness.end_char for witness in event.mentions)


def _basis(event) -> str:
    if event.first is None and event.last is None:
        return "none"
    own = event.date_basis != "document_date" and event.mentions[0].date_start is not None
    return "date" if own else event.date_basis


def _same_basis(text: dict, mark: dict, event) -> bool:
    """On the day of the document a story that goes on and the day's news come to the same."""
    own = _basis(event)
    return own == mark["basis"] or mark["date"] == text["published"] and {own, mark["basis"]} == {"context", "document_date"}


def _is_marked(event, marks: list[dict]) -> bool:
    """Whether an editor may list it: its passage holds an event that need not be given, of the same date."""
    return any(not mark["must"] and _covers(event, mark["at"]) and event.date_edtf == mark["date"] for mark in marks)


def _on_phrase(event, phrases: list[tuple[int, str]]) -> bool:
    own = [witness.date_start for witness in event.mentions if witness.date_start is not None]
    return any(at <= start < at + len(phrase) for at, phrase in phrases for start in own)


def same_speaker(marked: str, found: str) -> bool:
    """Whether two ways of naming a speaker share a telling word, or both name nobody."""
    small = {"the", "a", "an", "of", "and", "her", "his", "mr", "ms", "mrs", "two"}
    one, other = (set(name.lower().replace(".", "").split()) - small for name in (marked, found))
    return bool(one & other) or not one and not other
