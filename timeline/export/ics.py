"""iCalendar (RFC 5545): an all-day entry an event, for calendar programs. It takes no time on anybody's calendar.

Undated events, and those before the year 1 or after 9999, are left out; the calendar's description counts them. An
event with one open side stands on the day that is known, and its description says so.
"""

import re

from timeline import calendar
from timeline.export import _chronology as chronology

TITLE, ORDER, GROUP, SUFFIX, MIME = "Calendar", 70, "Other tools", ".ics", "text/calendar"
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_LINE = 73  # octets of a line before it is folded


def leaves_out(frame) -> str:
    """What is not in the file."""
    return chronology.leaves_out(frame, only_years=True)


def write(frame, title: str = "Timeline") -> bytes:
    """The rows of an events' frame as a calendar of this name."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sourced timeline//EN", f"X-WR-CALNAME:{_text(title)}"]
    if said := leaves_out(frame):
        lines.append(f"X-WR-CALDESC:{_text(said)}")
    for row in filter(chronology.fits, chronology.dated(frame)):
        lines += _entry(row)
    return b"".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _entry(row) -> list[str]:
    first, last = chronology.window(row)
    said = "\n".join(filter(None, (row.when, row.excerpt and f"“{row.excerpt}”", "; ".join(row.actors), "; ".join(row.marks), "; ".join(row.sources))))
    end = [f"DTEND;VALUE=DATE:{_day(last + 1)}"] if last < chronology.LAST else []
    place = [f"LOCATION:{_text(row.place)}"] if row.place else []
    return ["BEGIN:VEVENT", f"UID:{_text(row.event_id)}@timeline", f"DTSTAMP:{_day(first)}T000000Z", f"DTSTART;VALUE=DATE:{_day(first)}", *end,
            f"SUMMARY:{_text(row.title)}", *place, f"DESCRIPTION:{_text(said)}", "TRANSP:TRANSPARENT", "END:VEVENT"]


def _day(number: int) -> str:
    return "{:04d}{:02d}{:02d}".format(*calendar.ymd(number))


def _text(words: str) -> str:
    plain = re.sub(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", words)
    return "".join(_ESCAPES.get(c, c) for c in plain if c >= " " and c != "\x7f" or c in "\t\n")


def _folded(line: str) -> bytes:
    """A content line in pieces of at most 75 octets, no character cut."""
    data, pieces = line.encode("utf-8", "replace"), []
    while len(data) > _LINE:
        cut = _LINE
        while data[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(data[:cut])
        data = data[cut:]
    return b"\r\n ".join([*pieces, data]) + b"\r\n"
