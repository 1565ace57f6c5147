"""Word, OpenDocument, EPUB and RTF: entities, locks, depth, parts that are missing."""

from tests.hostile.markup import LAUGHS, outside
from tests.written import WORD, docx, epub, odt, packed, page, rtf

TEXT = ["The council of Arden met on 3 June 2018."]


def files(canary: str):
    """(name, bytes)."""
    yield "laughs.docx", docx(TEXT, {"word/document.xml": f'{LAUGHS}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>'})
    yield "entities.docx", docx(TEXT, {"word/document.xml": f'{outside(canary, "w:document")}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&out;</w:t></w:r></w:p></w:body></w:document>'})
    yield "entities-in-notes.docx", docx(TEXT, {"word/footnotes.xml": f'{outside(canary)}<x>&out;</x>', "docProps/core.xml": f"{LAUGHS}<x>&a11;</x>"})
    yield "deep.docx", docx([], body="<w:tbl><w:tr><w:tc>" * 5000)
    yield "deep-and-closed.docx", docx([], body="<w:sdt>" * 3000 + "<w:p/>" + "</w:sdt>" * 3000)
    yield "tables-in-tables.docx", docx(TEXT, body="<w:tbl><w:tr><w:tc>" * 60 + "<w:p><w:r><w:t>innermost</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 60)
    yield "no-body.docx", packed({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<x/>", "word/document.xml.rels": "<x/>"})
    yield "not-xml.docx", docx([], {"word/document.xml": "words that are no XML"})
    yield "locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
    yield "empty-of-text.docx", docx([])
    yield "links-outside.docx", docx(TEXT, {"word/_rels/document.xml.rels": f'<Relationships><Relationship Id="r1" TargetMode="External" Target="file://{canary}"/></Relationships>'})
    yield "million-spaces.odt", odt(TEXT, body='<text:p>words<text:s text:c="999999999"/>more</text:p>' * 50)
    yield "entities.odt", odt(TEXT, {"content.xml": f"{outside(canary)}<x><body>&out;</body></x>"})
    yield "laughs.odt", odt(TEXT, {"content.xml": f"{LAUGHS}<x><body>&a11;</body></x>"})
    yield "deep.odt", odt([], body="<text:section>" * 5000)
    yield "locked.odt", odt(TEXT, {"META-INF/manifest.xml": "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"})
    yield "without-content.odt", packed({"mimetype": "application/vnd.oasis.opendocument.text"})
    yield "spreadsheet.odt", packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
    yield "entities.epub", epub([TEXT], extra={"book/c0.xhtml": f"{outside(canary, 'html')}<html><body><p>words &out;</p></body></html>"})
    yield "laughs.epub", epub([TEXT], extra={"book/b.opf": f"{LAUGHS}<package>&a11;</package>"})
    yield "spine-out-of-the-book.epub", epub([TEXT], extra={"META-INF/container.xml": f'<container><rootfile full-path="../../..{canary}"/></container>'})
    yield "chapter-out-of-the-book.epub", _linked(f"../../../../../..{canary}")
    yield "same-chapter-ten-thousand-times.epub", epub([TEXT], extra={"book/b.opf": '<package><manifest><item id="a" href="c0.xhtml"/></manifest><spine>'
                                                                    + '<itemref idref="a"/>' * 10_000 + "</spine></package>"})
    yield "locked.epub", epub([TEXT], extra={"META-INF/encryption.xml": '<e Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>'})
    yield "no-spine.epub", epub([TEXT], extra={"book/b.opf": "<package/>"})
    yield "deep-chapter.epub", epub([TEXT, TEXT], extra={"book/c1.xhtml": page([]).replace(b"</article>", b"<div>" * 100_000 + b"words")})
    yield "100000-groups.rtf", rb"{\rtf1 " + b"{" * 100_000 + b"words" + b"}" * 100_000
    yield "groups-never-opened.rtf", rb"{\rtf1 words" + b"}" * 100_000 + b" after the end"
    yield "binary-that-lies.rtf", rb"{\rtf1 words \bin2147483647 more words}"
    yield "numbers.rtf", rb"{\rtf1 words \u99999999? \u-99999999? \uc999999 \f999999999 \fcharset99999 more words}"
    yield "unicode-without-stand-in.rtf", rb"{\rtf1\uc9 words \u8364 more}"
    yield "million-words.rtf", rb"{\rtf1 words " + rb"\par" * 500_000 + b"}"
    yield "half-pairs.rtf", rb"{\rtf1 words \u-10179? alone}"
    yield "object.rtf", rtf(TEXT)[:-1] + rb"{\object\objemb{\*\objdata " + b"0105" * 50_000 + b"}}}"
    yield "code-page-that-is-none.rtf", rb"{\rtf1\ansicpg99999 words \'e9}"


def large():
    """Those that take long."""
    yield "many-paragraphs.docx", docx(["Words of a paragraph."] * 150_000)


def _linked(href: str) -> bytes:
    return epub([TEXT], extra={"book/b.opf": f'<package><manifest><item id="a" href="{href}"/></manifest><spine><itemref idref="a"/></spine></package>'})
