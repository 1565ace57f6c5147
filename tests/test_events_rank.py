"""How much an event matters: the weight of its day, who tells of it, and the same in words."""

from dataclasses import replace
from random import Random

import pytest
from made import event, mention

from timeline import events
from timeline.events.rank import WEIGHTS, importance, parts


def seen(number, published, basis="explicit", start=0, **changes):
    """A witness in a document of its own."""
    return replace(mention(), doc_id=f"d{number}", published=published, date_basis=basis, start_char=start, **changes)


def on(edtf, *published, number=1, **changes):
    """An event with a witness for each day of publication."""
    changes.setdefault("title", f"Event {number}")
    return event(number, edtf, mentions=tuple(seen(f"{number}-{n}", day) for n, day in enumerate(published)), **changes)


# the more important first
PAIRS = [
    (on("2012-05-03", "2012-06-01", "2012-08-01", number=1), on("2012-05-23", "2012-05-23", "2012-05-23", number=2)),
    (on("2012-05-03", "2012-05-04", number=1), on("2012-05-23", "2012-05-23", number=2)),
    (on("2012-05-03", "2012-05-04", "2012-05-05", "2012-05-06", number=1), on("2012-05-23", "2012-05-24", number=2)),
    (on("2012-05-03", "2012-05-04", actors=("A", "B", "C"), number=1), on("2012-05-03", "2012-05-04", actors=(), number=2)),
    (on("2012-05-03", "2012-05-04", number=1), on("2012-05-03", "2012-05-04", modality="hypothetical", number=2)),
    (on("2012-05-03", "2012-05-04", number=1), on("2012-05", "2012-06-04", precision="month", number=2)),
    (on("2012-05-03", "2012-05-04", number=1), on("", "2012-05-04", number=2)),
]


@pytest.mark.parametrize("more, less", PAIRS)
def test_the_more_important_of_two(more, less):
    for given in ([more, less], [less, more]):
        assert [one.event_id for one in events.top(events.rank(given), 2)] == [more.event_id, less.event_id]


CROWD = [on(f"2012-05-{1 + n % 9:02}", *(f"2012-05-{2 + n % 9 + k:02}" for k in range(1 + n % 3)), number=n, actors=("A",) * (n % 2)) for n in range(40)]


@pytest.mark.parametrize("seed", range(3))
def test_rank_and_top_do_not_depend_on_the_order(seed):
    mixed = Random(seed).sample(CROWD, len(CROWD))
    assert events.rank(mixed) == events.rank(CROWD)
    assert events.top(events.rank(mixed), 7) == events.top(events.rank(CROWD), 7)


@pytest.mark.parametrize("number, length", [(0, 0), (-1, 0), (3, 3), (100, 40)])
def test_top_gives_as_many_as_there_are(number, length):
    assert len(events.top(events.rank(CROWD), number)) == length


def test_every_importance_is_the_sum_of_its_parts():
    weights = events.weigh_days(CROWD)
    for one in events.rank(CROWD):
        value = parts(one, weights)
        assert value.keys() == WEIGHTS.keys() and all(0 <= part <= 1 for part in value.values())
        assert one.importance == importance(one, weights) == pytest.approx(sum(WEIGHTS[name] * value[name] for name in WEIGHTS), abs=1e-4)
        assert len(events.importance_reasons(one, weights)) == sum(part > 0 for part in value.values())
    assert max(parts(one, weights)["day"] for one in CROWD) == 1 and sum(WEIGHTS.values()) == pytest.approx(1)


@pytest.mark.parametrize("edtf, has_day", [("2012-05-03", True), ("2012-05-02/2012-05-04", True), ("2012-05", False), ("2012", False), ("", False)])
def test_what_lasts_longer_than_a_week_has_no_day_of_its_own(edtf, has_day):
    weights = events.weigh_days([on("2012-05-03", "2012-05-04", number=9)])
    assert (parts(on(edtf, "2012-05-04"), weights)["day"] > 0) is has_day


def test_the_reasons_are_told_in_words_the_weightiest_first():
    one = on("2012-05-03", "2012-05-03", "2012-05-04", "2012-07-04", actors=("Ann",), modality="planned")
    assert events.importance_reasons(one) == [
        "the day is named by 3 documents, 2 of them after it, 1 by its date after more than a week; 100% of what is said of the week around it",
        "3 documents tell of it", "it stands near the top of a document", "its date is known to the day", "it is planned, not told as a fact",
        "1 actor named"]
    deep = replace(one, mentions=tuple(replace(witness, start_char=9000) for witness in one.mentions))
    assert "it stands further down in its documents" in events.importance_reasons(deep)


def test_no_events_are_no_trouble():
    assert events.rank([]) == [] and events.top([], 3) == [] and events.weigh_days([]) == {}
