"""The alias file: what a person has the last word on (merge, hide, type). One broken line costs one message."""

import csv
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).resolve().parents[2] / "data" / "actors"
TYPES = ("PER", "ORG", "LOC", "hide")


class Alias(NamedTuple):
    """One line: the canonical actor, its type ("hide": never an actor), its other forms."""

    canonical: str
    type: str
    forms: tuple[str, ...]


def read(path: Path) -> tuple[list[Alias], list[str]]:
    """The aliases of a file and its problems, each in a sentence that names the line. Never raises."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return [], [f"{path.name} could not be read ({error}): save it as a UTF-8 CSV file; no alias is in force."]
    return _parse(lines, path.name)


def _parse(lines: list[str], name: str) -> tuple[list[Alias], list[str]]:
    aliases, problems, owner = [], [], {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#") or (number == 1 and line.startswith("canonical")):
            continue
        alias, problem = _line(line)
        if problem:
            problems.append(f"{name} line {number}: {problem} The line was left out.")
            continue
        kept = []
        for form in (alias.canonical, *alias.forms):
            other = owner.setdefault(form, alias.canonical)
            if other == alias.canonical:
                kept.append(form)
            else:
                problems.append(f'{name} line {number}: "{form}" already belongs to {other}; it stays with {other}.')
        aliases.append(alias._replace(forms=tuple(kept)))
    return aliases, problems


def _line(line: str) -> tuple[Alias | None, str]:
    try:
        cells = next(csv.reader([line], strict=True))
    except csv.Error as error:
        return None, f"not a CSV line ({error}); put quotation marks around a cell with a comma."
    if len(cells) < 2 or len(cells) > 4:
        return None, f"{len(cells)} cells instead of 4 (canonical, type, aliases parted by ;, note)."
    canonical, kind = cells[0].strip(), cells[1].strip()
    if not canonical:
        return None, "no canonical name in the first cell."
    kind = kind.upper() if kind.upper() in TYPES else kind.lower()
    if kind not in TYPES:
        return None, f'"{cells[1]}" is no type; write PER, ORG, LOC or hide.'
    forms = cells[2].split(";") if len(cells) > 2 else []
    return Alias(canonical, kind, tuple(f.strip() for f in forms if f.strip())), ""
