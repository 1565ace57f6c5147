"""Tag the time expressions of texts, as TIMEX3.

In: {"id", "dct", "text"} a line; dct is the day the text was published (ISO 8601), or absent.
Out: {"id", "timexes": [{"start", "end", "type", "value"}]} a line, in the same order; offsets count code points.
Only id, dct and text are read.
"""

from timeline.cli import _lines

ORDER = 20
EXAMPLES = """\
  timeline dates articles.jsonl -o timexes.jsonl
  timeline dates articles.jsonl --language en | head
"""


def arguments(parser) -> None:
    """What `timeline dates` takes."""
    _lines.arguments(parser)


def run(args) -> int:
    """Tag every line."""
    return _lines.run(args, lambda record: _tagged(record, args.language))


def _tagged(record: dict, language: str | None) -> dict:
    from timeline import dates, lang

    text = record["text"]
    timexes = dates.timexes(text, _day(record.get("dct")), language or lang.detect(text))
    return {"id": record.get("id"), "timexes": timexes}


def _day(dct) -> str | None:
    """The day of an ISO 8601 date or date and time."""
    from datetime import date

    if not dct:
        return None
    try:
        return date.fromisoformat(str(dct)[:10]).isoformat()
    except ValueError:
        raise _lines.Bad(f"“dct” is “{dct}”, which is no ISO 8601 date such as 2019-02-28") from None
