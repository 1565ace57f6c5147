"""A letter (RFC 5322, MIME): its text, plain where it has that, else its HTML; attachments are documents of their own."""

import re
from collections.abc import Iterator
from functools import partial

from timeline.model import Document, Failure
from timeline.read import _mail
from timeline.read._document import label, make
from timeline.read._file_name import from_name
from timeline.read._page import parse, plain, safe
from timeline.read._published import best, from_value
from timeline.read._text import Unreadable
from timeline.read._whole import Full, Whole

TITLE = "Mail"
ORDER = 70
SUFFIXES = (".eml",)
_SIGNATURES = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-encrypted"}
_SET_ASIDE = {"image", "audio", "video"}


def looks(head: bytes) -> bool:
    """Whether it opens with a header, as many as may follow."""
    return bool(re.match(rb"[!-9;-~]{1,80}:[ \t]", head))


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document | Failure]:
    """The letter, then what is attached to it, letters in the letter too; pictures and signatures are only counted.

    Raises Unreadable where there is no text in any of it.
    """
    whole = whole or Whole()
    message = _mail.parse(data)
    bodies, attached, aside = _sorted(list(_mail.leaves(message)))
    text, notes = _text(bodies)
    if text.strip():
        yield _document(name, message, text, (*notes, *([f"set aside: {aside} picture, sound or signature"] if aside else [])))
    elif not attached:
        raise Unreadable(notes[0] if notes else "is a mail with no text in it")
    for number, part in enumerate(attached, 1):
        try:
            yield from whole.inside(f"{name}/{_called(part, number)}", partial(_mail.content, part))
        except Full as limit:
            yield Failure(label(name), str(limit))
            return


def _called(part, number: int) -> str:
    if part.get_content_type() == "message/rfc822":
        return f"letter {number}.eml"
    return _mail.filename(part) or f"attachment {number}"


def _sorted(parts: list) -> tuple[list, list, int]:
    """(parts that are the letter's own text, attachments, how many pictures and signatures there are)."""
    bodies, attached, aside = [], [], 0
    for part in parts:
        is_text = part.get_content_maintype() == "text" and part.get_content_subtype() in ("plain", "html", "enriched")
        if part.get_content_maintype() in _SET_ASIDE or part.get_content_type() in _SIGNATURES:
            aside += 1
        elif is_text and not _mail.filename(part):
            bodies.append(part)
        else:
            attached.append(part)
    return bodies, attached, aside


def _text(bodies: list) -> tuple[str, tuple[str, ...]]:
    """(the letter's text, notes): its plain parts, or where these say nothing its HTML."""
    notes = []
    for kind in ("plain", "html", "enriched"):
        pieces = []
        for part in (b for b in bodies if b.get_content_subtype() == kind):
            try:
                text = _mail.text_of(part)
                pieces.append(plain(parse(safe(text))) if kind == "html" else text)
            except Unreadable as problem:
                notes.append(f"a part of the mail {problem}" if len(bodies) > 1 else str(problem))
        if (text := "\n\n".join(p.strip("\r\n") for p in pieces if p.strip())):
            return text, tuple(notes)
    return "", tuple(notes)


def _document(name: str, message, text: str, notes: tuple[str, ...]) -> Document:
    published, remarks = best(from_name(name), from_value(_mail.day(message), "mail", "the mail's Date header"))
    return make(name, text, title=_mail.header(message, "Subject"), author=_mail.header(message, "From"),
                source=_mail.header(message, "List-Id"), published=published, notes=(*notes, *remarks))
