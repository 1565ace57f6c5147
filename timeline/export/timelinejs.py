"""TimelineJS (Knight Lab): the JSON that its page takes; one slide an event, its text escaped, since there it is HTML.

Undated events are left out and counted on the title slide. Years before our era are negative, as TimelineJS has them,
and every slide shows the date in words (`display_date`), so that no false precision is shown.
"""

from html import escape

from timeline import calendar
from timeline.export import _chronology as chronology

TITLE, ORDER, SUFFIX, MIME = "TimelineJS", 60, ".json", "application/json"


def leaves_out(frame) -> str:
    """What is not in the file."""
    return chronology.leaves_out(frame)


def write(frame) -> bytes:
    """The rows of an events' frame as TimelineJS's JSON."""
    import json

    said = leaves_out(frame)
    whole = {"title": {"text": {"headline": "Timeline", "text": escape(said)}}, "events": list(map(_slide, chronology.dated(frame)))}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _slide(row) -> dict:
    first, last = chronology.window(row)
    quote = f"<blockquote>{escape(row.excerpt)}</blockquote>" if row.excerpt else ""
    small = "; ".join(filter(None, (*row.actors, row.place, *row.marks, *row.sources)))
    slide = {"unique_id": row.event_id, "start_date": _day(first), "display_date": escape(row.when),
             "text": {"headline": escape(row.title), "text": f"{quote}<p>{escape(small)}</p>"}}
    if last != first:
        slide["end_date"] = _day(last)
    return slide | ({"group": row.actors[0]} if row.actors else {})


def _day(number: int) -> dict[str, int]:
    year, month, day = calendar.ymd(number)
    return {"year": year, "month": month, "day": day}
