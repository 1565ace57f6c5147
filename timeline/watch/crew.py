"""A few children that are kept for the next piece of work, and the order in which results come.

A child is a new Python with pipes, neither forked nor spawned by multiprocessing: that is safe under Streamlit's threads
and asks nothing of the caller's own script. It is killed when it says nothing for too long, and replaced when it dies.
"""

import json
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from timeline.watch.child import Child

MOST = 4  # children
_AHEAD = 4  # tasks a child that are begun before their turn


@dataclass(frozen=True)
class Limits:
    """What a worker may use: bytes of memory beyond what it has loaded; seconds of processor time, and twice that by the clock, a piece."""

    memory: int = 2 << 30
    seconds: float = 60


@dataclass(frozen=True)
class Task:
    """A piece of work for a child; what it is about is a subclass's."""

    name: str


class Busy(set):
    """The children at work for one caller; `is_over` once he wants no more."""

    is_over = False


class Crew:
    """A few children that run `ENTRY`, a module whose `main` calls `keep`. `setup`: modules that each imports first."""

    ENTRY = ""

    def __init__(self, size: int | None = None, limits: Limits | None = None, setup: tuple[str, ...] = ()):
        self._size, self._limits, self._setup = size or processors(), limits or Limits(), setup
        self._owner = os.getpid()
        self._idle: list[Child] = []
        self._all: set[Child] = set()
        self._lock, self._places = threading.Lock(), threading.Semaphore(self._size)

    def in_order(self, jobs: Iterable[Task | Callable], size: int | None = None) -> Iterator:
        """What each job gives, in their order: a Task is done by a child, a callable is called here in its turn.

        `size`: so many children at a time, where fewer than all are to do.
        """
        size, waiting, ahead = min(size or self._size, self._size), deque(), 0
        threads, busy = _Threads(size), Busy()
        try:
            for job in jobs:
                if isinstance(job, Task):
                    job, ahead = threads.submit(self.do, job, busy), ahead + 1
                waiting.append(job)
                while waiting and (ahead > _AHEAD * size or not isinstance(waiting[0], Future)):
                    ahead -= isinstance(waiting[0], Future)
                    yield _given(waiting.popleft())
            while waiting:
                yield _given(waiting.popleft())
        finally:
            busy.is_over = True
            threads.end()
            self.left(busy)

    def do(self, task: Task, busy: Busy):
        """What a task gives; to be said by a subclass, with `ask`."""
        raise NotImplementedError

    def left(self, busy: Busy) -> None:
        """The caller wants no more; `busy` are at work still only if that is in the middle."""
        for child in list(busy):
            child.kill()

    def ask(self, task: dict, data: bytes | None, hear: Callable, busy: Busy, seconds: float | None = None) -> str:
        """Have a child do a task; see `Child.ask`."""
        with self._places:
            child = self._taken()
            busy.add(child)
            try:
                return child.ask(task, data, seconds or self._limits.seconds, hear)
            finally:
                busy.discard(child)
                self._back(child)

    def close(self) -> None:
        """End every child, at work or not; they are their own process's, not those of one that was forked from it."""
        if os.getpid() != self._owner:
            return
        with self._lock:
            self._idle = []
            children, self._all = self._all, set()
        for child in children:
            child.kill()

    def _taken(self) -> Child:
        with self._lock:
            while self._idle:
                if (child := self._idle.pop()).is_alive:  # else the system ended it while it waited: nobody's fault
                    return child
                self._all.discard(child)
            child = Child(self._command(), _environment())
            self._all.add(child)
            return child

    def _back(self, child: Child) -> None:
        with self._lock:
            if child.is_alive and child in self._all:
                self._idle.append(child)
                return
            self._all.discard(child)
        child.kill()

    def _command(self) -> list[str]:
        """-P: the folder one stands in may be full of hostile files and is no place to import from."""
        said = json.dumps({"memory": self._limits.memory, "seconds": self._limits.seconds})
        return [sys.executable, "-P", "-B", "-c", f"from {self.ENTRY} import main; main()", said, *self._setup]


class _Threads:
    """Threads that wait for children; a program that ends waits for none of them."""

    def __init__(self, size: int):
        self._left, self._running, self._queue = size, 0, SimpleQueue()

    def submit(self, work: Callable, *given) -> Future:
        """The result to come of `work(*given)`."""
        future: Future = Future()
        self._queue.put((future, work, given))
        if self._left:
            self._left, self._running = self._left - 1, self._running + 1
            threading.Thread(target=self._run, daemon=True).start()
        return future

    def end(self) -> None:
        """What is not begun is not done any more."""
        try:
            while True:
                self._queue.get_nowait()[0].cancel()
        except Empty:
            pass
        for _ in range(self._running):
            self._queue.put(None)

    def _run(self) -> None:
        while asked := self._queue.get():
            future, work, given = asked
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(work(*given))
                except BaseException as error:  # it is raised where the result is asked for
                    future.set_exception(error)


def _given(job: Future | Callable):
    return job.result() if isinstance(job, Future) else job()


def processors() -> int:
    """How many children are of use."""
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(MOST, there))


def _environment() -> dict[str, str]:
    """The caller's own, with this very package first on the path, and few threads: each has a stack and a heap that count as memory."""
    home = str(Path(__file__).resolve().parents[2])
    path = [home, *(os.path.abspath(p) for p in sys.path if p and os.path.isdir(p) and p != home)]
    return os.environ | {"PYTHONPATH": os.pathsep.join(path), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
