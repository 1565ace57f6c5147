"""A small project for the tests of project, imports, pack and their commands."""

from datetime import UTC, datetime

from timeline.project import Project

NOTE = b"On 3 June 2018 Donald Trump met Kim Jong-un in Singapore. On 4 June 2018 the ministers signed a pact. Soon after, they left."
OTHER = b"On 5 June 2018 Moon Jae-in visited Pyongyang. Last June the ministers met in Hanoi."


def clock():
    """A clock that stands still."""
    return datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)


def new(file):
    """A project of one document with its events; the path."""
    with Project.new(file, "A title", "ann", now=clock) as project:
        project.add([("note.txt", NOTE)])
        project.refresh()
    return file


def opened(path, who="ann", **options):
    """The project, at that clock."""
    return Project(path, who, now=clock, **options)
