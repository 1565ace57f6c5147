"""Bytes -> Documents. To read one more file format, add one module here with a sample in tests/files/.

A module is a docstring, TITLE, ORDER, SUFFIXES and `read(name, data)`, which yields a Document for each text in the
file and a Failure for each part of it that cannot be read, or raises Unreadable for the whole. Names are labels and
may be hostile; they are never followed. Modules with an underscore are the kitchen they share.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from types import ModuleType

from timeline.folder import modules
from timeline.model import Document, Failure
from timeline.read import _published as published
from timeline.read._document import label
from timeline.read._kind import sniff
from timeline.read._published import parse_day
from timeline.read._text import MAX_BYTES, Unreadable

__all__ = ["MAX_BYTES", "Unreadable", "open_sources", "parse_day", "parts", "published", "read", "suffixes"]


def suffixes() -> tuple[str, ...]:
    """Every suffix that is read, with its dot."""
    return tuple(s for module in modules(__name__).values() for s in module.SUFFIXES)


def read(name: str, data: bytes) -> list[Document]:
    """The Documents of a file; `parts` also tells which parts of it failed.

    Raises Unreadable, in plain words, if there is not one.
    """
    found = list(parts(name, data))
    documents = [item for item in found if isinstance(item, Document)]
    if not documents:
        raise Unreadable(found[0].reason if found else "has no text in it")
    return documents


def parts(name: str, data: bytes) -> Iterator[Document | Failure]:
    """A Document for each text in the file, a Failure for each part that cannot be read.

    Raises Unreadable if the file as a whole cannot be.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(f"is too large ({len(data):,} bytes; the limit is {MAX_BYTES:,}); split it into smaller files")
    yield from _reader(name, data).read(name, data)


def _reader(name: str, data: bytes) -> ModuleType:
    """The module for a file: its content decides where it is plain, else its suffix, else it is plain text."""
    formats = modules(__name__)
    kind = sniff(data)
    if kind in formats:
        return formats[kind]
    suffix = PurePosixPath(label(name)).suffix.lower()
    named = next((module for module in formats.values() if suffix in module.SUFFIXES), None)
    if kind == "xml" and (named is None or named is formats["html"]) and suffix != ".xhtml":
        raise Unreadable("is an XML file or feed, which is not read here; save its text as txt, md or html and add that")
    return named or formats["txt"]


def open_sources(sources) -> Iterator[Document | Failure]:
    """Documents and Failures of a mixed list; see timeline/read/_sources.py for what it may hold."""
    from timeline.read._sources import documents

    yield from documents(sources)
