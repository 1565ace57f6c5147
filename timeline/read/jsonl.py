"""Articles as JSON: one object a line (JSON Lines), or one list of objects."""

import json
import re
from collections.abc import Iterator

from timeline.model import Document, Failure
from timeline.read._names import columns_for, names
from timeline.read._rows import documents
from timeline.read._text import Unreadable, decode
from timeline.read._whole import Whole

TITLE = "Articles as JSON"
ORDER = 50
SUFFIXES = (".jsonl", ".ndjson", ".json")
IS_PLAIN = True
_KEY = re.compile(r'"([^"\n]{1,40})"\s{0,9}:')


def looks(head: bytes) -> bool:
    """Whether it opens as a JSON value may."""
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] in b'{["-0123456789tfn' or not head.strip()


def holds_articles(head: bytes) -> bool:
    """Whether the objects it opens with have a text: so sure a sign that another suffix does not count."""
    return bool(columns_for("text", _KEY.findall(head.decode("utf-8", "replace"))))


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document | Failure]:
    """One Document an object; a line that is no JSON costs one Failure.

    Raises Unreadable if nothing in the file is an object with text.
    """
    text, _ = decode(data)
    articles = _articles(text)
    if articles is None:
        rows = [(f"line {n}", _row(line)) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    else:
        rows = [(f"item {n}", _object(value)) for n, value in enumerate(articles, 1)]
    if not rows:
        raise Unreadable("holds an empty list: there are no articles in it")
    yield from documents(name, rows, whole)


def _articles(text: str) -> list | None:
    """The articles of a file that is one JSON value; None for JSON Lines."""
    first_line = text.lstrip().split("\n", 1)[0]
    if not text.lstrip().startswith("[") and isinstance(_parse(first_line), (dict, str)) and "\n" in text.strip():
        return None
    value = _parse(text)
    if isinstance(value, dict):
        return next((value[k] for k in names()["lists"]["keys"] if isinstance(value.get(k), list)), [value])
    return value if isinstance(value, list) else None


def _parse(text: str):
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _row(line: str) -> dict | str:
    value = _parse(line)
    return "is not JSON" if value is None else _object(value)


def _object(value) -> dict | str:
    if isinstance(value, str):
        return {"text": value}
    return value if isinstance(value, dict) else "is not an object with a text in it"
