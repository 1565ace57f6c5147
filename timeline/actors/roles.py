"""Country or place, actor or venue: what the words around a place say it does."""

from timeline.actors.governments import governs, shown
from timeline.actors.lexicon import Entry
from timeline.actors.speaking import speaks
from timeline.actors.spot import Scene, Spot


def settle(scene: Scene, spots: list[Spot]) -> list[Spot]:
    """Capitals become their governments where the verb shows it; the North and the South find their Korea."""
    for spot in spots:
        if spot.entry and spot.entry.kind == "capital" and governs(scene, spot):
            spot.name = spot.entry.country
            spot.reason = f'capital for its government: "{shown(scene, spot)}"'
    _georgia(spots)
    _shared(scene, spots)
    return _two_koreas(scene, spots)


def role(scene: Scene, spot: Spot) -> str:
    """"actor", "speaker" (it only tells), "venue" (it only hosts), or "" (a bare adjective: "American student")."""
    found = _part(scene, spot)
    return "speaker" if found == "actor" and speaks(scene, spot) else found


def _part(scene: Scene, spot: Spot) -> str:
    if spot.type != "LOC":
        return "actor"
    kind = spot.entry.kind if spot.entry else "place"
    if kind == "people":
        return "actor"
    if kind == "demonym":
        return "actor" if _acts(scene, spot) or _people(scene, spot) else ""
    if kind == "capital":
        return "actor" if spot.name == spot.entry.country and governs(scene, spot) else "venue"
    if kind != "country":
        return "venue"
    return "venue" if _hosts(scene, spot) else "actor"


def _people(scene: Scene, spot: Spot) -> bool:
    """Les Britanniques: in some languages the people have a capital that the adjective has not."""
    return "peoples_capitalised" in scene.lexicon.flags and scene.tokens.case[spot.first] in "CM"


def _acts(scene: Scene, spot: Spot) -> bool:
    if "adjective_follows" in scene.lexicon.flags and scene.joined(spot.first) and scene.has("government_nouns", spot.first - 1):
        return True
    after = scene.joined(spot.last) and not scene.tokens.possessive(spot.last) if spot.last < len(scene.tokens) else False
    if after and scene.has("government_nouns", spot.last):
        return True
    return scene.low(spot.first - 1) == "the" and after and scene.has("government_verbs", spot.last)


def _hosts(scene: Scene, spot: Spot) -> bool:
    if _of_an_event(scene, spot) or _dateline(scene, spot):
        return True
    k = spot.first - 1
    if k >= 0 and scene.low(k) == "the":
        k -= 1
    if k < 0:
        return _after_capital(scene, spot)
    owned = spot.last < len(scene.tokens) and scene.tokens.possessive(spot.last)
    return not owned and (scene.has("venue_before", k) and scene.joined(k + 1) or _after_capital(scene, spot))


def _of_an_event(scene: Scene, spot: Spot) -> bool:
    """The Singapore summit; where small words were dropped, also "summit singapore"."""
    if spot.last < len(scene.tokens) and scene.joined(spot.last) and scene.has("hosted_nouns", spot.last):
        return True
    return scene.tokens.blind[spot.first] and scene.joined(spot.first) and scene.has("hosted_nouns", spot.first - 1)


def _dateline(scene: Scene, spot: Spot) -> bool:
    """SINGAPORE, June 12 (Reuters)."""
    tokens, k = scene.tokens, spot.first
    shouted = tokens.opens[k] and not tokens.blind[k] and all(c == "A" for c in tokens.case[k : spot.last])
    return shouted and tokens.end[spot.last - 1] - tokens.start[k] > 4 and spot.last < len(tokens) and tokens.gap[spot.last] in ",|"


def _after_capital(scene: Scene, spot: Spot) -> bool:
    """Hanoi, Vietnam · hanoi vietnam: the country only says where the city is."""
    capital = spot.first and (scene.tokens.blind[spot.first] or scene.is_capital(spot.first - 1))
    found = scene.lexicon.match(scene.tokens, spot.first - 1, spot.first) if capital else None
    return bool(found) and found[1].kind in ("capital", "place") and scene.tokens.gap[spot.first] in ", "


def _two_koreas(scene: Scene, spots: list[Spot]) -> list[Spot]:
    """"the North" and "the South" where the text names North or South Korea, and only there."""
    named = {s.name for s in spots}
    if not {"North Korea", "South Korea"} & named:
        return spots
    extra, taken = [], {i for s in spots for i in range(s.first, s.last)}
    for i, low in enumerate(scene.tokens.low):
        if low in ("north", "south") and i not in taken and _stands_alone(scene, i):
            name = f"{low.capitalize()} Korea"
            entry = Entry(name, "LOC", "country", name)
            extra.append(Spot(i, i + 1, "LOC", f'"the {low.capitalize()}" in a text about Korea', entry=entry, name=name))
    return sorted([*spots, *extra], key=lambda s: s.first) if extra else spots


def _stands_alone(scene: Scene, i: int) -> bool:
    tokens = scene.tokens
    if i == 0 or tokens.low[i - 1] != "the" or not scene.joined(i):
        return False
    joined = i + 1 < len(tokens) and scene.joined(i + 1)
    if tokens.blind[i]:
        return joined and scene.has("government_verbs", i + 1)
    return tokens.case[i] == "C" and not (joined and (tokens.case[i + 1] != "l" or tokens.low[i + 1] in ("of", "east", "west", "pole")))


def _shared(scene: Scene, spots: list[Spot]) -> None:
    """Korea, Congo: a name that two states share is the one the text names in full, if it names just one."""
    named = {s.name for s in spots}
    for spot in spots:
        meanings = scene.lexicon.shared.get(spot.name, frozenset()) & named
        if len(meanings) == 1 and spot.entry:
            spot.name = next(iter(meanings))
            spot.entry = Entry(spot.name, "LOC", "country", spot.name)
            spot.reason = f"the text names {spot.name} only"


AMERICAN = ("us state", "us city")


def _georgia(spots: list[Spot]) -> None:
    """Georgia among American places is the state."""
    georgias = [s for s in spots if s.entry and s.entry.name == "Georgia" and s.entry.kind == "country"]
    if not georgias:
        return
    american = sum(bool(s.entry) and s.entry.country in AMERICAN for s in spots)
    caucasian = sum(bool(s.entry) and s.name in ("Tbilisi", "Russia", "Abkhazia", "South Ossetia", "Armenia", "Azerbaijan") for s in spots)
    if american > caucasian:
        for spot in georgias:
            spot.name, spot.reason, spot.entry = "Georgia (US state)", "the text names other American places", None
