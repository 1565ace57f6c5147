"""Organisations: what an acronym in brackets stands for, what a firm is called without its Inc."""

import re

from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import fold
from timeline.actors.writing import display

CORPORATE = frozenset("inc corp co ltd llc plc gmbh ag sa nv bv corporation company limited incorporated".split())


def name_organisations(scene: Scene, spots: list[Spot], taken: set[int]) -> None:
    """Give acronyms and short forms the name of the organisation they stand for, with the reason; in place.

    `taken`: the words at which other spots start.
    """
    for spot in spots:
        _with_suffix(scene, spot, taken)
    short = acronyms(scene, spots)
    firms = {_firm(scene, s): display(scene, s) for s in spots if _firm(scene, s)}
    for spot in spots:
        text = display(scene, spot)
        if spot.entry is None and text in short:
            spot.name, spot.reason = short[text]
        elif spot.entry is None and fold(text) in firms:
            spot.name, spot.reason = firms[fold(text)], f"short for {firms[fold(text)]}"


def _with_suffix(scene: Scene, spot: Spot, taken: set[int]) -> None:
    """BP plc, Siemens AG: with the legal form behind it, a listed firm is the same firm."""
    k = spot.last
    if k not in taken and k < len(scene.tokens) and scene.low(k).rstrip(".") in CORPORATE and scene.tokens.gap[k] == " " and (
            scene.is_capital(k) or scene.low(k) == "plc"):
        spot.last += 1
    last = spot.last
    while last > spot.first + 1 and scene.low(last - 1).rstrip(".") in CORPORATE | {"group"}:
        last -= 1
    listed = scene.lexicon.match(scene.tokens, spot.first, last) if spot.entry is None and last < spot.last else None
    if listed and listed[0] == last and listed[1].type == "ORG":
        spot.entry, spot.name = listed[1], listed[1].name
        spot.reason = f"alias file: {spot.name} with its legal form"


def _firm(scene: Scene, spot: Spot) -> str:
    """Apple of Apple Inc."""
    words = scene.tokens.low[spot.first : spot.last]
    if spot.entry is None and len(words) > 1 and words[-1].rstrip(".") in CORPORATE:
        return fold(re.sub(r"[\s,.]+$", "", scene.text(spot.first, spot.last - 1)))
    return ""


def acronyms(scene: Scene, spots: list[Spot]) -> dict[str, tuple[str, str]]:
    """"International Atomic Energy Agency (IAEA)": the letters in the brackets stand for the name before them."""
    short, tokens = {}, scene.tokens
    for spot in spots:
        k = spot.last
        if k >= len(tokens) or spot.last - spot.first < 2 or tokens.case[k] not in "AM":
            continue
        if tokens.text[tokens.end[k - 1] : tokens.start[k]].strip() == "(" and _spells(tokens.low[k], tokens.low[spot.first : k]):
            letters = tokens.text[tokens.start[k] : tokens.end[k]]
            name = spot.name or display(scene, spot)
            short[letters] = (name, f"acronym of {name}, given in brackets at {tokens.start[k]}")
    return short


def _spells(letters: str, words: list[str]) -> bool:
    initials = "".join(w[0] for w in words)
    content = "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "on", "in"))
    plain = letters.replace(".", "")
    return plain in (initials, content) or (len(plain) > 2 and _within(plain, "".join(words)) and plain[0] == words[0][0])


def _within(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(c in rest for c in letters)
