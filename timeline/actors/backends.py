"""Which recogniser reads: the shipped network, or what a person chose in its place by the variable TIMELINE_RECOGNISER.

Unset: the network. `none`: rules and lists alone. `spacy:NAME`: a pipeline of spaCy that the person has, for texts in its
language. What cannot be had costs one `problem`, and the network is used.
"""

import importlib
import os
import re
import threading
from collections.abc import Callable
from functools import cache

from timeline.actors import neural
from timeline.actors.bare import bare, is_name
from timeline.actors.combine import SURE

VARIABLE = "TIMELINE_RECOGNISER"
TYPES = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}  # NORP, DATE ... are no names
NOT_NEEDED = "tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer"
SURROGATE = re.compile("[\ud800-\udfff]")
ALONE = "Names are found by rules and lists alone{}. More names are missed."


class Pipeline:
    """A pipeline of spaCy as a recogniser; it gives no scores, so that each name is taken as sure."""

    def __init__(self, nlp, name: str):
        self.language, self.reason = nlp.lang, f"recognised by spaCy’s {name}"
        self._nlp, self._lock = nlp, threading.Lock()

    def __call__(self, sentences: list[str], cased: bool | None = None) -> list[list[neural.Found]]:
        found: list[list[neural.Found]] = [[] for _ in sentences]
        for block in neural.blocks(sentences):
            with self._lock:
                read = list(self._nlp.pipe([SURROGATE.sub("\ufffd", text) for _, _, text in block]))
            for (i, shift, text), doc in zip(block, read):
                spans = [(*bare(text, e.start_char, e.end_char), TYPES[e.label_]) for e in doc.ents if e.label_ in TYPES]
                found[i] += [(a + shift, b + shift, kind, SURE) for a, b, kind in spans if a < b and is_name(text[a:b])]
        return found


def chosen(language: str = "en") -> Callable[..., list[list[neural.Found]] | None] | None:
    """`spans(sentences, cased)` for texts in `language`, as in `neural.spans`; None: rules and lists do alone."""
    pipeline, _ = _asked(_value())
    if pipeline and pipeline.language in (language, "xx") or _value() == "none":
        return pipeline
    return neural.spans if language in neural.LANGUAGES and neural.is_there() else None


def problem() -> str:
    """Why what TIMELINE_RECOGNISER asks for cannot be had, with what to do; "" when it can."""
    return _asked(_value())[1]


def notice() -> str:
    """What a person should know of how names are found, in a line; "" when all is well."""
    why = f", as {VARIABLE}=none asks" if _value() == "none" else ": the trained recogniser is not installed"
    alone = "" if chosen() else ALONE.format(why)
    return f"{problem()} {alone or 'Until then the shipped recogniser is used.'}" if problem() else alone


def _value() -> str:
    return os.environ.get(VARIABLE, "").strip()


@cache
def _asked(value: str) -> tuple[Pipeline | None, str]:
    kind, _, name = value.partition(":")
    if value in ("", "none"):
        return None, ""
    if kind != "spacy" or not name:
        return None, f"{VARIABLE}={value} names no recogniser. Set it to spacy:NAME_OF_PIPELINE or none, or unset it."
    try:
        return Pipeline(importlib.import_module("spacy").load(name, exclude=list(NOT_NEEDED)), name), ""
    except ImportError as error:
        why = f"needs {error.name or 'a package'}, which is not installed. Install it"
    except Exception as error:  # a pipeline is other people's code: whatever it raises, the names must still be found
        why = f"could not be opened ({type(error).__name__}). Install it (python -m spacy download {name})"
    return None, f"The spaCy pipeline “{name}” {why} or unset {VARIABLE}."
