"""Documents made to hurt: each stands there as text, or gives one clear message, and takes no more than seconds."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import read
from timeline.model import Document, Failure
from timeline.read._page import parse, plain, safe

MB5 = 5_000_000
PARA = "<p>The harbour wall of Arden was finished early on Thursday, the council said.</p>\n"
HEAD = "<html><head><title>Wall</title>"
MANY = " ".join(f'a{n}="x"' for n in range(200_000))
HOSTILE = [
    ("one line of 5 MB", "a.txt", "word of the talks " * (MB5 // 18), "text"),
    ("one word of 5 MB", "a.txt", "a" * MB5, "text"),
    ("5 MB of line ends", "a.txt", "a\r\n" * (MB5 // 3), "text"),
    ("a Western line of 5 MB", "a.txt", ("Größe und Maß der Gespräche. " * (MB5 // 29)).encode("cp1252"), "text"),
    ("5 MB of digits", "a.txt", "2019-02-28 " * (MB5 // 11), "text"),
    ("5 MB of NULs", "a.txt", bytes(MB5), "is empty"),
    ("random bytes", "a.txt", random.Random(1).randbytes(MB5), "is not text"),
    ("a few NULs", "a.txt", "The talks\0 ended, and nobody said why they had begun.", "text"),
    ("many NULs", "a.txt", "talks\0 " * 9000, "binary"),
    ("only space", "a.txt", " \n\t" * 9000, "is empty"),
    ("only marks", "a.txt", "*" * MB5, "no letter"),
    ("a picture named txt", "a.txt", b"\x89PNG\r\n\x1a\n" + bytes(900), "is an image"),
    ("markup in text", "a.txt", "<script>alert(1)</script> and ![x](http://a.example/x.png)", "text"),
    ("a formula", "a.txt", "=1+1 and @SUM(A1) and -2+3", "text"),
    ("combining marks", "a.txt", "a" + "\u0301" * 500_000, "text"),
    ("right to left marks", "a.txt", "\u202ewords\u202c " * 9000, "text"),
    ("an escape sequence", "a.txt", "\x1b[2Jwords of a terminal \x1b]0;title\x07", "text"),
    ("front matter without end", "a.md", "---\n" + "a: b\n" * 900_000, "text"),
    ("front matter of one line", "a.md", "---\ndate: " + "9" * MB5 + "\n---\n", "text"),
    ("headings without end", "a.md", "#" * MB5 + " words", "text"),
    ("nested parts", "a.html", HEAD + "<div>" * 200_000 + "hello" + "</div>" * 200_000, "nested too deep"),
    ("nested parts after an article", "a.html", HEAD + PARA * 9 + "<div>" * 400 + "hello", "nested too deep"),
    ("never closed tags", "a.html", HEAD + "<b><i>x" * 50_000, "nested too deep"),
    ("tables in tables", "a.html", HEAD + "<table><tr><td>x" * 20_000, "nested too deep"),
    ("200,000 attributes", "a.html", HEAD + f"<div {MANY}>hello</div>", "attributes"),
    ("attributes that hide the end", "a.html", HEAD + "<div " + 'a=">" ' * 200_000 + ">hello</div>", "attributes"),
    ("attributes without values", "a.html", HEAD + "<div " + " ".join(f"a{n}" for n in range(200_000)) + ">hello", "attributes"),
    ("attributes after a stray quote", "a.html", HEAD + f'<div a" {MANY}>hello', "attributes"),
    ("attributes after a commented tag", "a.html", HEAD + f'<!-- <a x=" --><div {MANY}>hello</div>"', "attributes"),
    ("attributes after a scripted tag", "a.html", HEAD + f'<script>"<a x=\'"</script><div {MANY}>hello</div>\'', "attributes"),
    ("attributes after a tag in a title", "a.html", f'<html><title><a x="</title><div {MANY}>hello</div>"', "attributes"),
    ("attributes with slashes", "a.html", HEAD + "<div/" + "/".join(f"a{n}" for n in range(200_000)) + ">hello", "attributes"),
    ("200,000 paragraphs", "a.html", HEAD + "<p>some words</p>" * 200_000, "text"),
    ("20,000 paragraphs", "a.html", HEAD + "<p>some words</p>" * 20_000, "text"),
    ("a paragraph of 5 MB", "a.html", HEAD + "<p>" + "some words " * (MB5 // 11), "text"),
    ("opening signs", "a.html", "<html>" + "<" * 900_000, "no"),
    ("too many tags", "a.html", "<html>" + "<a" * 2_000_000, "too many tags"),
    ("unclosed quotes", "a.html", "<html>" + '<a b="' * 700_000, "attributes"),
    ("unclosed comments", "a.html", "<html>" + "<!--" * 900_000, "no text"),
    ("a comment of dashes", "a.html", "<html><!--" + "-" * MB5, "no text"),
    ("scripts and comments between letters", "a.html", HEAD + "x<script></script><!--c-->" * 100_000, "text"),
    ("deep JSON-LD", "a.html", HEAD + '<script type="application/ld+json">' + "[" * 400_000 + "</script>" + PARA, "text"),
    ("much JSON-LD", "a.html", HEAD + '<script type="application/ld+json">' + '"datePublished" ' * 60_000 + "</script>" + PARA, "text"),
    ("ampersands", "a.html", HEAD + "<p>words" + "&amp;" * 500_000, "text"),
    ("entities in entities", "a.html", '<!DOCTYPE html [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><html><p>&b; some words', "text"),
    ("a page that is an address", "a.html", "http://a.example/2019/02/28/x", "text"),
    ("a foreign document in a page", "a.html", '<html><p>words<object data="file:///etc/passwd"><iframe src="file:///etc/passwd">', "text"),
    ("a page too large", "a.html", "<html>" + "words " * 2_000_000, "too large"),
    ("an open quote", "a.csv", 'text\n"' + "a,b\n" * 900_000, "text"),
    ("quotes only", "a.csv", "text\n" + '"' * 3_000_001, "no letter"),
    ("commas only", "a.csv", "," * 3_000_000, "columns"),
    ("a field of 5 MB", "a.csv", "text,n\n" + "word " * (MB5 // 5) + ",1", "text"),
    ("a row with too many cells", "a.csv", "text\nwords" + ",x" * 900_000, "text"),
    ("junk for dates", "a.csv", "text,date\n" + "".join(f"words,{n} foo {n}\n" for n in range(300)), "text"),
    ("a formula in a name", "=cmd()|'x'.csv", "text\nwords", "text"),
    ("open lists", "a.json", "[" * MB5, "not JSON"),
    ("open objects", "a.jsonl", '{"a":' * 900_000, "not JSON"),
    ("a giant number", "a.jsonl", '{"text":' + "9" * MB5 + "}", "not JSON"),
    ("half a pair", "a.jsonl", '{"text": "words \\ud83d of half a smile"}', "text"),
    ("NULs in JSON", "a.jsonl", '{"text": "words \\u0000 and more"}', "text"),
    ("infinity", "a.jsonl", '{"text": "words", "date": Infinity, "title": NaN}', "text"),
    ("not a zip", "a.zip", "PK\x05\x06" + "x" * 9000, "damaged"),
    ("a zip of nothing but its index", "a.zip", b"PK\x03\x04" + b"PK\x01\x02" * 100_000, "too many files"),
]


@pytest.mark.parametrize("name, data, says", [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile_table(name, data, says):
    data = data if isinstance(data, bytes) else data.encode()
    found = list(read.open_sources([(name, data), ("good.txt", b"good words")]))
    assert found[-1].text == "good words"
    if says == "text":
        assert isinstance(found[0], Document) and "\r" not in found[0].text and "\0" not in found[0].text
    else:
        assert isinstance(found[0], Failure) and says in found[0].reason and "unexpected" not in found[0].reason


def test_a_page_that_is_an_address_is_not_fetched(monkeypatch):
    import socket

    read.read("b.html", b"<html><p>Some words, so that all is loaded that looks at sockets when it is.")
    monkeypatch.setattr(socket, "socket", lambda *a, **k: pytest.fail("the network was touched"))
    assert read.read("a.html", b"http://a.example/x")[0].text == "http://a.example/x"
    assert read.read("a.html", b"<html><base href='http://a.example/'><link rel=stylesheet href=x><p>words")[0].text == "words"


@pytest.mark.parametrize("source, text", [
    ("<p>one<p>two", "one\ntwo"), ("<p>a<b>b</b>c", "abc"), ("a<script>x</script>b", "ab"), ("a<!-- x -->b", "ab"),
    ("a<br>b", "a\nb"), ("<ul><li>a<li>b</ul>c", "a\nb\nc"), ("<p> a \n b </p>", "a b"), ("<style>x</style>", ""),
    ("<noscript>x</noscript>a", "a"), ("&lt;b&gt; &eacute;", "<b> é"), ("<p>a</p>b<p>c", "a\nb\nc"), ("<?x y?>a", "a")])
def test_plain_table(source, text):
    assert plain(parse(source or "<p>")) == text


TAGS = st.lists(st.sampled_from([
    "<p>", "</p>", "<div>", "</div>", "<a href='x'>", "<!--", "-->", "<script>", "</script>", "<b", ">", '"', "'", "=", "<",
    "words ", "<table><tr><td>", "&amp;", "&#0;", "&#xD800;", "<title>", "<svg>", "<![CDATA[", "]]>", "<?xml ?>", "\0", "é",
    '<meta name="date" content="', "<time datetime='2019-02-28'>", "2019-02-28 ", "</html>", "<frameset>", "<html lang="]), max_size=40)


@settings(deadline=None)
@given(TAGS)
def test_broken_markup_raises_nothing_but_unreadable(pieces):
    try:
        [document] = read.read("a.html", ("<html>" + "".join(pieces)).encode())
    except read.Unreadable as problem:
        assert str(problem)
    else:
        assert "\0" not in document.text and document.text.strip()


@settings(deadline=None)
@given(st.text(alphabet="<>a='\"/- !\n", max_size=200))
def test_a_small_page_is_left_as_it_is(source):
    assert safe(source) == source


def test_a_large_script_does_not_make_a_page_unreadable():
    state = '<script>var page = {"html": "<b ' + '"key": "some words", ' * 900 + '"};</script>'
    stated = '<script type="application/ld+json">{"datePublished": "2016-11-04"}</script>'
    [document] = read.read("a.html", f"{HEAD}{state}{stated}</head><body>{PARA * 3}".encode())
    assert "harbour wall" in document.text and "key" not in document.text
    assert document.published.day == "2016-11-04"
