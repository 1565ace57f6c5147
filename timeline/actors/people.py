"""People: everybody named in full, and whom a family name, a given name or a shorter form alone means."""

import re
from collections import Counter, defaultdict

from timeline.actors.lexicon import Lexicon
from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import fold
from timeline.actors.writing import PARTICLES, display

SUFFIXES = frozenset("jr sr junior senior ii iii iv".split())
MOST = 40  # of namesakes looked through: a hostile text may name thousands


def name_people(scene: Scene, spots: list[Spot]) -> None:
    """Give every person the name he or she is named by in full, with the reason; in place."""
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
        same = people.get(name) or _only([f for f in keys[key][:MOST] if _one(f, spot, words)])
        if same is None:
            same = Full(name, words, scene.tokens.start[spot.first], bool(spot.entry))
            keys[key].append(same)
        people[name] = same
        same.forms[name, tuple(words)] += 1
        same.titles.update(spot.titles)
    unique = list({id(p): p for p in people.values()}.values())
    for person in unique:
        person.settle()
    return _without_tails(unique)


def _one(person: Full, spot: Spot, words: list[str]) -> bool:
    """Whether a form may be this person; two whom the alias file lists apart stay two."""
    return not (person.listed and spot.entry) and compatible(person.words, words)


def _only(people: list[Full]) -> Full | None:
    return people[0] if len(people) == 1 else None


def _without_tails(people: list[Full]) -> list[Full]:
    """Le Pen is Marine Le Pen where the text names one only: the end of one full name is no second person."""
    owners: dict[tuple[str, ...], list[Full]] = defaultdict(list)
    for person in people:
        for n in range(2, min(len(person.words), 5)):
            owners[tuple(person.words[-n:])].append(person)
    kept = []
    for person in people:
        owner = owners.get(tuple(person.words), [])
        if len(owner) == 1 and not person.listed:
            owner[0].forms.update(person.forms)
        else:
            kept.append(person)
    return kept


def _full_words(scene: Scene, spot: Spot) -> list[str]:
    """The words of a full name; of a listed person called by one word, those of the listed name."""
    return [fold(w) for w in re.split(r"[\s-]+", spot.entry.name)] if spot.entry else words_of(scene, spot)


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
    if words[0] in lexicon.given and len(words) == 2:
        return words[1] in lexicon.given or words[1] in lexicon.east
    return True


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
    sexes = {_sex(scene.lexicon, person.words[0]) for person in bearers.get(words[0], ())[:MOST]}
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
            spot.reason = _several(people)


def _several(people: list[Full]) -> str:
    names = ", ".join(sorted(p.name for p in people[:3]))
    more = f" and {len(people) - 3} more" if len(people) > 3 else ""
    return f"{len(people)} people in the text bear this name: {names}{more}"


def _plausible(scene: Scene, spot: Spot, people: list[Full]) -> list[Full]:
    """Of several bearers, those whom the title fits: Mrs. Clinton, President Bush."""
    if not 1 < len(people) < MOST or not spot.titles:
        return people
    sex = _title_sex(scene.lexicon, spot.titles)
    fitting = [p for p in people if not sex or _sex(scene.lexicon, p.words[0]) in ("", "b", sex)]
    offices = {t for t in spot.titles if not scene.lexicon.has("honorifics", t)}
    holders = [p for p in fitting if offices & p.titles]
    return holders if len(holders) == 1 else fitting
