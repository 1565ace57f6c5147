"""What is named clearly once is known everywhere in its document."""

from collections import Counter

from timeline.actors.context import acts
from timeline.actors.spot import Scene, Spot


def spread(scene: Scene, spots: list[Spot]) -> list[Spot]:
    """The spots, with doubtful ones settled and overlooked ones added from the clear names; sorted."""
    people, others = _people(scene, spots), _others(scene, spots)
    kept = [s for s in (_settled(scene, spot, people, others) for spot in spots) if s]
    return _added(scene, _without_doubt(scene, kept), people, others)


def _borne(scene: Scene, spot: Spot, people: set[str]) -> bool:
    """Moon, Lincoln: a listed place that is also the name of somebody in the text, unless "in" stands before it."""
    if not spot.entry or spot.entry.kind != "place" or spot.last - spot.first > 1 or scene.has("places_before", spot.first - 1) or scene.low(spot.first - 1) == "the":
        return False
    return scene.low(spot.first) in people and scene.lexicon.is_family(scene.low(spot.first))


def _without_doubt(scene: Scene, spots: list[Spot]) -> list[Spot]:
    """A capitalised word that nothing explains stands only where the text has it twice, never written small."""
    doubtful = Counter(scene.low(s.first) for s in spots if s.type == "?")
    small = {low for low, case in zip(scene.tokens.low, scene.tokens.case) if case == "l" and low in doubtful}
    kept = []
    for spot in spots:
        if spot.type == "?":
            if doubtful[scene.low(spot.first)] < 2 or scene.low(spot.first) in small:
                continue
            spot.type = "ORG"
        kept.append(spot)
    return kept


def _people(scene: Scene, spots: list[Spot]) -> set[str]:
    """The family names (first and last words) of everyone named in full."""
    words = set()
    for spot in spots:
        if spot.type == "PER" and spot.clear and spot.last - spot.first > 1:
            words.update((scene.low(spot.last - 1), scene.low(spot.first)))
        elif spot.type == "PER" and spot.clear and spot.titles:
            words.add(scene.low(spot.first))
    return {w for w in words if len(w) > 2 and not scene.lexicon.has("never", w)}


def _others(scene: Scene, spots: list[Spot]) -> dict[str, str]:
    """One-word names of organisations and places that were clear somewhere."""
    clear: dict[str, str] = {}
    for spot in spots:
        if spot.type in ("ORG", "LOC") and spot.clear and spot.last - spot.first == 1 and spot.entry is None:
            clear.setdefault(scene.low(spot.first), spot.type)
        elif spot.type == "ORG" and spot.last - spot.first == 2 and scene.has("org_suffixes", spot.last - 1):
            clear.setdefault(scene.low(spot.first), "ORG")
    return clear


def _settled(scene: Scene, spot: Spot, people: set[str], others: dict[str, str]) -> Spot | None:
    if _borne(scene, spot, people):
        return Spot(spot.first, spot.last, "PER", "a name given in full elsewhere in the text", titles=spot.titles)
    if spot.clear or spot.entry or spot.last - spot.first > 1:
        return spot
    low = scene.low(spot.first)
    if low in people:
        spot.type, spot.reason = "PER", "a name given in full elsewhere in the text"
    elif low in others:
        spot.type, spot.reason = others[low], "named more clearly elsewhere in the text"
    return spot


def _added(scene: Scene, spots: list[Spot], people: set[str], others: dict[str, str]) -> list[Spot]:
    """Names overlooked so far: at the head of a sentence, or in a part without capitals."""
    wanted = {w for w in (*people, *others) if not _risky(scene, w)}
    found, at = [], 0
    low = scene.tokens.low
    for spot in [*spots, None]:
        until = spot.first if spot else len(low)
        found.extend(_single(scene, i, people, others) for i in range(at, until) if low[i] in wanted and _free(scene, i))
        if spot:
            found.append(spot)
            at = spot.last
    return found


def _risky(scene: Scene, word: str) -> bool:
    return len(word) < 3 or scene.lexicon.has("never", word) or (scene.lexicon.is_common(word) and not scene.lexicon.is_family(word))


def _free(scene: Scene, i: int) -> bool:
    """Not the tail of a hyphenated word; in cased text with its capital; an everyday word (Bush) where it acts."""
    tokens = scene.tokens
    if tokens.gap[i] == "-" or not (tokens.blind[i] or tokens.case[i] != "l"):
        return False
    everyday = scene.common(i) or scene.has("careful", i)
    return not everyday or not tokens.blind[i] and i + 1 < len(tokens) and tokens.joined(i + 1) and (
        acts(scene, i + 1) or scene.has("acting", i + 1))


def _single(scene: Scene, i: int, people: set[str], others: dict[str, str]) -> Spot:
    low = scene.tokens.low[i]
    kind = "PER" if low in people else others[low]
    return Spot(i, i + 1, kind, "a name given more clearly elsewhere in the text")
