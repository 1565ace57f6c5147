"""Bytes -> a table: CSV with any delimiter, JSON Lines, and the JSON of TimelineJS as the columns of its spreadsheet."""

import csv
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from io import StringIO

from timeline.frame import COLUMNS
from timeline.read import Unreadable
from timeline.read._text import decode

MAX_ROWS, MAX_COLUMNS = 1_000_000, 1000
_DELIMITERS = ",;\t|"
_CORE = ("event_id", "title", "start", "end", "date_edtf", "date_basis", "rule")  # every version of this program writes these
_TAG = re.compile(r"<[^<>]*>")
_SHEET = {"Year": "year", "Month": "month", "Day": "day"}  # TimelineJS's names of the parts of a date, in sheet and JSON


@dataclass(frozen=True, slots=True)
class Table:
    """A header and its rows, all text, each row as long as the header. `is_own`: our own export wrote it."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_own: bool = False

    @property
    def signature(self) -> str:
        """The same for every table with these columns, in whatever order."""
        return hashlib.sha256(json.dumps(sorted(" ".join(name.split()).casefold() for name in self.header)).encode()).hexdigest()


def open_table(name: str, data: bytes) -> Table:
    """The table in a file. Raises `timeline.read.Unreadable`, in plain words, if there is none."""
    own = _own(name, data)
    if own is not None:
        return own
    text, _ = decode(data)
    if text.lstrip()[:1] in ("{", "["):
        return _json(name, text)
    return _same_columns(_csv(name, text))


def _same_columns(table: Table) -> Table:
    """A table with our columns is our own, though another program has saved it since or added to it."""
    if not set(_CORE) <= set(table.header):
        return table
    from timeline.export._cells import unguard

    return Table(table.name, table.header, tuple(tuple(map(unguard, row)) for row in table.rows), True)


def _own(name: str, data: bytes) -> Table | None:
    """What `timeline.export` wrote, to the letter, control characters and all; None for anything else."""
    try:
        text = data.decode("utf-8-sig")
    except ValueError:
        return None
    header = tuple(text.split("\r\n", 1)[0].split(","))
    if set(_CORE) <= set(header) <= set(COLUMNS):
        from timeline.export._cells import unguard

        rows = list(_parsed(text, ","))[1:]
        if all(len(row) == len(header) for row in rows):
            return Table(name, header, tuple(tuple(map(unguard, row)) for row in rows), True)
    if text.startswith('{"event_id": '):
        return _own_lines(name, text)
    return None


def _own_lines(name: str, text: str) -> Table | None:
    try:
        lines = [json.loads(line) for line in text.split("\n") if line]
    except ValueError:
        return None
    header = tuple(lines[0]) if lines and isinstance(lines[0], dict) else ()
    if not set(_CORE) <= set(header) <= set(COLUMNS) or not all(isinstance(line, dict) and tuple(line) == header for line in lines):
        return None
    return Table(name, header, tuple(tuple(map(_cell, line.values())) for line in lines), True)


def _cell(value) -> str:
    """A JSON value as a cell of text: a list joined as our CSV joins it."""
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, dict):
        return _cell(next((v for k in ("name", "title", "text", "value") if isinstance(v := value.get(k), str)), ""))
    return str(value)


def _parsed(text: str, delimiter: str) -> Iterable[list[str]]:
    csv.field_size_limit(20_000_000)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as problem:
        raise Unreadable(f"is not a sound table: {problem}") from None


def _csv(name: str, text: str) -> Table:
    text = text.lstrip("\n ")
    head = "".join(text[:100_000].split("\n", 1)[0].split('"')[::2])
    rows = [row for row in _parsed(text, max(_DELIMITERS, key=head.count)) if any(cell.strip() for cell in row)]
    return _table(name, rows[0] if rows else [], rows[1:])


def _table(name: str, header: list[str], rows: list[list[str]]) -> Table:
    """Every row as long as the header, whose names are made different."""
    if not rows:
        raise Unreadable("has no rows below its header")
    if len(header) > MAX_COLUMNS or len(rows) > MAX_ROWS:
        raise Unreadable(f"is too large (limits: {MAX_COLUMNS:,} columns, {MAX_ROWS:,} rows); split it")
    names = []
    for number, column in enumerate(header, 1):
        column = " ".join(column.split()) or f"column {number}"
        names.append(column if column not in names else f"{column} ({number})")
    width = len(names)
    return Table(name, tuple(names), tuple(tuple((row + [""] * width)[:width]) for row in rows))


def _json(name: str, text: str) -> Table:
    try:
        whole = json.loads(text)
    except RecursionError:
        raise Unreadable("has brackets nested too deep") from None
    except ValueError:
        whole = _lines(text)
    if isinstance(whole, dict) and isinstance(whole.get("events"), list):
        return _of_records(name, [_slide(one) for one in whole["events"] if isinstance(one, dict)])
    records = [one for one in (whole if isinstance(whole, list) else [whole]) if isinstance(one, dict)]
    return _of_records(name, [{key: _cell(value) for key, value in one.items()} for one in records])


def _lines(text: str) -> list:
    found = []
    for number, line in enumerate(filter(str.strip, text.split("\n")), 1):
        try:
            found.append(json.loads(line))
        except (ValueError, RecursionError):
            raise Unreadable(f"is not sound JSON (line {number})") from None
    return found


def _of_records(name: str, records: list[dict[str, str]]) -> Table:
    header = list(dict.fromkeys(key for one in records for key in one))
    return _table(name, header, [[one.get(key, "") for key in header] for one in records])


def _slide(slide: dict) -> dict[str, str]:
    """A slide of TimelineJS's JSON under the names of its spreadsheet's columns; its HTML as plain text."""
    row = {}
    for side, prefix in (("start_date", ""), ("end_date", "End ")):
        date = slide.get(side) if isinstance(slide.get(side), dict) else {}
        row |= {f"{prefix}{title}": _cell(date.get(part)) for title, part in _SHEET.items()}
    text = slide.get("text") if isinstance(slide.get("text"), dict) else {}
    media = slide.get("media") if isinstance(slide.get("media"), dict) else {}
    return row | {"Display Date": _plain(slide.get("display_date")), "Headline": _plain(text.get("headline")), "Text": _plain(text.get("text")),
                  "Media": _cell(media.get("url")), "Group": _cell(slide.get("group"))}


def _plain(html) -> str:
    """The words of a piece of HTML."""
    return " ".join(unescape(_TAG.sub(" ", _cell(html))).split())
