"""page: what a person types as a day, and document text that stays text. The whole page: test_app, test_browser."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import calendar
from timeline.page import locale
from timeline.page.filters import day_of
from timeline.page.marked import context, literal

TEXT = "Before it. The talks in Hanoi on 27 February 2019 ended early. After it."
START, END = TEXT.index("The talks"), TEXT.index(" After")
DATE = TEXT.index("27"), TEXT.index(" ended")


def shown(marked):
    """What a browser would show of the HTML."""
    return html.unescape(re.sub("<.*?>", "", marked))


def test_words_and_date_are_marked():
    assert context(TEXT, START, END, DATE) == (
        "Before it. <mark class='tl-words'>The talks in Hanoi on </mark><mark class='tl-date'>27 February 2019</mark>"
        "<mark class='tl-words'> ended early.</mark> After it.")


def test_a_date_outside_the_words_is_marked_too():
    assert "<mark class='tl-date'>Before</mark>" in context(TEXT, START, END, (0, 6))


def test_long_text_is_cut_at_words_and_says_so():
    long = "word " * 400
    got = shown(context(long + TEXT + long, len(long) + START, len(long) + END, None))
    assert got.startswith("… word ") and got.endswith("word …") and len(got) < 700


@settings(max_examples=500, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.data())
def test_what_is_shown_is_the_text_itself(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    date = data.draw(st.none() | st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).map(tuple))
    marked = context(text, start, end, date, room=10_000)
    assert shown(re.sub("</?mark[^>]*>", "", marked)) == text


@pytest.mark.parametrize("hostile", ["<script>", "<img src=x onerror=y>", "&lt;", "'\">", "</mark><style>"])
def test_markup_is_escaped(hostile):
    assert "<" not in literal(hostile) and html.unescape(literal(hostile)) == hostile


def test_control_characters_are_drawn():
    assert literal("a\0b\x1b\tc\n\r") == "a␀b␛\tc\n"


@pytest.mark.parametrize("value, words", [
    ("2019-02-28", "28 Feb 2019"), ("2018-06", "June 2018"), ("2018", "2018"), ("2018-WI", "2018-WI"), ("", ""),
    ("-0043-03-15", "15 Mar 44 BC"), ("P2D", "P2D"), ("PAST_REF", "PAST_REF")])
def test_a_value_in_words(value, words):
    assert locale.value(value) == words


@pytest.mark.parametrize("typed, first, last", [
    ("2018", "2018-01-01", "2018-12-31"), ("2018-06", "2018-06-01", "2018-06-30"), ("2018-06-12", "2018-06-12", "2018-06-12"),
    ("12 June 2018", "2018-06-12", "2018-06-12"), ("-0043", "-0043-01-01", "-0043-12-31"), ("199X", "1990-01-01", "1999-12-31"),
    ("soon", None, None), ("2018-13", None, None), ("June", None, None)])
def test_a_typed_day(typed, first, last):
    got = [day_of(typed, side) for side in (0, 1)]
    assert [day and calendar.iso(day) for day in got] == [first, last]
