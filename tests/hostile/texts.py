"""Plain text and Markdown: encodings, marks, sizes, and bytes that are no text."""

import random

WORDS = "The council of Arden met on 3 June 2018. "


def files(canary: str):
    """(name, bytes)."""
    yield "fifty-megabytes-in-one-line.txt", b"word of the talks " * 2_800_000
    yield "fifty-megabytes-of-one-letter.txt", b"a" * 50_000_000
    yield "two-megabytes-of-line-ends.txt", b"a\r\n" * 700_000
    yield "two-marks.txt", b"\xef\xbb\xbf\xff\xfe" + WORDS.encode()
    yield "mark-of-another-encoding.txt", b"\xff\xfe" + WORDS.encode()
    yield "mark-alone.txt", b"\xef\xbb\xbf"
    yield "utf32.txt", WORDS.encode("utf-32")
    yield "utf16-of-odd-length.txt", WORDS.encode("utf-16") + b"\x41"
    yield "half-pairs.txt", b"\xff\xfe" + b"\x3d\xd8" * 50 + WORDS.encode("utf-16-le")
    yield "overlong.txt", b"\xc0\xaf\xe0\x80\xaf" * 20 + WORDS.encode()
    yield "latin1.txt", ("Größe und Maß der Gespräche vom 3. Juni 2018. " * 5).encode("latin-1")
    yield "two-encodings.txt", "Größe. ".encode() * 3 + "Größe. ".encode("latin-1") * 3
    yield "escape-codes.txt", b"\x1b[2J\x1b]0;title\x07" + WORDS.encode()
    yield "nuls-between.txt", WORDS.encode().replace(b" ", b"\0 ")
    yield "right-to-left.txt", ("\u202e" + WORDS + "\u2066" * 1000).encode()
    yield "marks-on-a-letter.txt", ("a" + "\u0301" * 100_000 + " " + WORDS).encode()
    yield "only-marks.txt", b"*" * 100_000
    yield "noncharacters.txt", ("\ufffe\uffff\U0010ffff" * 30 + WORDS).encode()
    yield "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(900)
    yield "program.txt", b"\x7fELF\x02\x01\x01" + bytes(900)
    yield "database.txt", b"SQLite format 3\0" + bytes(900)
    yield "old-word.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
    yield "disc.tar", bytes(257) + b"ustar" + bytes(900)
    yield "noise.md", random.Random(3).randbytes(40_000)
    yield "front-matter-without-end.md", b"---\n" + b"date: 2019-01-01\n" * 10_000
    yield "formula.md", f"=cmd|'/c calc'!A1\n\n@SUM(1)\n\n{WORDS}".encode()
    yield "path.md", f"![x](file://{canary}) <img src='file://{canary}'>\n\n{WORDS}".encode()
    yield "=cmd()|'x'.txt", WORDS.encode()
    yield "\u202etxt.exe.txt", WORDS.encode()


def large():
    """Those that take long."""
    yield "over-a-hundred-megabytes.txt", b"word " * 20_100_000
    yield "just-short-enough.txt", b"word of the talks " * 333_000
