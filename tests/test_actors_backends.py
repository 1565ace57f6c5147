"""The recogniser that a person chose: a spaCy that is played, none, and what cannot be had."""

import sys
from types import SimpleNamespace

import pytest

from timeline import actors
from timeline.actors import backends, neural

TEXT = "President Kravel met the Halvik Group’s envoys and Poles in Zormund."
ENTITIES = [("President Kravel", "PERSON"), ("the Halvik Group’s", "ORG"), ("Poles", "NORP"), ("Zormund", "GPE"), ("he", "PERSON")]


class Pipeline:
    """A pipeline that finds ENTITIES, as the language of `lang` has it."""

    def __init__(self, lang="en"):
        self.lang, self.read = lang, []

    def pipe(self, texts):
        for text in texts:
            text.encode()  # as spaCy does: half a surrogate pair fails
            self.read.append(text)
            yield SimpleNamespace(ents=[SimpleNamespace(start_char=at, end_char=at + len(name), label_=label)
                                        for name, label in ENTITIES if (at := text.find(name)) >= 0])


@pytest.fixture
def choose(monkeypatch):
    """choose(value, pipeline): TIMELINE_RECOGNISER is `value`, spaCy has `pipeline` alone (an error: it raises it)."""
    def set_up(value, pipeline=None):
        def load(name, exclude=()):
            if isinstance(pipeline, Exception):
                raise pipeline
            return pipeline

        monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=load) if pipeline else None)
        monkeypatch.setenv(backends.VARIABLE, value)
        return pipeline

    backends._asked.cache_clear()
    yield set_up
    backends._asked.cache_clear()


@pytest.fixture
def network(monkeypatch):
    """The network is there, and finds nothing."""
    monkeypatch.setattr(neural, "is_there", lambda: True)
    monkeypatch.setattr(neural, "spans", lambda sentences, cased=None: [[] for _ in sentences])


def spans(text, language="en"):
    return [(text[a:b], kind) for a, b, kind, _ in backends.chosen(language)([text], None)[0]]


def test_spacy_reads_in_the_network_s_place(choose):
    choose("spacy:en_core", Pipeline())
    assert spans(TEXT) == [("Kravel", "PER"), ("Halvik Group", "ORG"), ("Zormund", "LOC")]
    told = actors.find("Zormund fell.")
    assert [(m.text, m.type, m.reason) for m in told] == [("Zormund", "LOC", "recognised by spaCy’s en_core")]
    assert backends.problem() == actors.notice() == ""


def test_the_pipeline_is_opened_once(choose):
    choose("spacy:en_core", Pipeline())
    assert backends.chosen() is backends.chosen()


@pytest.mark.parametrize("lang, language, reads", [("de", "de", True), ("de", "en", False), ("xx", "fr", True), ("en", "de", False)])
def test_a_pipeline_reads_its_own_language(choose, network, lang, language, reads):
    choose("spacy:some", Pipeline(lang))
    assert isinstance(backends.chosen(language), backends.Pipeline) is reads
    assert backends.chosen(language) or language not in neural.LANGUAGES


def test_any_text_is_read_in_blocks(choose, monkeypatch):
    monkeypatch.setattr(neural, "BLOCK", 40)
    pipeline = choose("spacy:en_core", Pipeline())
    texts = ["", "\ud800 Zormund", "x" * 40 + "Zormund"]
    assert [[t[a:b] for a, b, *_ in found] for t, found in zip(texts, backends.chosen()(texts, None))] == [[], ["Zormund"], ["Zormund"]]
    assert max(map(len, pipeline.read)) <= 40


def test_none_leaves_the_rules_and_lists_alone(choose):
    choose("none")
    assert backends.chosen() is None and backends.problem() == ""
    assert actors.find(TEXT) == actors.find(TEXT, where=[])
    assert actors.notice() == "Names are found by rules and lists alone, as TIMELINE_RECOGNISER=none asks. More names are missed."


CANNOT = [
    ("bert", None, "TIMELINE_RECOGNISER=bert names no recogniser. Set it to spacy:NAME_OF_PIPELINE or none, or unset it."),
    ("spacy:", None, "names no recogniser"),
    ("spacy:en_core", None, "“en_core” needs spacy, which is not installed. Install it or unset TIMELINE_RECOGNISER."),
    ("spacy:en_core", OSError("[E050]"), "could not be opened (OSError). Install it (python -m spacy download en_core) or unset"),
    ("spacy:en_core", ImportError("no", name="spacy_curated"), "needs spacy_curated, which is not installed"),
]


@pytest.mark.parametrize("value, pipeline, said", CANNOT)
def test_what_cannot_be_had_is_said_and_the_network_used(choose, network, value, pipeline, said):
    choose(value, pipeline)
    assert said in backends.problem() and backends.chosen() is neural.spans
    assert actors.notice() == backends.problem() + " Until then the shipped recogniser is used."


def test_a_missing_network_is_said(choose, monkeypatch):
    monkeypatch.setattr(neural, "is_there", lambda: False)
    alone = "Names are found by rules and lists alone: the trained recogniser is not installed. More names are missed."
    choose("")
    assert actors.notice() == alone and backends.chosen() is None
    choose("bert")
    assert actors.notice() == f"{backends.problem()} {alone}"
    choose("spacy:en_core", Pipeline())
    assert actors.notice() == "" and backends.chosen()
