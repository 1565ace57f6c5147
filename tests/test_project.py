"""project, the whole: the same after a restart, edits with who and when, undo, pins, search."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench import keeping
from tests import kept, made
from tests.kept import NOTE, OTHER, opened
from timeline import frame as fr
from timeline.project import Problem, Project, making, replay, store
from timeline.project.edits import Edit


@pytest.fixture
def path(tmp_path):
    """A project of one document with its events."""
    return kept.new(tmp_path / "a.timeline")


# what is kept

def test_a_restart_shows_the_same(path):
    with opened(path) as project:
        project.add([("other.txt", OTHER), ("bad.zip", b"PK\3\4nothing")], published="2018-09-01")
        project.refresh()
        before = project.timeline()
    with opened(path) as project:
        assert project.timeline() == before and not project.is_stale()
        assert len(before.documents) == 2 and len(before.events) >= 4 and [f.name for f in before.failures] == ["bad.zip"]
        assert fr.events_frame(before).equals(fr.events_frame(project.timeline()))
        assert project.verify() == []


def test_a_project_shows_what_building_shows(tmp_path):
    from timeline.build import build

    with Project.new(tmp_path / "b.timeline") as project:
        project.add([("note.txt", NOTE), ("other.txt", OTHER)])
        project.refresh()
        built = build([("note.txt", NOTE), ("other.txt", OTHER)])
        assert project.timeline() == built


def test_folders_files_and_twins(tmp_path, path):
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "b.txt").write_bytes(OTHER)
    (folder / ".hidden.txt").write_bytes(b"On 9 June 2018 they met.")
    (folder / "twin.txt").write_bytes(NOTE)
    (folder / "out").symlink_to("/")
    with opened(path) as project:
        added = project.add([folder, tmp_path / "gone.txt"])
        assert [d.name for d in added.documents] == ["deep/b.txt"]
        assert [(f.name, f.reason) for f in added.known] == [("twin.txt", "is in the project already, as note.txt")]
        assert [(f.name, f.reason) for f in added.failures] == [("gone.txt", "no such file: check its name and place")]
        assert project.timeline().failures == added.failures and project.add([folder]).documents == ()
        assert [s["name"] for s in project.store.sources()] == ["note.txt", "deep/b.txt"]
        assert project.store.source_bytes(project.store.sources()[1]["sha256"]) == OTHER


def test_a_failure_goes_when_the_file_is_read_at_last(path):
    with opened(path) as project:
        project.add([("late.txt", b"\n")])
        assert [f.name for f in project.timeline().failures] == ["late.txt"]
        project.add([("late.txt", OTHER)])
        assert project.timeline().failures == ()


@pytest.mark.parametrize("text", ["half \ud83d a pair", "nul\0nul", "é Ü 北京 \U0001f469", "'; DROP TABLE edits; --", "x" * 9000, '"quo" * NEAR('])
def test_any_text_is_only_text(path, text):
    with opened(path, who=text[:50]) as project:
        event = project.timeline().events[0]
        project.edit(making.change(event, "title", text), making.change(event, "note", text), making.change(event, "actors", [text]))
        assert (project.timeline().events[0].title, project.timeline().events[0].marks.note) == (text, text)
        project.find(text=text, actors=[text])
        assert project.verify() == []


def test_edits_say_who_and_when_and_stay(path):
    with opened(path, "bob") as project:
        made_ = project.edit(making.hide(project.timeline().events[0]))[0]
        assert (made_.edit_id, made_.who, made_.at, made_.seen) == (1, "bob", "2020-01-02T03:04:05Z", 0)
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            project.store.db.execute("DELETE FROM edits")
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            project.store.db.execute("UPDATE edits SET who = 'eve'")


def test_all_edits_of_one_call_or_none(path):
    with opened(path) as project:
        event = project.timeline().events[0]
        with pytest.raises(Problem, match="is no edit"):
            project.edit(making.hide(event), Edit("explode"))
        assert project.edits() == [] and len(project.timeline().events) == len(project.timeline(hidden=True).events)


def test_undo_is_ones_own_unless_said_otherwise(path):
    with opened(path, "ann") as ann, opened(path, "bob") as bob:
        event = ann.timeline().events[0]
        ann.edit(making.change(event, "title", "Ann's"))
        bob.edit(making.change(event, "title", "Bob's"))
        assert ann.undo().who == "ann" and ann.timeline().events[0].title == "Bob's"
        with pytest.raises(Problem, match="nothing to undo"):
            ann.undo()
        assert ann.undo(anyone=True).who == "bob" and bob.timeline().events[0].title == event.title
        with pytest.raises(Problem, match="does not exist or is undone"):
            bob.undo(2)
        assert bob.undo(3).action == "undo", "an undo is undone by its number"
        assert bob.timeline().events[0].title == "Ann's"


def test_a_page_knows_that_another_has_edited(path):
    with opened(path, "ann") as ann, opened(path, "bob") as bob:
        before = ann.revision()
        bob.edit(making.hide(bob.timeline().events[0]))
        assert ann.revision() != before and len(ann.timeline().events) == len(bob.timeline().events)


def test_a_pinned_day_moves_what_is_relative_to_it(path):
    with opened(path) as project:
        document = project.add([("other.txt", OTHER)], published="2018-09-01").documents[0]
        project.refresh()
        assert "2018-06" in [e.date_edtf for e in project.timeline().events]
        project.edit(making.pin(document, "2021-09-01"))
        assert project.is_stale()
        project.refresh()
        assert "2021-06" in [e.date_edtf for e in project.timeline().events]
        project.undo()
        project.refresh()
        assert "2018-06" in [e.date_edtf for e in project.timeline().events] and not project.is_stale()


def test_every_edit_survives_reading_and_extracting_anew(path):
    with opened(path) as project:
        events = project.timeline().events
        project.edit(*(making.change(e, "note", e.title) for e in events), making.hide(events[0]))
        before = project.timeline(hidden=True)
        assert project.reread() == ()
        project.extract()
        assert project.timeline(hidden=True) == before and project.orphans() == ()


def test_what_no_longer_matches_is_listed(path):
    with opened(path) as project:
        gone = made.event(5, mentions=(made.mention(),))
        project.edit(making.hide(gone), making.pin(made.PAGE, "2019-01-01"))
        project.extract()
        assert [o.edit.action for o in project.orphans()] == ["pin", "hide"] and len(project.edits()) == 2


# searching

@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """A project with made-up events, some of them edited by hand."""
    file = tmp_path_factory.mktemp("crowd") / "c.timeline"
    with Project.new(file, who="ann") as project:
        with project.store.writing():
            project.store.start_run("{}", "{}", "", project.store.pack(None), "", "ann")
            project.store.put_events([*keeping.events(600), made.event(1), made.event(2, "2001/..", place=""), made.undated(3), made.event(4, "../-0043")])
        events = project.replayed().events
        project.edit(making.change(events[3], "title", "A wholly new headline"), making.hide(events[5]), making.hide(events[6]),
                     making.rename_actor(events[8].actors[0] if events[8].actors else "Person 0", "Someone Else"),
                     making.add("Added by hand", "1950", ["Person 0"]), making.merge([events[20], events[30]]), making.change(events[40], "date", ""))
        whole = project.replayed().events
    return file, len(whole), fr.events_frame(made.timeline(*(e for e in whole if e.marks.status != "hidden")))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actors=st.lists(st.sampled_from(["Person 0", "Person 1", "Someone Else", "Kim Jong-un", "Nobody"]), max_size=2, unique=True),
       first=st.none() | st.integers(-30_000, 740_000), last=st.none() | st.integers(-30_000, 740_000),
       text=st.sampled_from(["", "talks", "a wholly NEW", "headline", "town 7", "town 7*", "jong-un", "(", '"', "*", "zzz", "by hand", "sum", "sum*"]))
def test_search_finds_what_the_frame_selects(crowd, actors, first, last, text):
    file, whole, rows = crowd
    with Project(file, who="ann") as project:
        wanted = fr.select(rows, actors, "all", first, last)
        if text:
            wanted = wanted.loc[[row.Index for row in wanted.itertuples() if _says(row, text)]]
        found = project.find(actors, first, last, text, limit=10_000)
        assert {e.event_id for e in found} == set(wanted.event_id)
        seen = fr.count(rows, wanted)
        assert project.count(actors, first, last, text) == (seen.dated, seen.undated, whole - len(wanted))


def _says(row, text):
    """Words that stand together; a star after them: the last is only begun."""
    import re

    words = re.findall(r"\w+", text.lower())
    pattern = r"\b" + r"\W+".join(map(re.escape, words)) + ("" if text.endswith("*") else r"\b")
    return bool(words) and any(re.search(pattern, t.lower()) for t in (row.title, row.excerpt, row.date_text, row.place, *row.actors) if t)


def test_what_is_searched_is_what_a_whole_replay_gives(crowd):
    with Project(crowd[0]) as project:
        shown = {e.event_id: e for e in project.replayed().events if e.marks.status != "hidden"}
        assert {e.event_id: e for e in project.find(limit=10_000)} == shown
        assert project.find(limit=3, offset=2) == project.find(limit=5)[2:]
        edits = len(project.edits())
        for _ in range(edits):
            project.undo(anyone=True)
        assert set(project.find(limit=10_000)) == set(project.store.found()) and project.orphans() == ()


def test_sql_stands_in_the_store_alone():
    import re

    home = Path(store.__file__).parent
    with_sql = {p.name for p in home.parent.rglob("*.py") if re.search(r'"(?:SELECT|INSERT|UPDATE|DELETE|PRAGMA|BEGIN) ', p.read_text("utf-8"))}
    assert with_sql == {"store.py", "shelf.py"}
    assert not [p for p in home.parent.rglob("*.py") if "import sqlite3" in p.read_text("utf-8") and p.name != "store.py"]


def test_replay_is_what_the_file_does(path):
    with opened(path) as project:
        found = tuple(project.store.found())
        project.edit(making.change(found[0], "title", "T"), making.hide(found[1]))
        assert project.replayed().events == replay(found, project.edits(), project.store.names()).events
