"""Who does what a verb says: the subject of a clause, as token indexes; and who else speaks in it."""

from timeline.events.chunk import kind
from timeline.events.hanging import hangs_below, quoted, whole_before
from timeline.events.head import is_event_noun
from timeline.events.nounphrase import REACH, is_adverbial, noun_phrase, phrase_after, shortened, within_adverbial
from timeline.events.phrase import bears
from timeline.events.scene import Scene, is_dash, is_hard
from timeline.model import ActorMention

_SUBJECT = 5  # words of a subject
_COORDINATORS = ("and", "but", "then")
_DEEP = 4  # clauses looked back over


def subject(scene: Scene, verb: int) -> list[int]:
    """The noun phrase that does what the verb says, without its articles; [] for a pronoun."""
    return shortened(scene, whole_subject(scene, verb), _SUBJECT)


def whole_subject(scene: Scene, verb: int, deep: int = 0) -> list[int]:
    """The subject with all that hangs on it, its articles and dates too; [] for a pronoun or none."""
    if deep > _DEEP:
        return []
    start = helped_from(scene, verb)
    return _before(scene, start, verb, deep) if start else _behind(scene, verb)


def _behind(scene: Scene, verb: int) -> list[int]:
    """"Founded in 1921, the brewery …": of a participle that opens the sentence, what follows its comma."""
    if scene.verb(verb) is None or scene.verb(verb).form not in ("past", "part"):
        return []
    comma = next((i for i in range(verb + 1, min(verb + REACH, len(scene.tokens))) if scene.tokens[i].low == ","), 0)
    found = phrase_after(scene, comma + 1) if comma else []
    return found if found and found[-1] + 1 < len(scene.tokens) and kind(scene, found[-1] + 1) in ("verb", "helper", "mark") else []


def helped_from(scene: Scene, verb: int) -> int:
    """Where the verb with its helpers and adverbs begins."""
    start = verb
    while start > 0 and _is_helper(scene, start - 1):
        start -= 1
    while start < verb and scene.tokens[start].date >= 0 and start > 0 and scene.tokens[start - 1].low == "of":
        start += 1
    return start


def _before(scene: Scene, start: int, verb: int, deep: int) -> list[int]:
    last, sort = scene.tokens[start - 1], kind(scene, start - 1)
    if last.low == "," and scene.tokens[start].low == "to":
        return noun_phrase(scene, start - 1)
    if last.low in (",", ")") or is_dash(last):
        return _across(scene, start, deep)
    if sort == "relative" or last.low == "that" and last.actor < 0 and start > 1 and kind(scene, start - 2) in ("noun", "mark"):
        return _of_relative(scene, start - 1)
    if last.low in _COORDINATORS and last.actor < 0:
        return _shared(scene, start - 1, deep)
    if sort == "quote":
        return quoted(scene, start)
    if sort == "prep" and scene.verb(start) and scene.verb(start).form == "ing":
        return _shared(scene, start - 1, deep)
    found = noun_phrase(scene, start)
    return _past_participle(scene, found, deep) if found else []


def _past_participle(scene: Scene, found: list[int], deep: int) -> list[int]:
    """"investors led by Marsh", "a lorry carrying explosives", "the rebels who took the town": back to whom it is about."""
    at = found[0] - 1
    while at > 0 and scene.tokens[at].low == "and":
        at -= 1
    if at > 1 and deep < _DEEP and hangs_below(scene, at, found):
        above = whole_before(scene, at)
        if above:
            return _past_participle(scene, above, deep + 1)
    verb = scene.verb(at) if at >= 0 else None
    if verb is None:
        return _joined_by_comma(scene, found, deep)
    before = helped_from(scene, at)
    lead = kind(scene, before - 1) if before else ""
    if lead == "relative" and scene.tokens[before - 1].low != "that" or lead == "relative" and before > 1 and kind(scene, before - 2) == "noun":
        return _of_relative(scene, before - 1)
    if verb.form == "ing" and lead == "prep" and deep < _DEEP:
        return _past_participle(scene, noun_phrase(scene, before - 1), deep + 1) or found
    bare = before == at and lead in ("noun", "date") and verb.kind != "says"
    adverbial = is_adverbial(scene, found)
    if bare and (verb.form == "ing" or verb.form in ("past", "part") and adverbial):
        return _past_participle(scene, noun_phrase(scene, at), deep) if deep < _DEEP else []
    return found


def _joined_by_comma(scene: Scene, found: list[int], deep: int) -> list[int]:
    """"The minister, in London for talks, and her counterpart": the two together."""
    first = found[0]
    joint = first > 1 and scene.tokens[first - 1].low == "and" and scene.tokens[first - 2].low == "," and not any(
        _is_finite(scene, index) for index in range(_sentence_start(scene, first), first))
    across = _across(scene, first - 1, deep) if joint and deep < _DEEP else []
    return [*across, first - 1, *found] if across else found


def _of_relative(scene: Scene, relative: int) -> list[int]:
    """What "who" or "which" stands for: the phrase before it, a comma between them or not."""
    end = relative
    while end > 0 and (scene.tokens[end - 1].low == "," or kind(scene, end - 1) in ("prep", "quote")):
        end -= 1
    found = noun_phrase(scene, end)
    if len(found) == 1 and scene.tokens[found[0]].low.isdigit() and found[0] > 1 and scene.tokens[found[0] - 1].low == ",":
        found = noun_phrase(scene, found[0] - 1)
    named = [index for index in found if is_event_noun(scene, index)]
    if named and scene.tokens[found[-1]].actor >= 0:
        return found[:found.index(named[-1]) + 1]
    person = scene.tokens[relative].low == "who"
    cuts = [place for place, index in enumerate(found) if scene.tokens[index].actor < 0 and (
        kind(scene, index) == "det" or kind(scene, index) == "prep" and scene.tokens[index].low != "of")
        and not (person and kind(scene, index) == "prep" and place and place + 1 < len(found) and _is_body(scene, found[place + 1]))]
    if person and cuts and _are_several(scene, relative, found):
        return found
    return found[cuts[-1] + 1:] if cuts else found


def _are_several(scene: Scene, relative: int, found: list[int]) -> bool:
    """"members of the committee who are": the members, since one committee is not several."""
    several = relative + 1 < len(scene.tokens) and scene.tokens[relative + 1].low in ("are", "were", "have")
    of = [place for place, index in enumerate(found) if place and scene.tokens[index].low == "of"]
    return several and bool(of) and scene.tokens[found[of[0] - 1]].low.endswith("s") and not scene.tokens[found[-1]].low.endswith("s")


def relative_object(scene: Scene, verb: int) -> list[int]:
    """"the relief that Ri asked for": what "that" stands for, behind the preposition left over; [] where it is the subject."""
    whole = whole_subject(scene, verb)
    before = whole[0] - 1 if whole and whole[0] < verb else -1
    if before < 1 or scene.tokens[before].low not in ("that", "which", "whom") or kind(scene, before - 1) != "noun":
        return []
    if scene.verb(before - 1) is not None:
        return []
    after = verb + 1
    left = [after] if after < len(scene.tokens) and kind(scene, after) == "prep" and scene.tokens[after].low != "to" else []
    found = shortened(scene, _of_relative(scene, before), 3)
    return [*left, *found] if found else []


def _is_body(scene: Scene, index: int) -> bool:
    """A place or a body, no person: "a cameraman for CBS who"."""
    number = scene.tokens[index].actor
    return number >= 0 and scene.actors[number].type != "PER"


def _shared(scene: Scene, coordinator: int, deep: int) -> list[int]:
    """The subject that a verb after "and" shares with the verb before it."""
    for index in range(coordinator - 1, max(-1, coordinator - REACH), -1):
        verb = scene.verb(index)
        if is_hard(scene.tokens[index]) and scene.tokens[index].low not in ("(", ")"):
            return []
        if verb and verb.form in ("past", "part", "s", "base") and not _serves(scene, index):
            return whole_subject(scene, index, deep + 1)
    return []


def _serves(scene: Scene, index: int) -> bool:
    """A helper, or a verb behind "to": not the verb of the clause."""
    return scene.words.has("verb.auxiliaries", scene.tokens[index].low) or index > 0 and scene.tokens[index - 1].low == "to"


def _is_helper(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if token.actor >= 0 or token.low == "there":
        return False
    if token.low == "so" and scene.tokens[index + 1].low == "far":
        return True
    if token.date >= 0 or bears(scene, index) or scene.words.has("function.adverbs", token.low):
        return True
    after = scene.tokens[index + 1]
    return after.date >= 0 and kind(scene, index) in ("prep", "det") and token.low != "of" and not after.owns


def _across(scene: Scene, start: int, deep: int) -> list[int]:
    """"Mubarak, the president, resigned", "Smith (Labour) said": the phrase before the aside."""
    mark = scene.tokens[start - 1]
    if mark.low == ")" or is_dash(mark):
        opening = next((i for i in range(start - 2, max(-1, start - REACH), -1)
                        if scene.tokens[i].low == "(" or is_dash(mark) and is_dash(scene.tokens[i])), 0)
        return _stretch_subject(scene, [i for i in range(_sentence_start(scene, opening), opening)], deep) if opening else []
    stretches = _stretches(scene, start)
    verb = scene.verb(start)
    if verb and verb.form == "ing" and stretches and deep < _DEEP:
        above = [index for index in stretches[-1] if _is_finite(scene, index)]
        if above:
            return whole_subject(scene, above[0], deep + 1)
    for place, stretch in enumerate(stretches):
        found = _stretch_subject(scene, stretch, deep)
        if found:
            return _apposed(scene, found, stretches[place + 1:place + 2])
    return []


def _apposed(scene: Scene, found: list[int], after: list[list[int]]) -> list[int]:
    """"the mayor, Rui Almeida, resigned": the name says more than the office."""
    numbers = {scene.tokens[index].actor for index in (after[0] if after else [])}
    person = len(numbers) == 1 and min(numbers) >= 0 and scene.actors[min(numbers)].type == "PER"
    named = any(scene.tokens[index].actor >= 0 and scene.actors[scene.tokens[index].actor].type == "PER"
                and not scene.tokens[index].owns for index in found)
    return after[0] if person and not named else found


def _stretches(scene: Scene, end: int) -> list[list[int]]:
    """What stands between the commas before `end`, from the sentence's beginning on."""
    found, current, depth = [], [], 0
    for index in range(_sentence_start(scene, end), end):
        low = scene.tokens[index].low
        depth += (low == "(") - (low == ")")
        if depth < 0 or low in ("\"", "“", "”"):
            found, current, depth = [], [], 0
            continue
        if low == "," and not depth:
            found.append(current)
            current = []
        elif not depth and low != ")":
            current.append(index)
    return [stretch for stretch in [*found, current] if stretch]


def _sentence_start(scene: Scene, end: int) -> int:
    """Where the stretch begins that no mark but a comma or a bracket cuts."""
    start = end
    while start > max(0, end - 2 * REACH) and not (
            is_hard(scene.tokens[start - 1]) and scene.tokens[start - 1].low not in ("(", ")")):
        start -= 1
    return start


def _stretch_subject(scene: Scene, stretch: list[int], deep: int) -> list[int]:
    """The subject that a stretch between commas names: none for "On Friday", "citing new evidence", "although it rained"."""
    if not stretch:
        return []
    cuts = [place for place, index in enumerate(stretch) if scene.tokens[index].actor < 0 and (
        scene.tokens[index].low == "that" or place and scene.words.has("function.openers", scene.tokens[index].low))]
    if cuts and cuts[-1] + 1 < len(stretch) and not any(_is_finite(scene, index) for index in stretch[cuts[-1]:]) and any(
            _is_finite(scene, index) for index in stretch[:cuts[-1]]):
        stretch = stretch[cuts[-1] + 1:]
    first = stretch[0]
    sort = kind(scene, first)
    if sort in ("relative", "verb", "pronoun") or scene.tokens[first].actor < 0 and scene.words.has(
            "function.openers", scene.tokens[first].low):
        return []
    finite = next((index for index in stretch if _is_finite(scene, index)), None)
    if finite is not None:
        return whole_subject(scene, finite, deep + 1)
    until = next((index for index in stretch if scene.verb(index) or kind(scene, index) in ("relative", "mark")), stretch[-1] + 1)
    found = [index for index in noun_phrase(scene, until) if index >= first]
    return found if found and (not is_adverbial(scene, found) or within_adverbial(scene, found)) else []


def _is_finite(scene: Scene, index: int) -> bool:
    verb = scene.verb(index)
    if verb is None or verb.form not in ("past", "s") or _serves(scene, index):
        return False
    return not (index and kind(scene, index - 1) == "relative")


def is_spoken(scene: Scene, verb: int) -> bool:
    """Whether the clause is about the speaker or the person spoken to: "I", "we", "you"."""
    start = helped_from(scene, verb)
    own = scene.clause_of[verb]
    return any(scene.words.has("function.speakers", token.low) and token.actor < 0 and scene.clause_of[index] in (own, -1)
               for index, token in enumerate(scene.tokens[max(0, start - 4):verb + 5], max(0, start - 4)))


def meant(scene: Scene, verb: int) -> ActorMention | None:
    """Whom "he" or "she" before the verb must mean: the only person named so far, or who opened the sentence before."""
    start = helped_from(scene, verb)
    if not start or not scene.words.has("function.persons", scene.tokens[start - 1].low):
        return None
    return person_before(scene, scene.tokens[start - 1].start)


def person_before(scene: Scene, at: int) -> ActorMention | None:
    """The only person named in the scene before the offset `at`, or, if none is, shortly before the scene."""
    before = [actor for actor in scene.actors if actor.type == "PER" and actor.end <= at] or [
        actor for actor in scene.earlier if actor.type == "PER"]
    return before[-1] if len({actor.name for actor in before}) == 1 else None
