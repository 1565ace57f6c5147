"""The event that is being read: its words in their context, why it is dated so, its witnesses, and its neighbours."""

import zlib

import streamlit as st

from timeline import read
from timeline.charts import main_days, sides
from timeline.model import Event, Mention, page_of
from timeline.page import curate, curate_date, curate_edit, filters, locale, parts, triage, why
from timeline.page.marked import context, literal

WITNESSES = 12  # shown in full
LONG = 46  # characters of a title that fill two lines of the panel
NEAR = 60  # events at the same time that are listed


def picked(loaded, shown) -> str:
    """The event_id that is read: the one chosen, else the most important of those shown, else ""."""
    chosen = st.session_state.get("event", "")
    if chosen in loaded.event:
        return chosen
    return shown.made("foremost", lambda: _foremost(shown))


def _foremost(shown) -> str:
    in_sight = main_days(shown)
    rows = shown.select(first=in_sight[0], last=in_sight[1]) if in_sight else shown
    return rows.id(int(rows.take(rows.columns.weight).argmax())) if len(rows) else ""


def pick(event_id: str, near: tuple[str, ...] = ()) -> None:
    """Choose the event to read, in the chart or in its panel; `near`: what else stood where it was chosen. The last word of a callback.

    The views below ask for themselves where they are in sight.
    """
    st.session_state["event"], st.session_state["near"] = event_id, near
    parts.only(parts.READING)


def pick_below(event_id: str, near: tuple[str, ...] = ()) -> None:
    """`pick`, in one of the views."""
    st.session_state["event"], st.session_state["near"] = event_id, near
    parts.only(parts.READING, parts.VIEWS)


def show(loaded, shown, event_id: str) -> None:
    """The panel."""
    with st.container(border=True, key="excerpt"):
        if not event_id:
            st.html("<p class='tl-quiet'>The words of an event stand here, once there is one to show.</p>")
            return
        event = loaded.event[event_id]
        _steps(loaded, shown, event_id)
        st.html(head(event, _where(shown, event)))
        triage.show(loaded, shown, event)
        _near(loaded, shown, event)
        st.html(article(loaded, event))
        if event.mentions[1:]:
            st.html(f"<article class='tl-event'>{_witnesses(loaded, event.mentions[1:])}</article>")
        why.show(loaded, event)
        _date_of_document(loaded, event)
        curate_edit.split(loaded, event)


def _where(shown, event: Event) -> str:
    """What to know if the event cannot be seen in the charts."""
    row = shown.only(event.event_id)
    if event.marks.status == curate.HIDDEN:
        return "hidden by hand"
    if not len(row):
        return "hidden by the filters"
    in_sight = main_days(shown)
    if not in_sight or event.first is None and event.last is None or _is_all_shown():
        return ""
    before, after = sides(row, *in_sight)
    return "earlier than the chart shows" if before else "later than the chart shows" if after else ""


def _is_all_shown() -> bool:
    return any(st.session_state.get(name) for name in ("span", "from", "to"))


def _steps(loaded, shown, event_id: str) -> None:
    place = shown.columns.place[event_id]
    at = shown.rank(place)
    following = at + shown.has(place)
    before, after = shown.id(at - 1) if at else None, shown.id(following) if following < len(shown) else None
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        _step("Previous", before, "P", "chevron_left")
        _step("Next", after, "N", "chevron_right")
        if following > at:
            st.html(f"<p class='tl-quiet tl-place'>{locale.number(at + 1)} of {locale.number(len(shown))}</p>")


def _step(label: str, to: str | None, key: str, icon: str) -> None:
    """A button that picks the event `to`; without one it is dead."""
    st.button(label, key=label.lower(), on_click=pick, args=(to,), disabled=to is None, shortcut=curate.key(key), icon=f":material/{icon}:")


def _near(loaded, shown, event: Event) -> None:
    """What stands at the same place: a "+N", a crowded stretch, or the very same days."""
    ids = [i for i in st.session_state.get("near", ()) if i in loaded.event]
    same = shown.of_days(event.first, event.last) if event.first is not None and event.last is not None else []
    crowd = ids if event.event_id in ids else []
    ids = list(dict.fromkeys([*crowd, *same]))
    if len(ids) < 2:
        return
    ids = ids if event.event_id in ids else [event.event_id, *ids]  # the filters may hide the one that is read
    all_of_them, at = len(ids), ids.index(event.event_id)
    ids = ids[max(0, min(at - NEAR // 2, all_of_them - NEAR)):][:NEAR]
    when = ("around this time" if len(crowd) > 1 else "at this time") + (f"; of these {NEAR}" if all_of_them > NEAR else "")
    labels = {i: f"{loaded.event[i].title} · {when}" for i, when in zip(ids, locale.all_dated([loaded.event[i] for i in ids]))}
    key = f"near-{event.event_id}-{zlib.crc32(repr(labels).encode('utf-8', 'replace')):x}"
    st.selectbox(f"{locale.number(all_of_them)} events {when}", ids, index=ids.index(event.event_id), key=key,
                 format_func=lambda i: labels[i],
                 on_change=lambda: pick(st.session_state[key], tuple(ids)))


def head(event: Event, where: str = "") -> str:
    """What and when, as HTML; every word of a document in it is escaped. `where`: words on where it stands.

    A day says by itself how exact it is.
    """
    marks = [f"to the {event.precision}" if event.precision not in ("", "day", "time") else "", filters.MODALITIES.get(event.modality, event.modality) if event.modality != "actual" else "", _told(event), where]
    size = " tl-long" if len(event.title) > LONG else ""
    return (f"<article class='tl-event tl-head'><h2 class='tl-headline{size}' dir='auto'>{literal(event.title)}</h2>"
            f"<p class='tl-when'>{' · '.join(literal(m) for m in (locale.dated(event), *marks) if m)}</p></article>")


def _told(event: Event) -> str:
    """How many documents tell of it, where it is not one alone."""
    documents = len({mention.doc_id for mention in event.mentions})
    return f"told in {locale.number(documents)} documents" if documents > 1 else ""


def article(loaded, event: Event) -> str:
    """Who was in it, its words in their context and what a person made of it, as HTML; every word of a document in it is escaped."""
    best = event.mentions[0] if event.mentions else None
    actors = f"<p class='tl-actors'>{''.join(f'<span>{literal(a)}</span>' for a in event.actors)}</p>" if event.actors else ""
    return f"<article class='tl-event'>{actors}{_quote(loaded, best) if best else ''}{_marks(event)}</article>"


def _marks(event: Event) -> str:
    """What a person made of it: that it was added, its tags, its note."""
    marks = event.marks
    tags = "".join(f"<span>{literal(tag)}</span>" for tag in marks.tags)
    by_hand = "Added by hand, from this passage." if event.mentions else "Added by hand: no passage of a document tells it."
    stated = f"<p class='tl-quiet'>{by_hand}</p>" if "added" in marks.edited else ""
    return stated + (f"<p class='tl-actors tl-tags'>{tags}</p>" if tags else "") + (f"<p class='tl-note'>{literal(marks.note)}</p>" if marks.note else "")


def _quote(loaded, mention: Mention) -> str:
    document = loaded.document.get(mention.doc_id)
    date = (
        (mention.date_start, mention.date_end)
        if mention.date_start is not None and mention.date_end is not None
        else None
    )
    body = context(document.text, mention.start_char, mention.end_char, date) if document else literal(mention.exact)
    return f"<blockquote dir='auto' tabindex='0'>{body}</blockquote>{_source(document, mention)}"


def _source(document, mention: Mention) -> str:
    name = document.name if document else mention.doc_id
    day = document.published if document else None
    said = (
        f"published {literal(locale.value(day.day))} <span>({literal(read.how_known(day, locale.value))})</span>" if day else "date not known"
    )
    title = f"{literal(document.title)}<br>" if document and document.title else ""
    page = page_of(document, mention.start_char) if document else ""
    place = literal(f", page {page}" if page.isdecimal() else f", {page}") if page else ""
    return f"<p class='tl-source'>{title}<b>{literal(name)}</b>{place}<br>{said}</p>"


def _witnesses(loaded, others: list[Mention]) -> str:
    if not others:
        return ""
    shown = "".join(
        f"<details><summary>{_name(loaded, m)}</summary>{_quote(loaded, m)}{_joined(m)}</details>"
        for m in others[:WITNESSES]
    )
    more = f"<p class='tl-quiet'>and {locale.number(len(others) - WITNESSES)} more</p>" if len(others) > WITNESSES else ""
    return f"<h3>Also told in</h3>{shown}{more}"


def _joined(mention: Mention) -> str:
    """Why this witness is one of the event, and how surely."""
    return f"<p class='tl-quiet'>Joined: {literal(mention.joined)} ({locale.number(round(100 * mention.score))} %)</p>" if mention.joined else ""


def _name(loaded, mention: Mention) -> str:
    """Escaped; a long path may break after a slash."""
    return literal(loaded.label(mention.doc_id)).replace("/", "/<wbr>")


def _date_of_document(loaded, event: Event) -> None:
    if event.mentions and event.mentions[0].doc_id in loaded.document:
        place = st.popover("Change the document’s date", icon=":material/edit_calendar:", width="stretch", key="redating",
                           on_change=lambda: parts.only(parts.READING))
        if place.open:
            with place:
                curate_date.editor(loaded, loaded.document[event.mentions[0].doc_id], "excerpt", event.event_id)
