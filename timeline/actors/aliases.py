"""The alias file: what a person has the last word on (merge, split, hide, type). One broken line costs one message."""

import csv
from pathlib import Path
from typing import NamedTuple

from timeline.actors.tokens import scan

DATA = Path(__file__).resolve().parents[2] / "data" / "actors"
FILE = DATA / "aliases.csv"
TYPES = ("PER", "ORG", "LOC", "hide")


class Alias(NamedTuple):
    """One line: the canonical actor, its type ("hide": never an actor), its other forms."""

    canonical: str
    type: str
    forms: tuple[str, ...]


def read(path: Path | None = None) -> tuple[list[Alias], list[str]]:
    """The aliases of a file (ours by default) and its problems, each in a sentence that names the line. Never raises."""
    path = path or FILE
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return [], [f"{path.name} could not be read ({error}): save it as a UTF-8 CSV file; no alias is in force."]
    return _parse(lines, path.name)


def _parse(lines: list[str], name: str) -> tuple[list[Alias], list[str]]:
    aliases, problems, owner = {}, [], {}
    for number, line in enumerate(lines, 1):
        if not line.strip(" ,\t") or line.startswith("#") or (number == 1 and line.startswith("canonical")):
            continue
        alias, problem = _line(line)
        if problem:
            problems.append(f"{name} line {number}: {problem} The line was left out.")
            continue
        kept, refused = _own(alias, owner)
        problems += [f"{name} line {number}: {why}" for why in refused]
        _add(aliases, alias._replace(forms=kept), problems, f"{name} line {number}")
    return list(aliases.values()), problems


def _own(alias: Alias, owner: dict[str, str]) -> tuple[tuple[str, ...], list[str]]:
    """The forms that are this line's, and why the others are not. A form belongs to the first line that has it."""
    kept, refused = [], []
    for form in dict.fromkeys((alias.canonical, *alias.forms)):
        key = key_of(form)
        other = owner.setdefault(key, alias.canonical) if key else ""
        if not key:
            refused.append(f'"{form}" has no letters to be found by; that form was left out.')
        elif other == alias.canonical:
            kept.append(form)
        else:
            refused.append(f'"{form}" already belongs to {other}; it stays with {other}. Take it out of one of the two lines.')
    return tuple(kept), refused


def key_of(form: str) -> str:
    """What two writings of one form have in common: "Kim Jong Un" and "KIM JONG-UN" are found alike."""
    return " ".join(scan(form).low).removeprefix("the ")


def _add(aliases: dict[str, Alias], alias: Alias, problems: list[str], place: str) -> None:
    """A second line of one actor adds its forms to the first, if they agree on what it is."""
    before = aliases.get(alias.canonical)
    if before is None:
        aliases[alias.canonical] = alias
    elif before.type == alias.type:
        aliases[alias.canonical] = before._replace(forms=tuple(dict.fromkeys(before.forms + alias.forms)))
    else:
        problems.append(f"{place}: {alias.canonical} is {alias.type} here and {before.type} further up; it stays {before.type}.")


def _line(line: str) -> tuple[Alias | None, str]:
    try:
        cells = next(csv.reader([line], strict=True))
    except csv.Error as error:
        return None, f"not a CSV line ({error}); put quotation marks around a cell with a comma."
    if len(cells) < 2 or len(cells) > 4:
        hint = " Part the cells by commas and only the aliases by semicolons." if len(cells) == 1 and ";" in line else ""
        return None, f"{len(cells)} cells instead of 4 (canonical, type, aliases parted by ;, note).{hint}"
    canonical, kind = cells[0].strip(), cells[1].strip()
    if not canonical:
        return None, "no canonical name in the first cell."
    kind = kind.upper() if kind.upper() in TYPES else kind.lower()
    if kind not in TYPES:
        return None, f'"{cells[1]}" is no type; write PER, ORG, LOC or hide.{_meant(kind)}'
    forms = cells[2].split(";") if len(cells) > 2 else []
    return Alias(canonical, kind, tuple(f.strip() for f in forms if f.strip())), ""


def _meant(kind: str) -> str:
    """What a person who wrote a verb for a type wants to do."""
    if kind in ("split", "merge"):
        how = {"split": "each name a line of its own", "merge": "them on one line"}[kind]
        return f" To {kind} names, put {how}."
    return ""
