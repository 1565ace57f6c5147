"""What is drawn anew: a part alone where a callback said that it will do, else the whole page."""

from types import SimpleNamespace

import pytest

from timeline.page import parts


class Rerun(Exception):
    """Stands for Streamlit's own, which ends a run."""


@pytest.fixture
def run(monkeypatch):
    """(state, how to begin a run of these fragments)"""
    state, context = {}, SimpleNamespace(fragment_ids_this_run=None)

    def rerun(scope="app"):
        raise Rerun(scope)

    monkeypatch.setattr(parts, "st", SimpleNamespace(session_state=state, rerun=rerun))
    monkeypatch.setattr(parts, "get_script_run_ctx", lambda: context)
    return state, lambda *ids: setattr(context, "fragment_ids_this_run", list(ids) or None)


def test_what_a_callback_said_is_drawn_once_and_then_the_whole_again(run):
    _, begins = run
    begins("a")
    with pytest.raises(Rerun, match=str([parts.READING, parts.VIEWS]).replace("[", r"\[").replace("]", r"\]")):
        parts.only(parts.READING, parts.VIEWS)
    begins("a", "b")
    parts.begin(parts.READING)
    parts.begin(parts.VIEWS)
    for name in (parts.READING, parts.VIEWS):
        with pytest.raises(Rerun, match="app"):
            parts.begin(name)


def test_what_was_not_said_of_a_part_draws_the_whole_page(run):
    _, begins = run
    begins("a")
    with pytest.raises(Rerun):
        parts.only(parts.VIEWS)
    parts.begin(parts.VIEWS)
    with pytest.raises(Rerun, match="app"):
        parts.begin(parts.READING)


def test_in_a_run_of_the_whole_page_nothing_is_asked_for_again(run):
    state, begins = run
    begins()
    parts.only(parts.READING, parts.VIEWS)
    parts.begin(parts.READING)
    parts.begin(parts.VIEWS)
    parts.begin(parts.VIEWS)
    assert state["parts"] == set()
