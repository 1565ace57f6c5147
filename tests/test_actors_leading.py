"""A family name alone among namesakes: the one whom the text is about, and nobody where it does not tell."""

import pytest

from timeline import actors

LEAD = "Viktor Belkov signed the port deal on Monday. Belkov smiled."
HEADED = "Belkov signs the port deal\n\nViktor Belkov signed the port deal on Monday.\n\n"
MEANT = [  # text, what the last "Belkov" is
    (HEADED + "Irina Belkov and two aides sat behind. Reporters waited for Irina Belkov outside.\n\nIn the afternoon Belkov flew home.", "Viktor Belkov"),
    (LEAD + "\n\nThe firm was founded in 1990.\n\nIrina Belkov sat behind.\n\nThe port is old.\n\nThen Belkov flew home.", "Viktor Belkov"),
    (LEAD + "\n\nIrina Belkov sat behind.\n\nThen Belkov flew home.", "Belkov"),  # she may be meant
    (LEAD + "\n\nThe port is old. Irina Belkov knew it well, and then Belkov flew home.", "Belkov"),
    ("Viktor Belkov met Irina Belkov.\n\nThe port is old.\n\nThen Belkov flew home.", "Belkov"),
    ("Viktor Belkov sold ships. Irina Belkov sold tea. Belkov loved the sea.", "Belkov"),
    ("Viktor Belkov sold ships.\n\nIrina Belkov sold tea.\n\nThe port is old.\n\nBelkov loved the sea.", "Belkov"),  # none was called so before
]


@pytest.mark.parametrize("text, name", MEANT)
def test_whom_a_family_name_alone_means_among_namesakes(text, name):
    last = [m for m in actors.find(text) if m.text == "Belkov"][-1]
    assert last.name == name


def test_a_headline_before_all_names_means_whom_the_text_is_about():
    first = actors.find(HEADED + "Irina Belkov sat behind.")[0]
    assert (first.text, first.name) == ("Belkov", "Viktor Belkov") and "whom the text is about" in first.reason
