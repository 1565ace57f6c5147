"""Whether a thing happened, was planned, was denied or called off, or only might be: from the words beside it."""

from timeline.events.head import Head
from timeline.events.scene import Scene

_ORDER = ("denied", "hypothetical", "planned")
_BEFORE, _AFTER, _BESIDE = 5, 7, 3  # words looked at before the head, after it, and as part of its phrase


def modality(scene: Scene, head: Head | None) -> str:
    """actual, planned, denied or hypothetical, from the cues near the head inside its clause."""
    if head is None:
        return "actual"
    if _is_dismissed(scene, head.index):
        return "denied"
    if _is_asked(scene) or _is_supposed(scene, head.index):
        return "hypothetical"
    clause = scene.clause(scene.clause_of[head.index])
    place = clause.index(head.index)
    noun = head.kind == "noun"
    reach = {"before": _words(scene, _governors(scene, clause, place, noun, head.hold)),
             "after": _words(scene, _following(scene, clause, head.index)) if noun else set(),
             "beside": _words(scene, clause[max(0, place - _BESIDE):place]) if noun else set()}
    for kind in _ORDER:
        cues = scene.words.cues.get(kind, {})
        if any(found & cues.get(side, frozenset()) for side, found in reach.items()):
            return kind
    return "actual"


def _is_asked(scene: Scene) -> bool:
    """A question tells nothing."""
    return scene.text[scene.span.start:scene.span.end].rstrip("\"'”’) ").endswith("?")


def _is_supposed(scene: Scene, head: int) -> bool:
    """"Should Varga win …", "Had the bomb gone off, …, it would have": a condition without "if", and what hangs on it."""
    first = next((index for index, token in enumerate(scene.tokens) if token.is_word), 0)
    if scene.worn or not scene.words.has("tense.inverted", scene.tokens[first].low):
        return _hangs_on_if(scene, head)
    own = scene.clause_of[head]
    lows = {scene.tokens[index].low for index in scene.clause(own)}
    return own == scene.clause_of[first] or bool(lows & {"would", "could", "might", "'d"})


def _hangs_on_if(scene: Scene, head: int) -> bool:
    """"If the levee broke, thousands would have to leave": the clause beside the condition."""
    lows = {scene.tokens[index].low for index in scene.clause(scene.clause_of[head])}
    conditional = scene.words.cues.get("hypothetical", {}).get("opens", ())
    return bool(lows & {"would", "could", "might", "'d"}) and any(
        token.low in conditional and scene.clause_of[index] != scene.clause_of[head] for index, token in enumerate(scene.tokens))


def _is_dismissed(scene: Scene, head: int) -> bool:
    """"Rumours that they would marry were denied": the verb behind the clause that a noun of saying opens."""
    opened = any(scene.words.has("claims.nouns", scene.tokens[index].low) and scene.tokens[index + 1].low == "that"
                 for index in range(head - 1))
    later = [scene.verb(index) for index in range(head + 1, len(scene.tokens))] if opened else []
    return any(verb and verb.form == "past" and scene.words.has("claims.dismissed", verb.lemma) for verb in later)


def _governors(scene: Scene, clause: list[int], place: int, noun: bool, held: str = "") -> list[int]:
    """The words that govern a verb: back over helpers and the verbs above it, to the subject.

    A noun is governed by its clause's verb only when that stands close before it ("cancelled the summit").
    """
    near = clause[max(0, place - _BEFORE):place]
    if noun:
        verbs = [back for back in range(max(0, place - 2 * _BEFORE), place) if scene.verb(clause[back])]
        return near + (_governors(scene, clause, verbs[-1], False) if verbs and held == "object" else [])
    kept = []
    for index in reversed(near):
        token = scene.tokens[index]
        helper = scene.words.has("verb.auxiliaries", token.low) or token.low == "to" or scene.verb(index)
        if not helper and not _is_cue(scene, token.low):
            break
        kept.append(index)
    return kept + _conditional(scene, clause)


def _following(scene: Scene, clause: list[int], head: int) -> list[int]:
    """The words after a noun in its clause, and on past "and" when what follows shares the noun as its subject."""
    kept, own = [], set(clause)
    for index in range(head + 1, min(head + 2 + _AFTER, len(scene.tokens))):
        token = scene.tokens[index]
        shared = kept and scene.tokens[index].low in ("and", "but", "then") or index - 1 in kept and not own & {index}
        if index not in own and not shared:
            break
        if index not in own and (token.actor >= 0 or scene.words.has("function.pronouns", token.low)):
            break
        kept.append(index)
    return kept


def _is_cue(scene: Scene, low: str) -> bool:
    return any(low in cues.get("before", ()) for cues in scene.words.cues.values())


def _conditional(scene: Scene, clause: list[int]) -> list[int]:
    """The word that opens the clause counts too: "if", "unless"."""
    return [index for index in clause[:2] if scene.tokens[index].low in
            scene.words.cues.get("hypothetical", {}).get("before", ())] + _reported(scene, clause)


def _reported(scene: Scene, clause: list[int]) -> list[int]:
    """The verb above "that": "denied that the two met"."""
    return [clause[0] - 1] if clause[0] and scene.tokens[clause[0]].low == "that" else []


def _words(scene: Scene, indexes: list[int]) -> set[str]:
    """The words, and the pairs of neighbours ("called off")."""
    indexes = [index for index in indexes if not index or scene.tokens[index - 1].low != "as"]
    lows = [scene.tokens[index].low for index in indexes if scene.tokens[index].date < 0 and not _is_name(scene, index)]
    found = set(lows) | {f"{a} {b}" for a, b in zip(lows, lows[1:], strict=False)}
    found |= {f"{b} {a}" for a, b in zip(lows, lows[1:], strict=False)}
    return found


def _is_name(scene: Scene, index: int) -> bool:
    """A capital inside the sentence: "May", "Will"."""
    return index > 0 and not scene.worn and scene.text[scene.tokens[index].start].isupper()
