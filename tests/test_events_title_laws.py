"""The laws of titles on any text, what a title must not be, and equal titles told apart."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mentioned import read, told

from bench import titles as gold
from timeline.build import build
from timeline.events import harvest, told_apart
from timeline.events.decent import MOST, OPENING, faults
from timeline.events.vocabulary import vocabulary
from timeline.model import Document

WORDS = vocabulary("en")

FAULTS = """
Resigned | Ann Lee resigned on Monday. | a single word
Ann Lee signed with | Ann Lee signed with Bolt. | ends on a small word
Ann Lee and | Ann Lee and Bo met. | ends on a small word
Ann Lee signed the | Ann Lee signed the deal. | ends on a small word
Ann Lee was | Ann Lee was ill. | ends on a small word
Company bought Bolt's | The company bought Bolt's shares. | ends on a possessive
Adopted in Geneva | The treaty was adopted in Geneva. | a verb without its subject
Will lift curfew | It will lift curfew. | a verb without its subject
Called for calm | He called for calm. | a verb without its subject
He resigned | He resigned on Monday. | opens with a pronoun
Who left Rome | Those who left Rome. | opens with a pronoun
3 May 2018 | On 3 May 2018. | a bare date
Monday 12 June | On Monday 12 June. | a bare date
Ann Lee met Bo Roe | Ann Lee met Bo Roe in Lyon on Monday. | the sentence's first words
Lee said "no deal | Lee said "no deal". | half a pair of marks
Letter was written Lee believes letter was written | Lee believes. | says a thing twice
One two three four five six seven eight nine | One two three. | more than 8 words
""".strip().splitlines()

DECENT = """
Rebels captured town | The rebels captured the town.
Delegates from 60 countries gathered | In Rome, delegates from 60 countries gathered.
Miners walked out | The miners walked out on Monday.
United Nations adopts resolution | The United Nations adopts a resolution.
US forces were attacked | US forces were attacked.
September declaration | The September declaration was hailed.
No deal was signed | No deal was signed.
Bishop buried in cathedral | They buried the bishop in the cathedral.
Wounded soldiers were flown home | On Monday wounded soldiers were flown home.
""".strip().splitlines()


@pytest.mark.parametrize("line", FAULTS)
def test_what_is_wrong_with_a_title_is_said(line):
    title, sentence, why = line.split(" | ")
    assert why in faults(title, sentence, WORDS)


@pytest.mark.parametrize("line", DECENT)
def test_a_decent_title_has_no_fault(line):
    assert faults(*line.split(" | "), WORDS) == []


def broken(text: str, published: str = gold.PUBLISHED) -> list[tuple[str, list[str]]]:
    """The titles in a text that break a law: an unnamed word, or a fault other than the sentence's own brevity."""
    found = build([Document("d", "d", text)], published=published, language="en").events
    return [(event.title, wrong) for event in found for wrong in [_wrong(event, text)] if wrong]


def _wrong(event, text: str) -> list[str]:
    unknown = [word for word in event.title.split() if word.casefold() not in text.casefold()]
    return unknown + [why for why in faults(event.title, event.excerpt, WORDS) if why != OPENING]


@pytest.mark.parametrize("text, date", [(text, date) for text, date, _ in gold.read()])
def test_no_title_of_the_gold_sentences_breaks_a_law(text, date):
    assert broken(text) == []


PIECES = ("on Monday", "3 May 2018", "He", "it", "Ann Lee", "the army", "said", "that", "seized", "was killed", "by", ",", ".",
          "and", "who", "“", "\"", "in Rome", "talks", "the summit of", "will", "not", "had", "to sign", "a treaty", "(", ")",
          "—", "$3 million", "Mr", "'s", "led", "of", "more than", "people", "after", "emerged", "there were", ";", "\n\n")


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=40).map(" ".join))
def test_no_title_of_any_text_breaks_a_law(text):
    assert broken(text) == []


@pytest.mark.parametrize("unit", ["led ", "on 3 May 2018 he led , ", "the talks of ", "“ he said on 3 May 2018 that it ", "and 3 May 2018 ", "more than "])
def test_a_long_text_takes_no_time_with_the_square_of_its_length(unit):
    text = unit * (20_000 // len(unit))
    assert broken(text) == []




@pytest.mark.parametrize("marked, titles", [
    ("{Ann Lee:P} spoke first. She left {Rome:L} on [3 May 2018|2018-05-03].", ["Ann Lee left Rome"]),
    ("The treaty lapsed. It was renewed in [2018|2018].", ["Treaty was renewed"]),
    ("{Ann Lee:P} met {Bo Roe:P}. She left {Rome:L} on [3 May 2018|2018-05-03].", ["Rome on 3 May 2018"]),
    ("The board built a hall. It burned down in [2018|2018].", ["Hall burned down"]),
    ("The city council sold the old hall. It met again in [2018|2018].", ["City council"]),
    ("{Ann Lee:P} said on [3 May 2018|2018-05-03] that she would run.", ["Ann Lee said she would run"]),
    ("Mr {Lee:P:Ann Lee} ran. {Ann Lee:P} won. Mr {Lee:P:Ann Lee} left {Rome:L} on [3 May 2018|2018-05-03].", ["Ann Lee left Rome"]),
])
def test_a_pronoun_gives_way_to_what_it_must_mean_and_a_surname_to_the_name(marked, titles):
    assert [event.title for event in told(marked)] == titles


def event(title: str, excerpt: str, place: str = "", actors=(), date_text: str = ""):
    made = harvest(*read("{Iraq:L} invaded {Kuwait:L} on [2 August 1990|1990-08-02].")).events[0]
    return replace(made, title=title, excerpt=excerpt, place=place, actors=actors, date_text=date_text, event_id=excerpt)


@pytest.mark.parametrize("events, wanted", [
    ([("Car bombing", "A car bombing in Basra.", "Basra"), ("Car bombing", "A car bombing in Mosul.", "Mosul")],
     ["Car bombing in Basra", "Car bombing in Mosul"]),
    ([("Talks", "Talks with Iran.", "", ("Iran",)), ("Talks", "Talks with Oman.", "", ("Oman",))], ["Talks with Iran", "Talks with Oman"]),
    ([("Floods", "Floods in 1993.", "", (), "1993"), ("Floods", "Floods in 1997.", "", (), "1997")], ["Floods in 1993", "Floods in 1997"]),
    ([("June trial", "It opened on 3 June.", "", (), "3 June"), ("June trial", "It closed on 9 June.", "", (), "9 June")],
     ["June trial on 3 June", "June trial on 9 June"]),
    ([("Fire", "A fire in Rome.", "Rome"), ("Flood", "A flood in Rome.", "Rome")], ["Fire", "Flood"]),
    ([("Fire", "A fire in Rome.", "Rome"), ("fire", "A fire in Rome.", "Rome")], ["Fire", "fire"]),
    ([("Fire", "A fire in Rome.", "Rome"), ("Fire", "A fire broke out.", "")], ["Fire in Rome", "Fire"]),
    ([("Fire", "A fire broke out.", "Rome"), ("Fire", "A fire in Oslo.", "Oslo")], ["Fire", "Fire in Oslo"]),
    ([("A b c d e f g", "in Rome", "Rome"), ("A b c d e f g", "in Oslo", "Oslo")], ["A b c d e f g", "A b c d e f g"]),
    ([], [])])
def test_equal_titles_are_told_apart_in_the_excerpts_own_words(events, wanted):
    made = [event(*given) for given in events]
    found = told_apart(made)
    assert [one.title for one in found] == wanted
    assert [replace(one, title="") for one in found] == [replace(one, title="") for one in made]
    assert all(len(one.title.split()) <= MOST for one in found)
