"""A Parquet table of articles: one article a row. Only the columns that are read as something are loaded."""

from collections.abc import Iterator
from io import BytesIO

from timeline.model import Document, Failure
from timeline.read._document import label
from timeline.read._names import columns_for, key, names
from timeline.read._rows import MAX_ROWS, documents, listed
from timeline.read._text import Unreadable
from timeline.read._whole import Whole

TITLE = "Table of articles (Parquet)"
ORDER = 42
SUFFIXES = (".parquet", ".pq")
MAX_COLUMNS = 10_000
MAX_UNPACKED = 400_000_000  # bytes, as the file itself states them
_BATCH = 1000


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document | Failure]:
    """One Document a row; see timeline/read/names.toml for the columns it knows.

    Raises Unreadable where the table is damaged, locked, or has no rows or no column of text.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    whole = whole or Whole()
    try:
        file = pq.ParquetFile(BytesIO(data))
        wanted = _wanted(file, whole)
        rows = list(_rows(file, wanted))
    except (pa.ArrowException, OSError, ValueError, KeyError, TypeError) as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable("is a damaged Parquet file; make it anew") from None
    if not rows:
        raise Unreadable("is a table with no rows")
    yield from documents(name, rows, whole)


def _wanted(file, whole: Whole) -> list[str]:
    columns = file.schema_arrow.names
    if len(columns) > MAX_COLUMNS:
        raise Unreadable(f"has {len(columns):,} columns; the limit is {MAX_COLUMNS:,}")
    told = {key(column) for column in whole.columns.values()}
    for column in (c for c in whole.columns.values() if key(c) not in map(key, columns)):
        raise Unreadable(f"has no column “{label(column)}”; its columns: {listed(columns)}")
    wanted = {c for what in names()["columns"] for c in columns_for(what, columns)} | {c for c in columns if key(c) in told}
    if not wanted:
        raise Unreadable(f"has no column of text (its columns: {listed(columns)}); name one of them text, body or content")
    meta = file.metadata
    size = sum(meta.row_group(n).total_byte_size for n in range(min(meta.num_row_groups, 100_000)))
    if size > MAX_UNPACKED:
        raise Unreadable(f"unpacks to too much ({size:,} bytes; the limit is {MAX_UNPACKED:,}); split it")
    return [c for c in columns if c in wanted]


def _rows(file, wanted: list[str]):
    number = 0
    for batch in file.iter_batches(batch_size=_BATCH, columns=wanted, use_threads=False):
        for row in batch.to_pylist():
            number += 1
            yield f"row {number}", row
        if number > MAX_ROWS:
            return
