"""Titles of what somebody said: who said it and what, or what is said alone where both do not fit."""

from timeline.events import nounphrase, phrase, pronoun, subject
from timeline.events.chunk import kind
from timeline.events.decent import MOST
from timeline.events.head import Head
from timeline.events.scene import Scene
from timeline.events.written import told

_AHEAD = 16  # words between a verb of saying and the verb of what is said
_ADVERBIAL = 10  # words of a day at the head of what is said
_ADDRESSEE = 3  # words
_THIN = 4  # words: "Ann Lee told reporters" says little
_SPEAKERS = (5, 3, 2)  # words a speaker may have


def said_titles(scene: Scene, head: Head):
    """Titles of a verb of saying, the fullest first: "Ann Lee said deal was dead", "Deal was dead", "Ann Lee told court"."""
    inner = _inner(scene, head.index)
    speakers = _speakers(scene, head.index)
    for strict in (True, False) if inner else ():
        for who in speakers:
            yield _with_speaker(scene, head, who, inner, strict)
        yield _what_alone(scene, inner, strict)
    told_at_length = [words for strict in (True, False) for who in speakers for words in _bare(scene, head, who, strict)]
    yield from (words for words in told_at_length if len(words.split()) > _THIN)
    for who in speakers:
        yield from _before(scene, head, who)
    yield from told_at_length
    for who in speakers:
        yield f"{who} {told(scene, phrase.told_simply(scene, phrase.verb_group(scene, head.index)))}"


def tells(scene: Scene, verb: int) -> bool:
    """Whether a clause of its own, what is said, follows the verb."""
    return bool(_inner(scene, verb))


def _speakers(scene: Scene, verb: int) -> list[str]:
    """The speaker, in full and short."""
    whole = subject.whole_subject(scene, verb) or _inverted(scene, verb)
    found = [told(scene, nounphrase.shortened(scene, whole, most)) for most in _SPEAKERS if whole]
    return list(dict.fromkeys(filter(None, found or [pronoun.stand_in(scene, verb)])))


def _inverted(scene: Scene, verb: int) -> list[int]:
    """"said the inspector": the speaker behind the verb."""
    after = verb + 1
    if not verb or scene.tokens[verb - 1].low not in (",", '"', "”", "'", "’") or after >= len(scene.tokens):
        return []
    return nounphrase.phrase_after(scene, after)


def _inner(scene: Scene, says: int) -> int:
    """The verb of what is said, behind "that" or behind the verb of saying itself; 0 for none."""
    marked = phrase.what_is_said(scene, says)
    first = _past_day(scene, marked) if marked else says + 1
    for index in range(first, min(first + _AHEAD, len(scene.tokens))):
        token, verb = scene.tokens[index], scene.verb(index)
        if token.low in ".;:,—–\"“”" and token.date < 0 or not marked and _hangs_on(scene, index):
            return 0
        if verb and not _only_helps(scene, index) and scene.tokens[index - 1].low != "to" and (
                verb.form != "ing" or scene.words.has("verb.auxiliaries", scene.tokens[index - 1].low)):
            if kind(scene, subject.helped_from(scene, index) - 1) == "relative" and scene.tokens[subject.helped_from(scene, index) - 1].low != "that":
                continue
            there = scene.tokens[subject.helped_from(scene, index) - 1].low == "there"
            return index if marked or there or subject.whole_subject(scene, index) or pronoun.pronoun(scene, index) else 0
    return 0


def _past_day(scene: Scene, start: int) -> int:
    """"that on the night of 3 May, he left": behind the comma that closes the day at the head of what is said."""
    comma = next((index for index in range(start, min(start + _ADVERBIAL, len(scene.tokens))) if scene.tokens[index].low == ","), 0)
    inside = range(start, comma)
    opens = bool(comma) and scene.words.has("function.prepositions", scene.tokens[start].low) or scene.tokens[start].date >= 0
    day = opens and any(scene.tokens[index].date >= 0 for index in inside) and not any(scene.verb(index) for index in inside)
    return comma + 1 if comma and day else start


def _hangs_on(scene: Scene, index: int) -> bool:
    """"announced a bailout to help", "announced a loan that": what follows tells of the object, not what was said."""
    purpose = scene.tokens[index].low == "to" and index + 1 < len(scene.tokens) and scene.words.verb(scene.tokens[index + 1].low) is not None
    return purpose and kind(scene, index - 1) == "noun" or kind(scene, index) == "relative" and kind(scene, index - 1) == "noun"


def _only_helps(scene: Scene, index: int) -> bool:
    known = scene.words.verbs.get(scene.tokens[index].low)
    following = index + 1
    while following < len(scene.tokens) and scene.verb(following) is None and kind(scene, following) == "helper":
        following += 1
    helps = following < len(scene.tokens) and scene.verb(following) is not None
    return scene.words.has("verb.auxiliaries", scene.tokens[index].low) and helps or known is None


def _core(scene: Scene, inner: int) -> tuple[list[int], list[list[int]]]:
    """Verb group of what is said, and the phrases of its object."""
    verb = scene.verb(inner)
    return phrase.verb_group(scene, inner), phrase.objects(scene, phrase.verb_group(scene, inner)[-1] + 1, scene.clause_of[inner]) if verb else []


def _with_speaker(scene: Scene, head: Head, who: str, inner: int, strict: bool) -> str:
    """"Minister said talks would resume", all of the first phrase in it; "" where that does not fit."""
    says = told(scene, phrase.told_simply(scene, phrase.verb_group(scene, head.index)))
    to = told(scene, _addressee(scene, head.index, inner))
    group, rest = _core(scene, inner)
    for most in _SPEAKERS:
        what = told(scene, nounphrase.shortened(scene, subject.whole_subject(scene, inner), most)) or _who_too(scene, head.index, inner)
        lead = " ".join(filter(None, [who, says, to, what, told(scene, group)]))
        room = MOST - len(lead.split())
        done = phrase.fitting(scene, rest, room)
        if what and room >= 0 and not phrase.lacks(scene, rest if strict else rest[:1], done):
            return f"{lead} {told(scene, done)}"
    return ""


def _who_too(scene: Scene, says: int, inner: int) -> str:
    """The pronoun of what is said: for "he" the person it must mean, or none if nobody says so; "it" and "they" as they are."""
    said = pronoun.pronoun(scene, inner)
    if subject.helped_from(scene, inner) and scene.tokens[subject.helped_from(scene, inner) - 1].low == "there":
        return "there"
    if not scene.words.has("function.persons", said.lower()):
        return said
    person, whole = subject.meant(scene, inner), subject.whole_subject(scene, says)
    for_another = any(scene.words.has("function.mouthpieces", scene.tokens[index].low) for index in whole)
    return said if not for_another else person.text if person else ""


def _what_alone(scene: Scene, inner: int, strict: bool) -> str:
    """What is said, told as a happening: its "it" or "they" replaced by who said so."""
    group, rest = _core(scene, inner)
    group = phrase.told_simply(scene, group)
    whole = subject.whole_subject(scene, inner)
    for most in _SPEAKERS:
        what = told(scene, nounphrase.shortened(scene, whole, most)) or pronoun.stand_in(scene, inner)
        whom = pronoun.object_meant(scene, group[-1] + 1)
        room = MOST - len(f"{what} {whom}".split()) - len(group)
        done = phrase.fitting(scene, rest, room)
        if what and room >= 0 and not phrase.lacks(scene, rest if strict else rest[:1], done):
            return " ".join(filter(None, [what, told(scene, group), whom, told(scene, done)]))
    return ""


def _addressee(scene: Scene, says: int, inner: int) -> list[int]:
    """"told reporters that": whom it was told, before what was said."""
    if kind(scene, says + 1) not in ("noun", "det") or not scene.words.has("verb.telling", scene.verb(says).lemma):
        return []
    until = phrase.what_is_said(scene, says) - 1
    found = phrase.objects(scene, says + 1, None)
    first = [index for index in (found[0] if found else []) if until < 0 or index < until]
    own = subject.whole_subject(scene, inner)
    return first if len(first) <= _ADDRESSEE and not set(first) & set(own) else []


def _bare(scene: Scene, head: Head, who: str, strict: bool):
    """The speaker and what stands right behind the verb: "Ann Lee told crowd in Lagos", "Obama warned of difficult days"."""
    says = told(scene, phrase.told_simply(scene, phrase.verb_group(scene, head.index)))
    room = MOST - len(who.split()) - len(says.split())
    wanted = phrase.objects(scene, phrase.verb_group(scene, head.index)[-1] + 1, scene.clause_of[head.index])
    cut = next((place for place, one in enumerate(wanted) if scene.words.has("function.occasions", scene.tokens[one[-1]].low)), None)
    wanted = wanted[:cut]
    done = phrase.fitting(scene, wanted, room)
    if done and not (strict and phrase.lacks(scene, wanted, done)):
        yield f"{who} {says} {told(scene, done)}"


def _before(scene: Scene, head: Head, who: str):
    """"…, the ministry said": who said it, then what was said before; where both do not fit, what was said alone."""
    says = told(scene, phrase.told_simply(scene, phrase.verb_group(scene, head.index)))
    found = [index for index in range(head.index) if _tells(scene, index, scene.clause_of[head.index])]
    for index in (_chained(scene, index) for index in found[:1]):
        spoken = phrase.verb_group(scene, index), subject.whole_subject(scene, index), pronoun.pronoun(scene, index).lower()
        group, whole, said = spoken
        first = _first_person(scene, index)
        rest = phrase.objects(scene, group[-1] + 1, scene.clause_of[index])
        what = "" if first else told(scene, nounphrase.shortened(scene, whole, _SPEAKERS[1]))
        group = first or group
        if said == "it" and scene.verb(index).lemma == "be":
            group = []
        for lead in (f"{who} {says}", "") if what else (f"{who} {says}",) if not group or first else ():
            room = MOST - len(lead.split()) - len(what.split()) - len(group)
            done = phrase.fitting(scene, rest, room)
            if room >= 0 and (done or what) and not phrase.lacks(scene, rest, done):
                yield f"{lead} {what} {told(scene, group)} {told(scene, done)}"


def _chained(scene: Scene, verb: int) -> int:
    """"needs to be treated": the last verb of those that "to" joins."""
    while verb + 2 < len(scene.tokens) and scene.tokens[verb + 1].low == "to":
        after = next((i for i in range(verb + 2, min(verb + 5, len(scene.tokens))) if scene.verb(i) and not _only_helps(scene, i)), 0)
        if not after or any(kind(scene, i) not in ("helper", "verb") for i in range(verb + 2, after)):
            break
        verb = after
    return verb


def _first_person(scene: Scene, verb: int) -> list[int]:
    """"We 've borne witness": the speaker's own "I" or "we" with all that stands before the verb."""
    start = subject.helped_from(scene, verb)
    spoken = start > 0 and scene.tokens[start - 1].low in ("i", "we") and scene.tokens[start - 1].actor < 0
    return list(range(start - 1, phrase.verb_group(scene, verb)[-1] + 1)) if spoken and verb - start < 4 else []


def _tells(scene: Scene, index: int, own: int) -> bool:
    verb = scene.verb(index)
    helped = index > 0 and scene.words.has("verb.auxiliaries", scene.tokens[index - 1].low)
    finite = verb is not None and (verb.form in ("past", "s") or helped or verb.form == "base" and index > 0 and kind(scene, index - 1) == "noun")
    return finite and scene.clause_of[index] != own and not _only_helps(scene, index)
