"""What an event is called, and whether it happened, was planned or was called off."""

import pytest
from mentioned import read, told

TITLES = """
{Trump:P} and {Kim:P} met in {Singapore:l} on [12 June 2018|2018-06-12]. | Trump and Kim met in Singapore
The summit in {Singapore:l} on [12 June 2018|2018-06-12] ended with a handshake. | Singapore summit
The [June|2018-06] summit ended with a handshake. | June summit
[Last June|2018-06]'s summit ended with a handshake. | June summit
The [September|2018-09] declaration was hailed by both sides. | September declaration
The [12 June 2018|2018-06-12] summit changed little. | June summit
The {Hanoi:L} summit of [28 February 2019|2019-02-28] collapsed. | Hanoi summit
Talks in {Hanoi:l} on [27 February 2019|2019-02-27] were short. | Hanoi talks
Talks were held in {Hanoi:l} on [27 February 2019|2019-02-27]. | Hanoi talks
Talks with {North Korea:L} broke down on [Thursday|2019-02-28]. | Talks with North Korea
{Iraq:L} invaded {Kuwait:L} on [2 August 1990|1990-08-02]. | Iraq invaded Kuwait
The invasion of {Kuwait:L} on [2 August 1990|1990-08-02] shocked the world. | Invasion of Kuwait
The assassination of {Anwar Sadat:P} in [1981|1981] shook the region. | Assassination of Anwar Sadat
{Hosni Mubarak:P} resigned on [11 February 2011|2011-02-11]. | Hosni Mubarak resigned
{Hosni Mubarak:P}, who had ruled since [1981|1981], resigned on [11 February 2011|2011-02-11]. | Hosni Mubarak resigned
{Hosni Mubarak:P}, the president, resigned on [11 February 2011|2011-02-11]. | Hosni Mubarak resigned
On [11 February 2011|2011-02-11], {Hosni Mubarak:P} resigned. | Hosni Mubarak resigned
On [11 February 2011|2011-02-11], after weeks of protests, {Hosni Mubarak:P} resigned. | Hosni Mubarak resigned
The president resigned on [Friday|2019-02-22]. | President resigned
Police arrested the editor on [Monday|2019-02-25]. | Police arrested editor
The editor was arrested on [Monday|2019-02-25] in {Minsk:l}. | Editor was arrested in Minsk
The army, backed by tanks, seized the palace on [Monday|2019-02-25]. | Army seized palace
A bomb killed 12 people in {Baghdad:l} on [Monday|2019-02-25]. | Bomb killed 12 people in Baghdad
A car bombing in {Baghdad:l} killed 12 people on [Monday|2019-02-25]. | Baghdad car bombing
An earthquake struck {Haiti:L} on [12 January 2010|2010-01-12]. | Haiti earthquake
The battle of {Hastings:L} ([1066|1066]) changed {England:L}. | Battle of Hastings
{Germany:L} and {Poland:L} signed a treaty in [1970|1970]. | Germany and Poland signed treaty
The company will buy its rival in [May 2019|2019-05]. | Company will buy rival
{Acme Corp:O} bought {Bolt:O} for $3 billion on [Tuesday|2019-02-26]. | Acme Corp bought Bolt for $3 billion
{NASA:O} launched the probe in [1977|1977]. | NASA launched probe
The launch of {Apollo 11:O} on [16 July 1969|1969-07-16] drew crowds. | Launch of Apollo 11
{Marie Curie:P} was born in {Warsaw:l} in [1867|1867]. | Marie Curie was born in Warsaw
{Marie Curie:P} discovered radium in [1898|1898]. | Marie Curie discovered radium
{Marie Curie:P} left early. She died on [4 July 1934|1934-07-04]. | Marie Curie died
The king died in [44 BC|-0043]. | King died
Voters elected {Jane Roe:P} in [November 2018|2018-11]. | Voters elected Jane Roe
The election was held on [4 March 2018|2018-03-04]. | March election
The election was held on [Sunday|2019-02-24]. | Election was held
The {Iranian:L} election of [2009|2009] led to protests. | Iranian election
The strike at the port began on [Monday|2019-02-25]. | Strike at port
Workers staged a march in {Lyon:l} on [Monday|2019-02-25]. | Lyon march
Nurses held a strike in {Lyon:l} on [Monday|2019-02-25]. | Lyon strike
The company said on [Monday|2019-02-25] that profits had fallen. | Company said profits had fallen
The minister said on [Monday|2019-02-25] that the talks would resume. | Minister said talks would resume
The army would withdraw, the minister said on [Monday|2019-02-25]. | Minister said army would withdraw
He said on [Monday|2019-02-25] that the army would withdraw. | Army would withdraw
{Ann Lee:P} told reporters on [Monday|2019-02-25] that the deal was dead. | Ann Lee told reporters deal was dead
The court overturned the ban on [3 May 2018|2018-05-03]. | Court overturned ban
Parliament approved the treaty [yesterday|2019-02-27]. | Parliament approved treaty
The two leaders agreed to meet again on [3 May 2019|2019-05-03]. | Two leaders agreed to meet
Rebels captured the town in [2012|2012] and lost it in 2013. | Rebels captured town
The town, which was captured by rebels in [2012|2012], is quiet. | Town was captured by rebels
The rebels who captured the town in [2012|2012] are gone. | Rebels captured town
The editor did not resign on [Monday|2019-02-25]. | Editor did not resign
{Ana Cruz:P} (Labour) resigned on [Monday|2019-02-25]. | Ana Cruz resigned
The shares plunged 12% on [Monday|2019-02-25]. | Shares plunged 12%
Tens of thousands marched through {Paris:l} on [1 May|2018-05-01]. | Tens of thousands marched through Paris
{Trump:P} told {Pompeo:P} not to go to {Pyongyang:L} on [Friday|2019-02-22]. | Trump told Pompeo not to go to Pyongyang
{Amre Moussa:P} -- the former minister -- called for calm on [Friday|2019-02-22]. | Amre Moussa called for calm
The fire on [Monday|2019-02-25] was small. | Fire on Monday
{US:L} forces were attacked on [Friday|2019-02-22]. | US forces were attacked
No deal was signed on [Friday|2019-02-22]. | No deal was signed
- [18–20 September 2018|2018-09-18/2018-09-20]: {Moon:P} visits {Pyongyang:L} | Moon visits Pyongyang
[19 September 2018|2018-09-19] — {Moon:P} and {Kim:P} sign a declaration | Moon and Kim sign declaration
{Kim:P} visited {Beijing:l} and met {Xi:P} on [Monday|2019-02-25]. | Kim met Xi
The talks in {Hanoi:l}, which broke off on [28 February|2019-02-28], were short. | Hanoi talks
Egypt's government imposed a curfew [late Friday|2019-02-22]. | Egypt's government imposed curfew
""".strip().splitlines()


@pytest.mark.parametrize("line", TITLES)
def test_titles_are_short_and_in_the_texts_own_words(line):
    marked, wanted = line.rsplit(" | ", 1)
    assert wanted in [event.title for event in told(marked)]


@pytest.mark.parametrize("line", TITLES)
def test_every_word_of_a_title_stands_in_the_document(line):
    marked = line.rsplit(" | ", 1)[0]
    document = read(marked)[0]
    for event in told(marked):
        assert 2 <= len(event.title.split()) <= 8
        assert all(word.lower() in document.text.lower() for word in event.title.split())


MODALITY = """
The talks began on [Monday|2019-02-25]. | actual
The talks will begin on [Monday|2019-02-25]. | planned
The talks are scheduled for [Monday|2019-02-25]. | planned
The talks planned for [Monday|2019-02-25] drew little notice. | planned
The planned [Monday|2019-02-25] talks drew little notice. | planned
The talks, scheduled to begin on [Monday|2019-02-25], drew little notice. | planned
The company plans to buy its rival on [Monday|2019-02-25]. | planned
The company is expected to buy its rival on [Monday|2019-02-25]. | planned
The company agreed to buy its rival on [Monday|2019-02-25]. | actual
The company hoped to sell the plant on [Monday|2019-02-25]. | planned
The two were to meet on [Monday|2019-02-25]. | planned
The talks were cancelled on [Monday|2019-02-25]. | denied
The talks were called off on [Monday|2019-02-25]. | denied
The ceremony was planned for [Monday|2019-02-25] and then cancelled. | denied
The ceremony was planned for [Monday|2019-02-25] but called off. | denied
The cancelled [Monday|2019-02-25] talks cost a fortune. | denied
The talks never took place on [Monday|2019-02-25]. | denied
The president did not resign on [Monday|2019-02-25]. | denied
The president didn't resign on [Monday|2019-02-25]. | denied
The president has not resigned on [Monday|2019-02-25]. | denied
The president refused to sign the treaty on [Monday|2019-02-25]. | actual
The company failed to sell the plant on [Monday|2019-02-25]. | actual
Officials denied that the two met on [Monday|2019-02-25]. | denied
The government cancelled the talks on [Monday|2019-02-25]. | actual
The talks could begin on [Monday|2019-02-25]. | hypothetical
The talks might begin on [Monday|2019-02-25]. | hypothetical
The talks may begin on [Monday|2019-02-25]. | hypothetical
If the army attacked on [Monday|2019-02-25], it would lose. | hypothetical
The army threatened to attack on [Monday|2019-02-25]. | actual
Possible talks on [Monday|2019-02-25] worry the markets. | hypothetical
The army attacked on [Monday|2019-02-25]. | actual
The president denied bail to the editor on [Monday|2019-02-25]. | actual
The treaty was signed on [Monday|2019-02-25], and the guests will leave soon. | actual
The treaty was signed on [Monday|2019-02-25] although nobody had planned it. | actual
The treaty was signed on [Monday|2019-02-25]; the other was cancelled. | actual
The army, which could not advance, withdrew on [Monday|2019-02-25]. | actual
The rebels attacked on [Monday|2019-02-25] because the talks might fail. | actual
In [May|2018-05] the army attacked. | actual
The summit of [2 March 2019|2019-03-02] is in Oslo. | planned
The talks took place on [Monday|2019-02-25] as planned by both. | actual
""".strip().splitlines()


@pytest.mark.parametrize("line", MODALITY)
def test_what_was_planned_or_denied_is_no_fact(line):
    marked, wanted = line.rsplit(" | ", 1)
    assert [event.modality for event in told(marked)] == [wanted]
