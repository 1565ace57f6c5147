"""Trips of American presidents and secretaries of state (travels.jsonl, CC0) put into prose of our own, and found again.

Each sampled trip is a document of its own; the whole flow reads them together, so that names are joined across them.
Expected of a document's events: the traveller, the country travelled to, and what else the template itself names.
"""

import json
import random
import re
from collections import defaultdict
from datetime import date
from pathlib import Path

from bench.gold import f1

SAMPLE, SEED = 500, 2018
TITLES = {"president": "President", "secretary": "Secretary of State"}
# {who} traveller, {title} his office, {last} family name, {to} the country, {day} {span} {month} {year} when; then further actors named
TEMPLATES = (
    ("{who} travelled to {to} on {day}.", ()),
    ("{title} {who} visited {to} on {day}.", ()),
    ("On {day}, {who} arrived in {to} for talks.", ()),
    ("{who} was in {to} from {span}.", ()),
    ("In {month}, {title} {who} paid a visit to {to}.", ()),
    ("The talks between {title} {who} and the government of {to} began on {day}.", ()),
    ("{who} flew to {to} on {day} and met officials there.", ()),
    ("Reporters said that {who} had landed in {to} on {day}.", ()),
    ("It was on {day} that {title} {last} left for {to}. {who} came home tired.", ()),
    ("{to} received {title} {who} on {day}, and crowds lined the streets.", ()),
    ("A visit by {who} to {to} ended on {day}.", ()),
    ("{who}, who had been ill that spring, visited {to} on {day}.", ()),
    ("{title} {who} attended a conference in {to} on {day}.", ()),
    ("{who} met the leaders of {to} on {day}; the press was kept away.", ()),
    ("The American {office} {who} went to {to} on {day}.", ("United States",)),
    ("on {day} {who} arrived in {to} and left the same week", ()),
)
PEOPLE = {
    "William J. Clinton": "Bill Clinton", "Michael R. Pompeo": "Mike Pompeo", "Antony John Blinken": "Antony Blinken",
    "Joseph R. Biden": "Joe Biden", "David Dean Rusk": "Dean Rusk", "George H.W. Bush": "George H. W. Bush",
}
STATES = {
    "Korea, Republic of": "South Korea", "Korea, South": "South Korea", "Korea, North": "North Korea", "U.S.S.R.": "Soviet Union",
    "Germany, Federal Republic of": "Germany", "German Democratic Republic": "East Germany", "China, People’s Republic of": "China",
    "Republic of China": "Taiwan", "Burma": "Myanmar", "Ceylon": "Sri Lanka", "Türkiye": "Turkey", "Czechia": "Czech Republic",
    "Brunei Darussalam": "Brunei", "Cote d'Ivoire": "Ivory Coast", "Bosnia": "Bosnia and Herzegovina", "Kirghizia": "Kyrgyzstan",
    "Bosnia-Herzegovina": "Bosnia and Herzegovina", "Kyrgyz Republic": "Kyrgyzstan", "Byelorussia": "Belarus", "Timor Leste": "East Timor",
    "Macedonia, Former Yugoslav Republic of": "North Macedonia", "Micronesia, Federated States of": "Micronesia",
    "Congo, Democratic Republic of": "Democratic Republic of the Congo", "Holy See": "Vatican City", "Western Samoa": "Samoa",
    "Southern Rhodesia": "Rhodesia", "St. Lucia": "Saint Lucia",
}


def measure(home: Path, sample: int = SAMPLE, seed: int = SEED) -> dict[str, float]:
    """F1 in percent of the person and of the country in the events of each trip's document; `none`: documents without an event."""
    from timeline.build import build

    rows = [json.loads(line) for line in (home / "timelines" / "travels.jsonl").read_text("utf-8").split("\n") if line]
    trips = [told(row, number) for number, row in enumerate(random.Random(seed).sample(rows, sample))]
    timeline = build([document for document, _, _ in trips])
    people, countries = defaultdict(set), defaultdict(set)
    for event in timeline.events:
        for mention in event.mentions:
            for name in {*mention.actors, event.place} - {""}:
                person = timeline.actors.get(name) == "PER"  # all others are countries here, the Palestinian Authority too
                (people if person else countries)[mention.doc_id].add(name)
    travellers = {who for _, who, _ in trips}
    return {
        "person": f1([({who}, _matched(who, people[document.doc_id], travellers)) for document, who, _ in trips]),
        "country": f1([(set(where), countries[document.doc_id]) for document, _, where in trips]),
        "none": sum(document.doc_id not in people and document.doc_id not in countries for document, _, _ in trips),
    }


def told(row: dict, number: int):
    """(Document, the traveller, the countries) of a trip in the prose of one template."""
    from timeline.model import Document, DocumentDate

    template, further = TEMPLATES[number % len(TEMPLATES)]
    start, end = date.fromisoformat(row["start-date"]), date.fromisoformat(row["end-date"] or row["start-date"])
    who = re.sub(r" \([^)]*\)", "", row["name"])
    text = template.format(who=who, last=who.split()[-1], title=TITLES[row["role"]], to=_in_prose(row["country"]), day=_day(start),
                           span=f"{_day(start)} to {_day(end)}", month=f"{start:%B} {start.year}", year=start.year,
                           office={"president": "president", "secretary": "secretary of state"}[row["role"]])
    text = text[:1].upper() + text[1:] if template[0].isupper() or template[0] == "{" else text
    published = DocumentDate(date(end.year + 1, 1, 31).isoformat(), "typed", "typed by you")
    plain = re.sub(r" \([^)]*\)", "", row["country"])
    return (Document(f"trip-{number}", f"trip-{number}.txt", text, language="en", published=published),
            PEOPLE.get(row["name"], who), (STATES.get(plain, plain), *further))


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _in_prose(country: str) -> str:
    """"Korea, Republic of" as a sentence has it: the Republic of Korea; what stands in brackets is left out."""
    name, _, rest = re.sub(r" \([^)]*\)", "", country).partition(", ")
    whole = f"{rest} {name}" if rest else name
    article = re.match(r"(?:.*(?:Republic|States|Emirates|Kingdom|Union)\b|U\.S\.S\.R|Netherlands|Philippines|Bahamas|Maldives|\w+ Islands|West Bank"
                       r"|Palestinian Authority|Holy See)", whole)
    return f"the {whole}" if article else whole


def _matched(who: str, found: set[str], travellers: set[str]) -> set[str]:
    """The names found; one with the traveller's family name and first letter is he, unless it is another traveller's."""
    def is_he(name: str) -> bool:
        return name.split()[-1] == who.split()[-1] and name[0] == who[0] and name not in travellers - {who}

    return {who if is_he(name) else name for name in found}
