"""The evidence pack: all of a project in one zip, the same bytes every time, and whether a pack is still as it was made.

What it proves: that the files in it are those of which the manifest lists the SHA-256, and that every quote stands in
its document where the pack says. What it does not prove: who made it, or when. It is no signature: whoever can alter
a file can make a new manifest. So the manifest's own hash is printed when a pack is made; written down, or sent
another way, it tells a later reader that this is the same pack.
"""

import hashlib
import io
import json
import re
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from timeline import frame, records
from timeline.project import Project
from timeline.project.problem import Problem

_EVENTS = "events.jsonl"
MANIFEST, SUMS, ABOUT = "manifest.json", "manifest.sha256", "READ-ME.txt"
FORM = 1
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHRONOLOGIES = ("docx", "html", "csv", "mentions")
_MOST = 50_000_000  # bytes of a manifest, or of a list of witnesses, that are read at once
_CHUNK = 1 << 20
_ABOUT = """An evidence pack of a timeline.

chronology.docx, chronology.html, chronology.csv   the events; the CSV file has their ids, EDTF values, rules and scores
chronology.mentions.csv   their witnesses: document, offsets, quote, rule
sources/      the files as they were given, byte for byte
texts/        the text that was read from each; every offset counts its characters (code points)
events.jsonl  each event with its witnesses: document, offsets, quote, rule; also those that were hidden by hand, which
              stand in no chronology
edits.jsonl   every decision of a person, with name and time, the undone ones too
orphans.jsonl the decisions that find nothing to apply to any more
versions.json the programs that read and extracted
manifest.json every file above with its size and SHA-256; manifest.sha256 has the hash of the manifest itself

A document that was taken out is not here; the log keeps its name and the words that decisions were made on.

To check it: timeline verify PACK.zip, or any program that computes SHA-256. A good result proves that the files are
those the manifest lists and that every quote stands in its text. It proves neither who made the pack nor when: it is
no signature. Compare the manifest's hash with the one you were given when the pack was made.
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found: the manifest's hash ("" if there is none), how many files were compared, and what is wrong."""

    manifest: str
    files: int
    problems: tuple[str, ...]


def write(project: Project, path) -> str:
    """Write the pack; gives the SHA-256 of its manifest. The file appears whole or not at all, and replaces none."""
    path = Path(path)
    if path.exists():
        raise Problem(f"{path.name} is there already and was left as it is. Choose another name for the pack.")
    if project.is_stale():
        raise Problem("Documents were added or dated since the last extraction. Extract first: timeline project extract")
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as stream:
            manifest = _write(stream, _files(project))
        part.replace(path)
    except OSError as error:
        raise Problem(f"{path.name} could not be written ({(error.strerror or 'unknown error').lower()}).") from None
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _files(project: Project) -> Iterator[tuple[str, bytes]]:
    """Every file of the pack but those about the pack itself."""
    from timeline.export import written
    from timeline.folder import modules

    with project.store.reading():
        timeline, log = project.timeline(), project.edits()
        everything, orphans = project.replayed()
        rows = frame.events_frame(timeline)
        for name in _CHRONOLOGIES:
            form = modules("timeline.export")[name]
            yield f"chronology{form.SUFFIX}", written(form, rows, timeline)
        yield _EVENTS, _lines(everything)
        yield "edits.jsonl", _lines(log)
        yield "orphans.jsonl", _lines(orphans)
        yield "versions.json", _json(project.store.runs()[-1:])
        out = project.taken_out()
        everyone = project.store.documents()
        shelf = [one for one in everyone if one[0].doc_id not in out]
        gone = {one[1] for one in everyone} - {one[1] for one in shelf}
        yield "documents.json", _json([{"doc_id": d.doc_id, "name": d.name, "published": records.plain(d.published), "source_sha256": source,
                                        "text": f"texts/{d.doc_id}.txt", "text_sha256": sha256} for d, source, sha256, _ in shelf])
        for source in (one for one in project.store.sources() if one["sha256"] not in gone):
            yield f"sources/{source['sha256'][:16]}-{_safe(source['name'])}", project.store.source_bytes(source["sha256"])
        for document, *_ in shelf:
            yield f"texts/{document.doc_id}.txt", document.text.encode("utf-8", "surrogatepass")


def _lines(things: Iterable) -> bytes:
    return "".join(json.dumps(asdict(thing), sort_keys=True) + "\n" for thing in things).encode()


def _json(value) -> bytes:
    return (json.dumps(value, indent=1, sort_keys=True, ensure_ascii=True) + "\n").encode()


def _safe(name: str) -> str:
    """A name that is only a name, in any file system: letters, digits, dot, dash; the hash before it tells files apart."""
    return re.sub(r"[^A-Za-z0-9.-]+", "_", name.replace("\\", "/").rsplit("/", 1)[-1])[-60:].lstrip(".") or "file"


def _write(stream, files: Iterable[tuple[str, bytes]]) -> str:
    """The zip: uncompressed and without times, so that its bytes follow from its files alone."""
    listed = []
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files:
            listed.append({"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()})
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data)
        about = _ABOUT.encode()
        listed.append({"path": ABOUT, "size": len(about), "sha256": hashlib.sha256(about).hexdigest()})
        manifest = _json({"form": FORM, "files": listed})
        for name, data in ((ABOUT, about), (MANIFEST, manifest), (SUMS, _sums(manifest))):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data)
    return hashlib.sha256(manifest).hexdigest()


def _sums(manifest: bytes) -> bytes:
    return f"{hashlib.sha256(manifest).hexdigest()}  {MANIFEST}\n".encode()


def verify(path, expected: str = "") -> Verdict:
    """Compare a pack with its manifest, and the manifest with the hash that was `expected`, if one is given.

    Every altered, missing or added file is named. Nothing is unpacked, and no byte of it is run or followed.
    """
    path = Path(path)
    try:
        with path.open("rb") as stream, zipfile.ZipFile(stream) as archive:
            return _verdict(archive, stream, expected.strip().lower())
    except OSError as error:
        raise Problem(f"{path.name} cannot be opened ({(error.strerror or 'unknown error').lower()}). Check its name and place.") from None
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, RuntimeError, zipfile.LargeZipFile):
        return Verdict("", 0, (f"{path.name} is no zip archive any more, or was never a pack.",))


def _verdict(archive: zipfile.ZipFile, stream, expected: str) -> Verdict:
    names = [member.filename for member in archive.infolist()]
    problems = [f"{name} is in the pack twice" for name, times in sorted(Counter(names).items()) if times > 1]
    manifest = _read(archive, MANIFEST)
    if manifest is None:
        return Verdict("", 0, (*problems, "The manifest is missing or cannot be read: this is no pack, or it was altered."))
    found = hashlib.sha256(manifest).hexdigest()
    if expected and found != expected:
        problems.append(f"{MANIFEST} is not the one expected: its SHA-256 is {found}")
    if _read(archive, SUMS) != _sums(manifest):
        problems.append(f"{MANIFEST} or {SUMS} was altered: they do not belong together")
    listed = _listed(manifest)
    if listed is None:
        return Verdict(found, 0, (*problems, f"{MANIFEST} was altered: it is no list of files"))
    problems += _compared(archive, listed, names)
    if not problems and not _same_bytes(archive, stream):
        problems.append("The archive was altered outside of its files: bytes were added, or its table of contents was changed")
    return Verdict(found, len(listed), (*problems, *(_misquotes(archive, listed) if not problems else ())))


def _listed(manifest: bytes) -> dict[str, dict] | None:
    try:
        return {str(one["path"]): one for one in json.loads(manifest)["files"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _compared(archive: zipfile.ZipFile, listed: dict[str, dict], names: list[str]) -> list[str]:
    there = set(names)
    found = [f"{name} is missing" for name in listed if name not in there]
    found += [f"{name} was added: the manifest does not list it" for name in names if name not in listed and name not in (MANIFEST, SUMS)]
    return found + [f"{name} was altered" for name, one in listed.items() if name in there and not _is_same(archive, name, one)]


def _is_same(archive: zipfile.ZipFile, name: str, one: dict) -> bool:
    """Whether a member has the size and hash that the manifest lists; it is read no further than that size."""
    member = archive.getinfo(name)
    if member.compress_type != zipfile.ZIP_STORED or member.file_size != one.get("size"):
        return False
    digest = hashlib.sha256()
    try:
        with archive.open(name) as stream:
            while piece := stream.read(_CHUNK):
                digest.update(piece)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        return False
    return digest.hexdigest() == one.get("sha256")


def _read(archive: zipfile.ZipFile, name: str) -> bytes | None:
    try:
        member = archive.getinfo(name)
        return archive.read(name) if member.file_size <= _MOST and member.compress_type == zipfile.ZIP_STORED else None
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        return None


def _same_bytes(archive: zipfile.ZipFile, stream) -> bool:
    """Whether the zip is what its files alone make: it is made again and compared."""
    with tempfile.TemporaryFile() as again:
        with zipfile.ZipFile(again, "w", zipfile.ZIP_STORED) as copy:
            for member in archive.infolist():
                copy.writestr(zipfile.ZipInfo(member.filename, _EPOCH), archive.read(member))
        again.seek(0)
        stream.seek(0)
        while True:
            one, other = again.read(_CHUNK), stream.read(_CHUNK)
            if one != other:
                return False
            if not one:
                return True


def _misquotes(archive: zipfile.ZipFile, listed: dict[str, dict]) -> list[str]:
    """The events whose witnesses do not stand in their texts. A pack may be whole and yet not be one that this program made."""
    found, texts = [], {}
    with archive.open(_EVENTS) if _EVENTS in listed else io.BytesIO() as lines:
        for number, line in enumerate(lines, 1):
            try:
                found += _misquoted(json.loads(line), archive, listed, texts)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                found.append(f"{_EVENTS} is not as this program writes it (line {number})")
    return found


def _misquoted(event: dict, archive: zipfile.ZipFile, listed: dict[str, dict], texts: dict[str, str]) -> list[str]:
    found = []
    for mention in event["mentions"]:
        name = f"texts/{mention['doc_id']}.txt"
        if name in listed and name not in texts:
            texts[name] = archive.read(name).decode("utf-8", "surrogatepass")
        if name in texts and texts[name][mention["start_char"]:mention["end_char"]] != mention["exact"]:
            found.append(f"{_EVENTS} quotes words that do not stand in {name}")
    return found
