"""What a file is by its first bytes, whatever its name says."""

import re

from timeline.read._text import Unreadable

_FOREIGN = tuple((re.compile(magic, re.S), kind) for magic, kind in (
    (rb"%PDF-", "a PDF"), (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"), (rb"\{\\rtf", "an RTF file"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM....\0\0\0\0|II\*\0|MM\0\*|RIFF....WEBP", "an image"),
    (rb"\x1f\x8b", "a gzip archive"), (rb"BZh\d1AY", "a bzip2 archive"), (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (rb"Rar!\x1a", "a RAR archive"), (rb"\xfd7zXZ", "an xz archive"), (rb"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (rb"\x7fELF|MZ..[\0-\x08]\0", "a program"), (rb"PAR1[\x15\0]", "a Parquet file"), (rb"SQLite format 3\0", "a database"),
    (rb"ID3[\x02-\x04]|OggS\0|fLaC\0|RIFF....WAVE", "a sound file"),
    (rb"\x1aE\xdf\xa3|RIFF....AVI |....ftyp", "a film or picture"), (rb".{257}ustar", "a tar archive")))
_OFFICE = ((b"word/", "a Word file"), (b"xl/", "an Excel file"), (b"ppt/", "a PowerPoint file"),
           (b"mimetypeapplication/epub", "an EPUB"), (b"mimetypeapplication/vnd.oasis", "an OpenDocument file"))
_HTML = re.compile(rb"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_FEED = re.compile(rb"\s*(?:<\?xml\b|<rss\b|<feed\b)", re.I)


def sniff(data: bytes) -> str:
    """"zip", "html", "xml" or "" (text, or bytes that only decoding can judge).

    Raises Unreadable for the well-known kinds this program does not read.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _refuse_office(data)
    for magic, kind in _FOREIGN:
        if magic.match(data):
            _refuse(kind)
    head = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _HTML.match(head):
        return "html"
    return "xml" if _FEED.match(head) else ""


def _refuse(kind: str):
    raise Unreadable(f"is {kind}, which is not read here; save its text as txt, md or html and add that")


def _refuse_office(data: bytes) -> str:
    head = data[:4096]
    for mark, kind in _OFFICE:
        if mark in head and (mark.startswith(b"mimetype") or b"[Content_Types].xml" in data):
            _refuse(kind)
    return "zip"
