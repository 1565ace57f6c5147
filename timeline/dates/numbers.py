"""Numbers in words, from a language's own tables: cardinals, ordinals, spelled years, vague quantities."""

VAGUE = "X"
MILLION = 1_000_000  # a scale that needs a number before it
LONGEST = 12  # tokens of a number in words


def number(g, t, i: int) -> list[tuple]:
    """Quantities that begin at token i: [(value, next token)], longest last; "several" is "X"."""
    out = []
    w = t.words[i]
    if w[0].isdecimal():
        value = g.numeric(w).get("number")
        if value is not None:
            out.append((value, i + 1))
            out += _scaled(g, t, i + 1, value)
    elif "cardinal" in g.lexicon.get(w, ()) or g.lexicon.get(w, {}).get("scale", MILLION) < MILLION:
        out += _cardinal(g, t, i)
    out += [(value, i + len(parts)) for parts, value in _phrases(g, "vague", t, i)]
    if (value := g.lexicon.get(w, {}).get("vague")) is not None:
        out.append((value, i + 1))
    out += [(v + f, j + len(p)) for v, j in out if v != VAGUE for p, f in _phrases(g, "fraction", t, j)]
    return out + [(v + g.lexicon[t.words[j]]["fraction"], j + 1) for v, j in out
                  if v != VAGUE and j < len(t.words) and "fraction" in g.lexicon.get(t.words[j], ())]


def _phrases(g, name: str, t, i: int):
    """The entries of several words of a class that stand at token i."""
    table = g.openers.get(name)
    if not table or i >= len(t.words) or (entries := table.get(t.words[i])) is None:
        return []
    return [(p, v) for p, v in entries if tuple(t.words[i:i + len(p)]) == p]


def _scaled(g, t, i: int, value) -> list[tuple]:
    scale = g.lexicon.get(t.words[i], {}).get("scale") if i < len(t.words) else None
    return [(value * scale, i + 1)] if scale else []


def _cardinal(g, t, i: int) -> list[tuple]:
    """two · twenty-four · two hundred and fifty · a hundred thousand: every prefix that is a number."""
    total = current = 0
    out, last, stop = [], None, min(len(t.words), i + LONGEST)
    while i < stop:
        classes = g.lexicon.get(t.words[i], {})
        if "cardinal" in classes and _fits(last, classes["cardinal"]):
            last = classes["cardinal"]
            current += last
        elif "scale" in classes:
            scale = classes["scale"]
            current, total = (max(current, 1) * scale, total) if scale < 1000 else (0, total + max(current, 1) * scale)
            last = scale
        elif out and t.words[i] == "-" and t.glued(i) or out and classes.get("numberjoin") and last and last >= 100:
            i += 1
            continue
        else:
            break
        i += 1
        out.append((total + current, i))
    return out


def _fits(last, value) -> bool:
    """Whether a cardinal may follow the one before: "twenty four" yes, "four twenty" no."""
    return last is None or last >= 100 > value or (last in (20, 30, 40, 50, 60, 70, 80, 90) and value < 10)


def ordinal(g, t, i: int) -> list[tuple]:
    """first · 21st · twenty-first: [(value, next token)]."""
    w = t.words[i]
    if w[0].isdecimal():
        value = g.numeric(w).get("ordinalnumber")
        return [(value, i + 1)] if value else []
    classes = g.lexicon.get(w, {})
    if "ordinalword" in classes:
        return [(classes["ordinalword"], i + 1)]
    tens = classes.get("cardinal")
    if tens in (20, 30, 40, 50, 60, 70, 80, 90):
        j = i + 2 if i + 1 < len(t.words) and t.words[i + 1] == "-" else i + 1
        units = g.lexicon.get(t.words[j], {}).get("ordinalword") if j < len(t.words) else None
        if units and units < 10:
            return [(tens + units, j + 1)]
    return []


def wordyear(g, t, i: int) -> list[tuple]:
    """nineteen ninety-six · nineteen oh five · two thousand (and) five: [(year, next token)]."""
    first = g.lexicon.get(t.words[i], {}).get("cardinal")
    if first is None:
        return []
    if 11 <= first <= 20 and i + 1 < len(t.words):
        j = i + 2 if t.words[i + 1] == "-" else i + 1
        return [(first * 100 + v, k) for v, k in _two_digits(g, t, j)]
    if first == 2:
        return [(v, k) for v, k in _cardinal(g, t, i) if 2000 <= v < 2100]
    return []


def _two_digits(g, t, i: int) -> list[tuple]:
    if i >= len(t.words):
        return []
    if t.words[i] in g.words.get("zero", ()):
        units = g.lexicon.get(t.words[i + 1], {}).get("cardinal") if i + 1 < len(t.words) else None
        return [(units, i + 2)] if units and units < 10 else []
    if g.lexicon.get(t.words[i], {}).get("scale") == 100:
        return [(0, i + 1)]
    return [(v, j) for v, j in _cardinal(g, t, i) if 10 <= v < 100]


SPELLED = {"number": number, "ordinal": ordinal, "wordyear": wordyear}
