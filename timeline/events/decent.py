"""What a title must not be: the laws of titles, as a check on its words alone."""

from timeline.events.vocabulary import Vocabulary

MOST = 8  # words
OPENING = "the sentence's first words"
_FIRST = 5  # a title is not the sentence's first words
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"))


def faults(title: str, sentence: str, words: Vocabulary) -> list[str]:
    """Why `title`, cut from `sentence`, is none, in plain words; [] for a decent one. `words` are its language's."""
    said = title.split()
    lows = [word.lower().replace("’", "'").strip("\"“”(),.;:") for word in said]
    checks = (
        (len(said) < 2, "a single word"),
        (len(said) > MOST, f"more than {MOST} words"),
        (bool(lows) and _dangles(lows, words), "ends on a small word"),
        (bool(lows) and lows[-1].endswith(("'s", "s'")) and lows[-1] != "'s", "ends on a possessive"),
        (bool(lows) and _headless(lows, said, sentence, words), "a verb without its subject"),
        (bool(lows) and not said[0].isupper() and _pronoun(lows[0], words), "opens with a pronoun"),
        (all(_in_date(low, words) for low in lows), "a bare date"),
        (_opening(sentence) == " ".join(said).casefold() and len(sentence.split()) > _FIRST, OPENING),
        (title.count('"') % 2 == 1 or any(title.count(a) != title.count(b) for a, b in _PAIRS), "half a pair of marks"),
        (len(lows) > 3 and _repeats(lows) or len(lows) > 1 and lows[0] == lows[-1], "says a thing twice"))
    return [why for broken, why in checks if broken]


def _dangles(lows: list[str], words: Vocabulary) -> bool:
    last = lows[-1]
    particle = words.has("verb.particles", last) and len(lows) > 1 and words.verb(lows[-2]) is not None
    small = any(words.has(f"function.{name}", last) for name in ("determiners", "prepositions", "conjunctions", "relatives"))
    return not particle and (small or words.has("verb.auxiliaries", last) and last not in ("again", "not"))


def _headless(lows: list[str], said: list[str], sentence: str, words: Vocabulary) -> bool:
    """A finite verb or a helper at the head, with no name or noun that it could stand before."""
    first, second = lows[0], lows[1] if len(lows) > 1 else ""
    if words.has("verb.auxiliaries", first) and first not in ("first", "again", "later"):
        return first not in ("may", "will") or said[1:2] == [second] and words.verb(second) is not None
    verb = words.verbs.get(first)
    if verb is None or first in words.nouns or words.has("function.adjectives", first) or f" {said[0]}" in sentence:
        return False
    follows = any(words.has(f"function.{name}", second) for name in ("determiners", "prepositions", "conjunctions", "pronouns"))
    if verb.form == "s":
        return not words.has("verb.nouns_too", verb.lemma) and not any(words.verb(low) for low in lows[1:]) and (
            words.has("function.determiners", second) or said[1:2] != [second])
    return verb.form in ("past", "part") and (follows or not second)


def _pronoun(low: str, words: Vocabulary) -> bool:
    return words.has("function.pronouns", low) and (not words.has("function.determiners", low) or low in ("his", "her"))


def _in_date(low: str, words: Vocabulary) -> bool:
    return low.rstrip("stndrh").isdigit() or words.has("function.months", low) or words.has("function.days", low)


def _opening(sentence: str) -> str:
    return " ".join(sentence.split()[:_FIRST]).casefold().strip(" ,;:-–—")


def _repeats(lows: list[str]) -> bool:
    pairs = list(zip(lows, lows[1:], strict=False))
    return len(set(pairs)) < len(pairs)
