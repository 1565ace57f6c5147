"""The address: what of it is the browser's is left alone, what names nothing here is told; and the counters' words on what hides."""

import re

import pytest

from tests.test_app import counters, opened, page_html, press


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    monkeypatch.setattr("sys.argv", ["app.py"])


def test_what_the_chart_writes_stays_in_the_address():
    at = opened(zoom="2018-01-01..2018-12-31", axis="even", colour="document", search="summit")
    assert {name: str(at.query_params[name]).strip("[']") for name in ("zoom", "axis", "colour", "search")} == {
        "zoom": "2018-01-01..2018-12-31", "axis": "even", "colour": "document", "search": "summit"}


@pytest.mark.parametrize("address, said", [
    ({"actor": ["Donald Trump"]}, None), ({}, None), ({"actor": ["Nobody at All"]}, "names one thing that is"), ({"event": "0123"}, "names one thing that is"),
    ({"actor": ["Nobody at All", "Donald Trump"], "tag": ["<b>"], "document": ["gone.txt"]}, "names 3 things that are")])
def test_what_is_not_here_is_told_once(address, said):
    at = opened(**address)
    told = re.search(r"The address (names .*?) not in these documents", page_html(at))
    assert (told and told.group(1)) == said
    press(at, "Next")
    assert "The address names" not in page_html(at)


@pytest.mark.parametrize("search, by_hand, said", [("", 0, ""), ("summit", 0, " · hidden by the filters"), ("", 1, " · hidden by hand"),
                                                   ("summit", 1, " · hidden {filters} by the filters and 1 by hand")])
def test_the_counters_say_what_hides(search, by_hand, said):
    at = opened(search=search)
    if by_hand:
        press(at, "Hide")
    dated, undated, hidden, found = counters(at)
    words = re.search(r"documents(.*?)</span>", page_html(at)).group(1)
    assert dated + undated + hidden == found and words == said.format(filters=hidden - by_hand)
