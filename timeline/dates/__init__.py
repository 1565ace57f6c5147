"""Document -> DateMentions: every time expression of a text with its value and the rule that gave it.

TIMEX3 (ISO-TimeML, ISO 24617-1) types and values; EDTF (ISO 8601-2) beside them.
"""

from timeline.dates.byline import byline
from timeline.dates.tagger import tag, timexes

__all__ = ["byline", "tag", "timexes"]
