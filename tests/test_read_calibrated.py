"""What each rung of the ladder states of its own sureness holds on labelled pages and files of our own."""

import pytest

from bench import pages

ENOUGH = 20  # documents of a rung, below which a share says nothing


@pytest.fixture(scope="module")
def figures():
    return pages.measure()


def test_there_are_many_pages_in_many_layouts(figures):
    assert len(pages.LAYOUTS) >= 30 and sum(f["n"] for f in figures.values()) >= 1000


def test_each_rung_is_as_sure_as_it_is_right(figures):
    judged = {rung: f for rung, f in figures.items() if f["n"] >= ENOUGH and rung != "none"}
    assert set(judged) >= {"byline", "column", "feed", "file name", "htmldate", "htmldate guess", "mail", "meta"}
    assert {rung: f for rung, f in judged.items() if abs(f["right"] - f["stated"]) > 5} == {}


def test_a_day_of_change_is_no_day_of_publication():
    from timeline import read

    changed = '<html><head><meta property="article:modified_time" content="2018-06-04"></head><body><p>The council met in the town hall.</p>{}</body></html>'
    [bare] = read.read("a.html", changed.format("").encode())
    [dated] = read.read("a.html", changed.format("<p>Posted on 3 June 2018</p>").encode())
    assert bare.published is None and "was changed on 2018-06-04" in bare.notes[-1] and dated.published.day == "2018-06-03"
