"""A web page: the article's text and metadata by trafilatura, its day of publication by meta tags and htmldate.

Barbaresi (2021), "Trafilatura: A Web Scraping Library", ACL demos; Barbaresi (2020), "htmldate", JOSS 5(51).
"""

import re
from collections.abc import Iterator

from timeline.model import Document
from timeline.read._document import make
from timeline.read._file_name import from_name
from timeline.read._page import MAX_PARTS, article, metadata, parse, plain, safe
from timeline.read._page_date import guessed, hide_changes, stated
from timeline.read._published import best
from timeline.read._text import Unreadable, decode

TITLE = "Web page"
ORDER = 30
SUFFIXES = (".html", ".htm", ".xhtml")
_MARKUP = re.compile(r"<[a-zA-Z!/?]")


def looks(head: bytes) -> bool:
    """Any text may be a piece of a page."""
    return True


def read(name: str, data: bytes) -> Iterator[Document]:
    """One Document: the page's main text, or all of its text when no article is found in it.

    Raises Unreadable for a page without text, or one built to choke its reader.
    """
    source, notes = decode(data, markup=True)
    yield page(name, source, notes)


def page(name: str, source: str, notes: tuple[str, ...] = (), url: str = "") -> Document:
    """The Document of a page's source; `url` is where it was, where the page does not say it. Raises as `read` does."""
    if not _MARKUP.search(source):
        published, remarks = best(from_name(name))
        return make(name, source, url=url, published=published, notes=notes + remarks)
    source = safe(source)
    tree = parse(source)
    changed, large = hide_changes(tree), source.count("<") > MAX_PARTS
    text = None if large else article(tree)
    if not text:
        notes += ("no article was found in the page: all of its text is shown",)
    facts = metadata(tree) if not large else {}
    text = text or plain(tree)
    if not text.strip():
        raise Unreadable("is a web page with no text in it; open it in a browser and save it again, or paste its text")
    published, remarks = _date(name, tree, facts, large)
    if not published and changed:
        remarks += (f"the page says it was changed on {changed[:40]}: that is not taken as the day of publication",)
    return make(name, text, title=facts.get("title", ""), author=facts.get("author", ""),
                source=facts.get("source", ""), url=facts.get("url", "") or url, language=facts.get("language", ""),
                published=published, notes=notes + remarks)


def _date(name: str, tree, facts: dict, large: bool):
    known = [from_name(name), *stated(tree, facts.get("fast", ""))]
    published, remarks = best(*known)
    if published or large:
        return published, remarks
    return best(*known, *guessed(tree, facts.get("fast", "")))
