"""Links between the documents of a set, held against what is there. Nothing is fetched."""

import posixpath
import re
from typing import Final
from urllib.parse import unquote

from checkfirst.measuring.index.anchors import Dialect, anchor_names
from checkfirst.measuring.index.fuzzy_names import Names
from checkfirst.measuring.index.targets import Targets, TargetState, is_no_name, leads_elsewhere, written_path
from checkfirst.model.document import Anchor, Document, Link
from checkfirst.model.formats import Trait
from checkfirst.model.measures import Quote
from checkfirst.model.set_measures import BrokenLink, DocumentSummary, LinkFault, OutgoingLink
from checkfirst.safe_text import shortened

#: Links of one document that are looked at.
_MOST: Final = 50_000
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
#: How like the name of a place must be, by ``difflib``'s ratio, to be meant. Not measured.
_LIKE: Final = 0.6


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
        if link.target.strip() and _may_lead_within(link.target)
    )


def _may_lead_within(target: str) -> bool:
    """Whether a file of the set may be meant; in running text a backslash is a formula's."""
    return not (leads_elsewhere(target) or is_no_name(target) or "\\" in target)


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


def broken_links(documents: tuple[DocumentSummary, ...], targets: Targets, dialect: Dialect) -> tuple[BrokenLink, ...]:
    """Links whose file, or whose place in it, is not there, in the order of documents and lines."""
    anchors = _Anchors(documents, targets, dialect)
    found = []
    for document in documents:
        by_target: dict[str, list[OutgoingLink]] = {}
        for link in document.links:
            by_target.setdefault(link.target, []).append(link)
        for target, links in by_target.items():
            if fault := _fault(document.path, target, anchors):
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


def _fault(source: str, target: str, anchors: "_Anchors") -> tuple[LinkFault, str | None, str] | None:
    """What is wrong with a link: the fault, the path that was meant, the nearest name."""
    fragment = target.partition("#")[2]
    if not written_path(target):
        return anchors.fault(source, fragment)
    found = anchors.targets.find(posixpath.dirname(source), target)
    match found.whereabouts:
        case TargetState.OUTSIDE:
            return (LinkFault.OUTSIDE, None, "")
        case TargetState.MISSING:
            return (LinkFault.FILE, found.path, anchors.targets.nearest(found.path or ""))
        case _:
            return anchors.fault(found.file, fragment) if found.file else None


class _Anchors:
    """The places that links can name, by document; their names are made when the first link asks for one."""

    def __init__(self, documents: tuple[DocumentSummary, ...], targets: Targets, dialect: Dialect) -> None:
        self.targets = targets
        self.anchors = {document.path: document.anchors for document in documents}
        self.dialect = dialect
        self.names: dict[str, dict[str, str]] = {}

    def fault(self, path: str, fragment: str) -> tuple[LinkFault, str, str] | None:
        """``None`` where the place is there or can't be told; else the fault with the nearest name, or nothing."""
        if fragment in _EVERYWHERE or _LINES.match(fragment) or _SCRIPTED.match(fragment):
            return None
        known = self.anchors.get(path)
        if known is None:
            return None
        if path not in self.names:
            self.names[path] = anchor_names(known, self.dialect)
        names = self.names[path]
        wanted = unquote(fragment)
        if not {fragment, wanted, f"user-content-{wanted}", wanted.removeprefix("user-content-")}.isdisjoint(names):
            return None
        if wanted.lower() in names:
            # Code hosts find names whatever their case; others may not, but nobody is sent astray by much.
            return None
        return (LinkFault.ANCHOR, path, self._nearest(names, wanted))

    def _nearest(self, names: dict[str, str], wanted: str) -> str:
        near = Names(names).nearest(wanted.lower(), cutoff=_LIKE) if self.targets.may_guess() else None
        return near or ""
