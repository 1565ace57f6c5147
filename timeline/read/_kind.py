"""What a file is by its first bytes, whatever its name says."""

import re

from timeline.read._text import Unreadable

_FOREIGN = (
    (b"%PDF", "a PDF"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"), (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"BM\x00", "an image"),
    (b"II*\0", "an image"), (b"MM\0*", "an image"), (b"\x1f\x8b", "a gzip archive"), (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"), (b"Rar!\x1a", "a RAR archive"), (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"), (b"\x7fELF", "a program"), (b"MZ\x90\0", "a program"),
    (b"PAR1", "a Parquet file"), (b"SQLite format 3\0", "a database"), (b"ID3", "a sound file"), (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"), (b"RIFF", "a sound or picture file"), (b"\x1aE\xdf\xa3", "a film"))
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
        if data.startswith(magic):
            _refuse(kind)
    if data[4:8] == b"ftyp":
        _refuse("a film or picture")
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
