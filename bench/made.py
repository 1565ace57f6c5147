"""Timelines of made-up events, as many as one likes: the same for the same number."""

from random import Random

from timeline import calendar
from timeline.model import Document, DocumentDate, Event, Mention, Timeline

FIRST = ("Ada", "Bo", "Cleo", "Dario", "Edda", "Femi", "Gita", "Hana", "Ivo", "Juno", "Kaj", "Lina", "Milo", "Nadia", "Otto", "Pia")
LAST = ("Aldous", "Brandt", "Cortez", "Dahl", "Ekwueme", "Ferrante", "Gallo", "Horvat", "Ito", "Jansen", "Kovac", "Lindqvist")
DONE = ("met the council of", "signed a treaty with", "left the talks in", "opened a mission in", "lost the vote in", "sent envoys to",
        "closed the border with", "bought the harbour of")
TOWNS = ("Arlen", "Bost", "Corva", "Dunmere", "Estrel", "Fallow", "Gant", "Hollin", "Istra", "Jorvik", "Kell", "Lothe")
YEARS = (1988, 2023)
EACH = 200  # events of one document


def timeline(number: int, seed: int = 5) -> Timeline:
    """`number` dated events of people who do not exist, EACH to a document, crowded into some years as news is."""
    dice, documents, events = Random(seed), [], []
    for start in range(0, number, EACH):
        document, told = _document(dice, start // EACH, min(EACH, number - start))
        documents.append(document)
        events += told
    return Timeline(tuple(documents), tuple(events), (), {})


def _document(dice: Random, number: int, count: int) -> tuple[Document, list[Event]]:
    day, texts, facts, at = _day(dice), [], [], 0
    for _ in range(count):
        who = tuple(dict.fromkeys(_person(dice) for _ in range(dice.choice((1, 1, 2)))))
        when, edtf, precision = _when(dice)
        title = f"{who[0]} {dice.choice(DONE)} {dice.choice(TOWNS)}"
        sentence = f"{' and '.join(who)}: {title} ({when}). "
        facts.append((who, edtf, precision, title, at, at + len(sentence) - 1, sentence.index("(") + 1 + at, when))
        texts.append(sentence)
        at += len(sentence)
    document = Document(f"doc-{number:05d}", f"made-{number:05d}.txt", "".join(texts), f"Report {number}", published=DocumentDate(
        calendar.iso(day), "typed", "made up"))
    return document, [_event(dice, document, number * EACH + n, fact) for n, fact in enumerate(facts)]


def _person(dice: Random) -> str:
    a, b = int(len(FIRST) * dice.random() ** 2.2), int(len(LAST) * dice.random() ** 2.2)
    return f"{FIRST[a]} {LAST[b]}"


def _day(dice: Random) -> int:
    first, last = (calendar.day(year, 1, 1) for year in YEARS)
    crowd = dice.choice((.1, .35, .6, .85))
    return first + int((last - first) * min(.999, max(0, dice.gauss(crowd, .05) if dice.random() < .7 else dice.random())))


def _when(dice: Random) -> tuple[str, str, str]:
    iso, kind = calendar.iso(_day(dice)), dice.random()
    edtf, precision = (iso, "day") if kind < .8 else (iso[:7], "month") if kind < .93 else (iso[:4], "year")
    return edtf, edtf, precision


def _event(dice: Random, document: Document, number: int, fact: tuple) -> Event:
    who, edtf, precision, title, start, end, at, when = fact
    words = document.text[start:end]
    mention = Mention(document.doc_id, document.title, document.published.day, start, end, words, "", "", when, at, at + len(when),
                      edtf, "explicit", "ISO date", who)
    first, last = calendar.bounds(edtf)
    modality = "actual" if dice.random() < .9 else dice.choice(("planned", "denied", "hypothetical", "claimed"))
    return Event(f"m{number:07d}", title, first, last, edtf, when, precision, "exact", "explicit", "ISO date", "instant", modality, who, "",
                 words, (mention,), round(dice.random() ** 3, 4), .9)
