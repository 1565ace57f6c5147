"""The laws of docs/event.md, held by the whole flow with its real rooms: on the samples, on hostile and on random text."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.build import build
from timeline.calendar import bounds
from timeline.frame import count, events_frame, mentions_frame
from timeline.model import Document, DocumentDate

SAMPLES = sorted((Path(__file__).resolve().parent.parent / "data" / "samples").iterdir())
PUBLISHED = DocumentDate("2019-02-28", "typed", "typed by you")
HOSTILE = {
    "script": "<script>alert(1)</script> The summit of 3 June 2018 <img src=x onerror=alert(1)> ended in Hanoi.",
    "link": "[click](javascript:alert(1)) ![x](http://example.org/x.png) Kim met Trump on 3 June 2018.",
    "formula": "=1+1\n@SUM(A1)\n-2+3\n=HYPERLINK(\"x\") on 3 June 2018",
    "path": "../../etc/passwd was read on 3 June 2018 by C:\\Windows\\System32",
    "pattern": "((((a+)+)+)+$ [a-z]*? \\1 (?P<x> on 3 June 2018 {1000000}",
    "nul": "The talks\0on 3 June\0 2018 \x1b[31m ended \ufeff\u202e in Hanoi.",
    "surrogate": "half \ud83d a pair met on 3 June 2018 in Hanoi",
    "astral": "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧 met on 3 June 2018 in Hanoi — e\u0301tat, İstanbul, ﬁnal ß.",
    "digits": "1" * 5000 + " 99999999999999999999-12-31 " + "3/4/" * 500,
    "dates": "3 June 2018 " * 300,
    "brackets": "(" * 3000 + "on 3 June 2018" + ")" * 3000,
    "impossible": "On 31 February 2018, 30.02.2019, 2018-13-45 and June 99th, at 25:61, in the year 0 and in 0000-00-00.",
    "edges": "In 9999 and on 31 December 9999, one day later; on 1 January 1, one day before; in 10000 years; 5000 BC.",
    "empty lines": "\n" * 4000 + "June 2018" + "\r\n" * 2000,
}
PIECES = ["last june", "3 June 2018", "on Friday", "yesterday", "two days later", "in the 1990s", "44 BC", "Kim Jong-un", "Mr Trump",
          "the summit", "signed", "Hanoi", "may", "now", ". ", ", ", "\n\n", " ", "“", "talks", "2018–2019", "next week", "not", "would"]


def check(timeline):
    """The laws, on whatever was built."""
    texts = {d.doc_id: d.text for d in timeline.documents}
    for event in timeline.events:
        assert event.mentions
        for mention in event.mentions:
            text = texts[mention.doc_id]
            assert text[mention.start_char:mention.end_char] == mention.exact
            assert text[:mention.start_char].endswith(mention.prefix) and text[mention.end_char:].startswith(mention.suffix)
            if mention.date_start is not None:
                assert text[mention.date_start:mention.date_end] == mention.date_text
        assert any(event.excerpt == m.exact for m in event.mentions)
        assert (event.first is None and event.last is None) <= bool(event.reason), "the undated say why"
        if event.first is not None and event.last is not None:
            assert event.first <= event.last
            assert bounds(event.date_edtf) != (None, None)
    frame = events_frame(timeline)
    seen = count(frame, frame)
    assert seen.dated + seen.undated + seen.hidden == seen.found == len(timeline.events)
    assert len(mentions_frame(timeline)) == sum(len(e.mentions) for e in timeline.events)
    assert frame["event_id"].is_unique


@pytest.fixture(scope="module")
def samples():
    return build(SAMPLES)


def test_the_laws_hold_on_the_samples(samples):
    assert samples.failures == () and len(samples.events) > 30
    check(samples)


def test_the_same_documents_give_the_same_events(samples):
    again = build(list(reversed(SAMPLES)))
    assert {e.event_id: e.title for e in again.events} == {e.event_id: e.title for e in samples.events}


def test_without_a_date_no_document_gives_a_relative_day(samples):
    timeline = build(SAMPLES, published="")
    check(timeline)
    words = ("last", "next", "this", "yesterday", "today", "tomorrow", "ago")
    wrong = [(e.date_text, e.date_edtf) for e in timeline.events
             if e.first is not None and e.date_basis in ("relative", "document_date") and e.date_text.casefold().startswith(words)]
    assert wrong == []


@pytest.mark.parametrize("given, expected", [("2019-02-28", "2018-06"), ("2021-02-28", "2020-06"), ("", "")])
def test_a_documents_date_moves_what_is_relative_to_it(given, expected):
    timeline = build(["The two presidents met for the first time last June in Singapore."], published=given)
    assert [e.date_edtf.replace("XXXX-06", "") for e in timeline.events] == [expected]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_only_text(name):
    record = json.dumps({"text": HOSTILE[name], "title": HOSTILE[name][:200], "author": HOSTILE[name][:200]}).encode()
    for published in (None, "2019-02-28"):
        timeline = build([(HOSTILE[name][:50] + ".jsonl", record)], published=published)
        assert timeline.failures == () and len(timeline.documents) == 1
        check(timeline)


@pytest.mark.parametrize("name, data", [
    ("empty.txt", b""), ("blank.txt", b" \n\t "), ("binary.txt", bytes(range(256)) * 20), ("not.zip", b"PK\x03\x04 nonsense"),
    ("bad.jsonl", b"{nope\n"), ("headless.csv", b"\x00\x01"), ("nothing.html", b"<html><body></body></html>")])
def test_a_bad_file_is_one_plain_message_and_the_others_go_on(name, data):
    timeline = build([(name, data), ("good.txt", b"The summit was held on 3 June 2018 in Hanoi.")])
    assert [d.name for d in timeline.documents][-1:] == ["good.txt"] and len(timeline.events) >= 1
    assert len(timeline.failures) == 1 and len(timeline.failures[0].reason.split()) >= 3
    assert "Traceback" not in timeline.failures[0].reason and "Error:" not in timeline.failures[0].reason


def test_one_line_of_a_megabyte():
    line = "The ministers of both countries met again and spoke about sanctions and trade; " * 40
    text = (line + "on 3 June 2018 they signed a pact, ") * (1_000_000 // (len(line) + 40))
    timeline = build([("long.txt", text.encode())])
    assert len(timeline.documents) + len(timeline.failures) == 1
    check(timeline)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=25).map(" ".join), st.sampled_from([None, PUBLISHED]))
def test_the_laws_hold_on_random_text(text, published):
    timeline = build([Document("r", "r", text, published=published)], language="en")
    assert timeline.failures == ()
    check(timeline)
