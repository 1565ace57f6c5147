"""The plainer titles, for a sentence whose verb has no subject that can be named: what was done, or a noun and its actor."""

from timeline.events import phrase
from timeline.events.chunk import kind, split, without_articles, without_dates
from timeline.events.decent import MOST
from timeline.events.head import Head, is_event_noun
from timeline.events.named import noun_title
from timeline.events.nounphrase import noun_phrase
from timeline.events.pronoun import sentence_before
from timeline.events.scene import Scene
from timeline.events.written import told

_NEAR = 30  # words round the head in which a noun is looked for


def plainer(scene: Scene, head: Head, date: int, names: dict[str, str]):
    """Titles without a subject: "Bishop buried in cathedral", "Cairo protest", "Jackson's father", "Lisbon treaty"."""
    if head.kind != "noun":
        yield _done_to(scene, head)
        yield _done_by(scene, head)
    yield from _nouns(scene, head, date, names)
    found = _phrases(scene, head)
    yield from (told(scene, part) for part in found if _is_near(scene, part, head))
    yield _noun_and_date(scene, date)
    yield from (told(scene, part) for part in found)
    before = sentence_before(scene)
    if before and before.tokens:
        yield from (told(before, part) for part in _phrases(before, Head(0, "noun", "", "", 0.0)))


def _done_to(scene: Scene, head: Head) -> str:
    """The object and what was done to it: the participle of most verbs is the past's own form ("attacked protesters")."""
    verb, group = scene.verb(head.index), phrase.verb_group(scene, head.index)
    lows = [scene.tokens[index].low for index in group[:-1]]
    if verb is None or verb.form != "past" or head.kind == "state" or scene.words.has("verb.either", verb.lemma) or scene.words.has("verb.strong", verb.lemma) or head.kind == "says" or set(lows) - {"had", "has", "have"} or group[-1] != head.index:
        return ""
    found = phrase.objects(scene, head.index + 1, scene.clause_of[head.index])
    if not found or kind(scene, found[0][0]) in ("prep", "and", "pronoun") or kind(scene, head.index + 1) == "pronoun":
        return ""
    glued = [*found[0], *(found[1] if len(found) > 1 and scene.tokens[found[1][0]].low == "of" else [])]
    rest = found[2:] if len(glued) > len(found[0]) else found[1:]
    return f"{told(scene, glued)} {scene.said(scene.tokens[head.index])} {told(scene, phrase.fitting(scene, rest, MOST - 1 - len(glued)))}"


def _done_by(scene: Scene, head: Head) -> str:
    """"was excavated by German teams": they excavated, where the participle is the past's own form."""
    verb, after = scene.verb(head.index), head.index + 1
    passive = any(scene.verb(index) and scene.verb(index).lemma == "be" for index in phrase.verb_group(scene, head.index)[:-1])
    if verb is None or verb.form != "past" or scene.words.has("verb.strong", verb.lemma) or not passive:
        return ""
    found = phrase.objects(scene, after, scene.clause_of[head.index])
    agent = next((one[1:] for one in found if scene.tokens[one[0]].low == "by" and len(one) > 1), [])
    return f"{told(scene, agent)} {scene.said(scene.tokens[head.index])}" if agent else ""


def _nouns(scene: Scene, head: Head, date: int, names: dict[str, str]):
    """The event nouns of the sentence, those of the head's clause first, then the nearest."""
    own = scene.clause_of[head.index]
    near = [index for index in range(max(0, head.index - _NEAR), min(len(scene.tokens), head.index + _NEAR))
            if index != head.index and is_event_noun(scene, index) and _is_near(scene, [index], head) and not scene.words.nouns[scene.tokens[index].low].weak]
    for index in sorted(near, key=lambda index: (scene.clause_of[index] != own, abs(index - head.index), index)):
        noun = scene.words.nouns[scene.tokens[index].low]
        yield noun_title(scene, Head(index, "noun", noun.family, noun.lemma, 0.0, "loose"), -1, names, MOST)


def _is_near(scene: Scene, part: list[int], head: Head) -> bool:
    """Whether no other verb of its own stands between the phrase and the head."""
    low, high = sorted((part[0], head.index))
    if part[0] < head.index:
        low = -1
    between = (scene.verb(index) for index in range(low + 1, high))
    return not any(verb and verb.form in ("past", "s") and verb.kind != "says" for verb in between)


def _phrases(scene: Scene, head: Head) -> list[list[int]]:
    """The noun phrases of two words and more, those of the clause and those with a name first."""
    own, found, end = scene.clause_of[head.index], [], len(scene.tokens)
    for index in range(min(end, head.index + _NEAR), max(0, head.index - _NEAR), -1):
        if index > end or kind(scene, index - 1) != "noun":
            continue
        whole = noun_phrase(scene, index)
        end = whole[0] if whole else index - 1
        kept = without_articles(scene, without_dates(scene, whole))
        found += [phrase.closed_off(scene, part) for part in split(scene, kept)]
    parts = [part for part in (_bare(scene, part) for part in found) if part]
    return sorted((part for part in parts if 1 < len(part) <= MOST), key=lambda part: _rank(scene, part, own, head.index))


def _noun_and_date(scene: Scene, date: int) -> str:
    """"Split in 1933": where nothing else is left, the noun before the date and the date."""
    dated = [index for index, token in enumerate(scene.tokens) if token.date == date >= 0]
    first = dated[0] if dated else 0
    lead = first
    while lead > 0 and kind(scene, lead - 1) in ("prep", "det"):
        lead -= 1
    if not dated or not lead or kind(scene, lead - 1) != "noun" or len(dated) > MOST - 3:
        return ""
    return told(scene, [lead - 1, *range(lead, dated[-1] + 1)])


def _bare(scene: Scene, part: list[int]) -> list[int]:
    """A phrase without the preposition that opens it."""
    while part and scene.tokens[part[0]].actor < 0 and kind(scene, part[0]) in ("prep", "and", "det"):
        part = part[1:]
    return part


def _rank(scene: Scene, part: list[int], own: int, head: int) -> tuple:
    named = any(scene.tokens[index].actor >= 0 for index in part)
    if scene.tokens[part[0]].low[0].isdigit() and len(part) < 3:
        return True, True, abs(part[0] - head), part[0]
    return scene.clause_of[part[0]] != own, not named, abs(part[0] - head), part[0]
