"""Who and when, the counters, and the downloads."""

import streamlit as st

from timeline import actors, frame
from timeline.charts import main_days
from timeline.folder import modules
from timeline.page import filters, printed, welcome, working
from timeline.page.marked import literal

TOLD = 3  # failures in full


def show(loaded, shown) -> None:
    """The title made from the events, the counters that reconcile, the downloads beside them."""
    left, right = st.columns([.7, .3], gap="medium", vertical_alignment="bottom")
    with left:
        st.html(f"<h1 class='tl-title'>{literal(title(loaded))}</h1><p class='tl-counts'>{counters(loaded, shown)}</p>")
    welcome.demo(loaded)
    _failures(loaded)
    working.notice(loaded)
    _notice()
    with right, st.container(horizontal=True, horizontal_alignment="right", key="downloads"):
        _downloads(loaded, shown)
        welcome.how_to_read()


def _failures(loaded) -> None:
    """What could not be read, in a line each; all of it stands in the documents' table."""
    failures = loaded.timeline.failures
    if failures:
        lines = [f"<li><b>{literal(f.name)}</b> {literal(f.reason)}</li>" for f in failures[:TOLD]]
        more = f"<li>and {len(failures) - TOLD:,} more: see Documents, below</li>" if len(failures) > TOLD else ""
        st.html(f"<ul class='tl-failed' role='status'>{''.join(lines)}{more}</ul>")


def _notice() -> None:
    """Quietly, that names are found with less than the whole, as where the trained recogniser is not installed."""
    if told := actors.notice():
        st.html(f"<p class='tl-quiet' role='note'>{literal(told)}</p>")


def title(loaded) -> str:
    """The busiest actors and the main years: "Kim Jong-un, Donald Trump, Moon Jae-in, 2017 – 2019"."""
    if loaded.events.empty:
        return "Timeline"
    names = ", ".join(list(loaded.actors)[:3]) or "Timeline"
    days = main_days(loaded.events)
    return f"{names}, {filters.years(*days)}" if days else names


def counters(loaded, shown) -> str:
    """dated · undated · hidden of found, as HTML of our own words."""
    counts = frame.count(loaded.events, shown)
    parts = [f"<b>{counts.dated:,}</b> dated", f"<b>{counts.undated:,}</b> undated", f"<b>{counts.hidden:,}</b> hidden"]
    documents = len(loaded.timeline.documents)
    failed = len(loaded.timeline.failures)
    return (f"{' · '.join(parts)} <span>of {counts.found:,} found in {documents:,} document{'s' * (documents != 1)}"
            f"{f' · {failed:,} could not be read' if failed else ''}</span>")


def _downloads(loaded, shown) -> None:
    formats = list(modules("timeline.export").values())
    _button(formats[0], shown, "timeline", f"Download {formats[0].TITLE}")
    more = st.popover("More", help="Other formats, everything that was found, and a view to print", key="more", on_change="rerun")
    if not more.open:
        return
    with more:
        st.button("A view to print", on_click=printed.turn, args=(True,), icon=":material/print:", width="stretch", key="print-view")
        st.caption("Each file holds every row, the undated too, unless it says what it leaves out.")
        for rows, name, key, said in ((shown, "timeline", "shown", f"{len(shown):,} shown"),
                                      (loaded.events, "timeline-all", "all", f"all {len(loaded.events):,}")):
            st.caption("What the filters show" if key == "shown" else "Everything, the hidden too")
            for module in formats:
                _button(module, rows, name, f"{module.TITLE}, {said}{_left_out(module, rows)}", key)


def _left_out(module, rows) -> str:
    """What the file would lack: " (left out: 2 undated events)"."""
    words = module.leaves_out(rows) if hasattr(module, "leaves_out") else ""
    return f" ({words})" if words else ""


def _button(module, rows, name: str, label: str, key: str = "main") -> None:
    st.download_button(
        label,
        lambda: module.write(rows),
        f"{name}{module.SUFFIX}",
        module.MIME,
        key=f"download-{key}-{module.SUFFIX}",
        on_click="ignore",
        icon=":material/download:",
        width="stretch",
    )
