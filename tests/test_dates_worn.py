"""Worn text: what is thinned, and where glued words are cut."""

import pytest

from timeline.dates.grammar import grammar
from timeline.dates.lexer import Tokens
from timeline.dates.worn import Unglue, is_thinned

THINNED = [("bridge closed storm damaged piers ferry crews rested", True), ("the bridge closed and they were on the ferry", False),
           ("bridge closed. storm damaged piers. ferry crews rested", False), ("", False)]


@pytest.mark.parametrize("text, thinned", THINNED)
def test_a_text_without_stops_and_function_words_is_thinned(text, thinned):
    g = grammar("en")
    assert is_thinned(Tokens(text, g.numeric), g.words["common"]) is thinned


GLUED = [("sourceslast week", "sources last week"), ("a blast friday", "a blast friday"), ("the eightyear war", "the eight year war"),
         ("weekendit is", "weekend it is"), ("quarterseparately", "quarter separately"), ("two yearsagainst", "two years against"),
         ("weekday games", "weekday games"), ("sourceslast resort", "sourceslast resort"), ("headquarters friday", "headquarters friday")]


@pytest.mark.parametrize("text, words", GLUED)
def test_glued_words_are_cut_at_time_words_alone(text, words):
    g = grammar("en")
    assert Tokens(text, g.numeric, Unglue(g)).words == words.split()
