"""The processes that search documents, and what it costs when one of them is lost: that document, with the reason."""

import atexit
import logging
import os
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from functools import cache

from timeline import records
from timeline.finding.steps import STEPS, Asked, Named
from timeline.model import Failure
from timeline.watch import DIED, LATE, STOPPED, Busy, Crew
from timeline.watch import Task as AnyTask

log = logging.getLogger("timeline")

ENOUGH = 150_000  # characters for which another process is worth its start, which takes as long as searching a third of them
LEAST, SPEED = 30, 5_000  # seconds of processor time that any document may take, and characters a second that a long one must give
_WAS_READ = "was read, but finding its events "
_OTHERS = "; the other documents are not affected"
_WHY = {
    LATE: _WAS_READ + "took too long (the limit is {0:,.0f} seconds of processor time, or twice that by the clock); split it" + _OTHERS,
    STOPPED: _WAS_READ + "was stopped by the system, probably for lack of memory; split it" + _OTHERS,
    DIED: _WAS_READ + "stopped the process that did it; please report this document" + _OTHERS,
}
_TOO_MUCH = _WAS_READ + "needs more memory than one document may take; split it" + _OTHERS


@dataclass(frozen=True)
class Task(AnyTask):
    """A step (see `steps.STEPS`) to do for a document of this name. `memory`: where its result is kept, under `key`."""

    step: str
    given: Asked | Named
    memory: MutableMapping = field(default_factory=dict, compare=False, repr=False)
    key: tuple = ()

    @property
    def size(self) -> int:
        """Characters."""
        return len(self.given.text)


def search(tasks: Iterable[Task]) -> Iterator:
    """What each task gives, in their order: the step's record, or a Failure. What is in a task's memory is not done again."""
    yield from crew().search(list(tasks))


def crew() -> "Finders":
    """The processes of this process, kept for the next documents; they end with it."""
    return _crew(os.getpid(), os.environ.get("TIMELINE_RECOGNISER", ""))


@cache
def _crew(owner: int, recogniser: str) -> "Finders":
    made = Finders()
    atexit.register(made.close)
    return made


class Finders(Crew):
    """A few processes, each with the rules, the lists and the network loaded once."""

    ENTRY = "timeline.finding.worker"

    def search(self, tasks: list[Task]) -> Iterator:
        """See `search`; as many processes as the length of the texts is worth."""
        jobs = [(lambda task=task: task.memory[task.key]) if task.key in task.memory else task for task in tasks]
        size = sum(job.size for job in jobs if isinstance(job, Task))
        yield from self.in_order(jobs, 1 + size // ENOUGH)

    def do(self, task: Task, busy: Busy):
        """What a task gives; it is kept, so that it is not lost where the caller was stopped meanwhile."""
        data, answer, seconds = records.dumps(task.given).encode(), {}, LEAST + task.size / SPEED
        try:
            end = self.ask({"name": task.name, "step": task.step, "seconds": seconds, "size": len(data)}, data, answer.__setitem__, busy, seconds)
        except OSError:  # no process can be started
            return _done(task)
        if end or "found" not in answer:
            found = Failure(task.name, _WHY[end].format(seconds) if end else answer["end"]["reason"])
        else:
            found = records.record(STEPS[task.step].gives, answer["found"])
        if end != STOPPED:  # which is for the machine's lack, and may be otherwise the next time
            task.memory[task.key] = found
        return found

    def left(self, busy: Busy) -> None:
        """Whoever is at work goes on to the end of his document: the next caller will want it."""


class Here:
    """The same in this process, unwatched."""

    def search(self, tasks: list[Task]) -> Iterator:
        """See `search`."""
        for task in tasks:
            yield task.memory[task.key] if task.key in task.memory else _done(task)


def _done(task: Task):
    try:
        found = STEPS[task.step].work(task.given)
    except Exception as error:  # a room's fault with one document must not cost the others
        log.debug("%s failed", task.name, exc_info=True)
        return Failure(task.name, fault(error))
    task.memory[task.key] = found
    return found


def fault(error: Exception) -> str:
    """An exception as a Failure's reason."""
    if isinstance(error, MemoryError):
        return _TOO_MUCH
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"{_WAS_READ}failed ({said[:300]}){_OTHERS}"
