"""A finding of two accounts as a row of `timeline.checks.contradictions`."""

from timeline import calendar
from timeline.checks._accounts import Account, apart


def row(kind: str, one: Account, other: Account, why: str, score: float, **changes) -> dict:
    """One finding as a row of COLUMNS; `one` is the earlier. `changes` replace what follows from the two accounts."""
    first, second = (calendar.label(a.first, a.last, a.precision) for a in (one, other))
    found = {"kind": kind, "event_id": one.event_id, "other_id": other.event_id, "doc_id": one.doc_id, "other_doc": other.doc_id,
             "quote": one.quote, "other_quote": other.quote, "window": _edtf(one), "other_window": _edtf(other),
             "days": apart(one, other), "reason": f"{why}, one on {first}, the other on {second}", "score": round(score, 3)} | changes
    return found | {"said": f"“{one.title}”: {found['reason']}"}


def _edtf(account: Account) -> str:
    first, last = calendar.iso(account.first), calendar.iso(account.last)
    return account.edtf if calendar.bounds(account.edtf) == (account.first, account.last) else first if first == last else f"{first}/{last}"
