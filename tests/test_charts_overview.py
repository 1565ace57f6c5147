"""The strip that holds all of the time: every mark counted, the range within it."""

import pytest

from bench import made
from timeline import charts, frame
from timeline.charts import Look
from timeline.rows import rows_of

ROWS = rows_of(frame.events_frame(made.timeline(400)))
FIRST, LAST = charts.main_days(ROWS)


@pytest.mark.parametrize("first, last", [(None, None), (FIRST + 100, FIRST + 500), (FIRST + 100, None), (None, LAST - 100), (FIRST - 40_000, FIRST - 39_000),
                                         (LAST + 10, LAST + 20), (LAST, FIRST)])
@pytest.mark.parametrize("whole", [True, False])
def test_the_strip_holds_every_mark_and_the_range(first, last, whole):
    told = charts.overview(ROWS, Look(first=first, last=last), whole)
    edges, counts = told["edges"], told["counts"]
    assert len(edges) == len(counts) + 1 <= 200 and edges == sorted(set(edges)) and all(isinstance(n, int) for n in edges + counts)
    before, after = charts.sides(ROWS, edges[0], edges[-1] - 1)
    assert sum(counts) == len(ROWS.dated) - before - after and (not whole or before + after == 0)
    assert (told["range"] is None) == (first is None and last is None)
    if told["range"] and told["range"][1] > told["range"][0]:
        assert edges[0] <= told["range"][0] and told["range"][1] <= edges[-1]


def test_nothing_dated_has_no_strip():
    assert charts.overview(rows_of(frame.events_frame(made.timeline(0))), Look(), True) is None
