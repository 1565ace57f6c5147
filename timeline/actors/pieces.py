"""What a stretch of capitalised words is: listed, an organisation, a place, a person, or what its neighbours say."""

from timeline.actors.beside import NUMERALS, another, ship
from timeline.actors.context import judge
from timeline.actors.lexicon import Entry
from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import AMPERSAND, APOSTROPHE, BREAK, COMMA, HYPHEN


def listed(scene: Scene, k: int, longer_than: int = 0) -> tuple[int, Entry] | None:
    """The longest listed name at word `k` that is written as a name."""
    for end, entry in reversed(scene.lexicon.matches(scene.tokens, k)):
        if end > longer_than and written_as_name(scene, k, end, entry):
            twice = entry.kind == "demonym" and scene.is_capital(k) and end == k + 1
            return end, scene.lexicon.double.get(scene.low(k), entry) if twice else entry
    return None


def written_as_name(scene: Scene, first: int, last: int, entry: Entry) -> bool:
    """Whether a listed form has the capitals it needs, and is no everyday word at the head of a sentence."""
    cases = scene.tokens.case[first:last]
    if entry.caps:
        return all(c in "AIn" for c in cases)
    if last - first > 1:
        return entry.kind == "hide" or entry.small or cases[-1] != "l" or scene.tokens.gap[last - 1] in (HYPHEN, APOSTROPHE)
    if cases[0] == "l":
        return False
    word = scene.low(first)
    if cases[0] == "A" and entry.type == "ORG":
        return True
    if scene.has("never", first) or scene.tokens.opens[first] and word in scene.lexicon.common:
        return entry.kind == "hide" or word in ("turkey", "china") or scene.has("speech", last)
    return True


def piece(scene: Scene, k: int, j: int, titles: tuple[str, ...]) -> Spot | None:
    """The actor that starts at word `k` of a chain that ends at `j`."""
    if titles and any(scene.lexicon.has("honorifics", t) for t in titles):
        return _person(scene, k, j, titles, f'title "{titles[-1]}"')
    found = listed(scene, k)
    vessel = ship(scene, k, j)
    if vessel:
        return vessel
    end = _firm_end(scene, k, j) or org_end(scene, k, j)
    if found and found[1].kind == "demonym" and end > found[0] and _is_office(scene, found[0], end):
        end = 0
    if end > (found[0] if found else 0):
        return _organisation(scene, k, end)
    if found:
        return _from_list(scene, k, j, found, titles)
    for rule in (_place_name, _place_ending, _given_first, _acronym):
        spot = rule(scene, k, j, titles)
        if spot:
            return spot
    return judge(scene, k, person_end(scene, k, j))


def _is_office(scene: Scene, first: int, last: int) -> bool:
    """Croatian Foreign Ministry: an office of the state, told apart from the demonym before it."""
    return scene.has("state_offices", last - 1) or scene.has("state_offices", first)


def _firm_end(scene: Scene, k: int, j: int) -> int:
    """Marvel Consultants, Inc. · Holland & Hart: the chain is a firm."""
    after = j < len(scene.tokens) and scene.has("org_suffixes", j) and scene.is_capital(j)
    return j if after or AMPERSAND in scene.tokens.gap[k + 1 : j] else 0


def org_end(scene: Scene, k: int, j: int) -> int:
    """Where an organisation's name that starts at `k` ends, 0 where there is none."""
    end, tokens = 0, scene.tokens
    for m in range(k, j):
        if m > k and scene.has("title_heads", m) and not end and scene.low(m) not in ("general", "chief", "justice", "judge"):
            break
        if end and (scene.has("title_heads", m) or scene.low(m) in scene.lexicon.given):
            break
        if scene.has("org_tails", m) and scene.is_capital(m) and (m > k or _of(scene, m, j) or _alone(scene, m)):
            end = m + 1
            if _of(scene, m, j):
                return _after_of(scene, m, j)
        elif scene.has("org_heads_of", m) and _of(scene, m, j):
            return _after_of(scene, m, j)
        elif scene.has("other_tails", m) and m > k or scene.lexicon.nouns_capitalised and scene.has("articles", m):
            return end
    if end and tokens.opens[k] and end - k == 2 and scene.has("never", k):
        return 0
    return end


def _alone(scene: Scene, m: int) -> bool:
    return scene.has("org_alone", m) and not scene.tokens.opens[m]


def _of(scene: Scene, m: int, j: int) -> bool:
    return m + 2 < j and scene.low(m + 1) in ("of", "for", "on")


def _after_of(scene: Scene, m: int, j: int) -> int:
    end = m + 2
    while end < j and not (scene.has("title_heads", end) and end > m + 3):
        end += 1
    return end


def _organisation(scene: Scene, k: int, end: int) -> Spot:
    head = scene.text(end - 1, end) if scene.has("org_tails", end - 1) else scene.text(k, k + 1)
    while end < len(scene.tokens) and scene.has("org_suffixes", end) and scene.tokens.gap[end] in (" ", COMMA) and scene.is_capital(end):
        end += 1
    return Spot(k, end, "ORG", f'organisation word "{head}"', clear=end - k > 1)


def _from_list(scene: Scene, k: int, j: int, found: tuple[int, Entry], titles: tuple[str, ...]) -> Spot | None:
    end, entry = found
    other = another(scene, k, j, end, entry)
    if other:
        return other
    if _person_after_all(scene, k, j, end, entry, titles):
        return _person(scene, k, j, titles, f'title "{titles[-1]}"' if titles else "given and family name")
    if entry.kind == "hide" or end < j and _hides(scene, end, j):
        return Spot(k, max(end, j if entry.kind != "hide" else end), "hide", "listed as no actor")
    if end < j and entry.type == "LOC" and scene.has("place_tails", end) and scene.joined(end) and scene.is_capital(end):
        return Spot(k, end + 1, "LOC", f'place word "{scene.text(end, end + 1)}"', clear=True)
    if end < j and entry.kind in ("place", "capital", "country") and _makes_company(scene, end, j):
        return Spot(k, j, "ORG", f'"{scene.text(k, j)}" goes on after the place', clear=False)
    return Spot(k, end, entry.type, "", entry=entry, titles=titles, clear=True)


def _person_after_all(scene: Scene, k: int, j: int, end: int, entry: Entry, titles: tuple[str, ...]) -> bool:
    """Paris Hilton, Governor Washington, Jordan Smith: a place's name borne by a person."""
    if entry.kind not in ("place", "capital", "country", "demonym", "hide") or end - k > 1:
        return False
    if entry.kind == "hide":
        return scene.low(k) in scene.lexicon.given and end < j and scene.joined(end) and _plain(scene, end, j)
    if titles and entry.kind in ("place", "capital") and end == j:
        return scene.lexicon.is_family(scene.low(k)) or not scene.has("places_before", k - 1)
    borne = scene.low(k) in scene.lexicon.given or end - k == 1 and scene.lexicon.is_family(scene.low(k))
    if end >= j or not borne or not scene.joined(end) or not scene.is_capital(end) or scene.tokens.gap[end] == HYPHEN:
        return False
    return scene.lexicon.is_family(scene.low(end)) or scene.low(k) in scene.lexicon.given and _plain(scene, end, j)


def _plain(scene: Scene, k: int, j: int) -> bool:
    """A word that is no listed name, title, place word or everyday word."""
    tail = any(scene.has(key, k) for key in ("org_tails", "place_tails", "other_tails"))
    return not (tail or scene.common(k) or listed(scene, k) or scene.title(k, j)[0] > k)


def _hides(scene: Scene, end: int, j: int) -> bool:
    return any(scene.has("other_tails", m) for m in range(end, min(end + 3, j)))


def _makes_company(scene: Scene, end: int, j: int) -> bool:
    """China Eastern, Boston Celtics: a place, then a capitalised word that is no title, person or place."""
    if j - end > 2 or not scene.joined(end) or scene.tokens.gap[end] == HYPHEN:
        return False
    for m in range(end, j):
        low = scene.low(m)
        if scene.title(m, j)[0] > m or low in scene.lexicon.given or scene.lexicon.is_family(low) or listed(scene, m):
            return False
        if scene.has("never", m) and low not in ("eastern", "western", "southern", "northern", "united") or scene.has("place_tails", m):
            return False
    return scene.tokens.case[end] in "CM"


def _place_name(scene: Scene, k: int, j: int, titles: tuple[str, ...]) -> Spot | None:
    """Mount Ararat, Lake Chad, Anbar Province, Republic of Somewhere."""
    if titles or scene.tokens.case[k] == "A":
        return None
    for m in range(k + 1, min(j, k + 5)):
        if scene.lexicon.nouns_capitalised and scene.has("articles", m):
            break
        if scene.has("other_tails", m):
            return Spot(k, m + 1, "hide", f'"{scene.text(m, m + 1)}" is no actor')
        if scene.has("place_tails", m) and scene.is_capital(m):
            return Spot(k, m + 1, "LOC", f'place word "{scene.text(m, m + 1)}"', clear=True)
    if scene.has("place_heads_of", k) and scene.low(k + 1) == "of" and k + 2 < j:
        return Spot(k, j, "LOC", f'place word "{scene.text(k, k + 1)}"', clear=True)
    if scene.has("place_heads", k) and k + 1 < j:
        return Spot(k, min(j, k + 3), "LOC", f'place word "{scene.text(k, k + 1)}"', clear=True)
    return None


def _place_ending(scene: Scene, k: int, j: int, titles: tuple[str, ...]) -> Spot | None:
    """Kalverstraat, Domplein: a capital alone would do, the ending says what it is."""
    ending = next((e for e in scene.lexicon.words.get("place_endings", ()) if scene.low(k).endswith(e) and len(scene.low(k)) > len(e) + 2), "")
    if titles or not ending or scene.tokens.case[k] != "C" or scene.common(k) or k + 1 < j and scene.is_capital(k + 1):
        return None
    return Spot(k, k + 1, "LOC", f'ends in "{ending}"', clear=True)


def _given_first(scene: Scene, k: int, j: int, titles: tuple[str, ...]) -> Spot | None:
    """A given name, initials or a family name that says "person"."""
    low, last = scene.low(k), person_end(scene, k, j)
    if low in scene.lexicon.given and last - k > 1:
        return _person(scene, k, j, titles, "given and family name")
    dotted = "." in low and len(low) < 7
    if (scene.tokens.case[k] == "I" or dotted) and last - k > 1 and not scene.common(last - 1):
        return _person(scene, k, j, titles, "initials and family name")
    if last - k > 1 and (scene.lexicon.is_family(scene.low(last - 1)) or low in scene.lexicon.east and last - k < 4):
        if scene.tokens.case[k] != "A" and (not scene.common(k) or low in scene.lexicon.east):
            return _person(scene, k, j, titles, "family name")
    if titles and scene.tokens.case[k] != "A":
        return _person(scene, k, j, titles, f'title "{titles[-1]}"')
    return None


def person_end(scene: Scene, k: int, j: int) -> int:
    """How far a person's name that starts at word `k` reaches in its chain."""
    end = k + 1
    while end < j and not scene.tokens.possessive(end):
        if scene.tokens.gap[end] in (AMPERSAND, BREAK):
            break
        if scene.tokens.opens[end] and scene.common(end) and not scene.lexicon.is_family(scene.low(end)):
            break
        found = listed(scene, end)
        if found and found[1].kind != "person" and (end - k >= 2 or found[0] - end > 1 or found[0] < j):
            if not scene.lexicon.is_family(scene.low(end)):
                break
        if _numeral(scene, end) or end - k == 1 and _calendar_surname(scene, k):
            end += 1
            continue
        if end - k > 1 and _bears_no_more(scene, k, end):
            break
        if scene.has("never", end) and not _hyphenated(scene, end, j) and not _particle(scene, end, j) or end - k >= 2 and scene.title(end, j)[0] > end and not scene.lexicon.is_family(scene.low(end)):
            if not scene.has("suffixes", end) and not scene.lexicon.is_family(scene.low(end)):
                break
        end += 1
    while end > k + 1 and not scene.is_capital(end - 1) and scene.tokens.gap[end - 1] != HYPHEN:
        end -= 1
    return end


def _bears_no_more(scene: Scene, k: int, end: int) -> bool:
    """Pieter Vandamme van ING, Luca Ferretti al Bayern: behind given and family name a small word begins what they are of."""
    flags = scene.lexicon.flags
    full = scene.low(k) in scene.lexicon.given or scene.lexicon.has("before_person", scene.low(k - 1))
    free = "calendar_apart" in flags and "two_surnames" not in flags and full and scene.is_capital(end - 1)
    small = scene.tokens.case[end] == "l" and scene.tokens.gap[end] == " "
    return free and small and end + 1 < len(scene.tokens) and scene.is_capital(end + 1)


def _numeral(scene: Scene, k: int) -> bool:
    """Mohamed VI, Felipe II."""
    return scene.low(k) in NUMERALS and scene.tokens.case[k] == "A" and scene.low(k - 1) in scene.lexicon.given


def _calendar_surname(scene: Scene, k: int) -> bool:
    """Marc Janvier, Lars März: where no day or month follows a name, a given name makes it one ("told Kim Monday" is English)."""
    return "calendar_apart" in scene.lexicon.flags and scene.is_capital(k + 1) and (
        scene.low(k) in scene.lexicon.given or scene.has("before_person", k - 1) and scene.joined(k))


def _particle(scene: Scene, k: int, j: int) -> bool:
    """Marine Le Pen, in a language whose article "le" is no name elsewhere."""
    first = k
    while k < j and scene.has("particles", k):
        k += 1
    return first < k < j and scene.is_capital(k)


def _hyphenated(scene: Scene, k: int, j: int) -> bool:
    """Jun-ho, not June."""
    return k + 1 < j and scene.tokens.gap[k + 1] == HYPHEN


def _person(scene: Scene, k: int, j: int, titles: tuple[str, ...], reason: str) -> Spot:
    end = person_end(scene, k, j)
    found = scene.lexicon.match(scene.tokens, k, end)
    entry = found[1] if found and found[0] == end and found[1].type == "PER" else None
    return Spot(k, end, "PER", reason, entry=entry, titles=titles, clear=True)


def _acronym(scene: Scene, k: int, j: int, titles: tuple[str, ...]) -> Spot | None:
    if scene.tokens.case[k] != "A" or titles or scene.has("never", k) or scene.common(k) or not scene.low(k).strip("ivx"):
        return None
    if _is_code(scene, k):
        return Spot(k, k + 1, "LOC", "code of a state after a place")
    if scene.has("place_codes", k):
        return None
    if j - k == 1 and (_is_label(scene, k) or scene.lexicon.is_family(scene.low(k)) or scene.low(k) in scene.lexicon.given):
        return Spot(k, k + 1, "PER", "family or given name in capitals")
    if not 2 <= len(scene.low(k)) <= 6:
        return None
    if j - k == 1 or scene.has("title_heads", k + 1) or scene.low(k + 1) in scene.lexicon.given:
        return Spot(k, k + 1, "ORG", "written in capitals")
    return None


def _is_label(scene: Scene, k: int) -> bool:
    """SMITH: at the head of a line says who speaks."""
    text, end = scene.tokens.text, scene.tokens.end[k]
    return scene.tokens.opens[k] and len(scene.low(k)) > 3 and text[end : end + 1] == ":" and not scene.common(k)


def _is_code(scene: Scene, k: int) -> bool:
    return bool(k) and scene.tokens.gap[k] == COMMA and scene.has("place_codes", k) and scene.is_capital(k - 1)
