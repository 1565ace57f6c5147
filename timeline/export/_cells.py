"""Cells that a spreadsheet would compute, made into text, and back (OWASP, CSV Injection).

A cell that begins with = + - @, their full-width forms, a tab, a line end or an apostrophe gets one apostrophe in
front, so "-0043-03-15" stays a date in the year 44 BC and no sum. Taking that apostrophe away restores it.
"""

_STARTS = tuple("=+-@＝＋－＠\t\r\n'")


def guard(text: str) -> str:
    """The text as a spreadsheet may safely read it."""
    return "'" + text if text.startswith(_STARTS) else text


def unguard(cell: str) -> str:
    """What `guard` was given; a cell that it never wrote stays as it is."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_STARTS) else cell
