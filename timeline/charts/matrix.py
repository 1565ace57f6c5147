"""Who when: a row an actor, a column a calendar step, in each square how many events.

An event is counted where its mark stands, in the middle of its window. The points' customdata begin with the event_id
of the square's most important event and end with all of them. `table` is the same in a frame.
"""

from collections import defaultdict

import numpy as np

from timeline import calendar
from timeline.charts import USUAL, Look
from timeline.charts._grid import edges
from timeline.charts._marks import members
from timeline.charts._panel import ROW, blank, header_rows
from timeline.charts._squares import squares
from timeline.charts._stage import DAY, Stage, empty_figure, milliseconds, stage
from timeline.frame import actor_counts, is_dated

TITLE, ORDER = "Actors × time", 30
STEP = 25  # pixels of the narrowest column
HALF = .5


def draw(frame, look: Look = USUAL):
    """The figure of these events."""
    ground = stage(frame, look)
    if ground is None:
        return empty_figure(look)
    lanes = members(ground)
    bins, found = _cells(ground, lanes)
    header = header_rows(ground)
    tops = {name: n * (1.15 + header) for n, name in enumerate(lanes)}
    figure = blank(ground, [(name, len(events), tops[name], 1) for name, events in lanes.items()])
    if found:
        middle = milliseconds((np.array(bins[:-1]) + np.array(bins[1:])) / 2)
        narrowest = min(np.diff(bins)) * DAY / (ground.hi - ground.lo) * ground.plot
        figure.add_trace(squares([middle[column] for _, column in found], [tops[name] + header + HALF for name, _ in found],
                                 list(found.values()), [f"{name}, {_label(bins, column, look)}" for name, column in found],
                                 ground.rows, ground.ink, float(np.clip(narrowest - 2, 5, ROW)), look.wording))
    return figure.update_layout(dragmode=False, xaxis_fixedrange=True)


def table(frame, look: Look = USUAL):
    """The matrix as a frame: a row an actor, most events first, with the first and last day and a column a calendar step.

    All actors stand in it, not only the busiest; steps without any event are left out.
    """
    import pandas as pd

    rows, ground = frame[is_dated(frame)], stage(frame, look)
    names = list(actor_counts(rows))
    if ground is None or not names:
        return pd.DataFrame({"Actor": [], "Events": [], "First": [], "Last": []})
    held = defaultdict(list)
    for position, actors in enumerate(rows["actors"]):
        for name in dict.fromkeys(actors):
            held[name].append(position)
    bins, found = _cells(ground, held)
    steps = [column for column in range(len(bins) - 1) if any(place == column for _, place in found)]
    whens = rows["when"].tolist()
    said = {"Actor": names, "Events": [len(held[n]) for n in names], "First": [whens[held[n][0]] for n in names],
            "Last": [whens[held[n][-1]] for n in names]}
    return pd.DataFrame(said | {_label(bins, c, look): [len(found.get((n, c), ())) for n in names] for c in steps})


def _cells(ground: Stage, lanes: dict[str, list[int]]) -> tuple[list[int], dict]:
    """The calendar's steps, and (lane, step) -> the events in it."""
    first, last = (edge / DAY + calendar.day(1970, 1, 1) for edge in (ground.lo, ground.hi))
    _, bins = edges(first, last, max(6, ground.plot // STEP))
    place = np.searchsorted(np.array(bins, dtype=float), ground.window.middle, side="right") - 1
    found = defaultdict(list)
    for name, events in lanes.items():
        for event in events:
            if 0 <= place[event] < len(bins) - 1:
                found[name, int(place[event])].append(event)
    return bins, dict(found)


def _label(bins: list[int], column: int, look: Look) -> str:
    first, last = bins[column], bins[column + 1] - 1
    days = last - first + 1
    return look.wording.when(first, last, "day" if days == 1 else "month" if 28 <= days <= 31 else "year" if days in (365, 366) else "interval")
