"""project: documents that were taken out: what leaves, what stays and in whose words, what comes back; and the command for it."""

import zipfile
from dataclasses import replace

import pytest

from tests import kept, made
from tests.kept import OTHER, opened
from tests.test_project_replay import NAMES, SECOND, after, three, undo
from timeline import cli, pack
from timeline.model import Rejected
from timeline.project import Problem, dropping, making
from timeline.project.edits import Edit, numbered
from timeline.project.passage import marked, proposed

OUT_FIRST, OUT_SECOND = making.drop(made.PAGE), making.drop(SECOND)


def test_its_events_leave_and_those_of_others_stay_with_the_rest():
    one, two, undated = three()
    result = after(OUT_SECOND)
    assert [e.event_id for e in result.events] == [one.event_id, two.event_id] and result.orphans == ()
    assert result.events[0] == replace(one, mentions=one.mentions[:1]), "who gave the event its words still gives them"


def test_the_best_of_the_others_gives_the_words_where_the_first_went():
    one = three()[0]
    other = replace(one.mentions[1], date_edtf="2019-02", date_text="February", rule="a month", joined="same words", score=.7)
    event, = after(OUT_FIRST, events=[replace(one, mentions=(one.mentions[0], other), actors=("Kim Jong-un", "Nobody"))]).events
    assert event.event_id == one.event_id and event.title in SECOND.text and event.excerpt == other.exact
    assert (event.date_edtf, event.date_text, event.precision, event.rule) == ("2019-02", "February", "month", "a month")
    assert event.mentions == (replace(other, joined="", score=1.0),) and event.alternatives == ()


def test_only_the_actors_that_it_alone_names_leave():
    one, = three()[:1]
    named = replace(one, actors=("Kim Jong-un", "Nobody"), mentions=(replace(one.mentions[0], actors=("Kim Jong-un",)), one.mentions[1]))
    assert after(OUT_SECOND, events=[named]).events[0].actors == ("Kim Jong-un",)
    assert set(after(OUT_FIRST, events=[named]).events[0].actors) == {"Nobody"}


def test_undo_brings_all_of_it_back():
    assert after(OUT_FIRST, OUT_SECOND, undo(2), undo(1)).events == three()
    assert after(OUT_FIRST, OUT_SECOND).events == ()


def test_edits_on_its_events_are_orphans_and_count_again_when_it_is_back():
    one, two, undated = three()
    edits = [making.hide(one, NAMES), making.hide(undated, NAMES), OUT_SECOND]
    result = after(*edits)
    assert [o.edit.edit_id for o in result.orphans] == [2] and result.events[0].marks.status == "hidden"
    assert [e.marks.status for e in after(*edits, undo(3)).events] == ["hidden", "", "hidden"]
    assert after(OUT_SECOND, making.hide(undated, NAMES)).orphans[0].edit.edit_id == 2, "whenever that was decided"


def test_an_event_made_from_its_words_goes_with_it():
    passage = proposed(made.PAGE, marked(made.PAGE, 52, 64))
    edits = [making.add("Left", passage=passage), OUT_FIRST]
    assert [o.edit.edit_id for o in after(*edits).orphans] == [1]
    assert after(*edits, undo(2)).events[-1].mentions[0].exact == "Mr Kim left."
    twin = {**NAMES, "doc-3": made.PAGE.name}
    assert [o.edit.edit_id for o in after(*edits, names=twin).orphans] == [1], "another text of its name is no heir of it"


@pytest.mark.parametrize("names, is_out, lost", [
    ({"doc-9": "hanoi.txt"}, {"doc-9"}, 0), ({"doc-9": "other.txt"}, set(), 1), ({"doc-8": "hanoi.txt", "doc-9": "hanoi.txt"}, set(), 1), (NAMES, {"doc-1"}, 0)],
    ids=["read anew", "gone", "two of the name", "there"])
def test_the_edit_follows_its_document(names, is_out, lost):
    out, orphans = dropping.dropped(numbered([OUT_FIRST]), names)
    assert (set(out), len(orphans)) == (is_out, lost)
    assert len(after(OUT_FIRST, names=names).orphans) == lost


def test_the_timeline_is_without_it():
    rejected = Rejected("doc-1", 0, 3, "now", "no day"), Rejected("doc-2", 0, 2, "In", "no day")
    whole = replace(made.timeline(documents=(made.PAGE, SECOND)), rejected=rejected)
    left = dropping.without(whole, {"doc-2"})
    assert left.documents == (made.PAGE,) and left.rejected == rejected[:1] and dropping.without(whole, {}) is whole


# -- in a project

@pytest.fixture
def path(tmp_path):
    """A project of two documents that tell of one event together, and of others."""
    file = kept.new(tmp_path / "a.timeline")
    with opened(file) as project:
        project.add([("other.txt", OTHER)])
        project.refresh()
    return file


def test_a_project_without_a_document_counts_and_finds_what_is_left_and_has_it_back(path):
    with opened(path) as project:
        before, counted = project.timeline(), project.count()
        document = next(d for d in before.documents if d.name == "other.txt")
        edit, = project.edit(making.drop(document))
        left = project.timeline()
        assert [d.name for d in left.documents] == ["note.txt"] and 0 < len(left.events) < len(before.events)
        assert all(m.doc_id != document.doc_id for e in left.events for m in e.mentions)
        assert sum(project.count()) == len(left.events) and not project.find(text="visited Pyongyang") and not project.is_stale()
        project.extract()
        assert project.timeline().events == left.events and project.verify() == []
        assert [f.reason for f in project.add([("again.txt", OTHER)]).known] == ["is in the project already, as other.txt; it was taken out: undo that to bring it back"]
        project.undo(edit.edit_id)
        assert project.timeline().events == before.events and project.count() == counted and project.taken_out() == {}


def test_the_pack_has_neither_its_text_nor_its_file(path, tmp_path):
    with opened(path) as project:
        project.edit(making.drop(next(d for d in project.timeline().documents if d.name == "other.txt")))
        pack.write(project, tmp_path / "p.zip")
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        assert not [name for name in archive.namelist() if b"visited Pyongyang" in archive.read(name)]
        assert sum(name.startswith(("texts/", "sources/")) for name in archive.namelist()) == 2
    assert pack.verify(tmp_path / "p.zip").problems == ()


def ran(capsys, *words):
    code = cli.main(["project", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_command_takes_out_and_undo_brings_back(path, capsys):
    with opened(path) as project:
        event = next(e for e in project.timeline().events if "Pyongyang" in e.excerpt)
        project.edit(making.approve(event, project.store.names()))
    code, _, err = ran(capsys, "remove", path, "other.txt")
    assert code == 0 and "drop document “other.txt”" in err and "1 document taken out" in err and "1 edit found nothing" in err
    assert "2 documents from 2 files, 1 of them taken out" in ran(capsys, "status", path)[1]
    assert "(finds nothing:" in ran(capsys, "edits", path)[1]
    code, _, err = ran(capsys, "remove", path, "other.txt")
    assert code == cli.SOME_FAILED and "was taken out already; undo edit 2" in err
    assert ran(capsys, "undo", path, "2", )[0] == 0
    with opened(path) as project:
        assert project.taken_out() == {} and project.orphans() == ()


def test_what_is_no_document_or_two_is_said_and_nothing_is_taken_out(path, capsys):
    with opened(path) as project:
        project.add([("other.txt", OTHER + b" They left.")])
        project.refresh()
        ids = [doc_id for doc_id, name in project.store.names().items() if name == "other.txt"]
    for words, said in ((["note.txt", "nope.txt"], "There is no document nope.txt"), (["other.txt"], "2 documents are called other.txt")):
        code, _, err = ran(capsys, "remove", path, *words)
        assert code == cli.SOME_FAILED and said in err
    assert all(doc_id in err for doc_id in ids)
    with opened(path) as project:
        assert project.edits() == []
    assert ran(capsys, "remove", path, ids[0])[0] == 0


def test_an_action_that_is_none_is_refused(path):
    with opened(path) as project, pytest.raises(Problem, match="drop document"):
        project.edit(Edit("drop everything"))
