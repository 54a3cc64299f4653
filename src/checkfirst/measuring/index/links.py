"""Links between the documents of a set, held against what is there. Nothing is fetched."""

import posixpath
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from checkfirst.measuring.index.anchors import Dialect, anchor_names
from checkfirst.measuring.index.fuzzy_names import Names
from checkfirst.model.document import Anchor, Document, Link
from checkfirst.model.formats import Trait
from checkfirst.model.measures import Quote
from checkfirst.model.set_measures import BrokenLink, DocumentSummary, LinkFault, OutgoingLink
from checkfirst.safe_text import shortened

#: A link that no file of the set is meant by: another scheme, a template's blank, a formula.
_NOT_OURS = re.compile(r"^(?:[a-z][a-z0-9+.\-]*:|//)|[{}<>$|\\]|%7B|\s{2}", re.IGNORECASE)
#: Links of one document that are looked at.
_MOST: Final = 50_000
_MARKUP: Final = (".md", ".markdown", ".mdx", ".rst", ".txt", ".html", ".htm", ".adoc", ".ipynb")
_FOLDER_PAGES: Final = ("README.md", "index.md", "readme.md", "README.rst", "index.rst", "index.html", "_index.md")
#: Tabs of Material for MkDocs, snippets and includes, whose names the text alone does not give.
_MORE_PLACES: Final = (
    '=== "',
    '==+ "',
    '==! "',
    "8<-",
    "{% include",
    "{%- include",
    "{{#include",
    "{{#rustdoc",
    ".. include::",
)
#: Places on a page that every browser knows.
_EVERYWHERE: Final = {"", "top", "_top"}
#: Lines of a source file, as code hosts name them.
_LINES = re.compile(r"L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$")
#: Names that scripts and site generators make, not the document.
_SCRIPTED = re.compile(r"^(?:!|/|:~:|\?)")
_MOST_GUESSED: Final = 200


def outgoing_links(document: Document) -> tuple[OutgoingLink, ...]:
    """The links of a document that may lead to a file of the set, with the lines they stand on."""
    lines = document.text.split("\n") if document.line_map.is_identity else []
    return tuple(
        OutgoingLink(
            target=link.target.strip(),
            quote=_quote(link, lines),
            image=link.image,
        )
        for link in document.links[:_MOST]
        if link.target.strip() and not _NOT_OURS.search(link.target)
    )


def _quote(link: Link, lines: list[str]) -> Quote:
    """The line of a link; in formats that have no lines of their own, the words of the link."""
    inside = link.span.start_line <= len(lines)
    said = lines[link.span.start_line - 1] if inside else link.text or link.target
    return Quote(span=link.span, text=shortened(said))


def known_anchors(document: Document) -> tuple[Anchor, ...] | None:
    """The places that a link can name, or ``None`` where they can't be known: tabs and includes make more of them."""
    if Trait.ANCHORS not in document.traits or any(sign in document.text for sign in _MORE_PLACES):
        return None
    return document.anchors


def broken_links(documents: tuple[DocumentSummary, ...], present: frozenset[str]) -> tuple[BrokenLink, ...]:
    """Links whose file, or whose place in it, is not there, in the order of documents and lines."""
    there = _There(documents, present)
    found = []
    for document in documents:
        by_target: dict[str, list[OutgoingLink]] = {}
        for link in document.links:
            by_target.setdefault(link.target, []).append(link)
        for target, links in by_target.items():
            if fault := there.fault(document.path, target):
                kind, path, nearest = fault
                found.append(
                    BrokenLink(
                        path=document.path,
                        target=target,
                        fault=kind,
                        target_path=path,
                        nearest=nearest,
                        links=tuple(links),
                    )
                )
    return tuple(found)


def dialect_of(present: Iterable[str]) -> Dialect:
    """Who makes the names of headings, guessed from the files of the tree."""
    names = {PurePosixPath(path).name for path in present}
    for dialect, marks in (
        (Dialect.MKDOCS, {"mkdocs.yml", "mkdocs.yaml"}),
        (Dialect.MDBOOK, {"book.toml"}),
        (Dialect.SPHINX, {"conf.py"}),
    ):
        if names & marks:
            return dialect
    return Dialect.GITHUB


class _There:
    """What is there, looked up many times."""

    def __init__(self, documents: tuple[DocumentSummary, ...], present: frozenset[str]) -> None:
        # Records come without folders; a link to one is as good as to its page.
        self.present = present | {str(folder) for path in present for folder in PurePosixPath(path).parents}
        self.lower = {path.lower(): path for path in sorted(present, reverse=True)}
        self.by_id = {document.path: document for document in documents}
        self.dialect = dialect_of(present)
        self.names: dict[str, dict[str, str]] = {}
        self.guesses = _MOST_GUESSED
        self.near: Names | None = None
        self.by_name: dict[str, str] = {}
        for path in sorted(present):
            self.by_name.setdefault(PurePosixPath(path).name, path)

    def fault(self, source: str, target: str) -> tuple[LinkFault, str | None, str] | None:
        """What is wrong with a link: the fault, the path that was meant, the nearest name."""
        path_part, _, fragment = target.partition("#")
        path_part = path_part.partition("?")[0]
        if not path_part:
            near = self.wrong_place(source, fragment)
            return None if near is None else (LinkFault.ANCHOR, source, near)
        path = self.resolved(source, path_part)
        if path is None:
            return (LinkFault.OUTSIDE, None, "")
        if path == "":
            return None
        found = self.found(path)
        if found is None:
            return (LinkFault.FILE, path, self.nearest(path))
        near = self.wrong_place(found, fragment)
        return None if near is None else (LinkFault.ANCHOR, found, near)

    def resolved(self, source: str, target: str) -> str | None:
        """The path from the root; empty where that can't be told, ``None`` where it leaves the set."""
        if target.startswith("/"):
            inside = target.strip("/")
            # A path from the site's root: ours only if its first folder is here.
            return posixpath.normpath(inside) if inside.partition("/")[0] in self.present else ""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), target.replace("\\", "/")))
        return None if path == ".." or path.startswith("../") else path

    def found(self, path: str) -> str | None:
        """The file or folder that a path means, as it is or decoded, or as the page that is served under it."""
        for tried in dict.fromkeys((path, unquote(path))):
            if tried == "." or tried in self.present:
                return self.page_of(tried)
            stem = tried.removesuffix(".html").removesuffix(".htm")
            for suffix in _MARKUP:
                if stem + suffix in self.present:
                    return stem + suffix
            if "/" not in stem and stem in self.present:
                return self.page_of(stem)
        return None

    def page_of(self, path: str) -> str:
        """The page shown for a folder, or the path itself."""
        pages = (posixpath.normpath(posixpath.join(path, name)) for name in _FOLDER_PAGES)
        return path if path in self.by_id else next((page for page in pages if page in self.by_id), path)

    def wrong_place(self, path: str, fragment: str) -> str | None:
        """``None`` where the place is there or can't be told; else the nearest name, or nothing."""
        if fragment in _EVERYWHERE or _LINES.match(fragment) or _SCRIPTED.match(fragment):
            return None
        document = self.by_id.get(path)
        if document is None or document.anchors is None:
            return None
        if path not in self.names:
            self.names[path] = anchor_names(document.anchors, self.dialect)
        names = self.names[path]
        wanted = unquote(fragment)
        if not {fragment, wanted, f"user-content-{wanted}", wanted.removeprefix("user-content-")}.isdisjoint(names):
            return None
        if wanted.lower() in names:
            # Code hosts find names whatever their case; others may not, but nobody is sent astray by much.
            return None
        if self.guesses <= 0:
            return ""
        self.guesses -= 1
        return Names(names).nearest(wanted.lower(), cutoff=0.6) or ""

    def nearest(self, path: str) -> str:
        """A file much like one that is missing: another case, another folder, a slip of the pen."""
        if (same := self.lower.get(path.lower())) is not None:
            return same
        name = PurePosixPath(path).name
        if name in _FOLDER_PAGES:
            # Every folder has such a page: the name says nothing.
            return ""
        if name in self.by_name:
            return self.by_name[name]
        if self.guesses <= 0:
            return ""
        self.guesses -= 1
        self.near = self.near or Names(self.by_name)
        close = self.near.nearest(name, cutoff=0.75)
        return self.by_name[close] if close else ""
