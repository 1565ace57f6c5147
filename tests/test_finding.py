"""One document, one watched child: whatever a text does to the search for its events costs one row, and the rest goes on."""

import os
import sys
import threading
from pathlib import Path

import pytest

from tests.test_app import opened as page
from tests.test_app import page_html, table
from timeline import finding
from timeline.build import build, tagged
from timeline.cli import main
from timeline.finding import Finders, Here, processes
from timeline.model import Document
from timeline.project import Project
from timeline.watch import Limits

GOOD = "On 3 June 2018 Anna Berg met the council of Oslo."
HARM = {
    "hang": "took too long", "spin": "took too long", "eat": "needs more memory", "eat-in-c": "stopped the process", "raise": "RuntimeError: on command",
    "recurse": "RecursionError", "segfault": "stopped the process", "abort": "stopped the process", "exit": "stopped the process",
    "leave": "stopped the process", "killed": "stopped by the system", "write": "OSError",
}


@pytest.fixture(scope="module")
def crew():
    """Processes that know the mock, with little memory."""
    os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parent.parent)
    made = Finders(1, Limits(memory=400 << 20), ("tests.mock_finder",))
    yield made
    made.close()


@pytest.fixture
def mocked(crew, monkeypatch):
    """They search, with little time."""
    monkeypatch.setattr(processes, "crew", lambda: crew)
    monkeypatch.setattr(processes, "LEAST", 1)
    return crew


def text(name: str, words: str) -> Document:
    return Document(name, f"{name}.txt", f"{words}\n{GOOD}")


@pytest.mark.parametrize("step", ["", "events "])
def test_harm_costs_one_row_with_its_reason(mocked, step):
    timeline = build([text("first", "Good."), *(text(command, f"mock {step}{command}") for command in HARM), text("last", "Good too.")])
    assert {f.name.removesuffix(".txt"): [part for part in [HARM[f.name.removesuffix(".txt")]] if part in f.reason] for f in timeline.failures} \
        == {command: [reason] for command, reason in HARM.items()}
    assert all("not affected" in f.reason for f in timeline.failures)
    assert sorted(m.doc_id for e in timeline.events for m in e.mentions) == ["first", "last"] and len(timeline.documents) == len(HARM) + 2


def test_the_steps_without_actors_are_watched_too(mocked):
    found, failures = tagged([text("good", "Good."), text("bad", "mock segfault")])
    assert [(d.doc_id, [m.text for m in mentions]) for d, mentions in found] == [("good", ["3 June 2018"])]
    assert [f.name for f in failures] == ["bad.txt"]


def test_what_was_lost_is_not_tried_again_but_what_the_system_stopped_is(mocked):
    memory, documents = {}, [text("spin", "mock spin"), text("killed", "mock killed")]
    build(documents, memory=memory)
    asked = []
    crew_do = mocked.do
    mocked.do = lambda task, busy: asked.append(task.name) or crew_do(task, busy)
    try:
        assert {f.name for f in build(documents, memory=memory).failures} == {"spin.txt", "killed.txt"} and asked == ["killed.txt"]
    finally:
        del mocked.do


def test_the_same_is_found_here_and_there(monkeypatch):
    documents = [text("a", "Talks — ‘so’ \ud800 \U0001f600."), Document("b", "b.txt", "Le 3 juin 2018 le Conseil s’est réuni à Oslo.", language="fr"),
                 Document("c", "c.txt", "By Anna Berg\nMay 4, 2018\n\nThe treaty was signed last June in Singapore, officials said.")]
    there = build(documents)
    monkeypatch.setattr(finding, "search", Here().search)
    assert build(documents) == there and there.events and there.documents[2].published.rung == "byline"


def test_a_day_that_is_new_costs_no_new_search_for_actors(monkeypatch):
    memory, documents = {}, [Document("c", "c.txt", "Anna Berg met the council of Oslo last June.")]
    once = build(documents, published="2019-02-28", memory=memory)
    monkeypatch.setattr(finding, "search", Here().search)
    monkeypatch.setattr("timeline.actors.find", lambda *_: pytest.fail("actors were looked for again"))
    again = build(documents, published="2012-02-28", memory=memory)
    assert [e.date_edtf for e in (*once.events, *again.events)] == ["2018-06", "2011-06"] and once.events[0].actors == again.events[0].actors != ()
    assert build(documents, published="2019-02-28", memory=memory) == once


def test_several_threads_may_search_at_once(mocked):
    results = {}
    threads = [threading.Thread(target=lambda n=n: results.update({n: build([text(f"{n}", "mock exit"), text(f"good {n}", f"Good {n}.")])})) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all([f.name for f in results[n].failures] == [f"{n}.txt"] and len(results[n].events) == 1 for n in range(4))


def test_where_no_process_can_be_started_the_search_is_done_here(monkeypatch):
    crew = Finders(1)
    monkeypatch.setattr(crew, "_taken", lambda: (_ for _ in ()).throw(PermissionError("no processes here")))
    monkeypatch.setattr(processes, "crew", lambda: crew)
    assert len(build([text("a", "Good.")]).events) == 1


# -- on the command line and on the page ---------------------------------------------------------

FILES = {"a good one.txt": GOOD, "crash.txt": f"mock segfault\n{GOOD}", "eats.txt": f"mock events eat\n{GOOD}", "hangs.txt": f"mock hang\n{GOOD}",
         "z good one.txt": "On 5 June 2018 Karl Lund left the council of Oslo."}


@pytest.fixture
def folder(tmp_path):
    """Good files and harmful ones."""
    there = tmp_path / "pile"
    there.mkdir()
    for name, words in FILES.items():
        (there / name).write_text(words)
    return there


def rows(said: str) -> list[str]:
    """Which files are said to have failed."""
    return sorted(line.split(":")[0] for line in said.splitlines() if "not affected" in line)


def test_timeline_extract_goes_on(mocked, folder, tmp_path, capsys):
    assert main(["extract", str(folder), "-o", str(tmp_path / "out.csv")]) == 1
    said = capsys.readouterr().err
    assert rows(said) == ["crash.txt", "eats.txt", "hangs.txt"] and "2 events dated" in said
    assert (tmp_path / "out.csv").read_text().count("Oslo") >= 2


def test_timeline_project_add_goes_on(mocked, folder, tmp_path, capsys):
    project = str(tmp_path / "a.timeline")
    main(["project", "new", project])
    code = main(["project", "add", project, str(folder)])
    said = capsys.readouterr().err
    assert code == 1 and rows(said) == ["crash.txt", "eats.txt", "hangs.txt"] and "2 events: 2 dated" in said
    with Project(project) as kept:
        timeline = kept.timeline()
        assert len(timeline.documents) == 5 and len(timeline.failures) == 3 and not kept.is_stale()


@pytest.mark.parametrize("is_kept", [False, True])
def test_the_page_goes_on(mocked, folder, tmp_path, monkeypatch, is_kept):
    if is_kept:
        with Project.new(tmp_path / "a.timeline") as project:
            project.add([folder])
    monkeypatch.setattr(sys, "argv", ["app.py", f"--project={tmp_path / 'a.timeline'}" if is_kept else str(folder)])
    at = page()
    assert len(table(at)) == 2 and "3 could not be read" in page_html(at)
    asked, do = [], mocked.do
    monkeypatch.setattr(mocked, "do", lambda task, busy: asked.append(task.name) or do(task, busy))
    at.run()
    assert len(table(at)) == 2 and not asked, "a touch of the page searches nothing again"
