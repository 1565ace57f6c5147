"""One document, one watched child: files are read by a few long-lived processes, and who fails costs one row.

A child is a new Python with pipes, neither forked nor spawned by multiprocessing: that is safe under Streamlit's threads
and asks nothing of the caller's own script. It is killed when it finds nothing for too long, and replaced when it dies;
then the member of the archive it was at is passed over, and the rest of that archive is read by another.
"""

import json
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from timeline.model import Document, DocumentDate, Failure
from timeline.read._document import label
from timeline.read._watch import Child
from timeline.read._whole import NOTHING

MAX_DEATHS = 20  # of workers over one file
CLOCK = 2  # seconds by the clock for one of processor time
_AHEAD = 4  # files a child that are begun before their turn


@dataclass(frozen=True)
class Limits:
    """What a child may use: bytes of memory in all; seconds of processor time, and twice that by the clock, a text found."""

    memory: int = 2 << 30
    seconds: float = 60


@dataclass(frozen=True)
class Task:
    """A file to read: its bytes, or its path."""

    name: str
    data: bytes | None = None
    path: str = ""
    columns: dict = field(default_factory=dict)


class Pool:
    """A few children. `setup`: modules that each imports first."""

    def __init__(self, size: int | None = None, limits: Limits | None = None, setup: tuple[str, ...] = ()):
        self._size = size or max(1, min(4, _processors()))
        self._limits, self._setup = limits or Limits(), setup
        self._idle: list[Child] = []
        self._lock, self._places = threading.Lock(), threading.Semaphore(self._size)

    def in_order(self, jobs: Iterable[Task | Callable]) -> Iterator[list[Document | Failure]]:
        """What each job gives, in their order: a Task is read by a child, a callable is called here in its turn."""
        waiting: deque[Future | Callable] = deque()
        ahead, threads, busy = 0, None, set()
        try:
            for job in jobs:
                if isinstance(job, Task):
                    threads = threads or ThreadPoolExecutor(self._size, "reader")
                    job, ahead = threads.submit(self._read, job, busy), ahead + 1
                waiting.append(job)
                while waiting and (ahead > _AHEAD * self._size or not isinstance(waiting[0], Future)):
                    ahead -= isinstance(waiting[0], Future)
                    yield _given(waiting.popleft())
            while waiting:
                yield _given(waiting.popleft())
        finally:
            if threads:
                threads.shutdown(wait=False, cancel_futures=True)
            for child in list(busy):  # only when the caller stopped in the middle
                child.kill()

    def close(self) -> None:
        """End the children that wait for work."""
        with self._lock:
            idle, self._idle = self._idle, []
        for child in idle:
            child.kill()

    def _read(self, task: Task, busy: set) -> list[Document | Failure]:
        found = _Found()
        for _ in range(MAX_DEATHS):
            with self._places:
                reason = self._once(task, found, busy)
            if reason is None:
                return found.ended(task.name)
            if not found.blame(reason):
                return [*found.items, Failure(label(task.name), reason)]
        return [*found.items, Failure(label(task.name), "was read only in part: too many files in it stopped their reader; add the others alone")]

    def _once(self, task: Task, found: "_Found", busy: set) -> str | None:
        child = self._taken()
        busy.add(child)
        try:
            return child.read(_asked(task, found), task.data, found.hear)
        finally:
            busy.discard(child)
            self._back(child)

    def _taken(self) -> Child:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return Child(_command(self._limits, self._setup), _environment(), CLOCK * self._limits.seconds)

    def _back(self, child: Child) -> None:
        with self._lock:
            if child.is_alive and len(self._idle) < self._size:
                self._idle.append(child)
                return
        child.kill()


class _Found:
    """What children said of one file: each text and failure once, which members are done, and which are not to be tried again."""

    def __init__(self):
        self.items: list[Document | Failure] = []
        self.bad: dict[tuple, str] = {}
        self.done: list[tuple] = []
        self._open: list[tuple] = []
        self._seen: set = set()
        self._reason = ""

    def hear(self, what: str, said: dict) -> None:
        """One answer of the child."""
        if what == "in":
            self._open.append(tuple(said["path"]))
        elif what == "out":
            self._open.remove(tuple(said["path"]))
            self.done.append(tuple(said["path"]))
        elif what == "end":
            self._reason = said["reason"]
        else:
            item = _document(said) if what == "document" else Failure(str(said["name"]), str(said["reason"]))
            if not self.bad or item not in self._seen:
                self.items.append(item)
            self._seen.add(item)

    def blame(self, reason: str) -> bool:
        """Whether the death can be laid to a member of the file, so that the rest of it may be tried."""
        if not self._open or self._open[-1] in self.bad:
            return False
        self.bad[self._open[-1]] = reason
        self._open.clear()
        return True

    def ended(self, name: str) -> list[Document | Failure]:
        """All that was found in a file that was read to its end."""
        reason = self._reason or ("" if self.items else NOTHING)
        return [*self.items, Failure(label(name), reason)] if reason else self.items


def _document(said: dict) -> Document:
    day = said.pop("published")
    lists = {key: tuple(said.pop(key)) for key in ("notes", "pages", "page_labels")}
    return Document(**said, **lists, published=DocumentDate(**day) if day else None)


def _given(job: Future | Callable) -> list[Document | Failure]:
    return job.result() if isinstance(job, Future) else job()


def _asked(task: Task, found: _Found) -> dict:
    place = {"path": task.path} if task.data is None else {"size": len(task.data)}
    return {"name": task.name, "columns": task.columns, "bad": list(found.bad.items()), "done": found.done} | place


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _command(limits: Limits, setup: tuple[str, ...]) -> list[str]:
    """-P: the folder one stands in may be full of hostile files and is no place to import from."""
    said = json.dumps({"memory": limits.memory, "seconds": limits.seconds, "clock": CLOCK * limits.seconds})
    return [sys.executable, "-P", "-B", "-c", "from timeline.read._child import main; main()", said, *setup]


def _environment() -> dict[str, str]:
    """The caller's own, with this very package first on the path, and one thread: each has a stack that counts as memory."""
    home = str(Path(__file__).resolve().parents[2])
    path = [home, *(p for p in sys.path if p and os.path.isdir(p) and p != home)]
    return os.environ | {"PYTHONPATH": os.pathsep.join(path), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
