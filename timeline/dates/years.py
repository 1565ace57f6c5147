"""The year of a month, a day and month, a season or a quarter that names none, next to the document's day."""

from timeline import calendar
from timeline.dates import values
from timeline.dates.arithmetic import covers, first_day

UNDECIDED = 200  # days: two readings whose distances differ by less are decided by tense
SOON = 45  # days: a date so little ahead may follow a past verb ("announced it would open Dec. 7")
ENDED = 60  # days: "this winter" is the one so recently over, in a clause that looks back
AHEAD = 5  # years: a two-digit year lies no further ahead of the document
REPORTING_LAG = 60  # days: a quarter is spoken of when its figures come out
SIGNS = {"past": -1, "previous": -1, "future": 1, "following": 1}


def choose(f: dict, which: str, anchor: int, tense) -> tuple[int, list[tuple[int, str]]]:
    """The year for the fields `f`, and the other years considered, each with why it was not taken.

    `which`: what the words ask for ("past", "following", "this" …). `anchor`: a day number. `tense()`: the
    direction of the clause, as `context.direction` gives it, asked for only where it is needed.
    """
    year = calendar.ymd(anchor)[0]
    if which == "this":
        return _this(f, anchor, year, tense), []
    starts = {y: first_day({**f, "year": y}) for y in _around(f, year)}
    current = year if covers({**f, "year": year}, anchor) else None
    if sign := SIGNS.get(which):
        return _forced(starts, anchor, sign, current)
    if current is not None:
        return current, []
    if told := [y for y in starts if "day" in f and f.get("weekday") == calendar.weekday(starts[y]) + 1]:
        return told[0], [(y, "on no such weekday") for y in starts if abs(y - told[0]) == 1]
    middle = _half_length(f)
    near = sorted(starts, key=lambda y: (abs(starts[y] + middle - anchor), y))
    pick = _by_tense(starts, near, middle, anchor, tense())
    return pick, [(y, "farther from the document's date" if y != near[0] else speaks_of(pick > y)) for y in near[:2] if y != pick]


def speaks_of(future: bool) -> str:
    """Why the reading on the other side of the anchor was not taken."""
    return f"the clause speaks of the {'future' if future else 'past'}"


def _around(f: dict, year: int) -> list[int]:
    """The years that come into question: those that have the day."""
    if f.get("month") == 2 and f.get("day") == 29:
        return [y for y in range(year - 8, year + 9) if calendar.is_leap(y)]
    return [year - 1, year, year + 1]


def _half_length(f: dict) -> int:
    """Days from the start of what is named to where it is measured from."""
    half = 15 if "month" in f and "day" not in f else 45 if "month" not in f else 0
    return half + (REPORTING_LAG if "quarter" in f else 0)


def _this(f: dict, anchor: int, year: int, tense) -> int:
    """The year of "this winter": the one that is on or, in a clause that looks back, just over."""
    last = values.window(values.timex({**f, "year": year - 1}))[1]
    recent = ENDED if tense() < 0 else 0
    return year - 1 if last is not None and "season" in f and last >= anchor - recent else year


def _by_tense(starts: dict, near: list, middle: int, anchor: int, tense: int) -> int:
    """The nearest year, unless the tense of the clause points the other way."""
    close = abs(abs(starts[near[0]] + middle - anchor) - abs(starts[near[1]] + middle - anchor)) < UNDECIDED
    if tense > 0 and close:
        return min(y for y in starts if starts[y] > anchor)
    if tense < 0 and (close or tense < -1 and starts[near[0]] - anchor > SOON):
        return max(y for y in starts if starts[y] <= anchor)
    return near[0]


def _forced(starts: dict, anchor: int, sign: int, current: int | None) -> tuple[int, list[tuple[int, str]]]:
    fit = [y for y, day in starts.items() if (day < anchor if sign < 0 else day > anchor) and y != current]
    pick = max(fit) if sign < 0 else min(fit)
    why = "not before the document's date" if sign < 0 else "not after the document's date"
    return pick, [(y, why) for y in starts if y == pick - sign]
