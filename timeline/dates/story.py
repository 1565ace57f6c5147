"""Where a narrative stands: the date of its main line, and the dates it names by the way."""

from timeline.dates.arithmetic import first_day

SENTENCE = 60  # tokens: no sentence is looked through further
ASIDE = 15  # tokens: nor a parenthesis
HEADING = 12  # tokens: a line of no more, without a stop, is a heading
OPENING = 4  # tokens: a date so near the start of its sentence says where the story is
UNTIL = 7  # tokens: so far "until" reaches ("until the fall of the city in May 1945")
FAR = 25  # years: a year so far ahead of the story is a later writer's
GOES_ON = 30  # days: the story's next date lies within so many of the last
NEW_YEAR = 60  # days: so far it goes on past the end of the year


class Story:
    """The last date of the main line; one named by the way holds only until its sentence ends."""

    __slots__ = ("g", "t", "main", "month", "named", "aside", "holds", "seen")

    def __init__(self, grammar, tokens):
        self.g, self.t = grammar, tokens
        self.main: dict | None = None
        self.month: dict | None = None  # the last date of the main line that names its month
        self.named: dict | None = None  # the last date of all: what "that year" means
        self.aside: dict | None = None
        self.holds = 0  # the token before which the aside holds
        self.seen = 0  # characters already looked through for a blank line

    def before(self, i: int) -> dict | None:
        """The date that what stands at token i refers to."""
        if self.aside and i >= self.holds:
            self.aside = None
        return self.aside or self.main

    def name(self, f: dict, i: int, j: int, stated: bool):
        """A date has been named by tokens [i, j), its year stated or not."""
        if f.get("year") is None:
            return
        self.named = f
        start, opens = self._start(i), self._opens_section(i)
        heading = self._heading(start, j)
        if heading:  # the blank line behind it opens no other section
            self.seen = self.t.starts[heading]
        if opens and stated:
            self.month = self.aside = None
        elif stated and self.main and not heading and self._by_the_way(f, i, start):
            self.aside, self.holds = f, self._end(i, j)
        if self.aside:
            self.aside = f
            return
        self.main = f
        if "month" in f:
            self.month = f
        elif stated and self.month and f["year"] > self.month["year"] and self._opens(i, start):
            self.month = None

    def year(self, f: dict) -> int | None:
        """The year in which a yearless date goes on from the last one of the main line, None if it does not."""
        if "month" in f and self.month:
            told, year = first_day(self.month), self.month["year"]
            for y in (year, year + 1):
                if 0 <= first_day({**f, "year": y}) - told <= GOES_ON:
                    return y
        at = self.main
        if self.aside or not at or not {"month", "season", "quarter", "half"} & set(at) or "WI" in (f.get("season"), at.get("season")):
            return None
        later = at["year"] + 1
        return later if first_day({**f, "year": later}) - first_day(at) < NEW_YEAR else None

    def _opens_section(self, i: int) -> bool:
        """Whether a blank line stands before token i and no date has been named since."""
        start = self.t.starts[i]
        blank = self.t.text.find("\n\n", self.seen, start)
        self.seen = start
        return blank >= 0

    def _by_the_way(self, f: dict, i: int, start: int) -> bool:
        """Whether a stated year leaves the story where it was: one that is past and not what the sentence opens with."""
        ahead = f["year"] - self.main["year"]
        if not ahead:
            return False
        if "month" not in f and self._parenthesis(i):
            return True
        if self._opens(i, start):
            return False
        return not 0 < ahead <= FAR or self._after("by", i, 1) or self._after("until", i, UNTIL)

    def _opens(self, i: int, start: int) -> bool:
        """Whether the sentence from token `start` on opens with what stands at token i."""
        return i - start <= OPENING and not self._after("by_the_way", i, 1)

    def _after(self, name: str, i: int, reach: int) -> bool:
        words = self.g.words.get(name, ())
        return any(w in words for w in self.t.words[max(0, i - reach):i])

    def _start(self, i: int) -> int:
        """The token that opens the sentence of token i."""
        first = max(0, i - SENTENCE)
        return next((k for k in range(i, first, -1) if self._blank(k) or self._stop(k - 1, ".?!")), first)

    def _end(self, i: int, j: int) -> int:
        """The token that ends the sentence of tokens [i, j), or its parenthesis."""
        closing = ".?!)" if self._parenthesis(i) else ".?!"
        last = min(len(self.t), j + SENTENCE)
        return next((k for k in range(j, last) if self._blank(k) or self._stop(k, closing)), last)

    def _blank(self, k: int) -> bool:
        """A blank line before token k."""
        return self.t.starts[k] - self.t.ends[k - 1] > 1 and self.t.gap(k)

    def _stop(self, k: int, marks: str) -> bool:
        """A mark that ends a sentence: not the stop of an abbreviation or an initial."""
        words = self.t.words
        return words[k] in marks and not (words[k] == "." and k and (words[k - 1] in self.g.abbreviations or len(words[k - 1]) == 1))

    def _parenthesis(self, i: int) -> bool:
        return next((w for w in reversed(self.t.words[max(0, i - ASIDE):i]) if w in "()"), "") == "("

    def _heading(self, start: int, j: int) -> int:
        """The token behind the heading of tokens [start, j), a short line of its own without a stop; 0 outside one."""
        t = self.t
        if start and not self._blank(start):
            return 0
        end = next((k for k in range(j, min(len(t), start + HEADING)) if self._blank(k)), 0)
        return end if t.words[end - 1] not in ".?!,;" else 0
