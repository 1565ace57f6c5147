"""project, the pure part: edits on events, undone, carried over to another extraction, and listed where they are lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import made
from timeline import records
from timeline.model import Document, Marks
from timeline.project import Problem, making, replay
from timeline.project.edits import Edit, conflicts, effective, numbered, undoable
from timeline.project.typed import read

SECOND = Document("doc-2", "paris.txt", "In Paris on 27 February 2019 the talks in Hanoi were praised. Nobody left.")
NAMES = {made.PAGE.doc_id: made.PAGE.name, SECOND.doc_id: SECOND.name}


def place(document, start, end):
    return made.mention(document, start, end, published="")


def three():
    """Three events: two witnesses, one witness, undated."""
    two = (made.mention(), made.mention(SECOND, 0, 61, published="", actors=("Nobody",)))
    return (made.event(1, mentions=two), made.event(2, "2018-06", "Left", "month", actors=("Mr Kim", "Kim Jong-un"),
                                                    mentions=(made.mention(start=52, end=64, date_start=None, date_text=""),)),
            made.undated(3, mentions=(place(SECOND, 62, 74),)))


def after(*edits, events=None, names=NAMES):
    return replay(three() if events is None else events, numbered(list(edits)), names)


def shown(result):
    return [(e.title, e.date_edtf, e.actors, e.place, e.marks) for e in result.events]


# one edit

FIRST = three()[0]


@pytest.mark.parametrize("edit, changes", [
    (making.change(FIRST, "title", "A <b>summit</b>"), {"title": "A <b>summit</b>", "marks": Marks(edited=("title",), title="Hanoi talks")}),
    (making.change(FIRST, "place", ""), {"place": "", "marks": Marks(edited=("place",))}),
    (making.change(FIRST, "actors", "Kim Jong-un; Añez ;"), {"actors": ("Kim Jong-un", "Añez"), "marks": Marks(edited=("actors",))}),
    (making.change(FIRST, "note", "See page 3"), {"marks": Marks(note="See page 3")}),
    (making.change(FIRST, "tags", ["one", " two"]), {"marks": Marks(tags=("one", "two"))}),
    (making.change(FIRST, "star", True), {"marks": Marks(star=True)}),
    (making.change(FIRST, "status", "check"), {"marks": Marks(status="check")}),
    (making.approve(FIRST), {"marks": Marks(status="approved")}),
    (making.hide(FIRST), {"marks": Marks(status="hidden")}),
    (making.rename_actor("Kim Jong-un", "Kim"), {"actors": ("Kim",), "marks": Marks(edited=("actors",))}),
    (making.hide_actor("Kim Jong-un"), {"actors": (), "marks": Marks(edited=("actors",))}),
])
def test_an_edit_changes_what_it_says_and_nothing_else(edit, changes):
    result = after(edit)
    assert result.orphans == ()
    assert result.events[0] == replace(FIRST, **changes)


@pytest.mark.parametrize("words, edtf, first, last, precision, kind", [
    ("2018-06", "2018-06", "2018-06-01", "2018-06-30", "month", "instant"),
    ("12 June 2018", "2018-06-12", "2018-06-12", "2018-06-12", "day", "instant"),
    ("1914/1918", "1914/1918", "1914-01-01", "1918-12-31", "year", "interval"),
    ("2001/..", "2001/..", "2001-01-01", None, "year", "interval"),
    ("before 1914", "../1913-12-31", None, "1913-12-31", "year", "interval"),
    ("44 BC", "-0043", "-0043-01-01", "-0043-12-31", "year", "instant"),
    ("199X", "199X", "1990-01-01", "1999-12-31", "decade", "instant"),
    ("", "", None, None, "", "instant"),
])
def test_a_date_by_hand_moves_the_event_and_keeps_the_old_one(words, edtf, first, last, precision, kind):
    from timeline import calendar

    event = after(making.change(FIRST, "date", words)).events[0]
    iso = [day if day is None else calendar.iso(day) for day in (event.first, event.last)]
    assert (event.date_edtf, iso, event.precision, event.kind) == (edtf, [first, last], precision, kind)
    assert event.rule == "by hand" and event.marks.edited == ("date",)
    assert [a.value for a in event.alternatives] == ["2019-02-27", "2020-02-27"]
    assert bool(event.reason) is (first is None and last is None), "the undated say why"


@pytest.mark.parametrize("words", ["last June", "soon", "2019-13-45", "2019-02-30", "12", "x" * 100, "2020/2019", "a/b/c", "13"])
def test_what_is_no_date_that_stands_alone_is_refused(words):
    assert read(words) is None
    with pytest.raises(Problem, match="no date that stands alone"):
        making.change(FIRST, "date", words)


@pytest.mark.parametrize("words, qualifier", [("1850~", "approximate"), ("1850?", "uncertain"), ("1850%", "both"), ("c. 1250", "approximate")])
def test_a_typed_date_keeps_its_doubt(words, qualifier):
    assert read(words).qualifier == qualifier


def test_another_reading_is_chosen_and_the_first_stays_in_the_list():
    event = after(making.reading(FIRST, "2020-02-27")).events[0]
    assert (event.date_edtf, event.rule, event.date_text) == ("2020-02-27", "chosen by hand", FIRST.date_text)
    assert event.date_basis == FIRST.date_basis and [a.value for a in event.alternatives] == ["2019-02-27"]
    with pytest.raises(Problem, match="none of the readings"):
        making.reading(FIRST, "1999")


def test_an_event_added_by_hand_stands_last_and_can_be_edited():
    added = making.add("Treaty", "June 2018", ["Kim"], note="from memory")
    event = after(added).events[-1]
    assert (event.title, event.date_edtf, event.actors, event.mentions) == ("Treaty", "2018-06", ("Kim",), ())
    assert event.marks == Marks(note="from memory", edited=("added",))
    again = after(added, making.change(event, "title", "Pact"))
    assert again.events[-1].title == "Pact" and again.orphans == ()


def test_merge_gathers_witnesses_and_actors_and_split_parts_them():
    one, two, three_ = three()
    merged = after(making.merge([one, two], NAMES))
    assert len(merged.events) == 2 and merged.events[0].mentions == one.mentions + two.mentions
    assert merged.events[0].actors == ("Kim Jong-un", "Mr Kim")
    carried = after(making.merge([one, two], NAMES), making.change(two, "title", "Carried"))
    assert carried.events[0].title == "Carried", "an edit on what was merged away reaches what it is now"
    parts = after(making.split(one, names=NAMES)).events
    assert [e.title for e in parts] == [one.title, "In Paris on 27 February 2019 the talks in Hanoi were praised.", "Left", "Envoys met"]
    assert parts[1].mentions == one.mentions[1:] and parts[1].actors == ("Nobody",)
    assert parts[1].excerpt == parts[1].mentions[0].exact and parts[1].title in SECOND.text


def test_what_was_split_off_can_be_merged_again():
    one = FIRST
    part = after(making.split(one)).events[1]
    result = after(making.split(one), making.merge([one, part]))
    assert result.events[0].mentions == one.mentions and len(result.events) == 3 and result.orphans == ()


@pytest.mark.parametrize("wrong, words", [
    (lambda: making.change(FIRST, "colour", "red"), "no field that can be edited"),
    (lambda: making.change(FIRST, "status", "great"), "no status"),
    (lambda: making.change(FIRST, "note", "x" * 20_000), "too long"),
    (lambda: making.merge([FIRST, FIRST]), "at least two"),
    (lambda: making.split(three()[1]), "several witnesses"),
    (lambda: making.add("  "), "needs a title"),
    (lambda: making.pin(made.PAGE, "June"), "not a full date"),
    (lambda: making.merge_actors([], "x"), "Give the actors"),
])
def test_an_edit_that_makes_no_sense_is_refused_in_plain_words(wrong, words):
    with pytest.raises(Problem, match=words):
        wrong()


# undo, order, conflicts

def undo(edit_id):
    return Edit("undo", undoes=edit_id)


def test_undo_is_another_row_and_can_be_undone():
    edits = numbered([making.hide(FIRST), making.approve(FIRST), undo(2), undo(1), undo(4)])
    assert [e.edit_id for e in effective(edits)] == [1]
    assert undoable(edits).edit_id == 1
    assert after(*edits).events[0].marks.status == "hidden"


def test_the_last_of_two_edits_wins_and_both_are_seen():
    a, b = making.change(FIRST, "title", "A"), making.change(FIRST, "title", "B")
    edits = numbered([replace(a, who="ann"), replace(b, who="bob"), replace(making.approve(FIRST), who="ann")])
    assert after(*edits).events[0].title == "B"
    assert {n: e.who for n, e in conflicts(edits).items()} == {2: "ann"}
    assert conflicts([edits[0], replace(edits[1], seen=1)]) == {}, "bob had seen ann's"


PIECES = st.text(max_size=8)
CHOICES = st.sampled_from(["approve", "hide", "unhide", "title", "date", "actors", "place", "note", "tags", "star", "reading", "merge",
                           "split", "add", "rename", "hide actor", "pin"])


@st.composite
def logs(draw, most=20, least=0):
    """Edits as a person makes them: each on the events as they stand after those before it."""
    events, log = [*three(), *(replace(e, event_id=f"m{e.event_id}") for e in made.many(4))], []
    for _ in range(draw(st.integers(least, most))):
        now = replay(events, numbered(log), NAMES).events
        event = draw(st.sampled_from(now))
        try:
            log.append(_edit(draw, draw(CHOICES), event, now))
        except Problem:
            continue
    return events, numbered(log)


def _edit(draw, kind, event, now):
    simple = {"approve": making.approve, "hide": making.hide, "unhide": making.unhide, "split": making.split}
    if kind in simple:
        return simple[kind](event, names=NAMES)
    if kind == "reading":
        return making.reading(event, event.alternatives[0].value if event.alternatives else "", NAMES)
    if kind == "merge":
        return making.merge([event, draw(st.sampled_from(now))], NAMES)
    if kind == "add":
        return making.add(draw(PIECES) + "x", draw(st.sampled_from(["", "2018-06", "44 BC"])))
    if kind == "rename":
        return making.rename_actor(draw(st.sampled_from(event.actors or ("Kim",))), draw(PIECES) + "x")
    if kind == "hide actor":
        return making.hide_actor(draw(st.sampled_from(event.actors or ("Kim",))))
    if kind == "pin":
        return making.pin(draw(st.sampled_from([made.PAGE, SECOND])), draw(st.sampled_from(["2019-01-01", "", None])))
    value = {"date": "2018-06", "actors": ["Kim", "Añez"], "tags": ["x"], "star": True}.get(kind, None)
    return making.change(event, kind, draw(PIECES) if value is None else value, NAMES)


@settings(max_examples=150, deadline=None)
@given(logs(least=20))
def test_twenty_edits_and_twenty_undos_are_the_original(log):
    events, edits = log
    undone = numbered([*edits, *(undo(edit.edit_id) for edit in reversed(edits))])
    assert replay(events, undone, NAMES) == (tuple(events), ())
    assert effective(undone) == []


@settings(max_examples=150, deadline=None)
@given(logs())
def test_a_replay_is_deterministic_and_keeps_the_order(log):
    events, edits = log
    result = replay(events, edits, NAMES)
    assert result == replay(list(events), [records.loads(Edit, records.dumps(e)) for e in edits], NAMES)
    ids, before = [e.event_id for e in result.events], [e.event_id for e in events]
    assert [i for i in ids if i in before] == [i for i in before if i in ids]
    assert len(ids) == len(set(ids))
    assert {m for e in events for m in e.mentions} == {m for e in result.events for m in e.mentions}, "no witness is lost"


@settings(max_examples=100, deadline=None)
@given(logs(least=5))
def test_every_edit_survives_another_extraction_of_the_same_text(log):
    """The same passages under other event ids, some of them in another order: nothing is lost."""
    events, edits = log
    again = [replace(e, event_id=f"new-{e.event_id}") for e in reversed(events)]
    assert [o.edit.edit_id for o in replay(again, edits, NAMES).orphans] == [o.edit.edit_id for o in replay(events, edits, NAMES).orphans]
