"""pack: all of a project in one zip, the same bytes every time; every altered byte is found and its file named."""

import io
import json
import random
import shutil
import zipfile

import pytest

from tests import kept
from tests.kept import OTHER, opened
from timeline import pack
from timeline.project import Problem, Project, making


@pytest.fixture(scope="module")
def project_file(tmp_path_factory):
    """A project with documents, edits of two people, one of them lost."""
    file = kept.new(tmp_path_factory.mktemp("pack") / "a.timeline")
    with opened(file) as project:
        project.add([("../../etc/pass wd.txt", OTHER), ("a/b.html", b"<html><body><p>The summit of 3 June 2018 in Hanoi ended, said the ministers.</p>")])
        project.refresh()
        events = project.timeline().events
        project.edit(making.change(events[0], "title", "By hand"), making.hide(events[1]), making.rename_actor("Nobody", "x"))
    return file


@pytest.fixture(scope="module")
def packed(project_file, tmp_path_factory):
    """(the pack's bytes, the hash of its manifest)."""
    path = tmp_path_factory.mktemp("pack") / "p.zip"
    with opened(project_file) as project:
        manifest = pack.write(project, path)
    return path.read_bytes(), manifest


def check(tmp_path, data, **options):
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    return pack.verify(path, **options)


def test_a_pack_holds_everything(packed):
    with zipfile.ZipFile(io.BytesIO(packed[0])) as archive:
        names = archive.namelist()
        assert {"chronology.docx", "chronology.html", "chronology.csv", "events.jsonl", "edits.jsonl", "orphans.jsonl", "documents.json", "versions.json",
                "READ-ME.txt", "manifest.json", "manifest.sha256"} <= set(names)
        assert any(archive.read(n) == kept.NOTE for n in names if n.startswith("sources/") and n.endswith("-note.txt"))
        assert all(".." not in n and not n.startswith("/") for n in names) and any(n.endswith("-pass_wd.txt") for n in names)
        edits = [json.loads(line) for line in archive.read("edits.jsonl").splitlines()]
        assert [e["who"] for e in edits] == ["ann"] * 3 and len(archive.read("orphans.jsonl").splitlines()) == 1
        assert b"By hand" in archive.read("chronology.csv")
        events = [json.loads(line) for line in archive.read("events.jsonl").splitlines()]
        assert [e["marks"]["status"] for e in events].count("hidden") == 1
        documents = json.loads(archive.read("documents.json"))
        assert all(d["text"] in names for d in documents)


def test_a_pack_is_the_same_bytes_every_time(packed, project_file, tmp_path):
    copy = shutil.copy(project_file, tmp_path / "copy.timeline")
    with opened(copy, "bob") as project:
        assert pack.write(project, tmp_path / "p.zip") == packed[1]
    assert (tmp_path / "p.zip").read_bytes() == packed[0]


def test_a_whole_pack_is_found_whole(packed, tmp_path):
    verdict = check(tmp_path, packed[0], expected=packed[1].upper())
    assert verdict.problems == () and verdict.manifest == packed[1] and verdict.files >= 14
    assert check(tmp_path, packed[0], expected="0" * 64).problems == (f"manifest.json is not the one expected: its SHA-256 is {packed[1]}",)


def test_every_altered_byte_is_found_and_its_file_named(packed, tmp_path):
    data, dice = packed[0], random.Random(5)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        spans = [(m.header_offset + 30 + len(m.filename.encode()), m.file_size, m.filename) for m in archive.infolist()]
    places = [(start + dice.randrange(size), name) for start, size, name in spans if size for _ in range(2)]
    places += [(dice.randrange(len(data)), None) for _ in range(60)]
    for place, name in places:
        bad = bytearray(data)
        bad[place] ^= 1 << dice.randrange(8)
        problems = check(tmp_path, bytes(bad)).problems
        assert problems, place
        if name is None:
            name = next((n for start, size, n in spans if start <= place < start + size), None)
        if name == "manifest.json":
            assert any("manifest" in p.lower() for p in problems)
        elif name:
            assert any(name in p for p in problems), (name, problems)


def rezipped(data, change):
    """The pack with its files changed by `change(dict)`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


@pytest.mark.parametrize("change, problem", [
    (lambda f: f.pop("edits.jsonl"), "edits.jsonl is missing"),
    (lambda f: f.update({"extra.txt": b"x"}), "extra.txt was added"),
    (lambda f: f.update({"chronology.csv": f["chronology.csv"] + b" "}), "chronology.csv was altered"),
    (lambda f: f.pop("manifest.json"), "manifest is missing"),
    (lambda f: f.update({"manifest.json": b"[]"}), "is no list of files"),
    (lambda f: f.update({"manifest.json": b"[" * 100_000}), "is no list of files"),
    (lambda f: f.update({"manifest.sha256": b"x"}), "do not belong together"),
])
def test_what_was_taken_out_added_or_altered_is_named(packed, tmp_path, change, problem):
    problems = check(tmp_path, rezipped(packed[0], change)).problems
    assert any(problem in p for p in problems), problems


def test_an_untouched_repacking_is_the_same(packed, tmp_path):
    assert check(tmp_path, rezipped(packed[0], lambda f: None)).problems == ()


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\3\4" + b"\0" * 100, b"PK\5\6" + b"\0" * 18])
def test_what_is_no_pack_is_said(tmp_path, data):
    assert check(tmp_path, data).problems and check(tmp_path, data).manifest == ""


def listed_anew(files, path, data):
    """A file of the pack replaced, and the manifest made anew."""
    files[path] = data
    listed = json.loads(files["manifest.json"])
    for one in listed["files"]:
        one |= {"size": len(files[one["path"]]), "sha256": pack.hashlib.sha256(files[one["path"]]).hexdigest()}
    files["manifest.json"] = pack._json(listed)
    files["manifest.sha256"] = pack._sums(files["manifest.json"])


@pytest.mark.parametrize("line", [b"[1]", b'"x"', b"{{{", b"{}", b'{"mentions": [{}]}', b'{"mentions": 3}', b"[" * 100_000, b"\xff"])
def test_a_list_of_events_that_is_none_is_said(packed, tmp_path, line):
    verdict = check(tmp_path, rezipped(packed[0], lambda files: listed_anew(files, "events.jsonl", line + b"\n")))
    assert verdict.problems == ("events.jsonl is not as this program writes it (line 1)",) and verdict.manifest


def test_a_false_quote_is_found_even_with_a_new_manifest(packed, tmp_path):
    verdict = check(tmp_path, rezipped(packed[0], lambda files: listed_anew(files, "events.jsonl", files["events.jsonl"].replace(b"signed", b"burned"))))
    assert any("quotes words that do not stand in" in p for p in verdict.problems) and verdict.manifest != packed[1]


def test_a_bomb_is_not_unpacked(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b"0" * 60_000_000)
    assert "cannot be read" in check(tmp_path, out.getvalue()).problems[0]


def test_a_pack_replaces_nothing_and_wants_a_finished_extraction(project_file, tmp_path):
    (tmp_path / "p.zip").write_text("dear")
    with opened(project_file) as project, pytest.raises(Problem, match="there already"):
        pack.write(project, tmp_path / "p.zip")
    assert (tmp_path / "p.zip").read_text() == "dear"
    with Project.new(tmp_path / "n.timeline") as project:
        project.add([("n.txt", OTHER)])
        with pytest.raises(Problem, match="Extract first"):
            pack.write(project, tmp_path / "q.zip")
    with pytest.raises(Problem, match="cannot be opened"):
        pack.verify(tmp_path / "gone.zip")
