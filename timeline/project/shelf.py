"""The events in the project's file: as a run found them, and beside these, for searching, as the edits left them.

The searched rows (state 2 and 3) are worked out from the others and the log, and can be made again at any time.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from timeline.model import Event

FAR = 10 ** 9  # a day beyond every day, for an open side
AS_FOUND, OVERRIDDEN, EDITED, HIDDEN = range(4)
_BATCH = 2000  # rows written, or asked for, at a time
_FEW = 300  # rows that are asked one by one for their words
_MET = ("WITH few AS MATERIALIZED (SELECT event, lo, hi FROM {}) "
        "SELECT few.event, few.lo, few.hi FROM words CROSS JOIN few ON few.event = words.rowid WHERE words MATCH ?")


class Shelf:
    """The part of `Store` that holds runs and events. All that writes here is called in a `writing`."""

    def start_run(self, program: str, settings: str, inputs: str, rest: bytes, at: str, who: str) -> int:
        """A new run; the events of the one before it go."""
        for table in ("events", "records", "mentions", "casts", "actors"):
            self.db.execute(f"DELETE FROM {table}")
        self.db.execute("INSERT INTO words (words) VALUES ('delete-all')")
        made = self.db.execute("INSERT INTO runs (program, settings, inputs, rest, at, who) VALUES (?, ?, ?, ?, ?, ?)",
                               (program, settings, inputs, rest, at, who))
        self.db.execute("UPDATE runs SET rest = x'' WHERE run_id < ?", (made.lastrowid,))
        return made.lastrowid

    def runs(self) -> list[dict]:
        """run_id, program, settings, inputs, at, who of each, the last run last."""
        names = ("run_id", "program", "settings", "inputs", "at", "who")
        with self.reading():
            return [dict(zip(names, row)) for row in self.db.execute(f"SELECT {', '.join(names)} FROM runs ORDER BY run_id")]

    def rest(self) -> bytes | None:
        """What the last run said beyond its events."""
        with self.reading():
            return self._value("SELECT rest FROM runs ORDER BY run_id DESC LIMIT 1")

    def put_events(self, events: Iterable[Event], state: int = AS_FOUND) -> None:
        """Events in their order, with all that finds them again."""
        number = self._value("SELECT seq FROM sqlite_sequence WHERE name = 'events'") or 0
        events = iter(events)
        while batch := list(islice(events, _BATCH)):
            self._put(list(enumerate(batch, number + 1)), state)
            number += len(batch)

    def _put(self, batch: list[tuple[int, Event]], state: int) -> None:
        run = self.db.executemany
        run("INSERT INTO events VALUES (?, ?, ?, ?, ?)", ((n, e.event_id, state, *_window(e)) for n, e in batch))
        run("INSERT INTO records VALUES (?, ?, ?)", ((n, _plain(e.title), self.pack(e)) for n, e in batch))
        run("INSERT INTO mentions VALUES (?, ?, ?, ?, ?)",
            ((n, i, m.doc_id, m.start_char, m.end_char) for n, e in batch for i, m in enumerate(e.mentions)))
        run("INSERT INTO words (rowid, title, excerpt, date_text, place, actors) VALUES (?, ?, ?, ?, ?, ?)",
            ((n, *map(_plain, (e.title, e.excerpt, e.date_text, e.place, "\n".join(e.actors)))) for n, e in batch))
        named = [(n, e, _plain(name)) for n, e in batch for name in dict.fromkeys(e.actors)]
        run("INSERT OR IGNORE INTO actors (name) VALUES (?)", ((name,) for *_, name in named))
        run("INSERT OR IGNORE INTO casts SELECT actor, ?, ?, ? FROM actors WHERE name = ?",
            ((n, *_window(e), name) for n, e, name in named))

    def found(self) -> Iterator[Event]:
        """The events of the last run as it found them, in its order."""
        return self._events(f"SELECT record FROM records JOIN events USING (event) WHERE state IN ({AS_FOUND}, {OVERRIDDEN}) ORDER BY event")

    def touched(self, documents: set[str], actors: set[str]) -> list[Event]:
        """Those of `found` that edits on these documents and actors can reach."""
        rows: set[int] = set()
        for query, values in (("SELECT event FROM mentions WHERE doc_id = ?", documents),
                              ("SELECT c.event FROM casts c JOIN actors a USING (actor) WHERE a.name = ?", actors)):
            for value in values:
                rows |= {row[0] for row in self.db.execute(query, (value,))}
        query = f"SELECT record FROM records JOIN events USING (event) WHERE event = ? AND state IN ({AS_FOUND}, {OVERRIDDEN})"
        return [event for row in sorted(rows) for event in self._events(query, row)]

    def _events(self, query: str, *values) -> Iterator[Event]:
        for (record,) in self.db.execute(query, values):
            yield self.unpack(Event, record)

    def settle(self, overridden: Iterable[str], edited: Iterable[Event], hidden: Iterable[Event]) -> None:
        """What a search is to find: these in the place of those as found."""
        for (row,) in self.db.execute(f"SELECT event FROM events WHERE state >= {EDITED}").fetchall():
            for table in ("events", "records", "mentions", "casts"):
                self.db.execute(f"DELETE FROM {table} WHERE event = ?", (row,))
        self.db.execute(f"UPDATE events SET state = {AS_FOUND} WHERE state = {OVERRIDDEN}")
        self.db.executemany(f"UPDATE events SET state = {OVERRIDDEN} WHERE event_id = ?", ((i,) for i in overridden))
        self.put_events(edited, EDITED)
        self.put_events(hidden, HIDDEN)
        self.set_fact("whole", self._value(f"SELECT count(*) FROM events WHERE state != {OVERRIDDEN}"))

    def find(self, actors: tuple[str, ...] = (), first: int | None = None, last: int | None = None, text: str = "",
             limit: int = 200, offset: int = 0) -> list[Event]:
        """The events in sight that pass every filter, in time's order, the undated last; see `Project.find`."""
        with self.reading():
            rows, values = self._chosen(actors, first, last, text)
            order = "ORDER BY {0}lo IS NULL, {0}lo, {0}hi, {0}event"
            page = f"SELECT event, lo, hi FROM {rows} {order.format('')} LIMIT ? OFFSET ?"
            return list(self._events(f"SELECT r.record FROM ({page}) c JOIN records r USING (event) {order.format('c.')}", *values, limit, offset))

    def count(self, actors: tuple[str, ...] = (), first: int | None = None, last: int | None = None, text: str = "") -> tuple[int, int, int]:
        """(dated, undated, hidden) of what passes the filters, against all that was found."""
        with self.reading():
            rows, values = self._chosen(actors, first, last, text)
            shown, dated = self.db.execute(f"SELECT count(*), count(lo) FROM {rows}", values).fetchone()
        return dated, shown - dated, self.fact("whole") - shown

    def _chosen(self, actors: tuple[str, ...], first: int | None, last: int | None, text: str) -> tuple[str, list]:
        """"table WHERE condition" of the rows that pass, with event, lo and hi, and the values in it.

        With an actor, his rows lead: they have the days in them. Where they are few, each is asked for the words; where they
        are many, they are laid out once, and the words' list is read through and looked up among them: it is the longer.
        """
        where, values = [], []
        if first is not None:
            where, values = [*where, "hi >= ?"], [*values, first]
        if last is not None:
            where, values = [*where, "lo <= ?"], [*values, last]
        for name in actors:
            lead = "actor = {0}" if name == actors[0] else "event IN (SELECT event FROM casts WHERE actor = {0})"
            where, values = [*where, lead.format("(SELECT actor FROM actors WHERE name = ?)")], [*values, _plain(name)]
        rows = "casts" if actors else "events"
        where.append(f"event NOT IN (SELECT event FROM events WHERE state > 0 AND state != {EDITED})" if actors else f"state IN ({AS_FOUND}, {EDITED})")
        chosen = f"{rows} WHERE {' AND '.join(where)}"
        if not (phrase := _phrase(text)):
            return chosen, values
        if bool(actors) and not phrase.endswith("*") and self._are_few(chosen, values):
            return f"{chosen} AND EXISTS (SELECT 1 FROM words WHERE words MATCH ? AND rowid = event)", [*values, phrase]
        if actors:
            return f"({_MET.format(chosen)})", [*values, phrase]
        return f"{chosen} AND event IN (SELECT rowid FROM words WHERE words MATCH ?)", [*values, phrase]

    def _are_few(self, chosen: str, values: list) -> bool:
        return self._value(f"SELECT count(*) FROM (SELECT 1 FROM {chosen} LIMIT {_FEW + 1})", *values) <= _FEW


def _window(event: Event) -> tuple[int | None, int | None]:
    if event.first is None and event.last is None:
        return None, None
    return (-FAR if event.first is None else event.first), (FAR if event.last is None else event.last)


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _phrase(text: str) -> str:
    """Words that stand together, the last only begun where a star says so; nothing in them is syntax. "" for no text."""
    if not text.strip():
        return ""
    words = "".join(c if c.isalnum() or c == "_" else " " for c in _plain(text)).split()
    return f'"{" ".join(words)}"' + (" *" if words and text.rstrip().endswith("*") else "")
