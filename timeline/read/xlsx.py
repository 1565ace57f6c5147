"""A spreadsheet of articles (ECMA-376 SpreadsheetML): one article a row, each sheet with its own header line.

Cells are read as they were last shown: of a formula its stored value, never computed. What a sheet claims of its size is
not believed; rows are counted as they come.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO

from timeline.model import Document, Failure
from timeline.read._document import label
from timeline.read._package import Package, attribute, local
from timeline.read._rows import MAX_ROWS, documents
from timeline.read._text import MAX_TEXT, Unreadable
from timeline.read._whole import Whole

TITLE = "Spreadsheet of articles (Excel)"
ORDER = 41
SUFFIXES = (".xlsx", ".xlsm")
MAX_COLUMNS = 1000
MAX_SHEETS = 200
_HEADER_WITHIN = 20  # rows in which the header line is looked for
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")
_DAYS = re.compile(r"[dy]", re.I)  # in the format of a number: it is a day
_NO_FORMAT = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")
_BUILT_IN_DAYS = {14, 15, 16, 17, 22}


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document | Failure]:
    """One Document a row; see timeline/read/names.toml for the columns it knows.

    Raises Unreadable where no sheet has a header, rows and a column of text.
    """
    whole = whole or Whole()
    package = Package(data, whole)
    sheets = sorted((n for n in package.names if re.match(r"xl/worksheets/[^/]{1,80}\.xml\Z", n)), key=_number)[:MAX_SHEETS]
    book = _Book(package)
    empty, problems = True, []
    for number, sheet in enumerate(sheets, 1):
        place = f"sheet {number} row " if len(sheets) > 1 else "row "
        try:
            rows = list(_rows(book.cells(package.bytes(sheet)), place))
            found = documents(name, rows, whole) if rows else ()
            for item in found:
                empty = False
                yield item
        except Unreadable as problem:
            problems.append((f"sheet {number} " if len(sheets) > 1 else "") + str(problem))
    if empty:
        raise Unreadable(problems[0] if problems else "is a spreadsheet with nothing in it")
    yield from (Failure(label(name), problem) for problem in problems)


def _number(name: str) -> tuple[int, str]:
    digits = re.search(r"(\d{1,9})\.xml\Z", name)
    return int(digits[1]) if digits else 0, name


def _rows(cells: Iterator[tuple[int, dict[int, str]]], place: str):
    """(place, row) of each line below the header, which is the first line with several cells, or with one."""
    header: dict[int, str] = {}
    for number, row in cells:
        if not header and (len(row) > 1 or number >= _HEADER_WITHIN or _looks_named(row)):
            header = row
            if len(header) > MAX_COLUMNS:
                raise Unreadable(f"has {len(header):,} columns; the limit is {MAX_COLUMNS:,}")
        elif header and (found := {header[at]: value for at, value in row.items() if at in header}):
            yield f"{place}{number}", found


def _looks_named(row: dict[int, str]) -> bool:
    from timeline.read._names import columns_for

    return bool(columns_for("text", row.values()))


class _Book:
    """What cells refer to: the shared texts, which formats are days, and the day they are counted from."""

    def __init__(self, package: Package):
        self._texts = _shared(package)
        styles, book = package.optional("xl/styles.xml"), package.optional("xl/workbook.xml")
        self._days = _day_styles(styles) if styles is not None else frozenset()
        late = book is not None and any(attribute(n, "date1904") in ("1", "true") for n in book.iter("{*}workbookPr"))
        self._first = datetime(1904, 1, 1) if late else datetime(1899, 12, 30)

    def cells(self, data: bytes) -> Iterator[tuple[int, dict[int, str]]]:
        """(row number, column number -> text) of each row with anything in it."""
        number, seen, size = 0, 0, 0
        for row in _each(data, "row"):
            said = attribute(row, "r")
            number = int(said) if said.isdecimal() and len(said) < 8 else number + 1
            found = {_column(cell) or at: text for at, cell in enumerate((c for c in row if local(c) == "c"), 1)
                     if (text := self._text(cell))}
            size += sum(map(len, found.values()))
            if size > 10 * MAX_TEXT:
                raise Unreadable("unpacks to too much text; split it into smaller files")
            if found:
                seen += 1
                yield number, found
            if seen > MAX_ROWS + 1:
                return

    def _text(self, cell) -> str:
        kind = attribute(cell, "t")
        if kind == "inlineStr":
            return _rich(cell)
        value = next((n.text or "" for n in cell if local(n) == "v"), "")
        if kind == "s":
            at = int(value) if value.isdecimal() and len(value) < 9 else -1
            return self._texts[at] if 0 <= at < len(self._texts) else ""
        if kind in ("b", "e"):
            return ""
        style = attribute(cell, "s")
        if kind in ("", "n") and style.isdecimal() and int(style) in self._days:
            return self._day(value)
        return value

    def _day(self, value: str) -> str:
        try:
            moment = self._first + timedelta(days=float(value))
        except (ValueError, OverflowError):
            return value
        return moment.date().isoformat() if moment.time() == datetime.min.time() else moment.isoformat(" ", "seconds")


def _column(cell) -> int:
    """The number of the column a cell says it stands in, 0 where it does not say."""
    hit, number = _CELL.match(attribute(cell, "r")), 0
    for letter in hit[1] if hit else "":
        number = number * 26 + ord(letter) - 64
    return number


def _each(data: bytes, name: str):
    """The elements of that name, one at a time, each forgotten after its turn."""
    from lxml import etree

    if b"<!" in data[:4096].replace(b"<!--", b"") and (b"<!DOCTYPE" in data or b"<!ENTITY" in data):
        raise Unreadable("defines XML entities of its own, which is not read here: that is a way to do harm; save it as csv")
    steps = etree.iterparse(BytesIO(data), tag="{*}" + name, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        for _, node in steps:
            yield node
            node.clear()
            while node.getprevious() is not None:
                del node.getparent()[0]
    except (etree.LxmlError, ValueError):
        raise Unreadable("is damaged: its XML cannot be parsed; save it anew") from None


def _shared(package: Package) -> list[str]:
    name = "xl/sharedStrings.xml"
    return [_rich(node) for node in _each(package.bytes(name), "si")] if name in package else []


def _rich(node) -> str:
    """The text of a cell, without the reading aids (phonetic runs) beside it."""
    aids = {t for run in node.iter("{*}rPh") for t in run.iter("{*}t")}
    return "".join(t.text or "" for t in node.iter("{*}t") if t not in aids)


def _day_styles(styles) -> frozenset[int]:
    """The numbers of the cell formats that show days."""
    own = {attribute(n, "numFmtId"): attribute(n, "formatCode") for n in styles.iter("{*}numFmt")}
    formats = next((list(n) for n in styles.iter("{*}cellXfs")), [])
    return frozenset(at for at, n in enumerate(formats) if _is_day(attribute(n, "numFmtId"), own))


def _is_day(number: str, own: dict[str, str]) -> bool:
    if number in own:
        return bool(_DAYS.search(_NO_FORMAT.sub("", own[number])))
    return number.isdecimal() and len(number) < 6 and int(number) in _BUILT_IN_DAYS
