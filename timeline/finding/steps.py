"""What is done with one document at a time; what goes in and what comes out travels as JSON."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline import actors, dates, events
from timeline.model import ActorMention, DateMention, Document, DocumentDate, Event, Rejected, Span


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to search. `is_dated`: `published` is as it is to be, known or not. `known`: the stretches in which its
    actors were looked for before, which need not be done again."""

    text: str
    language: str = "en"
    published: DocumentDate | None = None
    is_dated: bool = False
    known: tuple[Span, ...] | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """The mentions of a document, the day it was published, and the stretches in which actors were looked for.
    `actors` is None where these are the stretches that were known."""

    published: DocumentDate | None = None
    dates: tuple[DateMention, ...] = ()
    where: tuple[Span, ...] = ()
    actors: tuple[ActorMention, ...] | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A document with its mentions, the actors under their names across documents."""

    document: Document
    dates: tuple[DateMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()

    @property
    def text(self) -> str:
        """The text to search."""
        return self.document.text


@dataclass(frozen=True, slots=True)
class Told:
    """The events of a document, and the time expressions that found none."""

    events: tuple[Event, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def mark_dates(asked: Asked) -> Marked:
    """The publication date by the ladder (what the document has; the byline in its text; none), and the time expressions."""
    published = asked.published
    if published is None and not asked.is_dated:
        published = dates.byline(asked.text, asked.language)
    return Marked(published, tuple(dates.tag(asked.text, published.day if published else None, asked.language)))


def mark(asked: Asked) -> Marked:
    """`mark_dates`, and the actors."""
    found = mark_dates(asked)
    where = tuple(events.stretches(asked.text, list(found.dates)))
    if where == asked.known:
        return replace(found, where=where)
    return replace(found, where=where, actors=tuple(actors.find(asked.text, asked.language, list(where))))


def tell(named: Named) -> Told:
    """The events."""
    harvest = events.harvest(named.document, list(named.dates), list(named.actors))
    rejected = [Rejected(named.document.doc_id, m.start, m.end, m.text, why) for m, why in harvest.rejected]
    return Told(tuple(harvest.events), tuple(sorted(rejected, key=lambda one: (one.start, one.end))))


class Step(NamedTuple):
    """A function of one record to another."""

    work: Callable
    takes: type
    gives: type


STEPS = {"dates": Step(mark_dates, Asked, Marked), "marks": Step(mark, Asked, Marked), "events": Step(tell, Named, Told)}
