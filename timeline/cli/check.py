"""Show what a reader should look at again: contradictions, unusual silences, and what became of the date words.

Files, folders and zip archives are read as `timeline extract` reads them. Each finding is a question to you, with the
words of the documents that it rests on. With --json the tables are written, whole, as one object.
"""

import json
import sys

from timeline.cli import OK, SOME_FAILED, Wrong, _documents, plain

ORDER = 15
EXAMPLES = """\
  timeline check data/samples
  timeline check report.txt page.html --published 2019-02-28
  timeline check notes/ --json
  timeline check data/samples --only gaps --most 5
"""
_MOST = 20


def arguments(parser) -> None:
    """What `timeline check` takes."""
    _documents.arguments(parser)
    parser.add_argument("--only", action="append", metavar="NAME", help="only this check; may be given again for another")
    parser.add_argument("--most", type=int, default=_MOST, metavar="N", help=f"show at most N findings of a kind; by default {_MOST}")
    parser.add_argument("--json", action="store_true", help="write every row and column as JSON")


def more() -> str:
    """The checks there are, as the folder has them."""
    return f"checks: {_known()}\n\n"


def _known() -> str:
    from timeline.folder import modules

    return ", ".join(modules("timeline.checks"))


def run(args) -> int:
    """Build, check, show."""
    from timeline.checks import tables
    from timeline.folder import modules

    if unknown := set(args.only or ()) - set(modules("timeline.checks")):
        raise Wrong(f"“{min(unknown)}” is no check. There are: {_known()}.")
    timeline = _documents.build(args)
    looked = tables(timeline)
    found = {name: (module, module.check(looked)) for name, module in modules("timeline.checks").items() if not args.only or name in args.only}
    if args.json:
        text = _json(found, looked)
    else:
        names = dict(zip(looked.documents["doc_id"], looked.documents["name"], strict=True))
        text = "\n".join(_shown(module, frame, names, max(args.most, 0)) for module, frame in found.values())
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    return SOME_FAILED if timeline.failures else OK


def _json(found: dict, looked) -> str:
    """{check: [row, …]}, and under "check detail" what it counted, if it tells; missing cells are null."""
    frames = {name: frame for name, (_, frame) in found.items()}
    frames |= {f"{name} detail": module.detail(looked) for name, (module, _) in found.items() if hasattr(module, "detail")}
    rows = {name: json.loads(frame.to_json(orient="records", double_precision=15)) for name, frame in frames.items()}
    return json.dumps(rows, ensure_ascii=True, indent=1) + "\n"


def _shown(module, frame, names: dict[str, str], most: int) -> str:
    """A heading, and each finding in a sentence with its quotes under it."""
    lines = [f"{module.TITLE} ({len(frame)})", ""]
    for row in frame.head(most).to_dict("records"):
        name = f"{row['name']}: " if "name" in row else ""
        lines.append(f"- {plain(name + row['said'])}")
        lines += [f"    {plain(row[window])} · {plain(names.get(row[doc], row[doc]))}: “{plain(row[quote])}”" for window, doc, quote in
                  (("window", "doc_id", "quote"), ("other_window", "other_doc", "other_quote")) if quote in row]
    if len(frame) > most:
        lines.append(f"- … and {len(frame) - most} more (--most)")
    return "\n".join([*lines, ""]) + ("" if len(frame) else "Nothing found.\n")
