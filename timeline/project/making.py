"""Edits, made from what a person chose and typed; a date is read here, once, so that a replay reads nothing.

Each function gives an `Edit` that `Project.edit` puts into the log, or raises `Problem` in plain words. `names` is
doc_id -> name of the project's documents.
"""

from dataclasses import replace

from timeline import records
from timeline.model import Document, Event, Mention
from timeline.project.edits import DROP, FIELDS, STATUSES, Edit, Target, Witness, target, witness
from timeline.project.passage import Passage
from timeline.project.passage import title as _cut
from timeline.project.problem import Problem
from timeline.project.typed import Typed, read

_TEXTS, _LISTS = ("title", "place", "note"), ("actors", "tags")
_LONGEST = 10_000  # characters of a field


def approve(events: Event | list[Event], names=None) -> Edit:
    """The event, or each of several, is right as it is."""
    return Edit("approve", _targets(events, names))


def hide(events: Event | list[Event], names=None) -> Edit:
    """The event, or each of several, is not to be shown; it stays counted."""
    return Edit("hide", _targets(events, names))


def unhide(events: Event | list[Event], names=None) -> Edit:
    """The event, or each of several, is to be shown again."""
    return Edit("unhide", _targets(events, names))


def _targets(events: Event | list[Event], names) -> tuple[Target, ...]:
    several = [events] if isinstance(events, Event) else list(events)
    if not several:
        raise Problem("Choose at least one event.")
    return tuple(target(event, names) for event in several)


def change(events: Event | list[Event], field: str, value, names=None, language: str = "en") -> Edit:
    """A field of an event, or of each of several: title, place, note (text), date (EDTF or words, "" for undated), actors, tags (lists), star, status."""
    if field not in FIELDS:
        raise Problem(f"“{field}” is no field that can be edited. There are: {', '.join(FIELDS)}.")
    return Edit("set", _targets(events, names), field, _value(field, value, language))


def _value(field: str, value, language: str):
    if field == "date":
        return records.plain(_date(value, language))
    if field in _TEXTS:
        return _text(field, value)
    if field in _LISTS:
        given = value.split(";") if isinstance(value, str) else list(value)
        return [_text(field, one).strip() for one in given if str(one).strip()]
    if field == "star":
        return value not in (False, None, "", "no", "0", "false")
    if value not in STATUSES:
        raise Problem(f"“{value}” is no status. There are: {', '.join(filter(None, STATUSES))}, or nothing.")
    return value


def _text(field: str, value) -> str:
    if len(str(value)) > _LONGEST:
        raise Problem(f"The {field} is too long ({len(str(value)):,} characters; the limit is {_LONGEST:,}).")
    return str(value)


def _date(words: str, language: str) -> Typed:
    found = read(words, language)
    if found is None:
        raise Problem(f"“{words}” is no date that stands alone. Give a day, month or year, such as 2019-02-27, June 2018, "
                      "44 BC or 1914/1918; nothing for undated.")
    return found


def reading(event: Event, value: str, names=None) -> Edit:
    """Another of the readings of the event's date words (one of `event.alternatives`)."""
    if value not in [one.value for one in event.alternatives]:
        raise Problem(f"“{value}” is none of the readings that were considered.")
    return Edit("reading", (target(event, names),), "", records.plain(_date(value, "en")))


def merge(events: list[Event], names=None) -> Edit:
    """Several events are one: the first of them, with the witnesses of all."""
    if len({event.event_id for event in events}) < 2:
        raise Problem("Give at least two events to merge.")
    return Edit("merge", tuple(target(event, names) for event in events))


def split(event: Event, mentions: tuple[Mention, ...] = (), names=None) -> Edit:
    """These witnesses (all but the first, if none is named) tell of events of their own."""
    if len(event.mentions) < 2 or len(mentions) >= len(event.mentions):
        raise Problem("Only an event of several witnesses can be split, and one of them has to stay.")
    return Edit("split", (target(event, names),), "", [records.plain(witness(m, names)) for m in mentions])


def add(title: str, date: str = "", actors=(), place: str = "", note: str = "", tags=(), language: str = "en",
        passage: Passage | None = None) -> Edit:
    """An event that the person states; the date as EDTF or words. `passage`: the words of a document that tell it.

    Where the date is the one that was proposed for the passage, the event keeps the words that gave it.
    """
    if not title.strip():
        raise Problem("An event needs a title.")
    as_found = passage is not None and date != "" and date == passage.date.edtf
    said = {"title": title, "date": "" if as_found else date, "actors": actors, "place": place, "note": note, "tags": tags}
    value = {field: _value(field, value, language) for field, value in said.items() if value}
    if passage is None:
        return Edit("add", (), "", value)
    words = passage.witness if as_found else replace(passage.witness, date_start=None, date_text="")
    if as_found:
        value |= {"date": records.plain(passage.date), "found": {"basis": passage.basis, "rule": passage.rule, "anchor": passage.anchor}}
    return Edit("add", (Target("", _cut(words.exact), (words,)),), "", value)


def pin(document: Document, day: str | None) -> Edit:
    """The day a document was published: a full date, "" for not known, None for as found."""
    from timeline.read import parse_day

    found = parse_day(day) if day else None
    if day and found is None:
        raise Problem(f"“{day}” is not a full date. Give day, month and year, such as 2019-02-28.")
    return Edit("pin", (_whole(document),), "", found.isoformat() if found else day)


def drop(document: Document) -> Edit:
    """The document is taken out: it witnesses nothing, until the edit is undone; see `timeline.project.dropping`."""
    return Edit(DROP, (_whole(document),))


def _whole(document: Document) -> Target:
    return Target("", document.title or document.name, (Witness(document.doc_id, document.name),))


def rename_actor(old: str, new: str) -> Edit:
    """The actor is called otherwise, in every event."""
    return merge_actors([old], new, "rename actor")


def merge_actors(names: list[str], into: str, action: str = "merge actors") -> Edit:
    """These actors are one, called `into`."""
    if not names or not into.strip() or ";" in into:
        raise Problem("Give the actors and the name they are to have; a semicolon parts names and cannot be in one.")
    return Edit(action, (), "", {"from": list(names), "to": _text("name", into).strip()})


def hide_actor(name: str) -> Edit:
    """This is no actor: no event is to name it."""
    return Edit("hide actor", (), "", {"from": [name]})
