"""Curation without a browser: random edits and as many undos, hostile words that stay words, exports, saving as a project."""

import random
import sys
from unittest.mock import patch

import pytest

from tests.test_app import clean, counters, page_html, pasted, press, table
from tests.test_app import opened as page
from tests.test_page_curate import (  # noqa: F401
    actors_key,
    at,
    choose,
    do,
    first,
    headline,
    hidden,
    log,
    no_files,
    retitled,
    state,
    widget,
)
from timeline.export import written
from timeline.folder import modules
from timeline.page import curate, curate_log, library

HOSTILE = "<script>window.hacked = 1</script> **b** [l](javascript:alert(1)) :material/bolt: $x$ =1+1"

STEPS = ["approve", "check", "hide", "star", "edit", "place", "mark", "add"]


@pytest.mark.parametrize("seed", [1, 2])
def test_twenty_random_edits_and_twenty_undos_give_the_original(seed):
    draw, at = random.Random(seed), pasted()
    before = state(at)
    for number in range(20):
        for _ in range(draw.randrange(3)):
            do(at, "next") if not at.button(key="next").disabled else first(at)
        one_edit(at, draw.choice(STEPS), number)
        dated, undated, gone, found = counters(at)
        assert dated + undated + gone == found and len(log(at)) == number + 1
    for _ in range(20):
        do(at, "undo")
    assert state(at) == before and at.button(key="undo").disabled and len(log(at)) == 40


def one_edit(at, step, number):
    """One row of the log: an action that has nothing to do here becomes another."""
    marked = headline(at)
    if step == "mark" and not at.button(key="next").disabled:
        do(do(do(at, "mark"), "next"), "mark")
        return do(at, "merge")
    if step == "add":
        return do(do(at, "add-event"), "save", edit_title=f"Added {number}", edit_date=str(1900 + number))
    if step == "edit":
        return do(do(at, "edit"), "save", edit_note=f"{number} {marked}")
    if step == "place":
        return do(do(at, "edit"), "save", edit_place=f"Place {number}")
    if step in ("approve", "check") and at.button(key=step).proto.type == "primary":
        step = "star"
    return do(at, step if step != "mark" else "star")


def test_hostile_words_of_a_person_stay_words(at):
    first(at)
    do(do(at, "edit"), "save", edit_title=HOSTILE, edit_note=HOSTILE, edit_place=HOSTILE)
    do(do(at, "mark"), "approve")
    choose(at, actors_key(at), [0])
    do(at, "rename-actor", actor_name=HOSTILE)
    assert HOSTILE in list(table(at).title) and HOSTILE in list(log(at).Value) and "<script>" not in page_html(at)
    loud = [e.value for kind in (at.markdown, at.caption, at.error, at.info) for e in kind] + [w.label for w in at.button]
    assert not [text for text in loud if "hacked" in text]


def test_every_export_has_the_edited_state():
    at = hidden_and_retitled(pasted())
    loaded = at.session_state["replayed"][2]
    shown = curate.without_hidden(loaded).frame
    assert len(shown) == len(loaded.events) - 1
    for module in modules("timeline.export").values():
        data = written(module, shown, loaded.timeline)
        assert b"Another title" in data or module.SUFFIX in (".docx", ".xlsx", ".parquet", ".mentions.csv") and data != written(module, loaded.events, loaded.timeline)


def hidden_and_retitled(at):
    retitled(first(at))
    do(at, "next")
    hidden(at)
    return at


def test_a_session_is_saved_as_a_project_with_its_whole_log(tmp_path, monkeypatch):
    at = pasted()
    first(at)
    retitled(at)
    do(at, "approve")
    do(at, "undo")
    hidden(at)
    assert "a project keeps them for good" in page_html(at)
    shown = state(at)
    (tmp_path / "s.timeline").write_bytes(downloaded(at))
    monkeypatch.setattr(sys, "argv", ["app.py", f"--project={tmp_path / 's.timeline'}"])
    again = page()
    assert state(again) == shown
    assert [e for e in log(again).What][::-1][1:] == ["Change the title", "Approve", "Undo", "Hide"], "after the day of the pasted text"


def downloaded(at):
    """What the button gives: AppTest has no downloads, so its function is called with what the page keeps."""
    held = {key: at.session_state[key] for key in ("log", "pasted", "days", "replayed")}
    with patch.object(library.st, "session_state", held), patch.object(curate_log.st, "session_state", held):
        assert curate.session_log() is held["log"]
        return curate_log.saved(held["replayed"][2], [])


# -- a date that is typed and not yet kept ----------------------------------------------------------

TWO = [("a.txt", b"Ada Varga opened the bridge on 3 May 2011.", "text/plain"), ("b.txt", b"Leo Brandt closed the harbour on 5 June 2012.", "text/plain")]


def typed(at):
    """What stands in the panel's field for a document's day; None where the popover is closed."""
    return next((f.value for f in at.text_input if f.key.startswith("day-excerpt")), None)


def popover(at, is_open):
    at.session_state["redating"] = is_open
    return clean(at.run())


@pytest.mark.parametrize("words", ["1 March 2019", "soon", ""], ids=repr)
def test_what_is_typed_for_a_document_stays_when_the_popover_is_closed(at, words):
    widget(at, "day-excerpt").set_value(words)
    clean(at.run())
    assert typed(popover(at, False)) is None and typed(popover(at, True)) == words


def test_a_typed_day_stays_when_moving_it_is_not_accepted_and_goes_once_it_is_kept(at):
    widget(at, "day-excerpt").set_value("1 March 2019")
    press(clean(at.run()), "Use this date")
    press(at, "Cancel")
    assert typed(popover(popover(at, False), True)) == "1 March 2019"
    press(at, "Use this date")
    press(at, "Accept")
    assert typed(popover(popover(at, False), True)) == "2019-03-01"


def test_a_typed_day_is_of_its_document_alone():
    at = page()
    at.file_uploader[0].set_value(TWO)
    first(clean(at.run()))
    widget(at, "day-excerpt").set_value("4 May 2011")
    clean(at.run())
    do(at, "next")
    assert typed(at) == "" and typed(do(at, "previous")) == ""
