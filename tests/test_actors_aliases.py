"""The alias file has the last word: merge, split, hide and type, as a person would write them; mistakes cost one message."""

import pytest

from timeline.actors import aliases, find, join, lexicon

HEAD = "canonical,type,aliases,note\n"


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Writes an alias file and puts it in force."""
    path = tmp_path / "aliases.csv"
    monkeypatch.setattr(aliases, "FILE", path)

    def write(lines: str):
        path.write_text(HEAD + lines, encoding="utf-8")
        lexicon.load.cache_clear()

    yield write
    lexicon.load.cache_clear()


def _names(*texts: str, language: str = "en") -> list[str]:
    joined = join({str(i): find(text, language, where=[]) for i, text in enumerate(texts)})
    return [m.name for i in range(len(texts)) for m in joined[str(i)]]


WORDS = [
    # what a person wants; the file without and with the line; documents; names before; names after
    ("merge two people", "", "Ada Norling,PER,Ada Quist,\n", ["Ada Norling sang.", "Ada Quist sang."],
     ["Ada Norling", "Ada Quist"], ["Ada Norling", "Ada Norling"]),
    ("merge a nickname", "", "Ada Norling,PER,Birdie,\n", ["Ada Norling sang. Then Birdie wept."],
     ["Ada Norling"], ["Ada Norling", "Ada Norling"]),
    ("merge two bodies", "", "Halden Water Board,ORG,Halden River Agency,\n", ["The Halden Water Board paid.", "The Halden River Agency paid."],
     ["Halden Water Board", "Halden River Agency"], ["Halden Water Board", "Halden Water Board"]),
    ("choose the name", "", "Ada Norling of Oslo,PER,Ada Norling,\n", ["Ada Norling sang."], ["Ada Norling"], ["Ada Norling of Oslo"]),
    ("split initials", "", "Joan Marsden,PER,,\nJ. Marsden,PER,,\n", ["Joan Marsden sang.", "J. Marsden left."],
     ["Joan Marsden", "Joan Marsden"], ["Joan Marsden", "J. Marsden"]),
    ("split initials in one text", "", "Joan Marsden,PER,,\nJ. Marsden,PER,,\n", ["Joan Marsden sang. J. Marsden left."],
     ["Joan Marsden", "Joan Marsden"], ["Joan Marsden", "J. Marsden"]),
    ("split a surname", "", "Marsden,PER,,a horse\n", ["Joan Marsden rode. Marsden won."], ["Joan Marsden", "Joan Marsden"],
     ["Joan Marsden", "Marsden"]),
    ("split a surname across documents", "", "Marsden,PER,,a horse\n", ["Joan Marsden rode.", "They say that Marsden won."],
     ["Joan Marsden"] * 2, ["Joan Marsden", "Marsden"]),
    ("split an alias off", "Ada Norling,PER,Ada Quist,\n", "Ada Norling,PER,,\nAda Quist,PER,,\n", ["Ada Norling sang. Ada Quist sang."],
     ["Ada Norling", "Ada Norling"], ["Ada Norling", "Ada Quist"]),
    ("split spellings", "", "Sörby Institute,ORG,,\nSoerby Institute,ORG,,\n", ["The Sörby Institute paid.", "The Soerby Institute paid."],
     ["Sörby Institute", "Soerby Institute"], ["Sörby Institute", "Soerby Institute"]),
    ("split turned names", "", "Magyar Péter,PER,,\nPéter Magyar,PER,,\n", ["Péter Magyar spoke. Magyar Péter left."],
     ["Magyar Péter", "Magyar Péter"], ["Péter Magyar", "Magyar Péter"]),
    ("hide a person", "", "Ada Norling,hide,,a brand\n", ["Ada Norling met Peter Strand."], ["Ada Norling", "Peter Strand"], ["Peter Strand"]),
    ("hide a country", "", "Jordan,hide,,our dog\n", ["Yesterday Jordan barked."], ["Jordan"], []),
    ("hide several words", "", "Brown Book,hide,Blue Book,\n", ["They read the Brown Book and the Blue Book."], [], []),
    ("un-hide", "Norling Prize,hide,,\n", "Norling Prize,ORG,,\n", ["The Norling Prize grew."], [], ["Norling Prize"]),
]


@pytest.mark.parametrize("what, before, after, texts, first, then", WORDS, ids=[w[0] for w in WORDS])
def test_a_line_has_the_last_word(file, what, before, after, texts, first, then):
    file(before)
    assert _names(*texts) == first
    file(after)
    assert aliases.read()[1] == []
    assert _names(*texts) == then


TYPED = [
    ("Jordan,PER,,our neighbour\n", "Yesterday Jordan signed.", ("Jordan", "PER", "actor")),
    ("Jordan,ORG,,a shop\n", "Yesterday Jordan signed.", ("Jordan", "ORG", "actor")),
    ("Norling,LOC,,a village\n", "Ada Norling lives in Norling.", ("Norling", "LOC", "venue")),
    ("Norling,ORG,,a mill\n", "Then Norling closed.", ("Norling", "ORG", "actor")),
    ("Hanoi,ORG,,a café\n", "They met in Hanoi.", ("Hanoi", "ORG", "actor")),
    ("The Elms,LOC,,a house\n", "They met at The Elms.", ("The Elms", "LOC", "venue")),
]


@pytest.mark.parametrize("line, text, wanted", TYPED)
def test_a_line_says_the_type(file, line, text, wanted):
    file(line)
    found = find(text)[-1]
    assert (found.name, found.type, found.role) == wanted
    assert found.reason.startswith("alias file")


def test_a_line_holds_in_every_language(file):
    file("Casa Blanca,ORG,,a café\nVereinigte Staaten,ORG,,a song\n")
    assert _names("La Casa Blanca cerró.", language="es") == ["Casa Blanca"]
    assert _names("Die Vereinigte Staaten spielten.", language="de") == ["Vereinigte Staaten"]


def test_without_a_file_the_rules_still_work(file):
    aliases.FILE.unlink(missing_ok=True)
    lexicon.load.cache_clear()
    assert _names("Ada Norling met Mr. Strand in Hanoi.") == ["Ada Norling", "Strand", "Hanoi"]


MISTAKES = [
    ("A Bee,PER,a one,\nB Cee,PER,A ONE,\n", '"A ONE" already belongs to A Bee; it stays with A Bee'),
    ("A Bee,PER,Kim-Il,\nB Cee,PER,Kim Il,\n", '"Kim Il" already belongs to A Bee'),
    ("A Bee,PER,,\nA Bee,ORG,,\n", "A Bee is ORG here and PER further up; it stays PER"),
    ("A Bee,split,,\n", "To split names, put each name a line of its own."),
    ("A Bee,merge,a,\n", "To merge names, put them on one line."),
    ("A Bee;PER;a;b\n", "Part the cells by commas and only the aliases by semicolons."),
    ("A Bee,PER,!!,\n", '"!!" has no letters to be found by'),
]


@pytest.mark.parametrize("lines, said", MISTAKES)
def test_a_mistake_is_told_in_plain_words(file, lines, said):
    file(lines)
    problems = aliases.read()[1]
    assert len(problems) == 1 and said in problems[0] and problems[0].startswith("aliases.csv line ")


def test_two_lines_of_one_actor_are_one(file):
    file("A Bee,PER,Bumble Bee,\nA Bee,PER,Honey Bee,\n")
    assert aliases.read() == ([aliases.Alias("A Bee", "PER", ("A Bee", "Bumble Bee", "Honey Bee"))], [])


def test_a_file_of_noise_never_raises(file):
    file('"\n;;;;\n,,,,\n\x00,PER,\x00,\n' + "x," * 5000 + "\n" + "A,PER," + ";" * 5000 + ",\n")
    assert all(problem.startswith("aliases.csv line ") for problem in aliases.read()[1])
