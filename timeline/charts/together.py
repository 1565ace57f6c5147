"""Who with whom: in each square how many events name both actors; each pair stands on both sides of the diagonal.

The points' customdata begin with the event_id of the square's most important event and end with all of them. `table`
lists every pair.
"""

from collections import defaultdict
from itertools import combinations

from timeline.charts import USUAL, Look
from timeline.charts._ink import FONT, fit, ink, literal, measure
from timeline.charts._panel import ROW
from timeline.charts._squares import squares
from timeline.charts._stage import LANES, NARROW, empty_figure
from timeline.frame import actor_counts

TITLE, ORDER = "Actors together", 40
NAME = 170  # pixels of a name at most


def draw(frame, look: Look = USUAL):
    """The figure of these events, the undated too: the busiest actors, or those that `look` wants and whom they met."""
    names = _names(frame, look)
    held = {(a, b): events for (a, b), events in _pairs(frame).items() if a in names and b in names}
    if not held:
        return empty_figure(look).update_annotations(text="No event names two actors")
    colours = ink(look.dark)
    order = {name: number for number, name in enumerate(names)}
    spots = [(a, b, events) for pair, events in held.items() for a, b in (pair, pair[::-1])]
    figure = _ground(names, look)
    figure.add_trace(squares([order[b] for _, b, _ in spots], [order[a] for a, _, _ in spots], [events for *_, events in spots],
                             [f"{b} and {a}" for a, b, _ in spots], frame, colours, ROW + 4, look.wording))
    return figure


def table(frame, look: Look = USUAL):
    """Every pair of actors, the most frequent first, with the number of events that name both, and the first and last of them."""
    import pandas as pd

    pairs = sorted(_pairs(frame).items(), key=lambda item: (-len(item[1]), item[0]))
    whens = frame["when"].tolist()
    return pd.DataFrame({"Actor": [a for (a, _), _ in pairs], "With": [b for (_, b), _ in pairs], "Events": [len(e) for _, e in pairs],
                         "First": [whens[e[0]] for _, e in pairs], "Last": [whens[e[-1]] for _, e in pairs]})


def _pairs(frame) -> dict[tuple[str, str], list[int]]:
    """Two names in alphabetical order -> positions of the events that have both."""
    found = defaultdict(list)
    for position, actors in enumerate(frame["actors"]):
        for pair in combinations(sorted(set(actors)), 2):
            found[pair].append(position)
    return dict(found)


def _names(frame, look: Look) -> list[str]:
    """The actors that get a row and a column, the busiest first."""
    counts = actor_counts(frame)
    most = LANES // 2 if look.width < NARROW else LANES + 4
    wanted = [name for name in look.actors if name in counts]
    return list(dict.fromkeys([*wanted, *counts]))[:most]


def _ground(names: list[str], look: Look):
    import plotly.graph_objects as go

    colours, said = ink(look.dark), [literal(fit(name, NAME, 13)) for name in names]
    room = max(measure(fit(name, NAME, 13), 13) for name in names)
    shared = dict(showgrid=False, zeroline=False, ticks="", fixedrange=True, ticktext=said, tickvals=list(range(len(names))))
    height = len(names) * (ROW + 8)
    return go.Figure(layout=dict(
        height=int(height + room * .75 + 30), paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)", showlegend=False, hovermode="closest",
        dragmode=False, font=dict(family=FONT, size=13, color=colours.text), margin=dict(l=int(room) + 16, r=max(12, int(room * .7)), t=int(room * .75) + 18, b=8),
        xaxis=shared | dict(side="top", tickangle=-40, range=[-.6, max(len(names) - .4, 12.5)]), yaxis=shared | dict(range=[len(names) - .4, -.6]),
        shapes=[dict(type="rect", xref="paper", x0=0, x1=1, y0=n - .5, y1=n + .5, line_width=0, fillcolor=colours.band, layer="below")
                for n in range(0, len(names), 2)],
        hoverlabel=dict(bgcolor=colours.paper, bordercolor=colours.rule, align="left", font=dict(family=FONT, size=13, color=colours.text))))
