"""A scene's clauses: which words go together round one verb, found from marks and small words alone."""

from timeline.events.scene import Scene, is_hard
from timeline.events.tagging import in_setting

_COORDINATORS = ("and", "or", "but", "then")
_LOOK = 6  # words looked at after "and" for a verb of its own


def clauses(scene: Scene) -> list[int]:
    """For each token the number of its clause, -1 for the marks between clauses.

    A stretch without a verb joins its neighbour ("On Friday, …"); a relative clause between commas is one
    of its own, and what follows it goes back to the clause it interrupts.
    """
    return _joined(scene, _stretches(scene))


def _stretches(scene: Scene) -> list[list[int]]:
    found, current, row = [], [], is_row(scene)
    for index, token in enumerate(scene.tokens):
        if row and token.low == "|":
            continue
        if is_hard(token) and _only_date(scene, current, found):
            continue
        if is_hard(token) or _opens_clause(scene, index):
            found.append(current)
            current = []
        if not is_hard(token):
            current.append(index)
        if token.low == ",":
            found.append(current)
            current = []
    return [stretch for stretch in [*found, current] if stretch]


def _only_date(scene: Scene, stretch: list[int], found: list) -> bool:
    """"18 May 2018: …": at the head of an entry a date alone belongs to what follows its colon or dash."""
    dated = [scene.tokens[index].date for index in stretch if scene.tokens[index].date >= 0]
    return bool(dated) and not any(found) and heads_entry(scene, dated[0], stretch[-1] + 1)


def is_row(scene: Scene) -> bool:
    """Whether the passage is a row of a table that tells of a happening: a date in its first cell, then who, and an event noun."""
    words = [index for index, token in enumerate(scene.tokens) if token.is_word]
    bars = [index for index, token in enumerate(scene.tokens) if token.low == "|"]
    if len(bars) < 2 or len(scene.dates) != 1 or any(scene.tokens[index].date < 0 for index in words if index < bars[0]):
        return False
    after = [scene.tokens[index] for index in words if index > bars[0]]
    return bool(words) and words[0] < bars[0] and any(token.actor >= 0 for token in after) and any(
        token.low in scene.words.nouns for token in after)


def heads_entry(scene: Scene, date: int, after: int) -> bool:
    """Whether nothing but marks stands before the date of a list's entry, and words follow its colon or dash."""
    if is_row(scene):
        return True
    inside = [index for index, token in enumerate(scene.tokens[:after]) if token.is_word]
    if not inside or any(scene.tokens[index].date < 0 for index in inside):
        return False
    marks = [token.low for token in scene.tokens[after - 1:after + 3] if not token.is_word]
    if not any(mark in (":", "—", "–", "--", "-") for mark in marks) or "|" in marks:
        return False
    words = [token.low for token in scene.tokens[after:] if token.is_word]
    return scene.dates[date].type == "DATE" and (len(words) > 2 or any(low in scene.words.nouns for low in words))


def _opens_clause(scene: Scene, index: int) -> bool:
    token, words = scene.tokens[index], scene.words
    if not index or token.date >= 0 or token.actor >= 0:
        return False
    if token.low in _COORDINATORS:
        if scene.tokens[index - 1].date >= 0 and index + 1 < len(scene.tokens) and scene.tokens[index + 1].date >= 0:
            return False
        return _verb_soon(scene, index + 1)
    if not words.has("function.openers", token.low) or token.low == "so" and scene.tokens[min(index + 1, len(scene.tokens) - 1)].low == "far":
        return False
    if words.has("function.prepositions", token.low):
        return _verb_soon(scene, index + 1) or _noun_soon(scene, index + 1)
    return token.low != "that" or not _is_determiner(scene, index)


def _is_determiner(scene: Scene, index: int) -> bool:
    """"that day" rather than "said that it"."""
    after = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    return after is not None and after.date >= 0 and scene.verb(index - 1) is None


def _verb_soon(scene: Scene, start: int) -> bool:
    for index in range(start, min(start + _LOOK, len(scene.tokens))):
        token = scene.tokens[index]
        if token.low == "," or is_hard(token) or token.low in _COORDINATORS:
            return False
        verb = scene.verb(index)
        if verb and (verb.form != "ing" or index == start):
            return True
    return False


def _noun_soon(scene: Scene, start: int) -> bool:
    for token in scene.tokens[start:start + _LOOK]:
        if token.low == "," or is_hard(token):
            return False
        if token.low in scene.words.nouns and token.actor < 0:
            return True
    return False


def _joined(scene: Scene, stretches: list[list[int]]) -> list[int]:
    own, number, host, waiting = [-1] * len(scene.tokens), 0, -1, []
    for stretch in stretches:
        if _is_relative(scene, stretch):
            host = number - 1 if not waiting else number
            if waiting:
                number += _assign(own, waiting, number)
                waiting = []
            number += _assign(own, stretch, number)
        elif host >= 0 and _continues(scene, stretch):
            _assign(own, stretch, host)
            host = -1
        elif _stands_alone(scene, stretch):
            number += _assign(own, waiting + stretch, number)
            waiting, host = [], -1
        elif number and host < 0 and not waiting and not _starts_group(scene, stretch):
            _assign(own, stretch, number - 1)
        else:
            waiting = waiting + stretch
    _assign(own, waiting, max(number - 1, 0))
    return own


def _assign(own: list[int], stretch: list[int], number: int) -> int:
    for index in stretch:
        own[index] = number
    return 1


def _is_relative(scene: Scene, stretch: list[int]) -> bool:
    first = scene.tokens[stretch[0]]
    return scene.words.has("function.relatives", first.low) and first.low not in ("when", "where", "that")


def _continues(scene: Scene, stretch: list[int]) -> bool:
    """A stretch that opens with its verb: what goes on after "…, who …,"."""
    for index in stretch[:3]:
        if scene.verb(index) and scene.verb(index).form != "ing":
            return True
        if not scene.words.has("verb.auxiliaries", scene.tokens[index].low):
            return False
    return False


def _opens_with_ing(scene: Scene, stretch: list[int]) -> bool:
    """"Speaking in Warsaw on Monday, …": it goes with what follows its comma."""
    first = scene.verb(stretch[0])
    after = stretch[-1] + 1
    opener = scene.words.has("function.openers", scene.tokens[stretch[0]].low)
    return first is not None and first.form == "ing" and not opener and after < len(scene.tokens) and scene.tokens[stretch[-1]].low == "," and not any(
        scene.verb(index) and scene.verb(index).form in ("past", "s") for index in stretch)


def _stands_alone(scene: Scene, stretch: list[int]) -> bool:
    if _opens_with_ing(scene, stretch) and not stretch[0]:
        return False
    if any(scene.verb(index) for index in stretch):
        return True
    if not stretch[0] and any(in_setting(scene, index) for index in stretch):
        return False
    if scene.tokens[stretch[0]].low in ("in", "at") and scene.tokens[stretch[0]].actor < 0 and scene.words.has(
            "function.determiners", scene.tokens[stretch[0] + 1].low if stretch[0] + 1 < len(scene.tokens) else ""):
        return False
    return any(scene.tokens[index].date >= 0 for index in stretch) and any(
        scene.tokens[index].low in scene.words.nouns and scene.tokens[index].date < 0 and not _is_whole(scene, index) for index in stretch)


def _is_whole(scene: Scene, index: int) -> bool:
    """A word that is all of a name, or none of its last."""
    actor = scene.actors[scene.tokens[index].actor] if scene.tokens[index].actor >= 0 else None
    return actor is not None and (actor.type != "ORG" or actor.end > scene.tokens[index].end or actor.start == scene.tokens[index].start)


def _starts_group(scene: Scene, stretch: list[int]) -> bool:
    """After a semicolon or a colon a new group begins; a comma's stretch trails the clause before it."""
    before = stretch[0] - 1
    return before >= 0 and is_hard(scene.tokens[before])
