"""The child's side: a keeper that has everything loaded, and the worker it forks, which does one piece after the other.

Asked on standard input, the worker answers on standard output: a line of JSON each, as what handles hostile bytes is
believed to say anything and is never unpickled. It may write no file. Its memory is bounded for good; its processor time
and its time by the clock are bounded anew with every piece, by the kernel. When it dies the keeper says how, and forks
another: that costs milliseconds, where starting Python anew costs a second.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module

from timeline import records

CLOCK = 2  # seconds by the clock for one of processor time
LARGE = 500_000_000  # bytes beyond what the keeper had loaded, after which a worker is replaced by a new one
PATIENCE = 20  # times the limit for one piece, for a task of many


def keep(work: Callable[[dict, bytes | None, "Worker"], str], load: Callable = lambda: None, heavy: tuple[str, ...] = ()) -> None:
    """Serve until standard input ends. Arguments of the process: the limits as JSON, then modules to import first.

    `work(task, data, worker)` does a task, says what it finds with `worker.say`, and returns why it failed, or "". `load`
    is called once, before the first worker; `heavy` names modules that are imported once a worker was lost.
    """
    limits = json.loads(sys.argv[1])
    asked, told = sys.stdin.buffer, os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not be taken for an answer
    load()
    for name in sys.argv[2:]:
        import_module(name)
    os.write(told, b"ready\n")
    if hasattr(os, "fork"):
        _serve(asked, told, limits, work, heavy)
    else:
        Worker(told, limits, work).serve(asked, lambda sign: None)


def _serve(asked, told: int, limits: dict, work: Callable, heavy: tuple[str, ...]) -> None:
    """Pass each task to the worker, wait until it is done or dead, and say so in the second case."""
    worker = None
    while line := asked.readline():
        data = asked.read(json.loads(line).get("size", 0))
        worker = worker or _forked(asked, told, limits, work)
        pid, tasks, done = worker
        sign = _passed(tasks, line, data) and os.read(done, 1)
        if sign != b".":
            os.close(tasks)
            os.close(done)
            worker, status = None, os.waitpid(pid, 0)[1]
            if sign != b"x":
                os.write(told, b"\n" + json.dumps(["died", {"code": os.waitstatus_to_exitcode(status)}]).encode() + b"\n")
                for name in heavy:
                    import_module(name)
    if worker:
        os.close(worker[1])
        os.waitpid(worker[0], 0)


def _passed(tasks: int, line: bytes, data: bytes) -> bool:
    try:
        with os.fdopen(os.dup(tasks), "wb") as stream:
            stream.write(line + data)
        return True
    except OSError:  # it died while it listened
        return False


def _forked(asked, told: int, limits: dict, work: Callable) -> tuple[int, int, int]:
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
        Worker(told, limits, work).serve(os.fdopen(theirs, "rb"), lambda word: os.write(sign, word))
    finally:
        os._exit(0)


class Worker:
    """Does tasks and tells of what it finds as it finds it, then "end"."""

    def __init__(self, told: int, limits: dict, work: Callable):
        self._told, self._limits, self._work = told, limits, work
        self._seconds, self._is_tired, self._began = limits["seconds"], False, time.monotonic()
        self._size = peak()

    def serve(self, asked, sign) -> None:
        """One task after the other, until there are no more or too much memory was used."""
        _bound(self._limits["memory"])
        while line := asked.readline():
            task = json.loads(line)
            self._began, self._seconds = time.monotonic(), task.get("seconds") or self._limits["seconds"]
            data = asked.read(task["size"]) if "size" in task else None
            self.more_time()
            self.say("end", {"reason": self._work(task, data, self)})
            self._rest()
            if self._is_tired or peak() > self._size + LARGE:
                sign(b"x")
                return
            sign(b".")

    def say(self, what: str, said) -> None:
        """An answer: what kind it is of, and a record or plain values."""
        rest = memoryview(records.dumps([what, said]).encode() + b"\n")
        while rest:
            rest = rest[os.write(self._told, rest):]

    def tire(self) -> None:
        """After this task another worker is to go on: this one's memory is full."""
        self._is_tired = True

    def more_time(self) -> None:
        """From now on so many seconds of processor time, and of the clock; then the kernel ends this process."""
        left = max(0.01, min(CLOCK * self._seconds, self._began + PATIENCE * self._seconds - time.monotonic()))
        try:
            import resource
            import signal

            used = resource.getrusage(resource.RUSAGE_SELF)
            _, hard = resource.getrlimit(resource.RLIMIT_CPU)
            resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + self._seconds) + 1, hard))
            signal.setitimer(signal.ITIMER_REAL, left)
        except (ImportError, AttributeError, ValueError, OSError):  # Windows: the parent's clock is the only limit there
            return

    def _rest(self) -> None:
        """Waiting for the next task takes as long as it takes."""
        try:
            import signal

            signal.setitimer(signal.ITIMER_REAL, 0)
        except AttributeError:  # see more_time
            return


def _bound(memory: int) -> None:
    """So many bytes beyond what is loaded; no file may be written."""
    try:
        import resource
    except ImportError:  # see Worker.more_time
        return
    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_AS, memory + _mapped())):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # a system that knows no such limit
            continue


def _mapped() -> int:
    """Bytes of address space in use, where the system tells."""
    try:
        with open("/proc/self/statm", "rb") as stream:
            return int(stream.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def peak() -> int:
    """The most bytes of memory this process ever held; 0 where the system does not tell.

    Linux tells it in /proc: what getrusage says there counts what the process that started this one held, too.
    """
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as stream:
            return next(int(line.split()[1]) * 1024 for line in stream if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        pass
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
