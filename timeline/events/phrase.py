"""Subject, verb group and object of a clause, as lists of token indexes: what a title is cut from."""

from timeline.events.head import Head, is_closed
from timeline.events.scene import Scene, is_hard

_KEPT = ("no", "another", "all", "both", "each", "every")
_SUBJECT = 5  # words of a subject
_REACH = 24  # words looked at on either side of a verb


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
    return [index for index in indexes if scene.tokens[index].actor >= 0 or not _is_article(scene, index)]


def verb_group(scene: Scene, index: int) -> list[int]:
    """The verb and the helpers that bear on its sense ("was killed", "did not sign", "agreed to meet")."""
    kept = [index]
    for before in range(index - 1, max(-1, index - 6), -1):
        token = scene.tokens[before]
        if token.date >= 0:
            continue
        if token.actor >= 0 or not _bears(scene, before):
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


def subject(scene: Scene, verb: int) -> list[int]:
    """The noun phrase that does what the verb says, without its articles; [] for a pronoun."""
    start = verb
    while start > 0 and _is_helper(scene, start - 1):
        start -= 1
    if start and scene.tokens[start - 1].low in (",", ")"):
        return _across(scene, start)
    if start and scene.words.has("function.relatives", scene.tokens[start - 1].low):
        return _antecedent_phrase(scene, start - 1)
    if start > 1 and scene.tokens[start - 1].low in ("and", "but", "then") and scene.tokens[start - 1].actor < 0:
        return _shared(scene, start - 1)
    found = _noun_phrase(scene, start)
    return _phrase(scene, found) or _interrupted(scene, start)


def _antecedent_phrase(scene: Scene, end: int) -> list[int]:
    """What "who" or "which" at `end` stands for: the phrase before it, a comma between them or not."""
    end -= 1 if end and scene.tokens[end - 1].low == "," else 0
    found = _noun_phrase(scene, end)
    cuts = [place for place, index in enumerate(found) if scene.tokens[index].actor < 0 and (
        scene.words.has("function.determiners", scene.tokens[index].low)
        or scene.words.has("function.prepositions", scene.tokens[index].low) and scene.tokens[index].low != "of")]
    return _phrase(scene, found[cuts[-1] + 1:] if cuts else found)


def _shared(scene: Scene, coordinator: int) -> list[int]:
    """The subject that a verb after "and" shares with the verb before it."""
    for index in range(coordinator - 1, max(-1, coordinator - _REACH), -1):
        verb = scene.verb(index)
        if verb and verb.form in ("past", "part", "s") and not scene.words.has("verb.auxiliaries", scene.tokens[index].low):
            return subject(scene, index)
    return []


def pronoun(scene: Scene, verb: int) -> str:
    """The "he", "she", "it" or "they" that is the subject, as the text has it; "" if there is another or none."""
    start = verb
    while start > 0 and _is_helper(scene, start - 1):
        start -= 1
    token = scene.tokens[start - 1] if start else None
    known = token is not None and token.actor < 0 and scene.words.has("function.pronouns", token.low)
    return scene.said(token) if known and not scene.words.has("function.relatives", token.low) else ""


def antecedent(scene: Scene, verb: int) -> str:
    """Whom "he" or "she" before the verb must mean: the only person named so far; "" where that is unsure."""
    start = verb
    while start > 0 and _is_helper(scene, start - 1):
        start -= 1
    if not start or not scene.words.has("function.persons", scene.tokens[start - 1].low):
        return ""
    at = scene.tokens[start - 1].start
    before = [actor for actor in scene.earlier + scene.actors if actor.type == "PER" and actor.end <= at]
    return before[-1].text if len({actor.name for actor in before}) == 1 else ""


def is_spoken(scene: Scene, verb: int) -> bool:
    """Whether the clause is about the speaker or the person spoken to: "I", "we", "you"."""
    start = verb
    while start > 0 and _is_helper(scene, start - 1):
        start -= 1
    own = scene.clause_of[verb]
    return any(scene.words.has("function.speakers", token.low) and token.actor < 0 and scene.clause_of[index] in (own, -1)
               for index, token in enumerate(scene.tokens[max(0, start - 4):verb + 5], max(0, start - 4)))


def complement(scene: Scene, head: Head, room: int) -> list[int]:
    """What the verb does it to; of a verb of saying, what is said."""
    if head.kind == "says":
        said = what_is_said(scene, head.index)
        if said:
            told = [index for index in range(head.index + 1, said - 1) if scene.tokens[index].actor >= 0][:2]
            return told + _fitting(scene, _chunks(scene, said, None), room - len(told))
    return _fitting(scene, _chunks(scene, verb_group(scene, head.index)[-1] + 1, scene.clause_of[head.index]), room)


# -- subjects ------------------------------------------------------------------------------------

def _is_helper(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if token.actor >= 0:
        return False
    return token.date >= 0 or _bears(scene, index) or scene.words.has("function.adverbs", token.low)


def _bears(scene: Scene, index: int) -> bool:
    """A helper, an adverb, or a verb that governs the next by "to"."""
    token = scene.tokens[index]
    if scene.words.has("verb.auxiliaries", token.low) or token.low == "to" or _is_manner(token.low):
        return True
    following = scene.tokens[index + 1].low if index + 1 < len(scene.tokens) else ""
    return following == "to" and scene.verb(index) is not None


def _is_manner(low: str) -> bool:
    return len(low) > 5 and low.endswith("ly") and not low.endswith("family")


def _noun_phrase(scene: Scene, end: int) -> list[int]:
    kept = []
    for index in range(end - 1, max(-1, end - _REACH), -1):
        token = scene.tokens[index]
        if token.date >= 0:
            if kept and not token.owns:
                break
            continue
        if _ends_subject(scene, index, kept):
            break
        kept.insert(0, index)
    return kept


def _ends_subject(scene: Scene, index: int, kept: list[int]) -> bool:
    token, words = scene.tokens[index], scene.words
    if token.actor >= 0:
        return False
    if is_hard(token) or not token.is_word or scene.verb(index) is not None:
        return True
    if words.has("function.relatives", token.low) or words.has("function.pronouns", token.low) and not words.has(
            "function.determiners", token.low):
        return True
    if token.low == "and":
        return not kept
    return words.has("function.conjunctions", token.low) or words.has("verb.auxiliaries", token.low)


def _across(scene: Scene, start: int) -> list[int]:
    """"Mubarak, the president, resigned", "Smith (Labour) said": the phrase before the aside."""
    if scene.tokens[start - 1].low == ")":
        opening = next((i for i in range(start - 2, max(-1, start - _REACH), -1) if scene.tokens[i].low == "("), 0)
        return _phrase(scene, _noun_phrase(scene, opening))
    clause = scene.clause_of[start]
    own = [index for index in range(start) if scene.clause_of[index] == clause]
    for stretch in _comma_stretches(scene, own):
        found = _phrase(scene, _noun_phrase(scene, stretch[-1] + 1))
        if found and not _adverbial(scene, stretch):
            return found
    return []


def _interrupted(scene: Scene, start: int) -> list[int]:
    """"Mubarak, who ruled for 30 years, resigned": the clause's words before the relative clause."""
    clause = scene.clause_of[start] if start < len(scene.tokens) else -1
    own = [index for index in range(start) if scene.clause_of[index] == clause >= 0]
    return _across(scene, start) if own and own[-1] < start - 2 else []


def _comma_stretches(scene: Scene, own: list[int]) -> list[list[int]]:
    found, current = [], []
    for index in own:
        if scene.tokens[index].low == ",":
            found.append(current)
            current = []
        else:
            current.append(index)
    return [stretch for stretch in [*found, current] if stretch]


def _adverbial(scene: Scene, stretch: list[int]) -> bool:
    """"On Friday", "In a speech": it says when or how, not who."""
    first = scene.tokens[stretch[0]]
    return first.date >= 0 or first.actor < 0 and scene.words.has("function.prepositions", first.low)


def _phrase(scene: Scene, indexes: list[int]) -> list[int]:
    """The head of a subject: without what hangs on it by prepositions when long, without articles."""
    indexes = _without_adverbial(scene, indexes)
    cut = next((place for place, index in enumerate(indexes) if place and scene.tokens[index].actor < 0
                and scene.words.has("function.prepositions", scene.tokens[index].low)), None)
    if cut and len(without_articles(scene, indexes)) > _SUBJECT - 1:
        indexes = indexes[:cut]
    kept = without_articles(scene, indexes)[-(3 if scene.worn else _SUBJECT):]
    return kept if any(is_content(scene, index) for index in kept) else []


def _without_adverbial(scene: Scene, indexes: list[int]) -> list[int]:
    """"In Cairo the army moved": from the determiner on; what is only adverbial is no subject."""
    if not indexes or scene.tokens[indexes[0]].actor >= 0 or not scene.words.has(
            "function.prepositions", scene.tokens[indexes[0]].low):
        return indexes
    opening = [place for place, index in enumerate(indexes) if place and _is_article(scene, index)]
    return indexes[opening[-1]:] if opening else []


# -- objects -------------------------------------------------------------------------------------

def what_is_said(scene: Scene, verb: int) -> int:
    """Where what is said begins: after "that"; 0 where it is not marked so."""
    for index in range(verb + 1, min(verb + 14, len(scene.tokens) - 1)):
        token = scene.tokens[index]
        if token.low == "that" and token.actor < 0:
            return index + 1
        if token.low in ".;:,“\"" or scene.verb(index):
            return 0
    return 0


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
        if token.date < 0 and (token.actor >= 0 or not _is_article(scene, index)):
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
    return token.actor < 0 and (scene.words.has("function.prepositions", token.low) or token.low == "and")


def _fitting(scene: Scene, chunks: list[list[int]], room: int) -> list[int]:
    kept = []
    for chunk in chunks:
        if len(kept) + len(chunk) > room:
            break
        kept += chunk
    first = next((chunk for chunk in chunks if chunk), [])
    return kept or closed_off(scene, _whole_names(scene, first, max(room, 0)))


def _whole_names(scene: Scene, indexes: list[int], room: int) -> list[int]:
    """The first words, no actor's name cut in two."""
    kept = indexes[:room]
    cut = indexes[room] if room < len(indexes) else -1
    while kept and cut >= 0 and scene.tokens[kept[-1]].actor == scene.tokens[cut].actor >= 0:
        kept.pop()
    return kept


def _is_article(scene: Scene, index: int) -> bool:
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
