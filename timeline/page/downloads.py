"""What can be taken away: the table at a click, every other format behind "More", made only when it is asked for."""

import streamlit as st

from timeline.folder import modules
from timeline.page import locale, printed
from timeline.rows import rows_of

OPEN = "downloads-more"


def show(loaded, shown) -> None:
    """The buttons."""
    first = next(iter(modules("timeline.export").values()))
    _button(first, shown, "timeline", f"Download {first.TITLE}")
    _more(loaded, shown)


@st.fragment
def _more(loaded, shown) -> None:
    """Filled when it is opened: to say of each format what it leaves out costs more than all the rest of the page."""
    more = st.popover("More", help="Other formats, and everything that was found", key=OPEN, on_change="rerun")
    if not more.open:
        return
    formats = list(modules("timeline.export").values())
    with more:
        if st.button("A view to print", icon=":material/print:", width="stretch", key="print-view"):
            printed.turn(True)
            st.rerun()
        st.caption("What the filters show")
        frame = shown.frame
        for module in formats:
            _button(module, shown, "timeline", f"{module.TITLE}, {locale.number(len(shown))} shown{_left_out(module, frame)}", key="shown")
        st.caption("Everything, the hidden too")
        for module in formats:
            _button(module, loaded.events, "timeline-all", f"{module.TITLE}, all {locale.number(len(loaded.events))}{_left_out(module, loaded.events)}", key="all")


def _left_out(module, rows) -> str:
    """What the file would lack: " (left out: 2 undated events)"."""
    words = module.leaves_out(rows) if hasattr(module, "leaves_out") else ""
    return f" ({words})" if words else ""


def _button(module, rows, name: str, label: str, key: str = "main") -> None:
    st.download_button(
        label,
        lambda: module.write(rows_of(rows).frame),
        f"{name}{module.SUFFIX}",
        module.MIME,
        key=f"download-{key}-{module.SUFFIX}",
        on_click="ignore",
        icon=":material/download:",
        width="stretch",
    )
