"""The noun phrase before a verb, and the words of it that a title keeps."""

from timeline.events.chunk import (
    approximates,
    is_article,
    is_day,
    is_manner,
    kind,
    split,
    trimmed,
    without_articles,
    without_dates,
)
from timeline.events.phrase import closed_off, is_content
from timeline.events.scene import Scene

_NAME = 6  # words of a name that is not cut
REACH = 40  # words looked at before a verb


def noun_phrase(scene: Scene, end: int) -> list[int]:
    """The noun with what hangs on it that ends before the token `end`."""
    kept: list[int] = []
    for index in range(end - 1, max(-1, end - REACH), -1):
        sort = kind(scene, index)
        if kept and sort == "noun" and kind(scene, kept[0]) == "det":
            break
        if sort == "date" and kept and scene.worn:
            break
        if sort == "date" and kept and not scene.tokens[index].owns and _after_date(scene, index, kept[0]):
            break
        if scene.tokens[index].actor < 0 and (scene.tokens[index].low == "that" or kept and sort == "prep" and scene.words.has(
                "function.openers", scene.tokens[index].low)):
            break
        if sort == "and" and not (kept and scene.tokens[index].low in ("and", "or", "nor", "than", "as")) or sort in (
                "verb", "helper", "relative", "pronoun", "mark", "quote"):
            if not (sort == "helper" and approximates(scene, index)):
                break
        kept.insert(0, index)
    return _without_lead(scene, kept)


def _after_date(scene: Scene, date: int, first: int) -> bool:
    """Whether a phrase begins behind a date: "On 3 May the king", "in 1978 Wojtyla", unlike "the 1990 Gulf War"."""
    start = date
    while start > 0 and kind(scene, start - 1) == "date":
        start -= 1
    before = scene.tokens[start - 1].low if start else ""
    return kind(scene, first) == "det" or scene.tokens[first].actor >= 0 and scene.words.has("function.prepositions", before)


def _without_lead(scene: Scene, kept: list[int]) -> list[int]:
    """Without what opens a sentence before its subject: "and", "On 3 May", "even"."""
    while kept:
        first, second = kept[0], kept[1] if len(kept) > 1 else -1
        token = scene.tokens[first]
        if token.actor >= 0:
            break
        if is_day(scene, first) and not token.owns or token.low in ("and", "or", "nor") or _is_mere_adverb(scene, first, second):
            kept = kept[1:]
        elif second >= 0 and is_day(scene, second) and kind(scene, first) in ("prep", "det") and not scene.tokens[second].owns:
            kept = kept[2:]
        else:
            break
    return kept


def _is_mere_adverb(scene: Scene, index: int, following: int) -> bool:
    low = scene.tokens[index].low
    adverb = scene.words.has("function.adverbs", low) or is_manner(low)
    return adverb and following >= 0 and not approximates(scene, index) and kind(scene, following) in ("det", "noun", "prep", "date")


def phrase_after(scene: Scene, start: int) -> list[int]:
    """The noun phrase that begins at a token, up to a mark, a verb or a preposition."""
    end = start
    while end < len(scene.tokens) and kind(scene, end) in ("noun", "det"):
        end += 1
    return list(range(start, end))


def is_adverbial(scene: Scene, indexes: list[int]) -> bool:
    """"On Friday", "In a speech": it says when or how, not who."""
    first = scene.tokens[indexes[0]]
    opener = scene.words.has("function.prepositions", first.low) or scene.words.has("function.openers", first.low)
    return first.date >= 0 or first.actor < 0 and opener and not approximates(scene, indexes[0])


def within_adverbial(scene: Scene, indexes: list[int]) -> list[int]:
    """"In Cairo the army moved": from the last article on, where an adverbial opens the phrase."""
    opening = [place for place, index in enumerate(indexes) if place and is_article(scene, index)
               and kind(scene, indexes[place - 1]) != "prep"]
    return indexes[opening[0]:] if opening else []


def shortened(scene: Scene, indexes: list[int], most: int) -> list[int]:
    """The subject in at most `most` words: without articles and dates, without what hangs on it by prepositions, of a
    person's description the person, at last without the first words; no name is cut."""
    if indexes and is_adverbial(scene, indexes):
        within = within_adverbial(scene, indexes)
        indexes = within or (_without_prepositions(scene, indexes) if _modified(scene, indexes) else [])
    indexes = without_articles(scene, without_dates(scene, indexes))
    phrases = [phrase for phrase in split(scene, closed_off(scene, indexes)) if phrase]
    most = min(most, 3) if scene.worn else most
    people = _people(scene, phrases) if phrases else []
    if len(indexes) > most and people:
        return people
    while len(phrases) > 1 and sum(map(len, phrases)) > most:
        phrases.pop()
    kept = [index for phrase in phrases for index in phrase]
    kept = closed_off(scene, trimmed(scene, kept, most) or kept[-_NAME:]) if len(kept) > most else kept
    return kept if any(is_content(scene, index) for index in kept) else []


def _without_prepositions(scene: Scene, indexes: list[int]) -> list[int]:
    while indexes and scene.tokens[indexes[0]].actor < 0 and kind(scene, indexes[0]) == "prep":
        indexes = indexes[1:]
    return indexes


def _modified(scene: Scene, indexes: list[int]) -> bool:
    """"to cables sent from Cairo", "in his speech aired on Tuesday": the participle is the phrase's own."""
    after = indexes[-1] + 1
    verb = scene.verb(after) if after < len(scene.tokens) else None
    follows = kind(scene, after + 1) if after + 1 < len(scene.tokens) else "mark"
    return verb is not None and verb.form in ("past", "part") and verb.lemma not in ("be", "have") and follows in ("prep", "date", "mark")


def _people(scene: Scene, phrases: list[list[int]]) -> list[int]:
    """Of a long subject the person it ends on, or the two it joins: "Secretary of State Ann Lee", "President Lee and Mr Roe"."""
    first = _person(scene, phrases[0])
    joined = phrases[1] if len(phrases) == 2 and scene.tokens[phrases[1][0]].low == "and" else []
    second = _person(scene, joined[1:])
    if first and second and len(first) + 1 + len(second) <= _NAME:
        return [*first, joined[0], *second]
    described = len(phrases) == 2 and scene.tokens[phrases[1][0]].low == "of" and len(phrases[1]) > 2
    return first or (_person(scene, phrases[1][2:]) if described else [])


def _person(scene: Scene, phrase: list[int]) -> list[int]:
    """The person whose name ends a phrase."""
    number = scene.tokens[phrase[-1]].actor if phrase and not scene.tokens[phrase[-1]].owns else -1
    if number < 0 or scene.actors[number].type != "PER":
        return []
    return [index for index in phrase if scene.tokens[index].actor == number and not scene.words.has(
        "function.courtesy", scene.tokens[index].low)]
