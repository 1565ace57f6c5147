"""People: everybody named in full, and whom a family name, a given name or a shorter form alone means."""

import re
from collections import Counter, defaultdict

from timeline.actors.leading import Paragraphs, leader
from timeline.actors.lexicon import Lexicon
from timeline.actors.names import compatible, family_words, generation, turned, without_generation, words_of
from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import fold
from timeline.actors.writing import display

MOST = 40  # of namesakes looked through: a hostile text may name thousands


def name_people(scene: Scene, spots: list[Spot]) -> None:
    """Give every person the name he or she is named by in full, with the reason; in place."""
    full = _named_in_full(scene, spots)
    bearers = _bearers(scene, full)
    by_words = _by_words(full)
    single = []
    for spot in spots:
        words = words_of(scene, spot)
        if spot.entry and not _contradicted(scene, spot, words, bearers):
            continue
        if len(words) > 1:
            _join_full(scene, spot, by_words)
        else:
            single.append(spot)
    _join_singles(scene, single, bearers)


class Full:
    """Somebody named in full: canonical name, words, where first, the titles borne, the forms with their counts."""

    def __init__(self, name: str, words: list[str], age: str, at: int, listed: bool):
        self.name, self.words, self.age, self.at, self.listed = name, words, age, at, listed
        self.titles: set[str] = set()
        self.places: list[int] = []  # where named in full
        self.forms: Counter[tuple[str, tuple[str, ...]]] = Counter()

    def settle(self) -> None:
        """Take the form most used, a given name before its initial; what the alias file says stays."""
        self.places.sort()
        if not self.listed and self.forms:
            best = min(self.forms, key=lambda f: (len(f[1][0]) == 1, -self.forms[f], -len(f[0]), f))
            self.name, self.words = best[0], list(best[1])

    def sex(self, lexicon: Lexicon) -> str:
        """m or f by a title that was borne, else by the given name; "" or b where neither tells."""
        eastern = self.words[0] in family_words(self.words, lexicon)
        return _title_sex(lexicon, tuple(self.titles)) or ("" if eastern else lexicon.given.get(self.words[0], ""))


def _named_in_full(scene: Scene, spots: list[Spot]) -> list[Full]:
    """Everybody named by two words or more; initial-compatible and turned forms are one person."""
    people: dict[str, Full] = {}
    keys: dict[object, list[Full]] = defaultdict(list)
    for spot in spots:
        words = _full_words(scene, spot)
        if len(words) < 2:
            continue
        age = generation(scene.tokens.low[spot.first : spot.last])
        name = spot.entry.name if spot.entry else display(scene, spot)
        own_keys = (words[0][0], words[-1]), tuple(sorted(words))
        near = {id(f): f for key in own_keys for f in keys[key][:MOST]}
        same = people.get(name) or _only([f for f in near.values() if _one(scene, f, spot, words, age)])
        if same is None:
            same = Full(name, words, age, scene.tokens.start[spot.first], bool(spot.entry))
            for key in own_keys:
                keys[key].append(same)
        people[name] = same
        same.forms[name, tuple(words)] += 1
        same.places.append(scene.tokens.start[spot.first])
        in_full = spot.last - spot.first > 1
        same.titles.update(t for t in spot.titles if in_full or not _title_sex(scene.lexicon, (t,)))
    unique = list({id(p): p for p in people.values()}.values())
    for person in unique:
        person.settle()
    return _without_tails(unique)


def _one(scene: Scene, person: Full, spot: Spot, words: list[str], age: str) -> bool:
    """Whether a form may be this person; two whom the alias file lists apart stay two, and so do father and son."""
    if person.listed and spot.entry or person.age != age and (person.listed or spot.entry or person.age and age):
        return False
    return compatible(person.words, words) or turned(person.words, words, scene.lexicon)


def _only(people: list[Full]) -> Full | None:
    return people[0] if len(people) == 1 else None


def _without_tails(people: list[Full]) -> list[Full]:
    """Le Pen is Marine Le Pen where the text names one only (so far): the end of one full name is no second person."""
    owners: dict[tuple[str, ...], list[Full]] = defaultdict(list)
    for person in people:
        for n in range(2, min(len(person.words), 5)):
            owners[tuple(person.words[-n:])].append(person)
    kept = []
    for person in people:
        owner = owners.get(tuple(person.words), [])
        if 1 < len(owner) <= MOST:
            owner = [o for o in owner if o.at < person.at]
        if len(owner) == 1 and not person.listed:
            owner[0].forms.update(person.forms)
            owner[0].places = sorted(owner[0].places + person.places)
        else:
            kept.append(person)
    return kept


def _by_words(people: list[Full]) -> dict[tuple, Full]:
    """(words, generation) -> the person; without a generation where only one bears the words."""
    found, bare = {}, defaultdict(list)
    for person in people:
        for _, words in person.forms:
            found[words, person.age] = person
            bare[words].append(person)
    return {**{(words, ""): several[0] for words, several in bare.items() if len(several) == 1}, **found}


def _full_words(scene: Scene, spot: Spot) -> list[str]:
    """The words of a full name; of a listed person called by one word, those of the listed name."""
    if not spot.entry:
        return words_of(scene, spot)
    return without_generation([fold(w) for w in re.split(r"[\s-]+", spot.entry.name)])


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
    sexes = {person.sex(scene.lexicon) for person in bearers.get(words[0], ())[:MOST]}
    wanted = _title_sex(scene.lexicon, spot.titles)
    own = scene.lexicon.given.get(fold(spot.entry.name.split()[0]), "")
    return bool(wanted) and own not in ("", "b", wanted) and wanted in sexes


def _title_sex(lexicon: Lexicon, titles: tuple[str, ...]) -> str:
    for title in titles:
        if lexicon.has("male", title):
            return "m"
        if lexicon.has("female", title):
            return "f"
    return ""


def _join_full(scene: Scene, spot: Spot, full: dict[tuple, Full]) -> None:
    low = scene.tokens.low[spot.first : spot.last]
    written, words = display(scene, spot), tuple(without_generation(low))
    match = full.get((words, generation(low))) or full.get((words, ""))
    spot.name = match.name if match else written
    if match and match.name != written:
        spot.reason = f"another form of {match.name}, named at {match.at}"


def _join_singles(scene: Scene, spots: list[Spot], bearers: dict[str, list[Full]]) -> None:
    """Twice: once Mr. Belkov is known to be Juri, Mrs. Belkov can only be Ana."""
    for spot in spots:
        _join_single(scene, spot, bearers)
    for spot in spots:
        if spot.titles:
            _join_single(scene, spot, bearers)
    _join_leaders(scene, spots, bearers)


def _join_leaders(scene: Scene, spots: list[Spot], bearers: dict[str, list[Full]]) -> None:
    """What still may mean several: the one whom the text is about, where it tells."""
    alone: dict[str, int] = {}  # where each name first stands alone
    for spot in spots:
        at = scene.tokens.start[spot.first]
        word = words_of(scene, spot)[0]
        alone[word] = min(at, alone.get(word, at))
    paragraphs = Paragraphs(scene.tokens.text)
    for spot in spots:
        word = words_of(scene, spot)[0]
        people = _plausible(scene, spot, bearers.get(word, []))
        if spot.reason == _several(people) and len(people) < MOST:
            person = leader(people, alone[word], scene.tokens.start[spot.first], paragraphs)
            if person is not None:
                spot.name, spot.reason = person.name, f"surname of {person.name}, whom the text is about: named in full at {person.at}, before its namesakes"


def _join_single(scene: Scene, spot: Spot, bearers: dict[str, list[Full]]) -> None:
    word = words_of(scene, spot)[0]
    people = _plausible(scene, spot, bearers.get(word, []))
    known = [p for p in people[:MOST] if p.at < scene.tokens.start[spot.first]]
    if len(people) == 1 or len(known) == 1:
        person = people[0] if len(people) == 1 else known[0]
        part = "surname" if word in family_words(person.words, scene.lexicon) else "given name"
        spot.name, spot.entry = person.name, None
        so_far = "" if len(people) == 1 else ", the only one so far"
        spot.reason = f"{part} of {person.name}, named in full at {person.at}{so_far}"
        person.titles.update(t for t in spot.titles if _title_sex(scene.lexicon, (t,)))
    else:
        spot.name, spot.entry = display(scene, spot), None
        if len(people) > 1:
            spot.reason = _several(people)


def _several(people: list[Full]) -> str:
    names = ", ".join(sorted(p.name for p in people[:3]))
    more = f" and {len(people) - 3} more" if len(people) > 3 else ""
    return f"{len(people)} people in the text bear this name: {names}{more}"


def _plausible(scene: Scene, spot: Spot, people: list[Full]) -> list[Full]:
    """Of the bearers, those whom the title fits: Mrs. Clinton, President Bush."""
    if not spot.titles or len(people) >= MOST:
        return people
    sex = _title_sex(scene.lexicon, spot.titles)
    fitting = [p for p in people if not sex or p.sex(scene.lexicon) in ("", "b", sex)]
    offices = {t for t in spot.titles if not scene.lexicon.has("honorifics", t)}
    holders = [p for p in fitting if offices & p.titles]
    return holders if len(holders) == 1 else fitting
