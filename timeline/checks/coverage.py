"""What became of the date words of each document, and where in its text they stand.

Everything found in a document is placed (it dates an event), undated (its event stands in the tray) or rejected (it founds
no event); found = placed + undated + rejected. Placed and undated are the document's witnesses: over all documents they
come to the sum of `mention_count` over the dated rows of the events and over the undated ones.
"""

from collections import Counter, defaultdict

import pandas as pd

from timeline import frame as frames
from timeline.calendar import PLAIN, Wording

TITLE, ORDER = "Coverage", 30
_TEXT = pd.StringDtype(na_value=pd.NA)
STATES = ("placed", "undated", "rejected")
PARTS = 10
COLUMNS = {
    "doc_id": _TEXT, "name": _TEXT,
    "found": "int64", "placed": "int64", "undated": "int64", "rejected": "int64",
    "unworded": "int64",  # of the placed and undated: without date words of their own, on the document's date or on none
    "phrases": "int64",  # date words at distinct places of the text
    "share": "float64",  # of the text's characters that stand in date words
    "silent": "float64",  # of the text's tenths, the share that no date word stands in
    "tenths": object,  # a tuple of ten counts: date words that begin in each tenth of the text
    "longest": "int64",  # characters of the longest stretch without date words
    "longest_start": "int64",  # where it begins
    "reason": _TEXT,  # the commonest reason of what is not placed; why there is nothing, where nothing was found or placed
    "said": _TEXT,
}
PHRASES = {
    "doc_id": _TEXT, "status": pd.CategoricalDtype(STATES, ordered=True), "text": _TEXT,
    "start": "Int64", "end": "Int64",  # offsets of the date words; missing where a passage has none of its own
    "tenth": "Int64",  # 1 to 10: the part of the text they begin in
    "event_id": _TEXT,  # missing where rejected
    "reason": _TEXT,  # why not placed; missing where placed
}
NO_DATES = "no date words stand in it"
NOTHING = "it holds no text"


def check(tables) -> pd.DataFrame:
    """As `coverage`, for the tables of `timeline.checks`."""
    return coverage(tables.events, tables.mentions, tables.rejected, tables.documents)


def detail(tables) -> pd.DataFrame:
    """As `phrases`, for the tables of `timeline.checks`."""
    return phrases(tables.events, tables.mentions, tables.rejected, tables.documents)


def coverage(events: pd.DataFrame, mentions: pd.DataFrame, rejected: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row a document, in the documents' order, with COLUMNS; the frames are those of `timeline.frame`."""
    found = defaultdict(list)
    for row in phrases(events, mentions, rejected, documents).itertuples(index=False):
        found[row.doc_id].append(row)
    rows = [_document(d.doc_id, d.name, d.characters, found[d.doc_id]) for d in documents.itertuples(index=False)]
    return _frame(rows, COLUMNS)


def phrases(events: pd.DataFrame, mentions: pd.DataFrame, rejected: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row a thing found, with PHRASES, by document and in the order of its text; what has no date words of its own comes last."""
    dated = dict(zip(events["event_id"], frames.is_dated(events), strict=True))
    reasons = dict(zip(events["event_id"], events["reason"], strict=True))
    length = dict(zip(documents["doc_id"], documents["characters"], strict=True))
    rows = [_witness(row, dated[row.event_id], reasons[row.event_id]) for row in mentions.itertuples(index=False) if row.event_id in dated]
    used = {(row["doc_id"], row["start"], row["end"]) for row in rows}
    rows += [_rejected(row) for row in rejected.itertuples(index=False) if (row.doc_id, row.start, row.end) not in used]
    order = {doc_id: number for number, doc_id in enumerate(documents["doc_id"])}
    for row in rows:
        row["tenth"] = _tenth(row["start"], length.get(row["doc_id"], 0))
    rows.sort(key=lambda row: (order.get(row["doc_id"], len(order)), row["start"] is None, row["start"] or 0, row["end"] or 0,
                               row["event_id"] or ""))
    return _frame(rows, PHRASES)


def _frame(rows: list[dict], dtypes: dict) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=dtype) for name, dtype in dtypes.items()})


def _witness(row, placed: bool, reason) -> dict:
    start, end = (None if pd.isna(at) else int(at) for at in (row.date_start, row.date_end))
    return {"doc_id": row.doc_id, "status": "placed" if placed else "undated", "text": row.date_text, "start": start, "end": end,
            "event_id": row.event_id, "reason": None if placed else reason}


def _rejected(row) -> dict:
    return {"doc_id": row.doc_id, "status": "rejected", "text": row.text, "start": int(row.start), "end": int(row.end),
            "event_id": None, "reason": row.reason}


def _tenth(start: int | None, characters: int) -> int | None:
    return None if start is None else min(start * PARTS // max(characters, 1), PARTS - 1) + 1


# -- one document --------------------------------------------------------------------------------

def _document(doc_id: str, name: str, characters: int, found: list) -> dict:
    counts = Counter(row.status for row in found)
    places = sorted({(int(row.start), int(row.end)) for row in found if not pd.isna(row.start)})
    tenths = Counter(_tenth(start, characters) for start, _ in places)
    touched = {_tenth(at, characters) for start, end in places for at in (start, max(start, end - 1))}
    covered, longest, begin = _measured(places, characters)
    row = {"doc_id": doc_id, "name": name, "found": len(found), **{state: counts[state] for state in STATES},
           "unworded": sum(bool(pd.isna(row.start)) for row in found), "phrases": len(places),
           "share": covered / characters if characters else 0.0, "silent": 1 - len(touched) / PARTS,
           "tenths": tuple(tenths[part] for part in range(1, PARTS + 1)), "longest": longest, "longest_start": begin,
           "reason": _reason(found, characters)}
    return row | {"said": sentence(row)}


def _measured(places: list[tuple[int, int]], characters: int) -> tuple[int, int, int]:
    """(characters in date words, characters of the longest stretch without, where it begins)."""
    covered, longest, begin, at = 0, 0, 0, 0
    for start, end in [*places, (characters, characters)]:
        if start - at > longest:
            longest, begin = start - at, at
        covered += max(0, end - max(start, at))
        at = max(at, end)
    return covered, longest, begin


def _reason(found: list, characters: int) -> str:
    """Why what was found is not all placed, by its commonest reason; why there is nothing, where there is nothing."""
    if not characters:
        return NOTHING
    if not found:
        return NO_DATES
    whys = Counter(row.reason for row in found if row.status != "placed" and isinstance(row.reason, str))
    return min(whys, key=lambda why: (-whys[why], why)) if whys else ""


def sentence(row: dict, wording: Wording = PLAIN) -> str:
    """What became of a document's date words, from the columns of its row."""
    found, placed, undated, rejected = (wording.number(row[name]) for name in ("found", *STATES))
    counts = f"{found} found: {placed} placed, {undated} undated, {rejected} rejected"
    why = f"; most often: {row['reason']}" if row["reason"] and row["found"] else f"; {row['reason']}" if row["reason"] else ""
    return f"{counts}{why}; {round(100 * row['silent'])} % of the text’s tenths hold no date words"
