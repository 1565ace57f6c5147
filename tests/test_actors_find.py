"""Which stretches are actors, of what type, under what name: a sentence a line, every actor of it named.

A line: text => surface/TYPE or surface>Canonical/TYPE, parted by ";"; nothing after => means no actor.
Demonyms are listed too (they stand for their country).
"""

import pytest

from timeline.actors import find

PEOPLE = """
Angela Merkel met Emmanuel Macron. => Angela Merkel/PER; Emmanuel Macron/PER
Then Mr. Oduya left the room. => Oduya/PER
Mrs Halvorsen thanked Dr. Pyne. => Halvorsen/PER; Pyne/PER
President Anders Lindqvist resigned. => Anders Lindqvist/PER
Prime Minister Jonas Halloran spoke. => Jonas Halloran/PER
Foreign Minister Ri Yong-ho replied. => Ri Yong-ho/PER
Secretary of State Mike Pompeo agreed. => Mike Pompeo/PER
The former chancellor, Gerhard Schröder, wrote a book. => Gerhard Schröder/PER
Deputy Foreign Minister Olga Petrenko flew home. => Olga Petrenko/PER
General Viktor Sokolov surrendered. => Viktor Sokolov/PER
Gen. Viktor Sokolov surrendered. => Viktor Sokolov/PER
Sen. Maria Gonzalez voted no. => Maria Gonzalez/PER
Vincent van Gogh painted it. => Vincent van Gogh/PER
Ludwig van Beethoven composed it. => Ludwig van Beethoven/PER
Charles de Gaulle returned. => Charles de Gaulle/PER
Ahmed bin Rashid signed. => Ahmed bin Rashid/PER
Walter von Stauffen objected. => Walter von Stauffen/PER
J. K. Rowling wrote it. => J. K. Rowling/PER
J.K. Simmons acted in it. => J.K. Simmons/PER
John F. Kennedy was shot. => John F. Kennedy/PER
Conor O'Brien laughed. => Conor O'Brien/PER
Jean-Claude Juncker joked. => Jean-Claude Juncker/PER
Moon Jae-in flew north. => Moon Jae-in/PER
Xi Jinping arrived. => Xi Jinping/PER
Nguyen Phu Trong hosted them. => Nguyen Phu Trong/PER
Tran Thi Hoa sells noodles. => Tran Thi Hoa/PER
Queen Elizabeth II received him. => Queen Elizabeth II>Elizabeth II/PER
Pope Francis prayed. => Pope Francis/PER
Robert Downey Jr. smiled. => Robert Downey Jr/PER
Alexander the Great died young. => Alexander the Great/PER
Jordan Smith won the race. => Jordan Smith/PER
Paris Hilton left early. => Paris Hilton/PER
Will Smith sang. => Will Smith/PER
Theresa May resigned in June. => Theresa May/PER
Tony May met nobody. => Tony May/PER
George Washington crossed the river. => George Washington/PER
Michael Jordan scored. => Michael Jordan/PER
Mark Rutte called. => Mark Rutte/PER
The guitarist Salim Darzi died. => Salim Darzi/PER
The journalist Pelin Aksoy was freed. => Pelin Aksoy/PER
A spokesman, Tadeusz Wolski, denied it. => Tadeusz Wolski/PER
His lawyer Benedikt Thoma agreed. => Benedikt Thoma/PER
The book by Umberto Eco sold well. => Umberto Eco/PER
It was Zoran who called Milan's brother. => Zoran/PER; Milan/LOC
Later Khushrenada said no. => Khushrenada/PER
Ban Ki-moon and Kofi Annan spoke. => Ban Ki-moon/PER; Kofi Annan/PER
Recep Tayyip Erdoğan smiled. => Recep Tayyip Erdoğan>Recep Tayyip Erdogan/PER
Viktor Orban frowned. => Viktor Orban>Viktor Orbán/PER
Bin Laden was dead. => Bin Laden>Osama bin Laden/PER
Kim Jong Un waved. => Kim Jong Un>Kim Jong-un/PER
Napoleon lost. => Napoleon>Napoleon Bonaparte/PER
Stalin signed. => Stalin>Joseph Stalin/PER
Economist Joan Marsh disagreed. => Joan Marsh/PER
Sir Isaac Newton fell ill. => Isaac Newton/PER
Crown Prince Frederik waited. => Frederik/PER
Ayatollah Ali Khamenei warned them. => Ali Khamenei/PER
"""

ORGANISATIONS = """
The World Bank lent money. => World Bank/ORG
The International Monetary Fund agreed. => International Monetary Fund/ORG
The Ministry of Health closed. => Ministry of Health/ORG
The University of Oxford replied. => University of Oxford/ORG
The Bank of Japan cut rates. => Bank of Japan/ORG
The Supreme Court ruled. => Supreme Court/ORG
The European Space Agency launched it. => European Space Agency/ORG
He joined the African National Congress. => African National Congress/ORG
She works for Halden Shipping Ltd. in summer. => Halden Shipping Ltd/ORG
Marvel Consultants, Inc. closed. => Marvel Consultants, Inc/ORG
Brown & Hartwell sued. => Brown & Hartwell/ORG
The Korhonen Institute reported it. => Korhonen Institute/ORG
A NATO patrol passed. => NATO/ORG
The IAEA reported. => IAEA>International Atomic Energy Agency/ORG
The U.N. Security Council met. => U.N. Security Council>United Nations Security Council/ORG
The People's Party won. => People's Party/ORG
The Labour Party lost. => Labour Party/ORG
Reuters reported it. => Reuters/ORG
He wrote for the New York Times. => New York Times/ORG
China Eastern landed late. => China Eastern/ORG
Air France flew on. => Air France/ORG
Goldman Sachs fell. => Goldman Sachs/ORG
The Red Cross helped. => Red Cross>International Committee of the Red Cross/ORG
The White House denied it. => White House/ORG
The Kremlin denied it. => Kremlin/ORG
The Pentagon said so. => Pentagon/ORG
The Taliban attacked. => Taliban/ORG
Hamas and Hezbollah agreed. => Hamas/ORG; Hezbollah/ORG
The militant group Jaish Sahar claimed it. => Jaish Sahar/ORG
The newspaper Kvallsbladet reported it. => Kvallsbladet/ORG
The Department of Health and Human Services paid. => Department of Health and Human Services/ORG
The National Liberation Front of Tamara fought. => National Liberation Front of Tamara/ORG
Harvard University admitted her. => Harvard University/ORG
The Royal Air Force took off. => Royal Air Force/ORG
Doctors Without Borders left. => Doctors Without Borders/ORG
The Croatian Foreign Ministry protested. => Croatian>Croatia/LOC; Foreign Ministry>Croatian Foreign Ministry/ORG
The firm Ostrava Glass paid. => Ostrava Glass/ORG
WHO doctors came. => WHO>World Health Organization/ORG
Amnesty International and Human Rights Watch wrote. => Amnesty International/ORG; Human Rights Watch/ORG
"""

PLACES = """
She lives in Marseille. => Marseille/LOC
They flew from Lagos to Nairobi. => Lagos/LOC; Nairobi/LOC
The Danube froze. => Danube/LOC
The Hudson River froze. => Hudson River/LOC
The Jordan River froze. => Jordan River/LOC
They climbed Mount Ararat. => Mount Ararat/LOC
Lake Victoria is wide. => Lake Victoria/LOC
He was born in Kazanluk. => Kazanluk/LOC
The village of Brezova burned. => Brezova/LOC
Trouble in the Kani area went on. => Kani/LOC
It happened in Dobrich, Bulgaria. => Dobrich/LOC; Bulgaria/LOC
Anbar Province was quiet. => Anbar Province/LOC
The Strait of Hormuz was closed. => Strait of Hormuz/LOC
The Gaza Strip was sealed. => Gaza Strip/LOC
South Korea sent rice. => South Korea/LOC
The U.S. sent grain. => U.S.>United States/LOC
The US sent grain. => US>United States/LOC
The UK left. => UK>United Kingdom/LOC
Britain left. => Britain>United Kingdom/LOC
Burma changed. => Burma>Myanmar/LOC
Côte d'Ivoire voted. => Côte d'Ivoire>Ivory Coast/LOC
Cote d'Ivoire voted. => Cote d'Ivoire>Ivory Coast/LOC
The Soviet Union fell. => Soviet Union/LOC
East Germany opened its border. => East Germany/LOC
The Ottoman Empire joined in. => Ottoman Empire/LOC
Washington, D.C., was cold. => Washington, D.C.>Washington/LOC
They met in Reykjavik. => Reykjavik/LOC
St. Louis flooded. => St. Louis/LOC
New York and Los Angeles cheered. => New York/LOC; Los Angeles/LOC
The plant at Yongbyon closed. => Yongbyon/LOC
Planes left Charles de Gaulle airport. => Charles de Gaulle>Charles de Gaulle airport/LOC
Turkey protested. => Turkey/LOC
China built a dam. => China/LOC
Chad and Mali signed. => Chad/LOC; Mali/LOC
"""

TRAPS = """
They will march in May. =>
March was cold and April wet. =>
On Monday and Tuesday it rained. =>
The press said nothing. =>
Mark my words. =>
Bill the client. =>
Will they come? =>
May I go? =>
Grace and hope are virtues. =>
Spring came early. =>
Christmas fell on a Sunday. =>
Happy New Year! =>
The Second World War ended. =>
The Korean War ended in 1953. =>
The Cold War ended. =>
He won the Nobel Peace Prize. =>
The World Cup began. =>
I think I am late. =>
We don't know. Don't ask. =>
It's over. That's all. =>
However, nobody came. =>
Two of three voted. =>
Police arrested nine people. =>
Many Muslims and Christians fled. =>
The Bible and the Koran lay there. =>
He likes French fries. =>
The guinea pig ran. =>
Write to info@halden.com or see www.halden.com now. =>
Oil prices rose. =>
Officials declined to comment. =>
Thousands gathered. Hundreds left. =>
The president spoke. =>
The Prime Minister resigned. =>
"Now," he said, "go." =>
One day in June they met. =>
A second summit may follow. =>
OK, TV is dull. =>
Yes. No. Maybe. =>
Chapter II begins. =>
The Internet was down. =>
"""

WORN = """
mr trump met mr kim => trump>Donald Trump/PER; kim>Kim/PER
president emmanuel macron spoke => emmanuel macron>Emmanuel Macron/PER
secretary state mike pompeo leads talks => mike pompeo>Mike Pompeo/PER
foreign minister ri yongho replied => ri yongho>Ri Yong-ho/PER
prince mohammed bin salman's denial => mohammed bin salman>Mohammed bin Salman/PER
journalist jamal khashoggi murdered => jamal khashoggi>Jamal Khashoggi/PER
otto warmbier american student => otto warmbier>Otto Warmbier/PER; american>United States/LOC
ronald reagan mikhail gorbachev reykjavik => ronald reagan>Ronald Reagan/PER; mikhail gorbachev>Mikhail Gorbachev/PER; reykjavik>Reykjavik/LOC
north korea wanted sanctions lifted => north korea>North Korea/LOC
south korean officials waited => south korean>South Korea/LOC
americans would want it => americans>United States/LOC
the united states agreed => united states>United States/LOC
dismantling the plant at yongbyon => yongbyon>Yongbyon/LOC
vladimir putin's word => vladimir putin>Vladimir Putin/PER
north koreathe leader left => north korea>North Korea/LOC
kim jongundespite the buildup => kim jongun>Kim Jong-un/PER
mr trump“sometimes you walk” => trump>Donald Trump/PER
he was in turkey for a week => turkey>Turkey/LOC
they ate roast turkey =>
he will march in may =>
the press may ask bill =>
mark my words and will power =>
grace and joy and rose petals =>
a polish cloth to polish brass =>
the polish government fell => polish>Poland/LOC
one day in june it rained =>
who will lead us =>
it is what it is and us too =>
the spring and the fall =>
he said so in a long summer =>
the white house denied it => white house>White House/ORG
the united nations security council met => united nations security council>United Nations Security Council/ORG
the world bank lent money => world bank>World Bank/ORG
angela merkel and tony blair => angela merkel>Angela Merkel/PER; tony blair>Tony Blair/PER
dr anneli korhonen wrote => anneli korhonen>Anneli Korhonen/PER
senator maria gonzalez voted => maria gonzalez>Maria Gonzalez/PER
osama bin laden was found => osama bin laden>Osama bin Laden/PER
the university of cairo opened => university of cairo>University of Cairo/ORG
talks in geneva failed => geneva>Geneva/LOC
from baghdad to basra => baghdad>Baghdad/LOC; basra>Basra/LOC
i don't know what they'll do =>
joan marsden said it => joan marsden>Joan Marsden/PER
xi jinping and moon jae-in met => xi jinping>Xi Jinping/PER; moon jae-in>Moon Jae-in/PER
the turkish delight was sweet =>
the korean war ended =>
write to maria@halden.com =>
the trump card =>
"""

LINES = """
HANOI, Feb. 28 (Reuters) - The summit ended early. => HANOI>Hanoi/LOC; Reuters/ORG
WASHINGTON (AP) - The vote passed. => WASHINGTON>Washington/LOC; AP>Associated Press/ORG
TRUMP MEETS MERKEL IN BERLIN => TRUMP>Donald Trump/PER; MERKEL>Angela Merkel/PER; BERLIN>Berlin/LOC
TOM HALLORAN WINS AGAIN => TOM HALLORAN>Tom Halloran/PER
THE PRESS WILL MARCH IN MAY =>
Trump And Merkel Meet Again In Berlin For Second Round Of Talks => Trump>Donald Trump/PER; Merkel>Angela Merkel/PER; Berlin/LOC
PARIS, France: nobody spoke. => PARIS>Paris/LOC; France/LOC
"""

SECTIONS = {"people": PEOPLE, "organisations": ORGANISATIONS, "places": PLACES, "traps": TRAPS, "worn": WORN, "lines": LINES}


def cases():
    for section, table in SECTIONS.items():
        for line in table.strip().splitlines():
            text, _, wanted = line.partition("=>")
            yield pytest.param(text.strip(), [_wanted(w) for w in wanted.split(";") if w.strip()], id=f"{section}: {text.strip()}")


def _wanted(cell: str) -> tuple[str, str, str]:
    names, _, kind = cell.strip().rpartition("/")
    surface, _, canonical = names.partition(">")
    return surface, kind, canonical or surface


@pytest.mark.parametrize("text, wanted", cases())
def test_find_names_every_actor_and_nothing_else(text, wanted):
    assert [(m.text, m.type, m.name) for m in find(text, where=[])] == wanted  # by the rules and the lists alone
