"""Trips of American presidents and secretaries of state (travels.jsonl, CC0) put into prose of our own, and found again.

Each sampled trip is a document of its own; the whole flow reads them together, so that names are joined across them.
Expected of a document's events: the first and last day that the template tells, the traveller, the country travelled to, and what
else the template itself names.
"""

import json
import random
import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from bench.gold import f1
from timeline import calendar
from timeline.model import Document, DocumentDate

SAMPLE, SEED = 500, 1815
TITLES = {"president": "President", "secretary": "Secretary of State"}
# {who} traveller, {title} {office} what he is, {last} family name, {to} the country; {day} {usday} {iso} the first day, {end} {usend} the
# last, {month} its month; {range} {whole} {dash} {us} {usdash} both days, as in `_ranges`. Then further actors that the template names.
TEMPLATES = (
    ("{who} travelled to {to} on {day}.", ()),
    ("{title} {who} visited {to} on {usday}.", ()),
    ("On {day}, {who} arrived in {to} for talks.", ()),
    ("{who} was in {to} from {whole}.", ()),
    ("In {month}, {title} {who} paid a visit to {to}.", ()),
    ("The talks between {title} {who} and the government of {to} began on {day}.", ()),
    ("{who} flew to {to} on {usday}, and met officials there.", ()),
    ("Reporters said that {who} had landed in {to} on {day}.", ()),
    ("It was on {day} that {title} {last} left for {to}. {who} came home tired.", ()),
    ("{to} received {title} {who} on {day}, and crowds lined the streets.", ()),
    ("A visit by {who} to {to} ended on {end}.", ()),
    ("{who}, who had been ill that spring, visited {to} on {day}.", ()),
    ("{title} {who} attended a conference in {to} on {usday}.", ()),
    ("{who} met the leaders of {to} on {day}; the press was kept away.", ()),
    ("The American {office} {who} went to {to} on {day}.", ("United States",)),
    ("on {day} {who} arrived in {to} and left the same week", ()),
    ("{who} visited {to} from {range}.", ()),
    ("From {range}, {title} {who} toured {to}.", ()),
    ("{title} {who} arrived in {to} on {day} and departed on {end}.", ()),
    ("{who} landed in {to} on {usday}, and left on {usend}.", ()),
    ("{who} stayed in {to} from {us}.", ()),
    ("The visit of {title} {who} to {to} lasted from {range}.", ()),
    ("{dash}: {who} visits {to}.", ()),
    ("{usdash}: visit of {title} {who} to {to}", ()),
    ("{iso} | {who} | visit to {to}", ()),
    ("Between {joined}, {who} held meetings in {to}.", ()),
    ("{who} made an official trip to {to} ({dash}).", ()),
    ("{title} {who} held talks in {to} {us}.", ()),
    ("The trip, which took {who} to {to}, began on {day} and ended on {end}.", ()),
    ("{title} {last} spent some days in {to}: {who} arrived there on {usday}.", ()),
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


class Trip(NamedTuple):
    """A trip in prose, and what its events should say: (side, day) pairs, the traveller, the countries."""

    document: Document
    days: set[tuple[str, int]]
    who: str
    where: tuple[str, ...]


def measure(home: Path, sample: int = SAMPLE, seed: int = SEED) -> dict[str, float]:
    """In percent, over the events of each trip's document: `dates`, recall of the first and last days told, each as the first or
    last day of an event's window; `wrong`, the share of windows that touch no day told; F1 of the person, of the country, and of
    all `actors`; `none`: documents without an event."""
    from timeline.build import build

    rows = [json.loads(line) for line in (home / "timelines" / "travels.jsonl").read_text("utf-8").split("\n") if line]
    trips = [told(row, number) for number, row in enumerate(random.Random(seed).sample(rows, sample))]
    timeline = build([trip.document for trip in trips])
    people, countries, windows = defaultdict(set), defaultdict(set), defaultdict(set)
    for event in timeline.events:
        for mention in event.mentions:
            windows[mention.doc_id].add(calendar.bounds(mention.date_edtf))
            for name in {*mention.actors, event.place} - {""}:
                person = timeline.actors.get(name) == "PER"  # all others are countries here, the Palestinian Authority too
                (people if person else countries)[mention.doc_id].add(name)
    travellers = {trip.who for trip in trips}
    persons = [({t.who}, _matched(t.who, people[t.document.doc_id], travellers)) for t in trips]
    places = [(set(t.where), countries[t.document.doc_id]) for t in trips]
    return {
        **_dated(trips, windows), "person": f1(persons), "country": f1(places), "actors": f1([*persons, *places]),
        "none": sum(not windows[trip.document.doc_id] for trip in trips),
    }


def _dated(trips: list[Trip], windows: dict) -> dict[str, float]:
    """Recall of the days told, and the share of windows that touch none of them."""
    right = wrong = asked = found = 0
    for trip in trips:
        got = windows[trip.document.doc_id]
        sides = {("first", first) for first, _ in got} | {("last", last) for _, last in got}
        right, asked, found = right + len(trip.days & sides), asked + len(trip.days), found + len(got)
        wrong += sum(not any((first or day) <= day <= (last or day) for _, day in trip.days) for first, last in got)
    return {"dates": 100 * right / asked, "wrong": 100 * wrong / max(found, 1)}


def told(row: dict, number: int) -> Trip:
    """A trip in the prose of one template."""
    template, further = TEMPLATES[number % len(TEMPLATES)]
    start, end = date.fromisoformat(row["start-date"]), date.fromisoformat(row["end-date"] or row["start-date"])
    if start == end and re.search(r"\{(end|usend|range|whole|us|dash|usdash|joined)\}", template):
        end += timedelta(days=2)  # "from 3 to 3 May" is no one's prose: such a trip is told as two days longer
    who = re.sub(r" \([^)]*\)", "", row["name"])
    text = template.format(who=who, last=who.split()[-1], title=TITLES[row["role"]], to=_in_prose(row["country"]), day=_day(start),
                           end=_day(end), usday=_us_day(start), usend=_us_day(end), iso=start, month=f"{start:%B} {start.year}",
                           office={"president": "president", "secretary": "secretary of state"}[row["role"]], **_ranges(start, end))
    text = text[:1].upper() + text[1:] if template[0].isupper() or template[0] == "{" else text
    published = DocumentDate(date(end.year + 1, 1, 31).isoformat(), "typed", "typed by you")
    plain = re.sub(r" \([^)]*\)", "", row["country"])
    return Trip(Document(f"trip-{number}", f"trip-{number}.txt", text, language="en", published=published),
                _days(template, start, end), PEOPLE.get(row["name"], who), (STATES.get(plain, plain), *further))


def _days(template: str, start: date, end: date) -> set[tuple[str, int]]:
    """The first and last days that a template tells: of a month both of its ends, of one day that day."""
    if "{month}" in template:
        first = start.replace(day=1).toordinal()
        return {("first", first), ("last", first + calendar.month_length(start.year, start.month) - 1)}
    slots = set(re.findall(r"\{(\w+)\}", template))
    days = {("first", start.toordinal())} if slots & {"day", "usday", "iso", *_ranges(start, end)} else set()
    return days | ({("last", end.toordinal())} if slots & {"end", "usend", *_ranges(start, end)} else set())


def _ranges(start: date, end: date) -> dict[str, str]:
    """Two days as people write them together: what both share is said once."""
    year, month = start.year == end.year, (start.year, start.month) == (end.year, end.month)
    left = str(start.day) if month else f"{start.day} {start:%B}" if year else _day(start)
    us_left = f"{start:%B} {start.day}" if year else _us_day(start)
    us_right = f"{end.day}, {end.year}" if month else _us_day(end)
    space = "" if month else " "
    return {"whole": f"{_day(start)} to {_day(end)}", "range": f"{left} to {_day(end)}", "us": f"{us_left} to {us_right}",
            "dash": f"{left}{space}–{space}{_day(end)}", "usdash": f"{us_left}{space}-{space}{us_right}", "joined": f"{left} and {_day(end)}"}


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _us_day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


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
