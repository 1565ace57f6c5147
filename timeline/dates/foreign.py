"""Languages without a rule file: absolute dates, put together around the month words of the language."""

import re

from timeline import calendar
from timeline.dates import values
from timeline.dates.foreign_words import Words, month, weekday, words
from timeline.dates.labels import blanked
from timeline.dates.lexer import lower
from timeline.dates.order import Order, readings
from timeline.model import DateMention

YEARS = range(1000, 2101)
LONGEST = 12  # characters of white space, marks and a filling word between two parts of a date

_WORD = re.compile(r"\d+|[^\W\d_]+")
_NUMERIC = re.compile(r"(?<![\w./,:-])(?:(\d{4})([./-])\s?(\d{1,2})\2\s?(\d{1,2})|(\d{1,2})([./-])\s?(\d{1,2})\6\s?(\d{4}))(?![\w/-]|[.,]\d)")
_BETWEEN = re.compile(r"[\s.,]*\Z")
_ORDINAL = re.compile(r"(?:\.|º|ª|°)?(?:[-'’:]?(?!\d)\w{1,4}\b)?")


def tag(text: str, language: str) -> list[DateMention]:
    """The days and months with their year that a text names, in a language dateparser has words of."""
    known = words(language)
    if known is None:
        return []
    low = blanked(lower(text))
    found = [*_named(text, low, known, language), *_numbered(low, known)]
    if known.signs:
        found += [(m.start(), m.end(), (int(m[1]), int(m[2]), m[3] and int(m[3])), ()) for m in known.signs.finditer(low)]
    out, end = [], 0
    for a, b, (year, m, d), others in sorted(found, key=lambda f: (f[0], -f[1])):
        if a >= end and _is_date(year, m, d):
            out.append(_mention(text, a, b, year, m, d, others))
            end = b
    return out


def _is_date(year: int, m: int, d: int | None) -> bool:
    return year in YEARS and 1 <= m <= 12 and (d is None or 1 <= d <= calendar.month_length(year, m))


def _numbered(low: str, known: Words):
    """2018-09-19, 19.09.2018, 19/9/2018."""
    order = Order(low, "mdy" if known.order == "MDY" else "dmy")
    for hit in _NUMERIC.finditer(low):
        if hit[1]:
            yield hit.start(), hit.end(), (int(hit[1]), int(hit[3]), int(hit[4])), ()
            continue
        year = int(hit[8])
        found = readings(int(hit[5]), int(hit[7]), year) if year in YEARS else {}
        if found:
            yield hit.start(), hit.end(), *order.read(found, {})


def _named(text: str, low: str, known: Words, language: str):
    """The dates around each month word."""
    tokens = list(_WORD.finditer(low))
    for i, t in enumerate(tokens):
        if hit := month(language, t[0]):
            if not hit[1] and not known.capital and text[t.start()].isupper():
                continue  # a name that only begins like a month
            if date := _around(low, tokens, i, known):
                a, b, year, d = date
                yield a, b, (year, hit[0], d), ()


def _around(low: str, tokens, i: int, known: Words):
    """(start, end, year, day or None) of the date a month stands in: day month year, month day year, year month day, and without the day."""
    left, right = _step(low, tokens, i, -1, known), _step(low, tokens, i, 1, known)
    day_left, year_left = _day(tokens, left), _year(tokens, left)
    day_right, year_right = _day(tokens, right), _year(tokens, right)
    if day_left is not None and year_right:
        return (*_span(low, tokens, left, right, known), year_right, day_left)
    if year_left and day_right is not None:
        return _span(low, tokens, left, right, known)[0], _behind(low, tokens[right].end()), year_left, day_right
    if day_right is not None and (year := _year(tokens, far := _step(low, tokens, right, 1, known))):
        return (*_span(low, tokens, i, far, known), year, day_right)
    if tokens[i][0] in known.short:  # "led 2018" may be ice
        return None
    if year_right:
        return (*_span(low, tokens, i, right, known), year_right, None)
    if year_left and known.order == "YMD":
        return (*_span(low, tokens, left, i, known), year_left, None)
    return None


def _span(low: str, tokens, a: int, b: int, known: Words) -> tuple[int, int]:
    """From token a, or the weekday before it, to token b."""
    before = _step(low, tokens, a, -1, known)
    day = before is not None and weekday(known, tokens[before][0]) and tokens[a][0].isdecimal()
    return tokens[before if day else a].start(), tokens[b].end()


def _behind(low: str, at: int) -> int:
    """The end of a day with its ending: 9-én, 9."""
    end = _ORDINAL.match(low, at).end()
    return end if low[at:end] not in (".",) else at


def _step(low: str, tokens, i: int | None, way: int, known: Words) -> int | None:
    """The next token to one side that may belong to the same date: over marks, an ordinal's ending and one filling word."""
    if i is None:
        return None
    for k in (i + way, i + 2 * way, i + 3 * way):
        if not 0 <= k < len(tokens):
            return None
        a, b = (i, k) if way > 0 else (k, i)
        if tokens[b].start() - tokens[a].end() > 2 * LONGEST or "\n\n" in low[tokens[a].end():tokens[b].start()]:
            return None
        word = tokens[k][0]
        if word.isdecimal() or weekday(known, word):
            return k if _joined(low, tokens, a, b) else None
        if word not in known.filling and not _ending(low, tokens, k):
            return None
    return None


def _joined(low: str, tokens, a: int, b: int) -> bool:
    """Nothing but white space, full stops and commas between the tokens from a to b, and marks that glue an ending to a number."""
    for k in range(a, b):
        gap = low[tokens[k].end():tokens[k + 1].start()]
        if not _BETWEEN.match(gap) and not (len(gap) == 1 and gap in "-'’:" and _ending(low, tokens, k + 1)):
            return False
    return True


def _ending(low: str, tokens, k: int) -> bool:
    """Whether token k is the ending of the number or the month before it: the "én" of 9-én, the "go" of 19-go, the "th" of 19th."""
    if not k or len(tokens[k][0]) > 4 or tokens[k][0].isdecimal():
        return False
    gap = low[tokens[k - 1].end():tokens[k].start()]
    return gap in ("", "-", "'", "’", ":")


def _day(tokens, k: int | None) -> int | None:
    return int(tokens[k][0]) if k is not None and tokens[k][0].isdecimal() and len(tokens[k][0]) <= 2 and 1 <= int(tokens[k][0]) <= 31 else None


def _year(tokens, k: int | None) -> int | None:
    return int(tokens[k][0]) if k is not None and tokens[k][0].isdecimal() and len(tokens[k][0]) == 4 and int(tokens[k][0]) in YEARS else None


def _mention(text: str, start: int, end: int, year: int, m: int, d: int | None, others) -> DateMention:
    value = values.timex({"year": year, "month": m, **({"day": d} if d else {})})
    first, last = values.window(value)
    return DateMention(start, end, text[start:end], "DATE", value, "dateparser", edtf=values.edtf(value), first=first, last=last,
                       precision=values.precision(value), alternatives=others)
