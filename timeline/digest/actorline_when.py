"""The day of an event word: its own clause's date, else the one it hangs on, else the story's, else the document's.

The story's day is the last recent day that a main clause of the document named; without one, the day of publication.
Background (the past perfect, "originally"), plans and what only may be have no day unless their clause names one.
"""

from functools import cached_property
from typing import NamedTuple

from timeline.digest import actorline_own as own
from timeline.digest.actorline_pages import Page
from timeline.digest.actorline_reading import Reading, lemma
from timeline.digest.actorline_words import word_list
from timeline.model import DateMention

UNKNOWN = "XXXX-XX-XX"
_ADDED = 5  # words from "and" to the verb it adds
_RECENT = 7  # days: a date no older belongs to the story a report tells


class When(NamedTuple):
    """A value ("2006-05-08", "2006-05", "2006", or "" where unknown), where it is from, and why.

    basis: explicit, relative or context as the date mention has it (its own clause), carried, document_date, joined, or "".
    """

    value: str
    basis: str
    reason: str
    apart: bool = False  # told as background: another mention of the same event may know its day


class Dater:
    """Dates the event words of one page."""

    def __init__(self, page: Page):
        self.page = page

    def when(self, place: int, index: int, nth: int = 0) -> When:
        """The date of the token `index` of the line at `place`; `nth`: of two dates that share it ("in March and June"), which."""
        reading = self.page.readings[place]
        return self._own(reading, index, nth) or self._without(reading, place, index, nth)

    def _own(self, reading: Reading, index: int, nth: int = 0) -> When | None:
        """The date of the word's own clause; where that has none, a date that opens the sentence before it."""
        near = own.near(reading, index, self.page.published)
        if not near:
            return None
        best = min(near, key=lambda number: (own.distance(reading, number, index), number))
        series = [number for number in own.dates(reading) if own.coordinated(reading, best, number)]
        mention = reading.scene.dates[series[min(nth, len(series) - 1)]]
        value = own.stamp(mention, self.page.published)
        return When(value, mention.basis if value else "", f"“{mention.text}” in its clause", apart=not value)

    # -- without one -----------------------------------------------------------------------------

    def _without(self, reading: Reading, place: int, index: int, nth: int) -> When:
        sort = reading.sort(index)
        if own.is_aside(reading, index):
            return When("", "", "told of another time than its sentence", apart=True)
        if sort == "part":
            return When("", "", "a participle that no date goes with", apart=True)
        if sort in ("noun", "to", "ing"):
            return self._governed(reading, place, index, nth)
        return self._finite(reading, place, index)

    def _governed(self, reading: Reading, place: int, index: int, nth: int) -> When:
        """Of a noun, an infinitive, a participle: the day of the verb it hangs on."""
        above = reading.governor(index)
        if reading.low(index - 1) in word_list("later"):
            return When("", "", "later than its sentence tells", apart=True)
        if above < 0:
            return self._story(place, "no verb in its sentence")
        if reading.sort(index) == "to" and is_intended(reading, index):
            return When("", "", "intended, not told as done", apart=True)
        if reading.sort(index) == "noun" and (reading.sort(above) == "unreal" or lemma(reading, above) in word_list("plans")) and above < index:
            return When("", "", "planned or only possible", apart=True)
        found = self._own(reading, above, nth) or self._finite(reading, place, above)
        return found._replace(reason=f"as “{reading.low(above)}”: {found.reason}")

    def _finite(self, reading: Reading, place: int, index: int) -> When:
        sort = reading.sort(index)
        if sort == "unreal" or self._is_hypothetical(reading, index):
            return When("", "", "planned or only possible", apart=True)
        if reading.low(index - 1) in word_list("later") and reading.low(index - 2) in ("and", "but"):
            return When("", "", "later than its sentence tells", apart=True)
        shared = self._shared(reading, index) or self._beside_when(reading, place, index)
        if shared:
            return shared
        if sort == "pluperfect" or self._is_background(reading, index):
            return When("", "", "background, at no known day", apart=True)
        beside = self._beside_main(reading, index)
        if beside:
            return beside
        if sort == "present" and not self._is_quoted(reading, index):
            return self._of_document("the present of the report")
        return self._story(place, "the story's day")

    def _shared(self, reading: Reading, index: int) -> When | None:
        """"One year later he was fired, and he founded …": what "and" adds shares the date that opens the sentence."""
        before = [at for at in reading.finite if at < index]
        if not before or reading.sort(before[-1]) != reading.sort(index) or not self._is_added(reading, before[-1], index):
            return None
        dated = [number for number in own.near(reading, before[-1], self.page.published)
                 if reading.scene.of_date(number)[-1] < before[-1]]
        return self._own(reading, before[-1]) if dated else None

    def _is_added(self, reading: Reading, verb: int, index: int) -> bool:
        """Whether nothing but a subject and small words stands between "and" and the verb."""
        joints = [at for at in range(verb + 1, index) if reading.low(at) in ("and", "but", "then") and reading.scene.tokens[at].actor < 0]
        return bool(joints) and index - joints[-1] <= _ADDED and not any(reading.is_comma(at) for at in range(joints[-1], index))

    def _beside_when(self, reading: Reading, place: int, index: int) -> When | None:
        """"When she took over, she promised": the main verb's day is that of the clause which opens the sentence."""
        before = [at for at in reading.finite if at < index]
        if reading.low(0) not in word_list("meanwhile") or len(before) != 1 or reading.scene.clause_of[before[0]] == reading.scene.clause_of[index]:
            return None
        return self.when(place, before[0])

    def _beside_main(self, reading: Reading, index: int) -> When | None:
        """"rose on Monday after the firm reported", "said in May that it needed": a clause without a date goes by the main one's."""
        scene, opener = reading.scene, reading.opener(index)
        before = [at for at in reading.finite if at < index and scene.clause_of[at] != scene.clause_of[index]]
        if opener == "when" and (dated := self._right_before(reading, index)):
            return dated
        if not before or reading.sort(index) != "past":
            return None
        says = opener == "that" and scene.verb(before[-1]).kind == "says"
        along = opener in word_list("conjunctions") and reading.sort(before[-1]) == "past"
        return self._own(reading, before[-1]) if says or along else None

    def _right_before(self, reading: Reading, index: int) -> When | None:
        """"the worst since 2001, when …": the date that "when" takes up."""
        first = reading.scene.clause(reading.scene.clause_of[index])[0]
        ends = first - 2 if reading.is_comma(first - 1) else first - 1
        number = reading.scene.tokens[ends].date if ends >= 0 else -1
        if number not in own.dates(reading) or not (value := own.stamp(reading.scene.dates[number], self.page.published)):
            return None
        return When(value, reading.scene.dates[number].basis, f"“{reading.scene.dates[number].text}”, which “when” takes up")

    def _is_hypothetical(self, reading: Reading, index: int) -> bool:
        return reading.opener(index) in word_list("if")

    def _is_background(self, reading: Reading, index: int) -> bool:
        """"first", "twice before" beside the verb; "since he left", "a day after it fell": a clause of another time."""
        around = {reading.low(at) for at in range(max(0, index - 4), index)} - {""}
        opener, first = reading.opener(index), (reading.scene.clause(reading.scene.clause_of[index]) or [0])[0]
        if opener in ("after", "before") and first and reading.scene.tokens[first - 1].date >= 0:
            return reading.scene.dates[reading.scene.tokens[first - 1].date].type == "DURATION"
        return bool(around & word_list("background")) or opener in ("since", "before", "until") and reading.sort(index) != "perfect"

    def _is_quoted(self, reading: Reading, index: int) -> bool:
        """Inside quotation marks of its sentence, or of one that an earlier sentence opened."""
        size = len(reading.scene.tokens)
        closes = reading.quotes(size) % 2 == 1 and reading.quotes(size - 1) < reading.quotes(size)
        return reading.quotes(index) % 2 == (0 if closes else 1)

    # -- the story -------------------------------------------------------------------------------

    def _story(self, place: int, why: str) -> When:
        value, told = self._days[place]
        if value:
            return When(value, "carried", f"{why}, from “{told}”")
        return self._of_document(why)

    def _of_document(self, why: str) -> When:
        if self.page.day:
            return When(self.page.day, "document_date", f"{why}: the document's date")
        return When("", "", "the document has no date")

    @cached_property
    def _days(self) -> list[tuple[str, str]]:
        """For each line the story's day when it begins to be told, and the words that gave it."""
        found, story, last = [], ("", ""), ("", "")
        for place, reading in enumerate(self.page.readings):
            main = self._main_date(reading) if place not in self.page.headers else None
            if main and self._is_recent(main):
                story = (own.stamp(main), main.text)
            resumed = not main and last[0] and reading.low(0) in word_list("resumes")
            found.append(last if resumed else story)
            last = (own.stamp(main), main.text) if main and not self._is_recent(main) else last if resumed else ("", "")
        return found

    def _main_date(self, reading: Reading) -> DateMention | None:
        """The date of the sentence's main clause in the past, if it has one."""
        for verb in reading.finite[:2]:
            if reading.sort(verb) not in ("past", "perfect") or reading.scene.words.has("function.relatives", reading.opener(verb)):
                continue
            near = [number for number in own.near(reading, verb, self.page.published)
                    if own.stamp(reading.scene.dates[number], self.page.published)]
            if near:
                return reading.scene.dates[min(near, key=lambda number: (own.distance(reading, number, verb), number))]
        return None

    def _is_recent(self, mention: DateMention) -> bool:
        if self.page.published is None or mention.first is None:
            return self.page.published is None
        return mention.first == mention.last and 0 <= self.page.published - mention.first <= _RECENT


def is_intended(reading: Reading, index: int) -> bool:
    """Whether the word before "to" speaks of a wish, a plan or an attempt."""
    start = next((at for at in range(index - 1, max(-1, index - 6), -1) if reading.low(at) == "to"), index)
    return bool({lemma(reading, start - 1), reading.low(start - 1)} & word_list("intends"))
