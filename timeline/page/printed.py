"""The view as it goes on paper: title, counters, the filters in words, the chart, and every event with its source."""

import streamlit as st

from timeline.page import address, board, curate, excerpt, filters, header, locale
from timeline.page.marked import literal
from timeline.rows import rows_of

MOST = 1500  # events; a longer list would be a book


def show(loaded) -> None:
    """The whole printable page, and the way back from it."""
    view = filters.now()
    shown = view.chosen(curate.in_sight(loaded))
    with st.container(horizontal=True, vertical_alignment="center", key="print-bar"):
        st.button("Back", on_click=turn, args=(False,), icon=":material/arrow_back:", key="print-back")
        st.html("<p class='tl-quiet'>Print this page with Ctrl + P (on a Mac ⌘ P): the bar with this line stays off the paper.</p>")
    st.html(f"<h1 class='tl-title'>{literal(header.title(loaded))}</h1><p class='tl-counts'>{header.counters(loaded, shown)}</p>")
    if words := filters.in_words(loaded, view):
        st.html(f"<p class='tl-quiet'>Shown: {literal('; '.join(words))}</p>")
    with st.container(key="paper"):
        board.show(loaded, view, shown)
        board.hands(excerpt.picked(loaded, shown))
    st.html(listed(loaded, shown))
    address.write(view)


def turn(on: bool) -> None:
    """To the printable view, or back."""
    st.session_state["print"] = "yes" if on else ""


def listed(loaded, shown) -> str:
    """The rows as HTML, every word of a document in it escaped; what is left out is said."""
    dated, undated = rows_of(shown).dated, rows_of(shown).undated
    parts = [_list(loaded, dated.part(0, MOST).frame)]
    if len(undated):
        parts += ["<h2>Undated</h2>", _list(loaded, undated.part(0, MOST).frame)]
    cut = sum(max(0, len(rows) - MOST) for rows in (dated, undated))
    parts += [f"<p class='tl-quiet'>{locale.number(cut)} more events are left out here; the downloads hold all of them.</p>"] if cut else []
    return f"<div class='tl-printed'>{''.join(parts)}</div>"


def _list(loaded, rows) -> str:
    return f"<ol>{''.join(_item(loaded, row) for row in rows.itertuples(index=False))}</ol>"


def _item(loaded, row) -> str:
    sources = "; ".join(_source(loaded, doc_id) for doc_id in row.documents)
    marks = [", ".join(row.actors), row.modality if row.modality != "actual" else "", row.reason if row.when == "undated" and isinstance(row.reason, str) else ""]
    return (f"<li dir='auto'><p><b>{literal(locale.ordered(row.when))}</b> {literal(row.title)}</p><p class='tl-quiet'>{literal(' · '.join(filter(None, marks)))}</p>"
            f"<blockquote>{literal(row.excerpt)}</blockquote><p class='tl-source'>{literal(sources)}</p></li>")


def _source(loaded, doc_id: str) -> str:
    document = loaded.document.get(doc_id)
    day = document.published if document else None
    return loaded.label(doc_id) + (f", published {locale.value(day.day)}" if day else ", date not known")
