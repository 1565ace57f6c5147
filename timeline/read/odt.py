"""An OpenDocument text (ISO/IEC 26300): paragraphs, headings, lists, tables, notes after their paragraph."""

import re
from collections.abc import Iterator

from timeline.model import Document
from timeline.read._document import make
from timeline.read._file_name import from_name
from timeline.read._package import LOCKED, Package, attribute, first, local
from timeline.read._paged import BREAK, blocks, unmark
from timeline.read._published import best
from timeline.read._text import Unreadable
from timeline.read._whole import Whole

TITLE = "OpenDocument text"
ORDER = 61
SUFFIXES = (".odt", ".ott")
_PASSED_OVER = {"annotation", "annotation-end", "tracked-changes", "sequence-decls", "variable-decls", "forms", "title", "desc"}
_MOST_SPACES = 100


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document]:
    """One Document. Its creation date is no day of publication and is only noted.

    Raises Unreadable where the package is damaged, locked or has no text.
    """
    package = Package(data, whole)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.bytes("META-INF/manifest.xml"):
        raise Unreadable(LOCKED)
    body = next(package.xml("content.xml").iter("{*}body"), None)
    paragraphs: list[str] = []
    if body is not None:
        _walk(body, paragraphs)
    text, pages = unmark(blocks(paragraphs))
    if not text.strip():
        raise Unreadable("is an OpenDocument text with no text in it; if it holds scans, run text recognition (OCR) over it first")
    meta = package.optional("meta.xml")
    published, remarks = best(from_name(name))
    yield make(name, text, title=first(meta, "title"), author=first(meta, "initial-creator") or first(meta, "creator"),
               language=first(meta, "language"), published=published, notes=(*remarks, *_made(meta)), pages=pages)


def _made(meta) -> tuple[str, ...]:
    day = first(meta, "creation-date")[:10]
    return (f"the file says it was made on {day}: that is not taken as the day of publication",) if day else ()


def _walk(root, out: list[str]) -> None:
    """The paragraphs below `root`, in order; a table's row is one, its cells a tab apart."""
    pending = [root]
    while pending:
        node = pending.pop()
        kind = local(node)
        if kind in ("p", "h"):
            text, notes = _inline(node)
            out.append(text)
            out.extend(notes)
        elif kind == "table-row":
            _row(node, out)
        elif kind == "soft-page-break":
            out.append(BREAK)
        elif kind and kind not in _PASSED_OVER:
            pending.extend(reversed(node))


def _row(row, out: list[str]) -> None:
    cells = []
    for cell in row:
        if local(cell) == "table-cell":
            inner: list[str] = []
            _walk(cell, inner)
            cells.append("\n".join(filter(None, inner)))
    out.append(("\n" if any("\n" in c for c in cells) else "\t").join(filter(None, cells)))


def _inline(paragraph) -> tuple[str, list[str]]:
    """(text, notes) of one paragraph; a note is called by its mark in brackets."""
    pieces, notes = [_squeezed(paragraph.text)], []
    pending = [(child, False) for child in reversed(paragraph)]
    while pending:
        node, is_done = pending.pop()
        if is_done:
            pieces.append(_squeezed(node.tail))
            continue
        pending.append((node, True))
        kind = local(node)
        if kind == "note":
            mark = first(node, "note-citation") or str(len(notes) + 1)
            said = " ".join(" ".join(_inline(p)[0].split()) for body in node.iter("{*}note-body") for p in body.iter("{*}p"))
            notes.append(f"[{mark}] {said}")
            pieces.append(f"[{mark}]")
        elif kind in _SIGNS:
            pieces.append(_SIGNS[kind](node))
        elif kind and kind not in _PASSED_OVER:
            pieces.append(_squeezed(node.text))
            pending.extend((child, False) for child in reversed(node))
    return "".join(pieces), notes


def _squeezed(text: str | None) -> str:
    """White space in the XML is one space, whatever it is made of (part 3, 6.1.2)."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _spaces(node) -> str:
    number = attribute(node, "c")
    return " " * min(int(number), _MOST_SPACES) if number.isdecimal() and len(number) < 9 else " "


_SIGNS = {"s": _spaces, "tab": lambda node: "\t", "line-break": lambda node: "\n", "soft-page-break": lambda node: BREAK}
