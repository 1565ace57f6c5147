"""TimelineJS (Knight Lab): the JSON that its page takes; one slide an event, its text escaped, since there it is HTML.

Undated events are left out and counted on the title slide. TimelineJS counts years as people do: 44 BC is -44. Every
slide shows the date in words (`display_date`), so that no false precision is shown.
"""

from html import escape

from timeline import calendar
from timeline.export import _chronology as chronology

TITLE, ORDER, GROUP, SUFFIX, MIME = "TimelineJS", 60, "Other tools", ".json", "application/json"


def leaves_out(frame) -> str:
    """What is not in the file."""
    return chronology.leaves_out(frame)


def write(frame, title: str = "Timeline") -> bytes:
    """The rows of an events' frame as TimelineJS's JSON, this title on its first slide."""
    import json

    said = leaves_out(frame)
    whole = {"title": {"text": {"headline": escape(title), "text": escape(said)}}, "events": list(map(_slide, chronology.dated(frame)))}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _slide(row) -> dict:
    first, last = chronology.window(row)
    quote = f"<blockquote>{escape(row.excerpt)}</blockquote>" if row.excerpt else ""
    small = "; ".join(filter(None, (*row.actors, row.place, *row.marks, *row.sources)))
    slide = {"unique_id": row.event_id, "start_date": _whole(first, last) or _day(first), "display_date": escape(row.when),
             "text": {"headline": escape(row.title), "text": f"{quote}<p>{escape(small)}</p>"}}
    if last != first and not _whole(first, last):
        slide["end_date"] = _day(last)
    return slide | ({"group": row.actors[0]} if row.actors else {})


def _whole(first: int, last: int) -> dict[str, int]:
    """The parts of a date that are known where a window is a whole year or month, as TimelineJS has them; else none."""
    a, b = _day(first), _day(last)
    if a["year"] == b["year"] and (a["month"], a["day"], b["month"], b["day"]) == (1, 1, 12, 31):
        return {"year": a["year"]}
    if (a["year"], a["month"]) == (b["year"], b["month"]) and a["day"] == 1 and calendar.ymd(last + 1)[2] == 1:
        return {"year": a["year"], "month": a["month"]}
    return {}


def _day(number: int) -> dict[str, int]:
    year, month, day = calendar.ymd(number)
    return {"year": year if year > 0 else year - 1, "month": month, "day": day}
