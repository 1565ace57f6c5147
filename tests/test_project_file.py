"""project, the file: whole through crashes, crowds, full disks, damage, other programs' files and newer forms."""

import os
import resource
import sqlite3
import subprocess
import sys
import zlib
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench import keeping
from tests import kept
from tests.kept import OTHER, opened
from timeline.project import Problem, Project, making, opening

OTHER_PACKED = zlib.compress(OTHER).hex()


@pytest.fixture
def path(tmp_path):
    """A project of one document with its events."""
    return kept.new(tmp_path / "a.timeline")


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


@contextmanager
def files_of_at_most(size):
    """As on a disk with so little room."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def test_what_does_not_fit_on_the_disk_leaves_nothing_behind(path, tmp_path):
    with opened(path) as project, files_of_at_most(8192):
        with pytest.raises(Problem, match="b.timeline could not be .*disk is full"):
            project.backup(tmp_path / "b.timeline")
        with pytest.raises(Problem, match="n.timeline could not be .*disk is full"):
            Project.new(tmp_path / "n.timeline")
    assert not [p.name for p in tmp_path.iterdir() if not p.name.startswith("a.timeline")]
    with pytest.raises(Problem, match="nowhere|n.timeline cannot be opened"):
        Project.new(tmp_path / "nowhere" / "n.timeline")


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


def test_a_project_in_a_folder_that_may_not_be_written_to_is_read_without_files_beside_it(path, monkeypatch):
    with opened(path) as project:
        before = project.timeline()
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    with opened(path, read_only=True) as project:
        assert project.timeline() == before and project.verify() == []
        assert [p.name for p in path.parent.iterdir()] == [path.name]
        with pytest.raises(Problem, match="may only be read"):
            project.edit(making.hide(before.events[0]))


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
    ("DELETE FROM edits WHERE edit_id = 2", "log of edits was altered at edit 2"),
    ("DELETE FROM edits", "log of edits was altered at edit 1"),
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
