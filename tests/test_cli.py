"""cli: what each command reads, writes, says and returns. The rooms are played; test_docs runs the real whole."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from timeline import actors, cli, dates, lang
from timeline.cli import extract, main, serve
from timeline.folder import modules
from timeline.model import ActorMention, Document, Failure, Timeline

HOME = Path(__file__).resolve().parent.parent


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


@pytest.fixture
def built(monkeypatch):
    """`build` played; returns the calls. A name with "bad" in it fails."""
    from timeline import build

    calls = []

    def play(sources, **options):
        calls.append((sources, options))
        names = [s[0] if isinstance(s, tuple) else s.name for s in sources]
        good = tuple(Document(n, n, "Talks.") for n in names if "bad" not in n)
        return Timeline(good, (), tuple(Failure(n, "It is broken.") for n in names if "bad" in n))

    monkeypatch.setattr(build, "build", play)
    return calls


def lines(path, *records):
    path.write_bytes(b"".join(r if isinstance(r, bytes) else json.dumps(r).encode() + b"\n" for r in records))
    return str(path)


def read(path):
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


# timeline dates, timeline actors

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


# timeline extract

@pytest.mark.parametrize("name", modules("timeline.export"))
def test_every_export_can_be_written_by_suffix_and_by_name(built, tmp_path, name):
    suffix = modules("timeline.export")[name].SUFFIX
    for out, more in ((tmp_path / f"by-suffix{suffix.upper()}", []), (tmp_path / "by-name", ["--format", name])):
        assert main(["extract", "a.txt", "-o", str(out), *more]) == 0
        assert out.is_file()


@pytest.mark.parametrize("options, expected", [
    ([], {"published": None, "language": None}),
    (["--undated"], {"published": "", "language": None}),
    (["--language", "de"], {"published": None, "language": "de"}),
    (["--published", "2019-02-28"], {"published": date(2019, 2, 28), "language": None}),
])
def test_extract_hands_on_what_it_was_told(built, tmp_path, monkeypatch, options, expected):
    monkeypatch.setattr(extract, "_day", date.fromisoformat)
    main(["extract", "a.txt", "dir", *options, "-o", str(tmp_path / "o.csv")])
    sources, given = built[0]
    assert sources == [Path("a.txt"), Path("dir")]
    assert {key: given[key] for key in expected} == expected


def test_extract_writes_csv_to_standard_output_and_counts_to_standard_error(built, capsysbinary):
    assert main(["extract", "a.txt"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.startswith(b"\xef\xbb\xbfevent_id,title,start,end,")
    assert err.decode() == "1 documents: 0 events dated, 0 undated\n"


def test_extract_names_what_failed_and_writes_the_rest(built, tmp_path, capsys):
    assert main(["extract", "a.txt", "bad.pdf", "-o", str(tmp_path / "o.csv")]) == cli.SOME_FAILED
    err = capsys.readouterr().err
    assert "bad.pdf: It is broken." in err and "1 inputs failed" in err
    assert (tmp_path / "o.csv").is_file()


def test_a_hostile_name_cannot_command_the_terminal(built, tmp_path, capsys):
    main(["extract", "a.txt", "bad\x1b[2J\r\n.pdf", "-o", str(tmp_path / "o.csv")])
    assert "bad\ufffd[2J\ufffd\ufffd.pdf: It is broken." in capsys.readouterr().err


def test_extract_of_nothing_readable_writes_nothing(built, tmp_path, capsys):
    out = tmp_path / "o.csv"
    out.write_text("kept")
    assert main(["extract", "bad.pdf", "-o", str(out)]) == cli.SOME_FAILED
    assert out.read_text() == "kept" and "No document could be read" in capsys.readouterr().err


@pytest.mark.parametrize("arguments, said", [
    (["extract", "a.txt", "-o", "o.xyz"], "names no format that can be written. There are: csv (.csv)"),
    (["extract", "a.txt", "--format", "pptx"], "“pptx” names no format"),
    (["serve", "/no/such/file.txt"], "There is no file"),
])
def test_wrong_usage_says_what_to_do(built, capsys, monkeypatch, tmp_path, arguments, said):
    monkeypatch.setattr(serve, "APP", Path(__file__))
    assert main(arguments) == cli.USAGE
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["extract"], ["dates"], ["serve", "--port", "abc"],
                                       ["serve", "--port", "70000"], ["extract", "a", "--undated", "--published", "x"]])
def test_what_argparse_refuses_ends_with_usage(capsys, arguments):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == cli.USAGE and "usage: timeline" in capsys.readouterr().err


def test_extract_into_a_folder_that_is_not_there(built, tmp_path, capsys):
    assert main(["extract", "a.txt", "-o", str(tmp_path / "no" / "o.csv")]) == cli.SOME_FAILED
    assert "could not be written" in capsys.readouterr().err


# timeline serve

def test_serve_stays_on_this_machine_and_sends_nothing(monkeypatch, tmp_path):
    ran = []
    monkeypatch.setattr(serve, "APP", Path(__file__))
    monkeypatch.setattr(serve.os, "execv", lambda program, command: ran.append(command))
    monkeypatch.setattr(serve.os, "chdir", lambda folder: None)
    (tmp_path / "a.txt").write_text("x")
    main(["serve", str(tmp_path / "a.txt")])
    command = ran[0]
    assert "--server.address=127.0.0.1" in command and "--browser.gatherUsageStats=false" in command
    assert command[command.index("--") + 1:] == [str((tmp_path / "a.txt").resolve())]
    assert not any("server.port" in word for word in command)


def test_serve_on_a_taken_port_says_so(monkeypatch, capsys):
    import socket

    monkeypatch.setattr(serve, "APP", Path(__file__))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == cli.USAGE
    assert f"Port {port} is in use" in capsys.readouterr().err


# the whole command

@pytest.mark.parametrize("command", modules("timeline.cli"))
def test_help_shows_examples_and_exit_codes(capsys, command):
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    page = capsys.readouterr().out
    assert stop.value.code == 0
    assert f"timeline {command} " in page.split("examples:")[1] and "exit codes: 0" in page


def test_help_of_extract_lists_the_folders(capsys):
    with pytest.raises(SystemExit):
        main(["extract", "--help"])
    page = capsys.readouterr().out
    for module in modules("timeline.export").values():
        assert module.SUFFIX in page
    for module in modules("timeline.read").values():
        assert all(suffix in page for suffix in module.SUFFIXES)


def run(*arguments, **options):
    return subprocess.run([sys.executable, *arguments], cwd=HOME, capture_output=True, text=True, timeout=120, **options)


def test_as_a_module_it_says_its_version():
    from timeline import __version__

    assert run("-m", "timeline", "--version").stdout == f"timeline {__version__}\n"


def test_light_commands_load_no_heavy_library():
    heavy = {"pandas", "streamlit", "plotly", "pyarrow", "trafilatura", "lxml", "dateparser", "tqdm"}
    program = ("import sys; from timeline.cli import main; main(['dates', '-', '--language', 'en']); "
               f"print(*sorted({heavy!r} & set(sys.modules)))")
    done = run("-c", program, input='{"id": 1, "text": "on 3 June 2018"}\n')
    assert done.stderr == "" and done.stdout.splitlines()[1:] == [""]


def test_an_interrupt_is_no_traceback(monkeypatch, capsys, tmp_path):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(dates, "timexes", stop)
    assert main(["dates", lines(tmp_path / "i", {"text": "x"}), "--language", "en", "-o", str(tmp_path / "o")]) == 130
    assert capsys.readouterr().err == "Stopped.\n"
