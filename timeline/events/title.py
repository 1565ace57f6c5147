"""A short title in the text's own words: an event noun with its month, place or actor; else who did what.

Several are tried, the fullest first, and the first one without a fault (`timeline.events.decent`) is taken.
"""

from timeline.events import nounphrase, phrase, pronoun, subject
from timeline.events.chunk import kind, split, trimmed
from timeline.events.decent import MOST, OPENING, faults
from timeline.events.fallback import plainer
from timeline.events.fragment import own_words, says_little
from timeline.events.head import Head, is_event_noun
from timeline.events.named import has_tail, noun_title
from timeline.events.scene import Scene, is_hard
from timeline.events.spoken import said_titles, tells
from timeline.events.written import headline, in_full, told

_SUBJECTS = (5, 3)  # words a subject may have: as much as fits, then less for what is done


def title(scene: Scene, head: Head | None, date: int = -1, names: dict[str, str] | None = None) -> str:
    """At most 8 words, each of them in the document; "" if nobody and nothing is named.

    `date`: the number of the date mention that dates the event. `names` maps a broad noun of this
    document to the narrower one it stands for ("meeting": "summit").
    """
    if head is None:
        return headline(phrase.written(scene, _around(scene, date)))
    head = _climbed(scene, head)
    found = _told_of(scene, head, date, names or {})
    if found and not scene.worn and says_little(scene, head, found):
        return own_words(scene, head) or found
    return found


def _told_of(scene: Scene, head: Head, date: int, names: dict[str, str]) -> str:
    """The first title without a fault, the fullest first."""
    sentence = scene.text[scene.span.start:scene.span.end]
    told_fully = _noun_titles if head.kind == "noun" else _verb_titles
    whole = ""
    for words in map(headline, told_fully(scene, head, date, names)):
        wrong = faults(words, sentence, scene.words)
        if not wrong:
            return in_full(scene, words)
        whole = whole or (words if wrong == [OPENING] else "")
    return whole or next((words for words in map(headline, plainer(scene, head, date, names))
                          if not faults(words, sentence, scene.words)), "")


def _noun_titles(scene: Scene, head: Head, date: int, names: dict[str, str]):
    words = noun_title(scene, head, date, names, MOST)
    if head.hold == "object" and not has_tail(scene, head.index):
        yield from _staged(scene, head, date, names)
    called_off = _called_off(scene, head)
    if called_off and len(words.split()) + len(called_off) <= MOST:
        yield f"{words} {told(scene, called_off)}"
    if len(words.split()) >= (3 if words.startswith("No ") else 2):
        yield words
    yield from _by_its_verb(scene, head, words, date, names)
    yield words


def _staged(scene: Scene, head: Head, date: int, names: dict[str, str]):
    """"launched a major offensive": who did so, where no place names the noun and the verb's subject can be named."""
    verbs = [index for index in range(max(0, head.index - 6), head.index) if scene.verb(index)]
    if not verbs or not any(scene.tokens[index].actor >= 0 for index in subject.subject(scene, verbs[-1])):
        return
    verb = scene.verb(verbs[-1])
    if scene.words.has("verb.staging", verb.lemma):
        yield from _verb_titles(scene, Head(verbs[-1], verb.kind, verb.family, verb.lemma, head.score), date, names)


def _called_off(scene: Scene, head: Head) -> list[int]:
    """The verb that says that the noun's happening did not take place ("was cancelled"): no title may lose it."""
    if head.hold != "subject" and head.hold != "after":
        return []
    denied = scene.words.cues.get("denied", {}).get("after", frozenset())
    for index in range(head.index + 1, len(scene.tokens)):
        verb = scene.verb(index)
        if scene.clause_of[index] != scene.clause_of[head.index] or verb and not _only_helps(scene, index):
            group = phrase.verb_group(scene, index) if verb else []
            lows = [scene.tokens[at].low for at in group]
            return group if {" ".join(lows[-1:]), " ".join(lows[-2:])} & denied else []
    return []


def _only_helps(scene: Scene, index: int) -> bool:
    return scene.words.has("verb.auxiliaries", scene.tokens[index].low)


def _by_its_verb(scene: Scene, head: Head, words: str, date: int, names: dict[str, str]):
    """A bare noun ("Election") needs the verb beside it ("Election was held"), or its date ("Fire on Monday")."""
    clause = scene.clause(scene.clause_of[head.index])
    verbs = [index for index in clause if scene.verb(index) and not _only_helps(scene, index)]
    if not verbs:
        dated = [index for index, token in enumerate(scene.tokens) if token.date == date >= 0]
        close = dated and head.index < dated[0] <= head.index + 3 and dated[-1] - head.index < MOST
        if close:
            yield phrase.written(scene, list(range(head.index, dated[-1] + 1)))
        return
    near = min(verbs, key=lambda index: (abs(index - head.index), index))
    if head.hold == "subject" or near > head.index and head.hold != "object":
        group, verb = phrase.verb_group(scene, near), scene.verb(near)
        room = MOST - len(words.split()) - len(group)
        done = phrase.complement(scene, Head(near, verb.kind, verb.family, verb.lemma, head.score), room, subordinate=False)
        if done and kind(scene, done[0]) != "prep":
            yield f"{words} {phrase.written(scene, group)} {told(scene, done)}"
        yield f"{words} {phrase.written(scene, group)}"
        return
    verb = scene.verb(near)
    yield from _verb_titles(scene, Head(near, verb.kind, verb.family, verb.lemma, head.score), date, names)


def _verb_titles(scene: Scene, head: Head, date: int, names: dict[str, str]):
    """Who did what to whom; of a verb of saying, who said what."""
    shows = head.family == "declaration" or scene.words.has("verb.showing", head.lemma)
    shows = shows or phrase.what_is_said(scene, head.index) > 0
    if shows and phrase.verb_group(scene, head.index)[0] == head.index and tells(scene, head.index):
        yield from said_titles(scene, head)
    if shows and not phrase.objects(scene, phrase.verb_group(scene, head.index)[-1] + 1, scene.clause_of[head.index]):
        yield from said_titles(scene, head)
    if head.kind == "says" and not any(scene.verb(i) and scene.verb(i).lemma == "be" for i in phrase.verb_group(scene, head.index)[:-1]):
        yield from said_titles(scene, head)
        return
    if scene.words.has("verb.expletive", head.lemma) and pronoun.pronoun(scene, head.index).lower() == "it":
        yield from said_titles(scene, head)
        return
    whole = subject.whole_subject(scene, head.index)
    noun = _event_of(scene, head, whole)
    if noun:
        yield noun_title(scene, noun, date, names, MOST)
    doers = [nounphrase.shortened(scene, whole, most) for most in _SUBJECTS]
    doer = doers[-1]
    if doers[0] != doer:
        yield from _with_subject(scene, head, told(scene, doers[0]), True)
    yield from _with_subject(scene, head, told(scene, doer) or pronoun.stand_in(scene, head.index), False)
    if len(doer) > 1 and _longest_unnamed(scene, doer):
        yield from _with_subject(scene, head, told(scene, doer[1:]), False)


def _longest_unnamed(scene: Scene, doer: list[int]) -> bool:
    """Whether a subject may lose its first word: "oil prices" as "prices"."""
    return trimmed(scene, doer, len(doer) - 1) == doer[1:]


def _with_subject(scene: Scene, head: Head, who: str, strict: bool):
    """The title with this subject; if `strict` only where nothing of the first phrases is lost."""
    if not who:
        return
    group = phrase.told_simply(scene, phrase.verb_group(scene, head.index))
    room = MOST - len(who.split()) - len(group)
    after = phrase.verb_group(scene, head.index)[-1] + 1
    wanted = phrase.objects(scene, after, scene.clause_of[head.index])
    relative = "" if wanted else told(scene, subject.relative_object(scene, head.index))
    object_word = "" if wanted and wanted[0][0] == after else relative or pronoun.object_meant(scene, after)
    rest = phrase.complement(scene, head, room - len(object_word.split()))
    done = told(scene, group) if group[0] else told(scene, group).lower()
    words = " ".join(filter(None, [who, done, object_word, told(scene, rest)]))
    if strict and _wants_more(scene, head, rest):
        return
    yield words
    for fewer in [_longer(scene, head, rest, room), *_shorter(scene, rest)]:
        yield " ".join(filter(None, [who, done, object_word, told(scene, fewer)]))


def _longer(scene: Scene, head: Head, rest: list[int], room: int) -> list[int]:
    """The same with the last words of the next phrase: "as chief executive" of "as its new chief executive"."""
    wanted = phrase.objects(scene, phrase.verb_group(scene, head.index)[-1] + 1, scene.clause_of[head.index])
    following = next((one for one in wanted if rest and one[0] > rest[-1]), [])
    return [*rest, *trimmed(scene, following, room - len(rest))] if following and room - len(rest) > 1 else rest


def _shorter(scene: Scene, rest: list[int]):
    """The same without its last phrase, and so on."""
    phrases = split(scene, rest)
    least = 0 if phrases and kind(scene, rest[0]) == "prep" else 1
    for count in range(len(phrases) - 1, least - 1, -1):
        yield phrase.closed_off(scene, [index for one in phrases[:count] for index in one])


def _wants_more(scene: Scene, head: Head, rest: list[int]) -> bool:
    """Whether the first phrase of the object did not fit whole."""
    return phrase.lacks(scene, phrase.objects(scene, phrase.verb_group(scene, head.index)[-1] + 1, scene.clause_of[head.index]), rest)


def _event_of(scene: Scene, head: Head, whole: list[int]) -> Head | None:
    """"The battle was fought", "the fire broke out in a bakery": the noun itself, where its verb adds no more."""
    phrases = split(scene, whole)
    named = [index for index in (phrases[0] if phrases else []) if is_event_noun(scene, index)]
    if not named or named[-1] != phrases[0][-1] or len(whole) < 2:
        return None
    noun = scene.words.nouns[scene.tokens[named[-1]].low]
    adds = phrase.objects(scene, phrase.verb_group(scene, head.index)[-1] + 1, scene.clause_of[head.index])
    plain = head.kind == "light" or head.family == noun.family
    if noun.weak or not plain or adds and kind(scene, adds[0][0]) != "prep":
        return None
    return Head(named[-1], "noun", noun.family, noun.lemma, head.score, "subject")


def _climbed(scene: Scene, head: Head) -> Head:
    """"a plan to close the plant": the verb above, where what is chosen is behind its "to"."""
    verb = scene.verb(head.index)
    if verb is None or verb.form != "base" or not head.index or scene.tokens[head.index - 1].low != "to":
        return head
    if phrase.verb_group(scene, head.index)[0] != head.index:
        return head
    for index in range(head.index - 2, -1, -1):
        above = scene.verb(index)
        if is_hard(scene.tokens[index]):
            return head
        if above and above.form in ("past", "s") and above.kind != "says" and not _only_helps(scene, index):
            return Head(index, above.kind, above.family, above.lemma, head.score)
    return head


def _around(scene: Scene, date: int) -> list[int]:
    """Where no word of the language is known: the first name of the passage, or what stands next to the date."""
    inside = [index for index, token in enumerate(scene.tokens) if token.date == date >= 0]
    named = [index for index, token in enumerate(scene.tokens) if token.actor >= 0]
    start = named[0] if named else inside[-1] + 1 if inside else 0
    kept = []
    for index in range(start, len(scene.tokens)):
        token = scene.tokens[index]
        if len(kept) == MOST or kept and (token.low in ".;:!?" or token.date >= 0):
            break
        if token.is_word and token.date < 0:
            kept.append(index)
    return kept


def spoken_of(scene: Scene, head: Head) -> Head:
    """The head itself; of a verb of saying whose speaker cannot be named, the verb of what is said."""
    if head.kind != "says" or subject.subject(scene, head.index) or pronoun.stand_in(scene, head.index):
        return head
    start = phrase.what_is_said(scene, head.index)
    for index in range(start, len(scene.tokens)) if start else ():
        verb = scene.verb(index)
        if verb and not scene.words.has("verb.auxiliaries", scene.tokens[index].low):
            return head if verb.kind == "says" else Head(index, verb.kind, verb.family, verb.lemma, head.score)
    return head
