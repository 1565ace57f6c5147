"""A workbook for spreadsheets (.xlsx): every row and every column; text is text, so that no cell is ever computed.

The sheet Events has the columns of the CSV. Review has what people made of the events: status, star, tags, note, and what was
edited by hand. Mentions, where they are given, has the sources: a row a witness, with document, quote and offsets. Lists are
joined by "; ", a missing value is an empty cell. A cell holds 32,767 characters and a sheet 1,048,575 rows: what is beyond is
left out, and said.
"""

from timeline.export._office import HEAD, exact, relations, types, zipped
from timeline.frame import COLUMNS, MENTION_COLUMNS

TITLE, ORDER, GROUP, SUFFIX, MIME = ("Excel workbook", 16, "Tables", ".xlsx",
                                     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
MAX_CELL, MAX_ROWS = 32_767, 1_048_575
REVIEW = ("event_id", "title", "status", "star", "tags", "note", "edited")
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LINK = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def leaves_out(frame, mentions=None) -> str:
    """What does not fit into a sheet. Without `mentions` the rows of their sheet are counted, and their cells are not."""
    witnesses = int(frame["mention_count"].sum()) if mentions is None else len(mentions)
    cut = _long(frame, {*COLUMNS, *REVIEW}) + (0 if mentions is None else _long(mentions, MENTION_COLUMNS))
    beyond = sum(max(0, rows - MAX_ROWS) for rows in (len(frame), witnesses))
    said = [f"{beyond:,} rows" if beyond else "", f"the ends of {cut:,} long cells" if cut else ""]
    return f"left out: {' and '.join(filter(None, said))}" if any(said) else ""


def write(frame, mentions=None) -> bytes:
    """The rows of an events' frame as a workbook; with the frame of their mentions, these too."""
    sheets = {"Events": _sheet(frame, COLUMNS)} | ({} if mentions is None else {"Mentions": _sheet(mentions, MENTION_COLUMNS)})
    sheets |= {"Review": _sheet(frame, REVIEW)}
    names = [f"sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    listed = "".join(f'<sheet name="{title}" sheetId="{number}" r:id="rId{number}"/>' for number, title in enumerate(sheets, 1))
    book = f"{HEAD}<workbook {_MAIN} {_LINK}><sheets>{listed}</sheets></workbook>"
    kinds = {"xl/workbook.xml": "spreadsheetml.sheet.main"} | {f"xl/worksheets/{name}": "spreadsheetml.worksheet" for name in names}
    return zipped({"[Content_Types].xml": types(kinds), "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")), "xl/workbook.xml": book,
                   "xl/_rels/workbook.xml.rels": relations(*(("worksheet", f"worksheets/{name}") for name in names)),
                   **{f"xl/worksheets/{name}": sheet for name, sheet in zip(names, sheets.values())}})


def _sheet(frame, columns) -> str:
    rows = zip(*(_values(frame[name]) for name in columns))
    lines = [_row(columns), *(_row(values) for _, values in zip(range(MAX_ROWS), rows))]
    return (f'{HEAD}<worksheet {_MAIN}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/>'
            f'</sheetView></sheetViews><sheetData>{"".join(lines)}</sheetData></worksheet>')


def _long(frame, columns) -> int:
    return sum(len(value) > MAX_CELL for name in columns for value in _values(frame[name]) if isinstance(value, str))


def _values(column) -> list:
    return [None if missing else "; ".join(value) if isinstance(value, tuple) else value for value, missing in zip(column.tolist(), column.isna())]


def _row(values) -> str:
    return f"<row>{''.join(map(_cell, values))}</row>"


def _cell(value) -> str:
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, bool):
        return f'<c t="b"><v>{value:d}</v></c>'
    if isinstance(value, (int, float)):
        return f"<c><v>{value!r}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{exact(value[:MAX_CELL])}</t></is></c>'
