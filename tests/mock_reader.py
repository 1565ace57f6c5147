"""A document that crashes, hangs, raises or eats memory on command: `mock: crash`, one command a line.

A test's pool lets its children import this module, which puts the reader among the others there and only there.
"""

import ctypes
import os
import signal
import sys
import time

from timeline.folder import modules
from timeline.read._document import make

TITLE, ORDER, SUFFIXES = "Mock", 99, (".mock",)


def looks(head: bytes) -> bool:
    """Its name decides."""
    return True


def read(name: str, data: bytes):
    """Obey each line; a line without a command is a document."""
    for number, line in enumerate(data.decode().splitlines(), 1):
        command, _, rest = line.partition(" ")
        if command in COMMANDS:
            COMMANDS[command]()
        else:
            yield make(f"{name}#{number}", line)


def _spin():
    while True:
        pass


def _eat():
    hoard = []
    while True:
        hoard.append(bytearray(10_000_000))


def _eat_beside_python():
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while libc.malloc(50_000_000):
        pass
    os.abort()  # what PDFium does when malloc gives it nothing


def _recurse():
    _recurse()


def _raise():
    raise RuntimeError("on command")


COMMANDS = {
    "hang": lambda: time.sleep(3600), "spin": _spin, "eat": _eat, "eat-in-c": _eat_beside_python, "raise": _raise, "recurse": _recurse,
    "segfault": lambda: ctypes.string_at(0), "abort": os.abort, "exit": lambda: os._exit(0), "leave": lambda: sys.exit(3),
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL), "chatter": lambda: os.write(1, b"no answer\n"),
    "write": lambda: os.write(os.open(os.path.join(os.environ.get("TMPDIR", "/tmp"), "mock-was-here.txt"), os.O_WRONLY | os.O_CREAT), b"x"),
}
modules("timeline.read")["mock"] = sys.modules[__name__]
