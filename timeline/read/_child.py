"""The watched child's side: a keeper that has everything loaded, and the worker it forks, which reads one file after the other.

Asked on standard input, the worker answers on standard output: a line of JSON each, as what reads hostile bytes is
believed to say anything and is never unpickled. It may write no file. Its memory is bounded for good; its processor time
and its time by the clock are bounded anew with every text it finds, by the kernel. When it dies the keeper says how, and
forks another: that costs milliseconds, where starting Python anew costs a second.
"""

import json
import os
import sys
import time
from dataclasses import asdict
from importlib import import_module

from timeline import lang
from timeline.model import Document, Failure
from timeline.read import parts
from timeline.read._text import MAX_BYTES, Unreadable
from timeline.read._whole import TOO_MUCH, Whole, unexpected

LARGE = 500_000_000  # bytes once used, after which a worker is replaced by a new one
PATIENCE = 20  # times the limit for one text, for a file of many
_UNKNOWN = "xirq vumt qorl"  # words of no language: the model that tells languages is unpacked through a temporary file
_HEAVY = ("trafilatura", "htmldate", "pypdfium2")  # loaded by the keeper once it has lost a worker


def main() -> None:
    """Serve until standard input ends. Arguments: the limits as JSON, then modules to import first."""
    limits = json.loads(sys.argv[1])
    asked, told = sys.stdin.buffer, os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not be taken for an answer
    for name in sys.argv[2:]:
        import_module(name)
    lang.detect(_UNKNOWN)
    os.write(told, b"ready\n")
    if hasattr(os, "fork"):
        _keep(asked, told, limits)
    else:
        _Worker(told, limits).serve(asked, lambda sign: None)


def _keep(asked, told: int, limits: dict) -> None:
    """Pass each task to the worker, wait until it is done or dead, and say so in the second case."""
    worker = None
    while line := asked.readline():
        data = asked.read(json.loads(line).get("size", 0))
        worker = worker or _forked(asked, told, limits)
        pid, tasks, done = worker
        sign = _passed(tasks, line, data) and os.read(done, 1)
        if sign != b".":
            os.close(tasks)
            os.close(done)
            worker, status = None, os.waitpid(pid, 0)[1]
            if sign != b"x":
                os.write(told, b"\n" + json.dumps(["died", {"code": os.waitstatus_to_exitcode(status)}]).encode() + b"\n")
                for name in _HEAVY:
                    import_module(name)


def _passed(tasks: int, line: bytes, data: bytes) -> bool:
    try:
        with os.fdopen(os.dup(tasks), "wb") as stream:
            stream.write(line + data)
        return True
    except OSError:  # it died while it listened
        return False


def _forked(asked, told: int, limits: dict) -> tuple[int, int, int]:
    """(pid, where to write tasks, where to read a sign for each): "." done, "x" done and leaving, nothing when it died."""
    theirs, tasks = os.pipe()
    done, sign = os.pipe()
    pid = os.fork()
    if pid:
        os.close(theirs)
        os.close(sign)
        return pid, tasks, done
    try:
        os.close(tasks)
        os.close(done)
        os.close(0)
        _Worker(told, limits).serve(os.fdopen(theirs, "rb"), lambda word: os.write(sign, word))
    finally:
        os._exit(0)


class _Worker:
    """Reads files and tells of each text and failure in them as it is found, then "end"."""

    def __init__(self, told: int, limits: dict):
        self._told, self._limits, self._is_tired = told, limits, False
        self._began = time.monotonic()

    def serve(self, asked, sign) -> None:
        """One task after the other, until there are no more or too much memory was used."""
        _bound(self._limits["memory"])
        while line := asked.readline():
            task = json.loads(line)
            self._began = time.monotonic()
            self._give(task, asked.read(task["size"]) if "size" in task else None)
            self._rest()
            if self._is_tired or _is_large():
                sign(b"x")
                return
            sign(b".")

    def _give(self, task: dict, data: bytes | None) -> None:
        reason = ""
        try:
            self._more_time()
            whole = Whole(task["columns"], self._step, {tuple(path): why for path, why in task["bad"]}, frozenset(map(tuple, task["done"])))
            for item in parts(task["name"], _loaded(task["path"]) if data is None else data, whole):
                self._say("document" if isinstance(item, Document) else "failure", asdict(item))
                self._is_tired |= isinstance(item, Failure) and item.reason == TOO_MUCH
                self._more_time()
        except Unreadable as problem:
            reason = str(problem)
        except OSError as problem:
            reason = f"cannot be opened: {(problem.strerror or 'unknown error').lower()}"
        except MemoryError:
            reason, self._is_tired = TOO_MUCH, True
        except Exception as problem:  # a fault of ours costs this file and no other
            reason = unexpected(problem)
        self._say("end", {"reason": reason})

    def _step(self, step: str, path: tuple, name: str) -> None:
        self._say(step, {"path": path, "name": name})

    def _say(self, what: str, said: dict) -> None:
        rest = memoryview(json.dumps([what, said]).encode() + b"\n")
        while rest:
            rest = rest[os.write(self._told, rest):]

    def _more_time(self) -> None:
        """From now on so many seconds of processor time, and of the clock; then the kernel ends this process."""
        seconds = self._limits["seconds"]
        left = max(0.01, min(self._limits["clock"], self._began + PATIENCE * seconds - time.monotonic()))
        try:
            import resource
            import signal

            used = resource.getrusage(resource.RUSAGE_SELF)
            _, hard = resource.getrlimit(resource.RLIMIT_CPU)
            resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 1, hard))
            signal.setitimer(signal.ITIMER_REAL, left)
        except (ImportError, AttributeError, ValueError, OSError):  # Windows: the parent's clock is the only limit there
            return

    def _rest(self) -> None:
        """Waiting for the next task takes as long as it takes."""
        try:
            import signal

            signal.setitimer(signal.ITIMER_REAL, 0)
        except AttributeError:  # see _more_time
            return


def _bound(memory: int) -> None:
    try:
        import resource
    except ImportError:  # see _more_time
        return
    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_AS, memory)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # a system that knows no such limit
            continue


def _is_large() -> bool:
    try:
        import resource
    except ImportError:
        return False
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) > LARGE


def _loaded(path: str) -> bytes:
    with open(path, "rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable(f"is too large (the limit is {MAX_BYTES:,} bytes); split it into smaller files")
    return data
