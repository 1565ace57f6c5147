"""A PDF (ISO 32000), by PDFium: its text page by page, lines put together to paragraphs, running heads set aside.

Offsets count in the text as it is put together here, which is the text a person is shown.
"""

from collections.abc import Iterator

from timeline.model import Document
from timeline.read._document import make
from timeline.read._file_name import from_name
from timeline.read._furniture import set_aside
from timeline.read._lines import paragraphs, whole_words
from timeline.read._paged import joined
from timeline.read._published import best, parse_day
from timeline.read._text import MAX_TEXT, Unreadable

TITLE = "PDF"
ORDER = 64
SUFFIXES = (".pdf",)
MAX_PAGES = 10_000
_SCAN = "has no text layer: its pages are pictures of text; run text recognition (OCR) over it, then add it again"
_REASONS = ((4, "is locked with a password; save it without one and add it again"),
            (5, "is locked by a kind of protection that is not known here; print it to a new PDF and add that"))


def looks(head: bytes) -> bool:
    """Whether the mark of a PDF stands near its beginning: PDFium reads over what comes before it."""
    return b"%PDF-" in head[:1024]


def read(name: str, data: bytes) -> Iterator[Document]:
    """One Document with its pages. Its creation date is no day of publication and is only noted.

    Raises Unreadable where the file is damaged, locked or has no text layer.
    """
    import pypdfium2

    file = _opened(pypdfium2, data)
    try:
        raw, bare, broken = _pages(pypdfium2, file)
        facts, labels = _facts(file), _labels(file, len(raw))
    finally:
        file.close()
    pages, aside = set_aside(raw)
    known = whole_words(pages)
    text, starts = joined([paragraphs(lines, known) for lines in pages])
    if not text.strip():
        raise Unreadable(_SCAN if raw and not broken else "is a damaged PDF: no page of it could be read; print it to a new PDF and add that")
    published, remarks = best(from_name(name))
    yield make(name, text, title=facts.get("Title", ""), author=facts.get("Author", ""), published=published,
               notes=(*_missing(bare, broken, len(raw)), *aside, *remarks, *_made(facts)), pages=starts, page_labels=labels)


def _opened(pypdfium2, data: bytes):
    try:
        file = pypdfium2.PdfDocument(data)
        count = len(file)
    except pypdfium2.PdfiumError as problem:
        code = getattr(problem, "err_code", None) if b"/Encrypt" in data else None  # else it is the last file's
        raise Unreadable(dict(_REASONS).get(code, "is a damaged PDF; print it to a new PDF and add that")) from None
    if count > MAX_PAGES:
        file.close()
        raise Unreadable(f"says that it has {count:,} pages (the limit is {MAX_PAGES:,}); split it")
    if not count:
        file.close()
        raise Unreadable("is a PDF without pages")
    return file


def _pages(pypdfium2, file) -> tuple[list[list[str]], list[int], list[int]]:
    """(lines of each page, numbers of the pages without text, numbers of those that cannot be read)."""
    raw, bare, broken, size = [], [], [], 0
    for number in range(1, len(file) + 1):
        lines: list[str] = []
        try:
            lines = _lines(file, number - 1)
        except pypdfium2.PdfiumError:
            broken.append(number)
        else:
            if not any(lines):
                bare.append(number)
        size += sum(map(len, lines))
        if size > MAX_TEXT:
            raise Unreadable(f"is too long (the limit is {MAX_TEXT:,} characters); split it into parts")
        raw.append(lines)
    return raw, bare, broken


def _lines(file, index: int) -> list[str]:
    page = file[index]
    try:
        sheet = page.get_textpage()
        try:
            text = sheet.get_text_range() if sheet.count_chars() else ""
        finally:
            sheet.close()
    finally:
        page.close()
    return [" ".join(line.split()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def _facts(file) -> dict[str, str]:
    try:
        return file.get_metadata_dict(skip_empty=True)
    except Exception:  # whatever a damaged record provokes, the text is there
        return {}


def _labels(file, count: int) -> tuple[str, ...]:
    """What the PDF calls its pages ("iv", "12"); () where that is simply their number."""
    try:
        labels = tuple(file.get_page_label(n) or str(n + 1) for n in range(count))
    except Exception:  # see _facts
        return ()
    return () if labels == tuple(str(n + 1) for n in range(count)) else labels


def _missing(bare: list[int], broken: list[int], count: int) -> tuple[str, ...]:
    notes = []
    if bare:
        notes.append(f"{len(bare):,} of {count:,} pages have no text layer ({_few(bare)}): if they are pictures of text, run text recognition (OCR)")
    if broken:
        notes.append(f"{len(broken):,} of {count:,} pages are damaged and could not be read ({_few(broken)})")
    return tuple(notes)


def _few(numbers: list[int]) -> str:
    return "page " + ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")


def _made(facts: dict[str, str]) -> tuple[str, ...]:
    stamp = facts.get("CreationDate", "").removeprefix("D:")[:8]
    day = parse_day(stamp) if len(stamp) == 8 and stamp.isdigit() else None
    return (f"the file says it was made on {day.isoformat()}: that is not taken as the day of publication",) if day else ()
