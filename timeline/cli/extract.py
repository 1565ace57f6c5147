"""Make one timeline of many documents and write it as a table.

Files, folders and archives are read; "-" reads text from standard input. The rows are the events in time's
order, the undated last, with the columns of docs/event.md.
"""

from pathlib import Path

from timeline.cli import OK, SOME_FAILED, Wrong, _documents, say

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
    _documents.arguments(parser)
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
    form = chosen(args.format, args.output)
    timeline = _documents.build(args)
    _write(form, timeline, args.output)
    return SOME_FAILED if timeline.failures else OK


def chosen(name: str | None, output: Path | None):
    """The export module asked for by name or by suffix, the longest that fits; CSV where nothing was asked for."""
    from timeline.folder import modules

    forms = modules("timeline.export")
    if name or not output:
        found = forms.get(name or "csv")
    else:
        fitting = [m for m in forms.values() if output.name.lower().endswith(m.SUFFIX)]
        found = max(fitting, key=lambda m: len(m.SUFFIX), default=None)
    if found is None:
        raise Wrong(f"“{name or output}” names no format that can be written. There are: {_known()}.")
    return found


def say_left_out(form, frame, timeline) -> None:
    """What the format could not hold, where there is anything."""
    from timeline.export import left_out

    if said := left_out(form, frame, timeline):
        say(f"{form.TITLE}: {said}")


def _write(form, timeline, output: Path | None) -> None:
    import sys

    from timeline.export import written
    from timeline.frame import count, events_frame

    frame = events_frame(timeline)
    data = written(form, frame, timeline)
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        save(output, data)
    say_left_out(form, frame, timeline)
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
