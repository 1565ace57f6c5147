"""Make one timeline of many documents and write it as a table.

Files, folders and archives are read; "-" reads text from standard input. The rows are the events in time's
order, the undated last, with the columns of docs/event.md.
"""

import argparse
from pathlib import Path

from timeline.cli import OK, SOME_FAILED, Wrong, bar, language, plain, say, say_notice

ORDER = 10
EXAMPLES = """\
  timeline extract data/samples -o korea.csv
  timeline extract report.txt page.html --published 2019-02-28 -o out.jsonl
  timeline extract articles.jsonl --columns text=text,published=dct -o articles.csv
  timeline extract notes/ --undated --language en -o out.parquet
  cat column.txt | timeline extract - --published 2019-02-28
"""


def arguments(parser) -> None:
    """What `timeline extract` takes."""
    dates = parser.add_mutually_exclusive_group()
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, a folder, a zip archive, or - for standard input")
    dates.add_argument("--published", metavar="DATE", help="the day the documents were published, for all of them; by default "
                                                          "each document's own")
    dates.add_argument("--undated", action="store_true", help="believe no document's own date: what is relative stays undated")
    parser.add_argument("--language", metavar="xx", type=language, help="two-letter code of the documents' language; by default it is detected")
    parser.add_argument("--columns", metavar="WHAT=COLUMN,…", type=_columns, help="which columns of a table of articles hold the text, the "
                        "day and so on, such as text=body,published=date; by default their names decide")
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, help="file to write, its suffix says the format; by default "
                                                                       "CSV on standard output")
    parser.add_argument("--format", metavar="NAME", help="format by name, when the suffix does not say it")


def more() -> str:
    """What can be read and written, as the folders have it."""
    from timeline.read import suffixes

    return f"reads:  {' '.join(suffixes())}\nwrites: {_known()}\n\n"


def _known() -> str:
    from timeline.folder import modules

    return ", ".join(f"{name} ({module.SUFFIX})" for name, module in modules("timeline.export").items())


def run(args) -> int:
    """Read, build, write; say how many events there are and what could not be read."""
    form = _format(args.format, args.output)
    from timeline.read import COLUMNS_READ

    timeline = _build(args)
    say_notice()
    for told in dict.fromkeys(note for d in timeline.documents for note in d.notes if note.startswith(COLUMNS_READ)):
        say(told)
    for failure in timeline.failures:
        say(f"{failure.name}: {failure.reason}")
    if not timeline.documents:
        raise Wrong("No document could be read, so nothing was written.", SOME_FAILED)
    _write(form, timeline, args.output)
    return SOME_FAILED if timeline.failures else OK


def _format(name: str | None, output: Path | None):
    """The export module asked for by name or by suffix."""
    from timeline.folder import modules

    forms = modules("timeline.export")
    if name or not output:
        chosen = forms.get(name or "csv")
    else:
        chosen = next((m for m in forms.values() if m.SUFFIX == output.suffix.lower()), None)
    if chosen is None:
        raise Wrong(f"“{name or output}” names no format that can be written. There are: {_known()}.")
    return chosen


def _build(args):
    from timeline.build import build

    published = "" if args.undated else _day(args.published) if args.published else None
    with bar() as drawn:
        def report(done, total, name):
            drawn.total = total or None
            drawn.set_postfix_str(plain(name[:40]), refresh=False)
            drawn.update(done - drawn.n)

        return build([_source(name) for name in args.files], published=published, language=args.language, progress=report,
                     columns=args.columns)


def _day(typed: str):
    """A typed day, or the plain word that it is none."""
    from timeline.read import parse_day

    day = parse_day(typed)
    if day is None:
        raise Wrong(f"--published “{typed}” is not a full date. Give day, month and year, such as 2019-02-28.")
    return day


def _columns(typed: str) -> dict[str, str]:
    """text=body,published=date as a dict: an argument's type for argparse."""
    from timeline.read import column_kinds

    pairs = [piece.partition("=") for piece in typed.split(",")]
    wrong = [what for what, sign, column in pairs if what.strip() not in column_kinds() or not column.strip()]
    if wrong:
        raise argparse.ArgumentTypeError(f"“{plain(wrong[0])}” is not understood; write text=body,published=date with any of {', '.join(column_kinds())}")
    return {what.strip(): column.strip() for what, _, column in pairs}


def _source(name: str):
    """What `open_sources` takes: a path, or the pair of a name and the bytes of standard input."""
    import sys

    return ("standard input.txt", sys.stdin.buffer.read()) if name == "-" else Path(name)


def _write(form, timeline, output: Path | None) -> None:
    import sys

    from timeline.frame import count, events_frame

    frame = events_frame(timeline)
    data = form.write(frame)
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        save(output, data)
    seen = count(frame, frame)
    say(f"{_counted(timeline.documents, 'document')}: {seen.dated} events dated, {seen.undated} undated"
        + (f" → {output}" if output else "") + (f"; {_counted(timeline.failures, 'input')} failed" if timeline.failures else ""))


def _counted(things, name: str) -> str:
    return f"{len(things)} {name}" + ("" if len(things) == 1 else "s")


def save(path: Path, data: bytes) -> None:
    """Write the whole file or leave what was there."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Wrong(f"{path} could not be written ({error.strerror}). Choose another place with -o.", SOME_FAILED) from None
