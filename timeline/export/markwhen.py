"""markwhen: a text that its editor draws as a timeline; one line an event, with its days, its title and its source.

Undated events, and those before the year 1 or after 9999, are left out; a comment at the top counts them.
"""

from timeline import calendar
from timeline.export import _chronology as chronology

TITLE, ORDER, GROUP, SUFFIX, MIME = "markwhen", 90, "Other tools", ".mw", "text/plain"


def leaves_out(frame) -> str:
    """What is not in the file."""
    return chronology.leaves_out(frame, only_years=True)


def write(frame, title: str = "Timeline") -> bytes:
    """The rows of an events' frame as markwhen's text under this title."""
    said = leaves_out(frame)
    lines = [f"title: {' '.join(_plain(title).split())}", *([f"// {said}"] if said else []), ""]
    lines += [_line(row) for row in chronology.dated(frame) if chronology.fits(row)]
    return "".join(line + "\n" for line in lines).encode("utf-8", "replace")


def _line(row) -> str:
    first, last = map(calendar.iso, chronology.window(row))
    said = " · ".join(filter(None, (row.title, "; ".join(row.actors), row.place, *row.marks, "; ".join(row.sources))))
    return f"{first}/{last}: {' '.join(_plain(said).split())}"


def _plain(words: str) -> str:
    return "".join(c if c.isprintable() else " " for c in words)
