"""The room's public calls: every country by its forms, the alias file, joins across documents, laws that always hold."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actors import alias_problems, aliases, find, join

with (aliases.DATA / "countries.csv").open(encoding="utf-8") as file:
    COUNTRIES = list(csv.DictReader(file))
ALIASES = aliases.read(aliases.DATA / "aliases.csv")[0]
TAKEN = {form for alias in ALIASES for form in alias.forms}  # the alias file has the last word
HOMONYMS = {"Georgia", "Dominica", "Jersey", "Bern", "San José", "Victoria", "Hamilton", "Stanley", "Kingston"}


def _names(text: str, language: str = "en") -> list[str]:
    return [m.name for m in find(text, language)]


# --- countries, written out of the country file into sentences of our own -----------------------------

@pytest.mark.parametrize("name", [row["name"] for row in COUNTRIES if row["name"] not in TAKEN])
def test_a_country_acts_and_hosts(name):
    acting, hosting = find(f"Last week {name} signed it."), find(f"They met in {name} last week.")
    assert [(m.name, m.type, m.role) for m in acting] == [(name, "LOC", "actor")]
    assert [(m.name, m.type, m.role) for m in hosting] == [(name, "LOC", "venue")]


DEMONYMS = [(row["name"], form) for row in COUNTRIES for form in row["demonyms"].split(";")[:1] if form]


@pytest.mark.parametrize("name, demonym", DEMONYMS)
def test_a_demonym_stands_for_its_country(name, demonym):
    mentions = find(f"Yesterday the {demonym} government fell.")
    assert [(m.text, m.name, m.role) for m in mentions] == [(demonym, name, "actor")]


CAPITALS = [(row["name"], row["capital"]) for row in COUNTRIES if row["capital"] and row["capital"] not in TAKEN | HOMONYMS]


@pytest.mark.parametrize("name, capital", CAPITALS)
def test_a_capital_is_its_government_where_the_verb_shows_it_and_else_a_venue(name, capital):
    assert [(m.name, m.role) for m in find(f"On Monday {capital} rejected it.")] == [(name, "actor")]
    assert [(m.name, m.role) for m in find(f"The talks in {capital} failed.")] == [(capital, "venue")]


@pytest.mark.parametrize("alias", [a for a in ALIASES if a.type != "hide"], ids=lambda a: a.canonical)
def test_an_alias_gives_its_canonical_name(alias):
    for form in (f for f in alias.forms if not f.endswith("'s")):
        assert alias.canonical in _names(f"They say that {form} came too."), form


@pytest.mark.parametrize("alias", [a for a in ALIASES if a.type == "hide"], ids=lambda a: a.canonical)
def test_a_hidden_alias_is_no_actor(alias):
    for form in alias.forms:
        assert _names(f"They spoke of the {form} for hours.") == [], form


# --- the alias file: one broken line, one message -------------------------------------------------------

def test_the_alias_file_we_ship_is_whole():
    assert alias_problems() == ()
    assert len(ALIASES) >= 300


BROKEN = [
    ("A,PER,a;b,note\n", 1, []),
    ("A,PER\n", 1, []),
    (",PER,a,\n", 0, ["line 2: no canonical name"]),
    ("A,PERSON,a,\n", 0, ['line 2: "PERSON" is no type']),
    ("A,per,a,\n", 1, []),
    ("A,HIDE,a,\n", 1, []),
    ("A,PER,a,n,x,y\n", 0, ["line 2: 6 cells instead of 4"]),
    ("A\n", 0, ["line 2: 1 cells instead of 4"]),
    ('"A,PER,a,\n', 0, ["line 2: not a CSV line"]),
    ("A,PER,a,\nB,PER,a,\n", 2, ['line 3: "a" already belongs to A']),
    ("\n# a remark\nA,PER,a,\n", 1, []),
    ("B,XYZ,b,\nA,PER,a,\n", 1, ['line 2: "XYZ" is no type']),
]


@pytest.mark.parametrize("lines, kept, problems", BROKEN)
def test_a_broken_alias_line_costs_one_message(tmp_path, lines, kept, problems):
    path = tmp_path / "aliases.csv"
    path.write_text("canonical,type,aliases,note\n" + lines, encoding="utf-8")
    found, messages = aliases.read(path)
    assert len(found) == kept
    assert len(messages) == len(problems)
    assert all(problem in message for problem, message in zip(problems, messages))


def test_an_alias_file_that_cannot_be_read_is_one_message(tmp_path):
    (tmp_path / "aliases.csv").write_bytes(b"\xff\xfe\x00")
    assert "could not be read" in aliases.read(tmp_path / "aliases.csv")[1][0]
    assert "could not be read" in aliases.read(tmp_path / "none.csv")[1][0]


# --- across documents -----------------------------------------------------------------------------------

JOINS = [
    # documents, names afterwards, words of the reason of the last mention of the last document
    (["Donald Halden spoke.", "D. Halden left."], ["Donald Halden", "Donald Halden"], "initials and family name fit Donald Halden alone"),
    (["Anna Korvald spoke.", "Mrs. Korvald left."], ["Anna Korvald", "Anna Korvald"], "surname that Anna Korvald alone bears"),
    (["Anna Korvald spoke.", "Peter Korvald sat.", "Dr. Korvald left."], ["Anna Korvald", "Peter Korvald", "Korvald"], "title"),
    (["Anna Korvald spoke.", "Alma Korvald sat.", "A. Korvald left."], ["Anna Korvald", "Alma Korvald", "A. Korvald"], "initials and family name"),
    (["Kim Jong-un sat.", "Mr. Kim ate."], ["Kim Jong-un", "Kim Jong-un"], "surname that Kim Jong-un alone bears"),
    (["Kim Jong-un sat.", "Kim Jong-il sat.", "Mr. Kim ate."], ["Kim Jong-un", "Kim Jong-il", "Kim"], "title"),
    (["George W. Bush sat.", "George H. W. Bush sat.", "Mr. Bush ate."], ["George W. Bush", "George H. W. Bush", "Bush"], "title"),
    (["Halden Water Agency (HWA) paid.", "The HWA paid."], ["Halden Water Agency"] * 3, "acronym of Halden Water Agency in another document"),
    (["The Sörby Institute paid.", "The Sorby Institute paid."], ["Sorby Institute"] * 2, "organisation word"),
    (["Joan Marsden sat.", "joan marsden ate"], ["Joan Marsden", "Joan Marsden"], "given and family name"),
    (["Joan Marsden sat.", "John Marsden ate."], ["Joan Marsden", "John Marsden"], "given and family name"),
]


@pytest.mark.parametrize("texts, names, why", JOINS)
def test_join_makes_names_one_only_where_nobody_else_fits(texts, names, why):
    joined = join({str(i): find(text) for i, text in enumerate(texts)})
    mentions = [m for i in range(len(texts)) for m in joined[str(i)]]
    assert [m.name for m in mentions] == names
    assert why in mentions[-1].reason


def test_join_keeps_documents_and_mentions():
    documents = {"a": find("Anna Korvald met Mr. Oduya in Lagos."), "b": []}
    joined = join(documents)
    assert [(m.start, m.end, m.text) for m in joined["a"]] == [(m.start, m.end, m.text) for m in documents["a"]]
    assert joined["b"] == []


# --- other languages --------------------------------------------------------------------------------------

LANGUAGES = [
    ("de", "Bundeskanzlerin Angela Merkel traf Herrn Halden in Deutschland.", ["Angela Merkel", "Halden", "Germany"]),
    ("de", "Der Tisch und die Lampe stehen im Haus.", []),
    ("de", "Präsident Emmanuel Macron reiste nach Frankreich.", ["Emmanuel Macron", "France"]),
    ("fr", "Le président Emmanuel Macron est arrivé en Allemagne.", ["Emmanuel Macron", "Germany"]),
    ("fr", "En mars et en avril, il pleut.", []),
    ("es", "El presidente Juan Delgado llegó a Alemania.", ["Juan Delgado", "Germany"]),
    ("es", "El lunes y el martes no pasó nada.", []),
    ("it", "Il presidente Mario Rossi è arrivato in Germania.", ["Mario Rossi", "Germany"]),
    ("pt", "O presidente João Pereira chegou à Alemanha.", ["João Pereira", "Germany"]),
    ("nl", "Premier Mark Rutte reisde naar Duitsland.", ["Mark Rutte", "Germany"]),
    ("xx", "Angela Merkel met Emmanuel Macron.", ["Angela Merkel", "Emmanuel Macron"]),
]


@pytest.mark.parametrize("language, text, names", LANGUAGES)
def test_titles_and_countries_of_other_languages(language, text, names):
    assert _names(text, language) == names


# --- laws -------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(["Kim", "Jong", "-", "un", "Mr.", "President", "of", "the", "The", "U.S.", "NORTH", "North", "Korea", "said", "'s", "’s",
                         "(", "IAEA", ")", ",", ".", "\n", "\n\n", "van", "al-", "Bank", "Ministry", "and", "&", "Inc.", "hanoi", "trump", "“", "é",
                         "İ", "ß", "\x00", "5", "G8", "x" * 50, "@", "http://a.b", "koreathe", "O'Neill", "J.", "King", "Bush", "in", "\u2028"])
TEXTS = st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["en", "de", "fr", "es", "it", "pt", "nl", "", "zz"]))
def test_find_never_raises_and_keeps_to_the_text(text, language):
    mentions = find(text, language)
    assert all(text[m.start:m.end] == m.text and m.text and m.name for m in mentions)
    assert all(a.end <= b.start for a, b in zip(mentions, mentions[1:]))
    assert {m.type for m in mentions} <= {"PER", "ORG", "LOC"}
    assert {m.role for m in mentions} <= {"actor", "speaker", "venue", ""}
    assert all(m.reason for m in mentions)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_join_never_raises_and_changes_names_alone(texts):
    documents = {str(i): find(text) for i, text in enumerate(texts)}
    joined = join(documents)
    assert {d: [(m.start, m.end, m.type) for m in ms] for d, ms in joined.items()} == {
        d: [(m.start, m.end, m.type) for m in ms] for d, ms in documents.items()}


@pytest.mark.parametrize("text", ["A" * 300_000, "Kim " * 8_000, "U.S." * 8_000, "Bank of " * 5_000, "mr " * 10_000, "'s" * 20_000])
def test_a_long_line_of_one_thing_is_read(text):
    assert all(text[m.start:m.end] == m.text for m in find(text))
