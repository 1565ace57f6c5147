"""An e-book (EPUB 2 and 3): its chapters in the order of the spine, one Document a book.

One and not one a chapter: names that a book joins ("Renn" for "Paula Renn") reach over chapters, and a book that says a
thing twice is still one source. The chapters are its page map, called by their headings in the table of contents.
"""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from timeline.model import Document
from timeline.read._document import field, make
from timeline.read._file_name import from_name
from timeline.read._package import LOCKED, Package, attribute, first, local, tree
from timeline.read._page import parse, plain, safe
from timeline.read._paged import joined
from timeline.read._published import best, from_value
from timeline.read._text import Unreadable, decode
from timeline.read._whole import Whole

TITLE = "E-book (EPUB)"
ORDER = 63
SUFFIXES = (".epub",)
MAX_CHAPTERS = 5000
STATED = 0.8  # the day of this edition, or of the first one


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document]:
    """One Document. A chapter that cannot be read is named in its notes.

    Raises Unreadable where the package is damaged, locked or has no text.
    """
    package = Package(data, whole)
    if "META-INF/encryption.xml" in package and b"xmlenc#aes" in package.bytes("META-INF/encryption.xml"):
        raise Unreadable(LOCKED)
    root = next((attribute(n, "full-path") for n in package.xml("META-INF/container.xml").iter("{*}rootfile")), "")
    book = package.xml(root)
    items = {attribute(n, "id"): n for n in book.iter("{*}item")}
    home = posixpath.dirname(root)
    spine = [_path(home, attribute(items[i], "href")) for n in book.iter("{*}itemref")
             if (i := attribute(n, "idref")) in items and "nav" not in attribute(items[i], "properties").split()]
    labels, chapters, notes = _contents(package, home, items), [], []
    for path in dict.fromkeys(spine[:MAX_CHAPTERS]):
        try:
            chapters.append((labels.get(path, ""), plain(parse(safe(decode(package.bytes(path), markup=True)[0])))))
        except Unreadable as problem:
            notes.append(f"the chapter {path[:80]} {problem}")
    chapters = [(called, text) for called, text in chapters if text.strip()]
    if not chapters:
        raise Unreadable("is an e-book with no text in it" + (f": {notes[0]}" if notes else ""))
    text, starts = joined([text for _, text in chapters])
    yield _document(name, book, text, starts, tuple(called or f"chapter {n}" for n, (called, _) in enumerate(chapters, 1)), notes)


def _document(name: str, book, text: str, starts: tuple, labels: tuple, notes: list[str]) -> Document:
    day = next((n.text for n in book.iter("{*}date") if n.text and attribute(n, "event") in ("", "publication")), "")
    published, remarks = best(from_name(name), from_value(day, "meta", "the book's own record", confidence=STATED))
    return make(name, text, title=first(book, "title"), author=first(book, "creator"), source=first(book, "publisher"),
                language=first(book, "language"), published=published, notes=(*notes, *remarks), pages=starts, page_labels=labels)


def _path(home: str, link: str) -> str:
    """The name of a member that a link in the book means; it is only ever looked up in the archive."""
    return posixpath.normpath(posixpath.join(home, unquote(link.split("#")[0])))


def _contents(package: Package, home: str, items: dict) -> dict[str, str]:
    """Member -> its heading, by the table of contents: the EPUB 3 navigation, else the EPUB 2 one."""
    found: dict[str, str] = {}
    for item in items.values():
        path = _path(home, attribute(item, "href"))
        if "nav" in attribute(item, "properties").split() or "ncx" in attribute(item, "media-type"):
            try:
                root = tree(package.bytes(path), forgiving=True) if path in package else None
            except Unreadable:
                continue
            for link, called in _links(root) if root is not None else ():
                found.setdefault(_path(posixpath.dirname(path), link), field(called)[:80])
    return found


def _links(root):
    for node in root.iter():
        if local(node) == "a" and attribute(node, "href"):
            yield attribute(node, "href"), "".join(node.itertext())
        elif local(node) == "navPoint":
            yield next((attribute(n, "src") for n in node.iter("{*}content")), ""), first(node, "text")
