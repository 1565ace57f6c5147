"""Text -> tokens: lower-cased words, numbers with what they may mean, single marks. Linear; knows no language."""

import re

from timeline.dates import labels

_TOKEN = re.compile(r"\d+(?:[.,:/\-–]\d+)*[^\W\d_]*|[^\W\d_]+|[^\s\w]|_")
_NUMBER = re.compile(r"(\d+(?:[.,:/\-–]\d+)*)(.*)", re.S)
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?\Z")
_PARTS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{2})\Z")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.h]([0-5]\d)(?::([0-5]\d))?\Z")
_SPAN = re.compile(r"(\d{1,4})[-–/](\d{1,4})\Z")
_GROUPED = re.compile(r"\d{1,3}(?:[,.]\d{3})+\Z")
_DECIMAL = re.compile(r"(\d+)[.,](\d{1,2})\Z")

_span = re.Match.span

LONGEST = 24  # characters of a number that may be part of a date


def lower(text: str) -> str:
    """`text.lower()` of exactly the same length, so that offsets stay those of the original."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c) == 1 else raw for raw, c in ((ch, ch.lower()) for ch in text))


def split(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase of a language file."""
    return tuple(_TOKEN.findall(phrase))


def number_classes(token: str) -> dict:
    """What a token of digits may be: class name -> value. The grammar decides by its neighbours.

    int (plain), year (1000–2100), day (1–31), yy (two digits), number (any quantity), iso (y, m, d or None),
    parts (a, separator, b, c), clock (h, m, s or None), yearspan (from, to), span (from, to).
    """
    found: dict = {}
    if len(token) > LONGEST:
        return found
    if token.isdecimal():
        return _plain(token)
    if hit := _ISO.match(token):
        y, m, d = int(hit[1]), int(hit[2]), hit[3] and int(hit[3])
        if not d and m == (y + 1) % 100:  # 2007-08 is a span of years in prose
            return _spans(hit[1], hit[2])
        if 1 <= m <= 12 and (d is None or 1 <= d <= 31):
            found["iso" if d else "isomonth"] = (y, m, d)
    if (hit := _PARTS.match(token)) and not found:
        found["parts"] = (hit[1], hit[2], hit[3], hit[4])
    if hit := _CLOCK.match(token):
        found["clock" if ":" in token else "dotclock"] = (int(hit[1]), int(hit[2]), hit[3] and int(hit[3]))
    if hit := _SPAN.match(token):
        found.update(_spans(hit[1], hit[2]))
    if _GROUPED.match(token):
        found["number"] = int(re.sub(r"[,.]", "", token))
    elif hit := _DECIMAL.match(token):
        found["number"] = float(f"{hit[1]}.{hit[2]}")
        if "." in token and 1 <= int(hit[1]) <= 31 and 1 <= int(hit[2]) <= 12:
            found["daymonth"] = (int(hit[1]), int(hit[2]))
    return found


def _plain(token: str) -> dict:
    value = int(token) if len(token) < 10 else 10**9
    found = {"int": value, "number": value}
    if len(token) == 4 and 1000 <= value <= 2100:
        found["year"] = value
        if value >= 1900:
            found["modernyear"] = value
        elif value >= 1500:
            found["pastyear"] = value
    if len(token) == 4 and value // 100 <= 24 and value % 100 < 60:
        found["hhmm"] = (value // 100, value % 100, None)
    if len(token) <= 2:
        if 1 <= value <= 31:
            found["day"] = value
        if len(token) == 2:
            found["yy"] = value
        if value <= 24:
            found["hour"] = value
        if 1 <= value <= 12:
            found["monthnumber"] = value
    if 1 <= len(token) <= 3 and value:
        found["smallyear"] = value
    if len(token) == 3 and value >= 100:
        found["earlyyear"] = value
    return found


def _spans(a: str, b: str) -> dict:
    x, y = int(a), int(b)
    if len(a) == 4 and 1000 <= x <= 2100:
        if len(b) == 4 and x < y <= 2100:
            return {"yearspan": (x, y)}
        if len(b) == 2 and (x % 100 < y or y == 0 and x % 100 == 99):
            return {"yearspan": (x, x - x % 100 + y + (100 if y == 0 else 0))}
    found = {"span": (x, y)} if len(a) <= 2 and len(b) <= 2 and 1 <= x < y <= 31 else {}
    if x > y or len(a) < 4:
        found["smallspan"] = (x, y)
    return found


class Tokens:
    """The tokens of one text, as parallel lists: `words` (lower-cased), `starts`, `ends`, in code points."""

    __slots__ = ("text", "low", "words", "starts", "ends", "memo", "thinned")

    def __init__(self, text: str, numeric, unglue=None):
        """`numeric(token)`: the classes of a token that starts with a digit, {} if it is not one thing.

        `unglue(words)`: for worn text, token number -> where to cut it.
        """
        self.text, self.low = text, lower(text)
        self.words, self.starts, self.ends = [], [], []
        self.memo: dict = {}
        self.thinned = False  # worn text that has lost its stops and function words too
        self._fill(numeric)
        if unglue:
            self._cut(unglue(self.words))

    def _fill(self, numeric):
        low = self.low
        hits = [(low[a:b], a, b) for a, b in map(_span, _TOKEN.finditer(low))]
        if followed := labels.spans(low):
            hits = labels.sealed(hits, followed)
        if hits:
            words, starts, ends = zip(*hits)
            self.words, self.starts, self.ends = list(words), list(starts), list(ends)
        odd = [i for i, w in enumerate(self.words) if w[0].isdecimal() and not w[-1].isdecimal() and not numeric(w)]
        self._cut({i: _NUMBER.match(self.words[i]).end(1) for i in odd})

    def _cut(self, cuts: dict[int, int]):
        """Split the tokens that are glued together ("12june"), each at its place."""
        if not cuts:
            return
        words, starts, ends, done = [], [], [], 0
        for i in sorted(i for i, at in cuts.items() if 0 < at < len(self.words[i])):
            word, middle = self.words[i], self.starts[i] + cuts[i]
            words += [*self.words[done:i], word[:cuts[i]], word[cuts[i]:]]
            starts += [*self.starts[done:i], self.starts[i], middle]
            ends += [*self.ends[done:i], middle, self.ends[i]]
            done = i + 1
        self.words, self.starts, self.ends = words + self.words[done:], starts + self.starts[done:], ends + self.ends[done:]

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, i: int) -> bool:
        """No white space between token i and the one before."""
        return i > 0 and self.starts[i] == self.ends[i - 1]

    def gap(self, i: int, breaks: int = 2) -> bool:
        """So many line breaks (a blank line, unless told) between token i and the one before: nothing reads across."""
        a, b = self.ends[i - 1], self.starts[i]
        return b - a >= breaks and self.text.count("\n", a, b) >= breaks

    def capital(self, i: int) -> bool:
        """Token i is written with a capital."""
        return self.text[self.starts[i]].isupper()
