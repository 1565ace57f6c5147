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


@pytest.mark.parametrize("label, mdy, ymd", [
    ("27–28 Feb 2019", "Feb 27–28, 2019", "2019 Feb 27–28"), ("27 Feb 2019 – 3 Mar 2019", "Feb 27, 2019 – Mar 3, 2019", "2019 Feb 27 – 2019 Mar 3"),
    ("June 2018", "June 2018", "2018 June"), ("15 Mar 44 BC", "Mar 15, 44 BC", "44 BC Mar 15"), ("until 3 May AD 79", "until May 3, AD 79", "until AD 79 May 3"),
    ("c. 5 May 2018?", "c. May 5, 2018?", "c. 2018 May 5?"), ("June 2018 – May 2019", "June 2018 – May 2019", "2018 June – 2019 May"),
    ("c. 1250", "c. 1250", "c. 1250"), ("Spring 2018", "Spring 2018", "Spring 2018"), ("2. quarter 2018", "2. quarter 2018", "2. quarter 2018"), ("undated", "undated", "undated")])
def test_the_order_of_a_label_is_the_readers(label, mdy, ymd):
    assert (calendar.ordered(label, "MDY"), calendar.ordered(label, "YMD"), calendar.ordered(label)) == (mdy, ymd, label)
