"""The actors: how often and when each is named; one chosen can be renamed or hidden, several merged under one name."""

import streamlit as st

from timeline.page import curate, locale
from timeline.project import making

COLUMNS = st.column_config
NEVER = [(0, "")]


def show(loaded) -> None:
    """The table of actors and what can be done with those that are chosen."""
    rows = table(loaded)
    if not rows:
        st.caption("No actor was found.")
        return
    st.caption("Choose one actor to rename or hide it, several to merge them. Every view follows, and U takes it back.")
    names = [row["Actor"] for row in rows]
    key = f"actors-{hash(tuple(names))}"
    chosen = st.dataframe(rows, hide_index=True, key=key, on_select="rerun", selection_mode="multi-row", height=min(35 * (len(rows) + 1) + 3, 420),
                          alt="The actors, with the number of their events and when they are first and last seen",
                          column_config={"Actor": COLUMNS.TextColumn(width=280), "Events": COLUMNS.NumberColumn(width=80, format="localized"),
                                         "First seen": COLUMNS.TextColumn(width=140), "Last seen": COLUMNS.TextColumn(width=140)})["selection"]["rows"]
    _actions([names[i] for i in chosen if i < len(names)])


def table(loaded) -> list[dict]:
    """One row an actor, those with most events first; first and last seen by the events that are dated."""
    seen: dict[str, list[tuple[int, str]]] = {}
    events = curate.without_hidden(loaded).dated
    days = events["first_day"].fillna(events["last_day"])
    for names, day, when in zip(events["actors"], days, events["when"]):
        for name in dict.fromkeys(names):
            seen.setdefault(name, []).append((int(day), when))
    return [{"Actor": name, "Events": count, "First seen": locale.ordered(min(seen.get(name, NEVER))[1]),
             "Last seen": locale.ordered(max(seen.get(name, NEVER))[1])}
            for name, count in loaded.actors.items()]


def _actions(chosen: list[str]) -> None:
    many, n = len(chosen) > 1, len(chosen)
    key = f"actor-name-{hash(tuple(chosen))}"
    with st.container(horizontal=True, vertical_alignment="bottom", key="actor-actions"):
        st.text_input("Under the name" if many else "New name", chosen[0] if chosen else "", key=key, disabled=not chosen, width=280)
        st.button(f"Merge {locale.number(n)} actors" if many else "Rename", key="rename-actor", disabled=not chosen, type="primary", on_click=_rename, args=(chosen, key),
                  icon=":material/join:" if many else ":material/edit:")
        st.button(f"Hide {locale.number(n)} actors" if many else "Hide", key="hide-actor", disabled=not chosen, on_click=_hide, args=(chosen,), icon=":material/visibility_off:",
                  help="No event names them any more; the events stay")


def _rename(chosen: list[str], key: str) -> None:
    new = st.session_state[key].strip()

    def made():
        return making.rename_actor(chosen[0], new) if len(chosen) == 1 else making.merge_actors(chosen, new)

    if curate.decide(made, "Renamed in every event" if len(chosen) == 1 else "Merged in every event"):
        filtered = st.session_state.get("actor", [])
        st.session_state["actor"] = list(dict.fromkeys(new if name in chosen else name for name in filtered))


def _hide(chosen: list[str]) -> None:
    curate.decide(lambda: [making.hide_actor(name) for name in chosen], "Hidden in every event")
