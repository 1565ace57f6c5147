"""How the words of a title are written: without courtesy titles, a person's surname filled out from the document."""

import re

from timeline.events.chunk import without_courtesy
from timeline.events.phrase import written
from timeline.events.scene import Scene

_MOST = 8  # words
_NEAR = 20_000  # characters before a scene in which a person's full name is looked for
_NAME = 4  # words of a full name


def told(scene: Scene, indexes: list[int]) -> str:
    """The words at `indexes`, without "Mr" and its like before a name."""
    return written(scene, without_courtesy(scene, indexes))


def headline(words: str) -> str:
    """The first letter upper; the rest as written."""
    words = " ".join(words.split()).strip(" ,;:-–—")
    return words[:1].upper() + words[1:]


def in_full(scene: Scene, words: str) -> str:
    """The first person named by one word only, by the full name that the document gives, where there is room."""
    for actor in scene.actors:
        if actor.type != "PER" or actor.name in words or not 1 < len(actor.name.split()) <= _NAME:
            continue
        last = actor.text.split()[-1]
        alone = re.compile(rf"(?<![\w.-])(?<!\w ){re.escape(last)}(?![\w-]| [A-Z])")
        fuller, count = alone.subn(lambda hit, name=actor.name: name, words, count=1)
        if count and last in actor.name.split() and len(fuller.split()) <= _MOST and _in_text(scene, actor.name):
            return fuller
    return words


def _in_text(scene: Scene, name: str) -> bool:
    start = max(0, scene.span.start - _NEAR)
    return scene.text.find(name, start, scene.span.end) >= 0 or scene.text.find(name, 0, _NEAR) >= 0
