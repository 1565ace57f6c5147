"""The date of an event: its date mention's, two mentions' joined, or the document's own; or the reason why none."""

from dataclasses import replace
from datetime import date

from timeline.model import Alternative, DateMention, Document

DOCUMENT_RULE = "the talk of the day: the document's own date"
_WEAKEST = ("context", "relative", "explicit")
_REFERENCES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
_JOINING = ("to", "until", "till", "through", "thru", "-", "–", "—")


def no_day(mention: DateMention) -> str:
    """Why a time expression gives no event a date of its own; "" if it has a calendar reading."""
    if mention.value in _REFERENCES:
        return f"“{mention.text}” has no date"
    if mention.type == "DURATION":
        return "a duration, not a day"
    if mention.type == "SET":
        return "it repeats: not one day"
    return ""


def day_number(day: str) -> int:
    """The day number of an ISO day."""
    return date.fromisoformat(day[:10]).toordinal()


def is_dated(mention: DateMention) -> bool:
    """Whether the mention stands on the calendar, with at least one end."""
    return mention.first is not None or mention.last is not None


def undated_reason(mention: DateMention) -> str:
    """Why a mention with a calendar reading stands on no day, in plain words."""
    return mention.reason or f"“{mention.text}” says no year"


def joined(text: str, left: DateMention, right: DateMention) -> DateMention | None:
    """"from 3 May to 7 May" as one interval, if the words between the two say so."""
    between = text[left.end:right.start].split()
    before = text[max(0, left.start - 12):left.start].split()
    linked = len(between) == 1 and (between[0].lower() in _JOINING
                                    or between[0].lower() == "and" and before[-1:] == ["between"])
    if not linked or left.first is None or right.last is None or left.first > right.last or _is_unit(left):
        return None
    basis = min(left.basis, right.basis, key=_rank)
    return replace(left, end=right.end, text=text[left.start:right.end], last=right.last, kind="interval",
                   edtf=f"{left.edtf.split('/')[0]}/{right.edtf.split('/')[-1]}", basis=basis,
                   rule=left.rule if left.rule == right.rule else f"{left.rule}; {right.rule}",
                   alternatives=left.alternatives + right.alternatives)


def _is_unit(mention: DateMention) -> bool:
    """"the year to 31 December": a unit that ends there, not one that begins an interval."""
    return mention.precision in ("year", "quarter", "month") and mention.basis != "explicit" and mention.rule.endswith(("year", "quarter"))


def _rank(basis: str) -> int:
    return _WEAKEST.index(basis) if basis in _WEAKEST else -1


def of_document(document: Document, at: int) -> DateMention:
    """The document's date as the date of what it reports, or, where it has none, a mention without a day."""
    if document.published is None:
        return DateMention(at, at, "", "DATE", "", "", basis="document_date", reason="the document has no date")
    day = document.published.day
    number = day_number(day)
    return DateMention(at, at, "", "DATE", day, DOCUMENT_RULE, edtf=day, first=number, last=number, precision="day",
                       basis="document_date", anchor=day,
                       alternatives=(Alternative("", "the passage has no date words of its own"),))
