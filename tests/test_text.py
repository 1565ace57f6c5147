"""Sentences and windows, by offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Span
from timeline.text import is_worn, sentence_at, sentences, window

# "¦" marks where one sentence ends and the next begins
SPLIT = """
The talks failed. ¦ Nobody signed.
Mr. Kim left early. ¦ Mrs. May stayed.
Dr. Ana Ruiz met Gen. Paul Ott. ¦ They talked.
The U.S. Senate voted on Monday. ¦ It passed.
He flew to the U.S. ¦ The talks went on.
The U.K. government fell. ¦ A vote followed.
They met on Feb. 3, 2019. ¦ Snow fell.
It opened in Sept. 2018 and closed in Oct. ¦ The end came soon.
See No. 5 on the list. ¦ Then stop.
He said no. ¦ She agreed.
Profits rose 3.5 percent. ¦ Sales fell 1.2 percent.
George W. Bush spoke. ¦ J. R. Ewing laughed.
Plan B. ¦ The crew left.
He arrived at 5 p.m. ¦ The doors were shut.
It began at 10 a.m. Monday. ¦ Crowds came.
Acme Inc. bought Bolt Corp. in May. ¦ The price was low.
The firm, Acme Inc. ¦ It was sold.
"Stop!" he said. ¦ She ran.
"We will sign." ¦ That was the promise.
He asked: "Why now?" ¦ Nobody knew.
Really?! ¦ Yes.
He waited... and left. ¦ Then came rain.
He waited... ¦ Then he left.
The end… ¦ Or was it?
They signed (on paper). ¦ The rest is history.
They signed. (On paper.) ¦ The rest is history.
Visit example.com today. ¦ It is free.
Version 2.0.1 is out. ¦ Get it.
The vote was 51 to 49. ¦ 12 members stayed away.
In 2018. ¦ The next year was calm.
Am 12. Juni 2018 trafen sie sich. ¦ Am 13. Juli nicht mehr.
Das Treffen am 3. Oktober war kurz. ¦ Es endete früh.
M. Macron est parti. ¦ Il reviendra.
La Sra. Gómez llegó. ¦ El viaje fue largo.
会議は終わった。 ¦ 次は三月です。
He said.The next day he left. ¦ It rained.
St. Petersburg was quiet. ¦ Mt. Fuji was not.
Lt. Col. Anna Berg resigned. ¦ Sgt. Dell stayed.
Sen. Bob Ray, R-Ohio, objected. ¦ The rest agreed.
The case Roe vs. Wade was old. ¦ It fell.
It was 3 B.C. ¦ The king died.
Jan. 5 was cold. ¦ Jan. 6 was not.
He works at Apple Inc. in Cork. ¦ She does not.
Prof. Li et al. reported it. ¦ Others doubted it.
“It is over.” ¦ “Not yet.”
‘No.’ ¦ The answer was plain.
¿Quién firmó? ¦ Nadie.
Fig. 3 shows it. ¦ Figs. 4 and 5 do not.
One.  ¦  Two.   ¦  Three.
No stop at all
A.
""".strip().splitlines()

GLUED = {"He said.The next day he left. ¦ It rained.": ["He said.", "The next day he left.", "It rained."]}
GLUED["They signed. (On paper.) ¦ The rest is history."] = ["They signed.", "(On paper.)", "The rest is history."]


@pytest.mark.parametrize("line", SPLIT)
def test_sentences_end_where_they_end(line):
    wanted = GLUED.get(line) or [part.strip() for part in line.split("¦")]
    text = line.replace(" ¦", "")
    assert [text[a:b] for a, b in sentences(text)] == wanted


LINES = [
    ("Summit opens\n\nThe talks began.", ["Summit opens", "The talks began."]),
    ("Leaders meet at last\nThe two leaders met on Tuesday in a hotel in the middle of the city and talked.",
     ["Leaders meet at last", "The two leaders met on Tuesday in a hotel in the middle of the city and talked."]),
    ("The two leaders met on\nTuesday in a hotel.", ["The two leaders met on\nTuesday in a hotel."]),
    ("The two leaders met at the\nhotel. They left in the\nevening.",
     ["The two leaders met at the\nhotel.", "They left in the\nevening."]),
    ("- one thing\n- another thing", ["- one thing", "- another thing"]),
    ("* one\n* two\n\nText.", ["* one", "* two", "Text."]),
    ("1. Sign\n2. Leave", ["1. Sign", "2. Leave"]),
    ("1) Sign\n2) Leave", ["1) Sign", "2) Leave"]),
    ("• Peace\n• War", ["• Peace", "• War"]),
    ("a\r\n\r\nb", ["a", "b"]),
    ("He left.\nshe stayed.", ["He left.", "she stayed."]),
    ("One.\n-----\nTwo.", ["One.", "Two."]),
    ("\n\n  \n", []),
    ("", []),
    ("   x   ", ["x"]),
    ("he left. she stayed. they met on feb. 3 in the u.s. capital. it rained.",
     ["he left.", "she stayed.", "they met on feb. 3 in the u.s. capital.", "it rained."]),
    ("mr. kim left. no. 5 won.", ["mr. kim left.", "no. 5 won."]),
]


@pytest.mark.parametrize("text, wanted", LINES)
def test_lines_and_paragraphs(text, wanted):
    assert [text[a:b] for a, b in sentences(text)] == wanted


@given(st.text(alphabet=st.sampled_from("ab AB.!?\"'“”\n\r\t-*1 。…,U.S"), max_size=200))
def test_sentences_cover_every_mark_once(text):
    spans = sentences(text)
    assert all(span.start < span.end for span in spans)
    assert all(one.end <= two.start for one, two in zip(spans, spans[1:]))
    for place, mark in enumerate(text):
        held = any(span.start <= place < span.end for span in spans)
        assert held or mark.isspace() or mark in "=-_*#~·•—–"
    assert all(not text[span.start].isspace() and not text[span.end - 1].isspace() for span in spans)


def test_sentence_at_finds_the_one_that_holds_a_place():
    spans = [Span(0, 5), Span(6, 9)]
    assert [sentence_at(spans, place) for place in (0, 4, 5, 6, 8, 99)] == [0, 0, 0, 1, 1, 1]
    assert sentence_at([], 3) == -1


WORN = ("talks ended without deal leaders left early reporters told nothing was signed despite months of work by envoys "
        "who had hoped for more since first meeting last june declared success “great day” nobody believed "
        "while markets fell — traders blamed lack of news and prices dropped across region before closing higher")


@pytest.mark.parametrize("text, worn", [
    (WORN, True), (WORN.replace(" ", "\n"), True), (WORN + ".", True), (WORN.title(), False),
    ("short and low", False), ("", False),
    (". ".join(["The talks ended and the leaders left"] * 20), False),
    (". ".join(["the talks ended and the leaders left"] * 20), False),
    ("会議は終わった" * 40, False), ("1 2 3 4 5 6 7 8 9 0 " * 20, False),
])
def test_worn_text_has_neither_stops_nor_capitals(text, worn):
    assert is_worn(text) is worn


WINDOWS = [
    ("last june", "since first meeting last june declared success “great day”"),
    ("nothing was signed", "nothing was signed"),
    ("markets fell", "while markets fell —"),
    ("talks ended", "talks ended without deal"),
    ("closing higher", "before closing higher"),
]


@pytest.mark.parametrize("core, held", WINDOWS)
def test_windows_read_well(core, held):
    start = WORN.index(core)
    span = window(WORN, start, start + len(core))
    shown = WORN[span.start:span.end]
    assert held in shown
    assert f" {shown} " in f" {WORN} "
    assert len(shown.split()) <= 40


@pytest.mark.parametrize("most", [8, 15, 25, 40, 60])
@pytest.mark.parametrize("core", ["talks", "last june", "great day", "region", "higher", "envoys who had hoped"])
def test_windows_keep_their_core_and_their_size(core, most):
    start = WORN.index(core)
    span = window(WORN, start, start + len(core), most=most)
    assert span.start <= start and span.end >= start + len(core)
    assert len(WORN[span.start:span.end].split()) <= most + 1
    assert f" {WORN[span.start:span.end]} " in f" {WORN} "


def test_a_window_stays_within_its_bounds():
    low, high = WORN.index("who had"), WORN.index("while")
    start = WORN.index("june")
    span = window(WORN, start, start + 4, within=Span(low, high))
    assert low <= span.start <= start and start + 4 <= span.end <= high


@given(st.text(alphabet=st.sampled_from("ab c,.“”—\n"), max_size=300), st.integers(0, 300), st.integers(0, 40))
def test_windows_never_cut_a_word(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    span = window(text, start, end)
    assert 0 <= span.start <= span.end <= len(text)
    if span.start < span.end:
        assert span.start == 0 or text[span.start - 1].isspace() or text[span.start].isspace()
        assert span.end == len(text) or text[span.end].isspace() or text[span.end - 1].isspace()


@pytest.mark.parametrize("text", ["x" * 200_000, ". " * 100_000, "“" * 100_000, "\n" * 100_000, "A. " * 60_000, "a.B" * 60_000])
def test_one_endless_line_is_no_trouble(text):
    spans = sentences(text)
    assert all(one.end <= two.start for one, two in zip(spans, spans[1:]))
    assert window(text, len(text) // 2, len(text) // 2 + 3) is not None
    assert is_worn(text) is False
