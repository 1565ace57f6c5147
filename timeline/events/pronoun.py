"""Whom or what a pronoun must mean, in the document's own words; nothing where that is not certain."""

from timeline import text as prose
from timeline.events.chunk import kind, split
from timeline.events.phrase import objects, verb_group, written
from timeline.events.scene import Scene
from timeline.events.subject import helped_from, meant, person_before, subject
from timeline.model import ActorMention, Span

_BACK = 400  # characters before a scene in which the sentence before it is looked for
_LEADS = 2  # verbs of the sentence before: a headline may stand glued to it
_SHARED, _REACH = 3, 24  # verbs that share a subject; words between two of them
_LONGEST = 5  # words of what a pronoun is replaced by
_THINGS, _SEVERAL = ("it", "this"), ("they", "them")


def stand_in(scene: Scene, verb: int) -> str:
    """The words for the pronoun that is the subject of `verb`; "" for another subject, or where it is unsure."""
    verb = _first_of(scene, verb)
    start = helped_from(scene, verb)
    if not start or kind(scene, start - 1) != "pronoun":
        return ""
    person = whom(scene, verb)
    return person.text if person else _thing(scene, start - 1)


def _first_of(scene: Scene, verb: int) -> int:
    """"He was denied bail and will be sentenced": the first of the verbs that share a subject."""
    for _ in range(_SHARED):
        start = helped_from(scene, verb)
        if not start or scene.tokens[start - 1].low not in ("and", "but", "then") or scene.tokens[start - 1].actor >= 0:
            break
        above = next((at for at in range(start - 2, max(-1, start - _REACH), -1) if _is_finite(scene, at)), -1)
        if above < 0 or any(scene.words.has("function.openers", scene.tokens[at].low) or scene.tokens[at].low in (";", ":") for at in range(above, start - 1)):
            break
        verb = above
    return verb


def whom(scene: Scene, verb: int) -> ActorMention | None:
    """Whom "he" or "she" before the verb means: who alone can be meant, else whom the clause before is about, in its own
    sentence or at the head of the one before (the first in Centering's order of the parts of a sentence: Grosz, Joshi and
    Weinstein 1995)."""
    verb = _first_of(scene, verb)
    start = helped_from(scene, verb)
    if not start or not scene.words.has("function.persons", scene.tokens[start - 1].low) or scene.tokens[start - 1].actor >= 0:
        return None
    known = ("whom", start)
    if known not in scene.notes:
        scene.notes[known] = meant(scene, verb) or _leading(scene, start)
    return scene.notes[known]


def _leading(scene: Scene, start: int) -> ActorMention | None:
    """The person that leads the clause before the pronoun at `start` - 1, or the sentence before."""
    low = scene.tokens[start - 1].low
    finite = [at for at in range(start - 1) if _is_finite(scene, at)]
    if finite:
        found = (_led(scene, at, low) for at in reversed(finite))
        return next((person for person in found if person), None)
    before = sentence_before(scene)
    leads = [at for at in range(len(before.tokens)) if _is_finite(before, at)] if before else []
    return next((person for person in (_led(before, at, low) for at in leads[:_LEADS]) if person), None)


def _is_finite(scene: Scene, index: int) -> bool:
    verb = scene.verb(index)
    return verb is not None and (verb.form in ("past", "s") or _is_helped(scene, index))


def _led(scene: Scene, verb: int, low: str) -> ActorMention | None:
    """The one person that is the subject of the verb and may be "he" or "she"."""
    found = subject(scene, verb)
    people = {scene.tokens[at].actor for at in found if scene.tokens[at].actor >= 0 and not scene.tokens[at].owns}
    if len(people) != 1 or scene.tokens[found[-1]].actor < 0 or any(scene.tokens[at].low == "and" for at in found):
        return None
    actor = scene.actors[min(people)]
    rivals = {one.name for one in scene.actors if one.type == "PER" and one.name != actor.name and _may_be(scene, one, low)}
    return actor if not rivals and actor.type == "PER" and _may_be(scene, actor, low) else None


def _may_be(scene: Scene, actor: ActorMention, low: str) -> bool:
    """Whether nothing at the name speaks against "he" or "she"."""
    inside = [at for at, token in enumerate(scene.tokens) if token.actor >= 0 and scene.actors[token.actor] == actor]
    titled = [scene.tokens[at].low for at in (inside[0] - 1, inside[0]) if at >= 0] if inside else []
    other = "function.women" if low == "he" else "function.men"
    return not any(scene.words.has(other, one) for one in titled)


def object_meant(scene: Scene, index: int) -> str:
    """The words for the pronoun at `index`, the object of its verb, or itself where they are unsure; "" for another word."""
    if index >= len(scene.tokens) or kind(scene, index) != "pronoun":
        return ""
    low = scene.tokens[index].low
    if low in ("him", "her"):
        person = person_before(scene, scene.tokens[index].start)
        subject_is = any(t.actor >= 0 and person and scene.actors[t.actor].name == person.name for t in scene.tokens[:index])
        return person.text if person and not subject_is else low
    return _earlier(scene, low) or low if low in ("it", "them") else ""


def pronoun(scene: Scene, verb: int) -> str:
    """The "he", "she", "it" or "they" that is the subject, as the text has it; "" if there is another or none."""
    start = helped_from(scene, verb)
    token = scene.tokens[start - 1] if start else None
    known = token is not None and token.actor < 0 and scene.words.has("function.doers", token.low)
    return scene.said(token) if known else ""


def _thing(scene: Scene, index: int) -> str:
    low, person = scene.tokens[index].low, scene.words.has("function.persons", scene.tokens[index].low)
    if low not in (*_THINGS, *_SEVERAL) and not person:
        return ""
    verbs = [at for at in range(index) if scene.verb(at) and not scene.words.has("verb.auxiliaries", scene.tokens[at].low) and (scene.verb(at).form in ("past", "s") or _is_helped(scene, at))]
    if not verbs:
        return "" if person else _earlier(scene, low)
    above = scene.verb(verbs[-1])
    if above.kind == "says" or above.family == "declaration":
        if low in _SEVERAL and scene.words.has("verb.telling", above.lemma):
            return ""
        found = subject(scene, verbs[-1])
        speaks = found and not any(scene.words.has("function.mouthpieces", scene.tokens[at].low) for at in found)
        return written(scene, found) if speaks and len(found) <= _LONGEST else ""
    return _certain(scene, verbs[0], low) if len(verbs) == 1 and not person else ""


def _is_helped(scene: Scene, index: int) -> bool:
    return index > 0 and scene.verb(index).form == "base" and scene.words.has("verb.auxiliaries", scene.tokens[index - 1].low)


def _earlier(scene: Scene, low: str) -> str:
    """What the sentence before is about, if it is about one thing only."""
    before = sentence_before(scene)
    if before is None:
        return ""
    finite = [index for index in range(len(before.tokens)) if before.verb(index) and before.verb(index).form in ("past", "s", "part")
              and not before.words.has("verb.auxiliaries", before.tokens[index].low)]
    return _certain(before, finite[0], low) if finite else ""


def sentence_before(scene: Scene) -> Scene | None:
    """The sentence before a scene, without its dates; None where none ends shortly before it."""
    if "before" not in scene.notes:
        scene.notes["before"] = _sentence_before(scene)
    return scene.notes["before"]


def _sentence_before(scene: Scene) -> Scene | None:
    start = max(0, scene.span.start - _BACK)
    spans = prose.sentences(scene.text[start:scene.span.start])
    if scene.worn or not spans or start and len(spans) < 2:
        return None
    span = Span(start + spans[-1].start, start + spans[-1].end)
    return Scene(scene.text, span, scene.words, (), tuple(a for a in scene.earlier if a.start >= span.start), scene.worn)


def _certain(scene: Scene, verb: int, low: str) -> str:
    """The subject of `verb`, if it agrees with the pronoun and no object competes with it."""
    found = subject(scene, verb)
    while found and scene.tokens[found[0]].owns and scene.words.has("function.days", scene.tokens[found[0]].low):
        found = found[1:]
    if not found or len(found) > _LONGEST:
        return ""
    done = objects(scene, verb_group(scene, verb)[-1] + 1, scene.clause_of[verb])
    if done and kind(scene, done[0][0]) != "prep" and not _outweighs(scene, found, done[0], low):
        return _brought_up(scene, verb, done, low)
    return written(scene, found) if _agrees(scene, found, low) else ""


def _outweighs(scene: Scene, found: list[int], done: list[int], low: str) -> bool:
    """Whether the object cannot be meant: it differs in number from "they", or is no name where the subject is."""
    if low in _SEVERAL:
        return not _agrees(scene, done, low)
    numbers = [{scene.tokens[at].actor for at in part} - {-1} for part in (found, done)]
    return bool(numbers[0]) and not numbers[1] and scene.tokens[found[-1]].actor >= 0


def _brought_up(scene: Scene, verb: int, done: list[list[int]], low: str) -> str:
    """"The Treasury created a bureau. It …": what was founded with "a" before it is what the next words are about."""
    founded = scene.verb(verb).family == "founding" or scene.words.has("verb.founding", scene.verb(verb).lemma)
    article = scene.tokens[done[0][0] - 1].low in ("a", "an")
    of = done[1] if len(done) > 1 and scene.tokens[done[1][0]].low == "of" else []
    found = [*done[0], *of]
    return written(scene, found) if founded and article and low == "it" and len(found) <= _LONGEST else ""


def _agrees(scene: Scene, found: list[int], low: str) -> bool:
    head = split(scene, found)[0][-1]
    token = scene.tokens[head]
    if token.actor >= 0 and scene.actors[token.actor].type == "PER":
        return False
    plural = any(scene.tokens[index].low == "and" for index in found) or token.actor < 0 and token.low.endswith("s")
    return plural if low in _SEVERAL else not plural
