"""What neighbours share: an era, the month of several days ("3, 4 and 17 May"), the year behind an interval ("May 3 to June 5, 2017")."""

from timeline.dates.meaning import valid_day
from timeline.dates.sense import Match

REACH = 3  # tokens between two dates that are joined
LISTED = 30  # years: between those of one list lie fewer
LOOSE = frozenset("-–/%")  # a number before one of these goes on


def share(g, t, found: dict[int, Match]) -> None:
    """Add the days of a list to `found`, and give a yearless date the year of the one it is joined to."""
    joins = g.words.get("day_join", {})
    for i in sorted(found) if joins else ():
        m = found.get(i)
        if m is None:  # a year that a list has taken
            continue
        f = m.sense.f
        if m.sense.op == "point" and "day" in f and "month" in f:
            _list_left(g, t, found, m, joins)
            if "year" not in f:
                _list_right(g, t, found, m, joins)
        elif m.sense.op == "point" and set(f) == {"month"}:
            _month_right(g, t, found, m)
        elif m.sense.op == "point" and set(f) == {"year"} and isinstance(f["year"], int):
            _years_right(g, t, found, m, joins)
    _share_years(g, t, found)


def _list_left(g, t, found, m: Match, joins):
    i = m.i
    while i >= 2 and t.words[i - 1] in joins:
        k = i - 3 if t.words[i - 2] == "." and t.glued(i - 2) else i - 2
        day = _day(g, t, k) if k >= 0 else None
        if day is None or k in found or not valid_day({**m.sense.f, "day": day}):
            return
        found[k] = Match(k, k + 1, m.rule, m.sense.with_(day=day))
        i = k


def _list_right(g, t, found, m: Match, joins):
    j, added = m.j, []
    while j + 1 < len(t) and t.words[j] in joins and not t.gap(j + 1):
        k = j + 2 if t.words[j + 1] in joins and j + 2 < len(t) else j + 1
        day = _day(g, t, k)
        if day is None or k in found or not valid_day({**m.sense.f, "day": day}):
            break
        added.append((k, day))
        j = k + 1
    behind = t.words[j] if j < len(t) else ""
    year = _year_behind(g, t, j)
    if not added or year is None and behind[:1].isalnum() and behind not in g.words.get("after_day", ()):
        return
    if year is not None:
        found[m.i] = m._replace(sense=m.sense.with_(year=year))
        found.pop(j, None)
        found.pop(j + 1, None)
    for k, day in added:
        sense = m.sense.with_(day=day, **({"follows": True} if year is None else {"year": year}))
        last = k == added[-1][0] and year is not None
        found[k] = Match(k, j + 1 + (t.words[j] == ",") if last else k + 1, m.rule, sense)


def _years_right(g, t, found, m: Match, joins):
    """The second year of a list: "in 1782 and 1783"."""
    k, year = m.j + 1, m.sense.f["year"]
    if k >= len(t) or t.words[k - 1] not in joins or t.gap(k - 1) or t.gap(k) or k in found:
        return
    following = t.words[k + 1] if k + 1 < len(t) else ""
    value = g.classes(t.words[k]).get("year")
    if value is not None and 0 < value - year < LISTED and following not in g.words.get("counting", ()) and following not in LOOSE:
        found[k] = Match(k, k + 1, m.rule, m.sense.with_(year=value))


def _month_right(g, t, found, m: Match):
    """The month that closes an interval, though its word is mostly another: "from October to March"."""
    k = m.j + 1
    joins = {*g.words.get("interval_join", ()), *g.words.get("day_join", ())}
    if k >= len(t) or t.words[m.j] not in joins or t.gap(m.j) or t.gap(k) or k in found:
        return
    month, name = g.classes(t.words[k]).get("month"), k + 1 < len(t) and t.capital(k + 1)
    if month and t.words[k] in g.cased and t.capital(k) and not name:
        found[k] = Match(k, k + 1, m.rule, m.sense.with_(month=month))


def _year_behind(g, t, j: int):
    """The year that closes a list of days ("May 3, 5 and 7, 2018"), or None."""
    k = j + 1 if j < len(t) and t.words[j] == "," else j
    return g.classes(t.words[k]).get("year") if k < len(t) else None


def _day(g, t, i: int):
    """The day of the month token i may be, as a number or an ordinal."""
    classes = g.classes(t.words[i])
    day = classes.get("day") or classes.get("ordinalnumber")
    return day if day and day <= 31 else None


SHAPE = ("month", "day", "season", "quarter", "half")


def _share_years(g, t, found):
    joins = {*g.words.get("interval_join", ()), *g.words.get("day_join", ())}
    marks = {w for w in g.words.get("interval_mark", ()) if w.isalpha()}
    order = sorted(found, reverse=True)
    for later, earlier in zip(order, order[1:]):
        a, b = found[earlier], found[later]
        last = _plain(b.sense)
        if 0 < b.i - a.j <= REACH and _of_one_era(a.sense, last) and joins & set(t.words[a.j:b.i]):
            found[earlier] = a._replace(sense=a.sense.with_(era=last.f["era"]))
        elif 0 < b.i - a.j <= REACH and _alike(a.sense, last) and joins & set(t.words[a.j:b.i]):
            year = last.f["year"] - later_in_year(a.sense.f, last.f)
            found[earlier] = a._replace(sense=a.sense.with_(year=year))
        elif 0 < b.i - a.j <= REACH and _both_open(a.sense, last) and marks & set(t.words[a.j:b.i]):
            found[earlier] = a._replace(sense=a.sense.with_(until={k: last.f[k] for k in SHAPE if k in last.f}))
            found[later] = b._replace(sense=b.sense.with_(closes=True))


def _plain(sense):
    """A numeric date by its first reading."""
    if "parts" not in sense.f:
        return sense
    year, month, day = next(iter(sense.f["parts"].values()))
    return sense.with_(year=year, month=month, day=day)


def _of_one_era(a, b) -> bool:
    """Two centuries or decades of which only the second names its era: "the third century or the second century BC"."""
    return a.op == b.op == "point" and bool(b.f.get("era")) and not a.f.get("era") and bool({"century", "decade"} & set(a.f) & set(b.f))


def _both_open(a, b) -> bool:
    """Two points of one shape, neither with its year: "from January to September"."""
    shape = [k for k in SHAPE if k in a.f]
    return a.op == b.op == "point" and bool(shape) and shape == [k for k in SHAPE if k in b.f] and not {"year", "which", "holiday"} & (set(a.f) | set(b.f))


def _alike(a, b) -> bool:
    """Two points of one shape of which only the second states its year."""
    if a.op != "point" or b.op != "point" or "year" in a.f or not isinstance(b.f.get("year"), int) or "which" in a.f:
        return False
    shape = [k for k in SHAPE if k in a.f]
    return bool(shape) and shape == [k for k in SHAPE if k in b.f] and (a.f.get("day") is None or valid_day({**a.f, "year": b.f["year"]}))


def later_in_year(a: dict, b: dict) -> bool:
    """Whether a month and day come after another's in any one year."""
    return (a.get("month", 0), a.get("day", 0)) > (b.get("month", 0), b.get("day", 0))
