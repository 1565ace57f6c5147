"""Squares that count events: the kitchen of the matrices. The more events, the stronger the square; its number in it."""

import numpy as np

from timeline.calendar import Wording
from timeline.charts._ink import FONT, Ink, fit, literal

NEAR = 200  # events that a square opens at most
WEAKEST = .14  # of the colour, in a square of one event among many
_STRONG = .55  # of the colour: from here on the number stands in the paper's


def squares(xs, ys, held: list[list[int]], says: list[str], rows, colours: Ink, size: float, wording: Wording):
    """A trace of squares at (xs, ys); `held`: the positions in `rows` of the events of each, `says`: its name in words.

    The points' customdata are the event_id of the most important event, what the square says, and its events' ids.
    """
    import plotly.graph_objects as go

    counts = np.array([len(events) for events in held], dtype=float)
    share = WEAKEST + (1 - WEAKEST) * np.sqrt((counts - 1) / max(counts.max(initial=1) - 1, 1)) if counts.max(initial=0) > 1 else np.full(len(counts), .4)
    return go.Scatter(
        x=xs, y=ys, mode="markers+text",
        text=[wording.number(len(events)) for events in held] if size >= 17 else None,
        textfont=dict(size=12, family=FONT, color=[colours.paper if s >= _STRONG else colours.text for s in share]),
        marker=dict(symbol="square", size=size, color=[_mixed(colours.bases["explicit"], colours.paper, s) for s in share], line_width=0),
        customdata=_say(rows, held, says, wording),
        hovertemplate="%{customdata[1]}<extra></extra>",
        selected=dict(marker=dict(opacity=1)),
        unselected=dict(marker=dict(opacity=.55)),
    )


def _say(rows, held: list[list[int]], says: list[str], wording: Wording) -> list[list[str]]:
    ids, titles = (rows[name].to_numpy(dtype=object) for name in ("event_id", "title"))
    weights = rows["importance"].to_numpy()
    out = []
    for events, words in zip(held, says):
        events = sorted(events, key=lambda event: -weights[event])
        number = f"{wording.number(len(events))} events" if len(events) > 1 else "1 event"
        out.append([ids[events[0]], f"<b>{literal(fit(words, 420, 13))}</b><br>{number}, such as<br>{literal(fit(str(titles[events[0]]), 380, 13))}",
                    " ".join(ids[events[:NEAR]])])
    return out


def _mixed(colour: str, paper: str, share: float) -> str:
    """So much of the colour, the rest paper: as a translucent square looks, but legible under its number."""
    parts = [[int(code[at:at + 2], 16) for at in (1, 3, 5)] for code in (colour, paper)]
    return "rgb({},{},{})".format(*(round(a * share + b * (1 - share)) for a, b in zip(*parts)))
