"""cli: what each command takes, says and returns. The rooms are played; test_docs runs the real whole."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from timeline import cli
from timeline.cli import _documents, language, main, serve
from timeline.folder import modules
from timeline.model import Document, Failure, Timeline

HOME = Path(__file__).resolve().parent.parent


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
    monkeypatch.setattr(_documents, "_day", date.fromisoformat)
    main(["extract", "a.txt", "dir", *options, "-o", str(tmp_path / "o.csv")])
    sources, given = built[0]
    assert sources == [Path("a.txt"), Path("dir")]
    assert {key: given[key] for key in expected} == expected


def test_extract_writes_csv_to_standard_output_and_counts_to_standard_error(built, capsysbinary):
    assert main(["extract", "a.txt"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.startswith(b"\xef\xbb\xbfevent_id,title,start,end,")
    assert err.decode() == "1 document: 0 events dated, 0 undated\n"


def test_extract_names_what_failed_and_writes_the_rest(built, tmp_path, capsys):
    assert main(["extract", "a.txt", "bad.pdf", "-o", str(tmp_path / "o.csv")]) == cli.SOME_FAILED
    err = capsys.readouterr().err
    assert "bad.pdf: It is broken." in err and "1 input failed" in err
    assert (tmp_path / "o.csv").is_file()


def test_extract_says_once_how_names_are_found(built, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TIMELINE_RECOGNISER", "bert\x1b[2J")
    assert main(["extract", "a.txt", "b.txt", "-o", str(tmp_path / "o.csv")]) == 0
    assert capsys.readouterr().err.count("TIMELINE_RECOGNISER=bert\ufffd[2J names no recogniser. Set it to") == 1


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
    assert re.search(rf"timeline {command}\s", page.split("examples:")[1]) and "exit codes: 0" in page


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


@pytest.mark.parametrize("typed, code", [("en", "en"), ("DE", "de"), ("pl", "pl")])
def test_a_language_is_known_by_its_code(typed, code):
    assert language(typed) == code


@pytest.mark.parametrize("typed", ["english", "xx", "", "e", "../de", "en\x1b"])
@pytest.mark.parametrize("command", ["extract", "dates", "actors"])
def test_what_is_no_language_is_refused_in_plain_words(typed, command, capsys):
    with pytest.raises(SystemExit) as left:
        main([command, "a.txt", "--language", typed])
    assert left.value.code == 2 and "is no two-letter code of a language" in capsys.readouterr().err
