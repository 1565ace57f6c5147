"""Where a page speaks of the target: by its name, a form of the name, a pronoun, or a noun such as "the company"."""

from collections.abc import Iterable

from timeline.digest.actorline_pages import Page
from timeline.digest.actorline_reading import Reading, word_list

_SPARE = 2  # words that may stand among those of a name ("iTunes Music Store" for "iTunes store")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without articles and marks."""
    words = ("".join(mark for mark in word if mark.isalnum() or mark in "-&.'") for word in name.lower().split())
    return tuple(word.strip("-.'") for word in words if word not in ("the", "a", "an") and any(mark.isalnum() for mark in word))


def named_at(page: Page, target: str) -> list[frozenset[int]]:
    """For each line of the page the tokens that mean the target; pronouns and "the company" are among them."""
    words, names, found = words_of(target), _canonical(page, target), []
    named = [_named(reading, words, names) for reading in page.readings]
    if words and not any(named) and len(words) > 2:
        named = [_run(reading, words[1:]) for reading in page.readings]
    person, spoken = _is_person(page, names), False
    if not any(named):
        return [frozenset() for _ in page.readings]
    for place, reading in enumerate(page.readings):
        meant = _meant(reading, named[place], names, person, spoken, words)
        found.append(frozenset(named[place] | meant))
        spoken = _spoken_after(reading, found[-1], spoken, person)
    return found


def _canonical(page: Page, target: str) -> set[str]:
    """The canonical names under which the page's actors hold the target."""
    words = words_of(target)
    return {actor.name for actor in page.actors if words and words in (words_of(actor.name), words_of(actor.text))}


def _is_person(page: Page, names: set[str]) -> bool:
    types = [actor.type for actor in page.actors if actor.name in names]
    return bool(types) and types.count("PER") * 2 > len(types)


def _named(reading: Reading, words: tuple[str, ...], names: set[str]) -> set[int]:
    tokens, scene = reading.scene.tokens, reading.scene
    found = {at for at, token in enumerate(tokens) if token.actor >= 0 and scene.actors[token.actor].name in names}
    found |= _acronym(reading, words)
    for at in range(len(tokens)):
        window = range(at, min(at + len(words) + _SPARE, len(tokens)))
        own = [k for k in window if _same(tokens[k].low, words)]
        if words and tokens[at].low in words and {_which(tokens[k].low, words) for k in own} == set(words) and _is_one_phrase(reading, own):
            found |= set(range(own[0], own[-1] + 1))
    return found


def _same(low: str, words: tuple[str, ...]) -> bool:
    return _which(low, words) != ""


def _which(low: str, words: tuple[str, ...]) -> str:
    """The word of the name that a token is, a plural s let pass at the end of the name ("iPods")."""
    return low if low in words else low[:-1] if words and low == words[-1] + "s" else ""


def _is_one_phrase(reading: Reading, own: list[int]) -> bool:
    """Whether only further words of a name stand between the first and the last."""
    scene = reading.scene
    return all(scene.tokens[at].is_word and not scene.words.has("function.prepositions", scene.tokens[at].low)
               and not scene.words.has("function.conjunctions", scene.tokens[at].low) for at in range(own[0], own[-1] + 1))


def _acronym(reading: Reading, words: tuple[str, ...]) -> set[int]:
    """"GM" for General Motors: the first letters, in capitals."""
    letters = "".join(word[0] for word in words).upper()
    if len(letters) < 2:
        return set()
    return {at for at, token in enumerate(reading.scene.tokens) if reading.scene.said(token).replace(".", "") == letters}


def _run(reading: Reading, words: tuple[str, ...]) -> set[int]:
    """The last words of a long name, one after the other."""
    lows, size = [token.low for token in reading.scene.tokens], len(words)
    return {k for at in range(len(lows) - size + 1) if tuple(lows[at:at + size]) == words for k in range(at, at + size)}


def _meant(reading: Reading, named: set[int], names: set[str], person: bool, spoken: bool, words: tuple[str, ...]) -> set[int]:
    """Pronouns and definite nouns that stand for the target: it was the last of its kind to be named."""
    found, scene = set(), reading.scene
    for at, token in enumerate(scene.tokens):
        if at in named:
            spoken = True
        elif token.actor >= 0 and (scene.actors[token.actor].type == "PER") == person and scene.actors[token.actor].type != "LOC":
            spoken = False
        elif spoken and (token.low in word_list("persons" if person else "things") or not person and _is_definite(reading, at, words)):
            found.add(at)
    return found


def _is_definite(reading: Reading, at: int, words: tuple[str, ...]) -> bool:
    """"the company", "the store" (of iTunes store)."""
    low = reading.low(at)
    return (low in word_list("bodies") or bool(words) and low == words[-1]) and reading.low(at - 1) in ("the", "this")


def _spoken_after(reading: Reading, meant: Iterable[int], spoken: bool, person: bool) -> bool:
    """Whether the target is still the last of its kind when the sentence ends."""
    scene, last = reading.scene, max(meant, default=-1)
    others = [at for at, token in enumerate(scene.tokens) if token.actor >= 0 and at > last
              and (scene.actors[token.actor].type == "PER") == person and scene.actors[token.actor].type != "LOC"]
    return not others and (last >= 0 or spoken)
