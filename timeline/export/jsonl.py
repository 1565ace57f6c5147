"""JSON Lines: one object an event, actors as a list, a missing value as null (UTF-8, RFC 8259)."""

from timeline.frame import COLUMNS

TITLE, ORDER, GROUP, SUFFIX, MIME = "JSON Lines", 20, "Tables", ".jsonl", "application/jsonl"


def write(frame) -> bytes:
    """The rows of an events' frame as JSON Lines."""
    import json

    columns = [_values(frame[name]) for name in COLUMNS]
    lines = (json.dumps(dict(zip(COLUMNS, row)), ensure_ascii=False) for row in zip(*columns))
    return "".join(line + "\n" for line in lines).encode("utf-8", "replace")


def _values(column) -> list:
    plain = [list(v) if isinstance(v, tuple) else v for v in column.tolist()]
    return [None if missing else value for value, missing in zip(plain, column.isna())]
