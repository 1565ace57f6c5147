"""One happening on two dates, and an order of two happenings that a document denies, each with the words on both sides.

Compatible windows are never a finding: "June" and "12 June", "around 10 June" and "12 June" do not exclude each other.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict

import pandas as pd

from timeline.checks._accounts import Account, accounts, apart, of_witness
from timeline.checks._finding import row, sentence
from timeline.checks._order import orders
from timeline.checks._same import ENOUGH, verdict

__all__ = ["COLUMNS", "check", "contradictions", "sentence"]

TITLE, ORDER = "Contradictions", 10
_TEXT = pd.StringDtype(na_value=pd.NA)
COLUMNS = {
    "kind": _TEXT,  # dates: two events that seem one; witnesses: of one event; order, distance: what a passage says of two events
    "event_id": _TEXT, "other_id": _TEXT, "doc_id": _TEXT, "other_doc": _TEXT,
    "quote": _TEXT, "other_quote": _TEXT,  # verbatim, from doc_id and other_doc
    "window": _TEXT, "other_window": _TEXT,  # EDTF
    "days": "int64",  # between the windows, beyond what their words leave open
    "precision": _TEXT, "other_precision": _TEXT,  # of the windows
    "title": _TEXT, "why": _TEXT,  # of the earlier event; what the two have in common, or which order is denied
    "reason": _TEXT, "score": "float64", "said": _TEXT,
}
_MOST = 40  # accounts one is held against
_SMALL = 48  # accounts: in a larger block only those near in time are paired
_EARLIER, _BESIDE = 400, 3  # days before a pair in which a span that holds both may begin; round it in which another day counts


def check(tables) -> pd.DataFrame:
    """As `contradictions`, for the tables of `timeline.checks`."""
    return contradictions(tables.events, tables.mentions, tables.texts)


def contradictions(frame: pd.DataFrame, mentions: pd.DataFrame, texts: dict[str, str] | None = None) -> pd.DataFrame:
    """What the documents say against each other, the surest first, with COLUMNS; empty where they agree.

    `frame`, `mentions`: as `timeline.frame` makes them. `texts`: the documents by doc_id, in which sentences without a
    date of their own may also tell an order; without it only the witnesses' words are read. The cost is near-linear in
    the events: they are compared within blocks of one family of happening and one actor or place, and near in time.
    """
    told = accounts(frame, mentions)
    rows = [*_dates(told), *_witnesses(frame, mentions), *orders(told, mentions, texts or {})]
    rows.sort(key=lambda row: (-row["score"], row["days"], row["event_id"], row["other_id"], row["kind"], row["doc_id"]))
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=dtype) for name, dtype in COLUMNS.items()})


def _dates(told: list[Account]):
    """Two events that seem one, with dates that exclude each other."""
    blocks, seen = _blocks(told), set()
    for block in blocks.values():
        for one, other in _pairs(block):
            pair = (one.event_id, other.event_id)
            if pair in seen or one.actors and other.actors and one.actors.isdisjoint(other.actors):
                continue
            found = verdict(one, other)
            if found and found.score >= ENOUGH and not _both_told(one, other, block):
                seen.add(pair)
                yield row("dates", one, other, found.why, found.score)


def _blocks(told: list[Account]) -> dict:
    """(family, who or where) -> the accounts of it, in time's order."""
    found = defaultdict(list)
    for account in sorted(told, key=lambda a: (a.first, a.last, a.event_id)):
        for family in sorted({family for family, _ in account.heads}):
            for link in sorted({*account.actors, account.place, *account.marks} - {""}):
                found[family, link].append(account)
    return found


def _pairs(block: list[Account]):
    """Pairs near in time, and of the few accounts of what happens once any pair."""
    for number, one in enumerate(block):
        for other in block[number + 1:number + 1 + _MOST]:
            if other.first - one.last > 62 and len(block) > _SMALL:
                break
            if other.first > one.last:
                yield one, other


def _both_told(one: Account, other: Account, block: list[Account]) -> bool:
    """Whether a document itself tells of both days, or a longer window holds both: then there may be two, or one that lasted."""
    if one.documents & other.documents and one.doc_id != other.doc_id:
        return True
    low = bisect_left(block, one.first - _EARLIER, key=lambda a: a.first)
    high = bisect_right(block, other.last + _BESIDE, key=lambda a: a.first)
    near = [a for a in block[max(low, high - 4 * _MOST):high] if a.last >= one.first - _BESIDE]
    if any(a.kind == "interval" and a.first <= one.last and other.first <= a.last for a in near):
        return True
    by_one = any(a.documents & one.documents and a.first <= other.last and other.first <= a.last for a in near if a is not one)
    by_other = any(a.documents & other.documents and a.first <= one.last and one.first <= a.last for a in near if a is not other)
    return (by_one or by_other) and one.doc_id != other.doc_id


def _witnesses(frame: pd.DataFrame, mentions: pd.DataFrame):
    """Witnesses of one event whose own dates exclude each other."""
    several = frame[frame["mention_count"].gt(1) & frame["modality"].eq("actual")].set_index("event_id", drop=False)
    rows = {row.event_id: row for row in several.itertuples(index=False)}
    groups = defaultdict(list)
    for witness in mentions.itertuples(index=False):
        if witness.event_id in rows:
            groups[witness.event_id].append(of_witness(rows[witness.event_id], witness))
    for _event_id, found in groups.items():
        pair = _farthest([account for account in found if account and not account.is_bound])
        if pair and apart(*pair) >= (1 if all(a.basis == "explicit" for a in pair) else 2):
            yield row("witnesses", *pair, "both were read as witnesses of one event", 0.55 + 0.1 * sum(a.basis == "explicit" for a in pair))


def _farthest(found: list[Account]) -> tuple[Account, Account] | None:
    """The witness that ends first and the one that begins last, where their windows exclude each other."""
    if len(found) < 2:
        return None
    one = min(found, key=lambda a: (a.last + a.slack, a.doc_id))
    other = max(found, key=lambda a: (a.first - a.slack, a.doc_id))
    return (one, other) if apart(one, other) > 0 and other.first > one.last else None

