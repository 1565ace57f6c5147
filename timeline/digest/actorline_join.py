"""Which mentions tell of one event, and the order of the events: by date, the coarse before the fine that it holds."""

import re
from dataclasses import dataclass, field, replace
from itertools import combinations

from timeline.digest.actorline_pages import Page
from timeline.digest.actorline_reading import Reading, lemma
from timeline.digest.actorline_when import UNKNOWN, When
from timeline.digest.actorline_words import alike, word_list

_AROUND = 6  # words on either side of an event that tell it from another of its kind
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
    reasons: list[str] = field(default_factory=list)


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
    found = [event for kind, alike_ones in kinds.items() for event in _of_kind(kind, alike_ones)]
    return ordered(found)


# -- joining -------------------------------------------------------------------------------------

def _of_kind(kind: str, told: list[Told]) -> list[Happening]:
    if kind in _never_joined():
        return _joined(told, _is_same_saying) if any(_says(one) for one in told) else [Happening([one], one.when.value) for one in told]
    told = _narrowed(told)
    return _joined(_known_elsewhere(told), _is_same)


def _never_joined() -> frozenset[str]:
    """Stems of words that tell too little to make two mentions one event."""
    return frozenset(map(stem, word_list("light") | word_list("grammatical") | word_list("sayings")))


def _says(one: Told) -> bool:
    verb = one.reading.scene.words.verb(one.reading.low(one.index))
    return verb is not None and verb.kind == "says"


def _joined(told: list[Told], same) -> list[Happening]:
    """Mentions that are the same with any one of a group join it; pairs are asked for within one value only."""
    groups: list[list[Told]] = []
    for one in told:
        mine = [group for group in groups if group[0].when.value == one.when.value and any(same(one, other) for other in group)]
        groups = [group for group in groups if not any(group is other for other in mine)] + [[*sum(mine, []), one]]
    return [Happening(sorted(group, key=lambda one: one.where), group[0].when.value) for group in groups]


def _is_same(one: Told, other: Told) -> bool:
    """Two mentions of one kind and one day: of two documents, or a verb and a noun of one, about the same thing."""
    if not one.when.value:
        return False
    nouns = {one.reading.sort(one.index), other.reading.sort(other.index)}
    if one.page is other.page and ("noun" not in nouns or one.place == other.place):
        return False
    return _about_one(one, other)


def _is_same_saying(one: Told, other: Told) -> bool:
    if one.page is other.page or not one.when.value or one.reading.low(one.index) != other.reading.low(other.index):
        return False
    first, second = _content(one, 1000), _content(other, 1000)
    return len(first & second) >= _SAME_WORDS * min(len(first), len(second)) > 0


def _about_one(one: Told, other: Told) -> bool:
    """They share a word beside them, or both stand with the target itself, as what it befalls."""
    return bool(_content(one) & _content(other)) or _beside(one) and _beside(other)


def _content(one: Told, reach: int = _AROUND) -> set[str]:
    scene, found = one.reading.scene, set()
    for at in range(max(0, one.index - reach), min(len(scene.tokens), one.index + reach + 1)):
        low = scene.tokens[at].low
        small = any(scene.words.has(f"function.{name}", low) for name in ("prepositions", "determiners", "pronouns", "conjunctions", "adverbs"))
        if at != one.index and scene.tokens[at].is_word and scene.tokens[at].date < 0 and not small and len(low) > 2 and low not in one.names:
            found.add(low)
    return {low for low in found if not scene.words.has("verb.auxiliaries", low)}


def _beside(one: Told) -> bool:
    """The target's own name, or "its", close by: on the side of what the verb is done to, or before the noun."""
    noun = one.reading.sort(one.index) == "noun"
    around = range(one.index - 4, one.index) if noun else range(one.index + 1, one.index + _AROUND)
    passive = one.reading.helpers(one.index) & (word_list("be_past") | word_list("be_present") | {"been"})
    around = range(one.index - _AROUND, one.index) if passive else around
    stands_for = word_list("owners") if noun else word_list("bodies") | word_list("subjects") if passive else frozenset()
    return any(one.reading.low(at) in one.names | stands_for for at in around)


def _narrowed(told: list[Told]) -> list[Told]:
    """A coarse value gives way to the one finer value inside it ("2003" to "2003-04-28")."""
    values = sorted({one.when.value for one in told if one.when.value})
    finer = {value: [other for other in values if other.startswith(value + "-")] for value in values}
    out = []
    for one in told:
        inside = finer.get(one.when.value, [])
        near = {other.when.value for other in told if other.when.value in inside and _about_one(one, other)}
        near = {value for value in near if not any(other.startswith(value + "-") for other in near)}
        out.append(_adopting(one, near.pop()) if len(near) == 1 else one)
    return out


def _known_elsewhere(told: list[Told]) -> list[Told]:
    """What is told as background takes the day that other mentions of the same event agree on."""
    dated = [other for other in told if other.when.value]
    return [_adopting(one, _agreed(one, dated)) if one.when.apart and _agreed(one, dated) else one for one in told]


def _agreed(one: Told, dated: list[Told]) -> str:
    """The value of the mentions most like this one, if they have one value; "" otherwise."""
    likeness = {}
    own = one.reading.sort(one.index) != "part" or one.reading.is_attribute(one.index)
    for other in dated:
        if not _could_be(one, other.when.value):
            continue
        score = len(_content(one) & _content(other)) + (own and _beside(one) and _beside(other))
        likeness[other.when.value] = max(score, likeness.get(other.when.value, 0))
    best = max(likeness.values(), default=0)
    near = [value for value, score in likeness.items() if score == best]
    return near[0] if best and len(near) == 1 else ""


def _could_be(one: Told, value: str) -> bool:
    """A report tells the past of days before it, and plans of days after it."""
    day = one.page.day
    if not day:
        return True
    return value >= day[:len(value)] if one.reading.sort(one.index) in ("unreal", "to") else value[:len(day)] <= day[:len(value)]


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


def pairs(events: list[Happening]) -> list[tuple[str, str]]:
    """Every two mentions that one event joins."""
    return [(a.name, b.name) for event in events for a, b in combinations(event.told, 2)]
