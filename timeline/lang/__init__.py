"""Words, rules and executed examples: one TOML file a language. The loader knows no language.

A file holds `[words.*]` tables (word -> value), `[[rule]]` tables (says, means, examples) and `[never]`
examples; docs/languages.md describes them, and tests/test_lang.py runs every example of every file.
"""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def load(code: str) -> dict:
    """The parsed language file of a two-letter code; KeyError where there is none."""
    path = files(__name__).joinpath(f"{code}.toml")
    if not path.is_file():
        raise KeyError(f"no language file for {code!r}")
    return tomllib.loads(path.read_text("utf-8"))


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a rule file, in alphabetical order."""
    return tuple(sorted(p.name[:-5] for p in files(__name__).iterdir() if p.name.endswith(".toml")))


def detect(text: str) -> str:
    """The language of a text as a two-letter code (ISO 639-1); "en" where there is too little to tell."""
    from timeline.lang import _detect

    return _detect.detect(text)
