"""A short title in the text's own words: an event noun with its month, place or actor; else who did what."""

from timeline.events.head import Head, is_closed
from timeline.events.scene import Scene, is_hard

MOST = 8  # words
_PHRASE = 4  # unknown words taken into a noun's name when a determiner opens it
_ENDS_BADLY = ("prepositions", "conjunctions", "determiners", "relatives", "pronouns", "adverbs")


def title(scene: Scene, head: Head | None, date: int = -1, names: dict[str, str] | None = None) -> str:
    """At most 8 words, each of them in the document. `date`: the number of the date mention that dates the event.

    `names` maps a broad noun of this document to the narrower one it stands for ("meeting": "summit").
    """
    if head is None:
        picked = _content(scene, date)
    elif head.kind == "noun":
        return _noun_title(scene, head, date, names or {})
    else:
        picked = _verb_title(scene, head, date)
    return _written(scene, picked[:MOST])


# -- nouns ---------------------------------------------------------------------------------------

def _noun_title(scene: Scene, head: Head, date: int, names: dict[str, str]) -> str:
    named = _named(scene, head.index)
    tail = _tail(scene, head.index, date)
    spoken = names.get(head.lemma)
    if spoken and not any(scene.tokens[index].low == spoken for index in named):
        named, noun = [index for index in named if _is_proper(scene, index)], spoken
    else:
        noun = scene.said(scene.tokens[head.index])
    front = [scene.said(scene.tokens[index]) for index in named]
    if not any(_is_proper(scene, index) for index in named):
        front, tail = _qualified(scene, head, date, front, tail)
    words = " ".join([*front, noun]).split()[-MOST:]
    room = MOST - len(words)
    kept = _whole_tail(scene, tail, room)
    return _headline(" ".join(words + [scene.said(scene.tokens[index]) for index in kept]))


def _named(scene: Scene, index: int) -> list[int]:
    """The words before a noun that belong to its name, places and actors among them."""
    kept, unknown = [], []
    for before in range(index - 1, max(-1, index - 8), -1):
        token = scene.tokens[before]
        if token.date >= 0 or not token.is_word or _ends_name(scene, before):
            break
        sure = token.actor >= 0 or scene.words.has("noun.modifiers", token.low) or token.low in scene.words.nouns
        if sure:
            kept, unknown = kept + unknown + [before], []
        else:
            unknown.append(before)
    if unknown and not scene.worn and len(unknown) <= _PHRASE and _opens_phrase(scene, unknown[-1]):
        kept = kept + unknown
    return _without_titles(scene, sorted(kept))


def _ends_name(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    return is_closed(scene, index) or scene.verb(index) is not None or scene.words.has("verb.auxiliaries", token.low)


def _opens_phrase(scene: Scene, index: int) -> bool:
    """Whether a determiner, a preposition, a date or nothing at all stands before: the phrase begins here."""
    if index == 0:
        return True
    before = scene.tokens[index - 1]
    return before.owns or before.date >= 0 or any(scene.words.has(f"function.{name}", before.low)
                                                  for name in ("determiners", "prepositions"))


def _without_titles(scene: Scene, indexes: list[int]) -> list[int]:
    """A long run keeps what stands next to the noun."""
    return indexes[-5:]


def _is_proper(scene: Scene, index: int) -> bool:
    return scene.tokens[index].actor >= 0


def _qualified(scene: Scene, head: Head, date: int, front: list[str], tail: list[int]):
    """Set the noun apart: by a place after it, by the month, by a party, else by what follows it."""
    place = _place_after(scene, tail)
    month = _month(scene, date)
    if month and head.hold == "before":
        return [month, *front], []
    if place:
        return [place, *front], []
    if tail and any(_is_proper(scene, index) or _is_capital(scene, index) for index in tail):
        return front, tail
    if month:
        return [month, *front], []
    near = _nearest_actor(scene, head)
    if near:
        return [near, *front], []
    return ([_year(scene, date), *front], tail) if _year(scene, date) else (front, tail)


def _month(scene: Scene, date: int) -> str:
    """The month or season word of a date mention, as the text spells it."""
    tokens = [token for token in scene.tokens if token.date == date >= 0]
    return next((_capital(scene.said(token)) for token in tokens
                 if scene.words.has("function.months", token.low.rstrip("."))), "")


def _year(scene: Scene, date: int) -> str:
    tokens = [token for token in scene.tokens if token.date == date >= 0]
    return next((token.low for token in tokens if token.low.isdigit() and len(token.low) == 4), "")


def _tail(scene: Scene, index: int, date: int) -> list[int]:
    """The phrase that hangs on a noun: "of Kuwait", "with North Korea in Hanoi"."""
    if scene.worn or index + 1 >= len(scene.tokens):
        return []
    if not scene.words.has("noun.links", scene.tokens[index + 1].low):
        return []
    kept = []
    for after in range(index + 1, min(index + 10, len(scene.tokens))):
        token = scene.tokens[after]
        if _ends_tail(scene, after):
            break
        kept.append(after)
    return _close(scene, kept)


def _ends_tail(scene: Scene, index: int) -> bool:
    token, words = scene.tokens[index], scene.words
    if token.date >= 0 or is_hard(token) or token.low in ",.?!\"“”" or scene.verb(index):
        return True
    linked = words.has("function.prepositions", token.low) and not words.has("noun.links", token.low)
    return linked or words.has("verb.auxiliaries", token.low) or words.has("function.relatives", token.low) or (
        words.has("function.conjunctions", token.low) and token.low != "and")


def _place_after(scene: Scene, tail: list[int]) -> str:
    """The place when the tail is no more than "in <place>"."""
    if len(tail) < 2 or scene.tokens[tail[0]].low not in ("in", "at"):
        return ""
    actor = scene.tokens[tail[1]].actor
    if actor < 0 or scene.actors[actor].type != "LOC" or any(
            scene.tokens[index].actor != actor and scene.tokens[index].low not in (",",) for index in tail[1:3]):
        return ""
    return " ".join(scene.said(scene.tokens[index]) for index in tail[1:] if scene.tokens[index].actor == actor)


def _nearest_actor(scene: Scene, head: Head) -> str:
    clause = scene.clause_of[head.index]
    near = [index for index, token in enumerate(scene.tokens)
            if token.actor >= 0 and scene.clause_of[index] == clause and abs(index - head.index) < 16]
    if not near:
        return ""
    best = min(near, key=lambda index: (scene.actors[scene.tokens[index].actor].type != "LOC", abs(index - head.index)))
    actor = scene.tokens[best].actor
    return " ".join(scene.said(token) for token in scene.tokens if token.actor == actor)


def _whole_tail(scene: Scene, tail: list[int], room: int) -> list[int]:
    """As much of the tail as fits, cut only before a preposition."""
    tail = [index for index in tail if not scene.words.has("function.determiners", scene.tokens[index].low)
            or scene.tokens[index].low in ("another", "both", "all", "no")]
    if len(tail) <= room:
        return _close(scene, tail)
    cuts = [place for place, index in enumerate(tail[:room + 1])
            if place and scene.words.has("function.prepositions", scene.tokens[index].low)]
    return _close(scene, tail[:cuts[-1]] if cuts else tail[:room])


# -- verbs ---------------------------------------------------------------------------------------

def _verb_title(scene: Scene, head: Head, date: int) -> list[int]:
    subject = _subject(scene, head.index)
    group = _verb_group(scene, head.index)
    rest = _object(scene, head.index, MOST - len(subject) - len(group))
    picked = subject + group + rest
    if len(picked) < 2 or not subject and not rest:
        return _content(scene, date)
    return picked


def _verb_group(scene: Scene, index: int) -> list[int]:
    """The verb and the helpers that bear on its sense ("was killed", "did not sign", "will meet")."""
    kept = [index]
    for before in range(index - 1, max(-1, index - 6), -1):
        token = scene.tokens[before]
        if token.date >= 0:
            continue
        if token.actor >= 0 or not (scene.words.has("verb.auxiliaries", token.low) or token.low == "to"
                                    or _is_governor(scene, before)):
            break
        if not scene.words.has("function.adverbs", token.low):
            kept.insert(0, before)
    while len(kept) > 1 and scene.tokens[kept[0]].low == "to":
        kept.pop(0)
    return kept[-4:]


def _is_governor(scene: Scene, index: int) -> bool:
    """A verb that takes "to" and another verb: "agreed to meet"."""
    following = scene.tokens[index + 1].low if index + 1 < len(scene.tokens) else ""
    return following == "to" and scene.verb(index) is not None


def _subject(scene: Scene, verb: int) -> list[int]:
    """The noun phrase before the verb; none when it is a pronoun."""
    start = verb
    while start > 0 and _is_helper(scene, start - 1):
        start -= 1
    kept = []
    for index in range(start - 1, max(-1, start - 16), -1):
        token = scene.tokens[index]
        if token.date >= 0:
            if kept:
                break
            continue
        if _ends_subject(scene, index, kept):
            break
        kept.insert(0, index)
    return _phrase(scene, _only_head(scene, kept))


def _is_helper(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if token.actor >= 0:
        return False
    return scene.words.has("verb.auxiliaries", token.low) or token.low == "to" or _is_governor(scene, index) or (
        token.date >= 0 or scene.words.has("function.adverbs", token.low))


def _ends_subject(scene: Scene, index: int, kept: list[int]) -> bool:
    token, words = scene.tokens[index], scene.words
    if is_hard(token) or not token.is_word or scene.verb(index) is not None:
        return True
    if words.has("function.relatives", token.low) or words.has("function.pronouns", token.low) and not words.has(
            "function.determiners", token.low):
        return True
    if token.low == "and":
        return not kept
    return words.has("function.conjunctions", token.low) or (
        words.has("verb.auxiliaries", token.low) and token.actor < 0)


def _only_head(scene: Scene, indexes: list[int]) -> list[int]:
    """Of a long subject the phrase that heads it: up to its first preposition, when that names something."""
    prepositions = [place for place, index in enumerate(indexes)
                    if scene.words.has("function.prepositions", scene.tokens[index].low) and scene.tokens[index].actor < 0]
    while prepositions and prepositions[0] == 0:
        cut = next((place for place, index in enumerate(indexes) if place and scene.tokens[index].low in ("the", "a", "an")),
                   None)
        indexes = indexes[cut:] if cut else indexes[1:]
        prepositions = [place for place, index in enumerate(indexes)
                        if scene.words.has("function.prepositions", scene.tokens[index].low) and scene.tokens[index].actor < 0]
        if not cut:
            break
    if prepositions and len(indexes) > 4 and prepositions[0]:
        return indexes[:prepositions[0]]
    return indexes


def _phrase(scene: Scene, indexes: list[int]) -> list[int]:
    """Without articles and possessive pronouns; the last five words of what is longer."""
    kept = [index for index in indexes if not scene.words.has("function.determiners", scene.tokens[index].low)
            or scene.tokens[index].low in ("no", "another", "all", "both", "each", "every")]
    kept = kept[-5:] if not scene.worn else kept[-3:]
    return kept if any(_is_content(scene, index) for index in kept) else []


def _is_content(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    return token.is_word and token.date < 0 and (token.actor >= 0 or not is_closed(scene, index))


def _object(scene: Scene, verb: int, room: int) -> list[int]:
    """What follows the verb in its clause, whole phrases while there is room, the dates left out."""
    chunks, current = [], []
    for index in range(verb + 1, min(verb + 24, len(scene.tokens))):
        token = scene.tokens[index]
        if is_hard(token) or token.low in ".?!,\"“”" and token.actor < 0 or scene.words.has("function.relatives", token.low):
            break
        if token.date >= 0 or scene.clause_of[index] != scene.clause_of[verb]:
            chunks.append(current)
            current = []
            if token.date < 0:
                break
            continue
        if current and scene.words.has("function.prepositions", token.low) and token.actor < 0:
            chunks.append(current)
            current = []
        if not scene.words.has("function.determiners", token.low) or token.actor >= 0:
            current.append(index)
    return _fitting(scene, [_close(scene, chunk) for chunk in [*chunks, current]], room)


def _fitting(scene: Scene, chunks: list[list[int]], room: int) -> list[int]:
    kept = []
    for chunk in chunks:
        if len(kept) + len(chunk) > room:
            break
        kept += chunk
    first = next((chunk for chunk in chunks if chunk), [])
    return kept or _close(scene, first[:max(room, 0)])


def _close(scene: Scene, indexes: list[int]) -> list[int]:
    """Without small words and marks left hanging at the end."""
    kept = list(indexes)
    while kept and not _is_content(scene, kept[-1]):
        kept.pop()
    return kept


# -- what is left --------------------------------------------------------------------------------

def _content(scene: Scene, date: int) -> list[int]:
    """The words round the date when nothing names the event: an actor and what stands beside it."""
    inside = [index for index, token in enumerate(scene.tokens) if token.date == date >= 0]
    middle = inside[0] if inside else 0
    content = [index for index in range(len(scene.tokens)) if _is_content(scene, index)]
    near = sorted(sorted(content, key=lambda index: abs(index - middle))[:MOST - 2])
    return near


def _is_capital(scene: Scene, index: int) -> bool:
    return scene.text[scene.tokens[index].start].isupper()


def _written(scene: Scene, indexes: list[int]) -> str:
    """The picked words as the text spells them, neighbours with what stands between them."""
    parts = []
    for place, index in enumerate(indexes):
        token = scene.tokens[index]
        if place and index == indexes[place - 1] + 1 and token.low in (",",):
            continue
        last = place + 1 == len(indexes)
        parts.append(scene.said(token) if last else scene.text[token.start:token.end])
    return _headline(" ".join(parts))


def _headline(words: str) -> str:
    """The first letter upper; the rest as written."""
    words = " ".join(words.split()).strip(" ,;:-–—")
    return _capital(words)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
