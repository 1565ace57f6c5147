"""A news feed, RSS (0.9 to 2.0, and RDF) or Atom (RFC 4287): one Document an entry, dated by the feed."""

from collections.abc import Iterator

from timeline.model import Document, Failure
from timeline.read._document import label, make
from timeline.read._package import attribute, local, tree
from timeline.read._page import parse, plain, safe
from timeline.read._published import best, from_value
from timeline.read._text import Unreadable

TITLE = "News feed (RSS, Atom)"
ORDER = 32
SUFFIXES = (".rss", ".atom", ".xml")
_ENTRY = ("item", "entry")
MAX_ENTRIES = 20_000
_TEXTS = ("encoded", "content", "description", "summary")  # the fullest first
_DAYS = (("pubDate", "published", "issued", "date", "created"), ("updated", "modified"))


def read(name: str, data: bytes) -> Iterator[Document | Failure]:
    """One Document an entry; one without text costs one Failure.

    Raises Unreadable where it is no feed, or has no entries.
    """
    root, damage = _root(data)
    entries = [node for node in root.iter() if local(node) in _ENTRY and local(node.getparent()) not in _ENTRY]
    if not entries:
        raise Unreadable("is a feed with no entries in it" if local(root) in ("rss", "feed", "RDF")
                         else "is an XML file of a kind not known here; save its text as txt, md or html and add that")
    channel = {"source": _title(root), "language": _language(root)}
    for number, entry in enumerate(entries[:MAX_ENTRIES], 1):
        try:
            yield _document(name, number, entry, channel, damage)
        except Unreadable as problem:
            yield Failure(label(name), f"entry {number} {problem}")
    if len(entries) > MAX_ENTRIES:
        yield Failure(label(name), f"only the first {MAX_ENTRIES:,} of {len(entries):,} entries were read; split it")


def _root(data: bytes) -> tuple:
    """(root, notes): a feed is often not quite XML, and then what can be made out of it is read."""
    try:
        return tree(data), ()
    except Unreadable:
        return tree(data, forgiving=True), ("its XML is damaged or cut off: what could be made out of it is shown",)


def _document(name: str, number: int, entry, channel: dict[str, str], damage: tuple[str, ...]) -> Document:
    fields = {}
    for node in entry:
        if _said(node):
            fields.setdefault(local(node), _said(node))
    text = next((t for kind in _TEXTS if (t := _shown(fields.get(kind, "")))), "")
    published, notes = best(*(_day(fields, kinds) for kinds in _DAYS))
    return make(f"{name}#{_key(fields, number)}", text or fields.get("title", ""), title=_shown(fields.get("title", "")),
                author=fields.get("creator") or fields.get("author", ""), url=_link(entry), published=published, notes=damage + notes, **channel)


def _key(fields: dict[str, str], number: int) -> str:
    return (fields.get("guid") or fields.get("id") or f"entry {number}")[:200]


def _said(node) -> str:
    """What an element says: its text; of an author the name; of XHTML the text in it."""
    if local(node) == "author" and len(node):
        return next((" ".join((n.text or "").split()) for n in node if local(n) == "name"), "")
    if len(node):
        return plain(node).strip()
    return (node.text or "").strip()


def _shown(value: str) -> str:
    return plain(parse(safe(f"<div>{value}</div>"))) if "<" in value or "&" in value else value


def _day(fields: dict[str, str], kinds: tuple[str, ...]):
    kind = next((k for k in kinds if fields.get(k)), "")
    return from_value(fields.get(kind, ""), "feed", f"the feed's {kind}")


def _link(entry) -> str:
    links = [n for n in entry if local(n) == "link"]
    return next((v for n in links for v in [attribute(n, "href") or (n.text or "").strip()]
                 if v and attribute(n, "rel") in ("", "alternate")), "")


def _title(root) -> str:
    channel = next((n for n in root if local(n) == "channel"), root)
    return next((" ".join("".join(n.itertext()).split()) for n in channel if local(n) == "title"), "")


def _language(root) -> str:
    return next((n.text or "" for n in root.iter("{*}language")), "") or attribute(root, "lang")
