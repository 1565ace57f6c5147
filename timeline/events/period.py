"""Dates that say over what time something held or was counted: a figure's year, a habit, a standing state, a law's name."""

from timeline.events.chunk import kind
from timeline.events.head import Head, is_event_noun
from timeline.events.scene import Scene
from timeline.events.subject import subject
from timeline.events.tense import tense

_BEFORE = 6  # words before a verb in which its adverb stands
_NAME = 5  # words of a law's name behind its year
_COMPARED = 12  # words before a date in which a figure is compared


def no_happening(scene: Scene, number: int, head: Head) -> str:
    """Why the head with the date mention `number` is no happening of that date; "" where it is one."""
    inside = scene.of_date(number)
    if _names_law(scene, inside):
        return "the year is part of a name"
    if inside[0] and scene.words.has("reject.dated", scene.tokens[inside[0] - 1].low):
        return "the date of a document"
    if _is_compared(scene, inside[0]) or _is_likened(scene, inside[0]) or _is_record(scene, inside[0]):
        return "a figure to compare with"
    if _is_present(scene, inside):
        return "the present time, no day"
    if head.kind == "noun":
        counted = scene.words.has("reject.measures", scene.tokens[head.index].low)
        return "a figure for a period" if counted and scene.words.has("reject.periods", scene.dates[number].precision) else ""
    if _since(scene, inside[0]) and tense(scene, head.index) == "perfect" and _has_lasted(scene, head, inside[0]):
        return "says how long it has been so"
    if scene.words.has("reject.periods", scene.dates[number].precision) and head.kind != "event":
        if _is_figure(scene, head):
            return "a figure for a period"
        if _is_habit(scene, head):
            return "a habit, not one happening"
    return ""


def dates_a_thing(scene: Scene, number: int) -> bool:
    """"songs of the 1920s", "a 19th-century house": the age of a thing that the clause speaks of, not of what happens."""
    inside = scene.of_date(number)
    if scene.worn or not inside or not scene.words.has("reject.ages", scene.dates[number].precision):
        return False
    low, high = inside[0], inside[-1] + 1
    while low and kind(scene, low - 1) in ("det", "date"):
        low -= 1
    before = low - 1
    if before > 0 and scene.words.has("reject.made", scene.tokens[before].low):
        return _is_thing(scene, before - 1)
    led = before >= 0 and (scene.words.has("function.prepositions", scene.tokens[before].low) or not scene.tokens[before].is_word)
    behind = high < len(scene.tokens) and kind(scene, high) == "noun" and scene.tokens[high].start - scene.tokens[high - 1].end < 2
    if not behind or before < 0 or led:
        return False
    last = high
    while last + 1 < len(scene.tokens) and kind(scene, last + 1) == "noun":
        last += 1
    return not is_event_noun(scene, last) and scene.tokens[last].low not in scene.words.nouns


def _is_thing(scene: Scene, index: int) -> bool:
    """A noun that names no happening and no part of a time ("the turn of the century")."""
    token = scene.tokens[index]
    plain = kind(scene, index) == "noun" and token.low.isalpha() and token.low not in scene.words.nouns
    return plain and not any(scene.words.has(name, token.low) for name in ("noun.parts", "reject.times", "function.quantities", "function.numbers"))


def _has_lasted(scene: Scene, head: Head, date: int) -> bool:
    """Whether since then it has been so, rather than happened: what lasts, or what no day is named for."""
    long = scene.dates[scene.tokens[date].date].precision in ("year", "decade", "century")
    return long or scene.words.has("tense.durative", head.lemma)


def _names_law(scene: Scene, inside: list[int]) -> bool:
    """"the Markets Act of 2003", "the 1968 Convention": a capital, and the year alone beside it."""
    low, high = inside[0], inside[-1] + 1
    if scene.dates[scene.tokens[low].date].precision != "year" or scene.worn:
        return False
    before = low - 2 if low > 1 and scene.tokens[low - 1].low == "of" else low - 1
    while high < len(scene.tokens) - 1 and high - inside[-1] < _NAME and not _is_titled(scene, high) and _is_capital(scene, high):
        high += 1
    return _is_titled(scene, before) or _is_titled(scene, high)


def _is_capital(scene: Scene, index: int) -> bool:
    return scene.text[scene.tokens[index].start].isupper()


def _is_titled(scene: Scene, index: int) -> bool:
    if not 0 < index < len(scene.tokens):
        return False
    return scene.words.has("reject.titled", scene.tokens[index].low) and _is_capital(scene, index)


def _is_compared(scene: Scene, first: int) -> bool:
    """"against 790 million in 2017", "compared with 3 per cent a year earlier": the date is of another figure."""
    near = scene.tokens[max(0, first - _COMPARED):first]
    for place, token in enumerate(near):
        if token.date < 0 and scene.words.has("reject.compared", token.low):
            figure = [later for later in near[place + 1:place + 4] if later.date < 0 and any(c.isdigit() for c in later.low)]
            between = range(first - len(near) + place + 1, first)
            moved = any(scene.words.has("reject.moved", before.low) for before in near[max(0, place - 4):place])
            told = [at for at in between if scene.verb(at) and not (moved and scene.verb(at).form in ("past", "part"))]
            if (figure or moved) and not told and not any(later.low in (",", ";") for later in near[place + 1:]):
                return True
    return False


def _is_likened(scene: Scene, first: int) -> bool:
    """"as in the 1920s", "fewer than in 1998", "unlike 1971": another time beside which this one is set."""
    at = first - 1
    while at > 0 and scene.words.has("function.determiners", scene.tokens[at].low):
        at -= 1
    led = at > 0 and scene.words.has("function.prepositions", scene.tokens[at].low) and not scene.words.has("reject.likened", scene.tokens[at].low)
    low = scene.tokens[at - led].low if at >= led else ""
    return scene.words.has("reject.likened", low) and (bool(led) or low != "as")


def _is_record(scene: Scene, first: int) -> bool:
    """"the lowest price since 2002": how long it had not been so."""
    if not _since(scene, first):
        return False
    for index in range(first - 2, max(-1, first - 2 - _BEFORE), -1):
        low = scene.tokens[index].low
        if low == "," or scene.verb(index) is not None:
            return False
        if scene.words.has("reject.most", low) or len(low) > 5 and low.endswith("est"):
            return True
    return False


def _is_present(scene: Scene, inside: list[int]) -> bool:
    """"today's children", "today's world": unlike "today's verdict", no happening of the day."""
    last = scene.tokens[inside[-1]]
    if not last.owns or not scene.words.has("reject.nowadays", last.low):
        return False
    return not any(token.low in scene.words.nouns for token in scene.tokens[inside[-1] + 1:inside[-1] + _NAME])


def _since(scene: Scene, first: int) -> bool:
    return first > 0 and scene.words.has("function.since", scene.tokens[first - 1].low)


def _is_figure(scene: Scene, head: Head) -> bool:
    """"Sales were 812 million", "prices fell", "the pits produced four million tonnes"."""
    doer = subject(scene, head.index)
    if any(scene.words.has("reject.measures", scene.tokens[index].low) for index in doer):
        return True
    following = scene.tokens[head.index + 1] if head.index + 1 < len(scene.tokens) else None
    counted = following is not None and (following.low[0].isdigit() or following.low in ("some", "about", "nearly"))
    return counted and scene.words.has("reject.measured", head.lemma)


def _is_habit(scene: Scene, head: Head) -> bool:
    near = scene.tokens[max(0, head.index - _BEFORE):head.index + 2]
    return any(scene.words.has("tense.habit", token.low) for token in near)
