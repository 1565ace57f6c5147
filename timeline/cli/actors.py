"""Find the people, organisations and places that texts name.

In: {"text"} a line. Out: {"text", "entities": [{"start", "end", "type"}]} a line, in the same order; type is PER,
ORG or LOC; offsets count code points. Only text is read.
"""

from timeline.cli import _lines, say_notice

ORDER = 30
EXAMPLES = """\
  timeline actors sentences.jsonl -o entities.jsonl
"""


def arguments(parser) -> None:
    """What `timeline actors` takes."""
    _lines.arguments(parser)


def run(args) -> int:
    """Find the actors of every line."""
    say_notice()
    return _lines.run(args, lambda record: _found(record, args.language))


def _found(record: dict, language: str | None) -> dict:
    from timeline import actors, lang

    text = record["text"]
    return {"text": text, "entities": actors.entities(text, language or lang.detect(text))}
