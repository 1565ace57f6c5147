"""Dates that say over what time something held are no date of a happening; tenses that a story needs."""

import pytest
from mentioned import found, read

from timeline.events.desk import desk_of, scene_of
from timeline.events.tense import tense
from timeline.model import Span

# sentence | why the date founds no event, or "" where it does
PERIODS = """
Sales for [2018|2018] were 812 million crowns. | a figure for a period
Milk prices fell in [2018|2018]. | a figure for a period
The pits produced 4 million tonnes in [2015|2015]. | a figure for a period
Milk prices fell on [Monday|2019-02-25]. |
Asbestos was widely used in [1950|1950]. | a habit, not one happening
The army attacked in [1950|1950]. |
The speaker has held the chair since [2017|2017]. | says how long it has been so
Fireworks have been banned since [2017|2017]. | says how long it has been so
Exchanges are supervised under the Markets Act of [2003|2003]. | the year is part of a name
Both sides quoted the Treaty of [1659|1659]. | the year is part of a name
The court applied the [1968|1968] Convention. | the year is part of a name
Banks are exempt from the [1977|1977] Community Lending Act. | the year is part of a name
Profit rose to 812 million, against 790 million in [2017|2017]. | a figure to compare with
Posted by Ann on [3 April 2018|2018-04-03] 12:14. | boilerplate, not an event
The seller relies on the contract dated [30 April 2018|2018-04-30]. | the date of a document
Her rating stood at 1,900 in [2016|2016]. | a state, not a happening
A ticket cost 12 crowns in [2014|2014]. | a state, not a happening
The two signed a treaty in [1659|1659]. |
Both sides signed the treaty of [1659|1659]. |
""".strip().splitlines()


@pytest.mark.parametrize("line", PERIODS)
def test_periods_are_no_happenings(line):
    marked, why_not = line.split(" |")
    reasons = [reason for _, reason in found(marked, published="2019-02-28").rejected]
    assert reasons == ([why_not.strip()] if why_not.strip() else [])


# the verb is marked by a star
TENSES = """
The army *attacked . | past
The army had *attacked . | pluperfect
The army had never *attacked . | pluperfect
The army has *attacked . | perfect
The army has been *attacked . | perfect
The army was *attacked . | past
The army is *attacked daily. | present
The army will *attack . | modal
The army would have *attacked . | modal
The army wants to *attack . | infinitive
The army *invades the town. | present
The man *killed in the blast was a teacher. | participle
The army did not *attack . | past
*Attacking the town, the army lost. | participle
""".strip().splitlines()


@pytest.mark.parametrize("line", TENSES)
def test_tense(line):
    marked, wanted = line.split(" | ")
    document, dates, actors = read(marked.replace("*", "").replace(" .", "."))
    scene = scene_of(desk_of(document, dates, actors), Span(0, len(document.text)))
    index = next(i for i, token in enumerate(scene.tokens) if token.start == marked.index("*"))
    assert tense(scene, index) == wanted
