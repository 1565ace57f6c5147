"""What the rules know of a language: names by longest match, name lists, word lists. All of it is data."""

import csv
import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from timeline.actors import aliases
from timeline.actors.aliases import DATA
from timeline.actors.tokens import COMMA, Tokens, fold, scan
from timeline.actors.translated import forms

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
KINDS = {"PER": "person", "ORG": "org", "LOC": "place", "hide": "hide"}
EVERYDAY = ("never", "adjectives", "peoples", "title_heads", "before_person", "before_org", "before_place")
HEADS = ("body_heads", "small_heads", "town_bodies", "street_heads", "club_heads")
ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
           ("ly", ""), ("er", ""), ("er", "e"), ("ers", ""), ("est", ""), ("ness", ""), ("ment", ""), ("ally", ""), ("ity", ""))


class Entry(NamedTuple):
    """What a listed form stands for. `kind`: country, demonym, people, capital, place, person, org, hide."""

    name: str
    type: str
    kind: str
    country: str = ""
    caps: bool = False  # written in capitals: "WHO" is it, "who" is not
    small: bool = False  # listed with a small last word: "Korean peninsula"
    by_hand: bool = False  # of the alias file, where a person has the last word


@dataclass(slots=True)
class Lexicon:
    """The lists of one language, ready for look-up in folded lower case."""

    language: str
    trie: dict = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    titles: dict = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    given: dict[str, str] = field(default_factory=dict)  # name -> m, f or b
    west: frozenset[str] = frozenset()
    east: frozenset[str] = frozenset()
    called_last: frozenset[str] = frozenset()  # family names whose bearers are called by their last word
    known: frozenset[str] = frozenset()  # every word of every listed name
    listed: frozenset[str] = frozenset()  # canonical names of the alias file
    shared: dict[str, frozenset[str]] = field(default_factory=dict)  # Korea -> the two Koreas
    double: dict[str, Entry] = field(default_factory=dict)  # Argentina in Italian: written small it is an adjective
    nouns_capitalised: bool = False
    flags: frozenset[str] = frozenset()  # what the word file says is true of the language
    problems: tuple[str, ...] = ()

    def has(self, key: str, word: str) -> bool:
        """Whether the language's list `key` holds `word`."""
        return word in self.words.get(key, ())

    def is_common(self, word: str) -> bool:
        """Whether `word` is an everyday word or a regular form of one."""
        return word in self.common or (word not in self.known and _is_form(word, self.common))

    def is_family(self, word: str) -> bool:
        """Whether `word` is a listed family name, of either order."""
        return word in self.west or word in self.east

    def part(self, word: str) -> int:
        """Where a glued word falls into a name and a sentence opener ("koreathe" -> 5), else 0."""
        if word in self.known or word in self.common:
            return 0
        for cut in range(4, len(word) - 1):
            if word[cut:] in self.words["openers"] and word[:cut] in self.known and word[:cut] not in self.common:
                return 0 if self.is_common(word) else cut
        return 0

    def match(self, tokens: Tokens, i: int, limit: int | None = None) -> tuple[int, Entry] | None:
        """The longest listed name that starts at word `i` and ends before `limit`: (its end, entry)."""
        found = self.matches(tokens, i, limit)
        return found[-1] if found else None

    def matches(self, tokens: Tokens, i: int, limit: int | None = None) -> list[tuple[int, Entry]]:
        """All listed names that start at word `i`, the longest last."""
        node, found, low, gap = self.trie, [], tokens.low, tokens.gap
        limit = min(len(low), limit or len(low))
        for j in range(i, limit):
            if j > i and not tokens.joined(j):
                node = node.get(COMMA) if gap[j] == COMMA else None
                if node is None:
                    break
            node = node.get(low[j])
            if node is None:
                break
            if None in node:
                found.append((j + 1, node[None]))
        return found


def _is_form(word: str, common: frozenset[str]) -> bool:
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)]
            if stem + instead in common or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in common):
                return True
    return word.startswith("un") and word[2:] in common


@cache
def load(language: str = "en") -> Lexicon:
    """The lexicon of a language; one without a word file gets the English words and the names all share."""
    code = language if language in LANGUAGES else "en"
    table = tomllib.loads((DATA / "words" / f"{code}.toml").read_text(encoding="utf-8"))
    lexicon = Lexicon(code, nouns_capitalised=table.get("nouns_capitalised", False),
                      flags=frozenset(key for key, value in table.items() if value is True))
    english = tomllib.loads((DATA / "words" / "en.toml").read_text(encoding="utf-8"))
    lexicon.words = {key: frozenset(value.split()) for key, value in english.items() if isinstance(value, str)}
    for key, value in table.items() if code != "en" else ():
        if isinstance(value, str):
            lexicon.words[key] = lexicon.words.get(key, frozenset()) | frozenset(_folded(value))
    lexicon.words = {key: frozenset(_folded(" ".join(value))) for key, value in lexicon.words.items()}
    for phrase in (*english["title_phrases"], *table["title_phrases"]):
        _plant(lexicon.titles, phrase, phrase)
    _people(lexicon)
    _places(lexicon)
    _towns(lexicon, table.get("towns", ""))
    _aliases(lexicon)
    if code != "en":
        _translated(lexicon, code, table)
    _everyday(lexicon)
    lexicon.words["heads"] = frozenset().union(*(lexicon.words.get(key, frozenset()) for key in HEADS))
    return lexicon


def _folded(text: str) -> list[str]:
    return [fold(word) for word in text.split()]


def _plant(trie: dict, form: str, entry: object) -> None:
    """Put a form into a trie as the tokeniser will see it."""
    if form.lower().startswith("the ") and not (isinstance(entry, Entry) and entry.name.lower().startswith("the ")):
        form = form[4:]
    tokens = scan(form)
    node = trie
    for i, word in enumerate(tokens.low):
        if i and tokens.gap[i] == COMMA:
            node = node.setdefault(COMMA, {})
        node = node.setdefault(word, {})
    if tokens.low:
        node[None] = _as_written(form, entry, node.get(None)) if isinstance(entry, Entry) else entry


def _as_written(form: str, entry: Entry, before: Entry | None) -> Entry:
    """The entry, marked by how its form is written; other writings of the same actor ("NATO", "Nato") count too."""
    same = before is not None and before.name == entry.name
    caps = form.isupper() and len(form) <= 6 and (not same or before.caps)
    return entry._replace(caps=caps, small=form.split()[-1].islower() or same and before.small)


def _people(lexicon: Lexicon) -> None:
    given, family = {}, {"west": set(), "east": set(), "called last": set()}
    for kind, names in _lists("given.txt"):
        for name in _folded(names):
            given[name] = kind if given.get(name, kind) == kind else "b"
    for kind, names in _lists("family.txt"):
        family[kind].update(_folded(names))
    family["west"] = {n.rpartition("'")[2] if "'" in n else n for n in family["west"]}
    lexicon.called_last = frozenset(family["called last"])
    lexicon.given, lexicon.west, lexicon.east = given, frozenset(family["west"]), frozenset(family["east"])


def _lists(name: str) -> list[tuple[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(":", 1)) for line in lines if ":" in line and not line.startswith("#")]


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8-sig", newline="") as file:
        return [{key: value or "" for key, value in row.items() if key} for row in csv.DictReader(file)]


def _places(lexicon: Lexicon) -> None:
    plant = lambda form, entry: form and _plant(lexicon.trie, form, entry)  # noqa: E731
    for row in _rows("places.csv"):
        for form in row["names"].split(";"):
            plant(form, Entry(form, "LOC", "place", row["kind"]))
    for row in _rows("countries.csv"):
        name = row["name"]
        for form in row["capital_aliases"].split(";"):
            plant(form, Entry(row["capital"], "LOC", "capital", name))
        plant(row["capital"], Entry(row["capital"], "LOC", "capital", name))
        for form in row["demonyms"].split(";"):
            plant(form, Entry(name, "LOC", _demonym(form), name))
        for form in (name, *row["aliases"].split(";")):
            plant(form, Entry(name, "LOC", "country", name))
    lexicon.shared = {row["name"]: frozenset(row["meanings"].split(";")) for row in _rows("shared.csv")}


def _towns(lexicon: Lexicon, listed: str) -> None:
    """Places of the language's own file, under the name that the places' list has for them."""
    for item in filter(None, listed.split(";")):
        form, _, name = item.partition("=")
        _plant(lexicon.trie, form, Entry(name or form, "LOC", "place"))


def _demonym(form: str) -> str:
    plural = form.endswith("s") and form not in ("Swiss", "Laos") or form.endswith("men")
    return "people" if plural else "demonym"


def _translated(lexicon: Lexicon, code: str, table: dict) -> None:
    """The forms of the text's language; after the alias file, whose canonical names they may stand for."""
    rows = _rows("countries.csv")
    written = aliases.read()[0]
    listed = {alias.canonical: Entry(alias.canonical, alias.type, KINDS[alias.type]) for alias in written}
    taken = {aliases.key_of(form) for alias in written for form in alias.forms}
    countries = {row["name"]: Entry(row["name"], "LOC", "country", row["name"]) for row in rows}
    capitals = {row["capital"]: Entry(row["capital"], "LOC", "capital", row["name"]) for row in rows}
    named: set[str] = set()
    for form, name, kind in forms(code, table, {row["name"]: row["aliases"].split(";") for row in rows}):
        entry = capitals.get(name) if kind == "capital" else countries.get(name) or listed.get(name)
        if kind == "demonym" and form.capitalize() in named and "demonyms_capitalised" not in lexicon.flags:
            lexicon.double[_folded(form)[0]] = countries[name]
        named.update([form] if kind == "name" and name in countries else [])
        if entry and aliases.key_of(form) not in taken:
            _plant(lexicon.trie, form, entry._replace(kind=kind) if kind in ("demonym", "people") else entry)


def _aliases(lexicon: Lexicon) -> None:
    found, problems = aliases.read()
    for alias in found:
        for form in alias.forms:
            _plant(lexicon.trie, form, Entry(alias.canonical, alias.type, KINDS[alias.type], by_hand=True))
    lexicon.problems = tuple(problems)
    lexicon.listed = frozenset(alias.canonical for alias in found if alias.type != "hide")


def _everyday(lexicon: Lexicon) -> None:
    text = (DATA / "words" / "common_en.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    listed = {word for line in lines for word in line.split()}
    lexicon.common = frozenset(listed | set().union(*(lexicon.words.get(key, frozenset()) for key in EVERYDAY)))
    inside = set(lexicon.given) | lexicon.west | lexicon.east
    _inner(lexicon.trie, inside)
    lexicon.known = frozenset(inside)


def _inner(node: dict, into: set[str]) -> None:
    for word, child in node.items():
        if word is not None:
            into.add(word)
            _inner(child, into)
