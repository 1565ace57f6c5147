"""The day a web page was published: what its meta tags state, then what htmldate finds, with how sure that is.

How often each is right was measured on htmldate's own thousand pages (95.5 % where a meta tag and htmldate agree, 87 %
where only its fast mode answers, 68 % where only its extensive search does, which may take an event's day from the text)
and on the pages of bench/pages.py; what is stated here lies between the two, or near both.
"""

import re
from datetime import date

from timeline.model import DocumentDate
from timeline.read._names import names
from timeline.read._published import OURS, Rung, from_value, parse_day

AGREED, FAST, GUESS, DISAGREED = 0.95, 0.89, 0.74, 0.5
_JSON_LD = re.compile(r'"datePublished"\s{0,20}:\s{0,20}"([^"\n]{4,60})"')
_MAX_SCRIPT = 1_000_000


def stated(tree, fast: str = "") -> list[Rung]:
    """The page's own statements, best first; `fast` is htmldate's ISO day, to compare with."""
    return [_weighed(where, value, fast) for where, value in _statements(tree)]


def hide_changes(tree) -> str:
    """Take the meta tags that state the day of the last change out of the tree; what the first of them said, or ""."""
    said, changed = "", frozenset(names()["meta"]["changed"])
    for tag in list(tree.iter("meta")):
        if _key(tag) in changed:
            said = said or tag.get("content") or ""
            tag.getparent().remove(tag)
    return said


def _key(tag) -> str:
    return (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()


def _weighed(where: str, value: str, fast: str) -> Rung:
    day = parse_day(value)
    return from_value(value, "meta", where, confidence=DISAGREED if fast and day and day.isoformat() != fast else AGREED if fast else FAST)


def _statements(tree):
    """(where, value) of each statement found, one for each kind."""
    metas: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = _key(tag)
        if key and tag.get("content"):
            metas.setdefault(key, tag.get("content"))
    wanted = names()["meta"]["published"]
    first, rest = wanted[:6], wanted[6:]
    yield from ((f"the meta tag {key}", metas[key]) for key in first if key in metas)
    yield from (("the page's JSON-LD datePublished", value) for value in _json_ld(tree))
    yield from (("the page's datePublished", value) for value in _microdata(tree))
    yield from ((f"the meta tag {key}", metas[key]) for key in rest if key in metas)


def _json_ld(tree) -> list[str]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        if hit := _JSON_LD.search((script.text or "")[:_MAX_SCRIPT]):
            return [hit[1]]
    return []


def _microdata(tree) -> list[str]:
    for node in tree.xpath('//*[@itemprop="datePublished"][@datetime or @content]|//time[@pubdate][@datetime]')[:1]:
        return [node.get("datetime") or node.get("content") or ""]
    return []


def guessed(tree, fast: str = "") -> list[Rung]:
    """What htmldate finds: its fast mode's day if it has one, else a guess over the whole page."""
    if fast:
        return [_found(tree, fast, "htmldate", FAST)]
    day = _search(tree)
    return [_found(tree, day, "htmldate guess", GUESS)] if day else []


def _found(tree, day: str, rung: str, confidence: float) -> Rung:
    if not _stands(tree, date.fromisoformat(day)):
        return f"htmldate's {day} was not taken: the page does not give that day in full"
    return DocumentDate(day, rung, OURS[rung].format(day), confidence)


def _search(tree) -> str:
    from copy import deepcopy

    from htmldate import find_date

    try:
        return find_date(deepcopy(tree), extensive_search=True, original_date=True,
                         max_date=date.today().isoformat()) or ""
    except Exception:  # whatever a hostile page provokes in it, the page is read without a date
        return ""


def _stands(tree, day: date) -> bool:
    """Whether day, month and year are written out in the page: htmldate fills in a missing day, even with today's."""
    from lxml import etree

    return bool(_written(day).search(etree.tostring(tree, encoding="unicode")))


def _written(day: date) -> re.Pattern:
    y, m, d = f"(?:{day.year}|{day.year % 100:02})", f"0?{day.month}", f"0?{day.day}"
    word = r"(?:of\s|de\s)?[^\W\d_]{3,12}\.?(?:\sde)?"
    gap, ordinal = r"[-/._,\s]{1,3}", r"(?:st|nd|rd|th|er|º|°|\.)?"
    forms = (rf"{day.year}[-/._]?{m}[-/._]?{d}", rf"{d}[-/._]\s?{m}[-/._]\s?{y}", rf"{m}[-/]{d}[-/]{y}",
             rf"{d}{ordinal}{gap}{word}{gap}{y}", rf"{word}{gap}{d}{ordinal}{gap}{y}", rf"{y}{gap}{word}{gap}{d}",
             rf"{day.year}\s?[年년]\s?{m}\s?[月월]\s?{d}")
    return re.compile("|".join(rf"(?<!\d){form}(?!\d)" for form in forms))
