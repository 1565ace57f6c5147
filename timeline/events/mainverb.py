"""What a sentence tells where no date points at it: the noun or verb of its first main clause."""

from timeline.events.head import TIGHT, Head, helps, is_aside, is_event_noun, is_light
from timeline.events.scene import Scene

_REDUCED = 12  # words behind "the man killed in …" in which the main verb comes


def main_head(scene: Scene) -> Head | None:
    """What a sentence tells where no date points at it: the noun or verb of its first main clause."""
    for number in sorted({own for own in scene.clause_of if own >= 0}):
        clause = scene.clause(number)
        if _is_main(scene, clause):
            for place, index in enumerate(clause):
                verb = scene.verb(index)
                if verb and _acts(scene, index) and not is_reduced(scene, index):
                    return _subject_noun(scene, clause, place) or Head(index, verb.kind, verb.family, verb.lemma, TIGHT)
    return None


def _is_main(scene: Scene, clause: list[int]) -> bool:
    first = scene.tokens[clause[0]]
    lead = next((index for index in clause if scene.tokens[index].date < 0), clause[0])
    if first.date >= 0 and scene.dates[first.date].type == "DURATION" and scene.words.has("noun.aside", scene.tokens[lead].low):
        return False
    return first.actor >= 0 or first.date >= 0 or not (
        scene.words.has("function.openers", first.low) or scene.words.has("function.relatives", first.low))


def _subject_noun(scene: Scene, clause: list[int], place: int) -> Head | None:
    """"The talks collapsed": the noun, where the verb only says that it took place."""
    index = clause[place]
    if scene.verb(index).lemma == "be" or not is_light(scene, index, scene.verb(index), 1):
        return None
    nouns = [before for before in clause[:place] if is_event_noun(scene, before) and not is_aside(scene, before)]
    if not nouns or any(_acts(scene, before) for before in range(nouns[0], index)):
        return None
    noun = scene.words.nouns[scene.tokens[nouns[0]].low]
    return None if noun.weak else Head(nouns[0], "noun", noun.family, noun.lemma, TIGHT, "subject")


def _acts(scene: Scene, index: int) -> bool:
    """Whether a token is a verb of its own, not the helper of another."""
    verb = scene.verb(index)
    return verb is not None and not helps(scene, index, verb)


def is_reduced(scene: Scene, index: int) -> bool:
    """"The man killed in the blast was a teacher": a participle behind its noun, the clause's verb still to come."""
    after = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if not index or after is None or not (after.date >= 0 or scene.words.has("function.prepositions", after.low)):
        return False
    own = scene.clause_of[index]
    for later in range(index + 1, min(index + _REDUCED, len(scene.tokens))):
        if scene.clause_of[later] != own or scene.tokens[later].low in ("and", "or", ","):
            return False
        verb = scene.verb(later)
        if verb and verb.form in ("past", "s"):
            return True
    return False
