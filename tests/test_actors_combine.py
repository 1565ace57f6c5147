"""The network's and the rules' spans as one list: who wins where, and one document in agreement."""

from timeline.actors.combine import Ruled, agreed, combine


def one(text, found, ruled=()):
    return [(text[start:end], kind) for start, end, kind, _ in combine([text], [found], [list(ruled)])[0]]


def test_doubtful_places_and_organisations_go_and_persons_stay():
    text = "Fissile Acme Smith"
    assert one(text, [(0, 7, "LOC", 0.4), (8, 12, "ORG", 0.45), (13, 18, "PER", 0.4)]) == [("Smith", "PER")]


def test_only_listed_countries_and_organisations_are_added():
    text = "Iran Acme Smith"
    ruled = [Ruled(0, 4, "LOC", "country"), Ruled(5, 9, "ORG", "", "written in capitals"), Ruled(10, 15, "PER", "", "given name")]
    assert one(text, [], ruled) == [("Iran", "LOC")]


def test_adjectives_and_hidden_words_are_not_added():
    assert one("American press", [], [Ruled(0, 8, "LOC", "country", adjective=True), Ruled(9, 14, "hide", "org")]) == []


def test_a_listed_person_is_no_place():
    text = "Lincoln spoke"
    assert one(text, [(0, 7, "LOC", 0.9)], [Ruled(0, 7, "PER", "person")]) == [("Lincoln", "PER")]


def test_a_team_stays_a_team():
    text = "Boston 5 Detroit 3"
    assert one(text, [(0, 6, "ORG", 0.7)], [Ruled(0, 6, "LOC", "place")]) == [("Boston", "ORG")]


def test_the_rules_cut_glued_words():
    text = "kim jongundespite buildup"
    assert one(text, [(0, 17, "PER", 0.85)], [Ruled(0, 10, "PER", "person")]) == [("kim jongun", "PER")]


def test_a_surname_follows_its_full_name():
    texts = ["Anna Rossi won.", "Rossi left.", "Then Rossi came back."]
    found = [[(0, 10, "PER", 0.95)], [(0, 5, "ORG", 0.6)], []]
    kinds = [[(text[s:e], kind) for s, e, kind, _ in names] for text, names in zip(texts, agreed(texts, found))]
    assert kinds == [[("Anna Rossi", "PER")], [("Rossi", "PER")], [("Rossi", "PER")]]


def test_nothing_is_added_in_text_without_capitals():
    texts = ["anna rossi won", "the rossi car"]
    assert agreed(texts, [[(0, 10, "PER", 0.95)], []])[1] == []
