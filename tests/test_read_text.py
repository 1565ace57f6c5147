"""Bytes -> the text shown: encodings, what is cleaned away and how, what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.read._kind import sniff
from timeline.read._text import Unreadable, clean, decode

GERMAN = "Die Gespräche in Hanoi endeten ohne Erklärung. Präsident Vogel sprach über Größe und Maß."
FRENCH = "Les pourparlers se sont achevés sans déclaration, a indiqué le ministère à la presse étrangère."
SPANISH = "La cumbre terminó sin acuerdo, según el presidente; mañana habrá una reunión del año."
ENGLISH = "The café on the quay closed early; the minister’s car — a black one — had left at noon."
RUSSIAN = "Переговоры в порту завершились без совместного заявления, сообщил корреспондент."
POLISH = "Prezydent powiedział, że rozmowy zakończyły się bez porozumienia. Źródło: gazeta"
GREEK = "Οι συνομιλίες στο λιμάνι ολοκληρώθηκαν χωρίς συμφωνία, είπε ο υπουργός"
JAPANESE = "会談は共同声明なしで終わった。大統領は記者団に語った。"
CHINESE = "会谈没有达成协议,总统对记者说。明天还会继续谈判。"
KOREAN = "정상회담은 합의 없이 끝났다. 대통령이 기자들에게 말했다."
THAI = "การเจรจาสิ้นสุดลงโดยไม่มีข้อตกลง"
ENCODED = [
    *((t, e) for t in (GERMAN, FRENCH, SPANISH, ENGLISH, RUSSIAN, POLISH, GREEK, JAPANESE, CHINESE, KOREAN, THAI)
      for e in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le-bom", "utf-16-be-bom", "utf-32-be-bom")),
    *((t, e) for t in (GERMAN, FRENCH, SPANISH) for e in ("cp1252", "latin-1", "iso8859-15", "mac_roman")),
    (ENGLISH, "cp1252"), (RUSSIAN, "koi8-r"), (RUSSIAN, "cp1251"), (RUSSIAN, "iso8859-5"), (POLISH, "cp1250"),
    (POLISH, "iso8859-2"), (GREEK, "iso8859-7"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"), (CHINESE, "gb18030"), (KOREAN, "euc_kr"), (THAI, "tis_620"), (GERMAN, "utf-16-le"),
    (RUSSIAN, "utf-16-be"), ("Größe und Maß.", "cp1252"), ("Müller sagte das", "cp1252"), ("It’s over, they’d say – and left.", "cp1252"),
    ("The talks – which ended on Thursday – failed.", "cp1252"),
]


def encoded(text: str, encoding: str) -> bytes:
    bare = encoding.removesuffix("-bom")
    return ("\ufeff" + text).encode(bare) if bare != encoding else text.encode(encoding)


@pytest.mark.parametrize("text, encoding", ENCODED)
@pytest.mark.parametrize("times", [1, 40])
def test_decode_finds_the_encoding(text, encoding, times):
    assert decode(encoded(text * times, encoding))[0] == text * times


@pytest.mark.parametrize("charset", ["iso-8859-15", "windows-1251", "koi8-r", "shift_jis", "utf-8"])
def test_decode_believes_a_page_about_its_charset_where_it_fits(charset):
    text = {"windows-1251": RUSSIAN, "koi8-r": RUSSIAN, "shift_jis": JAPANESE}.get(charset, GERMAN)
    page = f'<html><head><meta charset="{charset}"></head><p>{text}</p>'
    assert decode(page.encode(charset), markup=True)[0] == page


@pytest.mark.parametrize("charset", ["utf-16", "nonsense", "ascii", "base64", "rot13", "\u00e9"])
def test_decode_does_not_believe_a_false_charset(charset):
    page = f'<meta charset="{charset}"><p>{GERMAN}</p>'
    assert GERMAN in decode(page.encode("utf-8"), markup=True)[0]


@pytest.mark.parametrize("data, note", [
    (GERMAN.encode(), None), (b"plain", None), (GERMAN.encode("cp1252"), "Windows-1252"),
    (GERMAN.encode("utf-16"), "utf-16-le"), ((GERMAN * 9).encode().replace(b"Ma", b"M\xe4", 1), "could not be decoded")])
def test_decode_tells_what_it_assumed(data, note):
    notes = decode(data)[1]
    assert any(note in n for n in notes) if note else notes == ()


def test_a_broken_byte_does_not_spoil_the_whole_utf8_text():
    text, _ = decode((GERMAN * 20).encode() + b"\xff" + GERMAN.encode())
    assert text == GERMAN * 20 + "\ufffd" + GERMAN


@pytest.mark.parametrize("raw, shown", [
    ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\n\rb", "a\n\nb"), ("a\r\r\nb", "a\n\nb"), ("a\x0cb", "a\nb"),
    ("a\x0bb", "a\nb"), ("\ufeffa", "a"), ("a\ufeffb", "a\ufeffb"), ("a\0b", "a\ufffdb"), ("a\x1b[0mb", "a\ufffd[0mb"),
    ("a\tb", "a\tb"), ("a\x7fb", "a\ufffdb"), ("a\ud800b", "a\ufffdb"), ("a\uffffb", "a\ufffdb"),
    ("e\u0301", "e\u0301"), ("a\u00a0b", "a\u00a0b"), ("a\u2028b", "a\u2028b"), ("  a  ", "  a  "), ("😀", "😀"), ("", "")])
def test_clean_table(raw, shown):
    assert clean(raw) == shown


@settings(deadline=None)
@given(st.text())
def test_clean_text_has_no_return_no_nul_and_can_be_saved(raw):
    text = clean(raw)
    text.encode("utf-8")
    assert "\r" not in text and "\0" not in text and clean(text.replace("\ufeff", "")) == text.replace("\ufeff", "")


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="\r\x0b\x0c", exclude_categories=["Cs"]), min_size=1))
def test_clean_keeps_every_other_offset(raw):
    assert len(clean(raw)) == len(raw.removeprefix("\ufeff"))


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_decode_raises_nothing_but_unreadable(data):
    try:
        text, notes = decode(data)
    except Unreadable as problem:
        assert str(problem)
    else:
        assert text == clean(text) and all(isinstance(n, str) for n in notes)


@pytest.mark.parametrize("data, says", [
    (b"", "empty"), (b"\0" * 5000, "empty"), (b" \r\n\t ", "empty"), (b"\xef\xbb\xbf", "empty"), (b"\xff\xfe", "empty"),
    (bytes(range(256)) * 20, "text"), (b"\x00\x01\x02\x03abc" * 500, "binary"), (b"\x7f\x01" * 50, "binary")])
def test_decode_refuses_in_plain_words(data, says):
    with pytest.raises(Unreadable, match=says):
        decode(data)


@pytest.mark.parametrize("data, says", [
    (b"\x89PNG\r\n\x1a\n", "image"), (b"\xff\xd8\xff\xe0", "image"),
    (b"GIF89a..", "image"), (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"\x7fELF\x02", "program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"), (b"SQLite format 3\0", "database"), (b"a.txt" + b"\0" * 252 + b"ustar", "tar"), (b"RIFF....WEBPVP8", "image"),
    (b"\0\0\0\x18ftypmp42", "film"), (b"PK\x03\x04....[Content_Types].xml..ppt/presentation.xml", "PowerPoint"),
    (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password")])
def test_sniff_names_what_is_not_read(data, says):
    with pytest.raises(Unreadable, match=says):
        sniff(data)


@pytest.mark.parametrize("data, kind", [
    (b"<!DOCTYPE html><p>x", "html"), (b"\n <HTML lang=en>", "html"), (b"<!-- saved --><html>", "html"),
    (b'<?xml version="1.0"?><!DOCTYPE html><html>', "html"), ("\ufeff<html>".encode("utf-16"), "html"),
    (b"\xef\xbb\xbf<html>", "html"), (b"<body class=x>", "html"), (b"<rss version='2.0'>", "feed"),
    (b'<?xml version="1.0"?><feed>', "feed"), (b'<?xml version="1.0"?><invoice>', "xml"), (b"%PDF-1.7\n%x", "pdf"), (b"{\\rtf1 hello}", "rtf"),
    (b"\x1f\x8b\x08", "gz"), (b"PAR1\x15\x04", "parquet"), (b"WARC/1.0\r\n", "warc"), (b"PK\x03\x04..[Content_Types].xml..word/document.xml", "docx"),
    (b"PK\x03\x04..[Content_Types].xml..xl/workbook.xml", "xlsx"), (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "epub"),
    (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"), (b"From: a\nDate: b\nSubject: c\n\nx", "eml"),
    (b"From a@b Mon Jun  4 10:00:00 2018\nTo: x\n", "mbox"), (b"Snapshot-Content-Location: x\nFrom: a\nSubject: b\nMIME-Version: 1.0\n", "mhtml"),
    (b"From: here to there\nthe road is long", ""), (b"Note: this\nIdea: that\n", ""), (b'{"a": 1}', "json"), (b"From now on 2018 is gone\n", ""),
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06" + b"\0" * 18, "zip"),
    (b"plain words", ""), (b"<html5ish is a word", ""), (b"a <html> tag", ""), (b"", ""), (b"<", ""), (b"BMW sold cars", ""),
    (b"MZ was a band", ""), (b"ID, name", ""), (b"RIFFRAFF", "")])
def test_sniff_table(data, kind):
    assert sniff(data) == kind
