"""A mixed list of sources -> Documents, with one Failure for each that cannot be read."""

import atexit
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from timeline.model import Document, Failure
from timeline.read import MAX_BYTES, Unreadable, parts, reader, suffixes
from timeline.read._document import label, make
from timeline.read._pool import Pool, Task
from timeline.read._whole import NOTHING, Whole, unexpected

Job = Task | Callable[[], list[Document | Failure]]

SMALL = 256_000  # bytes of plain text that are read without a child

_LONGEST_PATH = 4096
_PATH_LIKE = re.compile(r"\S*[\\/]\S*\.\w{1,5}|~\S*")
_WORDS_IN_NAME = 40  # characters of a pasted text that name it


def documents(sources, columns: Mapping[str, str] | None = None) -> Iterator[Document | Failure]:
    """Each source is a path or folder (Path or str), a (name, bytes) pair, a text (str) or a Document.

    A str is a path if it is one line and exists, or looks like one (then it is reported missing); else it is a text.
    Folders are read in the order of their names, hidden files and linked folders passed over. `columns`: see `read.read`.
    A text that comes twice under one name is read once, the second is a Failure.
    """
    seen: dict[str, str] = {}
    jobs = (job for source in _listed(sources) for job in _guarded(source, dict(columns or {})))
    for found in pool().in_order(jobs):
        for item in found:
            if isinstance(item, Document) and item.doc_id in seen:
                yield Failure(item.name, f"has the same name and text as {seen[item.doc_id]}: read once")
                continue
            if isinstance(item, Document):
                seen[item.doc_id] = item.name
            yield item


@cache
def pool() -> Pool:
    """The children of this process, kept for the next files; they end with it."""
    made = Pool()
    atexit.register(made.close)
    return made


def _listed(sources) -> Iterable:
    alone = isinstance(sources, (str, bytes, os.PathLike, Document)) or _is_pair(sources)
    return [sources] if alone else sources


def _is_pair(source) -> bool:
    return isinstance(source, tuple) and len(source) == 2 and isinstance(source[0], str) \
        and isinstance(source[1], (bytes, bytearray, memoryview))


def _guarded(source, columns: dict) -> Iterator[Job]:
    """What there is to do for a source; where it cannot even be opened, that is to tell of it."""
    name = _name(source)
    try:
        yield from _open(source, columns)
    except Unreadable as problem:
        yield _told(name, str(problem))
    except OSError as problem:
        yield _told(name, f"cannot be opened: {(problem.strerror or 'unknown error').lower()}")
    except Exception as problem:  # one bad source must never cost the others
        yield _told(name, unexpected(problem))


def _told(name: str, reason: str) -> Job:
    return lambda: [Failure(name, reason)]


def _here(name: str, work: Callable[[], Iterable[Document | Failure]]) -> Job:
    """Read in this process: what is plain, and small."""
    def job() -> list[Document | Failure]:
        found = []
        try:
            found.extend(work())
        except Unreadable as problem:
            found.append(Failure(label(name), str(problem)))
        except Exception as problem:  # see _guarded
            found.append(Failure(label(name), unexpected(problem)))
        return found or [Failure(label(name), NOTHING)]
    return job


def _bytes(name: str, data: bytes, columns: dict) -> Job:
    """The job of reading a file: here if that is harmless, else in a child."""
    if len(data) <= SMALL and _is_plain(name, data):
        return _here(name, lambda: parts(name, data, Whole(columns)))
    return Task(name, data=data, columns=columns)


def _is_plain(name: str, data: bytes) -> bool:
    """Whether a file is text that Python's own library reads in time that grows with its length alone."""
    try:
        return getattr(reader(name, data)[0], "IS_PLAIN", False)
    except Unreadable:
        return True  # to be told so is harmless


def _name(source) -> str:
    if _is_pair(source):
        return label(source[0])
    return label(str(source)) if isinstance(source, (str, os.PathLike)) else label(type(source).__name__)


def _open(source, columns: dict) -> Iterator[Job]:
    if isinstance(source, Document):
        yield lambda: [source]
    elif _is_pair(source):
        yield _bytes(source[0], bytes(source[1]), columns)
    elif isinstance(source, os.PathLike):
        yield from _path(Path(os.fspath(source)), columns)
    elif isinstance(source, str):
        path = _as_path(source)
        yield from [_here(_name(source), lambda: [make(_first_words(source), source)])] if path is None else _path(path, columns)
    else:
        raise Unreadable("is no source: give a path, a text, a pair (name, bytes) or a Document")


def _as_path(text: str) -> Path | None:
    """The path a str means, or None if it is a text. Raises Unreadable for a path that leads nowhere."""
    if not text.strip() or "\n" in text.strip() or len(text) > _LONGEST_PATH or "\0" in text:
        return None
    try:
        path = Path(text).expanduser()
        if path.exists():
            return path
    except (OSError, ValueError, RuntimeError):
        return None
    if text.strip().lower().endswith(suffixes()) or _PATH_LIKE.fullmatch(text):
        raise Unreadable(f"no such file: {label(text)}")
    return None


def _first_words(text: str) -> str:
    words = label(text[:1000])
    return f"pasted: {words[:_WORDS_IN_NAME].rsplit(' ', 1)[0] if len(words) > _WORDS_IN_NAME else words}"


def _path(path: Path, columns: dict) -> Iterator[Job]:
    path = path.expanduser()
    if path.is_dir():
        yield from _folder(path, columns)
    else:
        yield _file(path, path.name, columns)


def _file(path: Path, name: str, columns: dict) -> Job:
    if not path.exists():
        raise Unreadable(f"no such file: {label(str(path))}")
    if not path.is_file():
        raise Unreadable("is not a regular file")
    if path.stat().st_size > MAX_BYTES:
        raise Unreadable(f"is too large (the limit is {MAX_BYTES:,} bytes); split it into smaller files")
    with path.open("rb") as stream:
        data = stream.read(SMALL + 1)
    return _bytes(name, data, columns) if len(data) <= SMALL else Task(name, path=str(path.absolute()), columns=columns)


def _folder(folder: Path, columns: dict) -> Iterator[Job]:
    empty = True
    for path in _files(folder):
        empty = False
        name = path.relative_to(folder).as_posix()
        try:
            if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
                raise Unreadable("is a link that leads out of its folder, which is never followed; add the file itself")
            yield _file(path, name, columns)
        except Unreadable as problem:
            yield _told(label(name), str(problem))
        except OSError as problem:
            yield _told(label(name), f"cannot be opened: {(problem.strerror or 'unknown error').lower()}")
    if empty:
        raise Unreadable("is a folder without files")


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith("."))
