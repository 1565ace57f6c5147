"""The frame -> what a reader should look at again: one module a check, found by `timeline.folder`.

A module has TITLE, ORDER, COLUMNS (name -> dtype) and check(tables) -> DataFrame, which has these columns even when it
is empty, one of them `said`: the finding in a sentence; it may have detail(tables), the rows that it counted. It may have
sentence(row, wording), which makes `said` of the row's other columns, for readers who write days and numbers otherwise
(`timeline.calendar.Wording`). What a check finds is a question to a reader, never a verdict: each row holds the words of
the documents that it rests on.

    contradictions  one happening on two dates; an order that a document denies
    gaps            silences that are unusual for this collection, or for an actor in it
    coverage        what became of the date words of each document, and where they stand
"""

from typing import NamedTuple

import pandas as pd

from timeline import frame
from timeline.checks.contradictions import contradictions
from timeline.checks.coverage import coverage, phrases
from timeline.checks.gaps import gaps

__all__ = ["Tables", "contradictions", "coverage", "gaps", "phrases", "tables"]


class Tables(NamedTuple):
    """What the checks look at: the frames of `timeline.frame`, and the documents' texts by doc_id."""

    events: pd.DataFrame
    mentions: pd.DataFrame
    documents: pd.DataFrame
    rejected: pd.DataFrame
    texts: dict[str, str]


def tables(timeline) -> Tables:
    """The tables of a `timeline.model.Timeline`, for every module's check(tables)."""
    return Tables(frame.events_frame(timeline), frame.mentions_frame(timeline), frame.documents_frame(timeline),
                  frame.rejected_frame(timeline), {d.doc_id: d.text for d in timeline.documents})
