"""What a passage says of a happening and its day: the events' rows and their witnesses, as the checks compare them."""

from functools import cached_property
from typing import NamedTuple

import pandas as pd

from timeline import calendar
from timeline.checks._words import content, heads, marks, says, table, words

_SLACK = {"time": 1, "day": 10, "week": 14, "month": 45, "season": 120, "quarter": 120, "year": 800}
_FIRM = ("explicit", "relative", "context")  # ways to a date that can speak against another


class _Fields(NamedTuple):
    event_id: str
    doc_id: str
    title: str
    quote: str
    date_text: str
    edtf: str
    first: int
    last: int
    basis: str
    precision: str
    qualifier: str
    modality: str
    kind: str
    actors: frozenset[str]
    place: str
    documents: frozenset[str]


class Account(_Fields):
    """One event as one of its witnesses tells it; `first` and `last` are days (see `timeline.model`)."""

    @cached_property
    def heads(self) -> frozenset[tuple[str, str]]:
        return heads(self.title)

    @cached_property
    def marks(self) -> frozenset[str]:
        """What else tells it from its like: names in its title, and "the treaty" where the passage calls it that."""
        return marks(self.title, self.around)

    @cached_property
    def around(self) -> str:
        """The quote without its date words."""
        return self.quote.replace(self.date_text, " ", 1) if self.date_text else self.quote

    @cached_property
    def content(self) -> frozenset[str]:
        return content(self.around) | content(self.title)

    def says(self, name: str) -> bool:
        """Whether the passage, its date words apart, has a word of the [aside] list `name`."""
        return says(table()["aside"][name], self.around)

    @cached_property
    def is_one_more(self) -> bool:
        """Whether a word of the passage, or how it stands to its date, says that it is another of its kind, a plan, a
        memory, a date that was moved, or but the bound of a time."""
        return self.is_bound or any(self.says(name) for name in ("moved", "planned", "another"))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers it tells, its date's apart."""
        return frozenset(word for word in words(self.around) if word.isdecimal())

    @cached_property
    def slack(self) -> int:
        """Days by which its window may be wider than it looks."""
        loose = self.qualifier != "exact" or self._is_vague()
        return (_SLACK.get(self.precision, 36_525) if loose else 0) + says(table()["aside"]["night"], self.quote)

    def _is_vague(self) -> bool:
        """Whether "around", "or", "perhaps" stand right before the date, or the passage doubts itself."""
        before = words(self.quote[max(0, self.at - 30):self.at])[-3:]
        return not table()["aside"]["vaguely"].isdisjoint((*before, *words(self.date_text)))

    @cached_property
    def at(self) -> int:
        """Where the date words stand in the quote, 0 where they do not."""
        return max(self.quote.find(self.date_text), 0) if self.date_text else 0

    @cached_property
    def is_bound(self) -> bool:
        """Whether the date only bounds a time: "by 12 June", "until Friday"."""
        return self.kind == "instant" and not table()["boundary"]["before_date"].isdisjoint(words(self.quote[max(0, self.at - 16):self.at])[-1:])

    @cached_property
    def phase(self) -> str:
        """begins, ends, both or neither: which end of the happening the passage tells of."""
        found = [name for name in ("begins", "ends") if self.says(name)]
        return "both" if len(found) == 2 else "".join(found)


def accounts(frame: pd.DataFrame, mentions: pd.DataFrame) -> list[Account]:
    """One account of each event that has both ends, as its firmest witness tells it; in the frame's order.

    Left out: what may not have happened, and what was dated by nothing but the day of its document.
    """
    lead = _leads(mentions)
    rows = frame[frame["first_day"].notna() & frame["last_day"].notna() & frame["date_basis"].isin(_FIRM) & frame["modality"].eq("actual")]
    return [_account(row, lead[row.event_id]) for row in rows.itertuples(index=False) if row.event_id in lead]


def _leads(mentions: pd.DataFrame) -> dict:
    """event_id -> its first explicit witness, else its first."""
    found = {}
    for row in mentions.itertuples(index=False):
        held = found.get(row.event_id)
        if held is None or held.date_basis != "explicit" and row.date_basis == "explicit":
            found[row.event_id] = row
    return found


def _account(row, witness) -> Account:
    own = _window(witness.date_edtf)
    first, last = own if own and row.first_day <= own[0] and own[1] <= row.last_day else (int(row.first_day), int(row.last_day))
    return Account(row.event_id, witness.doc_id, _text(row.title), _text(witness.exact), _text(witness.date_text), _text(row.date_edtf),
                   first, last, str(witness.date_basis), str(row.precision), str(row.qualifier), str(row.modality), str(row.kind),
                   frozenset(row.actors), _text(row.place), frozenset(row.documents))


def of_witness(row, witness) -> Account | None:
    """The account of one witness with its own window; None where its date has not both ends or is not its own."""
    own = _window(witness.date_edtf)
    if own is None or witness.date_basis not in _FIRM:
        return None
    return Account(row.event_id, witness.doc_id, _text(row.title), _text(witness.exact), _text(witness.date_text), _text(witness.date_edtf),
                   *own, str(witness.date_basis), _fineness(own), _doubt(witness.date_edtf), str(row.modality),
                   "interval" if "/" in witness.date_edtf else "instant", frozenset(witness.actors), _text(row.place), frozenset((witness.doc_id,)))


def _fineness(window: tuple[int, int]) -> str:
    days = window[1] - window[0] + 1
    return next((name for name, most in (("day", 1), ("week", 14), ("month", 31), ("season", 100), ("year", 366)) if days <= most), "decade")


def _doubt(edtf: str) -> str:
    return "exact" if not set("~?%") & set(edtf) else "approximate"


def _text(value) -> str:
    return value if isinstance(value, str) else ""


def _window(edtf) -> tuple[int, int] | None:
    first, last = calendar.bounds(edtf) if isinstance(edtf, str) and edtf else (None, None)
    return None if first is None or last is None or last < first else (first, last)


def apart(one: Account, other: Account) -> int:
    """Days that lie between two windows beyond what their words leave open; 0 or less where they are compatible."""
    return max(one.first - other.last, other.first - one.last) - one.slack - other.slack
