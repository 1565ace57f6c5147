"""A timeline whose every text is a trick: `streamlit run tests/hostile_words.py` serves it; `timeline()` gives it to tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from timeline import calendar  # noqa: E402
from timeline.model import Alternative, Document, DocumentDate, Event, Failure, Mention, Timeline  # noqa: E402

AFAR = "evil.example"
WORDS = (
    f"![x](http://{AFAR}/a.png)", f"[here](http://{AFAR}/b)", "[here](javascript:hacked=1)", f"http://{AFAR}/c", f"<http://{AFAR}/d>",
    f"<img src=http://{AFAR}/e.png onerror=hacked=1>", "<script>hacked=1</script>", "<style>body{display:none}</style>",
    f"<form action=http://{AFAR}><input autofocus onfocus=hacked=1></form>", f"<iframe src=http://{AFAR}/f></iframe>",
    "<svg onload=hacked=1>", f"<a href='http://{AFAR}/g'>a link</a>", "<b>bold</b> <br> </h2></article>", "&lt;b&gt; &amp; &#60;",
    "**strong** _soft_ ~~gone~~ `code`", "# a heading", "> a quote", "- a list", "| a | b |\n|---|---|\n| c | d |", "$x^2$ and $$\\frac{1}{2}$$",
    ":red[danger] :blue-background[calm]", ":material/bolt: :smile: :streamlit:", ":small[x] :gray-badge[y]", "a -> b <- c -- d", "#000001 #000040", "#ff0000",
    "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://" + AFAR + "/h\",\"x\")", "\tx", "%{customdata[0]} %{x}", "{0} {name} %s %d",
    "\u202egnorw\u202c \u2066in\u2069", "\u200fabc\u200e", "nul\0nul", "bell\x07 esc\x1b[31m", "a\u0300\u0301\u0302\u0303 zalgo", "\ufeffmark", "W" * 400,
    "../../etc/passwd", "C:\\x|y?z*", "'; DROP TABLE events; --", "\"'`", "</script><!--", "]]>", "javascript:hacked=1", "{{7*7}} ${7*7} <%=7*7%>", "emoji 👩‍👩‍👧‍👦 🏳️‍🌈",
)
LATE = calendar.day(2001, 1, 1)


def timeline() -> Timeline:
    """Each trick as the name, title and text of a document, and as title, actors, place, excerpt and date words of an event."""
    documents = tuple(_document(number, trick) for number, trick in enumerate(WORDS))
    events = tuple(_event(number, trick, documents[number]) for number, trick in enumerate(WORDS))
    failures = tuple(Failure(trick, trick) for trick in WORDS[:4])
    return Timeline(documents, events, failures, {})


def _document(number: int, trick: str) -> Document:
    return Document(f"doc-{number:03d}", f"{trick}.txt", f"Before it. {trick} After it.", trick, published=DocumentDate("2001-02-03", "typed", trick), notes=(trick,))


def _event(number: int, trick: str, document: Document) -> Event:
    start, dated = len("Before it. "), number % 8 != 7
    iso = calendar.iso(LATE + 3 * number) if dated else ""
    day = LATE + 3 * number if dated else None
    mention = Mention(document.doc_id, document.title, "2001-02-03", start, start + len(trick), trick, "", "", trick, start, start + 1, iso, "explicit", trick, (trick,), joined=trick)
    return Event(f"h{number:03d}", trick, day, day, iso, trick, "day" if dated else "", "exact", "explicit", trick, "instant", "claimed" if number % 3 else "actual",
                 (trick, f"Ada {number % 5}"), trick, trick, (mention, mention), .5, .5, alternatives=(Alternative(trick, trick),), reason="" if dated else trick, speaker=trick if number % 3 else "")


def page() -> None:
    """The dashboard on it."""
    from unittest.mock import patch

    import streamlit as st

    from timeline import frame
    from timeline.page import ICON, library, show

    @st.cache_resource(show_spinner=False)
    def loaded() -> library.Loaded:
        made = timeline()
        return library.Loaded(made, frame.events_frame(made), False)

    st.set_page_config("Timeline", ICON, "wide")
    st.session_state.setdefault("days", {})
    with patch.object(library, "load", lambda files: loaded()):  # given back at the end: AppTest runs in the tests' own process
        show()


if __name__ == "__main__":
    page()
elif Path(sys.argv[0]).name == Path(__file__).name:  # imported by the server that runs it
    import streamlit

    from timeline.page import server

    app = streamlit.App(__file__, **server.around())
