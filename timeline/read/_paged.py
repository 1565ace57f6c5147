"""Text with page marks -> text without them, and where each page starts in it."""

from timeline.read._text import clean

BREAK = "\f"  # stands before each page but the first while a reader writes its text


def unmark(marked: str) -> tuple[str, tuple[int, ...]]:
    """(text, offsets): the shown text, and where its pages start; no offsets where there is no mark.

    Every piece is cleaned before it is counted, so that `_document.make` changes nothing more.
    """
    pieces = [clean(piece).replace("\ufeff", "") for piece in marked.split(BREAK)]
    starts, at = [], 0
    for piece in pieces:
        starts.append(at)
        at += len(piece)
    return "".join(pieces), tuple(starts) if len(starts) > 1 else ()


def joined(pages: list[str], between: str = "\n\n") -> tuple[str, tuple[int, ...]]:
    """The text of pages one after the other, and where each starts: also of one page alone."""
    cleaned = [clean(page).replace("\ufeff", "").strip("\n ") for page in pages]
    starts, pieces, at = [], [], 0
    for page in cleaned:
        if page and at:
            pieces.append(between)
            at += len(between)
        starts.append(at)
        pieces.append(page)
        at += len(page)
    return "".join(pieces), tuple(starts)


def blocks(marked: list[str]) -> str:
    """Paragraphs, a blank line between them; the empty ones go, a page mark in them stays."""
    out: list[str] = []
    for block in marked:
        text = "\n".join(line.strip(" \t") for line in block.split("\n")).strip("\n")
        if text.strip(BREAK + " \n\t"):
            out.append(text)
        elif BREAK in text and out:
            out[-1] += BREAK
    return "\n\n".join(out)
