"""A project on disk: documents, what was found in them, and every decision of the people who worked on it.

    project    add documents, extract, edit, undo, search: what page and command call
    making     edits, from what a person chose and typed
    edits      the records: Edit, Target, Witness, Orphan; which edits count
    replay     events and edits -> events and orphans, purely
    passage    the event that marked words may tell, and where these are now
    dropping   documents that were taken out
    anchor     where an edit's passage is now
    changes    what each kind of edit makes of an event
    typed      a date as a person types it
    store      the file, with shelf: all the SQL, and sql/, one file a version of the form
    opening    whether a file is a project at all, and the errors in plain words
    records    any record <-> JSON
"""

from timeline.project.edits import Edit, Orphan
from timeline.project.problem import Problem
from timeline.project.project import Project
from timeline.project.replay import replay

__all__ = ["Edit", "Orphan", "Problem", "Project", "replay"]
