"""project: an event made from words that a person marked: what is proposed, what the log keeps, where the words are found again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import kept, made
from tests.kept import opened
from timeline import frame, pack, records
from timeline.model import Document, DocumentDate
from timeline.project import Problem, making, replay
from timeline.project.edits import Edit, carried, conflicts, numbered
from timeline.project.passage import marked, proposed, title

TEXT = ("Anna Berg met Karl Holm in Oslo last June. The talks broke down over fish, and Anna Berg left on 3 July 2018.\n\n"
        "Nobody said why. \U0001f41f\U0001f41f Prices rose sharply.")
PAGE = Document("doc-7", "fish.txt", TEXT, title="Fish", published=DocumentDate("2019-02-28", "typed", "typed by you"))
NAMES = {PAGE.doc_id: PAGE.name}


def words(quote, text=TEXT, **changes):
    document = replace(PAGE, text=text, **changes)
    start = text.index(quote)
    return document, marked(document, start, start + len(quote))


def stated(quote, date=None, **said):
    """The edit that the dialog makes of a passage, if nothing in it is changed but what is `said`."""
    document, place = words(quote)
    passage = proposed(document, place, (), {})
    fields = {"title": passage.title, "actors": passage.actors, "place": passage.place} | said
    return making.add(date=passage.date.edtf if date is None else date, passage=passage, **fields)


def after(*edits, events=(), document=PAGE, names=NAMES):
    return replay(events, numbered(list(edits)), names, {document.doc_id: document}.get)


# -- the words

@pytest.mark.parametrize("start, end, said", [
    (-1, 5, "do not stand"), (5, 5, "do not stand"), (9, 3, "do not stand"), (0, len(TEXT) + 1, "do not stand"), (107, 109, "at least one word")])
def test_what_are_no_words_of_the_document_is_refused(start, end, said):
    with pytest.raises(Problem, match=said):
        marked(replace(PAGE, text=TEXT[:107] + "  " + TEXT[109:]), start, end)


def test_too_many_words_are_refused():
    with pytest.raises(Problem, match="Select fewer"):
        marked(replace(PAGE, text="word " * 5000), 0, 20_000)


@given(text=st.text(max_size=60), ends=st.tuples(st.integers(-2, 62), st.integers(-2, 62)))
def test_the_offsets_count_code_points_and_the_words_are_trimmed(text, ends):
    document = replace(PAGE, text=text)
    try:
        place = marked(document, *ends)
    except Problem:
        assert not 0 <= ends[0] < ends[1] <= len(text) or not text[ends[0]:ends[1]].strip()
        return
    assert text[place.start:place.end] == place.exact == text[ends[0]:ends[1]].strip()
    assert text[:place.start].endswith(place.prefix) and text[place.end:].startswith(place.suffix)


@pytest.mark.parametrize("quote, edtf, date_text, actors", [
    ("met Karl Holm in Oslo last June", "2018-06", "last June", ("Karl Holm",)),
    ("Anna Berg met Karl Holm", "2018-06", "last June", ("Anna Berg", "Karl Holm")),
    ("The talks broke down", "2018-07-03", "3 July 2018", ()),
    ("Nobody said why", "", "", ()),
    ("\U0001f41f Prices rose", "", "", ()),
], ids=["in the words", "in their sentence", "of their own sentence alone", "none", "beyond the BMP"])
def test_what_is_proposed_is_of_the_words(quote, edtf, date_text, actors):
    document, place = words(quote)
    passage = proposed(document, place)
    assert (passage.date.edtf, passage.witness.date_text, passage.actors, passage.title) == (edtf, date_text, actors, quote)
    if date_text:
        at = passage.witness.date_start
        assert TEXT[at:at + len(date_text)] == date_text


def test_words_without_a_name_have_the_actors_of_the_events_they_stand_in():
    mention = made.mention(PAGE, 0, 42, words="last June", actors=("Anna Berg", "Karl Holm"))
    document, place = words("in Oslo")
    assert proposed(document, place, [made.event(mentions=(mention,))]).actors == ("Anna Berg", "Karl Holm")
    assert proposed(document, words("Nobody said")[1], [made.event(mentions=(mention,))]).actors == ()


def test_a_name_is_that_of_the_actor_who_is_known():
    document, place = words("Holm left", text="Yesterday Holm left the room.")
    assert proposed(document, place, (), {"Karl Holm": "PER"}).actors == ("Karl Holm",)


def test_in_a_long_text_the_same_is_found():
    text = "It rained all day. " * 5000 + TEXT + " It rained again." * 5000
    document, place = words("met Karl Holm", text=text)
    passage = proposed(document, place)
    assert passage.date.edtf == "2018-06" and passage.actors == ("Karl Holm",)
    assert text[passage.witness.date_start:].startswith("last June")


@pytest.mark.parametrize("words_, line", [("one\n two", "one two"), ("x" * 200, "x" * 80), ("word " * 40, ("word " * 16).strip()), ("a" * 80, "a" * 80)])
def test_a_title_is_the_words_cut_at_a_words_end(words_, line):
    assert title(words_) == line


# -- the log and the replay

def test_the_event_has_its_passage_as_one_witness_and_why_it_is_dated_so():
    result = after(stated("met Karl Holm in Oslo"), events=[made.event()])
    event, = [e for e in result.events if e.event_id == "by-hand-1"]
    mention, = event.mentions
    assert TEXT[mention.start_char:mention.end_char] == mention.exact == event.excerpt == "met Karl Holm in Oslo"
    assert TEXT[mention.date_start:mention.date_end] == mention.date_text == event.date_text == "last June"
    assert (event.date_edtf, event.date_basis, event.anchor, event.actors) == ("2018-06", "relative", "2019-02-28", ("Karl Holm",))
    assert (mention.doc_title, mention.published, mention.date_edtf) == ("Fish", "2019-02-28", "2018-06")
    assert "added" in event.marks.edited and event.rule != "by hand"
    row = frame.events_frame(made.timeline(event, documents=(PAGE,))).iloc[0]
    assert (row.source_count, row.documents, row.first_published) == (1, (PAGE.doc_id,), "2019-02-28")


@pytest.mark.parametrize("date, edtf, reason", [("May 2017", "2017-05", ""), ("", "", "It was added without a date.")])
def test_another_date_is_the_persons_and_not_that_of_the_words(date, edtf, reason):
    event, = after(stated("met Karl Holm in Oslo", date)).events
    assert (event.date_edtf, event.rule, event.reason) == (edtf, "by hand", reason)
    assert event.mentions[0].date_start is None and event.mentions[0].date_text == ""


def test_it_travels_through_the_log_and_an_older_log_is_read():
    edit = stated("met Karl Holm")
    assert records.loads(Edit, records.dumps(edit)) == edit
    old = records.loads(Edit, '{"action":"add","value":{"title":"Treaty"}}')
    assert after(old).events[0].mentions == () and making.add("Treaty") == old


MOVED = "A new first line.\n" + TEXT


@pytest.mark.parametrize("document, at", [
    (PAGE, TEXT.index("broke down")),
    (replace(PAGE, doc_id="anew", text=MOVED), MOVED.index("broke down")),
    (replace(PAGE, doc_id="anew", text="The talks broke down over fish, it is said."), 10),
    (replace(PAGE, doc_id="anew", text=TEXT.replace("broke", "went")), None),
    (replace(PAGE, doc_id="anew", text="Pipes broke down in May."), None),
    (replace(PAGE, doc_id="anew", text=TEXT + TEXT), None),
    (replace(PAGE, doc_id="other", name="other.txt"), None),
], ids=["same", "moved", "half the context", "altered", "another context", "twice", "another document"])
def test_where_the_words_are_after_reading_anew(document, at):
    result = after(stated("broke down"), document=document, names={document.doc_id: document.name})
    if at is None:
        assert result.events == () and ["no passage" in o.reason for o in result.orphans] == [True]
        return
    mention, = result.events[0].mentions
    assert (mention.doc_id, mention.start_char, mention.exact) == (document.doc_id, at, "broke down") and result.orphans == ()
    assert document.text[mention.start_char:mention.end_char] == mention.exact
    assert mention.date_start is None or document.text[mention.date_start:mention.date_end] == mention.date_text


@pytest.mark.parametrize("quote, text, at", [
    (TEXT, TEXT, 0), (TEXT, TEXT + " More.", 0), (TEXT, "More. " + TEXT, 6), (TEXT, "More. " + TEXT + " More.", None),
    ("Anna Berg met", "News. " + TEXT, 6), ("rose sharply.", TEXT + " Then they fell.", TEXT.index("rose")),
    ("a" * 50, "a" * 200, None)], ids=["whole", "more after", "more before", "more around", "first words", "last words", "a run"])
def test_words_at_an_edge(quote, text, at):
    document, place = (words(quote) if quote in TEXT else words(quote, text="b" + quote + "b"))
    edit = making.add("x", passage=proposed(document, place))
    now = replace(PAGE, doc_id="anew", text=text)
    events = after(edit, document=now, names={"anew": PAGE.name}).events
    assert [m.start_char for e in events for m in e.mentions] == ([] if at is None else [at])


def test_a_hostile_text_costs_no_square():
    edit = making.add("x", passage=proposed(replace(PAGE, text="a" * 20_000), marked(replace(PAGE, text="a" * 20_000), 100, 9_000)))
    now = replace(PAGE, doc_id="anew", text="a" * 3_000_000)
    assert len(after(edit, document=now, names={"anew": PAGE.name}).orphans) == 1


def test_edits_on_it_follow_and_are_orphans_when_it_is_taken_back():
    found = made.event(mentions=(made.mention(PAGE, 0, 13, words="last June", date_start=None, date_text=""),))
    add = stated("Anna Berg met")
    event = after(add, events=[found]).events[-1]
    edits = [add, making.change(event, "title", "Met", NAMES), making.hide(event, NAMES), Edit("undo", undoes=1)]
    assert (after(*edits[:3]).events[0].title, after(*edits[:3]).events[0].marks.status) == ("Met", "hidden")
    result = after(*edits, events=[found])
    assert result.events == (found,) and [o.edit.edit_id for o in result.orphans] == [2, 3], "what was found in the same words is left alone"


def test_it_merges_and_splits_as_a_found_one():
    found, add = made.event(), stated("The talks broke down")
    event = after(add, events=[found]).events[-1]
    names = NAMES | {made.PAGE.doc_id: made.PAGE.name}
    joined = after(add, making.merge([found, event], names), events=[found], names=names).events
    assert len(joined) == 1 and joined[0].mentions == (*found.mentions, *event.mentions)
    parts = after(add, making.merge([found, event], names), making.split(joined[0], names=names), events=[found], names=names).events
    assert parts[1].excerpt == "The talks broke down" and parts[1].date_edtf == "2018-07-03"


def test_in_another_log_the_edits_on_what_was_added_follow_its_number():
    add = stated("The talks broke down")
    event = after(add).events[0]
    numbers, log = {}, [making.pin(PAGE, "2019-02-28")]
    for edit in numbered([add, making.change(event, "title", "Failure", NAMES), making.hide(event, NAMES), Edit("undo", undoes=3)]):
        log.append(carried(edit, numbers))
        numbers[edit.edit_id] = len(log)
    result = after(*log)
    assert [(e.event_id, e.title, e.marks.status) for e in result.events] == [("by-hand-2", "Failure", "")] and result.orphans == ()


def test_two_people_who_add_override_nothing():
    one, two = (replace(stated("The talks"), who=who) for who in ("ann", "bob"))
    assert conflicts(numbered([one, two])) == {}


# -- in a project

@pytest.fixture
def path(tmp_path):
    return kept.new(tmp_path / "a.timeline")


def add(project, quote):
    timeline = project.timeline()
    document = timeline.documents[0]
    start = document.text.index(quote)
    passage = proposed(document, marked(document, start, start + len(quote)), timeline.events, timeline.actors)
    return project.edit(making.add(passage.title, passage.date.edtf, passage.actors, passage=passage))[0]


def test_a_project_keeps_counts_finds_exports_verifies_and_undoes_it(path, tmp_path):
    with opened(path) as project:
        before, counted = project.timeline(), project.count()
        edit = add(project, "the ministers signed a pact")
        event = project.timeline().events[-1]
        assert event.event_id == f"by-hand-{edit.edit_id}" and event.date_edtf == "2018-06-04"
        dated, undated, hidden = project.count()
        assert (dated, undated, hidden) == (counted[0] + 1, *counted[1:])
        assert event in project.find(text="signed a pact")
        assert project.verify() == [] and pack.verify(_packed(project, tmp_path)).problems == ()
        project.edit(making.hide(event, project.store.names()))
        assert sum(project.count()) == sum(counted) + 1 and project.count()[2] == 1
        project.extract()
        project.reread()
        assert project.orphans() == () and len(project.replayed().events) == sum(counted) + 1
        project.undo()
        project.undo()
        assert project.timeline() == before and project.count() == counted


def _packed(project, folder):
    pack.write(project, folder / "p.zip")
    return folder / "p.zip"


def test_a_passage_that_was_altered_in_the_log_is_told(path):
    with opened(path) as project:
        place = replace(words("The talks")[1], doc_id=project.timeline().documents[0].doc_id, doc_name="note.txt")
        project.edit(making.add("x", passage=replace(proposed(*words("The talks")), witness=place)))
        assert ["quotes words" in line for line in project.verify()] == [True]
