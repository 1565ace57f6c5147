"""How fast and how well many reports are joined: reports of made-up events, by templates and a seed, whose truth is known."""

from collections import Counter
from datetime import date
from random import Random

from bench.speed import cpu_seconds

SIZES = (1_000, 10_000, 100_000)
GIVEN = "Ada Boris Carla Deniz Elif Farid Greta Hugo Irina Jonas Katja Leon Mira Nadia Oskar Petra Quentin Rosa Stefan Tarek Ulla".split()
SYLLABLES = "ka ro mi len dor vas tel bru san gor pel nim tar hol zet".split()
#        verb in the active, its passive, the noun, what it is done to (another each time)
ACTS = (("met", "held talks with", "meeting with", ""), ("arrested", "was arrested by", "arrest of", ""), ("sued", "was sued by", "lawsuit against", ""),
        ("signed the {} accord with", "signed the {} accord with", "signing of the {} accord with", "trade"), ("attacked", "was attacked by", "attack on", ""),
        ("visited", "was visited by", "visit to", ""), ("dismissed", "was dismissed by", "dismissal of", ""), ("released", "was released by", "release of", ""),
        ("elected", "was elected by", "election of", ""), ("protested against", "was the target of a protest by", "protest against", ""))
OBJECTS = "trade fishing border visa gas rail water tax grain arms climate".split()
FILLERS = ("as {} looked on", "after weeks of {}", "and {} followed", "while {} waited outside", "to the surprise of {}", "in spite of {}")
COMPANY = "crowds doubts rain cheers lawyers neighbours students rumours quarrels farmers musicians critics engineers".split()


def made(size: int, seed: int = 11) -> tuple[list, dict[str, int]]:
    """(reports, event_id -> the number of the happening it tells of): about `size` of them, each happening told 1 to 6 times."""
    chance, reports, truth = Random(seed), [], {}
    people = [f"{chance.choice(GIVEN)} {_name(chance)}" for _ in range(max(30, size // 40))]
    places = [_name(chance) for _ in range(max(10, size // 100))]
    first = date(2010, 1, 1).toordinal()
    number = 0
    while len(reports) < size:
        number += 1
        act, thing = chance.choice(ACTS), chance.choice(OBJECTS)
        (one, other), place = chance.sample(people, 2), chance.choice(places)
        day = first + chance.randrange(max(60, size // 25))
        for copy in range(chance.choice((1, 1, 2, 3, 4, 6))):
            report = _report(chance, 8 * (number // 3) + copy, act, thing, one, other, place, day, number % 3)
            truth[report.event_id] = number
            reports.append(report)
    return reports, truth


def _name(chance: Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def _report(chance: Random, document: int, act: tuple, thing: str, one: str, other: str, place: str, day: int, where: int):
    """One report: in the active, the passive or as a noun; of the day, its month or the document's day; a document has three."""
    from timeline.calendar import iso
    from timeline.model import Event, Mention

    form = chance.randrange(3)
    active, passive, noun = (words.format(thing) for words in act[:3])
    title = (f"{one} {active} {other}", f"{other} {passive} {one}", f"{noun[0].upper()}{noun[1:]} {other}")[form]
    company = [chance.choice(FILLERS).format(chance.choice(COMPANY)) for _ in range(2)]
    text = f"{title}{f' by {one}' if form == 2 else ''} in {place} {' '.join(company)}."
    basis, when, last = chance.choices([("explicit", day, day), ("month", day - day % 30, day - day % 30 + 29),
                                        ("document_date", day + 1, day + 1)], weights=(80, 8, 12))[0]
    fine = "month" if basis == "month" else "day"
    basis = "explicit" if basis == "month" else basis
    edtf = iso(when)
    actors = (one, other) if form < 2 or chance.random() < 0.5 else (other,)
    witness = Mention(f"d{document}", "", iso(day + 2), 1000 * where, 1000 * where + len(text), text, "", "", "", None, None, edtf,
                      basis, "made", actors)
    return Event(f"{chance.getrandbits(64):016x}", title, when, last, edtf, "", fine, "exact", basis, "made", "instant", "actual", actors,
                 place if chance.random() < 0.7 else "", text, (witness,))


def measure(sizes=SIZES) -> list[dict]:
    """For each size: reports, events, CPU-seconds, microseconds a report, pairwise precision and recall in percent."""
    from timeline.events import merge

    rows = []
    for size in sizes:
        reports, truth = made(size)
        spots = {(m.doc_id, m.start_char): truth[e.event_id] for e in reports for m in e.mentions}
        start = cpu_seconds()
        merged = merge(reports)
        seconds = cpu_seconds() - start
        precision, recall = pairwise([[spots[m.doc_id, m.start_char] for m in event.mentions] for event in merged])
        rows.append({"reports": len(reports), "events": len(merged), "seconds": seconds, "each": 1e6 * seconds / len(reports),
                     "precision": precision, "recall": recall})
    return rows


def pairwise(groups: list[list[int]]) -> tuple[float, float]:
    """Precision and recall in percent of the pairs that stand in one group, given the truth of each member."""
    right = sum(_pairs(count) for group in groups for count in Counter(group).values())
    found = sum(_pairs(len(group)) for group in groups)
    true = sum(_pairs(count) for count in Counter(one for group in groups for one in group).values())
    return (100 * right / found if found else 100.0), (100 * right / true if true else 100.0)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
