"""Which time expressions of a passage found an event, which head each belongs to, and why the others do not."""

import re
from typing import NamedTuple

from timeline.events.clause import heads_entry
from timeline.events.date import no_day
from timeline.events.head import TIGHT, Head, find_head
from timeline.events.modality import modality
from timeline.events.period import dates_a_thing, no_happening
from timeline.events.scene import Scene, is_hard
from timeline.events.subject import helped_from, is_spoken, whole_subject
from timeline.events.title import spoken_of
from timeline.model import DateMention, Document

_OPENERS, _CLOSERS = ("(", "["), (")", "]")
_NAMED = 9  # words before a bracket in which the noun that it dates may stand, past a long name ("the visit to … (1995)")
_CLEFT = 16  # words looked at behind "it was on Friday that"
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_STAMP = 4  # tokens of a day with its time
_SHORT = 12  # words: a line as short as this may be furniture (a dateline, a page header)


class Choice(NamedTuple):
    """A time expression (its number in the scene) with the head it dates; or the reason it founds no event."""

    date: int
    head: Head | None
    why_not: str = ""


def choose(scene: Scene, document: Document, asked: list[int]) -> list[Choice]:
    """One choice for each date number in `asked`, in their order."""
    found = [_choice(scene, document, number) for number in asked]
    return _one_a_head(scene, _past_named(scene, document, found))


def _past_named(scene: Scene, document: Document, found: list[Choice]) -> list[Choice]:
    """"The 2015 deal collapsed in 2018": 2015 names the deal, so 2018 is the verb's."""
    named = {choice.head.index for choice in found if choice.head and choice.head.hold == "before" and not choice.why_not}
    return [_choice(scene, document, choice.date, choice.head.index)
            if choice.head and choice.head.index in named and choice.head.hold != "before" and not choice.why_not else choice
            for choice in found]


def _choice(scene: Scene, document: Document, number: int, taken: int = -1) -> Choice:
    mention = scene.dates[number]
    why_not = no_day(mention) or _furniture(scene, document, number)
    if why_not:
        return Choice(number, None, why_not)
    if scene.text[scene.span.start:scene.span.end].rstrip(" \"”’'»)").endswith("?"):
        return Choice(number, None, "a question")
    if dates_a_thing(scene, number):
        return Choice(number, None, "the age of a thing, not of what happens")
    head = find_head(scene, number, taken)
    head = spoken_of(scene, head) if head else None
    if head is None and scene.words.nouns:
        return Choice(number, None, "nothing happens in its clause")
    head = _cleft(scene, number, head) if head and head.kind == "state" else head
    if head and head.kind == "state" and head.lemma not in ("do",) and not _is_stay(scene, number, head):
        return Choice(number, head, "a state, not a happening")
    if head and head.kind in ("act", "says", "light") and is_spoken(scene, head.index):
        return Choice(number, head, "someone speaking of themselves, not a report")
    if head and _never_since(scene, number, head):
        return Choice(number, head, "says what has not happened since")
    if head and _referred_to(scene, head):
        return Choice(number, head, "refers to what was said, tells nothing new")
    if head and (held := no_happening(scene, number, head)):
        return Choice(number, head, held)
    return Choice(number, head)


def _cleft(scene: Scene, number: int, head: Head) -> Head:
    """"It was on 3 May that he left": the verb behind "that" is what the date dates."""
    after = scene.of_date(number)[-1] + 1
    first = scene.tokens[head.index - 1].low if head.index else ""
    if first != "it" or after >= len(scene.tokens) or scene.tokens[after].low not in ("that", "when"):
        return head
    verbs = [(index, scene.verb(index)) for index in range(after + 1, min(after + _CLEFT, len(scene.tokens)))]
    found = next(((index, verb) for index, verb in verbs if verb and verb.kind != "state"), None)
    return Head(found[0], found[1].kind, found[1].family, found[1].lemma, TIGHT) if found else head


def _is_stay(scene: Scene, number: int, head: Head) -> bool:
    """"Kerry was in Kenya from 3 to 5 May": being somewhere from one day to another is a visit."""
    low = [token.low for token in scene.tokens[head.index:head.index + 3]]
    place = [token.actor for token in scene.tokens[head.index + 1:head.index + 5] if token.actor >= 0]
    somewhere = bool(place) and scene.actors[place[0]].type == "LOC" and low[1:2] == ["in"]
    return head.lemma in ("be", "stay") and somewhere and scene.dates[number].kind == "interval" and head.index > 0 and scene.tokens[head.index - 1].actor >= 0


def _never_since(scene: Scene, number: int, head: Head) -> bool:
    first = scene.of_date(number)[0]
    return first > 0 and scene.words.has("function.since", scene.tokens[first - 1].low) and modality(scene, head) == "denied"


def _referred_to(scene: Scene, head: Head) -> bool:
    """"As the mayor said yesterday, the bridge is vital": the clause only names the source of the next."""
    tells = head.kind == "says" or head.family == "declaration" or scene.words.has("verb.showing", head.lemma)
    if not tells or scene.verb(head.index) is None:
        return False
    whole = whole_subject(scene, head.index)
    first = whole[0] if whole else helped_from(scene, head.index) - 1
    while first > 0 and scene.words.has("function.determiners", scene.tokens[first - 1].low):
        first -= 1
    following = next((token for token in scene.tokens[head.index + 1:] if token.date < 0 and not scene.words.has(
        "function.prepositions", token.low)), None)
    return first > 0 and scene.tokens[first - 1].low == "as" and (following is None or following.low == ",")


def _furniture(scene: Scene, document: Document, number: int) -> str:
    """Why the line round a date is no report: a byline, a dateline, a copyright line."""
    mention = scene.dates[number]
    words = [token for token in scene.tokens if token.is_word]
    if _has_phrase(scene, "reject.furniture") and len(words) < 40:
        return "boilerplate, not an event"
    outside = [index for index, token in enumerate(scene.tokens) if token.is_word and token.date < 0]
    if not outside:
        return "a bare date"
    own = document.published is not None and mention.value[:10] == document.published.day[:10]
    full = scene.text[scene.span.end - 1] in ".!?"
    if len(words) <= _SHORT and (own or mention.start < 400) and not full and not any(
            scene.verb(index) for index in outside) and not _has_noun(scene, outside):
        return "the document's own dateline" if own else "a dateline or byline"
    if len(words) <= _SHORT and _has_phrase(scene, "reject.dateline") and len(outside) <= 4:
        return "the document's own dateline"
    if _opens_dateline(scene, mention):
        return "the document's own dateline"
    return _stamp(scene, number)


def _stamp(scene: Scene, number: int) -> str:
    """Why a date between bars or brackets is no report: a time stamp ("| Posted 3 May 2011 |"), an aside ("(1649)")."""
    inside = scene.of_date(number)
    if heads_entry(scene, number, inside[-1] + 1):
        return ""
    low, high = _segment(scene, inside[0], inside[-1] + 1)
    beside = [index for index in range(low, high) if scene.tokens[index].is_word and scene.tokens[index].date < 0]
    marked = low > 0 or high < len(scene.tokens)
    before = [token.low for token in scene.tokens[max(0, inside[0] - 2):inside[0]] if token.low != ":"]
    after = [token.low for token in scene.tokens[inside[-1] + 1:inside[-1] + 4]]
    if _opens_stamp(scene, inside) or _is_clocked(scene, number, inside):
        return "a time stamp, not an event"
    zoned = any(scene.words.has("reject.zones", low) for low in after) and scene.dates[number].precision == "day"
    if zoned or before and scene.words.has("reject.dateline", before[-1]):
        return "a time stamp, not an event"
    if marked and all(scene.words.has("reject.stamp", scene.tokens[index].low) for index in beside):
        return "" if _named_before(scene, low) else "a time stamp, not an event"
    bracketed = low > 0 and scene.tokens[low - 1].low in ("(", "[")
    return "an aside in brackets" if bracketed and not _named_before(scene, low) and not _has_noun(
        scene, beside) and not any(scene.verb(index) for index in beside) else ""


def _opens_stamp(scene: Scene, inside: list[int]) -> bool:
    """"Page last updated at 05:32 GMT, 3 May 2011 Members of …", "May 3rd, 2011 12:35 am ET I think …": a stamp at the
    head of a passage that runs on without a mark."""
    following = scene.tokens[inside[-1] + 1] if inside[-1] + 1 < len(scene.tokens) else None
    if following is None or not following.is_word and following.low != "(":
        return False
    before = [token.low for token in scene.tokens[:inside[0]] if token.is_word]
    if before:
        return all(scene.words.has("reject.stamp", low) for low in before) and any(scene.words.has("reject.dateline", low) for low in before)
    zone = any(scene.words.has("reject.zones", token.low) for token in (*scene.tokens[inside[-1]:inside[-1] + 1], following))
    return zone and len(inside) > _STAMP


def _is_clocked(scene: Scene, number: int, inside: list[int]) -> bool:
    """"… Feb 7, 2011 8:43 AM ET …", "3 May 2011: 5:11 PM ET": a year and an hour with no word that leads up to them."""
    def led(at: int) -> bool:
        return at > 0 and any(scene.words.has(f"function.{name}", scene.tokens[at - 1].low) for name in ("prepositions", "determiners"))

    mention, first = scene.dates[number], inside[0]
    if mention.type != "TIME" or led(first):
        return False
    if len(inside) > _STAMP and _YEAR.search(mention.text) and first:
        return True
    day = first - 2 if first > 1 and scene.tokens[first - 1].low in (":", "|", "-") else first - 1
    other = scene.tokens[day].date if day >= 0 else -1
    zone = any(scene.words.has("reject.zones", token.low) for token in scene.tokens[inside[-1]:inside[-1] + 2])
    if other in (-1, number) or led(scene.of_date(other)[0]):
        return False
    return zone or day == first - 1 and scene.dates[other].type == "TIME"


def _segment(scene: Scene, low: int, high: int) -> tuple[int, int]:
    """The stretch between hard marks round tokens [low, high); a bracket that closes before it is stepped over."""
    depth = 0
    while low > 0:
        mark = scene.tokens[low - 1].low
        if mark in _OPENERS and depth:
            depth -= 1
        elif mark in _CLOSERS:
            depth += 1
        elif not depth and is_hard(scene.tokens[low - 1]):
            break
        low -= 1
    while high < len(scene.tokens) and not is_hard(scene.tokens[high]):
        high += 1
    return low, high


def _named_before(scene: Scene, low: int) -> bool:
    """"the battle of Hastings (1066)": the brackets date the noun before them."""
    if not low or scene.tokens[low - 1].low != "(":
        return False
    return _has_noun(scene, [index for index in range(max(0, low - _NAMED), low - 1)])


def _has_noun(scene: Scene, indexes: list[int]) -> bool:
    return any(scene.tokens[index].low in scene.words.nouns for index in indexes)


def _has_phrase(scene: Scene, name: str) -> bool:
    lows = [token.low for token in scene.tokens]
    found = set(lows) | {f"{a} {b}" for a, b in zip(lows, lows[1:], strict=False)}
    found |= {f"{a} {b} {c}" for a, b, c in zip(lows, lows[1:], lows[2:], strict=False)}
    return not found.isdisjoint(scene.words.sets.get(name, ()))


def _opens_dateline(scene: Scene, mention: DateMention) -> bool:
    """"CAIRO, Jan. 28 (Reuters) - …": capitals and a date before a dash or a bracket, at the head of a sentence."""
    head, tail = scene.text[scene.span.start:mention.start], scene.text[mention.end:mention.end + 40].lstrip(" .,")
    place = head.rstrip(" ,.(")
    return bool(place) and len(place) < 40 and place.isupper() and tail[:1] in ("(", "-", "–", "—")


def _one_a_head(scene: Scene, found: list[Choice]) -> list[Choice]:
    """Where several dates share a head, those coordinated with the firmest keep it; the others say so."""
    best = {}
    for choice in found:
        if not choice.why_not and choice.head:
            held = best.get(choice.head.index)
            if held is None or _firmness(scene, choice) > _firmness(scene, held):
                best[choice.head.index] = choice
    return [_or_spare(scene, choice, best) for choice in found]


def _firmness(scene: Scene, choice: Choice) -> tuple:
    mention = scene.dates[choice.date]
    return (mention.first is not None or mention.last is not None, mention.type == "DATE", choice.head.score, -choice.date)


def _or_spare(scene: Scene, choice: Choice, best: dict[int, Choice]) -> Choice:
    winner = best.get(choice.head.index) if choice.head and not choice.why_not else None
    if winner is None or winner.date == choice.date or _coordinated(scene, choice.date, winner.date):
        return choice
    if choice.head.kind == "noun" and choice.head.score >= TIGHT and winner.head.score - choice.head.score < 0.5:
        return choice
    return Choice(choice.date, choice.head, f"its clause is dated by “{scene.dates[winner.date].text}”")


def _coordinated(scene: Scene, one: int, other: int) -> bool:
    """"on 12 June and 19 September": nothing but a comma, "and" or a preposition between the two."""
    first, second = sorted((scene.dates[one], scene.dates[other]), key=lambda mention: mention.start)
    if first.type == "TIME" or second.type == "TIME":
        return False
    between = scene.text[first.end:second.start].lower().replace(",", " , ").split()
    return 0 < len(between) <= 4 and any(word in (",", "and", "or", "&") for word in between) and all(
        word in (",", "and", "or", "&", "the") or scene.words.has("function.prepositions", word) for word in between)
