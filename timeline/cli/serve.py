"""Open the dashboard in the browser, on this machine only.

Without FILE it opens on the demo; with --project on a project, which is made if it is not there, and which keeps every
document and every date that is given on the page. It listens on 127.0.0.1, sends no usage statistics, and stops with Ctrl-C.
"""

import os
import sys
from argparse import ArgumentTypeError
from pathlib import Path

from timeline.cli import SOME_FAILED, Wrong, say

ORDER = 40
APP = Path(__file__).resolve().parents[2] / "app.py"
EXAMPLES = """\
  timeline serve
  timeline serve report.txt page.html --port 8600
  timeline serve --project case.timeline
"""


def arguments(parser) -> None:
    """What `timeline serve` takes."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="documents to open; by default the demo")
    parser.add_argument("--project", type=Path, metavar="PROJECT", help="the project to show; the files given are added to it")
    parser.add_argument("--port", type=_port, help="port on 127.0.0.1; by default 8501 or the next free one")


def run(args) -> int:
    """Hand this process over to Streamlit."""
    if not APP.is_file():
        raise Wrong(f"The dashboard's {APP.name} is not beside the package. Run it from a checkout: make run.")
    missing = [name for name in args.files if not Path(name).exists()]
    if missing:
        raise Wrong(f"There is no file {missing[0]}. Check its name and place.")
    if args.port and _taken(args.port):
        raise Wrong(f"Port {args.port} is in use. Choose another with --port.")
    if args.project:
        _into(args.project, args.files)
    shown = [f"--project={args.project.resolve()}"] if args.project else [str(Path(name).resolve()) for name in args.files]
    command = [sys.executable, "-m", "streamlit", "run", str(APP), *_options(args.port), "--", *shown]
    os.chdir(APP.parent)  # where the dashboard's settings are
    os.execv(sys.executable, command)


def _into(path: Path, files: list[str]) -> None:
    """The project, made if it is not there, with these files in it."""
    from timeline.project import Problem, Project

    try:
        with Project(path) if path.exists() else Project.new(path) as project:
            added = project.add(map(Path, files))
    except Problem as problem:
        raise Wrong(str(problem), SOME_FAILED) from None
    for failure in (*added.failures, *added.known):
        say(f"{failure.name}: {failure.reason}")


def _port(typed: str) -> int:
    if not typed.isdecimal() or not 1 <= int(typed) <= 65535:
        raise ArgumentTypeError("a port is a number from 1 to 65535")
    return int(typed)


def _taken(port: int) -> bool:
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _options(port: int | None) -> list[str]:
    options = {"server.address": "127.0.0.1", "browser.gatherUsageStats": "false", "server.showEmailPrompt": "false",
               "server.headless": str(not _has_screen()).lower()}
    if port:
        options["server.port"] = str(port)
    return [f"--{name}={value}" for name, value in options.items()]


def _has_screen() -> bool:
    """Whether a browser could show itself here."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
