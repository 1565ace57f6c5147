"""Shown text and what is known of it -> Document: the one place where Documents are made."""

import hashlib
import re
import unicodedata

from timeline import lang
from timeline.model import Document, DocumentDate
from timeline.read._text import MAX_TEXT, Unreadable, clean

LABEL = 120  # characters of a name on the page
FIELD = 300  # characters of a title, an author, a source
_SHORT = 200  # characters below which a declared language beats a detected one
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
_CODE = re.compile(r"([a-zA-Z]{2})(?:[-_][\w-]{1,20})?\Z")
_WEB = re.compile(r"https?://[^\s<>\"']{1,2000}\Z", re.I)


def label(name: str) -> str:
    """A name for people to read, never a path to follow: one line, at most LABEL characters, both ends kept."""
    text = " ".join(_printable(name).split()) or "untitled"
    return text if len(text) <= LABEL else f"{text[:LABEL - 40]}…{text[-39:]}"


def _printable(text: str) -> str:
    if isinstance(text, str) and len(text) < 20_000 and text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n" else c
                   for c in clean(str(text)[:20_000]).translate(_BIDI))


def field(value: str | None) -> str:
    """A metadata value on one line, at most FIELD characters."""
    return " ".join(_printable(value or "").split())[:FIELD]


def web(url: str) -> str:
    """A web address, or "" for what is none."""
    return url.strip() if _WEB.match(url.strip()) else ""


def make(name: str, text: str, *, title: str = "", author: str = "", source: str = "", url: str = "",
         language: str = "", published: DocumentDate | None = None, notes: tuple[str, ...] = (),
         trust_language: bool = False, pages: tuple[int, ...] = (), page_labels: tuple[str, ...] = ()) -> Document:
    """A Document of a text, cleaned; its id is a SHA-256 prefix of name and text.

    `language` is what the file declares: it counts when the text is too short to judge, or when it is trusted.
    `pages` are offsets in the cleaned text (see `_paged`). Raises Unreadable when no letter or digit is in the text, or it is too long.
    """
    text = clean(text)
    if len(text) > MAX_TEXT:
        raise Unreadable(f"is too long ({len(text):,} characters; the limit is {MAX_TEXT:,}); split it into parts")
    if not re.search(r"[^\W_]", text):
        raise Unreadable("has no text in it: no letter or digit was found")
    key = f"{name}\0{text}".encode("utf-8", "surrogatepass")
    return Document(hashlib.sha256(key).hexdigest()[:16], label(name), text, field(title), field(author), field(source),
                    web(url), _language(text, language, trust_language),
                    published, tuple(dict.fromkeys(notes)), pages, tuple(field(called) for called in page_labels))


def _language(text: str, declared: str, trusted: bool) -> str:
    code = _CODE.match(declared.strip())
    if code and (trusted or len(text) < _SHORT):
        return code[1].lower()
    return lang.detect(text)
