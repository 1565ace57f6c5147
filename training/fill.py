"""What goes into a slot of a template: (words, type), type "" for words that are no name. Persons and places are here,
organisations in training/organisations.py."""

import random
from collections.abc import Callable

from training import lists
from training.lists import listed, people, states, towns
from training.organisations import ORG_LISTS, Organisations

PLAIN = {"weekday": lists.WEEKDAYS, "month": lists.MONTHS, "title": lists.TITLES, "jobs": lists.JOBS}


class Filler(Organisations):
    """Fills slots at random; `start` begins a new sentence, in which an acronym stays the same."""

    def __init__(self, rng: random.Random):
        self.rng = rng
        self.acronym = ""

    def start(self) -> None:
        """Forget the acronym of the sentence before."""
        self.acronym = ""

    def slot(self, name: str) -> tuple[str, str]:
        """Words for the slot `name` and their type; a name in capitals gives words in capitals."""
        words, kind = self._slot(name.lower())
        return (words.upper() if name.isupper() else words), kind

    def _slot(self, name: str) -> tuple[str, str]:
        if name in PLAIN:
            return self.rng.choice(PLAIN[name]), ""
        make: Callable | None = getattr(self, f"_{name.removesuffix('=')}", None)
        if make:
            return make()
        if name in ORG_LISTS or name in ("county", "index"):
            return self._org_of(name), "" if name == "index" else "ORG"
        if name == "river1":
            return self.rng.choice(listed("places.txt")[name]).replace("River ", ""), "LOC"
        return self.rng.choice(listed("places.txt")[name]), "LOC"

    # Numbers and small words

    def _n(self):
        return str(self.rng.randint(0, 9)), ""

    def _n2(self):
        return str(self.rng.randint(10, 99)), ""

    def _n3(self):
        return str(self.rng.randint(100, 999)), ""

    def _num(self):
        return self.rng.choice(
            (str(self.rng.randint(2, 900)), f"{self.rng.randint(1, 90)},000", "two", "dozens of", "several")
        ), ""

    def _dec(self):
        return f"{self.rng.randint(0, 60)}.{self.rng.randint(0, 99)}", ""

    def _age(self):
        return str(self.rng.randint(16, 95)), ""

    def _day(self):
        return str(self.rng.randint(1, 31)), ""

    def _dd(self):
        return f"{self.rng.randint(1, 31):02}", ""

    def _mm(self):
        return f"{self.rng.randint(1, 12):02}", ""

    def _year(self):
        return str(self.rng.randint(1780, 2024)), ""

    def _money(self):
        return (
            f"{self.rng.choice(('$', '$', '£', '€', 'US$'))}{self.rng.randint(1, 99)}.{self.rng.randint(0, 9)} {self.rng.choice(('million', 'billion'))}",
            "",
        )

    def _dem(self):
        return self.rng.choice(states()[2]), ""

    # Persons

    def _per(self):
        return self.person(), "PER"

    def _sur(self):
        return self.surname(), "PER"

    def _sur2(self):
        return self.surname(), "PER"

    def _giv(self):
        return self.given(), "PER"

    def _giv1(self):
        return self.given() + self.rng.choice(("", "", " I", " II", " III", " IV", " VI", " XVI")), "PER"

    def _init(self):
        r = self.rng
        letters = [r.choice("ABCDEFGHJKLMNPRSTVW") + r.choice((".", ".", "")) for _ in range(r.choice((1, 1, 1, 2)))]
        return " ".join((r.choice((" ", "")).join(letters), self.surname())), "PER"

    def given(self) -> str:
        """A given name from anywhere."""
        if self.rng.random() < 0.12:
            return self.rng.choice(lists.ARABIC_FIRST)
        return self.rng.choice(self._locale()[0])

    def surname(self) -> str:
        """A family name from anywhere, now and then double or with a particle."""
        r = self.rng
        pick = r.random()
        if pick < 0.07:
            return r.choice(lists.EASTERN)
        if pick < 0.15:
            return r.choice(("al-", "Al-", "al ", "", "bin ")) + r.choice(lists.ARABIC_LAST)
        if pick < 0.19:
            return r.choice(lists.JAPANESE)
        if pick < 0.23:
            return self.coined() + r.choice(lists.FAMILY_ENDINGS)
        name = r.choice(self._locale()[1])
        if pick > 0.97:
            name += "-" + r.choice(self._locale()[1])
        elif pick > 0.94:
            name = r.choice(("van der ", "van ", "de ", "von ", "de la ", "di ", "da ", "O'", "Mc", "Mac")) + name
        return name

    def person(self) -> str:
        """A whole name, in one of many shapes and orders."""
        r = self.rng
        pick = r.random()
        if pick < 0.07:
            second = r.choice(lists.SYLLABLES)
            first = r.choice(lists.SYLLABLES).capitalize()
            return f"{r.choice(lists.EASTERN)} {first}{r.choice(('-', ' ', ''))}{second if r.random() < 0.6 else second.capitalize()}"
        if pick < 0.15:
            middle = r.choice(("", "", "", " bin", " ibn", " Abu", " Abdel", " " + r.choice(lists.ARABIC_FIRST)))
            return f"{r.choice(lists.ARABIC_FIRST)}{middle} {r.choice(('al-', 'al-', 'Al-', 'el-', ''))}{r.choice(lists.ARABIC_LAST)}"
        if pick < 0.19:
            return f"{r.choice(lists.JAPANESE_FIRST)} {r.choice(lists.JAPANESE)}"
        if pick < 0.22:
            return self._init()[0]
        given, family = self._locale()
        first, last = r.choice(given), r.choice(family) if r.random() < 0.8 else self.surname()
        middle = f" {r.choice('ABCDEFGHJKLMPRSTW')}." if pick > 0.92 else f" {r.choice(given)}" if pick > 0.86 else ""
        return f"{first}{middle} {last}{r.choice((' Jr.', ' Jr', ' III', ' Sr.')) if pick > 0.985 else ''}"

    def _locale(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        while True:
            found = people(self.rng.choice(lists.LOCALES))
            if all(found):
                return found

    # Places

    def _country(self):
        names = states()[0]
        return self.rng.choice(names if self.rng.random() < 0.5 else listed("places.txt")["natteam"]), "LOC"

    def _city(self):
        return self.town(), "LOC"

    def town(self) -> str:
        """A town: a capital, a large one, any, or one that does not exist."""
        pick = self.rng.random()
        if pick < 0.25:
            return self.rng.choice(states()[1])
        if pick < 0.92:
            return self.rng.choice(towns()[0 if pick < 0.5 else 1])
        return self.coined() + self.rng.choice(
            ("ville", "burg", "stad", "abad", "pur", "ton", "grad", "", "o", "a", "an")
        )

    def coined(self) -> str:
        """A word that does not exist, with a capital."""
        return "".join(self.rng.choice(lists.SOUNDS) for _ in range(self.rng.choice((2, 2, 3)))).capitalize()
