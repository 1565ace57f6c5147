"""Bring a table of events into a project: our own CSV or JSON Lines, TimelineJS, or any CSV.

Our own exports come in as they were written. For any other table, which column holds what is guessed from the names and
shown with five rows; --map changes it, --yes accepts it, and the project remembers it for tables with the same header.
"""

import sys
from pathlib import Path

from timeline.cli import OK, SOME_FAILED, Wrong, plain, say
from timeline.cli.project import many, opened, refresh

ORDER = 16
SHOWN = 5  # rows of a preview
EXAMPLES = """\
  timeline import events.csv --project case.timeline
  timeline import table.csv --project case.timeline --map title=Headline --map date=When --yes
"""


def arguments(parser) -> None:
    """What `timeline import` takes."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a table: csv, tsv, jsonl, or TimelineJS's json")
    parser.add_argument("--project", required=True, type=Path, metavar="PROJECT", help="the project's file")
    parser.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="which column holds title, date, start, end, year, month, "
                                                                                         "day, actors, place, excerpt or tags")
    parser.add_argument("--order", choices=("DMY", "MDY"), help="how 3/4/2019 is meant; by default as the other rows tell")
    parser.add_argument("--yes", action="store_true", help="import, without a question, what the preview shows")
    parser.add_argument("--who", default="", metavar="NAME", help="who imports; by default your login name")


def run(args) -> int:
    """Read the table, preview it where its columns were guessed, and put it into the project."""
    from timeline import imports
    from timeline.project import Problem
    from timeline.read import Unreadable

    try:
        data = args.file.read_bytes()
        table = imports.open_table(args.file.name, data)
        with opened(args.project, args.who) as project:
            mapping, is_known = (None, True) if table.is_own else _mapping(project, table, args)
            found = imports.read(table, mapping)
            if not is_known:
                _preview(table, mapping, found)
                if not args.yes and not _is_agreed(len(found.events)):
                    return OK
            return _keep(project, data, table, mapping, found)
    except OSError as error:
        raise Wrong(f"{args.file} could not be opened ({error.strerror}). Check its name and place.", SOME_FAILED) from None
    except Unreadable as problem:
        raise Wrong(f"{args.file.name} {problem}", SOME_FAILED) from None
    except Problem as problem:
        raise Wrong(str(problem), SOME_FAILED) from None


def _mapping(project, table, args):
    """(the mapping, whether it was accepted before): what was typed, over what is remembered, over what is proposed."""
    from timeline import imports

    mapping, is_known = imports.remembered(project, table)
    typed = dict(pair.partition("=")[::2] for pair in args.map)
    columns = {name: column for name, column in (mapping.columns | typed).items() if column}
    mapping = imports.Mapping(columns, args.order or mapping.order, mapping.separator)
    if problem := mapping.problem(table):
        raise Wrong(f"{args.file.name}: {problem} Use --map FIELD=COLUMN.")
    return mapping, is_known and not typed and not args.order


def _preview(table, mapping, found) -> None:
    """The mapping and the first rows as they would come in."""
    from timeline import calendar

    say("Columns: " + "; ".join(f"{name} = {column}" for name, column in mapping.columns.items()))
    if mapping.is_in_doubt(table):
        say("Dates in numbers: the rows do not tell whether day or month comes first; day first is taken. --order MDY changes it.")
    unused = [column for column in table.header if column not in mapping.columns.values()]
    if unused:
        say("Kept in the row's text only: " + "; ".join(unused))
    for event in found.events[:SHOWN]:
        when = calendar.label(event.first, event.last, event.precision, event.qualifier)
        say(f"  {when} | {event.title[:60]} | {'; '.join(event.actors)[:40]} | {event.place[:20]}" + (f" | {event.reason}" if event.reason else ""))


def _is_agreed(count: int) -> bool:
    """Ask, where a person can answer."""
    if not sys.stdin.isatty():
        say("Nothing was imported yet. Run it again with --yes, or change the columns with --map FIELD=COLUMN.")
        return False
    print(f"Import {many(count, 'row')}? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _keep(project, data: bytes, table, mapping, found) -> int:
    from timeline import imports

    kept = imports.keep(project, data, table, mapping, found)
    if kept.reason:
        say(f"{plain(table.name)}: {kept.reason}; nothing was imported.")
        return OK
    refresh(project)
    say(f"{many(kept.new, 'event')} imported, {kept.undated:,} of them undated; {kept.known:,} were in the project already")
    return OK
