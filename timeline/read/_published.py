"""The day a document was published, and how we know: typed > column, mail, file name > meta > htmldate > byline.

A rung of the ladder offers a DocumentDate, or a sentence saying why it has none, or None; `best` takes the first.
Nothing here ever gives today, or the file's own time stamp.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from email.utils import parsedate
from functools import lru_cache
from itertools import islice

from timeline.model import DocumentDate

Rung = DocumentDate | str | None

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
STATED = {"file name": 0.9, "column": 0.95, "feed": 0.97, "mail": 0.98, "meta": 0.95}  # how often a rung is right: bench/pages.py
NO_WORDS = ("",)  # instead of languages: dates in figures alone
AMBIGUOUS = 0.66  # 03/04/2019, read day first where nothing else tells
OURS = {  # rung -> its reason, where that gives the day in our words and not in the document's
    "htmldate": "htmldate found {} in the page's header, address or byline",
    "htmldate guess": "{} stands in the page: a guess of htmldate, which may be an event's day",
    "mail": "the mail's Date header says {}",
}
_SAMPLE = 20  # values of a column that decide in which languages its dates are read
_LONGEST = 80  # characters of a date somebody wrote
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ,].*)?\Z", re.S)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?Z?)?\Z")
_NUMERIC = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?:[T ,].*)?\Z", re.S)
_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, ?)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")
_SMALL_WORDS = re.compile(r"\d\W+[a-z]{1,2}\W+\d", re.I)


def parse_day(typed: str, order: str = "DMY", languages: Iterable[str] | None = None) -> date | None:
    """The day somebody typed or a field states; None unless day, month and year are all there.

    ISO 8601 first. 03/04/2019 is read by `order`: "DMY" (the default) or "MDY"; 02/28/2019 can only be one day and
    is that day. Words are dateparser's, in any of its languages (or just `languages`). "yesterday" is no date here.
    """
    text = " ".join(str(typed).split())
    if not any(c.isdigit() for c in text) or len(text) > _LONGEST:
        return None
    for pattern, parts in ((_ISO, (1, 3, 4)), (_COMPACT, (1, 2, 3))):
        if hit := pattern.match(text):
            return _day(*(int(hit[n]) for n in parts))
    if hit := _NUMERIC.match(text):
        return _ordered(int(hit[1]), int(hit[3]), int(hit[4]), order)
    if _MAIL.match(text) and (parts := parsedate(text)):
        return _day(*parts[:3])
    return _in_words(text, order, tuple(languages or ()))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ordered(a: int, b: int, year: int, order: str) -> date | None:
    day_first, month_first = _day(year, b, a), _day(year, a, b)
    return (month_first or day_first) if order == "MDY" else (day_first or month_first)


@lru_cache(maxsize=4096)
def _in_words(text: str, order: str, languages: tuple[str, ...]) -> date | None:
    if languages == NO_WORDS:
        return None
    if len(re.findall(r"\d+", text)) < 2:
        return None  # a day and a year are two numbers, in any language
    if _SMALL_WORDS.search(text) and not re.search(r"[^\W\d_]{3}", text):
        return None  # "12 a 2019": dateparser reads the "a" as a one
    import dateparser

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"],
                "DATE_ORDER": order or "DMY", "PREFER_LOCALE_DATE_ORDER": False, "RETURN_AS_TIMEZONE_AWARE": False}
    for tongues in (languages,) if languages else (LANGUAGES, ()):
        try:
            found = dateparser.parse(text, languages=list(tongues) or None, settings=settings)
        except (ValueError, OverflowError, TypeError, IndexError, KeyError, AttributeError, RecursionError):
            found = None
        if found:
            return found.date()
    return None


def latest() -> date:
    """The last day a document can have been published: today, or tomorrow where tomorrow has begun."""
    return date.today() + timedelta(days=1)


def best(*rungs: Rung) -> tuple[DocumentDate | None, tuple[str, ...]]:
    """(date, notes): the first rung that has a date; notes tell what the others said when it was something else."""
    dates = [r for r in rungs if isinstance(r, DocumentDate)]
    notes = [r for r in rungs if isinstance(r, str)]
    notes += [f"not taken: {d.reason}" for d in dates[1:] if d.day != dates[0].day]
    return (dates[0] if dates else None), tuple(notes)


def how_known(date: DocumentDate, when: Callable[[str], str] = str) -> str:
    """The reason of a document's date, with the day as `when` writes it (given ISO 8601); what the document says stays as it says it."""
    ours = OURS.get(date.rung, "")
    return ours.format(when(date.day)) if ours and date.reason == ours.format(date.day) else date.reason


def from_value(value: str, rung: str, where: str, order: str = "", languages: Iterable[str] | None = None,
               confidence: float | None = None) -> Rung:
    """A date that a column, front matter or a meta tag states; `where` names it for the reason.

    `order` "" says that nothing tells in which order 03/04/2019 is written: the day is doubtful then.
    """
    value = " ".join(str(value).split())
    if not value:
        return None
    day = parse_day(value, order, languages)
    if day is None:
        return f'{where} says "{value[:_LONGEST]}", which is not a full date (day, month and year)'
    if day > latest() and rung != "column":
        return f"{where} says {day.isoformat()}, which is still to come: not taken as the day of publication"
    doubt = " (still to come)" if day > latest() else ""
    sure = STATED.get(rung, 1.0) if confidence is None else confidence
    if not order and _is_ambiguous(value):
        sure, doubt = min(sure, AMBIGUOUS), f"{doubt}, read day first"
    return DocumentDate(day.isoformat(), rung, f"{where} says {value}{doubt}", sure)


def _is_ambiguous(value: str) -> bool:
    hit = _NUMERIC.match(value)
    return bool(hit) and hit[1].lstrip("0") != hit[3].lstrip("0") and int(hit[1]) <= 12 and int(hit[3]) <= 12


def guess_order(values: Iterable[str]) -> str:
    """"MDY" if some date of a column can only be month first and none only day first, "DMY" the other way round, else ""."""
    pairs = [(int(h[1]), int(h[3])) for h in map(_NUMERIC.match, map(str.strip, values)) if h]
    month_first, day_first = any(b > 12 for _, b in pairs), any(a > 12 for a, _ in pairs)
    return "" if month_first == day_first else "MDY" if month_first else "DMY"


def guess_languages(values: Iterable[str]) -> tuple[str, ...] | None:
    """The languages to read a column's dates in: LANGUAGES, or None (any) if these miss a date that another knows.

    Asking 200 languages about a value that is no date takes 20 ms, so only a sample of the column is asked.
    """
    missed = (v for v in dict.fromkeys(values) if v and parse_day(v, languages=LANGUAGES) is None)
    return None if any(parse_day(v) for v in islice(missed, _SAMPLE)) else LANGUAGES
