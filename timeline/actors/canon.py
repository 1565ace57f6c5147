"""One name an actor within a document: listed forms, the family name of somebody named in full, acronyms."""

from itertools import pairwise

from timeline.actors.firms import name_organisations
from timeline.actors.people import name_people
from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import fold
from timeline.actors.writing import capitalised_first, display


def name_all(scene: Scene, spots: list[Spot]) -> None:
    """Give every spot its canonical `name` and the reason for it."""
    for spot in spots:
        if spot.entry:
            _from_entry(scene, spot)
    name_people(scene, [s for s in spots if s.type == "PER"])
    name_organisations(scene, [s for s in spots if s.type == "ORG"], {s.first for s in spots})
    for spot in spots:
        if not spot.name:
            spot.name = display(scene, spot)
    _offices(scene, spots)


def _offices(scene: Scene, spots: list[Spot]) -> None:
    """Croatian Foreign Ministry: an office named after its country's adjective keeps it in its name."""
    for before, spot in pairwise(spots):
        adjective = before.entry and before.entry.kind == "demonym" and before.last == spot.first and scene.joined(spot.first)
        if adjective and spot.type == "ORG" and spot.entry is None:
            spot.name = capitalised_first(scene.text(before.first, spot.last))
            spot.reason = f"{spot.reason} after a demonym"


def _from_entry(scene: Scene, spot: Spot) -> None:
    entry = spot.entry
    spot.name = entry.name
    reasons = {"demonym": f"demonym of {entry.name}", "people": f"demonym of {entry.name}", "capital": "capital city, as a place"}
    spot.reason = reasons.get(entry.kind) or _listed_reason(scene, spot)


def _listed_reason(scene: Scene, spot: Spot) -> str:
    if spot.entry.by_hand:
        return "alias file" if fold(spot.entry.name) == fold(scene.text(spot.first, spot.last)) else f"alias file: another form of {spot.entry.name}"
    if fold(spot.entry.name) == fold(scene.text(spot.first, spot.last)):
        return {"country": "listed country", "place": "listed place"}.get(spot.entry.kind, "alias file")
    source = {"country": "country list", "place": "place list"}.get(spot.entry.kind, "alias file")
    return f"{source}: another form of {spot.entry.name}"
