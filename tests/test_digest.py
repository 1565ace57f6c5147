"""digest: the days that matter in invented collections, and their sentences."""

from random import Random

import pytest

from timeline import calendar, dates
from timeline.digest import summarise
from timeline.digest.pages import read, relevance
from timeline.digest.sentences import vector
from timeline.digest.summary import _pages
from timeline.digest.topic import telling_words, topic_words
from timeline.events import days
from timeline.model import Document, DocumentDate


def page(number, published, text):
    day = DocumentDate(published, "typed", "typed by you") if published else None
    return Document(f"d{number:02}", f"report-{number}.txt", text, published=day)


def marked(rows):
    """Documents with their dates: `rows` are (published, text)."""
    documents = [page(number, *row) for number, row in enumerate(rows)]
    return [(one, dates.tag(one.text, one.published and one.published.day, "en")) for one in documents]


BREACH = [
    ("2012-03-06", "The Lumen dam gave way yesterday and water poured into the Orla valley below it. Rescuers searched the valley all night."),
    ("2012-03-07", "Villagers in the Orla valley spoke of the flood after the Lumen dam gave way on Monday. Nobody had warned the people there."),
    ("2012-03-09", "A week of rain is expected in the hills. The Lumen water board met today and talked about the coming summer."),
    ("2012-05-20", "Engineers said cracks had been seen before the Lumen dam gave way on 5 March 2012 and drowned the Orla valley. They had been told to be silent."),
    ("2012-06-11", "The inquiry into the Lumen dam opened on 11 June 2012 with the minister as its first witness. The Lumen dam had burst on 5 March."),
    ("2012-06-12", "The minister told the Lumen inquiry on Monday that no report of cracks had reached him. The hearing goes on."),
    ("2012-09-01", "The Lumen inquiry, which had opened on 11 June 2012, blamed the water board for the breach of 5 March 2012 on the last page."),
]


def iso(entry):
    return calendar.iso(entry.day)


def told(entries):
    return [(iso(entry), [one.text for one in entry.excerpts]) for entry in entries]


# which days matter

@pytest.mark.parametrize("top, expected", [(1, ["2012-03-05"]), (2, ["2012-03-05", "2012-06-11"])])
def test_the_days_that_documents_come_back_to_win(top, expected):
    assert [iso(entry) for entry in summarise(marked(BREACH), ["lumen"], calendar.day(2012, 3, 1), None, top)] == expected


SPANS = [({}, lambda day: "2012-03-05" <= day <= "2012-09-01"), ({"first": 734638}, lambda day: day >= "2012-05-20"),
         ({"last": 734600}, lambda day: day <= "2012-04-12"), ({"first": 734638, "last": 734660}, lambda day: "2012-05-20" <= day <= "2012-06-11"),
         ({"first": 800000}, lambda day: False)]


def test_a_day_before_the_first_report_may_be_the_first_and_none_is_after_the_last():
    rows = [*BREACH, ("2012-09-02", "The Lumen water board will build a new dam by 3 May 2019, it promised the people of the Orla valley.")]
    found = [iso(entry) for entry in summarise(marked(rows), ["lumen"])]
    assert found[0] == "2012-03-05" and found[-1] <= "2012-09-02"


SHORT = [(["bp"], "BP's well", 1.0), (["bp"], "bpm", .1), (["us"], "uses", .1), (["egypt"], "Egyptians", 1.0), (["talk"], "stalk", .1), ([], "x", 1.0)]


@pytest.mark.parametrize("topic, text, expected", SHORT)
def test_a_long_topic_word_may_go_on_and_a_short_one_not(topic, text, expected):
    assert relevance(_pages(marked([(None, text)]))[0], tuple(topic)) == [expected]


@pytest.mark.parametrize("span, inside", SPANS)
def test_no_day_lies_outside_the_span(span, inside):
    entries = summarise(marked(BREACH), ["lumen"], **span)
    assert all(inside(iso(entry)) for entry in entries) and (entries or "first" in span and span["first"] > 799999)


def test_the_topic_decides_between_two_days():
    rows = [("2014-02-20", f"{who} on 3 February 2014, and the {thing} was full for the whole of that evening."
             ) for who, thing in (("The Tarn choir sang its new mass", "church"),) * 2] + [
            ("2014-02-20", "The Vesk ferry sank in a storm on 4 February 2014, and forty people were taken out of the water.")] * 2
    rows = [(day, f"{text} Note {number}.") for number, (day, text) in enumerate(rows)]
    for topic, expected in (("tarn", "2014-02-03"), ("VESK", "2014-02-04")):
        assert [iso(entry) for entry in summarise(marked(rows), [topic], 735260, 735285, 1)] == [expected]


MANNERS = [(None, 10, True, "ahead"), (9, 10, True, "ahead"), (10, 10, False, "own"), (11, 10, False, "day after"), (12, 10, True, "later"),
           (17, 10, True, "later"), (18, 10, True, "looking back"), (18, 10, False, "later")]


@pytest.mark.parametrize("published, day, by_date, manner", MANNERS)
def test_the_manner_in_which_a_day_is_named(published, day, by_date, manner):
    assert days.manner(published, day, by_date) == manner


def test_a_day_counts_once_in_a_document_by_its_best_naming():
    once = days.weigh([days.Naming("a", 11, 10)])
    assert days.weigh([days.Naming("a", 11, 10), days.Naming("a", 11, 10, relevance=.5)]) == once
    assert days.weigh([days.Naming("a", 11, 10), days.Naming("b", 11, 10)])[10].score > once[10].score


def test_a_peak_stands_above_the_same_day_on_a_plateau():
    alone = [days.Naming(f"d{n}", 101, 100) for n in range(5)]
    crowd = [days.Naming(f"d{n}", day + 1, day) for day in range(497, 504) for n in range(5)]
    weights = days.weigh(alone + crowd)
    assert weights[100].score > weights[500].score and weights[100].burst == 1


def test_weights_are_told_in_words():
    namings = [days.Naming("a", 100, 100), days.Naming("b", 101, 100), days.Naming("c", 140, 100, True), days.Naming("a", 100, 98)]
    assert days.in_words(days.weigh(namings)[100]) == (
        "the day is named by 3 documents, 2 of them after it, 1 by its date after more than a week; 88% of what is said of the week around it")
    assert days.in_words(days.weigh(namings)[98]).startswith("the day is named by 1 document, after it;")


# the sentences of a day

def test_two_sentences_of_a_day_never_say_the_same():
    say = "The old Harrow bridge collapsed on 7 July 2015 while a train with sixty people was crossing the river"
    rows = [("2015-07-20", f"{say}{end}") for end in (".", ", officials said.", ", the police said.")]
    rows.append(("2015-07-21", "Divers found the engine of the train below the Harrow bridge on 7 July 2015, an hour after it fell."))
    entry, = summarise(marked(rows), ["harrow"], 735786, 735786)
    assert len(entry.excerpts) == 2 and sum("collapsed" in one.text for one in entry.excerpts) == 1


def test_what_one_day_tells_the_next_does_not_repeat():
    say = "The court in Marl freed the two captains of the Odessa convoy after a trial of ninety days"
    rows = [("2016-04-05", f"{say} on 4 April 2016."), ("2016-04-06", f"{say} on 4 April 2016, and on 5 April 2016 all Marl knew of it.")]
    texts = [text for _, some in told(summarise(marked(rows), ["marl"], 736058, 736060)) for text in some]
    assert len([text for text in texts if say in text]) == 1


SHORT_OR_LONG = [
    ("Snow fell on 3 May 2017. The Alba council closed every school of the district on 3 May 2017 because of the deep snow.", "council closed"),
    ("On 3 May 2017 " + "and then again the walkers of the Alba club went over the hills " * 12 + "at last. The Alba council closed every "
     "school of the whole district on 3 May 2017 because of the deep snow.", "Alba"),
]


@pytest.mark.parametrize("text, expected", SHORT_OR_LONG)
def test_a_scrap_or_an_endless_sentence_is_not_the_best(text, expected):
    entry, = summarise(marked([("2017-05-20", text)]), ["alba"], 736452, 736452, sentences=1)
    assert expected in entry.excerpts[0].text and len(entry.excerpts[0].text.split()) < 45


DATELINES = [
    ("KORVA (Reuters) - Miners ended their long strike in the Korva pits and went back to work with more pay.", "Miners ended"),
    ("Korva, Morland (TNA) -- Miners ended their long strike in the Korva pits and went back to work with more pay.", "Miners ended"),
    ("Monday 9 May 2016 10.15 GMT Miners ended their long strike in the Korva pits and went back to work with more pay.", "Miners ended"),
    ("On 9 May 2016 the miners ended their long strike in the Korva pits and went back to work with more pay.", "On 9 May"),
    ("9 May 2016 Last updated at 10:15 GMT Miners ended their long strike in the Korva pits and went back to work.", "Miners ended"),
    ("Strike at an end Korva, Morland (TNA) - Miners ended their long strike in the pits and went back to work.", "Miners ended"),
    ("GMT) - Miners ended their long strike in the Korva pits and went back to work with more pay.", "Miners ended"),
    ("-- Miners ended their long strike in the Korva pits and went back to work with more pay.", "Miners ended"),
    ("' Miners ended their long strike in the Korva pits and went back to work with more pay.", "Miners ended"),
    ("Miners (Korva) ended their long strike in the deep pits and went back to work with more pay - at last.", "Miners (Korva)"),
    ("9 May 2016 Miners won.", "9 May"),
]


@pytest.mark.parametrize("text, opens", DATELINES)
def test_a_dateline_is_cut_and_nothing_else(text, opens):
    document, found = marked([("2016-05-09", text)])[0]
    span = read(document, found).spans[0]
    assert text[span.start:span.end].startswith(opens)


WORSE = ["and the envoys of Ravo and Telm signed the treaty of Sand on 6 May 2013 in the old hall of Sand",
         "“The envoys of Ravo and Telm signed the treaty of Sand on 6 May 2013 in the old hall,” he said.",
         "Did the envoys of Ravo and Telm sign the treaty of Sand on 6 May 2013 in the old hall of Sand?",
         "Treaty of Sand | 6 May 2013 | The envoys of Ravo and Telm signed it in the old hall of Sand | Reply."]


@pytest.mark.parametrize("worse", WORSE)
def test_a_whole_sentence_of_a_report_comes_first(worse):
    better = "The envoys of Ravo and Telm signed the treaty of Sand on 6 May 2013 in the old hall of the town of Sand."
    rows = [("2013-06-20", worse), ("2013-06-20", better), ("2013-06-21", "Nothing happened in Ravo.")]
    entry, = summarise(marked(rows), ["ravo"], 734994, 734994, sentences=1)
    assert entry.excerpts[0].text == better


@pytest.mark.parametrize("number", [1, 2, 3])
def test_no_more_sentences_than_asked_for(number):
    assert max(len(entry.excerpts) for entry in summarise(marked(BREACH), ["lumen"], 734560, sentences=number)) <= number


# promises

def test_every_sentence_stands_where_it_says():
    rows = marked(BREACH)
    by_id = {one.doc_id: one for one, _ in rows}
    excerpts = [one for entry in summarise(rows, ["lumen"]) for one in entry.excerpts]
    assert excerpts and all(by_id[one.doc_id].text[one.start:one.end] == one.text for one in excerpts)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_documents_does_not_matter(seed):
    rows = marked(BREACH)
    mixed = Random(seed).sample(rows, len(rows))
    assert summarise(mixed) == summarise(rows) and summarise(mixed, ["lumen"], top=2) == summarise(rows, ["lumen"], top=2)


def test_a_reprint_is_no_second_report():
    twice = marked([*BREACH, BREACH[0]])
    assert summarise(twice, ["lumen"]) == summarise(twice[:-1], ["lumen"])


UNDATED = [([], []), ([(None, "")], []), ([(None, "No day is named here at all by anyone, and nothing happens in this sentence.")], []),
           ([("2012-03-06", "")], []), ([(None, "The mill burned down on 2 June 1871, and the whole town of Aster came to look at the fire.")], ["1871-06-02"]),
           ([(None, "Caesar fell on 15 March 44 BC in the hall of Pompey, where the senate of Rome had been called to meet.")], ["-0043-03-15"])]


@pytest.mark.parametrize("rows, expected", UNDATED)
def test_little_or_no_input(rows, expected):
    assert [iso(entry) for entry in summarise(marked(rows))] == expected


HOSTILE = ["(" * 3000, "[.*]+ " * 500, "a(A" * 2000 + " (A) - B", "\u202e3 May 2012\u202c " * 50, "<b>3 May 2012</b> " * 200, "\ud800 3 May 2012",
           "3 May 2012 " * 2000, "no stop and no capital on 3 may 2012 " * 800, "\n\n3 May 2012\n\n" * 300, "= cmd() 3 May 2012, " * 100]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("published", ["2012-05-04", None])
def test_hostile_text_is_only_text(text, published):
    rows = marked([(published, text), ("2012-05-04", text + " x")])
    by_id = {one.doc_id: one for one, _ in rows}
    for topic in ((), [text[:20], ".*", "(", ""]):
        for one in (one for entry in summarise(rows, topic) for one in entry.excerpts):
            assert by_id[one.doc_id].text[one.start:one.end] == one.text


# topic words

@pytest.mark.parametrize("given, expected", [(["Egypt"], ("egypt",)), (["Michael Jackson", "jackson"], ("michael", "jackson")), (["  ", "(.*"], ()), ([], ())])
def test_topic_words_as_typed(given, expected):
    assert topic_words(given) == expected


NAMES = [
    (["All week the Lumen dam held, and the old Lumen board slept well.", "Again the Lumen dam was in the news of Monday evening."], ("lumen",)),
    (["all of this is in small letters on 3 may 2012", "and so is this"], ()),
    (["It was May when Ada came to Rome.", "It was May when Bob came to Oslo.", "It was May when Cyd came to Bonn.",
      "It was May when Dan came to Kyiv.", "It was May when Eve came to Lima."], ()),
]


@pytest.mark.parametrize("texts, expected", NAMES)
def test_topic_words_that_nobody_typed(texts, expected):
    assert telling_words(_pages(marked([("2012-05-04", text) for text in texts]))) == expected


def test_vectors_have_length_one_or_none():
    assert sum(value ** 2 for value in vector(("dam", "dam", "board"), {"dam": 1.0, "board": 2.0}).values()) == pytest.approx(1)
    assert vector(("unknown",), {}) == {}
