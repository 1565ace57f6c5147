"""page: numbers and the order of day and month as each reader writes them; the keys that are listed."""

from types import SimpleNamespace

import pytest

from tests import made
from timeline.page import keys, locale


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


@pytest.mark.parametrize("name", ["en-GB", "en-US", "ja"])
def test_many_dates_are_written_as_each_is(monkeypatch, name):
    monkeypatch.setattr(locale, "st", SimpleNamespace(context=SimpleNamespace(locale=name)))
    events = [*made.many(30), made.event(40, "2018-06", "A month", "month"), made.event(41, "1913/..", "A reign", "interval"), made.undated(42)]
    assert locale.all_dated(events) == [locale.dated(event) for event in events]
