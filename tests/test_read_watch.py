"""One document, one watched child: whatever a file does to its reader costs one row with a plain reason, and the rest goes on."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from written import docx, eml, packed

from timeline import read
from timeline.build import build
from timeline.model import Document, Failure
from timeline.read import _sources
from timeline.read._pool import Limits, Pool, Task
from timeline.watch import peak

HOME = Path(__file__).resolve().parent.parent
GOOD = b"The council of Arden met on 3 June 2018."
HARM = {
    "hang": "took too long", "spin": "took too long", "eat": "needs more memory",
    "eat-in-c": "stopped its reader", "raise": "an unexpected RuntimeError", "recurse": "an unexpected RecursionError",
    "segfault": "stopped its reader", "abort": "stopped its reader", "exit": "stopped its reader", "leave": "stopped its reader",
    "killed": "was stopped by the system", "write": "cannot be opened: file too large",
}


@pytest.fixture(scope="module")
def pool():
    """Children that know the mock, with little time and memory."""
    os.environ["PYTHONPATH"] = str(HOME)
    made = Pool(2, Limits(memory=400 << 20, seconds=2), ("tests.mock_reader",))
    yield made
    made.close()


@pytest.fixture()
def mocked(pool, monkeypatch):
    monkeypatch.setattr(_sources, "pool", lambda: pool)
    monkeypatch.setattr(_sources, "SMALL", -1)
    return pool


def mock(*lines: str) -> tuple[str, bytes]:
    return f"{lines[0].split()[0]}.mock", "\n".join(lines).encode()


def kinds(found) -> list[type]:
    return [type(item) for item in found]


def tasks(*files: tuple[str, bytes]) -> list[Task]:
    return [Task(name, data) for name, data in files]


@pytest.mark.parametrize("command", HARM)
def test_harm_costs_one_row_with_its_reason(pool, command):
    [[harmed], [good]] = pool.in_order(tasks(mock(command), ("good.mock", GOOD)))
    assert isinstance(harmed, Failure) and HARM[command] in harmed.reason and harmed.name == f"{command}.mock"
    assert isinstance(good, Document) and good.text == GOOD.decode()


def test_what_was_found_before_the_harm_is_kept(pool):
    [found] = pool.in_order(tasks(mock("first words", "segfault")))
    assert kinds(found) == [Document, Failure]


def test_printing_is_no_answer(pool):
    [found] = pool.in_order(tasks(mock("chatter", "words after it")))
    assert kinds(found) == [Document]


def test_a_bad_member_costs_its_archive_one_row(pool):
    data = packed({"a.mock": "good one", "b.mock": "segfault", "c.mock": "good three", "d/e.zip": packed({"x.mock": "abort", "y.mock": "good five"}),
                   "f.mock": "raise", "g.eml": eml(["good seven"], attached={"h.mock": b"exit", "i.mock": b"good nine"})})
    [found] = pool.in_order(tasks(("pile.zip", data)))
    assert [f.name.removeprefix("pile.zip/") for f in found] == [
        "a.mock#1", "b.mock", "c.mock#1", "d/e.zip/x.mock", "d/e.zip/y.mock#1", "f.mock", "g.eml", "g.eml/h.mock", "g.eml/i.mock#1"]
    assert "".join("D" if isinstance(f, Document) else "f" for f in found) == "DfDfDfDfD"


def test_an_archive_of_nothing_but_harm_ends(pool):
    [found] = pool.in_order(tasks(("pile.zip", packed({f"{n:02}.mock": "exit" for n in range(40)} | {"z.mock": "good"}))))
    assert 15 < len(found) < 30 and "only in part" in found[-1].reason


def test_results_come_in_the_order_of_the_files(pool):
    files = [("slow.mock", b"words\n" * 2000 + b"last"), *((f"{n}.mock", GOOD) for n in range(20))]
    found = list(pool.in_order([*tasks(*files), lambda: ["here"]]))
    assert [items[-1].name.split("#")[0] for items in found[:-1]] == [name for name, _ in files] and found[-1] == ["here"]


def test_the_whole_flow_goes_on(mocked):
    timeline = build([mock(command) for command in HARM] + [("good.mock", GOOD), ("plain.txt", GOOD + b" Again.")])
    assert [f.name for f in timeline.failures] == [f"{command}.mock" for command in HARM]
    assert [d.name for d in timeline.documents] == ["good.mock#1", "plain.txt"]
    assert {e.date_edtf for e in timeline.events} == {"2018-06-03"}


def test_no_child_can_write_a_file(mocked, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert kinds(read.open_sources([mock("write")])) == [Failure]
    assert all(p.stat().st_size == 0 for p in tmp_path.iterdir())


def test_several_threads_may_read_at_once(mocked):
    results: dict[int, list] = {}
    threads = [threading.Thread(target=lambda n=n: results.update({n: list(read.open_sources([mock("exit"), (f"{n}.docx", docx([f"words {n}"]))]))}))
               for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(kinds(results[n]) == [Failure, Document] and results[n][1].text == f"words {n}" for n in range(6))


def test_a_keeper_that_is_killed_costs_one_row(pool):
    child = pool._taken()
    pool._back(child)
    killer = threading.Timer(0.5, child._end_group)
    killer.start()
    [[harmed], [good]] = pool.in_order(tasks(mock("hang"), ("good.mock", GOOD)))
    killer.join()
    assert isinstance(harmed, Failure) and isinstance(good, Document)


def test_stopping_in_the_middle_leaves_nothing_running(pool):
    found = pool.in_order(tasks(*[("good.mock", GOOD), *[mock("hang")] * 3]))
    assert kinds(next(found)) == [Document]
    found.close()
    assert all(child.is_alive for child in pool._idle)


def test_a_small_plain_text_starts_no_child(monkeypatch):
    monkeypatch.setattr(Pool, "_taken", lambda self: pytest.fail("a child was started"))
    files = [("a.txt", GOOD), ("a.md", b"# " + GOOD), ("a.csv", b"text\n" + GOOD), ("a.jsonl", b'{"text": "words"}'), ("a.png", b"\x89PNG")]
    assert kinds(read.open_sources([*files, "pasted words"])) == [Document] * 4 + [Failure, Document]


def test_a_child_imports_nothing_from_the_folder_one_stands_in(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    pool = Pool(1)
    [found] = pool.in_order(tasks(("a.docx", docx(["words"]))))
    pool.close()
    assert kinds(found) == [Document]


def test_the_peak_of_a_process_leaves_out_whoever_started_it():
    ballast = b"x" * 300_000_000
    told = subprocess.run([sys.executable, "-c", "from timeline.watch import peak; print(peak())"], cwd=HOME, capture_output=True, text=True, check=True)
    assert peak() >= len(ballast) > int(told.stdout) > 1_000_000
