"""What is given to a project: files and folders as names and bytes, and small things that are worked out from them."""

import hashlib
import os
import platform
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from importlib import metadata
from pathlib import Path

from timeline import read
from timeline.model import Document, Failure, Timeline
from timeline.project.edits import Edit


def files(sources) -> Iterator[tuple[str, bytes] | Failure]:
    """(name, bytes) of every file of a list of paths, folders and (name, bytes) pairs; hidden files are passed over."""
    for source in sources:
        if isinstance(source, tuple):
            yield source[0], bytes(source[1])
            continue
        path = Path(source)
        if path.is_dir():
            for name in _inside(path):
                yield _bytes(path / name, name)
        else:
            yield _bytes(path, path.name)


def _inside(folder: Path) -> list[str]:
    """The files of a folder and of those in it, in the order of their names; links to folders are not followed."""
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(here, name).relative_to(folder).as_posix() for name in names if not name.startswith(".")]
    return sorted(found)


def _bytes(path: Path, name: str) -> tuple[str, bytes] | Failure:
    if not path.is_file():
        return Failure(name, "is not a regular file" if path.exists() else "no such file: check its name and place")
    try:
        with path.open("rb") as stream:
            data = stream.read(read.MAX_BYTES + 1)
    except OSError as problem:
        return Failure(name, f"cannot be opened: {(problem.strerror or 'unknown error').lower()}")
    if len(data) > read.MAX_BYTES:
        return Failure(name, f"is too large (the limit is {read.MAX_BYTES:,} bytes); split it into smaller files")
    return name, data


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def mark(revision: tuple[int, ...]) -> str:
    """A revision as text."""
    return "/".join(map(str, revision))


def program() -> dict[str, str]:
    """The versions of what reads and extracts: this program, Python, and the packages it stands on, where they are known."""
    from timeline import __version__

    found = {"timeline": __version__, "python": platform.python_version()}
    try:
        needed = metadata.requires("sourced-timeline") or []
    except metadata.PackageNotFoundError:
        return found
    for line in needed:
        name = line.split(";")[0].split("[")[0].rstrip("0123456789.,<>=!~ ")
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def reach(edits: list[Edit], names: dict[str, str]) -> tuple[set[str], set[str]]:
    """(doc_ids, actors) of the events that these edits can touch. `names`: doc_id -> name of the documents there are."""
    places = [witness for edit in edits for target in edit.targets for witness in target.witnesses]
    called = {witness.doc_name for witness in places} - {""}
    documents = {witness.doc_id for witness in places} | {doc_id for doc_id, name in names.items() if name in called}
    values = [edit.value for edit in edits if isinstance(edit.value, dict)]
    actors = {name for value in values for name in (*value.get("from", ()), value.get("to")) if name}
    return documents, actors


def library(store) -> Callable[[str], Document | None]:
    """doc_id -> the document, dated as in the last run; nothing is read of the store before it is asked for."""
    @cache
    def days() -> dict:
        rest = store.rest()
        return {d.doc_id: d.published for d in store.unpack(Timeline, rest).documents} if rest else {}

    @cache
    def document(doc_id: str) -> Document | None:
        found = next((one[0] for one in store.documents(doc_id)), None)
        return found and replace(found, published=days().get(doc_id, found.published))

    return document
