"""Slots of a template that name organisations: listed ones and new ones, made up by kind."""

from training import lists
from training.lists import listed, states

ORG_LISTS = (
    "bank intl agency parl party guerr army paper inst univ club nick league band police court shop agency_news company"
).split()
LEGAL = ("agency", "guerr", "inst", "intl", "party")


class Organisations:
    """The part of Filler that makes organisations; Filler has `rng`, `acronym` and the names of persons and places."""

    def _org(self):
        return self._slot(self.rng.choice(("company", "acrorg", "inst", "intl", "party", "agency", "guerr")))

    def _org_of(self, kind: str) -> str:
        """One of the list, or (for the kinds that may be made up) a new one."""
        make = {
            "company": self._new_company,
            "bank": self._new_bank,
            "agency": self._new_agency,
            "party": self._new_party,
            "guerr": self._new_party,
            "paper": self._new_paper,
            "inst": self._new_institute,
            "univ": self._new_university,
            "club": self._new_club,
            "army": self._new_army,
            "shop": self._new_company,
            "court": self._new_court,
            "police": self._new_police,
            "band": self._new_band,
        }.get(kind)
        if make and self.rng.random() < (0.6 if kind in ("company", "univ", "agency", "inst") else 0.4):
            return make()
        return self.rng.choice(listed("orgs.txt")[kind])

    def acronym_of(self) -> str:
        """Two to five capitals."""
        return "".join(
            self.rng.choice("AABCCDEFGHIIJKLMNNOPPRSSTUVW") for _ in range(self.rng.choice((2, 3, 3, 3, 4, 4, 5)))
        )

    def _acr(self):
        self.acronym = self.acronym or self.acronym_of()
        return self.acronym, "ORG"

    def _acrorg(self):
        return (self.acronym_of() if self.rng.random() < 0.4 else self._org_of(self.rng.choice(LEGAL))), "ORG"

    def _fullacr(self):
        make = self.rng.choice((self._new_institute, self._new_agency, self._new_party, self._new_union))
        words = make()
        self.acronym = "".join(w[0] for w in words.replace("-", " ").split() if w[0].isupper()) or self.acronym_of()
        return words, "ORG"

    def _new_company(self) -> str:
        r = self.rng
        stem = r.choice((self.surname, self.coined, self.coined, self.town, self._two_names))()
        pick = r.random()
        if pick < 0.2:
            return stem
        words = r.choice(lists.FIRM_WORDS)
        end = r.choice(lists.FIRM_ENDS).replace("_", " ")
        return f"{stem} {words}" if pick < 0.5 else f"{stem} {end}" if pick < 0.8 else f"{stem} {words} {end}"

    def _two_names(self) -> str:
        return f"{self.surname()}{self.rng.choice((' & ', ' and ', '-', ', '))}{self.surname()}"

    def _new_bank(self) -> str:
        r = self.rng
        return r.choice((
            f"Bank of {self.town()}", f"{self.town()} Bank", f"{self.surname()} Securities", f"{self.coined()} Capital",
            f"{r.choice(states()[2])} National Bank", f"First {self.town()} Bank", f"{self._two_names()}",
            f"Central Bank of {self._country()[0]}", f"{self.coined()} Asset Management",
        ))  # fmt: skip

    def _ministry(self):
        field = self.rng.choice(lists.FIELDS)
        return self.rng.choice(
            (f"Ministry of {field}", f"{field} Ministry", f"Department of {field}", f"{field} Department")
        ), "ORG"

    def _new_agency(self) -> str:
        r = self.rng
        field, body = r.choice(lists.FIELDS + lists.THEMES), r.choice(lists.BODIES)
        who = r.choice(
            ("National ", "Federal ", "State ", "", f"{r.choice(states()[2])} ", "Central ", f"{self.town()} ")
        )
        return r.choice((f"{who}{field} {body}", f"{who}{body} of {field}", f"{who}{body} for {field}"))

    def _new_party(self) -> str:
        r = self.rng
        who = r.choice(("", "", f"{r.choice(states()[2])} ", f"{self._country()[0]} "))
        front = r.choice(lists.FRONTS)
        return (
            f"{who}{r.choice(lists.CAUSES)} {front}"
            if r.random() < 0.8
            else f"{front} for the {r.choice(lists.CAUSES)} of {self._country()[0]}"
        )

    def _new_union(self) -> str:
        who = self.rng.choice((self._country()[0], self.rng.choice(states()[2]), "National", "United"))
        return f"{who} {self.rng.choice(lists.THEMES)} Workers Union"

    def _new_institute(self) -> str:
        r = self.rng
        theme, group = r.choice(lists.THEMES), r.choice(lists.GROUPS)
        who = r.choice(
            (r.choice(lists.COMMON_ORG), self.town(), r.choice(states()[2]), self.surname(), self._country()[0])
        )
        tail = r.choice(("", "", "", f" of {self._country()[0]}"))
        return r.choice(
            (
                f"{who} {theme} {group}{tail}",
                f"{group} of {theme}{tail}",
                f"{group} for {theme}{tail}",
                f"{who} {group}",
            )
        )

    def _new_university(self) -> str:
        town, name = self.town(), self.surname()
        return self.rng.choice((
            f"University of {town}", f"{town} University", f"{town} State University", f"{town} Institute of Technology",
            f"{name} College", f"{name} University", f"{town} College", f"{town} School of Medicine", f"{town} Law School",
            f"Technical University of {town}", f"{town} Polytechnic", f"St. {self.given()}'s College",
            f"University of {self._slot('region')[0]}", f"{name} School of Business",
        ))  # fmt: skip

    def _new_paper(self) -> str:
        title = self.rng.choice(
            "Times Post Herald Tribune News Star Gazette Chronicle Journal Courier Mail Standard Daily Telegraph Observer Today TV Radio".split()
        )
        return f"{self.rng.choice((self.town(), self.rng.choice(states()[2]), 'Daily', 'Sunday', 'Evening'))} {title}"

    def _new_club(self) -> str:
        end = self.rng.choice(
            "United City Rovers Wanderers Athletic FC F.C. Town County Albion Rangers Dynamo Sporting SC SK 04 Wolves Stars Tigers".split()
        )
        return (
            f"{self.town()} {end}"
            if self.rng.random() < 0.7
            else f"{self.rng.choice('FC AC AS CSKA Dynamo Dinamo Lokomotiv Spartak Real Sporting Atletico Racing Inter Olympique Sparta Rapid Hapoel Maccabi'.split())} {self.town()}"
        )

    def _new_army(self) -> str:
        return (
            f"{self.rng.choice(states()[2])} {self.rng.choice(('Army', 'Navy', 'Air Force', 'Marines', 'Coast Guard'))}"
        )

    def _new_court(self) -> str:
        return self.rng.choice(
            (
                f"{self.town()} Supreme Court",
                f"{self.town()} Crown Court",
                f"{self.rng.choice(states()[2])} Supreme Court",
                f"{self.town()} District Court",
            )
        )

    def _new_police(self) -> str:
        return f"{self.town()} {self.rng.choice(('Police Department', 'Police', 'Sheriff', 'Metropolitan Police'))}"

    def _new_band(self) -> str:
        words = "Black Red Dead Velvet Electric Broken Silver Wild Lonely Golden Stone Neon Crystal Silent Midnight Rabbit Wolves Hearts Kings Roses Hands Birds Mountains Machines Riders Shadows Sons Ghosts Waves".split()
        return " ".join(self.rng.sample(words, 2))

    def _unit(self):
        r = self.rng
        number = r.choice(
            "1st 2nd 3rd 4th 5th 7th 9th 11th 12th 21st 28th 42nd 82nd 101st First Second Third Fifth Eighth Tenth".split()
        )
        arm = r.choice(
            "Infantry;Armored;Cavalry;Airborne;Marine;Panzer;Mountain;Artillery;Guards;Rifle;Parachute;Engineer".split(
                ";"
            )
        )
        size = r.choice("Division;Regiment;Brigade;Battalion;Corps;Army;Squadron;Fleet".split(";"))
        return r.choice(
            (
                f"{number} {arm} {size}",
                f"{number} {size}",
                f"{number} {r.choice(states()[2])} {arm} {size}",
                f"{arm} {size}",
            )
        ), "ORG"

    def _church(self):
        name, town = self.given(), self.town()
        return self.rng.choice(
            (
                f"St. {name} Church",
                f"St. {name}'s Church",
                f"{town} Cathedral",
                "First Baptist Church",
                f"Church of St. {name}",
                f"{town} Mosque",
                f"Temple {self.coined()}",
            )
        ), "LOC"

    def _school(self):
        name, town = self.surname(), self.town()
        return self.rng.choice(
            (
                f"{town} High School",
                f"{name} High School",
                f"{town} Grammar School",
                f"{name} Academy",
                f"{town} Elementary School",
                f"St. {self.given()}'s School",
            )
        ), "ORG"

    def _hospital(self):
        town = self.town()
        return self.rng.choice(
            (
                f"{town} General Hospital",
                f"St. {self.given()}'s Hospital",
                f"{town} Medical Center",
                f"{self.surname()} Clinic",
                f"Royal {town} Hospital",
                f"{town} Memorial Hospital",
            )
        ), "ORG"

    # Sport

    def _team(self):
        return (self._org_of("club") if self.rng.random() < 0.6 else self.town()), "ORG"

    def _cityteam(self):
        pick = self.rng.random()
        if pick < 0.45:
            return self.rng.choice(listed("places.txt")["uscity"]), "ORG"
        return (self._org_of("club") if pick < 0.7 else self.town()), "ORG"

    def _usteam(self):
        return f"{self.rng.choice(listed('places.txt')['uscity'])} {self.rng.choice(listed('orgs.txt')['nick'])}", "ORG"
