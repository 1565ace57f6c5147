"""Pages, feeds and other markup: entities, nesting, attributes, and links that lead outside."""

from tests.written import page, rss

LAUGHS = '<!DOCTYPE x [<!ENTITY a "lol lol lol lol lol lol lol lol">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 12)) + "]>"


def outside(canary: str, root: str = "x") -> str:
    """A document type whose entity is a file outside."""
    return f'<!DOCTYPE {root} [<!ENTITY out SYSTEM "file://{canary}"><!ENTITY % more SYSTEM "file://{canary}">%more;]>'


def files(canary: str):
    """(name, bytes)."""
    text = {
        "200000-parts-in-parts.html": "<html><body>" + "<div>" * 200_000 + "words" + "</div>" * 200_000,
        "200000-attributes.html": "<html><body><p " + " ".join(f'a{n}="x"' for n in range(200_000)) + ">words</p>",
        "million-tags.html": "<html>" + "<b>x" * 1_100_000,
        "never-closed.html": "<html><body>" + "<b><i>words " * 20_000,
        "entities.html": f"{outside(canary, 'html')}<html><body><p>words &out; more words</p></body></html>",
        "laughs.html": LAUGHS + "<html><body><p>words &a11; more</p></body></html>",
        "frames-outside.html": f'<html><body><iframe src="file://{canary}"></iframe><object data="file://{canary}"></object><p>words of the page</p>',
        "base-outside.html": f'<html><head><base href="file://{canary}"><link rel=import href="file://{canary}"></head><body><p>words of the page</p>',
        "script-only.html": "<html><script>document.write('words')</script></html>",
        "comment-without-end.html": "<html><body><!-- " + "words - " * 100_000,
        "utf7.html": "<html><head><meta charset=utf-7></head><body><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4- words</p>",
        "charset-that-is-none.html": "<html><head><meta charset=klingon></head><body><p>words of the page</p>",
        "tables-in-tables.html": "<html><body>" + "<table><tr><td>words" * 3000,
        "date-bomb.html": '<html><head><script type="application/ld+json">' + '{"datePublished":' * 50_000 + "</script></head><p>words</p>",
        "selects.html": "<html><body>" + "<select><option>words" * 30_000,
        "entities.rss": f'<?xml version="1.0"?>{outside(canary, "rss")}<rss><channel><item><description>words &out;</description></item></channel></rss>',
        "laughs.rss": f'<?xml version="1.0"?>{LAUGHS}<rss><channel><item><description>&a11;</description></item></channel></rss>',
        "laughs.atom": f'<?xml version="1.0"?>{LAUGHS}<feed xmlns="http://www.w3.org/2005/Atom"><entry><content>&a11;</content></entry></feed>',
        "no-entries.rss": '<?xml version="1.0"?><rss version="2.0"><channel><title>Words</title></channel></rss>',
        "100000-deep.rss": '<?xml version="1.0"?><rss><channel>' + "<item>" * 100_000 + "words",
        "never-closed.rss": '<rss><channel><item><title>words of it</title><description>&lt;p&gt;words',
        "hostile-markup-inside.rss": rss([["<div " + " ".join(f"a{n}=x" for n in range(5000)) + ">words"]]).decode().replace("&amp;lt;", "&lt;").replace("&amp;gt;", "&gt;"),
        "unknown.xml": '<?xml version="1.0"?><invoice><total>100</total></invoice>',
        "picture.svg": '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><text>words</text></svg>',
        "processing.xml": '<?xml version="1.0"?><?xml-stylesheet href="file:///etc/passwd"?><x>words</x>',
    }
    yield from ((name, data.encode()) for name, data in text.items())
    yield "utf16-without-mark.html", page(["The wall was built in those years."]).decode().replace("utf-8", "utf-16").encode("utf-16-le")
    yield "utf16.rss", rss([["The wall was built."]]).decode().replace('"utf-8"', '"utf-16"').encode("utf-16")
    yield "utf16-entities.rss", f'<?xml version="1.0" encoding="utf-16"?>{outside(canary, "rss")}<rss><channel><item><title>&out;</title></item></channel></rss>'.encode("utf-16")


def large():
    """Those that take long."""
    yield "nine-megabytes-of-paragraphs.html", b"<html><body>" + b"<p>Some words of a long page.</p>" * 280_000
