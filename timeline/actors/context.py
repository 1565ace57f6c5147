"""Capitalised words that no list knows: what the words around them say they are."""

from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import COMMA, HYPHEN


def judge(scene: Scene, k: int, last: int) -> Spot | None:
    """A spot for the unknown capitalised words from `k` to `last`, by their neighbours; None: no evidence."""
    if all(scene.has("never", m) or scene.tokens.case[m] == "I" for m in range(k, last)):
        return None
    for rule in (_as_org, _as_person, _as_place):
        spot = rule(scene, k, last)
        if spot:
            return spot
    return _guess(scene, k, last)


def _as_person(scene: Scene, k: int, last: int) -> Spot | None:
    before = scene.low(k - 1) if k and scene.joined(k) else ""
    if before and any(scene.lexicon.has(key, before) for key in ("before_person", "title_heads", "honorifics")):
        return Spot(k, last, "PER", f'after "{before}"', titles=(before,), clear=True)
    titles = _titles_before(scene, k) if last - k > 1 else ()
    if titles:
        return Spot(k, last, "PER", f'after "{titles[-1]}"', titles=titles, clear=True)
    if last - k <= 3 and scene.has("speech", last) and _apart(scene, last) and not scene.common(k):
        return Spot(k, last, "PER", f'before "{scene.low(last)}"', clear=True)
    if last - k == 1 and scene.low(k) in scene.lexicon.given and not scene.common(k):
        return Spot(k, last, "PER", "given name")
    if last - k == 1 and scene.low(k) in scene.lexicon.west and not (scene.common(k) and scene.tokens.opens[k]):
        return Spot(k, last, "PER", "family name")
    return None


def _titles_before(scene: Scene, k: int) -> tuple[str, ...]:
    """The secretary of state Philander Knox: a title of several small words right before the name."""
    for first in range(k - 2, max(-1, k - 5), -1):
        end, titles = scene.title(first, k)
        if end == k and titles and all(scene.joined(m) for m in range(first + 1, k + 1)):
            return titles
    return ()


def _apart(scene: Scene, k: int) -> bool:
    return scene.joined(k) and scene.tokens.gap[k] != HYPHEN


def _as_org(scene: Scene, k: int, last: int) -> Spot | None:
    if scene.joined(k) and scene.has("before_org", k - 1) and _is_apposition(scene, k):
        return Spot(k, last, "ORG", f'after "{scene.low(k - 1)}"', clear=True)
    if scene.joined(last) and scene.has("after_org", last) and not scene.common(k):
        return Spot(k, last, "ORG", f'before "{scene.low(last)}"')
    return None


def _is_apposition(scene: Scene, k: int) -> bool:
    """Der Autobauer Kranz baut; but "hat der Autobauer Stellen gestrichen": among capital nouns only the subject that opens."""
    return not scene.lexicon.nouns_capitalised or any(scene.tokens.opens[max(0, k - 2) : k])


def _as_place(scene: Scene, k: int, last: int) -> Spot | None:
    if (scene.low(k - 1) == "of" or scene.has("name_links", k - 1)) and scene.has("of_places", k - 2):
        return Spot(k, last, "LOC", f'after "{scene.low(k - 2)} {scene.low(k - 1)}"', clear=True)
    if scene.joined(k) and scene.has("before_place", k - 1):
        return Spot(k, last, "LOC", f'after "{scene.low(k - 1)}"', clear=True)
    if last - k <= 2 and scene.joined(last) and scene.has("after_place", last) and not scene.common(k):
        return Spot(k, last, "LOC", f'before "{scene.low(last)}"', clear=True)
    if last < len(scene.tokens) and scene.tokens.gap[last] == COMMA and last - k <= 2 and not scene.common(k):
        found = scene.lexicon.match(scene.tokens, last)
        if found and found[1].kind in ("country", "place", "capital") and scene.is_capital(last):
            return Spot(k, last, "LOC", f'before ", {found[1].name}"', clear=True)
    owned = last < len(scene.tokens) and scene.tokens.possessive(last)
    if last - k <= 2 and scene.joined(k) and scene.has("places_before", k - 1) and not scene.common(k) and not owned:
        return Spot(k, last, "LOC", f'after "{scene.low(k - 1)}"')
    return None


def _guess(scene: Scene, k: int, last: int) -> Spot | None:
    """No word around it helps. Two or three words nobody lists look like a person, one before 's or after
    a comma too; another single word is kept in doubt ("?"), to stand only if the text repeats it."""
    words = [m for m in range(k, last) if not (k < m < last - 1 and scene.has("particles", m))]
    if scene.lexicon.nouns_capitalised or any(scene.common(m) for m in words):
        return None
    if 2 <= len(words) <= 3 and all(scene.tokens.case[m] in "CMI" for m in words):
        kind = "ORG" if scene.joined(k) and scene.low(k - 1) in ("the", "of") else "PER"
        return Spot(k, last, kind, "capitalised words that no list knows", clear=kind == "PER")
    return _single(scene, k, last) if last - k == 1 and scene.tokens.case[k] in "CM" else None


def _single(scene: Scene, k: int, last: int) -> Spot | None:
    tokens = scene.tokens
    owner = last < len(tokens) and tokens.possessive(last)
    if not tokens.opens[k] and (owner or k and tokens.gap[k] == COMMA) and not scene.low(k).endswith("s"):
        return Spot(k, last, "PER", "capitalised, as the owner of something" if owner else "capitalised, after a comma")
    if tokens.opens[k]:
        acting = last < len(tokens) and scene.joined(last) and acts(scene, last) and not scene.low(k).endswith("s")
        return Spot(k, last, "PER", f'before "{scene.low(last)}"') if acting else None
    return Spot(k, last, "?", "capitalised in mid-sentence, more than once")


def acts(scene: Scene, k: int) -> bool:
    """Whether word `k` looks like the verb of the name before it (the "won" of Ji-won does not)."""
    return scene.tokens.case[k] == "l" and scene.tokens.gap[k] != HYPHEN and (scene.has("auxiliaries", k) or scene.has("speech", k) or scene.low(k).endswith("ed") and scene.common(k))
