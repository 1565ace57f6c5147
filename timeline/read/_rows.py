"""Rows of a table, or objects of a JSON file -> Documents: one article a row, whatever its columns are called."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from timeline.model import Document, DocumentDate, Failure
from timeline.read._document import label, make
from timeline.read._names import columns_for, key, names
from timeline.read._published import NO_WORDS, best, from_value, guess_languages, guess_order
from timeline.read._text import Unreadable
from timeline.read._whole import Whole

MAX_ROWS = 200_000
COLUMNS_READ = "columns read: "  # opens the note that says how a table was understood
_MISSES = 50  # values of a column of days in words that are none, after which only figures are looked for
_SHOWN = 8  # columns or reasons spelled out in a message


def documents(name: str, rows: Iterable[tuple[str, Mapping | str]], whole: Whole | None = None) -> Iterator[Document | Failure]:
    """One Document a row; `rows` are (place, row), or (place, why it cannot be read) as a str.

    A row without text costs one Failure. Raises Unreadable if no row has a column of text, or `whole` names a
    column that is not there.
    """
    rows = list(rows)
    good = [row for _, row in rows if not isinstance(row, str)]
    table = Table(name, good, whole.columns if whole else {})
    for place, row in rows[:MAX_ROWS]:
        try:
            yield table.document(place, row)
        except Unreadable as problem:
            yield Failure(label(name), f"{place} {problem}")
    if len(rows) > MAX_ROWS:
        yield Failure(label(name), f"only the first {MAX_ROWS:,} of {len(rows):,} rows were read; split the file")


class Table:
    """Which columns of a table are read as what, and how its dates are written."""

    def __init__(self, name: str, rows: list[Mapping], given: Mapping[str, str]):
        self._name = name
        self._given = {what: _present(column, rows) for what, column in given.items()}
        if rows and "text" not in self._given and not any(columns_for("text", row) for row in rows):
            raise Unreadable(f"has no column of text (its columns: {listed(rows[0])}); name one of them text, body or content, "
                             "or say which one it is (columns text=…)")
        days = [as_text(self._cell(row, "published")[1]) for row in rows]
        self._written = guess_order(days), guess_languages(days)
        self._hits, self._misses = 0, 0
        self._notes: dict[tuple, str] = {}

    def _columns(self, row: Mapping, what: str) -> tuple[str, ...]:
        return (self._given[what],) if what in self._given else columns_for(what, row)

    def _cell(self, row: Mapping, what: str) -> tuple[str, object]:
        """(column, value) of the first column for `what` that is not empty in `row`; ("", "") if none is."""
        return next(((c, row[c]) for c in self._columns(row, what) if not _is_nothing(row.get(c))), ("", ""))

    def document(self, place: str, row: Mapping | str) -> Document:
        """The Document of a row. Raises Unreadable where it has no text."""
        if isinstance(row, str):
            raise Unreadable(row)
        cells = {what: self._cell(row, what) for what in names()["columns"]}
        get = lambda what: as_text(cells[what][1])  # noqa: E731
        column = label(cells["published"][0])
        published, notes = best(self._day(get("published"), column))
        return make(f"{self._name}#{get('id') or place}", as_text(cells["text"][1], "\n"), title=get("title"),
                    author=get("author"), source=get("source"), url=get("url"), language=get("language"),
                    trust_language=True, published=published, notes=(*self._told(cells), *notes))

    def _day(self, value: str, column: str):
        order, languages = self._written
        hopeless = self._misses >= _MISSES and self._misses > 10 * self._hits
        found = from_value(value, "column", f'the column "{column}"', order, NO_WORDS if hopeless else languages)
        self._hits, self._misses = self._hits + isinstance(found, DocumentDate), self._misses + isinstance(found, str)
        return found

    def _told(self, cells: Mapping[str, tuple]) -> tuple[str, ...]:
        """Which column was read as what, so that a wrong guess can be seen and overruled."""
        used = tuple((what, column) for what, (column, _) in cells.items() if column)
        if used not in self._notes:
            self._notes[used] = COLUMNS_READ + ", ".join(f"{what} from “{label(str(column))}”" for what, column in used)
        return (self._notes[used],)


def _is_nothing(value) -> bool:
    return value is None or value == "" or isinstance(value, (list, dict, tuple)) and not value


def _present(column: str, rows: list[Mapping]) -> str:
    """The column as these rows spell it. Raises Unreadable where none has it."""
    spelled = {key(str(c)): str(c) for row in rows[:1000] for c in row}
    if rows and key(column) not in spelled:
        raise Unreadable(f"has no column “{label(column)}”; its columns: {listed(rows[0])}")
    return spelled.get(key(column), column)


def as_text(value, joint: str = "; ") -> str:
    """A cell as text: lists are joined, of an object its name is taken, true, false and null are nothing, days are ISO 8601."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        return joint.join(filter(None, (as_text(v) for v in value if not isinstance(v, list))))
    if isinstance(value, dict):
        return next((v for k in ("name", "title", "text", "value", "@value", "$date", "url", "code")
                     if isinstance(v := value.get(k), str)), "")
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value) if isinstance(value, (int, float)) and value == value else ""


def listed(columns: Iterable[str]) -> str:
    """The first few names of columns, for a message."""
    shown = [label(str(c)[:40]) for c in columns]
    return ", ".join(shown[:_SHOWN]) + (f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else "")
