"""Documents in, a sourced timeline out.

The map of the house; a room may import only the rooms above it on this page (tests/test_house.py).

    model    what travels through the house: Document, DateMention, ActorMention, Event, Timeline
    records  a record <-> JSON, by its fields alone
    folder   a folder is its own list: finds the modules of a plug-in folder
    text     sentences and windows of a text, worn or whole, by offset
    calendar day numbers, EDTF and TIMEX3 values: the arithmetic of dates
    lang     words and rules, one TOML file a language
    watch    work on hostile data, in processes that may be lost
    read     bytes -> Document           one module a file format
    dates    Document -> DateMentions    match, meaning, anchor
    actors   Document -> ActorMentions   under one canonical name each
    events   mentions -> Events          choose, date, title, merge, rank
    digest   many documents -> digests   the days that matter, the events of one actor
    finding  one document -> its mentions, its events; each in a watched process
    build    the whole flow, in order
    rows     a frame's columns as arrays, and which of its rows pass a filter
    frame    Events -> DataFrame         the columns live here
    checks   DataFrame -> findings       one module a check: what a reader should look at again
    project  a project on disk: its documents and events, every edit of a person, undo
    charts   DataFrame -> Figure         one module a chart
    export   DataFrame -> bytes          one module a format
    imports  tables of events -> Events  what export wrote; any other by a mapping of its columns
    pack     the evidence pack: all of a project in one zip, and whether it is as it was
    cli      the `timeline` command
    page     the dashboard's panels
"""

__version__ = "0.1.0"


def extract(sources, **options):
    """The library call: paths, texts or Documents in, the pandas frame of events out.

    `timeline.extract(["a.txt", "b.html"], published="2019-02-28")`; see `timeline.frame.extract`.
    """
    from timeline.frame import extract as run

    return run(sources, **options)
