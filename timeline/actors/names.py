"""What the words of a person's name tell: whether two forms fit one person, and by which words alone he or she is called."""

from timeline.actors.lexicon import Lexicon
from timeline.actors.spot import Scene, Spot
from timeline.actors.writing import PARTICLES

GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}


def without_generation(words: list[str]) -> list[str]:
    """The words without Jr. and the like, unless there are no others."""
    return [w for w in words if w.rstrip(".") not in GENERATIONS] or words


def words_of(scene: Scene, spot: Spot) -> list[str]:
    """The folded words of a person's name in the text, without Jr. and the like."""
    return without_generation(scene.tokens.low[spot.first : spot.last])


def generation(words: list[str]) -> str:
    """"jr" of Walter Brandt Jr., "" where nothing tells father from son."""
    return next((GENERATIONS[w.rstrip(".")] for w in words[1:] if w.rstrip(".") in GENERATIONS), "")


def compatible(one: list[str], other: list[str]) -> bool:
    """Same family name, and given names that are equal or shortened to initials; a middle name may be missing."""
    ages = {generation(one), generation(other)} - {""}
    one, other = without_generation(one), without_generation(other)
    if len(ages) > 1:
        return False
    if "".join(one) == "".join(other):
        return True
    if one[-1] != other[-1] or not _same_given(one[0], other[0]):
        return False
    middle, wanted = (one[1:-1], other[1:-1]) if len(one) >= len(other) else (other[1:-1], one[1:-1])
    if PARTICLES & {*middle, *wanted} and middle != wanted:
        return False
    rest = iter(middle)
    return all(any(_same_given(w, m) for m in rest) for w in wanted)


def _same_given(one: str, other: str) -> bool:
    """Equal, or one the other's initial; "jk" is what "j." "k." leave when they are written together."""
    one, other = one.rstrip("."), other.rstrip(".")
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def turned(one: list[str], other: list[str], lexicon: Lexicon) -> bool:
    """Orbán Viktor and Viktor Orbán: the family name first or last, unless either word may be the given name."""
    if len(one) != len(other) or len(one) < 2 or one == other:
        return False
    either = one[0] in lexicon.given and one[-1] in lexicon.given and not lexicon.is_family(one[0]) | lexicon.is_family(one[-1])
    return not either and other in (one[1:] + one[:1], one[-1:] + one[:-1])


def family_words(words: list[str], lexicon: Lexicon) -> set[str]:
    """The words by which somebody named in full may be called alone: the family name, in either order."""
    words = without_generation(words)
    if len(words) < 2:
        return set(words)
    if words[0] in lexicon.east and words[0] not in ("an", "do", "ma", "ha") and _eastern(words, lexicon):
        return {words[0], words[-1]} if words[0] in lexicon.called_last and len(words) > 2 else {words[0]}
    two = "two_surnames" in lexicon.flags
    inner = {w for w in words[1:-1] if w not in PARTICLES and (two or w in lexicon.west) and w not in lexicon.given}
    return {words[-1]} | inner


def _eastern(words: list[str], lexicon: Lexicon) -> bool:
    """Kim Jong-un, but not Kim Clijsters or Kim Philby: what follows is no western family name."""
    if words[-1] in lexicon.west and words[-1] not in lexicon.east:
        return False
    if words[0] in lexicon.given and len(words) == 2:
        return words[1] in lexicon.given or words[1] in lexicon.east
    return True
