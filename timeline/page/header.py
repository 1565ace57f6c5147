"""Who and when, the counters, and the downloads."""

import streamlit as st

from timeline import actors, frame
from timeline.charts import main_days
from timeline.page import curate, downloads, filters, locale, welcome, working
from timeline.page.marked import literal

TOLD = 3  # failures in full


def show(loaded, shown) -> None:
    """The title made from the events, the counters that reconcile, the downloads beside them."""
    left, right = st.columns([.7, .3], gap="medium", vertical_alignment="bottom")
    with left:
        st.html(f"<h1 class='tl-title'>{literal(title(loaded))}</h1><p class='tl-counts'>{counters(loaded, shown)}</p>")
    welcome.demo(loaded)
    _failures(loaded)
    _strange()
    working.notice(loaded)
    _notice()
    with right, st.container(horizontal=True, horizontal_alignment="right", key="downloads"):
        downloads.show(loaded, shown, title)
        welcome.how_to_read()


def _failures(loaded) -> None:
    """What could not be read, in a line each; all of it stands in the documents' table."""
    failures = loaded.timeline.failures
    if failures:
        lines = [f"<li><b>{literal(f.name)}</b> {literal(f.reason)}</li>" for f in failures[:TOLD]]
        more = f"<li>and {locale.number(len(failures) - TOLD)} more: see Documents, below</li>" if len(failures) > TOLD else ""
        st.html(f"<ul class='tl-failed' role='status'>{''.join(lines)}{more}</ul>")


def _strange() -> None:
    """That the address asked for more than there is."""
    if number := st.session_state.get("strange"):
        said = "one thing that is" if number == 1 else f"{locale.number(number)} things that are"
        st.html(f"<p class='tl-quiet' role='status'>The address names {said} not in these documents (an actor, a document, a tag or an event): left out.</p>")


def _notice() -> None:
    """Quietly, that names are found with less than the whole, as where the trained recogniser is not installed."""
    if told := actors.notice():
        st.html(f"<p class='tl-quiet' role='note'>{literal(told)}</p>")


def title(loaded) -> str:
    """The busiest actors and the main years: "Kim Jong-un, Donald Trump, Moon Jae-in, 2017 – 2019"."""
    if loaded.events.empty:
        return "Timeline"
    names = ", ".join(list(loaded.actors)[:3]) or "Timeline"
    days = main_days(loaded.rows)
    return f"{names}, {filters.years(*days)}" if days else names


def counters(loaded, shown) -> str:
    """dated · undated · hidden of found, as HTML of our own words."""
    counts, number = frame.count(loaded.events, shown), locale.number
    parts = [f"<b>{number(counts.dated)}</b> dated", f"<b>{number(counts.undated)}</b> undated", f"<b>{number(counts.hidden)}</b> hidden"]
    documents = len(loaded.timeline.documents)
    failed = len(loaded.timeline.failures)
    return (f"{' · '.join(parts)} <span>of {number(counts.found)} found in {number(documents)} document{'s' * (documents != 1)}"
            f"{_hidden(loaded, counts.hidden)}{f' · {number(failed)} could not be read' if failed else ''}</span>")


def _hidden(loaded, hidden: int) -> str:
    """What hides them: the filters, a person, or both."""
    by_hand = 0 if st.session_state.get("show-hidden") else curate.hidden(loaded)
    by_filters = hidden - min(by_hand, hidden)
    causes = [(n, what) for n, what in ((by_filters, "the filters"), (hidden - by_filters, "hand")) if n]
    said = [f"{locale.number(n)} by {what}" if len(causes) > 1 else f"by {what}" for n, what in causes]
    return f" · hidden {' and '.join(said)}" if said else ""
