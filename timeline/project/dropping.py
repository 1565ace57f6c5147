"""Documents that a person took out: an edit, so that nothing is lost and undo brings them back.

It is done to the events as they were built, which are not merged anew without the document. So what its report had joined
stays one event, a date that another document had from it stays, and importance and confidence are those of before. What
only it witnesses goes; where it gave an event its words, the best of the other witnesses gives them. Its original stays
in the project's file.
"""

from collections.abc import Collection
from dataclasses import replace

from timeline.model import Event, Mention, Timeline
from timeline.project.changes import words_of
from timeline.project.edits import DROP, Edit, Orphan, effective, heirs


def dropped(edits: list[Edit], names: dict[str, str]) -> tuple[dict[str, Edit], list[Orphan]]:
    """(doc_id -> the edit that took it out; the edits whose document is gone). `names`: doc_id -> name of all there are."""
    if all(edit.action != DROP for edit in edits):
        return {}, []
    out, lost, heir = {}, [], heirs(names)
    for edit in effective(edits):
        if edit.action != DROP:
            continue
        doc_id = heir(edit.targets[0].witnesses[0])
        if doc_id is None:
            lost.append(Orphan(edit, "its document is not in the project any more"))
        else:
            out.setdefault(doc_id, edit)
    return out, lost


def without(timeline: Timeline, out: Collection[str]) -> Timeline:
    """The timeline without these documents and their rejected words; of its events takes care `remaining`."""
    if not out:
        return timeline
    return replace(timeline, documents=tuple(d for d in timeline.documents if d.doc_id not in out),
                   rejected=tuple(r for r in timeline.rejected if r.doc_id not in out))


def remaining(event: Event, out: Collection[str]) -> Event | None:
    """The event as the other documents tell it; None where no other does."""
    kept = [m for m in event.mentions if m.doc_id not in out]
    if len(kept) == len(event.mentions):
        return event
    if not kept:
        return None
    lead = kept[0] if kept[0] is event.mentions[0] else _lead(kept)
    others = [m for m in kept if m is not lead]
    gone = {name for m in event.mentions if m.doc_id in out for name in m.actors} - {name for m in kept for name in m.actors}
    rest = replace(event, mentions=(replace(lead, joined="", score=1.0), *others), actors=tuple(a for a in event.actors if a not in gone))
    if lead is event.mentions[0]:
        return rest
    place = event.place if any(event.place in m.exact for m in kept) else ""
    return replace(rest, place=place, **words_of(event, lead))


def _lead(kept: list[Mention]) -> Mention:
    return next((m for m in kept if m.date_edtf), kept[0])
