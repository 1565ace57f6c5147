"""The word lists of an actor's timeline, read from actorline.toml."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of actorline.toml, its underscores spaces."""
    return frozenset(word.replace("_", " ") for word in _table()[name].split())


@cache
def _table() -> dict[str, str]:
    with Path(__file__).with_name("actorline.toml").open("rb") as file:
        return tomllib.load(file)["english"]


@cache
def alike() -> dict[str, str]:
    """noun -> the verb it is one happening with ("death": "die")."""
    return dict(pair.split(":") for pair in _table()["alike"].split())
