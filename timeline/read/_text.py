"""Bytes -> the text a person is shown. Every offset of the project counts code points of this text.

Decided once, here, before a Document exists: the byte order mark is dropped, line ends become \\n, page breaks
too, and every other control character, NUL, lone surrogate or noncharacter becomes U+FFFD, one for one.
"""

import re

MAX_BYTES = 100_000_000  # of one file, or of one member of an archive
MAX_TEXT = 6_000_000  # characters of one document, some 3,000 pages: finding its events takes half a gigabyte
_SHORT = 64  # bytes below which statistics about letters mean nothing
_FEW = 0.05  # the share of NULs that is damage; UTF-16 has far more
_UNSURE = 0.06  # below this confidence chardet prefers rare code pages to the common one
_BINARY = "is not text but binary data, whatever its name says; save it as plain text and add it again"
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"),
         (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_NOTHING = b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"  # bytes that are no text by themselves
_LINE_END = re.compile("\r\n?|[\x0b\x0c]")
_UNSHOWABLE = re.compile("[\0-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DECLARED = re.compile(rb"""(?:<meta[^<>]{0,200}?charset|<\?xml[^<>]{0,100}?encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})""", re.I)


class Unreadable(ValueError):
    """A file, or a part of one, that cannot be read; the message says why and what to do, in plain words."""


def clean(text: str) -> str:
    """The text as it is shown: see the module's docstring."""
    if "\r" in text or "\x0b" in text or "\x0c" in text:
        text = _LINE_END.sub("\n", text)
    if _UNSHOWABLE.search(text):
        text = _UNSHOWABLE.sub("\ufffd", text)
    return text.removeprefix("\ufeff")


def decode(data: bytes, markup: bool = False) -> tuple[str, tuple[str, ...]]:
    """(text, notes): the shown text of a text file, and what a reader should know of its encoding.

    BOM, then strict UTF-8 unless many NULs or an ESC are in it, then (markup) the page's or the XML's own charset, then chardet.
    Raises Unreadable for an empty file, one too large, or one that is no text.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(f"is too large ({len(data):,} bytes; the limit is {MAX_BYTES:,}); split it into smaller files")
    if not data.strip(_NOTHING):
        raise Unreadable("is empty: there is no text in it")
    raw, notes = _decode(data, markup)
    text = clean(raw)
    if _is_binary(raw):
        raise Unreadable(_BINARY)
    return text, notes


def is_noise(data: bytes) -> bool:
    """Whether what came under the name of another format is more than nothing and yet not text beyond doubt.

    Doubtless are: UTF-8, UTF-16 with a mark, and a code page with mostly ASCII letters, in each without control characters.
    """
    head = data[:100_000]
    if not head.strip(_NOTHING):
        return False
    mark = next((encoding for mark, encoding in _BOMS if head.startswith(mark)), "")
    text = head.decode(mark or "utf-8", "replace")
    if not mark and "\ufffd" in text[:-1]:
        text = head.decode("cp1252", "replace") if _mostly_ascii(head) else "\0"
    return _UNSHOWABLE.search(text) is not None


def _decode(data: bytes, markup: bool) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _with(data[len(mark):], encoding, encoding != "utf-8")
    if b"\x1b" not in data and data.count(0) <= len(data) * _FEW:
        text = _try(data, "utf-8")
        if text is not None:
            return text, ()
        if b"\0" not in data and _is_damaged_utf8(data):
            return _with(data, "utf-8", False)
    declared = _DECLARED.search(data[:4096]) if markup else None
    text = _try(data, declared[1].decode("ascii", "replace")) if declared else None
    if text is not None:
        return text, (f"read as {declared[1].decode()}, as the page declares",)
    return _guess(data)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):
        return None


def _is_damaged_utf8(data: bytes) -> bool:
    """UTF-8 with a few broken bytes: another encoding would hardly make ten good sequences for a bad one."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return len(re.findall("[^\0-\x7f\ufffd]", text)) >= 10 * bad


def _guess(data: bytes) -> tuple[str, tuple[str, ...]]:
    import chardet

    found = chardet.detect(data)
    encoding = found["encoding"]
    if encoding is None:
        text = _try(data, "utf-8")
        if text is None:
            raise Unreadable("is not text in any encoding known here; save it as UTF-8 text and add it again")
        return text, ()
    if encoding == "ascii":
        return _with(data, "utf-8", False)
    if encoding.lower().startswith(("utf-16", "utf-32")) and not _is_prose(data.decode(encoding, "replace")):
        raise Unreadable(_BINARY)
    doubtful = found["confidence"] < _UNSURE or len(data) < _SHORT
    if doubtful and _mostly_ascii(data) and _try(data, "cp1252") is not None:
        encoding = "Windows-1252"
    return _with(data, encoding, True)


def _is_prose(text: str) -> bool:
    """Whether a text has spaces, line ends or ideographic stops; binary data read as UTF-16 has none."""
    return len(text) < _SHORT or bool(re.search(r"[\s。、，]", text[:5000]))


def _mostly_ascii(data: bytes) -> bool:
    return b"\0" not in data and b"\x1b" not in data and sum(b < 128 for b in data[:4096]) >= 0.7 * len(data[:4096])


def _with(data: bytes, encoding: str, tell: bool) -> tuple[str, tuple[str, ...]]:
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, ValueError):
        text = data.decode("utf-8", "replace")
    notes = (f"read as {encoding}: say so if letters look wrong",) if tell else ()
    lost = text.count("\ufffd")
    return text, notes + ((f"{lost:,} characters could not be decoded as {encoding}",) if lost else ())


def _is_binary(raw: str) -> bool:
    """More than a few characters, and more than one in twenty, that no text holds."""
    odd = sum(1 for _ in _UNSHOWABLE.finditer(raw)) + raw.count("\ufffd")
    return odd > 8 and odd > len(raw) / 20
