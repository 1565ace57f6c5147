"""What is compared when reports are joined: their traits, the evidence, the blocks, and laws of the joining."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mentioned import told

from timeline import events
from timeline.actors.geography import country_of, may_be_one_place
from timeline.events.blocks import candidates
from timeline.events.evidence import NEVER, are_apart
from timeline.events.linkage import Links, groups
from timeline.events.traits import is_content, lemma, likeness, traits
from timeline.events.wordweights import WordWeights, grams_of

DAYS = range(730_000, 730_004)


def report(title, day=730_000, actors=(), place="", number=0, **changes):
    """An event with one witness, in a document of its own."""
    model = told("{Kim:P} resigned on [3 May 2018|2018-05-03].")[0]
    witness = replace(model.mentions[0], doc_id=f"d{number}", exact=title, actors=actors)
    return replace(model, **({"event_id": f"e{number:04d}", "title": title, "first": day, "last": day, "actors": actors, "place": place,
                              "excerpt": title, "mentions": (witness,)} | changes))


def score(one, other):
    return Links([traits(one), traits(other)]).verdict(0, 1).score


@pytest.mark.parametrize("title, head", [
    ("Kim resigned", "resign"), ("Resignation of Kim", "resign"), ("Oslo talks", "talks"), ("Rebels captured town", "capture"),
    ("Kim stepped down", "resign"), ("Trump praised meeting with Kim", "praise"), ("Trump cancelled meeting", "cancel"),
    ("Explosion in Kano", "bomb"), ("Bomb exploded in Kano", "bomb"), ("Police arrested banker", "arrest"), ("Kim mocked deal", "mock"), ("Kim", "")])
def test_the_head_of_a_title(title, head):
    assert traits(report(title)).head.word.removesuffix("ed") == head


def test_what_somebody_is_called_is_not_what_happened():
    assert traits(report("Committee to Protect Journalists resigned", actors=("Committee to Protect Journalists",))).head.word == "resign"


@pytest.mark.parametrize("low, expected", [("talks", "talks"), ("bombings", "bombing"), ("signed", "sign"), ("kim's", "kim"), ("towns", "town"), ("glass", "glass")])
def test_words_stand_for_their_forms(low, expected):
    assert lemma(low) == expected


@pytest.mark.parametrize("one, other, expected", [("arrest", "convict", True), ("open", "closing", True), ("arrest", "arrest", False),
                                                  ("summit", "talks", False), ("win", "lose", True), ("capture", "recapture", True)])
def test_acts_of_one_affair_are_apart(one, other, expected):
    assert are_apart(likeness().same.get(one, one), likeness().same.get(other, other)) is expected


@pytest.mark.parametrize("title, rounds", [("Second summit of Trump", {2}), ("Third round of talks", {3}), ("Second man died", set()), ("1st summit", {1}),
                                           ("First new missile test", {1}), ("Summit", set())])
def test_rounds_are_counted_before_what_is_counted(title, rounds):
    assert traits(report(title)).rounds == rounds


@pytest.mark.parametrize("one, other, expected", [
    ("Hanoi", "Vietnam", True), ("Hanoi", "Seoul", False), ("Mosul", "Iraq", True), ("Mosul", "Kirkuk", False), ("Chile", "Peru", False), ("Oslo", "Oslo", True),
    ("Cairo", "Luxor", False), ("", "Oslo", False)])
def test_places_that_may_be_one(one, other, expected):
    assert may_be_one_place(one, other) is may_be_one_place(other, one) is expected


@pytest.mark.parametrize("name, country", [("Hanoi", "Vietnam"), ("Vietnam", "Vietnam"), ("Nowhere", ""), ("", ""), ("Hanoi Hilton", "")])
def test_the_country_of_a_place(name, country):
    assert country_of(name) == country


@pytest.mark.parametrize("low, expected", [("2018", False), ("31", False), ("45", True), ("500", True), ("10000", True), ("¹", False),
                                           ("²⁰¹⁸", True), ("٣", False), ("summit", True), ("the", False), ("may", False)])
def test_words_that_say_something(low, expected):
    assert is_content(low) is expected


def test_rare_words_weigh_more_and_likeness_is_of_words_and_their_parts():
    weights = WordWeights([{"talks", "oslo"}, {"talks", "rome"}, {"talks", "treaty"}, {"talks"}])
    assert weights.rarity("oslo") > weights.rarity("talks") >= 0.1
    same, near, far = (weights.alike(frozenset({"treaty", "oslo"}), frozenset(other)) for other in ({"treaty", "oslo"}, {"treaties", "oslo"}, {"bread"}))
    assert same == pytest.approx(1) and 1 > near > far == 0


@pytest.mark.parametrize("word, grams", [("ab", ("^ab$",)), ("abc", ("^abc", "abc$")), ("a", ("^a$",))])
def test_parts_of_words(word, grams):
    assert grams_of(word) == grams


NEXT_DAY = [  # basis of the earlier and of the later report, words of the later, joined?
    ("explicit", "document_date", "", True), ("document_date", "document_date", "", True), ("explicit", "explicit", "", False),
    ("document_date", "explicit", "", False), ("explicit", "document_date", "Fresh ", False)]


@pytest.mark.parametrize("before, after, more, joined", NEXT_DAY)
def test_a_report_of_the_next_day_is_a_repeat_only_if_its_document_alone_dates_it(before, after, more, joined):
    early = report("Nairobi bombing killed nine", actors=("Shabab",), place="Nairobi", date_basis=before)
    late = report(f"{more}Nairobi bombing killed nine", day=730_001, actors=("Shabab",), place="Nairobi", number=1, date_basis=after)
    assert (len(events.merge([early, late])) == 1) is joined


def test_a_report_two_days_later_is_no_repeat_even_with_one_between():
    reports = [report("Nairobi bombing killed nine", day=730_000 + n, place="Nairobi", number=n, date_basis="document_date") for n in range(3)]
    assert sorted(len(event.mentions) for event in events.merge(reports)) == [1, 2]


@pytest.mark.parametrize("one, other", [("actual", "denied"), ("planned", "denied"), ("claimed", "denied")])
def test_a_denial_never_joins(one, other):
    assert score(report("Oslo talks", modality=one), report("Oslo talks", modality=other, number=1)) == NEVER.score


@pytest.mark.parametrize("modality", ["planned", "claimed", "hypothetical"])
def test_a_fact_names_the_event_and_says_what_joined_it(modality):
    fact = report("Oslo talks between Ann Lee and Bob Ray", actors=("Ann Lee", "Bob Ray"), place="Oslo", number=1)
    event, = events.merge([report("Talks of Ann Lee and Bob Ray", actors=("Ann Lee", "Bob Ray"), place="Oslo", modality=modality), fact])
    best, other = event.mentions
    assert event.modality == "actual" and best.doc_id == "d1" and (best.joined, best.score) == ("", 1.0)
    assert "same day" in other.joined and "Ann Lee and Bob Ray" in other.joined and 0.5 <= other.score <= 1


TITLES = ["Oslo talks", "Talks in Oslo ended", "Kim visited Rome", "Kim's visit to Rome", "Kim sued Acme", "Second summit of Kim and Moon",
          "Third summit of Kim and Moon", "Summit of Kim and Moon", "Bombing in Kano", "Bomb exploded in Kano", ""]
REPORTS = st.builds(
    lambda title, day, wide, actors, place, basis, modality: dict(title=title, first=day, last=day + wide, actors=tuple(sorted(actors)), place=place,
                                                                  date_basis=basis, modality=modality),
    st.sampled_from(TITLES), st.sampled_from(DAYS), st.sampled_from([0, 0, 0, 1, 30]), st.sets(st.sampled_from(["Kim", "Moon", "Acme"])),
    st.sampled_from(["", "Oslo", "Kano", "Rome"]), st.sampled_from(["explicit", "document_date"]), st.sampled_from(["actual", "planned", "denied"]))


@settings(max_examples=60, deadline=None)
@given(st.lists(REPORTS, max_size=14), st.randoms(use_true_random=False))
def test_joining_loses_nothing_depends_on_no_order_and_joins_no_two_that_rule_each_other_out(rows, chance):
    found = [report(row["title"], number=number, **{k: v for k, v in row.items() if k != "title"}) for number, row in enumerate(rows)]
    merged = events.merge(found)
    assert sorted(m.doc_id for event in merged for m in event.mentions) == sorted(f"d{n}" for n in range(len(rows)))
    assert events.merge(chance.sample(found, len(found))) == merged
    by_document = {e.mentions[0].doc_id: e for e in found}
    for event in merged:
        assert event.event_id in {e.event_id for e in found} and all(0.0 < m.score <= 1 for m in event.mentions)
        assert [m.joined for m in event.mentions].count("") == 1
        days = [by_document[m.doc_id].first for m in event.mentions if by_document[m.doc_id].first == by_document[m.doc_id].last]
        assert max(days, default=0) - min(days, default=0) <= 1
        assert len({by_document[m.doc_id].modality == "denied" for m in event.mentions}) == 1


def test_groups_hold_each_report_once():
    links = Links([traits(report(title, number=n)) for n, title in enumerate(TITLES * 3)])
    assert sorted(number for members in groups(links) for number in members) == list(range(len(TITLES) * 3))


@pytest.mark.parametrize("size", [40, 400])
def test_a_heap_of_one_day_is_not_held_all_against_all(size):
    heap = [traits(report(f"Kim visited town {100 + n} of Rome", actors=("Kim",), number=n)) for n in range(size)]
    links = Links(heap)
    pairs = candidates(heap, links.weights)
    assert 0 < len(pairs) <= 40 * size and (pairs[:, 0] < pairs[:, 1]).all()


def test_like_reports_find_each_other_in_a_heap():
    heap = [traits(report(f"Kim visited school {100 + n % 150} of Rome", actors=("Kim",), number=n)) for n in range(300)]
    pairs = {tuple(pair) for pair in candidates(heap, Links(heap).weights).tolist()}
    assert sum((n, n + 150) in pairs for n in range(150)) >= 145
