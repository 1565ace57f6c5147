"""Timesketch JSON Lines: message, datetime and timestamp_desc, as it asks for them, and every column of the event beside.

The datetime is the event's first possible day, midnight UTC; `precision`, `start` and `end` say how much of that is
known. Undated events, and those before the year 1 or after 9999, are left out.
"""

from timeline import calendar
from timeline.export import _chronology as chronology
from timeline.frame import COLUMNS

TITLE, ORDER, GROUP, SUFFIX, MIME = "Timesketch", 80, "Other tools", ".timesketch.jsonl", "application/jsonl"
_EPOCH = calendar.day(1970, 1, 1)
_DAY = 86_400_000_000  # microseconds


def leaves_out(frame) -> str:
    """What is not in the file."""
    return chronology.leaves_out(frame, only_years=True)


def write(frame) -> bytes:
    """The rows of an events' frame as Timesketch's JSON Lines."""
    import json

    columns = zip(*(_values(frame[name]) for name in COLUMNS))
    both = zip(chronology.rows(frame), columns)
    lines = (json.dumps(_line(row, dict(zip(COLUMNS, cells))), ensure_ascii=False) for row, cells in both
             if (row.first is not None or row.last is not None) and chronology.fits(row))
    return "".join(line + "\n" for line in lines).encode("utf-8", "replace")


def _values(column) -> list:
    plain = [list(v) if isinstance(v, tuple) else v for v in column.tolist()]
    return [None if missing else value for value, missing in zip(plain, column.isna())]


def _line(row, cells: dict) -> dict:
    day = chronology.window(row)[0]
    return {"message": row.title or row.excerpt or row.event_id, "datetime": f"{calendar.iso(day)}T00:00:00+00:00", "timestamp": (day - _EPOCH) * _DAY,
            "timestamp_desc": f"Event, {row.when}"} | {name: value for name, value in cells.items() if value is not None}
