"""The project's file: all SQL of the house is in this class, which has its events from `shelf`, and in sql/.

SQLite in WAL mode with synchronous = FULL: what was acknowledged survives a crash. Every write is one transaction
begun with BEGIN IMMEDIATE, so that two writers wait for each other and none fails half-way. Errors are `Problem`s.
Another database would need another such class, and no other change.
"""

import hashlib
import sqlite3
import time
import zlib
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path

from timeline import records
from timeline.model import Alternative, Document, Event, Marks, Mention
from timeline.project import opening
from timeline.project.edits import Edit
from timeline.project.problem import Problem
from timeline.project.shelf import Shelf

WAIT = 30.0  # seconds that a writer waits for another
_LOOK = 20  # milliseconds in which a waiting writer looks four times, after 1, 2, 5 and 10


class Store(Shelf):
    """One connection to one project's file. Not for two threads at once: each opens its own."""

    def __init__(self, path, wait: float = WAIT, read_only: bool = False):
        """Open a project that exists; an older one is brought to this version, after a backup beside it."""
        self.path, self._wait = Path(path), wait
        opening.check(self.path)
        mode = "ro" if read_only else "rw"
        with self._plainly():
            self.db = sqlite3.connect(opening.address(self.path, mode), uri=True, timeout=wait, isolation_level=None)
            try:
                self._start(read_only)
            except BaseException:
                self.db.close()
                raise

    def _start(self, read_only: bool) -> None:
        self.db.execute("PRAGMA synchronous = FULL")
        self.db.execute("PRAGMA foreign_keys = ON")
        self.db.execute("PRAGMA trusted_schema = OFF")
        version = self._value("PRAGMA user_version")
        opening.check_version(self.path.name, version)
        if version < opening.VERSION and not read_only:
            self.backup(opening.free_name(self.path, version))
            with self.writing():  # another program may have been faster
                _steps(self.db, self._value("PRAGMA user_version"))
        if not read_only and self._value("PRAGMA journal_mode") != "wal":
            self.db.execute("PRAGMA journal_mode = WAL")
        self._words = self.fact("dictionary") or b""

    @classmethod
    def create(cls, path, facts: dict[str, str]) -> "Store":
        """A new project; a file that is there already is never touched. It appears whole or not at all."""
        path = Path(path)
        if path.exists():
            raise Problem(f"{path.name} is there already and was left as it is. Choose another name.")
        with opening.made(path) as part, _plainly(path):
            db = sqlite3.connect(part, isolation_level=None)
            try:
                db.execute(f"PRAGMA application_id = {opening.MAGIC}")
                db.execute("BEGIN")
                _steps(db, 0)
                db.executemany("INSERT INTO facts VALUES (?, ?)", [*facts.items(), ("dictionary", _dictionary())])
                db.execute("COMMIT")
            finally:
                db.close()
        return cls(path)

    def close(self) -> None:
        """Done with it."""
        self.db.close()

    def _plainly(self):
        return _plainly(self.path)

    @contextmanager
    def writing(self):
        """All that is written in it is there when it ends, or none of it."""
        with self._plainly():
            self._begin()
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    def _begin(self) -> None:
        """Wait for one's turn. SQLite's own waiting looks only every tenth of a second in the end, so that one who writes
        without pause could keep another out for good; here it begins anew all the time."""
        until = time.monotonic() + self._wait
        self.db.execute(f"PRAGMA busy_timeout = {_LOOK}")
        try:
            while not self._has_begun(time.monotonic() > until):
                pass
        finally:
            self.db.execute(f"PRAGMA busy_timeout = {int(1000 * self._wait)}")

    def _has_begun(self, is_late: bool) -> bool:
        try:
            self.db.execute("BEGIN IMMEDIATE")
            return True
        except sqlite3.OperationalError as error:
            if is_late or not (error.sqlite_errorname or "").startswith("SQLITE_BUSY"):
                raise
            return False

    @contextmanager
    def reading(self):
        """All that is read in it is of one moment."""
        with self._plainly():
            if self.db.in_transaction:
                yield
                return
            self.db.execute("BEGIN")
            try:
                yield
            finally:
                self.db.execute("ROLLBACK")

    def _value(self, query: str, *values):
        row = self.db.execute(query, values).fetchone()
        return row[0] if row else None

    # what is known of the project

    def fact(self, name: str):
        """A fact's value, or None."""
        with self._plainly():
            return self._value("SELECT value FROM facts WHERE name = ?", name)

    def set_fact(self, name: str, value) -> None:
        """In a `writing`."""
        self.db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def revision(self) -> tuple[int, int, int]:
        """(last run, last edit, documents): cheap to ask, and moves with every change."""
        with self.reading():
            return (self._value("SELECT max(run_id) FROM runs") or 0, self._value("SELECT max(edit_id) FROM edits") or 0,
                    self._value("SELECT count(*) FROM documents"))

    # sources and documents

    def has_source(self, sha256: str) -> str | None:
        """The name under which these bytes are in the project, or None."""
        with self._plainly():
            return self._value("SELECT name FROM sources WHERE sha256 = ?", sha256)

    def add_source(self, sha256: str, name: str, data: bytes, at: str, who: str, mapping: str | None = None) -> None:
        """In a `writing`."""
        self.db.execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?)",
                        (sha256, _clean(name), len(data), zlib.compress(data), mapping, at, _clean(who)))

    def sources(self) -> list[dict]:
        """sha256, name, size, at, who, mapping of each, in the order given."""
        names = ("sha256", "name", "size", "at", "who", "mapping")
        with self.reading():
            return [dict(zip(names, row)) for row in self.db.execute(f"SELECT {', '.join(names)} FROM sources ORDER BY rowid")]

    def source_bytes(self, sha256: str) -> bytes:
        """The original bytes."""
        with self.reading():
            return zlib.decompress(self._value("SELECT bytes FROM sources WHERE sha256 = ?", sha256))

    def put_documents(self, source: str, documents: list[Document], given: list[Event] | None = None) -> None:
        """In a `writing`: the documents read from a source, in the place of those read from it before."""
        old = self._value("SELECT min(position) FROM documents WHERE source = ?", source)
        self.db.execute("DELETE FROM documents WHERE source = ?", (source,))
        start = old if old is not None else (self._value("SELECT max(position) FROM documents") or 0) + 1
        stated = None if given is None else self.pack(given)
        for document in documents:
            text = document.text.encode("utf-8", "surrogatepass")
            self.db.execute("INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (
                document.doc_id, source, start, _clean(document.name), hashlib.sha256(text).hexdigest(), zlib.compress(text),
                self.pack(replace(document, text="")), stated))

    def documents(self, doc_id: str | None = None) -> list[tuple[Document, str, str, list[Event] | None]]:
        """(document, SHA-256 of its source, SHA-256 of its text, the events it states or None), in the order given; of one, or of all."""
        query = "SELECT record, text, source, sha256, given FROM documents WHERE ?1 IS NULL OR doc_id = ?1 ORDER BY position, rowid"
        with self.reading():
            return [(replace(self.unpack(Document, record), text=zlib.decompress(text).decode("utf-8", "surrogatepass")), source,
                     sha256, None if given is None else self.unpack(list[Event], given))
                    for record, text, source, sha256, given in self.db.execute(query, (doc_id,))]

    def names(self) -> dict[str, str]:
        """doc_id -> name."""
        with self.reading():
            return dict(self.db.execute("SELECT doc_id, name FROM documents ORDER BY position, rowid"))

    def pack(self, value) -> bytes:
        """A record, small."""
        squeeze = zlib.compressobj(6, wbits=-15, zdict=self._words)
        return squeeze.compress(records.dumps(value).encode()) + squeeze.flush()

    def unpack(self, kind, data: bytes):
        """What `pack` was given."""
        return records.loads(kind, zlib.decompressobj(wbits=-15, zdict=self._words).decompress(data).decode())

    def mapping(self, signature: str) -> str | None:
        """How the columns of a table with this header were read."""
        with self._plainly():
            return self._value("SELECT mapping FROM mappings WHERE signature = ?", signature)

    def set_mapping(self, signature: str, mapping: str, at: str, who: str) -> None:
        """In a `writing`."""
        self.db.execute("INSERT OR REPLACE INTO mappings VALUES (?, ?, ?, ?)", (signature, mapping, at, _clean(who)))

    # the log of edits

    def edits(self) -> list[Edit]:
        """Every edit, in the order in which they were made."""
        with self.reading():
            return [self._edit(*row) for row in self.db.execute("SELECT edit_id, at, who, record FROM edits ORDER BY edit_id")]

    @staticmethod
    def _edit(edit_id: int, at: str, who: str, record: str) -> Edit:
        return replace(records.loads(Edit, record), edit_id=edit_id, at=at, who=who)

    def append(self, edit: Edit) -> Edit:
        """In a `writing`: the edit with its number."""
        record = records.dumps(replace(edit, edit_id=0, at="", who=""))
        row = (edit.at, _clean(edit.who), edit.action, edit.undoes, record)
        before = self._value("SELECT chain FROM edits ORDER BY edit_id DESC LIMIT 1") or ""
        made = self.db.execute("INSERT INTO edits (at, who, action, undoes, record, chain) VALUES (?, ?, ?, ?, ?, ?)",
                               (*row, _link(before, row)))
        return replace(edit, edit_id=made.lastrowid)

    def broken_link(self) -> int | None:
        """The first edit that is not as it was written, or None."""
        before, expected = "", 1
        with self.reading():
            for edit_id, chain, *row in self.db.execute("SELECT edit_id, chain, at, who, action, undoes, record FROM edits ORDER BY edit_id"):
                if edit_id != expected or chain != _link(before, tuple(row)):
                    return expected
                before, expected = chain, edit_id + 1
            last = self._value("SELECT seq FROM sqlite_sequence WHERE name = 'edits'") or 0
        return expected if last >= expected else None

    # the whole file

    def integrity(self) -> list[str]:
        """What SQLite finds wrong with the file."""
        with self.reading():
            found = [row[0] for row in self.db.execute("PRAGMA integrity_check")]
            strays = [f"a row of {row[0]} belongs to nothing" for row in self.db.execute("PRAGMA foreign_key_check")]
        return [line for line in found if line != "ok"] + strays

    def backup(self, path) -> None:
        """A copy of this moment, in one file, while others read and write. It appears whole or not at all."""
        path = Path(path)
        if path.exists():
            raise Problem(f"{path.name} is there already and was left as it is. Choose another name for the backup.")
        with opening.made(path) as part, _plainly(path):
            self.db.execute("VACUUM INTO ?", (str(part),))


@contextmanager
def _plainly(path: Path):
    try:
        yield
    except sqlite3.Error as error:
        raise Problem(opening.words(error, path.name)) from error


def _steps(db, version: int) -> None:
    """In a transaction: from one form to the newest."""
    for step in opening.STEPS[version:]:
        statement = ""
        for line in step.read_text("utf-8").splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                db.execute(statement)
                statement = ""
    db.execute(f"PRAGMA user_version = {opening.VERSION}")


def _clean(text: str) -> str:
    """Text that SQLite can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _link(before: str, row: tuple) -> str:
    return hashlib.sha256(records.dumps([before, *row]).encode()).hexdigest()


def _dictionary() -> bytes:
    """What every record has in common, the likeliest last: zlib's preset dictionary, which halves the file."""
    names = [field.name for kind in (Document, Marks, Alternative, Event, Mention) for field in fields(kind)]
    return "".join(f'"{name}":"",' for name in names).encode()
