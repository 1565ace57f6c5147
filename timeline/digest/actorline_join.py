"""Which mentions tell of one event, and the order of the events: by date, the coarse before the fine that it holds."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from timeline.digest.actorline_pages import Page
from timeline.digest.actorline_reading import Reading, lemma
from timeline.digest.actorline_when import UNKNOWN, When
from timeline.digest.actorline_words import alike, word_list

_AROUND = 6  # words on either side of an event that tell it from another of its kind
_BESIDE = "*"  # stands among the words beside a mention for the target itself
_MANY = 60  # values: a word beside mentions of more tells none of them from another
_FEW = 40  # sayings of one day that a further one is held against
_DAY = len("2006-03-28")
_SAME_WORDS = 0.3  # of the words of two sentences, for two acts of saying to be one
_ENDINGS = ("ations", "ation", "ments", "ment", "ions", "ion", "ings", "ing", "ances", "ance", "als", "al", "ures", "ure", "ed", "es", "s", "e")


@dataclass(frozen=True)
class Told:
    """One mention of an event of the target: where it stands, its day, and what it is called ("4596-2-filed")."""

    page: Page
    place: int
    index: int
    name: str
    when: When
    names: frozenset[str] = frozenset()  # words of the target, which tell no two of its events apart
    step: int = 0  # how far its document's story had gone on within the day

    @property
    def reading(self) -> Reading:
        """The reading of its sentence."""
        return self.page.readings[self.place]

    @property
    def where(self) -> tuple:
        """By document, sentence and word: the order in which mentions are shown and looked at."""
        return natural(self.page.name), self.place, self.index, self.name


@dataclass
class Happening:
    """Mentions that tell of one event, with its value ("" where unknown) and its number in the order (0: not placed)."""

    told: list[Told]
    value: str = ""
    order: int = 0


def natural(text: str) -> tuple:
    """A sort key that counts: "9-2" before "10-1"."""
    return tuple((0, int(part), "") if part.isdecimal() and len(part) < 19 else (1, 0, part) for part in re.split(r"(\d+)", text) if part)


def kind_of(told: Told) -> str:
    """What two mentions of one event have alike: the stem of the verb, a noun's own verb taken for it."""
    reading, low = told.reading, told.reading.low(told.index)
    noun = reading.scene.words.nouns.get(low)
    word = noun.lemma if noun and reading.sort(told.index) == "noun" else lemma(reading, told.index)
    return stem(alike().get(word, word))


def stem(word: str) -> str:
    """What the forms of a verb and the nouns made of it have alike ("announc" of "announcement")."""
    ending = next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 4), "")
    return word[:len(word) - len(ending)] if ending else word


def happenings(told: list[Told]) -> list[Happening]:
    """The events in their order, each with its mentions; the same whatever the order of `told`."""
    told, kinds = sorted(told, key=lambda one: one.where), {}
    for one in told:
        kinds.setdefault(kind_of(one), []).append(one)
    return ordered([event for of_kind in kinds.values() for event in _of_kind(of_kind)])


# -- joining -------------------------------------------------------------------------------------

class _Kind:
    """The mentions of one kind with the words beside each, and which values those words go with."""

    def __init__(self, told: list[Told]):
        self.told = told
        self.words = {id(one): _content(one) | ({_BESIDE} if _beside(one) else set()) for one in told}
        self.values: dict[str, set[str]] = {}
        for one in told:
            for word in self.words[id(one)] if one.when.value else ():
                self.values.setdefault(word, set()).add(one.when.value)

    def likeness(self, words: set[str]) -> Counter:
        """value -> how many of the words its mentions have beside them; what stands beside too many values tells nothing."""
        near = (self.values.get(word, set()) for word in sorted(words))
        return Counter(value for values in near if len(values) <= _MANY for value in values)


def _of_kind(told: list[Told]) -> list[Happening]:
    if kind_of(told[0]) in _never_joined():
        return _joined(told, _same_sayings(told))
    told = _narrowed(_Kind(told))
    told = _known_elsewhere(_Kind(told))
    return _joined(told, _same(_Kind(told)))


@cache
def _never_joined() -> frozenset[str]:
    """Stems of words that tell too little to make two mentions one event."""
    return frozenset(map(stem, word_list("light") | word_list("grammatical") | word_list("aspectual") | word_list("sayings")))


def _joined(told: list[Told], same) -> list[Happening]:
    """The mentions as events, those that `same` pairs as one."""
    above = {id(one): one for one in told}

    def root(one: Told) -> Told:
        while above[id(one)] is not one:
            above[id(one)] = one = above[id(above[id(one)])]
        return one

    for one, other in same:
        above[id(root(other))] = root(one)
    groups: dict[int, list[Told]] = {}
    for one in told:
        groups.setdefault(id(root(one)), []).append(one)
    return [Happening(group, group[0].when.value) for group in groups.values()]


def _same(kind: _Kind):
    """Pairs of one value that share a word beside them: of two documents, or a verb and a noun of one."""
    held: dict[tuple, list[Told]] = {}
    for one in kind.told:
        for word in sorted(kind.words[id(one)]) if one.when.value else ():
            held.setdefault((one.when.value, word), []).append(one)
    for several in held.values():
        yield from ((one, other) for one, other in pairwise(several) if one.page is not other.page)
        yield from _verb_and_noun(several)


def _verb_and_noun(several: list[Told]):
    """"unveiled the jet … the unveiling of the jet": of one document, in two sentences of it."""
    last: dict[tuple, Told] = {}
    for one in several:
        noun = one.reading.sort(one.index) == "noun"
        other = last.get((one.page.name, not noun))
        if other and other.place != one.place:
            yield other, one
        last[one.page.name, noun] = one


def _same_sayings(told: list[Told]):
    """Pairs of two documents and one value that say much the same in the same word; each is held against the last few."""
    held: dict[tuple, list[tuple[Told, set[str]]]] = {}
    for one in told:
        if not one.when.value or not _says(one):
            continue
        words, before = _content(one, 1000), held.setdefault((one.when.value, one.reading.low(one.index)), [])
        for other, theirs in before[-_FEW:]:
            if other.page is not one.page and len(words & theirs) >= _SAME_WORDS * min(len(words), len(theirs)) > 0:
                yield other, one
        before.append((one, words))


def _says(one: Told) -> bool:
    verb = one.reading.scene.words.verb(one.reading.low(one.index))
    return verb is not None and verb.kind == "says"


def _content(one: Told, reach: int = _AROUND) -> set[str]:
    """The words round an event that tell it from another of its kind."""
    scene, found = one.reading.scene, set()
    for at in range(max(0, one.index - reach), min(len(scene.tokens), one.index + reach + 1)):
        token = scene.tokens[at]
        if at != one.index and token.is_word and token.date < 0 and len(token.low) > 2 and token.low not in one.names:
            found.add(token.low)
    return {low for low in found if not scene.words.has("verb.auxiliaries", low) and not any(
        scene.words.has(f"function.{name}", low) for name in ("prepositions", "determiners", "pronouns", "conjunctions", "adverbs"))}


def _beside(one: Told) -> bool:
    """The target's own name, or "its", close by: on the side of what the verb is done to, or before the noun."""
    noun = one.reading.sort(one.index) == "noun"
    around = range(one.index - 4, one.index) if noun else range(one.index + 1, one.index + _AROUND)
    passive = one.reading.helpers(one.index) & (word_list("be_past") | word_list("be_present") | {"been"})
    around = range(one.index - _AROUND, one.index) if passive else around
    stands_for = word_list("owners") if noun else word_list("bodies") | word_list("subjects") if passive else frozenset()
    return any(one.reading.low(at) in one.names | stands_for for at in around)


def _narrowed(kind: _Kind) -> list[Told]:
    """A coarse value gives way to the one finer value inside it ("2003" to "2003-04-28")."""
    values = sorted({one.when.value for one in kind.told if one.when.value})
    finer = {value: {other for other in values if other.startswith(value + "-")} for value in values if len(value) < _DAY}
    return [_narrower(kind, one, finer.get(one.when.value, set())) for one in kind.told]


def _narrower(kind: _Kind, one: Told, inside: set[str]) -> Told:
    near = inside & set(kind.likeness(kind.words[id(one)])) if inside else set()
    near = {value for value in near if not any(other.startswith(value + "-") for other in near)}
    return _adopting(one, near.pop()) if len(near) == 1 else one


def _known_elsewhere(kind: _Kind) -> list[Told]:
    """What is told as background takes the day of the mentions most like it, where they have one day."""
    return [_adopting(one, _agreed(kind, one)) if one.when.apart and _agreed(kind, one) else one for one in kind.told]


def _agreed(kind: _Kind, one: Told) -> str:
    own = one.reading.sort(one.index) != "part" or one.reading.is_attribute(one.index)
    words = kind.words[id(one)] - (set() if own else {_BESIDE})
    near = {value: score for value, score in kind.likeness(words).items() if _could_be(one, value)}
    best = [value for value, score in near.items() if score == max(near.values())]
    return best[0] if len(best) == 1 else ""


def _could_be(one: Told, value: str) -> bool:
    """A report tells the past of days before it, and plans of days after it."""
    day = one.page.day
    if not day:
        return True
    return value >= day[:len(value)] if one.reading.sort(one.index) in ("unreal", "to") else value <= day[:len(value)]


def _adopting(one: Told, value: str) -> Told:
    return replace(one, when=When(value, "joined", f"another mention of the event is dated {value}; here: {one.when.reason}"))


# -- order ---------------------------------------------------------------------------------------

def ordered(found: list[Happening]) -> list[Happening]:
    """Numbered by date; on one day, what its document tells as later has a later number. Unknown days have 0."""
    for event in found:
        event.order = 0
    dated = [event for event in found if event.value]
    steps = sorted({(_sort_key(event.value), min(one.step for one in event.told)) for event in dated})
    number = {step: place for place, step in enumerate(steps, 1)}
    for event in dated:
        event.order = number[_sort_key(event.value), min(one.step for one in event.told)]
    return sorted(found, key=lambda event: (event.order, event.value, event.told[0].where))


def _sort_key(value: str) -> str:
    """"2006" before "2006-03" before "2006-03-28": in the order of their first days, the coarse first."""
    return value


def stepped(told: list[Told]) -> list[Told]:
    """The mentions with their steps: "then" and "after" move a document's story on within one day."""
    out, reached = [], {}
    for one in sorted(told, key=lambda one: one.where):
        key = one.page.name, one.when.value
        step, place = reached.get(key, (0, None))
        if place is not None and one.when.value and _moves_on(one):
            step += 1
        reached[key] = step, one.place
        out.append(replace(one, step=step))
    return out


def _moves_on(one: Told) -> bool:
    """Whether "then" or "afterwards" stands before the verb, in its clause."""
    own = one.reading.scene.clause_of[one.index]
    return any(one.reading.low(at) in word_list("moves_on") and one.reading.scene.clause_of[at] == own
               for at in range(max(0, one.index - 4), one.index))


def value_of(event: Happening) -> str:
    """The value as written: XXXX-XX-XX where unknown."""
    return event.value or UNKNOWN
