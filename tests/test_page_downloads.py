"""Downloads of the page: what is shown or everything, in each format with what it asks for; the evidence pack of a project."""

import csv
import io
import sys
import zipfile

import pytest

from tests import kept
from tests.test_app import clean, no_files, opened, page_html  # noqa: F401
from tests.test_page_views import uploaded
from timeline import frame, pack
from timeline.page import downloads


@pytest.fixture
def given(monkeypatch):
    """file name -> its bytes, of every download that the page offers, made as a click would make them."""
    made = {}
    monkeypatch.setattr(downloads.st, "download_button", lambda label, data, name, *_, **__: made.update({name: data}))
    return made


def opened_wide(at, rows=downloads.SHOWN):
    at.session_state[downloads.OPEN], at.session_state["downloads-rows"] = True, rows
    return clean(at.run())


def mentions(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_mentions_are_those_of_the_events_that_are_shown_or_of_all(given):
    at = uploaded()
    at.multiselect(key="precision").set_value(["month"])
    opened_wide(at)
    shown = mentions(given["timeline.mentions.csv"]())
    opened_wide(at, downloads.ALL)
    whole = mentions(given["timeline-all.mentions.csv"]())
    assert list(whole[0]) == list(frame.MENTION_COLUMNS) and 1 == len(shown) < len(whole) and shown[0] in whole
    assert len({row["event_id"] for row in whole}) == 4


def test_chronologies_are_headed_as_the_page_is(given):
    at = opened_wide(uploaded())
    title = page_html(at).split("tl-title'>")[1].split("</h1>")[0]
    assert title.startswith("Anna Berg") or title.startswith("Karl Holm")
    assert f"<h1 dir=\"auto\">{title}</h1>".encode() in given["timeline.html"]() and f"title: {title}\n".encode() in given["timeline.mw"]()


def test_a_workbook_of_the_page_has_what_was_decided(given):
    at = uploaded()
    at.button(key="star").click()
    opened_wide(at)
    with zipfile.ZipFile(io.BytesIO(given["timeline.xlsx"]())) as book:
        assert b'name="Mentions"' in book.read("xl/workbook.xml") and book.read("xl/worksheets/sheet3.xml").count(b'<c t="b"><v>1</v></c>') == 1


def test_the_evidence_pack_of_a_project_is_made_when_it_is_asked_for(tmp_path, monkeypatch):
    file = kept.new(tmp_path / "a.timeline")
    monkeypatch.setattr(sys, "argv", ["app.py", f"--project={file}"])
    at = opened_wide(opened())
    assert "The whole project" in page_html(at) and "SHA-256" not in page_html(at)
    at.button(key="make-pack").click()
    told = page_html(clean(at.run()))
    data, manifest = downloads.packed(str(file))
    (tmp_path / "p.zip").write_bytes(data)
    found = pack.verify(tmp_path / "p.zip", manifest)
    assert not found.problems and f"<code>{manifest}</code>" in told and [b for b in at.download_button if b.label.startswith("Evidence pack")]
    assert list(tmp_path.glob("*.zip")) == [tmp_path / "p.zip"], "nothing is left on the disk"


def test_a_pack_that_cannot_be_made_says_why(tmp_path, monkeypatch):
    file = kept.new(tmp_path / "a.timeline")
    monkeypatch.setattr(sys, "argv", ["app.py", f"--project={file}"])
    at = opened_wide(opened())

    def refuse(path):
        raise downloads.Problem("Documents were added since.")

    monkeypatch.setattr(downloads, "packed", refuse)
    at.button(key="make-pack").click()
    assert [t.value for t in clean(at.run()).text if t.value == "Documents were added since."]
