"""The rows of an events' frame as people read them, for the formats that are prose and for those that are calendars."""

from typing import NamedTuple

from timeline import calendar

FIRST, LAST = calendar.day(1, 1, 1), calendar.day(9999, 12, 31)  # what a calendar of four-digit years can hold
MODALITIES = {"planned": "planned", "denied": "denied", "hypothetical": "conditional", "claimed": "claimed"}
NOT_TOLD = "Event ids, EDTF values, rules and scores are left out here and stand in the CSV file; offsets and the quote of every source stand in the table of mentions."


class Row(NamedTuple):
    """One event; days are None where they are not known."""

    event_id: str
    when: str
    title: str
    actors: tuple[str, ...]
    place: str
    excerpt: str
    sources: tuple[str, ...]
    mentions: int
    marks: tuple[str, ...]  # "planned", "edited by hand: title" …
    reason: str
    first: int | None
    last: int | None


def rows(frame) -> list[Row]:
    """Every row, in the frame's order."""
    names = ("event_id", "when", "title", "actors", "place", "excerpt", "sources", "mention_count", "modality", "speaker", "edited", "note",
             "reason", "first_day", "last_day")
    return [_row(*values) for values in zip(*(_values(frame[name]) for name in names))]


def _values(column) -> list:
    return [None if missing else value for value, missing in zip(column.tolist(), column.isna())]


def _row(event_id, when, title, actors, place, excerpt, sources, count, modality, speaker, edited, note, reason, first, last) -> Row:
    said = MODALITIES.get(modality, modality or "") if modality != "actual" else ""
    marks = [f"{said} by {speaker}" if said == "claimed" and speaker else said, f"by hand: {', '.join(edited)}" if edited else "", f"note: {note}" if note else ""]
    return Row(event_id, when or "", title or "", tuple(actors), place or "", excerpt or "", tuple(sources), int(count),
               tuple(filter(None, marks)), reason or "", first, last)


def dated(frame) -> list[Row]:
    """The rows that stand on the calendar, be it with one open end."""
    return [row for row in rows(frame) if row.first is not None or row.last is not None]


def undated(frame) -> list[Row]:
    """The others."""
    return [row for row in rows(frame) if row.first is None and row.last is None]


def window(row: Row) -> tuple[int, int]:
    """The days of a dated row; an open side is the day that is known."""
    return (row.last if row.first is None else row.first), (row.first if row.last is None else row.last)


def fits(row: Row) -> bool:
    """Whether a dated row lies in the years 1 to 9999."""
    first, last = window(row)
    return FIRST <= first and last <= LAST


def counted(number: int, thing: str) -> str:
    """"1 event", "2 events"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def leaves_out(frame, only_years: bool = False) -> str:
    """What a format of dated rows (with `only_years`, of the years 1 to 9999) leaves out, in words; "" if nothing."""
    without = int((frame["first_day"].isna() & frame["last_day"].isna()).sum())
    first, last = (frame[a].fillna(frame[b]) for a, b in (("first_day", "last_day"), ("last_day", "first_day")))
    beyond = int(((first < FIRST) | (last > LAST)).sum()) if only_years else 0
    said = [f"{counted(without, 'undated event')}" if without else "", f"{counted(beyond, 'event')} before the year 1 or after 9999" if beyond else ""]
    return f"left out: {' and '.join(filter(None, said))}" if any(said) else ""
