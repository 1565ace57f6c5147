"""Quality on our own gold: never below its floor, and no floor is ever lowered."""

import subprocess
import tomllib

import pytest

from bench import gold, happenings, names, passages, report, titles
from bench.corpora import half_of

FLOORS = report.floors()


@pytest.mark.parametrize("marked, text, spans", [
    ("met [last June|DATE 2018-06].", "met last June.", {(4, 13, "DATE", "2018-06")}),
    ("[Kim|PER] in [Hanoi|LOC]", "Kim in Hanoi", {(0, 3, "PER", ""), (7, 12, "LOC", "")}),
    ("none [here] | there", "none [here] | there", set()),
])
def test_marks_are_read(marked, text, spans):
    assert gold.read_marks(marked) == (text, spans)


@pytest.mark.parametrize("pairs, expected", [([({1, 2}, {1, 2})], 100), ([({1, 2}, {1})], 200 / 3), ([({1}, {2})], 0),
                                             ([(set(), set())], 100), ([({1}, {1}), (set(), {2})], 200 / 3)])
def test_f1(pairs, expected):
    assert gold.f1(pairs) == pytest.approx(expected)


@pytest.mark.parametrize("marked, text, spans", [
    ("[Kim|Kim Jong-un] met [Moon].", "Kim met Moon.", [(0, 3, "Kim Jong-un"), (8, 12, "Moon")]), ("nobody", "nobody", [])])
def test_names_are_read(marked, text, spans):
    assert gold._read_names(marked) == (text, spans)


@pytest.mark.parametrize("names, pairs", [(["a", "b", "a"], {(0, 2)}), (["", "", "a"], set()), (["a", "a", "a"], {(0, 1), (0, 2), (1, 2)})])
def test_equal_names_are_pairs_and_what_was_not_found_is_alone(names, pairs):
    assert gold._pairs(names) == pairs


def test_the_names_gold_is_large_and_its_halves_are_halves():
    groups = gold.canon_groups()
    assert len(groups) >= 300 and len({trap for trap, *_ in groups}) >= 40
    assert len({language for _, language, _ in groups}) == 7
    assert 0.4 < len(gold.canon_groups("A")) / len(groups) < 0.6
    assert all(len(gold._read_names(" || ".join(documents))[1]) > 1 for *_, documents in groups)


@pytest.mark.parametrize("part", ["dates", "actors", "canon"])
def test_own_sentences_stay_above_their_floors(part):
    assert report.below_floors(FLOORS["own"][part], getattr(gold, part)()) == []


def test_events_stay_above_their_floors():
    assert report.below_floors(FLOORS["own"]["events"], happenings.measure()) == []


def test_the_events_gold_is_large_and_its_marks_are_words_of_their_texts():
    texts = happenings.texts()
    assert len({text["id"] for text in texts}) == len(texts) >= 250
    assert 0.4 < sum(half_of(text["id"]) == "A" for text in texts) / len(texts) < 0.6
    for text in texts:
        for mark in text.get("event", []):
            assert happenings.place(text["text"], mark["word"], mark.get("nth", 1)) >= 0, (text["id"], mark["word"])
        assert all(happenings.place(text["text"], mark["phrase"]) >= 0 for mark in text.get("none", [])), text["id"]


@pytest.mark.parametrize("marked, said, same", [("Police", "police", True), ("Ms Arno", "Arno", True), ("", "", True), ("", "police", False),
                                                ("the two firms", "firms", True), ("the army", "the navy", False)])
def test_speakers_are_compared_by_their_telling_words(marked, said, same):
    assert happenings.same_speaker(marked, said) is same


def test_titles_stay_above_their_floors():
    assert report.below_floors(FLOORS["own"]["titles"], titles.measure()) == []


def test_the_titles_gold_is_large_and_keeps_its_own_laws():
    rows = titles.read()
    halves = [half_of(text + date) for text, date, _ in rows]
    assert len(rows) >= 250 and 0.4 < halves.count("A") / len(rows) < 0.6
    assert len({(text, date) for text, date, _ in rows}) == len(rows)
    for text, date, accepted in [*rows, *titles.read("C")]:
        assert date in text and 1 <= len(accepted) <= titles.MOST, text
        for title in accepted:
            assert len(title.split()) <= 8 and all(word.casefold() in text.casefold() for word in title.split()), title


@pytest.mark.parametrize("one, other, expected", [("Ann Lee resigned", "ann lee resigned", 1), ("Ann Lee", "Bo Roe", 0), ("", "Ann", 0),
                                                  ("Ann Lee resigned", "Ann resigned", 0.8)])
def test_titles_share_words(one, other, expected):
    assert titles._overlap(one, other) == pytest.approx(expected)


def test_passages_stay_above_their_floors():
    assert report.below_floors(FLOORS["passages"], passages.measure()) == []


def test_names_in_seven_languages_stay_above_their_floors():
    assert report.below_floors(FLOORS["names"], names.shipped()) == []


@pytest.mark.parametrize("language", names.languages())
def test_marked_names_are_words_of_their_passage(language):
    passages = names.read(language)
    assert len({name for name, *_ in passages}) == len(passages)
    for name, text, marked in passages:
        for start, end, kind in marked:
            cut_inside = (text[start - 1 : start] + text[start]).isalnum() and start > 0 or (text[end - 1] + text[end : end + 1]).isalnum() and end < len(text)
            assert text[start:end].strip() == text[start:end] != "" and kind in names.TYPES and not cut_inside, (name, text[start:end])


@pytest.mark.parametrize("marked, got, expected", [
    ({(0, 4, "PER")}, {(2, 9, "PER")}, 100), ({(0, 4, "PER")}, {(0, 4, "LOC")}, 0), ({(0, 4, "PER")}, {(4, 9, "PER")}, 0),
    ({(0, 4, "PER"), (5, 9, "PER")}, {(0, 9, "PER")}, 200 / 3), (set(), set(), 100)])
def test_overlap_takes_each_name_once(marked, got, expected):
    assert names.overlap([(marked, got)]) == pytest.approx(expected)


@pytest.mark.parametrize("expected, got, pairs", [
    ([(0, 4)], [(0, 4)], [(0, 0)]), ([(0, 4)], [(4, 8)], []), ([(0, 4), (5, 9)], [(0, 9)], [(0, 0)]),
    ([(0, 4)], [(0, 1), (1, 4)], [(0, 1)]), ([], [(0, 1)], [])])
def test_expressions_that_overlap_are_pairs(expected, got, pairs):
    expected, got = ([{"start": a, "end": b} for a, b in spans] for spans in (expected, got))
    assert list(passages._aligned(expected, got)) == [(expected[i], got[j]) for i, j in pairs]


@pytest.fixture(scope="module")
def samples():
    return gold.samples()


def test_the_samples_give_the_events_they_tell(samples):
    assert report.below_floors(FLOORS["own"]["samples"], samples) == [], samples["missed"]


def test_the_samples_give_no_invented_date(samples):
    assert [(e.date_text, e.date_edtf, e.title) for e in samples["wrong"]] == []


@pytest.mark.parametrize("section, figures, said", [
    ({"a": 80.0}, {"a": 80.0}, []), ({"a": 80.0}, {"a": 79.9}, ["a is 79.90, its floor 80.0"]), ({"a": 80.0}, {}, []),
    ({"x": {"a": 1.0}}, {"x": {"a": 0.0}}, ["x.a is 0.00, its floor 1.0"]), ({"x": {"a": 1.0}}, {}, [])])
def test_what_lies_below_its_floor_is_said(section, figures, said):
    assert report.below_floors(section, figures) == said


def git(*arguments):
    done = subprocess.run(["git", *arguments], cwd=gold.HOME, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""


def test_no_floor_was_ever_lowered():
    """Against every version of the file that the checkout's history has."""
    path = "tests/gold/floors.toml"
    for commit in git("log", "--format=%H", "--", path).split():
        before = tomllib.loads(git("show", f"{commit}:{path}"))
        assert report.below_floors(before, FLOORS) == [], f"lowered since {commit[:8]}"


def test_no_floor_was_dropped():
    path = "tests/gold/floors.toml"
    kept = set(_leaves(FLOORS))
    for commit in git("log", "--format=%H", "--", path).split():
        assert set(_leaves(tomllib.loads(git("show", f"{commit}:{path}")))) <= kept


def _leaves(section, prefix=""):
    for name, value in section.items():
        yield from _leaves(value, f"{prefix}{name}.") if isinstance(value, dict) else [prefix + name]


def test_halves_are_about_halves_and_do_not_move():
    halves = [half_of(n) for n in range(1000)]
    assert 400 < halves.count("A") < 600
    assert [half_of(i) for i in ["a", "b", "e", "f"]] == ["A", "A", "B", "B"]


def test_the_page_has_a_place_for_every_part():
    page = report.PAGE.read_text("utf-8")
    for name in ("own", "passages", "names", "dates", "actors", "travels", "merging", "speed"):
        assert f"<!-- {name} -->\n" in page and f"<!-- /{name} -->" in page
