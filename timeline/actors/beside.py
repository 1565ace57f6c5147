"""What stands right beside a listed person's name and makes another actor of it: Jr., a numeral, a square, a ship."""

from timeline.actors.lexicon import Entry
from timeline.actors.names import GENERATIONS
from timeline.actors.spot import Scene, Spot

NUMERALS = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())


def another(scene: Scene, k: int, j: int, end: int, entry: Entry) -> Spot | None:
    """The spot that a listed person from `k` to `end` becomes by the word behind it in the chain; None: stays as listed."""
    if entry.type != "PER" or end >= len(scene.tokens) or not scene.joined(end):
        return None
    if _numbered(scene, k, end):
        return Spot(k, end + 1, "PER", f'"{scene.text(end, end + 1)}" tells a namesake', clear=True)
    if end < j and scene.is_capital(end) and (scene.has("place_tails", end) or scene.has("site_words", end)):
        return Spot(k, end + 1, "LOC", f'place word "{scene.text(end, end + 1)}"', clear=True)
    return None


def _numbered(scene: Scene, k: int, end: int) -> bool:
    """Donald Trump Jr., King Charles I; but "then Bush I mean" is no king."""
    low = scene.low(end)
    if low.rstrip(".") in GENERATIONS and scene.is_capital(end):
        return True
    ruler = scene.has("title_heads", k) or scene.has("title_heads", k - 1)
    return ruler and (low in NUMERALS and scene.tokens.case[end] in "AI" or scene.tokens.case[end] == "n" and len(low) == 1)


def ship(scene: Scene, k: int, j: int) -> Spot | None:
    """USS Ronald Reagan: a ship is no actor, and least of all the one it is named after."""
    if k + 1 < j and scene.has("ship_heads", k) and scene.tokens.case[k] == "A":
        return Spot(k, j, "hide", f'"{scene.text(k, k + 1)}" names a ship')
    return None


def site(scene: Scene, spot: Spot) -> Spot:
    """Charles de Gaulle airport is a place, under its whole name."""
    after = spot.last
    if spot.type == "PER" and after < len(scene.tokens) and scene.joined(after) and scene.has("site_words", after):
        return Spot(spot.first, after, "LOC", f'before "{scene.low(after)}"', name=scene.text(spot.first, after + 1))
    return spot
