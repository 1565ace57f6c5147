"""One name an actor within a document: listed forms, the family name of somebody named in full, acronyms."""

import re
from collections import Counter, defaultdict

from timeline.actors.lexicon import Lexicon
from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import fold

PARTICLES = frozenset("bin al el van von de der den da di del la le ibn bint ben abu dos du".split())
SUFFIXES = frozenset("jr sr junior senior ii iii iv".split())
CORPORATE = frozenset("inc corp co ltd llc plc gmbh ag sa nv bv corporation company limited incorporated".split())
MOST = 40  # of namesakes looked through: a hostile text may name thousands


def name_all(scene: Scene, spots: list[Spot]) -> None:
    """Give every spot its canonical `name` and the reason for it."""
    for spot in spots:
        if spot.entry:
            _from_entry(scene, spot)
    _people(scene, [s for s in spots if s.type == "PER"])
    _organisations(scene, [s for s in spots if s.type == "ORG"])
    for spot in spots:
        if not spot.name:
            spot.name = display(scene, spot)


def _from_entry(scene: Scene, spot: Spot) -> None:
    entry = spot.entry
    spot.name = entry.name
    reasons = {"demonym": f"demonym of {entry.name}", "people": f"demonym of {entry.name}", "capital": "capital city, as a place"}
    spot.reason = reasons.get(entry.kind) or _listed_reason(scene, spot)


def _listed_reason(scene: Scene, spot: Spot) -> str:
    if fold(spot.entry.name) == fold(scene.text(spot.first, spot.last)):
        return {"country": "listed country", "place": "listed place"}.get(spot.entry.kind, "alias file")
    source = {"country": "country list", "place": "place list"}.get(spot.entry.kind, "alias file")
    return f"{source}: another form of {spot.entry.name}"


def display(scene: Scene, spot: Spot) -> str:
    """The name as it is written; where case tells nothing, with capitals put on."""
    text = re.sub(r"\s+", " ", scene.text(spot.first, spot.last)).replace("’", "'")
    if spot.type == "ORG" and spot.last - spot.first == 1 and text.isupper():
        return text
    shouted = text.isupper() and (scene.tokens.blind[spot.first] or spot.type == "PER") and len(text) > 4
    if shouted or not any(c.isupper() for c in text):
        return capitalised(text)
    return text


def capitalised(text: str) -> str:
    """otto warmbier -> Otto Warmbier, JOHN MCCAIN -> John McCain; particles inside a name stay small."""
    parts = re.split(r"([\s'-])", text.lower())
    small = PARTICLES | {"of", "the", "and", "for"}
    return "".join(p if i and p in small else _capital(p) for i, p in enumerate(parts))


def _capital(word: str) -> str:
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word[:1].upper() + word[1:]


# --- people -------------------------------------------------------------------------------------------

def _people(scene: Scene, spots: list[Spot]) -> None:
    full = _named_in_full(scene, spots)
    bearers = _bearers(scene, full)
    by_words = {words: person for person in full for _, words in person.forms}
    for spot in spots:
        words = words_of(scene, spot)
        if spot.entry and not _contradicted(scene, spot, words, bearers):
            continue
        if len(words) > 1:
            _join_full(scene, spot, words, by_words)
        else:
            _join_single(scene, spot, words, bearers)


def words_of(scene: Scene, spot: Spot) -> list[str]:
    """The folded words of a person's name without Jr. and the like."""
    return [w for w in scene.tokens.low[spot.first : spot.last] if w not in SUFFIXES] or scene.tokens.low[spot.first : spot.last]


class Full:
    """Somebody named in full: canonical name, words, where first, the titles borne, the forms with their counts."""

    def __init__(self, name: str, words: list[str], at: int, listed: bool):
        self.name, self.words, self.at, self.listed = name, words, at, listed
        self.titles: set[str] = set()
        self.forms: Counter[tuple[str, tuple[str, ...]]] = Counter()

    def settle(self) -> None:
        """Take the form most used, a given name before its initial; what the alias file says stays."""
        if not self.listed and self.forms:
            best = min(self.forms, key=lambda f: (len(f[1][0]) == 1, -self.forms[f], -len(f[0]), f))
            self.name, self.words = best[0], list(best[1])


def _named_in_full(scene: Scene, spots: list[Spot]) -> list[Full]:
    """Everybody named by two words or more; initial-compatible forms are one person."""
    people: dict[str, Full] = {}
    keys: dict[tuple[str, str], list[Full]] = defaultdict(list)
    for spot in spots:
        words = _full_words(scene, spot)
        if len(words) < 2:
            continue
        name = spot.entry.name if spot.entry else display(scene, spot)
        key = (words[0][0], words[-1])
        same = people.get(name) or next((f for f in keys[key][:MOST] if compatible(f.words, words)), None)
        if same is None:
            same = Full(name, words, scene.tokens.start[spot.first], bool(spot.entry))
            keys[key].append(same)
        people[name] = same
        same.forms[name, tuple(words)] += 1
        same.titles.update(spot.titles)
    unique = list({id(p): p for p in people.values()}.values())
    for person in unique:
        person.settle()
    return unique


def _full_words(scene: Scene, spot: Spot) -> list[str]:
    """The words of a full name; of a listed person called by one word, those of the listed name."""
    words = words_of(scene, spot)
    return [fold(w) for w in re.split(r"[\s-]+", spot.entry.name)] if spot.entry and len(words) < 2 else words


def compatible(one: list[str], other: list[str]) -> bool:
    """Same family name, and given names that are equal or shortened to initials; a middle name may be missing."""
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
    one, other = one.rstrip("."), other.rstrip(".")
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def family_words(words: list[str], lexicon: Lexicon) -> set[str]:
    """The words by which somebody named in full may be called alone: the family name, in either order."""
    if len(words) < 2:
        return set(words)
    if words[0] in lexicon.east and words[0] not in ("an", "do", "ma", "ha") and _eastern(words, lexicon):
        return {words[0]}
    last = words[-1]
    inner = {w for w in words[1:-1] if w not in PARTICLES and w in lexicon.west and w not in lexicon.given}
    return {last} | inner


def _eastern(words: list[str], lexicon: Lexicon) -> bool:
    """Kim Jong-un, but not Kim Clijsters or Kim Philby: what follows is no western family name."""
    if words[-1] in lexicon.west and words[-1] not in lexicon.east:
        return False
    if words[0] in lexicon.given and len(words) == 2 and "".join(words[1:]) not in _joined_names(lexicon):
        return words[1] in lexicon.given or words[1] in lexicon.east
    return True


def _joined_names(lexicon: Lexicon) -> set[str]:
    return {"jongun", "jongil", "ilsung", "yojong", "jongnam", "daejung", "yongchol"}


def _bearers(scene: Scene, full: list[Full]) -> dict[str, list[Full]]:
    """Single word -> the people it may mean; family names first, given names only where no family name fits."""
    family: dict[str, list[Full]] = defaultdict(list)
    given: dict[str, list[Full]] = defaultdict(list)
    for person in full:
        words = family_words(person.words, scene.lexicon)
        for word in words:
            family[word].append(person)
        if person.words[0] not in words:
            given[person.words[0]].append(person)
    return {**given, **family}


def _contradicted(scene: Scene, spot: Spot, words: list[str], bearers: dict[str, list[Full]]) -> bool:
    """Mrs. Trump is not Donald Trump when the text names Melania Trump."""
    if len(words) > 1 or not spot.titles:
        return False
    sexes = {_sex(scene.lexicon, person.words[0]) for person in bearers.get(words[0], ())}
    wanted = _title_sex(scene.lexicon, spot.titles)
    own = _sex(scene.lexicon, fold(spot.entry.name.split()[0]))
    return bool(wanted) and own not in ("", "b", wanted) and wanted in sexes


def _title_sex(lexicon: Lexicon, titles: tuple[str, ...]) -> str:
    for title in titles:
        if lexicon.has("male", title):
            return "m"
        if lexicon.has("female", title):
            return "f"
    return ""


def _sex(lexicon: Lexicon, given: str) -> str:
    return lexicon.given.get(given, "")


def _join_full(scene: Scene, spot: Spot, words: list[str], full: dict[tuple[str, ...], Full]) -> None:
    written = display(scene, spot)
    match = full.get(tuple(words))
    spot.name = match.name if match else written
    if match and match.name != written:
        spot.reason = f"another form of {match.name}, named at {match.at}"


def _join_single(scene: Scene, spot: Spot, words: list[str], bearers: dict[str, list[Full]]) -> None:
    people = _plausible(scene, spot, bearers.get(words[0], []))
    if len(people) == 1:
        person = people[0]
        part = "surname" if words[0] in family_words(person.words, scene.lexicon) else "given name"
        spot.name, spot.entry = person.name, None
        spot.reason = f"{part} of {person.name}, named in full at {person.at}"
    else:
        spot.name, spot.entry = display(scene, spot), None
        if len(people) > 1:
            spot.reason = "several people bear this name: " + ", ".join(sorted(p.name for p in people))


def _plausible(scene: Scene, spot: Spot, people: list[Full]) -> list[Full]:
    """Of several bearers, those whom the title fits: Mrs. Clinton, President Bush."""
    if len(people) < 2 or not spot.titles:
        return people
    sex = _title_sex(scene.lexicon, spot.titles)
    fitting = [p for p in people if not sex or _sex(scene.lexicon, p.words[0]) in ("", "b", sex)]
    offices = {t for t in spot.titles if not scene.lexicon.has("honorifics", t)}
    holders = [p for p in fitting if offices & p.titles]
    return holders if len(holders) == 1 else fitting


# --- organisations ------------------------------------------------------------------------------------

def _organisations(scene: Scene, spots: list[Spot]) -> None:
    short = acronyms(scene, spots)
    firms = {_firm(scene, s): display(scene, s) for s in spots if _firm(scene, s)}
    for spot in spots:
        text = display(scene, spot)
        if spot.entry is None and text in short:
            spot.name, spot.reason = short[text]
        elif spot.entry is None and fold(text) in firms:
            spot.name, spot.reason = firms[fold(text)], f"short for {firms[fold(text)]}"
    return None


def _firm(scene: Scene, spot: Spot) -> str:
    """Apple of Apple Inc."""
    words = scene.tokens.low[spot.first : spot.last]
    if spot.entry is None and len(words) > 1 and words[-1].rstrip(".") in CORPORATE:
        return fold(re.sub(r"[\s,.]+$", "", scene.text(spot.first, spot.last - 1)))
    return ""


def acronyms(scene: Scene, spots: list[Spot]) -> dict[str, tuple[str, str]]:
    """"International Atomic Energy Agency (IAEA)": the letters in the brackets stand for the name before them."""
    short, tokens = {}, scene.tokens
    for spot in spots:
        k = spot.last
        if k >= len(tokens) or spot.last - spot.first < 2 or tokens.case[k] not in "AM":
            continue
        if tokens.text[tokens.end[k - 1] : tokens.start[k]].strip() == "(" and _spells(tokens.low[k], tokens.low[spot.first : k]):
            letters = tokens.text[tokens.start[k] : tokens.end[k]]
            name = spot.name or display(scene, spot)
            short[letters] = (name, f"acronym of {name}, given in brackets at {tokens.start[k]}")
    return short


def _spells(letters: str, words: list[str]) -> bool:
    initials = "".join(w[0] for w in words)
    content = "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "on", "in"))
    plain = letters.replace(".", "")
    return plain in (initials, content) or (len(plain) > 2 and _within(plain, "".join(words)) and plain[0] == words[0][0])


def _within(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(c in rest for c in letters)
