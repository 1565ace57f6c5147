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
