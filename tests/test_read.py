"""Files, folders, texts and archives -> Documents and Failures."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import read
from timeline.folder import modules
from timeline.model import Document, Failure
from timeline.read import _package, _whole
from timeline.read._document import FIELD, LABEL, label, make
from timeline.read._names import columns_for
from timeline.read._rows import as_text

FILES = Path(__file__).parent / "files"
FORMATS = modules("timeline.read")
ARTICLE = {"text": "The wall was built.", "title": "Wall", "published": "2016-11-04", "source": "The Harbour Paper",
           "author": "A. Renn", "url": "https://arden.example/wall"}
PAGE = b'<html lang="de"><head><title>Wall</title></head><body><article><p>The wall was built.</p></article></body></html>'


def only(name: str, data: bytes) -> Document:
    [document] = read.read(name, data)
    return document


def zipped(members: dict[str, bytes], method=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in members.items():
            made.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, method)
    return out.getvalue()


def reasons(found) -> list[str]:
    return [item.reason for item in found if isinstance(item, Failure)]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_sample_that_is_read(name):
    samples = [p for p in FILES.iterdir() if p.suffix in FORMATS[name].SUFFIXES]
    assert samples, f"put a small file of your own sentences in tests/files/ for {name}"
    for sample in samples:
        found = list(FORMATS[name].read(sample.name, sample.read_bytes()))
        assert found and all(isinstance(item, Document) for item in found)
        assert read.reader("unnamed", sample.read_bytes())[0] in (FORMATS[name], FORMATS["txt"]), "its content is not recognised"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_keeps_the_promise(name):
    module = FORMATS[name]
    assert module.__doc__ and module.TITLE and isinstance(module.ORDER, int)
    assert all(s.startswith(".") and s == s.lower() for s in module.SUFFIXES)
    assert set(module.SUFFIXES) <= set(read.suffixes())


def test_no_suffix_is_claimed_twice():
    assert len(set(read.suffixes())) == len(read.suffixes())


@pytest.mark.parametrize("name, fields", [
    ("ferry.txt", {"title": "", "published": None}),
    ("2014-09-17-bridge.md", {"title": "The bridge reopens", "author": "Paula Renn", "source": "The Harbour Paper"}),
    ("library.html", {"title": "Library saved after vote", "author": "Paula Renn", "source": "The Harbour Paper",
                      "url": "https://harbour.example/library-saved", "language": "en"})])
def test_sample_fields(name, fields):
    document = only(name, (FILES / name).read_bytes())
    assert {key: getattr(document, key) for key in fields} == fields


def test_a_page_is_its_article_without_menu_and_script():
    text = only("library.html", (FILES / "library.html").read_bytes()).text
    assert "Councillor Maria Okoye" in text and "Sport" not in text and "never run" not in text and "<" not in text


@pytest.mark.parametrize("suffix", read.suffixes())
def test_the_same_bytes_give_the_same_documents(suffix):
    for sample in (p for p in FILES.iterdir() if p.suffix == suffix):
        assert read.read(sample.name, sample.read_bytes()) == read.read(sample.name, sample.read_bytes())


@pytest.mark.parametrize("name, data, text", [
    ("a.txt", b"one\r\ntwo", "one\ntwo"), ("a", b"no suffix", "no suffix"), ("a.unknown", b"words", "words"),
    ("A.TXT", b"words", "words"), ("a.md", b"# *Not* rendered <b>", "# *Not* rendered <b>"),
    ("a.html", b"no tags at all,\nonly words", "no tags at all,\nonly words"), ("a.txt", b"1 < 2 and <b>", "1 < 2 and <b>"),
    ("a.txt", PAGE, "The wall was built."), ("a.csv", PAGE, "The wall was built."), ("a", PAGE, "The wall was built."),
    ("a.jsonl", PAGE, "The wall was built."), ("a.txt", zipped({"b.txt": b"packed"}), "packed"),
    ("a.csv", b"text\nwords", "words"), ("a.csv", b"\xef\xbb\xbftext\nwords", "words"),
    ("a.csv", b'text;date\n"a;b";x', "a;b"), ("a.csv", b"date|text\n|words", "words"), ("a.tsv", b"date\ttext\n\twords", "words"),
    ("a.csv", b'text\n"line\r\nline"', "line\nline"), ("a.csv", b'text\n"never closed', "never closed"),
    ("a.csv", b"text,text\none,two", "two"), ("a.csv", b"body,title\n,\nwords,", "words"),
    ("a.csv", b"text,n\n=1+1,2", "=1+1"), ("a.csv", b"Full Text\n<script>x</script>", "<script>x</script>"),
    ("a.csv", b"title,summary\nx,short words", "short words"), ("a.csv", b"text,body\n,words", "words"),
    ("a.jsonl", b'{"text": "a\\r\\nb"}', "a\nb"), ("a.jsonl", b'"bare words"', "bare words"),
    ("a.jsonl", b'\n\n{"body": "words"}\n\n', "words"), ("a.json", b'[{"text": "words"}]', "words"),
    ("a.json", b'{"articles": [{"content": "words"}]}', "words"), ("a.json", b'{\n "text":\n "words"\n}', "words"),
    ("a.jsonl", b'{"text": ["one", "two"]}', "one\ntwo"), ("a.jsonl", b'{"text": "hi \\ud800 x"}', "hi \ufffd x"),
    ("a.jsonl", '{"text": "a\u2028b"}'.encode(), "a\u2028b"), ("a.jsonl", b'{"text": 5}', "5"),
    ("a.json", b'"words"', "words"), ("a.jsonl", b'{"text": "", "description": "words"}', "words")])
def test_text_table(name, data, text):
    assert only(name, data).text == text


@pytest.mark.parametrize("title, value", [
    ("text", "text"), ("Body", "text"), ("ARTICLE_TEXT", "text"), ("content", "text"), ("Head-line", "title"),
    ("Pub Date", "published"), ("publishedAt", "published"), ("date", "published"), ("dct", "published"),
    ("Publisher", "source"), ("site_name", "source"), ("By-line", "author"), ("authors", "author"), ("Link", "url"),
    ("lang", "language"), ("doc_id", "id")])
def test_column_names(title, value):
    assert columns_for(value, [title]) == (title,)


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_a_row_keeps_what_it_says_of_itself(suffix):
    import csv as table
    import json

    out = io.StringIO()
    table.writer(out).writerows([ARTICLE.keys(), ARTICLE.values()])
    data = out.getvalue() if suffix == "csv" else json.dumps(ARTICLE)
    document = only(f"a.{suffix}", data.encode())
    assert {key: getattr(document, key) for key in ARTICLE if key != "published"} == {k: v for k, v in ARTICLE.items() if k != "published"}
    assert document.published.day == ARTICLE["published"] and document.published.rung == "column"


@pytest.mark.parametrize("value, text", [
    ("a", "a"), (None, ""), (True, ""), (3, "3"), (2.5, "2.5"), (float("nan"), ""), (["a", "b"], "a; b"), ([], ""),
    ({"name": "a"}, "a"), ({"id": None, "name": "a"}, "a"), ([{"name": "a"}, {"name": "b"}], "a; b"), ({}, ""),
    ([["deep"]], ""), ({"name": {"name": "x"}}, "")])
def test_cell_table(value, text):
    assert as_text(value) == text


@pytest.mark.parametrize("name, data, says", [
    ("a.csv", b"text\n", "nothing below it"), ("a.csv", b"a,b\n1,2", "no column of text .its columns: a, b"),
    ("a.csv", b"text\n,\n", "nothing"), ("a.csv", b"," * 5000, "columns"), ("a.json", b"[]", "empty list"),
    ("a.jsonl", b'{"a": 1}', "no column of text"), ("a.jsonl", b"not json", "line 1 is not JSON"),
    ("a.jsonl", b"3", "not an object"), ("a.json", b"[" * 100_000, "not JSON"), ("a.jsonl", b'{"a":' * 10_000, "not JSON"),
    ("a.jsonl", b'{"text":' + b"9" * 10_000 + b"}", "not JSON"), ("a.rss", b"<rss><channel>", "feed"),
    ("a.xml", b"<?xml version='1.0'?><x>words</x>", "XML"), ("a.zip", b"PK\x03\x04 broken", "damaged"),
    ("a.zip", zipped({}), "no files"), ("a.zip", zipped({"b.txt": b""}), "empty"), ("a.html", b"<html></html>", "no text"),
    ("a.html", b"<script>alert(1)</script>", "no text"), ("a.txt", b"... --- ...", "no letter"), ("a.txt", b"", "empty")])
def test_unreadable_table(name, data, says):
    with pytest.raises(read.Unreadable, match=says):
        read.read(name, data)


def test_a_bad_row_costs_one_failure():
    found = list(read.parts("a.csv", b"text,date\nwords,\n,2019-01-01\nmore,soon\n"))
    assert [type(f) for f in found] == [Document, Failure, Document]
    assert found[1].name == "a.csv" and found[1].reason.startswith("row 3 ")
    assert "soon" in found[2].notes[1]


def test_a_bad_line_costs_one_failure():
    found = list(read.parts("a.jsonl", b'{"text": "one"}\n{bad\n{"text": "two"}\n[1]\n'))
    assert [getattr(f, "text", None) for f in found] == ["one", None, "two", None]
    assert reasons(found) == ["line 2 is not JSON", "line 4 is not an object with a text in it"]


def test_rows_with_an_id_keep_it_whatever_their_order():
    ids = [{d.name: d.doc_id for d in read.read("a.csv", b"id,text\n" + rows)} for rows in (b"7,x\n8,y", b"8,y\n7,x")]
    assert ids[0] == ids[1] and set(ids[0]) == {"a.csv#7", "a.csv#8"}


def test_a_zip_gives_its_good_members_and_a_failure_for_each_bad_one():
    data = zipped({"b.txt": b"words", "a.txt": b"", "c.png": b"\x89PNG", "d/e.md": b"# more", ".hidden": b"x",
                   "__MACOSX/b.txt": b"x", "f.html": PAGE, "g.csv": b"text\none\ntwo"})
    found = list(read.parts("pile.zip", data))
    assert [f.name for f in found] == ["pile.zip/a.txt", "pile.zip/b.txt", "pile.zip/c.png", "pile.zip/d/e.md",
                                       "pile.zip/f.html", "pile.zip/g.csv#row 2", "pile.zip/g.csv#row 3"]
    assert [type(f) for f in found] == [Failure, Document, Failure, Document, Document, Document, Document]


def test_a_zip_in_a_zip_is_read_and_deeper_ones_are_not():
    inner = zipped({"x.txt": b"words"})
    assert only("a.zip", zipped({"b.zip": inner})).name == "a.zip/b.zip/x.txt"
    for disguise in ("c.zip", "c.txt"):
        data = zipped({disguise: inner})
        for _ in range(_whole.MAX_NESTING):
            data = zipped({disguise: data})
        assert "nested" in reasons(read.parts("a.zip", data))[0]


def test_a_zip_bomb_is_counted_as_it_unpacks(monkeypatch):
    monkeypatch.setattr(_whole, "MAX_TOTAL", 1_000_000)
    data = zipped({f"{n}.txt": b"words " * 50_000 for n in range(9)})
    found = list(read.parts("a.zip", data))
    assert sum(isinstance(f, Document) for f in found) == 3
    assert "too much" in reasons(found)[0] and "only in part" in reasons(found)[-1]


def test_a_zip_of_many_members_is_read_in_part(monkeypatch):
    monkeypatch.setattr(_whole, "MAX_MEMBERS", 5)
    found = list(read.parts("a.zip", zipped({f"{n}.txt": b"words" for n in range(7)})))
    assert len(found) == 6 and "only in part" in found[-1].reason
    monkeypatch.setattr(_package, "MAX_MEMBERS", 5)
    with pytest.raises(read.Unreadable, match="too many files"):
        read.read("a.zip", zipped({f"{n}.txt": b"words" for n in range(11)}))


def test_a_zip_that_lies_about_sizes_or_is_cut_costs_failures():
    data = bytearray(zipped({"a.txt": b"words " * 99, "b.txt": b"good words"}, zipfile.ZIP_STORED))
    data[40] ^= 0xFF
    assert [type(f) for f in read.parts("a.zip", bytes(data))] == [Failure, Document]
    with pytest.raises(read.Unreadable):
        read.read("a.zip", bytes(data)[:-30])


@pytest.mark.parametrize("member", ["../../x.txt", "/etc/x.txt", "C:\\x.txt", "a\x1b[31m.txt", "x" * 3000 + ".txt"])
def test_member_names_are_labels(member, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    document = only("a.zip", zipped({member: b"words"}))
    assert document.text == "words" and len(document.name) <= LABEL and document.name.isprintable()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name, shown", [
    ("a.txt", "a.txt"), ("../../x", "../../x"), ("a\nb\tc", "a b c"), ("a\0b", "a\ufffdb"), ("a\x1b[31mb", "a\ufffd[31mb"),
    ("", "untitled"), ("  ", "untitled"), ("a\u202etxt.exe", "atxt.exe"), ("a\ud800b", "a\ufffdb"), ("é 😀", "é 😀"),
    ("<b>x</b>", "<b>x</b>")])
def test_label_table(name, shown):
    assert label(name) == shown


@settings(deadline=None)
@given(st.text(st.characters(), max_size=400))
def test_labels_are_short_printable_lines(name):
    text = label(name)
    text.encode("utf-8")
    assert 0 < len(text) <= LABEL and not set(text) & set("\n\r\t\0\x1b\u202e")


def test_long_names_keep_both_ends():
    assert label("a" * 3000 + ".html").endswith(".html") and label("a" * 3000).startswith("aaa")


@pytest.mark.parametrize("url, kept", [
    ("https://a.example/x", True), ("http://a.example", True), ("javascript:alert(1)", False), ("data:text/html,x", False),
    ("//a.example", False), ("https://a b", False), ("file:///etc/passwd", False), ('https://a"onclick=', False)])
def test_only_web_addresses_are_kept(url, kept):
    assert make("a", "words", url=url).url == (url if kept else "")


def test_fields_are_short_lines():
    document = make("a", "words", title="x\n" * 9000, author="a\0b")
    assert len(document.title) <= FIELD and "\n" not in document.title and document.author == "a\ufffdb"


@pytest.mark.parametrize("language, expected", [("de", "de"), ("pt-BR", "pt"), ("EN_us", "en")])
def test_a_declared_language_counts_for_a_short_text(language, expected):
    assert make("a", "kurz", language=language).language == expected


@settings(deadline=None)
@given(st.text(max_size=50), st.text(min_size=1, max_size=50))
def test_ids_depend_on_name_and_text_alone(name, text):
    try:
        document = make(name, text)
    except read.Unreadable:
        return
    assert make(name, text, title="other", author="other", language="fr").doc_id == document.doc_id
    assert make(name + "x", text).doc_id != document.doc_id != make(name, document.text + "x").doc_id


@settings(deadline=None)
@given(st.sampled_from(read.suffixes()), st.binary(max_size=300))
def test_random_bytes_raise_nothing_but_unreadable(suffix, data):
    try:
        found = read.read(f"a{suffix}", data)
    except read.Unreadable as problem:
        assert str(problem)
    else:
        assert all("\r" not in d.text and "\0" not in d.text for d in found)
