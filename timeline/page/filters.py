"""The sidebar's filters. Each names its key in the address; `chips` names those that are set, above the chart."""

import streamlit as st

from timeline import calendar, frame
from timeline.page import locale
from timeline.page.address import NEW, View

DATES = "A year, a month or a day: 2018, 2018-06, 2018-06-12 or 12 June 2018. Before our era: -0043 is 44 BC."
EMPTY = {"actor": [], "document": [], "match": "any", "from": "", "to": "", "search": "", "precision": [], "modality": [],
         "status": [], "tag": [], "starred": False, "sources": None, "top": None}
STATUSES = {NEW: "not reviewed", "approved": "approved", "hidden": "hidden by hand", "check": "to be checked"}
MODALITIES = {"actual": "told as a fact", "planned": "planned", "denied": "denied", "hypothetical": "only supposed",
              "claimed": "claimed by somebody"}
UNDATED = "undated"
FURTHER = ("precision", "modality", "status", "tag", "starred", "sources", "top")
HELP = {
    "actor": "Names of one person or body are one actor; the number says in how many events he stands.",
    "document": "Only events of which one of these documents tells.",
    "search": "Words as they stand in a title, an excerpt, the words of a date, a place or an actor’s name.",
    "precision": "How exactly the documents say when: to the day, the month, the year …",
    "modality": "Whether the text tells it as a fact, or as planned, denied, supposed, or somebody’s claim.",
    "sources": "Events that several documents tell independently of each other.",
    "top": "Ranked by how often and how centrally the documents tell of it, after all other filters.",
    "status": "What the people who went through the events made of them.",
}


def ask(loaded) -> View:
    """The filters as a person has set them."""
    state = st.session_state
    st.markdown("### Filter")
    st.multiselect("Actors", list(loaded.actors), key="actor", placeholder="All actors", help=HELP["actor"],
                   format_func=lambda name: f"{name} ({locale.number(loaded.actors.get(name, 0))})")
    if len(state["actor"]) > 1:
        st.segmented_control("Events that name", ["any", "all"], key="match", required=True,
                             format_func={"any": "Any of them", "all": "All of them"}.get)
    left, right = st.columns(2)
    left.text_input("From", key="from", placeholder="e.g. 2018", help=DATES)
    right.text_input("To", key="to", placeholder="e.g. 2019-03", help=DATES)
    st.multiselect("Documents", list(loaded.document), key="document", placeholder="All documents",
                   format_func=loaded.labels.get, help=HELP["document"])
    st.text_input(
        "Search", key="search", placeholder="Words in title or excerpt", type="search", icon=":material/search:",
        help=HELP["search"]
    )
    further = st.expander("More filters", expanded=any(state.get(name) for name in FURTHER), icon=":material/tune:", key="more-filters", on_change="rerun")
    if further.open:
        with further:
            _further(loaded)
    view = now()
    if view != View():
        st.button("Clear all filters", on_click=clear, icon=":material/filter_alt_off:", width="stretch")
    return view


def _further(loaded) -> None:
    """What is asked less often; what these events do not differ in is not asked at all."""
    values = loaded.values
    _several("Precision", "precision", values["precision"], "Any precision", str)
    _several("Told as", "modality", values["modality"], "Fact or not", lambda value: MODALITIES.get(value, value))
    left, right = st.columns(2)
    left.number_input("Told by at least", min_value=1, step=1, value=None, key="sources", placeholder="1 document",
                      help=HELP["sources"])
    right.number_input("Most important", min_value=1, step=1, value=None, key="top", placeholder="all", help=HELP["top"])
    if len(values["status"]) > 1:
        _several("Review", "status", values["status"], "Reviewed or not", lambda value: STATUSES.get(value, value))
    if values["tag"]:
        _several("Tags", "tag", values["tag"], "Any tag", str)
    if loaded.has_stars:
        st.checkbox("Only with a star", key="starred")


def _several(label: str, key: str, values: dict[str, int], placeholder: str, say) -> None:
    st.multiselect(label, list(values), key=key, placeholder=placeholder, help=HELP.get(key),
                   format_func=lambda value: f"{say(value)} ({locale.number(values.get(value, 0))})")


def chips(loaded, view: View) -> None:
    """Every filter that is set, with an × each and one for all of them. A select box shows document text literally."""
    state, marks = st.session_state, _set(loaded, view)
    with st.container(key="chips", horizontal=True, vertical_alignment="center"):
        st.html("<span></span>")  # never empty: the chart below would be mounted anew where this comes and goes
        if marks:
            state["set-filters"], state["filters-were"] = list(marks), list(marks)
            st.multiselect("Filters that are set; × takes one away", list(marks), key="set-filters", format_func=marks.get, on_change=_drop,
                           label_visibility="collapsed", select_all=False)
            st.button("Clear all", on_click=clear, type="tertiary", key="clear-chips")


def _set(loaded, view: View) -> dict[tuple[str, str], str]:
    """(key in the address, value) -> its words, of every filter that is set."""
    state, found = st.session_state, {}
    for name in ("actor", "document", "precision", "modality", "status", "tag"):
        words = {"document": loaded.label, "modality": lambda v: f"told as: {MODALITIES.get(v, v)}", "status": lambda v: f"review: {STATUSES.get(v, v)}",
                 "precision": lambda v: f"dated to the {v}" if v != UNDATED else "without a date", "tag": lambda v: f"tag: {v}"}.get(name, str)
        found |= {(name, value): words(value) for value in state[name]}
    if view.first is not None or view.last is not None:
        found["range", ""] = locale.when(view.first, view.last, "interval" if view.first != view.last else "day")
    if view.search.strip():
        found["search", ""] = f"“{view.search.strip()}”"
    if view.marks.sources > 1:
        found["sources", ""] = f"told by at least {locale.number(view.marks.sources)} documents"
    if view.number is not None:
        found["top", ""] = f"the {locale.number(view.number)} most important" if view.number > 1 else "the most important"
    return found | ({("starred", ""): "with a star"} if view.marks.starred else {})


def _drop() -> None:
    """Take away the filters whose chip was closed."""
    state = st.session_state
    for name, value in set(state["filters-were"]) - set(state["set-filters"]):
        if name == "range":
            clear_range()
        elif isinstance(EMPTY[name], list):
            state[name] = [one for one in state[name] if one != value]
        else:
            state[name] = EMPTY[name]


def years(first: int, last: int) -> str:
    """The years of two days: "2017 – 2019", "2011"."""
    names = list(dict.fromkeys(calendar.year_label(calendar.ymd(day)[0]) for day in (first, last)))
    return " – ".join(names)


def clear() -> None:
    """Every filter as at the beginning."""
    st.session_state.update({name: list(value) if isinstance(value, list) else value for name, value in EMPTY.items()})


def clear_range() -> None:
    """All of the time again."""
    st.session_state.update({"from": "", "to": ""})


def in_words(loaded, view: View) -> list[str]:
    """Every filter that is set, in words; document text may be in them."""
    return list(_set(loaded, view).values())


def now() -> View:
    """The filters as they stand; says so where one of them cannot be."""
    state = st.session_state
    first, last = _day("from", 0), _day("to", 1)
    if first is not None and last is not None and first > last:
        st.error("From lies after To: no event can pass.", icon=":material/event_busy:")
    return View(
        tuple(state["actor"]), state.get("match") or "any", first, last, tuple(state["document"]), state["search"] or "",
        frame.Marks(tuple("" if value == UNDATED else value for value in state["precision"]), tuple(state["modality"]),
                    tuple("" if value == NEW else value for value in state["status"]), tuple(state["tag"]), bool(state.get("starred")),
                    state.get("sources") or 0), state.get("top") or None)


def _day(name: str, side: int) -> int | None:
    """The first or last day of what was typed; says so where it is no date, and then filters nothing."""
    typed = (st.session_state[name] or "").strip()
    found = day_of(typed, side) if typed else None
    if typed and found is None:
        st.error(f"“{name.capitalize()}” is not a date and is ignored. {DATES}", icon=":material/event_busy:")
    return found


def day_of(typed: str, side: int) -> int | None:
    """The first (side 0) or last (side 1) day of an EDTF value or of a full date in words."""
    from timeline import read

    found = calendar.bounds(typed)[side]
    if found is not None:
        return found
    day = read.published.parse_day(typed, locale.typed_order())
    return day.toordinal() if day else None
