"""The first minute: what this is, how to read it, and what to do with a project that has nothing in it yet."""

import streamlit as st

from timeline.page import documents, locale

DEMO = ("These {events} events come from {documents} sample documents, each with its day, who was in it, and the very words that say so. "
        "Choose a mark to read them and why it is dated as it is; filter at the side; the table and more views stand below. "
        "Then add your own files or paste a text: they take the samples’ place, and nothing leaves this computer.")
READ = """
**The chart.** A row is an actor, a mark is an event; an event of two actors stands in both rows. Its shape says how exactly the
text tells the day, the pale band how far it may reach, and a hollow mark is no plain fact: planned, denied, supposed or claimed.
Draw a box in the bars on top to choose a stretch of time; zoom with the buttons, or with Ctrl and the wheel; drag to move.

**The counters.** Dated, undated and hidden together are all that was found. The undated stand below with the reason; nothing
is ever put on a guessed day. What the filters hide is counted, and each filter that is set can be taken away above the chart.

**The excerpt.** The marked words are the document’s own; the darker ones give the date. P and N step to the event before and after.

**The views below.** The same events as a table, in the documents’ text, by actor and time; where documents contradict each
other, where they are silent, and what became of every date phrase.

**To keep it.** Downloads hold what the filters show, or everything. The address holds the view: copy it to come back to it.
Without a project, what you add and decide stays in the program’s memory for a while, under an id in the address: a reload keeps it,
the end of the program does not; “Save as a project” does. Whoever has that address, and may open this page, sees what you added.
"""


def is_needed(loaded) -> bool:
    """Whether this is a project with nothing in it."""
    return loaded.is_kept and not loaded.timeline.documents and not loaded.timeline.failures and not loaded.edits


def invite(loaded) -> None:
    """An empty project: what to do first."""
    with st.container(border=True, key="invitation"):
        st.html("<h1 class='tl-title'>This project is empty</h1><p class='tl-welcome'>Add the documents it is about: articles, notes, "
                "reports, mails, web pages, or a zip of them. Their dated events appear at once, each with the words it was taken from. "
                "All of it is kept in the project, on this computer.</p>")
        documents.give(is_open=True)


def demo(loaded) -> None:
    """What this is, in three sentences, while the samples are shown."""
    if loaded.is_demo and loaded.timeline.documents:
        said = DEMO.format(documents=locale.number(len(loaded.timeline.documents)), events=locale.number(len(loaded.events)))
        st.html(f"<p class='tl-welcome' role='note'>{said}</p>")


def how_to_read() -> None:
    """The help that is there when one hesitates."""
    with st.popover("Help", icon=":material/help:", help="How to read this page"):
        st.markdown("#### How to read this" + READ)
