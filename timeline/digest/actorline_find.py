"""The events that the target takes part in, found in the text: factual verbs and event nouns it does or suffers.

What is denied, planned, only possible, or helps another verb is no event, as in SemEval-2015 Task 4 (Minard et al. 2015).
"""

from functools import cache

from timeline.digest.actorline_join import stem
from timeline.digest.actorline_names import named_at
from timeline.digest.actorline_pages import Page
from timeline.digest.actorline_reading import FINITE, Reading, lemma
from timeline.digest.actorline_when import is_intended
from timeline.digest.actorline_words import alike, word_list
from timeline.events.head import Head, is_event_noun
from timeline.events.modality import modality
from timeline.events.subject import subject
from timeline.events.vocabulary import Vocabulary

_BY = 8  # words behind a verb in which its object, or whom it is by, is looked for
_OWN = 3  # words between the target and the noun that is its


def found_in(page: Page, target: str, person: bool):
    """(place, index, words) of each event of the target, in the order of the text; of "took off" both words, joined by _."""
    for place, meant in enumerate(named_at(page, target, person)):
        if not meant or place in page.headers:
            continue
        reading = page.readings[place]
        for index in _events(reading, meant):
            yield place, index, _words(reading, index)


def _events(reading: Reading, meant: frozenset[int]) -> list[int]:
    """The tokens of a sentence that name an event of the target; a light verb gives way to its noun."""
    found = set()
    for index in range(len(reading.scene.tokens)):
        if index in meant or not _is_event(reading, index, meant):
            continue
        noun = _noun_of_light(reading, index)
        if noun not in meant:
            found.add(index if noun < 0 else noun)
    return sorted(found)


def _noun_of_light(reading: Reading, index: int) -> int:
    """"made an appearance", "took medical leave": the noun that says what was done; -1 where the verb says it."""
    if reading.sort(index) == "noun" or lemma(reading, index) not in word_list("light_verbs"):
        return -1
    last = -1
    for at in range(index + 1, min(index + 1 + _BY, len(reading.scene.tokens))):
        token = reading.scene.tokens[at]
        if not token.is_word or token.date >= 0 or token.actor >= 0 and not token.owns or reading.scene.words.has("function.prepositions", token.low):
            break
        last = at
    return last if last >= 0 and not reading.scene.words.has("function.pronouns", reading.low(last)) and (
        reading.low(last) in reading.scene.words.nouns or is_deverbal(reading, last)) else -1


def _words(reading: Reading, index: int) -> str:
    """The word, with the particle that belongs to a verb: right behind it, or at the end of a short object."""
    low = reading.low(index)
    if reading.sort(index) == "noun":
        return low
    for at in range(index + 1, min(index + 5, len(reading.scene.tokens))):
        token = reading.scene.tokens[at]
        if token.low in word_list("particles") and _ends_phrase(reading, at) or (
                at == index + 1 and f"{lemma(reading, index)} {token.low}" in word_list("phrasal")):
            return f"{low}_{token.low}"
        if not token.is_word or reading.scene.words.has("function.prepositions", token.low) or reading.form(at) and reading.sort(at) != "noun":
            break
    return low


def _ends_phrase(reading: Reading, at: int) -> bool:
    """Whether no number follows, as in "up 3 percent", and no date."""
    following = reading.scene.tokens[at + 1] if at + 1 < len(reading.scene.tokens) else None
    return following is None or following.date < 0 and not following.low[0].isdigit() and following.low != "$"


def is_deverbal(reading: Reading, index: int) -> bool:
    """Whether a noun is made from a verb that the vocabulary knows ("decision" is listed, "announcement", "approval")."""
    low, words = reading.low(index), reading.scene.words
    verb = words.verbs.get(low)
    if low in word_list("made_things") or verb and words.has("verb.nouns_too", verb.lemma):
        return False
    return low in alike() or stem(low) != low and stem(low) in _verb_stems(reading.scene.words)


def _is_event(reading: Reading, index: int, meant: frozenset[int]) -> bool:
    if reading.scene.tokens[index].date >= 0 or not reading.scene.tokens[index].is_word:
        return False
    if reading.sort(index) == "noun":
        known = is_event_noun(reading.scene, index) or reading.scene.tokens[index].actor < 0 and is_deverbal(reading, index)
        return known and _is_noun_of(reading, index, meant) and _is_fact(reading, index)
    return _tells(reading, index) and _takes_part(reading, index, meant) and _is_fact(reading, index)


def _tells(reading: Reading, index: int) -> bool:
    """A verb with a meaning of its own: no helper, no aspect, no opinion; of infinitives only what was done."""
    sort = reading.sort(index)
    if not reading.form(index) or lemma(reading, index) in word_list("grammatical") | word_list("opinions") | word_list("describing"):
        return False
    if index + 1 < len(reading.scene.tokens) and (reading.helps(index) or _only_begins(reading, index)):
        return False
    if sort == "to":
        return not is_intended(reading, index)
    if sort == "ing" and (reading.low(index - 1) not in word_list("gerunds") and not _only_begins(reading, index - 1) or reading.low(index) in word_list("like_prepositions")):
        return False
    if sort == "ing" and reading.is_helping(index + 1):
        return False
    return sort in ("past", "perfect", "pluperfect", "present") or sort in ("ing", "part") and not reading.is_attribute(index)


def _only_begins(reading: Reading, index: int) -> bool:
    """"began to sell", "stopped selling": the event is the verb that follows."""
    verb = lemma(reading, index) in word_list("aspectual")
    return verb and (reading.low(index + 1) == "to" or reading.form(index + 1) == "ing" and reading.sort(index + 1) != "noun")


def _is_fact(reading: Reading, index: int) -> bool:
    sort, scene = reading.sort(index), reading.scene
    if scene.clause_of[index] < 0 or reading.is_denied(index) or reading.opener(index) in word_list("if"):
        return False
    above = reading.governor(index) if sort not in FINITE else index
    if above >= 0 and (reading.is_denied(above) or reading.sort(above) == "unreal"):
        return False
    verb = scene.words.verb(reading.low(index))
    noun = scene.words.nouns.get(reading.low(index))
    head = Head(index, "noun", noun.family, noun.lemma, 0.0) if sort == "noun" and noun else Head(index, verb.kind if verb else "act", "", "", 0.0)
    return sort == "to" or modality(scene, head) == "actual"


def _takes_part(reading: Reading, index: int, meant: frozenset[int]) -> bool:
    """The target is the verb's subject, its object, or whom it is done by."""
    sort = reading.sort(index)
    if sort in ("to", "ing") and _does_governor(reading, index, meant):
        return True
    if sort == "to":
        return False
    if set(subject(reading.scene, index)) & meant or _is_subject_pronoun(reading, index, meant):
        return True
    verb = reading.scene.words.verb(reading.low(index))
    if verb is not None and verb.kind == "says":
        return _inverted(reading, index, meant)
    reached = _object(reading, index) & meant
    return any(not _owns(reading, at) for at in reached if at + 1 not in meant) and lemma(reading, index) not in word_list("causes")


def _does_governor(reading: Reading, index: int, meant: frozenset[int]) -> bool:
    """Who does the verb above does this too ("began by thanking"); of "forced X to sell" it is X."""
    start = next((at for at in range(index - 1, max(-1, index - 5), -1) if reading.low(at) == "to"), index)
    above = reading.governor(index)
    if above < 0:
        return False
    if reading.sort(index) == "to" and start - above > 1 and any(lemma(reading, at) in word_list("causes") for at in range(max(0, start - 6), start)):
        return start - 1 in meant
    return bool(set(subject(reading.scene, above)) & meant) or _is_subject_pronoun(reading, above, meant)


def _is_subject_pronoun(reading: Reading, index: int, meant: frozenset[int]) -> bool:
    """The target stands right before the verb's helpers."""
    at = index - 1
    while at >= 0 and at not in meant and (reading.low(at) in word_list("between") or reading.low(at).endswith("ly")
                                           or reading.low(at) in reading.helpers(index)):
        at -= 1
    return at in meant and not reading.scene.tokens[at].owns


def _owns(reading: Reading, at: int) -> bool:
    """"Smith's", "the brothers'"."""
    return reading.scene.tokens[at].owns or reading.low(at + 1) in ("'", "’", "'s") or reading.low(at) in word_list("owners")


def _inverted(reading: Reading, index: int, meant: frozenset[int]) -> bool:
    """"…, said Smith"."""
    return index + 1 in meant and reading.low(index - 1) in (",", '"', "”", "'")


def _object(reading: Reading, index: int) -> set[int]:
    """The words of the phrase behind a verb, and of a phrase with "by" after it."""
    scene, own, found, low = reading.scene, reading.scene.clause_of[index], set(), index + 1
    for at in range(index + 1, min(index + 1 + _BY, len(scene.tokens))):
        token = scene.tokens[at]
        if scene.clause_of[at] != own or token.low in (",", "and", "that") or reading.form(at) and reading.sort(at) != "noun":
            break
        if scene.words.has("function.prepositions", token.low) and at > low:
            if token.low != "by" and found:
                break
        found.add(at)
    return found


def _is_noun_of(reading: Reading, index: int, meant: frozenset[int]) -> bool:
    """"Airbus's order", "the loss of GM", "its merger": the target's own; or the object of a light verb that it does."""
    before = range(max(0, index - _OWN), index)
    if any(at in meant and (_owns(reading, at) or at == index - 1) for at in before):
        return True
    after = range(index + 1, min(index + 2 + _OWN, len(reading.scene.tokens)))
    if reading.low(index + 1) in ("of", "by", "against", "for", "with", "from") and any(at in meant and not _owns(reading, at) for at in after):
        return True
    verbs = [at for at in reading.finite if 0 < index - at <= _OWN + 1]
    return bool(verbs) and lemma(reading, verbs[-1]) in word_list("light") and _takes_part(reading, verbs[-1], meant)


def _verb_stems(words: Vocabulary) -> frozenset[str]:
    return _stems_of(frozenset(verb.lemma for verb in words.verbs.values()))


@cache
def _stems_of(lemmas: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, lemmas))
