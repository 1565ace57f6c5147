"""The calendar room: day numbers, bounds and labels, in any year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import calendar

EDTF = [("2018-06", "2018-06-01", "2018-06-30"), ("199X", "1990-01-01", "1999-12-31"), ("-0043", "-0043-01-01", "-0043-12-31"),
        ("2018-22", "2018-06-01", "2018-08-31"), ("2018-24", "2018-12-01", "2019-02-28"), ("2018-34", "2018-04-01", "2018-06-30"),
        ("1850~", "1850-01-01", "1850-12-31"), ("2019-02-27/2019-02-28", "2019-02-27", "2019-02-28")]


@pytest.mark.parametrize("edtf, first, last", EDTF)
def test_bounds(edtf, first, last):
    assert tuple(map(calendar.iso, calendar.bounds(edtf))) == (first, last)


@given(st.integers(-4_000_000, 4_000_000))
def test_ymd_inverts_day(number):
    assert calendar.day(*calendar.ymd(number)) == number


LABELS = [("2019-02-27/2019-02-28", "day", "27–28 Feb 2019"), ("2018-06", "month", "June 2018"), ("-0043", "year", "44 BC"), ("199X", "decade", "1990s"),
          ("18XX", "century", "19th century"), ("2018-22", "season", "Summer 2018"), ("2019-02-28", "day", "28 Feb 2019"), ("0079", "year", "AD 79"),
          ("1914/1918", "year", "1914 – 1918"), ("2018-05/2018-07", "month", "May 2018 – July 2018")]


@pytest.mark.parametrize("edtf, precision, label", LABELS)
def test_label(edtf, precision, label):
    assert calendar.label(*calendar.bounds(edtf), precision) == label
