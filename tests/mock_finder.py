"""A document whose search crashes, hangs, raises or eats memory on command: `mock spin` in its first line, or, for the
second step, `mock events spin`.

A test's processes import this module, which lays it over the tagger of dates and the harvest of events there and only there.
"""

import re

from tests.mock_reader import COMMANDS
from timeline import dates, events

_COMMAND = re.compile(r"mock (events )?([\w-]+)")
_tag, _harvest = dates.tag, events.harvest


def _obey(text: str, is_second: bool) -> None:
    asked = _COMMAND.match(text)
    if asked and bool(asked[1]) == is_second:
        COMMANDS[asked[2]]()


def tag(text, published=None, language="en"):
    """The tagger, unless told otherwise."""
    _obey(text, False)
    return _tag(text, published, language)


def harvest(document, found, names):
    """The harvest, unless told otherwise."""
    _obey(document.text, True)
    return _harvest(document, found, names)


dates.tag, events.harvest = tag, harvest
