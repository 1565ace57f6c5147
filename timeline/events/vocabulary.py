"""The words that make an event in a language, read from words/<code>.toml with their forms spelt out."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).with_name("words")
_VOWELS = "aeiou"


class Verb(NamedTuple):
    """One form of a verb. form: base, s, past, part, ing. kind: event, act, light, says, state."""

    lemma: str
    form: str
    kind: str
    family: str = ""


class Noun(NamedTuple):
    """One form of an event noun. A broad noun ("meeting") gives way to a narrower of its family ("summit")."""

    lemma: str
    family: str
    broad: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every table of a words file, as sets and look-ups. An unknown language has an empty one."""

    nouns: dict[str, Noun] = field(default_factory=dict)
    verbs: dict[str, Verb] = field(default_factory=dict)
    light: frozenset[str] = frozenset()
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    cues: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)

    def has(self, name: str, word: str) -> bool:
        """Whether `word` is in the list called `name` ("function.months", "noun.links")."""
        return word in self.sets.get(name, ())

    def verb(self, word: str) -> Verb | None:
        """The verb a word is a form of; an unknown word in -ed is taken for the past of an unknown verb."""
        known = self.verbs.get(word)
        if known or not self.verbs or word in self.nouns:
            return known
        if len(word) > 5 and word.endswith("ed") and word.isalpha() and not word.endswith("eed"):
            return Verb(word, "past", "act")
        return None


@cache
def vocabulary(language: str = "en") -> Vocabulary:
    """The vocabulary of a two-letter language code; an empty one where no file was written yet."""
    path = HOME / f"{language}.toml"
    if not language.isalpha() or not path.is_file():
        return Vocabulary()
    with path.open("rb") as file:
        return _spelt_out(tomllib.load(file))


def _spelt_out(data: dict) -> Vocabulary:
    listed = {f"{table}.{name}": frozenset(_words(value))
              for table in ("noun", "function", "verb", "tense", "claims", "reject") for name, value in data.get(table, {}).items()}
    cues = {kind: {side: frozenset(_words(value)) for side, value in sides.items()}
            for kind, sides in data.get("modality", {}).items()}
    light = frozenset(listed.get("verb.light", ()))
    return Vocabulary(_nouns(data), _verbs(data), light, listed, cues)


def _words(value: str) -> list[str]:
    return [word.replace("_", " ") for word in value.split()]


def _nouns(data: dict) -> dict[str, Noun]:
    weak, found = set(_words(data.get("noun", {}).get("weak", ""))), {}
    for family, table in data.get("family", {}).items():
        broad = set(_words(table.get("broad", "")))
        for lemma in _words(table.get("nouns", "")):
            for form in {lemma, _plural(lemma)}:
                found.setdefault(form, Noun(lemma, family, lemma in broad, lemma in weak))
    return found


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es" if not word.endswith(("cs", "ings", "ks", "ns", "es")) else word
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _verbs(data: dict) -> dict[str, Verb]:
    table, found = data.get("verb", {}), {}
    irregular = _irregular(table.get("irregular", ""))
    for family, words in data.get("family", {}).items():
        _add(found, _words(words.get("verbs", "")), "event", family, irregular)
    for name, kind in (("states", "state"), ("says", "says"), ("acts", "act"), ("light", "light")):
        _add(found, _words(table.get(name, "")), kind, "", irregular)
    _add(found, sorted(set(irregular) - {verb.lemma for verb in found.values()}), "act", "", irregular)
    return found


def _irregular(listed: str) -> dict[str, list[tuple[str, str]]]:
    forms = {}
    for entry in listed.split():
        base, past, part = entry.split(":")
        forms.setdefault(base, []).extend([(part, "part"), (past, "past")])
    return forms


def _add(found: dict, lemmas: list[str], kind: str, family: str, irregular: dict) -> None:
    """Add the forms of one-word verbs; of "step down" the first word, if it is no verb yet."""
    for lemma in lemmas:
        base = lemma.split()[0]
        for form, name in _forms(base, irregular.get(base)):
            found.setdefault(form, Verb(base, name, kind, family))


def _forms(base: str, irregular: list | None):
    if irregular:
        yield from reversed(irregular)
    else:
        yield _past(base), "past"
    yield base, "base"
    yield _plural(base) if not base.endswith(("o",)) else base + "es", "s"
    yield _ing(base), "ing"


def _doubles(base: str) -> bool:
    """"ban" → "banned": one short syllable, consonant–vowel–consonant (and the few longer ones like it)."""
    if len(base) < 3 or base[-1] in _VOWELS + "wxy" or base[-2] not in _VOWELS or base[-3] in _VOWELS:
        return base == "quit"
    return sum(mark in _VOWELS for mark in base) == 1 or base.endswith(("mit", "fer", "pel", "bel", "cel", "cur", "nap"))


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if _doubles(base) else base + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe")):
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if _doubles(base) else base + "ing"
