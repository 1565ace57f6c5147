"""Open the dashboard in the browser, on this machine only.

Without FILE it opens on the demo; with --project on a project, which is made if it is not there, and which keeps every
document and every date that is given on the page. It listens on 127.0.0.1, answers to no other name, sends no usage
statistics, and stops with Ctrl-C. --address and --host open it to others, who then see and change all of it: there is no
password, so put it behind something that asks for one. /health says whether it is up.
"""

import os
import re
import sys
from argparse import ArgumentTypeError
from ipaddress import ip_address
from pathlib import Path

from timeline.cli import SOME_FAILED, Wrong, say

ORDER = 40
HERE, LOOPBACK, EVERYWHERE = "127.0.0.1", ("127.0.0.1", "localhost", "::1"), ("0.0.0.0", "::")
APP = Path(__file__).resolve().parents[2] / "app.py"
EXAMPLES = """\
  timeline serve
  timeline serve report.txt page.html --port 8600
  timeline serve --project case.timeline
  timeline serve --address 0.0.0.0 --host timeline.example.org
"""


def arguments(parser) -> None:
    """What `timeline serve` takes."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="documents to open; by default the demo")
    parser.add_argument("--project", type=Path, metavar="PROJECT", help="the project to show; the files given are added to it")
    parser.add_argument("--port", type=_port, help="port to listen on; by default 8501 or the next free one")
    parser.add_argument("--address", type=_address, default=HERE, help="the address to listen on; by default 127.0.0.1, this machine alone")
    parser.add_argument("--host", action="append", type=_host, default=[], metavar="NAME",
                        help="a name by which a browser may call the dashboard, besides localhost; may be given again")


def run(args) -> int:
    """Hand this process over to Streamlit."""
    if not APP.is_file():
        raise Wrong(f"The dashboard's {APP.name} is not beside the package. Run it from a checkout: make run.")
    missing = [name for name in args.files if not Path(name).exists()]
    if missing:
        raise Wrong(f"There is no file {missing[0]}. Check its name and place.")
    if args.address in EVERYWHERE and not args.host:
        raise Wrong("Say by which name the dashboard will be called: --host NAME.")
    if args.port and _taken(args.port, args.address):
        raise Wrong(f"Port {args.port} is in use. Choose another with --port.")
    if args.project:
        _into(args.project, args.files)
    shown = [f"--project={args.project.resolve()}"] if args.project else [str(Path(name).resolve()) for name in args.files]
    command = [sys.executable, "-m", "streamlit", "run", str(APP), *_options(args.port, args.address, args.host), "--", *shown]
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


def _address(typed: str) -> str:
    try:
        return str(ip_address(typed))
    except ValueError:
        raise ArgumentTypeError("an address is one of this machine’s, such as 127.0.0.1, 0.0.0.0 or ::1") from None


def _host(typed: str) -> str:
    if not re.fullmatch(r"(\*\.)?[\w-]+(\.[\w-]+)*", typed, re.ASCII):
        raise ArgumentTypeError("a name has letters, digits, hyphens and dots, and neither a port nor http://")
    return typed.lower()


def _taken(port: int, address: str) -> bool:
    import socket

    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return True
    return False


def _options(port: int | None, address: str = HERE, hosts: list[str] = ()) -> list[str]:
    named = dict.fromkeys([*LOOPBACK, *hosts, *([address] if address not in EVERYWHERE else [])])
    options = {"server.address": address, "browser.gatherUsageStats": "false", "server.showEmailPrompt": "false",
               "server.headless": str(not _has_screen()).lower()}
    if port:
        options["server.port"] = str(port)
    return [*(f"--{name}={value}" for name, value in options.items()), *(f"--server.allowedHosts={name}" for name in named)]


def _has_screen() -> bool:
    """Whether a browser could show itself here."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
