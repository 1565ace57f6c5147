"""One document, one watched child: files are read by a few long-lived processes, and who fails costs one row.

When a worker dies the member of the archive it was at is passed over, and the rest of that archive is read by another.
"""

from dataclasses import dataclass, field

from timeline import records
from timeline.model import Document, Failure
from timeline.read._document import label
from timeline.read._whole import NOTHING
from timeline.watch import DIED, LATE, STOPPED, Busy, Crew
from timeline.watch import Limits as Limits
from timeline.watch import Task as AnyTask

MAX_DEATHS = 20  # of workers over one file
_HELP = "split it, or save its text as txt"
_WHY = {
    LATE: "took too long to read (the limit is {0:,.0f} seconds of processor time, or twice that by the clock); " + _HELP,
    STOPPED: "was stopped by the system while it was read, probably for lack of memory; " + _HELP,
    DIED: "stopped its reader: the file is damaged, or made to do harm, or needs too much memory; save its text as txt",
}


@dataclass(frozen=True)
class Task(AnyTask):
    """A file to read: its bytes, or its path."""

    data: bytes | None = None
    path: str = ""
    columns: dict = field(default_factory=dict)


class Pool(Crew):
    """A few children that read. A Task gives a list of Documents and Failures."""

    ENTRY = "timeline.read._worker"

    def do(self, task: Task, busy: Busy) -> list[Document | Failure]:
        """The texts of a file, and a Failure for each part that was lost."""
        found = _Found()
        for _ in range(MAX_DEATHS):
            end = self.ask(_asked(task, found), task.data, found.hear, busy)
            if not end:
                return found.ended(task.name)
            reason = _WHY[end].format(self._limits.seconds)
            if busy.is_over or not found.blame(reason):
                return [*found.items, Failure(label(task.name), reason)]
        return [*found.items, Failure(label(task.name), "was read only in part: too many files in it stopped their reader; add the others alone")]


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
            item = records.record(Document, said) if what == "document" else Failure(str(said["name"]), str(said["reason"]))
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


def _asked(task: Task, found: _Found) -> dict:
    place = {"path": task.path} if task.data is None else {"size": len(task.data)}
    return {"name": task.name, "columns": task.columns, "bad": list(found.bad.items()), "done": found.done} | place
