"""The sidebar's filters. Each names its key in the address."""

import streamlit as st

from timeline import calendar
from timeline.page import locale
from timeline.page.address import View

DATES = "A year, a month or a day: 2018, 2018-06, 2018-06-12 or 12 June 2018. Before our era: -0043 is 44 BC."


def ask(loaded) -> View:
    """The filters as a person has set them."""
    state = st.session_state
    st.markdown("### Filter")
    st.multiselect("Actors", list(loaded.actors), key="actor", placeholder="All actors",
                   format_func=lambda name: f"{name} ({loaded.actors.get(name, 0)})")
    if len(state["actor"]) > 1:
        st.segmented_control("Events that name", ["any", "all"], key="match", required=True,
                             format_func={"any": "Any of them", "all": "All of them"}.get)
    left, right = st.columns(2)
    left.text_input("From", key="from", placeholder="e.g. 2018", help=DATES)
    right.text_input("To", key="to", placeholder="e.g. 2019-03", help=DATES)
    st.multiselect("Documents", list(loaded.document), key="document", placeholder="All documents",
                   format_func=loaded.label)
    st.text_input(
        "Search", key="search", placeholder="Words in title or excerpt", type="search", icon=":material/search:"
    )
    view = _view()
    if view != View():
        st.button("Clear all filters", on_click=clear, icon=":material/filter_alt_off:", width="stretch")
    return view


def years(first: int, last: int) -> str:
    """The years of two days: "2017 – 2019", "2011"."""
    names = list(dict.fromkeys(calendar.year_label(calendar.ymd(day)[0]) for day in (first, last)))
    return " – ".join(names)


def clear() -> None:
    """Every filter as at the beginning."""
    st.session_state.update({"actor": [], "document": [], "match": "any", "from": "", "to": "", "search": ""})


def clear_range() -> None:
    """All of the time again."""
    st.session_state.update({"from": "", "to": ""})


def _view() -> View:
    state = st.session_state
    first, last = _day("from", 0), _day("to", 1)
    if first is not None and last is not None and first > last:
        st.error("From lies after To: no event can pass.", icon=":material/event_busy:")
    return View(
        tuple(state["actor"]), state.get("match") or "any", first, last, tuple(state["document"]), state["search"]
    )


def _day(name: str, side: int) -> int | None:
    """The first or last day of what was typed; says so where it is no date, and then filters nothing."""
    typed = st.session_state[name].strip()
    found = day_of(typed, side) if typed else None
    if typed and found is None:
        st.error(f"“{name.capitalize()}” is not a date and is ignored. {DATES}", icon=":material/event_busy:")
    return found


def day_of(typed: str, side: int) -> int | None:
    """The first (side 0) or last (side 1) day of an EDTF value or of a full date in words."""
    from timeline import read

    found = calendar.bounds(typed)[side]
    if found is not None:
        return found
    day = read.published.parse_day(typed, locale.typed_order())
    return day.toordinal() if day else None
