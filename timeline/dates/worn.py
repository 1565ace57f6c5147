"""Worn text: no capitals, no stops, words glued where a line or a paragraph ended ("fridaythe", "thirdquarter")."""

SHORTEST = 4  # letters of a time word that is looked for inside another token
GLUABLE = ("clearmonth", "weekday", "unit", "single", "plural", "season", "deictic")

ENDING = 3  # letters a word that is never cut may take on (quarterback, quarterbacks)
PARTS = (*GLUABLE, "cardinal", "ordinalword", "vague", "agoword")  # what the other side may be


def is_worn(text: str) -> bool:
    """No capitals at all: letter case tells nothing."""
    head = text[:20000]
    return head == head.lower() and any(c.isalpha() for c in head)


class Unglue:
    """Where the glued tokens of a worn text are cut: only at a time word.

    A language that lists the words its time words open (`glue_never`: quarterly, juneau) has every other token
    that opens with one cut behind it; else the other side must be a word of the text or of the language.
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

    def __call__(self, words: list[str]) -> dict[int, int]:
        """Token number -> where to cut it, for the tokens of one text."""
        vocabulary = set(words)
        found = {}
        for i, w in enumerate(words):
            if len(w) > 5 and w not in self.known and (w[:SHORTEST] in self.starts or w[-SHORTEST:] in self.ends):
                if at := self._place(w, vocabulary):
                    found[i] = at
            if i and len(w) > 5 and words[i - 1] in self.units and w.startswith(self.behind):
                found[i] = next(len(b) for b in self.behind if w.startswith(b))
        return found

    def _place(self, w: str, vocabulary: set) -> int:
        if any(w.startswith(word) and len(w) - len(word) <= ENDING for word in self.never):
            return 0
        fits = [t for t in self.strong if len(t) < len(w)]
        for t in fits:
            if w.startswith(t) and self._word(w[len(t):], vocabulary):
                return len(t)
            if w.endswith(t) and self._word(w[:-len(t)], vocabulary):
                return len(w) - len(t)
        for t in fits if self.never else ():
            if w.startswith(t) and len(w) - len(t) > 1:
                return len(t)
            if w.endswith(t) and len(t) > 5 and len(w) - len(t) > 2:
                return len(w) - len(t)
        return 0

    def _word(self, rest: str, vocabulary: set) -> bool:
        return rest in self.parts or rest in self.common or len(rest) > 3 and rest in vocabulary
