"""PDF: loops and claims in the page tree, no text, locks, streams that blow up."""

import zlib

from tests.written_pdf import assembled, pdf

LINES = ["The council of Arden met on 3 June 2018."]
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>"


def files(canary: str):
    """(name, bytes)."""
    yield "no-text.pdf", pdf([[], []])
    yield "page-tree-of-itself.pdf", pdf([LINES], kids="2 0 R")
    yield "page-tree-in-a-ring.pdf", assembled({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
                                                4: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"})
    yield "billion-pages.pdf", pdf([LINES], count=10 ** 9)
    yield "negative-pages.pdf", pdf([LINES], count=-5)
    yield "no-pages.pdf", pdf([])
    yield "same-page-often.pdf", pdf([LINES], kids="4 0 R " * 20_000, count=20_000)
    yield "locked.pdf", pdf([LINES], trailer="/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -1 /O <" + "41" * 32 + "> /U <" + "42" * 32
                            + "> >> /ID [<00> <00>]")
    yield "locked-in-an-unknown-way.pdf", pdf([LINES], trailer="/Encrypt << /Filter /Harbour /V 9 >> /ID [<00> <00>]")
    yield "stream-bomb.pdf", _stream(_squeezed(bytes(300_000_000), 2), "/Filter [/FlateDecode /FlateDecode]")
    yield "text-bomb.pdf", _stream(zlib.compress(b"BT /F1 9 Tf 40 700 Td " + b"(word of the talks) Tj " * 1_500_000 + b"ET", 1), "/Filter /FlateDecode")
    yield "unknown-filter.pdf", _stream(b"words", "/Filter /Harbour")
    yield "filters-without-end.pdf", _stream(b"words", "/Filter [" + "/ASCIIHexDecode " * 5000 + "]")
    yield "length-that-lies.pdf", pdf([LINES]).replace(b"/Length ", b"/Length 9999999")
    yield "no-table.pdf", pdf([LINES]).split(b"xref")[0]
    yield "table-that-lies.pdf", pdf([LINES]).replace(b"00000 n", b"00000 f")
    yield "arrays-in-arrays.pdf", pdf([LINES], catalog="/X " + "[" * 100_000)
    yield "dictionaries-in-dictionaries.pdf", pdf([LINES], catalog="/X " + "<< /A " * 50_000)
    yield "script-and-launch.pdf", pdf([LINES], catalog="/OpenAction << /S /Launch /F (/bin/sh) >> /AA << /O << /S /JavaScript /JS (app.alert) >> >>")
    yield "file-outside.pdf", pdf([LINES], catalog=f"/OpenAction << /S /GoToR /F ({canary}) >>")
    yield "after-rubbish.pdf", b"rubbish\n" * 20 + pdf([LINES])
    yield "outline-in-a-ring.pdf", pdf([LINES], catalog="/Outlines << /First 1 0 R /Next 1 0 R >>")
    yield "labels-in-a-ring.pdf", pdf([LINES], catalog="/PageLabels << /Kids [1 0 R] >>")
    yield "giant-page.pdf", pdf([LINES]).replace(b"612", b"9e9")
    yield "font-of-itself.pdf", pdf([LINES]).replace(b"/BaseFont /Helvetica", b"/BaseFont /Helvetica /ToUnicode 3 0 R /DescendantFonts [3 0 R]")
    yield "form-of-itself.pdf", _stream(b"/X Do", "/Resources << /XObject << /X 5 0 R >> >> /Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    yield "two-files-in-one.pdf", pdf([LINES]) + pdf([["Another council met."]])


def large():
    """Those that take long."""
    yield "three-thousand-pages.pdf", pdf([[f"Page {n} of a long report.", *LINES] for n in range(3000)])


def _squeezed(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 1)
    return data


def _stream(data: bytes, dictionary: str) -> bytes:
    return assembled({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
                      3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", 4: PAGE.encode(),
                      5: f"<< /Length {len(data)} {dictionary} >>\nstream\n".encode() + data + b"\nendstream"})
