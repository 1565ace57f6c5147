"""Rich Text Format (RTF 1.9.1): its text, with notes after the paragraph that calls them, and what \\info says of it."""

import codecs
import re
from collections.abc import Iterator

from timeline.model import Document
from timeline.read._document import make
from timeline.read._file_name import from_name
from timeline.read._paged import BREAK, blocks, unmark
from timeline.read._published import best
from timeline.read._text import Unreadable

TITLE = "Rich text (RTF)"
ORDER = 62
SUFFIXES = (".rtf",)
MAX_DEPTH = 10_000
_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.S)
_SIGNS = {"par": "\n\n", "sect": "\n\n", "row": "\n\n", "line": "\n", "cell": "\t", "nestcell": "\t", "nestrow": "\n\n", "tab": "\t",
          "page": "\n\n" + BREAK, "softpage": BREAK, "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
          "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " "}
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n\n", b"\r": "\n\n", b"-": ""}
_ASIDE = frozenset("""fonttbl colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable
    listoverridetable rsidtbl generator header headerl headerr headerf footer footerl footerr footerf fldinst xmlnstbl bkmkstart
    bkmkend annotation atnid atnauthor atndate atrfstart atrfend nonshppict shpinst filetbl revtbl mmathpr ftnsep ftnsepc
    aftnsep pntext datafield objdata blipuid listtext""".split())
_HIDES = {"v": "words that are formatted as hidden", "deleted": "deleted words"}
_FACTS = {"title", "author", "company", "doccomm", "subject"}
_CHARSETS = {0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
             163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}


def read(name: str, data: bytes) -> Iterator[Document]:
    """One Document. Raises Unreadable where it has no text, or its groups nest too deep."""
    reader = _Reader()
    reader.feed(data)
    text, pages = unmark(blocks(_paired("".join(reader.pieces)).split("\n\n")))
    if not text.strip():
        raise Unreadable("is an RTF file with no text in it; save it anew, or paste its text")
    facts = {key: " ".join("".join(value).split()) for key, value in reader.facts.items()}
    published, remarks = best(from_name(name))
    notes = tuple(f"set aside: its {_HIDES[word]}" for word in sorted(reader.was_hidden))
    notes += ("its end is missing: the file is cut off",) if reader.depth > 0 else ()
    yield make(name, text, title=facts.get("title", ""), author=facts.get("author", ""), source=facts.get("company", ""),
               published=published, notes=remarks + notes, pages=pages)


def _paired(text: str) -> str:
    """The text with its halves of UTF-16 pairs put together; a half alone is unshowable."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class _Reader:
    """The state of a group: where its text goes, its code page, and how many bytes stand in for a \\u character."""

    def __init__(self):
        self.pieces: list[str] = []
        self.facts: dict[str, list[str]] = {}
        self._state = (self.pieces, "cp1252", 1)  # sink (None: set aside), encoding, fallback bytes
        self._stack: list[tuple] = []
        self._fonts: dict[int, str] = {}
        self._notes: list[tuple[list, list]] = []
        self._font, self._skip, self._is_new, self._star = 0, 0, False, False
        self._bytes, self._base = bytearray(), "cp1252"
        self._hidden: frozenset[str] = frozenset()  # why what comes now is not shown: v, deleted
        self.was_hidden: set[str] = set()

    @property
    def depth(self) -> int:
        return len(self._stack)

    def feed(self, data: bytes) -> None:
        at = 0
        while hit := _TOKEN.search(data, at):
            word, number, code, symbol, brace, plain = hit.groups()
            at = hit.end()
            if code:
                self._byte(int(code, 16))
                continue
            if plain:
                self._plain(plain)
                continue
            self._flush()
            if brace:
                self._group(brace)
            elif word:
                at += self._word(word.decode(), int(number) if number else None, data, at)
            elif symbol == b"*":
                self._star = True
            elif symbol:
                self._write(_SYMBOLS.get(symbol, ""))
        self._flush()
        self._put_notes()

    def _byte(self, code: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(code)

    def _plain(self, plain: bytes) -> None:
        skipped = min(self._skip, len(plain))
        self._skip -= skipped
        self._bytes += plain[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            self._write(self._bytes.decode(self._state[1], "replace"))
            self._bytes.clear()

    def _write(self, text: str) -> None:
        self._is_new = False
        if self._hidden and self._state[0] is not None and text.strip():
            self.was_hidden |= self._hidden
        elif self._state[0] is not None and text:
            if self._state[0] is self.pieces and text == "\n\n":
                self._put_notes()
            self._state[0].append(text)

    def _put_notes(self) -> None:
        for said in self._notes:
            self.pieces.append("\n\n[*] " + " ".join("".join(said).split()))
        self._notes = []

    def _group(self, brace: bytes) -> None:
        self._skip, self._star = 0, False
        if brace == b"}":
            if self._stack:
                self._state, self._hidden = self._stack.pop()
            return
        if len(self._stack) >= MAX_DEPTH:
            raise Unreadable("has groups that are nested too deep; save its text as txt")
        self._stack.append((self._state, self._hidden))
        self._is_new = True

    def _word(self, word: str, number: int | None, data: bytes, at: int) -> int:
        """Obeys a control word; the count of bytes after it that are its own."""
        is_first, self._is_new = self._is_new, False
        star, self._star = self._star, False
        sink, encoding, stand_ins = self._state
        if word == "bin":
            return max(0, min(number or 0, len(data) - at))
        if word in _ASIDE or star and word not in ("footnote", "shptxt"):
            self._state = (None, encoding, stand_ins)
        elif word in _FACTS and is_first and sink is None:
            self._state = (self.facts.setdefault(word, []), encoding, stand_ins)
        elif word == "footnote" and sink is not None:
            self._notes.append([])
            sink.append("[*]")
            self._state = (self._notes[-1], encoding, stand_ins)
        elif word == "u" and number is not None:
            self._write(chr(number % 65536))
            self._skip = stand_ins
        elif word == "uc":
            self._state = (sink, encoding, min(max(number or 0, 0), 9))
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in _HIDES:
            self._hidden = self._hidden - {word} if number == 0 else self._hidden | {word}
        else:
            self._encoding(word, number)
        return 0

    def _encoding(self, word: str, number: int | None) -> None:
        sink, _, stand_ins = self._state
        if word in ("ansicpg", "mac", "pc") :
            self._base = _known({"mac": "mac_roman", "pc": "cp437"}.get(word, f"cp{number}")) or self._base
            self._state = (sink, self._base, stand_ins)
        elif word == "f" and number is not None:
            self._font = number
            self._state = (sink, self._fonts.get(number, self._base), stand_ins)
        elif word == "fcharset" and number in _CHARSETS and len(self._fonts) < 10_000:
            self._fonts[self._font] = _CHARSETS[number] if number else self._base
        elif word == "plain":
            self._state, self._hidden = (sink, self._base, stand_ins), frozenset()


def _known(encoding: str) -> str:
    encoding = {"cp65001": "utf-8", "cp936": "gbk", "cp950": "big5"}.get(encoding, encoding)
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return ""
