"""Tokens -> matched phrases: at each place where a phrase can begin, the longest rule whose conditions hold.

Every walk is bounded by the length of the longest phrase in the trie, so the cost is linear in the text.
"""

from timeline.dates import context, coordinate, meaning
from timeline.dates.grammar import Grammar, Node, Rule
from timeline.dates.lexer import Tokens
from timeline.dates.numbers import SPELLED
from timeline.dates.persons import Persons
from timeline.dates.sense import Match

LOOSE = frozenset("./@+=-")  # marks that touch what they belong to: apart from it they end a sentence or a clause
AHEAD = 4  # words of a street's name
TENSES = {"past": (-2, -1), "future": (1, 2), "none": (0,)}  # a rule's `tense` -> the directions of its clause


class Matcher:
    """One text under one grammar."""

    def __init__(self, grammar: Grammar, tokens: Tokens, worn: bool = False, registers: frozenset = frozenset()):
        self.g, self.t, self.worn, self.registers = grammar, tokens, worn, registers
        self.found: dict[int, Match] = {}
        self.persons = Persons(grammar, tokens, worn)
        self.break_at = 2  # line breaks that end a phrase: two in a simple one, one in a compound

    def run(self) -> list[Match]:
        """The matches of all levels, in text order, not overlapping."""
        words, firsts, numeric = self.t.words, self.g.firsts[1], self.g.numeric
        end, last = 0, len(words) - 1
        for i, w in enumerate(words):
            if i >= end and (w in firsts and self.g.may_open(w, words[i + 1] if i < last else "") or w[0].isdecimal() and numeric(w)):
                if hit := self._best(1, i):
                    self.found[i], end = hit, hit.j
        for k in [k for k, m in self.found.items() if m.sense.op == "nothing"]:
            del self.found[k]
        for level in (2, 3):
            self._combine(level)
        coordinate.share(self.g, self.t, self.found)
        return [self.found[i] for i in sorted(self.found)]

    def _combine(self, level: int):
        """Read again around what was found: modifiers, a clock time with its day, coordinated days."""
        words, end = self.t.words, 0
        for i in sorted(self.found):
            if i < end:
                continue
            here = self.found[i].j
            for start in range(max(end, i - 5), i + 1):
                if start != i and not self._may_open(words[start], start + 1, level):
                    continue
                hit = self._best(level, start)
                if hit and hit.j > i:
                    self._put(hit)
                    here = hit.j
                    break
            end = here

    def _may_open(self, word: str, following: int, level: int) -> bool:
        """Whether a compound phrase can begin with a word, given the token that follows it."""
        return word in self.g.firsts[level] and (following in self.found or self.g.may_open(word, self.t.words[following], level))

    def _put(self, hit: Match):
        for k in range(hit.i, hit.j):
            self.found.pop(k, None)
        self.found[hit.i] = hit

    def _best(self, level: int, i: int) -> Match | None:
        out: list = []
        self.break_at = 1 if level > 1 else 2
        self._walk(self.g.roots[level], i, i, (), out)
        if not out:
            return None
        out.sort(key=lambda a: (-a[0], a[1].order))
        for j, rule, binds in out:
            if self._allowed(rule, i, j) and (rule.before or not self.persons.is_name(i, j)):
                sense = meaning.read(rule, dict(binds))
                if sense is not None:
                    i += self._loose_article(i, j)
                    sense.at = (i, j)
                    return Match(i, j, rule, sense)
        return None

    def _loose_article(self, i: int, j: int) -> int:
        """1 where the article belongs to a noun behind the phrase: "the third-quarter loss", "a two-week war"."""
        words = self.t.words
        if words[j - 1] in self.g.words.get("decadeword", ()):
            return 0
        if self._in_name(i, j):
            return 1
        return int(words[i] in self.g.words.get("article", ()) and j - i > 3 and words[j - 2] == "-" and words[i + 1] not in self.g.words.get("early", ()))

    def _in_name(self, i: int, j: int) -> bool:
        """Whether a name goes on behind the phrase and its article: "the Spring Offensive", "the Seven Days Battles"."""
        t = self.t
        if self.worn or t.words[i] not in self.g.words.get("name_article", ()) or j - i < 2 or j >= len(t) or t.gap(j):
            return False
        behind = t.text[t.starts[j]:t.ends[j]]
        words = all(w.isalpha() for w in t.words[i + 1:j])
        return words and t.text[t.starts[i + 1]:t.ends[j - 1]].istitle() and behind.istitle() and len(behind) > 1

    def _walk(self, node: Node, i: int, start: int, binds: tuple, out: list, ending: bool = True):
        if ending and node.accept:
            out.extend((i, rule, binds + bound) for rule, bound in node.accept)
        t = self.t
        if i >= len(t.words) or i > start and t.starts[i] != t.ends[i - 1] and t.gap(i, self.break_at):
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
        if w in "-–." and ending and i > start and (w != "." or w not in node.lits) and self._skippable(w, i):
            self._walk(node, i + 1, start, binds, out, False)

    def _skippable(self, w: str, i: int) -> bool:
        t = self.t
        if not t.glued(i):
            return False
        if w == ".":
            return t.words[i - 1] in self.g.abbreviations
        return i + 1 < len(t.words) and t.glued(i + 1) and (len(t.words[i - 1]) > 1 or t.words[i - 1].isdecimal())

    def _walk_slots(self, node, w, i, start, binds, out):
        if w in self.g.cased and not self.worn and not self.t.capital(i):
            return
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
        if rule.not_after and self._barred(rule.not_after, left, i) or rule.not_before and right in rule.not_before and (right not in LOOSE or t.glued(j)):
            return False
        if rule.tense and context.direction(self.g, t, i, j) not in TENSES[rule.tense]:
            return False
        if rule.before_case == "lower" and right and not self.worn and t.capital(j):
            return False
        if rule.alone and (left[:1].isdecimal() or right[:1].isdecimal()) or rule.not_ahead and self._names(rule.not_ahead, j):
            return False
        return self._case(rule.case, i)

    def _names(self, words: frozenset, j: int) -> bool:
        """Whether a name that ends in one of `words` begins at token j: "SW Second Avenue"."""
        for k in range(j, min(j + AHEAD, len(self.t.words))):
            if not self.t.capital(k) and not self.worn:
                return False
            if self.t.words[k] in words:
                return True
        return False

    def _barred(self, words: frozenset, left: str, i: int) -> bool:
        """Whether the word before token i, or the one whose stop stands there ("p. 2001"), is one of `words`."""
        if left == "." and i > 1 and self.t.words[i - 2] in words:
            return True
        return left in words and (left not in LOOSE or self.t.glued(i))

    def _case(self, case: str, i: int) -> bool:
        if not case or self.worn:
            return True
        if case == "capital":
            return self.t.capital(i)
        opens = i == 0 or self.t.gap(i) or self.t.words[i - 1] in ".?!:;\"“”"
        if case == "lower":
            return opens or not self.t.capital(i) or self._shouted(i)
        return self.t.capital(i) and not opens

    def _shouted(self, i: int) -> bool:
        """Token i stands in capitals altogether: a headline, a shout."""
        return self.t.text[self.t.starts[i]:self.t.ends[i]].isupper()
