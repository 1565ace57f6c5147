"""Bytes -> Documents. To read one more file format, add one module here with a sample in tests/files/.

A module is a docstring, TITLE, ORDER, SUFFIXES and `read(name, data)`, which yields a Document for each text in the
file and a Failure for each part of it that cannot be read, or raises Unreadable for the whole. One whose files hold
other files, or are tables, takes `whole` as third argument (timeline/read/_whole.py). Names are labels and may be
hostile; they are never followed. Modules with an underscore are the kitchen they share.
"""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath
from types import ModuleType

from timeline.folder import modules
from timeline.model import Document, Failure
from timeline.read import _published as published
from timeline.read._document import label
from timeline.read._kind import sniff
from timeline.read._names import names
from timeline.read._published import how_known, parse_day
from timeline.read._rows import COLUMNS_READ
from timeline.read._text import MAX_BYTES, Unreadable, is_noise
from timeline.read._whole import Whole

__all__ = ["COLUMNS_READ", "MAX_BYTES", "Unreadable", "column_kinds", "how_known", "open_sources", "parse_day", "parts", "published", "read",
           "reader", "suffixes"]

_HEAD = 20_000  # bytes that decide what a text is
_TOLD_BY_CONTENT = frozenset("docx epub gz odt parquet pdf rtf warc xlsx zip".split())  # no file is one of these by its name alone


def suffixes() -> tuple[str, ...]:
    """Every suffix that is read, with its dot."""
    return tuple(s for module in modules(__name__).values() for s in module.SUFFIXES)


def column_kinds() -> tuple[str, ...]:
    """What a column of a table of articles may be read as: text, title, published …"""
    return tuple(names()["columns"])


def read(name: str, data: bytes, columns: Mapping[str, str] | None = None) -> list[Document]:
    """The Documents of a file; `parts` also tells which parts of it failed.

    `columns`: which column of a table holds the text, the day …: {"text": "body", "published": "date"}.
    Raises Unreadable, in plain words, if there is not one.
    """
    found = list(parts(name, data, Whole(columns)))
    documents = [item for item in found if isinstance(item, Document)]
    if not documents:
        raise Unreadable(found[0].reason if found else "has no text in it")
    return documents


def parts(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document | Failure]:
    """A Document for each text in the file, a Failure for each part that cannot be read; `whole` is the file it is part of.

    Raises Unreadable if the file as a whole cannot be.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(f"is too large ({len(data):,} bytes; the limit is {MAX_BYTES:,}); split it into smaller files")
    module, note = reader(name, data)
    found = module.read(name, data, whole or Whole()) if _takes_whole(module) else module.read(name, data)
    for item in found:
        yield replace(item, notes=(note, *item.notes)) if note and isinstance(item, Document) else item


@cache
def _takes_whole(module: ModuleType) -> bool:
    return "whole" in inspect.signature(module.read).parameters


def reader(name: str, data: bytes) -> tuple[ModuleType, str]:
    """(module, note): who reads a file, by its content where that is plain, else by its suffix, else as plain text.

    The note says so where the two do not agree. Raises Unreadable for the kinds that are not read.
    """
    formats = modules(__name__)
    suffix = PurePosixPath(label(name)).suffix.lower()
    named = next((module for module in formats.values() if suffix in module.SUFFIXES), None)
    kind = sniff(data)
    if kind == "xml" and named is not formats["html"]:
        raise Unreadable("is an XML file of a kind not known here; save its text as txt, md or html and add that")
    if kind in formats:
        chosen = formats[kind]
    elif kind == "json" and formats["jsonl"].holds_articles(data[:_HEAD]):
        chosen = formats["jsonl"]
    elif named and _holds_text(named, data):
        chosen = named
    else:
        chosen = formats["csv" if named and formats["csv"].holds_articles(data[:_HEAD]) else "txt"]
    if chosen is formats["txt"] and named and named.__name__.rpartition(".")[2] in _TOLD_BY_CONTENT and is_noise(data):
        raise Unreadable(f"is no {suffix[1:].upper()} file, whatever its name says, and no text either: it may be damaged, or only part of a "
                         "download; get it anew, or save its text as txt and add that")
    wrong = named and named is not chosen and not (chosen is formats["gz"] or named is formats["gz"])
    return chosen, f"is named {suffix}, but its content is: {chosen.TITLE}" if wrong else ""


def _holds_text(module: ModuleType, data: bytes) -> bool:
    """Whether a module reads text that no magic number tells apart, and this may be such a text."""
    looks = getattr(module, "looks", None)
    return looks is not None and looks(data[:_HEAD])


def open_sources(sources, columns: Mapping[str, str] | None = None) -> Iterator[Document | Failure]:
    """Documents and Failures of a mixed list; see timeline/read/_sources.py for what it may hold."""
    from timeline.read._sources import documents

    yield from documents(sources, columns)
