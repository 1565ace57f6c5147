"""imports: what our exports wrote comes back the same; other tables come in by a mapping, with their rows as witnesses."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import made
from tests.test_export import FORMATS, HOSTILE
from timeline import calendar, imports
from timeline import frame as fr
from timeline.read import Unreadable

OF_WITNESSES = ["source_count", "mention_count", "first_published"]  # they count what a table does not carry
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TITLES = st.sampled_from(HOSTILE) | WORDS | st.builds(str.__add__, st.sampled_from(list("=+-@\t\r\n'＝＋－＠")), WORDS)
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=";"), min_size=1, max_size=8)
EDTF = ["2019-02-27", "2018-06", "1850", "199X", "-0043-03-15", "2001/..", "../1953-07-27", "2019-02-27/2019-02-28", "1850~", "2018-22", "12345-01", ""]


@st.composite
def tables(draw):
    """Events with hostile words in every text."""
    events = []
    for number in range(draw(st.integers(1, 5))):
        edtf = draw(st.sampled_from(EDTF))
        texts = {name: draw(TITLES) for name in ("title", "date_text", "rule", "place", "excerpt")}
        closed = {"precision": draw(st.sampled_from(fr.PRECISIONS)) if edtf else "", "qualifier": draw(st.sampled_from(fr.QUALIFIERS)),
                  "date_basis": draw(st.sampled_from(fr.BASES)), "kind": draw(st.sampled_from(fr.KINDS)), "modality": draw(st.sampled_from(fr.MODALITIES))}
        scores = {"importance": draw(st.floats(0, 1)), "confidence": draw(st.floats(0, 1))}
        events.append(made.event(number, edtf, actors=tuple(dict.fromkeys(draw(st.lists(NAMES, max_size=3)))), **{k: v for k, v in (texts | closed | scores).items()
                                                                                                                if k not in ("title", "precision")},
                                 title=texts["title"], precision=closed["precision"]))
    return fr.events_frame(made.timeline(*events))


def columns(frame):
    return frame[[name for name in fr.COLUMNS if name not in OF_WITNESSES]]


@settings(max_examples=150, deadline=None)
@given(tables(), st.sampled_from(["csv", "jsonl"]))
def test_our_own_tables_come_back_the_same(frame, name):
    module = FORMATS[name]
    found = imports.read(imports.open_table(f"t{module.SUFFIX}", module.write(frame)))
    back = fr.events_frame(made.timeline(*found.events))
    frame_ = frame.assign(excerpt=[e or b for e, b in zip(frame.excerpt, back.excerpt)])  # an empty excerpt quotes the row
    assert columns(back).astype(str).equals(columns(frame_).astype(str))
    _check(found)


def _check(found):
    """The laws: verbatim words, a reason where there is no date, ids that differ."""
    for event in found.events:
        (mention,) = event.mentions
        text = found.document.text
        assert text[mention.start_char:mention.end_char] == mention.exact == event.excerpt
        assert text[:mention.start_char].endswith(mention.prefix) and text[mention.end_char:].startswith(mention.suffix)
        assert mention.rule == "imported" and mention.date_basis == "explicit"
        if mention.date_start is not None:
            assert text[mention.date_start:mention.date_end] == mention.date_text
        assert (event.first is None and event.last is None) == bool(event.reason)
    assert len({e.event_id for e in found.events}) == len(found.events)


def test_the_second_round_trip_is_the_same_bytes():
    frame = fr.events_frame(made.timeline(*made.many(40), made.undated(900)))
    once = imports.read(imports.open_table("t.csv", FORMATS["csv"].write(frame)))
    first = FORMATS["csv"].write(fr.events_frame(made.timeline(*once.events)))
    again = imports.read(imports.open_table("t.csv", first))
    assert FORMATS["csv"].write(fr.events_frame(made.timeline(*again.events))) == first


@pytest.mark.parametrize("cell, title", [("'=1+1", "=1+1"), ("''=1+1", "'=1+1"), ("'quoted", "'quoted"), ("''quoted'", "'quoted'"), ("'", "'"), ("", "")])
def test_a_guard_is_taken_off_only_where_the_writer_puts_one(cell, title):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([list(fr.COLUMNS), ["e1", cell, *[""] * (len(fr.COLUMNS) - 2)]])
    assert imports.read(imports.open_table("t.csv", out.getvalue().encode())).events[0].title == title


def test_our_table_is_known_after_a_spreadsheet_saved_it():
    frame = fr.events_frame(made.timeline(made.event(1, title="=1+1"), made.event(2, "2001/..")))
    text = FORMATS["csv"].write(frame).decode("utf-8-sig").replace("\r\n", "\n")
    table = imports.open_table("t.csv", "\n".join(line + (",note" if not n else ",x" if line else "") for n, line in enumerate(text.split("\n"))).encode())
    assert table.is_own and table.header[-1] == "note"
    assert columns(fr.events_frame(made.timeline(*imports.read(table).events))).astype(str).equals(columns(frame).astype(str))


def test_a_table_of_an_older_version_with_fewer_columns_is_known():
    frame = fr.events_frame(made.timeline(made.event(1), made.undated(2)))
    lines = [json.loads(line) for line in FORMATS["jsonl"].write(frame).decode().splitlines()]
    old = "".join(json.dumps({k: v for k, v in line.items() if k not in ("modality", "kind", "confidence")}) + "\n" for line in lines).encode()
    table = imports.open_table("t.jsonl", old)
    found = imports.read(table).events
    assert table.is_own and [(e.title, e.modality, e.kind, e.confidence) for e in found] == [("Hanoi talks", "actual", "instant", 0.0), ("Envoys met", "actual", "instant", 0.0)]


# other tables

SHEET = ("Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Group\n"
         "2018,6,12,,2018,6,13,,,Summit,\"They met, at last.\",http://x/y,Kim\n-44,3,15,,,,,,15 Mar 44 BC,Ides,,,\n1910,,,,,,,,,Annexed,,,\n,,,,,,,,,No date,,,\n")


def seen(name, data, mapping=None):
    table = imports.open_table(name, data)
    found = imports.read(table, mapping or imports.propose(table))
    _check(found)
    return [(calendar.label(e.first, e.last, e.precision, e.qualifier), e.title, e.actors, e.place) for e in found.events]


def test_the_columns_of_timelinejs():
    assert seen("t.csv", SHEET.encode()) == [("12–13 Jun 2018", "Summit", ("Kim",), ""), ("15 Mar 44 BC", "Ides", (), ""),
                                             ("1910", "Annexed", (), ""), ("undated", "No date", (), "")]


def test_the_json_of_timelinejs_and_our_own_of_it():
    slides = {"title": {"text": {"headline": "x"}}, "events": [
        {"start_date": {"year": "2018", "month": "6"}, "text": {"headline": "<b>Sum</b>mit &amp; more", "text": "<p>They <i>met</i>.</p>"}, "media": {"url": "http://x"}},
        {"start_date": {"year": 1914}, "end_date": {"year": 1918}, "text": {"headline": "War"}, "group": "Europe"}, "nonsense"]}
    assert seen("t.json", json.dumps(slides).encode()) == [("June 2018", "Sum mit & more", (), ""), ("1914 – 1918", "War", ("Europe",), "")]
    frame = fr.events_frame(made.timeline(made.event(1), made.event(2, "-0043", precision="year"), made.event(3, "2018-06", precision="month")))
    back = seen("t.json", FORMATS["timelinejs"].write(frame))
    assert [when for when, *_ in back] == list(frame.when)


@pytest.mark.parametrize("text, expected", [
    ("When;What;Who;Where\n3.4.2019;Summit;Kim|Trump;Hanoi\n13.4.2019;Walk;;\n", [("3 Apr 2019", "Summit", ("Kim", "Trump"), "Hanoi"), ("13 Apr 2019", "Walk", (), "")]),
    ("date\tevent\n4/13/2019\tWalk\n3/4/2019\tSummit\n", [("13 Apr 2019", "Walk", (), ""), ("4 Mar 2019", "Summit", (), "")]),
    ("Titel,Beginn,Ende\nKrieg,1914-07-28,1918-11-11\nLeer,,\nFalsch,soon,\nVerkehrt,1918,1914\n",
     [("28 Jul 1914 – 11 Nov 1918", "Krieg", (), ""), ("undated", "Leer", (), ""), ("undated", "Falsch", (), ""), ("undated", "Verkehrt", (), "")]),
    ("date,text\nc. 1250,A long story of a castle\n199X,Another\n2019-02-27 10:30:00,Timed\n", [
        ("c. 1250", "A long story of a castle", (), ""), ("1990s", "Another", (), ""), ("27 Feb 2019", "Timed", (), "")]),
    ('[{"name": "x", "date": {"value": "2018"}, "people": ["a", "b"]}]', [("2018", "x", ("a", "b"), "")]),
    ('{"title": "x", "date": "2018-06"}\n{"title": "y"}\n', [("June 2018", "x", (), ""), ("undated", "y", (), "")]),
    ("event,start\n=1+1,2018\n'kept,2019\n", [("2018", "=1+1", (), ""), ("2019", "'kept", (), "")]),
    ("title,title,date\na,b,2018\n", [("2018", "a", (), "")]),
])
def test_any_table_by_the_names_of_its_columns(text, expected):
    assert seen("t.csv", text.encode()) == expected


def test_every_row_says_what_is_wrong_with_its_date():
    table = imports.open_table("t.csv", b"title,start,end\na,soon,\nb,2019,2018\nc,,\n")
    assert [e.reason for e in imports.read(table, imports.propose(table)).events] == [
        "“soon” in the table is no date that could be read.", "In the table the end (2018) lies before the start (2019).", "The row of the table gives no date."]


def test_a_mapping_by_hand_and_what_is_wrong_with_one():
    table = imports.open_table("t.csv", b"a,b\nSummit,2018\n")
    assert "none is called so" in imports.propose(table).problem(table)
    assert "no column “c”" in imports.Mapping({"title": "c"}).problem(table)
    assert "no field of an event" in imports.Mapping({"colour": "a"}).problem(table)
    mapping = imports.Mapping({"title": "a", "date": "b"})
    assert mapping.problem(table) == ""
    assert [e.title for e in imports.read(table, mapping).events] == ["Summit"]


def test_a_header_is_known_whatever_the_order_of_its_columns():
    one, two, three = (imports.open_table("t.csv", text + b"\n1,2\n") for text in (b"Title, Date", b"date,TITLE", b"title,day"))
    assert one.signature == two.signature != three.signature


@pytest.mark.parametrize("data, words", [
    (b"", "is empty"), (b"title,date\n", "no rows below its header"), (b"[1, 2]", "no rows"), (b'{"a": 1}\n{nope', "not sound JSON"),
    (b"[" * 100_000, "nested too deep"), (bytes(range(256)) * 20, "is not text"), (b"x," * 2000 + b"\n" + b"1," * 2000, "too large")])
def test_what_is_no_table_is_refused_in_plain_words(data, words):
    with pytest.raises(Unreadable, match=words):
        imports.open_table("t.csv", data)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.text(max_size=6) | st.sampled_from(["2018", "3/4/2019", "title", "date", "-", "/"]), min_size=2, max_size=4), min_size=2, max_size=5))
def test_no_table_breaks_it(cells):
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["title", "date", "who", "end"], *cells])
    try:
        table = imports.open_table("t.csv", out.getvalue().encode("utf-8", "replace"))
    except Unreadable:
        return
    _check(imports.read(table, imports.propose(table)))


@pytest.mark.parametrize("dates, order, doubt", [("3/4/2019", "", True), ("3/4/2019,13/4/2019", "", False), ("3/4/2019", "MDY", False), ("13/4/2019", "", False),
                                                ("2019-04-03", "", False), ("3 April 2019", "", False), ("4/4/2019", "", False), ("03-04-2019", "", True)])
def test_dates_that_could_be_read_either_way_are_known_for_it(dates, order, doubt):
    table = imports.open_table("t.csv", ("title,date\n" + "".join(f"x,{day}\n" for day in dates.split(","))).encode())
    mapping = imports.propose(table)
    assert imports.Mapping(mapping.columns, order or mapping.order).is_in_doubt(table) is doubt
