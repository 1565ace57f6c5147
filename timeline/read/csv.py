"""A table of articles, one a row: comma, semicolon, tab or bar between the columns, a header line on top."""

import csv
from collections.abc import Iterator
from io import StringIO

from timeline.model import Document, Failure
from timeline.read._names import columns_for
from timeline.read._rows import documents
from timeline.read._text import MAX_TEXT, Unreadable, decode
from timeline.read._whole import Whole

TITLE = "Table of articles (CSV)"
ORDER = 40
SUFFIXES = (".csv", ".tsv")
_DELIMITERS = ",;\t|"
_HEADER = 100_000  # characters a header line may have
MAX_COLUMNS = 1000
IS_PLAIN = True
_LONG_NAME = 60  # characters: no column is called that


def looks(head: bytes) -> bool:
    """Whether the first line may name columns, be it by the words known here or by being short ones between delimiters."""
    names = _named(head)
    if any(columns_for(what, names) for what in ("text", "title", "published")):
        return True
    return len(names) > 1 and not any(len(cell) > _LONG_NAME or cell.endswith((".", "!", "?")) for cell in names)


def holds_articles(head: bytes) -> bool:
    """Whether it names several columns, of which one is a text: so sure a sign that a suffix of another kind does not count."""
    names = _named(head)
    return len(names) > 1 and bool(columns_for("text", names))


def _named(head: bytes) -> list[str]:
    line = head.decode("utf-8", "replace").lstrip("\ufeff\r\n ").split("\n", 1)[0].replace("\0", "")
    return [cell.strip(" \"'\r") for cell in line.split(_delimiter(line))]


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document | Failure]:
    """One Document a row; see timeline/read/names.toml for the columns it knows.

    Raises Unreadable without a header, rows or a column of text.
    """
    text, _ = decode(data)
    csv.field_size_limit(MAX_TEXT)
    text = text.lstrip("\n ")
    head = text[:_HEADER].split("\n", 1)[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(head))
    header = _header(reader)
    yield from documents(name, _rows(reader, header), whole)


def _delimiter(head: str) -> str:
    bare = "".join(head.split('"')[::2])
    return max(_DELIMITERS, key=bare.count)


def _header(reader) -> list[str]:
    try:
        header = next(reader, [])
    except csv.Error as problem:
        raise Unreadable(f"is not a table: {problem}") from None
    if len(header) > MAX_COLUMNS:
        raise Unreadable(f"has {len(header):,} columns; the limit is {MAX_COLUMNS:,}")
    return header


def _rows(reader, header: list[str]):
    """(place, row) of each line that holds anything; the header is row 1, as in a spreadsheet."""
    number, found = 1, False
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as problem:
            yield f"row {number}", f"and all after it cannot be read: {problem}"
            return
        if any(cells):
            found = True
            yield f"row {number}", dict(zip(header, cells))
    if not found:
        yield "row 2", "is missing: the table has a header line and nothing below it"
