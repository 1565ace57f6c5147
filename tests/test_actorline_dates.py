"""actorline: the day of an event word, rule by rule, in sentences of our own; the report is of Thursday 12 March 2009."""

from pathlib import Path

import pytest

from timeline.digest.actorline_own import stamp
from timeline.digest.actorline_pages import find_words, page
from timeline.digest.actorline_when import Dater

DAY, UNKNOWN = "2009-03-12", ""


def when(text: str, word: str, day: str = DAY):
    """The date of the first occurrence of a word in the last line of a text that has it."""
    found = page({"id": "1", "text": text, "published": day, "language": "en"})
    place = max(place for place, reading in enumerate(found.readings) if find_words(reading, word, 0) >= 0)
    return Dater(found).when(place, find_words(found.readings[place], word, 0))


OWN = [
    ("Norvik opened a plant in May 2004.", "opened", "2004-05"),
    ("On 3 February 2009 Norvik opened a plant.", "opened", "2009-02-03"),
    ("Norvik opened a plant in 2004 and closed it in 2007.", "opened", "2004"),
    ("Norvik opened a plant in 2004 and closed it in 2007.", "closed", "2007"),
    ("Norvik on Tuesday opened a plant.", "opened", "2009-03-10"),
    ("Norvik opened a plant which Halden had sold in 2001.", "sold", "2001"),
    ("In 1996 Norvik bought Fjord, which was founded in 1951.", "bought", "1996"),
    ("In 1996 Norvik bought Fjord, which was founded in 1951.", "founded", "1951"),
    ("Sand, born in Bergen on 4 June 1955, has led the firm.", "born", "1955-06-04"),
    ("Sand, born in Bergen on 4 June 1955, has led the firm.", "led", DAY),
    ("Yesterday, at this year's trade fair (NTF), Norvik unveiled the N90.", "unveiled", "2009-03-11"),
    ("In a 16 February hearing, Sand said that the jets were safe.", "said", "2009-02-16"),
    ("In a 16 February hearing, Sand said that the jets were safe.", "hearing", "2009-02-16"),
    ("In her speech on Wednesday, Sand announced a new jet.", "announced", "2009-03-11"),
    ("In 1996, following the purchase of Fjord, Norvik moved to Oslo.", "moved", "1996"),
    ("Norvik filed a complaint this week.", "filed", "2009-03"),
    ("Norvik filed two complaints this year.", "filed", "2009"),
    ("Norvik broke the 1991 agreement.", "broke", DAY),
    ("Norvik broke the 1991 agreement.", "agreement", "1991"),
    ("Sales rose from 2007 and Norvik hired 300 people.", "hired", DAY),
    ("Sand took six months off in early 2008.", "took_off", "2008"),
    ("Sand visited Lima in January and February.", "visited", "2009-01"),
    ("One year later, in 1997, he was fired, and he founded Fjord.", "founded", "1997"),
    ("The figures showed that as of January 2008, Norvik held a third of the market.", "held", "2008-01"),
    ("Phones sold in Peru in 2006 have no chip.", "sold", "2006"),
    ("Norvik has made trains since 1974.", "made", "1974"),
    ("The launch in 2003 was a success.", "launch", "2003"),
    ("Norvik announced a fair to be held on 20 April 2009.", "announced", DAY),
    ("Norvik announced a fair to be held on 20 April 2009.", "held", "2009-04-20"),
    ("The jet is slated for a release on 24 June 2009.", "slated", DAY),
    ("The jet is slated for a release on 24 June 2009.", "release", "2009-06-24"),
    ("The jet first flew less than two weeks ago.", "flew", UNKNOWN),
    ("The judge said “Norvik lost in 1999” and left.", "left", DAY),
]


@pytest.mark.parametrize("text, word, value", OWN)
def test_the_date_of_its_own_clause_comes_first(text, word, value):
    assert when(text, word).value == value


def listed() -> list[tuple[str, str, str]]:
    """tests/gold/actorlines.tsv: a sentence, then word=value of each event word, "-" where no day is known."""
    rows = (Path(__file__).parent / "gold" / "actorlines.tsv").read_text("utf-8").splitlines()[1:]
    pairs = ((text, pair.split("=")) for text, words in (row.split("\t") for row in rows) for pair in words.split())
    return [(text, word, "" if value == "-" else value) for text, (word, value) in pairs]


@pytest.mark.parametrize("text, word, value", listed())
def test_the_gold_sentences(text, word, value):
    assert when(text, word).value == value


STORY = [
    ("Norvik opened a plant.", "opened", DAY),
    ("Norvik today opened a plant.\nSand cut the ribbon.", "cut", DAY),
    ("Norvik on Tuesday opened a plant.\nSand cut the ribbon.", "cut", "2009-03-10"),
    ("Norvik on Tuesday opened a plant.\nIn June 2008 it had shut another.\nSand cut the ribbon.", "cut", "2009-03-10"),
    ("Norvik on Tuesday opened a plant.\nToday Sand resigned.\nThe board thanked her.", "thanked", DAY),
    ("Norvik on Tuesday opened a plant.\nThe hall has two floors.", "has", DAY),
    ("Norvik on Tuesday opened a plant.\n“Bergen has gained a symbol,” Sand said.", "gained", "2009-03-10"),
    ("In June 2008 Norvik bought Fjord.\nIt then sold the depot.", "sold", "2008-06"),
    ("Norvik has opened a plant.", "opened", DAY),
    ("Sand opened the plant by cutting a ribbon.", "cutting", DAY),
    ("Sand returned on Tuesday to reveal the N90.", "reveal", "2009-03-10"),
    ("On Tuesday Sand praised the jet, saying it was quiet.", "saying", "2009-03-10"),
    ("While introducing the jet, Sand on Tuesday joked about Halden.", "introducing", "2009-03-10"),
]


@pytest.mark.parametrize("text, word, value", STORY)
def test_without_a_date_of_its_own_the_storys_day_or_the_documents(text, word, value):
    assert when(text, word).value == value


NO_DAY = [
    ("Norvik had opened a plant.", "opened"), ("Norvik will open a plant.", "open"), ("Norvik could open a plant.", "open"),
    ("Norvik plans to open a plant.", "open"), ("Norvik has decided to open a plant.", "open"), ("Norvik wanted to open a plant.", "open"),
    ("Since its launch the jet has sold well.", "launch"), ("After the launch Norvik hired 300 people.", "launch"),
    ("If Norvik opens a plant, Halden loses.", "opens"), ("Norvik was originally founded as a shipyard.", "founded"),
    ("Norvik has twice before sued Halden.", "sued"), ("Norvik limits the noise produced by the jet.", "produced"),
    ("The recently announced jet is quiet.", "announced"), ("Sand will go on as chief and be heard on all matters.", "heard"),
    ("Sand will be succeeding Grieg.", "succeeding"), ("When Sand first showed the jet, she praised its wings.", "praised"),
    ("Sand left early, later revealing a quarrel.", "revealing"),
]


@pytest.mark.parametrize("text, word", NO_DAY)
def test_background_plans_and_possibilities_have_no_day(text, word):
    found = when(text, word)
    assert (found.value, found.basis) == (UNKNOWN, "") and found.reason


def test_a_document_without_a_date_dates_nothing_by_itself():
    assert when("Norvik opened a plant.", "opened", "").value == UNKNOWN
    assert when("Norvik opened a plant in May 2004.\nSand cut the ribbon.", "cut", "").value == "2004-05"


@pytest.mark.parametrize("text, basis", [
    ("Norvik opened a plant in May 2004.", "explicit"), ("Norvik opened a plant on Tuesday.", "relative"),
    ("Norvik on Tuesday opened a plant.\nSand opened a bar.", "carried"), ("Norvik opened a plant.", "document_date")])
def test_every_date_says_where_it_is_from(text, basis):
    found = when(text, "opened")
    assert found.basis == basis and found.reason


@pytest.mark.parametrize("words, value", [
    ("3 May 2004", "2004-05-03"), ("May 2004", "2004-05"), ("2004", "2004"), ("the spring of 2004", "2004"), ("the 1990s", ""),
    ("from 3 May to 7 May 2004", "2004-05-03"), ("9:30 pm on 3 May 2004", "2004-05-03"), ("44 BC", "")])
def test_a_date_is_written_as_the_task_writes_it(words, value):
    dates = page({"id": "1", "text": f"It fell {words}.", "language": "en"}).dates
    assert [stamp(mention) for mention in dates][:1] == [value]
