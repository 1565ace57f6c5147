"""frame: the columns, their types, what select() lets pass, and counters that reconcile."""

import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import made
from timeline import frame as fr
from timeline.calendar import bounds
from timeline.model import Document, Marks

ACTORS = ("Donald Trump", "Kim Jong-un", "Moon Jae-in")
EVENTS = [
    made.event(1, "2018-06", "June summit", "month", actors=ACTORS[:2], date_basis="relative"),
    made.event(2, "2019-02-27/2019-02-28", "Hanoi talks", actors=ACTORS[:2]),
    made.event(3, "2018-09", "September declaration", "month", actors=ACTORS[1:]),
    made.event(4, "-0043-03-15", "Ides of March", actors=()),
    made.event(5, "2001/..", "Sunshine policy", "year", actors=ACTORS[2:]),
    made.event(6, "../1953-07-27", "War", actors=()),
    made.undated(7, actors=ACTORS[2:]),
]
FRAME = fr.events_frame(made.timeline(*EVENTS))


def test_columns_are_those_of_the_document():
    page = Path(__file__).parent.parent / "docs" / "event.md"
    rows = re.findall(r"^\| ([a-z_, ]+) \| ", page.read_text(encoding="utf-8").split("## `mentions`")[0], re.M)
    named = [name for row in rows for name in row.split(", ") if name != "column"]
    assert list(fr.COLUMNS) == named
    assert list(FRAME.columns) == named + list(fr.HELPERS)


@pytest.mark.parametrize("make", [fr.events_frame, fr.mentions_frame, fr.documents_frame])
def test_an_empty_frame_has_the_same_types(make):
    full, empty = make(made.timeline(*EVENTS)), make(made.timeline(documents=()))
    assert len(empty) == 0 and len(full) > 0
    assert empty.dtypes.equals(full.dtypes)


def test_rows_stand_in_times_order_and_the_undated_last():
    assert list(FRAME.title) == ["Ides of March", "War", "Sunshine policy", "June summit", "September declaration",
                                 "Hanoi talks", "Envoys met"]
    assert list(FRAME.index) == list(range(7))


@pytest.mark.parametrize("title, start, end, when", [
    ("Ides of March", "-0043-03-15", "-0043-03-15", "15 Mar 44 BC"),
    ("Hanoi talks", "2019-02-27", "2019-02-28", "27–28 Feb 2019"),
    ("June summit", "2018-06-01", "2018-06-30", "June 2018"),
    ("Sunshine policy", "2001-01-01", None, None),
    ("War", None, "1953-07-27", None),
    ("Envoys met", None, None, "undated"),
])
def test_start_end_and_label(title, start, end, when):
    row = FRAME[FRAME.title == title].iloc[0]
    assert (row.start if pd.notna(row.start) else None, row.end if pd.notna(row.end) else None) == (start, end)
    assert when in (None, row.when)


def test_an_undated_event_has_no_precision_and_a_reason():
    row = FRAME.iloc[-1]
    assert pd.isna(row.precision) and row.reason == "“soon after” names no day."


def test_witnesses_are_counted_by_document_and_by_mention():
    other = Document("doc-2", "b.txt", made.PAGE.text)
    witnesses = (made.mention(), made.mention(start=52, end=64), made.mention(other, published=""))
    row = fr.events_frame(made.timeline(made.event(mentions=witnesses))).iloc[0]
    assert (row.source_count, row.mention_count, row.first_published) == (2, 3, "2019-02-28")
    assert row.documents == ("doc-1", "doc-2")


def test_mentions_have_verbatim_words():
    mentions = fr.mentions_frame(made.timeline(*EVENTS))
    assert len(mentions) == len(EVENTS)
    for row in mentions.itertuples():
        assert made.PAGE.text[row.start_char:row.end_char] == row.exact


def test_documents_show_their_date_with_its_reason():
    unknown = Document("doc-2", "b.txt", "Nothing.")
    frame = fr.documents_frame(made.timeline(*EVENTS, documents=(made.PAGE, unknown)))
    assert list(frame.reason) == ["from the byline", fr.NO_DATE]
    assert frame[["dated", "undated"]].values.tolist() == [[6, 1], [0, 0]]


def day(edtf, side):
    return bounds(edtf)[side] if edtf else None


@pytest.mark.parametrize("filters, expected", [
    ({}, {1, 2, 3, 4, 5, 6, 7}),
    ({"actors": ["Donald Trump"]}, {1, 2}),
    ({"actors": ["Donald Trump", "Moon Jae-in"]}, {1, 2, 3, 5, 7}),
    ({"actors": ["Donald Trump", "Kim Jong-un"], "match": "all"}, {1, 2}),
    ({"actors": ["Donald Trump", "Moon Jae-in"], "match": "all"}, set()),
    ({"actors": ["Nobody"]}, set()),
    ({"first": "2018-06-30"}, {1, 2, 3, 5}),
    ({"first": "2018-07-01"}, {2, 3, 5}),
    ({"last": "2018-06-01"}, {1, 4, 5, 6}),
    ({"first": "2018-06-10", "last": "2018-06-12"}, {1, 5}),
    ({"last": "-0042"}, {4, 6}),
    ({"first": "2020"}, {5}),
    ({"search": "HANOI TALKS"}, {2}),
    ({"search": "soon after"}, {7}),
    ({"search": "jong-un"}, {1, 2, 3, 4, 6} - {4, 6}),
    ({"search": "Mr (.*"}, set()),
    ({"search": "   "}, {1, 2, 3, 4, 5, 6, 7}),
    ({"documents": ["doc-1"]}, {1, 2, 3, 4, 5, 6, 7}),
    ({"documents": ["doc-9"]}, set()),
    ({"actors": ["Kim Jong-un"], "first": "2018-09-01", "search": "declaration"}, {3}),
])
def test_select(filters, expected):
    filters = filters | {"first": day(filters.get("first"), 0), "last": day(filters.get("last"), 1)}
    shown = fr.select(FRAME, **filters)
    assert {int(i[1:]) for i in shown.event_id} == expected
    assert shown.dtypes.equals(FRAME.dtypes)


@settings(max_examples=200, deadline=None)
@given(actors=st.lists(st.sampled_from((*ACTORS, "Nobody")), max_size=3), match=st.sampled_from(["any", "all"]),
       first=st.none() | st.integers(-20_000, 740_000), last=st.none() | st.integers(-20_000, 740_000),
       search=st.sampled_from(["", "talks", "a", "(", "Ω"]) | st.text(max_size=3))
def test_counters_reconcile_in_every_state(actors, match, first, last, search):
    counts = fr.count(FRAME, fr.select(FRAME, actors, match, first, last, (), search))
    assert counts.dated + counts.undated + counts.hidden == counts.found == len(EVENTS)
    assert min(counts) >= 0


def test_select_on_the_empty_frame():
    empty = fr.events_frame(made.timeline())
    assert len(fr.select(empty, ACTORS, "all", 1, 2, ["d"], "x")) == 0


def test_actors_are_counted_once_an_event_most_first():
    assert fr.actor_counts(FRAME) == {"Kim Jong-un": 3, "Moon Jae-in": 3, "Donald Trump": 2}


@pytest.mark.parametrize("number", [-1, 0, 1, 3, 99])
def test_top_is_the_most_important_in_the_frames_order(number):
    frame = fr.events_frame(made.timeline(*made.many(30)))
    best = fr.top(frame, number)
    kept = sorted(frame.importance, reverse=True)[:max(0, number)]
    assert sorted(best.importance, reverse=True) == kept and list(best.index) == sorted(best.index)
    assert best.dtypes.equals(frame.dtypes)


def test_of_equals_the_earlier_rows_are_the_top():
    frame = fr.events_frame(made.timeline(*(made.event(n, f"2019-02-{n + 1:02}") for n in range(5))))
    assert list(fr.top(frame, 2).index) == [0, 1]


MARKED = fr.events_frame(made.timeline(
    made.event(1, "2018-06", "June summit", "month", modality="planned", importance=.9, marks=Marks("approved", True, ("trade", "asia"))),
    made.event(2, "2018-07-01", "Talks", importance=.5, marks=Marks("check", tags=("asia",)),
               mentions=(made.mention(), made.mention(Document("doc-2", "b.txt", made.PAGE.text)))),
    made.event(3, "2018-07-02", "Rally", modality="claimed", importance=.7),
    made.undated(4, importance=.1)))


@pytest.mark.parametrize("filters, expected", [
    ({"precisions": ("month",)}, {1}),
    ({"precisions": ("day", "month")}, {1, 2, 3}),
    ({"precisions": ("",)}, {4}),
    ({"modalities": ("planned", "claimed")}, {1, 3}),
    ({"modalities": ("denied",)}, set()),
    ({"statuses": ("approved",)}, {1}),
    ({"statuses": ("", "check")}, {2, 3, 4}),
    ({"tags": ("asia",)}, {1, 2}),
    ({"tags": ("trade", "none")}, {1}),
    ({"starred": True}, {1}),
    ({"sources": 1}, {1, 2, 3, 4}),
    ({"sources": 2}, {2}),
    ({"sources": 3}, set()),
    ({"number": 2}, {1, 3}),
    ({"number": 0}, set()),
    ({"number": 99}, {1, 2, 3, 4}),
    ({"number": 1, "modalities": ("actual",)}, {2}),
    ({"search": "talks", "sources": 2, "tags": ("asia",)}, {2}),
])
def test_select_by_marks(filters, expected):
    assert {int(i[1:]) for i in fr.select(MARKED, **filters).event_id} == expected
    assert fr.select(MARKED.iloc[:0], **filters).empty


def test_a_frame_without_a_persons_marks_holds_none():
    bare = MARKED.drop(columns=["status", "star", "tags", "note", "edited"])
    assert len(fr.select(bare, statuses=("",))) == 4
    assert fr.select(bare, tags=("asia",)).empty and fr.select(bare, starred=True).empty


def test_a_filter_that_is_not_known_is_refused():
    with pytest.raises(TypeError):
        fr.select(MARKED, moods=("glad",))


@pytest.mark.parametrize("one, other, sizes", [
    (["doc-1"], ["doc-2"], (3, 1, 0)), (["doc-2"], ["doc-1"], (0, 1, 3)), (["doc-1"], ["doc-1"], (0, 4, 0)),
    (["doc-1"], [], (4, 0, 0)), ([], [], (0, 0, 0)), (["doc-9"], ["doc-2"], (0, 0, 1))])
def test_two_sets_of_documents_are_compared(one, other, sizes):
    assert tuple(map(len, fr.compare(MARKED, one, other))) == sizes


def test_half_a_surrogate_pair_costs_a_character_and_no_frame():
    frame = fr.events_frame(made.timeline(made.event(1, title="typed \ud800 so"), made.event(2)))
    assert list(frame["title"]) == ["typed ? so", "Hanoi talks"] or list(frame["title"]) == ["Hanoi talks", "typed ? so"]
