"""The house rules that a machine can hold: arrows, promises, the map, room sizes, and what no file may contain."""

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

import timeline
from timeline.folder import modules

HOME = Path(__file__).resolve().parent.parent
PACKAGE = HOME / "timeline"
MAP = re.findall(r"^    (\w+) +\S", timeline.__doc__, re.M)
FLOOR = {room: number for number, room in enumerate(MAP)}
NEIGHBOURS = [{"read", "dates", "actors"}, {"charts", "export"}]  # one line of the plan: they never meet
FILES = sorted(PACKAGE.rglob("*.py"))
CODE = sorted([*FILES, *(p for room in ("tests", "bench", "training") for p in (HOME / room).rglob("*.py")), *HOME.glob("*.py")])
DECLARED = {re.match(r"[\w-]+", line).group() for line in
            tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]}
PROMISES = {"checks": {"TITLE", "ORDER", "COLUMNS", "check"}, "charts": {"TITLE", "draw"}, "export": {"TITLE", "SUFFIX", "MIME", "write"},
            "cli": {"EXAMPLES", "arguments", "run"}, "read": {"SUFFIXES", "read"}}


def name_of(path: Path) -> str:
    return str(path.relative_to(HOME))


def room_of(path: Path) -> str:
    """The room a file of the package stands in; "" for the hall (`__init__`, `__main__`)."""
    room = path.relative_to(PACKAGE).with_suffix("").parts[0]
    return "" if room.startswith("__") else room


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> set[str]:
    """The full names of all modules a file imports, at its top or inside a function, or names to `modules`."""
    names = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            home = "." * node.level + (node.module or "")
            names |= {f"{home}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"timeline\.\w+", node.value):
            names.add(node.value)
    return names


def may_import(here: str, there: str) -> bool:
    if here == there or not here:
        return True
    return FLOOR[there] < FLOOR[here] and not any({here, there} <= line for line in NEIGHBOURS)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_arrows_only_point_up_the_map(path):
    for name in imported(path):
        assert not name.startswith("."), "write imports in full: from timeline.room import thing"
        parts = name.split(".")
        if parts[0] == "timeline" and parts[1] in FLOOR:
            assert may_import(room_of(path), parts[1]), f"{room_of(path)} may not import {parts[1]}"


@pytest.mark.parametrize("here, there, allowed", [
    ("dates", "lang", True), ("lang", "dates", False), ("read", "dates", False), ("actors", "read", False),
    ("build", "actors", True), ("charts", "export", False), ("page", "charts", True), ("cli", "page", False)])
def test_the_rule_itself(here, there, allowed):
    assert may_import(here, there) is allowed


@pytest.mark.parametrize("path", [p for p in FILES if room_of(p) != "page"], ids=name_of)
def test_only_the_page_knows_streamlit(path):
    assert not {n for n in imported(path) if n.split(".")[0] == "streamlit"}


def test_the_map_names_every_room():
    rooms = {room_of(p) for p in FILES} - {""}
    assert rooms == set(MAP)


@pytest.mark.parametrize("folder", PROMISES)
def test_every_module_of_a_plug_in_folder_keeps_its_promise(folder):
    found = modules(f"timeline.{folder}")
    assert found, f"no module in timeline/{folder}"
    for name, module in found.items():
        assert PROMISES[folder] <= set(vars(module)), f"{folder}/{name}.py lacks {PROMISES[folder] - set(vars(module))}"


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_no_room_is_crowded(path):
    size = path.read_text("utf-8").count("\n")
    assert size <= 300, f"{size} lines; a file past 300 is usually two rooms"


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_every_module_says_what_it_is_for(path):
    assert not path.read_text("utf-8").strip() or ast.get_docstring(tree_of(path))


@pytest.mark.parametrize("path", [*FILES, HOME / "app.py"], ids=name_of)
def test_what_is_imported_is_a_declared_dependency(path):
    foreign = {name.split(".")[0] for name in imported(path)} - set(sys.stdlib_module_names) - {"timeline"}
    assert foreign <= DECLARED


def test_every_dependency_is_pinned_with_its_hash():
    pinned = re.findall(r"^([\w-]+)==\S+.*\\\n +--hash=sha256:", (HOME / "requirements.txt").read_text("utf-8"), re.M)
    assert set(pinned) >= DECLARED, "run make lock"


NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def functions(path: Path):
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, NAMED)]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_what_others_may_call_says_what_it_does(path):
    public = [n for n in tree_of(path).body if isinstance(n, NAMED)]
    assert [n.name for n in public if not n.name.startswith("_") and not ast.get_docstring(n)] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_function_is_long(path):
    long = [n.name for n in functions(path) if not isinstance(n, ast.ClassDef) and n.end_lineno - n.lineno >= 50]
    assert long == []


def tracked() -> list[Path]:
    """The files that are the project's: what git tracks, or outside a checkout every file that is no build product."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOME, capture_output=True)
    if listed.returncode == 0 and listed.stdout:
        return [p for name in listed.stdout.decode().split("\0") if name and (p := HOME / name).is_file()]
    return [p for p in HOME.rglob("*") if p.is_file() and not {".venv", ".git", "__pycache__"} & set(p.parts)]


FORBIDDEN = {
    "an absolute path of one machine": rb"(?<![\w.~])/(?:wo" rb"rk|ro" rb"ot|ho" rb"me/\w+|opt/py" rb"pi|Us" rb"ers/\w+)/",
    "a package registry's host": rb"(?:py" rb"pi\.org|python" rb"hosted\.org|registry\.np" rb"mjs|--(?:extra-)?ind" rb"ex-url)",
}


@pytest.mark.parametrize("path", tracked(), ids=name_of)
def test_no_file_names_a_machine_or_a_registry(path):
    data = path.read_bytes()
    if b"\0" not in data[:1000]:
        for what, pattern in FORBIDDEN.items():
            assert not re.search(pattern, data), f"{what}: {re.search(pattern, data).group()!r}"


def test_no_build_product_is_tracked():
    assert [name_of(p) for p in tracked() if {"__pycache__", ".venv", ".pytest_cache"} & set(p.parts) or p.stat().st_size > 3_000_000 and p.suffix != ".onnx"] == []
