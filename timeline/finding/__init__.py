"""One document -> its mentions, then its events: each step in a watched process, so that no document costs another.

`search` does steps on many documents, in their order: `Task(name, step, given)` -> what the step gives, or a Failure.
The steps are `marks` (publication date, time expressions, actors), `dates` (without the actors) and `events` (once the
actors are known across documents); they are pure functions, in `steps`. `crew` gives the processes, `Here` is the same
without any, for measuring and for where none can be started.
"""

from timeline.finding.processes import Finders, Here, Task, crew, search
from timeline.finding.steps import Asked, Marked, Named, Told

__all__ = ["Asked", "Finders", "Here", "Marked", "Named", "Task", "Told", "crew", "search"]
