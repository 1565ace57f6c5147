"""Text as it is found in the wild: without capitals, all capitals, without stop words and stops, words glued.

Each function takes an Example and gives one, with the spans of its names carried over.
"""

import random
import re

from training.data import Example, moved

STOP = frozenset(
    "a an the of to in on at by for with from and or but nor so as is are was were be been being has have had do does "
    "did will would can could should may might must that this these those it its he his him she her they their them we "
    "our us i my me you your who which what when where there here not no if then than also about into over after before "
    "up down out off again just only very such own same other some any all both each more most".split()
)
WORD = re.compile(r"\S+")


def lowered(example: Example) -> Example:
    """No capitals; code points stay where they are."""
    return Example("".join(_one(c, c.lower()) for c in example.text), example.spans)


def title_case(example: Example) -> Example:
    """Every Word With A Capital, As Some Headlines Have It."""
    text = re.sub(r"\b[a-z]", lambda m: m[0].upper(), example.text)
    return Example(text, example.spans)


def worn(example: Example) -> Example:
    """Stop words, full stops and brackets gone, as in text that went through a word counter."""
    out, place = [], {}
    length = 0
    for match in WORD.finditer(example.text):
        start, end = match.span()
        inside = any(s < end and start < e for s, e, _ in example.spans)
        word = match[0]
        if not inside and word.lower().strip(".,;:!?\"'()") in STOP:
            continue
        first = start if inside else start + len(word) - len(word.lstrip("\"'(["))
        last = end - (len(word) - len(re.sub(r"[.;:!?\"()\]]+$", "", word)))
        if not re.search(r"\w", example.text[first:last]):
            continue
        if out:
            length += 1
        place.update((i, length + i - first) for i in range(first, last))
        out.append(example.text[first:last])
        length += last - first
    return moved(example, " ".join(out), place)


def glued(example: Example, rng: random.Random, share: float = 0.15) -> Example:
    """Some spaces lost: koreathe."""
    out, place = [], {}
    for i, c in enumerate(example.text):
        at_edge = any(i in (s - 1, e) for s, e, _ in example.spans)
        if c == " " and rng.random() < (share if at_edge else share / 3):
            continue
        place[i] = len(out)
        out.append(c)
    return moved(example, "".join(out), place)


def joined(first: Example, second: Example, gap: str = " ") -> Example:
    """Two texts as one."""
    shift = len(first.text) + len(gap)
    return Example(
        first.text + gap + second.text, first.spans + tuple((s + shift, e + shift, t) for s, e, t in second.spans)
    )


def _one(old: str, new: str) -> str:
    return new if len(new) == 1 else old
