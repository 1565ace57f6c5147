"""A short title in the text's own words: an event noun with its month, place or actor; else who did what."""

from timeline.events import phrase, subject
from timeline.events.head import Head
from timeline.events.named import noun_title
from timeline.events.scene import Scene

MOST = 8  # words


def title(scene: Scene, head: Head | None, date: int = -1, names: dict[str, str] | None = None) -> str:
    """At most 8 words, each of them in the document; "" if nobody and nothing is named.

    `date`: the number of the date mention that dates the event. `names` maps a broad noun of this
    document to the narrower one it stands for ("meeting": "summit").
    """
    if head is None:
        return _headline(phrase.written(scene, _around(scene, date)))
    if head.kind == "noun":
        words = noun_title(scene, head, date, names or {}, MOST)
        bare = len(words.split()) < (3 if words.startswith("No ") else 2)
        return _headline(_by_its_verb(scene, head, words, date) if bare else words)
    return _headline(_verb_title(scene, head))


def _by_its_verb(scene: Scene, head: Head, words: str, date: int) -> str:
    """A bare noun ("Election") needs the verb beside it ("Election was held"), or its date ("Fire on Monday")."""
    clause = scene.clause(scene.clause_of[head.index])
    verbs = [index for index in clause if scene.verb(index) and not scene.words.has("verb.auxiliaries", scene.tokens[index].low)]
    if not verbs:
        dated = [index for index, token in enumerate(scene.tokens) if token.date == date >= 0]
        close = dated and head.index < dated[0] <= head.index + 3 and dated[-1] - head.index < MOST
        return phrase.written(scene, list(range(head.index, dated[-1] + 1))) if close else ""
    near = min(verbs, key=lambda index: (abs(index - head.index), index))
    if head.hold == "subject" or near > head.index and head.hold != "object":
        return f"{words} {phrase.written(scene, phrase.verb_group(scene, near))}"
    verb = scene.verb(near)
    return _verb_title(scene, Head(near, verb.kind, verb.family, verb.lemma, head.score))


def _verb_title(scene: Scene, head: Head) -> str:
    doer = subject.subject(scene, head.index)
    group = phrase.verb_group(scene, head.index)
    who = phrase.written(scene, doer) or subject.antecedent(scene, head.index)
    rest = phrase.complement(scene, head, MOST - len(who.split()) - len(group))
    if head.kind == "says" and who and len(rest) < 4 and not phrase.what_is_said(scene, head.index):
        return _quoted(scene, head, f"{who} {phrase.written(scene, group)}", phrase.written(scene, rest))
    if head.kind == "says" and not who:
        return ""
    if not who and not rest and head.kind == "event":
        who = subject.pronoun(scene, head.index)
    if not any(phrase.is_content(scene, index) and scene.verb(index) is None for index in doer + rest) and not who:
        return ""
    words = " ".join(filter(None, [who, phrase.written(scene, group + rest)]))
    return words if len(words.split()) > 1 else ""


def _quoted(scene: Scene, head: Head, says: str, to: str) -> str:
    """"…, the ministry said": who said it, then as much as fits of what was said before."""
    room, own = MOST - len(says.split()), scene.clause_of[head.index]
    verbs = [index for index in range(head.index) if scene.verb(index) and scene.clause_of[index] != own]
    if not verbs or room < 3:
        return f"{says} {to}"
    verb = scene.verb(verbs[0])
    what = subject.subject(scene, verbs[0])
    group = phrase.verb_group(scene, verbs[0])
    rest = phrase.complement(scene, Head(verbs[0], verb.kind, "", "", 0), room - len(what) - len(group))
    fits = what and len(what) + len(group) <= room
    return f"{says} {phrase.written(scene, what + group + rest)}" if fits else f"{says} {to}"


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


def _headline(words: str) -> str:
    """The first letter upper; the rest as written."""
    words = " ".join(words.split()).strip(" ,;:-–—")
    return words[:1].upper() + words[1:]


def spoken_of(scene: Scene, head: Head) -> Head:
    """The head itself; of a verb of saying whose speaker cannot be named, the verb of what is said."""
    if head.kind != "says" or subject.subject(scene, head.index) or subject.antecedent(scene, head.index):
        return head
    start = phrase.what_is_said(scene, head.index)
    for index in range(start, len(scene.tokens)) if start else ():
        verb = scene.verb(index)
        if verb and not scene.words.has("verb.auxiliaries", scene.tokens[index].low):
            return head if verb.kind == "says" else Head(index, verb.kind, verb.family, verb.lemma, head.score)
    return head
