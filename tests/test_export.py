"""export: every format keeps its promise, and what is written is read back as it was."""

import csv
import io
import json
import re
import zipfile

import lxml.html
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests import made
from timeline import export
from timeline import frame as fr
from timeline.export._cells import guard, unguard
from timeline.folder import modules

FORMATS = modules("timeline.export")
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'quoted", "''", "＝1+1", 'a "b", c', "two\nlines", "é Ü 北京",
           "NA", "", "<script>alert(1)</script>", "1,5", "\ufeffx", "nul\0nul"]


def frame_of(*titles):
    events = [made.event(n, title=t, excerpt=t, actors=("Añez", "Ömer Ü")) for n, t in enumerate(titles, 1)]
    return fr.events_frame(
        made.timeline(*events, made.event(800, "-0043", precision="year"), made.undated(900, actors=()))
    )


def plain(frame):
    """The frame as a list of dicts of plain values."""
    rows = frame[list(fr.COLUMNS)].astype(object)
    return [{k: None if not isinstance(v, tuple) and pd.isna(v) else list(v) if isinstance(v, tuple) else v
             for k, v in row.items()} for row in rows.to_dict("records")]


def read_csv(data):
    """A written CSV as `plain` gives it, but all text."""
    rows = pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, lineterminator=None).to_dict("records")
    return [{k: unguard(v) for k, v in row.items()} for row in rows]


def as_text(row):
    return {k: "; ".join(v) if isinstance(v, list) else "" if v is None else str(v) for k, v in row.items()}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_keeps_its_promise(name):
    module = FORMATS[name]
    assert module.__doc__ and module.TITLE and module.SUFFIX.startswith(".") and "/" in module.MIME
    assert isinstance(module.ORDER, int) and module.GROUP in export.GROUPS
    for frame in (frame_of(*HOSTILE), frame_of()[:0]):
        assert isinstance(module.write(frame), bytes)


def test_formats_stand_in_order_and_titles_differ():
    assert list(FORMATS)[:3] == ["csv", "mentions", "xlsx"]
    assert len({m.SUFFIX for m in FORMATS.values()}) == len(FORMATS)
    assert export.__doc__


def test_csv_reads_back_equal():
    frame = frame_of(*[h for h in HOSTILE if "\0" not in h])
    assert read_csv(FORMATS["csv"].write(frame)) == [as_text(row) for row in plain(frame)]


def test_csv_opens_with_accents_and_rfc_4180_lines():
    data = FORMATS["csv"].write(frame_of("é"))
    assert data.startswith(b"\xef\xbb\xbfevent_id,title,start,end,")
    assert data.count(b"\r\n") == 4 and "Añez; Ömer Ü".encode() in data


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_csv_cell_can_be_computed(hostile):
    text = FORMATS["csv"].write(frame_of(hostile)).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            assert cell[:1] not in "=+-@＝＋－＠\t\r\n" or cell == ""


@settings(max_examples=500, deadline=None)
@given(st.text() | st.builds(str.__add__, st.sampled_from(list("=+-@\t\r\n'")), st.text()))
def test_guard_is_undone_by_unguard(text):
    assert unguard(guard(text)) == text
    assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_jsonl_reads_back_equal():
    frame = frame_of(*HOSTILE)
    assert [json.loads(line) for line in FORMATS["jsonl"].write(frame).decode().split("\n")[:-1]] == plain(frame)


def xml(data, part):
    """A part of an Office file, and that it is a sound zip without a time in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None and {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
        return etree.fromstring(archive.read(part))


def cells(data, number=1):
    """The rows of a sheet as lists of text, with _xHHHH_ taken back."""
    back = lambda t: re.sub("_x([0-9A-F]{4})_", lambda hit: chr(int(hit[1], 16)), t)  # noqa: E731
    sheet = xml(data, f"xl/worksheets/sheet{number}.xml")
    return [[back("".join(cell.itertext())) for cell in row] for row in sheet.iter("{*}row")]


def test_xlsx_reads_back_equal_and_computes_nothing():
    frame = frame_of(*HOSTILE, "_x0041_ stays", "x" * 40_000)
    data = FORMATS["xlsx"].write(frame)
    rows = cells(data)
    whole = [[t if len(t) <= 32_767 else t[:32_767] for t in as_text(row).values()] for row in plain(frame)]
    assert rows == [list(fr.COLUMNS), *whole]
    assert not list(xml(data, "xl/worksheets/sheet1.xml").iter("{*}f"))
    assert FORMATS["xlsx"].leaves_out(frame) == "left out: the ends of 2 long cells" and FORMATS["xlsx"].leaves_out(frame_of("a")) == ""


def test_docx_has_every_event_and_only_text():
    frame = frame_of(*HOSTILE)
    body = xml(FORMATS["docx"].write(frame), "word/document.xml")
    rows = ["\n".join("".join(t.itertext()) for t in row.iter("{*}p")) for row in body.iter("{*}tr")]
    assert len(rows) == len(frame) + 2 and "Hanoi" in rows[1] and "Nov 801" not in rows[1]
    said = "".join(body.itertext())
    for title in ("<script>alert(1)</script>", "é Ü 北京", 'a "b", c', "＝1+1"):
        assert title in said
    assert "nul\ufffdnul" in said and f"{len(frame) - 1} events with a date, 1 without" in said and "“soon after” names no day." in said


def test_html_has_every_event_and_nothing_that_runs():
    frame = frame_of(*HOSTILE, "<img src=x onerror=alert(1)>", "</td></table><h1>", "&lt;")
    page = FORMATS["html"].write(frame).decode()
    tree = lxml.html.fromstring(page)
    assert not list(tree.iter("script", "img", "iframe", "link", "a", "form", "object"))
    assert len(tree.xpath("//tbody/tr")) == len(frame) and len(tree.xpath("//h1")) == 1
    titles = [h.text_content() for h in tree.xpath("//tbody//h3")]
    assert {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td></table><h1>", "&lt;"} <= set(titles)
    assert "http" not in page.replace("http-equiv", "") and "default-src 'none'" in page and "nul\ufffdnul" in titles


def test_timelinejs_has_every_dated_event():
    frame = frame_of(*HOSTILE)
    data = FORMATS["timelinejs"].write(frame)
    whole = json.loads(data)
    assert len(whole["events"]) == len(frame) - 1
    assert whole["title"]["text"]["text"] == FORMATS["timelinejs"].leaves_out(frame) == "left out: 1 undated event"
    old, new = whole["events"][0], whole["events"][1]
    assert old["start_date"] == {"year": -44} and "end_date" not in old and old["display_date"] == "44 BC"
    assert new["start_date"] == {"year": 2019, "month": 2, "day": 27} and "end_date" not in new
    assert b"<script>" not in data and b"&lt;script&gt;" in data


def entries(data):
    """The entries of a calendar, lines unfolded."""
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    return [dict(line.split(":", 1) for line in part.split("\r\n") if ":" in line)
            for part in "\r\n".join(lines).split("BEGIN:VEVENT")[1:]], lines


def test_ics_has_every_event_that_a_calendar_can_hold():
    frame = frame_of(*HOSTILE, "long " * 60 + "北" * 60, "a\\b;c,d", "x\r\nEND:VCALENDAR")
    data = FORMATS["ics"].write(frame)
    found, lines = entries(data)
    assert len(found) == len(frame) - 2 and lines.count("END:VCALENDAR") == 1
    assert all(len(line) <= 75 for line in data.split(b"\r\n")) and b"\n" not in data.replace(b"\r\n", b"")
    assert found[0]["DTSTART;VALUE=DATE"] == "20190227" and found[0]["DTEND;VALUE=DATE"] == "20190228"
    assert "a\\\\b\\;c\\,d" in [e["SUMMARY"] for e in found] and "x\\nEND:VCALENDAR" in [e["SUMMARY"] for e in found]
    assert FORMATS["ics"].leaves_out(frame) == "left out: 1 undated event and 1 event before the year 1 or after 9999"
    assert "X-WR-CALDESC:left out: 1 undated event and 1 event before the year 1 or after 9999" in lines


def test_timesketch_has_its_three_fields_and_every_column():
    frame = frame_of(*HOSTILE)
    rows = [json.loads(line) for line in FORMATS["timesketch"].write(frame).decode().split("\n")[:-1]]
    assert len(rows) == len(frame) - 2
    for row, whole in zip(rows, (r for r in plain(frame) if r["start"] and r["start"][0] != "-")):
        assert row["datetime"] == "2019-02-27T00:00:00+00:00" and row["timestamp"] == 1551225600000000 and row["timestamp_desc"]
        assert row["message"] and {k: v for k, v in whole.items() if v is not None}.items() <= row.items()


def test_markwhen_has_a_line_an_event():
    frame = frame_of(*HOSTILE, "x\n2020-01-01: not an event")
    lines = FORMATS["markwhen"].write(frame).decode().split("\n")
    assert lines[1] == "// left out: 1 undated event and 1 event before the year 1 or after 9999"
    assert len([line for line in lines if re.match(r"\d{4}-\d\d-\d\d/", line)]) == len(frame) - 2 == len(lines) - 4


@pytest.mark.parametrize("edtf, starts", [("2001/..", "20010101"), ("../1953-07-27", "19530727"), ("0079-08-24", "00790824"), ("9999-12-31", "99991231")])
def test_an_open_side_stands_on_the_day_that_is_known(edtf, starts):
    found, _ = entries(FORMATS["ics"].write(fr.events_frame(made.timeline(made.event(1, edtf)))))
    assert found[0]["DTSTART;VALUE=DATE"] == starts


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_frame_gives_the_same_bytes(name):
    assert FORMATS[name].write(frame_of(*HOSTILE)) == FORMATS[name].write(frame_of(*HOSTILE))


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_no_text_breaks_a_format(text):
    frame = frame_of(text)
    for name, module in FORMATS.items():
        data = module.write(frame)
        assert isinstance(data, bytes) and len(data) > 20, name
    for part, name in (("word/document.xml", "docx"), ("xl/worksheets/sheet1.xml", "xlsx")):
        xml(FORMATS[name].write(frame), part)


def test_parquet_reads_back_equal_and_keeps_its_schema_when_empty():
    frame = frame_of(*HOSTILE)
    full, empty = (
        pd.read_parquet(io.BytesIO(FORMATS["parquet"].write(f)), dtype_backend="pyarrow") for f in (frame, frame[:0])
    )
    back = [
        {k: list(v) if k == "actors" else None if pd.isna(v) else v for k, v in row.items()}
        for row in full.to_dict("records")
    ]
    assert back == plain(frame)
    assert empty.dtypes.equals(full.dtypes) and list(empty.columns) == list(fr.COLUMNS)
