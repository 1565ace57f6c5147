"""The documentation is held by tests: what it shows runs, and what exists is documented."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from timeline import frame
from timeline.folder import modules

HOME = Path(__file__).resolve().parent.parent
README = (HOME / "README.md").read_text("utf-8")
CONTRIBUTING = (HOME / "CONTRIBUTING.md").read_text("utf-8")
ARCHITECTURE = (HOME / "docs" / "architecture.md").read_text("utf-8")
PAGES = sorted([*HOME.glob("*.md"), *(HOME / "docs").glob("*.md"), HOME / "data" / "README.md"])


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page, re.S)


COMMANDS = [line for block in blocks(README, "sh") for line in block.splitlines() if "timeline " in line]
COMMANDS += [line.strip() for module in modules("timeline.cli").values() for line in module.EXAMPLES.splitlines()]
COMMANDS = list(dict.fromkeys(COMMANDS))


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with the files that the examples name, and `timeline` on the path."""
    folder = tmp_path_factory.mktemp("examples")
    (folder / "data").symlink_to(HOME / "data")
    (folder / "notes").mkdir()
    for name in ("report.txt", "column.txt", "notes/a.txt"):
        (folder / name).write_text("The ministers met on 3 June 2018 in Hanoi and signed a treaty.\n")
    (folder / "page.html").write_text("<html><body><article><p>The summit of 3 June 2018 in Hanoi ended without a "
                                      "treaty, said the two ministers who had been there.</p></article></body></html>")
    for name in ("articles.jsonl", "sentences.jsonl"):
        (folder / name).write_text('{"id": 1, "dct": "2019-02-28", "text": "They met last June. Airbus and Boeing sold jets."}\n')
    (folder / "targets.jsonl").write_text('{"target": "Airbus"}\n')
    (folder / "mentions.jsonl").write_text('{"target": "Airbus", "mentions": ["1-1-sold"]}\n')
    _project(folder)
    (folder / "timeline").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m timeline "$@"\n')
    (folder / "timeline").chmod(0o755)
    return folder


def _project(folder: Path) -> None:
    """A project, a pack of it and two tables, as the examples of their commands name them."""
    from timeline import pack
    from timeline.folder import modules
    from timeline.project import Project

    with Project.new(folder / "case.timeline") as project:
        project.add([("note.txt", b"On 4 June 2018 the ministers signed a pact in Singapore.")])
        project.refresh()
        pack.write(project, folder / "evidence.zip")
        (folder / "events.csv").write_bytes(modules("timeline.export")["csv"].write(frame.events_frame(project.timeline())))
    (folder / "table.csv").write_text("When,Headline\n2018-06,Summit\n")


def shell(command: str, folder: Path) -> subprocess.CompletedProcess:
    """The command as a person types it; without the network, which has tests of its own and takes a second to load."""
    env = os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(HOME), "TIMELINE_RECOGNISER": "none"}
    return subprocess.run(["sh", "-c", command], cwd=folder, env=env, capture_output=True, text=True, timeout=300)


@pytest.mark.parametrize("command", [c for c in COMMANDS if "timeline serve" not in c])
def test_every_command_shown_runs(place, command):
    done = shell(command, place)
    assert done.returncode == 0, done.stderr
    for output in re.findall(r"-o (\S+)", command):
        assert (place / output).stat().st_size > 0


def test_the_tagging_examples_find_something(place):
    shown = [c for c in COMMANDS if c.startswith("echo")]
    assert '"value": "2018-06"' in shell(next(c for c in shown if "dates" in c), place).stdout
    assert '"type": "PER"' in shell(next(c for c in shown if "actors" in c), place).stdout


@pytest.mark.parametrize("program", blocks(README, "python"))
def test_every_program_shown_runs(program):
    done = subprocess.run([sys.executable, "-c", program], cwd=HOME, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0 and done.stdout.strip(), done.stderr


@pytest.mark.parametrize("command", modules("timeline.cli"))
def test_every_command_is_documented(command):
    assert f"`timeline {command.replace('_', '-')}" in README


@pytest.mark.parametrize("name", modules("timeline.export"))
def test_every_export_is_documented(name):
    assert f"`{modules('timeline.export')[name].SUFFIX}`" in README


def test_every_column_is_documented():
    page = (HOME / "docs" / "event.md").read_text("utf-8")
    assert [name for name in frame.COLUMNS if name not in page] == []


def test_every_room_is_in_the_plan():
    rooms = {p.name for p in (HOME / "timeline").iterdir() if not p.name.startswith("__")}
    lines = {line.split()[0].rstrip("/") for line in ARCHITECTURE.splitlines() if line.startswith("  ")}
    assert {room for room in rooms if not room.endswith(".toml")} <= lines


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_make_target_shown_exists(page):
    targets = set(re.findall(r"^([a-z]+):", (HOME / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"`?make ([a-z]+)\b(?=`|  | CORPORA|\.$)", page.read_text("utf-8"))) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_leads_somewhere(page):
    for link in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
        assert re.match(r"https?://", link) or (page.parent / link).exists(), link


def test_make_help_names_every_target():
    page = subprocess.run(["make", "help"], cwd=HOME, capture_output=True, text=True).stdout
    targets = set(re.findall(r"^([a-z]+):.*##", (HOME / "Makefile").read_text("utf-8"), re.M)) - {"help"}
    assert targets and all(f"make {target} " in page for target in targets)


@pytest.mark.parametrize("folder", ["lang", "read", "checks", "charts", "export", "cli"])
def test_contributing_tells_how_to_add_one(folder):
    assert f"`timeline/{folder}/xx." in CONTRIBUTING
