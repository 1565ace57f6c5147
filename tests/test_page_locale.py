"""page: numbers and the order of day and month as each reader writes them; the keys that are listed."""

import re
from types import SimpleNamespace

import pytest

from tests import made
from timeline import calendar, frame
from timeline.charts import Look, histogram, matrix
from timeline.export import csv
from timeline.model import DocumentDate
from timeline.page import charted, curate_log, keys, locale, tables
from timeline.project import Edit
from timeline.read import how_known, read
from timeline.rows import rows_of


@pytest.fixture
def reader(monkeypatch):
    """Makes the page's reader one of this locale and clock."""
    def is_one(name, timezone=None, timezone_offset=None):
        monkeypatch.setattr(locale, "st", SimpleNamespace(context=SimpleNamespace(locale=name, timezone=timezone, timezone_offset=timezone_offset)))

    return is_one


@pytest.mark.parametrize("name, number, order", [
    ("en-US", "1,234,567", "MDY"), ("en-GB", "1,234,567", "DMY"), ("de-DE", "1.234.567", "DMY"), ("de-CH", "1’234’567", "DMY"), ("fr", "1\u202f234\u202f567", "DMY"),
    ("en-IN", "12,34,567", "DMY"), ("hu", "1\xa0234\xa0567", "YMD"), ("ja-JP", "1,234,567", "YMD"), ("sv-SE", "1\xa0234\xa0567", "DMY"), ("zh-Hans-CN", "1,234,567", "YMD"),
    ("en-CA", "1,234,567", "MDY"), ("pt-BR", "1.234.567", "DMY"), ("xx-nowhere", "1,234,567", "DMY"), ("", "1,234,567", "DMY"), ("../../etc", "1,234,567", "DMY"), (None, "1,234,567", "DMY")])
def test_numbers_and_order_of_each_locale(monkeypatch, name, number, order):
    monkeypatch.setattr(locale, "st", SimpleNamespace(context=SimpleNamespace(locale=name)))
    assert (locale.number(1_234_567), locale.order()) == (number, order)
    assert locale.typed_order() == ("MDY" if order == "MDY" else "DMY")


@pytest.mark.parametrize("name, typed, day", [("en-US", "03/04/2019", "2019-03-04"), ("en-GB", "03/04/2019", "2019-04-03"), ("de", "3.4.2019", "2019-04-03"), ("en-US", "2019-03-04", "2019-03-04"), ("ja", "2019-03-04", "2019-03-04")])
def test_what_is_typed_is_read_in_the_readers_order(monkeypatch, name, typed, day):
    from timeline import calendar
    from timeline.page import documents, filters

    monkeypatch.setattr(locale, "st", SimpleNamespace(context=SimpleNamespace(locale=name)))
    assert documents.parse(typed) == day and calendar.iso(filters.day_of(typed, 0)) == day


def test_every_key_is_listed_once():
    listed = [key for group in keys.KEYS.values() for key, _ in group]
    assert len(listed) == len(set(listed)) and {"P", "N", "Enter", "Esc"} <= set(listed)


@pytest.mark.parametrize("edtf, british, american", [
    ("2019-02-27", "27 Feb 2019", "Feb 27, 2019"), ("2018-06", "June 2018", "June 2018"), ("2018", "2018", "2018"),
    ("2019-02-27/2019-03-02", "27 Feb 2019 – 2 Mar 2019", "Feb 27, 2019 – Mar 2, 2019"), ("2001/..", "2001/..", "2001/.."), ("P2D", "P2D", "P2D"), ("", "", "")])
def test_a_value_is_written_as_the_reader_does(monkeypatch, edtf, british, american):
    for name, wanted in (("en-GB", british), ("en-US", american)):
        monkeypatch.setattr(locale, "st", SimpleNamespace(context=SimpleNamespace(locale=name)))
        assert locale.value(edtf) == wanted


@pytest.mark.parametrize("edtf, words", [
    ("1250~", "c. 1250"), ("2019-02?", "February 2019?"), ("2019-02-27%", "c. Feb 27, 2019?"), ("-0043-03-15~", "c. Mar 15, 44 BC"), ("199X", "1990 – 1999"), ("1914~/1918", "c. 1914 – 1918")])
def test_a_doubt_of_a_value_is_told(reader, edtf, words):
    reader("en-US")
    assert locale.value(edtf) == words


@pytest.mark.parametrize("name, zone, offset, said, told", [
    ("en-GB", "Europe/London", 0, "31 Dec 2018, 23:30", "Europe/London"),
    ("en-US", "America/New_York", 300, "Dec 31, 2018, 6:30 PM", "America/New_York"),
    ("de-DE", "Europe/Berlin", -60, "1 Jan 2019, 00:30", "Europe/Berlin"),
    ("ja-JP", "Asia/Tokyo", -540, "2019 Jan 1, 8:30", "Asia/Tokyo"),
    ("en-IN", "Asia/Kolkata", -330, "1 Jan 2019, 5:00 am", "Asia/Kolkata"),
    ("de-DE", "Nowhere/At_All", -60, "1 Jan 2019, 00:30", "UTC+01:00"),
    ("de-DE", None, 210, "31 Dec 2018, 20:00", "UTC-03:30"),
    ("en-GB", None, None, "31 Dec 2018, 23:30", "UTC"),
    ("en-GB", "../../etc/passwd", None, "31 Dec 2018, 23:30", "UTC"), ("en-GB", "Europe", None, "31 Dec 2018, 23:30", "UTC"), ("en-GB", "", 9e9, "31 Dec 2018, 23:30", "UTC"),
    ("en-GB", "x" * 5000, 90_000, "31 Dec 2018, 23:30", "UTC"), ("en-GB", "\0", "soon", "31 Dec 2018, 23:30", "UTC"), (None, 7, None, "31 Dec 2018, 23:30", "UTC")])
def test_a_time_is_told_by_the_readers_clock(reader, name, zone, offset, said, told):
    reader(name, zone, offset)
    assert locale.moment("2018-12-31T23:30:00Z").replace("\u202f", " ") == said and locale.zone() == told


@pytest.mark.parametrize("edit, said", [
    (Edit("pin", value="2019-02-28"), "Feb 28, 2019"), (Edit("pin", value=""), "not known"), (Edit("pin"), "as found"),
    (Edit("set", field="date", value={"text": "2018-06-12", "edtf": "2018-06-12"}), "Jun 12, 2018"),
    (Edit("set", field="date", value={"text": "12 June 2018", "edtf": "2018-06-12"}), "12 June 2018"),  # the person's own words
    (Edit("reading", value={"text": "1250~", "edtf": "1250~"}), "c. 1250"), (Edit("set", field="date", value={"text": "", "edtf": ""}), "undated"),
    (Edit("set", field="title", value="2018-06-12"), "2018-06-12"), (Edit("set", field="tags", value=["a", "b"]), "a; b")])
def test_a_decided_date_is_told_as_the_reader_writes_it(reader, edit, said):
    reader("en-US")
    assert curate_log.value(edit) == said


@pytest.mark.parametrize("name, first, last", [("en-US", "Feb 27, 2019", "Feb 28, 2019"), ("en-GB", "27 Feb 2019", "28 Feb 2019"), ("ja-JP", "2019 Feb 27", "2019 Feb 28")])
def test_the_tables_days_are_dates_and_what_is_taken_away_stays_iso(reader, name, first, last):
    reader(name)
    events = frame.events_frame(made.timeline(made.event(1, "-0043-03-15"), made.event(2, "2019-02-27/2019-02-28"), made.event(3, "../1914-01-02"), made.undated()))
    earliest, latest = (tables._cells(rows_of(events), side).to_pylist() for side in ("start", "end"))
    ides, new_year = (calendar.ordered(day, locale.order()) for day in ("15 Mar 44 BC", "2 Jan 1914"))
    assert (earliest, latest) == ([ides, None, first, None], [ides, new_year, last, None])
    assert list(events["start"].fillna("")) == ["-0043-03-15", "", "2019-02-27", ""] and b",2019-02-27," in csv.write(events)


HTML = b"<html><head><title>t</title></head><body><p class='byline'>By Ada Varga, 28 February 2019</p><p>The bridge in Riga was opened by Ada Varga with a speech and a song.</p></body></html>"
MAIL = b"From: a@b.c\nDate: Thu, 28 Feb 2019 10:00:00 +0100\nSubject: s\nContent-Type: text/plain\n\nThe bridge was opened.\n"


@pytest.mark.parametrize("date, said", [
    (read("a.html", HTML)[0].published, None), (read("a.eml", MAIL)[0].published, "the mail's Date header says Feb 28, 2019"),
    (read("2019-02-28 note.txt", b"The bridge was opened.")[0].published, "the file's name says 2019-02-28"),  # what it says, letter by letter
    (DocumentDate("2019-02-28", "typed", "typed by you"), "typed by you"), (DocumentDate("2019-02-28", "htmldate", "told otherwise on 2019-02-28"), "told otherwise on 2019-02-28")],
    ids=["page", "mail", "name", "typed", "other"])
def test_how_a_documents_day_is_known_is_told_with_the_day_as_the_reader_writes_it(reader, date, said):
    reader("en-US")
    assert how_known(date) == date.reason
    told = how_known(date, locale.value)
    assert told == said if said else date.rung.startswith("htmldate") and "Feb 28, 2019" in told and "2019-02-28" not in told


@pytest.mark.parametrize("name, day, many", [("en-US", "Feb 27, 2019", "1,200"), ("de-DE", "27 Feb 2019", "1.200"), ("ja-JP", "2019 Feb 27", "1,200"), ("en-GB", "27 Feb 2019", "1,200")])
def test_charts_tell_days_and_counts_as_the_reader_does(reader, name, day, many):
    reader(name)
    events = frame.events_frame(made.timeline(*(made.event(n) for n in range(1200)), made.event(5000, "2019-04-02", actors=("Ada Varga",))))
    look = Look(first=calendar.day(2019, 2, 20), last=calendar.day(2019, 3, 20), wording=locale.wording())
    spec = matrix.draw(events, look).to_json() + histogram.draw(events, look).to_json()
    assert day in spec and many in spec
    told = matrix.table(locale.frame(rows_of(events)), look)
    assert told["First"][0] == day and day in told.columns and list(told["Events"]) == [1200, 1]
    stops = matrix.draw(events, look).layout.xaxis.tickformatstops
    assert stops[0].value.startswith("%-d %b" if locale.order() == "DMY" else "%b %-d")
    assert look == Look(first=look.first, last=look.last) and re.search("0x", repr(look)) is None
    assert charted.COUNT["type_config"]["format"] == "localized"


@pytest.mark.parametrize("name", ["en-GB", "en-US", "ja"])
def test_many_dates_are_written_as_each_is(monkeypatch, name):
    monkeypatch.setattr(locale, "st", SimpleNamespace(context=SimpleNamespace(locale=name)))
    events = [*made.many(30), made.event(40, "2018-06", "A month", "month"), made.event(41, "1913/..", "A reign", "interval"), made.undated(42)]
    assert locale.all_dated(events) == [locale.dated(event) for event in events]
