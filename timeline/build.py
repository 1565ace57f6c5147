"""The whole flow, in order: sources, documents, mentions, events, one timeline.

Each step is another room's; this one only calls them in turn, and sees to it that a document which makes a
room fail costs one Failure and never the run.
"""

import logging
from collections import Counter
from dataclasses import replace
from datetime import date

from timeline import actors, dates, events, read
from timeline.model import Document, DocumentDate, Failure, Rejected, Timeline

log = logging.getLogger("timeline")
TWICE = "was given twice; it was read once"


def build(sources, published=None, language=None, progress=None, memory: dict | None = None,
          columns: dict[str, str] | None = None) -> Timeline:
    """Read, date, name, extract and merge `sources` (whatever `timeline.read.open_sources` takes).

    `published`: the day the documents were published, as a person typed it ("2019-02-28", "28 Feb 2019"), for
    all of them, or a dict from doc_id or document name to such a day; "" (in the dict also None) says that the
    day is not known, and then nothing the document claims of itself is believed. Default: each document's own.
    `language`: a two-letter code for all documents. Default: each document's own, as its reader declared or detected it.
    `progress(done, total, name)` is called as the work goes on; total is 0 while files are still being read.
    `memory`: a dict that keeps what was worked out; given again, only documents that changed are worked over anew.
    `columns`: which column of a table of articles holds what, {"text": "body", "published": "date"}; default: by their names.
    Raises ValueError when a typed day is no full date. A document that fails is in `Timeline.failures`.
    """
    typed, report = _typed_days(published), progress or _silent
    failures = [Failure("data/actors", problem) for problem in actors.alias_problems()]
    memory = {} if memory is None else memory
    documents = [replace(d, language=language or d.language) for d in _read(sources, failures, report, columns)]
    dated = _each(documents, failures, lambda d: _dated(d, typed))
    marked = _each(dated.values(), failures, lambda d: _marked(d, memory), report)
    names = actors.join({doc_id: found for doc_id, (_, found) in marked.items()})
    told = [d for d in dated.values() if d.doc_id in marked]
    found = _each(told, failures, lambda d: _told(d, marked[d.doc_id][0], names[d.doc_id], memory))
    merged = events.told_apart(events.merge([event for several, _ in found.values() for event in several]))
    rejected = tuple(one for _, several in found.values() for one in several)
    kept = tuple(_explained(dated.get(d.doc_id, d), found) for d in documents)
    return Timeline(kept, tuple(merged), tuple(failures), _types(names), rejected)


def tagged(sources, published=None, language=None, progress=None, columns=None) -> tuple[list[tuple[Document, list]], list[Failure]]:
    """The first steps alone, for what needs no events: each document, dated, with its time expressions; and the failures.

    The arguments are those of `build`.
    """
    typed, report, failures = _typed_days(published), progress or _silent, []
    documents = [replace(d, language=language or d.language) for d in _read(sources, failures, report, columns)]
    dated = _each(documents, failures, lambda d: _dated(d, typed))
    found = _each(dated.values(), failures, lambda d: dates.tag(d.text, d.published.day if d.published else None, d.language), report)
    return [(dated[doc_id], mentions) for doc_id, mentions in found.items()], failures


def _silent(done: int, total: int, name: str) -> None:
    """The progress of those who did not ask for it."""


def _read(sources, failures: list[Failure], report, columns=None) -> list[Document]:
    """Every document once; what could not be read goes to `failures`."""
    documents = {}
    for got in read.open_sources(sources, columns) if columns else read.open_sources(sources):
        report(len(documents), 0, got.name)
        if isinstance(got, Failure):
            failures.append(got)
        elif got.doc_id in documents:
            failures.append(Failure(got.name, TWICE))
        else:
            documents[got.doc_id] = got
    return list(documents.values())


def _each(documents, failures: list[Failure], work, report=_silent) -> dict:
    """doc_id -> work(document), of the documents it worked on; the others go to `failures`."""
    done, documents = {}, list(documents)
    for number, document in enumerate(documents):
        report(number, len(documents), document.name)
        try:
            done[document.doc_id] = work(document)
        except Exception as error:  # a room's fault with one document must not cost the others
            log.debug("%s failed", document.name, exc_info=True)
            failures.append(Failure(document.name, _fault(error)))
    report(len(documents), len(documents), "")
    return done


def _fault(error: Exception) -> str:
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"was read, but finding its events failed ({said}); the other documents are not affected"


def _typed_days(published) -> dict[str | None, DocumentDate | None]:
    """What a person said of the documents' dates, by doc_id or name; under None what holds for all the others."""
    if published is None:
        return {}
    given = published if isinstance(published, dict) else {None: published}
    return {key: _typed_day(day) for key, day in given.items()}


def _typed_day(typed: str | date | None) -> DocumentDate | None:
    if not typed:
        return None
    day = typed if isinstance(typed, date) else read.parse_day(typed)
    if day is None:
        raise ValueError(f"“{typed}” is not a full date. Give day, month and year, such as 2019-02-28.")
    return DocumentDate(day.isoformat()[:10], "typed", "typed by you")


def _dated(document: Document, typed: dict) -> Document:
    """The ladder: typed; what the file says of itself; the byline in its text; none."""
    for key in (document.doc_id, document.name, None):
        if key in typed:
            return replace(document, published=typed[key])
    return replace(document, published=document.published or dates.byline(document.text, document.language))


def _marked(document: Document, memory: dict) -> tuple[list, list]:
    """The date mentions and the actor mentions of a document."""
    day, text, language = document.published.day if document.published else None, document.text, document.language
    found = _kept(memory, ("dates", text, day, language), lambda: dates.tag(text, day, language))
    where = events.stretches(text, found)
    return found, _kept(memory, ("actors", text, language, tuple(where)), lambda: actors.find(text, language, where))


def _told(document: Document, found: list, names: list, memory: dict) -> tuple[tuple, tuple]:
    """The events of a document, which follow from it and from what its actors are called across documents, and the
    time expressions that found none."""
    return _kept(memory, ("events", document, tuple(names)), lambda: _harvested(document, found, names))


def _harvested(document: Document, found: list, names: list) -> tuple[tuple, tuple]:
    harvest = events.harvest(document, found, names)
    rejected = [Rejected(document.doc_id, m.start, m.end, m.text, why) for m, why in harvest.rejected]
    return harvest.events, tuple(sorted(rejected, key=lambda one: (one.start, one.end)))


def _explained(document: Document, found: dict) -> Document:
    """A document that gave no event says why among its notes."""
    told, rejected = found.get(document.doc_id, ((True,), ()))
    if told:
        return document
    reason = "no events: no expression of time was found in it"
    if rejected:
        often, _ = Counter(one.reason for one in rejected).most_common(1)[0]
        reason = f"no events: none of its {len(rejected):,} expressions of time gave one, most often because: {often}"
    return replace(document, notes=(*document.notes, reason))


def _kept(memory: dict, key: tuple, make):
    if key not in memory:
        memory[key] = make()
    return memory[key]


def _types(names: dict) -> dict[str, str]:
    """Canonical name -> PER, ORG or LOC, the type it has most often; in alphabetical order."""
    counts = {}
    for mention in (m for mentions in names.values() for m in mentions):
        counts.setdefault(mention.name, Counter())[mention.type] += 1
    return {name: counts[name].most_common(1)[0][0] for name in sorted(counts)}
