"""JSON Lines in, JSON Lines out, a line at a time: memory stays that of the longest line."""

import json
import sys
from contextlib import ExitStack
from pathlib import Path

from timeline.cli import OK, SOME_FAILED, Wrong, bar, language, say


class Bad(ValueError):
    """What is wrong with a line, in plain words."""


def arguments(parser) -> None:
    """Input, output and language, which these commands share."""
    parser.add_argument("input", metavar="IN.jsonl", help="one JSON object a line; - reads standard input")
    parser.add_argument("-o", "--output", metavar="OUT.jsonl", help="file to write; by default standard output")
    parser.add_argument("--language", metavar="xx", type=language, help="two-letter code for all lines; by default detected for each")


def run(args, work) -> int:
    """`work(record) -> record` on every line; a line that fails is named with its number and the others go on."""
    refuse_same_file(args)
    failed = 0
    with ExitStack() as open_files:
        lines = open_files.enter_context(_input(args.input))
        out = open_files.enter_context(_output(args.output))
        drawn = open_files.enter_context(bar(_size(args.input), "B", scale=True))
        for number, line in enumerate(lines, 1):
            drawn.update(len(line))
            if line.strip():
                failed += not _one(number, line, work, out)
    if failed:
        say(f"{failed} line{'s' if failed > 1 else ''} failed; the others were written.")
    return SOME_FAILED if failed else OK


def _one(number: int, line: bytes, work, out) -> bool:
    """Whether the line went well."""
    try:
        done = encoded(work(_record(line)))
    except Bad as bad:
        say(f"line {number}: {bad}")
        return False
    except Exception as error:  # one line's fault must not cost the others
        say(f"line {number}: working on it failed ({type(error).__name__}: {error}); please report it")
        return False
    out.write(done)
    return True


def _record(line: bytes) -> dict:
    """The object on a line, with its text."""
    record = parsed(line)
    if not isinstance(record.get("text"), str):
        raise Bad("it has no “text” that is a string; every line needs one")
    return record


def parsed(line: bytes) -> dict:
    """The object on a line; {} for any other JSON value. Raises Bad where it is no JSON."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Bad("it is not UTF-8 text; save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise Bad(f"it is not a JSON object ({error.msg} at character {error.pos + 1})") from None
    except RecursionError:
        raise Bad("its brackets are nested too deep") from None
    return record if isinstance(record, dict) else {}


def all_of(name: str, read) -> list:
    """`read(object)` of every line of a file that is not blank; raises Wrong, naming the line, where it raises Bad."""
    found = []
    with _input(name) as lines:
        for number, line in enumerate(lines, 1):
            try:
                found += [read(parsed(line))] if line.strip() else []
            except Bad as bad:
                raise Wrong(f"{name}, line {number}: {bad}", SOME_FAILED) from None
    return found


def write_all(name: str | None, records) -> None:
    """One record a line to a file, or to standard output."""
    with _output(name) as out:
        out.writelines(encoded(record) for record in records)


def encoded(record: dict) -> bytes:
    """The record as a line of JSON in UTF-8."""
    try:
        return json.dumps(record, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # half a surrogate pair, which JSON may hold and UTF-8 may not
        return json.dumps(record).encode() + b"\n"


def refuse_same_file(args) -> None:
    """Raise Wrong where the output would overwrite the input."""
    if args.output and args.input != "-" and Path(args.output).exists() and Path(args.output).samefile(args.input):
        raise Wrong("Input and output are the same file; it would be lost. Give -o another name.")


def _input(name: str):
    return _opened(name, "rb", sys.stdin)


def _output(name: str | None):
    return _opened(name or "-", "wb", sys.stdout)


def _opened(name: str, mode: str, standard):
    if name == "-":
        return open(standard.fileno(), mode, closefd=False)
    try:
        return open(name, mode)
    except OSError as error:
        raise Wrong(f"{name} could not be opened ({error.strerror}). Check its name and place.", SOME_FAILED) from None


def _size(name: str) -> int | None:
    return Path(name).stat().st_size if name != "-" else None
