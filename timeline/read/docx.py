"""A Word document (ECMA-376 Office Open XML): paragraphs, headings, tables, foot- and endnotes after their paragraph.

Deleted and hidden text, comments, page headers and footers are set aside and said so. Where Word noted its page breaks, they are
the pages.
"""

from collections.abc import Iterator

from timeline.model import Document
from timeline.read._document import make
from timeline.read._file_name import from_name
from timeline.read._package import Package, attribute, first, local
from timeline.read._paged import BREAK, blocks, unmark
from timeline.read._published import best
from timeline.read._text import Unreadable
from timeline.read._whole import Whole

TITLE = "Word document"
ORDER = 60
SUFFIXES = (".docx", ".docm", ".dotx")
_PASSED_OVER = {"del", "delText", "instrText", "Fallback", "pPr", "rPr", "moveFrom", "fldChar", "softHyphen"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "lastRenderedPageBreak": BREAK}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document]:
    """One Document. Its creation date is no day of publication and is only noted.

    Raises Unreadable where the package is damaged, locked or has no text.
    """
    package = Package(data, whole)
    writer = _Writer(package)
    body = package.xml(_main(package))
    writer.walk(body)
    text, pages = unmark(blocks(writer.paragraphs))
    if not text.strip():
        raise Unreadable("is a Word document with no text in it; if it holds scans, run text recognition (OCR) over it first")
    core = package.optional("docProps/core.xml")
    published, remarks = best(from_name(name))
    yield make(name, text, title=first(core, "title"), author=first(core, "creator"), language=first(core, "language"),
               published=published, notes=(*remarks, *_made(core), *_aside(package, body)), pages=pages)


def _main(package: Package) -> str:
    return next((n for n in package.names if n.startswith("word/document") and n.endswith(".xml")), "word/document.xml")


def _made(core) -> tuple[str, ...]:
    day = first(core, "created")[:10]
    return (f"the file says it was made on {day}: that is not taken as the day of publication",) if day else ()


def _aside(package: Package, body) -> tuple[str, ...]:
    kinds = (("page headers and footers", ("word/header", "word/footer")), ("comments", ("word/comments",)))
    there = [what for what, starts in kinds if any(n.startswith(starts) for n in package.names)]
    hidden = ["words that are formatted as hidden"] if any(map(_is_hidden, body.iter("{*}r"))) else []
    return tuple(f"set aside: its {what}" for what in (*there, *hidden))


def _is_hidden(run) -> bool:
    """Whether Word does not show a run."""
    marks = [mark for facts in run if local(facts) == "rPr" for mark in facts if local(mark) == "vanish"]
    return any(attribute(mark, "val") not in ("0", "false", "off") for mark in marks)


class _Writer:
    """Walks the body in its order and writes its paragraphs."""

    def __init__(self, package: Package):
        self.paragraphs: list[str] = []
        self._notes = {kind: _notes_of(package, kind) for kind in _NOTES.values()}

    def walk(self, *roots) -> None:
        """Every paragraph and table below `roots`. Text boxes come after the paragraph that holds them."""
        pending = list(reversed(roots))
        while pending:
            node = pending.pop()
            kind = local(node)
            if kind == "p":
                self._paragraph(node, pending)
            elif kind == "tr":
                self._row(node)
            elif kind not in _PASSED_OVER:
                pending.extend(reversed(node))

    def _paragraph(self, node, pending: list) -> None:
        text, notes, boxes = _inline(node)
        self.paragraphs.append(text)
        for kind, number in notes:
            if said := self._notes[kind].get(number):
                self.paragraphs.append(f"[{number}] {said}")
        pending.extend(reversed(boxes))

    def _row(self, row) -> None:
        cells = [self._cell(cell) for cell in row if local(cell) == "tc"]
        joint = "\n" if any("\n" in c for c in cells) else "\t"
        self.paragraphs.append(joint.join(filter(None, cells)))

    def _cell(self, cell) -> str:
        inner, self.paragraphs = self.paragraphs, []
        self.walk(*cell)
        found, self.paragraphs = [p for p in self.paragraphs if p.strip()], inner
        return "\n".join(found)


def _inline(paragraph) -> tuple[str, list, list]:
    """(text, notes referred to, text boxes) of one paragraph."""
    pieces, notes, boxes = [], [], []
    pending = list(reversed(paragraph))
    while pending:
        node = pending.pop()
        kind = local(node)
        if kind == "t":
            pieces.append(node.text or "")
        elif kind == "txbxContent":
            boxes.append(node)
        elif kind in _NOTES:
            notes.append((_NOTES[kind], attribute(node, "id")))
            pieces.append(f"[{notes[-1][1]}]")
        elif kind == "br" and attribute(node, "type") == "page":
            continue  # Word notes the break again where the new page begins
        elif kind in _SIGNS:
            pieces.append(_SIGNS[kind])
        elif kind not in _PASSED_OVER and not (kind == "r" and _is_hidden(node)):
            pending.extend(reversed(node))
    return "".join(pieces), notes, boxes


def _notes_of(package: Package, kind: str) -> dict[str, str]:
    """Number -> text of the document's footnotes or endnotes."""
    root = package.optional(f"word/{kind}.xml")
    return {} if root is None else {
        attribute(note, "id"): " ".join(" ".join(_inline(p)[0].split()) for p in note.iter("{*}p")).strip() for note in root}
