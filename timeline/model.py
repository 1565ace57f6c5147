"""What travels through the house: frozen records, no behaviour beyond what they say of themselves.

Offsets are code points into `Document.text`, the very text a person is shown.
Days are integers, proleptic Gregorian, day 1 = 0001-01-01 (as `date.toordinal`), so they may be 0 or
negative before the common era; years are astronomical (1 BCE is year 0), as EDTF (ISO 8601-2) has them.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of a document's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The day a document was published, and how we know.

    `day` is ISO 8601 (YYYY-MM-DD). `rung` is the step of the ladder that gave it: typed, file name,
    column, feed, mail, meta, htmldate, htmldate guess, byline. `reason` says it in a sentence for the page.
    """

    day: str
    rung: str
    reason: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Document:
    """A text and where it came from. `doc_id` depends on name and text alone: stable run after run.

    `pages`: the offset at which each page (of a book: chapter) starts, ascending; () where none are known.
    `page_labels`: what each is called, where it is not simply its number.
    """

    doc_id: str
    name: str
    text: str
    title: str = ""
    author: str = ""
    source: str = ""
    url: str = ""
    language: str = "en"
    published: DocumentDate | None = None
    notes: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    page_labels: tuple[str, ...] = ()


def page_of(document: Document, offset: int) -> str:
    """The page (of a book: chapter) on which `offset` of the document's text lies; "" where pages are not known."""
    number = bisect_right(document.pages, offset)
    if not number:
        return ""
    return document.page_labels[number - 1] if number <= len(document.page_labels) else str(number)


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, or was read only in part, and what to do about it, in plain words."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """A value that was considered for a date mention and not taken, and why not."""

    value: str
    why_not: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression: TIMEX3 (ISO-TimeML) type and value, EDTF, and the days it may mean.

    `first`, `last` are the earliest and latest possible day, inclusive; None where the value stands on
    no calendar year (a duration, a set, "June" of an unknown year), and then `reason` says why.
    """

    start: int
    end: int
    text: str
    type: str  # DATE, TIME, DURATION, SET
    value: str  # TIMEX3 value: 2018-06, P2D, XXXX-06, PAST_REF, 2018-W08
    rule: str
    mod: str = ""  # TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, MORE_THAN ...
    edtf: str = ""
    first: int | None = None
    last: int | None = None
    precision: str = ""  # time, day, week, month, season, quarter, year, decade, century, millennium
    qualifier: str = "exact"  # exact, approximate, uncertain, both
    basis: str = "explicit"  # explicit, relative, context
    kind: str = "instant"  # instant, interval, duration, set
    anchor: str = ""  # the value the expression was resolved against, "" if none
    alternatives: tuple[Alternative, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A stretch of text that names an actor. `name` is the canonical actor, `reason` why they are one."""

    start: int
    end: int
    text: str
    type: str  # PER, ORG, LOC
    name: str
    reason: str = ""
    role: str = ""  # actor; speaker, who only tells of it ("Kim said"); venue, a place that only hosts ("talks in Hanoi")


@dataclass(frozen=True, slots=True)
class Mention:
    """One witness of an event: a verbatim excerpt of one document (W3C TextPosition and TextQuote)."""

    doc_id: str
    doc_title: str
    published: str
    start_char: int
    end_char: int
    exact: str
    prefix: str
    suffix: str
    date_text: str
    date_start: int | None
    date_end: int | None
    date_edtf: str
    date_basis: str
    rule: str
    actors: tuple[str, ...] = ()
    modality: str = "actual"  # as this witness tells it
    speaker: str = ""  # whose word it is, where the writer only quotes; "" also where nobody is named
    joined: str = ""  # why this witness belongs to the event, in words; "" for the report that the event is named by
    score: float = 1.0  # how surely, 0 to 1


@dataclass(frozen=True, slots=True)
class Marks:
    """What a person made of an event; see timeline/project/replay.py. `edited`: the fields that are no longer as found."""

    status: str = ""  # "", approved, hidden, check
    star: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    edited: tuple[str, ...] = ()
    title: str | None = None  # as it was found, where a person gave another


@dataclass(frozen=True, slots=True)
class Event:
    """Something the documents say happened; see docs/event.md for each field's meaning.

    An undated event has `first` and `last` None and says why in `reason`.
    """

    event_id: str
    title: str
    first: int | None
    last: int | None
    date_edtf: str
    date_text: str
    precision: str
    qualifier: str
    date_basis: str
    rule: str
    kind: str
    modality: str
    actors: tuple[str, ...]
    place: str
    excerpt: str
    mentions: tuple[Mention, ...]
    importance: float = 0.0
    confidence: float = 0.0
    anchor: str = ""
    alternatives: tuple[Alternative, ...] = ()
    reason: str = ""
    speaker: str = ""  # of a claimed event
    marks: Marks = Marks()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A time expression that founds no event, where it stands in its document, and why in plain words."""

    doc_id: str
    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole result: every document read, every event found (dated or not), every failure."""

    documents: tuple[Document, ...] = ()
    events: tuple[Event, ...] = ()
    failures: tuple[Failure, ...] = ()
    actors: dict[str, str] = field(default_factory=dict)  # canonical name -> PER, ORG, LOC
    rejected: tuple[Rejected, ...] = ()  # in the order of documents and, in each, of its text
