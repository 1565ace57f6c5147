"""Who tells of something rather than takes part in it: "Kim told reporters", "..., said Kim", "according to Kim"."""

from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import COMMA, HYPHEN

ASIDE = 10  # words of an aside between a name and its verb: "Kim, the leader of North Korea, said"


def speaks(scene: Scene, spot: Spot) -> bool:
    """Whether a verb of saying, or a word like "according to", makes the actor at `spot` the one who tells."""
    if scene.tokens.possessive(spot.last):
        return False
    return _quoted(scene, spot.first) or _says(scene, spot.last) or _said_after(scene, spot) or _after_aside(scene, spot.last)


def _quoted(scene: Scene, first: int) -> bool:
    """According to (the) (former) (president) Kim."""
    k = first - 1
    while k > 0 and first - k < 6 and (scene.low(k) == "the" or _in_title(scene, k)):
        k -= 1
    return scene.has("reporting_before", k) and (scene.low(k) != "to" or scene.has("reporting_phrase", k - 1))


def _in_title(scene: Scene, k: int) -> bool:
    return any(scene.has(key, k) for key in ("title_heads", "title_modifiers", "honorifics"))


def _says(scene: Scene, k: int) -> bool:
    """Kim said; Kim has also said."""
    for m in range(k, min(k + 3, len(scene.tokens))):
        if not scene.joined(m) or scene.tokens.gap[m] == HYPHEN:
            return False
        if scene.has("reporting", m):
            return _is_verb(scene, m)
        if not scene.has("reporting_between", m):
            return False
    return False


def _is_verb(scene: Scene, k: int) -> bool:
    """Written small, and no noun: "the Kim reports", "U.N. notes"."""
    small = scene.tokens.case[k] == "l" or scene.tokens.blind[k]
    return small and not (scene.low(k) in ("reports", "notes", "states") and scene.low(k + 1) in ("of", "on", "about"))


def _said_after(scene: Scene, spot: Spot) -> bool:
    """"...", said Kim: the verb stands first, and a stop or a comma ends it."""
    k = spot.first - 1
    while k > 0 and spot.first - k < 5 and _in_title(scene, k):
        k -= 1
    if k < 1 or not scene.has("reporting", k) or not _is_verb(scene, k) or scene.joined(k):
        return False
    return spot.last >= len(scene.tokens) or not scene.joined(spot.last)


def _after_aside(scene: Scene, k: int) -> bool:
    """Kim, the leader of North Korea, said."""
    if k >= len(scene.tokens) or scene.tokens.gap[k] != COMMA:
        return False
    for m in range(k + 1, min(k + ASIDE, len(scene.tokens))):
        if scene.tokens.gap[m] == COMMA:
            return scene.has("reporting", m) and _is_verb(scene, m)
        if not scene.joined(m):
            return False
    return False
