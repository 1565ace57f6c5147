"""Verb group and object of a clause, as lists of token indexes, and how they are written: what a title is cut from."""

from timeline.events.head import Head, is_closed
from timeline.events.scene import Scene, is_hard

_KEPT = ("no", "another", "all", "both", "each", "every")
_REACH = 24  # words looked at after a verb


def written(scene: Scene, indexes: list[int]) -> str:
    """The words as the text spells them; no space where the text has none ("ca" + "n't"); no possessive at the end."""
    said = ""
    for place, index in enumerate(indexes):
        token = scene.tokens[index]
        joint = said and scene.tokens[indexes[place - 1]].end != token.start
        last = place + 1 == len(indexes)
        said += (" " if joint else "") + (scene.said(token) if last else scene.text[token.start:token.end])
    return said


def is_content(scene: Scene, index: int) -> bool:
    """A word that names something."""
    token = scene.tokens[index]
    return token.is_word and token.date < 0 and (token.actor >= 0 or not (
        is_closed(scene, index) or scene.words.has("verb.auxiliaries", token.low)))


def closed_off(scene: Scene, indexes: list[int]) -> list[int]:
    """Without small words and marks left hanging at the end."""
    kept = list(indexes)
    while kept and not is_content(scene, kept[-1]) and not _is_particle(scene, kept):
        kept.pop()
    return kept


def without_articles(scene: Scene, indexes: list[int]) -> list[int]:
    """Without articles and possessive pronouns, as a headline is written."""
    return [index for index in indexes if scene.tokens[index].actor >= 0 or not is_article(scene, index)]


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
    while len(kept) > 1 and scene.tokens[kept[0]].low == "to":
        kept.pop(0)
    while kept[0] != index and scene.tokens[kept[0]].low[0] in "'’":
        kept.pop(0)
    after = index + 1
    if after < len(scene.tokens) and scene.words.has("verb.particles", scene.tokens[after].low) and _hangs(scene, after):
        kept.append(after)
    return kept


def complement(scene: Scene, head: Head, room: int) -> list[int]:
    """What the verb does it to; of a verb of saying, what is said."""
    if head.kind == "says":
        said = what_is_said(scene, head.index)
        if said:
            told = _addressee(scene, head.index + 1)
            return told + _fitting(scene, _chunks(scene, said, None), room - len(told))
    done = _fitting(scene, _chunks(scene, verb_group(scene, head.index)[-1] + 1, scene.clause_of[head.index]),
                    min(room, 3) if scene.worn else room)
    said = 0 if done else what_is_said(scene, head.index)
    return _fitting(scene, _chunks(scene, said, None), room) if said else done


def bears(scene: Scene, index: int) -> bool:
    """A helper, an adverb, or a verb that governs the next by "to"."""
    token = scene.tokens[index]
    if scene.words.has("verb.auxiliaries", token.low) or token.low == "to" or _is_manner(token.low):
        return True
    following = scene.tokens[index + 1].low if index + 1 < len(scene.tokens) else ""
    return following == "to" and scene.verb(index) is not None


def _is_manner(low: str) -> bool:
    return len(low) > 5 and low.endswith("ly") and not low.endswith("family")


def what_is_said(scene: Scene, verb: int) -> int:
    """Where what is said begins: after "that"; 0 where it is not marked so."""
    for index in range(verb + 1, min(verb + 14, len(scene.tokens) - 1)):
        token = scene.tokens[index]
        if token.low == "that" and token.actor < 0:
            return index + 1
        if token.low in ".;:,“\"" or scene.verb(index):
            return 0
    return 0


def _addressee(scene: Scene, index: int) -> list[int]:
    """"told reporters that": the actor right after the verb."""
    actor = scene.tokens[index].actor if index < len(scene.tokens) else -1
    return [at for at, token in enumerate(scene.tokens) if token.actor == actor >= 0]


def _chunks(scene: Scene, start: int, clause: int | None) -> list[list[int]]:
    """The words from `start` on, in phrases, without dates and articles, to the end of the clause."""
    chunks, current = [], []
    for index in range(start, min(start + _REACH, len(scene.tokens))):
        token = scene.tokens[index]
        if _ends_object(scene, index, clause):
            break
        if token.date >= 0 or current and _opens_chunk(scene, index):
            chunks.append(current)
            current = []
        if token.date < 0 and (token.actor >= 0 or not is_article(scene, index)):
            current.append(index)
    return [closed_off(scene, chunk) for chunk in [*chunks, current]]


def _ends_object(scene: Scene, index: int, clause: int | None) -> bool:
    token = scene.tokens[index]
    if token.actor >= 0:
        return False
    if clause is None and token.low in ("and", "but"):
        return True
    if clause is not None and scene.tokens[index - 1].low != "to" and _is_finite(scene, index):
        return True
    if token.low in "$€£%#&/'’" or token.date >= 0:
        return False
    return is_hard(token) or not token.is_word or scene.words.has("function.relatives", token.low) or (
        clause is not None and scene.clause_of[index] != clause)


def _is_finite(scene: Scene, index: int) -> bool:
    """Another verb of its own: the object ends before it."""
    verb = scene.verb(index)
    return verb is not None and (verb.form in ("past", "s") or verb.lemma == "be")


def _opens_chunk(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if scene.words.has("function.negations", scene.tokens[index - 1].low):
        return False
    return token.actor < 0 and (scene.words.has("function.prepositions", token.low) or token.low == "and")


def _fitting(scene: Scene, chunks: list[list[int]], room: int) -> list[int]:
    kept = []
    for chunk in chunks:
        if len(kept) + len(chunk) > room:
            break
        kept += chunk
    first = next((chunk for chunk in chunks if chunk), [])
    return kept or closed_off(scene, whole_names(scene, first, max(room, 0)))


def whole_names(scene: Scene, indexes: list[int], room: int) -> list[int]:
    """The first words, no actor's name cut in two."""
    kept = indexes[:room]
    cut = indexes[room] if room < len(indexes) else -1
    while kept and cut >= 0 and scene.tokens[kept[-1]].actor == scene.tokens[cut].actor >= 0:
        kept.pop()
    return kept


def is_article(scene: Scene, index: int) -> bool:
    """An article or possessive pronoun before its noun, which a headline leaves out."""
    low = scene.tokens[index].low
    if not scene.words.has("function.determiners", low) or low in _KEPT:
        return False
    following = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    return following is not None and following.is_word and not scene.words.has("function.prepositions", following.low)


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
