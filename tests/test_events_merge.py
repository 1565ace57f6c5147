"""Which reports are one event, what they make together, and how much it matters."""

import sys
from dataclasses import replace
from random import Random

import pytest
from mentioned import told

from timeline import events
from timeline.events.rank import WEIGHTS, confidence, parts

SAME = """
{Trump:P} and {Kim:P} met in {Singapore:l} on [12 June 2018|2018-06-12]. | The {Singapore:l} summit of [12 June 2018|2018-06-12] brought {Kim:P} fame.
{Trump:P} met {Kim:P} on [Tuesday|2018-06-12]. | The summit of {Trump:P} and {Kim:P} on [12 June 2018|2018-06-12] was short.
A bomb attack killed nine people in {Baghdad:l} on [Monday|2019-02-25]. | The bombing in {Baghdad:l} on [25 February 2019|2019-02-25] left nine dead.
{Hosni Mubarak:P} resigned on [Friday|2011-02-11]. | The resignation of {Hosni Mubarak:P} on [11 February 2011|2011-02-11] was cheered.
An earthquake struck {Haiti:L} on [12 January 2010|2010-01-12]. | The earthquake in {Haiti:L} on [12 January|2010-01-12] killed many.
{Acme:O} bought {Bolt:O} on [Tuesday|2019-02-26]. | The takeover of {Bolt:O} by {Acme:O} on [26 February 2019|2019-02-26] was swift.
{Ann Lee:P} was arrested in {Minsk:l} on [Monday|2019-02-25]. | Police arrested {Ann Lee:P} on [25 February 2019|2019-02-25].
The [June|2018-06] summit of {Trump:P} and {Kim:P} was short. | {Trump:P} and {Kim:P} met on [12 June 2018|2018-06-12].
{Moon:P} and {Kim:P} signed a declaration in {Pyongyang:l} on [19 September 2018|2018-09-19]. | {Kim:P} and {Moon:P} signed the declaration on [19 September|2018-09-19].
Voters elected {Jane Roe:P} on [Sunday|2018-11-04]. | The election on [4 November 2018|2018-11-04] made {Jane Roe:P} mayor.
{Iraq:L} invaded {Kuwait:L} on [2 August 1990|1990-08-02]. | The invasion of {Kuwait:L} on [2 August 1990|1990-08-02] shocked many.
{NASA:O} launched the probe in [1977|1977]. | The launch of the probe by {NASA:O} in [1977|1977] went well.
The talks in {Oslo:l} on [Monday|2019-02-25] failed. | Talks in {Oslo:l} began on [25 February 2019|2019-02-25].
The armistice was signed on [27 July 1953|1953-07-27]. | The armistice of [27 July 1953|1953-07-27] was signed in {Panmunjom:l}.
The court convicted {Ann Lee:P} on [Monday|2019-02-25]. | The verdict against {Ann Lee:P} on [25 February 2019|2019-02-25] was harsh.
""".strip().splitlines()

APART = """
{Trump:P} and {Kim:P} met in {Singapore:l} on [12 June 2018|2018-06-12]. | {Trump:P} and {Kim:P} met in {Hanoi:l} on [27 February 2019|2019-02-27].
{Trump:P} met {Kim:P} in {Hanoi:l} on [27 February 2019|2019-02-27]. | {Trump:P} met {Kim:P} in {Seoul:l} on [27 February 2019|2019-02-27].
{Trump:P} met {Kim:P} on [12 June 2018|2018-06-12]. | {Trump:P} met {Kim:P} on [13 June 2018|2018-06-13].
{Trump:P} met {Kim:P} on [12 June 2018|2018-06-12]. | {Ann Lee:P} met {Bob Ray:P} on [12 June 2018|2018-06-12].
{Ann Lee:P} signed the coal agreement in {Oslo:l} on [5 May 2014|2014-05-05]. | {Bob Ray:P} signed the border agreement in {Oslo:l} on [5 May 2014|2014-05-05].
{Trump:P} met {Kim:P} on [12 June 2018|2018-06-12]. | {Kim:P} resigned on [12 June 2018|2018-06-12].
An attack in {Baghdad:l} killed nine on [Monday|2019-02-25]. | An attack in {Mosul:l} killed nine on [Monday|2019-02-25].
The election in {France:L} was held on [Sunday|2019-02-24]. | The election in {Chile:L} was held on [Sunday|2019-02-24].
{Ann Lee:P} was born in [1950|1950]. | {Ann Lee:P} died in [2001|2001].
The fire on [Monday|2019-02-25] was small. | The strike on [Monday|2019-02-25] was long.
{Ann Lee:P} was arrested on [Monday|2019-02-25]. | {Bob Ray:P} was arrested on [Monday|2019-02-25].
{Acme:O} bought {Bolt:O} on [Monday|2019-02-25]. | {Core:O} bought {Dash:O} on [Monday|2019-02-25].
The talks with {Iran:L} began on [Monday|2019-02-25]. | The talks with {Iran:L} were cancelled on [Monday|2019-02-25].
{Ann Lee:P} signed the treaty in [May 2018|2018-05]. | {Ann Lee:P} signed the treaty in [July 2018|2018-07].
{Ann Lee:P} won the race in [2017|2017]. | {Ann Lee:P} won the race in [2018|2018].
The [2008|2008] crisis hit {Iceland:L}. | The [2018|2018] crisis hit {Iceland:L}.
{Ann Lee:P} visited {Rome:L} on [3 May 2018|2018-05-03]. | {Ann Lee:P} sued {Acme:O} on [3 May 2018|2018-05-03].
""".strip().splitlines()


def pair(line):
    left, right = line.split(" | ")
    return told(left, doc_id="d1", published="2019-02-28") + told(right, doc_id="d2", published="2019-03-05")


@pytest.mark.parametrize("line", SAME)
def test_two_reports_of_one_event_join(line):
    event, = events.merge(pair(line))
    assert {one.doc_id for one in event.mentions} == {"d1", "d2"}


@pytest.mark.parametrize("line", APART)
def test_traps_stay_apart(line):
    found = pair(line)
    assert len(events.merge(found)) == len(found) == 2


@pytest.mark.parametrize("line", SAME + APART)
def test_the_order_of_documents_does_not_matter(line):
    assert events.merge(pair(line)) == events.merge(pair(line)[::-1])


@pytest.mark.parametrize("line", SAME)
def test_a_merge_says_why(line):
    one, other = pair(line)
    assert events.why_one(one, other).startswith(("same date", "same day"))
    assert events.why_one(one, other) == events.why_one(other, one)


def test_a_vague_report_never_bridges_two_exact_ones():
    texts = ["{Trump:P} met {Kim:P} on [12 June 2018|2018-06-12].", "{Trump:P} met {Kim:P} on [20 June 2018|2018-06-20].",
             "The [June|2018-06] summit of {Trump:P} and {Kim:P} was short."]
    found = [event for place, text in enumerate(texts) for event in told(text, doc_id=f"d{place}")]
    assert sorted(event.date_edtf for event in events.merge(found)) == ["2018-06", "2018-06-12", "2018-06-20"]


def test_the_joined_event_keeps_the_precise_date_and_every_actor():
    joined, = events.merge(pair(SAME[7]))
    assert (joined.date_edtf, joined.precision) == ("2018-06-12", "day")
    assert joined.actors == ("Trump", "Kim") and joined.excerpt == joined.mentions[0].exact


def test_undated_events_are_never_joined_or_lost():
    found = [event for place in range(3) for event in told("The summit of [last June] ended.", doc_id=f"d{place}", published=None)]
    assert len(events.merge(found)) == 3


def test_three_articles_on_one_summit_make_one_event():
    texts = ["{Trump:P} and {Kim:P} met in {Hanoi:l} on [27 February 2019|2019-02-27].",
             "The {Hanoi:l} summit of [27 February 2019|2019-02-27] with {Kim:P} failed.",
             "{Kim:P} attended the summit in {Hanoi:l} on [Wednesday|2019-02-27]."]
    found = [event for place, text in enumerate(texts) for event in told(text, doc_id=f"d{place}")]
    joined, = events.merge(found)
    assert len(joined.mentions) == 3


def many(count, seed=7):
    """`count` events on random days with few heads and actors: crowded shelves."""
    model, chance = told("{Kim:P} resigned on [3 May 2018|2018-05-03].")[0], Random(seed)
    heads = ["summit", "attack", "election", "protest", "treaty", "quake", "ruling", "visit"]
    for place in range(count):
        day, who = 730000 + chance.randrange(4000), f"Actor {chance.randrange(300)}"
        witness = replace(model.mentions[0], doc_id=f"d{place % 500}", start_char=place)
        yield replace(model, event_id=f"{place:08d}", first=day, last=day, title=f"{who} {chance.choice(heads)}",
                      actors=(who,), mentions=(witness,))


def test_thousands_of_events_merge_and_none_is_lost():
    found = list(many(5_000))
    merged = events.merge(found)
    assert sum(len(event.mentions) for event in merged) == 5_000
    assert merged == events.merge(found[::-1])


CONFIDENT = [("explicit", "relative"), ("relative", "context"), ("context", "document_date"), ("document_date", "inferred"),
             ("inferred", "")]


@pytest.mark.parametrize("surer, less", CONFIDENT)
def test_confidence_follows_the_basis(surer, less):
    assert 1 >= confidence(surer) > confidence(less) > 0
    assert confidence(surer, "approximate") < confidence(surer)


def test_importance_is_the_sum_of_its_parts_and_is_told_in_words():
    few, = told("{Kim:P} resigned on [3 May 2018|2018-05-03].")
    witnesses = tuple(replace(few.mentions[0], doc_id=f"d{place}") for place in range(5))
    event, = events.rank([replace(few, mentions=witnesses)])
    assert event.importance == pytest.approx(sum(WEIGHTS[name] * value for name, value in parts(event).items()), abs=1e-4)
    assert 0 <= events.rank([few])[0].importance < event.importance <= 1
    reasons = events.importance_reasons(event)
    assert "5 documents tell of it" in reasons and "1 actor named" in reasons and "it is told as a fact" in reasons


def test_ranking_puts_the_undated_last_and_is_stable():
    found = told("{Kim:P} resigned on [3 May 2018|2018-05-03]. The summit of [last June] ended. {Kim:P} died in [1994|1994].")
    ranked = events.rank(found)
    assert [event.date_edtf for event in ranked] == ["1994", "2018-05-03", ""]
    assert ranked == events.rank(found[::-1])


LIKE = ["The army attacked the town on [3 June 2018|2018-06-03].", "{Ann Lee:P} attacked the town on [3 June 2018|2018-06-03].",
        "It rained in {Oslo:l} for [the third time|2018-06-03].", "{Ann Lee:P} left {Oslo:l} in [June 2018|2018-06]."]


@pytest.mark.parametrize("sentence", LIKE)
def test_like_reports_in_a_heap_are_not_all_held_against_each_other(sentence, monkeypatch):
    room = sys.modules["timeline.events.merge"]  # the name in the package is the function's
    asked, why = [], room.why_one
    monkeypatch.setattr(room, "why_one", lambda one, other: asked.append(1) or why(one, other))
    heap = [replace(e, event_id=f"{n}") for n in range(400) for e in told(sentence)]
    room.merge(heap)
    assert len(asked) <= 8 * len(heap)
