"""Phrases of a clause, as lists of token indexes: a noun with what stands before it, alone or behind a preposition."""

from timeline.events.scene import Scene, is_hard

_QUOTES = "\"“”«»‘’„'`"
_APPROXIMATE = 3  # words of "as many as"


def kind(scene: Scene, index: int) -> str:
    """What a token is to a phrase: date, noun (any word that may stand in a noun phrase), det, prep, and, relative,
    pronoun, helper, verb, quote or mark."""
    found = scene.kinds.get(index)
    if found is None:
        found = scene.kinds[index] = _kind(scene, index)
    return found


def _kind(scene: Scene, index: int) -> str:
    token, words = scene.tokens[index], scene.words
    if is_day(scene, index):
        return "date"
    if scene.words.has("function.clock", token.low) and index and scene.tokens[index - 1].date >= 0:
        return "date"
    if token.actor >= 0:
        return "noun"
    if not token.is_word:
        return _mark(scene, index)
    if scene.verb(index) is not None:
        return "verb"
    if token.low == "first" and index and (scene.tokens[index - 1].owns or words.has("function.determiners", scene.tokens[index - 1].low)):
        return "noun"
    return words.closed.get(token.low) or ("helper" if is_manner(token.low) else "noun")


def is_manner(low: str) -> bool:
    """An adverb in -ly."""
    return len(low) > 5 and low.endswith("ly") and not low.endswith(("family", "assembly", "supply", "monopoly", "anomaly", "early", "elderly", "monthly", "weekly"))


def is_day(scene: Scene, index: int) -> bool:
    """Whether a token is part of a date that a title leaves out; a duration ("nine years") is no such."""
    number = scene.tokens[index].date
    if number < 0 and index and scene.words.has("function.clock", scene.tokens[index].low):
        number = scene.tokens[index - 1].date
    return number >= 0 and scene.dates[number].type in ("DATE", "TIME")


def _mark(scene: Scene, index: int) -> str:
    low = scene.tokens[index].low
    if low in "$€£%#&/":
        return "noun"
    return "quote" if low in _QUOTES else "mark"


def approximates(scene: Scene, index: int) -> int:
    """How many tokens of "at least", "more than" begin at `index` and stand before a number; 0 for none."""
    lows = [token.low for token in scene.tokens[index:index + _APPROXIMATE + 1]]
    for count in range(min(_APPROXIMATE, len(lows) - 1), 0, -1):
        after = lows[count] if lows[count] not in ("a", "an") else scene.tokens[index + count + 1].low if index + count + 1 < len(scene.tokens) else ""
        number = after[:1].isdigit() or any(scene.words.has(f"function.{name}", after) for name in ("quantities", "numbers"))
        if number and scene.words.has("function.approximate", " ".join(lows[:count])) and scene.tokens[index + count].date < 0:
            return count
    return 0


def is_article(scene: Scene, index: int) -> bool:
    """An article or possessive pronoun before its noun, which a headline leaves out; "$70 a barrel" keeps it."""
    token = scene.tokens[index]
    if token.actor >= 0 or not scene.words.has("function.determiners", token.low) or token.low in _KEPT:
        return False
    following = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if following is None or not following.is_word and following.low not in _QUOTES:
        return False
    rate = token.low in ("a", "an") and index and scene.tokens[index - 1].low[0].isdigit() and scene.tokens[index - 1].date < 0
    return not rate and (following.date >= 0 or following.actor >= 0 or not scene.words.has("function.prepositions", following.low))


_KEPT = ("no", "another", "all", "both", "each", "every")


def without_articles(scene: Scene, indexes: list[int]) -> list[int]:
    """Without articles and possessive pronouns, as a headline is written."""
    return [index for index in indexes if not is_article(scene, index)]


def without_courtesy(scene: Scene, indexes: list[int]) -> list[int]:
    """Without "Mr" and its like before a name."""
    return [index for place, index in enumerate(indexes) if place + 1 == len(indexes) or indexes[place + 1] != index + 1
            or not scene.words.has("function.courtesy", scene.tokens[index].low)]


def without_dates(scene: Scene, indexes: list[int]) -> list[int]:
    """Without the dates and the small words that lead up to them ("the fall of Troy in 1250 BC" without "in 1250 BC")."""
    kept: list[int] = []
    for place, index in enumerate(indexes):
        if not is_day(scene, index):
            kept.append(index)
            continue
        after = indexes[place + 1] if place + 1 < len(indexes) else -1
        if after == index + 1 and not scene.tokens[index].owns and kind(scene, after) == "noun" and _led(scene, kept):
            continue
        while kept and kept[-1] == index - 1 and scene.tokens[kept[-1]].actor < 0 and kind(scene, kept[-1]) in ("det", "prep"):
            index = kept.pop()
    return kept


def _led(scene: Scene, kept: list[int]) -> bool:
    """Whether a date stands inside a noun phrase: "the winners of the January vote"."""
    return bool(kept) and scene.tokens[kept[-1]].actor < 0 and kind(scene, kept[-1]) in ("det", "prep", "noun")


def split(scene: Scene, indexes: list[int]) -> list[list[int]]:
    """A run of words as phrases, each but the first opening with its preposition, "to" or "and".

    "of" stays with a word of quantity ("hundreds of mourners"), "and" with "between".
    """
    phrases: list[list[int]] = []
    for index in indexes:
        if not phrases or _opens(scene, index, phrases[-1]):
            phrases.append([])
        phrases[-1].append(index)
    return phrases


def _opens(scene: Scene, index: int, current: list[int]) -> bool:
    token, last = scene.tokens[index], scene.tokens[current[-1]]
    following = scene.tokens[index + 1].low if index + 1 < len(scene.tokens) else ""
    if token.low == "not" and following == "to":
        return True
    if token.actor >= 0 or scene.words.has("function.negations", last.low):
        return False
    if token.low == "and":
        return scene.tokens[current[0]].low not in ("between", "both") and kind(scene, current[-1]) != "prep"
    if not scene.words.has("function.prepositions", token.low) or any(
            index >= back and approximates(scene, index - back) > back for back in range(_APPROXIMATE)):
        return False
    if last.actor < 0 and scene.words.has("function.prepositions", last.low) and current[-1] == index - 1:
        return False
    counted = token.low == "of" and (last.low[0].isdigit() or any(
        scene.words.has(f"function.{name}", last.low) for name in ("quantities", "numbers")))
    return not counted or last.actor >= 0


def trimmed(scene: Scene, phrase: list[int], room: int) -> list[int]:
    """A phrase that is too long without the words before its last ones; no name and no number is cut in two."""
    if len(phrase) <= room:
        return phrase
    lead = 0
    while lead < len(phrase) and kind(scene, phrase[lead]) == "prep" and scene.tokens[phrase[lead]].actor < 0:
        lead += 1
    head, body = phrase[:lead], phrase[lead:]
    told = any(kind(scene, index) in ("verb", "helper", "pronoun") for index in phrase)
    if told or lead and scene.tokens[phrase[0]].low != "as":
        return []
    body = body[len(phrase) - room:] if room > lead else []
    while body and _cut_before(scene, body[0]):
        body = body[1:]
    return head + body if body else []


def _cut_before(scene: Scene, index: int) -> bool:
    """Whether a phrase must not begin with this token: the rest of a name, of a sum, or a small word."""
    token, before = scene.tokens[index], scene.tokens[index - 1] if index else None
    if before is not None and before.owns:
        return False
    if before is not None and token.actor == before.actor >= 0:
        return True
    small = token.actor < 0 and kind(scene, index) in ("prep", "and", "helper", "mark")
    sum_cut = before is not None and (before.low in "$€£#" or before.low[0].isdigit() and not before.low.endswith("-"))
    capitals = before is not None and before.date < 0 and before.is_word and _capital(scene, before) and (
        _capital(scene, token) or token.low[0].isdigit())
    return small or sum_cut or capitals


def _capital(scene: Scene, token) -> bool:
    return scene.text[token.start].isupper()


def ends(scene: Scene, index: int) -> bool:
    """A mark or word that no phrase crosses."""
    low = scene.tokens[index].low
    asks = scene.words.has("function.openers", low) and not scene.words.has("function.prepositions", low) and low != "that"
    return is_hard(scene.tokens[index]) or kind(scene, index) in ("mark", "relative") or asks
