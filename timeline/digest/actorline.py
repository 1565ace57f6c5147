"""One actor's timeline: the events it takes part in, dated and ordered across documents.

In the form of SemEval-2015 Task 4, TimeLine: Cross-Document Event Ordering (Minard et al. 2015): events are mentions
document-sentence-token with a date and a number in the order; 0 is the number of what cannot be placed.
"""

from collections import Counter
from typing import NamedTuple

from timeline.digest.actorline_find import found_in
from timeline.digest.actorline_join import Happening, Told, happenings, stepped, value_of
from timeline.digest.actorline_names import is_person, may_name, named_at, words_of
from timeline.digest.actorline_pages import Page, find_words
from timeline.digest.actorline_when import UNKNOWN, Dater


class Given(NamedTuple):
    """A mention as a person gave it: its name ("4596-2-filed") and the parts."""

    name: str
    document: str
    sentence: int
    words: str


def given(name: str) -> Given:
    """The parts of document-sentence-token; the document's name may hold hyphens, and so may the token.

    Raises ValueError where there is no number of a sentence.
    """
    parts = name.split("-")
    at = next((k for k in range(1, len(parts) - 1) if parts[k].isdecimal()), 0)
    if not at:
        raise ValueError(f"“{name}” is no mention: it should be document-sentence-token, such as 4596-2-filed")
    return Given(name, "-".join(parts[:at]), int(parts[at]), "-".join(parts[at + 1:]))


class Desk:
    """The pages of a run by name, with what was worked out of each."""

    def __init__(self, pages: list[Page]):
        self.pages = {page.name: page for page in sorted(pages, key=lambda page: page.name)}
        self._daters: dict[str, Dater] = {}

    def dater(self, page: Page) -> Dater:
        """The page's dater, made once."""
        return self._daters.setdefault(page.name, Dater(page))

    def corpus(self) -> str:
        """The corpus of all pages, "" where they are of several or of none."""
        named = {page.corpus for page in self.pages.values()}
        return named.pop() if len(named) == 1 else ""

    def of_corpus(self, corpus: str) -> list[Page]:
        """The pages of a corpus; all of them where no page says that it is of this one."""
        own = [page for page in self.pages.values() if page.corpus == corpus]
        return own or list(self.pages.values())


def of_mentions(desk: Desk, target: str, mentions: list[Given]) -> tuple[list[Happening], list[Given]]:
    """The events that `mentions` tell of, in order; and the mentions whose words stand nowhere."""
    told, lost, seen = [], [], Counter()
    names = frozenset(words_of(target))
    for one in sorted(mentions):
        page = desk.pages.get(one.document)
        place = page.place_of.get(one.sentence) if page else None
        index = find_words(page.readings[place], one.words, seen[one.name]) if place is not None else -1
        if index < 0:
            lost.append(one)
            continue
        when = desk.dater(page).when(place, index, seen[one.name])
        seen[one.name] += 1
        told.append(Told(page, place, index, one.name, when, names))
    return happenings(stepped(told)), lost


def of_text(desk: Desk, target: str, corpus: str = "") -> list[Happening]:
    """The events of the target that the texts themselves tell of, in order."""
    told, names = [], frozenset(words_of(target))
    pages = [page for page in desk.of_corpus(corpus) if may_name(page, target)]
    person = is_person(pages, target)
    for page in pages:
        for place, index, words in found_in(page, target, person):
            name = f"{page.name}-{page.lines[place].number}-{words}"
            told.append(Told(page, place, index, name, desk.dater(page).when(place, index), names))
    return happenings(stepped(told))


# -- rows ----------------------------------------------------------------------------------------

def row(desk: Desk, asked: dict) -> tuple[dict, str]:
    """The row of a timeline, and what went wrong in plain words ("" if nothing).

    `asked`: `target`; if there, `corpus` and `file`, which are passed on; `given`: its mentions, or None to look for them.
    """
    target, corpus = asked["target"], asked.get("corpus") or desk.corpus()
    lost: list[Given] = []
    if asked.get("given") is None:
        found = of_text(desk, target, corpus)
    else:
        found, lost = of_mentions(desk, target, asked["given"])
    events = [_event(one) for one in found] + [_unplaced(one) for one in lost]
    done = {"corpus": corpus, "file": asked.get("file") or _file_name(target), "target": target,
            "events": sorted(events, key=lambda event: event["order"])}
    return done, _problem(desk, target, corpus, found, lost)


def _file_name(target: str) -> str:
    return "_".join(words_of(target)) + ".txt"


def _problem(desk: Desk, target: str, corpus: str, found: list[Happening], lost: list[Given]) -> str:
    if lost:
        some = ", ".join(one.name for one in lost[:3])
        return f"“{target}”: {len(lost)} mention{'s' if len(lost) > 1 else ''} stand nowhere in the documents ({some}); not placed"
    if found:
        return ""
    named = any(any(named_at(page, target, False)) for page in desk.of_corpus(corpus) if may_name(page, target))
    return f"“{target}” is named, but no document tells of an event it takes part in" if named else (
        f"“{target}” is named in no document. Check its spelling, or give a form that the texts use.")


def _event(one: Happening) -> dict:
    return {"order": one.order, "date": value_of(one), "mentions": [told.name for told in one.told],
            "witnesses": [_witness(told) for told in one.told]}


def _witness(told: Told) -> dict:
    """The sentence that tells of the event, word for word, with the event's word in it, and why its date."""
    span, token = told.page.lines[told.place].span, told.reading.scene.tokens[told.index]
    return {"mention": told.name, "doc_id": told.page.name, "doc_title": told.page.title, "published": told.page.day,
            "start_char": span.start, "end_char": span.end, "exact": told.page.text[span.start:span.end],
            "word_start": token.start, "word_end": token.end, "date_basis": told.when.basis, "reason": told.when.reason}


def _unplaced(one: Given) -> dict:
    return {"order": 0, "date": UNKNOWN, "mentions": [one.name], "witnesses": []}
