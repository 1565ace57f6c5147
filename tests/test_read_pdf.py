"""PDF: pages, paragraphs, words cut at a line's end, running heads and page numbers."""

import pytest
from written_pdf import pdf

from timeline import read
from timeline.read._furniture import set_aside
from timeline.read._lines import paragraphs, whole_words

LONG = "The council of Arden met in the old town hall and agreed on a wall that"


@pytest.mark.parametrize("lines, text", [
    ([LONG, "would keep the sea out of it."], f"{LONG} would keep the sea out of it."),
    ([LONG, "would last.", "Heading", LONG], f"{LONG} would last.\n\nHeading\n\n{LONG}"),
    ([LONG[:-4] + "har-", "bour went on"], f"{LONG[:-4]}harbour went on"),
    ([LONG[:-4] + "har\ufffebour", "went on"], f"{LONG[:-4]}harbour went on"),
    ([LONG[:-4] + "well-", "known plan, a well-known one"], f"{LONG[:-4]}well-known plan, a well-known one"),
    ([LONG[:-4] + "North-", "South road"], f"{LONG[:-4]}North-South road"),
    ([LONG[:-4] + "in 2018-", "2019 and"], f"{LONG[:-4]}in 2018-2019 and"),
    ([LONG, "• a point", "• more"], f"{LONG}\n\n• a point\n\n• more"),
    ([LONG, "", "After a gap"], f"{LONG}\n\nAfter a gap"), ([], ""), (["one"], "one")])
def test_lines_become_paragraphs(lines, text):
    assert paragraphs(lines, whole_words([lines])) == text


def numbered(form: str, count: int = 6) -> list[list[str]]:
    return [["The Harbour Paper", f"Words of page {'abcdefgh'[n]}, the first.", f"And the second of {'abcdefgh'[n]}.", form.format(n + 7)] for n in range(count)]


@pytest.mark.parametrize("form", ["{}", "- {} -", "Page {}", "{} / 99", "p. {}", "Seite {}"])
def test_running_heads_and_page_numbers_are_set_aside_and_said(form):
    pages, notes = set_aside(numbered(form))
    assert pages[0] == ["Words of page a, the first.", "And the second of a."]
    assert "“The Harbour Paper”" in notes[0]


@pytest.mark.parametrize("pages", [
    [["1918"], ["1939"]], [["Words", "2018"]], [["Words", "5"], ["More", "9"], ["Again", "2"]], [["Chapter one"], ["Chapter two"], ["Others"]]])
def test_what_only_looks_like_it_stays(pages):
    assert set_aside(pages) == (pages, ())


def test_pages_are_where_they_start():
    [document] = read.read("a.pdf", pdf([["First page words."], ["Second page words."], []]))
    assert [document.text[at:at + 6] for at in document.pages] == ["First ", "Second", ""]
    assert "1 of 3 pages have no text layer (page 3)" in document.notes[0]


def test_labels_of_pages_are_kept():
    [document] = read.read("a.pdf", pdf([["Preface."], ["Words."]], catalog="/PageLabels << /Nums [0 << /S /r >> 1 << /S /D >>] >>"))
    assert document.page_labels == ("i", "1")
