"""A document that is a zip archive of XML files (Word, OpenDocument, EPUB, Excel): its members, by name, counted.

Names are keys into the archive and nothing else: no path is followed, nothing is written. XML with entities of its
own (the way of XXE and of "a billion laughs") is refused; the parser loads nothing from outside.
"""

import re
import zipfile
import zlib
from io import BytesIO

from timeline.read._text import Unreadable, decode
from timeline.read._whole import MAX_MEMBERS, Whole

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError,
           OverflowError, IndexError, KeyError)
_OWN_ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]{0,1000}\[", re.I)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_DAMAGED = "is damaged inside the archive; add it alone"
LOCKED = "is locked with a password; save it without one and add it again"


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive. Raises Unreadable where it is damaged or lists too many files."""
    if data.count(b"PK\x01\x02") > 2 * MAX_MEMBERS:
        raise Unreadable(f"holds too many files (the limit is {MAX_MEMBERS:,}); split it")
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _DAMAGE:
        raise Unreadable("is a damaged zip archive; make it anew") from None


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, whole: Whole) -> bytes:
    """The bytes of one member. Raises Unreadable where it is locked, damaged or too much."""
    if member.flag_bits & 1:
        raise Unreadable("is locked with a password; unpack it and add it alone")
    if member.external_attr >> 28 == 0xA:
        raise Unreadable("is a link to another file, which is never followed; add that file itself")
    if member.compress_type not in _METHODS:
        raise Unreadable("is packed in a way not known here; unpack it and add it alone")
    try:
        with archive.open(member) as stream:
            return whole.counted(stream)
    except _DAMAGE as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable(_DAMAGED) from None


class Package:
    """The members of a packed document, by name. A name that comes twice means its last, as unzip has it."""

    def __init__(self, data: bytes, whole: Whole | None):
        try:
            self._archive, self._whole = opened(data), whole or Whole()
        except Unreadable as problem:
            raise Unreadable("is damaged or cut off; save it anew" if "damaged" in str(problem) else str(problem)) from None
        self._members = {m.filename: m for m in self._archive.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    @property
    def names(self) -> list[str]:
        """The names of its members."""
        return list(self._members)

    def bytes(self, name: str) -> bytes:
        """A member's bytes. Raises Unreadable where there is none, or it cannot be unpacked."""
        if name not in self._members:
            raise Unreadable(f"is damaged: its part {name[:80]} is missing; save it anew")
        try:
            return unpacked(self._archive, self._members[name], self._whole)
        except Unreadable as problem:
            why = "is damaged; save it anew" if str(problem) == _DAMAGED else problem
            raise Unreadable(LOCKED if "password" in str(problem) else f"cannot be read: its part {name[:80]} {why}") from None

    def xml(self, name: str):
        """A member's XML as lxml's root element; see `tree`."""
        return tree(self.bytes(name))

    def optional(self, name: str):
        """A member's XML, or None where it is missing or broken: of what a document can do without."""
        try:
            return self.xml(name) if name in self else None
        except Unreadable:
            return None


def tree(data: bytes, forgiving: bool = False):
    """The root of an XML file. Raises Unreadable where it is no XML (unless `forgiving`) or has entities of its own."""
    from lxml import etree

    source = decode(data, markup=True)[0]
    if _OWN_ENTITIES.search(source):
        raise Unreadable("defines XML entities of its own, which is not read here: that is a way to do harm; save its text as txt")
    source = _DECLARATION.sub("", source, count=1)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=forgiving, huge_tree=False,
                             remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as problem:
        deep = "depth" in str(problem).lower()
        raise Unreadable("has parts that are nested too deep; save its text as txt" if deep
                         else "is damaged: its XML cannot be parsed; save it anew") from None
    if root is None:
        raise Unreadable("is damaged: its XML cannot be parsed; save it anew")
    return root


def local(node) -> str:
    """The name of an element without its namespace; "" for what is no element, and for None."""
    return node.tag.rpartition("}")[2] if node is not None and isinstance(node.tag, str) else ""


def attribute(node, name: str) -> str:
    """The value of an attribute whatever its namespace; "" where it has none."""
    return next((v for k, v in node.attrib.items() if k.rpartition("}")[2] == name), "")


def first(root, name: str) -> str:
    """The text of the first element of that local name with any text; "" where there is none."""
    if root is None:
        return ""
    return next((" ".join(t.split()) for node in root.iter("{*}" + name) if (t := "".join(node.itertext())).strip()), "")
