"""The charts' place: how much of the time is shown, and the stage with histogram and lanes, or the plain charts in its stead."""

from dataclasses import replace

import streamlit as st

from timeline import calendar
from timeline.charts import Look, absent, main_days, overview, sides
from timeline.page import address, curate, excerpt, filters, locale, parts, plain, stage
from timeline.page.marked import literal

USUAL = 900  # pixels that the plain charts are drawn for
NAMED = 3  # lanes that are left out are named one by one
ALL = "all"  # of the time, in place of the stretch that holds most events


def show(loaded, view, shown) -> None:
    """Histogram and timeline; a sentence where there is nothing to draw."""
    if not len(shown.dated):
        st.info(_nothing(loaded, shown), icon=":material/event_busy:")
        if len(shown) < len(loaded.events):
            st.button("Show all events", on_click=filters.clear, icon=":material/filter_alt_off:")
        return
    whole = st.session_state.get("span") == ALL
    look = Look(st.context.theme.type == "dark", USUAL, excerpt.picked(loaded, shown), view.actors, view.first, view.last, whole or _ranged(view),
                locale.wording())
    with st.container(horizontal=True, key="stretch"):
        st.html("<span></span>")  # never empty: the chart below would be mounted anew where this comes and goes
        if not _ranged(view):
            _stretch_button(shown, whole)
    if stage.is_possible():
        stage.show(loaded, shown, look, overview(_around(loaded, view, shown), look, whole))
    else:
        plain.show(shown, look, excerpt.pick, _set_range)
    _absent(shown, look)


@st.fragment(key=parts.READING)
def reading(loaded, view, shown) -> None:
    """The panel of the event that is read, and the ring around its mark; drawn without the rest when another one is chosen."""
    parts.begin(parts.READING)
    picked = excerpt.picked(loaded, shown)
    hands(picked)
    excerpt.show(loaded, shown, picked)
    address.write(view)


def hands(picked: str) -> None:
    """What tells the stage which event is read, and hears what a person chooses on it."""
    if stage.is_possible():
        stage.now(picked, excerpt.pick, _set_range)


def _around(loaded, view, shown):
    """The rows that would be shown if no range were set."""
    return replace(view, first=None, last=None).chosen(curate.in_sight(loaded)) if _ranged(view) else shown


def _nothing(loaded, shown) -> str:
    """Why there is no chart, and what to do."""
    if len(shown):
        return "None of these events has a date that can be known: see Undated, below. Setting a document’s date may help."
    if len(loaded.events):
        return "No event passes the filters. Take one of them away above, or show all events."
    if loaded.timeline.documents:
        return ("No event was found: no date was read together with something that happened. "
                "Add other documents in the sidebar.")
    return "None of it could be read: see Documents, below, for the reasons. Add other documents in the sidebar."


def _ranged(view) -> bool:
    return view.first is not None or view.last is not None


def _absent(shown, look: Look) -> None:
    """Which lanes the chart leaves out, because they would stand empty, and how to have them back."""
    names = absent(shown, look)
    if not names:
        return
    who = ", ".join(names) if len(names) <= NAMED else f"{locale.number(len(names))} lanes"
    verb = "has" if len(names) == 1 else "have"
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="absent"):
        st.html(f"<p class='tl-quiet'>{literal(who)} {verb} events only outside {literal(locale.when(*main_days(shown), 'interval'))}.</p>", width="content")
        st.button("Show all of the time", on_click=_set_span, args=(ALL,), type="tertiary", icon=":material/zoom_out_map:", key="span-absent")


def _stretch_button(shown, whole: bool) -> None:
    """Where the chart leaves early or late events out of sight: all of the time, and back."""
    first, last = main_days(shown)
    before, after = sides(shown, first, last)
    if not before + after:
        return
    if whole:
        years = filters.years(first, last)
        st.button(f"Back to {years}", on_click=_set_span, args=("",), icon=":material/zoom_in:", key="span-main")
        return
    there = " and ".join(f"{locale.number(n)} {side}" for n, side in ((before, "earlier"), (after, "later")) if n)
    st.button(f"Show all of the time ({there})", on_click=_set_span, args=(ALL,), icon=":material/zoom_out_map:",
              key="span-all")


def _set_span(span: str) -> None:
    st.session_state["span"] = span


def _set_range(first: int, last: int) -> None:
    st.session_state["from"], st.session_state["to"] = calendar.iso(first), calendar.iso(last)
