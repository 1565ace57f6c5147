"""What is named clearly once is known everywhere in its document."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from timeline.actors.context import acts
from timeline.actors.governments import governs
from timeline.actors.names import words_of
from timeline.actors.spot import Scene, Spot

ELSEWHERE = IN_FULL, MORE_CLEARLY = "a name given in full elsewhere in the text", "a name given more clearly elsewhere in the text"
NEAR = 60  # words: a city's name this soon after somebody who bears it is the person


@dataclass(slots=True)
class Clear:
    """What the text names clearly: the words of people's names, the family names among them (word -> where first), the
    particles before those, one-word names of organisations and places, and the ways in which each country is named."""

    people: set[str]
    families: dict[str, int]
    particles: dict[str, tuple[str, ...]]
    others: dict[str, str]
    countries: dict[str, set[str]]


def spread(scene: Scene, spots: list[Spot]) -> list[Spot]:
    """The spots, with doubtful ones settled and overlooked ones added from the clear names; sorted."""
    clear = _clear(scene, spots)
    kept = [s for s in (_settled(scene, spot, clear) for spot in spots) if s]
    return _with_particles(scene, _added(scene, _without_doubt(scene, kept), clear), clear)


def _clear(scene: Scene, spots: list[Spot]) -> Clear:
    countries: dict[str, set[str]] = defaultdict(set)
    for spot in spots:
        if spot.entry and spot.entry.kind in ("country", "demonym", "people", "capital"):
            countries[spot.entry.country].add(scene.low(spot.first))
    people, families, particles = _people(scene, spots)
    return Clear(people, families, particles, _others(scene, spots), countries)


def _borne(scene: Scene, spot: Spot, clear: Clear) -> bool:
    """Moon, Lincoln: a listed place that is also the name of somebody in the text, unless "in" stands before it."""
    if not spot.entry or spot.entry.by_hand or spot.entry.kind not in ("place", "capital", "country") or spot.last - spot.first > 1:
        return False
    word = scene.low(spot.first)
    if word not in clear.people or scene.has("places_before", spot.first - 1) or scene.low(spot.first - 1) == "the":
        return False
    if spot.entry.kind == "place":
        return scene.lexicon.is_family(word)
    return _just_named(scene, spot, clear, word)


def _just_named(scene: Scene, spot: Spot, clear: Clear, word: str) -> bool:
    """George Washington crossed; Washington was cold. But where the text names the country too, its capital may act."""
    named = word in clear.families and clear.families[word] < spot.first <= clear.families[word] + NEAR
    country = len(clear.countries[spot.entry.country]) > 1 and governs(scene, spot)
    return named and not country and not scene.has("place_tails", spot.last)


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


def _people(scene: Scene, spots: list[Spot]) -> tuple[set[str], dict[str, int], dict[str, tuple[str, ...]]]:
    """The names (first and last words) of everyone named in full or by a title, and as in Clear."""
    people, families, particles = set(), {}, {}
    for spot in spots:
        if spot.type != "PER" or not spot.clear:
            continue
        words = words_of(scene, spot)
        if len(words) > 1:
            people.update((words[0], words[-1]))
            families.setdefault(words[-1], spot.first)
            particles.setdefault(words[-1], _particles(scene, words))
        elif spot.titles:
            people.add(words[0])
    return {w for w in people if len(w) > 2 and not scene.lexicon.has("never", w)}, families, particles


def _particles(scene: Scene, words: list[str]) -> tuple[str, ...]:
    """("von", "der") of Ursula von der Leyen."""
    k = len(words) - 1
    while k > 1 and scene.lexicon.has("particles", words[k - 1]):
        k -= 1
    return tuple(words[k:-1])


def _with_particles(scene: Scene, spots: list[Spot], clear: Clear) -> list[Spot]:
    """Leyen is von der Leyen where the text writes her so."""
    end = 0
    for spot in spots:
        before = clear.particles.get(scene.low(spot.first), ()) if spot.type == "PER" and spot.last - spot.first == 1 else ()
        first = spot.first - len(before)
        if before and first >= end and tuple(scene.tokens.low[first : spot.first]) == before and all(
                scene.joined(m) for m in range(first + 1, spot.last)):
            spot.first, spot.entry = first, None
        end = spot.last
    return spots


def _others(scene: Scene, spots: list[Spot]) -> dict[str, str]:
    """One-word names of organisations and places that were clear somewhere."""
    clear: dict[str, str] = {}
    for spot in spots:
        if spot.type in ("ORG", "LOC") and spot.clear and spot.last - spot.first == 1 and spot.entry is None:
            clear.setdefault(scene.low(spot.first), spot.type)
        elif spot.type == "ORG" and spot.last - spot.first == 2 and scene.has("org_suffixes", spot.last - 1):
            clear.setdefault(scene.low(spot.first), "ORG")
    return clear


def _settled(scene: Scene, spot: Spot, clear: Clear) -> Spot | None:
    if _borne(scene, spot, clear):
        return Spot(spot.first, spot.last, "PER", IN_FULL, titles=spot.titles)
    if spot.clear or spot.entry or spot.last - spot.first > 1:
        return spot
    low = scene.low(spot.first)
    if low in clear.people:
        spot.type, spot.reason = "PER", IN_FULL
    elif low in clear.others:
        spot.type, spot.reason = clear.others[low], "named more clearly elsewhere in the text"
    return spot


def _added(scene: Scene, spots: list[Spot], clear: Clear) -> list[Spot]:
    """Names overlooked so far: at the head of a sentence, or in a part without capitals."""
    wanted = {w for w in (*clear.people, *clear.others) if len(w) > 2 and not scene.lexicon.has("never", w)}
    found, at = [], 0
    low = scene.tokens.low
    for spot in [*spots, None]:
        until = spot.first if spot else len(low)
        found.extend(_single(scene, i, clear) for i in range(at, until) if low[i] in wanted and _free(scene, i))
        if spot:
            found.append(spot)
            at = spot.last
    return found


def _free(scene: Scene, i: int) -> bool:
    """Not the tail of a hyphenated word; in cased text with its capital; an everyday word (Bush, Bill) where it acts,
    or inside a sentence without an article."""
    tokens = scene.tokens
    if tokens.gap[i] == "-" or not (tokens.blind[i] or tokens.case[i] != "l"):
        return False
    if not scene.common(i) and not scene.has("careful", i):
        return True
    if tokens.blind[i]:
        return False
    acting = i + 1 < len(tokens) and tokens.joined(i + 1) and (acts(scene, i + 1) or scene.has("acting", i + 1))
    alone = not tokens.opens[i] and scene.low(i) in scene.lexicon.given and not scene.common(i - 1) and not scene.common(i + 1)
    return acting or alone


def _single(scene: Scene, i: int, clear: Clear) -> Spot:
    low = scene.tokens.low[i]
    kind = "PER" if low in clear.people else clear.others[low]
    return Spot(i, i + 1, kind, MORE_CLEARLY)
