"""Static files, packed: Streamlit sends its own scripts as they are, several megabytes of them.

A file is packed once (gzip, RFC 1952) and kept by a fingerprint of what is in it, which is also its ETag, so that a
browser that has it is answered 304 even for the files of components, which Streamlit gives no ETag.
"""

import asyncio
import gzip
import hashlib
from collections import OrderedDict

PLACES = ("/static/", "/component/", "/timeline-web/")
WORDS = (b"text/", b"application/javascript", b"application/json", b"image/svg+xml", b"application/wasm", b"application/manifest+json")
SMALL, ROOM = 800, 24_000_000  # bytes: what is not worth packing, and what is kept at most
DROPPED = {b"accept-encoding", b"if-none-match", b"if-modified-since"}


class Packed:
    """ASGI middleware around the static files; everything else passes through."""

    def __init__(self, app):
        self.app, self.kept = app, OrderedDict()

    async def __call__(self, scope, receive, send):
        asked = dict(scope.get("headers", ()))
        if not _is_wanted(scope, asked):
            return await self.app(scope, receive, send)
        inner = {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in DROPPED]}
        start, body = await self._whole(inner, receive)
        if start["status"] != 200:
            return await _tell(send, start, body)
        await self._give(send, start, body, asked)

    async def _whole(self, scope, receive) -> tuple[dict, bytes]:
        """The answer that would have been sent."""
        start, parts = {}, []

        async def keep(message):
            if message["type"] == "http.response.start":
                start.update(message)
            elif message["type"] == "http.response.body":
                parts.append(message.get("body", b""))

        await self.app(scope, receive, keep)
        return start, b"".join(parts)

    async def _give(self, send, start: dict, body: bytes, asked: dict) -> None:
        headers = {name.lower(): value for name, value in start["headers"]}
        mark = b'W/"' + hashlib.blake2b(body, digest_size=16).hexdigest().encode() + b'"'
        headers |= {b"etag": mark, b"vary": b"Accept-Encoding"}
        if b"immutable" not in headers.get(b"cache-control", b""):
            headers[b"cache-control"] = b"no-cache"  # may be kept, and is asked for with its ETag
        if mark in [tag.strip() for tag in asked.get(b"if-none-match", b"").split(b",")]:
            headers = {name: value for name, value in headers.items() if name not in (b"content-length", b"content-type")}
            return await _tell(send, start | {"status": 304, "headers": list(headers.items())}, b"")
        if len(body) >= SMALL and takes_gzip(asked) and headers.get(b"content-type", b"").startswith(WORDS):
            body = await self._packed(mark, body)
            headers |= {b"content-encoding": b"gzip", b"content-length": str(len(body)).encode()}
        await _tell(send, start | {"headers": list(headers.items())}, body)

    async def _packed(self, mark: bytes, body: bytes) -> bytes:
        found = self.kept.get(mark) or await asyncio.to_thread(gzip.compress, body, 9, mtime=0)
        self.kept[mark] = found
        self.kept.move_to_end(mark)
        while sum(map(len, self.kept.values())) > ROOM:
            self.kept.popitem(last=False)
        return found


def _is_wanted(scope, asked: dict) -> bool:
    path = scope.get("path", "")
    return scope["type"] == "http" and scope["method"] == "GET" and b"range" not in asked and (
        path in ("/", "/index.html") or path.startswith(PLACES))


def takes_gzip(asked: dict) -> bool:
    """Whether a request's Accept-Encoding allows gzip (RFC 9110: a weight of zero forbids it)."""
    for part in asked.get(b"accept-encoding", b"").decode("latin-1").lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


async def _tell(send, start: dict, body: bytes) -> None:
    await send(start)
    await send({"type": "http.response.body", "body": body})
