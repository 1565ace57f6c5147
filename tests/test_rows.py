"""rows: choices by position say what the frame says, share what was prepared, and copy no text until they are asked."""

import numpy as np
import pytest

from tests import made
from timeline import frame as fr
from timeline.charts import Look, _cast, _stage
from timeline.model import Marks
from timeline.rows import Rows, rows_of

FRAME = fr.events_frame(made.timeline(
    *made.many(300, seed=4), made.event(901, "1900/1950", "A long reign", "interval", actors=("Person 1",)), made.event(902, "1913/..", actors=()),
    made.event(903, "../1955", actors=("Person 2", "Person 2")), made.undated(904, actors=("Person 3",)), made.undated(905, marks=Marks("hidden", tags=("a",)))))
ALL = rows_of(FRAME)
SOME = ALL.where(np.arange(len(FRAME)) % 3 == 0)
CHOICES = [ALL, SOME, ALL.undated, SOME.dated, ALL.where(np.zeros(len(FRAME), dtype=bool))]


@pytest.mark.parametrize("rows", CHOICES, ids=len)
def test_rows_are_those_of_the_frame(rows):
    part = FRAME.iloc[rows.positions()]
    assert rows.frame.equals(part) and len(rows) == len(part)
    assert list(rows["title"]) == list(part["title"])
    assert len(rows.dated) + len(rows.undated) == len(rows)
    assert [rows.id(n) for n in range(len(rows))] == list(part["event_id"])
    names = [name for cell in part["actors"] for name in dict.fromkeys(cell)]
    assert rows.counts("actors") == {name: names.count(name) for name in sorted(set(names))}


@pytest.mark.parametrize("rows", CHOICES, ids=len)
def test_a_place_has_its_rank_whether_it_is_among_the_rows_or_not(rows):
    there = set(rows.positions().tolist())
    for place in range(len(FRAME)):
        assert rows.has(place) == (place in there)
        assert rows.rank(place) == sum(other < place for other in there)
    for event_id in (*FRAME["event_id"].head(9), "none"):
        assert list(rows.only(event_id).frame["event_id"]) == [i for i in rows.frame["event_id"] if i == event_id]


@pytest.mark.parametrize("first, last", [(0, 5), (3, 9), (0, 10_000), (5, 5), (299, 400)])
def test_a_part_is_a_slice(first, last):
    for rows in CHOICES:
        assert rows.part(first, last).frame.equals(rows.frame.iloc[first:last])


def test_what_all_rows_pass_is_the_very_same_choice():
    assert ALL.where(np.ones(len(FRAME), dtype=bool)) is ALL and ALL.select() is ALL and SOME.select(search=" ") is SOME
    assert ALL.dated is ALL.dated and SOME.dated.columns is ALL.columns


def test_of_what_is_held_the_oldest_goes():
    from timeline.rows.columns import HELD, Columns

    columns, made_of = Columns(FRAME), []
    for key in (*range(HELD), 0, HELD, 0, 1):
        columns.held(key, lambda key=key: made_of.append(key) or key)
    assert made_of == [*range(HELD), HELD, 1]


def test_of_one_name_the_latest_is_kept():
    rows, made_of = ALL.where(np.arange(len(FRAME)) < 9), []
    given = [rows.latest("scene", key, lambda key=key: made_of.append(key) or [key]) for key in (1, 1, (2, None), (2, None), 1)]
    assert given == [[1], [1], [(2, None)], [(2, None)], [1]] and made_of == [1, (2, None), 1]


@pytest.mark.parametrize("rows", CHOICES, ids=len)
def test_the_same_days_and_the_sides_are_found_as_by_looking_at_each(rows):
    begins, ends = rows.columns.days
    for first, last in {*zip(begins.tolist(), ends.tolist()), (1, 2), (begins[0], begins[0] - 1), (733_000, 734_000)}:
        expected = [rows.columns.ids[p] for p in rows.positions() if begins[p] == first and ends[p] == last]
        assert rows.of_days(first, last) == expected
    middle = _stage.window_in(rows).middle
    for first, last in ((733_000, 733_400), (int(min(middle, default=0)), int(max(middle, default=0))), (-5, 999_999), (800_000, 1)):
        assert _stage.sides(rows, first, last) == ((middle < first).sum(), (middle > last + 1).sum())


@pytest.mark.parametrize("look", [Look(), Look(actors=("Person 1",)), Look(actors=("Person 9", "nobody")), Look(whole=True)], ids=str)
@pytest.mark.parametrize("turn", [1, -1])
def test_a_cast_stands_where_each_event_says(look, turn):
    frame = FRAME.iloc[::turn].reset_index(drop=True)
    for rows in (rows_of(frame), rows_of(frame).where(np.arange(len(frame)) % 3 == 0)):
        cast, window = _cast.cast_of(rows, look), _stage.windows_of(rows.columns)
        names = [name for name, _ in cast.lanes]
        counts = fr.actor_counts(rows.dated.frame)
        known = [name for name in look.actors if name in counts] if look.actors else list(counts)[:_stage.LANES]
        expected = [(int(p), name) for p in rows.dated.positions() for name in
                    [a for a in dict.fromkeys(frame["actors"][p]) if a in known] or [_stage.OTHERS if frame["actors"][p] else _stage.NOBODY]]
        assert sorted(zip(cast.event.tolist(), (names[n] for n in cast.lane))) == sorted(expected)
        assert cast.lanes == [[n, sum(lane == n for _, lane in expected)] for n in [*known, _stage.OTHERS, _stage.NOBODY] if n in {lane for _, lane in expected}]
        for name, middles in zip(names, cast.middles):
            assert middles.tolist() == sorted(window.middle[p] for p, lane in expected if lane == name)


@pytest.mark.parametrize("words, found", [("a LONG reign", 1), ("reignPerson", 0), ("person 1", None), ("zzz", 0)])
def test_words_are_looked_for_within_a_cell(words, found):
    rows = ALL.select(search=words)
    texts = [[t for t in (*row, *actors) if isinstance(t, str)] for *row, actors in FRAME[["title", "excerpt", "date_text", "place", "actors"]].itertuples(index=False)]
    assert list(rows.positions()) == [n for n, cells in enumerate(texts) if any(words.casefold() in cell.casefold() for cell in cells)]
    assert found in (None, len(rows))


@pytest.mark.parametrize("bins", [[700_000, 700_100, 720_000, 733_000, 734_000, 740_000], list(range(733_700, 733_900)), [1, 2], [690_000, 760_000]], ids=len)
def test_bars_tell_the_sure_from_the_wide(bins):
    for rows in (ALL, SOME):
        window = _stage.window_in(rows)
        sure, wide = _cast.Bars(window, _stage.middles_in(rows)).counts(bins)
        for n, (lo, hi) in enumerate(zip(bins, bins[1:])):
            inside = (window.middle >= lo) & (window.middle < hi)
            short = window.last - window.first < hi - lo
            assert (sure[n], wide[n]) == ((inside & short).sum(), (inside & ~short).sum())


@pytest.mark.parametrize("lo, hi", [(733_000, 733_400), (0, 10), (700_000, 700_001), (733_700, 733_700.5), (-5, 999_999)])
def test_what_touches_a_stretch_is_found_as_by_looking_at_each(lo, hi):
    for rows in (ALL, SOME, rows_of(FRAME.iloc[::-1].reset_index(drop=True))):
        cast, window = _cast.cast_of(rows, Look()), _stage.windows_of(rows.columns)
        expected = [(e, n) for e, n in zip(cast.event.tolist(), cast.lane.tolist()) if window.first[e] <= hi and window.last[e] + 1 >= lo]
        found = cast.touching(lo, hi, 10_000)
        assert sorted(zip(cast.event[found].tolist(), cast.lane[found].tolist())) == sorted(expected)
        assert cast.touching(lo, hi, len(expected)) is not None
        assert cast.touching(lo, hi, len(expected) - 1) is None


def test_rows_without_any_date_have_no_cast():
    assert _cast.cast_of(ALL.undated, Look()) is None and isinstance(ALL.undated, Rows)
