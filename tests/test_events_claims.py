"""Who vouches for a happening: the writer tells it, or somebody only says so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mentioned import found, told

# sentence | modality | speaker
CLAIMS = """
Police said two men were arrested on [Monday|2019-02-25]. | claimed | Police
Two men were arrested on [Monday|2019-02-25], police said. | claimed | police
Two men were arrested on [Monday|2019-02-25], said the mayor of the town. | claimed | mayor
According to {Ann Lee:P}, the army attacked on [Monday|2019-02-25]. | claimed | Ann Lee
The army attacked on [Monday|2019-02-25], according to two officials. | claimed | two officials
The army allegedly attacked on [Monday|2019-02-25]. | claimed |
The alleged attack on [Monday|2019-02-25] cost six lives. | claimed |
{Mr Kim:P:Kim Jong-un} told reporters that the army had attacked on [Monday|2019-02-25]. | claimed | Kim Jong-un
{Kim:P} is accused of killing the guard on [Monday|2019-02-25]. | claimed |
The guard is said to have left the town on [Monday|2019-02-25]. | claimed |
The jury was told that {Kim:P} bought the knife on [Monday|2019-02-25]. | claimed |
The army, witnesses said, attacked on [Monday|2019-02-25]. | claimed | witnesses
"The army attacked us on [Monday|2019-02-25]," said {Ann Lee:P}. | claimed | Ann Lee
“The army attacked us on [Monday|2019-02-25],” {Ann Lee:P} said. | claimed | Ann Lee
The firm said in a statement it sold the plant on [Monday|2019-02-25]. | claimed | firm
The mayor claims to have signed the deed on [Monday|2019-02-25]. | claimed | mayor
Witnesses described how the bridge collapsed on [Monday|2019-02-25]. | claimed | Witnesses
She withdrew the claim that the clerk had forged the will in [2018|2018]. | claimed |
{Ann Lee:P}'s claim that the clerk forged the will in [2018|2018] was heard. | claimed | Ann Lee
Officials confirmed that the army attacked on [Monday|2019-02-25]. | actual |
The minister admitted that he met the envoy on [Monday|2019-02-25]. | actual |
{Kim:P} said on [Monday|2019-02-25] that the army attacked. | actual |
The minister, who said nothing, resigned on [Monday|2019-02-25]. | actual |
After the army attacked on [Monday|2019-02-25], the minister said it was over. | actual |
The army attacked on [Monday|2019-02-25], and the minister said nothing. | actual |
The army attacked on [Monday|2019-02-25]; the minister said it was over. | actual |
The talks went ahead on [Monday|2019-02-25] according to plan. | actual |
The "historic" pact was signed on [Monday|2019-02-25]. | actual |
{Kim:P} resigned on [Monday|2019-02-25], saying he was tired. | actual |
Police did not say that the men fled, but the army attacked on [Monday|2019-02-25]. | actual |
{Kim:P} said the talks will begin on [4 March 2019|2019-03-04]. | planned | Kim
Rumours that the princess would marry on [1 February 2019|2019-02-01] were denied by the palace. | denied |
Should the army attack on [Monday|2019-02-25], it would lose. | hypothetical |
Had the army attacked on [Monday|2019-02-25], it would have lost. | hypothetical |
If the levee broke, the army would leave the town on [Monday|2019-02-25]. | hypothetical |
The fair planned for May went ahead on [Monday|2019-02-25]. | actual |
""".strip().splitlines()


@pytest.mark.parametrize("line", CLAIMS)
def test_who_vouches_for_it(line):
    marked, wanted, speaker = (part.strip() for part in line.split(" |"))
    assert [(event.modality, event.speaker) for event in told(marked)] == [(wanted, speaker)]
    assert [witness.modality for event in told(marked) for witness in event.mentions] == [wanted]


def test_a_question_tells_of_no_event():
    assert told("Did the army attack on [Monday|2019-02-25]?") == []


def test_a_quotation_opened_a_sentence_before_goes_on():
    marked = "“The night was long. The army attacked us on [Monday|2019-02-25].” Nobody slept."
    assert [event.modality for event in told(marked)] == ["claimed"]
    assert [event.modality for event in told(marked.replace("“", "").replace("”", ""))] == ["actual"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["said", "police", "that", ",", "“", "”", '"', "the army", "attacked", "[Monday|2019-02-25]", "according to",
                                 "{Ann Lee:P}", "allegedly", "of", "was", "told", ".", "if", "?", "claim", "‘", "’", ";", "'s"]), max_size=14))
def test_strange_sentences_never_raise_and_speakers_are_words_of_the_text(words):
    harvest = found(" ".join(words))
    text = " ".join(words).replace("[Monday|2019-02-25]", "Monday").replace("{Ann Lee:P}", "Ann Lee")
    assert all(event.speaker in text and (event.speaker == "" or event.modality != "actual") for event in harvest.events)
