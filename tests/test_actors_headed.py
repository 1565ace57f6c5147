"""Names that begin with what they are, in six languages, and what looks like one and is none."""

import pytest

from timeline.actors import entities, find
from timeline.actors.lexicon import load
from timeline.actors.tokens import scan

# text => the names with the first letter of their type
TABLE = """
de: Das Bundesamt für Strahlenschutz warnte gestern. => Bundesamt für Strahlenschutz O
de: Gestern urteilte das Amtsgericht Rosenheim darüber. => Amtsgericht Rosenheim O
de: Die Staatsanwaltschaft hat Anklage erhoben. =>
de: Da hat das Landgericht Klage abgewiesen. =>
de: Am Abend spielte der FC Rotheim gegen den SV Grünau. => FC Rotheim O; SV Grünau O
de: Der Autobauer Krantz baut aus. => Krantz O
de: Nun hat der Autobauer Stellen gestrichen. =>
de: Der Maler Peter Juni lebt noch. => Peter Juni P
fr: Le ministère de la Justice a répondu. => ministère de la Justice O
fr: Hier le tribunal correctionnel de Rouen a tranché. => tribunal correctionnel de Rouen O
fr: Le Conseil constitutionnel a tranché. => Conseil constitutionnel O
fr: Il habite rue du Four, près de la place du 8-Mai-1945. => rue du Four L; place du 8-Mai-1945 L
fr: Le conseil a voté, la cour aussi. =>
fr: Il prend place. =>
fr: On a vu Anne Février au marché. => Anne Février P
fr: L'entreprise Voltane recrute. => Voltane O
es: La Audiencia Provincial de Cádiz confirmó la pena. => Audiencia Provincial de Cádiz O
es: Entregó la carta al Gobierno de Aragón ayer. => Gobierno de Aragón O
es: Vive en la calle Mayor con su perro. => calle Mayor L
es: El PRI y el Partido Verde pactaron. => PRI O; Partido Verde O
es: La ley del siglo XVI sigue ahí. =>
es: Fue a la universidad en tren. =>
es: La empresa Solterra quebró. => Solterra O
es: Viajó al norte de Libia. => Libia L
it: La Corte d'Appello di Torino ha deciso. => Corte d'Appello di Torino O
it: Abita in via Nazionale da anni. => via Nazionale L
it: Passa per una via molto stretta. =>
it: Visse in Argentina, poi tornò. => Argentina L
it: La squadra argentina ha perso. =>
it: Carlo Esposito al Vigor piace molto. => Carlo Esposito P
pt: A Polícia Militar chegou tarde. => Polícia Militar O
pt: O Ministério da Defesa negou tudo. => Ministério da Defesa O
pt: Mora na Rua 7 de Setembro há anos. => Rua 7 de Setembro L
pt: O sindicato foi para a rua. =>
pt: O rei Carlos IV morreu cedo. => Carlos IV P
nl: De Rechtbank Assen oordeelde. => Rechtbank Assen O
nl: Gisteren sprak de Raad van State erover. => Raad van State O
nl: Ze woont in de Dorpstraat. => Dorpstraat L
nl: Het bedrijf Kastion groeit. => Kastion O
nl: Gisteren won Maarten Vrijdag van Vitesse. => Maarten Vrijdag P
nl: De arts Peter van der Zande vertrok. => Peter van der Zande P
en: Told Kim Monday, the Court of Appeal waited. => Kim P; Court of Appeal O
""".strip().splitlines()


@pytest.mark.parametrize("line", TABLE)
def test_names_by_their_head(line):
    language, _, rest = line.partition(": ")
    text, _, expected = rest.partition(" =>")
    found = [f"{text[e['start']:e['end']]} {e['type'][0]}" for e in entities(text, language)]
    assert found == [name.strip() for name in expected.split(";") if name.strip()]


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt", "nl"])
def test_heads_are_read_as_the_words_of_a_text_are(language):
    lexicon = load(language)
    assert len(lexicon.words["heads"]) > 20
    assert all(scan(word).low == [word] for word in lexicon.words["heads"])


@pytest.mark.parametrize("language, text, name", [
    ("de", "Wir fuhren nach München.", "Munich"), ("it", "Sono nato a Torino.", "Turin"), ("nl", "De Noordzee is koud.", "North Sea"),
    ("pt", "Vive em Viana do Castelo.", "Viana do Castelo"), ("es", "Nació en Sevilla.", "Seville"), ("fr", "Il pleut au Havre et à Rennes.", "Rennes")])
def test_a_town_has_the_name_of_the_common_list(language, text, name):
    assert [m.name for m in find(text, language)] == [name]


def test_a_name_never_goes_on_into_the_next_sentence():
    text = "Wir sahen das Bundesamt. Für Paul war es groß."
    assert [text[e["start"]:e["end"]] for e in entities(text, "de")] == ["Paul"]
