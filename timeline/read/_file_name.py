"""A day in a file's name: 2019-02-28-hanoi.txt, 20190228_x.html, article 28 Feb 2019.txt, 2019/02/28/x.html."""

import re
from datetime import date

from timeline.model import DocumentDate
from timeline.read._published import AMBIGUOUS, LANGUAGES, STATED, Rung, latest, parse_day

EARLIEST = 1400  # no file name dates a document before printing
EARLIEST_COMPACT = 1800  # eight digits in a row are more often a number
_SURE = STATED["file name"]
_LONGEST = 400  # characters of a name that are looked at, from its end
_NOT_VERSION = r"(?<![\dA-Za-z])(?<!\d[.])"
_YMD = re.compile(_NOT_VERSION + r"(?P<y>\d{4})(?P<s>[-_. ])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d|[.]\d)(?=T\d|[^A-Za-z]|\Z)")
_DMY = re.compile(_NOT_VERSION + r"(?P<a>\d{1,2})(?P<s>[-_. ])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4})(?!\d|[.]\d)(?![A-Za-z])")
_COMPACT = re.compile(r"(?:(?<![\dA-Za-z])|(?<=[A-Za-z]{2}))(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"
                      r"(?:[T_-]?[0-2]\d[0-5]\d(?:[0-5]\d)?Z?)?(?![\dA-Za-z])")
_DAY_MONTH = re.compile(r"(?<![\dA-Za-z])(\d{1,2})(?:st|nd|rd|th)?[-_ .]{1,2}(?:of[-_ ])?([^\W\d_]{3,12})[-_ .,]{1,3}(\d{4})(?![\dA-Za-z])")
_MONTH_DAY = re.compile(r"(?<![^\W_])([^\W\d_]{3,12})[-_ .]{1,2}(\d{1,2})(?:st|nd|rd|th)?[-_ .,]{1,3}(\d{4})(?![\dA-Za-z])")
_FOLDERS = re.compile(r"(?:^|/)(\d{4})/(\d{1,2})/(\d{1,2})/[^/]*\Z")
_VERSION = re.compile(r"(?:v|ver|version|rev|release)[-_. ]?\Z", re.I)


def from_name(name: str) -> Rung:
    """The one day a file's name (or its folders year/month/day) holds; None if none, or several that differ."""
    path = name[-_LONGEST:].replace("\\", "/")
    base = path.rsplit("/", 1)[-1]
    found = {(day.isoformat(), words): sure for day, words, sure in _days(base)}
    if not found and (hit := _FOLDERS.search(path)):
        found = {(day.isoformat(), "/".join(hit.groups())): _SURE
                 for day in [parse_day("-".join(hit.groups()))] if day and day.year >= EARLIEST}
    days = {day for day, _ in found}
    if len(days) != 1:
        return f"the file's name holds several dates ({', '.join(sorted(days))}): none taken" if days else None
    (day, words), sure = next(iter(found.items()))
    if date.fromisoformat(day) > latest():
        return f"the file's name says {words}, which is still to come: not taken as the day of publication"
    doubt = "" if sure == _SURE else ", read day first"
    return DocumentDate(day, "file name", f"the file's name says {words}{doubt}", sure)


def _days(base: str):
    """(day, words, confidence) of every date in a file's name."""
    for pattern, earliest in ((_YMD, EARLIEST), (_COMPACT, EARLIEST_COMPACT)):
        for hit in pattern.finditer(base):
            day = parse_day(f"{hit['y']}-{hit['m']}-{hit['d']}")
            if day and day.year >= earliest and not _VERSION.search(base[:hit.start()]):
                yield day, hit[0], _SURE
    for hit in _DMY.finditer(base):
        day = parse_day(f"{hit['a']}.{hit['b']}.{hit['y']}")
        if day and day.year >= EARLIEST and not _VERSION.search(base[:hit.start()]):
            yield day, hit[0], AMBIGUOUS if int(hit["a"]) <= 12 and int(hit["b"]) <= 12 and hit["a"] != hit["b"] else _SURE
    yield from _in_words(base)


def _in_words(base: str):
    for pattern, (d, month, y) in ((_DAY_MONTH, (1, 2, 3)), (_MONTH_DAY, (2, 1, 3))):
        for hit in pattern.finditer(base):
            day = parse_day(f"{hit[d]} {hit[month]} {hit[y]}", languages=LANGUAGES)
            if day and day.year >= EARLIEST:
                yield day, hit[0], _SURE
