"""The chart's place on the page, without a browser: what the stage is given, what it may ask for, and its stand-in."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import made
from tests.test_app import clean, counters, marks, no_files, opened, page_html, pasted, scene  # noqa: F401
from timeline import frame as fr
from timeline.charts import Look
from timeline.page import stage, tables
from timeline.rows import rows_of

CROWD = fr.events_frame(made.timeline(*made.many(2000)))
LOADED = SimpleNamespace(events=CROWD, label=lambda doc_id: f"title of {doc_id}")


def test_without_plotlys_script_the_plain_charts_stand_in(monkeypatch):
    told = scene(opened())
    monkeypatch.setattr(stage.scripts, "PLOTLY", Path("missing"))
    at = opened()
    assert scene(at) is None and len(at.get("plotly_chart")) == 2
    assert all(c.proto.alt for c in at.get("plotly_chart"))
    drawn = json.loads(at.get("plotly_chart")[1].proto.spec)["data"]
    assert {c[0] for t in drawn if t.get("mode") == "markers" for c in t.get("customdata") or []} == {told["marks"]["id"][n] for n in told["stands"][0]}
    assert told["absent"] == ["Japan"] and "Japan has events only outside" in page_html(at) and len(told["marks"]["id"]) == counters(at)[0]


def test_the_script_that_is_sent_holds_no_word_of_a_document():
    at = pasted("On 3 May 2018 Zorblatt met the council of Quxville.")
    sent = [c.proto for c in at.get("bidi_component")]
    assert len(sent) == 3 and marks(at)
    assert not [p for p in sent if "Zorblatt" in p.js_content + p.html_content + p.css_content]
    assert any("Zorblatt" in p.json for p in sent)


def test_choosing_an_event_leaves_the_scene_as_it_was():
    at = opened()
    before = scene(at)["token"]
    [b for b in at.button if b.label == "Previous"][0].click()
    assert scene(at.run())["token"] == before


@pytest.mark.parametrize("asked, taken", [
    ([734_000, 734_100.5, "K"], True), (None, False), ("x", False), ([1, 2], False), ([734_100, 734_000, "K"], False),
    ([734_000, 734_100, "other"], False), ([float("inf"), 5, "K"], False), ([True, "5", "K"], False), ({"lo": 1}, False),
])
def test_a_stretch_that_a_browser_asks_for_is_checked(asked, taken):
    look = Look()
    stretch = f"{look.first} {look.last} {look.whole}"
    asked = [stretch if part == "K" else part for part in asked] if isinstance(asked, list) else asked
    data = stage.scene_data(LOADED, CROWD, look, {"view": asked})
    assert (data["seen"] == [734_000, 734_100.5]) is taken


def test_documents_have_their_names_and_the_stamp_follows_the_data():
    few = CROWD.iloc[:50]
    data = stage.scene_data(LOADED, few, Look(), {})
    assert data["documents"] == {"doc-1": "title of doc-1"}
    again, other = (stage.scene_data(LOADED, rows, Look(), {}) for rows in (few, CROWD.iloc[:51]))
    assert data["token"] == again["token"] != other["token"]
    json.dumps(data)


FAR = "{} Ada Varga met the council of Leeds on 1 March 2015. " + " ".join(
    f"On {day} March 2015 Ada Varga met the council of {town}." for day, town in enumerate("Bern Oslo Lyon Turin Porto Ghent Vaduz Kassel Bergen Tartu Riga Linz Nice Basel".split(), 2))


@pytest.mark.parametrize("early, said", [
    ("In 1910 Leo Brandt resigned.", "Leo Brandt has events only outside"),
    ("In 1910 Leo Brandt resigned. In 1911 Olga Sand resigned.", "Leo Brandt, Olga Sand have events only outside"),
    ("In 1910 Ada Varga was born.", ""),
    ("In 1910 Leo Brandt resigned. In 1911 Olga Sand resigned. In 1912 Jean Moreau resigned. In 1913 Jan Molnar resigned.", "4 lanes have events only outside"),
])
def test_lanes_that_are_left_out_are_named_below_the_chart_and_come_back(early, said):
    at = pasted(FAR.format(early), "")
    assert said in page_html(at) and ("only outside" in page_html(at)) is bool(said)
    if said:
        before = len(scene(at)["lanes"])
        at.button(key="span-absent").click()
        assert len(scene(clean(at.run()))["lanes"]) > before and "only outside" not in page_html(at)


@pytest.mark.parametrize("number", [50, 2000])
def test_the_same_rows_give_another_reader_and_another_stretch_their_own_scene(monkeypatch, number):
    shown, alone = rows_of(CROWD.iloc[:number]), lambda: rows_of(CROWD.iloc[:number])
    near = [734_000, 734_100.5, "None None False"]
    for order, look, asked in [(o, look, a) for o in ("DMY", "MDY") for look in (Look(), Look(actors=("Person 1",)), Look(whole=True)) for a in ({}, {"view": near}, {})]:
        monkeypatch.setattr(stage.locale, "order", lambda order=order: order)
        assert stage.scene_data(LOADED, shown, look, asked) == stage.scene_data(LOADED, alone(), look, asked)


def test_cells_with_names_of_ours_are_read_in_the_words_of_the_key():
    rows = rows_of(fr.events_frame(made.timeline(*made.many(40), made.undated(99))))
    for part in (rows, rows.part(3, 9)):
        for name, words in tables.WORDED.items():
            expected = [words.get(value, value) if isinstance(value, str) else None for value in part.frame[name]]
            assert tables._cells(part, name).to_pylist() == expected
