"""One child process and the clock that watches it: the parent's side."""

import json
import signal
import subprocess
import threading
import time
from collections.abc import Callable

PATIENCE = 20  # times the limit for one text, for a file of many
_LONGEST = 400_000_000  # bytes of one answer


class Child:
    """A process started with `command`; it is killed when nothing comes from it for `seconds`."""

    def __init__(self, command: list[str], environment: dict[str, str], seconds: float):
        self._seconds, self._too_long = seconds, ""
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                         env=environment, close_fds=True)

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End it, now."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                pipe.close()
            except OSError:  # what it was still to be told is of no use any more
                continue

    def read(self, task: dict, data: bytes | None, hear: Callable[[str, dict], None]) -> str | None:
        """Ask it to read a file and hear what it says. None when it came to the end, else why it did not."""
        done = threading.Event()
        self._last = self._began = time.monotonic()
        watch = threading.Thread(target=self._watched, args=(done,), daemon=True)
        watch.start()
        try:
            return self._heard(task, data, hear)
        finally:
            done.set()
            watch.join()

    def _heard(self, task: dict, data: bytes | None, hear: Callable[[str, dict], None]) -> str | None:
        try:
            self._process.stdin.write(json.dumps(task).encode() + b"\n")
            if data is not None:
                self._process.stdin.write(data)
            self._process.stdin.flush()
            while line := self._process.stdout.readline(_LONGEST):
                what, said = json.loads(line)
                self._last = time.monotonic() if what in ("document", "failure") else self._last
                hear(what, said)
                if what == "end":
                    if said["leaves"]:
                        self.kill()
                    return None
        except (OSError, ValueError, KeyError, TypeError):  # it died while it spoke, or spoke nonsense
            pass
        return self._why()

    def _watched(self, done: threading.Event) -> None:
        while True:
            end = min(self._last + self._seconds, self._began + PATIENCE * self._seconds)
            if done.wait(max(0.0, end - time.monotonic())):
                return
            if time.monotonic() >= min(self._last + self._seconds, self._began + PATIENCE * self._seconds):
                self._too_long = f"took more than {self._seconds:,.0f} seconds to read and was stopped; split it, or save its text as txt"
                self._process.kill()
                return

    def _why(self) -> str:
        """How it died, in words."""
        self.kill()
        code = self._process.returncode
        if self._too_long:
            return self._too_long
        if code == -getattr(signal, "SIGXCPU", 0):
            return f"took more than {self._seconds / 2:,.0f} seconds of processor time to read and was stopped; split it, or save its text as txt"
        if code == -getattr(signal, "SIGKILL", 9):
            return "was stopped by the system while it was read, probably for lack of memory; split it, or save its text as txt"
        return "stopped its reader: the file is damaged, or made to do harm, or needs too much memory; save its text as txt"
