"""Day or month first? What a document itself tells of how its numeric dates (3/4/2019) are to be read."""

import re

from timeline import calendar
from timeline.dates import values
from timeline.model import Alternative

_NUMERIC = re.compile(r"(?<![\w./,:-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?![\w/-]|[.,]\d)")
FIRST = {"dmy": "the day first", "mdy": "the month first"}


def readings(a: int, b: int, year: int) -> dict[str, tuple[int, int, int]]:
    """order -> (year, month, day): the ways in which two numbers before a year are a day and a month."""
    both = (("dmy", b, a), ("mdy", a, b))
    return {order: (year, m, d) for order, m, d in both if 1 <= m <= 12 and 1 <= d <= calendar.month_length(year, m)}


class Order:
    """The order of a document's numeric dates: that of the dates it writes with a day above 12; of none, the language's."""

    def __init__(self, text: str, default: str):
        self.default = default
        self.text: str | None = text  # looked through when the first date asks for it
        self.pick, self.because = default, ""

    def read(self, readings: dict, off: dict) -> tuple[tuple, tuple[Alternative, ...]]:
        """((year, month, day), the rejected reading): `off` holds what the weekday beside the date has ruled out."""
        if len(readings) == 1:
            return next(iter(readings.values())), tuple(Alternative(_iso(r), "on no such weekday") for r in off.values())
        self._look()
        pick = readings.get(self.pick) or next(iter(readings.values()))
        why = self.because or f"nothing in the document says it writes {FIRST.get('dmy' if self.pick == 'mdy' else 'mdy')}"
        return pick, tuple(Alternative(_iso(r), why) for r in readings.values() if r != pick)

    def _look(self):
        if self.text is None:
            return
        seen: dict[str, list[str]] = {"dmy": [], "mdy": []}
        for hit in _NUMERIC.finditer(self.text):
            fits = readings(int(hit[1]), int(hit[3]), int(hit[4]))
            if len(fits) == 1:  # the other order has no such day
                seen[next(iter(fits))].append(hit[0])
        self.text = None
        more, less = sorted(seen, key=lambda order: -len(seen[order]))
        if len(seen[more]) > len(seen[less]):
            self.pick = more
            self.because = f"the document {'mostly ' if seen[less] else ''}writes {FIRST[more]}, as in {seen[more][0]}"
        elif seen[more]:
            self.because = f"the document writes both {seen['dmy'][0]} and {seen['mdy'][0]}"


def _iso(reading: tuple) -> str:
    year, month, day = reading
    return values.timex({"year": year, "month": month, "day": day})
