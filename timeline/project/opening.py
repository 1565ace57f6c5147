"""Before a file is opened as a project: whether it is one, judged by its first bytes alone, so that no other is touched."""

import os
from contextlib import contextmanager
from pathlib import Path

from timeline.project.problem import Problem

MAGIC = 0x746C6E31  # "tln1", SQLite's application_id
STEPS = sorted((Path(__file__).parent / "sql").glob("*.sql"), key=lambda path: int(path.stem))
VERSION = len(STEPS)
_SQLITE = b"SQLite format 3\0"


def check(path: Path) -> None:
    """Raises Problem where `path` is no project of this program, or one of a newer program."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
    except FileNotFoundError:
        raise Problem(f"There is no project {path.name}. Check its name and place, or make one: timeline project new {path.name}") from None
    except IsADirectoryError:
        raise Problem(f"{path.name} is a folder and no project. Give the project's file.") from None
    except OSError as error:
        raise Problem(f"{path.name} cannot be opened ({(error.strerror or 'unknown error').lower()}).") from None
    if not head.startswith(_SQLITE) or len(head) < 100:
        raise Problem(f"{path.name} is no project of this program; it was left as it is.")
    if int.from_bytes(head[68:72], "big") != MAGIC:
        raise Problem(f"{path.name} is a database of another program, and no project; it was left as it is.")
    check_version(path.name, int.from_bytes(head[60:64], "big"))


def check_version(name: str, version: int) -> None:
    """Raises Problem where a project was written by a program newer than this one."""
    if version > VERSION:
        raise Problem(f"{name} was written by a newer version of this program (its form is {version}, this program knows "
                      f"{VERSION}). Open it with that version; it was left as it is.")
    if version < 1:
        raise Problem(f"{name} was never finished being made. Make it anew under another name.")


def free_name(path: Path, version: int) -> Path:
    """A name beside the project for the backup before it is brought to this form."""
    names = (path.with_name(f"{path.name}.form-{version}{n and f'-{n}' or ''}.backup") for n in range(1000))
    return next(name for name in names if not name.exists())


def address(path: Path, mode: str) -> str:
    """The file as SQLite is told of it. In a folder that may not be written to, and with no writer's file beside it, nothing
    can change it while it is read, and SQLite need keep no files of its own there."""
    is_still = mode == "ro" and not os.access(path.resolve().parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return f"{path.resolve().as_uri()}?mode={mode}{'&immutable=1' if is_still else ''}"


@contextmanager
def made(path: Path):
    """Where to write a new file, which has its own name once it is whole; raises Problem, and leaves nothing, if it cannot be."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        yield part
        _settle(part, path)
    except OSError as error:
        raise Problem(f"{path.name} could not be written ({(error.strerror or 'unknown error').lower()}).") from None
    finally:
        _gone(part)


def _gone(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:  # it could not even be made
        return


def _settle(part: Path, path: Path) -> None:
    """Give a finished file its name; raises Problem if another took the name meanwhile."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise Problem(f"{path.name} is there already and was left as it is. Choose another name.") from None
    except OSError:  # a file system without links
        part.rename(path)


def words(error: Exception, name: str) -> str:
    """An error of SQLite, as what happened and what to do."""
    kind = (getattr(error, "sqlite_errorname", "") or "").removeprefix("SQLITE_")
    said = next((told for key, told in _SAID.items() if kind.startswith(key)), None)
    return f"{name} {said}" if said else f"{name} could not be read or written ({error}); nothing was changed."


_SAID = {
    "BUSY": "is being written to by another program. Wait a moment and try again; nothing was changed.",
    "LOCKED": "is being written to by another program. Wait a moment and try again; nothing was changed.",
    "READONLY": "may only be read here. Copy it to a place where you may write, or ask its owner; nothing was changed.",
    "FULL": "could not be written: the disk is full. Make room and try again; nothing was changed and nothing is lost.",
    "IOERR": "could not be read or written: the disk is full or reports an error. Make room, or copy the file to another disk, or take a backup.",
    "CORRUPT": "is damaged and was left as it is. Take your last backup; timeline project verify says more.",
    "NOTADB": "is no project of this program; it was left as it is.",
    "CANTOPEN": "cannot be opened: it, or the folder it lies in, may not be written to. Copy it to a place where you may.",
}
