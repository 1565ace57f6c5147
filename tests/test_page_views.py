"""The page's views, filters, chips, address, outcome of files, stopping and first minute; without a browser."""

import html
import json
import re

import pytest

from tests import kept, made
from tests.test_app import NOTE, clean, counters, no_files, opened, page_html, pasted, press, table, turned  # noqa: F401
from timeline import frame as fr
from timeline.folder import modules
from timeline.page import downloads, library, printed, tabs, working

TWO = [("one.txt", b"On 3 June 2018 Anna Berg met Karl Holm in Oslo. On 5 July 2018 Anna Berg signed the treaty in Bern."),
       ("two.txt", b"Anna Berg met Karl Holm in Oslo on 3 June 2018. In May 2019 Karl Holm plans to visit Leeds. Soon after, the envoys met again.")]
PLACES = "Table Text Undated Documents Compare".split()


def uploaded(files=TWO, **address):
    at = opened(**address)
    at.file_uploader[0].set_value([(name, data, "text/plain") for name, data in files])
    return clean(at.run())


def text_of(at):
    """The pieces that the view of a document is given."""
    told = [json.loads(c.proto.json) for c in at.get("bidi_component") if c.proto.component_name == "timeline_reader"]
    return told[0] if told else None


def holding(at, column):
    return [d.value for d in at.dataframe if column in d.value.columns]


# -- filters -------------------------------------------------------------------------------------

FILTERS = [{"precision": ["month"]}, {"precision": ["undated"]}, {"modality": ["planned"]}, {"sources": "2"}, {"top": "1"}, {"top": "2"},
           {"sources": "many"}, {"top": "-1"}, {"starred": "yes"}, {"status": ["approved"]}, {"tag": ["none"]}, {"tab": "nothing"},
           {"precision": ["day"], "actor": ["Anna Berg"], "top": "1", "search": "oslo"}]


@pytest.mark.parametrize("address", FILTERS, ids=str)
def test_counters_reconcile_under_every_filter(address):
    at = uploaded(**address)
    dated, undated, hidden, found = counters(at)
    assert dated + undated + hidden == found >= 4
    assert (len(table(at)) if dated else 0) == dated


@pytest.mark.parametrize("address, dated, undated", [
    ({"precision": ["month"]}, 1, 0), ({"precision": ["undated"]}, 0, 1), ({"modality": ["planned"]}, 1, 0), ({"sources": "2"}, 1, 0), ({"top": "1"}, 1, 0)], ids=str)
def test_a_filter_leaves_what_it_says(address, dated, undated):
    at = uploaded()
    for key, value in address.items():
        widget = at.number_input(key=key) if key in ("sources", "top") else at.multiselect(key=key)
        widget.set_value(int(value) if key in ("sources", "top") else value)
    clean(at.run())
    assert counters(at)[:2] == (dated, undated)


def test_every_filter_has_a_chip_that_takes_it_away():
    at = pasted()
    at.multiselect(key="actor").set_value(["Donald Trump", "Kim Jong-un"])
    at.multiselect(key="precision").set_value(["day", "month"])
    at.text_input(key="from").set_value("2018")
    at.text_input(key="search").set_value("trump")
    at.number_input(key="top").set_value(5)
    clean(at.run())
    chips = at.multiselect(key="set-filters")
    assert len(chips.value) == 7 and "“trump”" in chips.options and "the 5 most important" in chips.options
    for kind, gone in (("actor", "Kim Jong-un"), ("range", ""), ("search", ""), ("top", ""), ("precision", "month")):
        chips = at.multiselect(key="set-filters")
        chips.set_value([value for value in chips.value if value != (kind, gone)])
        clean(at.run())
    assert at.multiselect(key="set-filters").value == [("actor", "Donald Trump"), ("precision", "day")]
    assert at.text_input(key="from").value == "" and not at.number_input(key="top").value
    press(at, "Clear all")
    assert counters(at)[2] == 0 and not [m for m in at.multiselect if m.key == "set-filters"]


def test_the_address_holds_the_whole_view():
    at = opened()
    at.multiselect(key="precision").set_value(["day"])
    at.multiselect(key="modality").set_value(["actual"])
    at.number_input(key="sources").set_value(2)
    at.number_input(key="top").set_value(4)
    at.text_input(key="to").set_value("2019")
    at.session_state["tab"] = "Gaps"
    clean(at.run())
    press(at, "Next")
    again = opened(**at.query_params)
    assert counters(again) == counters(at) and 0 < counters(at)[0] <= 4
    assert again.session_state["tab"] == "Gaps" and again.session_state["event"] == at.session_state["event"]
    assert dict(again.query_params) == dict(at.query_params) and {"precision", "modality", "sources", "top", "to", "tab", "event"} <= set(at.query_params)


# -- views ---------------------------------------------------------------------------------------

ALL = [*PLACES, *(m.TITLE for n, m in modules("timeline.charts").items() if n not in tabs.STAGE), *(m.TITLE for m in modules("timeline.checks").values())]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("search", ["", "nothing says this ("])
def test_every_view_opens_with_everything_and_with_nothing(name, search):
    at = pasted(tab=name, search=search)
    assert at.session_state["tab"] == name and at.query_params["tab"] == name


def test_the_text_shows_the_document_whole_with_its_events_and_follows_the_event():
    at = uploaded(tab="Text")
    shown = text_of(at)
    documents = [data.decode() for _, data in TWO]
    assert "".join(words for words, *_ in shown["pieces"]) in documents
    told = [event for _, event, is_date, _ in shown["pieces"] if event and is_date]
    assert len(told) >= 2 and set(told) <= set(shown["names"]) and shown["picked"] in shown["names"]
    seen = {shown["picked"]}
    while not next(b for b in at.button if b.label == "Next").disabled:
        press(at, "Next")
        assert text_of(at)["picked"] in text_of(at)["names"], "the document of the event that is read is the one that is shown"
        seen.add(text_of(at)["picked"])
    assert len(seen) > 2


def test_what_the_filters_hide_is_marked_as_hidden_in_the_text():
    at = uploaded(tab="Text", search="treaty")
    at.selectbox(key="text").set_value(next(d for d in at.selectbox(key="text").options if "one" in d))
    clean(at.run())
    assert len(text_of(at)["seen"]) == 1 < len(text_of(at)["names"])


def test_a_contradiction_stands_there_with_both_quotes_and_reads_either_event():
    files = [("a.txt", b"Anna Berg signed the Oslo treaty in Oslo on 12 June 2018."), ("b.txt", b"Anna Berg signed the Oslo treaty in Oslo on 13 June 2018.")]
    at = uploaded(files, tab="Contradictions")
    found = holding(at, "other_window")
    assert len(found) == 1 and len(found[0]) == 1
    for _, data in files:
        assert html.escape(data.decode()) in page_html(at)
    for button in [b for b in at.button if b.label == "Read this event"]:
        button.click()
        clean(at.run())
        assert at.session_state["event"] in set(at.session_state["near"])


def test_coverage_counts_what_the_counters_count():
    at = uploaded(tab="Coverage")
    rows, (dated, undated, _, _) = holding(at, "placed")[0], counters(at)
    assert list(rows["name"]) == ["one.txt", "two.txt"] and rows["undated"].sum() == undated
    assert rows["placed"].sum() == dated + 1, "one event has two witnesses"
    assert (rows["found"] == rows["placed"] + rows["undated"] + rows["rejected"]).all()


def test_two_documents_are_compared():
    at = uploaded(tab="Compare")
    names = at.multiselect(key="compare-one").options
    at.multiselect(key="compare-one").set_value([names[0]])
    at.multiselect(key="compare-other").set_value([names[1]])
    clean(at.run())
    said = " ".join(m.value for m in at.markdown)
    assert "**Only the first** (1)" in said and "**Both** (1)" in said and "**Only the second** (2)" in said


# -- in and out ----------------------------------------------------------------------------------

FILES = [(f"{n}.txt", f"On {n} June 2018 Anna Berg met the council of Oslo.".encode()) for n in range(1, 6)]


def test_the_page_says_what_was_stopped_and_goes_on():
    at = opened()
    key = library._key(FILES)
    at.session_state["work"] = working.Work(key, is_read=True, was_cut=True)
    at.file_uploader[0].set_value([(name, data, "text/plain") for name, data in FILES])
    clean(at.run())
    assert "Stopped: 0 documents read" in page_html(at) and counters(at)[3] == 0
    press(at, "Go on")
    assert counters(at)[3] == 5 and "Stopped" not in page_html(at)


def test_each_file_has_its_outcome():
    at = uploaded([*TWO, ("bare.txt", b"Nothing of the kind is told here."), ("empty.txt", b"")])
    rows = holding(turned(at, "Documents"), "notes")[0].set_index("name")
    assert "no events" in rows.loc["bare.txt", "notes"] and rows.loc["one.txt", "dated"] == 2
    assert [c.value for c in at.caption if "3 documents read; 1 of them without an event" in c.value and "1 file not read" in c.value]


def test_every_download_says_what_it_leaves_out():
    at = uploaded()
    at.session_state["downloads-more"] = True
    clean(at.run())
    assert len(lacking(at)) >= 4
    at.multiselect(key="precision").set_value(["month"])
    clean(at.run())
    assert not lacking(at), "no undated event is shown"
    at.session_state["downloads-rows"] = downloads.ALL
    assert len(lacking(clean(at.run()))) >= 4


def lacking(at):
    return [b.label for b in at.download_button if "left out: 1 undated event" in b.label]


# -- the first minute ----------------------------------------------------------------------------

def test_the_demo_says_in_three_sentences_what_it_is_and_own_texts_take_it_away():
    said = re.search("class='tl-welcome' role='note'>(.*?)</p>", page_html(opened())).group(1)
    assert said.count(".") == 3 and "nothing leaves this computer" in said
    assert "class='tl-welcome'" not in page_html(pasted())


def test_an_empty_project_invites(tmp_path, monkeypatch):
    import sys

    from timeline.project import Project

    Project.new(tmp_path / "a.timeline", "", "ann", now=kept.clock).__exit__()
    monkeypatch.setattr(sys, "argv", ["app.py", f"--project={tmp_path / 'a.timeline'}"])
    at = opened()
    assert "This project is empty" in page_html(at)
    at.file_uploader[0].set_value([("note.txt", kept.NOTE, "text/plain")])
    clean(at.run())
    assert counters(at)[3] > 1


def test_help_stands_where_one_hesitates():
    at = opened()
    assert all(w.help for w in at.multiselect if w.key in ("actor", "document", "precision", "modality"))
    assert "How to read this" in " ".join(m.value for m in at.markdown)


def test_the_view_to_print_has_every_event_with_its_source_and_no_controls():
    at = uploaded(search="e")
    before = counters(at)
    at.session_state["print"] = "yes"
    clean(at.run())
    shown = page_html(at)
    assert counters(at) == before and shown.count("<li dir='auto'>") == before[0] + before[1]
    assert "one.txt, date not known" in shown and "“e”" in shown and not at.dataframe and not at.multiselect
    press(at, "Back")
    assert counters(at) == before and at.text_input(key="search").value == "e"


def test_the_printed_list_is_text_and_says_what_it_cuts(monkeypatch):
    from timeline.page.library import Loaded

    line = made.timeline(*(made.event(n, title="<script>", actors=("<b>",)) for n in range(4)))
    loaded = Loaded(line, fr.events_frame(line), False)
    monkeypatch.setattr(printed, "MOST", 3)
    got = printed.listed(loaded, loaded.events)
    assert "<script>" not in got and got.count("<li") == 3 and "1 more events are left out" in got


SAME_DAY = [("one.txt", b"On 3 June 2018 Anna Berg met Karl Holm in Oslo. On 3 June 2018 Peter Falk resigned in Bern. On 3 June 2018 Peter Falk left for Leeds.")]


def test_an_event_that_the_filters_hide_can_be_read_beside_others_of_its_day():
    at = uploaded(SAME_DAY)
    read = next(row for row in table(at).itertuples() if "Anna Berg" in row.excerpt)
    event = next(e for e in fr.extract([("one.txt", SAME_DAY[0][1])]).itertuples() if e.excerpt == read.excerpt)
    at.session_state["event"] = event.event_id
    at.multiselect(key="actor").set_value(["Peter Falk"])
    clean(at.run())
    assert counters(at)[0] == 2
    assert [box.options for box in at.selectbox if "at this time" in box.label and len(box.options) == 3]


def test_pasting_nothing_says_so():
    at = press(opened(), "Add this text")
    assert "no text" in at.error[0].value


def test_a_bad_file_gives_one_message_and_the_others_load():
    at = opened()
    at.file_uploader[0].set_value(
        [
            ("empty.txt", b"", "text/plain"),
            ("picture.txt", bytes(range(256)) * 40, "text/plain"),
            ("good.txt", NOTE.encode(), "text/plain"),
        ]
    )
    clean(at.run())
    assert "2 could not be read" in page_html(at) and counters(at)[0] >= 3
    failures = [d.value for d in turned(at, "Documents").dataframe if "File" in d.value.columns][0]
    assert sorted(failures["File"]) == ["empty.txt", "picture.txt"] and failures.iloc[:, 1].str.len().min() > 15
    assert page_html(at).count("<li><b>") == 2 and "<b>empty.txt</b> is empty" in page_html(at)
