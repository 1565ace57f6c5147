"""Colours, symbols and type of the charts. Hues keep apart for colour-blind readers and have shapes beside them."""

import html
import unicodedata
from typing import NamedTuple

FONT = '"Source Sans", "Source Sans Pro", "Helvetica Neue", Arial, sans-serif'


class Ink(NamedTuple):
    """The colours of one theme."""

    paper: str
    band: str
    text: str
    quiet: str
    rule: str
    bases: dict[str, str]  # date_basis -> colour
    several: tuple[str, ...]  # for things without an order, such as documents


LIGHT = Ink(
    "#fbfaf7",
    "#f3f0e8",
    "#22262b",
    "#6b675d",
    "#e3ddcf",
    {
        "explicit": "#1f4e79",
        "relative": "#2a7a62",
        "context": "#a86e00",
        "document_date": "#a8402b",
        "inferred": "#6f5a86",
    },
    ("#1f4e79", "#b35a00", "#2a7a62", "#8e3b76", "#7d6608", "#0f7c9c", "#a8402b"),
)
DARK = Ink(
    "#191b1e",
    "#212428",
    "#ece9e1",
    "#a39f94",
    "#373a3f",
    {
        "explicit": "#86b6e6",
        "relative": "#62c2a1",
        "context": "#dfac4d",
        "document_date": "#ee8f75",
        "inferred": "#b8a2d4",
    },
    ("#86b6e6", "#e8a35c", "#62c2a1", "#d79ac6", "#d4c15a", "#6fd0e6", "#ee8f75"),
)
HOLLOW_BASES = ("document_date", "inferred")
UNREAL = ("planned", "denied", "hypothetical", "claimed")

SAYS = {
    "explicit": "stated in full", "relative": "relative to its document", "context": "completed from the text before",
    "document_date": "the document’s own date", "inferred": "inferred",
}
MANNERS = {  # how a mark is drawn that is not plain fact with a date of its own, and what that says
    "pale": "date from elsewhere",
    "planned": "planned",
    "claimed": "claimed by somebody",
    "denied": "denied",
    "hypothetical": "only supposed",
}
MODALITIES = {name: words for name, words in MANNERS.items() if name != "pale"}
SYMBOLS = {
    "time": "circle",
    "day": "circle",
    "week": "triangle-up",
    "month": "diamond",
    "season": "pentagon",
    "quarter": "pentagon",
    "year": "square",
    "decade": "hexagon",
    "century": "hexagon",
    "millennium": "hexagon",
}
GLYPHS = {"circle": "●", "triangle-up": "▲", "diamond": "◆", "pentagon": "⬟", "square": "■", "hexagon": "⬢"}

_ASCII = (  # Helvetica's advance widths (Adobe Font Metrics), thousandths of an em, from the space on
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, *[556] * 10, 278, 278,
    584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667,
    778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556,
    278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
    334, 260, 334, 584)  # fmt: skip


def ink(dark: bool) -> Ink:
    """The colours of the theme."""
    return DARK if dark else LIGHT


def literal(text: str) -> str:
    """Text as Plotly shows it literally: escaped, on one line."""
    return html.escape(" ".join(str(text).split()), quote=False)


def measure(text: str, size: float) -> float:
    """Pixels the text takes at a font size, a little generously: no face in FONT is wider than Helvetica."""
    return sum(_advance(character) for character in text) * size / 1000


def _advance(character: str) -> int:
    code = ord(character)
    if 32 <= code < 127:
        return _ASCII[code - 32]
    if unicodedata.combining(character):
        return 0
    return 1000 if unicodedata.east_asian_width(character) in "WF" else 667


def fit(text: str, pixels: float, size: float) -> str:
    """The text on one line, cut with … where it is wider than so many pixels."""
    text = " ".join(text.split())[:200]
    if measure(text, size) <= pixels:
        return text
    while text and measure(text + "…", size) > pixels:
        text = text[:-1]
    return text.rstrip() + "…"


def legend(frame, dark: bool) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """What the marks of these rows mean, for a key beside the chart: (heading, (glyph, colour, words) of each)."""
    colours = ink(dark)
    hues = [("○" if b in HOLLOW_BASES else "●", colours.bases[b], SAYS[b]) for b in _present(frame["date_basis"])]
    shapes = {}
    for precision in _present(frame["precision"]):
        shapes.setdefault(SYMBOLS[precision], []).append(precision)
    forms = [(GLYPHS[s], colours.quiet, " or ".join(names)) for s, names in shapes.items()]
    if not {"circle"}.issuperset(shapes):
        forms.append(("▬", colours.quiet, "band: every day it may be"))
    if frame["modality"].isin(UNREAL).any():
        forms.append(("○", colours.quiet, "hollow: planned, denied, supposed or claimed"))
    return [(heading, entries) for heading, entries in (("Colour: the date is", hues), ("Shape: precise to the", forms)) if entries]


def _present(column) -> list[str]:
    """The categories that occur, in their order."""
    return [value for value in column.cat.categories if (column == value).any()]
