"""Who takes part, who only tells, who only hosts: roles of mentions, and the actors that an event is given."""

import pytest

from timeline import dates, events
from timeline.actors import find
from timeline.model import Document, DocumentDate

# text => its actors, each with its role: + takes part, " tells, @ hosts, ~ a bare adjective
MENTIONS = """
en: Kim Jong-un met Donald Trump. => +Kim Jong-un; +Donald Trump
en: Mr. Trump told reporters that Kim Jong-un had agreed. => "Donald Trump; +Kim Jong-un
en: Mr. Trump said it was over. => "Donald Trump
en: Trump has repeatedly said so. => "Donald Trump
en: Trump later added that he was tired. => "Donald Trump
en: Then Angela Merkel wrote that Greece would pay. => "Angela Merkel; +Greece
en: According to Moon Jae-in, the talks failed. => "Moon Jae-in
en: According to President Moon Jae-in, Kim Jong-un agreed. => "Moon Jae-in; +Kim Jong-un
en: According to the former Prime Minister Tony Blair, it rained. => "Tony Blair
en: “It is over,” said Kim Jong-un. => "Kim Jong-un
en: "It is over," said President Moon Jae-in, who left. => "Moon Jae-in
en: Moon Jae-in, the president, said no. => "Moon Jae-in
en: Moon Jae-in, the president of South Korea, told reporters that Kim Jong-un came. => "Moon Jae-in; +South Korea; +Kim Jong-un
en: Pyongyang said it would wait. => "North Korea
en: Pyongyang refused. => +North Korea
en: The White House said it would wait. => "White House
en: The Associated Press reported that Boris Yeltsin had resigned. => "Associated Press; +Boris Yeltsin
en: Reuters reports that Germany will pay. => "Reuters; +Germany
en: The United Nations reports of May were lost. => +United Nations
en: Kim's said brother left. => +Kim
en: He wrote to Kim Jong-un. => +Kim Jong-un
en: Talks in Hanoi broke down, Donald Trump said. => @Hanoi; "Donald Trump
en: An American student told Kim Jong-un the news. => ~United States; +Kim Jong-un
en: Angela Merkel resigned. => +Angela Merkel
en: Angela Merkel was said to be ill. => +Angela Merkel
en: mr trump told reporters that kim jong un agreed => "Donald Trump; +Kim Jong-un
en: Angela Merkel and Emmanuel Macron said they would pay. => +Angela Merkel; "Emmanuel Macron
en: It belongs to Angela Merkel. => +Angela Merkel
de: Angela Merkel sagte, Griechenland werde zahlen. => "Angela Merkel; +Greece
de: Laut Angela Merkel ist es vorbei. => "Angela Merkel
de: Angela Merkel traf Emmanuel Macron. => +Angela Merkel; +Emmanuel Macron
de: Die deutsche Regierung zahlte. => +Germany
de: Ein deutscher Student kam. => ~Germany
fr: Emmanuel Macron a dit non. => "Emmanuel Macron
fr: Selon Emmanuel Macron, la Russie partira. => "Emmanuel Macron; +Russia
fr: Le gouvernement allemand est tombé. => +Germany
fr: Un étudiant allemand est venu. => ~Germany
fr: Les Britanniques ont voté. => +United Kingdom
fr: Ils étaient à Hanoï. => @Hanoi
es: Donald Trump dijo que no. => "Donald Trump
es: Según Donald Trump, Irán pagará. => "Donald Trump; +Iran
es: El gobierno alemán cayó. => +Germany
it: Mario Draghi ha detto di no. => "Mario Draghi
it: Secondo Mario Draghi, la Francia paga. => "Mario Draghi; +France
it: Il governo tedesco cade. => +Germany
pt: Donald Trump disse que não. => "Donald Trump
pt: Segundo Donald Trump, a França paga. => "Donald Trump; +France
nl: Mark Rutte zei nee. => "Mark Rutte
nl: Volgens Mark Rutte betaalt Duitsland. => "Mark Rutte; +Germany
nl: De Duitse regering valt. => +Germany
"""
SIGNS = {"actor": "+", "speaker": '"', "venue": "@", "": "~"}

# a sentence => the actors of each of its events, in the order of the text; the document is of 28 February 2019
EVENTS = """
Trump told reporters that Kim Jong-un had fired a missile on 3 May 2017. => Kim Jong-un
Trump said on Friday that Kim Jong-un would wait. => Donald Trump
Kim Jong-un fired a missile on 3 May 2017, Trump said. => Kim Jong-un
According to Moon Jae-in, Kim Jong-un promised a visit in September 2018. => Kim Jong-un
Barack Obama met Angela Merkel in Berlin on 12 June 2013 while Vladimir Putin waited in Moscow. => Barack Obama, Angela Merkel
Jamal Khashoggi, who was killed on 2 October 2018, had criticised Mohammed bin Salman. => Jamal Khashoggi
Kim Jong-un flew to Hanoi and signed a treaty on 27 February 2019. => Kim Jong-un
Donald Trump met Kim Jong-un and signed a treaty on 12 June 2018. => Donald Trump
The summit between Donald Trump and Kim Jong-un ended on 12 June 2018, the Associated Press reported. => Donald Trump, Kim Jong-un
Kim Jong-il died on 17 December 2011, and Kim Jong-un succeeded him. => Kim Jong-il
Kim Jong-il died on 17 December 2011 and Fidel Castro died on 25 November 2016. => Kim Jong-il; Fidel Castro
Mr. Trump arrived. He met Kim Jong-un on 12 June 2018. => Donald Trump, Kim Jong-un
The treaty was signed on 8 December 1987 by Ronald Reagan and Mikhail Gorbachev, said George Shultz. => Ronald Reagan, Mikhail Gorbachev
Trump said the attack of 4 April 2017 was an affront. =>
Angela Merkel said that Russia invaded Ukraine on 24 February 2014. => Russia, Ukraine
Britain left the European Union on 31 January 2019, while France and Germany stayed. => United Kingdom, European Union
After Boris Yeltsin resigned on 31 December 1999, Vladimir Putin became president. => Boris Yeltsin
Nelson Mandela was released on 11 February 1990, though Margaret Thatcher had called him a terrorist. => Nelson Mandela
North Korea tested a bomb on 9 October 2006 after the United States had imposed sanctions. => North Korea
Otto Warmbier, an American student, died on 19 June 2017. => Otto Warmbier, United States
The White House said that Donald Trump would meet Kim Jong-un on 12 June 2018. => Donald Trump, Kim Jong-un
The United Nations imposed sanctions on North Korea on 14 October 2006. => United Nations, North Korea
Talks in Hanoi collapsed on 28 February 2019. =>
Pyongyang rejected the offer on 3 May 2018. => North Korea
Talks in Pyongyang failed on 3 May 2018. =>
Boris Johnson told Parliament that Theresa May resigned on 24 May 2018. => Theresa May
Theresa May, whom Boris Johnson disliked, resigned on 24 May 2018. => Theresa May
Theresa May resigned on 24 May 2018; Boris Johnson rejoiced. => Theresa May
Saddam Hussein was captured on 13 December 2003, George W. Bush announced. => Saddam Hussein
Mikhail Gorbachev, the leader of the Soviet Union, resigned on 25 December 1991. => Mikhail Gorbachev, Soviet Union
"""


def _rows(table: str):
    for line in table.strip().splitlines():
        text, _, wanted = line.partition("=>")
        yield pytest.param(text.strip(), wanted.strip(), id=text.strip())


@pytest.mark.parametrize("text, wanted", _rows(MENTIONS))
def test_a_mention_takes_part_tells_or_hosts(text, wanted):
    language, _, said = text.partition(": ")
    assert "; ".join(SIGNS[m.role] + m.name for m in find(said, language)) == wanted


@pytest.mark.parametrize("text, wanted", _rows(EVENTS))
def test_the_actors_of_an_event_are_those_of_its_clause(text, wanted):
    document = Document("d", "n", text, published=DocumentDate("2019-02-28", "typed", "typed by you"))
    found = events.extract(document, dates.tag(text, "2019-02-28", "en"), find(text))
    assert "; ".join(", ".join(event.actors) for event in found if event.mentions[0].date_start is not None) == wanted
