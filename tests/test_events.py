"""What is an event, when and where it was, who took part, and what is left out and why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mentioned import found, read, told
from test_events_titles import MODALITY, TITLES

from timeline import events
from timeline.model import ActorMention, DateMention, Document, DocumentDate

# The dates that found events, in the order of the text
CHOICE = """
{Kim:P} was born in [1984|1984] and took power in [2011|2011]. | 1984, 2011
{Iraq:L} invaded {Kuwait:L} in [August 1990|1990-08] and was driven out in [February 1991|1991-02]. | 1990-08, 1991-02
The talks began on [Monday|2019-02-25]; the treaty was signed on [Friday|2019-03-01]. | 2019-02-25, 2019-03-01
After the [June|2018-06] summit, the two met again in [September|2018-09]. | 2018-06, 2018-09
The dam burst on [Monday|2019-02-25]. | 2019-02-25
The [2015|2015] deal collapsed in [May 2018|2018-05]. | 2015, 2018-05
Protests on [25 January|2011-01-25] and [28 January|2011-01-28] shook {Cairo:l}. | 2011-01-25, 2011-01-28
The siege lasted from [3 May 2018|2018-05-03] to [7 May 2018|2018-05-07]. | 2018-05-03/2018-05-07
The siege lasted between [3 May 2018|2018-05-03] and [7 May 2018|2018-05-07]. | 2018-05-03/2018-05-07
The siege ([3 May 2018|2018-05-03] – [7 May 2018|2018-05-07]) was long. | 2018-05-03/2018-05-07
{Kerry:P} stayed in {Kenya:L} from [3 May 2018|2018-05-03] to [5 May 2018|2018-05-05]. | 2018-05-03/2018-05-05
{Kerry:P} made a trip to {the Republic of the Upper Lakes:L} ([3 May 2018|2018-05-03]). | 2018-05-03
[3 May 2018|2018-05-03] | {Kerry:P} | visit to {Kenya:L} | 2018-05-03
[3 May 2018|2018-05-03] | Sport | Results of the week |
The army attacked [now|PRESENT_REF]. |
The army attacked [recently|PAST_REF]. |
The siege lasted [three days|P3D]. |
The council votes [every week|SET]. |
{London:L}, [28 February 2019|2019-02-28] |
Tuesday: the soldiers left [Tuesday 26 February 2019|2019-02-26] 08.43 GMT |
By Ann Lee, [28 February 2019|2019-02-28] |
Published: [28 February 2019|2019-02-28] |
Last updated [27 February 2019|2019-02-27] at noon |
Copyright [2019|2019] The Daily Post. All rights reserved. |
© [2019|2019] The Daily Post |
[28 February 2019|2019-02-28] |
LONDON, [Feb. 28|2019-02-28] (Wire) - The bank failed. |
Reply | [January 30, 2011|2011-01-30] | Report abuse |
The weather in [May|2018-05] |
I like it more than in [2010|2010]. |
It is [2019|2019]. |
The house has stood empty since [1981|1981]. |
We ate there on [Monday|2019-02-25]. |
{Ann Lee:P} ([1920|1920]) is a painter. |
""".strip().splitlines()


@pytest.mark.parametrize("line", CHOICE)
def test_only_dates_of_happenings_found_events(line):
    marked, _, wanted = line.rpartition(" |")
    assert ", ".join(event.date_edtf for event in told(marked)) == wanted.strip()


@pytest.mark.parametrize("line", CHOICE + TITLES + MODALITY)
def test_no_date_is_dropped_in_silence(line):
    marked = line.rpartition(" |")[0]
    document, dates, actors = read(marked)
    joined = line.count("] to [") + line.count("] and [") * ("between" in line) + line.count("] – [")
    done = events.harvest(document, dates, actors)
    assert sum(event.date_basis != "document_date" for event in done.events) + len(done.rejected) == len(dates) - joined
    assert all(reason for _, reason in done.rejected)


REASONS = """
The summit ended [now|PRESENT_REF]. | “now” has no date
The summit lasted [two days|P2D]. | a duration, not a day
They met [every week|SET]. | it repeats: not one day
Copyright [2019|2019] The Post. | boilerplate, not an event
{London:L}, [28 February 2019|2019-02-28] | the document's own dateline
[3 March 2019|2019-03-03] | a bare date
{Kim:P} has not tested a missile since [2017|2017]. | says what has not happened since
It is [2019|2019]. | a state, not a happening
We went there on [Monday|2019-02-25]. | someone speaking of themselves, not a report
The weather in [May|2018-05] | nothing happens in its clause
On [Monday|2019-02-25] at [noon|2019-02-25T12:00] the army attacked. | its clause is dated by “Monday”
""".strip().splitlines()


@pytest.mark.parametrize("line", REASONS)
def test_what_founds_no_event_says_why(line):
    marked, wanted = line.rsplit(" | ", 1)
    reasons = [reason for _, reason in found(marked).rejected]
    if wanted == "nothing happens in its clause":
        assert reasons in ([wanted], ["a dateline or byline"])
    else:
        assert wanted in reasons


def test_a_month_without_a_year_waits_in_the_tray():
    event, = told("The summit of [last June] ended early.", published=None)
    assert (event.first, event.last, event.reason) == (None, None, "June, year unknown")
    assert event.title == "June summit"
    assert event.confidence < 0.3


MEETING = ("The summit meeting in {Geneva:l} was long. Envoys remembered the first meeting [last June|2018-06] and its promises. "
           "The summit ended early.")


def test_a_broad_noun_takes_the_documents_narrower_word():
    assert "June summit" in [event.title for event in told(MEETING)]
    assert "June meeting" in [event.title for event in told(MEETING.replace("summit meeting", "long meeting"))]


TOPIC = ("{Geneva:L} talks ended without a deal. Envoys left the city in silence and nobody spoke of a date. "
         "The talks in {Geneva:l} broke up early, and officials blamed each other. What the {Geneva:L} talks showed is plain.")


def test_the_undated_topic_takes_the_documents_date():
    event, = found(TOPIC).events
    assert (event.title, event.date_edtf, event.date_basis, event.precision) == ("Geneva talks", "2019-02-28", "document_date", "day")
    assert event.place == "Geneva" and event.rule and event.confidence < 0.6
    assert len(event.mentions) >= 2 and event.mentions[0].date_start is None


def test_the_undated_topic_of_an_undated_document_waits_in_the_tray():
    event, = found(TOPIC, published=None).events
    assert (event.title, event.first, event.reason) == ("Geneva talks", None, "the document has no date")


NO_TOPIC = """
Talks in {Geneva:l} next year may fail. The planned {Geneva:L} talks are far off. The upcoming {Geneva:L} talks worry many.
The old {Geneva:L} talks failed long ago. The former {Geneva:L} talks were dull. Since the {Geneva:L} talks nothing moved.
The {Geneva:L} talks of [1985|1985] were long. Before the {Geneva:L} talks of [1985|1985] there was war.
The house is red. The car in {Geneva:l} is blue. A dog sleeps.
The {Geneva:L} talks began on [Monday|2019-02-25]. The {Geneva:L} talks were long. The {Geneva:L} talks were dull. Talks in {Geneva:l} end.
""".strip().splitlines()


@pytest.mark.parametrize("marked", NO_TOPIC)
def test_other_times_and_dated_talks_are_no_topic(marked):
    assert not [event for event in found(marked).events if event.date_basis == "document_date"]


PLACES = [
    ("{Trump:P} met {Kim:P} in {Singapore:l} on [12 June 2018|2018-06-12].", "Singapore", ("Trump", "Kim")),
    ("{Trump:P} met {Kim:P} in {Singapore:L} on [12 June 2018|2018-06-12].", "Singapore", ("Trump", "Kim", "Singapore")),
    ("{Iraq:L} invaded {Kuwait:L} in [1990|1990].", "", ("Iraq", "Kuwait")),
    ("{Mr Kim:P:Kim Jong-un} met {Kim Jong-un:P} in [1990|1990].", "", ("Kim Jong-un",)),
    ("On [3 May 2018|2018-05-03] the army attacked the village.", "", ()),
    ("The fire at {Bolt Hall:l} on [3 May 2018|2018-05-03] killed two.", "Bolt Hall", ()),
]


@pytest.mark.parametrize("marked, place, actors", PLACES)
def test_places_and_actors(marked, place, actors):
    event, = told(marked)
    assert (event.place, event.actors) == (place, actors)


def test_an_event_carries_its_dates_whole_story():
    event, = told("{Kim:P} resigned on [3 May 2018|2018-05-03].")
    witness, = event.mentions
    assert (event.date_text, event.date_edtf, event.rule, event.precision) == ("3 May 2018", "2018-05-03", "made", "day")
    assert (witness.date_start, witness.date_end) == (16, 26)
    assert witness.exact == event.excerpt == "Kim resigned on 3 May 2018."


def test_identities_are_stable_and_apart():
    one = [event.event_id for event in told("{Kim:P} was born in [1984|1984] and took power in [2011|2011].")]
    two = [event.event_id for event in told("{Kim:P} was born in [1984|1984] and took power in [2011|2011].")]
    other = [event.event_id for event in told("{Kim:P} was born in [1984|1984] and took power in [2011|2011].", doc_id="d2")]
    assert one == two and len(set(one + other)) == 4


def test_a_long_sentence_is_shown_as_a_window():
    long = "{Kim:P} resigned on [3 May 2018|2018-05-03]" + " and many people in many towns talked about it for many hours" * 12 + "."
    event = told(long)[0]
    assert len(event.excerpt.split()) <= 45 and "Kim resigned on 3 May 2018" in event.excerpt


def test_a_language_without_words_still_gives_events():
    document, dates, actors = read("{Kim:P} trat am [3. Mai 2018|2018-05-03] zurück.")
    event, = events.extract(Document("d", "n", document.text, language="xx"), dates, actors)
    assert event.date_edtf == "2018-05-03" and event.title.startswith("Kim trat am")


_WORDS = st.sampled_from("the talks summit met on in at Kim he who said that was will not, . ; ( ) — “ ” \n and after before "
                         "signed attack attacks last june 2018 Monday now it's don't U.S. 5,000 | : of cancelled if 's - Ñ 会".split(" "))


@st.composite
def marked_texts(draw):
    text = " ".join(draw(st.lists(_WORDS, max_size=60)))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=16)))
    spans = list(zip(cuts[::2], cuts[1::2]))
    dates, actors = [], []
    for start, end in spans:
        kind = draw(st.sampled_from(["day", "none", "P1D", "PAST_REF", "actor", "open"]))
        if kind == "actor":
            actors.append(ActorMention(start, end, text[start:end], draw(st.sampled_from(["PER", "LOC", "ORG"])), text[start:end],
                                       role=draw(st.sampled_from(["actor", "venue", ""]))))
        else:
            first = 737000 if kind == "day" else None
            last = 737000 if kind in ("day", "open") else None
            dates.append(DateMention(start, end, text[start:end], "DURATION" if kind == "P1D" else "DATE",
                                     kind if kind != "day" else "2018-11-03", "made", edtf="2018-11-03", first=first, last=last,
                                     precision="day"))
    published = draw(st.sampled_from([None, DocumentDate("2019-02-28", "typed", "")]))
    return Document("d", "n", text, published=published), dates, actors


@settings(max_examples=300, deadline=None)
@given(marked_texts())
def test_offsets_counts_and_words_hold_on_any_text(made):
    document, dates, actors = made
    harvest = events.harvest(document, dates, actors)
    own = [event for event in harvest.events if event.date_basis != "document_date"]
    held = [(event.mentions[0].date_start, event.mentions[0].date_end) for event in own]
    held += [(mention.start, mention.end) for mention, _ in harvest.rejected]
    assert all(any(start <= date.start and date.end <= end for start, end in held) for date in dates)
    for event in harvest.events:
        assert event.title and event.event_id
        assert all(word.lower() in document.text.lower() for word in event.title.split())
        for one in event.mentions:
            assert document.text[one.start_char:one.end_char] == one.exact
            assert document.text[:one.start_char].endswith(one.prefix) and document.text[one.end_char:].startswith(one.suffix)
            if one.date_start is not None:
                assert document.text[one.date_start:one.date_end] == one.date_text
        assert event.first is not None or event.last is not None or event.reason
    assert events.merge(list(harvest.events)) == events.merge(list(harvest.events)[::-1])
