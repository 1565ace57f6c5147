"""export: every format keeps its promise, and what is written is read back as it was."""

import csv
import io
import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    assert isinstance(module.ORDER, int)
    for frame in (frame_of(*HOSTILE), frame_of()[:0]):
        assert isinstance(module.write(frame), bytes)


def test_formats_stand_in_order_and_titles_differ():
    assert list(FORMATS)[:3] == ["csv", "jsonl", "parquet"]
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
