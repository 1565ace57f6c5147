"""What the checks found: contradictions with both quotes side by side, silences, and what became of each document's date words.

A finding is a question to the reader. Choosing one reads its event; the other event of it stands in the list beside.
"""

import numpy as np
import streamlit as st

from timeline.checks.gaps import in_words
from timeline.page import excerpt, locale
from timeline.page.marked import literal
from timeline.page.tables import height

COLUMNS = st.column_config
SHOWN = {
    "contradictions": {
        "said": COLUMNS.TextColumn("What does not agree", width=520), "window": COLUMNS.TextColumn("One date", width=120),
        "other_window": COLUMNS.TextColumn("The other", width=120), "days": COLUMNS.NumberColumn("Days apart", width=90, format="localized"),
        "score": COLUMNS.ProgressColumn("How sure", width=100, min_value=0, max_value=1, format="percent")},
    "gaps": {
        "actor": COLUMNS.TextColumn("Whose", width=150), "length": COLUMNS.TextColumn("How long", width=90),
        "start": COLUMNS.TextColumn("From", width=100), "end": COLUMNS.TextColumn("To", width=100),
        "before": COLUMNS.TextColumn("Event before", width=220), "after": COLUMNS.TextColumn("Event after", width=220),
        "published": COLUMNS.NumberColumn("Documents then", width=110, format="localized", help="Documents that were published in that time"), "said": COLUMNS.TextColumn("In words", width=420)},
    "coverage": {
        "name": COLUMNS.TextColumn("Document", width=220), "found": COLUMNS.NumberColumn("Found", width=70, format="localized"),
        "placed": COLUMNS.NumberColumn("Placed", width=70, format="localized", help="It dates an event"),
        "undated": COLUMNS.NumberColumn("Undated", width=70, format="localized", help="Its event stands in the tray of the undated"),
        "rejected": COLUMNS.NumberColumn("Rejected", width=70, format="localized", help="It founds no event"),
        "tenths": COLUMNS.BarChartColumn("Where in the text", width=150, help="Date words in each tenth of the text"),
        "silent": COLUMNS.ProgressColumn("Silent", width=90, min_value=0, max_value=1, format="percent", help="Tenths of the text without date words"),
        "said": COLUMNS.TextColumn("In words", width=420)},
}
PAIRS = {"contradictions": ("event_id", "other_id"), "gaps": ("before_id", "after_id")}
DAYS = {"contradictions": ("window", "other_window"), "gaps": ("start", "end")}
NOTHING = {"contradictions": "No two documents, and no two passages, give dates that exclude each other.",
           "gaps": "No silence is unusual for these documents.", "coverage": "There is no document."}
ASKS = {"contradictions": "One happening on two dates, or an order that a passage denies: which is right is for you to judge. Choose a row to read both.",
        "gaps": "Stretches without any event that are unusually long for these documents, or for one actor in them. Choose a row to read the event before it.",
        "coverage": "What became of the date words of each document. Choose a row to see each of them."}


def show(loaded, module, name: str, shown) -> None:
    """The findings of one check that touch the events shown."""
    rows = _worded(loaded, module)
    pair = PAIRS.get(name)
    kept = rows[_seen(rows[pair[0]], shown) | _seen(rows[pair[1]], shown)] if pair else rows
    if kept.empty:
        st.caption(NOTHING.get(name, "Nothing was found.") if rows.empty else f"The filters hide all {locale.number(len(rows))} of them.")
        return
    hidden = f" The filters hide {locale.number(len(rows) - len(kept))} more." if len(rows) > len(kept) else ""
    st.caption(ASKS.get(name, module.TITLE) + hidden)
    at = _table(module, name, kept)
    if name == "contradictions":
        _side_by_side(loaded, kept.iloc[at or 0])
    elif name == "coverage":
        _phrases(loaded, module, kept.iloc[at or 0])


def _worded(loaded, module):
    """What the check finds, its sentences with days and numbers as the reader writes them; made once for all who write alike."""
    rows, wording = loaded.checked(module), locale.wording()
    if not hasattr(module, "sentence"):
        return rows
    return loaded.once((module.TITLE, *locale.style()), lambda: rows.assign(said=[module.sentence(row, wording) for row in rows.to_dict("records")]))


def _seen(ids, shown):
    """Whether each of the events is among those shown."""
    place = shown.columns.place
    return np.array([i in place and shown.has(place[i]) for i in ids], dtype=bool)


def _table(module, name: str, rows) -> int | None:
    """The findings; which of them is chosen."""
    config = SHOWN.get(name) or {column: None for column in rows.columns}
    key = f"{name}-found"
    told = st.dataframe(_plain(rows, name)[list(config)], hide_index=True, column_config={k: v for k, v in config.items() if v}, key=key,
                        on_select=lambda: _chosen(key, name, rows), selection_mode="single-row", height=height(len(rows)),
                        alt=f"{module.TITLE}: {locale.number(len(rows))} findings, each in a sentence")
    chosen = told["selection"]["rows"]
    return chosen[0] if chosen and chosen[0] < len(rows) else None


def _plain(rows, name: str):
    if name in DAYS:
        rows = rows.assign(**{column: rows[column].map(locale.value, na_action="ignore") for column in DAYS[name]})
    if name == "gaps":
        return rows.assign(actor=rows["actor"].replace("", "everybody"), published=rows["published"].where(rows["published"] >= 0),
                           length=[in_words(days, locale.number) for days in rows["days"]])
    return rows.assign(tenths=[list(cell) for cell in rows["tenths"]]) if name == "coverage" else rows


def _chosen(key: str, name: str, rows) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    if chosen and chosen[0] < len(rows) and name in PAIRS:
        row = rows.iloc[chosen[0]]
        pair = tuple(row[column] for column in PAIRS[name])
        excerpt.pick_below(pair[0], pair)


def _side_by_side(loaded, row) -> None:
    """Both quotes, each with its date and document, and a way to read each event."""
    sides = (("event_id", "doc_id", "quote", "window"), ("other_id", "other_doc", "other_quote", "other_window"))
    both = "".join(_side(loaded, *(row[name] for name in names[1:])) for names in sides)
    st.html(f"<p class='tl-said'>{literal(row['said'])}</p><div class='tl-accounts'>{both}</div>")
    for place, (name, *_) in zip(st.columns(2), sides):
        place.button("Read this event", key=f"read-{name}", on_click=excerpt.pick_below, args=(row[name], (row["event_id"], row["other_id"])),
                     icon=":material/article:", disabled=row[name] not in loaded.event)


def _side(loaded, doc_id: str, quote: str, window: str) -> str:
    return (f"<div class='tl-account'><p class='tl-when'><b>{literal(locale.value(window))}</b></p>"
            f"<blockquote dir='auto'>{literal(quote)}</blockquote><p class='tl-source'>{literal(loaded.label(doc_id))}</p></div>")


def _phrases(loaded, module, row) -> None:
    """Each date phrase of the document and what became of it."""
    found = loaded.checked(module, "detail")
    found = found[found["doc_id"] == row["doc_id"]]
    titles = [loaded.event[i].title if isinstance(i, str) and i in loaded.event else "" for i in found["event_id"]]
    st.html(f"<p class='tl-said'><b>{literal(loaded.label(row['doc_id']))}</b></p>")
    st.dataframe(found[["status", "text"]].assign(event=titles, reason=found["reason"].fillna("")), hide_index=True, key="phrases", height=height(len(found)), column_config={
        "status": COLUMNS.TextColumn("What became of it", width=110), "text": COLUMNS.TextColumn("Date words", width=180),
        "event": COLUMNS.TextColumn("Event", width=280), "reason": COLUMNS.TextColumn("Why not", width=360)},
        alt="The date phrases of the document, and what became of each")
