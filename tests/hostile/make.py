"""Write the hostile files and the good ones among them: `write(folder, canary)`; deterministic, nothing is committed.

Each file but MANY is to give exactly one row, a Document or a Failure with a plain reason; each good file its Document. What a
file is called says what is wrong with it. `canary` is the path of a file outside, whose words must turn up nowhere.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from tests import written, written_pdf
from tests.hostile import archives, mails, markup, office, pdfs, tables, texts

LINES = ["The council of Arden met on 3 June 2018 and voted for a new harbour wall.", "Work began on 14 September 2018."]
ROW = {"id": "1", "title": "The wall", "text": " ".join(LINES), "published": "2018-06-04"}
SAMPLES = {
    "txt": lambda: "\n\n".join(LINES).encode(), "md": lambda: b"# The wall\n\n" + "\n\n".join(LINES).encode(),
    "html": lambda: written.page(LINES), "mhtml": lambda: written.mhtml(LINES), "csv": lambda: written.table([ROW]),
    "tsv": lambda: written.table([ROW], "\t"), "jsonl": lambda: written.jsonl([ROW]), "xlsx": lambda: written.xlsx([ROW]),
    "parquet": lambda: written.parquet([ROW]), "docx": lambda: written.docx(LINES), "odt": lambda: written.odt(LINES),
    "rtf": lambda: written.rtf(LINES), "epub": lambda: written.epub([LINES]), "pdf": lambda: written_pdf.pdf([LINES]),
    "eml": lambda: written.eml(LINES), "mbox": lambda: written.mbox([written.eml(LINES)]), "rss": lambda: written.rss([LINES]),
    "atom": lambda: written.atom([LINES]), "warc": lambda: written.warc({"https://harbour.example/wall": written.page(LINES)}),
    "zip": lambda: written.packed({"a.txt": "\n\n".join(LINES)}), "gz": lambda: written.gz("\n\n".join(LINES).encode()),
}
CUTS = (4, 30, 60, 97)  # percent of a file that is left
MANY = ("row-after-row.csv", "twenty-thousand-rows.xlsx")  # honest but long: these give a Document a row
SPECIAL = (archives, mails, markup, office, pdfs, tables, texts)


def good() -> Iterator[tuple[str, bytes]]:
    """One good file of each format."""
    return ((f"good.{suffix}", make()) for suffix, make in SAMPLES.items())


def hostile(canary: str, large: bool = False) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of each hostile file; `large` adds those that take long to make or to read."""
    for suffix, make in SAMPLES.items():
        data = make()
        yield f"empty.{suffix}", b""
        yield f"nuls.{suffix}", bytes(5000)
        for percent in CUTS:
            yield f"cut-to-{percent}-percent.{suffix}", data[:max(1, len(data) * percent // 100)]
        yield f"scrambled.{suffix}", _scrambled(data)
        yield f"random.{suffix}", random.Random(suffix).randbytes(3000)
    suffixes = list(SAMPLES)
    for one, other in zip(suffixes, suffixes[3:] + suffixes[:3]):
        yield f"really-{one}.{other}", SAMPLES[one]()
    for module in SPECIAL:
        yield from module.files(canary)
        if large:
            yield from module.large()


def _scrambled(data: bytes) -> bytes:
    """Some bytes in the middle are other ones."""
    dice, out = random.Random(7), bytearray(data)
    for _ in range(max(3, len(out) // 60)):
        out[dice.randrange(len(out) // 8, len(out))] = dice.randrange(256)
    return bytes(out)


def write(folder: Path, canary: Path, large: bool = False) -> tuple[list[str], list[str]]:
    """Write all of them into `folder`; (names of the hostile, names of the good)."""
    names: list[list[str]] = [[], []]
    canary.write_text("CANARY: these words stand outside and must turn up nowhere.")
    for kind, files in enumerate((hostile(str(canary), large), good())):
        for name, data in files:
            (folder / name).write_bytes(data)
            names[kind].append(name)
    (folder / "link-out-of-the-folder.txt").symlink_to(canary)
    (folder / "link-to-nothing.txt").symlink_to(folder / "nothing")
    return [*names[0], "link-out-of-the-folder.txt", "link-to-nothing.txt"], names[1]
