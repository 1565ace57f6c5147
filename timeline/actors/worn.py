"""Names where letter case tells nothing: titles, listed names, given and family names side by side. Precision first."""

from timeline.actors.lexicon import Entry
from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import HYPHEN, STOP_IN_NAME

STRONG = frozenset("mr mrs ms miss dr president minister secretary senator prince princess king queen chancellor premier pope ayatollah sheikh "
                   "colonel lieutenant congressman congresswoman ambassador prof professor mister mayor governor sir lady lord".split())


def read_worn(scene: Scene, i: int, listed_only: bool = False) -> list[Spot]:
    """The actors that start at word `i`: none or one (titles before a name are passed over, and kept)."""
    if scene.contracted(i) or scene.in_address(i):
        return []
    found = scene.lexicon.match(scene.tokens, i)
    if found and found[1].kind == "hide":
        return [Spot(i, found[0], "hide", "listed as no actor")]
    if found and _believed(scene, i, *found):
        return [_listed(scene, i, found)]
    if listed_only:
        return []
    spot = _titled(scene, i) or _organisation(scene, i) or _given_and_family(scene, i) or _speaking(scene, i)
    return [spot] if spot else []


def _listed(scene: Scene, i: int, found: tuple[int, Entry]) -> Spot:
    end, entry = found
    organisation = _organisation(scene, i)
    if organisation and organisation.last > end:
        return organisation
    return Spot(i, end, entry.type, "", entry=entry, clear=True)


def _believed(scene: Scene, first: int, last: int, entry: Entry) -> bool:
    """Whether a listed form in text without capitals is the name and not everyday words."""
    if last - first > 1:
        return not all(scene.has("never", m) for m in range(first, last))
    word = scene.low(first)
    if first and scene.tokens.gap[first] == HYPHEN and entry.kind in ("org", "place"):
        return False
    if scene.has("never", first) or len(word) < 2:
        return False
    if word in scene.lexicon.words["careful"] or word in scene.lexicon.common and word not in ("china",):
        return _evidence(scene, first, last, entry)
    return not (entry.caps and len(word) < 3 and word not in ("un", "eu", "uk", "nz"))


def _evidence(scene: Scene, first: int, last: int, entry: Entry) -> bool:
    """in turkey · polish government: the words around say that a careful word is a place."""
    if entry.type == "ORG":
        return scene.low(first - 1) == "the" and scene.low(first) not in scene.lexicon.common
    if entry.type != "LOC":
        return entry.type == "PER" and scene.joined(first) and scene.low(first - 1) in STRONG
    if entry.kind == "demonym":
        return scene.has("government_nouns", last) and scene.joined(last)
    return scene.joined(first) and scene.low(first - 1) in ("in", "from") and scene.low(last) not in ("of", "and")


def _titled(scene: Scene, i: int) -> Spot | None:
    end, words = scene.title(i, min(i + 8, len(scene.tokens)))
    if end == i or end >= len(scene.tokens) or not scene.joined(end):
        return None
    last_title = scene.low(end - 1)
    strong = last_title in STRONG or any(w in STRONG for w in words)
    last = _name_after_title(scene, end, strong)
    if last <= end:
        return None
    return Spot(end, last, "PER", f'title "{words[-1]}"', entry=_exactly(scene, end, last), titles=words, clear=True)


def _exactly(scene: Scene, first: int, last: int) -> Entry | None:
    found = scene.lexicon.match(scene.tokens, first, last)
    return found[1] if found and found[0] == last and found[1].type == "PER" else None


def _name_after_title(scene: Scene, i: int, strong: bool) -> int:
    listed = scene.lexicon.match(scene.tokens, i)
    if listed and listed[1].type == "PER":
        return _extended(scene, i, listed[0])
    if not strong:
        spot = _given_and_family(scene, i)
        return spot.last if spot else i
    if not _may_be_name(scene, i) or _is_listed_place(scene, i):
        return i
    last = _run(scene, i)
    return last + 1 if last == i + 1 and _unlisted_pair(scene, i) else last


def _unlisted_pair(scene: Scene, i: int) -> bool:
    """seyoum mesfin: after a title, two words that no list has at all."""
    lows = (scene.low(i), scene.low(i + 1))
    if i + 1 >= len(scene.tokens) or scene.tokens.gap[i + 1] != " " or _is_listed_place(scene, i + 1):
        return False
    if scene.lexicon.is_family(lows[0]):
        return False
    return all(len(w) > 3 and w.isalpha() and not scene.lexicon.is_common(w) for w in lows) and not scene.contracted(i + 1)


def _extended(scene: Scene, i: int, last: int) -> int:
    """Prince Mohammed + bin Salman where the list's form is the shorter one."""
    return max(last, _run(scene, i)) if scene.low(last) in ("bin", "bint", "ibn") else last


def _may_be_name(scene: Scene, i: int) -> bool:
    low = scene.low(i)
    if scene.has("never", i) or scene.tokens.case[i] == "n" or len(low) < 2:
        return False
    return scene.lexicon.is_family(low) or (low in scene.lexicon.given and not _verb(low)) or not scene.common(i)


def _verb(low: str) -> bool:
    return low in ("said", "will", "sang", "long", "per", "may", "won", "do", "an", "to", "so", "he", "you", "in")


def _is_listed_place(scene: Scene, i: int) -> bool:
    found = scene.lexicon.match(scene.tokens, i)
    return bool(found) and found[1].type != "PER"


def _run(scene: Scene, i: int) -> int:
    """The end of the person's name that starts at word `i`."""
    end = i + 1
    while end < len(scene.tokens) and end - i < 4 and scene.joined(end):
        step = _next_part(scene, i, end)
        if not step:
            break
        end += step
    return end


def _next_part(scene: Scene, i: int, k: int) -> int:
    low, lexicon = scene.low(k), scene.lexicon
    if scene.tokens.possessive(k) or scene.contracted(k) or scene.tokens.case[k] == "n":
        return 0
    if low in ("bin", "al", "van", "von", "de", "el", "bint", "ibn", "abu", "der", "da", "di", "del") and k + 1 < len(scene.tokens):
        after = scene.joined(k + 1) and not scene.common(k + 1) and not scene.has("never", k + 1)
        return 2 if after else 0
    if scene.tokens.gap[k] in (HYPHEN, STOP_IN_NAME):
        return 0 if scene.common(k) and low not in lexicon.given and low not in lexicon.east else 1
    if _is_listed_place(scene, k) and not lexicon.is_family(low) or scene.has("never", k):
        return 0
    return int(_fits(scene, i, k, low))


def _fits(scene: Scene, i: int, k: int, low: str) -> bool:
    lexicon, first = scene.lexicon, scene.low(i)
    if first in lexicon.east and first not in lexicon.given or first in ("kim",):
        return k - i < 3 and not scene.common(k) and (k - i < 2 or low in lexicon.given or low in lexicon.east)
    if k - i >= 2 and low in lexicon.given:
        return False
    if first not in lexicon.given or len(low) < 2:
        return False
    if k - i >= 2 and scene.low(k - 1) not in lexicon.given:
        return low in lexicon.west and low not in lexicon.common
    if low in lexicon.common:
        return lexicon.is_family(low) and not _verb(low) and not scene.has("title_heads", k)
    return not scene.common(k)


def _given_and_family(scene: Scene, i: int) -> Spot | None:
    """ronald reagan: a given name that is no everyday word, then a family name or a word nobody lists."""
    low, lexicon = scene.low(i), scene.lexicon
    east = low in lexicon.east and low not in lexicon.common and len(low) > 1
    if scene.has("never", i) or not (low in lexicon.given or east):
        return None
    last = _run(scene, i)
    if last - i < 2 or all(scene.low(m) in lexicon.common for m in range(i, last)):
        return None
    if not _sure(scene, i, last, east):
        return None
    return Spot(i, last, "PER", "given and family name", entry=_exactly(scene, i, last), clear=True)


def _sure(scene: Scene, i: int, last: int, east: bool) -> bool:
    """An everyday word, or an eastern family name of one syllable, needs listed names beside it."""
    lexicon, rest = scene.lexicon, [scene.low(m) for m in range(i + 1, last)]
    if scene.low(i) in lexicon.common:
        return lexicon.is_family(rest[-1]) and rest[-1] not in lexicon.common
    if east and scene.low(i) not in lexicon.given:
        return all(w in lexicon.given or lexicon.is_family(w) for w in rest) or any(
            scene.tokens.gap[m] == HYPHEN for m in range(i + 1, last))
    return True


def _speaking(scene: Scene, i: int) -> Spot | None:
    """clinton said: a family name alone, before a verb of saying."""
    if not scene.lexicon.is_family(scene.low(i)) or len(scene.low(i)) < 4 or scene.has("never", i) or scene.has("title_heads", i):
        return None
    article = scene.low(i - 1) in ("the", "a", "an") and scene.common(i)
    if article or i + 1 >= len(scene.tokens) or not scene.joined(i + 1) or scene.low(i + 1) not in ("said", "says", "told", "added"):
        return None
    return Spot(i, i + 1, "PER", f'family name before "{scene.low(i + 1)}"')


def _organisation(scene: Scene, i: int) -> Spot | None:
    """university of hanoi · seoul national university: only round a listed place."""
    place = scene.lexicon.match(scene.tokens, i)
    if place and place[1].kind in ("place", "capital", "country"):
        for last in (place[0], place[0] + 1):
            if scene.low(last) in ("university", "airlines", "parliament") and scene.joined(last) and (last == place[0] or scene.low(last - 1) in ("national", "state")):
                return Spot(i, last + 1, "ORG", f'organisation word "{scene.low(last)}"', clear=True)
    if scene.low(i) in ("university", "bank") and scene.low(i + 1) == "of":
        place = scene.lexicon.match(scene.tokens, i + 2) if i + 2 < len(scene.tokens) else None
        if place and place[1].kind in ("place", "capital", "country"):
            return Spot(i, place[0], "ORG", f'organisation word "{scene.low(i)}"', clear=True)
    return None


def read_small(scene: Scene, i: int) -> list[Spot]:
    """A listed country or city written small in a text that has capitals ("from argentina"): only the unmistakable."""
    found = scene.lexicon.match(scene.tokens, i)
    if not found:
        return []
    end, entry = found
    if entry.kind == "hide":
        return [Spot(i, end, "hide", "listed as no actor")]
    if _needs_capital(scene, i, end, entry) or not _believed(scene, i, *found):
        return []
    return [Spot(i, end, entry.type, "", entry=entry, clear=True)]


def _needs_capital(scene: Scene, i: int, end: int, entry: Entry) -> bool:
    """A single word written small is a name only where it can hardly be anything else: khashoggi, usa, allemand."""
    if entry.kind in ("demonym", "people") and "demonyms_capitalised" in scene.lexicon.flags or entry.kind == "people":
        return True
    if end - i > 1:
        return entry.caps
    if entry.kind == "person":
        return len(scene.low(i)) < 6 or scene.common(i)
    if scene.lexicon.language != "en" and entry.kind != "demonym":
        return True  # everyday words are listed for English alone: Italian "mali" are evils, not a country
    return entry.kind in ("org", "place") or entry.caps and not (entry.kind == "country" and len(scene.low(i)) > 2)
