"""The charts by Streamlit's own means, for where plotly.js was not installed with plotly: no zoom of ours, one width."""

import streamlit as st

from timeline import frame
from timeline.charts import Look
from timeline.folder import modules
from timeline.page import locale
from timeline.page.marked import literal
from timeline.rows import rows_of

MODEBAR = {
    "displaylogo": False,
    "modeBarButtons": [["zoomIn2d", "zoomOut2d", "resetScale2d", "toImage"]],
    "showSendToCloud": False,
    "doubleClick": "reset",
    "scrollZoom": False,
}
STILL = {"displayModeBar": False, "showSendToCloud": False}


def show(shown, look: Look, on_pick, on_brush) -> None:
    """Both charts, and the key of their marks or what stands in its place."""
    charts, shown = modules("timeline.charts"), locale.frame(rows_of(shown))
    timeline = charts["lanes"].draw(shown, look)
    if timeline.layout.meta:
        st.caption("There are too many marks to tell apart: each square counts the events of its stretch of time. "
                   "Draw a box in the histogram or choose actors to see them one by one.")
    else:
        st.html(_key(shown, look.dark))
    _chart(charts["histogram"].draw(shown, look), "histogram", lambda key: _brush(key, on_brush), ("box", "points"), STILL,
           f"Histogram of {locale.number(len(shown))} events over time; draw a box to set the range")
    _chart(timeline, "lanes", lambda key: _click(key, on_pick), ("points",), MODEBAR,
           f"Timeline of {locale.number(len(shown))} events in lanes by actor; the table below lists the same events")


def _chart(figure, name: str, on_select, modes: tuple, config: dict, alt: str) -> None:
    key = f"{name}-{st.session_state.get(f'{name}-turn', 0)}"
    st.plotly_chart(
        figure, key=key, on_select=lambda: on_select(key), selection_mode=modes, theme=None, config=config, alt=alt
    )


def _points(key: str) -> list[list]:
    """The customdata of the points just chosen; a chart drawn anew forgets its choice, so it gets a new key."""
    chosen = st.session_state[key]["selection"]["points"]
    name = key.rsplit("-", 1)[0]
    if chosen:
        st.session_state[f"{name}-turn"] = st.session_state.get(f"{name}-turn", 0) + 1
    return [point["customdata"] for point in chosen if point.get("customdata")]


def _brush(key: str, on_brush) -> None:
    bars = _points(key)
    if bars:
        on_brush(int(min(bar[0] for bar in bars)), int(max(bar[1] for bar in bars)))


def _click(key: str, on_pick) -> None:
    marks = _points(key)
    if marks:
        ids = [mark[0] for mark in marks]
        on_pick(ids[0], tuple(marks[0][2].split() if len(marks[0]) > 2 else ids))


def _key(shown, dark: bool) -> str:
    """What the marks mean, as HTML of our own words."""
    from timeline.charts._ink import legend

    lines = (
        f"<p><b>{heading}</b> " + "".join(
            f"<span><i style='color:{colour}'>{glyph}</i>{literal(words)}</span>" for glyph, colour, words in entries)
        + "</p>" for heading, entries in legend(shown[frame.is_dated(shown)], dark))
    return f"<div class='tl-key'>{''.join(lines)}</div>"
