"""actors.entities: the bare spans of the `timeline actors` command: names without titles, no adjectives of a country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import actors

ROWS = [
    ("President Donald Trump met Mr. Kim in Hanoi.", [("Donald Trump", "PER"), ("Kim", "PER"), ("Hanoi", "LOC")]),
    ("American troops left Germany.", [("Germany", "LOC")]),
    ("The Geneva-based agency spoke.", []),
    ("Secretary of State Mike Pompeo flew to Seoul.", [("Mike Pompeo", "PER"), ("Seoul", "LOC")]),
    ("", []),
]


@pytest.mark.parametrize("text, names", ROWS)
def test_entities(text, names):
    assert [(text[e["start"]:e["end"]], e["type"]) for e in actors.entities(text)] == names


@given(st.text(max_size=200))
def test_entities_lie_within_the_text(text):
    assert all(0 <= e["start"] < e["end"] <= len(text) for e in actors.entities(text))
