"""Names by their capitals: a chain of capitalised words is cut into titles, people, organisations and places."""

from timeline.actors.beside import site
from timeline.actors.headed import begins_behind_opener, headed_end, read
from timeline.actors.pieces import listed, org_end, piece
from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import AMPERSAND, HYPHEN, STOP_IN_NAME

STARTING = frozenset("al el bin van von de ibn ul".split())
LONGEST = 12


def chain_at(scene: Scene, i: int) -> int:
    """The end of the chain of name words that starts at word `i`; `i` itself where none does."""
    tokens = scene.tokens
    if tokens.low[i] in scene.lexicon.words["heads"] and headed_end(scene, i) > i:
        return headed_end(scene, i)
    if not _starts(scene, i):
        return i
    j = i + (1 if scene.is_capital(i) else 2)
    while j < len(tokens) and j - i < LONGEST:
        step = _step(scene, i, j)
        if not step or j == i + 1 and begins_behind_opener(scene, i, j):
            break
        j += step
    return j


def _starts(scene: Scene, i: int) -> bool:
    if scene.is_capital(i):
        return not scene.in_address(i) and not scene.contracted(i)
    after = i + 1 < len(scene.tokens) and scene.joined(i + 1) and scene.tokens.case[i + 1] in "CM"
    return after and scene.low(i) in STARTING and scene.tokens.case[i] == "l" and headed_end(scene, i + 1) == i + 1


def _step(scene: Scene, i: int, j: int) -> int:
    """How many words the chain from `i` goes on by at word `j`."""
    tokens = scene.tokens
    if tokens.gap[j] == AMPERSAND and scene.is_capital(j):
        return 1
    if not scene.joined(j):
        return 0
    if tokens.possessive(j):
        return _owned(scene, j)
    if scene.is_capital(j):
        return int(not scene.contracted(j))
    if tokens.gap[j] == HYPHEN:
        eastern = j == i + 2 and scene.low(i) in scene.lexicon.east
        return 0 if tokens.case[j] == "n" or (scene.common(j) and not eastern) else 1
    if scene.has("particles", j):
        return _particle(scene, j)
    return _linked(scene, i, j)


def _particle(scene: Scene, j: int) -> int:
    if scene.low(j) in ("y", "e") and not (j + 1 < len(scene.tokens) and scene.is_capital(j + 1)):
        return 0  # PSOE y el Partido Popular
    for k in (j + 1, j + 2):
        if k < len(scene.tokens) and scene.joined(k):
            if scene.is_capital(k):
                return k + 1 - j
            if not scene.has("particles", k):
                break
    return 0


def _owned(scene: Scene, j: int) -> int:
    """People's Party, Lord's Resistance Army: an 's inside the name of an organisation."""
    for k in range(j + 1, min(j + 4, len(scene.tokens))):
        if not (scene.joined(k) and scene.is_capital(k)):
            break
        if scene.has("org_tails", k) and scene.low(j - 1) in _OWNERS:
            return 2
    return 0


_OWNERS = frozenset("people lord women children workers farmers men king queen veterans teachers writers employers".split())


def _linked(scene: Scene, i: int, j: int) -> int:
    word, following = scene.low(j), j + 1
    if scene.low(following) == "the" and scene.joined(following):
        following += 1
    if following >= len(scene.tokens) or not (scene.joined(following) and scene.is_capital(following)):
        return 0
    last = scene.low(j - 1)
    if word == "of" and scene.phrase(j - 1, following + 2) > j:
        return scene.phrase(j - 1, following + 2) - j
    if word in ("of", "for", "on") and (_heads_of(scene, j - 1, i) or last in scene.lexicon.words["place_heads_of"]):
        return 0 if word == "on" and last not in ("committee", "commission", "council", "conference") else following + 1 - j
    if word == "and" and following == j + 1 and "of" in scene.tokens.low[i:j] and not scene.has("org_heads_of", following):
        return 2 if not scene.lexicon.match(scene.tokens, j - 1) else 0
    return 0


def _heads_of(scene: Scene, k: int, i: int) -> bool:
    return scene.has("org_heads_of", k) or (k > i and scene.has("org_tails", k))


def read_chain(scene: Scene, i: int, j: int) -> list[Spot]:
    """The actors in the chain of words from `i` to `j`."""
    headed = read(scene, i) if scene.has("heads", i) else None
    if headed and headed.last == j:
        return [headed]
    spots: list[Spot] = []
    k, titles = i, ()
    while k < j:
        k = k if _after_honorific(scene, k, titles) else _skip(scene, k, j)
        if k >= j:
            break
        end, words = scene.title(k, j)
        if end > k and not listed(scene, k, longer_than=end):
            if end < j and not _is_tail(scene, k, j) and not scene.tokens.possessive(end):
                k, titles = end, titles + words
                continue
            if end >= j:
                break
        spot = piece(scene, k, j, titles)
        if spot is None:
            k, titles = k + 1, ()
            continue
        spots.append(site(scene, spot))
        k, titles = spot.last, ()
        while k < j and (scene.tokens.possessive(k) or not scene.is_capital(k)):
            k += 1
    return spots


def _after_honorific(scene: Scene, k: int, titles: tuple[str, ...]) -> bool:
    """Mrs. May: behind Mrs. even a month is a name, and so is meneer de Vries."""
    if not titles or not scene.lexicon.has("honorifics", titles[-1]) or not scene.has("never", k):
        return False
    return scene.is_capital(k) or scene.has("particles", k) and scene.joined(k + 1) and scene.is_capital(k + 1)


def _is_tail(scene: Scene, k: int, j: int) -> bool:
    """General Assembly, Security Council: title words that belong to an organisation's name."""
    end = org_end(scene, k, j)
    return bool(end) and end <= k + 3 and not any(scene.low(m) in scene.lexicon.given for m in range(k, end))


def _skip(scene: Scene, k: int, j: int) -> int:
    """Pass over words that only have a capital because a sentence opens, and words that are never names."""
    while k < j:
        if listed(scene, k) or scene.low(k) in _OWNERS and org_end(scene, k, j) > k + 2 and scene.tokens.possessive(k + 1):
            return k
        if scene.tokens.case[k] == "I" and k + 1 < j and scene.tokens.gap[k + 1] == STOP_IN_NAME:
            return k
        if scene.tokens.possessive(k):
            k += 1
            continue
        if scene.title(k, j)[0] > k:
            return k
        if _never(scene, k, j):
            k += 1
        elif scene.tokens.opens[k] and _only_first(scene, k, j):
            k += 1
        else:
            return k
    return k


def _never(scene: Scene, k: int, j: int) -> bool:
    """Days, pronouns, peoples; adjectives unless they begin an organisation's or a place's name."""
    if scene.low(k) in scene.lexicon.given and k + 1 < j and scene.tokens.case[k] == "C" and _may_go_on(scene, k + 1):
        return scene.has("never", k) and bool(listed(scene, k + 1)) and not scene.lexicon.is_family(scene.low(k + 1))
    if scene.has("adjectives", k) and k + 1 < j and scene.tokens.gap[k + 1] != HYPHEN:
        return not (org_end(scene, k, j) > k + 1 or scene.has("place_heads", k) or scene.has("place_tails", k + 1))
    return scene.has("never", k) or scene.has("peoples", k) or scene.has("adjectives", k)


def _may_go_on(scene: Scene, k: int) -> bool:
    """Whether word `k` may be the second of a name: no everyday word, or the Le of Le Pen."""
    return not scene.common(k) or scene.has("particles", k) and scene.is_capital(k)


def _only_first(scene: Scene, k: int, j: int) -> bool:
    if scene.tokens.case[k] not in "CI" or not scene.common(k):
        return False
    if scene.low(k) in scene.lexicon.given and k + 1 < j and _may_go_on(scene, k + 1):
        return False
    if scene.lexicon.is_family(scene.low(k)) and k + 1 < j and not scene.common(k + 1) and not listed(scene, k + 1):
        return False
    if scene.title(k, j)[0] > k or k + 1 < j and scene.tokens.gap[k + 1] == AMPERSAND:
        return False
    return not (k + 1 < j and (scene.has("org_tails", k + 1) or scene.has("org_heads_of", k) or scene.has("place_heads", k)))
