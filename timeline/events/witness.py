"""One event of one document, with its witness: the verbatim passage, who takes part, where, and whose word it is."""

import hashlib

from timeline.events import date as dating
from timeline.events.cast import cast
from timeline.events.claims import claim
from timeline.events.desk import Desk
from timeline.events.head import Head
from timeline.events.modality import modality
from timeline.events.rank import confidence
from timeline.events.scene import Scene
from timeline.model import ActorMention, DateMention, Document, Event, Mention

_AROUND = 32  # characters of prefix and suffix
_WORN_PLACE = 60  # characters: in a window of worn text a place farther off belongs to something else


def event_of(desk: Desk, scene: Scene, mention: DateMention, head: Head | None, named: str) -> Event:
    """The event that `head` names in the scene, on the date of `mention`; `named` is its title."""
    dated = dating.is_dated(mention)
    said, speaker = _told(desk.document, scene, mention, head)
    witness = witness_of(desk, scene, mention, head, said, speaker)
    return Event(
        identity(desk.document, *_place_of(scene, mention, head), head.lemma if head else ""), named, mention.first,
        mention.last, mention.edtf, mention.text, mention.precision, mention.qualifier, mention.basis, mention.rule,
        mention.kind, said, witness.actors, _place(scene, head), witness.exact, (witness,),
        confidence=confidence(mention.basis if dated else "", mention.qualifier, said),
        anchor=mention.anchor, alternatives=mention.alternatives,
        reason="" if dated else dating.undated_reason(mention), speaker=speaker)


def _place_of(scene: Scene, mention: DateMention, head: Head | None) -> tuple[int, int]:
    """The offsets that make an event itself: those of its date words, else of its head."""
    if mention.end > mention.start or head is None:
        return mention.start, mention.end
    return scene.tokens[head.index].start, scene.tokens[head.index].end


def _told(document: Document, scene: Scene, mention: DateMention, head: Head | None) -> tuple[str, str]:
    """How it is told, and by whom where the writer only quotes. What is dated after the document has not happened yet."""
    said, claimed = modality(scene, head), claim(scene, head)
    later = document.published and mention.first is not None and mention.first > dating.day_number(document.published.day)
    if said == "actual" and later:
        said = "planned"
    elif said == "actual" and claimed:
        said = "claimed"
    return said, claimed.speaker if claimed and said != "actual" else ""


def identity(document: Document, start: int, end: int, kind: str) -> str:
    """A stable id: the same document gives the same, run after run."""
    return hashlib.sha256(f"{document.doc_id}|{start}|{end}|{kind}".encode()).hexdigest()[:16]


def witness_of(desk: Desk, scene: Scene, mention: DateMention, head: Head | None = None, said: str = "actual",
               speaker: str = "") -> Mention:
    """The scene as a witness, in the words of the document."""
    text, span, document = desk.document.text, scene.span, desk.document
    own = mention.end > mention.start
    return Mention(document.doc_id, document.title or document.name, document.published.day if document.published else "",
                   span.start, span.end, text[span.start:span.end], text[max(0, span.start - _AROUND):span.start],
                   text[span.end:span.end + _AROUND], mention.text, mention.start if own else None,
                   mention.end if own else None, mention.edtf, mention.basis, mention.rule, cast(scene, head), said, speaker)


def _place(scene: Scene, head: Head | None) -> str:
    """The place of the event: a venue, or what stands after "in" or "at", nearest to the head."""
    at = scene.tokens[head.index].start if head else scene.span.start
    reach = _WORN_PLACE if scene.worn else scene.span.end - scene.span.start
    near = [actor for actor in scene.actors if actor.type == "LOC" and abs(actor.start - at) <= reach
            and (actor.role == "venue" or _after_in(scene, actor))]
    return min(near, key=lambda actor: (abs(actor.start - at), actor.start)).name if near else ""


def _after_in(scene: Scene, actor: ActorMention) -> bool:
    before = scene.text[max(scene.span.start, actor.start - 12):actor.start].lower().split()
    return before[-1:] in (["in"], ["at"]) or before[-2:] in (["in", "the"], ["at", "the"])
