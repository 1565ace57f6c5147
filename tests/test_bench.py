"""bench: its arithmetic and its page; the corpora themselves are not part of the project."""

import json

import pytest

from bench import leaks, report, speed, summaries
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


PRINTED = """\
dam        Dam_paper/one                                 date 0.500 date±3 0.750 AR1 0.100 AR2 0.010 concat1 0.300 concat2 0.030
mill       Mill_paper/two                                date 1.000 date±3 1.000 AR1 0.200 AR2 0.030 concat1 0.400 concat2 0.050
AVG date     P 0.7500 R 0.7500 F 0.7500 meanF 0.7500
"""


def test_what_the_scorer_of_timelines_prints_is_read():
    scores = summaries.read_scores(PRINTED)
    assert scores == pytest.approx({"dam date": 50, "dam AR1": 10, "dam AR2": 1, "mill date": 100, "mill AR1": 20, "mill AR2": 3,
                                    "date": 75, "AR1": 15, "AR2": 2})
    assert report.summaries({"digest": scores}).splitlines()[2] == "| digest | 50.0 / 10.0 / 1.0 | 100.0 / 20.0 / 3.0 | 75.0 / 15.0 / 2.0 |"


@pytest.mark.parametrize("days, is_one", [((1, 2), True), ((1, 9), False), ((), False)])
def test_a_document_that_dates_half_of_the_days_is_a_chronicle(days, is_one):
    from timeline.model import DateMention

    dates = [DateMention(0, 1, "x", "DATE", "", "made", first=day, last=day) for day in days]
    assert summaries._is_chronicle((None, dates), {1, 2, 3, 4}) is is_one


def test_summaries_without_their_corpus_are_not_measured(tmp_path, capsys):
    assert summaries.measure(tmp_path) is None and "not measured" in capsys.readouterr().err
