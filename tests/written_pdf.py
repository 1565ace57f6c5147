"""PDF files written by hand: pages of lines of text, and whatever else a test wants in them."""


def pdf(pages: list[list[str]], info: str = "", catalog: str = "", kids: str = "", count: int | None = None, trailer: str = "") -> bytes:
    """A PDF of pages of lines in Helvetica (WinAnsi); the other arguments put raw PDF into its dictionaries."""
    numbers = [4 + 2 * n for n in range(len(pages))]
    objects = {1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
               2: f"<< /Type /Pages /Kids [{kids or ' '.join(f'{n} 0 R' for n in numbers)}] /Count {len(pages) if count is None else count} >>".encode(),
               3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"}
    for number, lines in zip(numbers, pages):
        objects[number] = (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 {max(792, 100 + 14 * len(lines))}] "
                           f"/Resources << /Font << /F1 3 0 R >> >> /Contents {number + 1} 0 R >>").encode()
        drawn = _drawn(lines)
        objects[number + 1] = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn)
    if info:
        objects[4 + 2 * len(pages)] = f"<< {info} >>".encode()
        trailer += f" /Info {4 + 2 * len(pages)} 0 R"
    return assembled(objects, trailer)


def _drawn(lines: list[str]) -> bytes:
    top = max(792, 100 + 14 * len(lines)) - 50
    moves = [b"BT /F1 9 Tf 14 TL 40 %d Td" % top]
    moves += [b"(%b) Tj T*" % _escaped(line) for line in lines]
    return b"\n".join([*moves, b"ET"])


def _escaped(text: str) -> bytes:
    raw = text.encode("cp1252", "replace")
    for sign in (b"\\", b"(", b")"):
        raw = raw.replace(sign, b"\\" + sign)
    return raw


def assembled(objects: dict[int, bytes], trailer: str = "") -> bytes:
    """The file of these numbered objects, with its table of where they stand."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 00000 f \n" for n in range(1, size))
    return bytes(out + b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer.encode(), start))
