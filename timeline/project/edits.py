"""What a person decided, as records that are only ever added: an edit, what it is about, and which edits still count.

An edit names the event by the words that witness it (W3C Web Annotation TextPosition and TextQuote selectors, and the
document they stand in), so that another extraction of the same text, or of a newer one, finds it again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from timeline.model import Event, Mention

STATUSES = ("", "approved", "hidden", "check")
FIELDS = ("title", "date", "actors", "place", "note", "tags", "star", "status")
ABOUT_EVENTS = ("approve", "hide", "unhide", "set", "reading", "merge", "split")
ABOUT_ACTORS = ("rename actor", "merge actors", "hide actor")
DROP = "drop document"
ABOUT_DOCUMENTS = ("pin", DROP)
ACTIONS = (*ABOUT_EVENTS, *ABOUT_ACTORS, *ABOUT_DOCUMENTS, "add", "undo")
ADDED = "by-hand-"  # and the number of the edit: the event_id of what a person states
WITNESSES = 5  # of an event that an edit remembers: one of them is enough to find it again


@dataclass(frozen=True, slots=True)
class Witness:
    """A passage and the date words in it. `doc_id` is the hash of the document's name and text."""

    doc_id: str
    doc_name: str = ""
    start: int = 0
    end: int = 0
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    date_start: int | None = None
    date_text: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """The event, or the document, that an edit is about. `title` is for people who read the log."""

    event_id: str = ""
    title: str = ""
    witnesses: tuple[Witness, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One decision. `seen` is the last edit its author knew of; `undoes` the edit that an undo takes back."""

    action: str
    targets: tuple[Target, ...] = ()
    field: str = ""
    value: object = None
    undoes: int | None = None
    edit_id: int = 0
    at: str = ""
    who: str = ""
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Orphan:
    """An edit that finds nothing to apply to, and why; it stays in the log and is tried again after each extraction."""

    edit: Edit
    reason: str


def witness(mention: Mention, names: dict[str, str] | None = None) -> Witness:
    """A mention as an edit remembers it; `names`: doc_id -> name of the document."""
    return Witness(mention.doc_id, (names or {}).get(mention.doc_id, ""), mention.start_char, mention.end_char, mention.exact,
                   mention.prefix, mention.suffix, mention.date_start, mention.date_text)


def target(event: Event, names: dict[str, str] | None = None) -> Target:
    """An event as an edit remembers it."""
    return Target(event.event_id, found_title(event), tuple(witness(m, names) for m in event.mentions[:WITNESSES]))


def found_title(event: Event) -> str:
    """The title before any person changed it."""
    return event.title if event.marks.title is None else event.marks.title


def effective(edits: list[Edit]) -> list[Edit]:
    """The edits that count, in their order: no undo, and none that an undo takes back. An undo of an undo redoes."""
    undone, kept = set(), []
    for edit in reversed(edits):
        if edit.edit_id in undone:
            continue
        if edit.action == "undo":
            undone.add(edit.undoes)
        else:
            kept.append(edit)
    return kept[::-1]


def undoable(edits: list[Edit], who: str | None = None) -> Edit | None:
    """The last edit that counts, of `who` or of anyone."""
    return next((e for e in reversed(effective(edits)) if who is None or e.who == who), None)


def redoable(edits: list[Edit], who: str | None = None) -> Edit | None:
    """The undo, of `who` or of anyone, that is to be undone next: the last one after which nothing new was decided."""
    by_id, stack = {edit.edit_id: edit for edit in edits}, []
    for edit in edits:
        if who is not None and edit.who != who:
            continue
        undone = by_id.get(edit.undoes) if edit.action == "undo" else None
        if undone is None:
            stack = []
        elif undone.action == "undo":
            stack = [one for one in stack if one.edit_id != undone.edit_id]
        else:
            stack.append(edit)
    return stack[-1] if stack else None


def taken_back(edits: list[Edit], edit_id: int | None = None, who: str | None = None) -> Edit | None:
    """The edit that an undo of `edit_id` takes back, an undo too if it counts; without a number the last of `who`."""
    if edit_id is None:
        return undoable(edits, who)
    counts = {edit.edit_id for edit in effective(edits)} | {edit.edit_id for edit in edits if edit.action == "undo"}
    return next((edit for edit in edits if edit.edit_id == edit_id and edit_id in counts), None)


def conflicts(edits: list[Edit]) -> dict[int, Edit]:
    """edit_id -> the edit of another person that it overrode unseen: the same field of the same event, the last wins."""
    last: dict[tuple, Edit] = {}
    over = {}
    for edit in effective(edits):
        for key in _touched(edit):
            before = last.get(key)
            if before and before.who != edit.who and before.edit_id > edit.seen:
                over[edit.edit_id] = before
            last[key] = edit
    return over


def _touched(edit: Edit) -> list[tuple]:
    """What an edit decides: the fields of the events it is about, by event or by document. One that adds overrides none."""
    if edit.action == "add":
        return []
    field = {"approve": "status", "hide": "status", "unhide": "status", "reading": "date"}.get(edit.action, edit.field or edit.action)
    return [(t.event_id or t.witnesses[:1], field) for t in edit.targets]


def heirs(names: dict[str, str]) -> Callable[[Witness], str | None]:
    """What gives the doc_id of a witness's document now: its own, else that of the one text that has its name, else None."""
    by_name: dict[str, list[str]] = {}
    for doc_id, name in names.items():
        by_name.setdefault(name, []).append(doc_id)

    def heir(place: Witness) -> str | None:
        there = [place.doc_id] if place.doc_id in names else by_name.get(place.doc_name, [])
        return there[0] if len(there) == 1 else None

    return heir


def pins(edits: list[Edit], names: dict[str, str]) -> tuple[dict[str, str], list[Orphan]]:
    """(doc_id -> the day pinned, "" for not known; the pins whose document is gone). `names`: doc_id -> name.

    A pin on a text that was read anew under the same name goes with the name.
    """
    days, lost, heir = {}, [], heirs(names)
    for edit in effective(edits):
        if edit.action != "pin":
            continue
        doc_id = heir(edit.targets[0].witnesses[0])
        if doc_id is None:
            lost.append(Orphan(edit, "its document is not in the project any more"))
        elif edit.value is None:
            days.pop(doc_id, None)
        else:
            days[doc_id] = edit.value
    return days, lost


def carried(edit: Edit, numbers: dict[int, int]) -> Edit:
    """An edit for another log, in which the edits before it have other `numbers` (old -> new); its own is open."""
    targets = tuple(replace(t, event_id=f"{ADDED}{numbers[old]}") if (old := _stated(t.event_id)) in numbers else t for t in edit.targets)
    return replace(edit, edit_id=0, undoes=numbers.get(edit.undoes) if edit.undoes else None, targets=targets)


def _stated(event_id: str) -> int | None:
    number = event_id.removeprefix(ADDED)
    return int(number) if number != event_id and number.isascii() and number.isdigit() else None


def numbered(edits: list[Edit]) -> list[Edit]:
    """The edits with ids 1, 2, 3 … where they have none: for edits that were never stored."""
    return [edit if edit.edit_id else replace(edit, edit_id=number) for number, edit in enumerate(edits, 1)]
