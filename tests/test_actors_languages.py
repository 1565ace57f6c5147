"""Countries, capitals, demonyms, well-known bodies and titles in German, French, Spanish, Italian, Portuguese and Dutch."""

import tomllib

import pytest

from timeline.actors import aliases, find
from timeline.actors.lexicon import LANGUAGES
from timeline.actors.tokens import fold
from timeline.actors.translated import inflected

# text => the canonical actors in order
TABLE = """
de: Die Vereinigten Staaten und Großbritannien unterschrieben. => United States; United Kingdom
de: Am Montag kritisierte Frankreich die USA. => France; United States
de: Nordkorea testet, Südkorea wartet. => North Korea; South Korea
de: Die Tschechoslowakei und Jugoslawien gibt es nicht mehr. => Czechoslovakia; Yugoslavia
de: Am Freitag lehnte Peking das ab. => Beijing
de: Dann lehnt sich Wien auf. => Vienna
de: Moskau wies die Kritik zurück. => Russia
de: Das Treffen in Moskau war kurz. => Moscow
de: Die amerikanische Regierung schwieg. => United States
de: Der britische Premierminister Boris Johnson ging. => United Kingdom; Boris Johnson
de: Die Franzosen wählten. => France
de: Der UN-Sicherheitsrat trat zusammen. => United Nations Security Council
de: Der IWF lieh Geld, die Weltbank auch. => International Monetary Fund; World Bank
de: Herr Brandauer kam, Frau Brandauer nicht. => Brandauer; Brandauer
de: Außenministerin Olga Petrenko reiste ab. => Olga Petrenko
de: Das Haus am See steht leer. =>
de: Im Herbst fallen die Blätter. =>
fr: Les États-Unis et la Grande-Bretagne ont signé. => United States; United Kingdom
fr: La Corée du Nord menace la Corée du Sud. => North Korea; South Korea
fr: La Tchécoslovaquie n'existe plus. => Czechoslovakia
fr: Moscou accuse Londres. => Russia; United Kingdom
fr: La réunion à Moscou a échoué. => Moscow
fr: Le gouvernement américain attend. => United States
fr: Le premier ministre britannique Boris Johnson est parti. => United Kingdom; Boris Johnson
fr: Les Français ont voté. => France
fr: Le Conseil de sécurité s'est réuni. => United Nations Security Council
fr: Le FMI prête, la Banque mondiale aussi. => International Monetary Fund; World Bank
fr: Mme Brandauer est venue, M. Dupont non. => Brandauer; Dupont
fr: Le pape François a prié. => Pope Francis
fr: Vladimir Poutine a refusé. => Vladimir Putin
fr: Il pleut sur la mer et sur la ville. =>
es: Los Estados Unidos y Gran Bretaña firmaron. => United States; United Kingdom
es: Corea del Norte amenaza a Corea del Sur. => North Korea; South Korea
es: La Unión Soviética cayó. => Soviet Union
es: Moscú acusó a Londres. => Russia; London
es: La reunión en Moscú fracasó. => Moscow
es: El gobierno estadounidense espera. => United States
es: El primer ministro británico Boris Johnson se fue. => United Kingdom; Boris Johnson
es: El Consejo de Seguridad se reunió. => United Nations Security Council
es: El FMI prestó dinero. => International Monetary Fund
es: La señora Brandauer vino, el señor Delgado no. => Brandauer; Delgado
es: El papa Francisco rezó. => Pope Francis
es: Llueve sobre el mar y la ciudad. =>
it: Gli Stati Uniti e la Gran Bretagna hanno firmato. => United States; United Kingdom
it: La Corea del Nord minaccia la Corea del Sud. => North Korea; South Korea
it: L'Unione Sovietica cadde. => Soviet Union
it: Mosca accusa Londra. => Russia; United Kingdom
it: La riunione a Mosca è fallita. => Moscow
it: Il governo americano aspetta. => United States
it: Il primo ministro britannico Boris Johnson è partito. => United Kingdom; Boris Johnson
it: Il Consiglio di sicurezza si riunisce. => United Nations Security Council
it: Il signor Rossi viene, la signora Bianchi no. => Rossi; Bianchi
it: I mali del mondo sono molti. =>
it: Piove sul mare e sulla città. =>
pt: Os Estados Unidos e a Grã-Bretanha assinaram. => United States; United Kingdom
pt: A Coreia do Norte ameaça a Coreia do Sul. => North Korea; South Korea
pt: A União Soviética caiu. => Soviet Union
pt: Moscou acusou Londres. => Russia; United Kingdom
pt: A reunião em Moscovo falhou. => Moscow
pt: O governo americano espera. => United States
pt: O primeiro-ministro britânico Boris Johnson partiu. => United Kingdom; Boris Johnson
pt: O Conselho de Segurança reuniu-se. => United Nations Security Council
pt: O senhor Pereira veio, a senhora Delgado não. => Pereira; Delgado
pt: Chove sobre o mar e a cidade. =>
nl: De Verenigde Staten en Groot-Brittannië tekenden. => United States; United Kingdom
nl: Noord-Korea bedreigt Zuid-Korea. => North Korea; South Korea
nl: De Sovjet-Unie viel. => Soviet Union
nl: Moskou beschuldigt Londen. => Russia; United Kingdom
nl: De vergadering in Moskou mislukte. => Moscow
nl: De Amerikaanse regering wacht. => United States
nl: De Britse premier Boris Johnson vertrok. => United Kingdom; Boris Johnson
nl: De Veiligheidsraad kwam bijeen. => United Nations Security Council
nl: Meneer de Vries kwam, mevrouw Jansen niet. => de Vries; Jansen
nl: De Fransen stemden. => France
nl: Zij zwemt in een pool vol fins. =>
nl: Het regent op de zee en in de stad. =>
"""


def _rows():
    for line in TABLE.strip().splitlines():
        text, _, wanted = line.partition("=>")
        yield pytest.param(*text.strip().split(": ", 1), wanted.strip(), id=text.strip())


@pytest.mark.parametrize("language, text, wanted", _rows())
def test_actors_of_a_sentence(language, text, wanted):
    assert "; ".join(m.name for m in find(text, language)) == wanted


@pytest.mark.parametrize("stem, endings, forms", [
    ("deutsch", {"": ["", "e", "er"]}, ["deutsch", "deutsche", "deutscher"]),
    ("alemán", {"o": ["o", "a"], "án": ["án", "ana"]}, ["alemán", "alemana"]),
    ("belga", {"o": ["o"]}, ["belga"]),
    ("israélien", {"n": ["n"], "ien": ["ien", "ienne"]}, ["israélien", "israélienne"]),
])
def test_an_adjective_takes_the_forms_of_its_longest_ending(stem, endings, forms):
    assert inflected(stem, endings) == forms


def _table(code: str) -> dict:
    return tomllib.loads((aliases.DATA / "words" / f"{code}.toml").read_text("utf-8"))


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_every_listed_name_is_found_under_its_canonical_actor(code):
    taken = {aliases.key_of(form) for alias in aliases.read()[0] for form in alias.forms}
    for name, forms in _table(code)["names"].items():
        for form in (f for f in forms.split(";") if aliases.key_of(f) not in taken):
            found = [m.name for m in find(f"2018: {form} (5).", code)]
            assert name in found, (form, found)


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_every_demonym_stands_for_its_country(code):
    table = _table(code)["demonyms"]
    endings = {ending: made.split(" ") for ending, made in table.pop("endings").items()}
    owner = {}
    for country, stems in table.items():
        for form in (form for stem in stems.split(";") for form in inflected(stem, endings)):
            assert owner.setdefault(fold(form), country) == country, f"{form} stands for {owner[fold(form)]} and {country}"
    assert len(table) >= 50
    assert all(_found(form, code) == country for form, country in owner.items() if len(form) > 4)


def _found(form: str, code: str) -> str:
    said = form.capitalize() if code == "nl" else form
    return next((m.name for m in find(f"Xy. 5 {said} 6, Xz.", code) if fold(m.text) == form), "")


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_a_language_has_its_words(code):
    table = _table(code)
    for key in ("honorifics", "title_heads", "reporting", "reporting_before", "government_verbs", "government_nouns", "venue_before", "never"):
        assert len(table[key].split()) >= (1 if key == "reporting_before" else 4), key
    assert len(table["names"]) >= 30 and len(table["capitals"]) >= 20
