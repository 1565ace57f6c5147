"""The ground the charts share: which lanes, which stretch of time, how many pixels; so that they stand in line.

Time is in milliseconds since 1970. Where every year in sight has four digits the axis is Plotly's own date axis, whose
labels follow the zoom; else it is a plain number axis with labels of ours, since Plotly drops signed years.
"""

from typing import NamedTuple

import numpy as np

from timeline import calendar
from timeline.calendar import Wording
from timeline.charts import Look
from timeline.charts._grid import edges
from timeline.charts._ink import FONT, Ink, fit, ink, literal, measure
from timeline.frame import actor_counts, is_dated
from timeline.rows import Columns, Rows, rows_of

OTHERS, NOBODY = "Others", "No actor named"
LANES = 12  # the busiest; everything else stands in OTHERS; half of them on a narrow screen
NARROW = 640  # pixels; below, lanes are named above and not beside
DAY = 86_400_000  # milliseconds
_EPOCH = calendar.day(1970, 1, 1)


class Window(NamedTuple):
    """The dated rows in arrays of one length: day numbers, open sides closed with the side that is known."""

    first: np.ndarray
    last: np.ndarray
    opens: np.ndarray  # first is not known
    lasts: np.ndarray  # last is not known

    @property
    def middle(self) -> np.ndarray:
        """Where the mark stands, in days and halves of days."""
        return (self.first + self.last + 1) / 2

    def take(self, positions) -> "Window":
        """The windows at these positions."""
        return Window(*(column[positions] for column in self))


class Stage(NamedTuple):
    """What is drawn upon: `lo`, `hi` in milliseconds, `left`, `plot` in pixels."""

    rows: object
    window: Window
    lanes: list[str]
    counts: dict[str, int]
    lo: float
    hi: float
    left: int
    plot: int
    ink: Ink
    narrow: bool
    wording: Wording

    def pixels(self, milliseconds):
        """Pixels from the left edge of the plot."""
        return (milliseconds - self.lo) / (self.hi - self.lo) * self.plot


def stage(frame, look: Look) -> Stage | None:
    """The ground for these rows; None where no row is dated."""
    rows = frame[is_dated(frame)]
    if rows.empty:
        return None
    window = window_of(rows)
    counts = actor_counts(rows)
    narrow = look.width < NARROW
    busiest = list(counts)[:LANES // 2 if narrow else LANES]
    lanes = [a for a in look.actors if a in counts] if look.actors else busiest
    names = max(measure(f"{name} {counts.get(name, 99)}", 13) for name in (*lanes, NOBODY))
    left = 12 if narrow else min(190, int(names) + 22)
    lo, hi = _bounds(window, look)
    return Stage(rows, window, lanes, counts, lo, hi, left, max(120, look.width - left - 12), ink(look.dark), narrow, look.wording)


def window_of(rows) -> Window:
    """The windows of an events' frame; what is undated has neither end."""
    first, last = (rows[name].to_numpy(dtype=float, na_value=np.nan) for name in ("first_day", "last_day"))
    opens, lasts = np.isnan(first), np.isnan(last)
    return Window(np.where(opens, last, first), np.where(lasts, first, last), opens, lasts)


def milliseconds(days):
    """Day numbers (and parts) as milliseconds since 1970."""
    return (np.asarray(days, dtype=float) - _EPOCH) * DAY


def _bounds(window: Window, look: Look) -> tuple[float, float]:
    first, last = reach_of(look, *(whole_stretch(window) if look.whole else focus(window)))
    return float(milliseconds(first)), float(milliseconds(last))


def reach_of(look: Look, first: float, last: float) -> tuple[float, float]:
    """The days that the axis shows at first, with a little room on both sides, where first..last hold most of the events."""
    first = first if look.first is None else look.first
    last = last if look.last is None else look.last + 1
    if last <= first:
        first, last = min(first, last) - 1, max(first, last) + 1
    room = max((last - first) * .03, 1.5)
    return float(first - room), float(last + room)


def windows_of(columns: Columns) -> Window:
    """The windows of all rows of a frame, made once."""
    return columns.made("windows", lambda: window_of(columns.frame))


def window_in(rows: Rows) -> Window:
    """The windows of the dated among these rows."""
    whole = windows_of(rows.columns)
    return whole if rows.dated.places is None else whole.take(rows.dated.places)


def middle_of(columns: Columns) -> np.ndarray:
    """Where the marks of all rows of a frame stand, made once; NaN for what is undated."""
    return columns.made("middle", lambda: windows_of(columns).middle)


def middles_in(rows: Rows) -> np.ndarray:
    """Where the marks of the dated among these rows stand, sorted, made once."""
    return rows.made("middles", lambda: _sorted(rows.dated.take(middle_of(rows.columns))))


def _sorted(values: np.ndarray) -> np.ndarray:
    return np.sort(values, kind="stable")  # quick where the rows are in time's order


def main_days(rows) -> tuple[int, int] | None:
    """The first and last day of the stretch that a chart of these rows (Rows, or a frame) shows at first."""
    rows = rows_of(rows)
    return rows.made("main days", lambda: _main_days(rows))


def _main_days(rows: Rows) -> tuple[int, int] | None:
    if not len(rows.dated):
        return None
    first, last = focus_in(rows)
    return int(first), int(np.ceil(last)) - 1


def focus_in(rows: Rows) -> tuple[float, float]:
    """The `focus` of the dated among these rows, worked out once."""
    return rows.made("focus", lambda: _focus(whole_stretch(window_in(rows)), middles_in(rows)))


def sides(rows, first: int, last: int) -> tuple[int, int]:
    """How many dated rows (of Rows, or of a frame) have their mark before and after the days first..last."""
    rows = rows_of(rows)
    middles = middles_in(rows)
    return int(np.searchsorted(middles, first)), len(middles) - int(np.searchsorted(middles, last + 1, side="right"))


def whole_stretch(window: Window) -> tuple[float, float]:
    """From the earliest day to the end of the latest."""
    return float(window.first.min()), float(window.last.max() + 1)


def focus(window: Window) -> tuple[float, float]:
    """All of the time; or the stretch where most marks stand close together, found in two rounds at most."""
    return _focus(whole_stretch(window), _sorted(window.middle))


def _focus(whole: tuple[float, float], near: np.ndarray) -> tuple[float, float]:
    for _ in range(2):
        closer = _dense(near) if len(near) >= 10 else near
        if (closer[-1] - closer[0] + 2) * 3 >= whole[1] - whole[0]:
            break
        near, whole = closer, (float(closer[0]) - 1, float(closer[-1]) + 1)
    return whole


def _dense(middle: np.ndarray) -> np.ndarray:
    """Three in four of the marks, in the shortest stretch that holds them, and those half as far on each side."""
    inner = int(np.ceil(len(middle) * .75))
    widths = middle[inner - 1:] - middle[:len(middle) - inner + 1]
    at = int(widths.argmin())
    reach = max(float(widths[at]) / 2, 15.0)
    return middle[(middle >= middle[at] - reach) & (middle <= middle[at + inner - 1] + reach)]


def time_axis(ground: Stage) -> dict:
    """Plotly's layout of the time axis."""
    lo, hi = ground.lo, ground.hi
    whole = [
        min(lo, float(milliseconds(ground.window.first.min()))),
        max(hi, float(milliseconds(ground.window.last.max() + 1))),
    ]
    modern = [float(milliseconds(calendar.day(year, 1, 1))) for year in (1000, 9990)]
    dates = modern[0] <= lo and hi <= modern[1]
    if dates:
        whole = [max(whole[0], modern[0]), min(whole[1], modern[1])]
    shared = dict(range=[lo, hi], minallowed=whole[0], maxallowed=whole[1], showgrid=True, gridcolor=ground.ink.rule,
                  zeroline=False, ticks="", side="top", tickfont=dict(size=12, color=ground.ink.quiet))
    return shared | (_date_axis(ground) if dates else _number_axis(ground))


def _date_axis(ground: Stage) -> dict:
    stops = [(None, "M1", "%-d %b\n%Y" if ground.wording.order == "DMY" else "%b %-d\n%Y"), ("M1", "M6", "%b\n%Y"), ("M12", None, "%Y")]
    days, room = (ground.hi - ground.lo) / DAY, max(3, ground.plot // 70)
    step, mode = dict(nticks=room), "period"
    if days < 200:  # Plotly's own choice leaps from days to months
        every = next(n for n in (1, 2, 7, 14, 28, 56, 112) if days / n <= room)
        step, mode = dict(dtick=every * DAY, tick0="1970-01-05"), "period" if every == 1 else "instant"
    return dict(type="date", ticklabelmode=mode, **step,
                tickformatstops=[dict(dtickrange=[low, high], value=form) for low, high, form in stops])


def _number_axis(ground: Stage) -> dict:
    first, last = (edge / DAY + _EPOCH for edge in (ground.lo, ground.hi))
    unit, days = edges(first, last, max(3, ground.plot // 80))
    return dict(
        type="linear", tickmode="array", tickvals=milliseconds(days).tolist(), ticktext=[calendar.ordered(_tick(unit, d), ground.wording.order) for d in days]
    )


def _tick(unit: str, day: int) -> str:
    year, month, d = calendar.ymd(day)
    name = calendar.MONTHS[month - 1][:3]
    return {"day": f"{d} {name} ", "month": f"{name} ", "year": ""}[unit] + calendar.year_label(year)


def lane_name(ground: Stage, name: str, count: int) -> str:
    """A lane's name with its count, escaped and cut to its room."""
    number = ground.wording.number(count)
    room = ground.plot * .8 if ground.narrow else ground.left - 24 - measure(number, 13)
    return f"{literal(fit(name, room, 13))}  <span style='color:{ground.ink.quiet}'>{number}</span>"


def base_layout(ground: Stage, height: int) -> dict:
    """The part of the layout that all charts share."""
    return dict(
        height=height,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        hovermode="closest",
        font=dict(family=FONT, size=13, color=ground.ink.text),
        xaxis=time_axis(ground),
        hoverlabel=dict(
            bgcolor=ground.ink.paper,
            bordercolor=ground.ink.rule,
            align="left",
            font=dict(family=FONT, size=13, color=ground.ink.text),
        ),
    )


def empty_figure(look: Look):
    """A figure that says there is nothing to draw."""
    import plotly.graph_objects as go

    colours = ink(look.dark)
    figure = go.Figure(
        layout=dict(
            height=120,
            paper_bgcolor="rgba(0,0,0,0)",
            plot_bgcolor="rgba(0,0,0,0)",
            xaxis=dict(visible=False),
            yaxis=dict(visible=False),
            margin=dict(l=0, r=0, t=0, b=0),
        )
    )
    return figure.add_annotation(
        text="No dated event to draw", showarrow=False, font=dict(family=FONT, size=14, color=colours.quiet)
    )
