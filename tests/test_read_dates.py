"""The day a document was published: what people type, what names and pages say, and which of them counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import read
from timeline.model import DocumentDate
from timeline.read._file_name import from_name
from timeline.read._page_date import _written
from timeline.read._published import best, from_value, guess_order, parse_day

TYPED = {
    "2019-02-28": "2019-02-28", " 2019-02-28 ": "2019-02-28", "2019-2-8": "2019-02-08", "2019/02/28": "2019-02-28",
    "2019.02.28": "2019-02-28", "20190228": "2019-02-28", "2019-02-28T10:00:00+07:00": "2019-02-28",
    "2019-02-28 23:59": "2019-02-28", "20190228T101500Z": "2019-02-28", "20190228101500": "2019-02-28",
    "28/02/2019": "2019-02-28", "28.2.2019": "2019-02-28", "28-02-2019": "2019-02-28", "02/28/2019": "2019-02-28",
    "03/04/2019": "2019-04-03", "28. 2. 2019": "2019-02-28", "28/02/2019 10:15": "2019-02-28",
    "28 Feb 2019": "2019-02-28", "28 February 2019": "2019-02-28", "Feb 28, 2019": "2019-02-28",
    "February 28th, 2019": "2019-02-28", "28th of February, 2019": "2019-02-28", "Thu 28 Feb 2019": "2019-02-28",
    "Thu, 28 Feb 2019 10:00:00 GMT": "2019-02-28", "28 Feb 2019 10:00:00 +0000": "2019-02-28",
    "28 février 2019": "2019-02-28", "28. März 2019": "2019-03-28", "28 de febrero de 2019": "2019-02-28",
    "28 febbraio 2019": "2019-02-28", "28 de fevereiro de 2019": "2019-02-28", "28 februari 2019": "2019-02-28",
    "2019年2月28日": "2019-02-28", "28 февраля 2019": "2019-02-28", "0044-03-15": "0044-03-15",
    "2020-02-29": "2020-02-29",
    "2019-02-30": None, "2019-13-01": None, "30/02/2019": None, "2019-02": None, "2019": None, "Feb 2019": None,
    "28 Feb": None, "": None, " ": None, "yesterday": None, "today": None, "now": None, "3 days ago": None,
    "last monday": None, "in 2 days": None, "10:30": None, "12": None, "may": None, "1551312000": None,
    "12 a 2019": None, "1 2 3": None, "n/a": None, "unknown": None, "2019-02-28-03": None, "99/99/2019": None,
    "9" * 5000: None, "0000-01-01": None, "28 Foo 2019": None, "half past 2 on 3": None,
}
NAMED = {
    "2019-02-28-hanoi.txt": "2019-02-28", "hanoi-2019-02-28.txt": "2019-02-28", "20190228_x.html": "2019-02-28",
    "x_20190228.txt": "2019-02-28", "article 28 Feb 2019.txt": "2019-02-28", "article-february-28-2019.txt": "2019-02-28",
    "article Feb 28, 2019.txt": "2019-02-28", "28th_of_february_2019.md": "2019-02-28", "2019_02_28.txt": "2019-02-28",
    "2019.02.28.txt": "2019-02-28", "2019 02 28 notes.txt": "2019-02-28", "28.02.2019.txt": "2019-02-28",
    "28-02-2019 talks.txt": "2019-02-28", "02-28-2019.txt": "2019-02-28", "03-04-2019.txt": "2019-04-03",
    "IMG_20190228_101500.txt": "2019-02-28", "IMG20190228.txt": "2019-02-28", "20190228101500.html": "2019-02-28",
    "2019-02-28T10-15.txt": "2019-02-28", "2019/02/28/talks.html": "2019-02-28", "pile.zip/2019/2/28/talks.html": "2019-02-28",
    "C:\\papers\\2019-02-28.txt": "2019-02-28", "1862-09-22-speech.txt": "1862-09-22", "(2019-02-28).txt": "2019-02-28",
    "28 février 2019.txt": "2019-02-28", "bericht-28-märz-2019.txt": "2019-03-28", "2019-02-28 and 20190228.txt": "2019-02-28",
    "report_2019-02-28_v2.txt": "2019-02-28", "2019-02-28": "2019-02-28",
    "notes.txt": None, "2019.txt": None, "2019-02.txt": None, "000_4c3110813abe256b.txt": None, "12345678.txt": None,
    "20191301.txt": None, "2019-02-30.txt": None, "v2019.2.28.txt": None, "tool-version-2019.02.28.txt": None,
    "release 2019.02.28.txt": None, "lib-1.2019-02-28.txt": None, "1.2.2019.4.txt": None, "2019.02.28.1.txt": None,
    "10.12.txt": None, "12-part-2019.txt": None, "chapter 12 the 2019 talks.txt": None, "9784120190228.txt": None,
    "a20190228f.txt": None, "4c20190228beef.txt": None, "0812-02-28.txt": None, "2019-01-01_to_2019-02-28.txt": None,
    "2019-02-28-2018.01.01.txt": None, "555-2019-0228.txt": None, "2019-02-28/notes.txt": None,
    "export-2019-11-23.zip/story.txt": None, "17890714.txt": None, "": None, "../../etc/passwd": None, "2019-2-281.txt": None,
}
HEAD = '<html><head>{}</head><body><article><p>The council of Arden met and agreed on the new harbour wall.</p>{}</article></body></html>'
PAGES = [
    ('<meta property="article:published_time" content="2016-11-04T08:30:00+01:00">', "", "2016-11-04", "meta"),
    ('<meta name="DC.date.issued" content="2016-11-04">', "", "2016-11-04", "meta"),
    ('<meta name="pubdate" content="Fri, 04 Nov 2016 08:30:00 GMT">', "", "2016-11-04", "meta"),
    ('<meta name="parsely-pub-date" content="2016-11-04T08:30:00Z">', "", "2016-11-04", "meta"),
    ('<meta name="citation_publication_date" content="2016/11/04">', "", "2016-11-04", "meta"),
    ('<meta itemprop="datePublished" content="2016-11-04">', "", "2016-11-04", "meta"),
    ('<meta name="date" content="4 November 2016">', "", "2016-11-04", "meta"),
    ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2016-11-04T08:30:00Z"}</script>', "", "2016-11-04", "meta"),
    ('<script type="application/ld+json">{broken "datePublished" : "2016-11-04"</script>', "", "2016-11-04", "meta"),
    ("", '<time itemprop="datePublished" datetime="2016-11-04T09:00">Friday</time>', "2016-11-04", "meta"),
    ("", '<time pubdate datetime="2016-11-04">Friday</time>', "2016-11-04", "meta"),
    ('<meta property="article:published_time" content="2016-11-04"><meta name="date" content="2016-11-05">', "", "2016-11-04", "meta"),
    ('<meta property="article:modified_time" content="2017-01-09"><meta name="date" content="2016-11-04">', "", "2016-11-04", "meta"),
    ('<link rel="canonical" href="https://arden.example/2016/11/04/wall">', "", "2016-11-04", "htmldate"),
    ("", '<p class="byline">By A. Renn, <time datetime="2016-11-04">4 November 2016</time></p>', "2016-11-04", "htmldate"),
    ("", "<p>Updated talks took place on 4 November 2016.</p>", "2016-11-04", "htmldate guess"),
    ("", "<p>© 2016 The Harbour Paper</p>", None, None),
    ("", "<p>It was agreed in March 2016.</p>", None, None),
    ('<meta name="date" content="2016-11">', "", None, None),
    ('<meta name="date" content="today">', "", None, None),
    ('<meta property="article:published_time" content="2999-01-02">', "", None, None),
    ("", "", None, None),
]


@pytest.mark.parametrize("typed, day", TYPED.items())
def test_parse_day_table(typed, day):
    assert parse_day(typed) == (day and date.fromisoformat(day))


@pytest.mark.parametrize("typed, order, day", [
    ("03/04/2019", "DMY", "2019-04-03"), ("03/04/2019", "MDY", "2019-03-04"), ("28/02/2019", "MDY", "2019-02-28"),
    ("02/28/2019", "DMY", "2019-02-28"), ("2019-03-04", "MDY", "2019-03-04"), ("3 April 2019", "MDY", "2019-04-03")])
def test_parse_day_order_decides_only_what_is_open(typed, order, day):
    assert parse_day(typed, order) == date.fromisoformat(day)


@settings(deadline=None)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_parse_day_reads_back_what_was_written(day):
    for written in (day.isoformat(), f"{day:%Y%m%d}", f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day.isoformat()}T00:00:00Z"):
        assert parse_day(written) == day
    assert parse_day(f"{day:%m/%d/%Y}", "MDY") == day


@settings(deadline=None)
@given(st.one_of(st.text(max_size=60), st.from_regex(r"[0-9]{1,5}[-/. ][0-9A-Za-z]{1,9}[-/. ][0-9]{1,5}", fullmatch=True)))
def test_parse_day_gives_a_day_or_none(typed):
    assert parse_day(typed) is None or isinstance(parse_day(typed), date)


@pytest.mark.parametrize("name, day", NAMED.items())
def test_from_name_table(name, day):
    found = from_name(name)
    assert (found.day if isinstance(found, DocumentDate) else None) == day
    if day:
        assert found.rung == "file name" and found.reason.startswith("the file's name says ")


def test_from_name_tells_why_it_took_none():
    assert "several dates" in from_name("2019-01-01_to_2019-02-28.txt")
    assert "still to come" in from_name("2999-01-01.txt")
    assert from_name("03-04-2019.txt").confidence < from_name("2019-04-03.txt").confidence


@settings(deadline=None)
@given(st.text(max_size=80), st.dates(min_value=date(1800, 1, 1), max_value=date.today()))
def test_from_name_never_raises_and_finds_a_plain_day(name, day):
    from_name(name)
    assert from_name(f"{day.isoformat()}.txt").day == day.isoformat()


@pytest.mark.parametrize("head, body, day, rung", PAGES)
def test_page_date_table(head, body, day, rung):
    [document] = read.read("page.html", HEAD.format(head, body).encode())
    found = document.published
    assert (found and found.day, found and found.rung) == (day, rung)


@pytest.mark.parametrize("text", [
    "2016-11-04", "20161104", "2016/11/04", "4.11.2016", "04.11.16", "11/4/2016", "4 November 2016", "4th of November, 2016",
    "November 4, 2016", "Nov. 4th 2016", "le 4 novembre 2016", "4 de noviembre de 2016", "/2016/nov/04/", "2016年11月4日",
    "4. November 2016", "Fri, 04 Nov 2016 10:00"])
def test_a_day_written_out_is_seen(text):
    assert _written(date(2016, 11, 4)).search(f"<p>({text})</p>")


@pytest.mark.parametrize("text", ["2016-11", "November 2016", "2016", "2016-11-14", "14 November 2016", "2016-11-041", "1 2016"])
def test_a_day_not_written_out_is_not_seen(text):
    assert not _written(date(2016, 11, 4)).search(text)


@pytest.mark.parametrize("name, front, day, rung", [
    ("a.md", "date: 2016-11-04", "2016-11-04", "meta"), ("a.md", 'date: "4 November 2016"', "2016-11-04", "meta"),
    ("a.md", "Date: 2016-11-04T10:00:00Z", "2016-11-04", "meta"), ("a.md", "pubDate: 2016-11-04", "2016-11-04", "meta"),
    ("2016-11-03-a.md", "date: 2016-11-04", "2016-11-03", "file name"), ("a.md", "date: soon", None, None),
    ("a.md", "date: 2999-01-01", None, None), ("a.md", "updated: 2016-11-04", None, None)])
def test_front_matter_date_table(name, front, day, rung):
    [document] = read.read(name, f"---\n{front}\n---\nThe wall was built.".encode())
    found = document.published
    assert (found and found.day, found and found.rung) == (day, rung)
    assert document.text.startswith("---\n")


@pytest.mark.parametrize("cells, days", [
    (["28/02/2019", "03/04/2019"], ["2019-02-28", "2019-04-03"]),
    (["02/28/2019", "03/04/2019"], ["2019-02-28", "2019-03-04"]),
    (["02/28/2019", "28/02/2019", "03/04/2019"], ["2019-02-28", "2019-02-28", "2019-04-03"]),
    (["03/04/2019"], ["2019-04-03"]), (["2019-02-28", "soon", ""], ["2019-02-28", None, None])])
def test_a_column_of_dates_is_read_in_one_order(cells, days):
    table = "text,date\n" + "".join(f"words {n},{cell}\n" for n, cell in enumerate(cells))
    assert [d.published and d.published.day for d in read.read("a.csv", table.encode())] == days


@pytest.mark.parametrize("values, order", [
    ([], ""), (["03/04/2019"], ""), (["28/02/2019"], "DMY"), (["02/28/2019"], "MDY"), (["02/28/2019", "28/02/2019"], ""), (["x"], "")])
def test_guess_order_table(values, order):
    assert guess_order(values) == order


@pytest.mark.parametrize("cells, sure", [(["03/04/2019"], False), (["28/02/2019", "03/04/2019"], True), (["03/03/2019"], True), (["2019-04-03"], True)])
def test_a_day_that_can_be_read_in_two_ways_is_in_doubt(cells, sure):
    table = "text,date\n" + "".join(f"words {n},{cell}\n" for n, cell in enumerate(cells))
    found = read.read("a.csv", table.encode())[-1].published
    assert (found.confidence > 0.9) is sure and ("read day first" in found.reason) is not sure


@pytest.mark.parametrize("cells, days", [
    (["28 lutego 2019", "1 marca 2019"], ["2019-02-28", "2019-03-01"]), (["3 foo 3", "28 lutego 2019"], [None, "2019-02-28"]),
    (["28 Feb 2019", "28 février 2019"], ["2019-02-28"] * 2)])
def test_a_column_of_dates_is_read_in_its_languages(cells, days):
    table = "text,date\n" + "".join(f"words {n},{cell}\n" for n, cell in enumerate(cells))
    assert [d.published and d.published.day for d in read.read("a.csv", table.encode())] == days


def test_best_takes_the_first_and_tells_of_the_others():
    first, second = (DocumentDate(d, "meta", f"a tag says {d}") for d in ("2016-11-04", "2016-11-05"))
    assert best(None, "no luck", first, second) == (first, ("no luck", "not taken: a tag says 2016-11-05"))
    assert best(None, None) == (None, ())
    assert best(first, first) == (first, ())


def test_a_day_to_come_is_taken_from_a_column_only():
    ahead = (date.today() + timedelta(days=40)).isoformat()
    assert "still to come" in from_value(ahead, "meta", "a tag")
    assert from_value(ahead, "column", "a column").day == ahead
    assert "still to come" in from_value(ahead, "column", "a column").reason


def test_agreement_of_tag_and_htmldate_makes_a_date_surer():
    sure = read.read("a.html", HEAD.format('<meta property="article:published_time" content="2016-11-04">', "").encode())
    less = read.read("a.html", HEAD.format("", '<time itemprop="datePublished" datetime="2016-11-03T23:00Z">4 November 2016</time>').encode())
    assert sure[0].published.confidence == 0.95 and less[0].published.confidence < 0.95


@pytest.mark.parametrize("name, data", [
    ("a.txt", b"Nothing is dated here."), ("a.md", b"# Nothing"), ("a.html", b"<html><p>Nothing is dated here.</p>"),
    ("a.csv", b"text\nNothing"), ("a.jsonl", b'{"text": "Nothing"}')])
def test_a_document_without_a_date_has_none(name, data, tmp_path):
    path = tmp_path / name
    path.write_bytes(data)
    given = read.open_sources([path, ("other " + name, data), "Nothing is dated here."])
    assert [document.published for document in given] == [None] * 3
