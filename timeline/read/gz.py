"""A gzip file (RFC 1952): what is in it is read as if it had been given alone."""

import gzip
import re
import zlib
from collections.abc import Iterator
from io import BytesIO

from timeline.model import Document, Failure
from timeline.read._text import Unreadable
from timeline.read._whole import Whole

TITLE = "Gzip file of one of these"
ORDER = 91
SUFFIXES = (".gz",)


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document | Failure]:
    """The Documents of the one file in it, which is called as this one without ".gz"."""
    whole = whole or Whole()
    inner = re.sub(r"\.gz\Z", "", name.replace("\\", "/").rsplit("/", 1)[-1], flags=re.I) or "text"
    yield from whole.inside(f"{name}/{inner}", lambda: _unpacked(data, whole))


def _unpacked(data: bytes, whole: Whole) -> bytes:
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as stream:
            return whole.counted(stream)
    except (OSError, EOFError, zlib.error):
        raise Unreadable("is a damaged gzip file; make it anew") from None
