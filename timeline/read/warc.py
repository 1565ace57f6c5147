"""A web archive (WARC, ISO 28500), gzipped or not: each page in it that was answered with success, dated as a page is.

The day of crawling is not the day of publication and is only noted.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from timeline.model import Document, Failure
from timeline.read._document import label, web
from timeline.read._text import MAX_BYTES, Unreadable
from timeline.read._whole import Full, Whole

TITLE = "Web archive (WARC)"
ORDER = 92
SUFFIXES = (".warc",)
_RECORD = re.compile(rb"WARC/\d\.\d\r?\n((?:[^\r\n]{1,10000}\r?\n){1,200})\r?\n")
_FIELD = re.compile(rb"^([\w-]{1,40}):[ \t]*([^\r\n]*)", re.M)
_HTTP = re.compile(rb"HTTP/[\d.]{1,3} (\d{3})[^\n]{0,200}\n((?:[^\r\n]{1,20000}\r?\n){0,300})\r?\n")
_READ = re.compile(rb"text/html|application/xhtml|text/plain|application/pdf|application/(?:rss|atom)\+xml|\A\Z", re.I)
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")


def read(name: str, data: bytes, whole: Whole | None = None) -> Iterator[Document | Failure]:
    """The Documents of every response and resource that holds a page, a text or a PDF; a bad one costs one Failure.

    Raises Unreadable where there is none.
    """
    whole, at, found = whole or Whole(), 0, 0
    while hit := _RECORD.search(data, at):
        fields = {key.lower(): value.strip() for key, value in _FIELD.findall(hit[1])}
        length = fields.get(b"content-length", b"")
        end = min(len(data), hit.end() + (int(length) if length.isdigit() and len(length) < 12 else 0))
        at = max(end, hit.end())
        body = _body(fields, data[hit.end():end])
        if body is None:
            continue
        found += 1
        address = fields.get(b"warc-target-uri", b"").decode("utf-8", "replace").strip("<>")
        try:
            for item in whole.inside(f"{name}/{address or f'record {found}'}", partial(_unpacked, *body, whole)):
                yield _placed(item, address, fields)
        except Full as limit:
            yield Failure(label(name), str(limit))
            return
    if not found:
        raise Unreadable("is a web archive with no page in it that was answered with success")


def _placed(item: Document | Failure, address: str, fields: dict[bytes, bytes]) -> Document | Failure:
    """The Document with its address, and the day on which it was collected among its notes."""
    day = fields.get(b"warc-date", b"")[:10].decode("ascii", "replace")
    if isinstance(item, Failure):
        return item
    return replace(item, url=item.url or web(address), notes=(*item.notes, *([f"was collected on {day}"] if day else [])))


def _body(fields: dict[bytes, bytes], block: bytes) -> tuple[dict[bytes, bytes], bytes] | None:
    """(HTTP headers, body) of a record that is to be read, else None."""
    if fields.get(b"warc-type") == b"resource":
        return ({}, block) if _READ.match(fields.get(b"content-type", b"")) else None
    if fields.get(b"warc-type") != b"response" or not (answer := _HTTP.match(block)) or answer[1] != b"200":
        return None
    headers = {key.lower(): value.strip() for key, value in _FIELD.findall(answer[2])}
    return (headers, block[answer.end():]) if _READ.match(headers.get(b"content-type", b"")) else None


def _unpacked(headers: dict[bytes, bytes], body: bytes, whole: Whole) -> bytes:
    if b"chunked" in headers.get(b"transfer-encoding", b"").lower():
        body = _dechunked(body)
    coding = headers.get(b"content-encoding", b"").lower()
    if coding in (b"gzip", b"x-gzip", b"deflate"):
        return _inflated(body, coding, whole)
    if coding not in (b"", b"identity"):
        raise Unreadable(f"is packed in a way not known here ({coding[:20].decode('ascii', 'replace')})")
    whole.left -= len(body)
    return body


def _dechunked(body: bytes) -> bytes:
    """The body put together; one that only claims to be in chunks is left as it is."""
    pieces, at = [], 0
    while hit := _CHUNK.match(body, at):
        size = int(hit[1], 16)
        pieces.append(body[hit.end():hit.end() + size])
        at = hit.end() + size
        if not size:
            break
        at += 2 if body[at:at + 2] == b"\r\n" else 1 if body[at:at + 1] == b"\n" else 0
    return b"".join(pieces) if pieces else body


def _inflated(body: bytes, coding: bytes, whole: Whole) -> bytes:
    import io

    try:
        if coding == b"deflate":
            engine = zlib.decompressobj(-15 if body[:1] != b"\x78" else 15)
            out = engine.decompress(body, MAX_BYTES + 1)
            return whole.counted(io.BytesIO(out))
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as stream:
            return whole.counted(stream)
    except (OSError, EOFError, zlib.error):
        raise Unreadable("is damaged inside the archive") from None
