"""Two dates joined by the text into one interval: "from May 1950 to July 1953", "between 3 and 5 May"."""

from dataclasses import replace

from timeline.model import DateMention

WIDE = 16  # characters that may stand between the two dates


def join(text: str, mentions: list[DateMention], words: dict) -> list[DateMention]:
    """The mentions with each opened-and-joined pair made one interval; the rest as they are.

    `words` are the language's tables: interval_open ("from", "between") and interval_join ("to", "and", "-").
    """
    out: list[DateMention] = []
    for m in mentions:
        if out and (joined := _pair(text, out[-1], m, words)):
            out[-1] = joined
        else:
            out.append(m)
    return out


def _pair(text: str, a: DateMention, b: DateMention, words: dict) -> DateMention | None:
    if None in (a.first, a.last, b.first, b.last) or b.start - a.end > WIDE or a.kind != "instant" or b.kind != "instant":
        return None
    if not a.first < b.last or a.last >= b.first or b.last - a.first > 400 * 366:
        return None
    between = text[a.end:b.start].strip().lower()
    opener = text[max(0, a.start - 16):a.start].lower().split()
    opened = any(" ".join(opener[-n:]) in words.get("interval_open", ()) for n in (1, 2) if len(opener) >= n)
    if between in words.get("interval_join", ()) and (opened or between in words.get("interval_mark", ())):
        edtf = f"{_side(a.edtf, 0)}/{_side(b.edtf, 1)}"
        return replace(a, end=b.end, text=text[a.start:b.end], value=f"{a.value}/{b.value}", edtf=edtf, last=b.last, kind="interval",
                       rule=f"{a.rule} + {b.rule}", alternatives=a.alternatives + b.alternatives)
    return None


def _side(edtf: str, side: int) -> str:
    return edtf.split("/")[side] if "/" in edtf else edtf
