"""export: the witnesses and what people decided, where a format has them; titles; what each is given that asks for more."""

import csv
import io
from dataclasses import replace

import pandas as pd
import pytest

from tests import made
from tests.test_export import FORMATS, as_text, cells, xml
from timeline import export
from timeline import frame as fr
from timeline.export._cells import unguard
from timeline.model import Marks


def sheets(data):
    return [sheet.get("name") for sheet in xml(data, "xl/workbook.xml").iter("{*}sheet")]


def marked(*events):
    """Events of two documents: one with hostile names, quotes and marks, one as it was found."""
    marks = Marks("approved", True, ("=tag", "two"), "+note\nand more", ("title",))
    other = made.mention(replace(made.PAGE, doc_id="=doc", title="@title\x00"), speaker="-speaker", actors=("A", "B"))
    return made.timeline(made.event(1, marks=marks, mentions=(made.mention(), other)), made.event(2, "2018-06-12"), *events)


def test_mentions_name_source_quote_and_offsets_of_the_rows_that_are_given():
    timeline = marked(made.undated(3))
    frame = fr.events_frame(timeline)
    rows = list(csv.DictReader(io.StringIO(export.written(FORMATS["mentions"], frame, timeline).decode("utf-8-sig"), newline="")))
    assert list(rows[0]) == list(fr.MENTION_COLUMNS) and [row["event_id"] for row in rows] == ["e0002", "e0001", "e0001", "e0003"]
    assert all(made.PAGE.text[int(row["start_char"]):int(row["end_char"])] == row["exact"] for row in rows)
    assert (rows[2]["doc_id"], rows[2]["doc_title"], rows[2]["speaker"], rows[2]["actors"]) == ("'=doc", "'@title\x00", "'-speaker", "A; B")
    whole = fr.mentions_frame(timeline).set_index(["event_id", "doc_id"]).astype(object)
    for row in rows:
        kept = whole.loc[(row["event_id"], unguard(row["doc_id"]))]
        told = as_text({name: list(value) if isinstance(value, tuple) else None if pd.isna(value) else value for name, value in kept.items() if name in row})
        assert {name: unguard(row[name]) for name in told} == told
    assert export.written(FORMATS["mentions"], frame[:1], timeline).count(b"\r\n") == 2 and FORMATS["mentions"].write(frame).count(b"\r\n") == 1


def test_a_workbook_has_the_witnesses_and_what_people_decided():
    timeline = marked()
    frame = fr.events_frame(timeline)
    data = export.written(FORMATS["xlsx"], frame, timeline)
    assert sheets(data) == ["Events", "Mentions", "Review"] and sheets(FORMATS["xlsx"].write(frame)) == ["Events", "Review"]
    assert xml(data, "xl/worksheets/sheet1.xml").xpath("string()") == xml(FORMATS["xlsx"].write(frame), "xl/worksheets/sheet1.xml").xpath("string()")
    mentions, review = cells(data, 2), cells(data, 3)
    assert mentions[0] == list(fr.MENTION_COLUMNS) and len(mentions) == 4 and mentions[3][:3] == ["e0001", "=doc", "@title\x00"]
    assert review == [["event_id", "title", "status", "star", "tags", "note", "edited"], ["e0002", "Hanoi talks", "", "0", "", "", ""],
                      ["e0001", "Hanoi talks", "approved", "1", "=tag; two", "+note\nand more", "title"]]
    for number in (1, 2, 3):
        assert not list(xml(data, f"xl/worksheets/sheet{number}.xml").iter("{*}f"))


def test_a_workbook_says_what_does_not_fit_into_its_further_sheets():
    long = replace(made.PAGE, text="x" * 40_000)
    timeline = made.timeline(made.event(1, marks=Marks(note="y" * 40_000), mentions=(made.mention(long, 0, 40_000),)), documents=(long,))
    frame = fr.events_frame(timeline)
    assert export.left_out(FORMATS["xlsx"], frame, timeline) == "left out: the ends of 2 long cells"
    assert export.left_out(FORMATS["xlsx"], frame) == "left out: the ends of 1 long cells" and export.left_out(FORMATS["csv"], frame, timeline) == ""
    assert FORMATS["xlsx"].leaves_out(frame.assign(mention_count=FORMATS["xlsx"].MAX_ROWS + 5)) == "left out: 5 rows and the ends of 1 long cells"


HOSTILE_TITLE = "Ann <b>&\nEND:VCALENDAR\x00, 1914 – 1918"


@pytest.mark.parametrize("name, holds, usual", [
    ("docx", None, "Chronology"), ("html", b"<h1 dir=\"auto\">Ann &lt;b&gt;&amp;\nEND:VCALENDAR\xef\xbf\xbd, 1914", b"<title>Chronology</title>"),
    ("ics", b"X-WR-CALNAME:Ann <b>&\\nEND:VCALENDAR\\, 1914", b"X-WR-CALNAME:Timeline"), ("markwhen", "title: Ann <b>& END:VCALENDAR , 1914 – 1918\n".encode(), b"title: Timeline\n"),
    ("timelinejs", b"Ann &lt;b&gt;&amp;", b'"headline": "Timeline"')])
def test_a_title_is_told_where_there_is_one_and_stays_text(name, holds, usual):
    timeline = marked()
    frame = fr.events_frame(timeline)
    data, plain_ = export.written(FORMATS[name], frame, timeline, HOSTILE_TITLE), export.written(FORMATS[name], frame, timeline)
    if name == "docx":
        told, before = ("".join(xml(one, "word/document.xml").itertext()) for one in (data, plain_))
        assert "Ann <b>&" in told and "Chronology" not in told and before.startswith(usual)
        return
    assert holds in data and usual in plain_ and usual not in data
    assert b"\nEND:VCALENDAR\x00" not in data.replace(b"\r\n ", b"")


def test_a_format_without_a_title_is_the_same_with_one():
    timeline = marked()
    frame = fr.events_frame(timeline)
    for name in ("csv", "jsonl", "mentions", "timesketch"):
        assert export.written(FORMATS[name], frame, timeline, "A title") == export.written(FORMATS[name], frame, timeline)
