"""What runs in a watched child that reads: each text and failure of a file is told as it is found."""

from timeline import lang
from timeline.model import Document, Failure
from timeline.read import parts
from timeline.read._text import MAX_BYTES, Unreadable
from timeline.read._whole import TOO_MUCH, Whole, unexpected
from timeline.watch import Worker, keep

_UNKNOWN = "xirq vumt qorl"  # words of no language: the model that tells languages is unpacked through a temporary file
_HEAVY = ("trafilatura", "htmldate", "pypdfium2")


def main() -> None:
    """The child's whole life."""
    keep(read, lambda: lang.detect(_UNKNOWN), _HEAVY)


def read(task: dict, data: bytes | None, worker: Worker) -> str:
    """Read a file: its bytes, or its path; why it cannot be, or ""."""
    try:
        whole = Whole(task["columns"], lambda step, path, name: worker.say(step, {"path": path, "name": name}),
                      {tuple(path): why for path, why in task["bad"]}, frozenset(map(tuple, task["done"])))
        for item in parts(task["name"], _loaded(task["path"]) if data is None else data, whole):
            worker.say("document" if isinstance(item, Document) else "failure", item)
            if isinstance(item, Failure) and item.reason == TOO_MUCH:
                worker.tire()
            worker.more_time()
    except Unreadable as problem:
        return str(problem)
    except OSError as problem:
        return f"cannot be opened: {(problem.strerror or 'unknown error').lower()}"
    except MemoryError:
        worker.tire()
        return TOO_MUCH
    except Exception as problem:  # a fault of ours costs this file and no other
        return unexpected(problem)
    return ""


def _loaded(path: str) -> bytes:
    with open(path, "rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable(f"is too large (the limit is {MAX_BYTES:,} bytes); split it into smaller files")
    return data
