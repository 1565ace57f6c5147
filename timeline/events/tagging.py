"""Whether a word is a verb where it stands: forms such as "attacks", "planned" or "opens" may be a noun's or an adjective's."""

from timeline.events.vocabulary import Verb

_AHEAD = 6  # words looked at behind a participle for a verb of its phrase's own
_MODALS = ("will", "would", "shall", "should", "could", "might", "must", "to")
_POINTING = ("that", "all", "both", "this", "these", "those", "some", "any", "each", "her", "another")


def judged(scene, index: int) -> Verb | None:
    """The verb that the token at `index` of a Scene is, judged by its neighbours; None for all other words."""
    token = scene.tokens[index]
    if token.date >= 0 or token.actor >= 0 or token.owns or not token.is_word:
        return None
    verb = scene.words.verb(token.low) or _behind_modal(scene, index)
    if verb is None or scene.words.has("function.adjectives", token.low):
        return None
    if verb.form == "ing" and token.low in scene.words.nouns and not _after_be(scene, index):
        return None
    if verb.form == "ing" and scene.words.has("function.openers", token.low) and not _after_be(scene, index):
        return None
    if verb.form == "ing" and (_is_named(scene, index) or in_setting(scene, index)):
        return None
    if verb.form in ("base", "s") and (_is_counted(scene, index) or not _reads_as_verb(scene, index, verb)):
        return None
    return None if _is_modifier(scene, index, verb) else verb


def _behind_modal(scene, index: int) -> Verb | None:
    """"will debate the closure": behind "will" and its like a word that is listed as a noun alone is a verb all the same."""
    before, after = scene.tokens[index - 1] if index else None, scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if before is None or before.low not in _MODALS or before.actor >= 0 or after is None or not scene.tokens[index].low.isalpha():
        return None
    noun = index > 1 and _determines(scene, scene.tokens[index - 2])  # "the will"
    if noun or after.actor < 0 and not scene.words.has("function.determiners", after.low) or scene.tokens[index].low not in scene.words.nouns:
        return None
    return Verb(scene.tokens[index].low, "base", "act")


def _is_named(scene, index: int) -> bool:
    """"Her rating stood": behind a determiner, and the clause's verb comes next."""
    if not index or index + 1 >= len(scene.tokens):
        return False
    before, after = scene.tokens[index - 1], scene.words.verbs.get(scene.tokens[index + 1].low)
    return before.actor < 0 and scene.words.has("function.determiners", before.low) and after is not None and after.form in ("past", "s")


def in_setting(scene, index: int) -> bool:
    """"In heavy trading on Friday, shares fell": it ends the phrase that opens the sentence, a day or a mark behind it."""
    after = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    known = scene.words.verbs.get(scene.tokens[index].low)
    if known is None or known.form != "ing" or index < 2 or index > _AHEAD or after is None or not (after.date >= 0 or after.low in (",", "on", "at", "in")):
        return False
    opens = scene.tokens[0].actor < 0 and scene.tokens[0].low in ("in", "during", "after", "amid", "despite")
    return opens and all(token.is_word and token.date < 0 and (token.actor >= 0 or not (_closed(scene, token) or scene.words.has(
        "function.conjunctions", token.low))) for token in scene.tokens[2:index]) and scene.verb(1) is None


def _is_counted(scene, index: int) -> bool:
    """"12 crowns": behind a number that is no part of a name ("Apollo 11 lands")."""
    before = scene.tokens[index - 1] if index else None
    if before is None or before.date >= 0 or before.actor >= 0 or not before.low[0].isdigit():
        return False
    return index < 2 or not _is_name(scene, scene.tokens[index - 2])


def _reads_as_verb(scene, index: int, verb: Verb) -> bool:
    """Whether a bare form or one in -s is the verb of its clause ("Ann signs"), not a noun ("the signs")."""
    before, words = scene.tokens[index - 1] if index else None, scene.words
    if before is None or verb.form == "s" and _helper_follows(scene, index):
        return False
    if verb.form == "s" and (above := scene.verb(index - 1)) and above.form == "base" and not scene.words.has("verb.auxiliaries", before.low):
        return False  # "will announce charges"
    if before.low == "to" or words.has("verb.auxiliaries", before.low):
        return before.low == "to" or verb.form == "base" or not _is_helper(before.low)
    if words.has("function.pronouns", before.low) and not words.has("function.determiners", before.low):
        return verb.form == "s" or before.low in ("i", "you", "we", "they", "who", "that", "which")
    if _closed(scene, before):
        return False
    if index + 1 < len(scene.tokens) and scene.tokens[index + 1].low == "that" and verb.form == "base" and before.is_word:
        return True
    doubtful = scene.tokens[index].low in words.nouns or words.has("verb.nouns_too", verb.lemma)
    if verb.form == "base":
        plural = before.low.endswith("s") and before.low in words.nouns
        several = before.low.endswith("s") or not doubtful and words.verb(before.low) is None
        return plural or (_is_name(scene, before) or several) and _object_follows(scene, index)
    return _third_person(scene, index, verb, before, doubtful)


def _third_person(scene, index: int, verb: Verb, before, doubtful: bool) -> bool:
    object_follows = _object_follows(scene, index)
    if not before.is_word:
        return before.low in (",", ")") and (object_follows or not doubtful) and index > 1
    if doubtful:
        person = before.actor >= 0 and scene.actors[before.actor].type == "PER" and not before.owns
        heads = _opens_line(scene, index) and (_link_follows(scene, index) or index + 1 == len(scene.tokens))
        fires = _opens_line(scene, index) and before.actor >= 0 and _noun_like(scene, index + 1) and (
            scene.words.verb(scene.tokens[index + 1].low) is None) if index + 1 < len(scene.tokens) else False
        return (object_follows or fires) and not before.owns or (person or heads) and scene.tokens[index].low not in scene.words.nouns and (
            heads or _link_follows(scene, index))
    return True


def _opens_line(scene, index: int) -> bool:
    """"14 March 2018: Merkur lands on Titania": one or two words behind a mark or a date, and no verb but this."""
    start = index - 1
    while start > 0 and index - start < 3 and scene.tokens[start - 1].is_word and scene.tokens[start - 1].date < 0:
        start -= 1
    opens = all(token.date >= 0 or not token.is_word for token in scene.tokens[:start])
    others = (scene.words.verb(token.low) for token in scene.tokens[index + 1:] if token.actor < 0 and token.date < 0)
    return opens and not scene.tokens[index - 1].owns and not any(verb and verb.form == "past" for verb in others)


def _link_follows(scene, index: int) -> bool:
    after = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    return after is not None and after.actor < 0 and scene.words.has("function.prepositions", after.low) and after.low != "of"


def _is_helper(low: str) -> bool:
    return low in ("will", "would", "shall", "should", "can", "could", "may", "might", "must", "to", "not", "did", "do", "does")


def _is_name(scene, token) -> bool:
    capital = token.is_word and scene.text[token.start].isupper() and not _closed(scene, token)
    return token.actor >= 0 or capital and token.date < 0


def _after_be(scene, index: int) -> bool:
    known = scene.words.verbs.get(scene.tokens[index - 1].low if index else "")
    return known is not None and known.lemma == "be"


def _helper_follows(scene, index: int) -> bool:
    """"US forces were": what stands before a helper is its subject."""
    after = scene.tokens[index + 1].low if index + 1 < len(scene.tokens) else ""
    known = scene.words.verbs.get(after)
    return known is not None and known.lemma in ("be", "have") and after not in ("being", "having")


def _object_follows(scene, index: int) -> bool:
    after = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
    if after is not None and after.actor < 0 and after.low == "to":
        known = scene.words.verbs.get(scene.tokens[index + 2].low) if index + 2 < len(scene.tokens) else None
        return known is not None and known.form in ("base", "past") and not known.lemma + "ed" == scene.tokens[index + 2].low
    return after is not None and (after.actor >= 0 or scene.words.has("function.determiners", after.low)
                                  or after.low[0].isdigit() and after.date < 0
                                  or after.low in ("him", "them", "us", "me", "it") or after.low.endswith(("self", "selves")))


def _closed(scene, token) -> bool:
    return token.actor < 0 and any(scene.words.has(f"function.{name}", token.low)
                                   for name in ("determiners", "prepositions", "conjunctions"))


def _is_modifier(scene, index: int, verb: Verb) -> bool:
    """"the planned talks", "with embattled leaders", "a signing ceremony": a participle that belongs to a noun."""
    if verb.form not in ("past", "part", "ing") or index + 1 >= len(scene.tokens):
        return False
    before, after = scene.tokens[index - 1] if index else None, scene.tokens[index + 1]
    if verb.form == "ing" and (after.low in scene.words.nouns or after.low == "of" and after.actor < 0):
        return index > 0
    if verb.form == "ing" and before and scene.words.has("function.numbers", before.low) and _noun_like(scene, index + 1):
        return True
    if before and _determines(scene, before) and verb.lemma not in ("be", "have", "do"):
        return True
    if verb.form == "ing" or not _noun_like(scene, index + 1):
        return False
    if before and before.low[0].isdigit() and before.low[-1].isalpha() and before.date < 0:
        return True
    if before is None or not before.is_word and before.low not in (",", ")") or before.low.isdigit():
        return verb.lemma not in ("be", "have", "do") and _verb_ahead(scene, index + 1)
    if _in_phrase_before_verb(scene, index):
        return True
    if before.actor < 0 and scene.words.has("function.prepositions", before.low):
        return before.low not in ("out", "up", "down", "off", "over") and before.date < 0
    above = scene.verb(index - 1)
    return above is not None and above.form in ("past", "base", "s") and not _helps(scene, before) and (
        verb.lemma not in ("be", "have", "do"))


def _in_phrase_before_verb(scene, index: int) -> bool:
    """"orders for US manufactured goods dipped": behind a preposition, with the sentence's verb right after its noun."""
    after = scene.tokens[index + 2] if index + 2 < len(scene.tokens) else None
    verb = scene.words.verb(after.low) if after and after.actor < 0 and after.date < 0 else None
    if verb is None or verb.form != "past" or after.low in scene.words.nouns or index < 2:
        return False
    following = scene.tokens[index + 3].low if index + 3 < len(scene.tokens) else ""
    return following != "by" and scene.words.has("function.prepositions", scene.tokens[index - 2].low) and scene.verb(index - 1) is None


def _determines(scene, token) -> bool:
    pointing = token.low in _POINTING
    return token.owns or token.actor < 0 and scene.words.has("function.determiners", token.low) and not pointing


def _helps(scene, token) -> bool:
    known = scene.words.verbs.get(token.low)
    return scene.words.has("verb.auxiliaries", token.low) or known is not None and known.lemma in (
        "be", "have", "do", "get", "become", "remain", "feel", "seem")


def _noun_like(scene, index: int) -> bool:
    """A word that may be a noun or stand before one."""
    token = scene.tokens[index]
    if not token.is_word or token.date >= 0:
        return False
    if token.actor >= 0:
        return True
    adverb = scene.words.has("function.adverbs", token.low) or token.low.endswith("ly")
    small = _closed(scene, token) or scene.words.has("function.pronouns", token.low) or scene.words.has("verb.auxiliaries", token.low)
    return not small and not adverb and not token.low[0].isdigit()


def _verb_ahead(scene, index: int) -> bool:
    """Whether a verb that can only be finite follows soon: then the participle before it stands with a noun."""
    for token in scene.tokens[index:index + _AHEAD]:
        if not token.is_word:
            return False
        known = scene.words.verb(token.low) if token.actor < 0 and token.date < 0 else None
        if known and (known.form in ("past", "s") and token.low not in scene.words.nouns or known.lemma == "be"):
            return True
    return False
