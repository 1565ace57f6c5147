"""cli: project, import and verify, from a new project to a checked pack; plain words and exit codes."""

import json
import sqlite3

import pytest

from tests import kept
from tests.kept import OTHER, opened
from timeline import cli
from timeline.cli import main
from timeline.cli.project import told
from timeline.project import making
from timeline.project.edits import Edit


@pytest.fixture
def path(tmp_path):
    """A project of one document with its events."""
    return kept.new(tmp_path / "a.timeline")


def ran(capsys, *words):
    """(exit code, standard output, standard error) of `timeline WORDS`."""
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def test_from_a_new_project_to_a_checked_pack(tmp_path, capsys):
    file, document, zipped = tmp_path / "n.timeline", tmp_path / "note.txt", tmp_path / "p.zip"
    document.write_bytes(kept.NOTE)
    assert ran(capsys, "project", "new", file, "--title", "Korea")[0] == 0
    code, _, err = ran(capsys, "project", "add", file, document, "--who", "ann")
    assert code == 0 and "1 document added" in err and "dated" in err
    code, out, _ = ran(capsys, "project", "status", file)
    assert code == 0 and out.startswith("Korea (n.timeline") and "1 document from 1 file" in out and "by ann" in out
    code, _, err = ran(capsys, "project", "pack", file, "-o", zipped)
    manifest = err.split("SHA-256 ")[1].split()[0]
    code, out, err = ran(capsys, "verify", zipped, "--manifest", manifest)
    assert code == 0 and out.strip() == manifest and "is the one expected" in err
    zipped.write_bytes(zipped.read_bytes().replace(b"Singapore", b"Singap0re"))
    code, _, err = ran(capsys, "verify", zipped)
    assert code == cli.SOME_FAILED and "chronology.csv was altered" in err and f"{document.name} was altered" in err


def test_adding_says_what_failed(path, tmp_path, capsys):
    (tmp_path / "bad.zip").write_bytes(b"PK\3\4no")
    (tmp_path / "other.txt").write_bytes(OTHER)
    code, _, err = ran(capsys, "project", "add", path, tmp_path / "bad.zip", tmp_path / "other.txt", tmp_path / "gone.txt", "--published", "2018-09-01")
    assert code == cli.SOME_FAILED and "bad.zip: is a damaged zip archive" in err and "gone.txt: no such file" in err and "2 inputs failed" in err
    with opened(path) as project:
        assert "2018-06" in [e.date_edtf for e in project.timeline().events]
        assert [e.action for e in project.edits()] == ["pin"]


def test_the_log_tells_who_did_what_and_over_whom(path, capsys):
    with opened(path, "ann") as ann, opened(path, "bob") as bob:
        event = ann.timeline().events[0]
        ann.edit(making.change(event, "title", "A"))
        bob.edit(making.change(event, "title", "B\x1b[2J"))
        bob.edit(making.rename_actor("No One", "x"))
        ann.edit(making.hide(event))
        ann.undo()
    code, out, _ = ran(capsys, "project", "edits", path)
    lines = out.splitlines()
    assert code == 0 and len(lines) == 5
    assert lines[1].endswith("= B\ufffd[2J  (over ann's edit 1, which its author had not seen)") and "  bob  set title “" in lines[1]
    assert "(finds nothing: no event names this actor)" in lines[2] and lines[3].endswith("(undone)") and lines[4].endswith("undo of edit 4")


def test_edit_and_undo(path, capsys):
    with opened(path) as project:
        event = project.timeline().events[0]
    code, _, err = ran(capsys, "project", "edit", path, event.event_id, "hide", "title=New one", "date=June 2018", "--who", "cy")
    assert code == 0 and "= New one" in err and "= June 2018" in err
    assert ran(capsys, "project", "undo", path, "1", "--who", "cy")[0] == 0
    with opened(path) as project:
        changed = next(e for e in project.timeline().events if e.event_id == event.event_id)
        assert (changed.title, changed.date_edtf, changed.marks.status) == ("New one", "2018-06", "")
    assert "nothing to undo" in ran(capsys, "project", "undo", path, "--who", "dan")[2]
    assert ran(capsys, "project", "undo", path, "--anyone")[0] == 0


@pytest.mark.parametrize("words, code, said", [
    (["edit", "FILE", "nope", "hide"], 1, "There is no event nope"),
    (["edit", "FILE", "EVENT", "explode"], 2, "“explode” is no change"),
    (["edit", "FILE", "EVENT", "date=soon"], 1, "no date that stands alone"),
    (["edit", "FILE", "EVENT", "colour=red"], 1, "no field that can be edited"),
    (["undo", "FILE", "99"], 1, "Edit 99 does not exist"),
    (["new", "FILE"], 1, "there already"),
    (["status", "gone.timeline"], 1, "There is no project gone.timeline"),
    (["backup", "FILE", "-o", "FILE"], 1, "there already"),
    (["export", "FILE", "-o", "x.nothing"], 2, "names no format"),
    (["add", "FILE", "x.txt", "--published", "June"], 2, "not a full date"),
])
def test_what_goes_wrong_is_said_and_changes_nothing(path, capsys, words, code, said):
    with opened(path) as project:
        event, before = project.timeline().events[0].event_id, project.revision()
    got, _, err = ran(capsys, "project", *({"FILE": path, "EVENT": event}.get(word, word) for word in words))
    assert got == code and said in err and "Traceback" not in err
    with opened(path) as project:
        assert project.revision() == before


def test_export_leaves_the_hidden_out_and_says_so(path, tmp_path, capsys):
    with opened(path) as project:
        events = project.timeline().events
        project.edit(making.hide(events[0]), making.change(events[1], "date", ""))
    code, _, err = ran(capsys, "project", "export", path, "-o", tmp_path / "o.jsonl")
    assert code == 0 and "1 more were hidden by hand" in err
    assert len((tmp_path / "o.jsonl").read_text().splitlines()) == len(events) - 1
    code, _, err = ran(capsys, "project", "export", path, "-o", tmp_path / "o.ics")
    assert "Calendar: left out: 1 undated event" in err


def test_verify_names_what_is_wrong(path, capsys):
    assert ran(capsys, "project", "verify", path)[0] == 0
    db = sqlite3.connect(path)
    db.execute("UPDATE documents SET sha256 = 'x'")
    db.commit()
    db.close()
    code, _, err = ran(capsys, "project", "verify", path)
    assert code == cli.SOME_FAILED and "The text of note.txt was altered" in err


def test_extract_anew_keeps_the_edits(path, capsys):
    with opened(path) as project:
        project.edit(making.approve(project.timeline().events[0]))
    for options in ([], ["--reread"]):
        code, _, err = ran(capsys, "project", "extract", path, *options)
        assert code == 0 and "every edit found its event" in err
    assert ran(capsys, "project", "backup", path, "-o", path.with_name("b.timeline"))[0] == 0


# timeline import

TABLE = "When,What\n2018-06,Summit\n2019,Talks\nsoon,Later\n"


def test_a_table_is_previewed_then_imported_and_its_columns_remembered(path, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", open("/dev/null"))
    table, second = tmp_path / "t.csv", tmp_path / "u.csv"
    table.write_text(TABLE)
    second.write_text("What,When\nParade,2020\n")
    code, _, err = ran(capsys, "import", table, "--project", path)
    assert code == 0 and "title = What; date = When" in err and "Nothing was imported yet" in err and "June 2018 | Summit" in err
    code, _, err = ran(capsys, "import", table, "--project", path, "--yes")
    assert code == 0 and "3 events imported, 1 of them undated" in err
    code, _, err = ran(capsys, "import", second, "--project", path)
    assert code == 0 and "1 event imported" in err, "the mapping is remembered"
    assert "is in the project already" in ran(capsys, "import", table, "--project", path, "--yes")[2]
    with opened(path) as project:
        titles = [e.title for e in project.timeline().events]
        assert {"Summit", "Talks", "Later", "Parade"} <= set(titles) and project.verify() == []
        project.edit(making.change(next(e for e in project.timeline().events if e.title == "Talks"), "title", "Talks by hand"))
        project.extract()
        assert project.orphans() == () and "Talks by hand" in [e.title for e in project.timeline().events]
        assert project.reread() == () and {"Summit", "Later"} <= {e.title for e in project.timeline().events}


def test_a_mapping_is_typed(path, tmp_path, capsys):
    table = tmp_path / "t.csv"
    table.write_text("a,b\nSummit,3/4/2019\n")
    code, _, err = ran(capsys, "import", table, "--project", path)
    assert code == 2 and "none is called so. Use --map FIELD=COLUMN" in err
    code, _, err = ran(capsys, "import", table, "--project", path, "--map", "title=a", "--map", "date=b", "--order", "MDY", "--yes")
    assert code == 0 and "4 Mar 2019 | Summit" in err
    assert "no column “z”" in ran(capsys, "import", table, "--project", path, "--map", "title=z", "--yes")[2]


def test_our_own_export_comes_into_another_project_the_same(path, tmp_path, capsys):
    for name in ("o.csv", "o.jsonl"):
        ran(capsys, "project", "export", path, "-o", tmp_path / name)
        other = tmp_path / f"{name}.timeline"
        ran(capsys, "project", "new", other)
        assert ran(capsys, "import", tmp_path / name, "--project", other)[0] == 0
        with opened(path) as one, opened(other) as two:
            a, b = one.timeline().events, two.timeline().events
            assert [(e.event_id, e.title, e.first, e.last, e.date_edtf, e.actors, e.excerpt, e.rule, e.importance) for e in a] == [
                (e.event_id, e.title, e.first, e.last, e.date_edtf, e.actors, e.excerpt, e.rule, e.importance) for e in b]
        assert "is in the project already; nothing was imported" in ran(capsys, "import", tmp_path / name, "--project", path)[2]


@pytest.mark.parametrize("name, data, said", [("gone.csv", None, "could not be opened"), ("x.csv", b"", "x.csv is empty"), ("x.json", b"{nope", "is not sound JSON")])
def test_a_table_that_cannot_be_read(path, tmp_path, capsys, name, data, said):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    code, _, err = ran(capsys, "import", tmp_path / name, "--project", path)
    assert code == cli.SOME_FAILED and said in err


def test_verify_of_what_is_not_there(tmp_path, capsys):
    code, _, err = ran(capsys, "verify", tmp_path / "gone.zip")
    assert code == cli.SOME_FAILED and "cannot be opened" in err


@pytest.mark.parametrize("edit, words", [
    (making.merge_actors(["A", "B"], "C"), "merge actors = A; B → C"), (making.hide_actor("A"), "hide actor = A"),
    (making.add("Treaty", "2018"), "add = Treaty"), (Edit("undo", undoes=3), "undo of edit 3")])
def test_an_edit_in_words(edit, words):
    assert told(edit) == words and json.dumps(words)


# timeline serve --project

def test_serve_takes_its_files_into_the_project(tmp_path, monkeypatch, capsys):
    from timeline.cli import serve

    ran_, file, document = [], tmp_path / "new.timeline", tmp_path / "other.txt"
    document.write_bytes(OTHER)
    monkeypatch.setattr(serve.os, "execv", lambda program, command: ran_.append(command))
    monkeypatch.setattr(serve.os, "chdir", lambda folder: None)
    for _ in range(2):
        main(["serve", str(document), "--project", str(file)])
    assert ran_[0][-2:] == ["--", f"--project={file}"]
    assert "is in the project already" in capsys.readouterr().err
    with opened(file) as project:
        assert list(project.store.names().values()) == ["other.txt"]
    document.write_text("x")
    assert main(["serve", "--project", str(document)]) == cli.SOME_FAILED and "no project of this program" in capsys.readouterr().err
