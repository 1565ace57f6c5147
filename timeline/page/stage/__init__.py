"""The timeline as a component of our own: laid out and drawn in the browser by plotly.js, fed with plain data.

Two components share one module of the browser. `stage` gets the scene (timeline.charts.scene) and asks for another
when a person zooms past what was sent; `now` is small, says which event is read and brings back clicks and brushes, so
that choosing an event sends no scene again. The scripts in `web` are files of this package; documents' text only ever
travels as data and is set as text.
"""

import json
import zlib

import streamlit as st

from timeline import charts
from timeline.charts import Look
from timeline.charts._ink import DARK, LIGHT, MANNERS, MODALITIES, SAYS, SYMBOLS
from timeline.page import locale
from timeline.page.stage import scripts
from timeline.rows import Rows, rows_of

_START = """
const here = (path) => new URL(path, document.baseURI).href;
const load = () => import(here('%(own)s/index.js'));
export default function (component) {
  load().then((web) => web.%(part)s(component, here('%(plotly)s')));
  return () => { load().then((web) => web.leave()); };
}
"""
_BEFORE = "<div class='tl-host' role='region' aria-label='Timeline' style='min-height:20rem'><p>Drawing the timeline …</p></div>"
_WORDS = {"inks": {"light": LIGHT._asdict(), "dark": DARK._asdict()}, "says": SAYS, "symbols": SYMBOLS, "manners": MANNERS,
          "told": MODALITIES}


def _start(part: str) -> str:
    return _START % {"part": part, "own": scripts.place(), "plotly": f"{scripts.place()}/{scripts.LIBRARY}"}


def is_possible() -> bool:
    """Whether the installed plotly has brought its script along; else the plain charts have to do."""
    return scripts.PLOTLY.is_file()


def show(loaded, shown, look: Look, around: dict | None = None) -> None:
    """The chart of the rows `shown`; `around`: the `charts.overview` that its stretch is a part of."""
    with st.container(key="stage", gap=None):
        _scene(loaded, shown, look, around)


def now(picked: str, on_pick, on_brush) -> None:
    """The ring around the event that is read. `on_pick(event_id, near)` and `on_brush(first, last)` are told what a person chose."""
    _now()(key="stage-now", data={"picked": picked}, on_pick_change=lambda: _picked(on_pick), on_brush_change=lambda: _brushed(on_brush))


@st.fragment
def _scene(loaded, shown, look: Look, around: dict | None) -> None:
    """Runs alone when the stage asks for another stretch or for what a cell holds."""
    data = scene_data(loaded, shown, look, st.session_state.get("stage-scene") or {}, around)
    _stage()(key="stage-scene", data=data, on_view_change=lambda: None, on_open_change=_opened)


def scene_data(loaded, shown, look: Look, asked: dict, around: dict | None = None) -> dict:
    """What the browser gets: the scene, our words and colours, a stamp that changes when it must be drawn anew."""
    stretch, rows = f"{look.first} {look.last} {look.whole}", rows_of(shown)
    view = _view(asked.get("view"), stretch)
    scene = rows.latest("scene", (look.actors, stretch, view, locale.order()), lambda: _told(loaded, rows, look, stretch, view))
    return scene | _WORDS | {"overview": around, "members": _members(loaded, shown, look), "locale": locale.tag(), "order": locale.order()}


def _told(loaded, rows: Rows, look: Look, stretch: str, view: tuple[float, float] | None) -> dict:
    """The scene with the reader's dates and the documents' names, and its stamp."""
    scene = charts.scene(rows, look, view) | {"stretch": stretch}
    named = dict.fromkeys(scene["marks"]["document"]) if "marks" in scene else {}
    if named and locale.order() != "DMY":
        scene["marks"] |= {"when": [locale.ordered(label) for label in scene["marks"]["when"]]}
    scene["documents"] = {doc_id: loaded.label(doc_id) for doc_id in named}
    scene["token"] = format(zlib.crc32(json.dumps(scene, default=list).encode("utf-8", "replace")), "x")
    return scene


def _view(asked, stretch: str) -> tuple[float, float] | None:
    """The days in sight as the stage last told them, if they belong to the range that is set now."""
    if not isinstance(asked, list) or len(asked) != 3 or asked[2] != stretch:
        return None
    lo, hi = asked[:2]
    return (float(lo), float(hi)) if _is_number(lo) and _is_number(hi) and hi > lo else None


def _is_number(value) -> bool:
    return isinstance(value, int | float) and abs(value) < 1e9


def _members(loaded, shown, look: Look) -> dict | None:
    """What the cell holds that was just opened."""
    asked = st.session_state.pop("stage-open", None)
    if not isinstance(asked, dict) or not (_is_number(asked.get("first")) and _is_number(asked.get("last"))):
        return None
    found = charts.members(shown, look, str(asked.get("lane")), asked["first"], asked["last"])
    return found | {"events": [[i, title, locale.ordered(when)] for i, title, when in found["events"]], "asked": asked.get("asked")}


def _opened() -> None:
    st.session_state["stage-open"] = st.session_state["stage-scene"].get("open")


def _picked(on_pick) -> None:
    chosen = st.session_state["stage-now"].get("pick")
    if isinstance(chosen, dict) and isinstance(chosen.get("id"), str):
        on_pick(chosen["id"], tuple(name for name in chosen.get("near") or () if isinstance(name, str)))


def _brushed(on_brush) -> None:
    days = st.session_state["stage-now"].get("brush")
    if isinstance(days, list) and len(days) == 2 and all(map(_is_number, days)) and days[0] <= days[1]:
        on_brush(int(days[0]), int(days[1]))


@st.cache_resource(show_spinner=False)
def _stage():
    return st.components.v2.component("timeline_stage", html=_BEFORE, js=_start("stage"),
                                      isolate_styles=False)


@st.cache_resource(show_spinner=False)
def _now():
    return st.components.v2.component("timeline_now", html="<div class='tl-sheet'></div>", js=_start("now"),
                                      isolate_styles=False)
