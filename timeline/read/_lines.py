"""The lines of a printed page -> its paragraphs: line ends inside one become a space, words cut at a line end are mended."""

import re
from collections import Counter

FULL = 0.75  # of the width of the page's text: a line that reaches so far goes on in the next
_HYPHENS = "-\u00ad\u2010\ufffe\x02"
_CUT = re.compile(rf"([^\W\d_]{{2,40}})[{_HYPHENS}]\Z")
_MARKED = re.compile("([^\\W\\d_]{2,40})[\ufffe\x02]((?![A-Z])[^\\W\\d_]{2,40})")
_REST = re.compile(r"([^\W\d_]{2,40})")
_WORD = re.compile(r"[^\W\d_]{2,40}(?:-[^\W\d_]{2,40})+")
_BULLET = re.compile(r"(?:[-*•‣◦▪·–]|\d{1,3}[.)]|\(?[a-z]\))\s")
_STOP = re.compile(r"[.!?:;…。][\"'”’»)\]]*\Z")


def whole_words(pages: list[list[str]]) -> Counter:
    """How often each word with a hyphen in it ("well-known") stands in these lines uncut."""
    return Counter(word.casefold() for lines in pages for line in lines for word in _WORD.findall(line))


def paragraphs(lines: list[str], known: Counter) -> str:
    """The text of a page, a blank line between paragraphs."""
    width = _width(lines)
    out: list[str] = []
    was_full = False
    for line in lines:
        if not line:
            was_full = False
            continue
        if out and was_full and not _BULLET.match(line):
            out[-1] = _joined(out[-1], line, known)
        else:
            out.append(line)
        was_full = _goes_on(line, width)
    return "\n\n".join(_mended(text, known) for text in out)


def _width(lines: list[str]) -> int:
    """The length of a full line: that of the longest but for the longest few, which may be headings across columns."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10 - (len(lengths) >= 10)] if lengths else 0


def _goes_on(line: str, width: int) -> bool:
    if _CUT.search(line):
        return True
    least = FULL if not _STOP.search(line) else 0.9
    return len(line) >= least * width


def _joined(text: str, line: str, known: Counter) -> str:
    cut, rest = _CUT.search(text), _REST.match(line)
    if not cut or not rest or not rest[1][0].islower():
        is_range = text[-1:] in ("-", "–") and line[:1].isdigit() and text[-2:-1].isdigit()
        return f"{text}{'' if is_range or cut and text[-1] == '-' else ' '}{line}"
    return text[:-1] + _between(cut[1], rest[1], known) + line


def _between(first: str, second: str, known: Counter) -> str:
    """The hyphen between two halves of a word, where the document has that word with one in other places; else nothing."""
    return "-" if known[f"{first}-{second}".casefold()] else ""


def _mended(text: str, known: Counter) -> str:
    """PDFium joins words cut at a line's end itself and writes U+FFFE or U+0002 where the hyphen was."""
    text = _MARKED.sub(lambda hit: hit[1] + _between(hit[1], hit[2], known) + hit[2], text)
    return text.replace("\ufffe", "-").replace("\x02", "-")
