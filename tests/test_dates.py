"""The dates room: offsets, anchors, registers, bylines, intervals, foreign languages, hostile text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import dates, lang
from timeline.dates import values
from timeline.dates.arithmetic import holiday

WORDS = ("last june", "12 June 2018", "May 3–5", "two years ago", "the 1990s", "44 BC", "Friday", "monday", "in", "the end of", "early", "may",
         "one", "2018-09", "27.02.2019", "3/4/2019", "14:30", "nineteen ninety-six", "\n\n", ".", ",", "“", "and", "to", "from", "between", "a",
         "few", "weeks", "later", "quarter", "third", "Christmas", "every", "½", "İ", "\0", "$1,990", "v2.10.3", "’98", "29 February", "c.", "1250", "7-30pm", "9.5am", "1,2th", "3-4s", "noon", "q3", "fy", "every", "½ hour")
PROSE = st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=40).map(" ".join)
DAYS = st.none() | st.dates().map(str)
LANGUAGES = st.sampled_from(("en", "de", "fr", "es", "it", "pt", "nl", "ru", "xx"))


@settings(deadline=None, max_examples=300)
@given(PROSE, DAYS, LANGUAGES)
def test_tag_keeps_the_laws(text, published, language):
    mentions = dates.tag(text, published, language)
    for m in mentions:
        assert text[m.start:m.end] == m.text and m.text
        assert m.value and m.rule and m.type in ("DATE", "TIME", "DURATION", "SET")
        assert (m.first is None) == (m.last is None) and (m.first is None or m.first <= m.last)
        assert m.first is not None or m.reason
    assert all(a.end <= b.start for a, b in zip(mentions, mentions[1:]))


@settings(deadline=None, max_examples=150)
@given(PROSE, DAYS, LANGUAGES)
def test_timexes_lie_within_the_text(text, published, language):
    found = dates.timexes(text, published, language)
    assert all(0 <= t["start"] < t["end"] <= len(text) for t in found)
    assert all(a["end"] <= b["start"] for a, b in zip(found, found[1:]))


@settings(deadline=None)
@given(st.text(max_size=300))
def test_byline_never_raises(text):
    found = dates.byline(text)
    assert found is None or found.rung == "byline"


@settings(deadline=None)
@given(PROSE)
def test_without_a_document_date_nothing_relative_is_dated(text):
    """Never silently today: what the text does not date by itself stays undated, or leans on a date it does state."""
    for m in dates.tag(text, None, "en"):
        if m.basis == "relative":
            assert m.first is None


ANCHORED = [
    ("first meeting last june declared", "2019-02-28", "2018-06"),
    ("first meeting last june declared", "2021-02-28", "2020-06"),
    ("first meeting last june declared", None, "XXXX-06"),
    ("the september declaration said", "2019-02-28", "2018-09"),
    ("the september declaration said", None, "XXXX-09"),
    ("They met on Friday.", None, "XXXX-WXX-5"),
    ("They met yesterday.", None, "XXXX-XX-XX"),
    ("They met yesterday.", "2019-02-28", "2019-02-27"),
    ("In 1989 the wall fell. Last Friday we met.", None, "1989 XXXX-WXX-5"),
    ("In 1989 the wall fell. Charles was crowned on 25 December 800.", None, "1989 0800-12-25"),
    ("He arrived on 29 February.", "2019-06-01", "2020-02-29"),
]


@pytest.mark.parametrize("text, published, value", ANCHORED)
def test_tag_anchors_on_the_document_date(text, published, value):
    assert " ".join(m.value for m in dates.tag(text, published, "en")) == value


def test_tag_says_anchor_and_alternatives():
    [m] = dates.tag("They will meet again in June.", "2019-02-28", "en")
    assert (m.value, m.anchor, m.basis) == ("2019-06", "2019-02-28", "relative")
    assert [a.value for a in m.alternatives] == ["2018-06"] and m.alternatives[0].why_not


COARSE = [
    ("In June 2018 they met. The next day he left.", "The next day", "2018-06-XX", "2018-06"),
    ("In 1980 they met. The next day he left.", "the next day", "1980-XX-XX", "1980"),
    ("In 1980 they met. The next month he left.", "the next month", "1980-XX", "1980"),
    ("In the summer of 1960 it rained. That night they left.", "that night", "1960-XX-XXTNI", "1960"),
    ("The next day he died.", "the next day", "XXXX-XX-XX", ""),
    ("Two days later it rained.", "two days later", "XXXX-XX-XX", ""),
]


@pytest.mark.parametrize("text, words, value, edtf", COARSE)
def test_tag_counts_no_day_from_a_month_or_a_year(text, words, value, edtf):
    found = {m.text.lower(): m for m in dates.tag(text, "2019-03-01", "en")}[words.lower()]
    assert (found.value, found.edtf) == (value, edtf)


NARRATIVE = ("The war began in March 1914. In 1915 the front stood still. On 3 May 1916 the siege was lifted. "
             "A truce held until 4 June 1916. On 9 July the army marched; in August it reached the coast. "
             "Peace came in November 1918 and in 1919 the treaty was signed.")


GOING_ON = ("The revolt began on 3 May 1911 and the rebels met on 20 December 1911. In January the army marched. On 9 February it took "
            "the town. A plan of 1915 would have spared it. On 20 February the rebels fled, and in 1916 the last of them died in 1917.")


@pytest.mark.parametrize("words, value", [("January", "1912-01"), ("9 February", "1912-02-09"), ("20 February", "1912-02-20")])
def test_tag_goes_on_over_new_year_and_past_a_year_by_the_way(words, value):
    [m] = [m for m in dates.tag(GOING_ON, "2009-12-19", "en") if m.text == words]
    assert (m.value, m.basis) == (value, "context")


@pytest.mark.parametrize("words, value", [("9 July", "1916-07-09"), ("August", "1916-08")])
def test_tag_carries_the_year_through_a_narrative(words, value):
    [m] = [m for m in dates.tag(NARRATIVE, "2009-12-19", "en") if m.text == words]
    assert (m.value, m.basis) == (value, "context")


STORY = "Work on the canal began in May 1791. In June 1792 the first lock was built. In 1793 money ran out. In early 1794 the diggers struck. "
BY_THE_WAY = [
    (STORY + "Their guild had been banned since 1614. In July they won.", "July", "1794-07"),
    (STORY + "They asked for the rules of 1702 again. In July they won.", "July", "1794-07"),
    (STORY + "Their songs (1788) were printed. In July they won.", "July", "1794-07"),
    (STORY + "A historian called this a turn in 2003. In July they won.", "July", "1794-07"),
    (STORY + "The lock held until the great flood of March 1796. By July it leaked.", "July", "1794-07"),
    (STORY + "In 1796 they struck again. In July they won.", "July", "1796-07"),
    (STORY + "The guild, which had been banned in 1702, met. The following year it was free.", "The following year", "1795"),
    (STORY + "The guild had been banned in 1702 and the next year it was free.", "the next year", "1703"),
    (STORY + "The mill was built by 1790. In August of that year it burned.", "August of that year", "1790-08"),
    (STORY + "\n\nThe locks\n\nThe theatre of the town had opened in 1781. In July it closed.", "July", "1781-07"),
    (STORY + "\n\nThe strike of 1781\n\nIn July the diggers won.", "July", "1781-07"),
    (STORY + "\n\nThe strike of 1781\n\nThe rules had last been used in 1614. The 1614 rules were old. In July they changed.", "July", "1781-07"),
    (STORY + "\n\nIn June it rained. A bill had passed in May 1790. In July it was law.", "July", "1794-07"),
    (STORY + "They sang of '93 again.", "'93", "1793"),
    (STORY + "In March they struck; nine days later they won.", "nine days later", "1794-XX-XX"),
    (STORY + "In March they struck; on the same day they won.", "the same day", "1794-03-XX"),
    (STORY + "In the summer they struck. That year they won.", "That year", "1794"),
    (STORY + "In the first five months of 1795 they won. In August they rested.", "August", "1795-08"),
    (STORY + "In March 1795 they rested. They had worked from October to March.", "October to March", "1794-10/1795-03"),
    (STORY + "On a Sunday they struck.", "Sunday", "XXXX-WXX-7"),
    (STORY + "In March they struck in the evening.", "the evening", "1794-03-XXTEV"),
    (STORY + "On 3 March they struck. They remembered this day.", "this day", "1794-03-03"),
    (STORY + "In December they won. In January they worked.", "January", "1795-01"),
]


@pytest.mark.parametrize("text, words, value", BY_THE_WAY)
def test_a_year_by_the_way_leaves_the_story_where_it_was(text, words, value):
    assert [m.value for m in dates.tag(text, "2009-12-19", "en") if m.text == words] == [value]


@pytest.mark.parametrize("words, value", [
    ("a decade earlier", "BC050"), ("the following decade", "BC048"), ("the previous century", "BC05"), ("the following year", "BC0489")])
def test_tag_counts_decades_and_centuries_before_the_common_era(words, value):
    [m] = [m for m in dates.tag(f"In 490 BC the fleet met a storm, and {words} it met none.", None, "en") if m.text == words]
    assert m.value == value and m.first is not None


INTERVALS = [
    ("The war from June 1950 to July 1953 was long.", "June 1950 to July 1953", "1950-06/1953-07"),
    ("They met between 3 and 5 May 2018.", "3 and 5 May 2018", "2018-05-03/2018-05-05"),
    ("The talks of 27-28 February 2019 failed.", "27-28 February 2019", "2019-02-27/2019-02-28"),
    ("The war of 1914-18 was long.", "1914-18", "1914/1918"),
    ("They met on May 3–5, 2018.", "May 3–5, 2018", "2018-05-03/2018-05-05"),
    ("From 490 BC to 480 BC they fought.", "490 BC to 480 BC", "-0489/-0479"),
]


@pytest.mark.parametrize("text, words, edtf", INTERVALS)
def test_tag_joins_intervals(text, words, edtf):
    [m] = dates.tag(text, "2019-03-01", "en")
    assert (m.text, m.edtf, m.kind) == (words, edtf, "interval")


@pytest.mark.parametrize("text", ["In June 1950 and in July 1953 they met.", "He left in 1950. To 1953 belongs the rest."])
def test_tag_joins_nothing_the_text_does_not_join(text):
    assert all(m.kind == "instant" for m in dates.tag(text, "2019-03-01", "en"))


def test_timexes_split_an_interval():
    text = "They met on May 3–5, 2018."
    assert [(text[t["start"]:t["end"]], t["value"]) for t in dates.timexes(text, None)] == [("May 3", "2018-05-03"), ("5, 2018", "2018-05-05")]


BYLINES = [
    ("By Jane Doe, 28 February 2019\n\nThe talks ended.", "2019-02-28"),
    ("HANOI, Feb. 28, 2019 (Wire) - Talks ended.", "2019-02-28"),
    ("SEOUL, 3 May 2018 — The leaders met.", "2018-05-03"),
    ("Summit ends early\nMarch 1, 2019\nThe leaders went home.", "2019-03-01"),
    ("Published: 2019-02-28\n\nText follows here.", "2019-02-28"),
    ("The talks ended on 28 February 2019 and all went home.", None),
    ("In June 2018 they met.", None),
    ("The summit of 12 June 2018 was the first. It was long.\nIt ended well.", None),
    ("By 14 June 2018 the talks had ended.", None),
    ("Signed by both on 14 June 2018 in the great hall of the people.", None),
    ("Posted 3 May 2018", "2018-05-03"),
    ("Berlin, 4. März 2021. Die Kanzlerin traf am Montag ein.", "2021-03-04"),
    ("Paris, le 14 juillet 2020. Le défilé a commencé.", "2020-07-14"),
    ("In Berlin, 4 March 2021 was a cold day.", None),
    ("By Ana Ferreira | 1 March 2019 | Asia", "2019-03-01"),
    ("No date at all.", None),
    ("", None),
]


@pytest.mark.parametrize("text, day", BYLINES)
def test_byline(text, day):
    found = dates.byline(text, lang.detect(text))
    assert (found and found.day) == day


FOREIGN = [
    ("Переговоры прошли 28 февраля 2019 года в Ханое.", "ru", "28 февраля 2019", "2019-02-28"),
    ("Rozmowy odbyły się 28 lutego 2019 roku w Hanoi.", "pl", "28 lutego 2019", "2019-02-28"),
    ("Möte den 12 juni 2018 i Singapore.", "sv", "12 juni 2018", "2018-06-12"),
]


@pytest.mark.parametrize("text, language, words, value", FOREIGN)
def test_tag_reads_absolute_dates_of_other_languages(text, language, words, value):
    [m] = dates.tag(text, "2019-03-01", language)
    assert (m.text, m.value, m.rule) == (words, value, "dateparser")


HOSTILE = ["27/02/2019 3/4/2019 ", "june ", "the ", "1-", "1/", "two hundred ", "1a", "3, ", "'", "99 bc ", "the end of ", "mondayjune", "xyzlast week ", "(((", "1,111", "İ", "\0", "1.", "a few ", "@a.", "a.co/ ", "a.com", "http://", "#june", "a@b", "friday the "]


@pytest.mark.parametrize("unit", HOSTILE)
def test_tag_survives_endless_repetition(unit):
    text = unit * (60_000 // len(unit))
    assert all(text[m.start:m.end] == m.text for m in dates.tag(text, "2019-03-01", "en"))


@pytest.mark.parametrize("unit", ["a", "the ", "1-", "\n"])
def test_tag_reads_five_megabytes_of_one_line(unit):
    assert dates.tag(unit * (5_000_000 // len(unit)), "2019-03-01", "en") == []


def test_tag_survives_a_range_of_hours():
    assert dates.tag("open 7-9pm and 7-30pm", "2019-03-01", "en") is not None


@pytest.mark.parametrize(("year", "day"), [(2017, "2017-12-24"), (2018, "2018-12-23"), (2022, "2022-12-18")])
def test_holiday_reads_the_first_weekday_from_a_day_on(year, day):
    assert values.timex(holiday("12-18>7", year)) == day


def test_timexes_splits_a_span_at_a_joint_of_three_words():
    text = "Het feest is van 3 tot en met 5 mei."
    assert [text[t["start"]:t["end"]] for t in dates.timexes(text, "2019-03-01", "nl")] == ["3", "5 mei"]


@pytest.mark.parametrize(("text", "day"), [
    ("Er sagte, dass am Dienstag gewählt wird.", "2019-03-05"),
    ("Das Bad, das am Dienstag eröffnet wurde, war voll.", "2019-02-26"),
    ("Das Gesetz, das am Dienstag beschlossen werden soll, ist strittig.", "2019-03-05")])
def test_timexes_takes_the_tense_from_the_verb_that_closes_the_clause(text, day):
    assert dates.timexes(text, "2019-03-01", "de")[0]["value"] == day


def test_tag_reads_long_digits_as_no_date():
    assert dates.tag("1" * 5000 + " and " + "1,111" * 2000, "2019-03-01", "en") == []


FROM_ROMANCE = [
    ("fr", "Ils se sont revus lundi 18.", "2019-02-18"),             # the weekday that falls on the 18th, not the nearest Monday
    ("fr", "L'assemblée se tiendra le mardi 12.", "2019-03-12"),
    ("es", "Nació en 1622 y huyó la primavera siguiente.", "1623-SP"),  # a year has no day to count from: its middle
    ("es", "Nació en 1622 y huyó el otoño siguiente.", "1622-FA"),
    ("it", "Il treno parte ogni giorno alle 9.15.", "XXXX-XX-XXT09:15"),
    ("pt", "O bilhete é válido até à sexta-feira da semana que vem.", "2019-03-08"),
    ("es", "Convocan un paro para el jueves.", "2019-03-07"),        # what is planned for a day lies ahead, article or not
    ("it", "Disse che il ponte riaprirebbe martedì.", "2019-03-05"),  # a conditional speaks of what is to come
    ("fr", "La finale a lieu mercredi.", "2019-03-06"),              # two words that speak of it together
]


@pytest.mark.parametrize("language, text, value", FROM_ROMANCE)
def test_what_other_grammars_ask_of_the_engine(language, text, value):
    assert dates.timexes(text, "2019-03-01", language)[-1]["value"] == value
