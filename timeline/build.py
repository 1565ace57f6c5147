"""The whole flow, in order: sources, documents, mentions, events, one timeline.

Each step is another room's; this one only calls them in turn. What is done with one document at a time is done in a
watched process (`timeline.finding`): a document which makes a room fail costs one Failure and never the run.
"""

from collections import Counter
from dataclasses import replace
from datetime import date

from timeline import actors, events, finding, read
from timeline.finding import Asked, Marked, Named
from timeline.model import Document, DocumentDate, Failure, Timeline

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
    documents = {d.doc_id: replace(d, language=language or d.language) for d in _read(sources, failures, report, columns)}
    tasks = {doc_id: _mark(document, typed, memory) for doc_id, document in documents.items()}
    marked = {doc_id: _marked(tasks[doc_id], found) for doc_id, found in _each(tasks, failures, report).items()}
    dated = {doc_id: _dated(document, tasks[doc_id], marked) for doc_id, document in documents.items()}
    names = actors.join({doc_id: list(found.actors) for doc_id, found in marked.items()})
    told = _each({doc_id: _tell(dated[doc_id], found, names[doc_id], memory) for doc_id, found in marked.items()}, failures)
    merged = events.told_apart(events.merge([event for one in told.values() for event in one.events]))
    rejected = tuple(one for several in told.values() for one in several.rejected)
    kept = tuple(_explained(document, told.get(doc_id)) for doc_id, document in dated.items())
    return Timeline(kept, tuple(merged), tuple(failures), _types(names), rejected)


def tagged(sources, published=None, language=None, progress=None, columns=None) -> tuple[list[tuple[Document, list]], list[Failure]]:
    """The first steps alone, for what needs no events: each document, dated, with its time expressions; and the failures.

    The arguments are those of `build`.
    """
    typed, report, failures = _typed_days(published), progress or _silent, []
    documents = {d.doc_id: replace(d, language=language or d.language) for d in _read(sources, failures, report, columns)}
    tasks = {doc_id: _mark(document, typed, {}, "dates") for doc_id, document in documents.items()}
    marked = _each(tasks, failures, report)
    return [(_dated(documents[doc_id], tasks[doc_id], marked), list(found.dates)) for doc_id, found in marked.items()], failures


def marks(document: Document, memory: dict) -> Marked | Failure:
    """The mentions of one document, dated as it is, as `build` finds them; what its `memory` holds is not searched again."""
    task = _mark(document, {document.doc_id: document.published}, memory)
    found = next(finding.search([task]))
    return found if isinstance(found, Failure) else _marked(task, found)


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


def _each(tasks: dict[str, finding.Task], failures: list[Failure], report=_silent) -> dict:
    """doc_id -> what the step gives, of the documents it worked on; the others go to `failures`."""
    done, results = {}, finding.search(tasks.values())
    for number, (doc_id, task) in enumerate(tasks.items()):
        report(number, len(tasks), task.name)
        found = next(results)
        if isinstance(found, Failure):
            failures.append(replace(found, name=task.name))
        else:
            done[doc_id] = found
    report(len(tasks), len(tasks), "")
    return done


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


def _mark(document: Document, typed: dict, memory: dict, step: str = "marks") -> finding.Task:
    """The search for the mentions of a document. The day that a person typed for it is the highest rung of the ladder."""
    published, is_dated, text, language = document.published, bool(document.published), document.text, document.language
    for key in (document.doc_id, document.name, None):
        if key in typed:
            published, is_dated = typed[key], True
            break
    asked = Asked(text, language, published, is_dated, memory.get(("where", text, language)))
    return finding.Task(document.name, step, asked, memory, (step, text, language, published, is_dated))


def _marked(task: finding.Task, found: Marked) -> Marked:
    """With the actors that were found before, where only the days are new."""
    memory, text, language = task.memory, task.given.text, task.given.language
    if found.actors is None:
        return replace(found, actors=memory["actors", text, language, found.where])
    memory["where", text, language], memory["actors", text, language, found.where] = found.where, found.actors
    return found


def _dated(document: Document, task: finding.Task, marked: dict[str, Marked]) -> Document:
    found = marked.get(document.doc_id)
    return replace(document, published=found.published if found else task.given.published)


def _tell(document: Document, found: Marked, names: list, memory: dict) -> finding.Task:
    """The search for its events, which follow from it and from what its actors are called across documents."""
    return finding.Task(document.name, "events", Named(document, found.dates, tuple(names)), memory, ("events", document, tuple(names)))


def _explained(document: Document, found) -> Document:
    """A document that gave no event says why among its notes; one that failed has it among the failures."""
    if found is None or found.events:
        return document
    reason = "no events: no expression of time was found in it"
    if found.rejected:
        often, _ = Counter(one.reason for one in found.rejected).most_common(1)[0]
        reason = f"no events: none of its {len(found.rejected):,} expressions of time gave one, most often because: {often}"
    return replace(document, notes=(*document.notes, reason))


def _types(names: dict) -> dict[str, str]:
    """Canonical name -> PER, ORG or LOC, the type it has most often; in alphabetical order."""
    counts = {}
    for mention in (m for mentions in names.values() for m in mentions):
        counts.setdefault(mention.name, Counter())[mention.type] += 1
    return {name: counts[name].most_common(1)[0][0] for name in sorted(counts)}
