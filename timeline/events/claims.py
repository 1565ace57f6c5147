"""Who vouches for a happening: the writer, or only somebody whom the writer quotes.

After the guard of attribution in journalism and the evidential part of FactBank (Saurí and Pustejovsky 2009): what
stands under a verb of saying, "according to", "allegedly" or in a quotation is told by its source, unless the verb
commits the writer to it ("confirmed that").
"""

from typing import NamedTuple

from timeline.events import phrase, subject
from timeline.events.chunk import without_articles
from timeline.events.head import Head
from timeline.events.scene import Scene, Token, is_hard

_OPENING, _CLOSING = ("“", "„", "«", "‹", "‘"), ("”", "»", "›", "’")
_ADDRESSEE = 6  # words between "told" and what it told
_NEAR = 7  # words before a head in which "allegedly" bears on it
_QUOTED = 4  # words: a shorter quotation is a word in quotes, not a statement
_PARAGRAPH = 1500  # characters before a sentence in which its quotation may have been opened


class Claim(NamedTuple):
    """Somebody's word for it. speaker: a canonical actor, the text's words for who says so, or "" where it names nobody."""

    speaker: str


def claim(scene: Scene, head: Head | None) -> Claim | None:
    """Whose claim the happening at `head` is; None where the writer tells it as a fact."""
    if head is None or not scene.words.has("claims.verbs", "say"):
        return None
    return _said_before(scene, head.index) or _said_after(scene, head.index) or _according(scene, head.index) or _hedged(
        scene, head) or _quoted(scene, head.index)


# -- "Police said two men were arrested" ---------------------------------------------------------

def _said_before(scene: Scene, head: int) -> Claim | None:
    for index in range(head - 1, -1, -1):
        if is_hard(scene.tokens[index]) and scene.tokens[index].low not in (":", "(", ")"):
            return None
        if _claims(scene, index) and (_reaches(scene, index, head) or _aside(scene, index, head)):
            return Claim("" if _after_be(scene, index) else _speaker(scene, index))
        if scene.words.has("claims.nouns", scene.tokens[index].low) and scene.tokens[index + 1].low == "that" and index + 1 < head:
            return Claim(_owner(scene, index))
    return None


def _owner(scene: Scene, noun: int) -> str:
    """Whose claim "her claim that", "the firm's report that" is."""
    before = [index for index in range(max(0, noun - 4), noun) if scene.tokens[index].owns]
    if before:
        return _named(scene, _name_at(scene, before[-1]))
    verbs = [index for index in range(noun) if scene.verb(index)]
    return _speaker(scene, verbs[-1]) if verbs and scene.tokens[noun - 1].low in ("her", "his", "their", "its") else ""


def _name_at(scene: Scene, index: int) -> list[int]:
    actor = scene.tokens[index].actor
    return [at for at in range(index + 1) if scene.tokens[at].actor == actor >= 0] or [index]


def _aside(scene: Scene, verb: int, head: int) -> bool:
    """"The army, witnesses said, attacked": subject and verb alone between two commas."""
    after = scene.tokens[verb + 1].low if verb + 1 < head else ""
    return after == "," and _in_passing(scene, verb, 0)


def _claims(scene: Scene, index: int) -> bool:
    verb = scene.verb(index)
    return verb is not None and scene.words.has("claims.verbs", verb.lemma) and not _is_denied(scene, index)


def _is_denied(scene: Scene, index: int) -> bool:
    return any(scene.words.has("function.negations", token.low) for token in scene.tokens[max(0, index - 2):index])


def _reaches(scene: Scene, verb: int, head: int) -> bool:
    """Whether what the verb says goes as far as the head: it opens with "that", or holds a verb before any mark."""
    tokens, after = scene.tokens, verb + 1
    if after >= len(tokens) or scene.words.has("claims.nothing", tokens[after].low):
        return False
    if tokens[after].low in ("to", "of"):
        return tokens[after].low == "of" or scene.verb(after + 1) is not None
    marked = next((index for index in range(after, min(after + 2 * _ADDRESSEE, head)) if tokens[index].low in ("that", "how")
                   and tokens[index].date < 0), 0)
    if marked and not any(scene.verb(index) for index in range(after, marked)):
        return not _left_off(scene, marked, head)
    if scene.words.has("claims.only_of", scene.verb(verb).lemma):
        return any(token.low == "of" for token in tokens[after:head])
    return _own_clause(scene, after, head) and not _left_off(scene, after, head)


def _own_clause(scene: Scene, start: int, head: int) -> bool:
    """Whether a finite verb or the head itself comes before the first mark."""
    for index in range(start, len(scene.tokens)):
        token = scene.tokens[index]
        if token.low == "," or is_hard(token) or scene.words.has("function.openers", token.low) and token.low not in (
                "that", "after", "before", "as", "since", "until"):
            return False
        verb = scene.verb(index)
        if verb and (verb.form in ("past", "s", "part") or verb.kind == "state" or index == head):
            return True
        if scene.words.has("verb.auxiliaries", token.low) and scene.words.has("claims.finite", token.low):
            return True
    return False


def _left_off(scene: Scene, start: int, head: int) -> bool:
    """", but …", ", while …": the writer speaks again."""
    return any(scene.tokens[index].low == "," and scene.words.has("claims.turns", scene.tokens[index + 1].low)
               for index in range(start, head - 1))


def _speaker(scene: Scene, verb: int) -> str:
    """Who does the saying: the subject's actor, else its words; whom "he" means, where that is sure."""
    found = subject.subject(scene, verb)
    named = [scene.tokens[index].actor for index in found if scene.tokens[index].actor >= 0]
    if named:
        return scene.actors[named[-1]].name
    person = subject.meant(scene, verb)
    return person.name if person else phrase.written(scene, found)


# -- "two men were arrested, police said" --------------------------------------------------------

def _said_after(scene: Scene, head: int) -> Claim | None:
    if _is_subordinate(scene, head):
        return None
    for index in range(head + 1, len(scene.tokens)):
        if _claims(scene, index) and _in_passing(scene, index, head):
            inverted = _inverted(scene, index) if _is_mark(scene.tokens[index - 1]) else ""
            return Claim(inverted or _speaker(scene, index) or _inverted(scene, index))
    return None


def _is_subordinate(scene: Scene, head: int) -> bool:
    """"After the army attacked, the minister said …": the clause only says when."""
    clause = scene.clause(scene.clause_of[head]) if scene.clause_of[head] >= 0 else []
    return bool(clause) and scene.words.has("claims.when", scene.tokens[clause[0]].low)


def _in_passing(scene: Scene, verb: int, head: int) -> bool:
    """Whether the verb with its subject alone stands after a comma or a closing quote, and no statement follows."""
    start = next((index for index in range(verb - 1, head, -1) if _is_mark(scene.tokens[index])), 0)
    if not start or any(scene.verb(index) for index in range(start + 1, verb)):
        return False
    first = scene.tokens[start + 1].low
    if scene.words.has("function.conjunctions", first) and first != "as" or scene.words.has("function.relatives", first):
        return False
    following = scene.tokens[verb + 1].low if verb + 1 < len(scene.tokens) else "."
    return not scene.words.has("claims.nothing", following) and following not in ("that", "to") and not _own_clause(scene, verb + 1, -1)


def _is_mark(token: Token) -> bool:
    return token.low in (",", '"', *_CLOSING) or is_hard(token) and token.low not in (";", ")")


def _inverted(scene: Scene, verb: int) -> str:
    """", said the mayor of Oslo": what follows the verb, to the next mark or date."""
    kept = []
    for index in range(verb + 1, min(verb + 1 + _ADDRESSEE, len(scene.tokens))):
        token = scene.tokens[index]
        if not token.is_word or token.date >= 0:
            break
        kept.append(index)
    return _named(scene, kept)


def _named(scene: Scene, indexes: list[int]) -> str:
    named = [scene.tokens[index].actor for index in indexes if scene.tokens[index].actor >= 0]
    if named:
        return scene.actors[named[-1]].name
    cut = next((place for place, index in enumerate(indexes) if place and scene.words.has(
        "function.prepositions", scene.tokens[index].low)), len(indexes))
    return phrase.written(scene, without_articles(scene, indexes[:cut]))


# -- "according to", "allegedly", "is said to have" ----------------------------------------------

def _according(scene: Scene, head: int) -> Claim | None:
    tokens = scene.tokens
    for index in range(len(tokens) - 2):
        if f"{tokens[index].low} {tokens[index + 1].low}" not in scene.words.sets.get("claims.according", ()):
            continue
        low, high = min(index, head), max(index, head)
        if any(tokens[at].low == ";" for at in range(low, high)):
            continue
        kept = []
        for at in range(index + 2, min(index + 2 + 2 * _ADDRESSEE, len(tokens))):
            if not tokens[at].is_word or tokens[at].date >= 0 or scene.verb(at):
                break
            kept.append(at)
        if kept and not any(scene.words.has("claims.impersonal", tokens[at].low) for at in kept):
            return Claim(_named(scene, kept))
    return None


def _hedged(scene: Scene, head: Head) -> Claim | None:
    """"allegedly", "an alleged attack", "is believed to have": nobody is named."""
    own = scene.clause_of[head.index]
    near = [index for index in range(max(0, head.index - _NEAR), head.index) if scene.clause_of[index] == own]
    after = range(head.index + 1, min(head.index + 4, len(scene.tokens)))
    if any(scene.words.has("claims.adverbs", scene.tokens[index].low) for index in [*near, *after]):
        return Claim("")
    if head.kind == "noun" and any(scene.words.has("claims.beside", scene.tokens[index].low) for index in near[-3:]):
        return Claim("")
    raised = any(scene.words.has("claims.raised", scene.tokens[index].low) and scene.tokens[index + 1].low in ("to", "of")
                 and _after_be(scene, index) for index in [*near, head.index] if index + 1 < len(scene.tokens))
    return Claim("") if raised else None


def _after_be(scene: Scene, index: int) -> bool:
    known = [scene.words.verbs.get(token.low) for token in scene.tokens[max(0, index - 3):index]]
    return any(verb is not None and verb.lemma == "be" for verb in known)


# -- in quotation marks --------------------------------------------------------------------------

def _quoted(scene: Scene, head: int) -> Claim | None:
    inside = _quotation(scene, head)
    if inside is None:
        return None
    tokens = [index for index in range(*inside) if scene.tokens[index].is_word]
    if len(tokens) < _QUOTED or not any(scene.verb(index) for index in tokens):
        return None
    around = [index for index in range(len(scene.tokens)) if not inside[0] <= index < inside[1] and _claims(scene, index)]
    if around:
        return Claim(_speaker(scene, around[0]) or _inverted(scene, around[0]))
    told = [actor.name for actor in scene.earlier if actor.role == "speaker"]
    return Claim(told[-1] if told else "")


def _quotation(scene: Scene, head: int) -> tuple[int, int] | None:
    """The tokens from the quotation mark before the head to the one after it; None outside of quotations."""
    open_at = 0 if _open_before(scene) else None
    for index, token in enumerate(scene.tokens):
        if token.low == '"' or token.low in _OPENING and open_at is None or token.low in _CLOSING and open_at is not None:
            if open_at is None:
                open_at = index + 1
            elif open_at <= head < index:
                return open_at, index
            else:
                open_at = None
    return (open_at, len(scene.tokens)) if open_at is not None and open_at <= head else None


def _open_before(scene: Scene) -> bool:
    """Whether a quotation opened earlier in the paragraph goes on where the scene begins."""
    low = max(0, scene.span.start - _PARAGRAPH)
    before = scene.text[max(low, scene.text.rfind("\n", low, scene.span.start) + 1):scene.span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
