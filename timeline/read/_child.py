"""The watched child's side: one long-lived process that reads one file after the other, under limits.

Asked on standard input, it answers on standard output: a line of JSON each, as what reads hostile bytes is believed to
say anything and is never unpickled. It may write no file. Its memory is bounded for good, its processor time anew with
every text it finds; whoever kills it costs one document.
"""

import json
import os
import sys
from dataclasses import asdict
from importlib import import_module

from timeline import lang
from timeline.model import Document, Failure
from timeline.read import parts
from timeline.read._text import MAX_BYTES, Unreadable
from timeline.read._whole import TOO_MUCH, Whole, unexpected

LARGE = 500_000_000  # bytes once used, after which a child is replaced by a new one


_UNKNOWN = "xirq vumt qorl"  # words of no language: the model that tells languages is unpacked through a temporary file


def main() -> None:
    """Serve until standard input ends. Arguments: the limits as JSON, then modules to import first."""
    limits = json.loads(sys.argv[1])
    asked, told = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not be taken for an answer
    for name in sys.argv[2:]:
        import_module(name)
    lang.detect(_UNKNOWN)
    _bound(limits["memory"])
    while line := asked.readline():
        task = json.loads(line)
        _Answer(told, limits["seconds"]).give(task, asked.read(task["size"]) if "size" in task else None)


def _bound(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only limit there
        return
    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_AS, memory)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # a system that knows no such limit
            continue


def _more_time(seconds: float) -> None:
    """From now on so many seconds of processor time, and the clock's alarm for the case that the parent is gone."""
    try:
        import resource
        import signal

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 1, hard))
        signal.setitimer(signal.ITIMER_REAL, seconds * 6)
    except (ImportError, ValueError, OSError):
        return


def _is_large() -> bool:
    try:
        import resource
    except ImportError:
        return False
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) > LARGE


class _Answer:
    """What is said of one file."""

    def __init__(self, stream, seconds: float):
        self._stream, self._seconds, self._is_tired = stream, seconds, False

    def give(self, task: dict, data: bytes | None) -> None:
        """Every text and failure of the file as it is found, then "end"."""
        _more_time(self._seconds)
        reason = ""
        try:
            whole = Whole(task["columns"], self._step, {tuple(path): why for path, why in task["bad"]}, frozenset(map(tuple, task["done"])))
            for item in parts(task["name"], _loaded(task["path"]) if data is None else data, whole):
                self._say("document" if isinstance(item, Document) else "failure", asdict(item))
                self._is_tired |= isinstance(item, Failure) and item.reason == TOO_MUCH
                _more_time(self._seconds)
        except Unreadable as problem:
            reason = str(problem)
        except OSError as problem:
            reason = f"cannot be opened: {(problem.strerror or 'unknown error').lower()}"
        except MemoryError:
            reason, self._is_tired = TOO_MUCH, True
        except Exception as problem:  # a fault of ours costs this file and no other
            reason = unexpected(problem)
        data = None
        self._say("end", {"reason": reason, "leaves": self._is_tired or _is_large()})

    def _step(self, step: str, path: tuple, name: str) -> None:
        self._say(step, {"path": path, "name": name})

    def _say(self, what: str, said: dict) -> None:
        self._stream.write(json.dumps([what, said]).encode() + b"\n")
        self._stream.flush()


def _loaded(path: str) -> bytes:
    with open(path, "rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable(f"is too large (the limit is {MAX_BYTES:,} bytes); split it into smaller files")
    return data
