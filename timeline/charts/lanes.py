"""The timeline: a lane an actor, a mark an event, its shape how precise the date is, its band how far it may reach.

An event of two actors stands in both lanes. Filled: the text gives the date of something that happened; hollow: the
date is the document's own or inferred, or the thing was planned, denied or only supposed. Above MOST marks or TALLEST
rows each square counts the events of its stretch of time, and the figure's layout.meta says {"counts": True}.
"""

import numpy as np

from timeline.charts import USUAL, Look
from timeline.charts._counts import draw_counts
from timeline.charts._ink import FONT, HOLLOW_BASES, SAYS, SYMBOLS, fit, literal
from timeline.charts._marks import LABEL, TALLEST, TYPE, Lane, clusters, in_sight, lay_out, members
from timeline.charts._panel import blank, header_rows
from timeline.charts._stage import Stage, empty_figure, milliseconds, stage

TITLE, ORDER = "Timeline", 10
MOST = 1500  # marks; above, the browser's drawing gets slow
NEAR = 200  # events that a "+N" opens at most


def draw(frame, look: Look = USUAL):
    """The figure of these events; see the module for what its marks mean."""
    ground = stage(frame, look)
    if ground is None:
        return empty_figure(look)
    lanes = in_sight(ground, members(ground))
    if sum(map(len, lanes.values())) > MOST:
        return draw_counts(ground, lanes)
    rows = lay_out(ground, lanes, header_rows(ground))
    if sum(lane.height for lane in rows) > TALLEST:
        return draw_counts(ground, lanes)
    return _marks(ground, rows, look)


def _marks(ground: Stage, lanes: list[Lane], look: Look):
    spots = [(event, lane, row, n) for lane in lanes for n, (event, row) in enumerate(zip(lane.events, lane.placed))
             if row is not None]
    where = np.array([event for event, *_ in spots], dtype=int)
    ys = np.array([lane.y(row, header_rows(ground)) for _, lane, row, _ in spots])
    figure = blank(ground, [(lane.name, lane.count, lane.top, lane.height) for lane in lanes])
    figure.add_traces([*_bands(ground, where, ys), *_points(ground, where, ys), *_labels(ground, spots, ys),
                       *_more(ground, lanes), *_ring(ground, where, ys, look.picked)])
    return figure


def _bands(ground: Stage, where, ys):
    """Windows wider than a day: a translucent band; dotted where the words say "about"; open where one end is."""
    window, rows = ground.window, ground.rows
    wide = (window.last > window.first) | window.opens | window.lasts
    about = rows["qualifier"].isin(["approximate", "both"]).to_numpy() | window.opens | window.lasts
    for basis, colour in ground.ink.bases.items():
        mine = (rows["date_basis"] == basis).to_numpy()
        for kind, line in (
            (wide & ~about, dict(width=14, color=colour)),
            (wide & about, dict(width=2, color=colour, dash="dot")),
        ):
            chosen = (mine & kind)[where]
            if chosen.any():
                yield _band(ground, where[chosen], ys[chosen], line)


def _band(ground: Stage, events, ys, line: dict):
    import plotly.graph_objects as go

    reach = 28 / ground.plot * (ground.hi - ground.lo)
    low, high = milliseconds(ground.window.first[events]), milliseconds(ground.window.last[events] + 1)
    low = np.where(ground.window.opens[events], low - reach, low)
    high = np.where(ground.window.lasts[events], high + reach, high)
    xs, rows = np.full((len(events), 3), np.nan), np.full((len(events), 3), np.nan)
    xs[:, 0], xs[:, 1], rows[:, 0], rows[:, 1] = low, high, ys, ys
    return go.Scatter(x=xs.ravel(), y=rows.ravel(), mode="lines", line=line, hoverinfo="skip",
                      opacity=.22 if line["width"] > 2 else .7)


def _points(ground: Stage, where, ys):
    """One trace of marks for each way a date was found."""
    import plotly.graph_objects as go

    hovers = _hovers(ground)
    ids = ground.rows["event_id"].to_numpy(dtype=object)
    symbols = _symbols(ground.rows)
    bases = ground.rows["date_basis"].to_numpy(dtype=object)
    middle = milliseconds(ground.window.middle)
    for basis, colour in ground.ink.bases.items():
        chosen = bases[where] == basis
        events = where[chosen]
        if not len(events):
            continue
        yield go.Scatter(
            x=middle[events],
            y=ys[chosen],
            mode="markers",
            name=SAYS[basis],
            customdata=np.stack([ids[events], hovers[events]], axis=-1),
            hovertemplate="%{customdata[1]}<extra></extra>",
            marker=dict(
                size=11,
                color=colour,
                symbol=symbols[events],
                line=dict(width=1.6, color=_edge(symbols[events], colour, ground)),
            ),
            selected=dict(marker=dict(opacity=1)),
            unselected=dict(marker=dict(opacity=1)),
        )


def _edge(symbols, colour: str, ground: Stage) -> list[str]:
    return [colour if s.endswith("-open") else ground.ink.paper for s in symbols]


def _symbols(rows) -> np.ndarray:
    hollow = rows["date_basis"].isin(HOLLOW_BASES) | (rows["modality"].notna() & (rows["modality"] != "actual"))
    shapes = [SYMBOLS.get(p, "circle") for p in rows["precision"]]
    return np.array([s + "-open" if h else s for s, h in zip(shapes, hollow)], dtype=object)


def _hovers(ground: Stage) -> np.ndarray:
    """What a mark says when pointed at, escaped."""
    rows = ground.rows
    parts = zip(rows["title"], rows["when"], rows["actors"], rows["date_basis"], rows["modality"], rows["source_count"])
    return np.array([_hover(*part, ground.wording.number) for part in parts], dtype=object)


def _hover(title, when, actors, basis, modality, sources, number) -> str:
    words = [
        SAYS.get(basis, ""),
        modality if modality != "actual" else "",
        f"{number(sources)} documents" if sources > 1 else "",
    ]
    who = literal(fit(", ".join(actors), 380, 13))
    lines = [f"<b>{literal(fit(title, 420, 13))}</b>", f"{literal(when)}", who, " · ".join(filter(None, words))]
    return "<br>".join(filter(None, lines))


def _labels(ground: Stage, spots, ys):
    import plotly.graph_objects as go

    starts = {i: lane.starts[n] for i, (_, lane, _, n) in enumerate(spots) if n in lane.starts}
    chosen = list(starts)
    if not chosen:
        return
    titles = ground.rows["title"].fillna("").to_numpy(dtype=object)
    yield go.Scatter(
        x=ground.lo + np.array([starts[i] for i in chosen]) / ground.plot * (ground.hi - ground.lo),
        y=ys[chosen],
        mode="text",
        text=[literal(fit(titles[spots[i][0]], LABEL, TYPE)) for i in chosen],
        textposition="middle right",
        textfont=dict(size=TYPE, color=ground.ink.text, family=FONT),
        hoverinfo="skip",
    )


def _more(ground: Stage, lanes: list[Lane]):
    """The "+N" marks: each opens its heaviest event, from which the others of that time can be reached."""
    import plotly.graph_objects as go

    found = [more for lane in lanes for more in clusters(lane)]
    if not found:
        return
    ids = ground.rows["event_id"].to_numpy(dtype=object)
    yield go.Scatter(
        x=[ground.lo + more.at / ground.plot * (ground.hi - ground.lo) for more in found],
        y=[more.lane.y(more.lane.height - 1, header_rows(ground)) for more in found],
        mode="markers+text",
        text=[f"+{ground.wording.number(len(more.events))}" for more in found],
        textfont=dict(size=11, color=ground.ink.text, family=FONT),
        marker=dict(size=22, color=ground.ink.rule, symbol="circle"),
        customdata=[
            [ids[more.events[0]], f"{ground.wording.number(len(more.events))} more events here", " ".join(ids[more.events[:NEAR]])]
            for more in found
        ],
        hovertemplate="%{customdata[1]}<extra></extra>",
        unselected=dict(marker=dict(opacity=1)),
    )


def _ring(ground: Stage, where, ys, picked: str):
    """A ring around the event that is being read, wherever it stands."""
    import plotly.graph_objects as go

    ids = ground.rows["event_id"].to_numpy(dtype=object)
    chosen = ids[where] == picked
    if chosen.any():
        yield go.Scatter(
            x=milliseconds(ground.window.middle[where[chosen]]),
            y=ys[chosen],
            mode="markers",
            hoverinfo="skip",
            marker=dict(size=20, symbol="circle-open", color=ground.ink.text, line=dict(width=2)),
        )
