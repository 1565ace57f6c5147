"""Which of several namesakes a family name alone means: whom the text is about, where it keeps the others apart by their full names."""

import re
from bisect import bisect_left, bisect_right

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_LINE = re.compile(r"\n\s*")


class Paragraphs:
    """The paragraphs of a text, by blank lines; where it has none, its lines."""

    def __init__(self, text: str):
        pattern = _BLANK if _BLANK.search(text.strip()) else _LINE
        self.starts = [0, *(hit.end() for hit in pattern.finditer(text))]

    def of(self, position: int) -> int:
        """The number of the paragraph that holds a position."""
        return bisect_right(self.starts, position) - 1


def leader(people: list, alone: int, at: int, paragraphs: Paragraphs):
    """The one of `people` whom a name alone at position `at` means, or None.

    It is the first to be named in full, in a paragraph that names no other; the name alone stood for that one before the
    others came (`alone`: where it first stands); and any other named in this paragraph or the one before has been named in
    full more than once, as a text does with namesakes whom the name alone does not mean.
    """
    first, *others = sorted(people, key=lambda person: person.at)
    lead, here = paragraphs.of(first.at), paragraphs.of(at)
    if any(paragraphs.of(person.at) == lead for person in others):
        return None
    if at < first.at:
        return first
    if alone > others[0].at:
        return None
    return None if any(_disputes(person, at, here, paragraphs) for person in others) else first


def _disputes(person, at: int, here: int, paragraphs: Paragraphs) -> bool:
    """Whether somebody else named in full nearby may be meant as well."""
    count = bisect_left(person.places, at)
    last = paragraphs.of(person.places[count - 1]) if count else -2
    return here == last or here - last == 1 and len(person.places) < 2
