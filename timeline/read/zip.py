"""A zip archive: each member is read as if it had been given alone. Nothing is ever written to disk."""

from collections.abc import Iterator
from functools import partial

from timeline.model import Document, Failure
from timeline.read._document import label
from timeline.read._package import opened, unpacked
from timeline.read._text import Unreadable
from timeline.read._whole import Full, Whole

TITLE = "Zip archive of these"
ORDER = 90
SUFFIXES = (".zip",)


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document | Failure]:
    """The Documents of every member, by name; hidden files are passed over; a bad member costs one Failure.

    Raises Unreadable if it is no zip archive or holds nothing.
    """
    whole = whole or Whole()
    with opened(data) as archive:
        members = sorted((m for m in archive.infolist() if not _passed_over(m)), key=lambda m: m.filename)
        if not members:
            raise Unreadable("holds no files")
        for member in members:
            try:
                yield from whole.inside(f"{name}/{member.filename}", partial(unpacked, archive, member, whole))
            except Full as limit:
                yield Failure(label(name), str(limit))
                return


def _passed_over(member) -> bool:
    steps = member.filename.replace("\\", "/").split("/")
    return member.is_dir() or "__MACOSX" in steps or any(s.startswith(".") and s.strip(".") for s in steps)
