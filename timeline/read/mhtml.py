"""A web page saved whole (MHTML, RFC 2557): the page in it, read as a web page is. The day of saving is not its date."""

from collections.abc import Iterator

from timeline.model import Document
from timeline.read import _mail
from timeline.read._text import Unreadable
from timeline.read.html import page

TITLE = "Saved web page (MHTML)"
ORDER = 31
SUFFIXES = (".mhtml", ".mht")


def read(name: str, data: bytes) -> Iterator[Document]:
    """One Document. Raises Unreadable where there is no page in it."""
    message = _mail.parse(data)
    root = next((p for p in _mail.leaves(message) if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if root is None:
        raise Unreadable("is a saved web page without a page in it; open it in a browser and save it again")
    url = _mail.header(message, "Snapshot-Content-Location") or _mail.header(root, "Content-Location")
    yield page(name, _mail.text_of(root), url=url)
