"""One name an actor within a document, with its reason; places as actors or venues."""

import pytest

from timeline.actors import find

# text => the canonical names of the people, organisations or places in it, in order of mention (venues in brackets, adjectives in <>)
TABLE = """
Kim Jong-un met Donald Trump. Mr. Kim smiled. Mr. Trump left. => Kim Jong-un; Donald Trump; Kim Jong-un; Donald Trump
Kim Jong Un spoke, then Kim Jong-Un sat. => Kim Jong-un; Kim Jong-un
Kim Jong-un followed Kim Jong-il. Mr. Kim was young. => Kim Jong-un; Kim Jong-il; Kim
Trump spoke. President Donald Trump left. Mr. Trump slept. => Donald Trump; Donald Trump; Donald Trump
Donald J. Trump spoke. D. Trump left. => Donald Trump; Donald Trump
George W. Bush met George H. W. Bush. Mr. Bush waved. => George W. Bush; George H. W. Bush; Bush
President George W. Bush met Governor Jeb Bush. President Bush smiled. => George W. Bush; Jeb Bush; George W. Bush
Barack Obama and Michelle Obama danced. Mrs. Obama laughed. Mr. Obama clapped. => Barack Obama; Michelle Obama; Michelle Obama; Barack Obama
Bill Clinton and Hillary Clinton came. Mr. Clinton spoke. Mrs. Clinton spoke. => Bill Clinton; Hillary Clinton; Bill Clinton; Hillary Clinton
Bill Clinton and Hillary Clinton came. Dr. Clinton spoke. => Bill Clinton; Hillary Clinton; Clinton
Melania Trump arrived. Mrs. Trump wore blue; Mr. Trump did not. => Melania Trump; Melania Trump; Donald Trump
John Smith said yes. Mary Smith said no. Smith said nothing. => John Smith; Mary Smith; Smith
John Smith said yes. J. Smith left. Smith said so. => John Smith; John Smith; John Smith
John Smith met James Smith. J. Smith left. => John Smith; James Smith; J. Smith
Conor O'Brien ran. O'Brien won. => Conor O'Brien; Conor O'Brien
Gabriel García Márquez wrote. García Márquez slept. => Gabriel García Márquez; Gabriel García Márquez
Marine Le Pen spoke. Le Pen left. => Marine Le Pen; Marine Le Pen
Vincent van Gogh painted. Van Gogh slept. => Vincent van Gogh; Vincent van Gogh
Osama bin Laden hid. Bin Laden died. Mr. bin Laden was gone. => Osama bin Laden; Osama bin Laden; Osama bin Laden
Bashar al-Assad spoke. Assad denied it. Mr. al-Assad left. => Bashar al-Assad; Bashar al-Assad; Bashar al-Assad
Moon Jae-in spoke. Mr. Moon left. => Moon Jae-in; Moon Jae-in
Xi Jinping spoke. Mr. Xi left. => Xi Jinping; Xi Jinping
Park Chan-ho pitched. Mr. Park won. => Park Chan-ho; Park Chan-ho
Lee Jun-ho met Robert E. Lee. Mr. Lee was silent. => Lee Jun-ho; Robert E. Lee; Lee
Chen Wei-ling designed it. Ms. Chen won. => Chen Wei-ling; Chen Wei-ling
Hillary Clinton spoke. Hillary said yes. => Hillary Clinton; Hillary Clinton
Viktor Orbán spoke. Mr Orban left. => Viktor Orbán; Viktor Orbán
Benedikt Thoma came. Later Thoma said no. => Benedikt Thoma; Benedikt Thoma
Salim Darzi was a lawyer. Darzi's house burned. => Salim Darzi; Salim Darzi
SALIM DARZI WAS FREED AT LAST => Salim Darzi
The Halden Water Agency (HWA) paid. The HWA was broke. => Halden Water Agency; Halden Water Agency; Halden Water Agency
The Union of Lake Fishers (ULF) met. ULF spoke. => Union of Lake Fishers; Union of Lake Fishers; Union of Lake Fishers
The International Atomic Energy Agency (IAEA) met. The IAEA left. => International Atomic Energy Agency; International Atomic Energy Agency; International Atomic Energy Agency
Korvald Inc. grew. Later Korvald's shares fell. => Korvald Inc; Korvald Inc
The Croatian Foreign Ministry and the Greek Foreign Ministry wrote. => Croatia; Croatian Foreign Ministry; Greece; Greek Foreign Ministry
mr kim sat. kim jong un ate. => Kim Jong-un; Kim Jong-un
mr kim denied it after kim jongun and kim jongil were named => Kim; Kim Jong-un; Kim Jong-il
Pyongyang refused the offer. => North Korea
Washington said it would wait. => United States
Beijing has repeatedly denied it. => China
Moscow also accused London of lying. => Russia; United Kingdom
Tehran is enriching uranium again. => Iran
Tehran will comply. => Iran
Tehran does not allow it. => Iran
Tehran has broken its word. => Iran
Rebels supported by Washington fled. => United States
They imposed sanctions against Pyongyang. => North Korea
He called on Moscow to leave. => Russia
Beijing urged Moscow to leave. => China; Russia
They spoke of Tehran's nuclear programme. => Iran
Ties with Beijing froze. => China
Paris will be cold. => [Paris]
Kabul has seen snow. => [Kabul]
Snow fell on Moscow. => [Moscow]
He walked by Moscow. => [Moscow]
Tehran's streets were full. => [Tehran]
Paris is a city. => [Paris]
Talks in Hanoi collapsed. => [Hanoi]
The Hanoi summit ended. => [Hanoi]
Talks in Hanoi, Vietnam, ended. => [Hanoi]; [Vietnam]
The Singapore summit ended. => [Singapore]
SINGAPORE, June 12 (Reuters) - They met. => [Singapore]; Reuters
first summit singapore last june => [Singapore]
President Moon Jae-in spoke. Moon left. They flew to the Moon. => Moon Jae-in; Moon Jae-in; [Moon]
Abraham Lincoln wrote. Lincoln slept. => Abraham Lincoln; Abraham Lincoln
Vietnam hosted the talks. => Vietnam
The talks were held in Vietnam. => [Vietnam]
Vietnam's president spoke. => Vietnam
He flew to Paris. => [Paris]
Paris is lovely. => [Paris]
pyongyang refused while washington waited => North Korea; [Washington]
summit meeting hanoi revealed hazards => [Hanoi]
Americans voted. => United States
The American government voted. => United States
An American student voted. => <United States>
Two Frenchmen and a Dutchman ran. => France; <Netherlands>
North Korea agreed. The North wants food. The South sent rice. => North Korea; North Korea; South Korea
The North won the war and the South lost. =>
North Korea lies to the north. => North Korea
North Korea spoke. He went to the North Pole. => North Korea; [North Pole]
Korea is cold. => [Korea]
Korea is cold, South Korea said. => South Korea; South Korea
North Korea and South Korea share Korea. => North Korea; South Korea; [Korea]
Congo lies there. => [Congo]
Congo voted, the Democratic Republic of the Congo said. => Democratic Republic of the Congo; Democratic Republic of the Congo
Georgia voted while Atlanta counted. => [Georgia (US state)]; [Atlanta]
Tbilisi said Georgia would sign with Russia. => Georgia; Georgia; Russia
Michael Jordan flew to Jordan. => Michael Jordan; [Jordan]
George Washington slept in Washington. => George Washington; [Washington]
Charles de Gaulle landed at Charles de Gaulle airport. => Charles de Gaulle; [Charles de Gaulle airport]
China Eastern left China. => China Eastern; China
Saddam Hussein wrote to King Hussein. => Saddam Hussein; King Hussein
The U.S., the US and the USA are America. => United States; United States; United States; United States
Burma is Myanmar. => Myanmar; Myanmar
Great Britain, the UK and Britain are one. => United Kingdom; United Kingdom; United Kingdom
"""


def _rows():
    for line in TABLE.strip().splitlines():
        text, _, wanted = line.partition("=>")
        yield pytest.param(text.strip(), [w.strip() for w in wanted.split(";") if w.strip()], id=text.strip())


def _shown(mention) -> str:
    return {"venue": f"[{mention.name}]", "": f"<{mention.name}>"}.get(mention.role, mention.name)


@pytest.mark.parametrize("text, wanted", _rows())
def test_one_name_an_actor_within_a_document(text, wanted):
    assert [_shown(m) for m in find(text)] == wanted


REASONS = [
    ("Kim Jong-un sat. Mr. Kim ate.", "surname of Kim Jong-un, named in full at 0"),
    ("Trump sat.", "alias file: another form of Donald Trump"),
    ("Americans sat.", "demonym of United States"),
    ("Pyongyang refused.", 'capital for its government: "Pyongyang refused"'),
    ("Halden Water Agency (HWA).", "acronym of Halden Water Agency, given in brackets at 21"),
    ("John Smith and Mary Smith. Dr. Smith sat.", "2 people in the text bear this name: John Smith, Mary Smith"),
    ("Hillary Clinton sat. Hillary said no.", "given name of Hillary Clinton, named in full at 0"),
    ("North Korea sat. The North fired.", '"the North" in a text about Korea'),
    ("The Halden Institute sat.", 'organisation word "Institute"'),
    ("The writer Pelin Aksoyev sat.", "given and family name"),
]


@pytest.mark.parametrize("text, reason", REASONS[:-1])
def test_every_name_says_why_in_words(text, reason):
    assert find(text)[-1].reason == reason
