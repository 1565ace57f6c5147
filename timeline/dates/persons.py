"""Times that are somebody's name: Ed Winter, April Jones; told by the capitals beside them, and by the text itself."""

LEADS = ("inprep", "timeprep", "article", "owner", "interval_join", "day_join", "day_article", "by_the_way")  # word lists: what leads to a date
TIMES = ("month", "weekday", "shortday", "season", "part", "holiday", "unit", "ordinalword")  # word lists: times of other kinds
AGES = range(10, 110)  # years that stand behind a name: "June, 34,"


class Persons:
    """The words of one text that are read as times elsewhere and name a person here. Worn text has no capitals to tell by."""

    def __init__(self, grammar, tokens, worn: bool):
        self.g, self.t = grammar, tokens
        self.words = () if worn else grammar.words.get("person", ())
        self.places = {i for i, w in enumerate(tokens.words) if w in self.words and self._cased(i) and self._names(i)}
        self.named = {tokens.words[i] for i in self.places}

    def is_name(self, i: int, j: int) -> bool:
        """Whether tokens [i, j), read as a time, are a person's name: here, or as the text has it elsewhere and nothing dates it."""
        if j - i != 1 or self.t.words[i] not in self.named or not self._cased(i):
            return False
        return i in self.places or not self._dated(i) and self._acts(i)

    def _names(self, i: int) -> bool:
        return self._surname(i) or self._given(i) or self._aged(i)

    def _surname(self, i: int) -> bool:
        """"Ed Winter": behind another capital that is no function word."""
        before = i - 1
        return i > 0 and self._beside(i) and self._cased(before) and not self._leads(before) and not self._plain(before)

    def _given(self, i: int) -> bool:
        """"Summer Redstone", "by June Carter": before another capital, where nothing or no sure preposition dates it."""
        j = i + 1
        if j >= len(self.t) or not self._beside(j) or not self._cased(j) or self._leads(j) or self._plain(j):
            return False
        return not (self._dated(i) and self.t.words[i - 1] not in self.g.words.get("person_prep", ()))

    def _aged(self, i: int) -> bool:
        """"June, 34, of Leeds"."""
        words = self.t.words[i + 1:i + 4]
        aged = len(words) == 3 and words[0] == words[2] == "," and words[1].isdecimal() and len(words[1]) < 4 and int(words[1]) in AGES
        return aged and not self._dated(i)

    def _acts(self, i: int) -> bool:
        """The word stands as a name does: before a mark or a verb, not before a noun ("August battles")."""
        following = self.t.words[i + 1] if i + 1 < len(self.t) else ""
        verb = following in self.g.tense or any(following.endswith(endings) for endings, _ in self.g.endings)
        return verb or not following.isalpha() or following in self.g.words.get("speaking", ())

    def _dated(self, i: int) -> bool:
        return i > 0 and not self.t.gap(i) and self._leads(i - 1)

    def _leads(self, k: int) -> bool:
        w = self.t.words[k]
        return any(w in self.g.words.get(name, ()) for name in LEADS)

    def _plain(self, k: int) -> bool:
        """A common word, or a time of another kind ("Monday"): neither is a part of a name."""
        w = self.t.words[k]
        classes = self.g.lexicon.get(w, ())
        return w in self.g.words.get("common", ()) or w not in self.words and any(name in classes for name in TIMES)

    def _beside(self, k: int) -> bool:
        """Only a blank between token k and the one before."""
        return self.t.text[self.t.ends[k - 1]:self.t.starts[k]] == " "

    def _cased(self, k: int) -> bool:
        """A word that opens with a capital and is no shout."""
        word = self.t.text[self.t.starts[k]:self.t.ends[k]]
        return word[:1].isupper() and not word[1:].isupper() and word.isalpha()
