"""Verb group and object of a clause, as lists of token indexes, and how they are written: what a title is cut from."""

from timeline.events.chunk import (
    ends,
    is_day,
    is_manner,
    kind,
    split,
    trimmed,
    without_articles,
    without_courtesy,
    without_dates,
)
from timeline.events.head import Head, is_closed
from timeline.events.scene import Scene

_REACH = 24  # words looked at after a verb
_ASIDE = 12  # words of an aside between a verb and its object


def written(scene: Scene, indexes: list[int]) -> str:
    """The words as the text spells them; no space where the text has none ("ca" + "n't"); no possessive at the end."""
    said = ""
    for place, index in enumerate(indexes):
        token = scene.tokens[index]
        joint = said and scene.tokens[indexes[place - 1]].end != token.start
        last = place + 1 == len(indexes)
        word = scene.said(token) if last else scene.text[token.start:token.end]
        if place and not index and token.actor < 0 and word[1:].islower():
            word = word.lower()
        said += (" " if joint else "") + word
    return said


def is_content(scene: Scene, index: int) -> bool:
    """A word that names something."""
    token = scene.tokens[index]
    return token.is_word and not is_day(scene, index) and token.low not in ("up", "down", "away") and (token.actor >= 0 or not (
        is_closed(scene, index) or scene.words.has("verb.auxiliaries", token.low)))


def closed_off(scene: Scene, indexes: list[int]) -> list[int]:
    """Without small words and marks left hanging at the end."""
    kept = list(indexes)
    if [scene.tokens[index].low for index in kept[-2:]] == ["one", "another"]:
        kept = kept[:-2]
    if len(kept) > 1 and _trails(scene, kept):
        kept.pop()
    while kept and not is_content(scene, kept[-1]) and not _is_particle(scene, kept) and not _is_reflexive(scene, kept[-1]):
        kept.pop()
    return kept


def verb_group(scene: Scene, index: int) -> list[int]:
    """The verb and the helpers that bear on its sense ("was killed", "did not sign", "agreed to meet")."""
    kept = [index]
    for before in range(index - 1, max(-1, index - 6), -1):
        token = scene.tokens[before]
        if token.date >= 0:
            continue
        if token.actor >= 0 or not bears(scene, before):
            break
        if not scene.words.has("function.adverbs", token.low):
            kept.insert(0, before)
    if kept[0] < index and scene.tokens[kept[0]].low == "to" and kind(scene, kept[0] - 1) == "noun" and kept[0] and (
            scene.tokens[kept[1]].low == "be"):
        return kept
    due = len(kept) > 2 and scene.tokens[kept[1]].low == "be" and kept[0] and scene.tokens[kept[0] - 1].low == ","
    while len(kept) > 1 and not due and scene.tokens[kept[0]].low in ("to", "then", "also", "and"):
        kept.pop(0)
    while kept[0] != index and scene.tokens[kept[0]].low[0] in "'’":
        kept.pop(0)
    after = index + 1
    if after < len(scene.tokens) and scene.words.has("verb.particles", scene.tokens[after].low) and _hangs(scene, after):
        kept.append(after)
    return kept


def told_simply(scene: Scene, group: list[int]) -> list[int]:
    """A verb group without "had" and "has" where the bare form says the same ("had seized" as "seized"), and without
    adverbs of manner."""
    verb = scene.verb(group[-1]) or scene.verb(group[max(len(group) - 2, 0)])
    lows = [scene.tokens[index].low for index in group]
    kept = [index for index, low in zip(group, lows, strict=True) if not is_manner(low) or len(group) < 2 or index == group[-1]]
    if verb and verb.form == "ing" and lows[:2] in (["has", "been"], ["had", "been"], ["have", "been"]):
        return kept[2:]
    plain = len(lows) > 1 and lows[0] in ("had", "has", "have") and not any(
        low in ("been", "to", "not", "n't", "never") for low in lows)
    return kept[1:] if plain and verb and verb.form == "past" and len(kept) > 1 else kept


def complement(scene: Scene, head: Head, room: int, subordinate: bool = True) -> list[int]:
    """What the verb does it to, in whole phrases; where it has no object, what "that" opens behind it."""
    group = verb_group(scene, head.index)
    done = fitting(scene, objects(scene, group[-1] + 1, scene.clause_of[head.index]), min(room, 3) if scene.worn else room)
    said = what_is_said(scene, head.index) if subordinate and not done else 0
    return fitting(scene, objects(scene, said, None), room, left=True) if said else done


def bears(scene: Scene, index: int) -> bool:
    """A helper, an adverb, or a verb that governs the next by "to"."""
    token = scene.tokens[index]
    if scene.words.has("verb.auxiliaries", token.low) or token.low == "to" or is_manner(token.low):
        return True
    if token.low == "last" and index and scene.words.has("verb.auxiliaries", scene.tokens[index - 1].low):
        return True
    following = scene.tokens[index + 1].low if index + 1 < len(scene.tokens) else ""
    return following == "to" and scene.verb(index) is not None


def what_is_said(scene: Scene, verb: int) -> int:
    """Where what is said begins: after "that"; 0 where it is not marked so."""
    for index in range(verb + 1, min(verb + 14, len(scene.tokens) - 1)):
        token = scene.tokens[index]
        if token.low == "that" and token.actor < 0:
            return index + 1
        if token.low in ".;:,“\"" or scene.verb(index):
            return 0
    return 0


def objects(scene: Scene, start: int, clause: int | None) -> list[list[int]]:
    """The words from `start` on, in phrases, without dates and articles, to the end of the clause."""
    begins = _past_aside(scene, start)
    if begins != start:
        start, clause = begins, None if clause is None else scene.clause_of[begins]
    kept: list[int] = []
    for index in range(start, min(start + _REACH, len(scene.tokens))):
        new = kept and kind(scene, index - 1) == "date" and _begins_anew(scene, index, kept)
        if new or _ends_object(scene, index, clause, bool(kept)):
            break
        if kind(scene, index) != "quote":
            kept.append(index)
    kept = without_courtesy(scene, without_articles(scene, without_dates(scene, kept)))
    return [phrase for phrase in (closed_off(scene, phrase) for phrase in split(scene, kept)) if phrase]


def _begins_anew(scene: Scene, index: int, kept: list[int]) -> bool:
    """Behind a date: an article, or a name where the date had no article ("he died 25 June 2009 Dr Murray finds …")."""
    words = [at for at in kept if kind(scene, at) != "date" and not (kind(scene, at + 1) == "date" and kind(scene, at) in ("prep", "det"))]
    if not words and scene.text[scene.tokens[index].start].isupper() and kind(scene, kept[0]) == "date":
        after = next((at for at in range(index, min(index + 6, len(scene.tokens))) if kind(scene, at) != "noun"), index)
        return scene.verb(after) is not None
    led = bool(words) and kind(scene, words[-1]) == "det"
    return bool(words) and (kind(scene, index) == "det" or scene.tokens[index].actor >= 0 and not led)


def _past_aside(scene: Scene, start: int) -> int:
    """"rejected, by 52 to 48, a plan": where the object begins behind an aside between commas."""
    if start >= len(scene.tokens) or scene.tokens[start].low != ",":
        return start
    close = next((i for i in range(start + 1, min(start + _ASIDE, len(scene.tokens))) if scene.tokens[i].low == ","), 0)
    aside = close and kind(scene, start + 1) in ("prep", "verb", "date", "quote") and close + 1 < len(scene.tokens)
    return close + 1 if aside and kind(scene, close + 1) in ("det", "noun") else start


def _ends_object(scene: Scene, index: int, clause: int | None, begun: bool) -> bool:
    token = scene.tokens[index]
    if token.actor >= 0:
        return False
    if clause is None and token.low in ("and", "but"):
        return True
    if clause is not None and begun and scene.tokens[index - 1].low != "to" and _is_finite(scene, index):
        return True
    if kind(scene, index) in ("date", "quote"):
        return False
    return ends(scene, index) or clause is not None and scene.clause_of[index] != clause


def _is_finite(scene: Scene, index: int) -> bool:
    """Another verb of its own: the object ends before it."""
    verb = scene.verb(index)
    present = verb is not None and verb.form == "base" and kind(scene, index - 1) in ("noun", "date")
    return verb is not None and (verb.form in ("past", "s") or verb.lemma == "be" or present)


def fitting(scene: Scene, phrases: list[list[int]], room: int, left: bool = False) -> list[int]:
    """As many whole phrases as fit, none that only says why or when after the first; a single phrase too long for
    the room loses its first words, or with `left` its last."""
    kept: list[int] = []
    before: list[int] = []
    for phrase in phrases:
        if (kept or scene.tokens[phrase[0]].low == "as") and _only_why(scene, phrase):
            break
        if len(kept) + len(phrase) > room:
            if not kept or phrase is phrases[1] and scene.tokens[phrase[0]].low == "as":
                kept += whole_names(scene, phrase, room) if left or scene.worn else (
                    trimmed(scene, phrase, room - len(kept)) or _named_only(scene, phrase, room - len(kept)))
            kept = _without_bare_infinitive(scene, before if _cut_at_of(scene, phrase, kept[len(before):]) else kept)
            break
        before = list(kept)
        kept += phrase
    return closed_off(scene, kept)


def _cut_at_of(scene: Scene, phrase: list[int], last: list[int]) -> bool:
    """"at the end [of the show]": a word that says nothing without its "of"; "by the king [of Sweden]" does."""
    of = scene.tokens[phrase[0]].low == "of" and scene.tokens[phrase[0]].actor < 0
    return of and bool(last) and scene.words.has("noun.parts", scene.tokens[last[-1]].low) and scene.tokens[last[-1]].actor < 0


def _named_only(scene: Scene, phrase: list[int], room: int) -> list[int]:
    """"with embattled Egyptian President Hosni Mubarak" as "with Hosni Mubarak"."""
    actor = scene.tokens[phrase[-1]].actor
    name = [index for index in phrase if scene.tokens[index].actor == actor]
    lead = phrase[:1] if kind(scene, phrase[0]) == "prep" and scene.tokens[phrase[0]].actor < 0 else []
    person = actor >= 0 and scene.actors[actor].type == "PER" and name[0] != phrase[0]
    return [*lead, *name] if person and len(lead) + len(name) <= room else []


def lacks(scene: Scene, wanted: list[list[int]], done: list[int]) -> bool:
    """Whether the first phrase of the object, or the purpose behind it, is not whole in what fitted."""
    purpose = wanted[1] if len(wanted) > 1 and scene.tokens[wanted[1][0]].low == "to" else []
    return bool(wanted) and not {*wanted[0], *purpose} <= set(done)


def _only_why(scene: Scene, phrase: list[int]) -> bool:
    lows = [scene.tokens[index].low for index in phrase]
    if scene.tokens[phrase[0]].actor >= 0:
        return False
    if lows[0] == "for" and all(scene.tokens[index].date >= 0 for index in phrase[1:]):
        return True
    if lows[0] == "as" and len(lows) > 1 and lows[1] in ("early", "late", "soon", "recently", "much", "many", "well", "far", "long"):
        return True
    return scene.words.has("noun.why", lows[0]) or lows[0] in ("in", "as") and len(lows) > 1 and (
        scene.words.has("function.adjuncts", lows[1]) and scene.tokens[phrase[1]].actor < 0)


def _without_bare_infinitive(scene: Scene, kept: list[int]) -> list[int]:
    """"asked court to dismiss": what is cut off behind its verb goes with the verb."""
    cut = len(kept) > 2 and not scene.words.has("function.negations", scene.tokens[kept[-3]].low) and scene.tokens[kept[-2]].low == "to" and scene.verb(kept[-1]) is not None
    return kept[:-2] if cut else kept


def whole_names(scene: Scene, indexes: list[int], room: int) -> list[int]:
    """The first words, no actor's name cut in two."""
    kept = indexes[:max(room, 0)]
    cut = indexes[room] if 0 <= room < len(indexes) else -1
    while kept and cut >= 0 and scene.tokens[kept[-1]].actor == scene.tokens[cut].actor >= 0:
        kept.pop()
    return kept


def _trails(scene: Scene, kept: list[int]) -> bool:
    """A bare "calling" behind a noun, whose object is not there."""
    verb = scene.verb(kept[-1])
    return verb is not None and verb.form == "ing" and kind(scene, kept[-2]) == "noun"


def _is_reflexive(scene: Scene, index: int) -> bool:
    return scene.tokens[index].low.endswith(("self", "selves"))


def _is_particle(scene: Scene, kept: list[int]) -> bool:
    return len(kept) > 1 and scene.words.has("verb.particles", scene.tokens[kept[-1]].low) and (
        scene.verb(kept[-2]) is not None)


def _hangs(scene: Scene, index: int) -> bool:
    """Whether a particle belongs to the verb: no phrase of its own follows it ("step down", not "in Cairo")."""
    following = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if following and following.date >= 0:
        return not scene.words.has("function.prepositions", scene.tokens[index].low)
    return following is None or not following.is_word or (
        scene.words.has("function.prepositions", following.low) and following.actor < 0)
