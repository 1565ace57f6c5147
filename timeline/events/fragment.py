"""Titles of a word or two that say nothing ("Dr Grey", "Contributor brings"), and the clause's own words in their place."""

from timeline.events import phrase
from timeline.events.chunk import kind
from timeline.events.decent import MOST, OPENING, faults
from timeline.events.head import Head
from timeline.events.nounphrase import noun_phrase
from timeline.events.scene import Scene
from timeline.events.subject import whole_subject
from timeline.events.written import headline

WIDE = 70  # characters of a title in the clause's own words
_LEAST = 3  # words
_SIGNS = "\"“«‘'$€£("  # what may open a title beside a letter or a digit


def says_little(scene: Scene, head: Head, title: str) -> bool:
    """Whether a title has neither a happening with somebody or something beside it, nor somebody and what they did."""
    if not title or not (title[0].isalnum() or title[0] in _SIGNS):
        return True
    lows = [word.lower().replace("’", "'").strip("\"“”(),.;:") for word in title.split()]
    if len(lows) > 2 or not scene.words.nouns:
        return False
    nouns = [low for low in lows if low in scene.words.nouns]
    judged = {token.low for index, token in enumerate(scene.tokens) if scene.verb(index)}
    verbs = [low for low in lows if low not in nouns and low in judged]
    if not verbs:
        timed = any(scene.words.has("function.months", low) or scene.words.has("function.days", low) for low in lows)
        return not nouns or timed and _has_argument(scene, head)
    return len(verbs) == len(lows) or not nouns and _lacks_object(scene, head)


def _has_argument(scene: Scene, head: Head) -> bool:
    """"the June death of …": the text says whose."""
    after = head.index + 1
    return head.kind == "noun" and after + 1 < len(scene.tokens) and scene.tokens[after].low == "of" and scene.tokens[after + 1].date < 0


def _lacks_object(scene: Scene, head: Head) -> bool:
    """Whether the verb says nothing without what it was done to, and the text has that."""
    verb = scene.verb(head.index)
    if verb is None:
        return False
    found = phrase.objects(scene, phrase.verb_group(scene, head.index)[-1] + 1, scene.clause_of[head.index])
    return verb.kind in ("state", "light") or verb.kind == "act" and bool(found) and kind(scene, found[0][0]) not in ("prep", "helper", "date")


def own_words(scene: Scene, head: Head) -> str:
    """The words of the head's clause as they stand in the text, at most `WIDE` characters; "" where they make no title."""
    sentence = scene.text[scene.span.start:scene.span.end]
    last = max(index for index in scene.clause(scene.clause_of[head.index]))
    for first in _starts(scene, head):
        for end in range(min(last, first + 2 * MOST), max(head.index, first + 1) - 1, -1):
            words = headline(scene.text[scene.tokens[first].start:scene.tokens[end].end])
            fits = len(words) <= WIDE and _LEAST <= len(words.split()) and not _cuts(scene, end)
            if fits and words[0].isalnum() and not set(faults(words, sentence, scene.words)) - {OPENING}:
                return words
    return ""


def _cuts(scene: Scene, end: int) -> bool:
    """Whether a title that ends with this token would cut a name or a date in two, or leave a small word hanging."""
    token = scene.tokens[end]
    after = scene.tokens[end + 1] if end + 1 < len(scene.tokens) else None
    split = after is not None and (token.actor == after.actor >= 0 or token.date == after.date >= 0)
    return split or not token.is_word or token.actor < 0 and token.date < 0 and kind(scene, end) in ("prep", "det", "and", "relative", "pronoun")


def _starts(scene: Scene, head: Head) -> list[int]:
    """The tokens that such a title may begin with: of the subject, of the clause, of the head's own phrase."""
    clause = scene.clause(scene.clause_of[head.index])
    named = [index for index in clause if index <= head.index and kind(scene, index) == "noun"]
    own = noun_phrase(scene, head.index + 1) if head.kind == "noun" else whole_subject(scene, head.index)
    verb = scene.verb(head.index)
    passive = verb and verb.form in ("past", "part") and len(phrase.verb_group(scene, head.index)) > 1
    bare = [head.index] if verb is None or passive else []  # "(was) shot dead outside his house"
    found = [*own[:1], *named[:1], *(index for index in clause[:1] if kind(scene, index) in ("det", "noun")), *bare]
    past = [index + (kind(scene, index) == "det" and index < head.index) for index in found]
    return [index for index in dict.fromkeys(past) if index <= head.index]
