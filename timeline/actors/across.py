"""One name an actor across documents: equal names, initials that fit, a family name only one person bears."""

from collections import Counter, defaultdict
from dataclasses import replace

from timeline.actors.lexicon import Lexicon, load
from timeline.actors.names import compatible, family_words, turned
from timeline.actors.people import MOST
from timeline.actors.tokens import scan
from timeline.model import ActorMention


def join(per_document: dict[str, list[ActorMention]]) -> dict[str, list[ActorMention]]:
    """The same mentions with names made one across documents; every changed name says why. Nothing fuzzy."""
    counts = Counter((m.type, m.name) for mentions in per_document.values() for m in mentions)
    lexicon = load("en")  # the family names and the alias file are the same in every language
    renamed = {**_spellings(counts, lexicon.listed), **_acronyms(per_document)}
    people = Counter({name: n for (kind, name), n in counts.items() if kind == "PER"})
    renamed.update(_people(people, lexicon))
    renamed = {key: to for key, to in renamed.items() if key[1] not in lexicon.listed}  # they stay what their line says
    return {doc: [_renamed(m, renamed) for m in mentions] for doc, mentions in per_document.items()}


def _renamed(mention: ActorMention, renamed: dict[tuple[str, str], tuple[str, str]]) -> ActorMention:
    name, reason = renamed.get((mention.type, mention.name), ("", ""))
    if not name or name == mention.name:
        return mention
    return replace(mention, name=name, reason=f"{mention.reason}; {reason}" if mention.reason else reason)


def _words(name: str) -> list[str]:
    words = scan(name).low
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _spellings(counts: Counter, listed: frozenset[str]) -> dict[tuple[str, str], tuple[str, str]]:
    """Names that differ in case, accents, hyphens or a leading "the" alone take the most frequent spelling."""
    groups = defaultdict(list)
    for kind, name in counts:
        groups[kind, "".join(_words(name))].append(name)
    renamed = {}
    for (kind, _), names in groups.items():
        best = min(names, key=lambda n: (n not in listed, n.islower(), n.isupper() and len(n) > 6, -counts[kind, n], n))
        renamed.update({(kind, n): (best, f"same name as {best}") for n in names if n != best})
    return renamed


def _acronyms(per_document: dict[str, list[ActorMention]]) -> dict[tuple[str, str], tuple[str, str]]:
    """IAEA in one document is what the brackets of another say it is, if all of them say the same."""
    meant = defaultdict(set)
    for mentions in per_document.values():
        for m in mentions:
            if m.type == "ORG" and m.text.isupper() and m.reason.startswith("acronym of"):
                meant[m.text].add(m.name)
    return {("ORG", text): (*names, f"acronym of {next(iter(names))} in another document")
            for text, names in meant.items() if len(names) == 1}


def _people(people: Counter, lexicon: Lexicon) -> dict[tuple[str, str], tuple[str, str]]:
    words = {name: _words(name) for name in people}
    full = [name for name, w in words.items() if len(w) > 1]
    renamed = _initials(full, words, people, lexicon)
    bearers = defaultdict(set)
    for name in full:
        kept = renamed.get(("PER", name), (name,))[0]
        for word in family_words(words[name], lexicon):
            bearers[word].add(kept)
    for name, w in words.items():
        if len(w) == 1 and len(bearers.get(w[0], ())) == 1 and (w[0] not in lexicon.given or lexicon.is_family(w[0])):
            person = next(iter(bearers[w[0]]))
            renamed["PER", name] = person, f"surname that {person} alone bears in these documents"
    return renamed


def _initials(full: list[str], words: dict[str, list[str]], people: Counter, lexicon: Lexicon) -> dict[tuple[str, str], tuple[str, str]]:
    """D. Trump is Donald Trump where nobody else's initials fit; Orbán Viktor is Viktor Orbán."""
    by_family, listed = defaultdict(list), lexicon.listed
    for name in full:
        by_family[words[name][0][0], words[name][-1]].append(name)
        by_family["".join(words[name])].append(name)
        by_family[tuple(sorted(words[name]))].append(name)
    renamed = {}
    for names in by_family.values():
        for name in names if len(names) <= MOST else ():
            fitting = _one_person([o for o in names if o != name and _fits(words[o], words[name], lexicon)], words, lexicon)
            best = _fullest([name, *fitting], words, people, listed)
            if len(listed & {name, *fitting}) < 2 and fitting and best != name:
                renamed["PER", name] = best, _why(name, best, words)
    return renamed


def _why(name: str, best: str, words: dict[str, list[str]]) -> str:
    if sorted(words[name]) == sorted(words[best]) and words[name] != words[best]:
        return f"{best}, with the family name first or last"
    return f"same name as {best}" if "".join(words[name]) == "".join(words[best]) else f"initials and family name fit {best} alone"


def _fits(one: list[str], other: list[str], lexicon: Lexicon) -> bool:
    return compatible(one, other) or turned(one, other, lexicon)


def _one_person(names: list[str], words: dict[str, list[str]], lexicon: Lexicon) -> list[str]:
    """The names, if they can all be one person; none if they are two."""
    return names if all(_fits(words[a], words[b], lexicon) for a in names for b in names) else []


def _fullest(names: list[str], words: dict[str, list[str]], people: Counter, listed: frozenset[str]) -> str:
    """The alias file's name, else the one most used among those whose given name is written out."""
    return min(names, key=lambda n: (n not in listed, len(words[n][0]) == 1, -people[n], -len(n), n))
