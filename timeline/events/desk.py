"""What the extraction of one document needs at hand: its text, its mentions, its words."""

from bisect import bisect_left
from dataclasses import dataclass

from timeline import text as prose
from timeline.events.scene import Scene
from timeline.events.vocabulary import Vocabulary, vocabulary
from timeline.model import ActorMention, DateMention, Document, Span

LONG = 60  # words: a longer sentence is shown as a window round its date
_EARLIER = 300  # characters before a scene in which "he" may have been named


@dataclass(frozen=True, slots=True)
class Desk:
    """A document with its dates and actors, sorted by start; `names` says what a broad noun stands for in it."""

    document: Document
    dates: list[DateMention]
    actors: list[ActorMention]
    words: Vocabulary
    worn: bool
    names: dict[str, str]


def desk_of(document: Document, dates: list[DateMention], actors: list[ActorMention]) -> Desk:
    """The desk of a document."""
    words = vocabulary(document.language)
    return Desk(document, dates, actors, words, prose.is_worn(document.text), _narrower(document.text, words))


def scene_of(desk: Desk, span: Span) -> Scene:
    """A stretch of the document laid out."""
    before = _inside(desk.actors, Span(max(0, span.start - _EARLIER), span.start))
    return Scene(desk.document.text, span, desk.words, _inside(desk.dates, span), _inside(desk.actors, span), desk.worn,
                 before)


def _inside(mentions: list, span: Span) -> tuple:
    low = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    high = bisect_left(mentions, span.end, key=lambda mention: mention.start)
    return tuple(mention for mention in mentions[low:high] if mention.end <= span.end)


def _narrower(text: str, words: Vocabulary) -> dict[str, str]:
    """What a broad noun stands for in this document: "meeting" → "summit", where it says "summit meeting"."""
    found, low = {}, ""
    lowered = text.lower()
    for noun in {noun.lemma: noun for noun in words.nouns.values() if noun.broad}.values():
        at = lowered.find(f" {noun.lemma}")
        while at >= 0 and noun.lemma not in found:
            low = lowered[max(0, at - 30):at].split()[-1:]
            before = words.nouns.get(low[0]) if low else None
            if before and before.family == noun.family and not before.broad:
                found[noun.lemma] = before.lemma
            at = lowered.find(f" {noun.lemma}", at + 1)
    return found
