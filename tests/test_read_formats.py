"""What each format gives: text, title, author, source, language, day, pages, attachments, and what is set aside."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_laws import check
from written import (
    DAY,
    SHEET,
    WORD,
    atom,
    docx,
    eml,
    epub,
    gz,
    letter,
    mbox,
    mhtml,
    odt,
    packed,
    page,
    parquet,
    rss,
    rtf,
    table,
    warc,
    xlsx,
)
from written import jsonl as json_lines
from written_pdf import pdf

from timeline import read
from timeline.build import build
from timeline.frame import mentions_frame
from timeline.model import Document, Failure, page_of

TEXT = ["The council of Arden met on 3 June 2018 and voted.", "Work began on 14 September 2018, said Paula Renn."]
ROW = {"text": " ".join(TEXT), "title": "The wall", "published": DAY, "source": "The Harbour Paper", "author": "Paula Renn"}
WRITERS = {
    "a.txt": lambda p: "\n\n".join(p).encode(), "a.md": lambda p: "\n\n".join(p).encode(), "a.html": page, "a.mhtml": mhtml, "a.docx": docx,
    "a.odt": odt, "a.rtf": rtf, "a.epub": lambda p: epub([p]), "a.pdf": lambda p: pdf([p]), "a.eml": eml, "h.eml": lambda p: eml(p, html=True),
    "a.mbox": lambda p: mbox([eml(p)]), "a.rss": lambda p: rss([p]), "a.atom": lambda p: atom([p]), "a.csv": lambda p: table([{"text": "\n\n".join(p)}]),
    "a.tsv": lambda p: table([{"text": "\n\n".join(p), "n": "1"}], "\t"), "a.jsonl": lambda p: json_lines([{"text": "\n\n".join(p)}]),
    "a.xlsx": lambda p: xlsx([{"text": "\n\n".join(p), "n": "1"}]), "a.parquet": lambda p: parquet([{"text": "\n\n".join(p)}]),
    "a.zip": lambda p: packed({"b.txt": "\n\n".join(p)}), "a.txt.gz": lambda p: gz("\n\n".join(p).encode()),
    "a.warc": lambda p: warc({"https://harbour.example/wall": page(p)}),
}


def only(name: str, data: bytes) -> Document:
    [document] = read.read(name, data)
    return document


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_words_in_their_order(name):
    assert words(only(name, WRITERS[name](TEXT)).text) == words(" ".join(TEXT))


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_is_known_by_its_content(name):
    """Under a wrong name the text is the same, and a note says what it is."""
    data = WRITERS[name](TEXT)
    if name in ("a.txt", "a.md"):
        return
    [document] = read.read("a.log", data)
    assert words(document.text) == words(" ".join(TEXT)) or name in ("a.csv", "a.tsv")
    if name not in ("a.txt.gz", "a.csv", "a.tsv"):
        assert document.notes[0].startswith("is named .log, but its content is: ")


NOISE = bytes(random.Random(5).randrange(256) for _ in range(300))


@pytest.mark.parametrize("suffix", ["pdf", "docx", "odt", "xlsx", "epub", "zip", "parquet"])
@pytest.mark.parametrize("data, said", [
    (b"These are plain words.", ""), ("Él llegó ayer, según dicen.".encode("latin-1"), ""), ("Слова".encode("utf-16"), ""), (("日" * 40_000 + " 本").encode(), ""),
    (NOISE, "no text either"), (NOISE[:40], "no text either"), (bytes(range(128, 250)), "no text either"), (b"abc\x01\x02def", "no text either"), (b" \n", "is empty")],
    ids=["words", "Latin-1", "UTF-16", "long", "noise", "little noise", "high bytes", "controls", "nothing"])
def test_what_has_only_the_name_of_a_format_is_noted_or_refused_by_that_name(suffix, data, said):
    if said:
        with pytest.raises(read.Unreadable, match=said) as refused:
            read.read(f"a.{suffix}", data)
        assert said == "is empty" or f"is no {suffix.upper()} file, whatever its name says" in str(refused.value)
    else:
        [document] = read.read(f"a.{suffix}", data)
        assert document.notes[0] == f"is named .{suffix}, but its content is: Plain text"


# cp1252 letters: what every format can hold, the PDF with its standard fonts too
LETTERS = st.characters(codec="cp1252", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u00ad\u00a0\u0192\u02c6")
PIECES = st.sampled_from(["on 3 June 2018", "last June", "yesterday", "Paula Renn", "the council met", "in Arden", "was signed", "44 BC", "."])
PARAGRAPH = st.lists(PIECES | st.text(LETTERS, max_size=12), min_size=1, max_size=12).map(" ".join)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(PARAGRAPH, min_size=1, max_size=4), st.sampled_from(sorted(WRITERS)))
def test_offsets_are_exact_in_every_format(paragraphs, name):
    documents = read.read(name, WRITERS[name](["The treaty was signed on 5 May 2017 in Arden.", *paragraphs]))
    timeline = build(documents, language="en")
    assert timeline.failures == () and sum(len(e.mentions) for e in timeline.events) > 0
    check(timeline)
    for document in timeline.documents:
        assert list(document.pages) == sorted(document.pages) and all(0 <= at <= len(document.text) for at in document.pages)


@pytest.mark.parametrize("name", WRITERS)
def test_offsets_are_exact_in_a_plain_story(name):
    timeline = build([(name, WRITERS[name](TEXT))])
    assert {e.date_edtf for e in timeline.events} == {"2018-06-03", "2018-09-14"}
    check(timeline)


@pytest.mark.parametrize("name, data, fields", [
    ("a.docx", docx(TEXT, {"docProps/core.xml": '<c xmlns:dc="d"><dc:title>The wall</dc:title><dc:creator>P. Renn</dc:creator></c>'}),
     {"title": "The wall", "author": "P. Renn", "published": None}),
    ("a.odt", odt(TEXT, {"meta.xml": '<m xmlns:dc="d"><dc:title>The wall</dc:title><dc:creator>P. Renn</dc:creator></m>'}), {"title": "The wall", "author": "P. Renn"}),
    ("a.rtf", rtf(TEXT).replace(b"{\\fonttbl", b"{\\info{\\title The wall}{\\author P. Renn}}{\\fonttbl"), {"title": "The wall", "author": "P. Renn"}),
    ("a.epub", epub([TEXT]), {"title": "The wall", "author": "P. Renn", "language": "en"}),
    ("a.pdf", pdf([TEXT], info="/Title (The wall) /Author (P. Renn)"), {"title": "The wall", "author": "P. Renn"}),
    ("a.eml", eml(TEXT), {"title": "The wall", "author": "Paula Renn <p@harbour.example>"}),
    ("a.eml", eml(TEXT, subject="Größe 😀"), {"title": "Größe 😀"}),
    ("a.mhtml", mhtml(TEXT), {"url": "https://harbour.example/wall"}),
    ("a.rss", rss([TEXT]), {"source": "The Harbour Paper", "name": "a.rss#g0"}),
    ("a.warc", warc({"https://harbour.example/wall": page(TEXT)}), {"url": "https://harbour.example/wall"}),
    ("a.xlsx", xlsx([ROW]), {"title": "The wall", "source": "The Harbour Paper", "author": "Paula Renn", "name": "a.xlsx#row 2"}),
    ("a.parquet", parquet([ROW]), {"title": "The wall", "source": "The Harbour Paper", "author": "Paula Renn"})])
def test_what_a_document_says_of_itself(name, data, fields):
    document = only(name, data)
    assert {key: getattr(document, key) for key in fields} == fields


@pytest.mark.parametrize("name, data, day, rung", [
    ("a.eml", eml(TEXT), DAY, "mail"), ("a.mbox", mbox([eml(TEXT)]), DAY, "mail"), ("a.rss", rss([TEXT]), DAY, "feed"), ("a.atom", atom([TEXT]), DAY, "feed"),
    ("a.xlsx", xlsx([ROW]), DAY, "column"), ("a.parquet", parquet([ROW]), DAY, "column"), ("2018-06-05.pdf", pdf([TEXT]), "2018-06-05", "file name"),
    ("a.pdf", pdf([TEXT], info="/CreationDate (D:20190102)"), None, None),
    ("a.docx", docx(TEXT, {"docProps/core.xml": "<c><created>2019-01-02T10:00:00Z</created></c>"}), None, None),
    ("a.odt", odt(TEXT, {"meta.xml": "<m><creation-date>2019-01-02T10:00:00</creation-date></m>"}), None, None)])
def test_the_day_a_format_states(name, data, day, rung):
    document = only(name, data)
    found = document.published
    assert (found and found.day, found and found.rung) == (day, rung)
    if day is None:
        assert any("2019-01-02" in note and "not taken" in note for note in document.notes)


NOTE = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2"><w:p><w:r><w:t>See the minutes.</w:t></w:r></w:p></w:footnote></w:footnotes>'
RUN = "<w:r><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize("body, text", [
    ("<w:p>" + RUN.format("a") + "<w:r><w:tab/></w:r>" + RUN.format("b") + "</w:p>", "a\tb"),
    ("<w:p>" + RUN.format("one") + '<w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p>' + RUN.format("two") + "</w:p>", "one[2]\n\n[2] See the minutes.\n\ntwo"),
    ("<w:p><w:del>" + RUN.format("gone") + "</w:del><w:ins>" + RUN.format("new") + "</w:ins></w:p>", "new"),
    ("<w:tbl><w:tr><w:tc><w:p>" + RUN.format("a") + "</w:p></w:tc><w:tc><w:p>" + RUN.format("b") + "</w:p></w:tc></w:tr></w:tbl>", "a\tb"),
    ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>" + RUN.format("seen") + "</w:p>", "seen"),
    ('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r></w:p>', "seen"),
    ("<w:p><w:moveFrom>" + RUN.format("from") + "</w:moveFrom></w:p><w:p><w:moveTo>" + RUN.format("to") + "</w:moveTo></w:p>", "to"),
    ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>" + RUN.format("x") + "</w:p>", "x"),
    ("<w:p>" + RUN.format("first") + "</w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r>" + RUN.format("second") + "</w:p>", "first\n\nsecond")])
def test_word_table(body, text):
    document = only("a.docx", docx([], {"word/footnotes.xml": NOTE}, body))
    assert document.text == text
    assert document.pages == ((0, 7) if "lastRendered" in body else ())


@pytest.mark.parametrize("source, text", [
    (rb"{\rtf1 a\par b}", "a\n\nb"), (rb"{\rtf1 a\line b}", "a\nb"), (rb"{\rtf1\ansi caf\'e9}", "café"), (rb"{\rtf1 \u8364?5}", "€5"),
    (rb"{\rtf1 \u-10179?\u-8704?}x", "😀x"), (rb"{\rtf1{\*\secret no}yes}", "yes"), (rb"{\rtf1{\header no}yes}", "yes"), (rb"{\rtf1 \{a\}\\}", "{a}\\"),
    (rb"{\rtf1 a{\footnote b} c\par d}", "a[*] c\n\n[*] b\n\nd"), (rb"{\rtf1{\fonttbl{\f0 x;}{\f1\fcharset204 y;}}\f1 \'cf}", "П"),
    (rb"{\rtf1\uc0 \u233z}", "éz"), (rb"{\rtf1 a\bin3 }}}b}", "ab"), (b"{\\rtf1 a\nb}", "ab"), (rb"{\rtf1 a\~b\_c}", "a\u00a0b\u2011c"),
    (rb"{\rtf1{\field{\*\fldinst HYPERLINK}{\fldrslt shown}}}", "shown"), (rb"{\rtf1 a\cell b\row}", "a\tb"),
    (rb"{\rtf1 a{\v unseen} b\v no\v0 c}", "a bc"), (rb"{\rtf1 a\deleted gone\par\deleted0 b\v no\plain c}", "a\n\nbc"), (rb"{\rtf1 a{\v x{y}}{z}}", "az")])
def test_rich_text_table(source, text):
    assert only("a.rtf", source).text == text


@pytest.mark.parametrize("body, text", [
    ("<text:h>Head</text:h><text:p>a<text:s text:c='3'/>b</text:p>", "Head\n\na   b"), ("<text:p>a\n  b</text:p>", "a b"),
    ("<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>b</text:p>", "a[1]b\n\n[1] n"),
    ("<text:list><text:list-item><text:p>i</text:p></text:list-item></text:list>", "i"), ("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>k</text:p>", "k"),
    ("<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>", "a\tb")])
def test_open_document_table(body, text):
    assert only("a.odt", odt([], body=body)).text == text


def test_a_book_is_one_document_and_its_chapters_are_its_pages():
    document = only("a.epub", epub([["One was in 1900."], ["Two was in 1901."]], ["The start", "The end"]))
    assert document.page_labels == ("The start", "The end")
    assert [page_of(document, document.text.index(word)) for word in ("One", "Two")] == ["The start", "The end"]


def test_attachments_are_documents_and_letters_in_letters_are_opened():
    inner = letter(["Inner words."], attached={"deep.docx": docx(["Deep words."])}, subject="Inner")
    outer = letter(["Outer words."], attached={"notes.txt": b"Note words.", "bad.png": b"\x89PNG"})
    outer.add_attachment(inner)
    found = list(read.parts("a.eml", outer.as_bytes()))
    assert [f.name for f in found] == ["a.eml", "a.eml/notes.txt", "a.eml/bad.png", "a.eml/letter 3.eml", "a.eml/letter 3.eml/deep.docx"]
    assert [type(f) for f in found] == [Document, Document, Failure, Document, Document] and found[3].title == "Inner"


def test_plain_text_of_a_letter_goes_before_its_html():
    made = letter(["Plain words."])
    made.add_alternative("<p>Marked words.</p>", subtype="html")
    assert only("a.eml", made.as_bytes()).text.strip() == "Plain words."


@pytest.mark.parametrize("cell, text", [
    ('<c t="s"><v>0</v></c>', "shared"), ('<c t="str"><f>1+1</f><v>two</v></c>', "two"), ("<c><v>3.5</v></c>", "3.5"), ('<c s="1"><v>43254</v></c>', "2018-06-03"),
    ('<c s="1"><v>43254.5</v></c>', "2018-06-03 12:00:00"), ('<c s="2"><v>43254</v></c>', "43254")])
def test_spreadsheet_cells(cell, text):
    sheet = f'<worksheet xmlns="{SHEET}"><sheetData><row r="1"><c t="inlineStr"><is><t>text</t></is></c></row><row r="2">{cell}</row></sheetData></worksheet>'
    styles = f'<styleSheet xmlns="{SHEET}"><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.00 &quot;days&quot;"/></numFmts>' \
             '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    shared = f'<sst xmlns="{SHEET}"><si><t>shared</t><rPh><t>aid</t></rPh></si></sst>'
    assert only("a.xlsx", xlsx([], {"xl/styles.xml": styles, "xl/sharedStrings.xml": shared}, sheet)).text == text


@pytest.mark.parametrize("make, suffix", [(table, "csv"), (json_lines, "jsonl"), (xlsx, "xlsx"), (parquet, "parquet")])
def test_columns_can_be_named_and_the_guess_is_shown(make, suffix):
    data = make([{"remark": "Short words.", "text": "Other words.", "when": "2018-06-04", "date": "2017-01-01"}])
    guessed = only(f"a.{suffix}", data)
    [told] = read.read(f"a.{suffix}", data, columns={"text": "Remark", "published": "when"})
    assert (guessed.text, guessed.published.day, guessed.notes[0]) == ("Other words.", "2017-01-01", "columns read: text from “text”, published from “date”")
    assert (told.text, told.published.day, told.notes[0]) == ("Short words.", "2018-06-04", "columns read: text from “remark”, published from “when”")
    with pytest.raises(read.Unreadable, match="no column “nowhere”; its columns: remark, text, when, date"):
        read.read(f"a.{suffix}", data, columns={"text": "nowhere"})


@pytest.mark.parametrize("name, data, reason", [
    ("a.pdf", pdf([[]]), "no text layer"), ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "save it as docx"), ("a.tar", bytes(257) + b"ustar", "unpack it"),
    ("a.pptx", packed({"[Content_Types].xml": "x", "ppt/presentation.xml": "x"}), "PowerPoint"),
    ("a.eml", b"From: a@b.example\nSubject: x\nDate: Mon, 04 Jun 2018 10:00:00 +0000\n\n", "empty")])
def test_refusals_say_what_to_do(name, data, reason):
    with pytest.raises(read.Unreadable, match=reason):
        read.read(name, data)


def test_a_mentions_page_is_a_column():
    timeline = build([("a.pdf", pdf([TEXT[:1], TEXT[1:]])), ("b.txt", TEXT[0].encode())])
    pages = mentions_frame(timeline).set_index("doc_title")["page"]
    assert sorted(pages.dropna()) == ["1", "2"] and pages.isna().sum() == 1


def test_a_document_without_events_says_why():
    silent, dated = build([("a.txt", b"The wall is old and the sea is near."), ("b.txt", b"3 June 2018")]).documents
    assert "no expression of time" in silent.notes[-1] and (dated.notes == () or "no events" in dated.notes[-1])


@pytest.mark.parametrize("name, data, said", [
    ("a.docx", docx([], {}, "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>" + RUN.format("seen") + "</w:p>"), "set aside: its words that are formatted as hidden"),
    ("a.rtf", rb"{\rtf1 a{\v unseen}}", "set aside: its words that are formatted as hidden"), ("a.rtf", rb"{\rtf1 a{\deleted gone}}", "set aside: its deleted words")])
def test_what_is_not_shown_is_set_aside_and_said(name, data, said):
    assert said in only(name, data).notes
