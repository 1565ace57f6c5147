"""CSV for spreadsheets and for programs (RFC 4180, UTF-8 with a byte order mark so that accents open right).

Actors are joined by "; ", a missing value is an empty cell, and cells a spreadsheet would compute are guarded by
an apostrophe (see `_cells`). To read it back: `pandas.read_csv(path, dtype=str, keep_default_na=False)`, then take
one leading apostrophe off each cell.
"""

from timeline.frame import COLUMNS

TITLE, ORDER, SUFFIX, MIME = "CSV", 10, ".csv", "text/csv"


def write(frame) -> bytes:
    """The rows of an events' frame as CSV."""
    import csv
    import io

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(zip(*(_cells(frame[name]) for name in COLUMNS)))
    return out.getvalue().encode("utf-8-sig", "replace")


def _cells(column) -> list[str]:
    from timeline.export._cells import guard

    return [guard("" if missing else _text(value)) for value, missing in zip(column, column.isna())]


def _text(value) -> str:
    return "; ".join(value) if isinstance(value, (tuple, list)) else str(value)
