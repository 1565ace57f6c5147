"""Plain text, shown as it stands."""

from collections.abc import Iterator

from timeline.model import Document
from timeline.read._document import make
from timeline.read._file_name import from_name
from timeline.read._published import best
from timeline.read._text import decode

TITLE = "Plain text"
ORDER = 10
SUFFIXES = (".txt", ".text", ".log")
IS_PLAIN = True


def looks(head: bytes) -> bool:
    """Any text is."""
    return True


def read(name: str, data: bytes) -> Iterator[Document]:
    """One Document, dated by its file name if that holds a day."""
    text, notes = decode(data)
    published, remarks = best(from_name(name))
    yield make(name, text, published=published, notes=notes + remarks)
