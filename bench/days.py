"""Labelled files that are no web pages: texts with bylines and datelines, names with days in them, tables, feeds, mail."""

import csv
import io
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from bench.pages import Page, american, long


def _prose(p: Page) -> str:
    said = f"on {long(p.event)}" if p.dice.random() < 0.5 else "in the spring"
    return (f"The council voted {said} for work on the {p.topic}, said {p.who}, and nobody in the hall spoke against it.\n\n"
            "The work is to begin soon; the town has put money aside for it. People who live nearby were told by letter.")


def _text(form: str, words=long, miss: float = 0.0, shift: int = -1):
    """A layout: a text with the day in it; with the chance `miss` that day is `shift` days off the day of publication."""
    def layout(p: Page) -> tuple[str, bytes]:
        day = p.day + timedelta(days=shift) if p.dice.random() < miss else p.day
        return "story.txt", form.format(day=words(day), who=p.who, topic=p.topic.title(), prose=_prose(p)).encode()
    return layout


def _named(form: str, miss: float = 0.0):
    """A layout: a file's name holds the day; with the chance `miss` it is the day of an event, or of the copy."""
    def layout(p: Page) -> tuple[str, bytes]:
        day = p.dice.choice((p.event, p.later)) if p.dice.random() < miss else p.day
        return form.format(day=day, words=long(day).replace(" ", "-")), _prose(p).encode()
    return layout


def _row(form, title: str = "published", miss: float = 0.0):
    def layout(p: Page) -> tuple[str, bytes]:
        day, out = p.later if p.dice.random() < miss else p.day, io.StringIO()
        csv.writer(out).writerows([["text", title], [_prose(p), form(day)]])
        return "articles.csv", out.getvalue().encode()
    return layout


def _feed(tag: str, miss: float = 0.0):
    def layout(p: Page) -> tuple[str, bytes]:
        day = p.later if p.dice.random() < miss else p.day
        stamp = f"{day:%a, %d %b %Y} 10:00:00 GMT" if tag == "pubDate" else f"{day.isoformat()}T10:00:00Z"
        return "news.rss", f'<?xml version="1.0"?><rss><channel><title>News</title><item><{tag}>{stamp}</{tag}><description>{_prose(p)}</description></item></channel></rss>'.encode()
    return layout


def _mail(miss: float = 0.0):
    def layout(p: Page) -> tuple[str, bytes]:
        from datetime import UTC, datetime, time

        made, day = EmailMessage(), p.later if p.dice.random() < miss else p.day
        made["From"], made["Subject"], made["Date"] = f"{p.who} <a@harbour.example>", p.topic, format_datetime(datetime.combine(day, time(10), UTC))
        made.set_content(_prose(p))
        return "letter.eml", made.as_bytes()
    return layout


FILES = {
    "text: by, day": _text("{topic}\n\nBy {who}\n{day}\n\n{prose}"), "text: day under the title": _text("{topic}\n{day}\n\n{prose}", american),
    "text: published": _text("{topic}\n\nPublished: {day}\n\n{prose}"), "text: dateline": _text("ARDEN, {day} — {prose}", american, 0.15),
    "text: letter": _text("Arden, {day}\n\nDear friend,\n\n{prose}", miss=0.05), "text: minutes": _text("Minutes of the council\n{day}\n\n{prose}", miss=0.4, shift=-9),
    "text: foot": _text("{topic}\n\n{prose}\n\n{prose}\n\n{prose}\n\nPublished on {day} by {who}", miss=0.1, shift=9), "text: speech": _text("Speech of {who}, {day}\n\n{prose}", miss=0.1),
    "text: reprint": _text("{topic}\n\nPublished: {day}\n\n{prose}", miss=0.3, shift=-900), "text: posted": _text("{topic}\nPosted on {day}\n\n{prose}", american),
    "name: day first": _named("{day:%Y-%m-%d}-story.txt", 0.03), "name: compact": _named("story_{day:%Y%m%d}.txt", 0.08), "name: words": _named("story {words}.txt", 0.08),
    "name: German": _named("Bericht {day:%d.%m.%Y}.txt", 0.05), "name: American": _named("story {day:%m-%d-%Y}.txt", 0.05), "name: event or copy": _named("notes {day:%Y-%m-%d}.txt", 0.3),
    "name: European": _named("story {day:%d-%m-%Y}.txt", 0.05), "name: folders": _named("{day:%Y/%m/%d}/story.txt", 0.03),
    "column: ISO": _row(lambda d: d.isoformat(), miss=0.02), "column: time": _row(lambda d: f"{d.isoformat()}T08:00:00Z"), "column: words": _row(american),
    "column: British": _row(lambda d: f"{d:%d/%m/%Y}"), "column: German": _row(lambda d: f"{d:%d.%m.%Y}"), "column: American": _row(lambda d: f"{d:%m/%d/%Y}"), "column: date": _row(lambda d: d.isoformat(), "date", 0.08),
    "feed: pubDate": _feed("pubDate", 0.03), "feed: dc": _feed("date", 0.03), "feed: updated": _feed("updated", 0.1),
    "mail": _mail(), "mail: sent on": _mail(0.04),
}
