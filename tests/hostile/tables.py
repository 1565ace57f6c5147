"""Tables and JSON: huge cells, claims about rows, formulas, depth."""

from tests.hostile.markup import LAUGHS, outside
from tests.written import SHEET, packed, parquet, xlsx

HEAD = f'<worksheet xmlns="{SHEET}"><dimension ref="A1:XFD1048576"/><sheetData>'
CELL = '<c r="A{0}" t="inlineStr"><is><t>{1}</t></is></c>'
ROWS = f'<row r="1">{CELL.format(1, "text")}</row><row r="1048576">{CELL.format(1048576, "words of the last row")}</row>'


def files(canary: str):
    """(name, bytes)."""
    yield "huge-cell.csv", b'text,n\n"' + b"word " * 5_000_000 + b'",1\n'
    yield "open-quote.csv", b'text\n"' + b"a,b\n" * 300_000
    yield "commas.csv", b"," * 1_000_000
    yield "quotes.csv", b"text\n" + b'"' * 1_000_001
    yield "too-many-cells.csv", b"text\nwords" + b",x" * 300_000
    yield "no-text-column.csv", b"a,b\n1,2\n"
    yield "header-only.csv", b"text,date\n"
    yield "formula.csv", b"text\n=HYPERLINK(\"http://harbour.example\")\n"
    yield "line-of-nuls.csv", b"text\nwords" + bytes(300) + b"and more words of a long row, to outweigh them" * 200 + b"\n"
    yield "prose.csv", b"This is no table. It has words in it.\nAnd more of them.\n"
    yield "deep.json", b"[" * 1_000_000
    yield "deep-objects.jsonl", b'{"a":' * 300_000
    yield "giant-number.jsonl", b'{"text":' + b"9" * 1_000_000 + b"}"
    yield "half-a-pair.jsonl", b'{"text": "words \\ud83d of half a pair"}'
    yield "no-json.jsonl", b"These are words and no JSON."
    yield "infinite.json", b'{"text": "words", "published": Infinity, "title": NaN}'
    yield "same-key-often.json", b'{"text": "words"' + b', "text": "more words"' * 50_000 + b"}"
    yield "empty-list.json", b"[]"
    yield "rows-claimed.xlsx", xlsx([], sheet=HEAD + ROWS + "</sheetData></worksheet>")
    yield "row-number-without-end.xlsx", xlsx([], sheet=HEAD + ROWS.replace("1048576", "9" * 40) + "</sheetData></worksheet>")
    yield "formulas.xlsx", xlsx([], sheet=HEAD + ROWS.replace('t="inlineStr"><is><t>words of the last row</t></is>', '><f>WEBSERVICE("http://harbour.example")</f>')
                                + "</sheetData></worksheet>")
    yield "formula-with-value.xlsx", xlsx([], sheet=HEAD + ROWS.replace('t="inlineStr"><is><t>words of the last row</t></is>', ' t="str"><f>1+1</f><v>words</v>')
                                          + "</sheetData></worksheet>")
    yield "shared-text-that-is-not-there.xlsx", xlsx([], sheet=HEAD + ROWS.replace('t="inlineStr"><is><t>words of the last row</t></is>', ' t="s"><v>99999999</v>')
                                                     + "</sheetData></worksheet>")
    yield "laughs.xlsx", xlsx([], sheet=LAUGHS + HEAD + ROWS.replace("words of", "&a11;") + "</sheetData></worksheet>")
    yield "entities.xlsx", xlsx([], sheet=outside(canary, "worksheet") + HEAD + ROWS.replace("words of", "&out;") + "</sheetData></worksheet>")
    yield "no-sheets.xlsx", packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": f'<workbook xmlns="{SHEET}"/>'})
    yield "many-columns.xlsx", xlsx([{f"c{n}": "x" for n in range(2000)}])
    yield "locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
    yield "claims.parquet", _claiming(parquet([{"text": "words"}]))
    yield "no-text-column.parquet", parquet([{"a": 1}])
    yield "no-rows.parquet", parquet([{"text": "x"}])[:0] + _no_rows()
    yield "bomb.parquet", _bomb()


def large():
    """Those that take long."""
    yield "row-after-row.csv", b"text,date\n" + b"words of a row,no day at all 12 foo 99\n" * 20_000
    rows = "".join(f'<row r="{n}">{CELL.format(n, "text" if n == 1 else "words")}</row>' for n in range(1, 20_000))
    yield "twenty-thousand-rows.xlsx", xlsx([], sheet=HEAD + rows + "</sheetData></worksheet>")


def _claiming(data: bytes) -> bytes:
    """The footer says that it is far longer than the file."""
    return data[:-8] + (1 << 31).to_bytes(4, "little") + data[-4:]


def _no_rows() -> bytes:
    import io

    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), out)
    return out.getvalue()


def _bomb() -> bytes:
    """A gigabyte and more of the same text, once in a dictionary and named again and again."""
    import io

    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    text = pa.DictionaryArray.from_arrays(pa.array([0] * 3000, pa.int32()), pa.array(["word " * 100_000]))
    pq.write_table(pa.table({"text": text}), out)
    return out.getvalue()
