"""Hostile text stays text in every sink: the page's own HTML, labels and markdown, the chart, what is downloaded."""

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser

import lxml.html
import pytest
from lxml import etree
from streamlit.testing.v1 import AppTest

from tests.hostile_words import AFAR, WORDS, timeline
from timeline import frame as fr
from timeline.charts import scene
from timeline.export._cells import unguard
from timeline.folder import modules
from timeline.page.marked import literal

TAGS = {"h1", "h2", "h3", "h4", "p", "b", "i", "span", "ul", "ol", "li", "article", "blockquote", "mark", "dl", "dt", "dd", "code", "details", "summary", "br", "wbr", "div",
        "style", "table", "thead", "tbody", "tr", "th", "td", "svg", "path", "section", "kbd", "small", "strong", "em", "time", "header", "caption", "hr", "title", "g", "circle", "rect", "line"}
WORDY = ("markdown", "caption", "title", "header", "subheader", "heading", "alert", "info", "warning", "error", "success", "exception", "button", "download_button", "link_button", "text_input", "text_area", "checkbox", "toggle", "radio", "selectbox", "multiselect",
         "file_uploader", "slider", "select_slider", "number_input", "date_input", "button_group", "expander", "popover", "tab", "metric")
LITERAL = {"options", "default", "value", "raw_value", "raw_values", "set_value", "arrow_data", "url"}  # what these hold is shown as it stands
EVENTS = fr.events_frame(timeline())
TELLING = [w for w in WORDS if len(w) > 4 and not w.isspace()]


class Tags(HTMLParser):
    """The tags and attributes of a piece of HTML, as a browser would find them."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs


@pytest.fixture(scope="module")
def at():
    """Every event opened once, then every view and dialog and the printed page, so that each trick has been wherever it may stand."""
    found = AppTest.from_function(page_of_tricks, default_timeout=120)
    found.session_state["downloads-more"] = found.session_state["sight"] = True
    found.html_seen, found.protos, found.opened = [], [], []
    for event_id in EVENTS["event_id"]:
        visit(found, event=event_id)
    names = next(json.loads(c.proto.json)["names"] for c in found.get("bidi_component") if c.proto.component_name == "timeline_tabs")
    for name in names:
        visit(found, tab=name, **{"compare-one": ["doc-000"], "compare-other": ["doc-001"]})
        found.opened.append(found.session_state["tab"])
    assert found.opened == names and len(names) > 9
    visit(found, tab=names[0], document=["doc-003"], actor=[WORDS[1]], editing="h003", **{"editing-turn": 1}, marked=["h001", "h002"])
    visit(found, editing=None, asking=("doc-004", "2002-01-01"), document=[], actor=[])
    visit(found, asking=None, print="yes")
    return found


def visit(found, **state):
    """Run the page so, and keep what it shows."""
    for name, value in state.items():
        found.session_state[name] = value
    found.run()
    assert not found.exception, found.exception
    found.html_seen += [getattr(h, "value", None) or h.body for h in found.get("html")]
    found.protos += list(elements(found))


def page_of_tricks():
    """What AppTest runs: a function of its own, since only its source is taken."""
    from tests.hostile_words import page

    page()


def elements(found):
    """(kind, proto) of everything on the page."""
    for node in found._tree:
        if hasattr(node, "proto") and node.proto is not None:
            yield getattr(node, "type", ""), node.proto


def strings(proto):
    """Every string in an element that Streamlit may read as markdown."""
    for field, value in proto.ListFields():
        if field.name in LITERAL:
            continue
        for one in value if isinstance(value, (list, tuple)) or hasattr(value, "append") or hasattr(value, "add") else [value]:
            if isinstance(one, str):
                yield field.name, one
            elif hasattr(one, "ListFields"):
                yield from strings(one)


def test_html_holds_our_tags_alone(at):
    tags = Tags()
    for body in set(at.html_seen):
        tags.feed(re.sub(r"<style>.*?</style>", "", body, flags=re.DOTALL) if body.startswith("<style") or "tl-" not in body else body)
    assert set(tags.tags) <= TAGS - {"style"}, set(tags.tags) - TAGS
    assert not [(name, value) for name, value in tags.attributes if name.startswith("on") or name in ("src", "href", "action", "srcset") or AFAR in (value or "")]


def test_every_trick_was_seen_and_reads_as_it_is(at):
    seen = "".join(at.html_seen)
    assert [w for w in WORDS if literal(w) not in seen] == []


def test_no_label_caption_or_markdown_holds_a_trick(at):
    found = {}
    for kind, proto in at.protos:
        if kind in WORDY:
            for name, said in strings(proto):
                for trick in TELLING:
                    if trick in said:
                        found.setdefault((kind, name), said[:80])
    assert found == {}


def test_the_check_itself_sees_a_label(monkeypatch):
    def unsafe():
        import streamlit as st

        st.button("![x](http://evil.example/a.png)")
        st.markdown("[here](javascript:hacked=1)")
        st.multiselect("Actors", ["<b>bold</b> <br> </h2></article>"])

    found = AppTest.from_function(unsafe).run()
    said = {kind: [s for _, s in strings(proto)] for kind, proto in elements(found) if kind in WORDY}
    assert any("evil" in s for s in said["button"]) and any("javascript" in s for s in said["markdown"]) and not any("bold" in s for s in said["multiselect"])


def test_the_chart_gets_text_as_data(at):
    told = scene(EVENTS)
    whole = [" ".join(title.split()) for title in EVENTS["title"]]
    assert all(any(title == w or w.startswith(title.removesuffix("…")) for w in whole) for title in told["marks"]["title"])


@pytest.mark.parametrize("name", modules("timeline.charts"))
def test_plotly_gets_no_markup(name):
    """Hover and labels of the plain charts: escaped, so that neither tags nor links nor the colours that Plotly maps come through."""
    figure = modules("timeline.charts")[name].draw(EVENTS)
    said = figure.to_json()
    for markup in ("<img", "<script", "<a href", "<svg", "<iframe", "<form"):
        assert markup not in said.replace("\\u003c", "<")


def test_csv_cells_compute_nothing_and_read_back():
    text = modules("timeline.export")["csv"].write(EVENTS).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+-@\t\r" and cell[:1]]
    assert [unguard(row["title"]) for row in rows] == list(EVENTS["title"])


def test_the_web_page_is_text():
    tree = lxml.html.fromstring(modules("timeline.export")["html"].write(EVENTS).decode())
    assert {e.tag for e in tree.iter() if isinstance(e.tag, str)} <= TAGS | {"html", "head", "meta", "body"}
    assert not tree.xpath("//@href | //@src | //@onerror | //@action") and len(tree.xpath("//h3")) == len(WORDS)


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_office_files_are_whole_and_point_nowhere(name):
    with zipfile.ZipFile(io.BytesIO(modules("timeline.export")[name].write(EVENTS))) as archive:
        said = ""
        for part in archive.namelist():
            tree = etree.fromstring(archive.read(part))
            assert not tree.xpath("//@TargetMode | //*[local-name()='f'] | //*[local-name()='instrText'] | //*[local-name()='hyperlink']")
            said += "".join(tree.itertext())
    assert all(trick in said for trick in ("<script>hacked=1</script>", "**strong**", ":red[danger]", "#000001 #000040"))


@pytest.mark.parametrize("name", ["ics", "markwhen", "timelinejs", "timesketch", "jsonl", "parquet"])
def test_other_formats_take_every_trick(name):
    assert modules("timeline.export")[name].write(EVENTS)


@pytest.mark.parametrize("trick", WORDS)
def test_search_and_address_take_every_trick(trick):
    found = fr.select(EVENTS, search=trick) if trick.strip() else EVENTS
    assert len(found) <= len(EVENTS)
    if trick.isprintable() and len(trick) > 4 and trick.isascii():
        assert trick in set(found["title"])
