"""What hangs on a noun before its verb: an infinitive, a participle, a word in quotation marks; and the noun above it."""

from timeline.events.chunk import kind
from timeline.events.head import is_event_noun
from timeline.events.nounphrase import noun_phrase
from timeline.events.scene import Scene

_QUOTED = 4  # words in quotation marks that are part of a phrase


def quoted(scene: Scene, end: int) -> list[int]:
    """"a group of “vandals” entered": the phrase with the word in quotation marks that ends it, without the marks."""
    opening = next((i for i in range(end - 2, max(-1, end - 2 - _QUOTED), -1) if kind(scene, i) != "noun"), -1)
    if opening < 0 or kind(scene, opening) != "quote":
        return []
    before = noun_phrase(scene, opening) if opening and kind(scene, opening - 1) in ("prep", "det", "noun") else []
    return [*before, *range(opening + 1, end - 1)]


def hangs_below(scene: Scene, at: int, found: list[int]) -> bool:
    """Whether the phrase behind the token `at` hangs on a noun further up: "the plan to sell the mill", "a man shot while
    crossing the bridge", "those arrested after the raid"."""
    verb, before = scene.verb(at), scene.tokens[at - 1].low
    if before == "to" and scene.words.verb(scene.tokens[at].low) is not None:
        return kind(scene, at - 2) in ("noun", "date")
    opener = scene.words.has("function.openers", before)
    if verb is not None and verb.form == "ing" and opener:
        return kind(scene, at - 2) in ("noun", "date", "verb") and scene.tokens[at - 2].low != ","
    above = scene.verb(at - 1)
    reduced = above is not None and above.form in ("past", "part") and kind(scene, at - 2) == "noun"
    return reduced and scene.words.has("noun.aside", scene.tokens[at].low) and is_event_noun(scene, found[-1])


def whole_before(scene: Scene, at: int) -> list[int]:
    """The noun phrase that a word below it at `at` hangs on, past a participle or a day between them."""
    end = at
    while end > 1 and (kind(scene, end - 1) == "date" or scene.tokens[end - 1].low == "to" or scene.words.has(
            "function.openers", scene.tokens[end - 1].low) or _reduces(scene, end - 1)):
        end -= 1
    return noun_phrase(scene, end) if kind(scene, end - 1) == "noun" else []


def _reduces(scene: Scene, index: int) -> bool:
    verb = scene.verb(index)
    return verb is not None and verb.form in ("past", "part") and kind(scene, index - 1) == "noun"
