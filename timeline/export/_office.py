"""Office Open XML by hand (ECMA-376): text that may hold anything, and a zip that is the same bytes every time."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def text(value: str) -> str:
    """Text for XML; what XML cannot hold becomes a replacement character."""
    return escape(_ILLEGAL.sub("\ufffd", value), {'"': "&quot;"})


def exact(value: str) -> str:
    """Text for a cell, nothing lost: what XML cannot hold is written _xHHHH_ (ST_Xstring, ECMA-376 part 1, 22.9.2.19)."""
    guarded = _ESCAPE.sub("_x005F_", value)
    return escape(re.sub(r"\r", "_x000D_", _ILLEGAL.sub(lambda hit: f"_x{ord(hit[0]):04X}_", guarded)))


def zipped(parts: dict[str, str]) -> bytes:
    """The parts, in their order, uncompressed and without a time: the same parts give the same bytes anywhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content.encode("utf-8", "replace"))
    return out.getvalue()


def types(parts: dict[str, str]) -> str:
    """[Content_Types].xml: what each part is."""
    lines = "".join(f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
                    for name, kind in parts.items())
    return (f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>')


def relations(*targets: tuple[str, str]) -> str:
    """A .rels part: (kind, target) of each, numbered rId1, rId2 …"""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    lines = "".join(f'<Relationship Id="rId{n}" Type="{base}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1))
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
