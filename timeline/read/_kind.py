"""What a file is by its content, whatever its name says: magic numbers, members of a package, the head of a text."""

import re

from timeline.read._text import Unreadable

_MAGIC = tuple((re.compile(magic, re.S), kind) for magic, kind in (
    (rb"[\s\0]{0,64}%PDF-\d", "pdf"), (rb"\s{0,64}\{\\rtf", "rtf"), (rb"PAR1[\x15\0]", "parquet"), (rb"\x1f\x8b\x08", "gz"),
    (rb"WARC/\d\.\d\r?\n", "warc")))
_FOREIGN = tuple((re.compile(magic, re.S), kind) for magic, kind in (
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM....\0\0\0\0|II\*\0|MM\0\*|RIFF....WEBP", "an image"),
    (rb"BZh\d1AY", "a bzip2 archive"), (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (rb"Rar!\x1a", "a RAR archive"), (rb"\xfd7zXZ", "an xz archive"), (rb"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (rb"\x7fELF|MZ..[\0-\x08]\0", "a program"), (rb"SQLite format 3\0", "a database"),
    (rb"ID3[\x02-\x04]|OggS\0|fLaC\0|RIFF....WAVE", "a sound file"),
    (rb"\x1aE\xdf\xa3|RIFF....AVI |....ftyp", "a film or picture"), (rb".{257}ustar", "a tar archive")))
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_ODF = re.compile(rb"PK\x03\x04.{26}mimetypeapplication/(?:vnd\.oasis\.opendocument\.(?P<odf>[a-z-]{2,40})|(?P<epub>epub\+zip))", re.S)
_OFFICE = ((b"word/document", "docx"), (b"xl/workbook", "xlsx"), (b"ppt/presentation", "a PowerPoint file"))
_HTML = re.compile(rb"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_XML = re.compile(rb"\s*(?:<\?xml\b|<rss\b|<feed\b|<rdf:RDF\b)", re.I)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)\b[^<>]{0,3000}>", re.I)
_MAILBOX = re.compile(rb"From [^\r\n]{1,300}\d{4}[^\r\n]{0,20}\r?\n(?:>?[!-9;-~]{1,80}:[^\n]*\n)")
_HEADER = re.compile(rb"([!-9;-~]{1,80}):[ \t]?[^\n]*\n(?:[ \t]+[^\n]*\n)*")
_HEADERS = frozenset(b"from to cc date subject message-id received return-path reply-to mime-version content-type "
                     b"content-transfer-encoding delivered-to sender x-mailer dkim-signature in-reply-to references".split())
_WEB_ARCHIVE = re.compile(rb"^(?:Snapshot-Content-Location:|Content-Type:\s*multipart/related;[^\n]*(?:\n[ \t][^\n]*)*?type=\"?text/html)", re.I | re.M)
_HEAD = 4096
_ENOUGH_HEADERS = 3
_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*\"")


def sniff(data: bytes) -> str:
    """The module that reads such a file: "pdf", "zip", "html" …; "xml"; "" for text, which only its name can tell apart.

    Raises Unreadable for the well-known kinds this program does not read.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    for magic, kind in _MAGIC:
        if magic.match(data):
            return kind
    for magic, kind in _FOREIGN:
        if magic.match(data):
            _refuse_foreign(data, kind)
    return _text(data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe"))


def _text(head: bytes) -> str:
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        return "feed" if _FEED.search(head) else "xml"
    if _MAILBOX.match(head):
        return "mbox"
    if _is_mail(head):
        return "mhtml" if _WEB_ARCHIVE.search(head) else "eml"
    return "json" if _JSON.match(head) else ""


def _is_mail(head: bytes) -> bool:
    """Whether it opens with several headers of the kind that mail has (RFC 5322), and no more than a few others before."""
    at, known, seen = 0, set(), 0
    head = head.replace(b"\r\n", b"\n")
    while seen < 60 and (hit := _HEADER.match(head, at)):
        at, seen = hit.end(), seen + 1
        if hit[1].lower() in _HEADERS:
            known.add(hit[1].lower())
        if len(known) >= _ENOUGH_HEADERS:
            return True
        if not known and seen > 5:
            return False
    return len(known) >= 2 and head[at:at + 1] in (b"\n", b"") and b"from" in known


def _packed(data: bytes) -> str:
    """What a zip archive is: its first member says it (OpenDocument, EPUB), or the names in it (Office Open XML)."""
    if mark := _ODF.match(data):
        kind = (mark["odf"] or b"epub").decode()
        if kind not in ("text", "text-template", "epub"):
            _refuse(f"an OpenDocument file ({kind})")
        return "epub" if kind == "epub" else "odt"
    if b"[Content_Types].xml" in data:
        kind = next((kind for mark, kind in _OFFICE if mark in data), "zip")
        if kind.startswith("a "):
            _refuse(kind)
        return kind
    return "epub" if b"META-INF/container.xml" in data and b".opf" in data else "zip"


def _refuse_foreign(data: bytes, kind: str):
    if kind == "an old Office file" and _LOCKED_OFFICE in data:
        raise Unreadable("is an Office file locked with a password; save it without one and add it again")
    if kind == "an old Office file":
        raise Unreadable("is an old Office or Outlook file (doc, xls, ppt, msg), which is not read here; save it as docx, xlsx or txt")
    if "archive" in kind:
        raise Unreadable(f"is {kind}, which is not read here; unpack it, or pack its files as zip")
    _refuse(kind)


def _refuse(kind: str):
    raise Unreadable(f"is {kind}, which is not read here; save its text as txt, md or html and add that")
