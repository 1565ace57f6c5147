"""What the page's views are made of: a text in pieces, the matrices of actors, windows in words, work that is stopped."""

import pytest

from tests import made
from timeline import frame as fr
from timeline.build import build
from timeline.charts import Look, matrix, together
from timeline.model import Rejected
from timeline.page import inked, locale, working


@pytest.mark.parametrize("edtf, words", [("2018-06-12", "12 Jun 2018"), ("2018-06", "June 2018"), ("2018", "2018"), ("2018-06-12/2018-06-14", "12–14 Jun 2018"), ("soon", "soon")])
def test_a_window_in_words(edtf, words):
    assert locale.value(edtf) == words


# -- the text in pieces --------------------------------------------------------------------------

TEXT = "One two three four five."


@pytest.mark.parametrize("marks, expected", [
    (inked.Inks(), [(TEXT, "", False, "")]),
    (inked.Inks(((0, 7, "e1"),), ((4, 7, "e1"),)), [("One ", "e1", False, ""), ("two", "e1", True, ""), (" three four five.", "", False, "")]),
    (inked.Inks(((0, 24, "wide"), (4, 7, "slim"))), [("One ", "wide", False, ""), ("two", "slim", False, ""), (" three four five.", "wide", False, "")]),
    (inked.Inks((), (), ((8, 13, "no year"),)), [("One two ", "", False, ""), ("three", "", True, "no year"), (" four five.", "", False, "")]),
    (inked.Inks((), ((8, 13, "e"),), ((8, 13, "no"),)), [("One two ", "", False, ""), ("three", "e", True, ""), (" four five.", "", False, "")]),
    (inked.Inks(((-5, 3, "e"), (20, 99, "f"), (6, 6, "g"))), [("One", "e", False, ""), (" two three four f", "", False, ""), ("ive.", "f", False, "")]),
])
def test_a_text_in_pieces(marks, expected):
    assert inked.pieces(TEXT, marks) == [inked.Piece(*piece) for piece in expected]


def test_the_pieces_are_the_text():
    spans = [(a, b, f"e{a}-{b}") for a in range(len(TEXT)) for b in range(a, len(TEXT) + 1)]
    for start, end in ((0, None), (3, 11), (24, 24)):
        assert "".join(p.words for p in inked.pieces(TEXT, inked.Inks(tuple(spans), tuple(spans[::3])), start, end)) == TEXT[start:end]


@pytest.mark.parametrize("text, room, starts", [("", 10, [0]), ("short", 10, [0]), ("x" * 25, 10, [0, 10, 20]),
                                               ("aaaa bbbb cccc", 10, [0, 10]), ("aaaaa\n\nbb cc dd", 10, [0, 7])])
def test_a_long_text_in_parts(text, room, starts):
    found = inked.parts(text, room)
    assert found == starts and [inked.part_of(found, at) for at in found] == list(range(len(found)))


def test_marks_of_a_document():
    line = made.timeline(made.event(1), made.undated(2))
    line = line.__class__(line.documents, line.events, (), {}, (Rejected("doc-1", 0, 3, "The", "no date"), Rejected("doc-2", 0, 1, "x", "")))
    found = inked.inks(line, "doc-1")
    assert [e for *_, e in found.events] == ["e0001", "e0002"] and found.rejected == ((0, 3, "no date"),) and not inked.inks(line, "doc-9").events


# -- the matrices --------------------------------------------------------------------------------

CAST = fr.events_frame(made.timeline(
    made.event(1, "2018-06-03", actors=("Anna", "Karl")), made.event(2, "2018-06-20", actors=("Anna",)), made.event(3, "2018-09", "Fair", "month", actors=("Karl", "Anna")),
    made.event(4, "2018-09-02", actors=("Karl", "Mia <b>")), made.undated(5, actors=("Mia <b>", "Anna"))))


def squares_of(figure):
    return {tuple(sorted(point[2].split())) for point in figure.data[0].customdata}


def test_who_when_counts_each_event_in_each_of_its_actors_rows():
    found = matrix.table(CAST).set_index("Actor")
    assert found.loc["Anna", "Events"] == 3 and found.loc["Mia <b>", "Events"] == 1
    steps = [c for c in found.columns if c not in ("Events", "First", "Last")]
    assert (found[steps].sum(axis=1) == found["Events"]).all()
    assert sum(len(point[2].split()) for point in matrix.draw(CAST).data[0].customdata) == 3 + 3 + 1
    assert "<b>Mia <b>" not in matrix.draw(CAST).to_json() and "Mia &lt;b&gt;" in "".join(p[1] for p in matrix.draw(CAST).data[0].customdata)


def test_who_with_whom_counts_pairs_the_undated_too():
    assert together.table(CAST)[["Actor", "With", "Events"]].values.tolist() == [["Anna", "Karl", 2], ["Anna", "Mia <b>", 1], ["Karl", "Mia <b>", 1]]
    assert squares_of(together.draw(CAST)) == {("e0001", "e0003"), ("e0005",), ("e0004",)}
    assert "two actors" in together.draw(fr.events_frame(made.timeline(made.event(actors=("Anna",))))).layout.annotations[0].text


@pytest.mark.parametrize("module", [matrix, together])
def test_the_twin_of_a_matrix_is_empty_where_there_is_nothing(module):
    empty = fr.events_frame(made.timeline())
    assert len(module.table(empty)) == 0 and module.draw(empty, Look(dark=True)).layout.annotations


# -- in and out ----------------------------------------------------------------------------------

class Ended(BaseException):
    """As Streamlit ends a run that another one overtakes."""


def stopping(after):
    """A report that ends the run at its `after`-th word of working over."""
    def report(done, total, name):
        if total and done >= after:
            raise Ended
    return report


FILES = [(f"{n}.txt", f"On {n} June 2018 Anna Berg met the council of Oslo.".encode()) for n in range(1, 6)]


def test_what_is_stopped_keeps_what_was_done_and_goes_on():
    work = working.Work("k")
    with pytest.raises(Ended):
        work.go_on(FILES, stopping(2))
    work.stop()
    part = work.go_on(FILES, lambda *_: None)
    assert [d.name for d in part.documents] == ["1.txt", "2.txt"] and len(part.events) == 2 and "2 of 5 documents" in work.said()
    work.resume()
    whole = work.go_on(FILES, lambda *_: None)
    assert whole == build(FILES) and not work.said()


def test_reading_that_is_stopped_keeps_the_files_read_and_goes_on():
    def report(done, total, name):
        if not total and done == 3:
            raise Ended
    work = working.Work("k")
    with pytest.raises(Ended):
        work.go_on(FILES, report)
    work.stop()
    assert len(work.go_on(FILES, lambda *_: None).events) == 3 and "3 documents read" in work.said()
    work.resume()
    assert work.go_on(FILES, lambda *_: None) == build(FILES)


def test_a_run_that_is_overtaken_goes_on_where_it_was():
    work, names = working.Work("k"), []
    with pytest.raises(Ended):
        work.go_on(FILES, stopping(3))
    assert work.go_on(FILES, lambda done, total, name: names.append(name) if not total else None) == build(FILES)
    assert names == [], "no file is read twice"
