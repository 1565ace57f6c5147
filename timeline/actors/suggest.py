"""Names that may be one actor but are not joined: for a person to decide, in the alias file. Nothing here renames anything."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from timeline.actors.lexicon import Lexicon, load
from timeline.actors.names import compatible, family_words
from timeline.actors.tokens import scan
from timeline.model import ActorMention

MOST = 40  # names compared with one another under one key
ATTESTED = 3  # mentions: two names that both stand so often are no slips of the pen
FEW = 3  # a family name that more people bear says nothing
SOUNDS = (("sch", "sh"), ("tsch", "ch"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ou", "u"),
          ("ee", "i"), ("ij", "i"), ("dj", "j"), ("dzh", "j"), ("q", "k"), ("c", "k"), ("y", "i"), ("w", "v"), ("j", "i"))


class Suggestion(NamedTuple):
    """Two canonical names of one type that may be one actor: how likely (0 to 1), and why in words."""

    one: str
    other: str
    type: str
    score: float
    reason: str


def suggestions(per_document: dict[str, list[ActorMention]], at_least: float = 0.3, most: int = 500) -> list[Suggestion]:
    """Pairs that are likely one actor, the likeliest `most` first, of mentions as `join` gives them.

    Two actors that the alias file lists on lines of their own are never suggested; nor are two names that differ by
    a letter or two where both are well attested (Kim Jong-un, Kim Jong-il). Cost: linear in the number of names.
    """
    counts = Counter((m.type, m.name) for mentions in per_document.values() for m in mentions)
    names = [_Name(kind, name, tuple(scan(name).low), number) for (kind, name), number in counts.items()]
    names = [name for name in names if name.words]
    lexicon, best = load("en"), {}
    for found in (*_spelled(names, lexicon), *_sounding(names), *_borne(names, lexicon), *_lettered(names), *_shortened(names)):
        key = (found.type, *sorted((found.one, found.other)))
        apart = _is_listed(found.one, lexicon) and _is_listed(found.other, lexicon)
        if not apart and found.score >= at_least and (key not in best or best[key].score < found.score):
            best[key] = found
    return sorted(best.values(), key=lambda s: (-s.score, s.one, s.other))[:most]


def _is_listed(name: str, lexicon: Lexicon) -> bool:
    """Whether a list has an actor of this very name: two such are known to be two (Gaza, Giza)."""
    found = lexicon.match(scan(name), 0)
    return name in lexicon.listed or found is not None and found[1].name == name


class _Name(NamedTuple):
    type: str
    name: str
    words: tuple[str, ...]
    count: int


def _pairs(names: list[_Name], keys) -> Iterator[tuple[_Name, _Name]]:
    """Every two names of a type that share a key, the more frequent first."""
    under = defaultdict(dict)
    for name in names:
        for key in keys(name):
            under[name.type, key][name.name] = name
    seen = set()
    for group in under.values():
        ordered = sorted(group.values(), key=lambda n: (-n.count, n.name))[:MOST]
        for i, one in enumerate(ordered):
            for other in ordered[i + 1:]:
                if (one.name, other.name) not in seen:
                    seen.add((one.name, other.name))
                    yield one, other


def _spelled(names: list[_Name], lexicon: Lexicon) -> Iterator[Suggestion]:
    """A slip of the pen: all words equal but one, and that one a letter away; one of the two names hardly stands."""
    for one, other in _pairs(names, _deletions):
        differing = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
        if len(differing) != 1 or other.count >= ATTESTED or one.name.isupper() and other.name.isupper():
            continue
        if not _is_slip(*differing[0]) or all(word in lexicon.given or lexicon.is_family(word) for word in differing[0]):
            continue  # Joan and John are two names
        score = 0.75 if one.count >= ATTESTED else 0.55
        often = f"{other.name} stands {_times(other.count)}, {one.name} {_times(one.count)}"
        yield Suggestion(one.name, other.name, one.type, score, f'one letter apart ("{differing[0][0]}", "{differing[0][1]}"); {often}')


def _is_slip(one: str, other: str) -> bool:
    """One letter left out, put in, exchanged or swapped with its neighbour in a word of five or more; a plural is none."""
    short, long = sorted((one, other), key=len)
    if len(short) < 5 or short + "s" == long:
        return False
    if len(short) < len(long):
        return any(long[:k] + long[k + 1:] == short for k in range(len(long)))
    at = [k for k in range(len(long)) if one[k] != other[k]]
    return len(at) == 1 or len(at) == 2 and at[1] == at[0] + 1 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _deletions(name: _Name) -> Iterator[tuple[str, ...]]:
    """The words with one letter left out of one of them: names a letter apart share such a key (Garbe 2012, SymSpell)."""
    for i, word in enumerate(name.words[:6]):
        for k in range(min(len(word), 20) + 1):
            yield (*name.words[:i], word[:k] + word[k + 1:], *name.words[i + 1:])


def _sounding(names: list[_Name]) -> Iterator[Suggestion]:
    """Juergen and Jürgen, Qaddafi and Kaddafi: the same sounds in another spelling."""
    for one, other in _pairs(names, lambda name: [tuple(map(_sound, name.words))]):
        if max(map(len, one.words)) > 3 and one.words != other.words:
            yield Suggestion(one.name, other.name, one.type, 0.8, "the same sounds in another spelling")


def _sound(word: str) -> str:
    for written, sound in SOUNDS:
        word = word.replace(written, sound)
    return "".join(c for i, c in enumerate(word) if not i or c != word[i - 1])


def _borne(names: list[_Name], lexicon: Lexicon) -> Iterator[Suggestion]:
    """A family name or initials that two or three people here bear: one of them is meant."""
    people = [name for name in names if name.type == "PER"]
    bearers = defaultdict(list)
    for person in people:
        for word in family_words(list(person.words), lexicon) if len(person.words) > 1 else ():
            bearers[word].append(person)
    for name in people:
        last = name.words[-1]
        initials = len(name.words) > 1 and len(name.words[0].rstrip(".")) == 1
        if len(name.words) != 1 and not initials:
            continue
        fitting = [p for p in bearers.get(last, ())[:MOST] if p != name and (not initials or compatible(list(p.words), list(name.words)))]
        if 1 < len(fitting) <= FEW or initials and fitting:
            kind = "initials and family name" if initials else "family name"
            others = ("", " and of one other here", " and of two others here")
            for person in fitting[:FEW]:
                yield Suggestion(person.name, name.name, "PER", round(0.9 / len(fitting), 2),
                                 f"the {kind} of {person.name}{others[min(len(fitting), FEW) - 1]}")


def _lettered(names: list[_Name]) -> Iterator[Suggestion]:
    """IPS and the Institute for Peat Studies: its first letters, though no brackets say so."""
    short = defaultdict(list)
    for name in names:
        if name.type == "ORG" and len(name.words) == 1 and name.name.isupper() and len(name.name) > 2:
            short[name.words[0].replace(".", "")].append(name)
    for name in names:
        if name.type != "ORG" or len(name.words) < 3:
            continue
        content = [w for w in name.words if w not in ("of", "the", "and", "for", "on", "in", "de", "la", "du", "des", "der")]
        for letters in {"".join(w[0] for w in content), "".join(w[0] for w in name.words)}:
            for one in short.get(letters, ())[:FEW]:
                yield Suggestion(name.name, one.name, "ORG", 0.6, f"{one.name} are the first letters of {name.name}")


def _shortened(names: list[_Name]) -> Iterator[Suggestion]:
    """Halden Water and Halden Water Board: the shorter name opens the longer one, and no other."""
    bodies = {name.words: name for name in names if name.type == "ORG"}
    longer = defaultdict(list)
    for words in bodies:
        for n in range(2, min(len(words), 6)):
            longer[words[:n]].append(words)
    for words, wholes in longer.items():
        if words in bodies and len(wholes) == 1:
            one, other = bodies[wholes[0]], bodies[words]
            yield Suggestion(one.name, other.name, "ORG", 0.5, f"{one.name} begins like {other.name}, and no other name here does")
