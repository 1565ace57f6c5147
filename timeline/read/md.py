"""Markdown, shown literally: nothing is rendered. Front matter gives title, author, date and so on."""

import re
from collections.abc import Iterator

from timeline.model import Document
from timeline.read._document import make
from timeline.read._file_name import from_name
from timeline.read._names import first_of
from timeline.read._published import best, from_value
from timeline.read._text import decode

TITLE = "Markdown"
ORDER = 20
SUFFIXES = (".md", ".markdown")
IS_PLAIN = True
_HEAD = 20_000  # characters in which front matter and first heading are looked for
_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.S)
_ENTRY = re.compile(r"^([A-Za-z][\w -]{0,40}?)[ \t]*[:=][ \t]*(\S[^\n]*)$", re.M)
_HEADING = re.compile(r"^#{1,2}[ \t]+(\S[^\n]*)$", re.M)


def looks(head: bytes) -> bool:
    """Any text may be."""
    return True


def read(name: str, data: bytes) -> Iterator[Document]:
    """One Document; front matter (YAML or TOML, one `key: value` a line) is read and stays in the text."""
    text, notes = decode(data)
    entries = front_matter(text)
    get = lambda what: first_of(entries, what)[1]  # noqa: E731
    key, day = first_of(entries, "published")
    published, remarks = best(from_name(name), from_value(day, "meta", f'the front matter\'s "{key}"'))
    yield make(name, text, title=get("title") or _heading(text), author=get("author"), source=get("source"),
               url=get("url"), language=get("language"), trust_language=True, published=published,
               notes=notes + remarks)


def front_matter(text: str) -> dict[str, str]:
    """The `key: value` lines between --- and --- (or +++) at the very top; {} if there is none."""
    block = _FRONT.match(text[:_HEAD])
    return {key: value.strip().strip("\"'") for key, value in _ENTRY.findall(block[2])} if block else {}


def _heading(text: str) -> str:
    found = _HEADING.search(text[:_HEAD])
    return found[1].strip(" #") if found else ""
