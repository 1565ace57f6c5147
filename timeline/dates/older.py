"""A story that is older than its report: which dates go on in it, and which are of the report's own week."""

from timeline.dates.arithmetic import first_day
from timeline.dates.coordinate import later_in_year
from timeline.dates.story import GOES_ON, SENTENCE

OLD = 200  # days: a date so far before the report is of an older story


def year_of(resolver, f: dict, match) -> int | None:
    """In news the year of an older story's next day: "bought it on 4 May 2019, complained on 11 May"; None if it has none."""
    told = resolver.ref
    if resolver.mode == "narrative" or not _is_old(resolver) or not ("day" in f and "day" in told):
        return None
    if not resolver.near(match) or resolver.tense(match) > 0:
        return None
    year = told["year"] + later_in_year(told, f)
    ahead = first_day({**f, "year": year}) - first_day(told)
    return year if ahead <= GOES_ON or not _stop_since(resolver, match) else None


def left_behind(resolver, match) -> bool:
    """Whether a story, long past and at no day, is left for what is still to come: "On Thursday it will close again"."""
    return _is_old(resolver) and "day" not in resolver.ref and resolver.tense(match) > 0


def holds(resolver, match) -> bool:
    """Whether the last day named is that of a time of day behind it: an old one only in its own sentence, or where the same
    paragraph goes on to tell what happened; opening hours are of no day of 1215."""
    if not _is_old(resolver) or not _stop_since(resolver, match):
        return True
    t = resolver.t
    same = "\n\n" not in t.text[resolver.ref_end:t.starts[match.i]]
    return same and (resolver.mode == "narrative" or resolver.tense(match) < 0) or resolver.mode == "narrative" and resolver.tense(match) < 0


def _is_old(resolver) -> bool:
    return resolver.published is not None and resolver.has_year() and resolver.published - first_day(resolver.ref) > OLD


def _stop_since(resolver, match) -> bool:
    """Whether a sentence has ended since the last date."""
    tokens = resolver.t
    back = range(match.i - 1, max(-1, match.i - SENTENCE), -1)
    return any(tokens.words[k] in ".?!" for k in back if tokens.starts[k] >= resolver.ref_end)
