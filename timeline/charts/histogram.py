"""How many events when: a bar for each calendar step of the stretch shown, in line with the timeline below it.

Solid: the date lies within the bar's step; hatched: it may reach beyond (a year among months) and is counted where its
mark stands, in the middle. The points' customdata are the bar's first and last day and its count.
"""

import numpy as np

from timeline import calendar
from timeline.charts import USUAL, Look
from timeline.charts._cast import Bars
from timeline.charts._grid import edges
from timeline.charts._ink import literal
from timeline.charts._stage import DAY, Stage, base_layout, empty_figure, milliseconds, stage

TITLE, ORDER = "Events over time", 20
HEIGHT = 96
BAR = 9  # pixels of the narrowest bar


def draw(frame, look: Look = USUAL):
    """The figure of these events."""
    import plotly.graph_objects as go

    ground = stage(frame, look)
    if ground is None:
        return empty_figure(look)
    unit, bins = _bins(ground)
    layout = base_layout(ground, HEIGHT)
    layout["xaxis"] |= dict(showticklabels=False, showgrid=False, fixedrange=True)
    figure = go.Figure(
        layout=layout
        | dict(bargap=0.12, barmode="stack", dragmode="select", margin=dict(l=ground.left, r=12, t=6, b=4))
    )
    figure.add_traces(list(_bars(ground, bins, look)))
    figure.update_yaxes(**_counts_axis(ground, bins, look))
    figure.update_layout(meta=dict(step=unit))
    return figure


def _bins(ground: Stage) -> tuple[str, list[int]]:
    first, last = (edge / DAY + calendar.day(1970, 1, 1) for edge in (ground.lo, ground.hi))
    return edges(first, last, max(8, ground.plot // BAR))


def _bars(ground: Stage, bins: list[int], look: Look):
    import plotly.graph_objects as go

    first, last = np.array(bins[:-1]), np.array(bins[1:]) - 1
    names = [literal(look.wording.when(int(a), int(b), _precision(a, b))) for a, b in zip(first, last)]
    colour = ground.ink.bases["explicit"]
    styles = (dict(color=colour), dict(color=ground.ink.band, line=dict(color=colour, width=1), pattern=dict(
        shape="/", fgcolor=colour, bgcolor=ground.ink.band, size=5, solidity=.25)))
    says = ("dated within it", "dated more widely")
    for tally, marker, words in zip(Bars(ground.window).counts(bins), styles, says):
        shown = tally > 0
        if shown.any():
            yield go.Bar(
                x=milliseconds((first + last + 1) / 2)[shown],
                y=tally[shown],
                width=(last + 1 - first)[shown] * DAY * 0.84,
                marker=marker,
                customdata=[
                    [int(a), int(b), int(n), name, look.wording.number(int(n))] for a, b, n, name, s in zip(first, last, tally, names, shown) if s
                ],
                hovertemplate="<b>%{customdata[3]}</b><br>%{customdata[4]} " + words + "<extra></extra>",
                selected=dict(marker=dict(opacity=1)),
                unselected=dict(marker=dict(opacity=0.45)),
            )


def _precision(first: int, last: int) -> str:
    days = last - first + 1
    return "day" if days == 1 else "month" if days in (28, 29, 30, 31) else "year" if days in (365, 366) else "interval"


def _counts_axis(ground: Stage, bins: list[int], look: Look) -> dict:
    most = int(sum(Bars(ground.window).counts(bins)).max(initial=0))
    return dict(
        range=[0, max(most, 1) * 1.12],
        fixedrange=True,
        tickvals=[most] if most else [],
        ticktext=[look.wording.number(most)] if most else [],
        showgrid=True,
        gridcolor=ground.ink.rule,
        zeroline=True,
        zerolinecolor=ground.ink.rule,
        ticks="",
        tickfont=dict(size=12, color=ground.ink.quiet),
    )
