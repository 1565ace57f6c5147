"""A language file -> a trie of phrases. Built once a language; knows no language.

A phrase (`says`) is a sequence of
    word            the word itself, lower-cased
    <class>         a word of `[words.class]`, or one of the numeric classes of the lexer
    <name:class>    the same, bound to another name
    [a b]           optional
    (a|b c)         alternatives
    ~x              x is glued to what stands before it (no white space)
Hyphens glued between two words, and the stop of an abbreviation, need not be written.
"""

import re
from functools import cache

from timeline import lang
from timeline.dates.lexer import number_classes, split
from timeline.dates.numbers import MILLION

_PIECE = re.compile(r"[\[\]()|]|~?<[\w:]+>|~?[^\s\[\]()|<>~]+")
AROUND = ("after", "before", "not_after", "not_before", "not_ahead")  # conditions on the words around
CONDITIONS = {"level": 1, "case": "", "before_case": "", "worn": "keep", "register": "", "mode": "", "tense": "", "alone": False}
OWN = {"name", "says", "means", "examples", *AROUND, *CONDITIONS}  # any other key is an argument of the operator


class Rule:
    """One rule of a language file: its name, the operator it means, its fixed arguments, its conditions."""

    __slots__ = ("name", "means", "fixed", "order", *AROUND, *CONDITIONS)

    def __init__(self, table: dict, words: dict, order: int):
        self.name = table.get("name") or table["says"][0]
        self.means = table["means"]
        self.fixed = {k: v for k, v in table.items() if k not in OWN}
        self.order = order
        for key, default in CONDITIONS.items():
            setattr(self, key, table.get(key, default))
        for key in AROUND:
            setattr(self, key, _word_set(table.get(key), words))


def _word_set(names, words: dict) -> frozenset | None:
    """A condition's words: each entry is a word, or @class for all the words of a class."""
    if names is None:
        return None
    out = set()
    for name in [names] if isinstance(names, str) else names:
        out.update(words[name[1:]] if name.startswith("@") else [name])
    return frozenset(out)


class Node:
    """A state of the trie: by literal word, by class, by sub-phrase; and the rules that end here."""

    __slots__ = ("lits", "slots", "subs", "glued", "accept")

    def __init__(self):
        self.lits: dict = {}
        self.slots: dict = {}
        self.subs: dict = {}
        self.glued: dict = {}
        self.accept: list = []


NUMBERISH = {"cardinal", "ordinalword", "vague"}  # classes a number in words can begin with
TENSES = (("future_before", 3), ("past", -2), ("future", 1))  # word lists and the tense they show, the last word wins
ENDINGS = (("future_ending", 1), ("finite_ending", -2), ("past_ending", -1))  # a conditional ends like an imperfect, but for its r
SUBS = ("number", "ordinal", "wordyear", "date", "time", "duration", "set", "any")


class Grammar:
    """Everything the engine needs to know of one language."""

    def __init__(self, code: str):
        book = lang.load(code)
        self.words = {name: dict(table) if isinstance(table, dict) else dict.fromkeys(table, True)
                      for name, table in book["words"].items()}
        self.order = book.get("order", "dmy")
        self.suffixes = self.words.get("suffix", {})
        self.abbreviations = frozenset(self.words.get("abbreviation", ()))
        self.cased = frozenset(self.words.get("cased", ()))
        self.lexicon: dict[str, dict] = {}
        self.multi: dict[str, list] = {}
        self._index_words()
        self.roots = {level: Node() for level in (1, 2, 3)}
        for order, table in enumerate(book["rule"]):
            rule = Rule(table, self.words, order)
            for says in table["says"]:
                self._add(rule, says)
        self.firsts = {level: _firsts(root, self.lexicon, self.multi) for level, root in self.roots.items()}
        self.openers = {name: _by_first(entries) for name, entries in self.multi.items()}
        self.numbers = frozenset(w for w, c in self.lexicon.items() if _opens_number(c))
        self.numberish = self.numbers | frozenset(self.openers.get("vague", ()))
        self.tense = {w: sign for name, sign in TENSES for w in self.words.get(name, ())}
        self.endings = tuple((tuple(self.words[name]), sign) for name, sign in ENDINGS if name in self.words)
        self.pairs = self.words.get("future_pair", {})
        self.numeric = cache(self._numeric)
        for word, classes in self.lexicon.items():  # "3rd" is a word for a quarter and a number all the same
            if word[:1].isdecimal():
                self.lexicon[word] = {**self.numeric(word), **classes}
        eras = sorted((re.escape(w) for w, value in self.words.get("era", {}).items() if value == "bc"), key=len, reverse=True)
        self.before_common_era = re.compile(rf"\d\s?(?:{'|'.join(eras) or '(?!)'})(?!\w)")
        early = "|".join(sorted(map(re.escape, self.words.get("earlyprep", ()))))
        self.early_year = re.compile(rf"\b(?:{early})\s[1-9]\d\d(?![\d.,]*\d)(?!\w)") if early else None
        self._seconds: dict = {}

    def _index_words(self):
        for name, table in self.words.items():
            for word, value in table.items():
                parts = split(word)
                if len(parts) > 1:
                    self.multi.setdefault(name, []).append((parts, value))
                else:
                    self.lexicon.setdefault(word, {})[name] = value

    def _numeric(self, token: str) -> dict:
        """Classes of a token that starts with a digit; "12th", "1990s", "5pm" by the language's suffixes."""
        if token[-1].isdecimal():
            return number_classes(token)
        hit = re.match(r"([\d.,:/\-–]*\d)(.*)", token, re.S)
        kind = self.suffixes.get(hit[2])
        return {kind: v} if kind and (v := _suffixed(kind, hit[1])) is not None else {}

    def classes(self, word: str) -> dict:
        """The classes of a token and its value in each."""
        found = self.lexicon.get(word)
        if found is None:
            return self.numeric(word) if word[0].isdecimal() else {}
        return found

    def may_open(self, word: str, following: str, level: int = 1) -> bool:
        """Whether any phrase of a level can begin with these two words (digits as the first always may).

        From level 2 on, the second may also be the first word of what was found: that is the caller's to see.
        """
        if (level, word) not in self._seconds:
            self._seconds[level, word] = _second_words(self, word, level)
        allowed = self._seconds[level, word]
        return allowed is None or following in allowed or following[:1].isdecimal()

    def _add(self, rule: Rule, says: str):
        for path in _expand(says):
            for steps, binds in self._spell_out(path):
                self._insert(rule, steps, binds)

    def _spell_out(self, path):
        """Replace each class that has entries of several words by those entries, as literal steps."""
        outs = [([], ())]
        for step in path:
            ways = [([step], ())]
            if step[0] == "slot":
                ways += [([("lit", w, False) for w in parts], ((step[2], value),))
                         for parts, value in self.multi.get(step[1], ())]
            outs = [(steps + way, binds + bound) for steps, binds in outs for way, bound in ways]
        return outs

    def _insert(self, rule: Rule, steps, binds):
        node = self.roots[rule.level]
        for step in steps:
            kind, key, extra = step[:3]
            if kind == "lit":
                table, slot = (node.glued if extra else node.lits), key
            elif key in SUBS:
                table, slot = node.subs, (key, extra)
            else:
                table, slot = node.slots.setdefault(key, {}), (extra, step[3])
            node = table.setdefault(slot, Node())
        node.accept.append((rule, binds))


def _suffixed(kind: str, digits: str):
    classes = number_classes(digits)
    if kind == "ordinalnumber":
        return classes.get("int")
    if kind == "decade":
        value = classes.get("int")
        return value if value is not None and value % 10 == 0 and len(digits) in (2, 3, 4) else None
    if kind in ("am", "pm"):
        clock = classes.get("clock") or classes.get("dotclock")
        hour = classes.get("hour")
        if clock is None and hour is None and len(digits) in (3, 4) and digits.isdecimal() and int(digits[-2:]) < 60:
            clock = (int(digits[:-2]), int(digits[-2:]), None)
        return clock or ((hour, None, None) if hour is not None else None)
    return classes.get("number")


def _second_words(g: Grammar, word: str, level: int) -> frozenset | None:
    """The words that may stand second in a phrase that begins with `word`; None where it may be the only one."""
    root = g.roots[level]
    if word in g.numbers:
        return None
    nodes = [table[word] for table in (root.lits, root.glued) if word in table]
    nodes += [child for kind in g.lexicon.get(word, ()) for child in root.slots.get(kind, {}).values()]
    if any(node.accept for node in nodes):
        return None
    out = {"-", "–", ".", *(parts[1] for parts, _ in g.openers.get("vague", {}).get(word, ()))}
    for node in nodes:
        out |= set(node.lits) | set(node.glued) | (g.numberish if node.subs else set())
        out.update(w for kind in node.slots for w in g.words.get(kind, ()))
    return frozenset(out)


def _opens_number(classes: dict) -> bool:
    """Whether a number in words can begin with a word of these classes; "million" wants one before it."""
    return bool(NUMBERISH & set(classes)) or classes.get("scale", MILLION) < MILLION


def _by_first(entries) -> dict:
    """Entries of several words by their first."""
    out: dict = {}
    for parts, value in entries:
        out.setdefault(parts[0], []).append((parts, value))
    return out


def _firsts(root: Node, lexicon: dict, multi: dict) -> frozenset:
    """The words a phrase of this level can begin with."""
    kinds = set(root.slots)
    out = set(root.lits) | set(root.glued)
    out.update(w for w, classes in lexicon.items() if kinds & set(classes))
    if any(key in ("number", "ordinal", "wordyear") for key, _ in root.subs):
        out.update(w for w, c in lexicon.items() if _opens_number(c))
        out.update(parts[0] for parts, _ in multi.get("vague", ()))
    return frozenset(out)


def _expand(says: str) -> list[list]:
    """Every plain path through a phrase with options and alternatives."""
    pieces = _PIECE.findall(says)
    paths, rest = _sequence(pieces, 0)
    assert rest == len(pieces), f"unbalanced phrase: {says}"
    return [p for p in paths if p]


def _sequence(pieces, i):
    done, paths = [], [[]]
    while i < len(pieces) and pieces[i] not in ")]":
        piece = pieces[i]
        if piece == "|":
            done, paths, i = done + paths, [[]], i + 1
            continue
        if piece in "([":
            inner, i = _sequence(pieces, i + 1)
            inner = inner + [[]] if piece == "[" else inner
        else:
            inner = [_steps(piece)]
        paths = [p + q for p in paths for q in inner]
        i += 1
    return done + paths, i


def _steps(piece: str) -> list[tuple]:
    glued = piece.startswith("~")
    piece = piece.lstrip("~")
    if not piece.startswith("<"):
        words = [w for w in split(piece) if w != "-"] or [piece]
        return [("lit", w, glued and k == 0) for k, w in enumerate(words)]
    name, _, kind = piece[1:-1].rpartition(":")
    return [("slot", kind, name or kind, glued)]


@cache
def grammar(code: str) -> Grammar:
    """The compiled grammar of a language, built once a process."""
    return Grammar(code)
