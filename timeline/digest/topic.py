"""What a collection is about, where nobody has said it: the names that most of its documents keep naming."""

import re
from collections import Counter
from math import log

from timeline import lang
from timeline.digest.pages import Page, tokens

_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[^\W\d_][\w'’-]*")  # a word inside a sentence, where a capital means something
_MOST = 2  # topic words that are inferred
_ALWAYS = 0.9  # share of a word's places inside sentences in which a name has its capital
_SHARE = 0.25  # of the documents must name it
_SHORT = 3  # letters: what is shorter is no name one can rely on


def topic_words(given) -> tuple[str, ...]:
    """The topic words a person typed, in lower case, each once; a phrase counts by its words."""
    return tuple(dict.fromkeys(word for phrase in given for word in tokens(phrase)))


def telling_words(pages: list[Page]) -> tuple[str, ...]:
    """The names that stand in the most documents, and there most often; () where the documents share none.

    A name is a word with a capital wherever it stands inside a sentence. Words of dates are none.
    """
    capital, small, weight, documents = Counter(), Counter(), Counter(), Counter()
    for page in pages:
        here = _capitals(page, capital, small)
        documents.update(here.keys())
        for word, count in here.items():
            weight[word] += log(1 + count)
    calendar = {word for language in {page.document.language for page in pages} for word in _calendar(language)}
    names = [word for word in weight if word not in calendar and len(word) >= _SHORT and documents[word] >= _SHARE * len(pages)
             and capital[word] >= _ALWAYS * (capital[word] + small[word])]
    best = sorted(names, key=lambda word: (-weight[word], word))[:_MOST]
    return tuple(word for word in best if weight[word] >= weight[best[0]] / 2)


def _calendar(language: str) -> set[str]:
    """The names of months and weekdays, where a language file has them."""
    words = lang.load(language).get("words", {}) if language in lang.codes() else {}
    return {low for table in ("month", "weekday") for low in words.get(table, ())}


def _capitals(page: Page, capital: Counter, small: Counter) -> Counter:
    """The capitalised words inside the sentences of a page, without those of its dates; the totals are added to."""
    dated = {at for place in page.places for at in range(place.start, place.end)}
    found: Counter = Counter()
    for hit in _NAME.finditer(page.document.text):
        low = hit.group().lower()
        if hit.group()[0].isupper() and hit.start() not in dated:
            found[low] += 1
            capital[low] += 1
        else:
            small[low] += 1
    return found
