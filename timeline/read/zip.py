"""A zip archive: each member is read as if it had been given alone. Nothing is ever written to disk."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from timeline.model import Document, Failure
from timeline.read import parts
from timeline.read._document import label
from timeline.read._kind import sniff
from timeline.read._text import MAX_BYTES, Unreadable

TITLE = "Zip archive of these"
ORDER = 90
SUFFIXES = (".zip",)
MAX_MEMBERS = 10_000
MAX_TOTAL = 300_000_000  # bytes, unpacked, of an archive and all archives in it
MAX_NESTING = 2  # an archive in an archive
_CHUNK = 1 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)


class _Budget:
    """What may still be unpacked: sizes are counted as bytes come out, an archive's own word for them is not taken."""

    def __init__(self):
        self.left = MAX_TOTAL
        self.members = MAX_MEMBERS


def read(name: str, data: bytes) -> Iterator[Document | Failure]:
    """The Documents of every member, by name; hidden files are passed over; a bad member costs one Failure.

    Raises Unreadable if it is no zip archive or holds nothing.
    """
    yield from _archive(name, data, _Budget(), 1)


def _archive(name: str, data: bytes, budget: _Budget, depth: int) -> Iterator[Document | Failure]:
    if depth > MAX_NESTING:
        raise Unreadable(f"is an archive nested more than {MAX_NESTING} deep; unpack it and add its files")
    with _opened(data) as archive:
        members = sorted((m for m in archive.infolist() if not _passed_over(m)), key=lambda m: m.filename)
        if not members:
            raise Unreadable("holds no files")
        for member in members:
            if budget.members <= 0 or budget.left <= 0:
                yield Failure(label(name), "was read only in part: it unpacks to too much "
                              f"(limits: {MAX_MEMBERS:,} files, {MAX_TOTAL:,} bytes); split it")
                return
            budget.members -= 1
            yield from _member(f"{name}/{member.filename}", archive, member, budget, depth)


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.count(b"PK\x01\x02") > 2 * MAX_MEMBERS:
        raise Unreadable(f"holds too many files (the limit is {MAX_MEMBERS:,}); split it")
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, OverflowError):
        raise Unreadable("is a damaged zip archive; make it anew") from None


def _passed_over(member: zipfile.ZipInfo) -> bool:
    steps = member.filename.replace("\\", "/").split("/")
    return member.is_dir() or "__MACOSX" in steps or any(s.startswith(".") and s.strip(".") for s in steps)


def _member(name: str, archive, member, budget: _Budget, depth: int) -> Iterator[Document | Failure]:
    try:
        data = _unpacked(archive, member, budget)
        if sniff(data) == "zip":
            yield from _archive(name, data, budget, depth + 1)
        else:
            yield from parts(name, data)
    except Unreadable as problem:
        yield Failure(label(name), str(problem))


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: _Budget) -> bytes:
    if member.flag_bits & 1:
        raise Unreadable("is locked with a password; unpack it and add it alone")
    if member.compress_type not in _METHODS:
        raise Unreadable("is packed in a way not known here; unpack it and add it alone")
    try:
        with archive.open(member) as stream:
            return _counted(stream, budget)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError) as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable("is damaged inside the archive; add it alone") from None


def _counted(stream, budget: _Budget) -> bytes:
    pieces, size = [], 0
    while piece := stream.read(_CHUNK):
        size += len(piece)
        budget.left -= len(piece)
        if size > MAX_BYTES or budget.left < 0:
            raise Unreadable(f"unpacks to too much (limits: {MAX_BYTES:,} bytes a file, {MAX_TOTAL:,} in all); add it alone")
        pieces.append(piece)
    return b"".join(pieces)
