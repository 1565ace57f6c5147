"""A chart of the charts' folder as a view of its own, with its table twin; a click on a mark reads its events."""

import streamlit as st
from pandas.api.types import is_numeric_dtype

from timeline.charts import Look
from timeline.page import board, excerpt, locale
from timeline.page.tables import height

WIDTH = 1120  # pixels that it is drawn for
MOST = 400  # rows of the twin that are sent; it says so where there are more
COUNT = st.column_config.NumberColumn(format="localized")
STILL = {"displayModeBar": False, "showSendToCloud": False, "scrollZoom": False}


def show(module, name: str, shown, view, picked: str) -> None:
    """The figure of the rows shown, and under it the same in a table."""
    whole = st.session_state.get("span") == board.ALL or view.first is not None or view.last is not None
    look = Look(st.context.theme.type == "dark", WIDTH, picked, view.actors, view.first, view.last, whole, locale.wording())
    rows = locale.frame(shown)
    key = f"{name}-{st.session_state.get(f'{name}-turn', 0)}"
    with st.container(key=f"charted-{name}"):
        st.plotly_chart(module.draw(rows, look), key=key, on_select=lambda: _click(key, name), selection_mode=("points",), theme=None,
                        config=STILL, alt=f"{module.TITLE}: {locale.number(len(shown))} events; the table below says the same")
    if hasattr(module, "table"):
        _twin(module.table(rows, look), module.TITLE, name)


def _twin(rows, title: str, name: str) -> None:
    more = f" Of {locale.number(len(rows))} rows the first {locale.number(MOST)} are shown." if len(rows) > MOST else ""
    with st.expander("The same as a table", icon=":material/table:", key=f"twin-{name}"):
        st.caption(f"Choose a square to read its events; a row below says the same in numbers.{more}")
        st.dataframe(rows.head(MOST), hide_index=True, key=f"{name}-twin", height=height(min(len(rows), MOST)), alt=f"{title}, as a table",
                     column_config={name: COUNT for name in rows if is_numeric_dtype(rows[name])})


def _click(key: str, name: str) -> None:
    """Reads what was clicked; a chart keeps its choice, so that the next click needs a new one."""
    points = [point["customdata"] for point in st.session_state[key]["selection"]["points"] if point.get("customdata")]
    if points:
        st.session_state[f"{name}-turn"] = st.session_state.get(f"{name}-turn", 0) + 1
        excerpt.pick_below(points[0][0], tuple(points[0][2].split()))
