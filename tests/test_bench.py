"""bench: its arithmetic and its page; the corpora themselves are not part of the project."""

import json

import pytest

from bench import leaks, report, speed
from bench.corpora import _lowered


def test_a_table_reads_as_markdown():
    assert report.table(["what", "a"], [["x", 1.25], ["y", 3]]) == "| what | a |\n| --- | --: |\n| x | 1.2 |\n| y | 3 |"


def test_only_what_was_measured_is_replaced(tmp_path, monkeypatch):
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- own -->\nold\n<!-- /own -->\nb\n<!-- dates -->\nkept\n<!-- /dates -->\n")
    monkeypatch.setattr(report, "PAGE", page)
    report.merge({"own": r"new \1"})
    assert page.read_text() == "a\n<!-- own -->\nnew \\1\n<!-- /own -->\nb\n<!-- dates -->\nkept\n<!-- /dates -->\n"


@pytest.mark.parametrize("ours, found", [
    ("One two, three four five six seven eight nine ten.", True), ("one two three four five six seven nine eight ten", False), ("", False)])
def test_ten_words_in_a_row_are_a_leak(tmp_path, monkeypatch, ours, found):
    home = tmp_path / "corpora"
    home.mkdir()
    (home / "x.jsonl").write_text(json.dumps({"text": "zero one two three four five six seven EIGHT nine ten"}) + "\n")
    (tmp_path / "ours.md").write_text(ours)
    monkeypatch.setattr(leaks, "HOME", tmp_path)
    monkeypatch.setattr(leaks.subprocess, "check_output", lambda *_, **__: b"ours.md\0gone.md\0")
    assert bool(leaks.find(home)) is found


@pytest.mark.parametrize("text, lower", [("Kim IN Hanoi", "kim in hanoi"), ("İstanbul", "İstanbul")])
def test_lower_case_keeps_every_offset(text, lower):
    assert json.loads(_lowered(json.dumps({"text": text, "entities": []})))["text"] == lower


def test_the_best_of_three_is_the_least(monkeypatch):
    clock = iter([0, 5, 10, 12, 20, 23])
    monkeypatch.setattr(speed, "cpu_seconds", lambda: next(clock))
    assert speed.best(lambda: None) == 2
