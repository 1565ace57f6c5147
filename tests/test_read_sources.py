"""A mixed list of sources: paths, folders, bytes, texts, Documents; a bad one costs one Failure."""

import os
from pathlib import Path

import pytest

from timeline import read
from timeline.folder import modules
from timeline.model import Document, Failure
from timeline.read._document import make

FORMATS = modules("timeline.read")


def reasons(found) -> list[str]:
    return [item.reason for item in found if isinstance(item, Failure)]


def test_sources_of_every_kind(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("from a path")
    ready = make("ready", "a document")
    found = list(read.open_sources([path, str(path.parent / "a.txt"), ("b.txt", b"from bytes"), "just some words", ready]))
    assert [getattr(f, "text", None) for f in found] == ["from a path", None, "from bytes", "just some words", "a document"]
    assert "read once" in found[1].reason and found[4] is ready


@pytest.mark.parametrize("alone", ["just some words", ("a.txt", b"just some words"), make("a", "just some words")])
def test_one_source_need_not_be_a_list(alone):
    assert [d.text for d in read.open_sources(alone)] == ["just some words"]


def test_a_folder_is_read_in_order_without_hidden_files_and_loops(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"words of {name}")
    os.symlink(tmp_path, tmp_path / "sub" / "loop")
    (tmp_path / "empty.txt").touch()
    found = list(read.open_sources([tmp_path]))
    assert [f.name for f in found] == ["a.txt", "b.txt", "empty.txt", "sub/c.txt"]
    assert reasons(found) == ["is empty: there is no text in it"]


@pytest.mark.parametrize("source, says", [
    ("missing.txt", "no such file"), ("my missing file.csv", "no such file"), ("folder/missing.pdf", "no such file"),
    (Path("missing"), "no such file"), ("", "no letter"), ("  \n ", "no letter"), (None, "is no source"), (3, "is no source"),
    (b"bytes", "is no source"), (("a", 3), "is no source"), ("\0", "no letter"), (("", b""), "empty"),
    (Path("/dev/zero"), "not a regular file"), (Path("x" * 5000), "cannot be opened"), (Path("a\0b"), "")])
def test_a_bad_source_costs_one_failure(source, says):
    found = list(read.open_sources([source, ("good.txt", b"good words")]))
    assert [type(f) for f in found] == [Failure, Document]
    assert says in found[0].reason and found[0].name.isprintable() and "unexpected" not in found[0].reason


@pytest.mark.parametrize("text", [
    "The talks ended.\nNothing was signed.", "One line of words about 3.5 things", "/", "a" * 5000, "e.g. this", "and/or",
    "https://arden.example/wall has it"])
def test_a_text_is_a_text(text, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if text != "/":
        assert [d.text for d in read.open_sources([text])] == [text]


def test_an_unreadable_file_and_an_empty_folder_are_told(tmp_path):
    (tmp_path / "sub").mkdir()
    [failure] = read.open_sources([tmp_path / "sub"])
    assert "without files" in failure.reason
    os.mkfifo(tmp_path / "pipe.txt")
    [failure] = read.open_sources([tmp_path])
    assert failure == Failure("pipe.txt", "is not a regular file")


def test_a_fault_of_ours_costs_one_failure(monkeypatch):
    monkeypatch.setattr(FORMATS["md"], "read", lambda name, data: 1 / 0)
    found = list(read.open_sources([("a.md", b"words"), ("b.txt", b"words")]))
    assert [type(f) for f in found] == [Failure, Document] and "ZeroDivisionError" in found[0].reason


def test_a_file_over_the_limit_is_not_loaded(tmp_path):
    with (tmp_path / "a.txt").open("wb") as out:
        out.truncate(read.MAX_BYTES + 1)
    [failure] = read.open_sources([tmp_path / "a.txt"])
    assert "too large" in failure.reason
