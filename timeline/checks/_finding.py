"""A finding of two accounts as a row of `timeline.checks.contradictions`."""

from timeline import calendar
from timeline.calendar import PLAIN, Wording
from timeline.checks._accounts import Account, apart

DATED = ("dates", "witnesses")  # kinds whose reason names both days


def row(kind: str, one: Account, other: Account, why: str, score: float, **changes) -> dict:
    """One finding as a row of COLUMNS; `one` is the earlier. `changes` replace what follows from the two accounts."""
    found = {"kind": kind, "event_id": one.event_id, "other_id": other.event_id, "doc_id": one.doc_id, "other_doc": other.doc_id,
             "quote": one.quote, "other_quote": other.quote, "window": _edtf(one), "other_window": _edtf(other),
             "precision": one.precision, "other_precision": other.precision, "title": one.title, "why": why, "days": apart(one, other),
             "score": round(score, 3)} | changes
    return found | {"reason": reason(found), "said": sentence(found)}


def reason(row: dict, wording: Wording = PLAIN) -> str:
    """What the two accounts say against each other; the days of two dates of one happening are told as `wording` has them."""
    if row["kind"] not in DATED:
        return row["why"]
    first, second = (wording.when(*calendar.bounds(row[window]), row[precision])
                     for window, precision in (("window", "precision"), ("other_window", "other_precision")))
    return f"{row['why']}, one on {first}, the other on {second}"


def sentence(row: dict, wording: Wording = PLAIN) -> str:
    """The finding in a sentence, from the columns of its row."""
    return f"“{row['title']}”: {reason(row, wording)}"


def _edtf(account: Account) -> str:
    first, last = calendar.iso(account.first), calendar.iso(account.last)
    return account.edtf if calendar.bounds(account.edtf) == (account.first, account.last) else first if first == last else f"{first}/{last}"
