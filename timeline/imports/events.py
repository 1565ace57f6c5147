"""Rows of a table -> the table as a Document and an Event a row, whose witness is the row."""

import hashlib
import re
from dataclasses import dataclass, fields
from itertools import accumulate

from timeline import calendar, frame
from timeline.imports.mapping import Mapping
from timeline.imports.table import Table
from timeline.model import Document, Event, Marks, Mention
from timeline.project.typed import Typed
from timeline.project.typed import read as read_date
from timeline.read import parse_day

IMPORTED = "imported"
_NUMERIC = re.compile(r"\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}\b")
_CONTEXT = 30  # characters before and after a witness
_TITLE = 80  # characters of a text that stand for a title where a row has none
_USUAL = {"date_basis": "explicit", "modality": "actual", "qualifier": "exact", "kind": "instant"}
_NO_DATE = "The row of the table gives no date."


@dataclass(frozen=True, slots=True)
class Imported:
    """A table as a document, and its events, one a row, in the rows' order."""

    document: Document
    events: tuple[Event, ...]


def read(table: Table, mapping: Mapping | None = None) -> Imported:
    """The events of a table: our own export as it was written, any other by its mapping.

    A row of our own export keeps its id and every column but the three that count witnesses, which count the row itself.
    """
    pieces = [_text(table.header, row) for row in table.rows]
    starts = list(accumulate((len(piece.text) + 1 for piece in pieces), initial=0))
    text = "\n".join(piece.text for piece in pieces)
    key = f"{table.name}\0{text}".encode("utf-8", "surrogatepass")
    document = Document(hashlib.sha256(key).hexdigest()[:16], table.name, text, notes=(f"a table of {len(pieces):,} events, imported",))
    events, seen = [], set()
    for number, (row, piece, start) in enumerate(zip(table.rows, pieces, starts)):
        cells = dict(zip(table.header, row))
        event = _own(cells) if table.is_own else _mapped(cells, mapping)
        event_id = event["event_id"] if event["event_id"] and event["event_id"] not in seen else _id(document.doc_id, number)
        seen.add(event_id)
        events.append(_event(event | {"event_id": event_id}, _witness(document, piece, start, event, mapping)))
    return Imported(document, tuple(events))


def _id(doc_id: str, number: int) -> str:
    return hashlib.sha256(f"{doc_id}|row {number}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A row as text, and where in it each column's cell stands."""

    text: str
    cells: dict[str, tuple[int, int]]


def _text(header: tuple[str, ...], row: tuple[str, ...]) -> _Piece:
    """The row as lines "column: cell", empty cells left out."""
    text, places = "", {}
    for name, cell in zip(header, row):
        if cell:
            start = len(text) + len(name) + 2
            places[name] = (start, start + len(cell))
            text += f"{name}: {cell}\n"
    return _Piece(text or "(an empty row)\n", places)


def _witness(document: Document, piece: _Piece, start: int, event: dict, mapping: Mapping | None) -> Mention:
    """The cell of the excerpt, or failing that the whole row; the date words where the row has them."""
    columns = mapping.columns if mapping else {"excerpt": "excerpt", "date": "date_text"}
    first, last = piece.cells.get(columns.get("excerpt", ""), (0, len(piece.text.rstrip("\n")) or len(piece.text)))
    date = next((piece.cells[columns[name]] for name in ("date", "start", "year") if columns.get(name) in piece.cells), None)
    text, a, b = document.text, start + first, start + last
    words = (date and (start + date[0], start + date[1])) or (None, None)
    return Mention(document.doc_id, "", "", a, b, text[a:b], text[max(0, a - _CONTEXT):a], text[b:b + _CONTEXT],
                   text[words[0]:words[1]] if date else "", *words, event["date_edtf"], "explicit", IMPORTED, event["actors"])


def _event(said: dict, witness: Mention) -> Event:
    undated = said["first"] is None and said["last"] is None
    return Event(**said | {"excerpt": witness.exact, "mentions": (witness,), "reason": said.get("reason", _NO_DATE) if undated else ""})


def _own(cells: dict[str, str]) -> dict:
    """What our own export said of an event: every column that is a field of one, whatever columns there are."""
    known = {field.name for field in fields(Event)} - {"excerpt", "mentions"}
    said = {name: _value(name, dtype, cells.get(name, "")) for name, dtype in frame.COLUMNS.items() if name in known}
    return said | {"first": _day(cells["start"]), "last": _day(cells["end"])}


def _value(name: str, dtype, cell: str):
    """A cell as its column's type has it; a word that is none of a column's own becomes the usual one."""
    if hasattr(dtype, "categories"):
        return cell if cell in dtype.categories else _USUAL.get(name, "")
    if dtype is object:
        return tuple(cell.split("; ")) if cell else ()
    return _number(cell) if dtype == "float64" else cell


def _day(iso: str) -> int | None:
    return calendar.bounds(iso)[0] if iso else None


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return 0.0


def _mapped(cells: dict[str, str], mapping: Mapping) -> dict:
    """What a row of another's table says, by its mapping."""
    got = {name: cells.get(column, "") for name, column in mapping.columns.items()}
    date, reason = _date(got, mapping.order)
    title = got.get("title", "").strip() or _first_words(got.get("excerpt", ""))
    return {"event_id": "", "title": title, "first": date.first, "last": date.last, "date_edtf": date.edtf,
            "date_text": _date_text(got), "precision": date.precision, "qualifier": date.qualifier, "date_basis": "explicit", "rule": IMPORTED,
            "kind": date.kind, "modality": "actual", "actors": _list(got.get("actors", ""), mapping.separator), "place": got.get("place", "").strip(),
            "importance": 0.5, "confidence": 1.0, "reason": reason, "marks": Marks(tags=_list(got.get("tags", ""), mapping.separator))}


def _first_words(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TITLE else line[:_TITLE].rsplit(" ", 1)[0]


def _list(cell: str, separator: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(one.split()) for one in cell.split(separator) if one.strip()))


def _date_text(got: dict[str, str]) -> str:
    """The words of the date, of the one cell in which a witness can show them."""
    return next((got[name] for name in ("date", "start", "year") if got.get(name)), "")


def _date(got: dict[str, str], order: str) -> tuple[Typed, str]:
    """The window that a row's cells give, and why it has none."""
    sides = [_of_parts(got, ""), _of_parts(got, "end_")] if got.get("year") else [got.get("start") or got.get("date", ""), got.get("end", "")]
    found = [_one(cell, order) for cell in sides]
    wrong = next((cell for cell, date in zip(sides, found) if date is None), None)
    if wrong is not None:
        return Typed(), f"“{wrong}” in the table is no date that could be read."
    start, end = found
    if not end.edtf or end.edtf == start.edtf:
        return start, _NO_DATE
    if not start.edtf:
        return Typed(f"../{end.edtf}", end.text, None, end.last, end.precision, end.qualifier, "interval"), ""
    if start.first is not None and end.last is not None and start.first > end.last:
        return Typed(), f"In the table the end ({sides[1]}) lies before the start ({sides[0]})."
    return Typed(f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}", "", start.first, end.last, start.precision, start.qualifier, "interval"), ""


def _of_parts(got: dict[str, str], prefix: str) -> str:
    """Year, month and day in columns of their own, as EDTF; TimelineJS counts -44 as 44 BC."""
    parts = [got.get(prefix + name, "").strip() for name in ("year", "month", "day")]
    if not parts[0] or not parts[0].lstrip("-").isdecimal():
        return parts[0]
    year = int(parts[0])
    iso = calendar.iso_year(year + 1 if year < 0 else year)
    for part in parts[1:]:
        if not part.isdecimal() or not int(part):
            break
        iso += f"-{int(part):02d}"
    return iso


def _one(cell: str, order: str) -> Typed | None:
    """A cell's date: a full day in any order of its numbers, EDTF, or words."""
    text = " ".join(cell.split())
    day = parse_day(text, order) if _NUMERIC.match(text) else None
    found = read_date(text) if day is None else None
    if day is None and (found is None or found.precision == "time"):
        day = parse_day(text, order)
    return found if day is None else Typed(day.isoformat(), text, day.toordinal(), day.toordinal(), "day")
