"""A mailbox (RFC 4155 and its relatives): each letter in it is read as if it had been given alone."""

import re
from collections.abc import Iterator
from functools import partial

from timeline.model import Document, Failure
from timeline.read._document import label
from timeline.read._text import Unreadable
from timeline.read._whole import Full, Whole

TITLE = "Mailbox"
ORDER = 71
SUFFIXES = (".mbox", ".mbx")
_FROM = re.compile(rb"(?:\A|\n\r?\n)(?=From [^\n]{1,300}\n)")
_QUOTED = re.compile(rb"^>(>*From )", re.M)


def looks(head: bytes) -> bool:
    """Whether it opens with the line that starts a letter."""
    return head.startswith(b"From ")


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document | Failure]:
    """The Documents of every letter, in the mailbox's order; a bad one costs one Failure.

    Raises Unreadable where there is no letter in it.
    """
    whole = whole or Whole()
    starts = [hit.end() for hit in _FROM.finditer(data)]
    if not starts:
        raise Unreadable("is a mailbox with no letters in it")
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)]), 1):
        try:
            yield from whole.inside(f"{name}/letter {number}.eml", partial(_letter, data, start, end))
        except Full as limit:
            yield Failure(label(name), str(limit))
            return


def _letter(data: bytes, start: int, end: int) -> bytes:
    """One letter, without the line that starts it and with the quoting of such lines undone."""
    return _QUOTED.sub(rb"\1", data[data.find(b"\n", start) + 1:end])
