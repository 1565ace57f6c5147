"""What runs in a watched child that searches documents; everything is loaded before the first."""

from timeline import records
from timeline.finding.processes import fault
from timeline.finding.steps import STEPS, Asked, Named, mark, tell
from timeline.model import Document
from timeline.watch import Worker, keep

_SENTENCE = "On 3 June 2018 Anna Berg met the council of Oslo."


def main() -> None:
    """The child's whole life."""
    keep(work, load)


def load() -> None:
    """Rules, lists and network, by using them once."""
    try:
        found = mark(Asked(_SENTENCE))
        tell(Named(Document("load", "load", _SENTENCE), found.dates, found.actors or ()))
    except Exception:  # then it fails with every document, which says it
        return


def work(task: dict, data: bytes, worker: Worker) -> str:
    """Do a step for a document; why it failed, or ""."""
    step = STEPS[task["step"]]
    try:
        worker.say("found", step.work(records.loads(step.takes, data.decode())))
    except Exception as error:  # a room's fault with one document must not cost the others
        if isinstance(error, MemoryError):
            worker.tire()
        return fault(error)
    return ""
