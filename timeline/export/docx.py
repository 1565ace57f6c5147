"""A chronology for Word (.docx): a table of date, event and source in time's order, the undated in a table below it.

Every event is in it, with its excerpt and its sources; it says itself which columns are not. No macro, no link.
"""

from timeline.export._chronology import NOT_TOLD, Row, counted, dated, undated
from timeline.export._office import HEAD, relations, text, types, zipped

TITLE, ORDER, GROUP, SUFFIX, MIME = "Word chronology", 40, "To read", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WIDTHS = (700, 2300, 8000, 3500)  # twentieths of a point, of a landscape page
_HEADS = ("No.", "Date", "Event", "Source")
_PAGE = ('<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
         '<w:pgMar w:top="1000" w:right="1100" w:bottom="1000" w:left="1100" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>')
_STYLES = (f'{HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
           '<w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
           '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
           '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr>'
           '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style></w:styles>')


def write(frame, title: str = "Chronology") -> bytes:
    """The rows of an events' frame as a Word document under this title."""
    placed, unplaced = dated(frame), undated(frame)
    said = f"{counted(len(placed), 'event')} with a date, {len(unplaced):,} without. {NOT_TOLD}"
    body = [_paragraph(title, style="Heading1"), _paragraph(said), _table(placed, 1)]
    if unplaced:
        body += [_paragraph("Undated", style="Heading1"), _table(unplaced, len(placed) + 1)]
    document = f'{HEAD}<w:document {_W}><w:body>{"".join(body)}<w:p/>{_PAGE}</w:body></w:document>'
    kinds = {"word/document.xml": "wordprocessingml.document.main", "word/styles.xml": "wordprocessingml.styles"}
    return zipped({"[Content_Types].xml": types(kinds), "_rels/.rels": relations(("officeDocument", "word/document.xml")),
                   "word/document.xml": document, "word/styles.xml": _STYLES,
                   "word/_rels/document.xml.rels": relations(("styles", "styles.xml"))})


def _table(rows: list[Row], start: int) -> str:
    edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    head = _row([_paragraph(name, "b") for name in _HEADS], "<w:tblHeader/>")
    lines = "".join(_row(_cells(number, row)) for number, row in enumerate(rows, start))
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f'</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{lines}</w:tbl>')


def _row(cells: list[str], more: str = "") -> str:
    columns = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for width, cell in zip(_WIDTHS, cells))
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{columns}</w:tr>"


def _cells(number: int, row: Row) -> list[str]:
    event = [_paragraph(row.title, "b"), _paragraph("; ".join(filter(None, (*row.actors, row.place)))),
             _paragraph(row.excerpt and f"“{row.excerpt}”", "i"), _paragraph(" · ".join((*row.marks, row.reason) if row.reason else row.marks))]
    source = [*(_paragraph(name) for name in row.sources), _paragraph(row.mentions > 1 and f"{row.mentions} passages" or "")]
    return [_paragraph(str(number)), _paragraph(row.when), "".join(event) or "<w:p/>", "".join(source) or "<w:p/>"]


def _paragraph(words: str, face: str = "", style: str = "") -> str:
    """A paragraph, its lines kept; nothing for no words."""
    if not words:
        return ""
    looks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f"<w:rPr><w:{face}/></w:rPr>" if face else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{text(line)}</w:t>' for line in words.splitlines() or [""])
    return f"<w:p>{looks}<w:r>{run}{lines}</w:r></w:p>"
