"""Document text as HTML that shows it literally, with the words and the date marked. Nothing here knows streamlit."""

import html

ROOM = 200  # characters of context on each side
_PICTURES = {code: 0x2400 + code for code in range(32) if code not in (9, 10)} | {13: None, 127: 0x2421}


def literal(text) -> str:
    """Text as HTML: no markup, no attribute, control characters as their pictures."""
    return html.escape(str(text).translate(_PICTURES), quote=True)


def context(text: str, start: int, end: int, date: tuple[int, int] | None, room: int = ROOM) -> str:
    """text[start:end] marked in its surroundings, the date within it marked again; "…" where it is cut."""
    lo, hi = _word_start(text, start - room), _word_end(text, end + room)
    borders = {lo, hi, start, end} | {min(max(edge, lo), hi) for edge in date or ()}
    pieces = sorted(borders)
    body = "".join(_piece(text, a, b, (start, end), date) for a, b in zip(pieces, pieces[1:]))
    return ("… " if lo > 0 else "") + body + (" …" if hi < len(text) else "")


def _piece(text: str, a: int, b: int, words: tuple[int, int], date: tuple[int, int] | None) -> str:
    shown = literal(text[a:b])
    if date and date[0] <= a and b <= date[1]:
        return f"<mark class='tl-date'>{shown}</mark>"
    if words[0] <= a and b <= words[1]:
        return f"<mark class='tl-words'>{shown}</mark>"
    return shown


def _word_start(text: str, at: int) -> int:
    """The start of the word at or after `at`; `at` itself where no word ends soon."""
    if at <= 0:
        return 0
    for place in range(at, min(at + 40, len(text))):
        if text[place].isspace():
            return place + 1
    return at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    for place in range(at, max(at - 40, 0), -1):
        if text[place].isspace():
            return place
    return at
