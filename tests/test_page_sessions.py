"""What is given to the page without a project: kept over a reload, taken over by the address, bounded, and never mixed."""

import pytest

from tests.test_app import clean, counters, no_files, opened, page_html, pasted, press  # noqa: F401
from tests.test_page_views import TWO, uploaded
from timeline.model import Document
from timeline.page import library, working
from timeline.page.sessions import LOST, NAME, Given, Shelf

NEVER, ALWAYS = (lambda _: False), (lambda _: True)


def given(name="a.txt", size=3):
    return Given(((name, b"x" * size),))


def address(at):
    return {name: at.query_params[name] for name in at.query_params}


def kept(at):
    found = address(at).get(NAME, "")
    return found[0] if isinstance(found, list) else found


def decide(at, key):
    at.button(key=key).click()
    return clean(at.run())


# -- the shelf -----------------------------------------------------------------------------------

def test_the_shelf_gives_what_was_put_and_knows_no_other_id():
    shelf = Shelf()
    one, other = shelf.put("", "me", given("a")), shelf.put("", "me", given("b"))
    assert one != other and min(len(one), len(other)) >= 22, "128 bits, as base64"
    assert shelf.copy(one, NEVER) == given("a") and shelf.copy(other, ALWAYS) == given("b")
    for forged in ("", "x", one[:-1], one + "A", one.swapcase(), "../" + one, "\0", "ä" * 5000):
        assert shelf.copy(forged, NEVER) is None
    shelf.drop(one)
    shelf.drop("forged")
    assert shelf.copy(one, NEVER) is None and len(shelf) == 1


@pytest.mark.parametrize("most, room, sizes, left", [
    (2, 100, [1, 1, 1], [1, 2]), (9, 10, [4, 4, 4], [1, 2]), (9, 10, [10, 10], [1]), (9, 10, [4, 11, 4], [0, 2]), (1, 10, [11], []), (3, 0, [0, 0], [0, 1])])
def test_the_shelf_is_bounded_and_the_least_recently_used_goes(most, room, sizes, left):
    shelf = Shelf(most, room)
    ids = [shelf.put("", "me", given(str(n), size)) for n, size in enumerate(sizes)]
    assert len(shelf) == len(left)
    assert [n for n, kept in enumerate(ids) if shelf.copy(kept, ALWAYS)] == left


def test_what_is_used_stays():
    shelf = Shelf(2)
    first, second = shelf.put("", "one", given("a")), shelf.put("", "two", given("b"))
    assert shelf.put(first, "one", given("a2")) == first
    shelf.put("", "three", given("c"))
    assert shelf.copy(first, ALWAYS) == given("a2") and shelf.copy(second, ALWAYS) is None


def test_a_person_who_reloads_again_and_again_takes_nobody_elses_place():
    shelf = Shelf(3)
    other, mine = shelf.put("", "other", given("b")), shelf.put("", "page 0", given("a"))
    for n in range(1, 20):
        assert shelf.copy(mine, NEVER) == given("a")
        mine = shelf.put("", f"page {n}", given("a"))
    assert shelf.copy(other, ALWAYS) == given("b") and shelf.copy(mine, ALWAYS) == given("a") and len(shelf) == 3


def test_reading_that_was_begun_goes_on_with_what_is_done():
    document = Document("d", "d.txt", "words")
    work = working.Work("key", {"d": document}, {}, {"x": 1}, reading=iter(()), seen={"d"}, done=1, limit=1)
    again = work.again()
    assert again.documents == work.documents and again.documents is not work.documents and again.limit == 1 and again.is_stopped
    assert again.reading is None and not again.seen and Given(work=work).size() == 5 and not Given(work=work).is_worth_keeping()


# -- the page ------------------------------------------------------------------------------------

def test_the_demo_has_a_plain_address_and_an_upload_gives_it_an_id():
    at = opened()
    assert not kept(at)
    at.file_uploader[0].set_value([(name, data, "text/plain") for name, data in TWO])
    assert len(kept(clean(at.run()))) >= 22


def test_a_reload_keeps_uploads_pastes_days_and_edits_and_undo_works():
    at = pasted()
    at.file_uploader[0].set_value([(*TWO[0], "text/plain")])
    clean(at.run())
    decide(decide(at, "approve"), "hide")
    before, told = counters(at), page_html(at)
    again = opened(**address(at))
    assert counters(again) == before and kept(again) not in ("", kept(at)) and len(again.session_state["log"]) == 2
    assert [name for name, _ in again.session_state["uploaded"]] == ["one.txt"] and again.session_state["days"] == {"Pasted text 1.txt": "2019-02-28"}
    assert "Undo: hide" in told and "Undo: hide" in page_html(again) and LOST not in page_html(again)
    undone = decide(again, "undo")
    assert "Undo: approve" in page_html(undone) and len(at.session_state["log"]) == 2, "the log of the page before is its own"
    third = opened(**address(undone))
    assert counters(third) == counters(undone) and [edit.action for edit in third.session_state["log"]] == ["approve", "hide", "undo"]


def test_what_is_added_after_a_reload_comes_on_top():
    at = uploaded(TWO[:1])
    again = opened(**address(at))
    again.file_uploader[0].set_value([(*TWO[1], "text/plain")])
    assert [name for name, _ in clean(again.run()).session_state["uploaded"]] == ["one.txt", "two.txt"]
    assert counters(again)[3] > counters(at)[3] and "1 file added before" in "".join(c.value for c in again.caption)
    press(again, "Back to the demo")
    assert not kept(again) and not again.session_state["uploaded"]


def test_the_same_address_in_another_tab_is_a_copy():
    at = uploaded()
    other = opened(**address(at))
    assert counters(other) == counters(at) and kept(other) != kept(at)
    decide(other, "hide")
    assert counters(opened(**address(at))) == counters(at), "who made the link sees nothing of what was done after"
    assert counters(opened(**address(other))) == counters(other) != counters(at)


def test_what_was_stopped_stays_so_after_a_reload_and_goes_on():
    at = opened()
    at.session_state["work"] = working.Work(library._key(TWO), is_read=True, was_cut=True)
    at.file_uploader[0].set_value([(name, data, "text/plain") for name, data in TWO])
    clean(at.run())
    again = opened(**address(at))
    assert "Stopped: 0 documents read" in page_html(again) and counters(again)[3] == 0
    press(again, "Go on")
    assert counters(again)[3] == 4 and "Stopped" not in page_html(again)


@pytest.mark.parametrize("forged", ["AAAAAAAAAAAAAAAAAAAAAA", "<script>alert(1)</script>", "../../etc/passwd", "\0", "é" * 3000])
def test_an_id_that_is_not_known_is_dropped_with_one_sentence(forged):
    at = opened(**{NAME: forged})
    assert not kept(at) and page_html(at).count(LOST) == 1 and forged not in page_html(at)
    assert counters(at) == counters(opened()) and at.session_state["log"] == [] and "uploaded" not in at.session_state


def test_a_project_is_left_as_it_is(tmp_path, monkeypatch):
    from tests import kept as made

    monkeypatch.setattr("sys.argv", ["app.py", f"--project={made.new(tmp_path / 'a.timeline')}"])
    at = opened(**{NAME: "anything"})
    assert not kept(decide(at, "approve")) and LOST not in page_html(at)
