"""cli: the commands that read and write JSON Lines, `timeline dates` and `timeline actors`. The rooms are played."""

import io
import json
from pathlib import Path

import pytest

from timeline import actors, cli, dates, lang
from timeline.cli import main
from timeline.model import ActorMention


@pytest.fixture
def rooms(monkeypatch):
    """dates, actors and lang played: they see the words "June" and "Kim"; returns the calls of timexes."""
    calls = []

    def timexes(text, published=None, language="en"):
        calls.append((published, language))
        if "boom" in text:
            raise RuntimeError("no")
        at = text.find("June")
        return [{"start": at, "end": at + 4, "type": "DATE", "value": "2018-06"}] if at >= 0 else []

    def find(text, language="en"):
        at = text.find("Kim")
        return [ActorMention(at, at + 3, "Kim", "PER", "Kim")] if at >= 0 else []

    monkeypatch.setattr(dates, "timexes", timexes)
    monkeypatch.setattr(actors, "find", find)
    monkeypatch.setattr(lang, "detect", lambda text: "en")
    return calls


def lines(path, *records):
    path.write_bytes(b"".join(r if isinstance(r, bytes) else json.dumps(r).encode() + b"\n" for r in records))
    return str(path)


def read(path):
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("record, timexes, asked", [
    ({"id": "a", "dct": "2019-02-28", "text": "In June."},
     [{"start": 3, "end": 7, "type": "DATE", "value": "2018-06"}], ("2019-02-28", "en")),
    ({"id": 7, "dct": "1990-08-15T13:37", "text": "Then."}, [], ("1990-08-15", "en")),
    ({"id": "x", "dct": None, "text": "𝔘 June"}, [{"start": 2, "end": 6, "type": "DATE", "value": "2018-06"}], (None, "en")),
    ({"text": ""}, [], (None, "en")),
    ({"id": "x", "text": "June", "timexes": [{"start": 0}], "other": 1},
     [{"start": 0, "end": 4, "type": "DATE", "value": "2018-06"}], (None, "en")),
])
def test_dates_tags_a_line(rooms, tmp_path, record, timexes, asked):
    out = tmp_path / "out.jsonl"
    assert main(["dates", lines(tmp_path / "in.jsonl", record), "-o", str(out)]) == 0
    assert read(out) == [{"id": record.get("id"), "timexes": timexes}]
    assert rooms == [asked]


def test_dates_takes_the_language_it_is_given(rooms, tmp_path, monkeypatch):
    monkeypatch.setattr(lang, "detect", lambda text: pytest.fail("not asked"))
    main(["dates", lines(tmp_path / "in.jsonl", {"text": "June"}), "--language", "de", "-o", str(tmp_path / "o")])
    assert rooms == [(None, "de")]


def test_actors_keeps_text_and_order(rooms, tmp_path):
    out = tmp_path / "out.jsonl"
    texts = ["Kim left.", "", "half \ud83d pair", "Mr Kim"]
    assert main(["actors", lines(tmp_path / "in.jsonl", *({"text": t} for t in texts)), "-o", str(out)]) == 0
    assert [r["text"] for r in read(out)] == texts
    assert read(out)[3]["entities"] == [{"start": 3, "end": 6, "type": "PER"}]


@pytest.mark.parametrize("bad, said", [
    (b"{not json\n", "line 2: it is not a JSON object"),
    (b"[1, 2]\n", "line 2: it has no “text” that is a string"),
    (b'{"id": 1}\n', "line 2: it has no “text” that is a string; every line needs one"),
    (b'{"text": 5}\n', "line 2: it has no “text” that is a string"),
    (b"[" * 100_000 + b"\n", "line 2: its brackets are nested too deep"),
    (b'{"text": "\xff\xfe"}\n', "line 2: it is not UTF-8 text; save the file as UTF-8"),
    (b'{"text": "x", "dct": "last june"}\n', "line 2: “dct” is “last june”, which is no ISO 8601 date"),
    (b'{"text": "boom"}\n', "line 2: working on it failed (RuntimeError: no)"),
])
def test_a_bad_line_is_named_and_the_others_go_on(rooms, tmp_path, capsys, bad, said):
    out = tmp_path / "out.jsonl"
    source = lines(tmp_path / "in.jsonl", {"id": 1, "text": "a"}, bad, b"\n", {"id": 3, "text": "b"})
    assert main(["dates", source, "-o", str(out)]) == cli.SOME_FAILED
    assert [r["id"] for r in read(out)] == [1, 3]
    assert said in capsys.readouterr().err


def test_a_byte_order_mark_is_no_error(rooms, tmp_path):
    source = lines(tmp_path / "in.jsonl", b'\xef\xbb\xbf{"id": 1, "text": "June"}\n')
    assert main(["dates", source, "-o", str(tmp_path / "o")]) == 0


def test_lines_are_worked_on_one_by_one(rooms, tmp_path, monkeypatch):
    """The first line is out before the last one is read."""
    from timeline.cli import _lines

    seen = []
    record = json.dumps({"text": "June"}).encode()

    class Input(io.BytesIO):
        def __iter__(self):
            for _ in range(3):
                yield record
                seen.append(out.tell())

    out = io.BytesIO()
    out.close = lambda: None
    monkeypatch.setattr(_lines, "_input", lambda name: Input())
    monkeypatch.setattr(_lines, "_output", lambda name: out)
    main(["dates", "-"])
    assert 0 < seen[0] < seen[1] < seen[2]


def test_input_is_never_overwritten(rooms, tmp_path, capsys):
    source = lines(tmp_path / "in.jsonl", {"text": "June"})
    assert main(["dates", source, "-o", source]) == cli.USAGE
    assert "same file" in capsys.readouterr().err and read(source) == [{"text": "June"}]


@pytest.mark.parametrize("command", ["dates", "actors"])
def test_missing_input_is_said(tmp_path, capsys, command):
    assert main([command, str(tmp_path / "none.jsonl")]) == cli.SOME_FAILED
    assert "could not be opened (No such file or directory)" in capsys.readouterr().err


def test_an_interrupt_is_no_traceback(monkeypatch, capsys, tmp_path):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(dates, "timexes", stop)
    assert main(["dates", lines(tmp_path / "i", {"text": "x"}), "--language", "en", "-o", str(tmp_path / "o")]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_actors_says_once_how_names_are_found(rooms, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TIMELINE_RECOGNISER", "none")
    out = tmp_path / "out.jsonl"
    assert main(["actors", lines(tmp_path / "in.jsonl", {"text": "June"}, {"text": "July"}), "-o", str(out)]) == 0
    assert capsys.readouterr().err == ("Names are found by rules and lists alone, as TIMELINE_RECOGNISER=none asks. "
                                       "More names are missed.\n")
    assert len(read(out)) == 2
