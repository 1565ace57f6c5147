"""charts.scene: what the stage draws. Every event is told once and stands where it belongs; counts add up; any year."""

import json

import numpy as np
import pytest

from tests import made
from timeline import calendar
from timeline import frame as fr
from timeline.charts import Look, _stage, absent, lanes, members, scene
from timeline.charts import _marks as lanes_of
from timeline.charts._scene import MEMBERS, MOST
from timeline.rows import rows_of


def frame(*events):
    return fr.events_frame(made.timeline(*events))


MANY = frame(*made.many(2000))
SOME = frame(*made.many(120, seed=3), made.event(500, "2012-05", actors=("Person 0", "Person 7")), made.undated(501))
LOOKS = [Look(), Look(actors=("Person 1",)), Look(first=734_000, last=734_400), Look(whole=True)]


def stands(data):
    """(lane's name, event_id) of every mark."""
    return [(data["lanes"][lane][0], data["marks"]["id"][event]) for event, lane in zip(*data["stands"])]


@pytest.mark.parametrize("events", [[], [made.undated()]], ids=len)
def test_nothing_dated_is_a_scene_without_lanes(events):
    assert scene(frame(*events)) == {"lanes": [], "events": 0}


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("events", [[made.event()], [made.event(actors=()), made.event(2, "2018", actors=())], made.many(60), made.many(2000)], ids=len)
def test_a_scene_is_json_and_reaches_from_the_first_to_the_last(look, events):
    data = scene(frame(*events), look)
    assert json.loads(json.dumps(data, allow_nan=False, default=list))["events"] == len(events)
    assert data["home"][0] < data["home"][1] and data["whole"][0] < data["whole"][1]
    assert sum(count for _, count in data.get("every", data)["lanes"]) >= len(events)


def test_every_dated_event_is_told_once_and_stands_in_the_lane_of_each_actor():
    data, dated = scene(SOME), SOME[fr.is_dated(SOME)]
    assert data["marks"]["id"] == list(dated.event_id)
    assert [lane for lane, event in stands(data) if event == "e0500"] == ["Person 0", "Person 7"]
    ground = _stage.stage(SOME, Look())
    expected = {(name, dated.event_id.iloc[n]) for name, inside in lanes_of.members(ground).items() for n in inside}
    assert set(stands(data)) == expected and len(stands(data)) == len(expected)
    assert [name for name, _ in data["lanes"]] == list(lanes_of.members(ground))


def test_twelve_events_on_one_day_are_all_told():
    assert len(scene(frame(*(made.event(n) for n in range(12))))["marks"]["id"]) == 12


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_choice_of_rows_is_drawn_as_if_it_were_a_frame_of_its_own(look):
    few = (MANY.index % 3 == 0) & (MANY.first_day < 734_600).to_numpy(dtype=bool)
    rows = rows_of(MANY).where(few)
    assert scene(rows, look) == scene(rows, look) == scene(MANY[few].reset_index(drop=True), look)


@pytest.mark.parametrize("edtf, first, last, flags", [
    ("-0043-03-15", (-43, 3, 15), (-43, 3, 15), 0), ("1250", (1250, 1, 1), (1250, 12, 31), 0), ("../1914", (1914, 12, 31), (1914, 12, 31), 1),
    ("1919/..", (1919, 1, 1), (1919, 1, 1), 2), ("0800~", (800, 1, 1), (800, 12, 31), 4), ("0000-02-29", (0, 2, 29), (0, 2, 29), 0),
])
def test_any_year_both_open_ends_and_about(edtf, first, last, flags):
    qualifier = "approximate" if "~" in edtf else "exact"
    marks = scene(frame(made.event(1, edtf.strip("~"), qualifier=qualifier)))["marks"]
    assert (marks["first"], marks["last"], marks["open"]) == ([calendar.day(*first)], [calendar.day(*last)], [flags])


def test_marks_tell_precision_basis_and_modality_by_the_words_that_are_sent_along():
    data = scene(frame(*(made.event(n, f"2019-03-0{n + 1}", modality=m) for n, m in enumerate(fr.MODALITIES))))
    assert [data["modalities"][code] for code in data["marks"]["modality"]] == list(fr.MODALITIES)
    data = scene(frame(*(made.event(n, f"2019-03-0{n + 1}", date_basis=b) for n, b in enumerate(fr.BASES))))
    assert [data["bases"][code] for code in data["marks"]["basis"]] == list(fr.BASES)


def test_too_many_marks_are_counts_that_add_up():
    data = scene(MANY, Look(whole=True))
    assert "marks" not in data and data["covers"][0] < data["home"][0]
    assert sum(data["cells"]["counts"]) == sum(count for _, count in data["lanes"]) > MOST
    assert len(data["cells"]["counts"]) == data["cells"]["across"] * len(data["lanes"])
    assert sum(data["bars"]["sure"]) + sum(data["bars"]["wide"]) == len(MANY)


def test_a_cell_counts_what_its_lane_holds_then():
    data = scene(MANY)
    cells = data["cells"]
    counts = np.array(cells["counts"]).reshape(-1, cells["across"])
    for lane, column in zip(*(found[:25] for found in np.nonzero(counts))):
        name, lo = data["lanes"][lane][0], cells["from"] + column * cells["step"]
        told = members(MANY, Look(), name, lo, lo + cells["step"])
        assert told["count"] == counts[lane, column] == len(told["events"])


def test_a_narrow_stretch_of_many_is_told_mark_by_mark():
    first = 734_300
    data = scene(MANY, Look(), (first, first + 60))
    lo, hi = data["covers"]
    assert lo < first and hi > first + 60 and data["seen"] == [first, first + 60]
    windows = MANY[(MANY.first_day <= hi) & (MANY.last_day + 1 >= lo)]
    assert data["marks"]["id"] == list(windows.event_id)
    assert 0 < len(stands(data)) <= MOST


def test_members_are_the_heaviest_in_times_order():
    crowd = frame(*(made.event(n, f"2019-02-{n % 28 + 1:02d}", importance=n / 500) for n in range(450)))
    told = members(crowd, Look(), "Kim Jong-un", 700_000, 800_000)
    assert told["count"] == 450 and len(told["events"]) == MEMBERS
    heavy = set(crowd.nlargest(MEMBERS, "importance").event_id)
    assert [row[0] for row in told["events"]] == [i for i in crowd.event_id if i in heavy]
    assert members(crowd, Look(), "Nobody at all", 700_000, 800_000) == {"count": 0, "events": []}


def test_text_of_documents_travels_as_it_is_but_on_one_line_and_not_without_end():
    hostile = "<a href='javascript:alert(1)'>\nx</a> %{y} \u202e " + "w" * 500
    data = scene(frame(made.event(1, title=hostile, actors=(hostile,))))
    assert data["marks"]["title"][0].startswith("<a href='javascript:alert(1)'> x</a>") and len(data["marks"]["title"][0]) == 160
    assert len(data["marks"]["who"][0]) <= 90 and data["lanes"] == [[hostile, 1]]


def story(*others):
    """Twenty events of one actor in twenty days, and these others: (EDTF, actors)."""
    days = [made.event(n, f"2019-03-{n:02d}", actors=("Ada Varga",)) for n in range(1, 21)]
    return frame(*(made.event(100 + n, edtf, actors=actors) for n, (edtf, actors) in enumerate(others)), *days)


LEFT_OUT = [  # others, the look, lanes, those left out
    ([("1910", ("Leo Brandt",))], Look(), ["Ada Varga"], ["Leo Brandt"]),
    ([("1910", ("Leo Brandt",)), ("1945-08", ("Leo Brandt", "Ada Varga"))], Look(), ["Ada Varga"], ["Leo Brandt"]),
    ([("1910", ("Leo Brandt",)), ("2019-03-04", ("Leo Brandt",))], Look(), ["Ada Varga", "Leo Brandt"], []),
    ([("1910", ("Leo Brandt",)), ("1912", ())], Look(), ["Ada Varga"], ["Leo Brandt", "No actor named"]),
    ([("1910", ())], Look(), ["Ada Varga"], ["No actor named"]),
    ([("1910/2020", ("Leo Brandt",))], Look(), ["Ada Varga", "Leo Brandt"], []),  # its mark is far off, its band is not
    ([("1910", ("Leo Brandt",))], Look(whole=True), ["Ada Varga", "Leo Brandt"], []),
    ([("1910", ("Leo Brandt",))], Look(first=calendar.day(1900, 1, 1), last=calendar.day(1950, 1, 1)), ["Leo Brandt"], ["Ada Varga"]),
    ([("1910", ("Leo Brandt",))], Look(first=calendar.day(1950, 1, 1), last=calendar.day(1960, 1, 1)), ["Ada Varga", "Leo Brandt"], []),
    ([("-0043-03-15", ("Leo Brandt",))], Look(actors=("Leo Brandt", "Ada Varga")), ["Ada Varga"], ["Leo Brandt"]),
]


@pytest.mark.parametrize("others, look, kept, gone", LEFT_OUT)
def test_a_lane_that_would_stand_empty_is_left_out_and_its_events_are_told(others, look, kept, gone):
    rows = story(*others)
    data = scene(rows, look)
    assert ([name for name, _ in data["lanes"]], data["absent"], absent(rows, look)) == (kept, gone, gone)
    assert data["marks"]["id"] == list(rows.event_id) and data["events"] == len(rows)
    assert {lane for lane, _ in stands(data)} == set(kept)
    whole = data | data.get("every", {})
    ground = _stage.stage(rows, look)
    every = {(name, rows.event_id.iloc[n]) for name, inside in lanes_of.members(ground).items() for n in inside}
    assert set(stands(whole)) == every and {pair for pair in every if pair[0] in kept} == set(stands(data))
    assert list(lanes_of.in_sight(ground, lanes_of.members(ground))) == kept
    assert all(any(f" {name} " in f" {text} " for text in lanes.draw(rows, look).layout.yaxis.ticktext) is (name in kept) for name in (*kept, *gone))


def test_a_lane_that_was_left_out_stays_out_wherever_a_hand_moves_and_counts_add_up_without_it():
    late = [made.event(n, f"2019-{n % 9 + 1:02d}-{n % 28 + 1:02d}", actors=("Ada Varga",)) for n in range(1900)]
    rows = frame(*(made.event(5000 + n, f"{1900 + n}", actors=("Leo Brandt",)) for n in range(40)), *late)
    for view in (None, (calendar.day(1890, 1, 1), calendar.day(2020, 1, 1))):
        data = scene(rows, Look(), view)
        assert data["lanes"] == [["Ada Varga", 1900]] and data["absent"] == ["Leo Brandt"] and "every" not in data
        assert len(data["cells"]["counts"]) == data["cells"]["across"] and sum(data["cells"]["counts"]) == 1900
    bars = data["bars"]
    assert sum(bars["sure"]) + sum(bars["wide"]) == len(rows), "the histogram counts them all"
    early = scene(rows, Look(), (calendar.day(1890, 1, 1), calendar.day(1950, 1, 1)))
    assert len(early["marks"]["id"]) == 40 and early["stands"] == [[], []]
    assert members(rows, Look(), "Leo Brandt", 0, 800_000)["count"] == 0
    assert [name for name, _ in scene(rows, Look(whole=True))["lanes"]] == ["Ada Varga", "Leo Brandt"]
