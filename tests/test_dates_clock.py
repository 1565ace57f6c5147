"""The day of a bare time of day: the story's or the document's, never one long past that the text only names."""

import pytest

from timeline import dates

CHARTER = "On 12 May 1297 the burghers sealed their charter."
CLOCKS = [  # text, the words, value
    (CHARTER + "\n\nThe exhibition is in the old hall.\n\n11.00am – 5.00 pm. Admission free.", "11.00am", "XXXX-XX-XXT11:00"),
    (CHARTER + " The show is open daily. 10 a.m. to 6 p.m.", "10 a.m.", "XXXX-XX-XXT10:00"),
    (CHARTER + "\n\nThe museum opens at 9 a.m. again.", "9 a.m.", "XXXX-XX-XXT09:00"),
    ("On 12 May 1297 the burghers sealed their charter at 9 a.m. in the hall.", "9 a.m.", "1297-05-12T09:00"),
    (CHARTER + " By 9 a.m. they held the gate.", "9 a.m.", "1297-05-12T09:00"),
    ("On 3 May 2010 the mayor resigned. At 5 p.m. she met the press.", "5 p.m.", "2010-05-03T17:00"),
    ("The council meets at 7 p.m. in the hall.", "7 p.m.", "2010-05-10T19:00"),
]


@pytest.mark.parametrize("text, words, value", CLOCKS)
def test_a_time_of_day_takes_no_day_of_another_story(text, words, value):
    [m] = [m for m in dates.tag(text, "2010-05-10", "en") if m.text == words]
    assert (m.value, m.first is None, bool(m.reason)) == (value, "XXXX" in value, "XXXX" in value)
