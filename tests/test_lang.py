"""Every example of every language file: [brackets] mark the span, the value is TIMEX3; `never` finds nothing."""

import re

import pytest

from timeline import dates, lang


def _examples():
    for code in lang.codes():
        book = lang.load(code)
        rows = [(t, v, book["reference"]) for rule in book["rule"] for t, v in rule.get("examples", {}).items()]
        rows += [(e[0], e[1], e[2] if len(e) > 2 else book["reference"]) for e in book.get("more", {}).get("examples", [])]
        for text, value, reference in rows:
            yield pytest.param(code, text, value, reference, id=f"{code}: {text}")


def _never():
    return [pytest.param(code, text, id=f"{code}: {text}") for code in lang.codes() for text in lang.load(code)["never"]["examples"]]


@pytest.mark.parametrize("code, text, value, reference", _examples())
def test_example(code, text, value, reference):
    marked = re.search(r"\[(.*?)\]", text)
    plain = text.replace("[", "").replace("]", "")
    found = {(m.start, m.end): m.value for m in dates.tag(plain, reference or None, code)}
    assert found.get((marked.start(), marked.end() - 2)) == value, found


@pytest.mark.parametrize("code, text", _never())
def test_never(code, text):
    assert dates.tag(text, lang.load(code)["reference"], code) == []


@pytest.mark.parametrize("code", lang.codes())
def test_every_rule_has_an_example(code):
    assert all(rule["examples"] for rule in lang.load(code)["rule"] if rule["means"] != "nothing")


DETECTED = [
    ("The talks ended without an agreement, and both of them went home.", "en"),
    ("trump kim summit hanoi talks collapse sanctions relief nuclear complex", "en"),
    ("Donald Trump met Kim Jong-un on 2 May 2018. It was the first." + "x" * 3000, "en"),
    ("Die Gespräche in Hanoi endeten am Donnerstag ohne Ergebnis.", "de"),
    ("Le sommet de Hanoï s'est terminé sans accord jeudi.", "fr"),
    ("La cumbre terminó sin acuerdo el 28 de febrero.", "es"),
    ("Il vertice è finito senza accordo il 28 febbraio.", "it"),
    ("A cúpula terminou sem acordo em 28 de fevereiro.", "pt"),
    ("De top eindigde zonder akkoord op 28 februari 2019 in Hanoi.", "nl"),
    ("Rozmowy odbyły się 28 lutego 2019 roku w Hanoi i nie przyniosły rezultatu.", "pl"),
    ("Переговоры прошли 28 февраля 2019 года в Ханое", "ru"),
    ("lol ok friday i go", "en"),
    ("", "en"),
    ("1234 5678", "en"),
]


@pytest.mark.parametrize("text, code", DETECTED)
def test_detect(text, code):
    assert lang.detect(text) == code
