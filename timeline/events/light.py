"""Verbs that say no more than that something took place ("was held", "broke out"), and helpers."""

from timeline.events.scene import Scene

_APART = ("down", "up", "out", "off", "away", "back")  # with these a light verb is another ("strike", "strike down")


def helps(scene: Scene, index: int, verb) -> bool:
    """"is set", "had been held": a helper of the verb that follows."""
    return verb.lemma in ("be", "have", "do") and any(
        scene.verb(after) is not None for after in range(index + 1, min(index + 4, len(scene.tokens))))


def is_light(scene: Scene, index: int, verb, step: int) -> bool:
    """Whether a verb only says that the noun before (step 1) or behind it (step -1) took place."""
    following = scene.tokens[index + 1].low if index + 1 < len(scene.tokens) else ""
    name, pair = "verb.passive" if step > 0 else "verb.staging", f"{verb.lemma} {following}"
    if pair in scene.words.light or step > 0 and scene.words.has(name, pair) and verb.form in ("past", "part"):
        return True
    if following in _APART:
        return False
    if verb.lemma in scene.words.light:
        return True
    return scene.words.has(name, verb.lemma) and (step < 0 or verb.form in ("past", "part"))
