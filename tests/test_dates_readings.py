"""The readings of a date that were not taken: worked out, and said with their reason; the order of numeric dates."""

import pytest

from timeline import dates

STORY = ("The war began in March 1914. In 1915 the front stood still. On 3 May 1916 the siege was lifted. A truce held until 4 June 1916. "
         "On 9 July the army marched; in August it reached the coast. Peace came in November 1918 and in 1919 the treaty was signed.")
OTHER_READINGS = [  # text, the document's date, words, value, the rejected reading, why not
    ("In 1989 the wall fell. It was built two years ago.", "2019-03-01", "two years ago", "2017", "1987", "counted from the date before it, 1989; these words count from the document's own date"),
    ("On 3 May 1989 the wall fell. It rained last week.", "2019-03-01", "last week", "2019-W08", "1989-W17", "counted from the date before it, 1989-05-03; these words count from the document's own date"),
    ("In June 1989 they met; a year earlier they had not.", "2019-03-01", "a year earlier", "1988", "2018", "counted from the document's own date; these words count from the date before them"),
    ("On 12 June 2018 they met. Two days later he left.", "2019-03-01", "Two days later", "2018-06-14", "2019-03-03", "counted from the document's own date; these words count from the date before them"),
    (STORY, "2009-12-19", "9 July", "1916-07-09", "2009-07-09", "by the document's own date; the story is in another year"),
    (STORY + " The town is quiet today.", "2009-12-19", "today", "2009-12-19", "1919", "the time the story has reached; these words mean the day of writing"),
    ("They met back in '98 there.", "2019-03-01", "'98", "1998", "2098", "the other century; two digits are a year up to 2024"),
    ("They met back in '21 there.", "2019-03-01", "'21", "2021", "1921", "the other century; two digits are a year up to 2024"),
    ("They met back in '21 there.", None, "'21", "2021", "1921", "the other century; two digits are a year up to 2035"),
    ("It was dry this summer there.", "2019-12-01", "this summer", "2019-SU", "2020-SU", "not yet begun"),
    ("It will be dry this summer there.", "2019-03-01", "this summer", "2019-SU", "2018-SU", "already over"),
    ("They were snowed in last winter.", "2019-07-01", "last winter", "2018-WI", "2019-WI", "not before the document's date"),
    ("They will play this weekend.", "2019-03-06", "this weekend", "2019-W10-WE", "2019-W09-WE", "the weekend just over; the words mean the weekend of the document's own week"),
    ("They will play next weekend.", "2019-03-06", "next weekend", "2019-W11-WE", "2019-W10-WE", "the weekend of the document's own week; the words mean the weekend of the week after"),
    ("They played over the weekend.", "2019-03-04", "the weekend", "2019-W09-WE", "2019-W10-WE", "the weekend of the document's own week; the words mean the weekend just over"),
]


@pytest.mark.parametrize("text, published, words, value, other, why", OTHER_READINGS)
def test_tag_says_which_reading_it_rejected(text, published, words, value, other, why):
    [m] = [m for m in dates.tag(text, published, "en") if m.text == words]
    assert (m.value, [(a.value, a.why_not) for a in m.alternatives]) == (value, [(other, why)])


NOTHING_REJECTED = [("They met two years ago.", "two years ago"), ("On 27 February 2019 they met; it rained last week.", "last week"), ("In 1989 he left. He came back yesterday.", "yesterday")]


@pytest.mark.parametrize("text, words", NOTHING_REJECTED)
def test_tag_invents_no_other_reading(text, words):
    [m] = [m for m in dates.tag(text, "2019-03-01", "en") if m.text == words]
    assert m.alternatives == ()


NUMERIC = [  # text, value of the last date, the rejected reading and what settled it
    ("It closes on 3/4/2019.", "2019-03-04", "2019-04-03", "nothing in the document says it writes the day first"),
    ("It opened on 27/02/2019 and closes on 3/4/2019.", "2019-04-03", "2019-03-04", "the document writes the day first, as in 27/02/2019"),
    ("It opened on 2/27/2019 and closes on 3/4/2019.", "2019-03-04", "2019-04-03", "the document writes the month first, as in 2/27/2019"),
    ("It opened 16.11.1989. It closes 3/4/2019.", "2019-04-03", "2019-03-04", "the document writes the day first, as in 16.11.1989"),
    ("On 16/11/1989, 17/11/1989 and 11/18/1989; on 3/4/2019.", "2019-04-03", "2019-03-04", "the document mostly writes the day first, as in 16/11/1989"),
    ("On 16/11/1989 and 11/18/1989; on 3/4/2019.", "2019-03-04", "2019-04-03", "the document writes both 16/11/1989 and 11/18/1989"),
    ("On Wednesday, 3/4/2019.", "2019-04-03", "2019-03-04", "on no such weekday"),
    ("On 27/02/2019 and on Monday 3/4/2019.", "2019-03-04", "2019-04-03", "on no such weekday"),
    ("Version 27.13.2019 and 1.27.2019.4; on 3/4/2019.", "2019-03-04", "2019-04-03", "nothing in the document says it writes the day first"),
]


@pytest.mark.parametrize("text, value, other, why", NUMERIC)
def test_the_document_tells_the_order_of_a_numeric_date(text, value, other, why):
    m = dates.tag(text, "2019-06-01", "en")[-1]
    assert (m.value, m.basis, [(a.value, a.why_not) for a in m.alternatives]) == (value, "explicit", [(other, why)])


@pytest.mark.parametrize("text, day", [("Published 3/4/2019\n\nIt rained.", "2019-03-04"), ("Published 3/4/2019\n\n" + "It rained. " * 90 + "On 16/11/1989 it had not.", "2019-04-03")])
def test_the_document_tells_the_order_of_its_byline(text, day):
    assert dates.byline(text, "en").day == day


@pytest.mark.parametrize("text, value", [("Am 3/4/2019 schloss es.", "2019-04-03"), ("Am 2/27/2019 begann es, am 3/4/2019 schloss es.", "2019-03-04")])
def test_the_document_outweighs_the_language(text, value):
    assert dates.tag(text, "2019-06-01", "de")[-1].value == value


def test_two_digits_in_a_story_of_another_century_say_so():
    text = "In 1789 they met. In 1790 they met again. In 1791 it rained. In 1792 it snowed. Back in '93 they parted."
    mention = next(m for m in dates.tag(text, "2009-12-19") if m.text.endswith("93"))
    assert mention.value == "1793" and [(a.value, a.why_not) for a in mention.alternatives] == [("1993", "the story is in another century")]


@pytest.mark.parametrize("text, value", [
    ("May 12, 2004\nNorvik on Tuesday showed the jet.", "2004-05-11"), ("12 May 2004\nNorvik on Tuesday showed the jet.", "2004-05-11"),
    ("Norvik may on Tuesday show the jet.", "2004-05-18")])
def test_the_month_of_may_is_no_verb_that_looks_ahead(text, value):
    assert [m.value for m in dates.tag(text, "2004-05-12", "en") if m.text == "Tuesday"] == [value]
