"""A chronology as one small web page (.html): no script, nothing loaded from elsewhere, made to be printed and sent.

Every event is in it, the undated in a table of their own; it says itself which columns are not. All text of documents
is escaped, and the page's own policy (CSP) allows nothing but its style.
"""

from html import escape

from timeline.export._chronology import NOT_TOLD, Row, counted, dated, undated

TITLE, ORDER, GROUP, SUFFIX, MIME = "Web page", 50, "To read", ".html", "text/html"
_STYLE = """body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.5rem .6rem;text-align:left;vertical-align:top}
td:first-child{white-space:nowrap}h3{font-size:1em;margin:0}blockquote{margin:.3rem 0;padding-left:.7rem;border-left:3px solid #bbb}
p{margin:.2rem 0}.quiet{color:#555;font-size:.9em}thead{display:table-header-group}tr{break-inside:avoid}
@media print{body{margin:0;max-width:none;font-size:10pt}}"""


def write(frame, title: str = "Chronology") -> bytes:
    """The rows of an events' frame as a web page under this title."""
    placed, unplaced = dated(frame), undated(frame)
    said = f"{counted(len(placed), 'event')} with a date, {len(unplaced):,} without. {NOT_TOLD}"
    parts = ['<!doctype html><html lang="en"><head><meta charset="utf-8">',
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
             f'<meta name="viewport" content="width=device-width"><title>{_safe(title)}</title>', f"<style>{_STYLE}</style></head><body>",
             f'<h1 dir="auto">{_safe(title)}</h1><p class="quiet">{_safe(said)}</p>', _table(placed)]
    if unplaced:
        parts += ["<h2>Undated</h2>", _table(unplaced)]
    return "\n".join([*parts, "</body></html>\n"]).encode("utf-8", "replace")


def _table(rows: list[Row]) -> str:
    head = "<tr><th scope=\"col\">Date</th><th scope=\"col\">Event</th><th scope=\"col\">Source</th></tr>"
    return f"<table><thead>{head}</thead><tbody>\n" + "\n".join(map(_row, rows)) + "\n</tbody></table>"


def _row(row: Row) -> str:
    named = "; ".join(filter(None, (*row.actors, row.place)))
    small = " · ".join(filter(None, (*row.marks, row.reason)))
    event = [f"<h3 dir=\"auto\">{_safe(row.title)}</h3>", named and f"<p dir=\"auto\">{_safe(named)}</p>",
             row.excerpt and f"<blockquote dir=\"auto\">{_safe(row.excerpt)}</blockquote>", small and f"<p class=\"quiet\">{_safe(small)}</p>"]
    many = f"<p class=\"quiet\">{row.mentions:,} passages</p>" if row.mentions > 1 else ""
    source = "".join(f"<p dir=\"auto\">{_safe(name)}</p>" for name in row.sources)
    return f"<tr><td>{_safe(row.when)}</td><td>{''.join(filter(None, event))}</td><td>{source}{many}</td></tr>"


def _safe(words: str) -> str:
    """Text that is only text; what HTML cannot hold becomes a replacement character."""
    return escape("".join(c if c.isprintable() or c in "\t\n" else "\ufffd" if c < " " or "\ud800" <= c <= "\udfff" else c for c in words))
