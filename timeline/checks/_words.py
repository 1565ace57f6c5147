"""The words of the checks, from words.toml, and how a passage is cut into words for them."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from timeline.events.vocabulary import vocabulary

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


@cache
def table() -> dict:
    """words.toml, each list a frozenset of its words and phrases."""
    data = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    return {part: {name: _listed(value) for name, value in lists.items()} for part, lists in data.items()}


def _listed(value):
    return frozenset(word.replace("_", " ") for word in value.split()) if isinstance(value, str) else value


@lru_cache(maxsize=100_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without a possessive 's."""
    found = (word.lower().replace("’", "'") for word in _WORD.findall(text))
    return tuple(word[:-2] if word.endswith("'s") else word for word in found)


def says(listed: frozenset[str], text: str) -> bool:
    """Whether a text has one of the words or two-word phrases listed."""
    low = words(text)
    return not listed.isdisjoint(low) or any(f"{a} {b}" in listed for a, b in zip(low, low[1:], strict=False))


@lru_cache(maxsize=100_000)
def heads(text: str) -> frozenset[tuple[str, str]]:
    """(family, lemma) of what a title says happened: of its event nouns, else of its verbs; a verb of no family is its own."""
    known, low = vocabulary("en"), words(text)
    nouns = frozenset((known.nouns[w].family, known.nouns[w].lemma) for w in low if w in known.nouns)
    verbs = [verb for verb in map(known.verbs.get, low) if verb]
    told = frozenset((verb.family, verb.lemma) for verb in verbs if verb.family)
    return nouns or told or frozenset((f"to {verb.lemma}", verb.lemma) for verb in verbs
                                      if verb.kind == "act" and verb.lemma not in table()["happening"]["everyday"])


def marks(title: str, passage: str) -> frozenset[str]:
    """The words of a title that the passage writes as names, and "the X" for each happening X that it speaks of as known."""
    found, known, plain = set(), vocabulary("en"), table()["plain"]
    low, before = set(words(title)), ""
    for hit in _WORD.finditer(passage):
        word = hit[0].lower().removesuffix("'s").removesuffix("’s")
        noun = known.nouns.get(word)
        if noun and noun.lemma in {lemma for _, lemma in heads(title)}:
            found |= {f"the {noun.lemma}"} if "the" in before.split()[-3:] and noun.lemma not in table()["happening"]["vague"] else set()
        elif word in low and hit[0][0].isupper() and before and word not in plain["months"]:
            found.add(word)
        before = f"{before[-40:]} {word}"
    return frozenset(found)


@lru_cache(maxsize=100_000)
def content(text: str) -> frozenset[str]:
    """The words that tell one passage from another: no small words, no months, no numbers of days and years; without endings."""
    small = table()["plain"]
    return frozenset(_stem(w) for w in words(text) if w not in small["common"] and w not in small["months"] and not w.isdigit())


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[:-len(ending)]
    return word
