"""A capital for its government: Pyongyang refused, ties with Tehran, Tehran's nuclear programme. Not: talks in Hanoi."""

from timeline.actors.spot import Scene, Spot

HOSTED = ("venue_before", "event_nouns", "places_before")
STATES = frozenset("be been become seen had".split())  # "Paris will be cold", "Kabul has seen snow": the city itself


def governs(scene: Scene, spot: Spot) -> bool:
    """Whether the words around the capital at `spot` show that its government is meant."""
    if _owns(scene, spot.last) or spot.first and scene.joined(spot.first) and _is_dealt_with(scene, spot.first - 1):
        return True
    before = scene.low(spot.first - 1) if spot.first and scene.joined(spot.first) else ""
    if before and any(scene.lexicon.has(key, before) for key in HOSTED) or before == "of":
        return False
    return _verb_at(scene, spot.last) >= 0


def shown(scene: Scene, spot: Spot) -> str:
    """The words that show it: "Pyongyang refused", "accused Kyiv"."""
    verb = _verb_at(scene, spot.last)
    if verb >= 0:
        return scene.text(spot.first, verb + 1)
    return scene.text(spot.first, spot.last + 2) if _owns(scene, spot.last) else scene.text(spot.first - 1, spot.last)


def _is_dealt_with(scene: Scene, k: int) -> bool:
    """Whether the word before a capital makes it one that is accused, called on, opposed by or negotiated with."""
    if scene.has("government_objects", k):
        return scene.tokens.case[k] == "l"
    if scene.has("called_on", k - 1) and scene.low(k) == "on":
        return True
    return k > 0 and scene.has("dealing_with", k) and scene.joined(k) and scene.has("dealings", k - 1)


def _owns(scene: Scene, k: int) -> bool:
    """Tehran's nuclear programme, but not Tehran's streets."""
    return scene.tokens.possessive(k) and k + 1 < len(scene.tokens) and scene.joined(k + 1) and scene.has("government_things", k + 1)


def _verb_at(scene: Scene, k: int) -> int:
    """Where the verb stands that only a government does, a few auxiliaries and adverbs on; -1: none."""
    for m in range(k, k + 4):
        if m >= len(scene.tokens) or not scene.joined(m) or scene.tokens.possessive(m):
            return -1
        if not (scene.tokens.case[m] == "l" or scene.tokens.blind[m]):
            return -1
        if scene.has("government_verbs", m) or m > k and _does(scene, m, k):
            return m
        if not (scene.has("auxiliaries", m) or scene.has("modals", m)):
            return -1
    return -1


def _does(scene: Scene, m: int, k: int) -> bool:
    """Behind has, is, will, does: a verb in the form that follows them ("is working", "has broken", "will comply")."""
    low, helpers = scene.low(m), set(scene.tokens.low[k:m])
    if scene.tokens.blind[m] or low in STATES or scene.has("auxiliaries", m) or scene.has("modals", m) or not scene.common(m):
        return False
    if helpers & {"is", "was"}:
        return low.endswith("ing")
    if helpers & {"has", "have", "had"}:
        return low.endswith(("ed", "en")) or scene.has("acting", m)
    return any(scene.lexicon.has("modals", word) for word in helpers) and low in scene.lexicon.common


