"""The head of an event: the noun or verb that a date belongs to, judged by how they stand together."""

from typing import NamedTuple

from timeline.events.light import helps, is_light
from timeline.events.scene import Scene

_LEFT = 12  # words looked at before the date for a noun it may hang on
_GAP = 4  # words between a date and the noun after it ("last June's second summit")
_BY_KIND = {"event": 3.5, "act": 3.0, "light": 2.0, "says": 1.5, "state": 0.5}
TIGHT = 4.0


class Head(NamedTuple):
    """A token that names what happened. kind: noun, or the verb's kind; score: how firmly the date is tied."""

    index: int
    kind: str
    family: str
    lemma: str
    score: float
    hold: str = ""  # for a noun: before, after (the date stands there), subject, object, loose


def find_head(scene: Scene, date: int, taken: int = -1) -> Head | None:
    """The head that the date mention number `date` belongs to, in its clause; None if nothing happens there.

    `taken`: a noun that has a date of its own ("the 2015 deal collapsed in 2018") and is passed over.
    """
    inside = scene.of_date(date)
    if not inside or scene.clause_of[inside[0]] < 0:
        return None
    clause = scene.clause(scene.clause_of[inside[0]])
    heads = [*_nouns(scene, clause, inside), *_verbs(scene, clause, inside)]
    heads = [head for head in heads if head.index != taken]
    best = max(heads, key=lambda head: (head.score, -abs(head.index - inside[0]), -head.index), default=None)
    return _before_relative(scene, clause, best) or best


def _before_relative(scene: Scene, clause: list[int], head: Head | None) -> Head | None:
    """"the talks in Hanoi, which broke off on Friday": the noun that a light verb's "which" stands for."""
    if head is None or head.kind == "noun" or not scene.words.has("function.relatives", scene.tokens[clause[0]].low):
        return None
    if not is_light(scene, head.index, scene.verb(head.index), 1):
        return None
    for index in range(clause[0] - 1, max(-1, clause[0] - 8), -1):
        if scene.verb(index):
            return None
        if is_event_noun(scene, index):
            noun = scene.words.nouns[scene.tokens[index].low]
            return Head(index, "noun", noun.family, noun.lemma, 5.0, "subject")
    return None


def is_event_noun(scene: Scene, index: int) -> bool:
    """Whether a token is an event noun that heads its phrase ("the talks", not "talks" in "talks team")."""
    token = scene.tokens[index]
    if token.low not in scene.words.nouns or token.date >= 0:
        return False
    if token.actor >= 0 and not _ends_body(scene, index):
        return False
    follows = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    compound = follows is not None and follows.low in scene.words.nouns and not token.owns and follows.date < 0
    return not compound and scene.verb(index) is None and not _describes(scene, index)


def _describes(scene: Scene, index: int) -> bool:
    """"a final analysis": a weak noun right before a plain one only describes it."""
    follows = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if not scene.words.nouns[scene.tokens[index].low].weak or follows is None or scene.tokens[index].owns or scene.worn:
        return False
    plain = follows.low.isalpha() and follows.actor < 0 and follows.date < 0 and not is_closed(scene, index + 1)
    return plain and scene.verb(index + 1) is None and not scene.words.has("verb.auxiliaries", follows.low)


def _ends_body(scene: Scene, index: int) -> bool:
    """The last word of a body's name may name a happening ("Democratic National Convention"), no other part of a name
    and no whole name ("told Congress")."""
    token = scene.tokens[index]
    actor = scene.actors[token.actor]
    return actor.type == "ORG" and actor.start < token.start and actor.end <= token.end


def _nouns(scene: Scene, clause: list[int], inside: list[int]):
    for place, index in enumerate(clause):
        if not is_event_noun(scene, index):
            continue
        noun = scene.words.nouns[scene.tokens[index].low]
        hold, score = _hold(scene, clause, place, inside)
        score -= (0.5 if noun.broad else 0.0) + (1.0 if noun.weak and hold == "loose" else 0.0)
        score -= 0.03 * min(abs(index - inside[0]), 40) + (1.5 if is_aside(scene, index) else 0.0)
        score -= 3.0 if _is_setting(scene, clause, index) else 0.0
        yield Head(index, "noun", noun.family, noun.lemma, score, hold)


def _hold(scene: Scene, clause: list[int], place: int, inside: list[int]) -> tuple[str, float]:
    """How the noun and the date stand together, and how firm that is."""
    index = clause[place]
    if 0 < index - inside[-1] <= _GAP + 1 and _all_naming(scene, inside[-1] + 1, index):
        return "before", 6.0
    if 0 < inside[0] - index <= 4 and _only_linking(scene, index + 1, inside[0]):
        if _is_within(scene, clause, place, inside):
            return "after", 1.6
        long = scene.dates[scene.tokens[inside[0]].date].precision in ("month", "season", "year") and inside[0] == index + 1
        return "after", 3.6 if _is_object(scene, clause, place, long) else 5.2
    if _light_beside(scene, clause, place, step=1, reach=8) and not _governed(scene, index):
        return "subject", 5.4
    if _light_beside(scene, clause, place, step=-1, reach=4):
        return "object", 5.0
    if 0 < inside[0] - index <= _LEFT and _same_phrase(scene, index + 1, inside[0]):
        within = 1.6 if _is_within(scene, clause, place, inside) else 4.2
        return "after", min(within, 3.2) if _is_object(scene, clause, place, True) or _is_where(scene, clause, place) else within
    return "loose", 1.0


def _governed(scene: Scene, index: int) -> bool:
    """Whether a verb stands right before the noun and its own words: "that ended the war"."""
    first = index
    while first > 0 and (_names(scene, first - 1) or scene.words.has("function.determiners", scene.tokens[first - 1].low)):
        first -= 1
    return first > 0 and scene.verb(first - 1) is not None


def _is_where(scene: Scene, clause: list[int], place: int) -> bool:
    """"won in the final in Rotterdam on Sunday": the noun is only where something was done."""
    first = clause[place]
    while first > 0 and (_names(scene, first - 1) or scene.words.has("function.determiners", scene.tokens[first - 1].low)):
        first -= 1
    return first > 0 and scene.tokens[first - 1].low in ("in", "at") and any(
        scene.verb(index) and scene.verb(index).kind in ("event", "act") for index in clause[:place])


def _is_within(scene: Scene, clause: list[int], place: int, inside: list[int]) -> bool:
    """"will file charges over the death of the singer on Monday": the noun only says what a verb's doing was about, and
    the day, named as near days are, is that of the doing; "of" puts it below a noun, not a verb."""
    mention = scene.dates[scene.tokens[inside[0]].date]
    if scene.worn or mention.precision not in ("day", "time") or any(part.isdigit() and len(part) == 4 for part in mention.text.split()):
        return False
    first = clause[place]
    while first > 0 and (_names(scene, first - 1) or scene.tokens[first - 1].actor >= 0 or scene.words.has("function.determiners", scene.tokens[first - 1].low)):
        first -= 1
    lead = scene.tokens[first - 1] if first > 1 else None
    if lead is None or lead.actor >= 0 or not scene.words.has("noun.about", lead.low) or lead.low == "of" and scene.verb(first - 2) is None:
        return False
    verbs = [(index, scene.verb(index)) for index in clause[:place] if index < first - 1 and scene.verb(index)]
    return any(verb.kind in ("event", "act", "says") and verb.form != "ing" and not is_light(scene, index, verb, -1) for index, verb in verbs)


def _is_object(scene: Scene, clause: list[int], place: int, long: bool) -> bool:
    """Whether a verb of its own weight governs the noun: then the date is the verb's ("approved the treaty yesterday").

    A month or a year right behind the noun of a phrase stays the noun's (`long`: "at the summit last month").
    """
    for index in reversed(clause[max(0, place - 8):place]):
        verb = scene.verb(index)
        if long and scene.words.has("function.prepositions", scene.tokens[index].low):
            return False
        if verb:
            known = scene.tokens[index].low in scene.words.verbs or verb.form == "base"
            return known and verb.kind in ("event", "act") and not is_light(scene, index, verb, -1)
    return False


def _all_naming(scene: Scene, start: int, end: int) -> bool:
    """Whether the words between a date and a noun only name the noun ("June's second summit")."""
    return all(token.actor >= 0 or _names(scene, index) for index, token in
               enumerate(scene.tokens[start:end], start))


def _names(scene: Scene, index: int) -> bool:
    token, words = scene.tokens[index], scene.words
    if not token.is_word or scene.verb(index) or token.low.isdigit():
        return False
    if words.has("noun.modifiers", token.low) or token.low in words.nouns or token.low in words.cues.get(
            "denied", {}).get("beside", ()) or token.low in words.cues.get("planned", {}).get("beside", ()):
        return True
    return not scene.worn and not is_closed(scene, index)


def is_closed(scene: Scene, index: int) -> bool:
    """A small word: it may link or point, but it names nothing."""
    low, words = scene.tokens[index].low, scene.words
    return any(words.has(f"function.{name}", low) for name in
               ("pronouns", "determiners", "prepositions", "conjunctions", "relatives", "adverbs"))


def _only_linking(scene: Scene, start: int, end: int) -> bool:
    return all(scene.tokens[index].low in ("'s", ",") or scene.words.has("function.prepositions", scene.tokens[index].low)
               or scene.words.has("function.determiners", scene.tokens[index].low) for index in range(start, end))


def _same_phrase(scene: Scene, start: int, end: int) -> bool:
    """Whether only phrases of place and party stand between a noun and the date ("summit in Hanoi on …")."""
    for index in range(start, end):
        token = scene.tokens[index]
        if scene.verb(index) or scene.words.has("verb.auxiliaries", token.low) or token.date >= 0 or token.low in ".;":
            return False
    first = scene.tokens[start]
    return scene.words.has("noun.links", first.low) and not scene.worn


def _light_beside(scene: Scene, clause: list[int], place: int, step: int, reach: int) -> bool:
    """Whether the nearest verb on that side only says that the noun took place."""
    for offset in range(1, reach + 1):
        near = place + step * offset
        if not 0 <= near < len(clause):
            return False
        index = clause[near]
        verb = scene.verb(index)
        if verb and not helps(scene, index, verb):
            return is_light(scene, index, verb, step)
        if step < 0 and scene.words.has("function.prepositions", scene.tokens[index].low):
            return False
        if step > 0 and is_event_noun(scene, index) and scene.tokens[clause[near - 1]].low not in ("of", "into", "the", "on"):
            return False
    return False


def is_aside(scene: Scene, index: int) -> bool:
    """"after the war", "ahead of the summit", "the anniversary of": the noun tells when or why, not what."""
    for before in scene.tokens[max(0, index - 5):index][::-1]:
        if scene.words.has("noun.aside", before.low):
            return True
        if not (scene.words.has("function.determiners", before.low) or before.actor >= 0
                or scene.words.has("noun.modifiers", before.low) or before.low in scene.words.nouns
                or before.low == "of"):
            return False
    return False


def _is_setting(scene: Scene, clause: list[int], index: int) -> bool:
    """"In a speech on Monday he …", "went on strike", "still at war", "the declaration of independence": the noun tells
    where or how, or what another noun was of."""
    token, words = scene.tokens[index], scene.words
    first = index
    while first > 0 and _names(scene, first - 1):
        first -= 1
    before = scene.tokens[first - 1].low if first else ""
    bare = first == index and words.has("function.prepositions", before) and token.low == words.nouns[token.low].lemma
    if bare and before in ("on", "at", "under", "into", "of"):
        return True
    article = words.has("function.determiners", before)
    lead = scene.tokens[first - 2].low if article and first > 1 else before
    if lead in ("of", "into") and any(is_event_noun(scene, at) for at in range(max(0, first - 3), first)):
        return True
    opening = first - 1 - article <= clause[0] and lead in ("in", "at") or lead == "in" and first > 2 + article and scene.tokens[first - 2 - article].low == ","
    return article and opening and before in ("a", "an") and any(
        scene.verb(after) and scene.verb(after).kind != "light" for after in range(index + 1, min(index + 24, len(scene.tokens))))


def _verbs(scene: Scene, clause: list[int], inside: list[int]):
    first = True
    for index in clause:
        verb = scene.verb(index)
        if verb is None:
            continue
        score = _BY_KIND[verb.kind] - 0.06 * min(abs(index - inside[0]), 30)
        score -= 2.5 if _is_passed(scene, index, inside[0]) else 0.0
        score += {"past": 0.6, "part": 0.6, "s": 0.6, "ing": -1.2}.get(verb.form, _of_base(scene, index))
        score += 0.5 if first else 0.0
        score += 0.4 if index < inside[0] and not any(scene.verb(i) for i in range(index + 1, inside[0])) else 0.0
        first = first and (verb.form == "ing" or verb.kind == "state")
        yield Head(index, verb.kind, verb.family, verb.lemma, score)


def _is_passed(scene: Scene, index: int, date: int) -> bool:
    """"One man arrested in the raid told reporters on Friday": a participle behind its noun, the clause's verb before the date."""
    after, own = scene.tokens[index + 1] if index + 1 < date else None, scene.clause_of[index]
    if after is None or not index or not (after.date >= 0 or scene.words.has("function.prepositions", after.low)):
        return False
    before = scene.tokens[index - 1]
    if scene.verb(index).form not in ("past", "part") or not before.is_word or before.date >= 0 or before.actor < 0 and (
            is_closed(scene, index - 1) or scene.words.has("verb.auxiliaries", before.low)):
        return False
    for later in range(index + 1, date):
        if scene.clause_of[later] != own or scene.tokens[later].low in ("and", "or", "but", ","):
            return False
        verb = scene.verb(later)
        if verb and verb.form in ("past", "s") and not scene.words.has("function.prepositions", scene.tokens[later - 1].low):
            return True
    return False


def _of_base(scene: Scene, index: int) -> float:
    """"will sign" says what happens; "to sign" mostly only why."""
    return -1.4 if index and scene.tokens[index - 1].low == "to" else 0.2
