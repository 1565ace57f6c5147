"""A table into a project: how its columns were read the last time, and its events where they are new."""

import json
from typing import NamedTuple

from timeline import records
from timeline.events.rank import in_order
from timeline.imports.events import Imported
from timeline.imports.mapping import Mapping, propose
from timeline.imports.table import Table


class Kept(NamedTuple):
    """How many events came in, how many of them undated, and how many were in the project already; or why none did."""

    new: int = 0
    undated: int = 0
    known: int = 0
    reason: str = ""


def remembered(project, table: Table) -> tuple[Mapping, bool]:
    """(mapping, whether it was accepted before) for a table with this header: what is remembered, else what its names suggest."""
    kept = project.store.mapping(table.signature)
    mapping = records.loads(Mapping, kept) if kept else propose(table)
    return mapping, bool(kept)


def keep(project, data: bytes, table: Table, mapping: Mapping | None, found: Imported) -> Kept:
    """Put the events that a project does not have into it, and remember the mapping. `data`: the table's own bytes."""
    known = {event.event_id for event in project.replayed().events}
    new = sorted((event for event in found.events if event.event_id not in known), key=in_order)
    if not new:
        return Kept(known=len(found.events), reason="all that it tells is in the project already")
    said = records.dumps(mapping) if mapping else json.dumps("own")
    added = project.add_table((table.name, data), found.document, new, said, "" if table.is_own else table.signature)
    if added.known:
        return Kept(known=len(found.events), reason=added.known[0].reason)
    return Kept(len(new), sum(event.first is None and event.last is None for event in new), len(found.events) - len(new))
