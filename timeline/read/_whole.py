"""A file as a whole with all that is packed in it: what may still be unpacked, how deep, and which column is which.

A module whose files hold other files takes it as the third argument of its `read` and gives each of them to `inside`:
sizes are counted as bytes come out, an archive's own word for them is not taken.
"""

from collections.abc import Callable, Iterator, Mapping

from timeline.model import Document, Failure
from timeline.read._document import label
from timeline.read._text import MAX_BYTES, Unreadable

MAX_MEMBERS = 10_000
MAX_TOTAL = 300_000_000  # bytes, unpacked, of a file and all files in it
MAX_NESTING = 5  # files in files: a letter in a mailbox, a zip attached to it, a report in that
_CHUNK = 1 << 20


class Full(Unreadable):
    """Nothing more may be unpacked from this file."""


class Whole:
    """What holds for one file given, and for everything in it.

    `columns`: which column of a table holds the text, the day … as a person said it. `told(step, path, name)` hears
    of each member that is begun ("in") and done ("out"); a member whose path stands in `bad` is not read again but
    fails with the reason there, and one whose path stands in `done` is passed over.
    """

    def __init__(self, columns: Mapping[str, str] | None = None, told: Callable = lambda step, path, name: None,
                 bad: Mapping[tuple, str] | None = None, done: frozenset = frozenset()):
        self.columns = dict(columns or {})
        self.left, self.members = MAX_TOTAL, MAX_MEMBERS
        self._told, self._bad, self._done = told, bad or {}, done
        self._at = [0]

    def inside(self, name: str, unpack: Callable[[], bytes]) -> Iterator[Document | Failure]:
        """The Documents of a member, whose bytes `unpack` gives; a bad one costs one Failure.

        Raises Full when the limits are reached.
        """
        if self.members <= 0 or self.left <= 0:
            raise Full(f"was read only in part: it unpacks to too much (limits: {MAX_MEMBERS:,} files, "
                       f"{MAX_TOTAL:,} bytes); split it")
        self.members -= 1
        self._at[-1] += 1
        path = tuple(self._at)
        if path in self._bad:
            yield Failure(label(name), self._bad[path])
        elif path not in self._done:
            self._told("in", path, label(name))
            yield from self._deeper(name, unpack)
            self._told("out", path, "")

    def _deeper(self, name: str, unpack: Callable[[], bytes]) -> Iterator[Document | Failure]:
        from timeline.read import parts

        self._at.append(0)
        try:
            if len(self._at) > MAX_NESTING + 1:
                raise Unreadable(f"is nested more than {MAX_NESTING} files deep; unpack it and add its files")
            yield from parts(name, unpack(), self)
        except Unreadable as problem:
            yield Failure(label(name), str(problem))
        except MemoryError:
            yield Failure(label(name), TOO_MUCH)
        except Exception as problem:  # one bad member must never cost the others
            yield Failure(label(name), unexpected(problem))
        finally:
            self._at.pop()

    def counted(self, stream) -> bytes:
        """All that comes out of `stream`. Raises Unreadable as soon as it is too much."""
        pieces, size = [], 0
        while piece := stream.read(_CHUNK):
            size += len(piece)
            self.left -= len(piece)
            if size > MAX_BYTES or self.left < 0:
                raise Unreadable(f"unpacks to too much (limits: {MAX_BYTES:,} bytes a file, {MAX_TOTAL:,} in all); add it alone")
            pieces.append(piece)
        return b"".join(pieces)


NOTHING = "has no text in it"
TOO_MUCH = "needs more memory than one document may take; split it, or save its text as txt and add that"


def unexpected(problem: Exception) -> str:
    """The reason of a Failure that is our own fault, or the machine's."""
    if isinstance(problem, OSError):
        return f"could not be read: the system says “{(problem.strerror or 'unknown error').lower()}”; is the disk full?"
    return f"could not be read: an unexpected {type(problem).__name__}; please report this file"
