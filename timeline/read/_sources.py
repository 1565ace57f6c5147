"""A mixed list of sources -> Documents, with one Failure for each that cannot be read."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.model import Document, Failure
from timeline.read import MAX_BYTES, Unreadable, parts, suffixes
from timeline.read._document import label, make

_LONGEST_PATH = 4096
_PATH_LIKE = re.compile(r"\S*[\\/]\S*\.\w{1,5}|~\S*")
_WORDS_IN_NAME = 40  # characters of a pasted text that name it


def documents(sources) -> Iterator[Document | Failure]:
    """Each source is a path or folder (Path or str), a (name, bytes) pair, a text (str) or a Document.

    A str is a path if it is one line and exists, or looks like one (then it is reported missing); else it is a text.
    Folders are read in the order of their names, hidden files and linked folders passed over.
    A text that comes twice under one name is read once, the second is a Failure.
    """
    seen: dict[str, str] = {}
    for source in _listed(sources):
        for item in _guarded(source):
            if isinstance(item, Document) and item.doc_id in seen:
                yield Failure(item.name, f"has the same name and text as {seen[item.doc_id]}: read once")
                continue
            if isinstance(item, Document):
                seen[item.doc_id] = item.name
            yield item


def _listed(sources) -> Iterable:
    alone = isinstance(sources, (str, bytes, os.PathLike, Document)) or _is_pair(sources)
    return [sources] if alone else sources


def _is_pair(source) -> bool:
    return isinstance(source, tuple) and len(source) == 2 and isinstance(source[0], str) \
        and isinstance(source[1], (bytes, bytearray, memoryview))


def _guarded(source) -> Iterator[Document | Failure]:
    name = _name(source)
    try:
        yield from _open(source)
    except Unreadable as problem:
        yield Failure(name, str(problem))
    except OSError as problem:
        yield Failure(name, f"cannot be opened: {(problem.strerror or 'unknown error').lower()}")
    except Exception as problem:  # one bad source must never cost the others
        yield Failure(name, f"could not be read: an unexpected {type(problem).__name__}; please report this file")


def _name(source) -> str:
    if _is_pair(source):
        return label(source[0])
    return label(str(source)) if isinstance(source, (str, os.PathLike)) else label(type(source).__name__)


def _open(source) -> Iterator[Document | Failure]:
    if isinstance(source, Document):
        yield source
    elif _is_pair(source):
        yield from parts(source[0], bytes(source[1]))
    elif isinstance(source, os.PathLike):
        yield from _path(Path(os.fspath(source)))
    elif isinstance(source, str):
        path = _as_path(source)
        yield from [make(_first_words(source), source)] if path is None else _path(path)
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


def _path(path: Path) -> Iterator[Document | Failure]:
    path = path.expanduser()
    if path.is_dir():
        yield from _folder(path)
    else:
        yield from _file(path, path.name)


def _file(path: Path, name: str) -> Iterator[Document | Failure]:
    if not path.exists():
        raise Unreadable(f"no such file: {label(str(path))}")
    if not path.is_file():
        raise Unreadable("is not a regular file")
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable(f"is too large (the limit is {MAX_BYTES:,} bytes); split it into smaller files")
    yield from parts(name, data)


def _folder(folder: Path) -> Iterator[Document | Failure]:
    empty = True
    for path in _files(folder):
        empty = False
        name = path.relative_to(folder).as_posix()
        try:
            yield from _file(path, name)
        except Unreadable as problem:
            yield Failure(label(name), str(problem))
        except OSError as problem:
            yield Failure(label(name), f"cannot be opened: {(problem.strerror or 'unknown error').lower()}")
    if empty:
        raise Unreadable("is a folder without files")


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith("."))
