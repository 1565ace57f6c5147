"""Redo, and one edit about several events."""

import pytest

from tests import kept
from tests.kept import opened
from timeline.project import Edit, Problem, making
from timeline.project.edits import numbered, redoable


def log(words):
    """"a a u2 u3": ordinary edits, and undos by the number of the edit that they take back."""
    return numbered([Edit("undo", undoes=int(word[1:])) if word[0] == "u" else Edit("add") for word in words.split()])


@pytest.mark.parametrize("edits, again", [
    ("", None), ("a", None), ("a u1", 2), ("a a u2 u1", 4), ("a a u2 u1 u4", 3), ("a a u2 u1 u4 u3", None), ("a u1 a", None),
    ("a u1 u2", None), ("a u1 u2 u1", 4)])
def test_what_redo_takes_back(edits, again):
    found = redoable(log(edits))
    assert (found and found.edit_id) == again


def test_redo_is_for_ones_own_edits():
    edits = [Edit("add", who="ann", edit_id=1), Edit("undo", undoes=1, who="bob", edit_id=2)]
    assert redoable(edits, "ann") is None and redoable(edits, "bob").edit_id == 2


@pytest.mark.parametrize("make, marks", [
    (lambda events: making.approve(events), "approved"), (lambda events: making.hide(events), "hidden"),
    (lambda events: making.change(events, "status", "check"), "check")])
def test_one_edit_about_several_events_is_one_row_and_one_undo(tmp_path, make, marks):
    with opened(kept.new(tmp_path / "a.timeline")) as project:
        before = project.replayed().events
        project.edit(make(list(before)))
        assert {event.marks.status for event in project.replayed().events} == {marks} and len(before) > 1
        assert len(project.edits()) == 1 and project.count()[2] == (len(before) if marks == "hidden" else 0)
        project.undo()
        assert project.replayed().events == before


def test_of_several_events_those_that_are_gone_are_named_and_the_others_changed(tmp_path):
    with opened(kept.new(tmp_path / "a.timeline")) as project:
        one, *_ = project.replayed().events
        lost = making.add("Not there")
        target = making.approve([one]).targets[0]
        project.edit(Edit("approve", (target, type(target)("nowhere", "Lost"))), lost)
        done = project.replayed()
        assert done.events[0].marks.status == "approved" and [o.reason for o in done.orphans] == ["not found: Lost"]


def test_an_edit_about_no_event_is_refused():
    with pytest.raises(Problem, match="at least one"):
        making.approve([])
