"""Apache Parquet: the frame's own types, actors as a list of strings; the same schema even without a row."""

from timeline.frame import COLUMNS

TITLE, ORDER, GROUP, SUFFIX, MIME = "Parquet", 30, "Tables", ".parquet", "application/vnd.apache.parquet"


def write(frame) -> bytes:
    """The rows of an events' frame as Parquet."""
    import io

    import pyarrow
    from pyarrow import parquet

    arrays = [_array(frame[name]) for name in COLUMNS]
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(arrays, names=list(COLUMNS)), out)
    return out.getvalue()


def _array(column):
    import pyarrow

    if column.dtype == object:
        return pyarrow.array([list(v) for v in column], pyarrow.list_(pyarrow.string()))
    if column.dtype.kind in "if":
        return pyarrow.array(column.to_numpy())
    return pyarrow.array(
        [None if missing else _clean(v) for v, missing in zip(column, column.isna())], pyarrow.string()
    )


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
