"""Tables of events -> Events: what our own exports wrote, TimelineJS, and any other table by a mapping of its columns.

    table    bytes -> header and rows; what `timeline.export` wrote is known by its columns
    mapping  which column holds what: proposed by its name, changed by a person, remembered by the header's signature
    events   rows -> one Document, the table as text, and an Event a row, each with its row as its witness
    keeping  all that into a project, which remembers the mapping

The row's words are the witness: `document.text[m.start_char:m.end_char] == m.exact` holds here as everywhere.
"""

from timeline.imports.events import Imported, read
from timeline.imports.keeping import Kept, keep, remembered
from timeline.imports.mapping import FIELDS, Mapping, propose
from timeline.imports.table import Table, open_table

__all__ = ["FIELDS", "Imported", "Kept", "Mapping", "Table", "keep", "open_table", "propose", "read", "remembered"]
