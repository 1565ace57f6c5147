"""timeline summarise: what it takes, writes and returns."""

import json

import pytest
from test_digest import BREACH

from timeline.cli import main


def write(folder, rows):
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "published": day, "text": text}) + "\n" for n, (day, text) in enumerate(rows)), "utf-8")
    return path


def test_the_command_writes_a_line_with_its_sources(tmp_path):
    out = tmp_path / "out.jsonl"
    assert main(["summarise", str(write(tmp_path, BREACH)), "--topic-words", "lumen", "--from", "2012-03-01", "--to", "2012-06-30", "--top", "2",
                 "--topic", "dam", "--timeline-id", "one", "-o", str(out)]) == 0
    line, = out.read_text("utf-8").splitlines()
    row = json.loads(line)
    assert (row["topic"], row["timeline_id"]) == ("dam", "one") and [entry["date"] for entry in row["entries"]] == ["2012-03-05", "2012-06-11"]
    for entry in row["entries"]:
        assert 1 <= len(entry["text"]) == len(entry["sources"]) <= 2 and "named by" in entry["why"]
        for text, place in zip(entry["text"], entry["sources"], strict=True):
            assert any(report[place["start"]:place["end"]] == text for _, report in BREACH)


def test_the_command_needs_nothing_but_documents(tmp_path, capsysbinary):
    assert main(["summarise", str(write(tmp_path, BREACH))]) == 0
    entries = json.loads(capsysbinary.readouterr().out)["entries"]
    assert entries and all("2012-03-05" <= entry["date"] <= "2012-09-01" for entry in entries)


WRONG = [(["--from", "2012-05-01", "--to", "2012-04-01"], 2), (["--from", "soon"], 2), (["--published", "June"], 2)]


@pytest.mark.parametrize("options, code", WRONG)
def test_wrong_usage_is_said(tmp_path, capsys, options, code):
    assert main(["summarise", str(write(tmp_path, BREACH)), *options]) == code
    assert options[0] in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--top", "0"], ["--top", "x"], ["--sentences", "-1"]])
def test_a_number_is_one_or_more(tmp_path, options):
    with pytest.raises(SystemExit):
        main(["summarise", "a.txt", *options])


def test_nothing_to_read_is_said(tmp_path, capsys):
    assert main(["summarise", str(tmp_path / "none.txt"), "-o", str(tmp_path / "o.jsonl")]) == 1
    assert "none.txt" in capsys.readouterr().err and not (tmp_path / "o.jsonl").exists()
