"""A name without what goes with it: title, "the", possessive, closing punctuation; and the words that are no names."""

import re

TITLE = (
    "mr|mrs|ms|miss|dr|prof|professor|sir|lord|lady|dame|rev|reverend|president|vice|prime|foreign|interior|finance|"
    "defen[cs]e|minister|secretary|general|gen|senator|sen|representative|rep|governor|gov|colonel|col|lieutenant|lt|"
    "captain|capt|major|maj|sergeant|sgt|admiral|adm|marshal|commander|chairman|chairwoman|chancellor|king|queen|prince|"
    "princess|pope|sheikh|sheik|ayatollah|imam|mullah|premier|ambassador|judge|justice|leader|mayor|congressman"
)
TITLES = re.compile(rf"(?i)(?:(?:{TITLE})\.?\s+)+(?=\w)")
ONLY_TITLE = re.compile(rf"(?i)(?:(?:{TITLE})\b\.?\s*)+")
THE = re.compile(r"(?i)the\s+")
TAIL = re.compile(r"(?:['’]s?|[,.;:!?\"])+$")
ABBREVIATION = re.compile(r"(?i)\b[a-z]\.$|\b(?:jr|sr|inc|co|corp|ltd|st)\.$")
NO_NAME = frozenset(
    "i me my we us our he him his she her they them their it its you your who here there this that these those the a an "
    "god mom dad sir state monday tuesday wednesday thursday friday saturday sunday january february march april june july "
    "august september october november december".split()
)
COMPASS = frozenset("north south east west northern southern eastern western".split())


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The name alone: no title, "the", possessive or closing punctuation."""
    for pattern in (THE, TITLES, THE):
        if match := pattern.match(text, start, end):
            start = match.end()
    name = text[start:end]
    if not ABBREVIATION.search(name):
        end -= len(name) - len(TAIL.sub("", name))
    return start, end


def is_name(name: str) -> bool:
    """Whether `name` can be one: not a pronoun, a day, a month, a bare title, or a sign."""
    low = name.lower()
    if name == "US":
        return True
    if low in COMPASS and name == low:
        return False
    return len(low) > 1 and low not in NO_NAME and not ONLY_TITLE.fullmatch(low) and any(c.isalpha() for c in low)
