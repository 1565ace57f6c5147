"""Addresses, @names and #labels hold no time; a weekday tells the month or the year of a day."""

import pytest

from timeline import dates, lang

LABELS_IN_TEXT = ["http://t.co/2BC6O", "https://news.example.org/2014/06/12/friday?day=monday", "www.june.org/may-2018", "bit.ly/june2014", "friday.com", "may2014.org",
                  "@june2014", "@today", "june.2014@march-post.org", "#olympics2014", "#Friday", "#june_12", "#HW1HR", "ftp://x.org/12.06.2018"]


@pytest.mark.parametrize("language", lang.codes())
@pytest.mark.parametrize("label", LABELS_IN_TEXT)
def test_nothing_is_read_inside_an_address_or_a_label(label, language):
    text = f"Xyz ({label}), {label}. Xyz {label}"
    assert dates.timexes(text, "2019-03-01", language) == []


def test_the_text_goes_on_behind_an_address():
    text = "See http://t.co/2018. On 12 June 2018, @today said, all is well (www.x.org/may). Yesterday it was not."
    assert [m.text for m in dates.tag(text, "2019-03-01", "en")] == ["12 June 2018", "Yesterday"]


WEEKDAYS_OF_A_MONTH = [("He left on Friday the 13th.", "2018-07-13"), ("They will meet on Friday the 13th.", "2019-09-13"), ("It fell on Monday the 31st.", "2018-12-31")]


@pytest.mark.parametrize("text, value", WEEKDAYS_OF_A_MONTH)
def test_a_weekday_and_a_day_of_the_month_name_the_month(text, value):
    assert [m.value for m in dates.tag(text, "2019-03-01", "en")] == [value]


def test_a_weekday_tells_the_year_of_a_day_and_month():
    [m] = dates.tag("The fair of Monday, 24 December drew a crowd.", "2019-08-01", "en")
    assert (m.value, m.alternatives[0].value, m.alternatives[0].why_not) == ("2018-12-24", "2019-12-24", "on no such weekday")
    assert [m.value for m in dates.tag("They will meet on Tuesday, 24 December.", "2018-08-01", "en")] == ["2019-12-24"]
