"""Worn text: no capitals, no stops, words glued where a line or a paragraph ended ("fridaythe", "thirdquarter")."""

SAMPLE = 3000  # words by which a text is judged
RARE = 10  # of so many words of running text one at least is a function word
SHORTEST = 4  # letters of a time word that is looked for inside another token
GLUABLE = ("clearmonth", "weekday", "unit", "single", "plural", "season", "deictic")

ENDING = 3  # letters a word that is never cut may take on (quarterback, quarterbacks)
SHORTEST_REST = 3  # letters before a word that opens a phrase
OPENED = ("cardinal", "vague")  # what such a word may open beside a time word
PARTS = (*GLUABLE, "cardinal", "ordinalword", "vague", "agoword")  # what the other side may be


def is_worn(text: str) -> bool:
    """No capitals at all: letter case tells nothing."""
    head = text[:20000]
    return head == head.lower() and any(c.isalpha() for c in head)


def is_thinned(tokens, function_words) -> bool:
    """No stop, and hardly a function word."""
    words = tokens.words[:SAMPLE]
    return not any(w in ".?!" for w in words) and sum(w in function_words for w in words) * RARE < len(words)


class Unglue:
    """Where the glued tokens of a worn text are cut: only at a time word.

    A language that lists the words its time words open (`glue_never`: quarterly, juneau) has every other token
    that opens with one cut behind it; else the other side must be a word of the text or of the language.
    A word that opens a phrase (`glue_opener`) is cut off where the time word is the next token ("sourceslast week").
    """

    def __init__(self, grammar):
        self.known = grammar.lexicon.keys() | frozenset().union(*grammar.firsts.values())
        strong = {w for name in GLUABLE for w in grammar.words.get(name, ()) if len(w) >= SHORTEST and w.isalpha()}
        self.strong = sorted(strong, key=lambda w: (-len(w), w))
        self.starts = {w[:SHORTEST] for w in strong}
        self.ends = {w[-SHORTEST:] for w in strong}
        self.parts = {w for name in PARTS for w in grammar.words.get(name, ()) if len(w) > 2}
        self.common = grammar.words.get("common", {})
        self.units = grammar.words.get("unit", {})
        self.behind = tuple(grammar.words.get("behind_unit", ()))
        self.never = tuple(grammar.words.get("glue_never", ()))
        self.openers = tuple(grammar.words.get("glue_opener", ()))
        self.natural = frozenset(grammar.words.get("glue_natural", ()))
        self.opening = self.parts.union(self.openers)
        self.longer = {t for t in self.units if t[:-1] in self.units}  # of two ways to cut, only where a number stands before
        self.opened = strong.union(*(grammar.words.get(name, ()) for name in OPENED))

    def __call__(self, words: list[str]) -> dict[int, int]:
        """Token number -> where to cut it, for the tokens of one text."""
        vocabulary = set(words)
        found = {}
        for i, (before, w, behind) in enumerate(zip(["", *words], words, [*words[1:], ""])):
            if len(w) > 5 and w not in self.known:
                if (w[:SHORTEST] in self.starts or w[-SHORTEST:] in self.ends) and (at := self._place(w, vocabulary, before)):
                    found[i] = at
                elif behind in self.opened and w.endswith(self.openers) and (at := self._before_opener(w)):
                    found[i] = at
            if len(w) > 5 and before in self.units and w.startswith(self.behind):
                found[i] = next(len(b) for b in self.behind if w.startswith(b))
        return found

    def _before_opener(self, w: str) -> int:
        at = min(len(w) - len(o) for o in self.openers if w.endswith(o))
        return at if at >= SHORTEST_REST and w not in self.natural else 0

    def _place(self, w: str, vocabulary: set, before: str) -> int:
        fits = [t for t in self.strong if len(t) < len(w) and (w.startswith(t) or w.endswith(t))]
        if self.never and w not in self.never and (at := self._sure(w, fits)):
            return at
        if any(w.startswith(word) and len(w) - len(word) <= ENDING for word in self.never):
            return 0
        for t in fits:
            if w.startswith(t) and self._word(w[len(t):], vocabulary):
                return len(t)
            if w.endswith(t) and self._word(w[:-len(t)], vocabulary):
                return len(w) - len(t)
        for t in fits if self.never else ():
            if w.startswith(t) and len(w) - len(t) > 1 and (t not in self.longer or before in self.opening):
                return len(t)
            if w.endswith(t) and len(t) > SHORTEST and len(w) - len(t) > 2 and w not in self.natural:
                return len(w) - len(t)
        return 0

    def _sure(self, w: str, fits: list[str]) -> int:
        """Where a time word ends that a second one or a function word follows ("eightyear", "weekendit")."""
        return next((len(t) for t in fits if w.startswith(t) and (w[len(t):] in self.common or w[len(t):] in self.units)), 0)

    def _word(self, rest: str, vocabulary: set) -> bool:
        return rest in self.parts or rest in self.common or len(rest) > 3 and rest in vocabulary
