"""The page without a browser: it opens on the demo, filters, reconciles, takes documents and dates, and says what failed."""

import json
import re
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from timeline import export
from timeline.folder import modules

APP = str(Path(__file__).resolve().parent.parent / "app.py")
NOTE = """Donald Trump met Kim Jong-un in Singapore last June. Moon Jae-in visited Pyongyang in September 2018.
Donald Trump flew to Hanoi on 26 February 2019. Soon after, the envoys met again. In March 1953 Stalin died."""


def opened(**address):
    at = AppTest.from_file(APP, default_timeout=60)
    for name, value in address.items():
        at.query_params[name] = value
    at.session_state["paste"] = at.session_state["more-filters"] = at.session_state["redating"] = at.session_state["sight"] = True
    return clean(at.run())


def pasted(text=NOTE, published="2019-02-28", **address):
    at = opened(**address)
    at.text_area(key="pasting").set_value(text)
    at.text_input(key="pasting-day").set_value(published)
    return press(at, "Add this text")


def press(at, label):
    [b for b in at.button if b.label == label][-1].click()  # the last: the documents' tab is below the excerpt
    return clean(at.run())


def clean(at):
    assert not at.exception, at.exception
    return at


def page_html(at):
    return "".join(h.value if hasattr(h, "value") else h.body for h in at.html)


def counters(at):
    """(dated, undated, hidden, found) as the page says them."""
    words = re.search(r"class='tl-counts'>(.*?)</p>", page_html(at)).group(1)
    return tuple(int(n.replace(",", "")) for n in re.findall(r"[\d,]+", re.sub("<.*?>", "", words)))[:4]


def turned(at, name):
    """With this view open."""
    if at.session_state["tab"] != name:
        at.session_state["tab"] = name
        clean(at.run())
    return at


def glance(at, name, column):
    """The tables of a view that have this column; the view that was open stays so."""
    was = at.session_state["tab"]
    found = [d.value for d in turned(at, name).dataframe if column in d.value.columns]
    turned(at, was)
    return found


def table(at):
    return next(iter(glance(at, "Table", "when")), None)


def scene(at):
    """What the stage is given to draw."""
    told = [json.loads(c.proto.json) for c in at.get("bidi_component") if c.proto.component_name == "timeline_stage"]
    return told[0] if told else None


def marks(at):
    """The event_ids that the timeline draws."""
    return set(scene(at)["marks"]["id"])


@pytest.fixture(scope="module", autouse=True)
def no_files():
    """The page takes its command line's files; those of the test run are not meant for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["app.py"])
        yield


@pytest.fixture(scope="module")
def demo():
    return opened()


def test_it_opens_on_the_demo_with_every_event_counted(demo):
    dated, undated, hidden, found = counters(demo)
    assert hidden == 0 and dated > 20 and dated + undated == found
    assert len(table(demo)) == dated == len(marks(demo))


def test_it_opens_with_an_event_and_why_it_is_dated_so(demo):
    shown = page_html(demo)
    assert "Why this date?" in shown and "tl-words" in shown and "tl-date" in shown


def test_an_actor_changes_table_chart_and_counters():
    at = pasted()
    before = counters(at)
    at.multiselect(key="actor").set_value(["Donald Trump"])
    clean(at.run())
    dated, undated, hidden, found = counters(at)
    assert found == before[3] and hidden > 0 and dated == len(table(at)) == len(marks(at)) < before[0]
    assert all("Donald Trump" in actors for actors in table(at)["actors"])
    assert at.query_params["actor"] in ("Donald Trump", ["Donald Trump"])


STATES = [
    {"actor": ["Donald Trump"]},
    {"actor": ["Donald Trump", "Kim Jong-un"], "match": "all"},
    {"actor": ["Nobody"]},
    {"from": "2018-07"},
    {"to": "2018"},
    {"from": "1953", "to": "1953-03"},
    {"from": "2019", "to": "2018"},
    {"from": "soon"},
    {"search": "pyongyang"},
    {"search": "nothing says this ("},
    {"document": ["none"]},
    {"from": "-0043", "to": "44 BC"},
    {"actor": ["Moon Jae-in"], "from": "2018", "search": "visited"},
]


@pytest.mark.parametrize("address", STATES, ids=str)
def test_counters_reconcile_in_every_state(address):
    at = pasted(**address)
    dated, undated, hidden, found = counters(at)
    assert dated + undated + hidden == found > 3
    assert (len(table(at)) if dated else 0) == dated


def test_the_address_gives_the_same_view():
    at = opened()
    actor = at.multiselect(key="actor").options[0].rsplit(" (", 1)[0]
    at.multiselect(key="actor").set_value([actor])
    at.text_input(key="from").set_value("2018-03")
    at.text_input(key="search").set_value("e")
    clean(at.run())
    press(at, "Next")
    again = opened(**at.query_params)
    assert counters(again) == counters(at) and counters(at)[2] > 0
    assert (
        re.search("tl-headline.*?</h2>", page_html(again)).group()
        == re.search("tl-headline.*?</h2>", page_html(at)).group()
    )


def test_a_range_that_is_no_date_is_said_and_ignored(demo):
    at = opened(**{"from": "soon"})
    assert "not a date" in at.error[0].value and counters(at) == counters(demo)


def june(at):
    return [row.when for row in table(at).itertuples() if row.when.startswith("June")]


def test_the_documents_date_moves_last_june_and_without_one_it_is_undated():
    at = pasted()
    assert june(at) == ["June 2018"]
    field = next(f for f in turned(at, "Documents").text_input if f.key.startswith("day-documents"))
    field.set_value("28 February 2021")
    press(press(at, "Use this date"), "Accept")
    assert june(at) == ["June 2020"]
    before = counters(at)
    press(press(turned(at, "Documents"), "Not known"), "Accept")
    assert june(at) == [] and counters(at)[1] > before[1]
    turned(at, "Undated")
    assert any(
        "year" in str(reason) for d in at.dataframe if "reason" in d.value.columns for reason in d.value["reason"]
    )
    press(press(turned(at, "Documents"), "As found"), "Accept")
    assert sum(counters(at)[:3]) == counters(at)[3]


def test_the_event_that_is_read_stays_open_when_its_documents_date_changes():
    at = pasted()
    headline = re.compile("tl-headline.*?>(.*?)</h2>")
    while "tl-when'>June 2018" not in page_html(at):
        press(at, "Previous")
    before = headline.search(page_html(at)).group(1)
    next(f for f in at.text_input if f.key.startswith("day-excerpt")).set_value("2021-02-28")
    [b for b in at.button if b.label == "Use this date"][0].click()
    press(clean(at.run()), "Accept")
    assert headline.search(page_html(at)).group(1) == before and "tl-when'>June 2020" in page_html(at)


def test_a_date_that_is_not_full_is_refused_in_plain_words():
    at = pasted(tab="Documents")
    next(f for f in at.text_input if f.key.startswith("day-documents")).set_value("June 2019")
    press(at, "Use this date")
    assert "day, month and year" in at.error[0].value and june(at) == ["June 2018"]


def test_a_pasted_text_takes_the_demos_place_and_can_be_given_back(demo):
    at = pasted()
    assert counters(at)[3] < 10
    press(at, "Back to the demo")
    assert counters(at) == counters(demo)


def test_nothing_found_is_said_and_nothing_breaks():
    at = pasted("Nothing here has a day.")
    assert counters(at)[0] == 0 and table(at) is None
    assert [i.value for i in at.info if "No event was found" in i.value] and not at.get("plotly_chart") and scene(at) is None


def test_filters_that_leave_nothing_say_so():
    at = pasted(actor=["Donald Trump"], search="nothing says this")
    assert "No event passes the filters" in at.info[0].value


EARLY = "In 1910 the old bridge opened. " + " ".join(
    f"On {day} March 2015 Anna Berg met the council of {town}."
    for day, town in enumerate("Leeds Bern Oslo Lyon Turin Porto Ghent Vaduz Kassel Bergen Malmo Tartu".split(), 1))


def test_the_chart_leaves_the_odd_early_year_out_and_shows_it_when_asked():
    at = pasted(EARLY, "")
    assert "2015" in re.search("tl-when'>(.*?)<", page_html(at)).group(1)
    button = next(b for b in at.button if b.label.startswith("Show all of the time"))
    assert "1 earlier" in button.label
    press(at, button.label)
    assert at.query_params["span"] in ("all", ["all"])
    press(at, "Back to 2015")
    assert "span" not in at.query_params


def test_an_event_outside_the_chart_says_where_it_is():
    at = pasted(EARLY, "")
    while not next(b for b in at.button if b.label == "Previous").disabled:
        press(at, "Previous")
    assert "earlier than the chart shows" in page_html(at)


def test_documents_are_called_by_their_titles():
    at = opened()
    rows = [{"title": "Bridge opens", "text": "The bridge opened on 3 May 2015.", "published": "2015-05-04"},
            {"title": "Bridge closes", "text": "The bridge closed on 3 June 2016.", "published": "2016-06-04"}]
    at.file_uploader[0].set_value([("pile.jsonl", "\n".join(map(json.dumps, rows)).encode(), "application/json")])
    clean(at.run())
    assert [o.split(" (")[0] for o in at.multiselect(key="document").options] == ["Bridge opens", "Bridge closes"]
    assert "Bridge closes<br><b>pile.jsonl" in page_html(at) or "Bridge opens<br><b>pile.jsonl" in page_html(at)


def test_choosing_a_row_or_stepping_opens_the_event():
    at = pasted()
    headline = re.compile("tl-headline.*?>(.*?)</h2>")
    seen = [headline.search(page_html(at)).group(1)]
    while not next(b for b in at.button if b.label == "Previous").disabled:
        press(at, "Previous")
    for _ in range(counters(at)[3] - 1):
        press(at, "Next")
        seen.append(headline.search(page_html(at)).group(1))
    assert next(b for b in at.button if b.label == "Next").disabled
    assert len(set(seen)) >= counters(at)[3] - 1


def test_every_widget_and_chart_has_a_name(demo):
    widgets = [
        *demo.button,
        *demo.text_input,
        *demo.multiselect,
        *demo.selectbox,
        *demo.text_area,
        *demo.download_button,
    ]
    assert all(w.label for w in widgets)


def test_every_format_can_be_downloaded_shown_and_all():
    at = opened()
    assert [b.label for b in at.download_button] == ["Download CSV"]  # the others cost nothing until they are asked for
    at.session_state["downloads-more"] = True
    labels = [b.label for b in clean(at.run()).download_button]
    assert labels[0] == "Download CSV" and len(labels) == 1 + len(modules("timeline.export"))
    assert all(any(label.startswith(module.TITLE) for label in labels[1:]) for module in modules("timeline.export").values())
    assert [h for h in re.findall("<h3 class='tl-quiet'>(.*?)</h3>", page_html(at))] == list(export.GROUPS), "and no pack where there is no project"


def test_without_the_demo_there_is_a_clear_message(monkeypatch):
    from timeline.page import library

    monkeypatch.setattr(library, "DEMO", Path("missing"))
    at = opened()
    assert "missing" in at.warning[0].value and counters(at) == (0, 0, 0, 0)
