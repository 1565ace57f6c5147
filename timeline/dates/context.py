"""The evidence around an expression: the tense of its clause, and whether a document is news or narrative."""

from timeline import calendar

REACH = 14
THINNED_REACH = 4  # in text without stops and function words a verb farther off is soon another sentence's

CLUSTER = 4  # verbs that may stand together at the end of a clause
WEAK = 3  # a sign of the future only before the date

MESSAGE = 320  # characters: a shorter text is a message, written as people speak
EARLY = 2  # years of three figures after "in" that make a text one of the first millennium
ANCIENT = 3  # years said to be before the common era that make a text one of ancient history


def registers(g, t) -> frozenset:
    """The registers a text is written in: "colloquial", "ancient", "early", "thinned"; some rules hold only in one."""
    found = ["colloquial"] if len(t.text) < MESSAGE else []
    if t.thinned:
        found.append("thinned")
    if sum(1 for _ in g.before_common_era.finditer(t.low)) >= ANCIENT:
        found.append("ancient")
    if g.early_year and sum(1 for _ in g.early_year.finditer(t.low)) >= EARLY:
        found.append("early")
    return frozenset(found)


def direction(g, t, i: int, j: int, planned: bool = False) -> int:
    """Below 0 if the clause around tokens [i, j) speaks of the past, above of the future, 0 if it does not say.

    -2 is a finite past verb, -1 only an ending that a participle shares ("increased dividend").

    `planned`: the expression is a day, which "for" puts ahead ("called for Friday").

    The nearest verb before the expression decides; only where there is none, the nearest behind it.
    """
    if i and t.words[i - 1] in g.words.get("before_past", ()):
        return -2
    if i and t.words[i - 1] in g.words.get("before_future", ()):
        return 1
    if planned and _preposition(g, t, i) in g.words.get("before_planned", ()):
        return 1
    reach = THINNED_REACH if t.thinned else REACH
    before, behind = range(i - 1, max(-1, i - reach), -1), range(j, min(len(t.words), j + reach))
    opening = next((n for n, k in enumerate(before) if _opens_clause(g, t, k)), len(before))
    return _nearest(g, t, before[:opening], 1) or _nearest(g, t, behind, 0) or _nearest(g, t, before, 1)


def _preposition(g, t, i: int) -> str:
    """The word before an expression and its article: "para" of "para el lunes"."""
    k = i - 1
    while k > 0 and i - k < 4 and t.words[k] in g.words.get("day_article", ()):
        k -= 1
    return t.words[k] if k >= 0 else ""


def _nearest(g, t, order: range, edge: int) -> int:
    """The tense of the first verb along `order`, within the sentence."""
    for k in order:
        w = t.words[k]
        if w in ".?!;" and not _inside(g, t, k) or k + edge < len(t.words) and t.gap(k + edge):
            return 0
        if g.pairs and k + 1 < len(t.words) and f"{w} {t.words[k + 1]}" in g.pairs:
            return 1
        sign = g.tense.get(w) or _by_ending(g, w)
        if sign and not edge:
            sign = _closing(g, t, k, sign)
        if not sign or sign == WEAK and not edge or _is_month(g, t, k):
            continue
        if sign < 0 and k and t.words[k - 1] in g.words.get("helper", ()):  # a participle: its helper verb says when
            continue
        if sign < 0 and k and t.words[k - 1] in g.words.get("present_helper", ()):
            return 1 if edge else 0
        if sign < 0 and w in g.words.get("future_to", ()) and k + 1 < len(t.words) and t.words[k + 1] in g.words["infinitive"]:
            return 1
        if sign == -2 and k and g.tense.get(t.words[k - 1]) == 1:  # "would cut": a bare infinitive
            return 1
        return min(sign, 1)
    return 0


def _is_month(g, t, k: int) -> bool:
    """"May 12, 2004" is no verb that looks ahead."""
    return t.words[k] in g.words.get("month", ()) and k + 1 < len(t.words) and t.words[k + 1][:1].isdigit()


def _opens_clause(g, t, k: int) -> bool:
    """Token k opens a clause of its own, whose verb is behind it: "said that on Monday", ", on Monday"."""
    w = t.words[k]
    return w in g.words.get("subordinate", ()) or k > 0 and t.words[k - 1] == "," and w in g.words.get("clause_open", ())


def _closing(g, t, k: int, sign: int) -> int:
    """The tense of the verbs that close a clause: the last of them is the finite one ("vorgestellt werden soll")."""
    for j in range(k + 1, min(k + CLUSTER, len(t.words))):
        if t.words[j] not in g.words.get("closing_verb", ()):
            break
        sign = g.tense.get(t.words[j]) or sign
    return sign


def _by_ending(g, word: str) -> int:
    """The tense the ending of a word shows: -2 a finite past, -1 a past or a participle, 1 a future."""
    if len(word) < 5:
        return 0
    for endings, sign in g.endings:
        if word.endswith(endings) and word not in g.words.get("no_verb", ()):
            return sign
    return 0


def _inside(g, t, k: int) -> bool:
    """A stop that ends no sentence: of an abbreviation, of an ordinal ("am 3. Tag")."""
    return k > 0 and t.words[k] == "." and (t.words[k - 1] in g.abbreviations or t.words[k - 1].isdecimal() and len(t.words[k - 1]) < 3)


def mode(senses, published: int | None) -> str:
    """"news" or "narrative": news leans on the day it was written, narrative carries its own years along."""
    if published is None:
        return "narrative"
    year = calendar.ymd(published)[0]
    years = [s.f["year"] for s in senses if s.op == "point" and s.f.get("year") is not None]
    deictic = sum(1 for s in senses if s.op == "shift" and s.f["from"] == "document")
    deictic += sum(1 for s in senses if s.op == "point" and ("weekday" in s.f and "month" not in s.f))
    far = sum(1 for y in years if abs(y - year) > 1)
    if len(years) < 4:
        return "news"
    return "narrative" if far >= 0.6 * len(years) and deictic <= 0.35 * len(years) else "news"
