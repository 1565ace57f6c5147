"""build: the order of the flow, the ladder of the document's date, and what a failure costs. The rooms are played."""

from dataclasses import replace
from datetime import date
from importlib import import_module

import pytest

from timeline import build as whole
from timeline import dates
from timeline.events import Harvest
from timeline.finding import Here
from timeline.model import ActorMention, DateMention, Document, DocumentDate, Failure, Rejected

COLUMN = DocumentDate("2018-06-13", "column", "from the column “published”")
BYLINE = DocumentDate("2018-05-01", "byline", "from the byline")


def doc(name, text="Talks.", published=None):
    return Document(f"id-{name}", name, text, published=published)


@pytest.fixture
def rooms(monkeypatch):
    """Every other room replaced by the simplest one that keeps the contract; returns what they were asked."""
    asked = {"tag": [], "merge": None}

    def tag(text, published=None, language="en"):
        asked["tag"].append((text, published, language))
        if "boom" in text:
            raise KeyError("boom")
        return ["date"]

    def play(room, **functions):
        for name, function in functions.items():
            monkeypatch.setattr(room, name, function)

    play(whole.finding, search=Here().search)
    play(whole.read, open_sources=iter, parse_day=_parse)
    play(dates, tag=tag, byline=lambda text, language: BYLINE if "By" in text else None)
    play(whole.actors, find=lambda text, language="en", where=None: [ActorMention(0, 5, text[:5], "PER", text[:5])], join=dict)
    play(whole.events, harvest=lambda document, dates, actors: _gave(document, dates, actors),
         stretches=lambda text, dates: [], merge=lambda events: asked.update(merge=events) or events, told_apart=lambda events: events)
    return asked


def _gave(document, dates, actors):
    """An event of the document; and where its text says so, a date that founded none."""
    spare = [(DateMention(4, 7, "May", "DATE", "XXXX-05", "a month"), "a bare date")] if "May" in document.text else []
    return Harvest(((document.name, tuple(dates), actors[0].name),), tuple(spare))


def _parse(typed):
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def test_events_of_every_document_are_merged_together(rooms):
    timeline = whole.build([doc("a", "Trump"), doc("b", "Putin")])
    assert timeline.events == (("a", ("date",), "Trump"), ("b", ("date",), "Putin"))
    assert rooms["merge"] == list(timeline.events)
    assert timeline.actors == {"Putin": "PER", "Trump": "PER"}


def test_nothing_in_nothing_out(rooms):
    timeline = whole.build([])
    assert (timeline.documents, timeline.events, timeline.failures) == ((), (), ())


@pytest.mark.parametrize("own, text, typed, day, rung", [
    (None, "Talks.", None, None, None),
    (None, "By A.", None, "2018-05-01", "byline"),
    (COLUMN, "By A.", None, "2018-06-13", "column"),
    (COLUMN, "By A.", "2019-02-28", "2019-02-28", "typed"),
    (COLUMN, "By A.", date(2019, 2, 28), "2019-02-28", "typed"),
    (COLUMN, "By A.", "", None, None),
    (COLUMN, "By A.", {"a": "2019-02-28"}, "2019-02-28", "typed"),
    (COLUMN, "By A.", {"id-a": "2019-02-28", "a": "2001-01-01"}, "2019-02-28", "typed"),
    (COLUMN, "By A.", {"a": None}, None, None),
    (COLUMN, "By A.", {"other": "2019-02-28"}, "2018-06-13", "column"),
    (None, "By A.", {"other": "2019-02-28"}, "2018-05-01", "byline"),
])
def test_ladder_of_the_documents_date(rooms, own, text, typed, day, rung):
    got = whole.build([doc("a", text, own)], published=typed).documents[0].published
    assert (got and got.day, got and got.rung) == (day, rung)
    assert rooms["tag"][0][1] == day


def test_a_typed_day_that_is_no_date_is_refused(rooms):
    with pytest.raises(ValueError, match="“last june” is not a full date. Give day, month and year"):
        whole.build([doc("a")], published="last june")


@pytest.mark.parametrize("given, expected", [(None, "de"), ("fr", "fr")])
def test_language_is_the_readers_unless_given(rooms, given, expected):
    timeline = whole.build([replace(doc("a", "Frost und Eis"), language="de")], language=given)
    assert timeline.documents[0].language == expected == rooms["tag"][0][2]


def test_one_failing_document_costs_one_failure(rooms):
    timeline = whole.build([doc("a"), doc("bad", "boom"), Failure("x.pdf", "broken"), doc("c")])
    assert [f.name for f in timeline.failures] == ["x.pdf", "bad"]
    assert "KeyError" in timeline.failures[1].reason and "not affected" in timeline.failures[1].reason
    assert [e[0] for e in timeline.events] == ["a", "c"]
    assert [d.name for d in timeline.documents] == ["a", "bad", "c"]


@pytest.mark.parametrize("room, function", [("dates", "byline"), ("actors", "find"), ("events", "harvest")])
def test_whichever_room_fails_the_others_go_on(rooms, monkeypatch, room, function):
    where = import_module(f"timeline.{room}")
    before = getattr(where, function)

    def failing(first, *rest):
        if "bad" in (getattr(first, "text", first)):
            raise RuntimeError("no")
        return before(first, *rest)

    monkeypatch.setattr(where, function, failing)
    timeline = whole.build([doc("a"), doc("b", "bad")])
    assert [f.name for f in timeline.failures] == ["b"]
    assert [d.name for d in timeline.documents] == ["a", "b"]
    assert [e[0] for e in timeline.events] == ["a"]


def test_the_same_document_given_twice_is_read_once(rooms):
    timeline = whole.build([doc("a"), doc("a")])
    assert len(timeline.documents) == len(timeline.events) == 1
    assert "twice" in timeline.failures[0].reason


def test_progress_names_every_document_and_ends(rooms):
    seen = []
    whole.build([doc("a"), doc("b")], progress=lambda *step: seen.append(step))
    assert (0, 0, "a") in seen and (1, 2, "b") in seen
    assert seen[-1] == (2, 2, "")


def test_a_broken_line_of_the_alias_file_is_said(rooms, monkeypatch):
    monkeypatch.setattr(whole.actors, "alias_problems", lambda: ("aliases.csv line 3: no type.",))
    timeline = whole.build([doc("a")])
    assert [f.reason for f in timeline.failures] == ["aliases.csv line 3: no type."]
    assert len(timeline.documents) == 1


def test_what_has_not_changed_is_not_worked_over_again(rooms):
    memory, documents = {}, [doc("a", "Talks one."), doc("b", "Talks two.", COLUMN)]
    first = whole.build(documents, memory=memory)
    again = whole.build(documents, {"a": "2019-02-28"}, memory=memory)
    assert [text for text, *_ in rooms["tag"]] == ["Talks one.", "Talks two.", "Talks one."]
    assert rooms["tag"][-1][1] == "2019-02-28" and len(again.events) == len(first.events) == 2


def test_the_dates_that_founded_no_event_are_kept_with_their_reason(rooms):
    timeline = whole.build([doc("a", "In  May."), doc("b")], memory={})
    assert timeline.rejected == (Rejected("id-a", 4, 7, "May", "a bare date"),)
