"""Names that begin with what they are: ministère de la Santé, Tribunal Supremo, rue du Midi, FC Bayern.

English puts that word last (chains and pieces read it there). The word files of other languages list the words here:
`body_heads` (with a capital), `small_heads` (also small), `body_words` (small words inside), `name_links` (de, van),
`town_bodies` (only before a town), `street_heads`, `club_heads`.
"""

from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import COMMA, HYPHEN

LONGEST = 9
TOWN_ENDINGS = ("burg", "stadt", "dorf", "heim", "hausen", "bruck", "furt", "bach", "berg", "feld", "hafen", "munde", "rode", "kirchen", "ingen")


def headed_end(scene: Scene, i: int) -> int:
    """The end of the name that starts with its head at word `i`; `i` itself where none does."""
    spot = read(scene, i)
    return spot.last if spot else i


def begins_behind_opener(scene: Scene, i: int, j: int) -> bool:
    """Le Conseil constitutionnel, De Raad van State: the word that opens the sentence is no part of the name."""
    return scene.tokens.opens[i] and scene.has("never", i) and headed_end(scene, j) > j


def read(scene: Scene, i: int) -> Spot | None:
    """The body, street or club whose name starts at word `i`."""
    if scene.tokens.blind[i] or not scene.has("heads", i):
        return None
    for kind, rule in (("LOC", _street), ("ORG", _body), ("ORG", _town_body), ("ORG", _club)):
        last = rule(scene, i)
        if last > i + 1 and not _listed_at_least(scene, i, last):
            return Spot(i, last, kind, f'begins with "{scene.text(i, i + 1)}"', clear=True)
    return None


def _listed_at_least(scene: Scene, i: int, last: int) -> bool:
    found = scene.lexicon.match(scene.tokens, i)
    return bool(found) and found[0] >= last


def _body(scene: Scene, i: int) -> int:
    """Where it ends: behind its last capitalised word, or behind the small words that belong to its head."""
    small = scene.has("small_heads", i)
    if not small and not (scene.has("body_heads", i) and scene.is_capital(i)):
        return i
    last, named, k = i + 1, scene.is_capital(i) and not scene.tokens.opens[i], i + 1
    while k < min(len(scene.tokens), i + LONGEST) and _goes_on(scene, k):
        if _is_name_word(scene, k):
            if scene.lexicon.nouns_capitalised and scene.low(k - 1) not in scene.lexicon.words["name_links"]:
                break
            if k > i + 1 and scene.low(k) in scene.lexicon.given and scene.is_capital(k - 1):
                break
            named, last = True, k + 1
        elif scene.has("body_words", k):
            last = k + 1
        elif not (scene.has("name_links", k) and _link_holds(scene, k)):
            break
        k += 1
    while last > i + 1 and not named:
        last -= 1
    return last


def _goes_on(scene: Scene, k: int) -> bool:
    return scene.joined(k) and not scene.tokens.opens[k]


def _link_holds(scene: Scene, k: int) -> bool:
    """de la Santé, van State: behind one or two links stands a word of the name."""
    for m in (k + 1, k + 2):
        if m >= len(scene.tokens) or not _goes_on(scene, m):
            return False
        if _is_name_word(scene, m) or scene.has("body_words", m):
            return True
        if not scene.has("name_links", m):
            return False
    return False


def _is_name_word(scene: Scene, k: int) -> bool:
    if not scene.is_capital(k) or scene.has("never", k) or scene.has("honorifics", k):
        return False
    return scene.has("name_links", k - 1) or not scene.has("title_heads", k)


def _town_body(scene: Scene, i: int) -> int:
    """Landgericht Osnabrück: in German only a town goes with it, for a noun has its capital too."""
    k = i + 1
    if not (scene.has("town_bodies", i) and k < len(scene.tokens) and _goes_on(scene, k) and _is_name_word(scene, k)):
        return i
    found = scene.lexicon.match(scene.tokens, k)
    if found and found[1].kind in ("place", "capital"):
        return found[0]
    return k + 1 if scene.low(k).endswith(TOWN_ENDINGS) else i


def _street(scene: Scene, i: int) -> int:
    """rue du Midi, via XX Settembre, Rua 25 de Abril."""
    if not scene.has("street_heads", i):
        return i
    last, k, numbered = i, i + 1, False
    while k < min(len(scene.tokens), i + LONGEST) and _goes_on(scene, k):
        if scene.is_capital(k):
            last = k + 1
        elif scene.tokens.case[k] == "n":
            if scene.tokens.gap[k] == HYPHEN and last == k:
                last = k + 1
            elif numbered or last > i:
                break
            numbered = True
        elif not scene.has("name_links", k):
            break
        k += 1
    return last if last > i + 1 else i


def _club(scene: Scene, i: int) -> int:
    """FC Bayern, CD Otoñales, Atlético Madrid: one word more, and an article's or a date's is none."""
    k = i + 1
    if not (scene.has("club_heads", i) and scene.is_capital(i) and k < len(scene.tokens) and _goes_on(scene, k)):
        return i
    if len(scene.low(i)) < 4 and scene.tokens.case[i] != "A" or not scene.is_capital(k) or scene.tokens.gap[k] == COMMA:
        return i
    return k + 1
