"""The publication date a text states of itself: a byline, a dateline, "Published: …" at its head or foot."""

import re

from timeline import lang
from timeline.dates.grammar import grammar
from timeline.dates.tagger import tag
from timeline.model import DocumentDate

HEAD, FOOT = 700, 300  # characters looked at

_PLACE = re.compile(r",\s*(?:[^\W\d_]{1,4}\s+)?\Z")  # "Berlin, " or "Paris, le " before the date


def byline(text: str, language: str = "en") -> DocumentDate | None:
    """The full date in the byline of a text, or None: never a date the story itself tells of.

    A date counts when it is complete, stands near the head (or, after a publishing word, at the foot), and its
    line says so: the line is hardly more than the date, or it opens with a publishing word ("Published",
    "By"), or the date stands in a dateline before a dash ("HANOI, Feb. 28, 2019 —").
    """
    g = grammar(language if language in lang.codes() else "en")
    publishing = g.words.get("publishing", {})
    for m in tag(text[:HEAD], None, language, text):
        if _whole(m) and (said := _says(text, m, publishing, head=True)):
            return DocumentDate(m.value[:10], "byline", f"{said}: “{m.text}”", 0.9)
    base = max(HEAD, len(text) - FOOT)
    for m in tag(text[base:], None, language, text):
        if _whole(m) and _says(text[base:], m, publishing, head=False):
            return DocumentDate(m.value[:10], "byline", f"from the foot of the text: “{m.text}”", 0.9)
    return None


def _whole(m) -> bool:
    return m.basis == "explicit" and m.precision in ("day", "time") and m.first is not None and m.first > 0


def _says(text: str, m, publishing, head: bool) -> str:
    """Why the line of a date is a byline; "" if it is not."""
    start = text.rfind("\n", 0, m.start) + 1
    stop = text.find("\n", m.end)
    before, after = text[start:m.start], text[m.end:stop if stop >= 0 else len(text)]
    words = re.findall(r"[^\W\d_]+", before.lower())
    names = words[1:] if words and words[0] in publishing else words
    opened = publishing.keys() & set(words[:3]) and (names or after.strip(" .|·•") == "")
    if opened and len(words) <= 12 and len(after.split()) <= 4 and "." not in before.strip(" ."):
        return "from the byline"
    if not head:
        return ""
    if len(words) <= 8 and before.isprintable() and re.match(r"\s*(?:\([^()\n]{1,40}\)\s*)?[—–-]", after) and before[:2].isupper():
        return "from the dateline"
    if start < 200 and len(words) <= 5 and before[:1].isupper() and _PLACE.search(before) and re.match(r"\s*[.:—–]\s", after):
        return "from the dateline"
    others = re.findall(r"[^\W\d_]+", before + " " + after)
    if len(others) <= 6 and not any(w.islower() and len(w) > 3 for w in others) and start < 400:
        return "from a line of its own at the head"
    return ""
