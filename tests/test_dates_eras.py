"""The era behind a list of centuries, years or decades is that of them all; early, middle and late end with a year or a month."""

import pytest

from timeline import calendar, dates

ERAS = [  # text, language, the words, first year, last year (astronomical: 0 is 1 BC)
    ("The shrine was cut in the second or third century BC.", "en", "the second or third century BC", -299, -100),
    ("The harbour silted up in the 6th and 5th centuries BCE.", "en", "the 6th and 5th centuries BCE", -599, -400),
    ("The bowl is from the 4th–3rd century BC.", "en", "the 4th–3rd century BC", -399, -200),
    ("They traded in the second, third and fourth centuries BC.", "en", "the second, third and fourth centuries BC", -399, -100),
    ("The coins are of the second or third century AD.", "en", "the second or third century AD", 100, 299),
    ("He drowned in 78 or 77 BC.", "en", "78 or 77 BC", -77, -76),
    ("It fell in 205, 204 or 203 BC.", "en", "205, 204 or 203 BC", -204, -202),
    ("The mint opened in the 340s or 330s BC.", "en", "the 340s or 330s BC", -348, -329),
    ("It burnt in AD 64 or 65.", "en", "AD 64 or 65", 64, 65),
    ("It stood from the third century to the first century BC.", "en", "the third century to the first century BC", -299, 0),
    ("It ruled from 31 BC to 14 AD.", "en", "31 BC to 14 AD", -30, 14),
    ("In the first century BC or the first century AD it fell.", "en", "the first century AD", 0, 99),
    ("Trade grew in the 18th and 19th centuries.", "en", "the 18th and 19th centuries", 1700, 1899),
    ("Er starb 78 oder 77 v. Chr. dort.", "de", "78 oder 77 v. Chr.", -77, -76),
    ("Die Mauer entstand im 5./4. Jahrhundert v. Chr. am Hang.", "de", "5./4. Jahrhundert v. Chr.", -499, -300),
    ("Vom 7. bis zum 5. Jahrhundert v. Chr. lebten sie dort.", "de", "7. bis zum 5. Jahrhundert v. Chr.", -699, -400),
    ("Le temple date du IIe ou IIIe siècle av. J.-C. environ.", "fr", "IIe ou IIIe siècle av. J.-C.", -299, -100),
    ("Il mourut en 78 ou 77 av. J.-C. là-bas.", "fr", "78 ou 77 av. J.-C.", -77, -76),
    ("El templo es del siglo III o II a. C. y está en ruinas.", "es", "siglo III o II a. C.", -299, -100),
    ("Murió en 78 o 77 a. C. allí.", "es", "78 o 77 a. C.", -77, -76),
    ("Nei secoli VII e VI a.C. la città crebbe.", "it", "secoli VII e VI a.C.", -699, -500),
    ("Tra il V e il IV secolo a.C. fu distrutta.", "it", "il V e il IV secolo a.C.", -499, -300),
    ("Nos séculos VII e VI a.C. a cidade cresceu.", "pt", "séculos VII e VI a.C.", -699, -500),
    ("In de derde of tweede eeuw v.Chr. werd het gebouwd.", "nl", "de derde of tweede eeuw v.Chr.", -299, -100),
]


@pytest.mark.parametrize("text, language, words, first, last", ERAS)
def test_the_last_era_binds_every_member_of_a_list(text, language, words, first, last):
    [m] = [m for m in dates.tag(text, "2019-03-01", language) if m.text == words]
    assert (calendar.iso(m.first), calendar.iso(m.last)) == (f"{calendar.iso_year(first)}-01-01", f"{calendar.iso_year(last)}-12-31")
    assert calendar.bounds(m.edtf) == (m.first, m.last)


PARTS = [  # words, first day, last day
    ("the early 20th century", "1900-01-01", "1933-12-31"), ("the mid-20th century", "1934-01-01", "1966-12-31"),
    ("the late 20th century", "1967-01-01", "1999-12-31"), ("the early 1930s", "1930-01-01", "1933-12-31"),
    ("the late 1930s", "1937-01-01", "1939-12-31"), ("early 2005", "2005-01-01", "2005-04-30"), ("late 2005", "2005-09-01", "2005-12-31"),
    ("the first half of the 20th century", "1900-01-01", "1949-12-31"), ("the second half of the 1930s", "1935-01-01", "1939-12-31"),
    ("the latter half of the 19th century", "1850-01-01", "1899-12-31"), ("the first half of 2005", "2005-01-01", "2005-06-30"),
    ("the first half of June 2004", "2004-06-01", "2004-06-15"), ("the second half of July 2004", "2004-07-16", "2004-07-31"),
    ("early summer 1950", "1950-06-01", "1950-06-30"), ("late July 2004", "2004-07-21", "2004-07-31"), ("the early fifth century BC", "-0499-01-01", "-0466-12-31"),
]


@pytest.mark.parametrize("words, first, last", PARTS)
def test_a_part_of_a_period_ends_with_its_years_or_months(words, first, last):
    [m] = dates.tag(f"In {words} the mill stood there.", "2019-03-01", "en")
    assert (m.text, calendar.iso(m.first), calendar.iso(m.last)) == (words, first, last)


HALVES = [("fr", "Pendant la première moitié du XIXe siècle", 1800, 1849), ("de", "In der zweiten Hälfte des 19. Jahrhunderts", 1850, 1899),
          ("it", "Nella seconda metà del XIX secolo", 1850, 1899), ("es", "En la primera mitad del siglo XIX", 1800, 1849),
          ("pt", "Na segunda metade do século XIX", 1850, 1899), ("nl", "In de eerste helft van de 19e eeuw", 1800, 1849)]


@pytest.mark.parametrize("language, text, first, last", HALVES)
def test_half_a_century_is_fifty_years(language, text, first, last):
    [m] = dates.tag(text, "2019-03-01", language)
    assert (calendar.iso(m.first), calendar.iso(m.last)) == (f"{first}-01-01", f"{last}-12-31")
