"""Languages without a rule file: absolute dates, cut out by their own month words and read by dateparser."""

import re
from functools import cache

from timeline import calendar
from timeline.dates import values
from timeline.model import DateMention

REACH = 3  # words of a date on either side of its month


@cache
def _months(language: str) -> dict[str, int]:
    """Month words of a language as dateparser's CLDR tables have them: word -> 1–12; {} for an unknown language."""
    from dateparser.languages.loader import default_loader

    try:
        info = next(iter(default_loader.get_locales(languages=[language]))).info
    except (ValueError, StopIteration, KeyError):
        return {}
    names = [m.lower() for m in calendar.MONTHS]
    return {w.lower(): n + 1 for n, m in enumerate(names) for w in info.get(m, ()) if len(w) > 2 and not w.isdecimal()}


_WORD = re.compile(r"\d{1,4}|[^\W\d_]+")
_JOIN = re.compile(r"[\s.,]*(?:de|del|of|d')?[\s.,]*\Z")


def tag(text: str, language: str) -> list[DateMention]:
    """Mentions of the form day month year, month day year, month year, in a language dateparser knows."""
    months = _months(language)
    if not months:
        return []
    words = list(_WORD.finditer(text.lower() if len(text.lower()) == len(text) else text))
    found, end = [], 0
    for i, w in enumerate(words):
        if w[0] in months and w.start() >= end:
            if m := _around(text, words, i, language):
                found.append(m)
                end = m.end
    return found


def _around(text: str, words, i: int, language: str) -> DateMention | None:
    """The longest run of numbers next to the month that dateparser reads as a date with a year."""
    lo, hi = _run(text, words, i, -1), _run(text, words, i, 1)
    for a, b in ((lo, hi), (lo, i), (i, hi)):
        start, end = words[a].start(), words[b].end()
        if (hit := _parse(text[start:end], language)) and start < end:
            return _mention(text, start, end, hit)
    return None


def _run(text: str, words, i: int, step: int) -> int:
    at = i
    for k in range(i + step, i + step * REACH, step):
        if not 0 <= k < len(words):
            break
        left, right = (words[k], words[at]) if step < 0 else (words[at], words[k])
        if not words[k][0].isdecimal() or not _JOIN.match(text[left.end():right.start()].lower()):
            break
        at = k
    return at


@cache
def _parse(span: str, language: str) -> str | None:
    """An ISO day or month, of a span that states its year; None if dateparser does not read it."""
    import dateparser

    if not re.search(r"\d{4}", span):
        return None
    parts = len(re.findall(r"\d+", span))
    needed = ["day", "month", "year"] if parts > 1 else ["month", "year"]
    try:
        hit = dateparser.parse(span, languages=[language], settings={"REQUIRE_PARTS": needed, "PARSERS": ["absolute-time"]})
    except Exception:  # dateparser raises many kinds on odd input; no date is the answer
        return None
    return hit and (hit.date().isoformat() if parts > 1 else hit.strftime("%Y-%m"))


def _mention(text: str, start: int, end: int, value: str) -> DateMention:
    first, last = values.window(value)
    return DateMention(start, end, text[start:end], "DATE", value, "dateparser", edtf=values.edtf(value), first=first, last=last,
                       precision=values.precision(value))
