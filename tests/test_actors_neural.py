"""The trained recogniser: offsets, one result whatever its company, any text, and life without the model."""

import random
import shutil
import sys

import pytest

from timeline.actors import neural
from timeline.actors.bare import bare, is_name

pytest.importorskip("onnxruntime")

SENTENCES = [
    "President Donald Trump met Kim Jong-un in Hanoi, the White House said.",
    "the white house said donald trump met kim jong un in hanoi",
    "The International Atomic Energy Agency (IAEA) is based in Vienna.",
    "Shares in Volkswagen fell after the Bundesbank raised rates.",
    "He will mark the bill in may and the press may march on.",
    "LEEDS UNITED 2 ARSENAL 1",
    "Angela Merkel’s coalition met Macron at the Élysée 🎉 in Paris.",
]
HOSTILE = [
    "", " ", "\n\t", "\0", "a\0b", "\ud800", "x" * 100_000, "😀" * 3000, "שלום עולם דונלד טראמפ", "\u202eabc\u202c", "e\u0301" * 500,
    "İstanbul'da İİİ", "a b " * 3000, ".", "''", "Mr.", "the", "'s", "\ufeff", "𝕋𝕣𝕦𝕞𝕡", "ﬁﬂ" * 50, "한국 대통령", "中" * 2000, "1" * 600,
]  # fmt: skip


def names(text: str, cased: bool | None = None) -> set[tuple[str, str]]:
    return {(text[start:end], kind) for start, end, kind, _ in neural.spans([text], cased)[0]}


def test_it_finds_names_with_and_without_capitals():
    assert {("Donald Trump", "PER"), ("Kim Jong-un", "PER"), ("Hanoi", "LOC"), ("White House", "ORG")} <= names(SENTENCES[0])
    assert {("donald trump", "PER"), ("kim jong un", "PER"), ("hanoi", "LOC")} <= names(SENTENCES[1])
    assert ("Volkswagen", "ORG") in names(SENTENCES[3])
    assert ("Vienna", "LOC") in names(SENTENCES[2])


def test_words_and_months_are_no_names():
    assert names(SENTENCES[4]) == set()


def test_spans_are_sorted_apart_and_scored():
    for text, found in zip(SENTENCES, neural.spans(SENTENCES)):
        ends = [0]
        for start, end, kind, score in found:
            assert ends[-1] <= start < end <= len(text) and kind in ("PER", "ORG", "LOC") and 0 < score <= 1
            assert text[start:end].strip() == text[start:end]
            ends.append(end)


def test_a_sentence_has_the_same_names_in_any_company():
    shuffled = SENTENCES * 3
    random.Random(1).shuffle(shuffled)
    together = neural.spans(shuffled)
    assert together == [neural.spans([text])[0] for text in shuffled]


def test_capitals_can_be_left_aside():
    assert neural.spans([SENTENCES[0]], cased=False) == neural.spans([SENTENCES[0].lower()])


def test_any_text_is_read():
    for text, found in zip(HOSTILE, neural.spans(HOSTILE)):
        assert all(0 <= start < end <= len(text) for start, end, _, _ in found)
    assert neural.spans([]) == []


def test_long_texts_are_read_to_their_end():
    text = "and then nothing happened for a while " * 120 + "until Angela Merkel flew to Washington."
    found = neural.spans([text], True)[0]
    assert [(text[a:b], kind) for a, b, kind, _ in found] == [("Angela Merkel", "PER"), ("Washington", "LOC")]


def test_longer_than_a_block(monkeypatch):
    monkeypatch.setattr(neural, "BLOCK", 60)
    text = "Nothing of note happened at all on that day in the village. Angela Merkel flew to Washington."
    assert {text[a:b] for a, b, _, _ in neural.spans([text, text], True)[1]} >= {"Angela Merkel", "Washington"}


def test_without_the_model_it_says_so(tmp_path):
    assert neural.spans(["Angela Merkel"], folder=tmp_path) is None
    assert not neural.is_there(tmp_path)


def test_a_changed_model_is_not_run(tmp_path):
    shutil.copytree(neural.FOLDER, tmp_path / "model")
    with open(tmp_path / "model" / "vocab.txt", "a", encoding="utf-8") as file:
        file.write(" ")
    assert neural.spans(["Angela Merkel"], folder=tmp_path / "model") is None


def test_without_the_runtime_it_says_so(monkeypatch, tmp_path):
    shutil.copytree(neural.FOLDER, tmp_path / "model")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert neural.spans(["Angela Merkel"], folder=tmp_path / "model") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Donald Trump", "Donald Trump"), ("the United Nations", "United Nations"), ("Iran's", "Iran"),
        ("Mr. Smith,", "Smith"), ("U.S.", "U.S."), ("Martin Luther King Jr.", "Martin Luther King Jr."), ("Paris.", "Paris"),
    ],
)  # fmt: skip
def test_a_name_is_bare(text, name):
    start, end = bare(text, 0, len(text))
    assert text[start:end] == name


def test_what_is_no_name():
    assert not any(is_name(word) for word in ("he", "Monday", "President", "us", "x", "12", "--"))
    assert all(is_name(word) for word in ("US", "UN", "May Smith", "Kim"))


def test_the_runtime_keeps_no_record_of_this_machine(tmp_path):
    """onnxruntime writes an id of the machine into the home folder, and reports to its maker, unless it is told not to."""
    import os
    import subprocess

    env = {**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    program = "from timeline import actors; print(len(actors.find('Mr Kim met Donald Trump in Hanoi.', 'en')))"
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True)
    assert int(done.stdout) >= 2, done.stderr
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []
