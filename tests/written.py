"""Small files of every format, written from paragraphs of text: what a reader must give back, offsets exact."""

import csv
import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from html import escape

DAY = "2018-06-04"
MAIL_DAY = "Mon, 04 Jun 2018 10:00:00 +0000"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def packed(members: dict[str, bytes | str], stored: tuple[str, ...] = ("mimetype",)) -> bytes:
    """A zip archive of these members, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            method = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, method, 1)
    return out.getvalue()


def docx(paragraphs: list[str], extra: dict | None = None, body: str = "") -> bytes:
    """A Word document; `body` is more of its XML, `extra` more of its parts."""
    runs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(p)}</w:t></w:r></w:p>' for p in paragraphs)
    return packed({
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{runs}{body}</w:body></w:document>',
        **(extra or {})})


def odt(paragraphs: list[str], extra: dict | None = None, body: str = "") -> bytes:
    """An OpenDocument text."""
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' \
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    runs = "".join(f"<text:p>{escape(p)}</text:p>" for p in paragraphs)
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml":
                   f"<office:document-content {names}><office:body><office:text>{runs}{body}</office:text></office:body></office:document-content>",
                   **(extra or {})})


def rtf(paragraphs: list[str]) -> bytes:
    """Rich text; what is not ASCII goes as \\u."""
    return (r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}}" + r"\par ".join(map(_rtf, paragraphs)) + "}").encode("ascii")


def _rtf(text: str) -> str:
    halves = text.encode("utf-16-le")
    units = [int.from_bytes(halves[n:n + 2], "little") for n in range(0, len(halves), 2)]
    return "".join(rf"\{chr(u)}" if chr(u) in "\\{}" else chr(u) if 32 <= u < 127 else rf"\u{u - 65536 if u > 32767 else u}?" for u in units)


def page(paragraphs: list[str], head: str = "") -> bytes:
    """A web page."""
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body><article>{body}</article></body></html>'.encode()


def epub(chapters: list[list[str]], titles: list[str] = (), extra: dict | None = None) -> bytes:
    """An e-book of chapters, each a list of paragraphs."""
    names = [f"c{n}.xhtml" for n in range(len(chapters))]
    items = "".join(f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(names)))
    nav = "".join(f'<li><a href="{name}">{escape(t)}</a></li>' for name, t in zip(names, titles))
    return packed({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
                                  '<rootfile full-path="book/b.opf"/></rootfiles></container>',
        "book/b.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
                      "<dc:title>The wall</dc:title><dc:creator>P. Renn</dc:creator><dc:language>en</dc:language></metadata><manifest>"
                      f'{items}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine>{spine}</spine></package>',
        "book/nav.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol>{nav}</ol></nav></body></html>',
        **{f"book/{name}": page(p) for name, p in zip(names, chapters)}, **(extra or {})})


def letter(paragraphs: list[str], attached: dict[str, bytes] | None = None, subject: str = "The wall", html: bool = False) -> EmailMessage:
    """A letter of 4 June 2018."""
    made = EmailMessage()
    made["From"], made["To"], made["Date"], made["Subject"] = "Paula Renn <p@harbour.example>", "x@harbour.example", MAIL_DAY, subject
    if html:
        made.set_content(page(paragraphs).decode(), subtype="html", cte="base64")
    else:
        made.set_content("\n\n".join(paragraphs), cte="base64")
    for name, data in (attached or {}).items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made


def eml(paragraphs: list[str], **options) -> bytes:
    """A letter as a file."""
    return letter(paragraphs, **options).as_bytes()


def mbox(letters: list[bytes]) -> bytes:
    """A mailbox."""
    return b"\n".join(b"From p@harbour.example Mon Jun  4 10:00:00 2018\n" + data + b"\n" for data in letters)


def mhtml(paragraphs: list[str]) -> bytes:
    """A saved web page."""
    import base64

    return (b"From: <Saved>\r\nSnapshot-Content-Location: https://harbour.example/wall\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
            b'\ttype="text/html";\r\n\tboundary="b1"\r\n\r\n--b1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n'
            + base64.encodebytes(page(paragraphs)) + b"\r\n--b1--\r\n")


def table(rows: list[dict], delimiter: str = ",") -> bytes:
    """A CSV table."""
    out = io.StringIO()
    made = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    made.writeheader()
    made.writerows(rows)
    return out.getvalue().encode()


def jsonl(rows: list[dict]) -> bytes:
    """JSON Lines."""
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def xlsx(rows: list[dict], extra: dict | None = None, sheet: str = "") -> bytes:
    """A spreadsheet; `sheet` replaces the XML of its sheet."""
    lines = [list(rows[0]), *(list(row.values()) for row in rows)] if rows else []
    data = "".join(f'<row r="{n}">' + "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{escape(str(v))}</t></is></c>' for v in line)
                   + "</row>" for n, line in enumerate(lines, 1))
    return packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": f'<workbook xmlns="{SHEET}"/>', "xl/worksheets/sheet1.xml":
                   sheet or f'<worksheet xmlns="{SHEET}"><sheetData>{data}</sheetData></worksheet>', **(extra or {})})


def parquet(rows: list[dict]) -> bytes:
    """A Parquet table."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue()


def rss(entries: list[list[str]]) -> bytes:
    """A feed of entries, each a list of paragraphs."""
    items = "".join(f"<item><guid>g{n}</guid><pubDate>{MAIL_DAY}</pubDate><description>"
                    + escape("".join(f"<p>{escape(p)}</p>" for p in entry)) + "</description></item>" for n, entry in enumerate(entries))
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Harbour Paper</title>{items}</channel></rss>'.encode()


def atom(entries: list[list[str]]) -> bytes:
    """An Atom feed."""
    items = "".join(f'<entry><id>e{n}</id><published>{DAY}T10:00:00Z</published><content type="html">'
                    + escape("".join(f"<p>{escape(p)}</p>" for p in entry)) + "</content></entry>" for n, entry in enumerate(entries))
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Paper</title>{items}</feed>'.encode()


def warc(pages: dict[str, bytes], kind: str = "text/html") -> bytes:
    """A web archive of answers, by address."""
    out = []
    for address, body in pages.items():
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        out.append(f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2019-01-01T00:00:00Z\r\n"
                   f"Content-Length: {len(answer)}\r\n\r\n".encode() + answer + b"\r\n\r\n")
    return b"".join(out)


def gz(data: bytes) -> bytes:
    """A gzip file."""
    return gzip.compress(data, 1, mtime=0)
