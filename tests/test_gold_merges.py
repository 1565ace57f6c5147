"""The gold of merging and the bench of joining: how they are read, and that no floor is undercut."""

import pytest

from bench import merging, pairs, report

FLOORS = report.floors()


def test_reports_of_one_event_are_joined_and_others_are_not():
    assert report.below_floors(FLOORS["own"]["merges"], pairs.measure()) == []


def test_the_gold_of_merging_is_large_and_half_of_it_are_traps():
    every = pairs.pairs()
    watched = pairs.pairs("B")
    assert len(every) >= 250 and len(watched) >= 100 and len({pair.line for pair in every}) == len(every)
    for part in (every, watched):
        assert 0.4 < sum(pair.truth == "two" for pair in part) / len(part) < 0.7
    assert all(pair.documents[number][1][start:end].strip() for pair in every for number, start, end in pair.marks)


@pytest.mark.parametrize("line, documents, marks", [
    ("2019-01-02: [A met B]. || 2019-01-03: So [B met A].", (("2019-01-02", "A met B."), ("2019-01-03", "So B met A.")), ((0, 0, 7), (1, 3, 10))),
    ("2019-01-02: [A] ¶ [B]", (("2019-01-02", "A\n\nB"),), ((0, 0, 1), (0, 3, 4)))])
def test_a_pair_is_read(line, documents, marks):
    pair = pairs.read("made", "one", line)
    assert (pair.documents, pair.marks) == (documents, marks)


@pytest.mark.parametrize("line", ["2019-01-02: nothing marked", "2019-01-02: [one] || 2019-01-02: none", "2019-01-02: [a] [b] [c]"])
def test_a_pair_has_two_reports(line):
    with pytest.raises(ValueError, match="not two"):
        pairs.read("made", "one", line)


@pytest.mark.parametrize("groups, expected", [([[1, 1], [2]], (100, 100)), ([[1, 2]], (0, 100)), ([[1], [1]], (100, 0)),
                                              ([[1, 1, 2], [2]], (100 / 3, 50)), ([], (100, 100))])
def test_pairwise_figures(groups, expected):
    assert merging.pairwise(groups) == pytest.approx(expected)


def test_made_up_reports_are_joined_well():
    row, = merging.measure([600])
    assert row["precision"] >= 98 and row["recall"] >= 90
