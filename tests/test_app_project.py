"""The page on a project: what is given to it is kept, a restart shows the same, and others' changes are seen."""

import sys

import pytest

from tests import kept
from tests.kept import OTHER, opened
from tests.test_app import NOTE, clean, counters, page_html, press, table
from tests.test_app import opened as page
from timeline.export import csv
from timeline.frame import events_frame
from timeline.project import making


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A project of one document, and the page's command line set to it."""
    file = kept.new(tmp_path / "a.timeline")
    monkeypatch.setattr(sys, "argv", ["app.py", f"--project={file}"])
    return file


def titles(at):
    return list(table(at).title)


def test_what_is_pasted_and_uploaded_is_kept_and_a_restart_shows_the_same(path):
    at = page()
    found = counters(at)[3]
    at.text_area(key="pasting").set_value(NOTE)
    at.text_input(key="pasting-day").set_value("2019-02-28")
    press(at, "Add this text")
    at.file_uploader[0].set_value([("other.txt", OTHER, "text/plain"), ("empty.txt", b"", "text/plain")])
    clean(at.run())
    assert counters(at)[3] > found + 3 and "1 could not be read" in page_html(at)
    again = page()
    assert titles(again) == titles(at) and counters(again) == counters(at)
    with opened(path) as project:
        assert list(project.store.names().values()) == ["note.txt", "Pasted text 1.txt", "other.txt"]
        assert [e.action for e in project.edits()] == ["pin"] and not project.is_stale()
    assert not [b for b in again.button if b.label == "Back to the demo"]


def test_a_date_set_on_the_page_is_an_edit_and_can_be_taken_back(path):
    with opened(path) as project:
        document = project.add([("other.txt", OTHER)]).documents[0]
    at = page()
    at.selectbox(key="dating").set_value(document.doc_id)
    clean(at.run())
    next(f for f in at.text_input if f.key == f"day-documents-{document.doc_id}-").set_value("2018-09-01")
    press(at, "Use this date")
    press(at, "Accept")
    with opened(path) as project:
        assert [(e.action, e.value) for e in project.edits()] == [("pin", "2018-09-01")]
        assert "2018-06" in [e.date_edtf for e in project.timeline().events]
        project.edit(making.pin(document, "2021-09-01"))
    clean(at.run())
    assert [f.value for f in at.text_input if f.key.startswith("day-documents")] == ["2021-09-01"], "another's date is shown, and not undone"
    press(at, "As found")
    press(at, "Accept")
    with opened(path) as project:
        assert [e.value for e in project.edits()] == ["2018-09-01", "2021-09-01", None]


def test_the_edits_of_others_are_seen_at_the_next_touch(path):
    at = page()
    with opened(path, "bob") as project:
        project.edit(making.change(project.timeline().events[0], "title", "<b>Bob's</b>"), making.hide(project.timeline().events[1]))
    before = counters(at)
    clean(at.run())
    assert "<b>Bob's</b>" in titles(at) and counters(at)[2:] == (1, before[3])


def test_the_same_file_twice_is_said(path):
    at = page()
    at.file_uploader[0].set_value([("again.txt", kept.NOTE, "text/plain")])
    clean(at.run())
    assert [i.value for i in at.info if "in the project already" in i.value]


def test_what_is_no_project_is_said_on_the_page(tmp_path, monkeypatch):
    file = tmp_path / "x.timeline"
    file.write_text("dear")
    monkeypatch.setattr(sys, "argv", ["app.py", f"--project={file}"])
    assert "is no project of this program" in page_html(page()) and file.read_text() == "dear"


SHEET = b"When,Headline,Who,Where\n3/4/2019,<b>Sale</b> of the mill,Ann Lee; Bo Dahl,Arden\n2019,Fire,,\nsoon,Hope,,\n"


def test_a_table_is_previewed_imported_and_its_columns_are_remembered(path):
    at = page()
    before = counters(at)[3]
    at.file_uploader[1].set_value([("sheet.csv", SHEET, "text/csv")])
    clean(at.run())
    preview = next(d.value for d in at.dataframe if "Why undated" in d.value.columns)
    assert list(preview["Title"]) == ["<b>Sale</b> of the mill", "Fire", "Hope"] and preview["Why undated"][2]
    order = next(box for box in at.selectbox if box.label == "Dates in numbers")
    assert preview["When"][0] == "3 Apr 2019" and [w for w in at.warning if "day or the month" in w.value]
    order.set_value("MDY")
    clean(at.run())
    assert next(d.value for d in at.dataframe if "Why undated" in d.value.columns)["When"][0] == "4 Mar 2019"
    press(at, "Import 3 events")
    assert counters(at)[3] == before + 3 and "<b>Sale</b> of the mill" in titles(at)
    assert any("3 imported, 1 of them undated" in t.value for t in at.text)
    at.file_uploader[1].set_value([("next.csv", SHEET.replace(b"Fire", b"Flood").replace(b"3/4", b"5/6"), "text/csv")])
    clean(at.run())
    assert next(d.value for d in at.dataframe if "Why undated" in d.value.columns)["When"][0] == "6 May 2019", "the order that was chosen is remembered"


def test_a_table_that_is_none_or_is_there_already_is_said(path):
    at = page()
    for name, data in (("empty.csv", b"a,b\n"), ("deep.json", b"[" * 100_000)):
        at.file_uploader[1].set_value([(name, data, "text/csv")])
        clean(at.run())
        assert any("cannot be imported" in e.value for e in at.error)
    with opened(path) as project:
        data = csv.write(events_frame(project.timeline()))
    at.file_uploader[1].set_value([("own.csv", data, "text/csv")])
    clean(at.run())
    press(at, next(b.label for b in at.button if b.label.startswith("Import ")))
    assert any("is in the project already" in t.value for t in at.text)
