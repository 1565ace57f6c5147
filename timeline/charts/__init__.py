"""DataFrame -> Figure: one module a chart, with TITLE, ORDER and draw(frame, look) -> plotly Figure.

`frame` is an events' frame (timeline.frame); what is undated is not drawn, the caller lists it. Text of the
documents reaches Plotly escaped. Points carry the event_id as the first of their customdata. Time is in
milliseconds since 1970 on both kinds of axis (see `_stage`), so any year draws. `scene` gives the timeline as plain data
instead, for the page's own stage, which measures text and lays out where it draws.
"""

from dataclasses import dataclass, field

from timeline.calendar import Wording, label

USUALLY = Wording(label, "{:,}".format)


@dataclass(frozen=True, slots=True)
class Look:
    """How a chart is to be drawn.

    `width`: pixels of the whole figure. `picked`: event_id to ring. `actors`: lanes wanted, "" for the busiest.
    `first`, `last`: the days the axis shows; None for what holds most of the events, or all of them if `whole`.
    `wording`: how days and numbers that the chart tells itself are written; two looks are alike whatever it is.
    """

    dark: bool = False
    width: int = 960
    picked: str = ""
    actors: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    whole: bool = False
    wording: Wording = field(default=USUALLY, compare=False, repr=False)


USUAL = Look()


def main_days(frame) -> tuple[int, int] | None:
    """The first and last day of the stretch that the charts of these rows show at first; None if none is dated."""
    from timeline.charts import _stage

    return _stage.main_days(frame)


def sides(frame, first: int, last: int) -> tuple[int, int]:
    """How many of these rows have their mark before, and how many after, the days first..last."""
    from timeline.charts import _stage

    return _stage.sides(frame, first, last)


def scene(shown, look: Look = USUAL, view: tuple[float, float] | None = None) -> dict:
    """The timeline as plain data, for a stage that lays it out and draws it itself; see `_scene`."""
    from timeline.charts import _scene

    return _scene.scene(shown, look, view)


def overview(around, look: Look = USUAL, whole: bool = False) -> dict | None:
    """All of the time in counts, for a strip that shows where the drawn stretch lies; see `_overview`."""
    from timeline.charts import _overview
    from timeline.rows import rows_of

    return _overview.overview(rows_of(around), look, whole)


def absent(shown, look: Look = USUAL) -> list[str]:
    """The lanes that the timeline of these rows leaves out, as none of their events is in the stretch that it shows at first."""
    from timeline.charts import _cast
    from timeline.rows import rows_of

    cast = _cast.cast_of(rows_of(shown), look)
    return cast.absent if cast else []


def members(shown, look: Look, lane: str, first: float, last: float) -> dict:
    """The events that one cell of a lane stands for; see `_scene`."""
    from timeline.charts import _scene

    return _scene.members(shown, look, lane, first, last)
