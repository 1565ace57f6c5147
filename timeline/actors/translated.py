"""How another language writes the actors that the lists know: countries, capitals, demonyms, well-known bodies."""

from collections.abc import Iterator
from typing import NamedTuple


class Form(NamedTuple):
    """A form of another language, what it stands for, and how: name, capital, demonym, people."""

    form: str
    stands_for: str
    kind: str


def forms(code: str, table: dict, countries: dict[str, list[str]]) -> Iterator[Form]:
    """All forms of language `code`: CLDR's names of the countries (canonical -> English forms), then its word file's."""
    yield from _cldr(code, countries)
    for section, kind in (("names", "name"), ("capitals", "capital"), ("people", "people")):
        for name, listed in table.get(section, {}).items():
            yield from (Form(form, name, kind) for form in listed.split(";"))
    demonyms = dict(table.get("demonyms", {}))
    endings = {ending: made.split(" ") for ending, made in demonyms.pop("endings", {}).items()}
    for name, listed in demonyms.items():
        for stem in listed.split(";"):
            yield from (Form(form, name, "demonym") for form in inflected(stem, endings))


def inflected(stem: str, endings: dict[str, list[str]]) -> list[str]:
    """The forms of an adjective: its longest listed ending replaced by each of that ending's forms."""
    for ending in sorted(endings, key=len, reverse=True):
        if stem.endswith(ending):
            return [stem[: len(stem) - len(ending)] + form for form in endings[ending]]
    return [stem]


def _cldr(code: str, countries: dict[str, list[str]]) -> Iterator[Form]:
    """Country names from CLDR (Unicode licence) through babel."""
    from babel import Locale

    english, local = Locale("en").territories, Locale(code).territories
    owner = {_plain(form): name for name, forms in countries.items() for form in (*forms, name)}
    for territory, label in local.items():
        name = owner.get(_plain(english.get(territory, ""))) if len(territory) == 2 else None
        if name:
            yield Form(label.split(" (")[0], name, "name")
            if "-" in label:
                yield Form(label.replace(" - ", "-"), name, "name")


def _plain(label: str) -> str:
    """CLDR's "Myanmar (Burma)", "Congo - Kinshasa", "Antigua & Barbuda" as the country file has them."""
    label = label.split(" (")[0].replace(" - ", "-").replace("&", "and").replace("’", "'").replace("SAR China", "")
    return label.replace("St. ", "Saint ").strip().casefold()
