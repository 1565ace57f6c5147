"""Keep documents, their events and every decision in one file: a project.

Nothing in it is lost: edits are only ever added, an undo is another edit, and what was acknowledged is on the disk.
Several people, the page among them, may have it open at once. What WHAT does: timeline project WHAT --help.
"""

import argparse
import os
from pathlib import Path

from timeline.cli import OK, SOME_FAILED, Wrong, bar, language, plain, say, say_notice
from timeline.cli._documents import typed_day
from timeline.cli.extract import chosen, save, say_left_out

ORDER = 15
EXAMPLES = """\
  timeline project new korea.timeline --title Korea
  timeline project add case.timeline report.txt notes/ --published 2019-02-28
  timeline project status case.timeline
  timeline project export case.timeline -o chronology.docx
  timeline project pack case.timeline -o pack.zip
"""


def arguments(parser) -> None:
    """What `timeline project` takes."""
    parts = parser.add_subparsers(title="what", metavar="WHAT", required=True, parser_class=argparse.ArgumentParser)
    new = _part(parts, "new", _new, "make an empty project")
    new.add_argument("--title", default="", help="what it is about")
    add = _part(parts, "add", _add, "read documents into it and find their events")
    add.add_argument("sources", nargs="+", metavar="FILE", help="files, folders, zip archives")
    add.add_argument("--published", metavar="DATE", help="the day these documents were published; it is pinned")
    add.add_argument("--language", metavar="xx", type=language, help="two-letter code of their language; by default it is detected")
    remove = _part(parts, "remove", _remove, "take documents out; it is an edit, so that undo brings them back")
    remove.description += " Events that nothing else tells leave the timeline. The originals stay in the project's file, and are not in its exports and packs."
    remove.add_argument("documents", nargs="+", metavar="DOCUMENT", help="its name, or its doc_id where two have one name")
    extract = _part(parts, "extract", _extract, "find the events anew, as after an update of this program; edits are kept")
    extract.add_argument("--reread", action="store_true", help="read the original files anew too")
    _part(parts, "status", _status, "what is in it, and what needs attention")
    _part(parts, "edits", _edits, "the log: who decided what, and when")
    edit = _part(parts, "edit", _edit, "approve, hide or unhide an event, or change a field: title=…, date=…, actors=…, note=…")
    edit.add_argument("event", metavar="EVENT", help="an event_id, as the exports have it")
    edit.add_argument("changes", nargs="+", metavar="CHANGE", help="approve, hide, unhide or FIELD=VALUE")
    undo = _part(parts, "undo", _undo, "take back your last edit, or the one of a number")
    undo.add_argument("number", nargs="?", type=int, metavar="NUMBER", help="the edit's number in the log")
    undo.add_argument("--anyone", action="store_true", help="the last edit, whoever made it")
    for name, run, words in (("backup", _backup, "a copy of this moment in one file"), ("export", _export, "write its events; the suffix says the format"),
                             ("pack", _pack, "the evidence pack: chronology, sources, log and hashes in one zip")):
        _part(parts, name, run, words).add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help="file to write")
    _part(parts, "verify", _verify, "whether the file is still as it was written")


def _part(parts, name: str, run, words: str):
    part = parts.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    part.add_argument("project", metavar="PROJECT", type=Path, help="the project's file")
    if name not in ("status", "edits", "verify", "backup", "export"):
        part.add_argument("--who", default="", metavar="NAME", help="who decides or adds this; by default your login name")
    part.set_defaults(what=run, reads=name in ("status", "edits", "verify", "export", "backup", "pack"))
    return part


def run(args) -> int:
    """Do what was asked; a problem of the project is one plain sentence."""
    from timeline.project import Problem

    try:
        if args.what is _new:
            return _new(args)
        with opened(args.project, getattr(args, "who", ""), args.reads) as project:
            return args.what(project, args)
    except Problem as problem:
        raise Wrong(str(problem), SOME_FAILED) from None


def opened(path: Path, who: str = "", reads: bool = False):
    """The project; where it need only be read and may not be written, it is opened for reading."""
    from timeline.project import Project

    may_write = os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)
    return Project(path, who, read_only=reads and path.is_file() and not may_write)


def _new(args) -> int:
    from timeline.project import Project

    with Project.new(args.project, args.title, args.who):
        say(f"{args.project} is ready. Add documents: timeline project add {args.project} FILE")
    return OK


def _add(project, args) -> int:
    published = str(typed_day(args.published)) if args.published else None
    added = project.add(map(Path, args.sources), args.language, published)
    for failure in (*added.failures, *added.known):
        say(f"{failure.name}: {failure.reason}")
    failures = (*added.failures, *refresh(project))
    say(f"{many(len(added.documents), 'document')} added; {_events(project)}" + (f"; {many(len(failures), 'input')} failed" if failures else ""))
    return SOME_FAILED if failures else OK


def _remove(project, args) -> int:
    from timeline.project import making

    out, shelf = project.taken_out(), [one[0] for one in project.store.documents()]
    chosen = [_document(words, shelf, out) for words in dict.fromkeys(args.documents)]
    for edit in project.edit(*map(making.drop, chosen)):
        say(f"{edit.edit_id}  {told(edit)}")
    lost = _lost(project)
    say(f"{many(len(chosen), 'document')} taken out; {_events(project)}" + (f"; {lost}" if lost else ""))
    return OK


def _document(words: str, shelf: list, out: dict):
    """The one document of this name or doc_id that is not out already."""
    there = [one for one in shelf if words in (one.doc_id, one.name)]
    left = [one for one in there if one.doc_id not in out]
    if len(left) == 1:
        return left[0]
    if len(left) > 1:
        raise Wrong(f"{len(left)} documents are called {words}: give the doc_id, one of {', '.join(one.doc_id for one in left)}.", SOME_FAILED)
    undo = f"; undo edit {out[there[0].doc_id].edit_id} to bring it back" if there else ""
    raise Wrong(f"{words} was taken out already{undo}." if there else f"There is no document {words} in this project.", SOME_FAILED)


def refresh(project, anew: bool = False) -> tuple:
    """Extract, if that is due or `anew`, with a bar; say what could not be searched, which is given back, and what a person
    should know of how names are found."""
    if not anew and not project.is_stale():
        return ()
    with bar() as drawn:
        def report(done, total, name):
            drawn.total = total or None
            drawn.set_postfix_str(plain(name[:40]), refresh=False)
            drawn.update(done - drawn.n)

        failures = project.extract(progress=report)
    for failure in failures:
        say(f"{failure.name}: {failure.reason}")
    say_notice()
    return failures


def _events(project) -> str:
    return _sum(*project.count())


def _sum(dated: int, undated: int, hidden: int) -> str:
    return f"{many(dated + undated + hidden, 'event')}: {dated:,} dated, {undated:,} undated, {hidden:,} hidden by hand"


def many(number: int, thing: str) -> str:
    """"1 event", "2 events"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _extract(project, args) -> int:
    failures = project.reread() if args.reread else ()
    for failure in failures:
        say(f"{failure.name}: {failure.reason}")
    failures = (*failures, *refresh(project, anew=True))
    say(f"{_events(project)}; {_lost(project) or 'every edit found its event'}")
    return SOME_FAILED if failures else OK


def _lost(project) -> str:
    orphans = project.orphans()
    return f"{many(len(orphans), 'edit')} found nothing to apply to; timeline project edits lists them" if orphans else ""


def _status(project, args) -> int:
    from timeline.project.edits import effective

    sources, edits, runs = project.store.sources(), project.edits(), project.store.runs()
    out = len(project.taken_out())
    lines = [f"{project.store.fact('title') or 'Untitled'} ({args.project.name}, {args.project.stat().st_size / 1e6:.1f} MB)",
             f"{many(len(project.store.names()), 'document')} from {many(len(sources), 'file')}" + (f", {out:,} of them taken out" if out else ""), _sum(*_counted(project)),
             f"{many(len(edits), 'edit')}, {len(effective(edits)):,} of them in force" + (f"; the last {edits[-1].at} by {edits[-1].who}" if edits else "")]
    lines += [f"extracted {runs[-1]['at']} by {runs[-1]['who']}" if runs else "never extracted", _lost(project),
              "documents were added or dated since: timeline project extract" if project.is_stale() else ""]
    print("\n".join(plain(line) for line in lines if line))
    return OK


def _counted(project) -> tuple[int, int, int]:
    """Counted from the events themselves, so that a project that may only be read can be counted."""
    events = project.replayed().events
    shown = [event for event in events if event.marks.status != "hidden"]
    dated = sum(event.first is not None or event.last is not None for event in shown)
    return dated, len(shown) - dated, len(events) - len(shown)


def _edits(project, args) -> int:
    from timeline.project.edits import conflicts, effective

    edits = project.edits()
    counts, over = {e.edit_id for e in effective(edits)}, conflicts(edits)
    lost = {orphan.edit.edit_id: orphan.reason for orphan in project.orphans()}
    for edit in edits:
        notes = ["undone" if edit.action != "undo" and edit.edit_id not in counts else "", f"over {over[edit.edit_id].who}'s edit {over[edit.edit_id].edit_id}, "
                 "which its author had not seen" if edit.edit_id in over else "", f"finds nothing: {lost[edit.edit_id]}" if edit.edit_id in lost else ""]
        print(plain(f"{edit.edit_id}  {edit.at}  {edit.who}  {told(edit)}" + "".join(f"  ({note})" for note in notes if note)))
    return OK


def told(edit) -> str:
    """An edit in words."""
    about = "; ".join(f"“{target.title or target.event_id}”" for target in edit.targets)
    value = edit.value
    if isinstance(value, dict):
        value = value.get("text") or value.get("title") or "; ".join(value.get("from", ())) + (f" → {value['to']}" if "to" in value else "")
    if edit.undoes:
        return f"undo of edit {edit.undoes}"
    said = "" if value is None or edit.action == "split" else f" = {'; '.join(value) if isinstance(value, list) else value}"
    return " ".join(filter(None, (edit.action, edit.field, about))) + said


def _edit(project, args) -> int:
    from timeline.project import making

    names = project.store.names()
    event = next((one for one in project.replayed().events if one.event_id == args.event), None)
    if event is None:
        raise Wrong(f"There is no event {args.event}. The exports have each event's event_id in the first column.", SOME_FAILED)
    edits = []
    for change in args.changes:
        field, equals, value = change.partition("=")
        if not equals and field not in ("approve", "hide", "unhide"):
            raise Wrong(f"“{change}” is no change. Say approve, hide, unhide or FIELD=VALUE.")
        edits.append(making.change(event, field, value, names) if equals else getattr(making, field)(event, names))
    for edit in project.edit(*edits):
        say(f"{edit.edit_id}  {told(edit)}")
    return OK


def _undo(project, args) -> int:
    undone = project.undo(args.number, args.anyone)
    refresh(project)
    say(f"Undone: {undone.edit_id}  {told(undone)}")
    return OK


def _backup(project, args) -> int:
    project.backup(args.output)
    say(f"{args.project.name} as it is now → {args.output}")
    return OK


def _verify(project, args) -> int:
    problems = project.verify()
    for problem in problems:
        say(problem)
    if not problems:
        say("The file is whole: every page, every hash, every quote and the whole log are as they were written.")
    return SOME_FAILED if problems else OK


def _export(project, args) -> int:
    from timeline.export import written
    from timeline.frame import events_frame

    form, timeline = chosen(None, args.output), project.timeline()
    frame = events_frame(timeline)
    save(args.output, written(form, frame, timeline))
    say_left_out(form, frame, timeline)
    say(f"{many(len(frame), 'event')} → {args.output}; {_counted(project)[2]:,} more were hidden by hand")
    return OK


def _pack(project, args) -> int:
    from timeline import pack

    refresh(project)
    manifest = pack.write(project, args.output)
    say(f"{args.output} is written. Its manifest has the SHA-256\n{manifest}".replace("\n", " "))
    say("Write it down or send it another way: whoever checks the pack can compare it (timeline verify PACK --manifest HASH).")
    return OK
