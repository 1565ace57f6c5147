"""Write the days that matter most in many documents, each with its best sentences, word for word.

Out: {"topic", "timeline_id", "entries": [{"date", "text": [...], "sources": [...], "why"}]}, one line. `text` are
sentences of the documents, the best first; each of `sources` says where one stands: doc_id, document, published, and
start and end in code points of the document's text. Files, folders and zip archives are read, as by `timeline extract`.
"""

from pathlib import Path

from timeline.cli import OK, SOME_FAILED, Wrong, _documents, _lines, plain, say
from timeline.cli.extract import save

ORDER = 15
EXAMPLES = """\
  timeline summarise data/samples --top 5
  timeline summarise articles.jsonl --topic-words hanoi summit --from 2018-06-01 --to 2019-03-31 --top 10 -o digest.jsonl
"""


def arguments(parser) -> None:
    """What `timeline summarise` takes."""
    _documents.arguments(parser)
    parser.add_argument("--topic-words", nargs="+", metavar="WORD", default=[], help="what it is to be about: words that begin like "
                        "these count (egypt: Egyptian); by default the names that most documents share")
    parser.add_argument("--from", dest="first", metavar="DATE", help="the first day; by default the first that the documents name")
    parser.add_argument("--to", dest="last", metavar="DATE", help="the last day; by default the last on which a document was published")
    parser.add_argument("--top", type=_number, default=20, metavar="N", help="how many days (default 20)")
    parser.add_argument("--sentences", type=_number, default=2, metavar="N", help="at most so many sentences a day (default 2)")
    parser.add_argument("--topic", default="", help="a name of the topic, written into the line")
    parser.add_argument("--timeline-id", default="", metavar="ID", help="a name of the timeline, written into the line")
    parser.add_argument("-o", "--output", metavar="OUT.jsonl", type=Path, help="file to write; by default standard output")


def _number(typed: str) -> int:
    import argparse

    if not typed.isdecimal() or not 1 <= int(typed[:9]):
        raise argparse.ArgumentTypeError("a number from 1 up")
    return int(typed[:9])


def run(args) -> int:
    """Read, date, choose days and sentences, write; say what could not be read."""
    from timeline.build import tagged

    first, last = _day(args.first, "--from"), _day(args.last, "--to")
    if first is not None and last is not None and last < first:
        raise Wrong(f"--to {plain(args.last)} lies before --from {plain(args.first)}. Turn them round.")
    marked, failures = _documents.read(args, tagged)
    for failure in failures:
        say(f"{failure.name}: {failure.reason}")
    if not marked:
        raise Wrong("No document could be read, so nothing was written.", SOME_FAILED)
    _write(args, _entries(args, marked, first, last), len(marked))
    return SOME_FAILED if failures else OK


def _day(typed: str | None, option: str) -> int | None:
    return _documents.typed_day(typed, option).toordinal() if typed else None


def _entries(args, marked, first: int | None, last: int | None):
    from timeline.digest import summarise

    return summarise(marked, args.topic_words, first, last, args.top, args.sentences)


def _write(args, entries, documents: int) -> None:
    import sys

    data = _lines.encoded({"topic": args.topic, "timeline_id": args.timeline_id, "entries": [_told(entry) for entry in entries]})
    if args.output is None:
        sys.stdout.buffer.write(data)
    else:
        save(args.output, data)
    say(f"{documents} document{'' if documents == 1 else 's'}: {len(entries)} day{'' if len(entries) == 1 else 's'}"
        + (f" → {args.output}" if args.output else ""))


def _told(entry) -> dict:
    from timeline import calendar

    return {"date": calendar.iso(entry.day), "text": [one.text for one in entry.excerpts],
            "sources": [{"doc_id": one.doc_id, "document": one.document, "published": one.published,
                         "start": one.start, "end": one.end} for one in entry.excerpts],
            "why": entry.reason}
