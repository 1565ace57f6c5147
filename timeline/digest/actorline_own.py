"""Which of a sentence's dates is a word's own, and how a date is written in an actor's timeline."""

from datetime import date

from timeline.digest.actorline_reading import FINITE, Reading, lemma
from timeline.digest.actorline_words import word_list
from timeline.events.date import is_dated, no_day
from timeline.model import DateMention

_WEEK = 8  # days: of a stretch no longer, such as this week, only the part until the report counts
_ASIDE = 9  # words before a noun in which "since" or "after" stands
_TIED = 4  # words between a noun told as an aside and the date that is its own
_PHRASE = 6  # words from a noun to a date at the end of its phrase
_RIGHT_BEHIND = 2  # words from a verb to a date that is its own ("said on Monday it had …")
_BREAKS = ("that", "and", "but", "while", ";")


def stamp(mention: DateMention, published: int | None = None) -> str:
    """A date mention as SemEval-2015 Task 4 writes it: its day, else month, else year; "" where it is wider.

    What happened "this week" had happened when the text was `published` (a day number), and so in this month.
    """
    first, last = mention.first, mention.last
    if first is None or last is None or first < 1 or mention.mod in ("BEFORE", "AFTER", "LESS_THAN", "MORE_THAN"):
        return ""
    last = min(last, date.max.toordinal())
    within = published if published and first <= published < last and last - first < _WEEK else last
    opening, closing = date.fromordinal(first), date.fromordinal(within)
    if mention.precision in ("day", "time") and (first == last or mention.kind == "interval"):
        return opening.isoformat()
    if (opening.year, opening.month) == (closing.year, closing.month):
        return f"{opening:%Y-%m}"
    return f"{opening:%Y}" if opening.year == closing.year else ""


def near(reading: Reading, index: int, published: int | None) -> list[int]:
    """The dates that may be the word's, without those that another one narrows ("Friday, at this year's fair")."""
    usable = [number for number in dates(reading) if _is_usable(reading, number, index, published)]
    own = [number for number in usable if _belongs(reading, number, index)]
    fronting = [number for number in usable if number not in own and _fronts(reading, number, index)]
    found = own + [number for number in fronting if not own or any(_holds(reading, other, number) for other in own)]
    return [number for number in found if not any(_holds(reading, number, other) for other in found)]


def _is_usable(reading: Reading, number: int, index: int, published: int | None) -> bool:
    mention, first = reading.scene.dates[number], reading.scene.of_date(number)[0]
    if mention.value == "PAST_REF" and (reading.sort(index) != "past" or abs(first - index) > 2
                                        or mention.text.lower().split()[-1] not in word_list("lately")):
        return False
    if published and (mention.first or 0) > published and reading.sort(index) in ("past", "perfect", "pluperfect"):
        return False
    if published and (mention.last or 0) > published and lemma(reading, index) in word_list("plans"):
        return False
    if reading.low(first - 1) == "since" and not _lasts(reading, index):
        return False
    one, other = reading.quotes(index), reading.quotes(first)
    return one == other or one % 2 == other % 2 == 0


def _lasts(reading: Reading, index: int) -> bool:
    """"has fought since 2004": what the perfect tells began on that day; "rose, down 20% since May" did not."""
    above = index if reading.sort(index) in FINITE else reading.governor(index)
    return above >= 0 and reading.sort(above) in ("perfect", "pluperfect")


def dates(reading: Reading) -> list[int]:
    """The numbers of the dates that stand on the calendar, or only say "recently"."""
    return [number for number, mention in enumerate(reading.scene.dates)
            if (is_dated(mention) and not no_day(mention) or mention.value == "PAST_REF") and reading.scene.of_date(number)]


def _belongs(reading: Reading, number: int, index: int) -> bool:
    scene, inside = reading.scene, reading.scene.of_date(number)
    if scene.clause_of[inside[0]] != scene.clause_of[index] or _parted(reading, index, inside[0]):
        return False
    if reading.sort(index) == "part":
        return not reading.is_attribute(index) and index < inside[0] and not any(index < verb < inside[0] for verb in reading.finite)
    named = _names_noun(reading, number)
    if reading.sort(index) == "noun" or named == index or is_aside(reading, index):
        return named in (-1, index) and (not is_aside(reading, index) or 0 < inside[0] - index <= _PHRASE)
    above = max((verb for verb in reading.finite if verb < index), default=-1)
    if 0 <= above and 0 < inside[0] - above <= _RIGHT_BEHIND and inside[-1] < index:
        return False
    if _is_bound(reading, inside[0]) or _participle_before(reading, inside[0], index) or named >= 0 and not _sets(reading, inside[0], index):
        return False
    return not _is_asides_date(reading, inside[0], index)


def _is_bound(reading: Reading, first: int) -> bool:
    """"until May", "the figures of 2007", not "as of May"."""
    dated = reading.scene.dates[reading.scene.tokens[first].date]
    return reading.low(first - 1) in word_list("bounds") and reading.low(first - 2) != "as" and dated.kind != "interval"


def _participle_before(reading: Reading, first: int, index: int) -> bool:
    """"called off a strike planned for Friday": a participle close before the date has it."""
    for at in range(first - 1, max(-1, first - _PHRASE), -1):
        if at == index or reading.is_comma(at):
            return False
        if reading.form(at) in ("past", "part") and reading.sort(at) == "part" and not reading.is_attribute(at):
            return True
    return False


def _fronts(reading: Reading, number: int, index: int) -> bool:
    """"On 3 May (a Friday), he left", "said that in May, after …, it fell": no finite verb between the date and the word."""
    inside = reading.scene.of_date(number)
    above = max((verb for verb in reading.finite if verb < index), default=-1)
    if not above < inside[0] <= inside[-1] < index or reading.sort(index) not in FINITE:
        return False
    if _is_bound(reading, inside[0]) or not _participle_before(reading, inside[0], index) and _parted(reading, index, inside[0]):
        return False
    if _participle_before(reading, inside[0], index) and (
            reading.sort(index) == "present" or reading.scene.dates[number].precision not in ("day", "time")
            or any(reading.is_comma(at) for at in range(inside[0]))):
        return False
    opens = above < 0 or any(reading.is_comma(at) or reading.low(at) in _BREAKS for at in range(above + 1, inside[0]))
    named = _names_noun(reading, number)
    return opens and (named < 0 or _sets(reading, inside[0], index)) and not _is_asides_date(reading, inside[0], index)


def _parted(reading: Reading, index: int, other: int) -> bool:
    """Whether commas hold the date off with a participle of its own (", born in Lima in 1950,")."""
    beside = reading.stretch(other)
    return index not in beside and any(reading.form(at) and reading.sort(at) in ("part", "ing") for at in beside)


def _names_noun(reading: Reading, number: int) -> int:
    """The noun a date is an attribute of ("the 1991 agreement", "Monday's call"), or -1."""
    scene, inside = reading.scene, reading.scene.of_date(number)
    before, after = reading.low(inside[0] - 1), inside[-1] + 1
    owned = scene.tokens[inside[-1]].owns or reading.low(after) == "'s"
    if not owned and not scene.words.has("function.determiners", before) and not (
            inside[0] and scene.tokens[inside[0] - 1].owns):
        return -1
    for at in range(after, min(after + _TIED + 1, len(scene.tokens))):
        token = scene.tokens[at]
        if not token.is_word or token.date >= 0 or scene.words.has("function.prepositions", token.low):
            return at - 1 if at > after else -1
        if reading.form(at) and reading.sort(at) != "noun":
            return at - 1 if at > after else -1
        if token.low in scene.words.nouns and reading.low(at + 1) not in scene.words.nouns:
            return at
    return -1


def _sets(reading: Reading, first: int, index: int) -> bool:
    """"In a 16 July hearing he said", "Monday's call marked": the noun's date is the day of the verb, too."""
    scene, at = reading.scene, first
    while at > 0 and scene.words.has("function.determiners", reading.low(at - 1)):
        at -= 1
    opens = at == 0 or reading.low(at - 1) == "," or scene.clause_of[at - 1] != scene.clause_of[index]
    return reading.low(at - 1) in word_list("settings") or opens and first < index


def is_aside(reading: Reading, index: int) -> bool:
    """"since its launch", "after leaving", "following the purchase": told of another time than the sentence's own."""
    if reading.sort(index) != "noun":
        return reading.sort(index) == "ing" and reading.low(index - 1) in word_list("apart")
    for at in range(index - 1, max(-1, index - _ASIDE), -1):
        low = reading.low(at)
        if low in word_list("apart"):
            return True
        if reading.scene.tokens[at].date >= 0 or not reading.scene.tokens[at].is_word or low in ("and", "in", "on", "at", "with", "to"):
            return False
    return False


def _is_asides_date(reading: Reading, first: int, index: int) -> bool:
    """"since its launch in 2003": the date of a noun told as an aside is no date of the verb's."""
    return any(reading.sort(at) == "noun" and reading.low(at) in reading.scene.words.nouns and is_aside(reading, at)
               for at in range(max(0, first - _TIED), first) if at != index)


def coordinated(reading: Reading, one: int, other: int) -> bool:
    """"in March and June": nothing but "and" between two dates."""
    first, second = sorted((reading.scene.dates[one], reading.scene.dates[other]), key=lambda mention: mention.start)
    between = reading.scene.text[first.end:second.start].lower().replace(",", " ").split()
    return one == other or len(between) <= 2 and "and" in between


def _holds(reading: Reading, one: int, other: int) -> bool:
    """Whether the first date is the wider one round the other ("Friday, at this year's fair")."""
    wide, narrow = reading.scene.dates[one], reading.scene.dates[other]
    if wide.first is None or narrow.first is None or wide.last is None or narrow.last is None:
        return False
    return wide.first <= narrow.first and narrow.last <= wide.last and wide.last - wide.first > narrow.last - narrow.first


def distance(reading: Reading, number: int, index: int) -> int:
    """Tokens between a date and a word."""
    inside = reading.scene.of_date(number)
    return inside[0] - index if inside[0] > index else index - inside[-1]
