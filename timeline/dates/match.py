"""Tokens -> matched phrases: at each place where a phrase can begin, the longest rule whose conditions hold.

Every walk is bounded by the length of the longest phrase in the trie, so the cost is linear in the text.
"""

from typing import NamedTuple

from timeline.dates import context, meaning
from timeline.dates.grammar import Grammar, Node, Rule
from timeline.dates.lexer import Tokens
from timeline.dates.meaning import Sense
from timeline.dates.numbers import SPELLED

TENSES = {"past": -1, "future": 1}


class Match(NamedTuple):
    """Tokens [i, j) read by a rule as a sense not yet anchored."""

    i: int
    j: int
    rule: Rule
    sense: Sense


class Matcher:
    """One text under one grammar."""

    def __init__(self, grammar: Grammar, tokens: Tokens, worn: bool = False, registers: frozenset = frozenset()):
        self.g, self.t, self.worn, self.registers = grammar, tokens, worn, registers
        self.found: dict[int, Match] = {}

    def run(self) -> list[Match]:
        """The matches of all levels, in text order, not overlapping."""
        words, firsts, numeric = self.t.words, self.g.firsts[1], self.g.numeric
        end = 0
        for i, w in enumerate(words):
            if i >= end and (w in firsts or (w[0].isdecimal() and numeric(w))):
                if hit := self._best(1, i):
                    self.found[i], end = hit, hit.j
        for k in [k for k, m in self.found.items() if m.sense.op == "nothing"]:
            del self.found[k]
        for level in (2, 3):
            self._combine(level)
        self._lists()
        return [self.found[i] for i in sorted(self.found)]

    def _combine(self, level: int):
        """Read again around what was found: modifiers, a clock time with its day, coordinated days."""
        firsts, words, end = self.g.firsts[level], self.t.words, 0
        for i in sorted(self.found):
            if i < end:
                continue
            here = self.found[i].j
            for start in range(max(end, i - 5), i + 1):
                if start != i and words[start] not in firsts:
                    continue
                hit = self._best(level, start)
                if hit and hit.j > i:
                    self._put(hit)
                    here = hit.j
                    break
            end = here

    def _lists(self):
        """Days that share the month of a neighbour: "3, 4 and 17 May", "May 6 and 7"."""
        joins = self.g.words.get("day_join", {})
        for i in sorted(self.found):
            m = self.found[i]
            f = m.sense.f
            if m.sense.op == "point" and "day" in f and "month" in f and joins:
                self._list_left(m, joins)
                if "year" not in f:
                    self._list_right(m, joins)

    def _list_left(self, m: Match, joins):
        i = m.i
        while i >= 2 and self.t.words[i - 1] in joins:
            k = i - 3 if self.t.words[i - 2] == "." and self.t.glued(i - 2) else i - 2
            day = self._day(k) if k >= 0 else None
            if day is None or k in self.found or not meaning.valid_day({**m.sense.f, "day": day}):
                return
            self.found[k] = Match(k, k + 1, m.rule, m.sense.with_(day=day))
            i = k

    def _list_right(self, m: Match, joins):
        j = m.j
        while j + 1 < len(self.t) and self.t.words[j] in joins and not self.t.gap(j + 1):
            day = self._day(j + 1)
            behind = self.t.words[j + 2] if j + 2 < len(self.t) else ""
            if day is None or j + 1 in self.found or behind[:1].isalnum() and behind not in self.g.words.get("after_day", ()):
                return
            if not meaning.valid_day({**m.sense.f, "day": day}):
                return
            self.found[j + 1] = Match(j + 1, j + 2, m.rule, m.sense.with_(day=day))
            j += 2

    def _day(self, i: int):
        """The day of the month token i may be, as a number or an ordinal."""
        classes = self.g.classes(self.t.words[i])
        day = classes.get("day") or classes.get("ordinalnumber")
        return day if day and day <= 31 else None

    def _put(self, hit: Match):
        for k in range(hit.i, hit.j):
            self.found.pop(k, None)
        self.found[hit.i] = hit

    def _best(self, level: int, i: int) -> Match | None:
        out: list = []
        self._walk(self.g.roots[level], i, i, (), out)
        if not out:
            return None
        out.sort(key=lambda a: (-a[0], a[1].order))
        for j, rule, binds in out:
            if self._allowed(rule, i, j):
                sense = meaning.read(rule, dict(binds))
                if sense is not None:
                    return Match(i + self._loose_article(i, j), j, rule, sense)
        return None

    def _loose_article(self, i: int, j: int) -> int:
        """1 where the article belongs to a noun behind the phrase: "the third-quarter loss", "a two-week war"."""
        words = self.t.words
        return int(words[i] in self.g.words.get("article", ()) and j - i > 3 and words[j - 2] == "-" and words[i + 1] not in self.g.words.get("early", ()))

    def _walk(self, node: Node, i: int, start: int, binds: tuple, out: list, ending: bool = True):
        if ending and node.accept:
            out.extend((i, rule, binds + bound) for rule, bound in node.accept)
        t = self.t
        if i >= len(t.words) or (i > start and t.starts[i] - t.ends[i - 1] > 1 and t.gap(i)):
            return
        w = t.words[i]
        if (child := node.lits.get(w)) is not None:
            self._walk(child, i + 1, start, binds, out)
        if node.glued and (child := node.glued.get(w)) is not None and (i == start or t.glued(i)):
            self._walk(child, i + 1, start, binds, out)
        if node.slots:
            self._walk_slots(node, w, i, start, binds, out)
        if node.subs:
            self._walk_subs(node, i, start, binds, out)
        if w in "-–." and ending and i > start and w not in node.lits and self._skippable(w, i):
            self._walk(node, i + 1, start, binds, out, False)

    def _skippable(self, w: str, i: int) -> bool:
        t = self.t
        if not t.glued(i):
            return False
        if w == ".":
            return t.words[i - 1] in self.g.abbreviations
        return i + 1 < len(t.words) and t.glued(i + 1) and (len(t.words[i - 1]) > 1 or t.words[i - 1].isdecimal())

    def _walk_slots(self, node, w, i, start, binds, out):
        classes = self.g.classes(w)
        for kind, value in classes.items():
            for (name, glued), child in node.slots[kind].items() if kind in node.slots else ():
                if not glued or self.t.glued(i):
                    self._walk(child, i + 1, start, binds + ((name, value),), out)

    def _walk_subs(self, node, i, start, binds, out):
        w = self.t.words[i]
        spelled = w in self.g.numberish or w[0].isdecimal()
        for (kind, name), child in node.subs.items():
            if kind in SPELLED and not spelled:
                continue
            for value, j in self._sub(kind, i):
                self._walk(child, j, start, binds + ((name, value),), out)

    def _sub(self, kind: str, i: int):
        if kind in SPELLED:
            key = (kind, i)
            if key not in self.t.memo:
                self.t.memo[key] = SPELLED[kind](self.g, self.t, i)
            return self.t.memo[key]
        hit = self.found.get(i)
        if hit and (kind == "any" or hit.sense.type.lower() == kind):
            return [(hit.sense, hit.j)]
        return ()

    def _allowed(self, rule: Rule, i: int, j: int) -> bool:
        """The rule's conditions on the words around and on letter case."""
        t, words = self.t, self.t.words
        left = words[i - 1] if i and not t.gap(i) else ""
        right = words[j] if j < len(words) and not t.gap(j) else ""
        if self.worn and rule.worn == "never" or rule.worn == "only" and not self.worn:
            return False
        if rule.register and rule.register not in self.registers:
            return False
        if not (self.worn and rule.worn == "free"):
            if rule.after is not None and left not in rule.after:
                return False
            if rule.before is not None and right not in rule.before:
                return False
        if rule.not_after and left in rule.not_after or rule.not_before and right in rule.not_before:
            return False
        if rule.tense and context.direction(self.g, t, i, j) * TENSES[rule.tense] <= 0:
            return False
        return self._case(rule.case, i)

    def _case(self, case: str, i: int) -> bool:
        if not case or self.worn:
            return True
        if case == "capital":
            return self.t.capital(i)
        opens = i == 0 or self.t.gap(i) or self.t.words[i - 1] in ".?!:;\"“”"
        if case == "lower":
            return opens or not self.t.capital(i)
        return self.t.capital(i) and not opens
