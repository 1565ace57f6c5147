"""A workbook for spreadsheets (.xlsx): every row and every column; text is text, so that no cell is ever computed.

Actors are joined by "; ", a missing value is an empty cell. A cell holds 32,767 characters and a sheet 1,048,575 rows: what
is beyond is left out, and said.
"""

from timeline.export._office import HEAD, exact, relations, types, zipped
from timeline.frame import COLUMNS

TITLE, ORDER, SUFFIX, MIME = "Excel workbook", 35, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_CELL, MAX_ROWS = 32_767, 1_048_575
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LINK = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def leaves_out(frame) -> str:
    """What does not fit into a sheet."""
    cut = sum(len(value) > MAX_CELL for name in COLUMNS for value in _values(frame[name]) if isinstance(value, str))
    beyond = max(0, len(frame) - MAX_ROWS)
    said = [f"{beyond:,} rows" if beyond else "", f"the ends of {cut:,} long cells" if cut else ""]
    return f"left out: {' and '.join(filter(None, said))}" if any(said) else ""


def write(frame) -> bytes:
    """The rows of an events' frame as a workbook of one sheet."""
    rows = zip(*(_values(frame[name]) for name in COLUMNS))
    lines = [_row(COLUMNS), *(_row(values) for _, values in zip(range(MAX_ROWS), rows))]
    sheet = (f'{HEAD}<worksheet {_MAIN}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/>'
             f'</sheetView></sheetViews><sheetData>{"".join(lines)}</sheetData></worksheet>')
    book = f'{HEAD}<workbook {_MAIN} {_LINK}><sheets><sheet name="Events" sheetId="1" r:id="rId1"/></sheets></workbook>'
    kinds = {"xl/workbook.xml": "spreadsheetml.sheet.main", "xl/worksheets/sheet1.xml": "spreadsheetml.worksheet"}
    return zipped({"[Content_Types].xml": types(kinds), "_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}), "xl/workbook.xml": book,
                   "xl/_rels/workbook.xml.rels": relations({"worksheet": "worksheets/sheet1.xml"}), "xl/worksheets/sheet1.xml": sheet})


def _values(column) -> list:
    return [None if missing else "; ".join(value) if isinstance(value, tuple) else value for value, missing in zip(column.tolist(), column.isna())]


def _row(values) -> str:
    return f"<row>{''.join(map(_cell, values))}</row>"


def _cell(value) -> str:
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, (int, float)):
        return f"<c><v>{value!r}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{exact(value[:MAX_CELL])}</t></is></c>'
