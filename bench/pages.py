"""Labelled pages of our own, in many layouts, with the day each was published: how often each rung of the ladder is right.

The layouts are those that sites of many kinds have, with what misleads in them: days of changes, events, comments,
related stories, builds and copies. Half A has been looked at; half B has only been watched.
"""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

EACH = 24  # pages a layout
DOUBTFUL = 0.75  # a rung says of itself that it is in doubt: a day that can be read in two ways, statements that differ
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()}
TOPICS = ("harbour wall", "old bridge", "town library", "ferry line", "school roof", "water tower", "night train", "cattle market")
PEOPLE = ("Paula Renn", "Maria Okoye", "Tom Haller", "Ines Duarte", "Jan Vermeer")


class Page:
    """The day, and days around it that mislead."""

    def __init__(self, dice: Random):
        self.dice = dice
        self.day = date(2005, 1, 1) + timedelta(days=dice.randrange(6900))
        self.topic, self.who = dice.choice(TOPICS), dice.choice(PEOPLE)
        self.event = self.day - timedelta(days=dice.randrange(1, 400))
        self.later = self.day + timedelta(days=dice.randrange(1, 300))

    def body(self, events: float = 0.5) -> str:
        """Prose, in which with the given chance the day of an event stands in full."""
        said = f"on {long(self.event)}" if self.dice.random() < events else "in the spring"
        return (f"<p>The council voted {said} for work on the {self.topic}, said {self.who}, and nobody in the hall spoke against it.</p>"
                f"<p>The work is to begin soon; the town has put money aside for it, and the {self.topic} will be closed to the public for a while.</p>"
                "<p>People who live nearby were told by letter. Some had asked for a later start, but the builders are ready.</p>")

    def html(self, head: str = "", top: str = "", foot: str = "", events: float = 0.5, lang: str = "en", body: str = "") -> bytes:
        """The page, with what most pages have around the story."""
        changed = f'<meta property="article:modified_time" content="{self.later.isoformat()}T09:00:00Z">' if self.dice.random() < 0.3 else ""
        links = "".join(f'<li><a href="https://harbour.example/{(self.event - timedelta(days=n)):%Y/%m/%d}/other-{n}">Another story</a></li>' for n in range(self.dice.choice((0, 0, 3))))
        right = f"<p>© {self.dice.choice((self.day.year, self.later.year, 2024))} The Harbour Paper</p>"
        return (f'<!DOCTYPE html><html lang="{lang}"><head><title>The {self.topic}</title>{changed}{head}</head><body><nav><a href="/">Home</a></nav><article>'
                f"<h1>The {self.topic}</h1>{top}{body or self.body(events)}</article><aside><ul>{links}</ul></aside><footer>{foot}{right}</footer></body></html>").encode()


def long(day: date, lang: str = "en") -> str:
    """4 November 2016, in that language."""
    of = " de " if lang == "es" else " "
    return f"{day.day}{'.' if lang == 'de' else ''}{of}{MONTHS[lang][day.month - 1]}{of}{day.year}"


def american(day: date) -> str:
    """November 4, 2016."""
    return f"{MONTHS['en'][day.month - 1]} {day.day}, {day.year}"


def _stamp(p: Page) -> str:
    """The day as machines write it, by a clock that is some hours off in one case of twenty-five."""
    shown = p.day - timedelta(days=1) if p.dice.random() < 0.04 else p.day
    return f"{shown.isoformat()}T{p.dice.randrange(24):02}:{p.dice.randrange(60):02}:00Z"


def _meta(key: str, attribute: str = "name", form=_stamp, shown: float = 0.6):
    """A layout: a meta tag; with the given chance the byline shows the day too."""
    def layout(p: Page) -> bytes:
        top = f'<p class="byline">By {p.who}, {long(p.day)}</p>' if p.dice.random() < shown else f'<p class="byline">By {p.who}</p>'
        return p.html(f'<meta {attribute}="{key}" content="{form(p)}">', top)
    return layout


def _json_ld(kind: str):
    def layout(p: Page) -> bytes:
        return p.html(f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"{kind}","datePublished":"{_stamp(p)}",'
                      f'"dateModified":"{p.later.isoformat()}"}}</script>', f"<p>{american(p.day)}</p>" if p.dice.random() < 0.5 else "")
    return layout


def _byline(form: str, lang: str = "en", words=long, tag: str = 'p class="byline"'):
    """A layout: the day in words, in a byline."""
    def layout(p: Page) -> bytes:
        day = words(p.day, lang) if words is long else words(p.day)
        return p.html("", f"<{tag}>{form.format(day=day, who=p.who)}</{tag.split()[0]}>", lang=lang)
    return layout


def _build_day(p: Page) -> bytes:
    """A static site: the meta tag is the day it was built in one case of four."""
    stated = p.later if p.dice.random() < 0.25 else p.day
    return p.html(f'<meta name="date" content="{stated.isoformat()}">', f"<p>Posted on {long(p.day)}</p>")


def _republished(p: Page) -> bytes:
    """datePublished is overwritten when a story is put out again, in one case of six."""
    stated = p.later if p.dice.random() < 1 / 6 else p.day
    return p.html(f'<meta property="article:published_time" content="{stated.isoformat()}T08:00:00Z">', f'<p class="meta">First published {american(p.day)}</p>')


def _archived(p: Page) -> bytes:
    return p.html("", f"<div>Captured on {long(p.later)}</div><p>By {p.who} | {long(p.day)}</p>")


def _updated_only(p: Page) -> bytes:
    """All that is stated is the last change, which is the first one in half of the cases."""
    return p.html("", foot=f"<p>Last updated: {long(p.day if p.dice.random() < 0.5 else p.later)}</p>", events=0.2)


def _side_times(p: Page) -> bytes:
    side = "".join(f'<li><time datetime="{(p.day + timedelta(days=n)).isoformat()}">other</time></li>' for n in (-3, -1, 2))
    return p.html("", f'<p><time datetime="{p.day.isoformat()}">{long(p.day)}</time></p>', foot=f"<ul>{side}</ul>" if p.dice.random() < 0.4 else "")


def _comments(p: Page) -> bytes:
    said = "".join(f'<div class="comment">Reader {n}, {american(p.day + timedelta(days=n))}: I agree.</div>' for n in range(1, 4))
    return p.html("", f'<span class="date">{american(p.day)}</span>', foot=said)


def _nothing(events: float):
    return lambda p: p.html(events=events)


def _press(p: Page) -> bytes:
    return p.html(body=f"<p>ARDEN, {american(p.day)} — The town opens the {p.topic}, it was said today by {p.who} at the town hall.</p>" + p.body(0.3))


def _scholarly(p: Page) -> bytes:
    return p.html("", f"<p>Received {long(p.event - timedelta(days=90))}; accepted {long(p.event)}; published {long(p.day)}</p>", events=0)


LAYOUTS = {
    "article:published_time": _meta("article:published_time", "property"), "og, byline always": _meta("article:published_time", "property", shown=1),
    "og, no byline": _meta("og:article:published_time", "property", shown=0), "name=date": _meta("date", form=lambda p: p.day.isoformat()),
    "dc.date.issued": _meta("DC.date.issued", form=lambda p: p.day.isoformat(), shown=0.3), "parsely": _meta("parsely-pub-date"),
    "citation": _meta("citation_publication_date", form=lambda p: f"{p.day:%Y/%m/%d}", shown=0.3), "pubdate in words": _meta("pubdate", form=lambda p: american(p.day)),
    "itemprop": _meta("datePublished", "itemprop"), "news json-ld": _json_ld("NewsArticle"), "blog json-ld": _json_ld("BlogPosting"),
    "built": _build_day, "republished": _republished, "side times": _side_times, "archived": _archived, "comments": _comments,
    "microdata": lambda p: p.html("", f'<time itemprop="datePublished" datetime="{_stamp(p)}">{long(p.day)}</time>'),
    "time tag": lambda p: p.html("", f'<p class="byline">By {p.who} <time datetime="{p.day.isoformat()}">{american(p.day)}</time></p>'),
    "address": lambda p: p.html(f'<link rel="canonical" href="https://harbour.example/{p.day:%Y/%m/%d}/story">'),
    "by, day": _byline("By {who}, {day}"), "day, by": _byline("{day} | {who}", words=american), "posted": _byline("Posted on {day} by {who}", words=american, tag='div class="post-meta"'),
    "published": _byline("Published: {day}", tag='span class="published"'), "plain line": _byline("{day}", tag="p"), "small print": _byline("{who} · {day}", words=american, tag="small"),
    "german": _byline("Von {who}, {day}", "de"), "german figures": _byline("Veröffentlicht am {day}", "de", lambda d: f"{d:%d.%m.%Y}"),
    "french": _byline("Publié le {day} par {who}", "fr"), "spanish": _byline("Publicado el {day}", "es"), "american figures": _byline("{day}", words=lambda d: f"{d:%m/%d/%Y}", tag='span class="date"'),
    "definition": lambda p: p.html("", f"<dl><dt>Date</dt><dd>{long(p.day)}</dd><dt>From</dt><dd>{p.who}</dd></dl>", events=0.3),
    "press": _press, "scholarly": _scholarly, "updated": _updated_only, "nothing": _nothing(0), "an event's day alone": _nothing(1),
}


def pages():
    """(layout, name, bytes, day, half) of each page and file; deterministic."""
    from bench.days import FILES

    for layout, make in (LAYOUTS | FILES).items():
        for number in range(EACH):
            page = Page(Random(f"{layout} {number}"))
            made = make(page)
            name, data = made if isinstance(made, tuple) else (f"page-{'abcdefghijklmnopqrstuvwxyz'[number]}.html", made)
            yield layout, name, data, page.day.isoformat(), "AB"[number % 2]


def measure() -> dict[str, dict]:
    """Rung -> {n, right, stated, A, B}, in percent; "none" counts those for which no day was given."""
    from timeline import dates, read

    found: dict[str, list] = defaultdict(list)
    for layout, name, data, day, half in pages():
        [document] = read.read(name, data)
        got = document.published or dates.byline(document.text, document.language)
        rung = "none" if not got else "any, in doubt" if got.confidence < DOUBTFUL and "guess" not in got.rung else got.rung
        found[rung].append((bool(got) and got.day == day, got.confidence if got else 0.0, half, layout))
    return {rung: _figures(rows) for rung, rows in sorted(found.items())}


def _figures(rows: list) -> dict:
    share = lambda part: 100 * sum(right for right, *_ in part) / len(part) if part else 0.0  # noqa: E731
    return {"n": len(rows), "right": share(rows), "stated": 100 * sum(c for _, c, *_ in rows) / len(rows),
            **{half: share([r for r in rows if r[2] == half]) for half in "AB"}}


def table(figures: dict[str, dict]) -> str:
    """The figures, a line a rung."""
    from bench.report import table as drawn

    return drawn(["rung", "documents", "right, %", "stated, %", "right, half A", "right, half B"],
                 [[rung, f["n"], f["right"], f["stated"], f["A"], f["B"]] for rung, f in figures.items()])


if __name__ == "__main__":
    print(table(measure()))
