"""The trained network and the rules together: who wins where, where the network reads, and what happens without it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import actors, events
from timeline.actors import neural
from timeline.dates import tag
from timeline.model import Span

pytestmark = pytest.mark.skipif(not neural.is_there(), reason="the trained recogniser is not installed")

TOGETHER = [
    ("Clijsters retired in Hasselt.", [("Clijsters", "PER"), ("Hasselt", "LOC")]),                    # the network knows more names
    ("It was then that Secretary of State Kissinger left.", [("Kissinger", "PER")]),                   # the rules know where a title ends
    ("Seo Ji-won wrote a song.", [("Seo Ji-won", "PER")]),                                             # and where a name does
    ("W. E. B. Du Bois spoke.", [("W. E. B. Du Bois", "PER")]),
    ("King Charles III was crowned.", [("King Charles III", "PER")]),
    ("The GDR is history.", [("GDR", "LOC")]),                                                         # a listed country's letters
    ("The Hague has a court.", [("The Hague", "LOC")]),                                                # a listed name of two words
    ("Airbus Americas is another.", [("Airbus Americas", "ORG")]),                                     # no part of a longer name
    ("The Croatian Foreign Ministry wrote.", [("Croatian", "LOC"), ("Foreign Ministry", "ORG")]),
    ("The Vietnam War ended.", []),                                                                    # what a person hid stays hidden
    ("Sofia rejected the offer.", [("Sofia", "LOC")]),
    ("write to maria@halden.com", []),
    ("The navy sailed for the desert.", []),                                                           # written small: no name
    ("Federico García Lorca was shot. Lorca is buried somewhere.", [("Federico García Lorca", "PER"), ("Lorca", "PER")]),
    ("American diplomats met.", [("American", "LOC")]),                                                # adjectives are the lists'
]


@pytest.mark.parametrize("text, expected", TOGETHER)
def test_find_weighs_the_network_and_the_rules(text, expected):
    assert [(m.text, m.type) for m in actors.find(text)] == expected


def test_the_alias_file_names_what_the_network_found():
    assert [m.name for m in actors.find("said pompeo after talks with ri yong-ho")] == ["Mike Pompeo", "Ri Yong-ho"]


def test_a_name_read_in_one_stretch_is_known_in_the_rest():
    text = "On 3 May 2018 Tiger Woods won. The crowd cheered. Woods smiled."
    found = actors.find(text, "en", [Span(0, 30)])
    assert [(m.text, m.name) for m in found if m.type == "PER"] == [("Tiger Woods", "Tiger Woods"), ("Woods", "Tiger Woods")]


def _read(monkeypatch, text, **options) -> list[str]:
    """The sentences that the network is given."""
    given_, real = [], neural.spans
    monkeypatch.setattr(neural, "spans", lambda sentences, cased=None: given_.extend(sentences) or real(sentences, cased))
    actors.find(text, **options)
    return given_


@pytest.mark.parametrize("text, options, read", [
    ("Kravel left. Nobody saw it.", {}, ["Kravel left.", "Nobody saw it."]),
    ("Kravel left. Nobody saw it.", {"where": []}, []),
    ("Kravel left. Halvik stayed.", {"where": [Span(14, 20)]}, ["Halvik stayed."]),
    ("Kravel left. Nobody saw it.", {"where": [Span(0, 27)]}, ["Kravel left."]),        # no capital that asks for it
    ("France won in June. They sang.", {"where": [Span(0, 30)]}, []),                   # a country and a month need no network
    ("Kravel left.", {"language": "de"}, []),
])
def test_the_network_reads_only_where_it_is_asked_and_needed(monkeypatch, text, options, read):
    assert _read(monkeypatch, text, **options) == read


@pytest.mark.parametrize("text", ["Mr Kim met Donald Trump in Hanoi.", "kim met trump in hanoi", "Clijsters retired."])
def test_without_the_model_the_rules_do_alone(monkeypatch, text):
    alone = actors.find(text, where=[])
    monkeypatch.setattr(neural, "is_there", lambda: False)
    assert actors.find(text) == alone


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(["Kim", "Rusk said", "the", "in Hanoi.", "\n\n", "IAEA", "(", "\0", "😀", "von der Leyen", "on 3 May 2018", "1.", "-"])
                | st.text(max_size=8), max_size=30).map(" ".join))
def test_find_keeps_the_laws_with_any_stretches(text):
    where = events.stretches(text, tag(text, "2019-03-01"))
    for found in (actors.find(text), actors.find(text, "en", where)):
        assert all(text[m.start:m.end] == m.text for m in found)
        assert all(a.end <= b.start for a, b in zip(found, found[1:]))


STRETCHES = [
    ("Ann came. Bob left on 3 May 2018. Cid slept. Dee ate. Eve won in 2019.", ["Ann came.", "Bob left on 3 May 2018.", "Cid slept.", "Dee ate.", "Eve won in 2019."]),
    ("Ann came. Bob left.", ["Ann came.", "Bob left."]),  # the head of a text tells its news
    ("Ann came. Bob left. Cid slept. Dee ate. Eve ran for two weeks. Fay is here now.", ["Ann came.", "Bob left.", "Cid slept.", "Dee ate."]),
]


@pytest.mark.parametrize("text, expected", STRETCHES)
def test_stretches_are_where_events_look_for_their_actors(text, expected):
    assert [text[s.start:s.end] for s in events.stretches(text, tag(text, "2019-03-01"))] == expected


def test_stretches_of_worn_text_are_apart_and_end_at_spaces():
    text = "kim jong un met donald trump " * 60 + "last june and " + "they spoke of many things " * 60 + "last september " + "the end came " * 40
    found = events.stretches(text, tag(text, "2019-03-01"))
    assert len(found) == 2 and all(a.end < b.start for a, b in zip(found, found[1:]))
    assert all(text[s.start - 1] == " " and text[s.end] == " " for s in found)
