"""The event that is being read: its words in their context, why it is dated so, its witnesses, and its neighbours."""

import streamlit as st

from timeline import calendar, frame
from timeline.model import Event, Mention
from timeline.page import documents
from timeline.page.marked import context, literal

WITNESSES = 12  # shown in full
BASES = {
    "explicit": "the text states it in full", "relative": "counted from the document’s date",
    "context": "completed from earlier in the text", "document_date": "no date words of its own: the document’s date",
    "inferred": "inferred",
}


def picked(loaded, shown) -> str:
    """The event_id that is read: the one chosen, else the most important of those shown, else ""."""
    chosen = st.session_state.get("event", "")
    if chosen in loaded.event:
        return chosen
    dated = shown[frame.is_dated(shown)] if len(shown) else shown
    rows = dated if len(dated) else shown
    return rows.loc[rows["importance"].idxmax(), "event_id"] if len(rows) else ""


def pick(event_id: str, near: tuple[str, ...] = ()) -> None:
    """Choose the event to read; `near`: what else stood where it was chosen."""
    st.session_state["event"], st.session_state["near"] = event_id, near


def show(loaded, shown, event_id: str) -> None:
    """The panel."""
    with st.container(border=True, key="excerpt"):
        if not event_id:
            st.html("<p class='tl-quiet'>Choose an event to read the words it was taken from.</p>")
            return
        event = loaded.event[event_id]
        _steps(shown, event_id)
        _near(loaded, shown, event)
        st.html(article(loaded, event, hidden=event_id not in set(shown["event_id"])))
        _date_of_document(loaded, event)


def _steps(shown, event_id: str) -> None:
    ids = list(shown["event_id"])
    at = ids.index(event_id) if event_id in ids else None
    before = ids[at - 1] if at else None
    after = ids[at + 1] if at is not None and at + 1 < len(ids) else (ids[0] if at is None and ids else None)
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        st.button(
            "Previous",
            key="previous",
            on_click=pick,
            args=(before,),
            disabled=before is None,
            shortcut="P",
            icon=":material/chevron_left:",
        )
        st.button(
            "Next",
            key="next",
            on_click=pick,
            args=(after,),
            disabled=after is None,
            shortcut="N",
            icon=":material/chevron_right:",
        )
        if at is not None:
            st.html(f"<p class='tl-quiet tl-place'>{at + 1:,} of {len(ids):,}</p>")


def _near(loaded, shown, event: Event) -> None:
    """What stands at the same place: a "+N", a crowded stretch, or the very same days."""
    ids = [i for i in st.session_state.get("near", ()) if i in loaded.event]
    same = (
        shown[(shown["first_day"] == event.first) & (shown["last_day"] == event.last)]["event_id"]
        if event.first is not None
        else []
    )
    ids = list(dict.fromkeys([*(ids if event.event_id in ids else ()), *same]))
    if len(ids) < 2:
        return
    key = f"near-{event.event_id}"
    st.selectbox(f"{len(ids)} events at this time", ids, index=ids.index(event.event_id), key=key,
                 format_func=lambda i: f"{loaded.event[i].title} · {_when(loaded.event[i])}",
                 on_change=lambda: pick(st.session_state[key], tuple(ids)))


def _when(event: Event) -> str:
    return calendar.label(event.first, event.last, event.precision, event.qualifier)


def article(loaded, event: Event, hidden: bool = False) -> str:
    """The event as HTML; every word of a document in it is escaped."""
    marks = [event.precision and f"{event.precision} precision", event.modality if event.modality != "actual" else "",
             "hidden by the filters" if hidden else ""]
    best, *others = event.mentions or (None,)
    parts = [
        f"<h2 class='tl-headline' dir='auto'>{literal(event.title)}</h2>",
        f"<p class='tl-when'>{' · '.join(literal(m) for m in (_when(event), *marks) if m)}</p>",
        f"<p class='tl-actors'>{''.join(f'<span>{literal(a)}</span>' for a in event.actors)}</p>"
        if event.actors
        else "",
        _quote(loaded, best) if best else "",
        _why(event),
        _witnesses(loaded, others),
    ]
    return f"<article class='tl-event'>{''.join(parts)}</article>"


def _quote(loaded, mention: Mention) -> str:
    document = loaded.document.get(mention.doc_id)
    date = (
        (mention.date_start, mention.date_end)
        if mention.date_start is not None and mention.date_end is not None
        else None
    )
    body = context(document.text, mention.start_char, mention.end_char, date) if document else literal(mention.exact)
    return f"<blockquote dir='auto'>{body}</blockquote>{_source(document, mention)}"


def _source(document, mention: Mention) -> str:
    name = document.name if document else mention.doc_id
    day = document.published if document else None
    said = (
        f"published {literal(calendar_day(day.day))} <span>({literal(day.reason)})</span>" if day else "date not known"
    )
    return f"<p class='tl-source'><b>{literal(name)}</b><br>{said}</p>"


def calendar_day(iso: str) -> str:
    """An ISO day for people; as it is where it is none."""
    first, last = calendar.bounds(iso)
    return calendar.label(first, last, "day") if first is not None else iso


def _why(event: Event) -> str:
    if event.first is None and event.last is None:
        return f"<h3>Why no date?</h3><p>{literal(event.reason or 'No date was found for it.')}</p>"
    steps = [
        ("Words", f"“{literal(event.date_text)}”" if event.date_text else "none of its own"),
        ("Rule", literal(event.rule)),
        ("Basis", BASES.get(event.date_basis, literal(event.date_basis))),
        ("Anchor", literal(event.anchor)),
        ("Result", f"{literal(_when(event))} <code>{literal(event.date_edtf)}</code>"),
    ]
    rejected = "".join(f"<li><code>{literal(a.value)}</code> {literal(a.why_not)}</li>" for a in event.alternatives)
    table = "".join(f"<dt>{name}</dt><dd>{said}</dd>" for name, said in steps if said)
    return f"<h3>Why this date?</h3><dl>{table}</dl>" + (
        f"<p class='tl-quiet'>Considered and not taken:</p><ul>{rejected}</ul>" if rejected else ""
    )


def _witnesses(loaded, others: list[Mention]) -> str:
    if not others:
        return ""
    shown = "".join(
        f"<details><summary>{literal(_name(loaded, m))}</summary>{_quote(loaded, m)}</details>"
        for m in others[:WITNESSES]
    )
    more = f"<p class='tl-quiet'>and {len(others) - WITNESSES} more</p>" if len(others) > WITNESSES else ""
    return f"<h3>Also told in</h3>{shown}{more}"


def _name(loaded, mention: Mention) -> str:
    return loaded.document[mention.doc_id].name if mention.doc_id in loaded.document else mention.doc_id


def _date_of_document(loaded, event: Event) -> None:
    if event.mentions and event.mentions[0].doc_id in loaded.document:
        with st.popover("Change the document’s date", icon=":material/edit_calendar:", width="stretch"):
            documents.date_editor(loaded.document[event.mentions[0].doc_id], "excerpt")
