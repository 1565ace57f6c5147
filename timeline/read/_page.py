"""The source of a web page -> a tree that is safe to work on -> its text and metadata."""

import re
from datetime import date

from timeline.read._text import Unreadable

MAX_PAGE = 10_000_000  # characters of source
MAX_PARTS = 60_000  # tags, above which the whole text is taken instead of looking for the article
MAX_TAGS = 1_000_000
MAX_ATTRIBUTES = 300  # of one tag: the parser's time grows with their square
_LONG_TAG = 2 * MAX_ATTRIBUTES
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?+)?+"""
_ONE = re.compile(_ATTRIBUTE)
_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+((?:{_ATTRIBUTE})*+)")  # every quantifier is possessive: linear on any text
_TOKEN = re.compile(rf"""<!--(?:[^-]++|-(?!->))*+(?:-->)?|<(?P<raw>script|style|title|textarea|xmp|iframe|noembed|noframes)
    (?=[\s/>])(?P<attributes>(?:{_ATTRIBUTE})*+)[\s/]*+>?(?:[^<]++|<(?!/(?P=raw)))*+|<[a-z][^\s/>]*+((?:{_ATTRIBUTE})*+)""", re.I | re.X)
_UNSEEN = {"script", "style", "noscript", "template", "svg", "head", "iframe", "object"}
_BLOCKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "blockquote", "pre",
           "table", "ul", "ol", "dl", "dt", "dd", "header", "footer", "main", "aside", "figcaption", "hr", "title", "body"}


def safe(source: str) -> str:
    """The source, without its scripts where these could be taken for tags with very many attributes.

    Raises Unreadable for a page too large, or one that would keep the parser busy for hours. Tags are looked for as
    the HTML standard (13.2.5) does and as if scripts and comments were none, since parsers differ in that.
    """
    if len(source) > MAX_PAGE:
        raise Unreadable(f"is too large a web page ({len(source):,} characters; the limit is {MAX_PAGE:,}); save its text as txt")
    if source.count("<") > MAX_TAGS:
        raise Unreadable(f"has too many tags (the limit is {MAX_TAGS:,}); save its text as txt")
    if _is_tame(source):
        return source
    source = _TOKEN.sub(_without_script, source)
    if not _is_tame(source):
        raise Unreadable(f"has a tag with more than {MAX_ATTRIBUTES:,} attributes, which no honest page has; save its text as txt")
    return source


def _is_tame(source: str) -> bool:
    return not any(hit.end() - hit.start() > _LONG_TAG and _attributes(hit) > MAX_ATTRIBUTES
                   for pattern in (_TAG, _TOKEN) for hit in pattern.finditer(source))


def _attributes(hit: re.Match) -> int:
    return max(sum(1 for _ in _ONE.finditer(part or "")) for part in hit.groups())


def _without_script(hit: re.Match) -> str:
    if hit[0].startswith("<!--"):
        return ""
    is_script = (hit["raw"] or "").lower() in ("script", "style")
    return hit[0] if not is_script or "ld+json" in hit["attributes"] and _is_tame(hit[0]) else ""


def parse(source: str):
    """The page's lxml tree. Raises Unreadable where there is none, or its parts nest deeper than the parser follows."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise Unreadable("is a web page that cannot be parsed; save its text as txt") from None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise Unreadable("has no text that can be reached: its parts are nested too deep; save its text as txt")
    return tree


def article(tree) -> str:
    """The main text by trafilatura, one paragraph a line; "" if it finds none."""
    from copy import deepcopy

    import trafilatura

    try:
        return trafilatura.extract(deepcopy(tree), include_comments=False, output_format="txt") or ""
    except Exception:  # whatever a hostile page provokes in it, the plain text is still there
        return ""


def plain(tree) -> str:
    """All the text a page shows, a line a block."""
    from lxml import etree

    pieces: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for step, node in walk:
        if step == "start" and node.tag in _UNSEEN:
            walk.skip_subtree()
        elif step == "start":
            pieces += ("\0" if node.tag in _BLOCKS else "", node.text or "")
        else:
            pieces += ("\0" if node.tag in _BLOCKS else "", node.tail or "")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\0"))
    return "\n".join(line for line in lines if line)


def metadata(tree) -> dict[str, str]:
    """title, author, source, url, language, and `fast`: the day htmldate's fast mode finds; "" where unknown."""
    from copy import deepcopy

    from trafilatura.metadata import extract_metadata

    options = {"extensive_search": False, "original_date": True, "max_date": date.today().isoformat()}
    try:
        found = extract_metadata(deepcopy(tree), date_config=options)
    except Exception:  # see article()
        return {"language": _language(tree), "title": tree.findtext(".//title") or ""}
    return {"title": found.title or "", "author": found.author or "", "source": found.sitename or "",
            "url": found.url or "", "fast": found.date or "", "language": _language(tree)}


def _language(tree) -> str:
    return tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or ""
