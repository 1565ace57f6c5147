"""Equal titles on one timeline are told apart by place, actor, year or day, in the words of their own excerpts."""

import re
from collections import Counter, defaultdict
from dataclasses import replace

from timeline.model import Event

MOST = 8  # words
_LINK = re.compile(r"(?:^|\s)(in|at|of|with|between|by|for|against|from|to|on|near)\s+(?:the\s+)?\Z", re.I)
_BEFORE = 24  # characters before a name in which the small word that leads to it stands
_YEAR = re.compile(r"\d{4}")


def told_apart(events: list[Event]) -> list[Event]:
    """The events in their order; of those with one title each gets what sets it apart, where the text has such words.

    Tried in turn: its place, an actor that the title does not name, its year, its date as written. A title is at most
    8 words and every word of an addition stands in the event's own excerpt. Linear in the number of events.
    """
    titles = [event.title for event in events]
    for addition in (_place, _actor, _year, _day):
        for group in _equals(titles):
            _set_apart(events, titles, group, addition)
    return [event if event.title == title else replace(event, title=title) for event, title in zip(events, titles, strict=True)]


def _equals(titles: list[str]) -> list[list[int]]:
    """The numbers of the events that share a title, for each title that is shared."""
    groups = defaultdict(list)
    for number, title in enumerate(titles):
        groups[title.casefold()].append(number)
    return [group for group in groups.values() if len(group) > 1]


def _set_apart(events: list[Event], titles: list[str], group: list[int], addition) -> None:
    """Give the events of a group their additions, if these are not all the same."""
    added = {number: addition(events[number]) for number in group}
    counts = Counter(added.values())
    if len(counts) < 2:
        return
    for number, words in added.items():
        longer = f"{titles[number]} {words}".strip()
        if words and len(longer.split()) <= MOST:
            titles[number] = longer


def _place(event: Event) -> str:
    return _as_written(event, event.place, ("in", "at", "near", "from", "of", "on")) if event.place else ""


def _actor(event: Event) -> str:
    return next((words for name in event.actors if name != event.place for words in [
        _as_written(event, name, ("of", "with", "between", "by", "for", "against", "from", "to"))] if words), "")


def _year(event: Event) -> str:
    found = _YEAR.search(event.date_text)
    return _as_written(event, found.group(), ("in", "of", "from")) if found else ""


def _day(event: Event) -> str:
    return _as_written(event, event.date_text, ("on", "in", "of", "from", "at")) or (
        event.date_text if event.date_text and event.date_text in event.excerpt else "")


def _as_written(event: Event, name: str, links: tuple[str, ...]) -> str:
    """"in Cairo": the name with the small word before it, as the excerpt has them; "" if the title names it already."""
    if not name or name.casefold() in event.title.casefold():
        return ""
    at = event.excerpt.find(name)
    lead = _LINK.search(event.excerpt[max(0, at - _BEFORE):at]) if at >= 0 else None
    return f"{lead[1]} {name}" if lead and lead[1].lower() in links else ""
