"""The way through the room: tokens, matches, mode, resolved values, mentions."""

import datetime
import re
from functools import cache

from timeline import lang
from timeline.dates import context, foreign, interval, values
from timeline.dates.anchor import Resolver
from timeline.dates.grammar import grammar
from timeline.dates.lexer import Tokens
from timeline.dates.match import Matcher
from timeline.dates.order import Order
from timeline.dates.worn import Unglue, is_thinned, is_worn
from timeline.model import DateMention

_JOINT = re.compile(r"(?<=[\w.])\s*(?:[-–/]|\b[^\W\d_]+(?: [^\W\d_]+ [^\W\d_]+(?= \d))?\b)\s*(?=(?:[^\W\d_]+\s+)?\d)")


@cache
def _unglue(language: str) -> Unglue:
    return Unglue(grammar(language))


def _published_day(published: str | None) -> int | None:
    if not published:
        return None
    try:
        return datetime.date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None


def _resolved(text: str, published: str | None, language: str, document: str = "", explain: bool = True):
    """(match, resolved, start, end) for every expression of a text."""
    g = grammar(language)
    worn = is_worn(text)
    t = Tokens(text, g.numeric, _unglue(language) if worn else None)
    t.thinned = worn and is_thinned(t, g.words.get("common", {}))
    day = _published_day(published)
    matches = Matcher(g, t, worn, context.registers(g, t)).run()
    mode = context.mode([m.sense for m in matches], day)
    resolver = Resolver(g, t, day, mode, Order(document or text, g.order), explain)
    for m in matches:
        if m.rule.mode and m.rule.mode != mode:
            continue
        if "both" in m.sense.f:
            m.sense.f["both"] = [(t.starts[i], t.ends[j - 1]) for i, j in m.sense.f["both"]]
        yield m, resolver.resolve(m), t.starts[m.i], t.ends[m.j - 1]


def timexes(text: str, published: str | None = None, language: str = "en") -> list[dict]:
    """The bare TIMEX3 annotations of a text: [{"start", "end", "type", "value"}], code points.

    TIMEX3 knows no interval: "May 3–5" is two annotations here, one mention in `tag`.
    """
    if language not in lang.codes():
        return [{"start": m.start, "end": m.end, "type": m.type, "value": m.value} for m in foreign.tag(text, language)]
    out = []
    for m, r, a, b in _resolved(text, published, language, explain=False):
        out += [{"start": x, "end": y, "type": kind, "value": v} for x, y, kind, v in _annotations(text, m, r.value, a, b)]
    return out


def _annotations(text, m, value, a, b):
    """The TIMEX3 annotations of one match: two for a span, and for a day and its time where the language keeps them apart."""
    if m.sense.op == "span":
        return [(x, y, m.sense.type, v) for x, y, v in _halves(text, a, b, value)]
    if "both" in m.sense.f and "T" in value:
        day, time = m.sense.f["both"]
        part = m.sense.f.get("part")
        of_day = value[:value.index("T")] + (f"T{part}" if part else "")
        return sorted([(*day, "TIME" if part else "DATE", of_day), (*time, "TIME", value)])
    return [(a, b, m.sense.type, value)]


def _halves(text, a, b, value):
    """The two ends of a span with the words of each."""
    first, last = value.split("/")
    cuts = (k for k in _JOINT.finditer(text, a, b) if any(c.isdigit() for c in text[a:k.start()]))
    if (cut := next(cuts, None)) is None:
        return [(a, b, first)]
    return [(a, cut.start(), first), (cut.end(), b, last)]


def tag(text: str, published: str | None = None, language: str = "en", document: str = "") -> list[DateMention]:
    """The time expressions of a text, by start, not overlapping; two dates the text joins are one interval.

    `published`: the document's date as an ISO day, or None where it is not known (never today).
    `language`: a two-letter code; of a language without a rule file only absolute dates are found.
    `document`: the text that `text` is a piece of, which tells how 3/4/2019 is read.
    """
    if language not in lang.codes():
        return foreign.tag(text, language)
    found = [_mention(text, m, r, a, b) for m, r, a, b in _resolved(text, published, language, document)]
    return interval.join(text, found, grammar(language).words)


def _mention(text, match, out, start, end) -> DateMention:
    sense = match.sense
    mod = sense.mod.partition("/")[0]
    dated = sense.type in ("DATE", "TIME")
    first, last = values.window(out.value, sense.mod) if dated else (None, None)
    reason = out.reason or ("" if first is not None or last is not None else "it names no calendar day")
    return DateMention(start, end, text[start:end], sense.type, out.value, match.rule.name, mod,
                       values.edtf(out.value, mod) if dated else "", first, last,
                       values.precision(out.value) if dated else "", "approximate" if mod == "APPROX" else "exact",
                       out.basis, "interval" if sense.op == "span" else _kind(sense.type), out.anchor, out.alternatives, "" if first is not None else reason)


def _kind(type: str) -> str:
    return {"DURATION": "duration", "SET": "set"}.get(type, "instant")
