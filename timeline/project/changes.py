"""What each kind of edit makes of an event: pure, one function a kind."""

import hashlib
import re
from dataclasses import replace

from timeline import calendar, records
from timeline.model import Alternative, Event, Marks, Mention
from timeline.project.anchor import same_passage
from timeline.project.edits import ADDED, Edit, Witness, found_title
from timeline.project.typed import Typed, precision_of

BY_HAND, CHOSEN = "by hand", "chosen by hand"
_TITLE = 80  # characters of a passage that title what was split off
_STATUS = {"approve": "approved", "hide": "hidden", "unhide": ""}


def changed(event: Event, edit: Edit) -> Event:
    """The event after an edit of a field, a status or a date."""
    if edit.action in _STATUS:
        return _marked(event, status=_STATUS[edit.action])
    if edit.action == "reading":
        return _dated(event, records.record(Typed, edit.value), CHOSEN)
    if edit.field == "date":
        return _dated(event, records.record(Typed, edit.value), BY_HAND)
    value = tuple(edit.value) if isinstance(edit.value, list) else edit.value
    if edit.field in ("title", "actors", "place"):
        titled = _marked(event, title=found_title(event)) if edit.field == "title" else event
        return _edited(replace(titled, **{edit.field: value}), edit.field)
    return _marked(event, **{edit.field: value})


def _marked(event: Event, **marks) -> Event:
    return replace(event, marks=replace(event.marks, **marks))


def _edited(event: Event, field: str) -> Event:
    return _marked(event, edited=tuple(dict.fromkeys((*event.marks.edited, field))))


def _dated(event: Event, date: Typed, rule: str) -> Event:
    """The event on another date; the one before it is the first of those turned down."""
    turned_down = [a for a in event.alternatives if a.value != date.edtf]
    if event.date_edtf and event.date_edtf != date.edtf:
        turned_down.insert(0, Alternative(event.date_edtf, "another date was given by hand"))
    undated = date.first is None and date.last is None
    text = event.date_text if rule == CHOSEN else date.text
    return _edited(replace(
        event, first=date.first, last=date.last, date_edtf=date.edtf, date_text=text, precision=date.precision,
        qualifier=date.qualifier, kind=date.kind, rule=rule, date_basis=event.date_basis if rule == CHOSEN else "explicit",
        alternatives=tuple(turned_down), reason="Its date was taken away by hand." if undated else ""), "date")


def added(edit: Edit, mention: Mention | None = None) -> Event:
    """An event that a person states; `mention`: the passage that tells it, where it was made from one."""
    date, said, found = records.record(Typed, edit.value.get("date", {})), edit.value, edit.value.get("found", {})
    undated = date.first is None and date.last is None
    return Event(
        f"{ADDED}{edit.edit_id}", said.get("title", ""), date.first, date.last, date.edtf, date.text, date.precision,
        date.qualifier, found.get("basis", "explicit"), found.get("rule", BY_HAND), date.kind, "actual", tuple(said.get("actors", ())),
        said.get("place", ""), mention.exact if mention else "", (mention,) if mention else (), 0.5, 1.0, found.get("anchor", ""),
        reason="It was added without a date." if undated else "",
        marks=Marks(note=said.get("note", ""), tags=tuple(said.get("tags", ())), edited=("added",)))


def recast(event: Event, edit: Edit) -> Event:
    """The event with an actor under another name, or without him."""
    old = set(edit.value["from"])
    if not old & set(event.actors):
        return event
    new = None if edit.action == "hide actor" else edit.value["to"]
    names = [new if name in old else name for name in event.actors]
    return _edited(replace(event, actors=tuple(dict.fromkeys(name for name in names if name is not None))), "actors")


def joined(events: list[Event]) -> Event:
    """The first event with the witnesses and actors of all of them; no note, tag or star is lost."""
    first, rest = events[0], events[1:]
    mentions = tuple(dict.fromkeys(m for event in events for m in event.mentions))
    marks = replace(first.marks, star=any(e.marks.star for e in events),
                    tags=tuple(dict.fromkeys(tag for e in events for tag in e.marks.tags)),
                    note="\n".join(dict.fromkeys(e.marks.note for e in events if e.marks.note)))
    return _edited(replace(
        first, mentions=mentions, actors=tuple(dict.fromkeys(name for e in events for name in e.actors)),
        place=first.place or next((e.place for e in rest if e.place), ""),
        confidence=max(e.confidence for e in events), marks=marks), "merged")


def parted(event: Event, edit: Edit) -> tuple[Event, ...]:
    """The event without the witnesses that the edit names (all but the first, if it names none), and one for each of these."""
    wanted = [records.record(Witness, one) for one in edit.value or ()]
    if wanted:
        off = [m for m in event.mentions if any(same_passage(one, m) for one in wanted)]
    else:
        off = list(event.mentions[1:])
    kept = tuple(m for m in event.mentions if m not in off)
    if not off or not kept:
        return (event,)
    rest = event if event.excerpt in [m.exact for m in kept] else replace(event, excerpt=kept[0].exact)
    return (_edited(replace(rest, mentions=kept), "split"), *(_alone(event, m) for m in off))


def _alone(event: Event, mention: Mention) -> Event:
    """What one witness tells, as an event of its own: its date, its actors, its words."""
    key = f"{found_title(event)}|{mention.doc_id}|{mention.start_char}|{mention.end_char}|{mention.date_start}"
    return _edited(replace(
        event, event_id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16], actors=mention.actors, mentions=(mention,),
        marks=Marks(), **words_of(event, mention)), "split")


def words_of(event: Event, mention: Mention) -> dict:
    """The fields of an event that is told by this one of its witnesses: title, date, how it is told, excerpt."""
    first, last = calendar.bounds(mention.date_edtf)
    parts = [p for p in mention.date_edtf.split("/") if p not in ("", "..")]
    precision = precision_of(parts[0]) if parts and (first, last) != (None, None) else ""
    return {"title": _title(event.title, mention.exact), "first": first, "last": last, "date_edtf": mention.date_edtf,
            "date_text": mention.date_text, "precision": precision, "date_basis": mention.date_basis, "rule": mention.rule,
            "modality": mention.modality, "speaker": mention.speaker, "kind": "interval" if "/" in mention.date_edtf else "instant",
            "excerpt": mention.exact, "alternatives": (), "anchor": "", "reason": "" if precision else "Its passage names no day."}


def _title(title: str, passage: str) -> str:
    """The title, if the passage says it too, else the passage's first words: always words of the document."""
    if title in passage:
        return title
    words = re.split(r"(?<=[.!?])\s", passage.strip(), maxsplit=1)[0]
    return words if len(words) <= _TITLE else words[:_TITLE].rsplit(" ", 1)[0]
