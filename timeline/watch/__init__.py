"""Work on hostile data, in processes that may be lost: whatever one piece of it does costs that piece alone.

`Crew` keeps a few children and gives each piece to one of them; `Child` is one of them, as its parent sees it; `keep`
is what runs in it: a keeper that has everything loaded forks the worker that does one piece after the other, within
limits of time and memory that the kernel holds. A Crew's own subclass says what a piece is and what its loss means.
"""

from timeline.watch.child import DIED, LATE, STOPPED, Child
from timeline.watch.crew import Busy, Crew, Limits, Task, processors
from timeline.watch.keeper import Worker, keep, peak

__all__ = ["DIED", "LATE", "STOPPED", "Busy", "Child", "Crew", "Limits", "Task", "Worker", "keep", "peak", "processors"]
