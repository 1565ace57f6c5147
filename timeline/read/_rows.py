"""Rows of a table, or objects of a JSON file -> Documents: one article a row, whatever its columns are called."""

from collections.abc import Iterable, Iterator, Mapping

from timeline.model import Document, Failure
from timeline.read._document import label, make
from timeline.read._names import columns_for, first_of
from timeline.read._published import best, from_value, guess_languages, guess_order
from timeline.read._text import Unreadable

MAX_ROWS = 200_000
_SHOWN = 8  # columns or reasons spelled out in a message


def documents(name: str, rows: Iterable[tuple[str, Mapping | str]]) -> Iterator[Document | Failure]:
    """One Document a row; `rows` are (place, row), or (place, why it cannot be read) as a str.

    A row without text costs one Failure. Raises Unreadable if no row has a column of text.
    """
    rows = list(rows)
    good = [row for _, row in rows if not isinstance(row, str)]
    if good and not any(columns_for("text", row) for row in good):
        raise Unreadable(f"has no column of text (its columns: {_listed(good[0])}); name one of them text, body or content")
    days = [as_text(first_of(row, "published")[1]) for row in good]
    written = guess_order(days), guess_languages(days)
    for place, row in rows[:MAX_ROWS]:
        try:
            yield _document(name, place, row, *written)
        except Unreadable as problem:
            yield Failure(label(name), f"{place} {problem}")
    if len(rows) > MAX_ROWS:
        yield Failure(label(name), f"only the first {MAX_ROWS:,} of {len(rows):,} rows were read; split the file")


def _document(name: str, place: str, row: Mapping | str, order: str, languages) -> Document:
    if isinstance(row, str):
        raise Unreadable(row)
    get = lambda what: as_text(first_of(row, what)[1])  # noqa: E731
    column, day = first_of(row, "published")
    published, notes = best(from_value(as_text(day), "column", f'the column "{label(column)}"', order, languages))
    return make(f"{name}#{get('id') or place}", as_text(first_of(row, "text")[1], "\n"), title=get("title"),
                author=get("author"), source=get("source"), url=get("url"), language=get("language"),
                trust_language=True, published=published, notes=notes)


def as_text(value, joint: str = "; ") -> str:
    """A cell as text: lists are joined, of an object its name is taken, true, false and null are nothing."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        return joint.join(filter(None, (as_text(v) for v in value if not isinstance(v, list))))
    if isinstance(value, dict):
        return next((v for k in ("name", "title", "text", "value", "@value", "$date", "url", "code")
                     if isinstance(v := value.get(k), str)), "")
    return str(value) if isinstance(value, (int, float)) and value == value else ""


def _listed(columns: Iterable[str]) -> str:
    names = [label(str(c)[:40]) for c in columns]
    return ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
