"""Archives: bombs, loops, lies about size, links, traversal, locks, nesting."""

import io
import struct
import zipfile

from tests.written import docx, eml, epub, gz, mbox, odt, packed, page, warc, xlsx

ZEROS = bytes(120_000_000)  # more than one file may unpack to


def files(canary: str):
    """(name, bytes)."""
    yield "bomb.zip", packed({"a.txt": ZEROS})
    yield "bomb.txt.gz", gz(ZEROS)
    yield "bomb-in-gz-in-zip.zip", packed({"a.txt.gz": gz(ZEROS)})
    yield "bomb-of-lists.zip", b"PK\x03\x04" + b"PK\x01\x02" * 100_000
    yield "bomb-of-gz-in-gz.txt.gz", _onion(gz, b"words", 30)
    yield "onion.zip", _onion(lambda data: packed({"a.zip": data}), packed({"a.txt": "words"}), 30)
    yield "lists-itself.zip", _self_listing()
    yield "loop-of-mail-and-zip.mbox", _onion(lambda data: mbox([eml([], attached={"a.zip": packed({"b.mbox": data})})]), b"", 4)
    yield "lies-that-it-is-small.zip", _lying(10)
    yield "lies-that-it-is-huge.zip", _lying(4_000_000_000)
    yield "lies-about-its-place.zip", packed({"a.txt": "words"}).replace(struct.pack("<H", 0), b"\xff\xff")
    yield "locked.zip", _flagged(packed({"a.txt": "words of a secret"}))
    yield "unknown-packing.zip", packed({"a.txt": "words"}).replace(b"\x08\x00\x00\x00\x21\x50", b"\x63\x00\x00\x00\x21\x50")
    yield "link-inside.zip", _link(canary)
    yield "up-and-away.zip", packed({"../../../../up-and-away.txt": "These words stay inside."})
    yield "rooted.zip", packed({"/etc/cron.d/rooted.txt": "These words stay inside."})
    yield "drive.zip", packed({"C:\\Windows\\drive.txt": "These words stay inside."})
    yield "no-files.zip", packed({})
    yield "hidden-only.zip", packed({".secret.txt": "words", "__MACOSX/a.txt": "words"})
    yield "very-long-name.zip", packed({"n" * 60_000 + ".txt": "words"})
    yield "name-of-control-signs.zip", packed({"\x1b[2J\x07\n\u202egnp.txt": "words"})
    yield "bomb.docx", docx([], extra={"word/document.xml": ZEROS})
    yield "bomb.odt", odt([], extra={"content.xml": ZEROS})
    yield "bomb.epub", epub([["words"]], extra={"book/c0.xhtml": ZEROS})
    yield "bomb.xlsx", xlsx([{"text": "words"}], extra={"xl/sharedStrings.xml": ZEROS})
    yield "bomb-of-content-coding.warc", warc({"https://harbour.example/bomb": gz(ZEROS)}).replace(b"text/html\r\n", b"text/html\r\nContent-Encoding: gzip\r\n").replace(
        b"Content-Length: ", b"Content-Length: 1")
    yield "length-that-lies.warc", warc({"https://harbour.example/a": page(["words"])}).replace(b"Content-Length: ", b"Content-Length: 999999999")
    yield "no-answers.warc", b"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n\r\n" * 2000
    yield "headers-without-end.warc", b"WARC/1.0\r\n" + b"A: b\r\n" * 200_000
    yield "chunks-that-lie.warc", warc({"https://harbour.example/a": b"ffffffff\r\nwords of the page\r\n0\r\n\r\n"}, "text/plain").replace(
        b"text/plain\r\n", b"text/plain\r\nTransfer-Encoding: chunked\r\n").replace(b"Content-Length: ", b"Content-Length: 1")
    yield "tail-of-rubbish.txt.gz", gz(b"words of a good text") + b"rubbish" * 50
    yield "wrong-sum.txt.gz", gz(b"words of a good text")[:-8] + bytes(8)


def large():
    """Those that take long."""
    yield "fifteen-thousand-hidden-members.zip", packed({"a/": b"", **{f"a/.{n}": b"" for n in range(15_000)}})


def _onion(wrap, core: bytes, layers: int) -> bytes:
    for _ in range(layers):
        core = wrap(core)
    return core


def _self_listing() -> bytes:
    """A zip whose directory gives the place and size of the archive itself for its only member."""
    name = b"lists-itself.zip"
    head = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0) + name
    size = 46 + len(name) + 22
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, size, size, len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(head), 0)
    return head + entry + end


def _lying(size: int) -> bytes:
    data = packed({"a.txt": b"words " * 5000})
    place = data.index(b"PK\x01\x02") + 24
    return data[:place] + struct.pack("<I", size) + data[place + 4:]


def _flagged(data: bytes) -> bytes:
    """The archive with the sign of a password on its member."""
    out = bytearray(data)
    out[6] |= 1
    out[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(out)


def _link(target: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        member = zipfile.ZipInfo("innocent.txt", (2020, 1, 1, 0, 0, 0))
        member.create_system, member.external_attr = 3, 0o120777 << 16
        archive.writestr(member, target)
    return out.getvalue()

