"""The charts: the histogram on top, which a box turns into the range, and the lanes, where a click picks an event."""

import streamlit as st

from timeline import calendar, frame
from timeline.charts import Look, main_days, sides
from timeline.folder import modules
from timeline.page import excerpt, filters
from timeline.page.marked import literal
from timeline.page.width import chart_width

MODEBAR = {
    "displaylogo": False,
    "modeBarButtons": [["zoomIn2d", "zoomOut2d", "resetScale2d", "toImage"]],
    "showSendToCloud": False,
    "doubleClick": "reset",
    "scrollZoom": False,
}
ALL = "all"  # of the time, in place of the stretch that holds most events
STILL = {"displayModeBar": False, "showSendToCloud": False}


def show(loaded, view, shown, picked: str) -> None:
    """Key, histogram, timeline; a sentence where there is nothing to draw."""
    width = chart_width()
    if not frame.is_dated(shown).any():
        st.info(_nothing(loaded, shown), icon=":material/event_busy:")
        if len(shown) < len(loaded.events):
            st.button("Show all events", on_click=filters.clear, icon=":material/filter_alt_off:")
        return
    whole = st.session_state.get("span") == ALL
    look = Look(
        st.context.theme.type == "dark", width, picked, view.actors, view.first, view.last, whole or _ranged(view)
    )
    with st.container(horizontal=True, key="stretch"):
        _range_chip(view) if _ranged(view) else _stretch_button(shown, whole)
    with st.container(key="charts", gap=None):
        _charts(modules("timeline.charts"), look, shown)


def _nothing(loaded, shown) -> str:
    """Why there is no chart, and what to do."""
    if len(shown):
        return "None of these events has a date that can be known: see Undated, below. Setting a document’s date may help."
    if len(loaded.events):
        return "No event passes the filters. Widen them, or clear all of them in the sidebar."
    if loaded.timeline.documents:
        return ("No event was found: no date was read together with something that happened. "
                "Add other documents in the sidebar.")
    return "None of it could be read: see Documents, below, for the reasons. Add other documents in the sidebar."


def _charts(charts: dict, look: Look, shown) -> None:
    """Both charts, and the key of their marks or what stands in their place."""
    timeline = charts["lanes"].draw(shown, look)
    if timeline.layout.meta:
        st.caption("There are too many marks to tell apart: each square counts the events of its stretch of time. "
                   "Draw a box in the histogram or choose actors to see them one by one.")
    else:
        st.html(_key(shown, look.dark))
    with st.container(key="histogram"):
        _chart(charts["histogram"].draw(shown, look), "histogram", _brush, ("box", "points"), STILL,
               f"Histogram of {len(shown)} events over time; draw a box to set the range")
    with st.container(key="lanes"):
        _chart(timeline, "lanes", _click, ("points",), MODEBAR,
               f"Timeline of {len(shown)} events in lanes by actor; the table below lists the same events")


def _chart(figure, name: str, on_select, modes: tuple, config: dict, alt: str) -> None:
    key = f"{name}-{st.session_state.get(f'{name}-turn', 0)}"
    st.plotly_chart(
        figure, key=key, on_select=lambda: on_select(key), selection_mode=modes, theme=None, config=config, alt=alt
    )


def _ranged(view) -> bool:
    return view.first is not None or view.last is not None


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
    there = " and ".join(f"{n:,} {side}" for n, side in ((before, "earlier"), (after, "later")) if n)
    st.button(f"Show all of the time ({there})", on_click=_set_span, args=(ALL,), icon=":material/zoom_out_map:",
              key="span-all")


def _set_span(span: str) -> None:
    st.session_state["span"] = span


def _range_chip(view) -> None:
    """The chip that names the range and takes it away."""
    words = calendar.label(view.first, view.last, "interval" if view.first != view.last else "day")
    st.button(
        words,
        on_click=filters.clear_range,
        icon=":material/close:",
        help="Show all of the time again",
        key="range-chip",
    )


def _points(key: str) -> list[list]:
    """The customdata of the points just chosen; a chart drawn anew forgets its choice, so it gets a new key."""
    chosen = st.session_state[key]["selection"]["points"]
    name = key.rsplit("-", 1)[0]
    if chosen:
        st.session_state[f"{name}-turn"] = st.session_state.get(f"{name}-turn", 0) + 1
    return [point["customdata"] for point in chosen if point.get("customdata")]


def _brush(key: str) -> None:
    bars = _points(key)
    if bars:
        st.session_state["from"] = calendar.iso(int(min(bar[0] for bar in bars)))
        st.session_state["to"] = calendar.iso(int(max(bar[1] for bar in bars)))


def _click(key: str) -> None:
    marks = _points(key)
    if marks:
        ids = [mark[0] for mark in marks]
        near = marks[0][2].split() if len(marks[0]) > 2 else ids
        excerpt.pick(ids[0], tuple(near))


def _key(shown, dark: bool) -> str:
    """What the marks mean, as HTML of our own words."""
    from timeline.charts._ink import legend

    lines = (
        f"<p><b>{heading}</b> " + "".join(
            f"<span><i style='color:{colour}'>{glyph}</i>{literal(words)}</span>" for glyph, colour, words in entries)
        + "</p>" for heading, entries in legend(shown[frame.is_dated(shown)], dark))
    return f"<div class='tl-key'>{''.join(lines)}</div>"
