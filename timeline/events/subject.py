"""Who does what a verb says: the subject of a clause, as token indexes, or the person a pronoun means."""

from timeline.events.head import is_event_noun
from timeline.events.phrase import bears, is_article, is_content, without_articles
from timeline.events.scene import Scene, is_dash, is_hard
from timeline.model import ActorMention

_SUBJECT = 5  # words of a subject
_REACH = 24  # words looked at before a verb
_COORDINATORS = ("and", "but", "then")


def subject(scene: Scene, verb: int) -> list[int]:
    """The noun phrase that does what the verb says, without its articles; [] for a pronoun."""
    start = _helped_from(scene, verb)
    if start and (scene.tokens[start - 1].low in (",", ")") or is_dash(scene.tokens[start - 1])):
        return _across(scene, start)
    if start and scene.words.has("function.relatives", scene.tokens[start - 1].low):
        return _antecedent_phrase(scene, start - 1)
    if start > 1 and scene.tokens[start - 1].low in _COORDINATORS and scene.tokens[start - 1].actor < 0:
        return _shared(scene, start - 1)
    found = [index for index in _noun_phrase(scene, start) if scene.clause_of[index] == scene.clause_of[verb]]
    return _phrase(scene, found) or _interrupted(scene, start)


def antecedent(scene: Scene, verb: int) -> str:
    """The words for whom "he" or "she" before the verb must mean; "" where that is unsure."""
    person = meant(scene, verb)
    return person.text if person else ""


def meant(scene: Scene, verb: int) -> ActorMention | None:
    """Whom "he" or "she" before the verb must mean: the only person named so far."""
    start = _helped_from(scene, verb)
    if not start or not scene.words.has("function.persons", scene.tokens[start - 1].low):
        return None
    at = scene.tokens[start - 1].start
    before = [actor for actor in scene.actors if actor.type == "PER" and actor.end <= at] or [
        actor for actor in scene.earlier if actor.type == "PER"]
    return before[-1] if len({actor.name for actor in before}) == 1 else None


def pronoun(scene: Scene, verb: int) -> str:
    """The "he", "she", "it" or "they" that is the subject, as the text has it; "" if there is another or none."""
    start = _helped_from(scene, verb)
    token = scene.tokens[start - 1] if start else None
    if token and start > 1 and token.low in _COORDINATORS:
        before = [index for index in range(max(0, start - _REACH), start - 1) if scene.verb(index)]
        return pronoun(scene, before[-1]) if before else ""
    known = token is not None and token.actor < 0 and scene.words.has("function.doers", token.low)
    return scene.said(token) if known else ""


def is_spoken(scene: Scene, verb: int) -> bool:
    """Whether the clause is about the speaker or the person spoken to: "I", "we", "you"."""
    start = _helped_from(scene, verb)
    own = scene.clause_of[verb]
    return any(scene.words.has("function.speakers", token.low) and token.actor < 0 and scene.clause_of[index] in (own, -1)
               for index, token in enumerate(scene.tokens[max(0, start - 4):verb + 5], max(0, start - 4)))


def _helped_from(scene: Scene, verb: int) -> int:
    """Where the verb with its helpers and adverbs begins."""
    start = verb
    while start > 0 and _is_helper(scene, start - 1):
        start -= 1
    return start


def _antecedent_phrase(scene: Scene, end: int) -> list[int]:
    """What "who" or "which" at `end` stands for: the phrase before it, a comma between them or not."""
    end -= 1 if end and scene.tokens[end - 1].low == "," else 0
    found = _noun_phrase(scene, end)
    named = [index for index in found if is_event_noun(scene, index)]
    if named and scene.tokens[found[-1]].actor >= 0:
        return _phrase(scene, found[:found.index(named[-1]) + 1])
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


def _is_helper(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if token.actor >= 0:
        return False
    return token.date >= 0 or bears(scene, index) or scene.words.has("function.adverbs", token.low)


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
    mark = scene.tokens[start - 1]
    if mark.low == ")" or is_dash(mark):
        opening = next((i for i in range(start - 2, max(-1, start - _REACH), -1)
                        if scene.tokens[i].low == "(" or is_dash(mark) and is_dash(scene.tokens[i])), 0)
        return _phrase(scene, _noun_phrase(scene, opening))
    clause = scene.clause_of[start]
    own = [index for index in range(start) if scene.clause_of[index] == clause] or _sentence_so_far(scene, start)
    for stretch in _comma_stretches(scene, own):
        raw = _noun_phrase(scene, stretch[-1] + 1)
        found = _phrase(scene, raw)
        if found and not _adverbial(scene, raw):
            return found
    return []


def _sentence_so_far(scene: Scene, end: int) -> list[int]:
    """The tokens since the last mark that no clause crosses."""
    start = end
    while start > 0 and not is_hard(scene.tokens[start - 1]):
        start -= 1
    return list(range(start, end))


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
    people = _people(scene, indexes)
    if people and len(without_articles(scene, indexes)) > _SUBJECT - 1:
        return people
    cut = next((place for place, index in enumerate(indexes) if place and scene.tokens[index].actor < 0
                and scene.words.has("function.prepositions", scene.tokens[index].low)), None)
    if cut and len(without_articles(scene, indexes)) > _SUBJECT - 1:
        indexes = indexes[:cut]
    kept = without_articles(scene, indexes)[-(3 if scene.worn else _SUBJECT):]
    return kept if any(is_content(scene, index) for index in kept) else []


def _people(scene: Scene, indexes: list[int]) -> list[int]:
    """Of a long subject the person it names: "the White House press secretary Robert Gibbs"."""
    named = [index for index in indexes if scene.tokens[index].actor >= 0
             and scene.actors[scene.tokens[index].actor].type == "PER"]
    return [index for index in named if scene.tokens[index].actor == scene.tokens[named[0]].actor]


def _without_adverbial(scene: Scene, indexes: list[int]) -> list[int]:
    """"In Cairo the army moved": from the determiner on; what is only adverbial is no subject."""
    while indexes and scene.tokens[indexes[0]].actor < 0 and (
            scene.words.has("function.openers", scene.tokens[indexes[0]].low) or scene.tokens[indexes[0]].low == "and"):
        indexes = indexes[1:]
    if not indexes or scene.tokens[indexes[0]].actor >= 0 or not scene.words.has(
            "function.prepositions", scene.tokens[indexes[0]].low):
        return indexes
    opening = [place for place, index in enumerate(indexes) if place and is_article(scene, index)]
    return indexes[opening[-1]:] if opening else []
