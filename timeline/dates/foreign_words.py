"""Month and weekday words of the languages without a rule file, from dateparser's CLDR tables: what is a month, how long its ending."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from timeline import calendar

STEM = 5       # letters a word must share with a form of the table to be another form of it
ENDING = 4     # letters it may add to a whole form
CHANGE = 3     # letters it may put in the place of a form's last one or two
SAME = {"no": "nb"}  # codes dateparser knows by another name
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Words(NamedTuple):
    """What dates are made of in one language."""

    months: dict[str, int]
    short: frozenset     # of these, the abbreviations
    stems: dict[str, tuple[tuple[str, int], ...]]  # first letters -> long forms and their months
    days: frozenset      # weekdays
    day_stems: dict[str, tuple[tuple[str, int], ...]]
    filling: frozenset   # words that may stand between day, month and year
    order: str           # DMY, MDY, YMD
    capital: bool        # months are written with a capital
    signs: re.Pattern | None  # 2018年9月19日


@cache
def words(language: str) -> Words | None:
    """The words of a language; None where dateparser does not know it."""
    from dateparser.languages.loader import default_loader

    try:
        info = next(iter(default_loader.get_locales(languages=[SAME.get(language, language)]))).info
    except (ValueError, StopIteration, KeyError):
        return None
    more, capitals, between = _more()
    forms = {n: {w.lower() for w in info.get(name.lower(), ())} | more.get((language, n), set()) for n, name in enumerate(calendar.MONTHS, 1)}
    months = {w: n for n, own in forms.items() for w in own if len(w) > 2 and w.isalpha() and w[0] not in "一二三四五六七八九十"}
    short = frozenset(w for w, n in months.items() if len(w) < STEM and any(v.lower().startswith(w) and len(v) > len(w) + 1 for v in info[calendar.MONTHS[n - 1].lower()]))
    filling = frozenset(w.strip(".").lower() for key in ("year", "day", "skip") for w in info.get(key) or ()) | between.get(language, set())
    days = {w.lower(): n for n, day in enumerate(DAYS, 1) for w in info.get(day, ()) if len(w) > 2}
    return Words(months, short, _stems(months), frozenset(days), _stems(days), filling, info.get("date_order") or "DMY", language in capitals, _signs(info))


@cache
def _more() -> tuple[dict, set, dict]:
    """What lang/inflected.txt adds: forms, the languages that write months with a capital, words between month and year."""
    forms: dict[tuple[str, int], set] = {}
    capitals: set[str] = set()
    between: dict[str, set] = {}
    for line in files("timeline.lang").joinpath("inflected.txt").read_text("utf-8").splitlines():
        first, *rest = line.split() if line and line[0] != "#" else ("",)
        if first == "capital":
            capitals.update(rest)
        elif first == "between":
            between.setdefault(rest[0], set()).update(rest[1:])
        elif first:
            forms.setdefault((first, int(rest[0])), set()).update(rest[1:])
    return forms, capitals, between


def _stems(forms: dict[str, int]) -> dict:
    """First letters -> the long forms that begin with them, of months or of weekdays, with their numbers."""
    out: dict[str, tuple] = {}
    for w, n in forms.items():
        if len(w) >= STEM and not any(v.startswith(w) and len(v) > len(w) + 2 for v in forms):  # no abbreviation
            out[w[:STEM]] = (*out.get(w[:STEM], ()), (w, n))
    return out


def _signs(info: dict) -> re.Pattern | None:
    """Year, month and day as numbers with a sign behind each, where the language's months are numbers."""
    month = next((hit[1] for w in info.get("september", ()) if (hit := re.fullmatch(r"9(\D)", w))), None)
    if month is None:
        return None
    year, day = ("".join(w for w in info.get(key, ()) if len(w) == 1) for key in ("year", "day"))
    return re.compile(rf"(?<!\d)(\d{{4}})\s?[{year}]\s?(\d{{1,2}})\s?{month}(?:\s?(\d{{1,2}})\s?[{day}])?")


@lru_cache(maxsize=16384)
def month(language: str, word: str) -> tuple[int, bool] | None:
    """(month, whether the table has just this word) of a lower-cased word: a form of the table, or its stem with another ending."""
    known = words(language)
    if word in known.months:
        return known.months[word], True
    found = _other_form(known.stems, word)
    return (found.pop(), False) if len(found) == 1 else None


def weekday(known: Words, word: str) -> bool:
    """Whether a lower-cased word is a weekday, in any form."""
    return word in known.days or bool(_other_form(known.day_stems, word))


def _other_form(stems: dict, word: str) -> set[int]:
    return {n for form, n in stems.get(word[:STEM], ()) if _inflected(word, form)}


def _inflected(word: str, form: str) -> bool:
    same = next((k for k, (a, b) in enumerate(zip(word, form)) if a != b), min(len(word), len(form)))
    return same >= max(STEM, len(form) - 2) and len(word) - same <= (ENDING if same == len(form) else CHANGE)
