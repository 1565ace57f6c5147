"""The evidence around an expression: the tense of its clause, and whether a document is news or narrative."""

from timeline import calendar

REACH = 14


def direction(g, t, i: int, j: int) -> int:
    """-1 if the clause around tokens [i, j) speaks of the past, +1 of the future, 0 if it does not say.

    The nearest verb of known tense decides, one before the expression rather than one behind it.
    """
    past, future, ends = g.words.get("past", {}), g.words.get("future", {}), g.words.get("past_ending", {})
    if i and t.words[i - 1] in g.words.get("before_past", ()):
        return -1
    if i and t.words[i - 1] in g.words.get("before_future", ()):
        return 1
    best, score = 0, 99.0
    for step, order in ((-1, range(i - 1, max(-1, i - REACH), -1)), (1, range(j, min(len(t.words), j + REACH)))):
        for n, k in enumerate(order):
            w = t.words[k]
            if w in ".?!;" and not _inside(g, t, k) or t.gap(k if step > 0 else k + 1) if 0 < k + (step < 0) < len(t.words) else False:
                break
            sign = 1 if w in future else -1 if w in past or _ends(w, ends, g) else 0
            if sign:
                distance = n + (1.5 if step > 0 else 0)
                if distance < score:
                    best, score = sign, distance
                break
    return best


def _inside(g, t, k: int) -> bool:
    """A stop that ends no sentence: of an abbreviation."""
    return k > 0 and t.words[k] == "." and t.words[k - 1] in g.abbreviations


def _ends(word: str, endings, g) -> bool:
    return len(word) > 4 and any(word.endswith(e) for e in endings) and word not in g.words.get("no_verb", ())


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
