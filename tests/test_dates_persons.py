"""Winter and April as names of people; idioms of the day; neither is a date, and real seasons and months stay."""

import pytest

from timeline import dates

NAMES = [
    "Deputy coroner Ed Winter told reporters the case was open.", "Inspector Paul Winter arrived. Winter said the file was closed.",
    "The heiress Summer Redwood sold the yard.", "Police seek April Jonas, who went missing.", "A song by June Carling was played.",
    "A letter from April Jonas was found.", "He spoke to Chief Winter about it.", "The reporter Autumn Hale wrote it.", "Ms Theresa May won.",
    "Said June, 34, of Leeds: nobody came.", "Mary Spring Rhys sailed away.", "Winter said the file was closed.", "Summer Redwood, whose firm owns it, won.",
    "Witnesses named June Carling. For hours June had waited.", "The dancer Brian August fell.", "Mr Winter resigned.",
]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_no_season_or_month(text):
    assert not [m for m in dates.tag(text, "2010-05-10", "en") if m.type == "DATE"]


SEASONS = [  # text, the words, value
    ("Skating is best in Winter here.", "Winter", "2009-WI"), ("Last Summer they met.", "Last Summer", "2009-SU"), ("In April Congress votes.", "April", "2010-04"),
    ("Ed Winter left in winter and came back.", "winter", "2009-WI"), ("The play by June Carling opened in June 2009.", "June 2009", "2009-06"),
    ("They met on Monday. By Friday June had gone.", "Friday", "2010-05-07"), ("Winter came early and Paris froze.", "Winter", "2009-WI"),
    ("SALES ROSE IN APRIL AND FELL", "APRIL", "2010-04"), ("ed winter spoke as last winter was mild", "last winter", "2009-WI"),
    ("General August Berg led. The costly August battles went on.", "August", "2009-08"), ("Your Summer Reading List is here.", "Summer", "2010-SU"),
    ("The German Spring offensive failed.", "Spring", "2010-SP"), ("A quiet Monday April came.", "April", "2010-04"), ("Theresa May spoke in May.", "May", "2010-05"),
]


@pytest.mark.parametrize("text, words, value", SEASONS)
def test_a_season_stays_one(text, words, value):
    assert (words, value) in [(m.text, m.value) for m in dates.tag(text, "2010-05-10", "en")]


IDIOMS = [
    ("en", "At the end of the day it is all about money."), ("en", "It is, at the end of the day, a game."), ("en", "At the end of the day it will be about trust."),
    ("en", "Night after night they play."), ("en", "Day in, day out he works."), ("en", "To this day nobody knows."), ("en", "Who does so in this day and age?"),
    ("en", "Let us call it a day."), ("en", "It was the song of the day."), ("en", "From day one he was ready."), ("en", "One day he will return."),
    ("es", "Al final del día, lo que importa es la gente."), ("pt", "No final do dia, o que importa é o povo."),
]


@pytest.mark.parametrize("language, text", IDIOMS)
def test_an_idiom_of_the_day_is_no_day(language, text):
    assert not [m for m in dates.tag(text, "2010-05-10", language) if m.first is not None]


DAYS = [("At the end of the day the shares closed lower.", "2010-05-10"), ("They should be home by the end of the day.", "2010-05-10")]


@pytest.mark.parametrize("text, value", DAYS)
def test_a_days_end_that_something_happened_at_is_a_date(text, value):
    assert [m for m in dates.tag(text, "2010-05-10", "en")][-1].value == value
