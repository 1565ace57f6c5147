"""checks: contradictions that are planted and traps that are compatible. The passages run through the whole flow."""

import pandas as pd
import pytest

from timeline import calendar, checks
from timeline.build import build
from timeline.calendar import Wording
from timeline.checks.contradictions import COLUMNS, contradictions
from timeline.folder import modules
from timeline.model import Document, DocumentDate, Timeline

MODULE = modules("timeline.checks")["contradictions"]
PUBLISHED = DocumentDate("2019-04-30", "typed", "typed by you")


def told(*texts):
    """The timeline of documents with these texts."""
    return build([Document(f"d{n}", f"d{n}.txt", text, language="en", published=PUBLISHED) for n, text in enumerate(texts)])


def found(*texts):
    tables = checks.tables(told(*texts))
    return contradictions(tables.events, tables.mentions, tables.texts)


A, B = "Donald Trump and Kim Jong-un met at a summit in Singapore on 12 June 2018.", "The Singapore summit between Trump and Kim was held on {}."
DENIED = [  # (kind, texts)
    ("dates", (A, B.format("13 June 2018"))),
    ("dates", (A, B.format("15 June 2018"))),
    ("dates", ("The two leaders, Trump and Kim, met in Singapore on 12 June 2018.", "Trump met Kim in Singapore on 13 June 2018.")),
    ("dates", ("kim and trump met in singapore on 12 june 2018", "kim and trump met in singapore on 13 june 2018")),
    ("dates", ("In June 2018 Trump and Kim met at a summit in Singapore.", "Trump and Kim met at a summit in Singapore in July 2018.")),
    ("dates", ("Ada Varga died on 3 May 2011 in Budapest.", "Ada Varga died on 5 May 2011 at her home in Budapest.")),
    ("dates", ("Ada Varga died in May 2011.", "Ada Varga died on 5 August 2012.")),
    ("dates", ("The composer Leo Brandt was born on 4 March 1920.", "Leo Brandt was born on 4 March 1921 in Linz.")),
    ("dates", ("Prime Minister Olga Sand resigned on 11 February 2011.", "Olga Sand resigned on 14 February 2011 after weeks of pressure.")),
    ("dates", ("An earthquake struck Nepal on 25 April 2015, killing thousands.", "The earthquake struck Nepal on 27 April 2015, killing thousands.")),
    ("dates", ("President Ada Varga was assassinated on 3 May 2011.", "Ada Varga was assassinated on 9 May 2011 by a gunman.")),
    ("dates", ("Trump and Moon held talks in Seoul on 30 June 2017.", "Trump and Moon held talks in Seoul on 28 June 2017.")),
    ("dates", ("Ada Varga married Leo Brandt on 1 June 2001.", "Leo Brandt married Ada Varga on 3 June 2001.")),
    ("dates", ("The funeral of Ada Varga was held in Vienna on 9 May 2011.", "Ada Varga's funeral took place in Vienna on 12 May 2011.")),
    ("dates", ("Rebels killed Governor Ada Varga on 3 May 2011 in Riga.", "Governor Ada Varga was killed in Riga by rebels on 6 May 2011.")),
    ("dates", ("The ferry Halcyon sank on 9 March 1987 off Ostend.", "The ferry Halcyon sank off Ostend on 11 March 1987.")),
    ("dates", ("Angela Merkel visited Warsaw on 3 May 2012.", "Angela Merkel's visit to Warsaw took place on 5 May 2012.")),
    ("dates", ("The treaty was signed on 12 June 2018.", "The treaty was signed on 13 June 2018.")),
    ("dates", ("The summit took place on 12 June 2018 in Singapore.", "The summit took place on 13 June 2018 in Singapore.")),
    ("dates", ("The ministers of France and Germany signed the accord on 12 June 2018 in Paris.",
               "On 13 June 2018 France and Germany signed an accord in Paris.")),
    ("dates", ("Germany and France signed the Elbe treaty on 22 January 1963. Germany and France signed the Elbe treaty on 24 January 1963.",)),
    ("order", ("Ada Varga resigned on 5 June 2018. The Singapore summit between Trump and Kim took place on 12 June 2018.",
               "After the Singapore summit, Ada Varga resigned.")),
    ("order", ("Trump and Kim met at the Singapore summit on 12 June 2018.", "After the Singapore summit, Ada Varga resigned on 5 June 2018.")),
    ("order", ("Trump and Kim met at the summit in Singapore on 12 June 2018.", "Ada Varga resigned on 20 June 2018, before the summit.")),
    ("order", ("The election in France was held on 6 November 2016.",
               "Germany signed a trade deal with Spain on 2 December 2016, ahead of the election in France.")),
    ("order", ("The summit was held on 12 June 2018.", "The minister resigned on 1 June 2018, after the summit.")),
    ("distance", ("The Hanoi talks between Trump and Kim took place on 27 February 2019.",
                  "Three days before the Hanoi talks, Ada Varga resigned on 14 February 2019.")),
    ("distance", ("The summit was held on 12 June 2018.", "Three days before the summit, on 1 June 2018, the minister resigned.")),
]
AGREED = [
    (A, B.format("12 June 2018")),
    (A, B.format("June 2018")),  # the coarser holds the finer
    (A, B.format("2018")),
    (A, "The Singapore summit between Trump and Kim was held from 11 to 13 June 2018."),
    (A, "The Singapore summit between Trump and Kim was held around 10 June 2018."),  # nobody says which day
    (A, "The Singapore summit between Trump and Kim was held on about 14 June 2018."),
    (A, "Trump and Kim met at a summit in Hanoi on 27 February 2019."),  # another place
    (A, "Donald Trump and Emmanuel Macron met at a summit in Singapore on 13 June 2018."),  # other people
    (A, "Trump and Kim will meet at a summit in Singapore on 14 June 2018."),  # a plan
    (A, "The Singapore summit between Trump and Kim was postponed from 12 June 2018 to 14 June 2018."),  # moved
    (A, "The Singapore summit between Trump and Kim was scheduled for 11 June 2018."),
    (A, "Trump and Kim met again at a summit in Singapore on 13 June 2018."),  # once more
    (A, "The second summit of Trump and Kim in Singapore was held on 14 June 2018."),
    (A, "The Singapore summit between Trump and Kim was cancelled on 24 May 2018."),
    (A, "The anniversary of the Singapore summit of Trump and Kim was marked on 13 June 2019."),
    (A, "Trump and Kim met at a summit in Singapore on 13 June 2017."),  # a year apart: another
    ("The first round of talks between France and Germany was held in Paris on 3 May 2011.",
     "The third round of talks between France and Germany was held in Paris on 5 May 2011."),
    ("The festival opened in Riga on 3 May 2011.", "The festival opened in Riga on 3 May 2012."),
    ("Trump arrived in Seoul on 12 June 2018.", "Trump left Seoul on 13 June 2018."),
    ("The talks between France and Germany began in Paris on 3 May 2011.", "The talks between France and Germany ended in Paris on 5 May 2011."),
    ("Protesters clashed with police in Cairo on 28 January 2011.", "Protesters clashed with police in Cairo on 29 January 2011."),
    ("A bomb attack killed 12 people in Kabul on 3 May 2011.", "A bomb attack killed 31 people in Kabul on 5 May 2011."),
    ("A soldier died in an accident at Basra on 4 August 2004.", "A soldier died in an accident at Basra on 10 September 2004."),
    ("Ada Varga died late on 3 May 2011.", "Ada Varga died on 4 May 2011."),  # one night
    ("Ada Varga died in the night of 3 May 2011.", "Ada Varga died early on 4 May 2011."),
    ("Ada Varga died on 3 May 2011.", "Leo Brandt died on 5 May 2011."),
    ("Ada Varga died around 3 May 2011.", "Ada Varga died on 7 May 2011."),
    ("Ada Varga died in 2011.", "Ada Varga died on 7 May 2011."),
    ("Ada Varga resigned on 3 May 2001.", "Ada Varga resigned on 4 April 2011."),  # a long office life
    ("Ada Varga was not killed on 3 May 2011.", "Ada Varga was killed on 9 May 2011."),
    ("Trump and Kim met at the Singapore summit on 12 June 2018.", "After the Singapore summit, Ada Varga resigned on 15 June 2018."),
    ("Trump and Kim met at the Singapore summit on 12 June 2018. Trump and Kim met at the Hanoi summit on 27 February 2019.",
     "After the summit, Ada Varga resigned on 1 July 2018."),  # one of the two fits
    ("The Hanoi talks between Trump and Kim took place on 27 February 2019.",
     "Three days before the Hanoi talks, Ada Varga resigned on 24 February 2019."),
    ("The Hanoi talks between Trump and Kim took place in February 2019.",
     "Three days before the Hanoi talks, Ada Varga resigned on 14 February 2019."),
    ("The summit was held on 12 June 2018.", "More than a week before the summit, on 1 June 2018, the minister resigned."),
    ("The ministers met on 3 May 2012 in Brussels.", "The ministers met on 4 May 2012 in Brussels."),
    ("Angela Merkel met Vladimir Putin in Moscow on 3 May 2012.", "Angela Merkel met Vladimir Putin in Moscow on 20 May 2012."),
    ("Trump spoke to Kim on 3 May 2018.", "Trump spoke to Kim on 5 May 2018."),
    ("The court heard the case against Jan Molnar on 3 May 2011.", "The court heard the case against Jan Molnar on 4 May 2011."),
    ("Before the war, Jean Moreau married Ada Varga on 3 May 1938.", "The war began on 1 September 1939."),
    ("The Singapore summit was held on 12 June 2018.", "The minister resigned on 1 June 2018, after the summit in Paris."),
]


@pytest.mark.parametrize("kind, texts", DENIED)
def test_a_planted_contradiction_is_found_with_both_quotes(kind, texts):
    rows = found(*texts)
    assert list(rows["kind"]) == [kind]
    row = rows.iloc[0]
    where = {f"d{n}": text for n, text in enumerate(texts)}
    assert row["quote"] in where[row["doc_id"]] and row["other_quote"] in where[row["other_doc"]]
    assert row["quote"] != row["other_quote"] and row["event_id"] != row["other_id"]
    assert 0 < row["score"] <= 1 and row["reason"] in row["said"]
    assert row["days"] > 0 or kind == "distance"
    assert MODULE.sentence(row) == row["said"] and all(rows[name].notna().all() for name in rows)


AMERICAN = Wording(lambda *day: calendar.ordered(calendar.label(*day), "MDY"), "{:,}".format, "MDY")
SAID = [  # texts, what an American reads of it, word for word
    (DENIED[0][1], "Jun 12, 2018", "Jun 13, 2018"),
    (DENIED[4][1], "June 2018", "July 2018"),
    (DENIED[6][1], "May 2011", "Aug 5, 2012"),
    (("The ferry Halcyon sank on 9 March 1987 off Ostend.", "The ferry Halcyon sank off Ostend on 11 March 1987."), "Mar 9, 1987", "Mar 11, 1987"),
]


@pytest.mark.parametrize("texts, first, second", SAID)
def test_a_contradiction_is_said_in_any_order_of_day_and_month(texts, first, second):
    row = found(*texts).iloc[0]
    said = MODULE.sentence(row, AMERICAN)
    assert said.endswith(f", one on {first}, the other on {second}")
    assert said.removesuffix(f"{first}, the other on {second}") == row["said"][:len(said) - len(f"{first}, the other on {second}")]


def test_words_of_a_document_stay_as_they_are_in_whatever_way_the_sentence_is_said():
    row = found("The summit was held on 12 June 2018.", "The minister resigned on 1 June 2018, after the summit.").iloc[0]
    assert MODULE.sentence(row, AMERICAN) == row["said"], "an order names no day but in the document’s words"


@pytest.mark.parametrize("module", ["contradictions", "gaps", "coverage"])
def test_every_check_says_its_rows_anew_from_their_columns(module):
    tables = checks.tables(told(*DENIED[0][1], *DENIED[-1][1], "Nothing here has a day."))
    check = modules("timeline.checks")[module]
    rows = check.check(tables)
    assert [check.sentence(row) for row in rows.to_dict("records")] == list(rows["said"])


@pytest.mark.parametrize("texts", AGREED)
def test_what_is_compatible_is_no_contradiction(texts):
    assert list(found(*texts)["said"]) == []
    assert list(found(*reversed(texts))["said"]) == []


def test_witnesses_of_one_event_may_contradict_each_other():
    """Merging joins on overlap, so a vague report can bring two exact ones together; played here by hand."""
    tables = checks.tables(told("Kim met Trump in Singapore on 12 June 2018.", "Kim met Trump in Singapore on 12 June 2018."))
    mentions = tables.mentions.copy()
    mentions.loc[1, "date_edtf"] = "2018-06-14"
    rows = contradictions(tables.events, mentions)
    assert list(rows["kind"]) == ["witnesses"] and set(rows.loc[0, ["window", "other_window"]]) == {"2018-06-12", "2018-06-14"}
    mentions.loc[1, "date_edtf"] = "2018-06"
    assert len(contradictions(tables.events, mentions)) == 0
    mentions.loc[1, ["date_edtf", "date_basis"]] = ["2018-06-13", "document_date"]
    assert len(contradictions(tables.events, mentions)) == 0


def test_the_order_of_the_documents_changes_nothing():
    texts = [text for _, several in DENIED[5:12] for text in several]
    documents = [Document(f"d{n}", f"d{n}.txt", text, language="en", published=PUBLISHED) for n, text in enumerate(texts)]
    one, other = (checks.tables(build(several)) for several in (documents, documents[::-1]))
    first, second = (contradictions(t.events, t.mentions, t.texts) for t in (one, other))
    assert len(first) >= 6 and first.to_dict("records") == second.to_dict("records")
    assert first["score"].is_monotonic_decreasing


@pytest.mark.parametrize("name", modules("timeline.checks"))
def test_the_columns_are_the_same_when_nothing_is_found(name):
    module = modules("timeline.checks")[name]
    empty, full = module.check(checks.tables(Timeline())), module.check(checks.tables(told(*DENIED[0][1])))
    for frame in (empty, full):
        assert isinstance(frame, pd.DataFrame) and list(frame.columns) == list(module.COLUMNS)
        assert {n: str(pd.Series(dtype=d).dtype) for n, d in module.COLUMNS.items()} == {n: str(d) for n, d in frame.dtypes.items()}
        assert "said" in frame


def test_columns_of_contradictions_without_texts():
    tables = checks.tables(told(*DENIED[0][1]))
    assert list(checks.contradictions(tables.events, tables.mentions).columns) == list(COLUMNS)


# the command

def shown(capsysbinary, monkeypatch, text, *options):
    """What `timeline check` writes of a text given on standard input."""
    import io
    import sys
    from types import SimpleNamespace

    from timeline.cli import main

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    assert main(["check", "-", "--published", "2019-04-30", "--language", "en", *options]) == 0
    return capsysbinary.readouterr().out.decode()


TWICE = "Ada Varga died on 3 May 2011 in Budapest. \x1b[31m Nothing else is known.\n\nAda Varga died on 5 May 2011 at her home. It lasted two days."


def test_the_command_shows_the_quotes_of_both_sides_and_nothing_a_terminal_obeys(capsysbinary, monkeypatch):
    out = shown(capsysbinary, monkeypatch, TWICE)
    assert "Contradictions (1)" in out and "Gaps (0)" in out and "Coverage (1)" in out and "Nothing found." in out
    assert "2011-05-03 · standard input.txt: “Ada Varga died on 3 May 2011" in out and "2011-05-05 · standard input.txt: “Ada" in out
    assert "\x1b" not in out and "a duration, not a day" in out


def test_the_command_writes_json(capsysbinary, monkeypatch):
    import json

    found = json.loads(shown(capsysbinary, monkeypatch, TWICE, "--json"))
    assert set(found) == {"contradictions", "gaps", "coverage", "coverage detail"} and found["gaps"] == []
    assert set(found["contradictions"][0]) == set(COLUMNS)
    assert found["coverage"][0]["found"] == len(found["coverage detail"]) == 3
    assert [row["status"] for row in found["coverage detail"]] == ["placed", "placed", "rejected"]


def test_the_command_shows_only_what_is_asked_and_says_what_there_is(capsysbinary, monkeypatch):
    from timeline.cli import USAGE, main

    assert shown(capsysbinary, monkeypatch, TWICE, "--only", "gaps").startswith("Gaps (0)")
    assert main(["check", "x.txt", "--only", "nothing"]) == USAGE
    assert "There are: contradictions, gaps, coverage." in capsysbinary.readouterr().err.decode()
