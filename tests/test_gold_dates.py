"""Every row of the table of English date examples: exact spans, exact TIMEX3 values, and nothing else found.

tests/gold/dates_en.tsv: text with [spans] | their values, joined by " | " | the document's date or "-" | topic.
A row of the topic "known" is beyond the tagger today; it fails here on the day it is not.
"""

import csv
from pathlib import Path

import pytest

from timeline import dates

TABLE = Path(__file__).parent / "gold" / "dates_en.tsv"


def rows():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = rows()


def marked(text):
    """(plain text, [(start, end)]) of a text with [bracketed] spans."""
    plain, spans, start = "", [], 0
    for piece in text.replace("]", "[").split("["):
        if start % 2:
            spans.append((len(plain), len(plain) + len(piece)))
        plain, start = plain + piece, start + 1
    return plain, spans


def params():
    for row in ROWS:
        known = [pytest.mark.xfail(strict=True)] if row["topic"] == "known" else []
        yield pytest.param(row["text"], row["values"], row["published"], marks=known, id=f"{row['topic']}: {row['text']} ({row['published']})")


@pytest.mark.parametrize("text, expected, published", params())
def test_row(text, expected, published):
    plain, spans = marked(text)
    found = dates.timexes(plain, None if published == "-" else published, "en")
    said = [(plain[t["start"]:t["end"]], t["start"], t["value"]) for t in found]
    assert said == [(plain[a:b], a, value) for (a, b), value in zip(spans, expected.split(" | ") if expected else [], strict=True)]


def test_the_table_is_wide():
    assert len(ROWS) >= 1500
    assert sum(row["values"] == "" for row in ROWS) >= 350
    assert sum(row["topic"] == "known" for row in ROWS) <= 40


def test_no_row_stands_twice():
    keys = [(row["text"], row["published"]) for row in ROWS]
    assert [k for k in set(keys) if keys.count(k) > 1] == []
