"""Where a page speaks of the target: by its name, a form of the name, a pronoun, or a noun such as "the company"."""

from timeline.digest.actorline_pages import Page
from timeline.digest.actorline_reading import Reading
from timeline.digest.actorline_words import word_list

_SPARE = 2  # words that may stand among those of a name ("iTunes Music Store" for "iTunes store")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without articles and marks."""
    words = ("".join(mark for mark in word if mark.isalnum() or mark in "-&.'") for word in name.lower().split())
    return tuple(word.strip("-.'") for word in words if word not in ("the", "a", "an") and any(mark.isalnum() for mark in word))


def is_person(pages: list[Page], target: str) -> bool:
    """Whether the pages' actors hold the target to be a person."""
    words = words_of(target)
    types = [actor.type for page in pages for actor in page.actors if words in (words_of(actor.name), words_of(actor.text))]
    return types.count("PER") * 2 > len(types)


def may_name(page: Page, target: str) -> bool:
    """Whether a word of the target, or its first letters, stands in the page at all: a cheap test before reading it."""
    low, words = page.text.lower(), words_of(target)
    return any(word in low for word in words if len(word) > 2 or len(words) == 1) or _letters(words) in page.text.replace(".", "")


def named_at(page: Page, target: str, person: bool) -> list[frozenset[int]]:
    """For each line of the page the tokens that mean the target; pronouns and "the company" are among them."""
    words, names, found = words_of(target), _canonical(page, target, person), []
    named = [_named(reading, words, names) for reading in page.readings]
    if words and not any(named) and len(words) > 2:
        named = [_run(reading, words[1:]) for reading in page.readings]
    spoken = False
    if not any(named):
        return [frozenset() for _ in page.readings]
    for place, reading in enumerate(page.readings):
        meant = _meant(reading, named[place], person, spoken, words)
        found.append(frozenset(named[place] | meant))
        spoken = _spoken_after(reading, found[-1], spoken, person)
    return found


def _canonical(page: Page, target: str, person: bool) -> set[str]:
    """The canonical names under which the page's actors hold the target; of a person the last name alone will do."""
    words, names = words_of(target), {actor.name: words_of(actor.name) for actor in page.actors}
    found = {actor.name for actor in page.actors if words and words in (names[actor.name], words_of(actor.text))}
    alone = {name for name, own in names.items() if person and own == words[-1:]}
    others = any(own[-1:] == words[-1:] and len(own) > 1 and name not in found for name, own in names.items())
    return found if others else found | alone


def _named(reading: Reading, words: tuple[str, ...], names: set[str]) -> set[int]:
    tokens, scene = reading.scene.tokens, reading.scene
    found = {at for at, token in enumerate(tokens) if token.actor >= 0 and scene.actors[token.actor].name in names}
    found |= _acronym(reading, words)
    for at in range(len(tokens)):
        window = range(at, min(at + len(words) + _SPARE, len(tokens)))
        own = [k for k in window if _same(tokens[k].low, words)]
        if _same(tokens[at].low, words) and {_which(tokens[k].low, words) for k in own} == set(words) and _is_one_phrase(reading, own):
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


def _letters(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words).upper()


def _acronym(reading: Reading, words: tuple[str, ...]) -> set[int]:
    """"GM" for General Motors: the first letters, in capitals."""
    letters = _letters(words)
    return set() if len(letters) < 2 else {at for at, token in enumerate(reading.scene.tokens) if reading.scene.said(token).replace(".", "") == letters}


def _run(reading: Reading, words: tuple[str, ...]) -> set[int]:
    """The last words of a long name, one after the other."""
    lows, size = [token.low for token in reading.scene.tokens], len(words)
    return {k for at in range(len(lows) - size + 1) if tuple(lows[at:at + size]) == words for k in range(at, at + size)}


def _meant(reading: Reading, named: set[int], person: bool, spoken: bool, words: tuple[str, ...]) -> set[int]:
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


def _spoken_after(reading: Reading, meant: frozenset[int], spoken: bool, person: bool) -> bool:
    """Whether a sentence leaves the target as what is spoken of: the first of its kind that it names."""
    scene = reading.scene
    kind = [at for at, token in enumerate(scene.tokens) if at in meant or token.actor >= 0
            and (scene.actors[token.actor].type == "PER") == person and scene.actors[token.actor].type != "LOC"]
    return kind[0] in meant if kind else spoken
