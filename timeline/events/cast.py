"""Who takes part in an event: the actors of its head's clause, not everybody the sentence names, and not who tells of it."""

from timeline.events.head import Head
from timeline.events.pronoun import whom
from timeline.events.scene import Scene
from timeline.events.subject import subject
from timeline.model import ActorMention

_BACK = 3  # tokens between a relative clause and whom it is about


def cast(scene: Scene, head: Head | None) -> tuple[str, ...]:
    """The canonical actors in order of their first mention; a place that only hosts is none.

    Where the clause names nobody, they are those of the sentence; a speaker is among them only where saying it
    is the event ("Trump said on Friday ...").
    """
    told = tuple(actor for actor in scene.actors if actor.role not in ("venue", "speaker"))
    if head is None or scene.worn:
        return _names(told)
    own = _in_clause(scene, head)
    return _names(own) or _names(told)


def _in_clause(scene: Scene, head: Head) -> list[ActorMention]:
    clause = _segment(scene, head.index)
    indexes = {*clause, *_antecedent(scene, clause)}
    if head.kind != "noun":
        indexes |= set(subject(scene, head.index))
    numbers = {scene.tokens[index].actor for index in indexes} - {-1}
    says = head.kind == "says"
    found = [scene.actors[number] for number in sorted(numbers)]
    found = [actor for actor in found if actor.role != "venue" and (says or actor.role != "speaker")]
    person = whom(scene, head.index) if head.kind != "noun" else None
    return [person, *found] if person and person.role != "speaker" else found


def _segment(scene: Scene, head: int) -> list[int]:
    """The head's part of its clause, between words like "while" and "that"; the whole where it names nobody."""
    clause = scene.clause(scene.clause_of[head])
    cuts = [index for index in clause if _cuts(scene, index)]
    low = max((cut for cut in cuts if cut <= head), default=-1)
    high = min((cut for cut in cuts if cut > head), default=len(scene.tokens))
    own = [index for index in clause if low <= index < high]
    return own if any(scene.tokens[index].actor >= 0 for index in own) else clause


def _cuts(scene: Scene, index: int) -> bool:
    token, words = scene.tokens[index], scene.words
    if token.date >= 0 or token.actor >= 0 or words.has("function.prepositions", token.low):
        return False
    after = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    return words.has("function.openers", token.low) and not (token.low == "that" and after and after.date >= 0)


def _antecedent(scene: Scene, clause: list[int]) -> list[int]:
    """Whom "who was killed in 2018" is about: the actor right before it."""
    low, words = scene.tokens[clause[0]].low if clause else "", scene.words
    if not words.has("function.relatives", low) or words.has("function.determiners", low) or words.has("function.conjunctions", low):
        return []
    before = range(max(0, clause[0] - _BACK), clause[0])
    return [index for index in before if scene.tokens[index].actor >= 0][-1:]


def _names(actors) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.name for actor in actors))
