"""Hand-made events for the tests of frame, charts, export and page."""

from dataclasses import replace
from random import Random

from timeline import calendar
from timeline.model import Alternative, Document, DocumentDate, Event, Mention, Timeline

PAGE = Document("doc-1", "hanoi.txt", "The talks in Hanoi on 27 February 2019 ended early. Mr Kim left.",
                title="Hanoi", published=DocumentDate("2019-02-28", "byline", "from the byline"))


def mention(document=PAGE, start=0, end=51, words="27 February 2019", **changes):
    text = document.text
    at = text.find(words)
    made = Mention(document.doc_id, document.title, document.published.day if document.published else "", start, end,
                   text[start:end], text[max(0, start - 30):start], text[end:end + 30], words if at >= 0 else "",
                   at if at >= 0 else None, at + len(words) if at >= 0 else None, "2019-02-27", "explicit", "full date")
    return replace(made, **changes)


def event(number=1, edtf="2019-02-27", title="Hanoi talks", precision="day", **changes):
    first, last = calendar.bounds(edtf)
    made = Event(
        f"e{number:04d}",
        title,
        first,
        last,
        edtf,
        "27 February 2019",
        precision,
        "exact",
        "explicit",
        "full date",
        "instant",
        "actual",
        ("Kim Jong-un",),
        "Hanoi",
        PAGE.text[:51],
        (mention(),),
        0.5,
        0.9,
        alternatives=(Alternative("2020-02-27", "after the document's date"),),
    )
    return replace(made, **changes)


def undated(number=900, **changes):
    return event(number, "", "Envoys met", "", date_text="soon after", reason="“soon after” names no day.", **changes)


def timeline(*events, documents=(PAGE,), failures=()):
    return Timeline(tuple(documents), tuple(events), tuple(failures), {})


def many(count, seed=7, actors=25, years=(2011, 2014)):
    """`count` events of made-up people over some years, in every precision."""
    dice, made = Random(seed), []
    for number in range(count):
        year, month, day = dice.randint(*years), dice.randint(1, 12), dice.randint(1, 28)
        edtf, precision = dice.choice([(f"{year}-{month:02d}-{day:02d}", "day")] * 4
                                      + [(f"{year}-{month:02d}", "month"), (f"{year}", "year")])
        names = tuple(f"Person {int(actors * dice.random() ** 2)}" for _ in range(dice.choice([0, 1, 1, 2])))
        made.append(event(number, edtf, f"Meeting number {number}", precision, actors=tuple(dict.fromkeys(names)),
                          importance=dice.random()))
    return made
