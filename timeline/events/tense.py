"""The tense of a verb from the helpers before it, as far as a story needs it (Reichenbach 1947): past, perfect, pluperfect …"""

from timeline.events import phrase
from timeline.events.mainverb import is_reduced
from timeline.events.scene import Scene

_BACK = 6  # words looked at before a verb for its helpers


def tense(scene: Scene, index: int) -> str:
    """past, perfect, pluperfect, present, modal, infinitive or participle, of the verb at `index`."""
    verb, helpers = scene.verb(index), _helpers(scene, index)
    if any(scene.words.has("tense.modal", low) for low in helpers):
        return "modal"
    if helpers[:1] == ["to"]:
        return "infinitive"
    if "had" in helpers:
        return "pluperfect"
    if any(low in ("has", "have", "'ve") for low in helpers):
        return "perfect"
    if any(low in ("was", "were", "did") for low in helpers) or verb.lemma == "be" and verb.form == "past":
        return "past"
    if helpers and any(low in ("is", "are", "am", "'s", "'re", "be", "being", "do", "does") for low in helpers):
        return "present"
    if scene.tokens[index].low in ("is", "are", "am", "'s", "'re"):
        return "present"
    if verb.form == "ing" or verb.form in ("past", "part") and is_reduced(scene, index):
        return "participle"
    return {"s": "present", "base": "present", "past": "past"}.get(verb.form, "participle")


def _helpers(scene: Scene, index: int) -> list[str]:
    """The words that bear on the verb, the nearest first."""
    found = []
    for before in range(index - 1, max(-1, index - _BACK), -1):
        token = scene.tokens[before]
        if token.date >= 0:
            continue
        if token.actor >= 0 or not phrase.bears(scene, before) and not scene.words.has("function.adverbs", token.low):
            break
        found.append(token.low)
    return found
