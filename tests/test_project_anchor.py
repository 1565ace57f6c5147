"""project: where an edit finds its event again after another extraction, and the records it is kept in."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import made
from tests.test_project_replay import FIRST, NAMES, after
from timeline import records
from timeline.model import Document, Event
from timeline.project import making, replay
from timeline.project.edits import numbered, pins

# another extraction

def shifted(event, by, doc_id="doc-1", **changes):
    mention = event.mentions[0]
    place = {"doc_id": doc_id} | {name: getattr(mention, name) + by for name in ("start_char", "end_char", "date_start", "date_end")}
    return replace(event, event_id="other", mentions=(replace(mention, **place | changes),))


@pytest.mark.parametrize("event, names, found", [
    (replace(FIRST, event_id="other"), NAMES, True),
    (shifted(FIRST, 0, exact="on 27 February 2019", start_char=15, end_char=34), NAMES, True),
    (shifted(FIRST, 100), NAMES, True),
    (shifted(FIRST, 100, prefix="wholly other", suffix="and after it too"), NAMES, False),
    (shifted(FIRST, 100, "doc-9"), {"doc-9": "hanoi.txt"}, True),
    (shifted(FIRST, 100, "doc-9"), {"doc-9": "other.txt"}, False),
    (shifted(FIRST, 100, "doc-9"), {"doc-9": "hanoi.txt", "doc-1": "hanoi.txt"}, False),
    (shifted(FIRST, 100, exact="Other words."), NAMES, False),
], ids=["other id", "cut otherwise", "moved", "moved, other context", "new text of the name", "another document", "still there", "gone"])
def test_where_an_edit_finds_its_event_again(event, names, found):
    original = replace(FIRST, mentions=FIRST.mentions[:1])
    result = after(making.approve(original, NAMES), events=(event,), names=names)
    assert (result.events[0].marks.status == "approved") is found
    assert len(result.orphans) == (not found)
    assert all("no passage" in orphan.reason for orphan in result.orphans)


def test_two_events_of_one_id_are_both_kept():
    assert replay([FIRST, FIRST], [], NAMES).events == (FIRST, FIRST)


def test_an_edit_of_an_event_with_many_witnesses_needs_one_of_them():
    result = after(making.approve(FIRST, NAMES), events=(replace(FIRST, event_id="x", mentions=FIRST.mentions[1:]),))
    assert result.events[0].marks.status == "approved"


def test_a_quote_that_stands_twice_is_not_guessed_at():
    twice = [shifted(FIRST, 100), replace(shifted(FIRST, 300), event_id="third")]
    result = after(making.approve(replace(FIRST, mentions=FIRST.mentions[:1]), NAMES), events=[replace(e, title=t) for e, t in zip(twice, "ab")])
    assert len(result.orphans) == 1 and all(e.marks.status == "" for e in result.events)


def test_two_events_of_one_passage_are_told_apart_by_id_or_title():
    one, two = FIRST, replace(FIRST, event_id="e2", title="Another")
    for events in ((one, two), (replace(one, event_id="x"), replace(two, event_id="y"))):
        result = after(making.hide(two, NAMES), events=events)
        assert [e.marks.status for e in result.events] == ["", "hidden"]


@pytest.mark.parametrize("edit, words", [
    (making.rename_actor("Nobody at all", "x"), "no event names this actor"),
    (making.merge([FIRST, made.event(77, mentions=(made.mention(Document("doc-9", "nine.txt", "Nine"), 0, 4),))]), "not found: Hanoi talks"),
])
def test_what_finds_nothing_is_listed(edit, words):
    assert words in after(edit).orphans[0].reason


@pytest.mark.parametrize("names, days, lost", [
    ({"doc-1": "hanoi.txt"}, {"doc-1": "2019-03-01"}, 0), ({"doc-9": "hanoi.txt"}, {"doc-9": "2019-03-01"}, 0),
    ({"doc-9": "x.txt"}, {}, 1), ({"doc-8": "hanoi.txt", "doc-9": "hanoi.txt"}, {}, 1)])
def test_a_pin_goes_with_its_document_or_its_name(names, days, lost):
    edits = numbered([making.pin(made.PAGE, "2019-02-02"), making.pin(made.PAGE, "1 March 2019")])
    assert pins(edits[1:], names) == (days, [*pins(edits[1:], names)[1]]) and len(pins(edits[1:], names)[1]) == lost
    assert pins([*edits, replace(making.pin(made.PAGE, None), edit_id=3)], names)[0] == {}


# records

@settings(max_examples=200, deadline=None)
@given(st.text(), st.lists(st.text()), st.none() | st.integers(), st.floats(allow_nan=False))
def test_a_record_comes_back_equal(text, names, day, number):
    event = replace(FIRST, title=text, actors=tuple(names), first=day, importance=number)
    assert records.loads(Event, records.dumps(event)) == event


def test_a_record_of_an_older_or_newer_program_is_read_as_far_as_it_goes():
    event = records.loads(Event, '{"event_id": "e", "new": 1, "mentions": [{"doc_id": "d", "colour": "red"}]}')
    assert (event.event_id, event.title, event.first, event.actors, event.mentions[0].doc_id) == ("e", "", None, (), "d")


def test_half_a_pair_survives():
    event = replace(FIRST, title="half \ud83d a pair\0")
    assert records.loads(Event, records.dumps(event)) == event and records.dumps(event).isascii()
