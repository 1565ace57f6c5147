"""One child and how it ended: the parent's side."""

import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable

from timeline.watch.keeper import CLOCK

LATE, STOPPED, DIED = "late", "stopped", "died"  # how a piece of work may end its worker: time, the system, itself
STARTING = 120  # seconds
SPARE = 10  # seconds: the kernel ends a worker in time; where it cannot, the parent does, this much later
_LONGEST = 400_000_000  # bytes of one answer


class Child:
    """A process started with `command`; it is killed when nothing comes from it for too long."""

    def __init__(self, command: list[str], environment: dict[str, str]):
        self._seconds, self._is_ready, self._is_late = 0.0, False, False
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                         env=environment, close_fds=True, start_new_session=True)

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End it and the worker it has, now."""
        self._end_group()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                pipe.close()
            except OSError:  # what it was still to be told is of no use any more
                continue

    def end(self) -> None:
        """Let it end by itself, once its work is done."""
        self._process.stdin.close()
        self._process.wait()

    def _end_group(self) -> None:
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except (AttributeError, OSError):  # Windows, or it is gone already
            self._process.kill()

    def ask(self, task: dict, data: bytes | None, seconds: float, hear: Callable[[str, dict], None]) -> str:
        """Give it a task of `seconds` of processor time a piece, and hear what it says.

        "" when it came to the end; LATE, STOPPED (by the system) or DIED when the worker did not.
        """
        done = threading.Event()
        self._last, self._seconds = time.monotonic(), CLOCK * seconds
        watch = threading.Thread(target=self._watched, args=(done,), daemon=True)
        watch.start()
        try:
            return self._heard(task, data, hear)
        except (OSError, ValueError):  # the whole child is gone
            self.kill()
            return LATE if self._is_late else _why(self._process.returncode)
        finally:
            done.set()
            watch.join()

    def _heard(self, task: dict, data: bytes | None, hear: Callable[[str, dict], None]) -> str:
        if not self._is_ready:
            self._is_ready = self._process.stdout.readline(_LONGEST) == b"ready\n"
            self._last = time.monotonic()
        self._process.stdin.write(json.dumps(task).encode() + b"\n")
        if data is not None:
            self._process.stdin.write(data)
        self._process.stdin.flush()
        while line := self._process.stdout.readline(_LONGEST):
            self._last = time.monotonic()
            what, said = _parsed(line)
            if what == "died":
                return _why(said["code"])
            if what:
                hear(what, said)
            if what == "end":
                return ""
        raise OSError("it is gone")

    def _watched(self, done: threading.Event) -> None:
        while not done.wait(max(0.0, self._end() - time.monotonic())):
            if time.monotonic() >= self._end():
                self._is_late = True
                self._end_group()
                return

    def _end(self) -> float:
        """When its time is up; how long a Python takes to start is no fault of the work's."""
        return self._last + (self._seconds + SPARE if self._is_ready else STARTING)


def _parsed(line: bytes) -> tuple[str, dict]:
    """What is said in a line; ("", {}) for one in the midst of which a worker died."""
    try:
        what, said = json.loads(line)
        return what, said
    except (ValueError, TypeError):
        return "", {}


def _why(code: int) -> str:
    """How a worker died; `code` as subprocess has it: minus the signal, or the exit code."""
    if code in (-getattr(signal, "SIGALRM", 14), -getattr(signal, "SIGXCPU", 24)):
        return LATE
    return STOPPED if code == -getattr(signal, "SIGKILL", 9) else DIED
