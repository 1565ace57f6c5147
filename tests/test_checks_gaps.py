"""checks: silences, planted and none; and what became of each document's date words, which must add up."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import made
from timeline import calendar, checks, frame
from timeline.build import build
from timeline.calendar import Wording
from timeline.checks.coverage import NO_DATES, STATES
from timeline.checks.gaps import gaps, in_words
from timeline.folder import modules
from timeline.model import Document, DocumentDate

START = calendar.day(2015, 1, 10)


def events(days, actors=("Kim Jong-un",), edtf=None):
    """One event on each day given (a day number, or an EDTF value with its precision)."""
    rows = []
    for number, day in enumerate(days):
        value, precision = (day, PRECISION[len(day)]) if isinstance(day, str) else (calendar.iso(day), "day")
        rows.append(made.event(number, value, f"Meeting number {number}", precision, actors=actors,
                               kind="interval" if "/" in value else "instant"))
    return rows


PRECISION = {4: "year", 7: "month", 10: "day", 21: "day"}


def silences(days, **changes):
    return gaps(frame.events_frame(made.timeline(*events(days, **changes))))


def whole(found):
    return found[found["actor"].eq("")]


def steps(*waits, start=START):
    days = [start]
    for wait in waits:
        days.append(days[-1] + wait)
    return days


def poisson(count, seed, mean=30, start=START):
    dice = Random(seed)
    return steps(*(1 + int(dice.expovariate(1 / mean)) for _ in range(count)), start=start)


MONTHLY = (31, 28, 30, 33, 29, 31, 30, 27, 34, 30)
BURST = (1, 2, 1, 1, 3, 1)
PLANTED = {  # days -> the silences expected, as lengths in words, in their order
    "monthly, then 14 months": (steps(*MONTHLY, 426, *MONTHLY), ["14 months"]),
    "weekly, then half a year": (steps(*[7] * 12, 183, *[7] * 12), ["6 months"]),
    "daily bursts within months, then 14 months": (steps(*(BURST + (30,)) * 5, 426, *(BURST + (25,)) * 5), ["14 months"]),
    "two of them, the longer first": (steps(*MONTHLY, 365, *MONTHLY, 426, *MONTHLY), ["14 months", "12 months"]),
    "early in the story": (steps(31, 29, 30, 426, *MONTHLY), ["14 months"]),
    "late in the story": (steps(*MONTHLY, 426, 31), ["14 months"]),
    "thin at first, dense later": (steps(900, 1100, 950, 1000, *[5] * 40, 300, *[5] * 40), ["10 months"]),
    "two dense stretches": (steps(*[1] * 50, 426, *[1] * 50), ["14 months"]),
    "months that are only named": ([f"2015-{m:02d}" for m in range(1, 13)] + [f"2017-{m:02d}" for m in range(3, 13)], ["14 months"]),
    "years that are only named": ([str(y) for y in range(1950, 1960)] + [str(y) for y in range(1975, 1985)], ["15 years"]),
    "before the common era": (steps(*MONTHLY, 426, *MONTHLY, start=calendar.day(-43, 3, 15)), ["14 months"]),
    "random days, and a long silence": (poisson(40, 3) + poisson(40, 4, start=poisson(40, 3)[-1] + 700), ["23 months"]),
    "three before and three after": (steps(30, 31, 426, 29, 31), ["14 months"]),
}
NONE = {
    "nothing": [],
    "one": [START],
    "three, however far apart": steps(10, 4000),
    "one day": [START] * 9,
    "even days": steps(*[1] * 40),
    "even months": steps(*MONTHLY * 3),
    "even years": [str(year) for year in range(1950, 1990)],
    "monthly bursts": steps(*(BURST + (30,)) * 6),
    "three bursts": steps(*BURST, 30, *BURST, 30, *BURST),
    "a month fills it": steps(*[2] * 15, 30, *[2] * 15) + ["2015-02"],
    "a span fills it": steps(*MONTHLY, 426, *MONTHLY) + ["2015-11-15/2017-01-12"],
    "a year in which something is told": [f"2015-{m:02d}" for m in range(1, 13)] + ["2016"] + [f"2017-{m:02d}" for m in range(1, 13)],
    "slower and slower": steps(10, 12, 15, 20, 27, 35, 48, 60, 80, 105, 140),
    "background long ago": [calendar.day(1066, 10, 14), *steps(*MONTHLY)],
    "a plan far ahead": [*steps(*MONTHLY), calendar.day(2060, 1, 1)],
    "uneven, but no more than chance": steps(5, 40, 12, 60, 33, 8, 71, 25, 90, 14, 50),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_silence_is_found(name):
    days, expected = PLANTED[name]
    found = whole(silences(days))
    assert list(found["length"]) == expected
    assert found["ratio"].is_monotonic_decreasing and found["chance"].lt(.05).all()


@pytest.mark.parametrize("name", NONE)
def test_an_even_rhythm_has_no_silence(name):
    assert list(silences(NONE[name])["said"]) == []


def test_chance_alone_is_seldom_a_silence():
    flagged = sum(len(whole(silences(poisson(60, seed)))) > 0 for seed in range(100))
    assert flagged <= 5


def test_a_silence_says_its_days_its_events_and_what_was_published():
    days = steps(*MONTHLY, 426, *MONTHLY)
    documents = [made.PAGE, *(Document(f"d{n}", "n", "t", published=DocumentDate(calendar.iso(days[10] + at), "typed", ""))
                              for n, at in enumerate((0, 1, 200, 425, 426)))]
    timeline = made.timeline(*events(days), documents=documents)
    table = frame.events_frame(timeline)
    row = gaps(table, frame.documents_frame(timeline)).iloc[0]
    assert (row["first_day"], row["last_day"], row["days"]) == (days[10] + 1, days[11] - 1, 425)
    assert (row["start"], row["end"]) == (calendar.iso(days[10] + 1), calendar.iso(days[11] - 1))
    assert (row["before"], row["after"]) == ("Meeting number 10", "Meeting number 11")
    assert row["before_id"] == "e0010" and row["after_id"] == "e0011"
    assert row["published"] == 3 and "3 documents were published" in row["said"] and row["length"] in row["said"]
    assert gaps(table).iloc[0]["published"] == -1
    american = Wording(lambda *day: calendar.ordered(calendar.label(*day), "MDY"), "n{}".format)
    first, last = (calendar.ordered(calendar.label(day, day), "MDY") for day in (days[10] + 1, days[11] - 1))
    assert modules("timeline.checks")["gaps"].sentence(row, american).startswith(f"n14 months with nothing, {first} – {last}: between “Meeting number 10”")
    assert "n3 documents were published" in modules("timeline.checks")["gaps"].sentence(row, american)


@pytest.mark.parametrize("days, said", [(1, "n1 day"), (20, "n20 days"), (21, "n3 weeks"), (62, "n9 weeks"), (426, "n14 months"), (400_000, "n1095 years"), (-3, "n0 days")])
def test_a_length_is_said_with_the_readers_numbers(days, said):
    assert in_words(days, "n{}".format) == said and in_words(days) == said[1:]


def test_an_actor_may_be_silent_while_others_are_not():
    kim, moon = steps(*MONTHLY, 426, *MONTHLY), steps(*[15] * 70)
    rows = [*events(kim), *(made.event(500 + n, calendar.iso(day), f"Talk {n}", actors=("Moon Jae-in",)) for n, day in enumerate(moon))]
    found = gaps(frame.events_frame(made.timeline(*rows)))
    assert list(zip(found["actor"], found["length"], found["shared"], strict=True)) == [("Kim Jong-un", "14 months", False)]
    assert "nothing of Kim Jong-un" in found["said"][0]


def test_an_actors_silence_in_the_collections_own_says_so():
    found = silences(steps(*MONTHLY, 426, *MONTHLY))
    assert list(zip(found["actor"], found["shared"], strict=True)) == [("", False), ("Kim Jong-un", True)]


def test_the_order_of_the_rows_changes_nothing():
    table = frame.events_frame(made.timeline(*events(steps(*MONTHLY, 426, *MONTHLY, 240, *MONTHLY))))
    assert gaps(table).to_dict("records") == gaps(table.sample(frac=1, random_state=4)).to_dict("records")


def test_undated_events_and_open_ends_are_left_out():
    rows = [*events(steps(*MONTHLY, 426, *MONTHLY)), made.undated(), made.event(700, "2016-01-01/..", "Open", "day", kind="interval")]
    assert list(whole(gaps(frame.events_frame(made.timeline(*rows))))["length"]) == ["14 months"]


@pytest.mark.parametrize("days, words", [(1, "1 day"), (20, "20 days"), (21, "3 weeks"), (61, "9 weeks"), (92, "3 months"),
                                         (426, "14 months"), (1095, "3 years"), (36525, "100 years")])
def test_a_length_in_words(days, words):
    assert in_words(days) == words


# coverage

PIECES = ["last june", "3 June 2018", "on Friday", "yesterday", "two days later", "now", "in the 1990s", "for three days", "every week",
          "Kim Jong-un", "Mr Trump", "the summit", "signed", "met", "Hanoi", "may", ". ", ", ", "\n\n", "(2018)", "soon", "© 2018"]


def reconcile(timeline):
    """The law: found = placed + undated + rejected, and the same numbers in the tray, the CSV and the phrases."""
    tables = checks.tables(timeline)
    args = tables.events, tables.mentions, tables.rejected, tables.documents
    rows, phrases = checks.coverage(*args), checks.phrases(*args)
    assert list(rows["doc_id"]) == [d.doc_id for d in timeline.documents]
    assert (rows["found"] == rows["placed"] + rows["undated"] + rows["rejected"]).all()
    dated = frame.is_dated(tables.events)
    assert rows["placed"].sum() == tables.events.loc[dated, "mention_count"].sum()
    assert rows["undated"].sum() == tables.events.loc[~dated, "mention_count"].sum()
    assert rows["found"].sum() == len(phrases)
    texts = {d.doc_id: d.text for d in timeline.documents}
    for row in phrases.itertuples():
        assert row.status in STATES and (row.status == "placed") != isinstance(row.reason, str)
        if isinstance(row.start, int):
            assert texts[row.doc_id][row.start:row.end] == row.text and 1 <= row.tenth <= 10
    for row in rows.itertuples():
        assert sum(row.tenths) == row.phrases <= row.found and 0 <= row.share <= 1 and 0 <= row.silent <= 1
        assert (row.placed == row.found > 0) or row.reason
        assert row.longest_start + row.longest <= len(texts[row.doc_id])
    return rows, phrases


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=20).map(" ".join), max_size=3),
       st.sampled_from([None, DocumentDate("2019-02-28", "typed", "typed by you")]))
def test_the_counts_add_up_on_random_text(texts, published):
    timeline = build([Document(f"d{n}", f"d{n}", text, published=published) for n, text in enumerate(texts)], language="en")
    assert timeline.failures == ()
    reconcile(timeline)


def test_every_date_phrase_is_placed_undated_or_rejected():
    text = ("Kim and Trump met in June. Kim met Moon in Hanoi on 27 February 2019. The talks lasted two days. "
            "Nothing else is told here of what the two of them did. © 2019 Example Press, all rights reserved.")
    rows, phrases = reconcile(build([Document("d", "d.txt", text)], published="", language="en"))
    assert [(p.text, p.status) for p in phrases.itertuples()] == [
        ("June", "undated"), ("27 February 2019", "placed"), ("two days", "rejected"), ("2019", "rejected")]
    row = rows.iloc[0]
    assert (row["found"], row["placed"], row["undated"], row["rejected"], row["phrases"], row["unworded"]) == (4, 1, 1, 2, 4, 0)
    assert row["share"] == pytest.approx(sum(map(len, ("27 February 2019", "two days", "June", "2019"))) / len(text))
    assert text[row["longest_start"]:][:row["longest"]].startswith(". Nothing else is told here")


@pytest.mark.parametrize("text, reason", [("Nothing here tells when.", NO_DATES), ("It lasted two days.", "a duration, not a day")])
def test_a_document_without_events_says_why(text, reason):
    rows, _ = reconcile(build([Document("d", "d.txt", text, language="en")], published=""))
    assert (rows.loc[0, "placed"], rows.loc[0, "reason"]) == (0, reason) and reason in rows.loc[0, "said"]


def test_the_counts_add_up_across_merged_documents():
    texts = ["Trump met Kim in Hanoi on 27 February 2019.", "Kim and Trump met in Hanoi on 27 February 2019. It lasted two days."]
    timeline = build([Document(f"d{n}", f"d{n}", text, language="en") for n, text in enumerate(texts)])
    rows, _ = reconcile(timeline)
    assert len(timeline.events) == 1 and list(rows["placed"]) == [1, 1] and list(rows["rejected"]) == [0, 1]


def test_the_places_are_tenths_of_the_text():
    text = "On 3 June 2018 Kim met Trump." + " Words without a date follow here." * 30 + " On 5 July 2018 Kim met Moon."
    row = reconcile(build([Document("d", "d", text, language="en")]))[0].iloc[0]
    assert row["tenths"] == (1, 0, 0, 0, 0, 0, 0, 0, 0, 1) and row["silent"] == pytest.approx(.8) and row["longest"] > 1000
