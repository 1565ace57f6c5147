"""Which country a listed place is, or is the capital of."""

from functools import lru_cache

from timeline.actors.lexicon import load
from timeline.actors.tokens import scan


@lru_cache(maxsize=20_000)
def country_of(name: str) -> str:
    """The canonical country that `name` is or is the capital of; "" where the lists do not say."""
    tokens = scan(name)
    hit = load("en").match(tokens, 0) if tokens.low else None
    if not hit or hit[0] != len(tokens.low) or hit[1].kind not in ("country", "capital"):
        return ""
    return hit[1].country or hit[1].name


def may_be_one_place(one: str, other: str) -> bool:
    """Whether one place may lie in the other: equal, a capital and its country, or a country and a place of no known country."""
    countries = country_of(one), country_of(other)
    if one == other or countries[0] == countries[1] != "":
        return one == other or one in countries or other in countries
    return not all(countries) and one != "" != other and (one == countries[0] or other == countries[1])
