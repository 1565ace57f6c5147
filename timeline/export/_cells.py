"""CSV with cells that no spreadsheet computes (RFC 4180, UTF-8 with a byte order mark so that accents open right).

A cell that begins with = + - @, their full-width forms, a tab, a line end or an apostrophe gets one apostrophe in
front (OWASP, CSV Injection), so "-0043-03-15" stays a date in the year 44 BC and no sum. Taking it away restores the cell.
"""

_STARTS = tuple("=+-@＝＋－＠\t\r\n'")


def guard(text: str) -> str:
    """The text as a spreadsheet may safely read it."""
    return "'" + text if text.startswith(_STARTS) else text


def unguard(cell: str) -> str:
    """What `guard` was given; a cell that it never wrote stays as it is."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_STARTS) else cell


def table(frame, columns) -> bytes:
    """These columns of a frame as CSV; lists are joined by "; ", a missing value is an empty cell."""
    import csv
    import io

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(zip(*(_cells(frame[name]) for name in columns)))
    return out.getvalue().encode("utf-8-sig", "replace")


def _cells(column) -> list[str]:
    return [guard("" if missing else _text(value)) for value, missing in zip(column, column.isna())]


def _text(value) -> str:
    return "; ".join(value) if isinstance(value, (tuple, list)) else str(value)
