"""What was given to the page and decided on it where no project is open: kept over a reload and a lost connection.

From the first upload, paste or decision on the address carries an id that nobody can guess, and under it a shelf in the
program's memory holds all that was given. A page that is opened with the id of something on the shelf takes it over; an id
that the shelf does not know is dropped. Nothing is written to disk: when the program ends, the shelf is gone.

Two tabs with the same address get copies, and each goes its own way. An id has one owner, and nobody else writes under it:
whoever opens the address while its owner's page is open gets the same things under a new id, and only an owner whose page is
closed is succeeded under the old one. So no decision can be written over by another tab, and no two logs are ever mixed,
which one shared log could promise only with locks around every decision, and an undo that takes back what one sees.
"""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

NAME = "kept"  # of the id, in the address and in the session
MOST, ROOM = 24, 500_000_000  # what people gave that is kept at most: so many, so many bytes
LOST = "What was given here earlier is no longer kept; save it as a project next time."


@dataclass(frozen=True, slots=True)
class Given:
    """What one person gave and decided. `work`: what was done of reading it, where that was not finished (`working.Work`)."""

    uploaded: tuple[tuple[str, bytes], ...] = ()
    pasted: tuple[tuple[str, bytes], ...] = ()
    days: tuple[tuple[str, str], ...] = ()
    log: tuple = ()
    work: object = field(default=None, compare=False)

    def is_worth_keeping(self) -> bool:
        """Whether there is anything that a reload would lose."""
        return any((self.uploaded, self.pasted, self.days, self.log))

    def size(self) -> int:
        """Bytes of the files and, where they are being read, characters of their texts."""
        read = list(self.work.documents.values()) if self.work else ()
        return sum(len(data) for _, data in (*self.uploaded, *self.pasted)) + sum(len(document.text) for document in read)


class Shelf:
    """id -> what was given, and by whom; the one not asked for longest goes first. An owner is anything that tells pages apart."""

    def __init__(self, most: int = MOST, room: int = ROOM):
        self.most, self.room = most, room
        self._held: OrderedDict[str, tuple[object, Given, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._held)

    def put(self, kept: str, owner, given: Given) -> str:
        """Hold what was given under this id, or under a new one: where there is none yet, or another owns it. The id.

        What alone is more than the shelf takes is not held, and costs nobody else's place.
        """
        with self._lock:
            if not kept or self._owner(kept, owner) != owner:
                kept = secrets.token_urlsafe(16)
            self._held.pop(kept, None)
            if (size := given.size()) <= self.room:
                self._held[kept] = (owner, given, size)
            while len(self._held) > self.most or sum(size for *_, size in self._held.values()) > self.room:
                self._held.popitem(last=False)
        return kept

    def take(self, kept: str, owner, is_open: Callable[[object], bool]) -> tuple[str, Given | None]:
        """What is held under an id, and the id for its new owner: "" where another's page is open on it; None for what is not held."""
        with self._lock:
            if kept not in self._held:
                return "", None
            before, given, size = self._held[kept]
            self._held.move_to_end(kept)
            if is_open(before):
                return "", given
            self._held[kept] = (owner, given, size)
        return kept, given

    def drop(self, kept: str, owner) -> None:
        """Hold it no longer, if it is this owner's."""
        with self._lock:
            if self._owner(kept, None) == owner:
                del self._held[kept]

    def _owner(self, kept: str, default):
        return self._held[kept][0] if kept in self._held else default


def keep() -> None:
    """At the beginning of a run: take over what the address names, once; hold what there is now, and its id in the address."""
    state = st.session_state
    if state.get("project"):
        return
    if NAME not in state:
        state[NAME] = _taken_over()
    given = _given()
    if given.is_worth_keeping():
        state[NAME] = shelf().put(state[NAME], _me(), given)
        state["kept-lost"] = False
    elif state[NAME]:
        shelf().drop(state[NAME], _me())
        state[NAME] = ""
    _tell_address(state[NAME])


def notice() -> None:
    """Quietly, that what the address named is not there any more."""
    if st.session_state.get("kept-lost"):
        st.html(f"<p class='tl-quiet' role='status'>{LOST}</p>")


@st.cache_resource(show_spinner=False)
def shelf() -> Shelf:
    """The one shelf of this program."""
    return Shelf()


def _given() -> Given:
    state = st.session_state
    found = (tuple(state.get(name) or ()) for name in ("uploaded", "pasted"))
    return Given(*found, tuple((state.get("days") or {}).items()), tuple(state.get("log") or ()), state.get("work"))


def _taken_over() -> str:
    """The id that this session keeps its things under from now on, what was held under the address's being its own; "" for none."""
    state, asked = st.session_state, st.query_params.get(NAME, "")
    kept, given = shelf().take(asked, _me(), _is_open) if asked else ("", None)
    state["kept-lost"] = bool(asked) and given is None
    if given:
        state.update({"uploaded": list(given.uploaded), "before": list(given.uploaded), "pasted": list(given.pasted), "days": dict(given.days), "log": list(given.log)})
        if given.work:
            state["work"] = given.work.again()
    return kept


def _tell_address(kept: str) -> None:
    if st.query_params.get(NAME, "") == kept:
        return
    if kept:
        st.query_params[NAME] = kept
    else:
        del st.query_params[NAME]


def _me() -> tuple[str, str]:
    """This session: a word of its own, and its id with Streamlit."""
    return st.session_state.setdefault("owner", secrets.token_urlsafe(16)), get_script_run_ctx().session_id


def _is_open(owner: tuple[str, str]) -> bool:
    """Whether a session's page is connected."""
    return runtime.exists() and runtime.get_instance().is_active_session(owner[1])
