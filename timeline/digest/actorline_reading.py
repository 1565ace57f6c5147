"""How a sentence tells of its events: the tense of each word, which verbs are finite, and what governs what.

Tense and aspect follow TimeML (Pustejovsky et al. 2003): past, perfect, pluperfect, present, infinitive, participle;
"unreal" stands for every modal, the future among them, since what may or will be is no fact of the report's day.
"""

from bisect import bisect_left
from functools import cache, cached_property

from timeline.digest.actorline_participle import is_participle
from timeline.digest.actorline_words import word_list
from timeline.events.scene import Scene

FINITE = ("past", "perfect", "pluperfect", "present", "unreal")
_REACH = 7  # tokens of a verb group looked at before the verb
_NEAR = 3  # tokens from a helper to its verb


def lemma(reading: "Reading", index: int) -> str:
    """The base of a verb's form, as the vocabulary has it; the word itself where it is none."""
    verb = reading.scene.words.verb(reading.low(index))
    return verb.lemma if verb else reading.low(index)


class Reading:
    """A scene, and what its words say of time. Each answer is worked out once."""

    def __init__(self, scene: Scene):
        self.scene = scene
        self._sorts: dict[int, str] = {}

    def low(self, index: int) -> str:
        """A token in lower case; "" outside the sentence."""
        return self.scene.tokens[index].low if 0 <= index < len(self.scene.tokens) else ""

    def sort(self, index: int) -> str:
        """past, perfect, pluperfect, present, unreal; to (infinitive), ing, part (a participle beside its noun); noun."""
        if index not in self._sorts:
            self._sorts[index] = "noun"  # what a word asks of its neighbours never comes back to it
            self._sorts[index] = self._judged(index)
        return self._sorts[index]

    def form(self, index: int) -> str:
        """The form of a word that can be a verb, by its spelling alone: base, s, past, part, ing; "" for another word."""
        low = self.low(index)
        verb = self.scene.words.verb(low)
        if verb and not (verb.form == "base" and low in word_list("never_base")):
            return verb.form
        if low in word_list("irregular"):
            return "past"
        if low.isalpha() and len(low) > 4 and low not in self.scene.words.nouns:
            return "past" if low.endswith("ed") else "ing" if low.endswith("ing") else ""
        return ""

    def _judged(self, index: int) -> str:
        form, helpers = self.form(index), self.helpers(index)
        if form == "base" and not helpers and self.low(index) in word_list("irregular") and not self.after_determiner(index):
            form = "past"  # "found" is a form of find sooner than of found
        if not form and not helpers or form in ("base", "s") and self._is_noun(index, helpers):
            return "noun"
        if form == "ing" and not helpers & (word_list("be_past") | word_list("be_present") | {"been", "be"}):
            return "noun" if self.scene.verb(index) is None and self.low(index) in self.scene.words.nouns else "ing"
        if "to" in helpers:
            return "to"
        if helpers == {"be"}:
            return self._goes_on(index)
        if helpers & word_list("modals"):
            return "unreal"
        finite = self._by_helpers(form, helpers)
        if finite:
            return finite
        if self.low(index) in word_list("have_present") | word_list("be_present") | word_list("do_present"):
            return "present"
        if form in ("past", "part"):
            return "part" if is_participle(self, index) else "past"
        return self._bare(index)

    def _by_helpers(self, form: str, helpers: set[str]) -> str:
        if form in ("past", "part") or form == "ing" and "been" in helpers:
            if helpers & word_list("have_past"):
                return "pluperfect"
            if helpers & word_list("have_present") or "'s" in helpers and "been" in helpers:
                return "perfect"
        for name, tense in (("be_past", "past"), ("be_present", "present"), ("do_past", "past"), ("do_present", "present")):
            if helpers & word_list(name):
                return tense
        return "ing" if "being" in helpers or "having" in helpers else ""

    def _bare(self, index: int) -> str:
        """A base or s form without helpers."""
        return self._goes_on(index) if self.form(index) == "base" and self.low(index - 1) in ("and", "or", "but", ",") else "present"

    def _goes_on(self, index: int) -> str:
        """"will go on and be heard", "to meet and talk": the infinitive or modal before goes on; else the present."""
        before = [at for at in range(index - 1) if self.form(at) and self.sort(at) in ("to", "unreal")]
        return self.sort(before[-1]) if before else "present"

    def helpers(self, index: int) -> set[str]:
        """The helping words before a verb, adverbs stepped over; "to" among them."""
        found = set()
        for at in range(index - 1, max(-1, index - _REACH), -1):
            token, low = self.scene.tokens[at], self.low(at)
            if token.actor >= 0 and low not in _helping():
                break
            if low in _helping():
                found.add(low)
                if low == "to":
                    break
            elif not (token.date >= 0 or low in word_list("between") or low.endswith("ly")
                      or self.scene.words.has("function.adverbs", low)):
                break
        return found if found != {"'s"} or self.form(index) in ("past", "part", "ing") else set()

    def is_denied(self, index: int) -> bool:
        """Whether "not" or "never" stands in the verb's group."""
        for at in range(index - 1, max(-1, index - _REACH), -1):
            if self.scene.words.has("function.negations", self.low(at)):
                return True
            if self.low(at) not in _helping() and self.low(at) not in word_list("between"):
                return False
        return False

    def _is_noun(self, index: int, helpers: set[str]) -> bool:
        if self.after_determiner(index) or self.scene.tokens[index].owns:
            return True
        before = self.low(index - 1)
        if helpers - {"to"} or before == "to" and self.form(index) == "base":
            return bool(helpers & (word_list("be_past") | word_list("be_present"))) and not helpers & word_list("modals")
        if self.scene.words.has("function.prepositions", before):
            return True
        listed = self.form(index) == "base" or self.low(index) in self.scene.words.nouns or not self.is_comma(index - 1)
        return not index or self.scene.verb(index) is None and listed

    def after_determiner(self, index: int) -> bool:
        """Whether an article, a possessive or the like stands right before a word."""
        before = self.scene.tokens[index - 1] if index else None
        if before is None:
            return False
        closed = self.scene.words.has("function.determiners", before.low) and before.low not in ("that", "all", "both")
        return before.owns and before.date < 0 or closed and before.low != "this" or before.low in ("'", "’")

    def is_comma(self, index: int) -> bool:
        """Whether a token is a comma, and not one inside a date."""
        return self.low(index) == "," and self.scene.tokens[index].date < 0

    def is_attribute(self, index: int) -> bool:
        """"the recently announced plan": a participle between a determiner and its noun."""
        return self.sort(index) == "part" and (self.after_determiner(index) or self.low(index - 1).endswith("ly")
                                               and self.after_determiner(index - 1))

    def plainly_finite(self, index: int) -> bool:
        """A helper, or a past or s form that the scene takes for a verb."""
        verb, before = self.scene.verb(index), self.low(index - 1)
        if verb is None or before == "to" or self.low(index) == "'s" or before.endswith("ly") and self.after_determiner(index - 1):
            return False
        return (verb.form in ("past", "s") or verb.lemma in ("be", "have")) and before not in word_list("intensive")

    def quotes(self, index: int) -> int:
        """How many quotation marks stand before a token."""
        return bisect_left(self._quotes, index)

    @cached_property
    def _quotes(self) -> list[int]:
        return [at for at in range(len(self.scene.tokens)) if self.low(at) in ('"', "“", "”")]

    # -- what governs what -----------------------------------------------------------------------

    @cached_property
    def finite(self) -> list[int]:
        """The main finite verbs in order, helpers left out."""
        found = []
        for index in range(len(self.scene.tokens)):
            if self.scene.verb(index) and self.sort(index) in FINITE and not self.helps(index):
                found.append(index)
        return found

    def helps(self, index: int) -> bool:
        """Whether a token is the helper of a verb close behind it."""
        if self.low(index) not in _helping():
            return False
        for at in range(index + 1, min(index + 1 + _NEAR, len(self.scene.tokens))):
            if self.form(at) in ("past", "part", "ing", "base") and self.low(at) not in word_list("between"):
                return self.low(index) in self.helpers(at)
        return False

    def is_helping(self, index: int) -> bool:
        """Whether a token is a form of be, have or do, or a modal."""
        return self.low(index) in _helping()

    def governor(self, index: int) -> int:
        """The finite verb that a noun, infinitive or participle hangs on: of its clause, else before it, else after; -1."""
        own = self.scene.clause_of[index]
        earlier = [at for at in self.finite if at < index]
        if earlier and self.sort(index) in ("to", "ing"):
            return earlier[-1]
        for verbs in ([at for at in self.finite if self.scene.clause_of[at] == own], self.finite):
            before = [at for at in verbs if at < index]
            after = [at for at in verbs if at > index]
            if before or after:
                return before[-1] if before else after[0]
        return -1

    def opener(self, index: int) -> str:
        """The first word of the clause a token stands in."""
        return self.low(self.scene.clause(self.scene.clause_of[index])[0]) if self.scene.clause_of[index] >= 0 else ""

    def stretch(self, index: int) -> range:
        """The tokens between the commas round a token, inside its clause."""
        own, low, high = self.scene.clause_of[index], index, index + 1
        while low > 0 and self.scene.clause_of[low - 1] == own and not self.is_comma(low - 1):
            low -= 1
        while high < len(self.scene.tokens) and self.scene.clause_of[high] == own and not self.is_comma(high):
            high += 1
        return range(low, high)


@cache
def _helping() -> frozenset[str]:
    names = ("modals", "have_past", "have_present", "be_past", "be_present", "do_past", "do_present")
    return frozenset().union(*(word_list(name) for name in names)) | {"be", "been", "being", "having", "to", "'s"}
