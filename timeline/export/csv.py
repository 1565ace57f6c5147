"""CSV of the events, for spreadsheets and for programs (RFC 4180, UTF-8 with a byte order mark).

Actors are joined by "; ", a missing value is an empty cell, and cells a spreadsheet would compute are guarded by
an apostrophe (see `_cells`). To read it back: `pandas.read_csv(path, dtype=str, keep_default_na=False)`, then take
one leading apostrophe off each cell.
"""

from timeline.export._cells import table
from timeline.frame import COLUMNS

TITLE, ORDER, GROUP, SUFFIX, MIME = "CSV", 10, "Tables", ".csv", "text/csv"


def write(frame) -> bytes:
    """The rows of an events' frame as CSV."""
    return table(frame, COLUMNS)
