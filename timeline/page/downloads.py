"""What can be taken away: the table at a click, every other format behind "More", made only when it is asked for."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from timeline import export, pack
from timeline.folder import modules
from timeline.page import locale, printed
from timeline.page.marked import literal
from timeline.project import Problem, Project
from timeline.rows import rows_of

OPEN = "downloads-more"
SHOWN, ALL = "Shown", "Everything"
PACK = "The evidence pack: chronology, sources, texts, the log of edits and the hash of each file, in one zip."


def show(loaded, shown, title: Callable[[object], str]) -> None:
    """The buttons. `title(loaded)`: what a chronology is headed by."""
    first = next(iter(modules("timeline.export").values()))
    _button(first, loaded, shown, "timeline", f"Download {first.TITLE}")
    _more(loaded, shown, title)


@st.fragment
def _more(loaded, shown, title) -> None:
    """Filled when it is opened: to say of each format what it leaves out costs more than all the rest of the page."""
    more = st.popover("More", help="Other formats, and everything that was found", key=OPEN, on_change="rerun")
    if not more.open:
        return
    with more, st.container(key="downloads-list", gap="xxsmall"):
        chosen = st.segmented_control("Which events", [SHOWN, ALL], key="downloads-rows", default=SHOWN, required=True, width="stretch",
                                      label_visibility="collapsed", format_func={SHOWN: f"{SHOWN} ({locale.number(len(shown))})",
                                                                                 ALL: f"{ALL} ({locale.number(len(loaded.events))})"}.get)
        name, rows = ("timeline-all", rows_of(loaded.events)) if chosen == ALL else ("timeline", shown)
        headed = title(loaded)
        for group in export.GROUPS:
            st.html(f"<h3 class='tl-quiet'>{group}</h3>")
            for module in (one for one in modules("timeline.export").values() if one.GROUP == group):
                _button(module, loaded, rows, name, f"{module.TITLE}{_left_out(module, rows.frame)}", headed, "more")
            if group == export.GROUPS[0] and st.button("A view to print", icon=":material/print:", width="stretch", key="print-view", type="tertiary"):
                printed.turn(True)
                st.rerun()
        if loaded.is_kept:
            _pack(loaded)


def _left_out(module, rows) -> str:
    """What the file would lack, in small: "left out: 2 undated events"."""
    words = export.left_out(module, rows)
    return f" :small[{words}]" if words else ""


def _button(module, loaded, rows, name: str, label: str, title: str = "", where: str = "main") -> None:
    st.download_button(
        label,
        lambda: export.written(module, rows_of(rows).frame, loaded.timeline, title),
        f"{name}{module.SUFFIX}",
        module.MIME,
        key=f"download-{where}-{module.SUFFIX}",
        on_click="ignore",
        icon=":material/download:",
        width="stretch",
        type="tertiary" if where == "more" else "secondary",
    )


def _pack(loaded) -> None:
    """The evidence pack of the project, made when it is asked for; the hash of its manifest is told with it."""
    st.html("<h3 class='tl-quiet'>The whole project</h3>")
    if not st.button("Make the evidence pack", icon=":material/inventory_2:", width="stretch", key="make-pack", type="tertiary", help=PACK,
                     disabled=bool(loaded.stopped)):
        return
    try:
        with st.spinner("Packing"):
            data, manifest = packed(st.session_state["project"])
    except Problem as problem:
        st.text(str(problem))
        return
    st.download_button(f"Evidence pack :small[{locale.number(max(1, len(data) // 1000))} kB]", data, "evidence.zip", "application/zip", key="download-pack",
                       on_click="ignore", icon=":material/download:", width="stretch", type="tertiary")
    st.html(f"<p class='tl-quiet tl-hash'>Its manifest has the SHA-256 <code>{literal(manifest)}</code>. Write it down or send it another way: whoever checks "
            "the pack can compare it.</p>")


def packed(path: str) -> tuple[bytes, str]:
    """The evidence pack of the project at `path`, and the SHA-256 of its manifest."""
    with tempfile.TemporaryDirectory() as folder, Project(path) as project:
        manifest = pack.write(project, Path(folder, "evidence.zip"))
        return Path(folder, "evidence.zip").read_bytes(), manifest
