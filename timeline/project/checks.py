"""Whether a project's file is still as it was written: the pages, the hashes, the log and the words of every witness."""

import zlib

from timeline.project.given import digest
from timeline.project.problem import Problem


def problems(store) -> list[str]:
    """What is wrong, a sentence each, the gravest first."""
    try:
        found = store.integrity()
        if found:
            return [f"The file is damaged: {line}" for line in found[:10]]
        return [*_log(store), *_sources(store), *_texts(store)]
    except (Problem, zlib.error) as problem:
        return [f"The file is damaged: {problem}"]


def _log(store) -> list[str]:
    broken = store.broken_link()
    return [] if broken is None else [f"The log of edits was altered at edit {broken}, or edits were taken out before it."]


def _sources(store) -> list[str]:
    return [f"{one['name']} is not the file that was added: its SHA-256 differs." for one in store.sources()
            if digest(store.source_bytes(one["sha256"])) != one["sha256"]]


def _texts(store) -> list[str]:
    found, texts = [], {}
    for document, _, sha256, _ in store.documents():
        texts[document.doc_id] = document.text
        if digest(document.text.encode("utf-8", "surrogatepass")) != sha256:
            found.append(f"The text of {document.name} was altered: its SHA-256 differs.")
    for event in store.found():
        for mention in event.mentions:
            text = texts.get(mention.doc_id)
            if text is not None and text[mention.start_char:mention.end_char] != mention.exact:
                found.append(f"“{event.title}” quotes words that do not stand in its document.")
    return found + _marked(store, texts)


def _marked(store, texts: dict[str, str]) -> list[str]:
    """The passages that a person marked and made an event of."""
    places = [(edit, w) for edit in store.edits() if edit.action == "add" for target in edit.targets for w in target.witnesses]
    return [f"Edit {edit.edit_id} quotes words that do not stand in {w.doc_name}." for edit, w in places
            if w.doc_id in texts and texts[w.doc_id][w.start:w.end] != w.exact]
