"""Whether a past form is a participle: "sold" in "phones sold in Peru have no chip" is no finite verb, though it could be."""

from typing import TYPE_CHECKING

from timeline.digest.actorline_words import word_list
from timeline.events.scene import is_hard

if TYPE_CHECKING:
    from timeline.digest.actorline_reading import Reading

_JOINTS = (",", "and", "or", "but")


def is_participle(reading: "Reading", index: int) -> bool:
    """"the troubled firm", "phones sold in Peru have …", ", born in 1950,": no finite verb, though its form could be."""
    before = reading.low(index - 1)
    if reading.after_determiner(index) or before.endswith("ly") and reading.after_determiner(index - 1):
        return True
    verb = reading.scene.words.verb(reading.low(index))
    says = verb is not None and (verb.kind == "says" or verb.family == "declaration")
    if before == "as" or before == "," and _closes_before_verb(reading, index):
        return True
    if reading.scene.words.has("function.relatives", before) or before in ("and", "but", ",") or _after_pronoun(reading, index):
        return False
    if not _takes_object(reading, index) and _in_opening_phrase(reading, index):
        return True
    if reading.opener(index) in word_list("conjunctions"):
        return False
    return not says and not _takes_object(reading, index) and (
        _goes_on_by_phrase(reading, index) and _finite_follows(reading, index) or _object_before(reading, index))


def _takes_object(reading: "Reading", index: int) -> bool:
    """An article, a number or a name right behind: what is done to it makes the verb finite ("bought 20 jets")."""
    at = index + 2 if reading.low(index + 1) in word_list("particles") else index + 1
    after = reading.scene.tokens[at] if at < len(reading.scene.tokens) else None
    return after is not None and after.date < 0 and (after.actor >= 0 or after.low[0].isdigit() or after.low == "$"
                                                     or reading.scene.words.has("function.determiners", after.low))


def _goes_on_by_phrase(reading: "Reading", index: int) -> bool:
    """"sold in Peru", "arrested on Monday", "made abroad": no object follows, as none follows a passive."""
    after = reading.scene.tokens[index + 1] if index + 1 < len(reading.scene.tokens) else None
    return after is not None and (after.date >= 0 or after.low.endswith("ly") or any(
        reading.scene.words.has(f"function.{name}", after.low) for name in ("prepositions", "adverbs")))


def _after_pronoun(reading: "Reading", index: int) -> bool:
    return any(reading.scene.words.has("function.doers", reading.low(at)) for at in (index - 1, index - 2))


def _closes_before_verb(reading: "Reading", index: int) -> bool:
    """", born in Oslo in 1950, has": a participle between commas, before the verb of its clause; or at the end, behind it."""
    own = reading.scene.clause_of[index]
    if index > 1 and reading.scene.clause_of[index - 2] not in (own, -1) or any(
            reading.is_comma(at) and reading.scene.clause_of[at] == own for at in range(index - 1)):
        return False
    before = any(reading.plainly_finite(at) for at in range(index - 1) if reading.scene.clause_of[at] == own)
    comma = next((at for at in range(index, len(reading.scene.tokens)) if reading.is_comma(at)), -1)
    return before if comma < 0 else not before and index > 1 and reading.scene.clause_of[index - 2] == own


def _finite_follows(reading: "Reading", index: int) -> bool:
    """One clause has one finite verb: another one behind it, with no comma and no "and" between, takes that place."""
    for at in range(index + 1, len(reading.scene.tokens)):
        low = reading.low(at)
        if low in _JOINTS or low == '"' or _is_beyond(reading, at, index):
            return False
        if reading.plainly_finite(at):
            return not reading.scene.words.has("function.doers", reading.low(at - 1)) and reading.low(at - 1) not in ("who", "which", "that")
    return False


def _object_before(reading: "Reading", index: int) -> bool:
    """"limits the volume produced": a finite verb has taken the noun before as its object."""
    before = reading.scene.tokens[index - 1] if index else None
    if before is None or not before.is_word or _is_small(reading, index - 1):
        return False
    for at in range(index - 2, -1, -1):
        low = reading.low(at)
        if low in _JOINTS or low in word_list("conjunctions") or _is_beyond(reading, at, index):
            return False
        verb = reading.scene.verb(at)
        if verb and reading.plainly_finite(at):
            return verb.kind not in ("says",) and verb.family != "declaration"
    return False


def _is_beyond(reading: "Reading", at: int, index: int) -> bool:
    """A hard mark, or another clause than that of the word at `index`."""
    return is_hard(reading.scene.tokens[at]) or reading.scene.clause_of[at] != reading.scene.clause_of[index]


def _in_opening_phrase(reading: "Reading", index: int) -> bool:
    """"As part of a plan announced in May, Norvik …": in a phrase with a preposition that opens the sentence."""
    before = reading.scene.tokens[:index]
    if len(before) < 2 or any(token.date >= 0 or token.actor >= 0 or not token.is_word for token in before):
        return False
    first = before[0].low
    opens = reading.scene.words.has("function.prepositions", first) and (first not in word_list("conjunctions") or before[1].low == "part")
    return opens and any(reading.is_comma(at) for at in range(index, len(reading.scene.tokens)))


def _is_small(reading: "Reading", index: int) -> bool:
    low = reading.low(index)
    return any(reading.scene.words.has(f"function.{name}", low) for name in ("prepositions", "conjunctions", "pronouns")) or reading.is_helping(index)
