"""CSV of the mentions: one row a witness of an event, with its document, its quote and the offsets of it (RFC 4180, UTF-8).

The columns are those of `timeline.frame.MENTION_COLUMNS`; `event_id` says which event of the other tables a row is about, and
`exact` is `text[start_char:end_char]` of the document `doc_id`. Cells are as in the CSV of the events.
"""

from timeline.export._cells import table
from timeline.frame import MENTION_COLUMNS, mentions_frame
from timeline.model import Timeline

TITLE, ORDER, GROUP, SUFFIX, MIME = "Mentions as CSV", 15, "Tables", ".mentions.csv", "text/csv"


def write(frame, mentions=None) -> bytes:
    """The witnesses of an events' frame as CSV; without `mentions` there is no row, since the events alone do not name them."""
    return table(mentions_frame(Timeline()) if mentions is None else mentions, MENTION_COLUMNS)
