"""Happenings without a date of their own: the day's news, and a story that goes on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mentioned import found, read

from timeline import events

# text | title of the undated event found; "" for none
NEWS = """
{Ann Lee:P} resigned after an audit. | document_date | Ann Lee resigned after audit
A jury has awarded a fortune to a violinist. | document_date | Jury awarded fortune to violinist
{Kim:P} meets {Putin:P} in {Vladivostok:l} | document_date | Kim meets Putin in Vladivostok
A dam burst above the town. | document_date | Dam burst above town
{Ann Lee:P} had resigned before. | |
{Ann Lee:P} will resign soon. | |
{Ann Lee:P} may resign. | |
If {Ann Lee:P} resigned, nobody would care. | |
Previously {Ann Lee:P} resigned twice. | |
{Ann Lee:P} is a painter. | |
I resigned after an audit. | |
Did {Ann Lee:P} resign? | |
{Ann Lee:P} ran the bar for [20 years|P20Y]. | |
The old talks collapsed in anger. | |
""".strip().splitlines()


def undated(marked: str, **options):
    return [event for event in found(marked, **options).events if event.mentions[0].date_start is None]


@pytest.mark.parametrize("line", NEWS)
def test_the_news_has_its_documents_date(line):
    marked, basis, title = (part.strip() for part in line.split(" |"))
    expected = [(title, "2019-02-28", basis)] if basis else []
    assert [(event.title, event.date_edtf, event.date_basis) for event in undated(marked)] == expected


@pytest.mark.parametrize("line", [line for line in NEWS if "document_date" in line])
def test_without_a_documents_date_the_news_waits_in_the_tray(line):
    event, = undated(line.split(" |")[0], published=None)
    assert (event.first, event.last, event.date_edtf, event.reason) == (None, None, "", "the document has no date")


def test_news_stands_at_the_head_of_a_report_alone():
    marked = "{Ann Lee:P} resigned. The house is red. The car is blue. The dog is old. {Bo Ek:P} resigned."
    assert [event.title for event in undated(marked)] == ["Ann Lee resigned"]


HEADED = "{Moon:P} and {Kim:P} sign the declaration\n\n{Moon:P} landed in {Pyongyang:l} on [Tuesday|2019-02-26]. "


@pytest.mark.parametrize("told, day, basis", [
    ("On [Wednesday|2019-02-27] {Moon:P} and {Kim:P} signed the declaration.", "2019-02-27", "inferred"),
    ("On [5 February|2019-02-05] {Moon:P} and {Kim:P} signed the declaration.", "2019-02-28", "document_date"),
    ("On [Wednesday|2019-02-27] the weather broke.", "2019-02-28", "document_date")])
def test_a_headline_has_the_day_on_which_its_report_dates_the_same(told, day, basis):
    headline = next(event for event in undated(HEADED + told) if "declaration" in event.title)
    assert (headline.date_edtf, headline.date_basis) == (day, basis)
    assert [other.value for other in headline.alternatives] == (["2019-02-28"] if basis == "inferred" else [""])


# a dated sentence, then what follows it | the date that the follower takes
STORIES = """
The army attacked on [Monday|2019-02-25]. The rebels fled into the hills. | 2019-02-25
The army attacked on [Monday|2019-02-25]. The rebels fled into the hills. {Ann Lee:P} freed the prisoners. | 2019-02-25 2019-02-25
The army attacked on [Monday|2019-02-25]. They had fled before. |
The army attacked on [Monday|2019-02-25]. The town is old. |
The army attacked on [Monday|2019-02-25]. The town is old. The rebels fled into the hills. |
The army attacked on [Monday|2019-02-25]. The minister declined to comment. |
The army attacked on [Monday|2019-02-25]. The rebels were beaten, the minister said. |
The army attacked on [Monday|2019-02-25]. The rebels will flee. |
The army attacked in [February|2019-02]. The rebels fled into the hills. |
The army attacked on [Monday|2019-02-25]. He was born in the hills. |
The army attacked on [Monday|2019-02-25] and left on [Tuesday|2019-02-26]. The rebels fled into the hills. |
The talks will begin on [4 March 2019|2019-03-04]. The rebels fled into the hills. |
The army attacked on [Monday|2019-02-25]. Usually the rebels fled into the hills. |
The army attacked on [Monday|2019-02-25]. Why the rebels fled into the hills? |
""".strip().splitlines()
LEAD = "The house is red. The car is blue. The dog is old. "


@pytest.mark.parametrize("line", STORIES)
def test_a_story_goes_on_on_its_day(line):
    marked, dates = line.split(" |")
    carried = undated(LEAD + marked)
    assert " ".join(event.date_edtf for event in carried) == dates.strip()
    assert all(event.date_basis == "context" and event.rule and event.anchor == event.date_edtf for event in carried)


def test_the_actors_of_the_head_and_of_what_follows_a_date_are_looked_for():
    document, dates, _ = read("A. Lee left. B. Lee left. C. Lee left. D. Lee left. E. Lee left. F. Lee left on [Monday|2019-02-25]. G. Lee left. H. Lee left.")
    said = [document.text[span.start:span.end] for span in events.stretches(document.text, dates)]
    assert not any("H. Lee" in one for one in said) and any("G. Lee" in one for one in said) and any("A. Lee" in one for one in said)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["The army attacked on [Monday|2019-02-25].", "They fled.", "{Ann Lee:P} resigned.", "“Go,” she said.", "\n\n", "had",
                                 "The talks ended.", "?", "Why?", "{Oslo:l} fell", "which", "(", "He was born."]), max_size=10), st.booleans())
def test_every_witness_is_verbatim_and_no_event_stands_twice(parts, dated):
    document, dates, actors = read(" ".join(parts), published="2019-02-28" if dated else None)
    done = events.harvest(document, dates, actors).events
    for event in done:
        for witness in event.mentions:
            assert document.text[witness.start_char:witness.end_char] == witness.exact
    assert len({event.event_id for event in done}) == len(done)
