"""The panel that lanes are drawn upon: their grounds and names, the height, what stands outside the stretch shown."""

from timeline.charts._stage import Stage, base_layout, lane_name, milliseconds

ROW = 24  # pixels


def header_rows(ground: Stage) -> float:
    """Rows that a lane's name takes above its marks: none where it stands beside them."""
    return .9 if ground.narrow else 0


def blank(ground: Stage, lanes: list[tuple]):
    """The figure with its lanes' grounds and names, without marks."""
    import plotly.graph_objects as go

    header = header_rows(ground)
    total = lanes[-1][2] + lanes[-1][3] + header
    layout = base_layout(ground, int(total * ROW) + 60)
    layout["margin"] = dict(l=ground.left, r=12, t=38, b=22)
    layout["dragmode"] = "pan"
    shapes = [dict(type="rect", xref="paper", x0=0, x1=1, y0=top - .12, y1=top + header + height + .12, line_width=0,
                   fillcolor=ground.ink.band, layer="below") for _, _, top, height in lanes[::2]]
    names = [(lane_name(ground, name, count), top, height) for name, count, top, height in lanes]
    ticks = [] if ground.narrow else names
    layout["yaxis"] = dict(
        range=[total + 0.15, -0.15],
        fixedrange=True,
        showgrid=False,
        zeroline=False,
        ticks="",
        tickvals=[top + height / 2 for _, top, height in ticks],
        ticktext=[text for text, *_ in ticks],
    )
    layout["shapes"] = shapes
    layout["annotations"] = [
        *_outside(ground),
        *(_heading(text, top) for text, top, _ in (names if ground.narrow else [])),
    ]
    return go.Figure(layout=layout)


def _heading(text: str, top: float) -> dict:
    return dict(text=text, xref="paper", x=0, xanchor="left", y=top + .45, showarrow=False, font=dict(size=13))


def _beyond(ground: Stage) -> tuple[int, int]:
    """How many marks stand before and after the stretch that is shown."""
    at = milliseconds(ground.window.middle)
    return int((at < ground.lo).sum()), int((at > ground.hi).sum())


def _outside(ground: Stage) -> list[dict]:
    """How many marks stand outside the stretch shown; dragging the chart brings them in."""
    before, after = _beyond(ground)
    number = ground.wording.number
    said = [(0, "left", f"‹ {number(before)} earlier"), (1, "right", f"{number(after)} later ›")]
    return [
        dict(
            text=text,
            xref="paper",
            yref="paper",
            x=x,
            xanchor=anchor,
            y=0,
            yanchor="top",
            showarrow=False,
            font=dict(size=12, color=ground.ink.quiet),
        )
        for (x, anchor, text), n in zip(said, (before, after))
        if n
    ]
