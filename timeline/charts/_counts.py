"""Too many marks to draw one by one: a square for each stretch of time in a lane counts its events."""

import numpy as np

from timeline.charts._ink import fit, literal
from timeline.charts._marks import cells
from timeline.charts._panel import blank, header_rows
from timeline.charts._stage import Stage

CELL = 15  # pixels
NEAR = 200  # events that a square opens at most


def draw_counts(ground: Stage, lanes: dict[str, list[int]]):
    """A square for each stretch of time in a lane: larger and darker, the more events it holds."""
    import plotly.graph_objects as go

    header = header_rows(ground)
    tops = {name: n * (1.5 + header) for n, name in enumerate(lanes)}
    figure = blank(ground, [(name, len(events), tops[name], 1) for name, events in lanes.items()])
    found = cells(ground, lanes, CELL)
    sizes = np.array([len(events) for *_, events in found], dtype=float)
    share = np.sqrt(sizes / sizes.max())
    figure.add_trace(
        go.Scatter(
            x=[ground.lo + at / ground.plot * (ground.hi - ground.lo) for _, at, _ in found],
            y=[tops[name] + header + 0.5 for name, *_ in found],
            mode="markers",
            customdata=_cells_say(ground, [events for *_, events in found]),
            hovertemplate="%{customdata[1]}<extra></extra>",
            marker=dict(
                symbol="square",
                size=4 + 11 * share,
                color=ground.ink.bases["explicit"],
                opacity=0.35 + 0.65 * share,
                line_width=0,
            ),
            unselected=dict(marker=dict(opacity=0.5)),
        )
    )
    return figure.update_layout(meta={"counts": True})


def _cells_say(ground: Stage, cells: list[list[int]]) -> list[list[str]]:
    """For each square: its heaviest event, what it says when pointed at, and the events it opens."""
    rows = ground.rows
    ids, titles, whens = (rows[name].to_numpy(dtype=object) for name in ("event_id", "title", "when"))
    weights = rows["importance"].to_numpy()
    out = []
    for events in cells:
        heaviest = max(events, key=weights.__getitem__)
        number = f"{ground.wording.number(len(events))} events" if len(events) > 1 else "1 event"
        said = f"<b>{number}</b><br>{literal(fit(titles[heaviest], 380, 13))}<br>{literal(whens[heaviest])}"
        out.append([ids[heaviest], said, " ".join(ids[events[:NEAR]])])
    return out
