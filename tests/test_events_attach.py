"""Whom a day belongs to: the clause's doing, not what it is about; no thing's age; and titles that say something."""

import pytest

from timeline.build import build
from timeline.events.fragment import WIDE
from timeline.model import Document

PUBLISHED = "2010-05-12"  # a Wednesday


def events(text: str) -> list:
    return build([Document("d", "d", text)], published=PUBLISHED, language="en").events


DOINGS = [  # text, the title, its date
    ("Prosecutors will file a manslaughter case over Anna Weber's death on Monday.", "Prosecutors will file manslaughter case", "2010-05-17"),
    ("Police will announce charges in the killing of Tom Reed on Tuesday.", "Police will announce charges in killing", "2010-05-18"),
    ("The council will debate the closure of the library on Thursday.", "Council will debate closure of library", "2010-05-13"),
    ("Prosecutors filed a case over the death of Anna Weber on Monday.", "Prosecutors filed case over death of Anna Weber", "2010-05-10"),
    ("Officials plan to file charges in the death of the singer on Friday.", "Officials plan to file charges in death", "2010-05-14"),
    ("The widow learned of the death of her son on Monday.", "Widow learned of death of son", "2010-05-10"),
    ("Tom Reed's death on Monday shocked the town.", "Tom Reed's death", "2010-05-10"),
    ("He will attend the summit in Oslo on Friday.", "Oslo summit", "2010-05-14"),
    ("They plan to hold talks in Oslo on Friday.", "Oslo talks", "2010-05-14"),
]


@pytest.mark.parametrize("text, title, day", DOINGS)
def test_the_day_is_that_of_the_clause_and_not_of_what_it_is_about(text, title, day):
    assert [(event.title, event.date_edtf) for event in events(text)] == [(title, day)]


AGES = ["The quartet plays sonatas of the early 20th century and Lena Brandt makes her debut with it.", "She performed songs of the 1920s at the club.",
        "The couple bought a 19th-century house near Leeds.", "The museum opened a show of paintings from the 1880s."]


@pytest.mark.parametrize("text", AGES)
def test_the_age_of_a_thing_dates_no_verb(text):
    assert [event.date_edtf for event in events(text) if event.mentions[0].date_start is not None] == []


TIMES = [("The town was founded in the 13th century.", "12XX"), ("In the 1920s the mill closed.", "192X"), ("The church was built at the turn of the 20th century.", "19XX"),
         ("The wars of the 17th century ruined the valley.", "16XX")]


@pytest.mark.parametrize("text, edtf", TIMES)
def test_a_long_time_that_something_happened_in_dates_it(text, edtf):
    assert [event.date_edtf for event in events(text)] == [edtf]


CAPTION = """A rope team waits at the flooded Falkirk pit in the rain of last week
Mayor Ruth Olsen resigned on Tuesday after a vote of the council.
She told the council that nobody had been hurt in the night.

The owner, Brian Holt, was questioned by the police all day."""


def test_a_caption_gives_the_next_sentence_no_subject():
    assert "Mayor Ruth Olsen resigned after vote of council" in [event.title for event in events(CAPTION)]
    assert not [event for event in events(CAPTION) if "\n" in event.excerpt]


LITTLE = [  # text, the title in its own words
    ("The inquiry into the June death of Sam Cole goes on.", "Inquiry into the June death of Sam Cole"),
    ("When Lucia Ferri, then 19, left Naples in May 1951, she had never seen snow.", "Lucia Ferri, then 19, left Naples"),
    ("He was shot dead outside his house in Tbilisi last Friday, his brother said.", "Shot dead outside his house in Tbilisi"),
]


@pytest.mark.parametrize("text, title", LITTLE)
def test_a_title_that_says_little_gives_way_to_the_texts_own_words(text, title):
    assert [event.title for event in events(text)] == [title]
    assert len(title) <= WIDE and title[1:] in text


PLAIN = [("The plan to sell the mill collapsed on Tuesday.", "Plan collapsed"), ("Brian Holt resigned on Tuesday.", "Brian Holt resigned")]


@pytest.mark.parametrize("text, title", PLAIN)
def test_a_title_that_says_what_happened_stays(text, title):
    assert [event.title for event in events(text)] == [title]
