"""Say what befell one actor, in order, across many documents.

In: {"id", "text"} a line, with "title", "published" (ISO 8601), "corpus" and "sentences" ([{"sid", "tok"}]) if there.
Out: {"corpus", "file", "target", "events": [{"order", "date", "mentions"}]} a line for each target, in the form of
SemEval-2015 Task 4. A mention is document-sentence-token: sentences are numbered as in "sentences", else from 0 through
the text, its title and its line of the date among them; words that belong together are joined by _. A date is
2008-06-09, 2008-06, 2008, or XXXX-XX-XX where it is unknown, and then the order is 0. "witnesses" holds, for each
mention, its sentence with offsets in code points, and where its date is from.

With --events the mentions are given: {"target", "events": [{"mentions": ["4596-2-filed", …]}]} a line, or
{"target", "mentions": […]}; dates and orders in it are not read. Without, they are looked for in the text.
"""

from timeline.cli import OK, SOME_FAILED, Wrong, _lines, language, say, say_notice

ORDER = 50
EXAMPLES = """\
  timeline actor-timeline articles.jsonl --target "Airbus" -o airbus.jsonl
  timeline actor-timeline articles.jsonl --target Boeing --target Airbus | head
  timeline actor-timeline articles.jsonl --targets targets.jsonl -o timelines.jsonl
  timeline actor-timeline articles.jsonl --events mentions.jsonl -o timelines.jsonl
"""


def arguments(parser) -> None:
    """What `timeline actor-timeline` takes."""
    parser.add_argument("input", metavar="DOCS.jsonl", help="one document a line")
    parser.add_argument("--target", action="append", default=[], metavar="NAME", help="the actor; may be given more than once")
    parser.add_argument("--targets", metavar="FILE", help='{"target"} a line, with "corpus" and "file", which are passed on')
    parser.add_argument("--events", metavar="FILE", help="the mentions of each target, to be dated and ordered")
    parser.add_argument("--language", metavar="xx", type=language, help="two-letter code of the documents; by default each one's own")
    parser.add_argument("-o", "--output", metavar="OUT.jsonl", help="file to write; by default standard output")


def run(args) -> int:
    """Read the documents, then a row for each target."""
    from timeline.digest import actorline

    _lines.refuse_same_file(args)
    pages = _lines.all_of(args.input, lambda record: _page(record, args.language))
    _refuse_twice(pages)
    rows = _rows(args)
    if not rows:
        raise Wrong("No target was given. Name one with --target, or a file of them with --targets or --events.")
    desk, written, failed = actorline.Desk(pages), [], 0
    for row in rows:
        done, problem = actorline.row(desk, row)
        written.append(done)
        if problem:
            failed += 1
            say(problem)
    say_notice()
    _lines.write_all(args.output, written)
    return SOME_FAILED if failed else OK


def _page(record: dict, code: str | None):
    from timeline.digest.actorline_pages import page

    if not isinstance(record.get("text"), str) or not str(record.get("id") or ""):
        raise _lines.Bad("it has no “id” or no “text” that is a string; every document needs both")
    try:
        return page(record | {"language": code} if code else record)
    except ValueError:
        raise _lines.Bad(f"“published” is “{record.get('published') or record.get('dct')}”, which is no ISO 8601 date such as 2019-02-28") from None


def _refuse_twice(pages: list) -> None:
    names = [page.name for page in pages]
    twice = next((name for name in names if names.count(name) > 1), None) if len(set(names)) < len(names) else None
    if twice is not None:
        raise Wrong(f"Two documents have the id “{twice}”; mentions could not tell them apart.")


def _rows(args) -> list[dict]:
    """What is asked: rows with a target, its corpus and file, and under "given" its mentions or None."""
    if args.events:
        rows = _lines.all_of(args.events, _given)
        known = {row["target"] for row in rows}
        for name in args.target:
            if name not in known:
                raise Wrong(f"{args.events} has no mentions of “{name}”. It has: {', '.join(sorted(known)) or 'none'}.")
        return [row for row in rows if not args.target or row["target"] in args.target]
    listed = _lines.all_of(args.targets, _target) if args.targets else []
    return [{"target": name, "given": None} for name in args.target] + listed


def _target(record: dict) -> dict:
    if not isinstance(record.get("target"), str) or not record["target"].strip():
        raise _lines.Bad("it has no “target” that is a string")
    return {"target": record["target"], "corpus": record.get("corpus"), "file": record.get("file"), "given": None}


def _given(record: dict) -> dict:
    from timeline.digest.actorline import given

    events = record.get("events", [])
    listed = [event.get("mentions", []) for event in events if isinstance(event, dict)] if isinstance(events, list) else []
    listed.append(record.get("mentions", []))
    names = [name for several in listed if isinstance(several, list) for name in several if isinstance(name, str)]
    try:
        return _target(record) | {"given": [given(name) for name in names]}
    except ValueError as error:
        raise _lines.Bad(str(error)) from None
