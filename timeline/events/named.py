"""The title of an event noun: its name as the text has it, set apart by month, place or actor."""

from timeline.events import phrase
from timeline.events.chunk import kind, without_articles
from timeline.events.head import Head, is_closed
from timeline.events.scene import Scene, is_hard

_PHRASE = 4  # unknown words taken into a noun's name when a determiner opens it


def noun_title(scene: Scene, head: Head, date: int, names: dict[str, str], most: int) -> str:
    """"June summit", "Hanoi talks", "Invasion of Kuwait"; `names` as in `timeline.events.title`."""
    own, tail = _named(scene, head.index), _tail(scene, head.index)
    noun, spoken = scene.said(scene.tokens[head.index]), names.get(head.lemma)
    if spoken and not any(scene.tokens[index].low == spoken for index in own):
        own, noun = [index for index in own if scene.tokens[index].actor >= 0], spoken
    if own and not head.index:
        noun = noun.lower()
    front, named = _with_possessive(scene, own, head.index), any(scene.tokens[index].actor >= 0 for index in own)
    if not named and not (own and scene.tokens[own[-1]].owns):
        before, tail = _qualifier(scene, head, date, tail)
        front = front if before and before in front else f"{before} {front}".strip()
        noun = noun if head.index or not front else noun.lower()
    words = f"{front} {noun}".split()[-most:]
    if _is_negated(scene, [*own, head.index][0]):
        words = ["No", *words][:most]
    return " ".join([*words, phrase.written(scene, _fitting_tail(scene, tail, most - len(words)))])


def _with_possessive(scene: Scene, own: list[int], noun: int) -> str:
    """The words before the noun, with the "'s" of the last where the noun follows it at once."""
    last = scene.tokens[own[-1]] if own else None
    front = phrase.written(scene, own)
    return front + scene.text[last.end - 2:last.end] if last and last.owns and own[-1] + 1 == noun else front


def _is_negated(scene: Scene, index: int) -> bool:
    """"no deal": a title must not lose the word."""
    return index > 0 and scene.tokens[index - 1].low == "no" and scene.tokens[index - 1].actor < 0


def _named(scene: Scene, index: int) -> list[int]:
    """The words before a noun that belong to its name, places and actors among them."""
    kept, unknown = [], []
    for before in range(index - 1, max(-1, index - 8), -1):
        token = scene.tokens[before]
        if token.date >= 0 or not token.is_word or token.actor < 0 and _ends_name(scene, before):
            break
        if token.actor >= 0 or scene.words.has("noun.modifiers", token.low) or token.low in scene.words.nouns:
            kept, unknown = kept + unknown + [before], []
        else:
            unknown.append(before)
    if unknown and not scene.worn and len(unknown) <= _PHRASE and _opens_phrase(scene, unknown[-1]):
        kept = kept + unknown
    return sorted(kept)[-5:]


def _ends_name(scene: Scene, index: int) -> bool:
    low = scene.tokens[index].low
    return is_closed(scene, index) or scene.verb(index) is not None or scene.words.has("verb.auxiliaries", low)


def _opens_phrase(scene: Scene, index: int) -> bool:
    """Whether a determiner, a preposition, a date or nothing at all stands before: the phrase begins here."""
    if index == 0:
        return True
    before = scene.tokens[index - 1]
    return before.owns or before.date >= 0 or any(
        scene.words.has(f"function.{name}", before.low) for name in ("determiners", "prepositions"))


def _qualifier(scene: Scene, head: Head, date: int, tail: list[int]) -> tuple[str, list[int]]:
    """What sets the noun apart, and how much of its tail is still wanted."""
    month, place = _month(scene, date), _only_place(scene, tail)
    if month and head.hold == "before" and scene.dates[date].precision in ("month", "season"):
        return month, []
    if place and not (head.index and scene.tokens[head.index - 1].low[0].isdigit() and scene.tokens[head.index - 1].date < 0):
        return place, []
    if place:
        return "", tail
    if tail and scene.tokens[tail[0]].low in ("of", "between", "against", "with", "into") and head.hold != "before":
        return "", tail
    if any(scene.tokens[index].actor >= 0 or _is_capital(scene, index) for index in tail):
        return "", tail
    if month and head.hold in ("before", "after"):
        return month, []
    near = _nearest_actor(scene, head)
    if near:
        return near, []
    return (month, []) if month and head.hold != "loose" else (_said_date(scene, head, date), tail)


def _month(scene: Scene, date: int) -> str:
    """The month or season word of a date mention, as the text spells it."""
    tokens = [token for token in scene.tokens if token.date == date >= 0]
    said = next((scene.said(token) for token in tokens
                 if scene.words.has("function.months", token.low.rstrip("."))), "")
    return said[:1].upper() + said[1:]


def _said_date(scene: Scene, head: Head, date: int) -> str:
    """A year, or the day's name before the noun ("Monday talks"): better than the bare noun."""
    tokens = [token for token in scene.tokens if token.date == date >= 0]
    year = next((token.low for token in tokens if token.low.isdigit() and len(token.low) == 4), "")
    if year and scene.dates[date].kind == "interval" and len(scene.dates[date].text) <= 9:
        return scene.dates[date].text
    name = scene.said(tokens[0]) if tokens and head.hold == "before" else ""
    return year or (name if name[:1].isupper() and head.index > 1 else "")


def _tail(scene: Scene, index: int) -> list[int]:
    """The phrase that hangs on a noun: "of Kuwait", "with North Korea in Hanoi"."""
    if scene.worn or index + 1 >= len(scene.tokens):
        return []
    if not scene.words.has("noun.tails", scene.tokens[index + 1].low):
        return []
    kept = []
    for after in range(index + 1, min(index + 10, len(scene.tokens))):
        if _ends_tail(scene, after):
            break
        kept.append(after)
    return phrase.closed_off(scene, kept)


def has_tail(scene: Scene, index: int) -> bool:
    """Whether a place or party hangs on the noun."""
    return bool(_tail(scene, index))


def _ends_tail(scene: Scene, index: int) -> bool:
    token, words = scene.tokens[index], scene.words
    if token.actor >= 0:
        return False
    if token.date >= 0 or is_hard(token) or not token.is_word or scene.verb(index):
        return True
    linked = words.has("function.prepositions", token.low) and not words.has("noun.tails", token.low)
    return linked or words.has("verb.auxiliaries", token.low) or words.has("function.relatives", token.low) or (
        words.has("function.conjunctions", token.low) and token.low != "and") or (
        words.has("function.pronouns", token.low) and not words.has("function.determiners", token.low))


def _only_place(scene: Scene, tail: list[int]) -> str:
    """The place when the tail is no more than "in <place>"."""
    if len(tail) < 2 or scene.tokens[tail[0]].low not in ("in", "at"):
        return ""
    actor = scene.tokens[tail[1]].actor
    if actor < 0 or scene.actors[actor].type != "LOC" or any(scene.tokens[index].actor != actor for index in tail[1:]):
        return ""
    return phrase.written(scene, tail[1:])


def _nearest_actor(scene: Scene, head: Head) -> str:
    clause = scene.clause_of[head.index]
    near = [index for index, token in enumerate(scene.tokens)
            if token.actor >= 0 and not scene.words.has("function.clock", token.low) and scene.clause_of[index] == clause and abs(index - head.index) < 16]
    if not near:
        return ""
    best = min(near, key=lambda index: (scene.actors[scene.tokens[index].actor].type != "LOC", abs(index - head.index)))
    actor = scene.tokens[best].actor
    return phrase.written(scene, [index for index, token in enumerate(scene.tokens) if token.actor == actor])


def _fitting_tail(scene: Scene, tail: list[int], room: int) -> list[int]:
    """As much of the tail as fits, cut only before a preposition."""
    tail = without_articles(scene, tail)
    if len(tail) > room:
        tail = _without_offices(scene, tail)
    if len(tail) <= room:
        return phrase.closed_off(scene, tail)
    cuts = [place for place, index in enumerate(tail[:room + 1])
            if place and scene.words.has("function.prepositions", scene.tokens[index].low)]
    return phrase.closed_off(scene, tail[:cuts[-1]] if cuts else phrase.whole_names(scene, tail, room))


def _without_offices(scene: Scene, tail: list[int]) -> list[int]:
    """"of the new Prime Minister Ann Lee" as "of Ann Lee"."""
    kept: list[int] = []
    for index in tail:
        token, before = scene.tokens[index], scene.tokens[kept[-1]] if kept else None
        if token.actor >= 0 and scene.actors[token.actor].type == "PER" and (before is None or before.actor != token.actor):
            while kept and scene.tokens[kept[-1]].actor < 0 and kind(scene, kept[-1]) == "noun":
                kept.pop()
        kept.append(index)
    return kept


def _is_capital(scene: Scene, index: int) -> bool:
    return scene.text[scene.tokens[index].start].isupper()
