"""What a report says that helps to tell whether another is of the same happening: its words, head, names and hours."""

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path

from timeline.events.vocabulary import Vocabulary, vocabulary
from timeline.model import Event

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NEAR = 30  # characters round a date in which an hour of the day belongs to it
_MOST = 80  # words of an excerpt that are compared
_GOVERNS = 4  # words between a verb and the happening it speaks of
STEM = 5  # letters by which two forms of an unlisted word are taken for one
_FOUNDED = ("explicit", "relative", "context")  # dated by words of its own text


@dataclass(frozen=True, slots=True)
class Likeness:
    """The lists of words/en_merge.toml, by word."""

    same: dict[str, str] = field(default_factory=dict)  # word -> the word that stands for its line
    apart: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)  # word -> (line, part) of each line it is in
    rounds: dict[str, int] = field(default_factory=dict)
    sets: dict[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """What happened in a title: the word that stands for it, its family, and all words and families of happenings."""

    word: str = ""
    family: str = ""
    words: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    weak: bool = False  # an event with a date, a place or an actor beside it only ("race")
    about: bool = False
    off: bool = False


@dataclass(frozen=True, slots=True)
class Traits:
    """A report as it is compared. `names` are its actors and its place; `words` its title's, `told` its excerpt's
    too, `stems` how all of these begin, `titled` how the title's do, `unnamed` those of them that are no part of its names, `proper` those of its title that are written like names,
    `done_to` those right after its verb."""

    event: Event
    head: Head
    names: frozenset[str]
    words: tuple[str, ...]
    told: frozenset[str]
    stems: frozenset[str]
    titled: frozenset[str]
    unnamed: frozenset[str]
    proper: frozenset[str]
    done_to: frozenset[str]
    before: dict[str, frozenset[str]]
    rounds: frozenset[int]
    late: bool
    early: bool
    again: bool
    spots: tuple[tuple[str, int, int], ...]

    @property
    def width(self) -> int:
        """Days beyond the first that the window is wide."""
        return self.event.last - self.event.first

    @property
    def founded(self) -> bool:
        """Whether words of its own date it, not its document's day alone."""
        return self.event.date_basis in _FOUNDED


@cache
def likeness() -> Likeness:
    """The words that are one, and those that never are; English, as the vocabulary of heads is."""
    data = tomllib.loads((Path(__file__).with_name("words") / "en_merge.toml").read_text("utf-8"))
    same = {word: line.split()[0] for line in data["same"].strip().splitlines() for word in line.split()}
    apart: dict[str, tuple] = {}
    for number, line in enumerate(data["apart"].strip().splitlines()):
        for part, words in enumerate(line.split("|")):
            for word in words.split():
                key = same.get(word, word)
                apart[key] = (*apart.get(key, ()), (number, part))
    rounds = {word: number for number, words in enumerate(data["rounds"].split("|"), 1) for word in words.split()}
    sets = {name: frozenset(data[name].split()) for name in ("about", "off", "late", "early", "again", "counted", "calendar", "amounts")}
    return Likeness(same, apart, rounds, sets)


def traits(event: Event) -> Traits:
    """What `event` says, for `evidence.weigh`. The event must have a window."""
    title, lists = _tokens(event.title), likeness()
    excerpt = _tokens(event.excerpt[:_MOST * 12])[:_MOST]
    hours = _hours(event)
    said = {low for low, _ in (*title, *excerpt)}
    names = frozenset(filter(None, (*event.actors, event.place)))
    told = frozenset((*_content(title), *_content(excerpt)))
    parts = {_standing(word) for name in names for word in name.lower().split()}
    own = {word for name in event.actors if " " in name for word in name.lower().split()}
    head = _head(tuple(token for token in title if token[0] not in own))  # who protects journalists by name need not do so here
    if not head.about and _is_spoken_of(event, head):
        head = replace(head, about=True)
    return Traits(event, head, names, _content(title), told, frozenset(word[:STEM] for word in (*told, *said)),
                  frozenset(low[:STEM] for low, _ in title),
                  told - parts, _proper(event) - parts, _done_to(title, head), _before(title), _rounds(title) or _rounds(excerpt),
                  bool(hours & lists.sets["late"]), bool(hours & lists.sets["early"]), bool(said & lists.sets["again"]),
                  tuple((m.doc_id, m.start_char, m.end_char) for m in event.mentions[:4]))


def _tokens(text: str) -> list[tuple[str, str]]:
    """(lower-cased word, the word that stands for it in comparisons) in the order of the text."""
    lows = [low for low in map(str.lower, _WORD.findall(text))]
    return [(low, _standing(low, after)) for low, after in zip(lows, [*lows[1:], ""], strict=False)]


@lru_cache(maxsize=200_000)
def _standing(low: str, after: str = "") -> str:
    lists, stem = likeness(), lemma(low)
    return lists.same.get(f"{stem}_{after}") or lists.same.get(low) or lists.same.get(stem, stem)


@lru_cache(maxsize=100_000)
def lemma(low: str) -> str:
    """The dictionary form of a lower-cased word where the vocabulary has it; else the word without its plural or possessive."""
    words = vocabulary("en")
    known = words.nouns.get(low) or words.verbs.get(low)
    if known:
        return known.lemma
    low = low.removesuffix("'s").removesuffix("’s")
    known = words.nouns.get(low)
    if known:
        return known.lemma
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low


@lru_cache(maxsize=100_000)
def is_content(low: str) -> bool:
    """Whether a lower-cased word says something of a happening beyond its grammar and its date."""
    words = vocabulary("en")
    if low.isdecimal():
        return len(low) != 4 and (len(low) > 2 or int(low) > 31)  # neither a year nor a day
    return len(low) > 2 and not any(
        words.has(f"function.{name}", low) for name in
        ("prepositions", "determiners", "pronouns", "months", "conjunctions", "adverbs", "titles", "relatives")
    ) and not words.has("verb.auxiliaries", low) and low not in likeness().sets["calendar"]


def _content(tokens: list[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(standing for low, standing in tokens if is_content(low)))


def _proper(event: Event) -> frozenset[str]:
    """What the title has of words that the excerpt writes with a capital inside a sentence that is not all in capitals."""
    words = _WORD.findall(event.excerpt[:_MOST * 12])[:_MOST]
    large = {word.lower() for word in words[1:] if word[0].isupper()}
    if 2 * len(large) > len(words):
        return frozenset()
    return frozenset(standing for low, standing in _tokens(event.title) if low in large and is_content(low))


def _done_to(title: list[tuple[str, str]], head: Head) -> frozenset[str]:
    """The content words between the head, a verb in the active, and the next preposition."""
    words = vocabulary("en")
    at = next((n for n, (low, standing) in enumerate(title) if standing == head.word and words.verb(low)), None)
    if at is None or any(words.has("verb.auxiliaries", low) for low, _ in title[:at]):
        return frozenset()
    at += 1 + (at + 1 < len(title) and words.has("verb.particles", title[at + 1][0]))
    end = next((n for n in range(at, len(title)) if words.has("function.prepositions", title[n][0])), len(title))
    return frozenset(standing for low, standing in title[at:end] if is_content(low) and low not in likeness().sets["amounts"])


def _before(title: list[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Noun -> the content words right before it ("farm bill": farm)."""
    found: dict[str, frozenset[str]] = {}
    words = vocabulary("en")
    for (left, standing), (low, noun) in zip(title, title[1:], strict=False):
        if is_content(left) and is_content(low) and _may_be_noun(words, left) and _may_be_noun(words, low):
            found[noun] = found.get(noun, frozenset()) | {standing}
    return found


def _may_be_noun(words: Vocabulary, low: str) -> bool:
    return low not in words.verbs or low in words.nouns or words.has("verb.nouns_too", low)


def _rounds(tokens: list[tuple[str, str]]) -> frozenset[int]:
    """The numbers of rounds: "third" before an event noun or a word like "round", at most two words between."""
    lists, nouns = likeness(), vocabulary("en").nouns
    found = set()
    for place, (low, _) in enumerate(tokens):
        if low in lists.rounds:
            following = [lemma(after) for after, _ in tokens[place + 1:place + 4]]
            if any(word in nouns or word in lists.sets["counted"] for word in following):
                found.add(lists.rounds[low])
    return frozenset(found)


def _hours(event: Event) -> set[str]:
    """The words round the date, which may say the hour."""
    if not event.mentions or event.mentions[0].date_start is None:
        return set()
    best = event.mentions[0]
    at = best.date_start - best.start_char
    near = best.exact[max(0, at - _NEAR):at + len(best.date_text) + _NEAR]
    return set(map(str.lower, _WORD.findall(near)))


@lru_cache(maxsize=50_000)
def _head(title: tuple[tuple[str, str], ...]) -> Head:
    """A verb that speaks of a happening or calls it off; an event verb before any noun; a narrow noun; what else is done."""
    words, lists = vocabulary("en"), likeness()
    found, about, off, lows = [], "", "", [low for low, _ in title]
    for place, (low, standing) in enumerate(title):
        stem = lemma(low)
        about = about or (standing if _speaks(lows, place) else "")
        off = off or (standing if stem in lists.sets["off"] else "")
        if _is_done_by_them(words, title, place):
            continue
        rank, family = _weight(words, low, bool(found))
        if rank:
            found.append((rank, standing, family))
    every = frozenset(word for _, word, _ in found), frozenset(family for *_, family in found if family)
    if off or about:
        return Head(off or about, "", *every, False, bool(about) and not off, bool(off))
    best = min(found, key=lambda one: one[0], default=(0, "", ""))
    return Head(best[1], best[2], *every, best[0] > 2)


def _speaks(lows: list[str], place: int) -> bool:
    """Whether a word, alone or with the one after it, speaks of a happening ("praised", "protested against")."""
    about, stem = likeness().sets["about"], _stem(lows[place])
    return stem in about or place + 1 < len(lows) and f"{stem}_{lows[place + 1]}" in about


def _is_spoken_of(event: Event, head: Head) -> bool:
    """Whether the excerpt has a word that speaks of the happening right before it, and no date between the two."""
    if not event.mentions or event.mentions[0].date_start is None:
        return False
    text, best = event.excerpt, event.mentions[0]
    date = best.date_start - best.start_char
    tokens = [(hit.start(), hit[0].lower()) for hit in _WORD.finditer(text[:_MOST * 12])]
    said = [low for _, low in tokens]
    for place, (start, low) in enumerate(tokens):
        if _standing(low) == head.word:
            near = [at for at in range(max(0, place - _GOVERNS), place) if _speaks(said, at)]
            clause = any(vocabulary("en").has("function.openers", low) for _, low in tokens[near[0]:place]) if near else False
            return bool(near) and not clause and not tokens[near[0]][0] < date < start
    return False


@lru_cache(maxsize=100_000)
def _stem(low: str) -> str:
    """The dictionary form, also of a verb that the vocabulary does not have."""
    known = lemma(low)
    about = likeness().sets["about"]
    forms = [low.removesuffix(ending) + back for ending in ("ed", "ing") if low.endswith(ending) for back in ("", "e")]
    forms += [low[:-3] + "y"] if low.endswith("ied") else []
    return next((form for form in forms if form in about), known)


def _is_done_by_them(words: Vocabulary, title: tuple[tuple[str, str], ...], place: int) -> bool:
    """Whether a form like "rebels" is a noun: a verb stands right before or after it."""
    verb = words.verbs.get(title[place][0])
    if verb is None or verb.form not in ("base", "s") or title[place][0] in words.nouns:
        return False
    beside = [title[at][0] for at in (place - 1, place + 1) if 0 <= at < len(title)]
    return any((other := words.verbs.get(low)) and other.form in ("past", "part") and not words.has("verb.auxiliaries", low)
               for low in beside)


def _weight(words: Vocabulary, low: str, later: bool) -> tuple[int, str]:
    """(1 for the best head to 4 for the poorest, 0 for none; its family)."""
    noun = words.nouns.get(low)
    if noun:
        return 3 if noun.weak else 2, noun.family
    verb = words.verb(low)
    if not verb or words.has("verb.auxiliaries", low) or verb.kind in ("state", "says"):
        return 0, ""
    if verb.kind == "event":
        return (2 if later else 1) if verb.lemma not in words.light else 4, verb.family
    counts = verb.lemma not in words.light or _standing(low) in likeness().apart
    return (4, "") if verb.kind in ("act", "light") and counts else (0, "")
