"""What mail, mailboxes and saved pages share: headers as people read them, and the parts of a message, without raising.

The parser is Python's, in its older policy: the newer one raises on damaged headers, and takes time with their square.
"""

import re
from collections.abc import Iterator
from email import policy
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parsedate

from timeline.read._text import Unreadable, decode

MAX_HEADERS = 2000
MAX_PARTS = 2000
_LONGEST = 2000  # characters of a header
_HEAD_END = re.compile(rb"\r?\n\r?\n")


def parse(data: bytes) -> Message:
    """The message. Raises Unreadable for more headers than mail has, or parts that nest too deep."""
    end = _HEAD_END.search(data)
    head = data[:end.start()] if end else data
    if head.count(b"\n") > MAX_HEADERS * 10:
        raise Unreadable(f"has more header lines than any letter (the limit is {MAX_HEADERS * 10:,}); save its text as txt")
    try:
        return BytesParser(policy=policy.compat32).parsebytes(data)
    except RecursionError:
        raise Unreadable("has parts that are nested too deep; save its text as txt") from None
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, IndexError):
        raise Unreadable("is a damaged mail; save its text as txt") from None


def header(message: Message, name: str) -> str:
    """A header with its encoded words (RFC 2047) decoded; "" where there is none."""
    raw = str(message.get(name) or "")[:_LONGEST]
    raw = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        pieces = [p if isinstance(p, str) else _decoded(p, charset) for p, charset in decode_header(raw)]
    except Exception:  # whatever a damaged header provokes in it, the raw one can be shown
        return raw
    return " ".join("".join(pieces).split())


def _decoded(raw: bytes, charset: str | None) -> str:
    try:
        return raw.decode(charset or "utf-8", "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")


def leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order; a letter inside the letter is one part and is not opened."""
    pending, seen = [message], 0
    while pending:
        part = pending.pop()
        seen += 1
        if seen > MAX_PARTS:
            raise Unreadable(f"has more than {MAX_PARTS:,} parts; save its text as txt")
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            pending.extend(reversed([p for p in part.get_payload() if isinstance(p, Message)]))
        else:
            yield part


def content(part: Message) -> bytes:
    """The bytes of a part, decoded from its transfer encoding; of a letter in the letter, that letter."""
    try:
        if part.get_content_maintype() == "message" and part.is_multipart():
            return part.get_payload(0).as_bytes()
        return part.get_payload(decode=True) or b""
    except Exception:  # a part that cannot be decoded is shown as damaged, the others are read
        raise Unreadable("is damaged inside the mail; save it alone") from None


def text_of(part: Message) -> str:
    """The text of a part, by its declared charset where that is right. Raises Unreadable for one without text."""
    data = content(part)
    charset = str(part.get_content_charset() or "")
    if charset and charset not in ("us-ascii", "ascii", "utf-8"):
        try:
            return data.decode(charset)
        except (LookupError, ValueError):
            pass
    return decode(data, markup=part.get_content_subtype() == "html")[0]


def filename(part: Message) -> str:
    """What an attachment is called; "" for a part that is no attachment."""
    try:
        name = part.get_filename() or ""
    except Exception:  # a damaged parameter
        name = "attachment"
    attached = str(part.get("Content-Disposition") or "").strip().lower().startswith("attachment")
    return _word(name) or ("attachment" if attached else "")


def _word(raw: str) -> str:
    try:
        return "".join(p if isinstance(p, str) else _decoded(p, c) for p, c in decode_header(raw[:_LONGEST])).strip()
    except Exception:  # see header()
        return raw[:_LONGEST]


def day(message: Message) -> str:
    """The day of its Date header, by the sender's own clock, ISO 8601; the raw words where they are no date; "" without one."""
    raw = header(message, "Date")
    try:
        parts = parsedate(raw)
        return f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}" if parts and parts[0] > 0 else raw
    except (ValueError, TypeError, IndexError, OverflowError):
        return raw
