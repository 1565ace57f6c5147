"""A folder of some 400 hostile and damaged files with good ones among them: one row each, and nothing else happens."""

import pytest

from bench import damaged
from tests.hostile import make
from timeline import read
from timeline.model import Failure


@pytest.fixture(scope="module")
def found():
    return damaged.measure(large=False, whole_flow=False)


def test_there_are_many_files_of_every_format(found):
    assert len(found["hostile"]) >= 300
    formats = {name.rsplit(".", 1)[-1] for name in found["hostile"]}
    assert {s.lstrip(".") for s in read.suffixes()} - formats <= {"text", "log", "markdown", "htm", "xhtml", "mht", "pq", "docm", "dotx", "ott", "xlsm", "mbx", "ndjson"}


def test_each_gives_one_clear_row_and_every_good_file_is_read(found):
    assert damaged.wrong(found) == []


def test_the_reader_itself_stays_small(found):
    assert found["parent"] < 1_000_000_000


@pytest.mark.parametrize("name, says", [
    ("bomb.zip", "unpacks to too much"), ("bomb.docx", "unpacks to too much"), ("lists-itself.zip", "damaged"), ("loop-of-mail-and-zip.mbox", "nested"), ("onion.zip", "nested"), ("locked.zip", "password"),
    ("locked.docx", "password"), ("locked.xlsx", "password"), ("locked.odt", "password"), ("locked.epub", "password"), ("locked.pdf", "password"),
    ("entities.docx", "entities"), ("entities.rss", "entities"), ("laughs.xlsx", "entities"), ("utf16-entities.rss", "entities"), ("no-text.pdf", "no text layer"),
    ("fifty-megabytes-in-one-line.txt", "too long"), ("link-inside.zip", "a link to another file"), ("link-out-of-the-folder.txt", "leads out of its folder"),
    ("link-to-nothing.txt", "no such file"), ("200000-attributes.html", "attributes"), ("200000-parts-in-parts.html", "nested too deep"),
    ("million-headers.eml", "header lines"), ("parts-in-parts.eml", "nested too deep"), ("page-tree-of-itself.pdf", "damaged"), ("old-word.doc", "save it as docx")])
def test_the_reason_is_the_right_one(found, name, says):
    [(kind, said, _)] = found["rows"][name]
    assert kind == "failure" and says in said


def test_they_are_the_same_every_time():
    few = [name for name, _ in zip((n for n, _ in make.hostile("canary")), range(60))]
    once, again = (dict(pair for pair, _ in zip(make.hostile("canary"), range(60))) for _ in range(2))
    assert once == again and list(once) == few


def test_a_link_within_the_folder_is_followed(tmp_path):
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert not any(isinstance(item, Failure) for item in read.open_sources([tmp_path]))
