"""The dashboard on a free port, for the tests that need one that runs."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

HOME = Path(__file__).resolve().parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serve(*given: str, script: str = "app.py"):
    """The address of the dashboard while it runs; `given` are the words after "--"."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(HOME / script), "--server.port", str(port), "--server.headless", "true", "--", *given]
    server = subprocess.Popen(command, cwd=HOME, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield when_up(f"http://127.0.0.1:{port}", server)
    finally:
        server.terminate()
        server.wait(20)


def when_up(url: str, server) -> str:
    """The address, once it answers."""
    for _ in range(240):
        assert server.poll() is None, "the dashboard did not start"
        try:
            urlopen(f"{url}/health", timeout=2).close()
            return url
        except OSError:
            time.sleep(.25)
    raise AssertionError("the dashboard did not answer")
