"""Which file lists the set, what it lists, and whether that is there."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from checkfirst.measuring.copies import find_copies
from checkfirst.measuring.links import broken_links
from checkfirst.measuring.promises import broken_promises
from checkfirst.measuring.quoting import shortened
from checkfirst.measuring.references import absent_documents
from checkfirst.model.document import Document, Format, Role
from checkfirst.model.set_measures import DocumentSummary, Entry, RawEntry, SetMeasures

#: Files that are an index by their name alone; a README is one only if it lists documents.
_FIRM: Final = {"index.md", "index.rst", "index.txt", "summary.md", "llms.txt", "_sidebar.md", "toc.md", "contents.md"}
_SOFT: Final = {"readme.md", "readme.rst", "readme.txt", "readme"}
_BY_FIRMNESS: Final = {
    "mkdocs.yml": 0,
    "mkdocs.yaml": 0,
    "summary.md": 1,
    "llms.txt": 2,
    "_sidebar.md": 3,
    "index.md": 4,
    "index.rst": 4,
    "index.txt": 4,
    "toc.md": 4,
    "contents.md": 4,
}
_DOCUMENT_SUFFIXES: Final = {
    ".md",
    ".markdown",
    ".mdx",
    ".rst",
    ".txt",
    ".html",
    ".htm",
    ".pdf",
    ".adoc",
    ".docx",
    ".ipynb",
}
_NAV_LINE = re.compile(
    r"^\s+-\s+(?:[\"']?(.*?)[\"']?\s*:\s+)?[\"']?([^\"'#\s][^\"'#]*?\.(?:md|markdown|rst|ipynb|html|txt))[\"']?\s*(?:#.*)?$"
)
_TOCTREE_LINE = re.compile(r"^\s+(?:(.+?)\s*<([^<>]+)>|([\w./\-]+))\s*$")
_PLAIN_LINE = re.compile(
    r"^\s*(?:[-*+•|]|\d+[.)])?\s*([\w][\w./ \-]*\.(?:md|markdown|rst|txt|pdf|html|docx))\b\s*[:|–—-]?\s*(.*)$",
    re.IGNORECASE,
)
_EXTERNAL = re.compile(r"^(?:[a-z][a-z0-9+.\-]*:|//|#|\{\{|<)", re.IGNORECASE)
#: Index files may be huge or hostile; what is past this is not looked at.
_MOST: Final = 20_000
#: Missing targets for which a like name is looked for; the search compares with every file.
_MOST_GUESSED: Final = 50


def raw_entries(document: Document) -> tuple[RawEntry, ...] | None:
    """What a document lists, if its name makes it an index; ``None`` for any other."""
    name = PurePosixPath(document.id).name.lower()
    if name in {"mkdocs.yml", "mkdocs.yaml"}:
        return _nav(document)
    if name not in _FIRM | _SOFT:
        return None
    firm = name in _FIRM
    found = _toctrees(document) if document.format is Format.RESTRUCTUREDTEXT else _listed_links(document, firm)
    if not found and document.format is Format.TEXT:
        found = _plain(document, firm)
    return found if firm or len(found) >= 3 else None


def _listed_links(document: Document, firm: bool) -> tuple[RawEntry, ...]:
    """Links in lists and tables, which is how indexes are written; in a README only those to documents."""
    inside = {
        line
        for s in document.segments
        if s.role in {Role.LIST, Role.TABLE}
        for line in range(s.span.start_line, s.span.end_line + 1)
    }
    lines = document.text.split("\n")
    return tuple(
        RawEntry(line=link.line, title=link.text, target=link.target, quote=shortened(lines[link.line - 1]), firm=firm)
        for link in document.links[:_MOST]
        if link.line in inside and not link.image and not _EXTERNAL.match(link.target) and _names_document(link.target)
    )


def _names_document(target: str) -> bool:
    suffix = PurePosixPath(_bare(target)).suffix.lower()
    return suffix in _DOCUMENT_SUFFIXES


def _bare(target: str) -> str:
    return unquote(target.partition("#")[0].partition("?")[0]).replace("\\", "/").strip()


def _nav(document: Document) -> tuple[RawEntry, ...]:
    """Entries of MkDocs' ``nav`` by line, without a YAML parser: aliases can't blow up, order is kept."""
    found = []
    base, within = "docs", False
    for number, line in enumerate(document.text.split("\n")[:_MOST], start=1):
        if line[:1] not in {" ", "-", "\t", "#", ""}:
            key, _, value = line.partition(":")
            within = key.strip() == "nav"
            if key.strip() == "docs_dir":
                base = value.strip().strip("\"'") or base
        elif within and (match := _NAV_LINE.match(line if line.startswith(" ") else " " + line)):
            found.append((number, match[1] or "", match[2].strip(), line))
    return tuple(
        RawEntry(line=n, title=title, target=target, quote=shortened(line), firm=True, base=base)
        for n, title, target, line in found
        if not _EXTERNAL.match(target)
    )


def _toctrees(document: Document) -> tuple[RawEntry, ...]:
    lines = document.text.split("\n")
    found = []
    for segment in document.segments:
        if segment.role is not Role.NAVIGATION:
            continue
        globbed = any(":glob:" in line for line in lines[segment.span.start_line - 1 : segment.span.end_line])
        for number in range(segment.span.start_line + 1, segment.span.end_line + 1):
            match = _TOCTREE_LINE.match(lines[number - 1])
            if match is None or globbed or lines[number - 1].strip().startswith(":"):
                continue
            target = match[2] or match[3]
            if target not in {"self", "genindex", "modindex", "search"} and not _EXTERNAL.match(target):
                found.append(
                    RawEntry(
                        line=number, title=match[1] or "", target=target, quote=shortened(lines[number - 1]), firm=True
                    )
                )
    return tuple(found)


def _plain(document: Document, firm: bool) -> tuple[RawEntry, ...]:
    """``name.md: what it is`` on lines of their own."""
    found = []
    for number, line in enumerate(document.text.split("\n")[:_MOST], start=1):
        if match := _PLAIN_LINE.match(line):
            found.append(RawEntry(line=number, title=match[2], target=match[1], quote=shortened(line), firm=firm))
    return tuple(found)


def measure_set(
    documents: tuple[DocumentSummary, ...], present: Iterable[str], unread: int, vocabulary: Mapping[bytes, int]
) -> SetMeasures:
    """The set's indexes, their entries resolved against what is there, and what no index lists.

    ``present`` names every file and folder known below the root, read or not; ``vocabulary`` numbers words.
    """
    there = set(present)
    indexes = _with_principal(d for d in documents if d.entries is not None)
    entries = _entries(indexes, there)
    return SetMeasures(
        documents=documents,
        indexes=tuple(index.id for index in indexes),
        entries=tuple(entries),
        unlisted=_unlisted(documents, indexes, entries),
        broken_links=broken_links(documents, frozenset(there)),
        copies=find_copies(documents),
        absent=absent_documents(documents, frozenset(there)),
        promises=broken_promises(documents, tuple(entries), vocabulary),
        unread=unread,
    )


def _entries(indexes: list[DocumentSummary], there: set[str]) -> list[Entry]:
    """The entries of all indexes with the paths that they resolve to."""
    lower = {path.lower(): path for path in sorted(there)}
    entries: list[Entry] = []
    guesses = _MOST_GUESSED
    for index in indexes:
        for raw in index.entries or ():
            path = _resolved(index.id, raw)
            exists = path is not None and _is_there(path, there)
            near = None
            if not exists and path is not None and guesses > 0:
                guesses -= 1
                near = lower.get(path.lower()) or _nearest(path, there)
            entries.append(
                Entry(
                    index=index.id,
                    line=raw.line,
                    title=raw.title,
                    target=raw.target,
                    path=path,
                    exists=exists,
                    quote=raw.quote,
                    firm=raw.firm,
                    nearest=near,
                )
            )
    return entries


def _with_principal(indexes: Iterable[DocumentSummary]) -> list[DocumentSummary]:
    """Only the set's principal index makes firm promises: the highest one, of the firmest name.

    Below it, a folder's own page lists what it likes, and misses what its author moved.
    """

    def rank(index: DocumentSummary) -> tuple[int, int, str]:
        path = PurePosixPath(index.id)
        return (_BY_FIRMNESS.get(path.name.lower(), 9), len(path.parts), index.id)

    ranked = sorted(indexes, key=rank)
    return [
        index if n == 0 else replace(index, entries=tuple(replace(entry, firm=False) for entry in index.entries or ()))
        for n, index in enumerate(ranked)
    ]


def _resolved(index: str, raw: RawEntry) -> str | None:
    """The entry's path from the root; ``None`` when it leaves the set or names nothing."""
    target = _bare(raw.target)
    if not target or any(sign in target for sign in "*?[{"):
        return None
    folder = "" if target.startswith("/") else posixpath.join(posixpath.dirname(index), raw.base)
    path = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
    return None if path == ".." or path.startswith("../") or path == "." else path


def _is_there(path: str, there: set[str]) -> bool:
    """A file, a folder, or a page by the name under which a site generator serves it."""
    stem = path.removesuffix(".html").removesuffix(".htm")
    tried = (path, *(stem + s for s in (".md", ".rst", ".txt", ".mdx", ".ipynb", ".adoc")))
    return any(t in there for t in tried) or any(
        f"{path}/{name}" in there for name in ("index.md", "README.md", "index.rst")
    )


def _nearest(path: str, there: set[str]) -> str | None:
    names: dict[str, str] = {}
    for other in sorted(there):
        names.setdefault(PurePosixPath(other).name, other)
    close = get_close_matches(PurePosixPath(path).name, list(names)[:5000], n=1, cutoff=0.75)
    return names[close[0]] if close else None


def _unlisted(
    documents: tuple[DocumentSummary, ...], indexes: list[DocumentSummary], entries: list[Entry]
) -> tuple[str, ...]:
    """Documents in or below the folder of a firm index that no index of the set leads to."""
    firm = [index for index in indexes if index.entries and all(e.firm for e in index.entries)]
    folders = {posixpath.join(posixpath.dirname(i.id), (i.entries or ())[0].base) for i in firm}
    listed = {e.path for e in entries} | {index.id for index in indexes}
    stems = {p.rpartition(".")[0] or p for p in listed if p}
    return tuple(
        d.id
        for d in documents
        if d.written
        and d.id not in listed
        and (d.id.rpartition(".")[0] or d.id) not in stems
        and PurePosixPath(d.id).name.lower() not in _FIRM | _SOFT
        and any(folder in {"", "."} or d.id.startswith(folder.rstrip("/") + "/") for folder in folders)
    )
