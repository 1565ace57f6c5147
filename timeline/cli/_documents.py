"""The documents of a command: what is asked for on its line, read and built into one timeline."""

import argparse
from pathlib import Path

from timeline.cli import SOME_FAILED, Wrong, bar, language, plain, say, say_notice


def arguments(parser) -> None:
    """The documents, and what is said of their dates and language."""
    dates = parser.add_mutually_exclusive_group()
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, a folder, a zip archive, or - for standard input")
    dates.add_argument("--published", metavar="DATE", help="the day the documents were published, for all of them; by default "
                                                          "each document's own")
    dates.add_argument("--undated", action="store_true", help="believe no document's own date: what is relative stays undated")
    parser.add_argument("--language", metavar="xx", type=language, help="two-letter code of the documents' language; by default it is detected")
    parser.add_argument("--columns", metavar="WHAT=COLUMN,…", type=_columns, help="which columns of a table of articles hold the text, the "
                        "day and so on, such as text=body,published=date; by default their names decide")


def build(args):
    """The Timeline of the documents asked for; says what could not be read, and stops where nothing could."""
    from timeline.read import COLUMNS_READ

    timeline = _built(args)
    say_notice()
    for told in dict.fromkeys(note for d in timeline.documents for note in d.notes if note.startswith(COLUMNS_READ)):
        say(told)
    for failure in timeline.failures:
        say(f"{failure.name}: {failure.reason}")
    if not timeline.documents:
        raise Wrong("No document could be read, so nothing was written.", SOME_FAILED)
    return timeline


def _built(args):
    from timeline.build import build as work

    return read(args, work)


def read(args, work):
    """`work` (as `timeline.build.build`) done on the documents asked for, with a bar."""
    published = "" if args.undated else typed_day(args.published) if args.published else None
    with bar() as drawn:
        def report(done, total, name):
            drawn.total = total or None
            drawn.set_postfix_str(plain(name[:40]), refresh=False)
            drawn.update(done - drawn.n)

        return work([_source(name) for name in args.files], published=published, language=args.language, progress=report,
                    columns=args.columns)


def typed_day(typed: str, option: str = "--published"):
    """A day typed after an option, or the plain word that it is none."""
    from timeline.read import parse_day

    day = parse_day(typed)
    if day is None:
        raise Wrong(f"{option} “{typed}” is not a full date. Give day, month and year, such as 2019-02-28.")
    return day


def _columns(typed: str) -> dict[str, str]:
    """text=body,published=date as a dict: an argument's type for argparse."""
    from timeline.read import column_kinds

    pairs = [piece.partition("=") for piece in typed.split(",")]
    wrong = [what for what, _, column in pairs if what.strip() not in column_kinds() or not column.strip()]
    if wrong:
        raise argparse.ArgumentTypeError(f"“{plain(wrong[0])}” is not understood; write text=body,published=date with any of {', '.join(column_kinds())}")
    return {what.strip(): column.strip() for what, _, column in pairs}


def _source(name: str):
    """What `open_sources` takes: a path, or the pair of a name and the bytes of standard input."""
    import sys

    return ("standard input.txt", sys.stdin.buffer.read()) if name == "-" else Path(name)
