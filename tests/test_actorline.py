"""actorline: an actor's events across documents, and the command; documents and names are our own."""

import json
import random

import pytest

from timeline import cli
from timeline.digest import actorline
from timeline.digest.actorline_names import named_at
from timeline.digest.actorline_pages import find_words, page

LAUNCH = """Norvik unveils the N90
May 12, 2004
Norvik on Tuesday unveiled the N90 in Bergen.
Liv Sand, its chief executive, praised the jet.
"It is the quietest jet in the world," she said.
Norvik had bought Fjord Aero.
Norvik will open a plant in Lima.
The company denied that it had cut prices.
If orders rise, Norvik could hire workers."""
LATER = """Norvik stops the N90
March 3, 2009
Norvik stopped the N90 today, five years after it unveiled the N90.
The firm was founded in 1968 and bought Fjord Aero in April 2003.
Since its founding Norvik has sold 900 jets.
Sand then thanked the workers."""
DOCS = [{"id": "31", "corpus": "air", "title": "Norvik unveils the N90", "published": "2004-05-12", "text": LAUNCH},
        {"id": "64", "corpus": "air", "title": "Norvik stops the N90", "published": "2009-03-03", "text": LATER}]
MENTIONS = ["31-2-unveiled", "31-3-praised", "31-5-bought", "31-6-open", "64-2-stopped", "64-2-unveiled", "64-3-founded",
            "64-3-bought", "64-4-founding", "64-5-thanked"]


def desk(rows=DOCS) -> actorline.Desk:
    return actorline.Desk([page(row) for row in rows])


def of_mentions(names=MENTIONS, target="Norvik") -> dict:
    return actorline.row(desk(), {"target": target, "given": [actorline.given(name) for name in names]})[0]


def dates(row: dict) -> dict:
    return {name: event["date"] for event in row["events"] for name in event["mentions"]}


def test_given_mentions_are_dated_ordered_and_joined():
    assert [(event["order"], event["date"], event["mentions"]) for event in of_mentions()["events"]] == [
        (0, "XXXX-XX-XX", ["31-6-open"]),
        (1, "1968", ["64-3-founded", "64-4-founding"]),
        (2, "2003-04", ["31-5-bought", "64-3-bought"]),
        (3, "2004-05-11", ["31-2-unveiled", "64-2-unveiled"]),
        (3, "2004-05-11", ["31-3-praised"]),
        (4, "2009-03-03", ["64-2-stopped"]),
        (5, "2009-03-03", ["64-5-thanked"])]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_documents_and_mentions_changes_nothing(seed):
    names, rows, mixed = list(MENTIONS), list(DOCS), random.Random(seed)
    mixed.shuffle(names)
    mixed.shuffle(rows)
    asked = {"target": "Norvik", "given": [actorline.given(name) for name in names]}
    assert actorline.row(desk(rows), asked)[0] == of_mentions()
    assert actorline.row(desk(rows), {"target": "Norvik"}) == actorline.row(desk(), {"target": "Norvik"})


def test_every_mention_given_comes_back_once_and_what_is_lost_is_said():
    asked = {"target": "Norvik", "given": [actorline.given(name) for name in [*MENTIONS, "31-2-unveiled", "99-1-gone", "31-40-gone", "31-3-gone"]]}
    row, problem = actorline.row(desk(), asked)
    told = sorted(name for event in row["events"] for name in event["mentions"])
    assert told == sorted([*MENTIONS, "31-2-unveiled", "99-1-gone", "31-40-gone", "31-3-gone"])
    assert "3 mentions" in problem and all(dates(row)[name] == "XXXX-XX-XX" for name in ("99-1-gone", "31-40-gone", "31-3-gone"))


def test_witnesses_are_the_sources_words():
    for event in of_mentions()["events"]:
        for witness in event["witnesses"]:
            text = next(row["text"] for row in DOCS if row["id"] == witness["doc_id"])
            assert text[witness["start_char"]:witness["end_char"]] == witness["exact"]
            assert text[witness["word_start"]:witness["word_end"]].lower() == witness["mention"].split("-")[-1]
            assert witness["reason"] and (witness["date_basis"] or event["date"] == "XXXX-XX-XX")


# -- found in the text -----------------------------------------------------------------------------

def found(text: str, target: str, published: str = "2009-03-12") -> list[str]:
    row, _ = actorline.row(desk([{"id": "1", "published": published, "text": text}]), {"target": target})
    return [name.split("-")[-1] for event in row["events"] for name in event["mentions"]]


@pytest.mark.parametrize("text, target, words", [
    ("Norvik bought Fjord Aero.", "Norvik", ["bought"]),
    ("Fjord Aero was bought by Norvik.", "Norvik", ["bought"]),
    ("Halden sued Norvik.", "Norvik", ["sued"]),
    ("Halden praised the pilots of Kestrel Air.", "Norvik", []),
    ("Norvik bought Fjord Aero and closed its plant.", "Norvik", ["bought", "closed"]),
    ("Norvik has not bought Fjord Aero.", "Norvik", []),
    ("Norvik will buy Fjord Aero.", "Norvik", []),
    ("Norvik plans to buy Fjord Aero.", "Norvik", []),
    ("Norvik could buy Fjord Aero.", "Norvik", []),
    ("If Norvik bought Fjord Aero, Halden lost.", "Norvik", []),
    ("Norvik denied that it had sold the depot.", "Norvik", ["denied"]),
    ("Norvik began to sell jets.", "Norvik", ["sell"]),
    ("Norvik stopped the line.", "Norvik", ["stopped"]),
    ("Liv Sand said that prices fell.", "Liv Sand", ["said"]),
    ("“Prices fell,” said Liv Sand.", "Liv Sand", ["said"]),
    ("Police told Liv Sand nothing.", "Liv Sand", []),
    ("Liv Sand praised the jet. She then left Lima.", "Liv Sand", ["praised", "left"]),
    ("Liv Sand gave a speech.", "Liv Sand", ["speech"]),
    ("Liv Sand took over the firm.", "Liv Sand", ["took_over"]),
    ("Liv Sand joked, saying it was quiet.", "Liv Sand", ["joked", "saying"]),
    ("Norvik signed a deal. The company also opened a plant.", "Norvik", ["signed", "opened"]),
    ("Norvik is a firm in Bergen.", "Norvik", []),
])
def test_what_a_target_takes_part_in(text, target, words):
    assert found(text, target) == words


@pytest.mark.parametrize("text, target, meant", [
    ("General Motion (GM) fell.", "General Motion", {"general", "motion", "gm"}),
    ("The iTune Music Store opened.", "iTune store", {"itune", "music", "store"}),
    ("The Motion store sold a General.", "General Motion", set()),
    ("Sold jets and Norviks flew.", "Norvik", {"norviks"}),
])
def test_forms_of_a_name(text, target, meant):
    one = page({"id": "1", "text": text, "language": "en"})
    lows = [token.low for token in one.readings[0].scene.tokens]
    assert {lows[at] for at in named_at(one, target, False)[0]} == meant


def test_mentions_found_carry_the_numbers_of_the_sentences():
    row, problem = actorline.row(desk(), {"target": "Norvik"})
    assert not problem and {"31-2-unveiled", "64-2-stopped", "64-3-founded"} <= set(dates(row))
    assert not {name for name in dates(row) if name.startswith(("31-0", "31-1", "64-0", "64-1"))}
    assert not {"31-6-open", "31-8-hire"} & set(dates(row))


def test_a_corpus_of_its_own_is_kept_apart():
    rows = [*DOCS, {"id": "7", "corpus": "sea", "published": "2009-03-03", "text": "Norvik sold a ferry."}]
    row, _ = actorline.row(desk(rows), {"target": "Norvik", "corpus": "sea", "file": "n.txt"})
    assert (row["corpus"], row["file"], list(dates(row))) == ("sea", "n.txt", ["7-0-sold"])


# -- sentences and words ---------------------------------------------------------------------------

@pytest.mark.parametrize("row, numbers", [
    ({"text": "A title\nMay 3, 2004\nOne fell. Two rose."}, [0, 1, 2, 3]),
    ({"text": "A fell.  B  rose.", "sentences": [{"sid": 4, "tok": "A fell ."}, {"sid": 9, "tok": "B rose ."}]}, [4, 9]),
    ({"text": "A fell. B rose.", "sentences": [{"sid": 4, "tok": "C fell ."}]}, [0, 1]),
    ({"text": "A fell. B rose.", "sentences": [{"sid": "x"}]}, [0, 1]),
    ({"text": "A fell.", "sentences": "none"}, [0]),
    ({"text": ""}, []),
])
def test_sentences_are_numbered_as_the_row_says_else_from_nought(row, numbers):
    assert [line.number for line in page({"id": "1", "language": "en"} | row).lines] == numbers


@pytest.mark.parametrize("words, nth, at", [
    ("took_off", 0, 1), ("fell", 0, 8), ("fell", 1, 10), ("fell", 7, 10), ("gone", 0, -1), ("", 0, -1), ("Sand", 0, 0)])
def test_the_words_of_a_mention_are_found(words, nth, at):
    reading = page({"id": "1", "text": "Sand took six months off , and it fell and fell .", "language": "en"}).readings[0]
    assert find_words(reading, words, nth) == at


@pytest.mark.parametrize("name, parts", [
    ("4596-2-filed", ("4596", 2, "filed")), ("a-b-12-pre-orders", ("a-b", 12, "pre-orders")), ("1-0-x", ("1", 0, "x"))])
def test_a_mention_has_three_parts(name, parts):
    assert actorline.given(name)[1:] == parts


@pytest.mark.parametrize("name", ["", "x", "x-y-z", "1-2", "-1"])
def test_what_is_no_mention_is_refused(name):
    with pytest.raises(ValueError, match="document-sentence-token"):
        actorline.given(name)


@pytest.mark.parametrize("text", ["((((" * 2000, "\"" * 5000, "and " * 3000, "Norvik, " * 1500, "\x00\ud800 Norvik fell.", "it was " * 2000, "." * 4000])
def test_nothing_raises_on_strange_text(text):
    row, _ = actorline.row(desk([{"id": "1", "published": "2009-03-12", "text": text}]), {"target": "Norvik"})
    assert row["target"] == "Norvik"


# -- the command -----------------------------------------------------------------------------------

@pytest.fixture
def files(tmp_path):
    def write(name: str, *rows) -> str:
        (tmp_path / name).write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows), "utf-8")
        return str(tmp_path / name)

    write("docs.jsonl", *DOCS)
    return write


def run(tmp_path, *arguments) -> tuple[int, list[dict]]:
    out = tmp_path / "out.jsonl"
    code = cli.main(["actor-timeline", str(tmp_path / "docs.jsonl"), *arguments, "-o", str(out)])
    return code, [json.loads(line) for line in out.read_text("utf-8").splitlines()] if out.exists() else []


def test_the_command_finds_events_of_several_targets(files, tmp_path):
    code, rows = run(tmp_path, "--target", "Norvik", "--target", "Liv Sand")
    assert code == cli.OK and [(row["corpus"], row["file"], row["target"]) for row in rows] == [
        ("air", "norvik.txt", "Norvik"), ("air", "liv_sand.txt", "Liv Sand")]
    assert dates(rows[1])["31-3-praised"] == "2004-05-11"


def test_the_command_passes_on_what_a_file_of_targets_says(files, tmp_path):
    code, rows = run(tmp_path, "--targets", files("t.jsonl", {"target": "Norvik", "corpus": "air", "file": "x.txt", "events": [{"order": 9}]}))
    assert code == cli.OK and (rows[0]["corpus"], rows[0]["file"]) == ("air", "x.txt") and len(rows[0]["events"]) > 3


@pytest.mark.parametrize("shape", [
    {"mentions": MENTIONS}, {"events": [{"mentions": MENTIONS}]},
    {"events": [{"order": 1, "date": "1999", "mentions": [name]} for name in reversed(MENTIONS)]}])
def test_the_command_takes_given_mentions_and_reads_nothing_else_of_them(files, tmp_path, shape):
    code, rows = run(tmp_path, "--events", files("e.jsonl", {"target": "Norvik", "corpus": "air", "file": "n.txt"} | shape))
    assert code == cli.OK and rows[0]["events"] == of_mentions()["events"]


@pytest.mark.parametrize("arguments, told", [
    (["--target", "Zzyzx"], "named in no document"), ([], "No target was given"), (["--target", " "], "named in no document")])
def test_the_command_says_what_is_wrong_with_a_target(files, tmp_path, capsys, arguments, told):
    assert run(tmp_path, *arguments)[0] in (cli.SOME_FAILED, cli.USAGE)
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("name, rows, told", [
    ("docs.jsonl", [DOCS[0], DOCS[0]], "have the id “31”"), ("docs.jsonl", [{"id": "1"}], "line 1"), ("docs.jsonl", ["{"], "line 1"),
    ("docs.jsonl", [{"id": "1", "text": "x", "published": "soon"}], "no ISO 8601 date"),
    ("e.jsonl", [{"target": "Norvik", "mentions": ["x"]}], "document-sentence-token"), ("e.jsonl", [{"mentions": ["1-2-x"]}], "no “target”"),
    ("e.jsonl", [{"target": "Halden", "mentions": ["31-2-unveiled"]}], "no mentions of “Norvik”")])
def test_the_command_says_what_is_wrong_with_a_file(files, tmp_path, capsys, name, rows, told):
    files(name, *rows)
    asked = ["--events", str(tmp_path / name), "--target", "Norvik"] if name == "e.jsonl" else ["--target", "Norvik"]
    assert run(tmp_path, *asked)[0] != cli.OK
    assert told in capsys.readouterr().err
