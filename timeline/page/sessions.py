"""What was given to the page and decided on it where no project is open: kept over a reload and a lost connection.

From the first upload, paste or decision on the address carries an id that nobody can guess, and under it a shelf in the
program's memory holds all that was given. A page that is opened with the id of something on the shelf begins with a copy of
it, under an id of its own; an id that the shelf does not know is dropped. Nothing is written to disk: when the program ends,
the shelf is gone.

It is always a copy, after a reload as in a second tab, because then one page alone ever writes under an id. So no decision is
written over by another tab, no two logs are mixed, and whoever knows an id, having made the link that another opened, sees
nothing of what is added after. One shared log would need locks around every decision, and an undo would take back what one
does not see. What a reload leaves behind is the first to make room.
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
    """id -> what was given, and on which page; what was not used for longest goes first."""

    def __init__(self, most: int = MOST, room: int = ROOM):
        self.most, self.room = most, room
        self._held: OrderedDict[str, tuple[str, Given, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._held)

    def put(self, kept: str, page: str, given: Given) -> str:
        """Hold what was given under the id that the page got here before, or under a new one for "". The id.

        What alone is more than the shelf takes is not held, and costs nobody else's place.
        """
        kept = kept or secrets.token_urlsafe(16)
        with self._lock:
            self._held.pop(kept, None)
            if (size := given.size()) <= self.room:
                self._held[kept] = (page, given, size)
            while len(self._held) > self.most or sum(size for *_, size in self._held.values()) > self.room:
                self._held.popitem(last=False)
        return kept

    def copy(self, kept: str, is_open: Callable[[str], bool]) -> Given | None:
        """What is held under an id; None for nothing. If the page that put it there is closed, it is now the first to go."""
        with self._lock:
            page, given, _ = self._held.get(kept, ("", None, 0))
            if given and not is_open(page):
                self._held.move_to_end(kept, last=False)
        return given

    def drop(self, kept: str) -> None:
        """Hold it no longer."""
        with self._lock:
            self._held.pop(kept, None)


def keep() -> None:
    """At the beginning of a run: begin with what the address names, once; hold what there is now, and its id in the address."""
    state = st.session_state
    if state.get("project"):
        return
    if NAME not in state:
        state[NAME] = ""
        _begin()
    given = _given()
    if given.is_worth_keeping():
        state[NAME] = shelf().put(state[NAME], get_script_run_ctx().session_id, given)
        state["kept-lost"] = False
    elif state[NAME]:
        shelf().drop(state[NAME])
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


def _begin() -> None:
    """With a copy of what the address names."""
    state, asked = st.session_state, st.query_params.get(NAME, "")
    given = shelf().copy(asked, _is_open) if asked else None
    state["kept-lost"] = bool(asked) and given is None
    if given:
        state.update({"uploaded": list(given.uploaded), "before": list(given.uploaded), "pasted": list(given.pasted), "days": dict(given.days),
                      "log": list(given.log)})
        if given.work:
            state["work"] = given.work.again()


def _tell_address(kept: str) -> None:
    if st.query_params.get(NAME, "") == kept:
        return
    if kept:
        st.query_params[NAME] = kept
    else:
        del st.query_params[NAME]


def _is_open(page: str) -> bool:
    """Whether the page of a session, by its id with Streamlit, is connected."""
    return runtime.exists() and runtime.get_instance().is_active_session(page)
