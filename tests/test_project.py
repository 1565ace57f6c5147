"""project, the file: kept whole through crashes, crowds, full disks and newer programs; the same after a restart."""

import os
import sqlite3
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench import keeping
from tests import made
from timeline import frame as fr
from timeline.model import Failure
from timeline.project import Problem, Project, making, opening, replay, store
from timeline.project.edits import Edit

NOTE = b"On 3 June 2018 Donald Trump met Kim Jong-un in Singapore. On 4 June 2018 the ministers signed a pact. Soon after, they left."
OTHER = b"On 5 June 2018 Moon Jae-in visited Pyongyang. Last June the ministers met in Hanoi."

OTHER_PACKED = zlib.compress(OTHER).hex()


def clock():
    return datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    """A project of one document with its events."""
    file = tmp_path / "a.timeline"
    with Project.new(file, "A title", "ann", now=clock) as project:
        project.add([("note.txt", NOTE)])
        project.refresh()
    return file


def opened(path, who="ann", **options):
    return Project(path, who, now=clock, **options)


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
        assert {f.name: f.reason for f in added.failures} == {
            "twin.txt": "is in the project already, as note.txt", "gone.txt": "no such file: check its name and place"}
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
       text=st.sampled_from(["", "talks", "a wholly NEW", "headline", "town 7", "jong-un", "(", '"', "zzz", "by hand"]))
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
    """Words that stand together, the last perhaps only begun."""
    import re

    words = re.findall(r"\w+", text.lower())
    pattern = r"\b" + r"\W+".join(map(re.escape, words))
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


# crashes, crowds and full disks

def test_nothing_acknowledged_is_lost_to_kill_9(tmp_path):
    figures = keeping.kills(keeping.new(tmp_path), times=5)
    assert figures["kills"] == 10 and figures["acknowledged"] >= 10
    assert (figures["lost"], figures["damaged"], figures["torn runs"]) == (0, 0, 0)


def test_writers_at_once_all_succeed(tmp_path):
    figures = keeping.crowd(keeping.new(tmp_path), writers=4, edits=25)
    assert (figures["errors"], figures["lost"], figures["edits"]) == (0, 0, 100)


def test_a_crash_in_the_middle_of_adding_keeps_what_was_added_before(path, monkeypatch):
    with opened(path) as project:
        before = project.revision()
        monkeypatch.setattr(project.store, "put_documents", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            project.add([("other.txt", OTHER)])
    with opened(path) as project:
        assert project.revision() == before and project.verify() == [] and len(project.store.sources()) == 1


def test_a_crash_in_the_middle_of_extracting_keeps_the_last_run(path, monkeypatch):
    with opened(path) as project:
        before = project.timeline()
        monkeypatch.setattr(project.store, "put_events", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            project.extract()
    with opened(path) as project:
        assert project.timeline() == before and project.verify() == []


def test_a_full_disk_is_said_and_nothing_is_lost(path):
    with opened(path) as project:
        event = project.timeline().events[0]
        project.edit(making.hide(event))
        before = project.timeline(hidden=True)
        project.store.db.execute(f"PRAGMA max_page_count = {project.store.db.execute('PRAGMA page_count').fetchone()[0]}")
        with pytest.raises(Problem, match="disk is full. Make room"):
            project.add([("big.bin.txt", os.urandom(400_000).hex().encode())])
        assert project.timeline(hidden=True) == before and project.verify() == []
    with opened(path) as project:
        assert project.timeline(hidden=True) == before
        assert project.edit(making.unhide(event))[0].edit_id == 2


def test_a_locked_project_is_said_to_be_in_use(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with opened(path, wait=0.05) as project:
            with pytest.raises(Problem, match="another program. Wait a moment"):
                project.edit(making.hide(project.timeline().events[0]))
    finally:
        other.close()
    with opened(path) as project:
        assert project.edits() == []


def test_two_who_add_at_once_both_have_their_documents(path, monkeypatch):
    with opened(path, "ann") as ann, opened(path, "bob") as bob:
        real, turns = ann._inputs, []

        def meanwhile():
            if not turns:
                turns.append(1)
                found = real()
                bob.add([("other.txt", OTHER)])
                return found
            return real()

        monkeypatch.setattr(ann, "_inputs", meanwhile)
        ann.extract()
        assert {m.doc_id for e in ann.timeline().events for m in e.mentions} == {d.doc_id for d in ann.timeline().documents}
        assert len(ann.timeline().documents) == 2


# files that are no project

def database(path):
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE t (x)")
    db.commit()
    db.close()


def newer(path):
    Project.new(path).store.close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 999")
    db.commit()
    db.execute("PRAGMA journal_mode = DELETE")
    db.close()


@pytest.mark.parametrize("make, words", [
    (lambda p: None, "There is no project x.timeline"),
    (lambda p: p.mkdir(), "is a folder and no project"),
    (lambda p: p.write_bytes(b""), "is no project of this program; it was left as it is"),
    (lambda p: p.write_bytes(b"title,start\n" * 100), "is no project of this program"),
    (lambda p: p.write_bytes(b"SQLite format 3\0"), "is no project of this program"),
    (database, "a database of another program"),
    (newer, "written by a newer version of this program"),
])
def test_what_is_no_project_is_said_and_left_alone(tmp_path, make, words):
    file = tmp_path / "x.timeline"
    make(file)
    before = file.read_bytes() if file.is_file() else None
    with pytest.raises(Problem, match=words):
        Project(file)
    assert (file.read_bytes() if file.is_file() else None) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == (["x.timeline"] if file.exists() else [])


def test_new_never_touches_a_file_that_is_there(tmp_path):
    file = tmp_path / "x.timeline"
    file.write_text("dear")
    with pytest.raises(Problem, match="there already"):
        Project.new(file)
    assert file.read_text() == "dear"


@pytest.mark.parametrize("place", [4096, 20480, 40960])
def test_a_damaged_project_is_said_and_left_alone(path, place):
    data = bytearray(path.read_bytes())
    data[place:place + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    try:
        with opened(path) as project:
            assert project.verify(), "what is damaged is named"
    except Problem as problem:
        assert "damaged" in str(problem) or "could not be read" in str(problem)
    assert path.read_bytes()[place:place + 4096] == b"\xff" * 4096


@pytest.mark.skipif(os.getuid() != 0, reason="becoming another user takes root")
def test_a_project_that_may_only_be_read(path, tmp_path):
    program = ("import os, sys; from timeline.project.store import Store; from timeline.project import Problem\n"
               "os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
               "try:\n store = Store(sys.argv[1], read_only='ro' in sys.argv)\n with store.writing(): store.set_fact('a', 'b')\n"
               "except Problem as problem: print(problem)")
    path.chmod(0o644)
    before = path.read_bytes()
    home = Path(__file__).resolve().parent.parent
    for parent in (tmp_path, *tmp_path.parents):
        if str(parent).startswith(("/tmp/pytest", str(tmp_path))):
            parent.chmod(0o755)
    for mode in ([], ["ro"]):
        done = subprocess.run([sys.executable, "-c", program, str(path), *mode], capture_output=True, text=True, cwd=home)
        assert "may only be read here" in done.stdout or "cannot be opened" in done.stdout, done.stderr
    assert path.read_bytes() == before


# forms

def test_an_older_project_is_brought_forward_after_a_backup(path, monkeypatch, tmp_path):
    step = tmp_path / "2.sql"
    step.write_text("CREATE TABLE later (x);\nCREATE TRIGGER t AFTER INSERT ON later BEGIN SELECT 1; SELECT 2; END;\n"
                    "INSERT INTO later VALUES ('a;b');\n")
    with opened(path) as project:
        project.edit(making.hide(project.timeline().events[0]))
        before = project.timeline(hidden=True)
    monkeypatch.setattr(opening, "STEPS", [*opening.STEPS, step])
    monkeypatch.setattr(opening, "VERSION", len(opening.STEPS))
    with opened(path) as project:
        assert project.timeline(hidden=True) == before
        assert project.store.db.execute("SELECT x FROM later").fetchone() == ("a;b",)
    monkeypatch.undo()
    with pytest.raises(Problem, match="newer version"):
        opened(path)
    with opened(path.with_name("a.timeline.form-1.backup")) as project:
        assert project.timeline(hidden=True) == before


def test_a_step_that_fails_leaves_the_old_form(path, monkeypatch, tmp_path):
    step = tmp_path / "2.sql"
    step.write_text("CREATE TABLE later (x);\nINSERT INTO nowhere VALUES (1);\n")
    monkeypatch.setattr(opening, "STEPS", [*opening.STEPS, step])
    monkeypatch.setattr(opening, "VERSION", len(opening.STEPS))
    with pytest.raises(Problem):
        opened(path)
    monkeypatch.undo()
    with opened(path) as project:
        assert len(project.timeline().events) > 0 and project.verify() == []


def test_a_backup_is_a_project_of_that_moment(path, tmp_path):
    with opened(path) as project:
        project.edit(making.hide(project.timeline().events[0]))
        project.backup(tmp_path / "b.timeline")
        project.undo()
        with pytest.raises(Problem, match="there already"):
            project.backup(tmp_path / "b.timeline")
    with opened(tmp_path / "b.timeline") as copy:
        assert len(copy.edits()) == 1 and copy.verify() == []


@pytest.mark.parametrize("change, words", [
    ("UPDATE edits SET who = 'eve' WHERE edit_id = 1", "log of edits was altered at edit 1"),
    ("DELETE FROM edits WHERE edit_id = 1", "log of edits was altered at edit 1"),
    ("UPDATE sources SET bytes = x'" + OTHER_PACKED + "'", "note.txt is not the file that was added"),
    ("UPDATE documents SET text = x'" + OTHER_PACKED + "'", "text of note.txt was altered"),
    ("UPDATE sources SET bytes = x'00'", "The file is damaged"),
    ("UPDATE mentions SET start_char = start_char", None),
])
def test_verify_names_what_was_altered(path, change, words):
    with opened(path) as project:
        project.edit(making.hide(project.timeline().events[0]), making.unhide(project.timeline().events[0]))
    db = sqlite3.connect(path)
    for trigger in ("edits_stay", "edits_are_kept"):
        db.execute(f"DROP TRIGGER {trigger}")
    db.execute(change)
    db.commit()
    db.close()
    with opened(path) as project:
        found = project.verify()
    assert found == [] if words is None else any(words in line for line in found)


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
        assert project.timeline().failures == () and isinstance(replace(Failure("a", "b"), name="c"), Failure)
