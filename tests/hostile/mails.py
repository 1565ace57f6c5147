"""Mail: nesting, headers without end, parts that lie about themselves."""

from tests.written import eml, letter, mbox, packed

HEAD = b"From: a@harbour.example\r\nDate: Mon, 04 Jun 2018 10:00:00 +0000\r\nSubject: words\r\nMIME-Version: 1.0\r\n"
TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\nWords of the letter.\r\n"


def files(canary: str):
    """(name, bytes)."""
    yield "million-headers.eml", HEAD + b"X-A: b\r\n" * 1_000_000 + TEXT
    yield "header-without-end.eml", HEAD + b"X-A: " + b"b" * 5_000_000 + b"\r\n" + TEXT
    yield "folded-without-end.eml", HEAD + b"X-A: b\r\n" + b" c\r\n" * 15_000 + TEXT
    yield "encoded-words.eml", HEAD.replace(b"words", b"=?utf-8?q?" + b"=41" * 50_000 + b"?=") + TEXT
    yield "encoded-words-without-end.eml", HEAD.replace(b"words", b"=?utf-8?q?a?= " * 30_000) + TEXT
    yield "charset-that-is-none.eml", HEAD + TEXT.replace(b"utf-8", b"klingon")
    yield "charset-that-lies.eml", HEAD + TEXT.replace(b"Words", "Größe".encode("latin-1"))
    yield "base64-that-is-none.eml", HEAD + b"Content-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\n!!!! no base64 !!!!\r\n"
    yield "quoted-printable-damaged.eml", HEAD + b"Content-Transfer-Encoding: quoted-printable\r\n" + TEXT.replace(b"Words", b"W=ZZords=")
    yield "uuencoded-damaged.eml", HEAD + b"Content-Transfer-Encoding: x-uuencode\r\nContent-Type: text/plain\r\n\r\nbegin 666 x\r\nMrubbish\r\n"
    yield "day-that-is-none.eml", HEAD.replace(b"04 Jun 2018", b"99 Foo 99999") + TEXT
    yield "no-text.eml", HEAD + b"Content-Type: text/plain\r\n\r\n"
    yield "picture-only.eml", HEAD + b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    yield "parts-in-parts.eml", HEAD + _nested(3000)
    yield "letters-in-letters.eml", _letters(40)
    yield "boundary-that-never-comes.eml", HEAD + b'Content-Type: multipart/mixed; boundary="zz"\r\n\r\nWords without a boundary.\r\n'
    yield "boundary-in-pieces.eml", HEAD + b'Content-Type: multipart/mixed; boundary="z"\r\n\r\n' + b"--z\r\n\r\n\r\n" * 3000 + b"--z--"
    yield "attachment-up-and-away.eml", eml([], attached={"../../../up-and-away.txt": b"These words stay inside."})
    yield "attachment-that-is-a-bomb.eml", eml([], attached={"a.zip": packed({"a.txt": bytes(120_000_000)})})
    yield "html-of-attributes.eml", HEAD + b"Content-Type: text/html\r\n\r\n<p " + b" ".join(b"a%d=x" % n for n in range(20_000)) + b">words</p>"
    yield "html-with-a-link-outside.eml", HEAD + f'Content-Type: text/html\r\n\r\n<p>Words.</p><img src="file://{canary}"><iframe src="file://{canary}">'.encode()
    yield "outside-body.eml", HEAD + f'Content-Type: message/external-body; access-type=local-file; name="{canary}"\r\n\r\nContent-Type: text/plain\r\n\r\nWords.\r\n'.encode()
    yield "no-headers-but-from.mbox", b"From \n" * 50_000
    yield "from-lines-only.mbox", b"From a@harbour.example Mon Jun  4 10:00:00 2018\n"
    yield "quoted-from.mbox", mbox([eml(["One letter."]).replace(b"To:", b">From the other side\nTo:")])
    yield "parts-that-lie.mhtml", HEAD + b'Content-Type: multipart/related; type="text/html"; boundary="z"\r\n\r\n--z\r\nContent-Type: text/html\r\n'\
        b"Content-Transfer-Encoding: base64\r\n\r\n%%%%\r\n--z--\r\n"
    yield "no-page.mhtml", HEAD + b'Content-Type: multipart/related; type="text/html"; boundary="z"\r\n\r\n--z\r\nContent-Type: image/png\r\n\r\nxx\r\n--z--\r\n'


def large():
    """Those that take long."""
    yield "parts-without-end.eml", HEAD + b'Content-Type: multipart/mixed; boundary="z"\r\n\r\n' + b"--z\r\nContent-Type: image/png\r\n\r\nx\r\n" * 400_000


def _nested(depth: int) -> bytes:
    return b"".join(b'Content-Type: multipart/mixed; boundary="z%d"\r\n\r\n--z%d\r\n' % (n, n) for n in range(depth)) + TEXT


def _letters(depth: int) -> bytes:
    made = letter(["The innermost letter."])
    for _ in range(depth):
        outer = letter([])
        outer.make_mixed()
        outer.attach(_as_part(made))
        made = outer
    return made.as_bytes()


def _as_part(inner):
    from email.mime.message import MIMEMessage

    return MIMEMessage(inner)
