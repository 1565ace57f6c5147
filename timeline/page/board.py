"""The charts: the histogram on top, which a box turns into the range, and the lanes, where a click picks an event."""

import streamlit as st

from timeline import calendar
from timeline.charts import Look
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
STILL = {"displayModeBar": False, "showSendToCloud": False}


def show(loaded, view, shown, picked: str) -> None:
    """Histogram, key, timeline."""
    charts = modules("timeline.charts")
    look = Look(st.context.theme.type == "dark", chart_width(), picked, view.actors, view.first, view.last)
    _range_line(view)
    with st.container(key="charts", gap=None):
        counted = _charts(charts, look, shown)
    if counted:
        st.caption("There are too many marks to tell apart: each square counts the events of its stretch of time. "
                   "Draw a box in the histogram or choose actors to see them one by one.")


def _charts(charts: dict, look: Look, shown) -> bool:
    """Both charts and their key; whether the timeline counts its events in place of showing each."""
    timeline = charts["lanes"].draw(shown, look)
    with st.container(key="histogram"):
        _chart(charts["histogram"].draw(shown, look), "histogram", _brush, ("box", "points"), STILL,
               f"Histogram of {len(shown)} events over time; draw a box to set the range")
    with st.container(key="lanes"):
        _chart(timeline, "lanes", _click, ("points",), MODEBAR,
               f"Timeline of {len(shown)} events in lanes by actor; the table below lists the same events")
    counted = bool(timeline.layout.meta)
    if not counted:
        st.html(_key(shown, look.dark))
    return counted


def _chart(figure, name: str, on_select, modes: tuple, config: dict, alt: str) -> None:
    key = f"{name}-{st.session_state.get(f'{name}-turn', 0)}"
    st.plotly_chart(
        figure, key=key, on_select=lambda: on_select(key), selection_mode=modes, theme=None, config=config, alt=alt
    )


def _range_line(view) -> None:
    """The chip that names the range and takes it away."""
    if view.first is None and view.last is None:
        return
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

    return "<p class='tl-key'>" + "".join(f"<span><i style='color:{colour}'>{glyph}</i>{literal(words)}</span>"
                                          for glyph, colour, words in legend(shown, dark)) + "</p>"
