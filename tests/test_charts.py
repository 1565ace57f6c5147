"""charts: drawn with none, one and many; marks do not overlap or vanish; any year draws; text is literal."""

import json
from itertools import combinations

import numpy as np
import pytest

from tests import made
from timeline import frame as fr
from timeline.charts import Look, _grid, _pack, _stage, histogram, lanes, main_days, sides
from timeline.charts import _ink as ink
from timeline.charts._marks import ALONE, lay_out, members
from timeline.folder import modules

CHARTS = modules("timeline.charts")


def frame(*events):
    return fr.events_frame(made.timeline(*events))


MANY = frame(*made.many(2000))
SOME = frame(*made.many(120, seed=3), made.event(500, "2012-05", actors=("Person 0", "Person 7")), made.undated(501))


def points(figure):
    """(event_id, x, y) of every mark that stands for one event."""
    return [(data[0], x, y) for trace in figure.data if trace.mode == "markers" and trace.customdata is not None
            for data, x, y in zip(trace.customdata, trace.x, trace.y)]


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("look", [Look(), Look(dark=True, width=380), Look(first=734_000, last=734_400)], ids=str)
@pytest.mark.parametrize(
    "events",
    [
        [],
        [made.undated()],
        [made.event()],
        [made.event(actors=()), made.event(2, "2018", actors=())],
        made.many(60),
        made.many(2000),
    ],
    ids=len,
)
def test_every_chart_draws_none_one_and_many(name, look, events):
    module = CHARTS[name]
    assert module.__doc__ and module.TITLE and isinstance(module.ORDER, int)
    figure = module.draw(frame(*events), look)
    spec = json.loads(figure.to_json())
    assert "NaN" not in json.dumps(spec["layout"])
    assert 80 <= figure.layout.height <= 4000


def test_every_dated_event_has_a_mark_and_an_event_of_two_actors_two():
    found = [event for event, *_ in points(lanes.draw(SOME))]
    dated = SOME[fr.is_dated(SOME)]
    assert set(found) == set(dated.event_id)
    assert found.count("e0500") == 2


def test_twelve_events_on_one_day_are_all_there_and_apart():
    twelve = frame(*(made.event(n, title=f"Meeting number {n}") for n in range(12)))
    spots = {(x, y) for _, x, y in points(lanes.draw(twelve))}
    assert len(spots) == 12


def test_what_finds_no_row_stands_in_a_plus_n():
    figure = lanes.draw(frame(*(made.event(n) for n in range(40))))
    text = [t for trace in figure.data if trace.mode == "markers+text" for t in trace.text]
    assert text == [f"+{40 - ALONE}"]


CROWD = frame(*(made.event(n, f"2011-02-{n % 20 + 1:02d}", importance=n / 500, actors=(f"Person {n % 12}", f"Person {n % 5}"))
                for n in range(450)))


def test_a_crowd_keeps_its_marks_and_every_event_is_within_reach():
    figure = lanes.draw(CROWD)
    assert figure.layout.meta is None and figure.layout.height < 2600
    single = {event for event, *_ in points(figure)}
    more = [c for trace in figure.data if trace.mode == "markers+text" for c in trace.customdata]
    assert more and single | {event for c in more for event in c[2].split()} == set(CROWD.event_id)


@pytest.mark.parametrize("width", [360, 1100])
def test_no_two_plus_n_touch(width):
    figure = lanes.draw(CROWD, Look(width=width))
    ground = _stage.stage(CROWD, Look(width=width))
    rows = {}
    for trace in figure.data:
        if trace.mode == "markers+text":
            for x, y in zip(trace.x, trace.y):
                rows.setdefault(y, []).append(float(ground.pixels(x)))
    assert rows and all(b - a > 22 for xs in rows.values() for a, b in zip(sorted(xs), sorted(xs)[1:]))


def boxes(look, data):
    """(lane, row, left, right) of every mark with its label, in pixels."""
    ground = _stage.stage(data, look)
    out = []
    for lane in lay_out(ground, members(ground), 0):
        for n, (row, item) in enumerate(zip(lane.placed, lane.items)):
            if row is not None:
                out.append((lane.name, row, *_pack.extent(item, lane.starts.get(n))))
    return out


@pytest.mark.parametrize("width", [360, 700, 1100, 1900])
def test_no_mark_or_label_overlaps_another(width):
    rows = {}
    for lane, row, left, right in boxes(Look(width=width), SOME):
        rows.setdefault((lane, row), []).append((left, right))
    assert len(rows) > 5
    for taken in rows.values():
        for (a, b), (c, d) in combinations(taken, 2):
            assert b <= c or d <= a


def test_important_events_are_labelled_first():
    heavy = made.event(1, title="The heavy one", importance=1.0)
    light = [made.event(n, f"2019-02-{n % 28 + 1:02d}", importance=.1, title=f"Light {n}") for n in range(2, 200)]
    figure = lanes.draw(frame(heavy, *light), Look(width=500))
    labels = [t for trace in figure.data if trace.mode == "text" for t in trace.text]
    assert "The heavy one" in labels


@pytest.mark.parametrize("edtf, precision, axis, tick", [
    ("-0043-03-15", "day", "linear", "44 BC"), ("1250", "year", "date", None), ("2019-02-27", "day", "date", None),
    ("0079-08-24", "day", "linear", "AD 79"), ("-0043", "year", "linear", "44 BC"), ("9999", "year", "linear", "9999"),
    ("2018/..", "year", "date", None), ("../1914", "year", "date", None),
])
def test_any_year_draws(edtf, precision, axis, tick):
    figure = lanes.draw(frame(made.event(1, edtf, precision=precision)))
    [(_, x, _)] = points(figure)
    lo, hi = figure.layout.xaxis.range
    assert figure.layout.xaxis.type == axis and lo < x < hi
    assert tick is None or any(tick in t for t in figure.layout.xaxis.ticktext)


def test_old_and_new_years_stand_in_order_on_one_axis():
    figure = lanes.draw(frame(made.event(1, "-0043-03-15"), made.event(2, "1250", precision="year"), made.event(3)))
    xs = {event: x for event, x, _ in points(figure)}
    assert xs["e0001"] < xs["e0002"] < xs["e0003"]
    assert "AD 1" in figure.layout.xaxis.ticktext and not any("-" in t for t in figure.layout.xaxis.ticktext)


@pytest.mark.parametrize(
    "years, most, unit",
    [
        ((2018, 2018), 60, "day"),
        ((2018, 2019), 24, "month"),
        ((1900, 2000), 60, "year"),
        ((-500, 2000), 60, "year"),
        ((-9000, 9000), 30, "year"),
    ],
)
def test_edges_cover_the_span_in_few_steps(years, most, unit):
    from timeline.calendar import day

    first, last = day(years[0], 1, 1), day(years[1], 12, 31)
    got, grid = _grid.edges(first, last, most)
    assert got == unit and grid[0] <= first and grid[-1] > last
    assert grid == sorted(set(grid)) and len(grid) <= most + 4


def test_symbols_tell_precision_and_what_is_hollow():
    data = frame(
        made.event(1),
        made.event(2, "2019-02", precision="month"),
        made.event(3, "2019", precision="year", date_basis="inferred"),
        made.event(4, "2019-02-28", date_basis="document_date"),
        made.event(5, "2019-03-01", modality="planned"),
    )
    symbols = {c[0]: s for t in lanes.draw(data).data if t.mode == "markers" and t.customdata is not None
               for c, s in zip(t.customdata, t.marker.symbol)}
    assert symbols == {
        "e0001": "circle",
        "e0002": "diamond",
        "e0003": "square-open",
        "e0004": "circle-open",
        "e0005": "circle-open",
    }


def test_text_of_documents_is_escaped():
    hostile = "<a href='javascript:alert(1)'>x</a> <b>bold</b> %{x} &amp;"
    data = frame(made.event(1, title=hostile, actors=(hostile,)))
    spec = lanes.draw(data).to_json()
    assert "<a href" not in json.loads(spec).__repr__() and "&lt;a href" in spec


def test_too_many_marks_become_counts_that_add_up():
    figure = lanes.draw(MANY)
    assert figure.layout.meta == {"counts": True} and lanes.draw(SOME).layout.meta is None
    assert sum(len(t.x) for t in figure.data) < lanes.MOST
    ground = _stage.stage(MANY, Look())
    told = [int(c[1].split()[0].removeprefix("<b>")) for c in figure.data[0].customdata]
    assert sum(told) == sum(map(len, members(ground).values()))


def test_lanes_are_the_busiest_actors_then_others_then_nobody():
    ground = _stage.stage(MANY, Look())
    names = list(members(ground))
    assert len(names) == _stage.LANES + 2 and names[-2:] == [_stage.OTHERS, _stage.NOBODY]
    assert list(members(_stage.stage(SOME, Look(actors=("Person 1",)))))[0] == "Person 1"


def test_the_picked_event_is_ringed_in_every_lane():
    figure = lanes.draw(SOME, Look(picked="e0500"))
    assert len(figure.data[-1].x) == 2 and figure.data[-1].marker.symbol == "circle-open"


@pytest.mark.parametrize("look", [Look(), Look(width=340)])
def test_histogram_counts_every_dated_event_once(look):
    whole = Look(width=look.width, first=int(SOME.first_day.min()), last=int(SOME.last_day.max()))
    figure = histogram.draw(SOME, whole)
    assert sum(sum(trace.y) for trace in figure.data) == int(fr.is_dated(SOME).sum())


def test_a_dense_stretch_is_shown_first_and_the_rest_announced():
    data = frame(*(made.event(n, f"2011-02-{n:02d}") for n in range(1, 29)), made.event(99, "1952"))
    figure = lanes.draw(data)
    lo, hi = figure.layout.xaxis.range
    assert hi - lo < 60 * _stage.DAY and "‹ 1 earlier" in [a.text for a in figure.layout.annotations]
    assert {e for e, *_ in points(figure)} == set(data.event_id)
    first, last = main_days(data)
    assert sides(data, first, last) == (1, 0) and main_days(frame(made.undated())) is None
    whole = lanes.draw(data, Look(whole=True))
    assert whole.layout.xaxis.range[0] < min(x for _, x, _ in points(whole)) and not [
        a for a in whole.layout.annotations if "earlier" in a.text]


def test_the_key_says_what_colour_and_shape_mean():
    data = frame(made.event(1), made.event(2, "2019-02", precision="month", modality="planned"))
    (colour, hues), (shape, forms) = ink.legend(data, dark=False)
    assert colour.startswith("Colour") and [words for *_, words in hues] == ["stated in full"]
    assert shape.startswith("Shape") and [words for *_, words in forms] == [
        "day", "month", "band: every day it may be", "hollow: planned, denied, supposed or claimed"]
    assert len(ink.legend(frame(made.event(1)), dark=True)[1][1]) == 1


@pytest.mark.parametrize(
    "text, size, low, high", [("", 12, 0, 0), ("i" * 10, 10, 20, 25), ("W" * 10, 10, 90, 100), ("日本", 10, 20, 20)]
)
def test_measure(text, size, low, high):
    assert low <= ink.measure(text, size) <= high


@pytest.mark.parametrize("pixels", [0, 5, 20, 60, 400])
def test_fit_never_exceeds_its_room_by_more_than_the_dots(pixels):
    assert ink.measure(ink.fit("September declaration with South Korea", pixels, 12), 12) <= max(
        pixels, ink.measure("…", 12)
    )


def test_colours_keep_their_contrast():
    for theme in (ink.LIGHT, ink.DARK):
        for colour in (*theme.bases.values(), theme.text, theme.quiet):
            assert contrast(colour, theme.paper) >= 3, colour


def contrast(a, b):
    """WCAG 2 contrast ratio."""
    def luminance(colour):
        parts = np.array([int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)])
        linear = np.where(parts <= .03928, parts / 12.92, ((parts + .055) / 1.055) ** 2.4)
        return float(linear @ (.2126, .7152, .0722))

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + .05) / (low + .05)
