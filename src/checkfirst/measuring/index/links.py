"""Links between the documents of a set, and the broken ones among them. Nothing is fetched."""

import posixpath
import re
import unicodedata
from typing import Final
from urllib.parse import unquote

from checkfirst.measuring.index.anchors import names_in
from checkfirst.measuring.index.fuzzy_names import Names
from checkfirst.measuring.index.slugs import Dialect
from checkfirst.measuring.index.targets import Targets, TargetState, is_no_name, leads_elsewhere, written_path
from checkfirst.model.document import Anchor, Document, Link
from checkfirst.model.formats import Trait
from checkfirst.model.measures import Quote
from checkfirst.model.set_measures import BrokenLink, DocumentSummary, LinkFault, OutgoingLink
from checkfirst.safe_text import shortened

#: Number of first links of a document that are checked.
_MOST: Final = 50_000
#: Tabs of Material for MkDocs, snippets and includes: they add anchors that the text does not show.
_MORE_ANCHORS: Final = (
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
#: Fragments that every page has.
_EVERYWHERE: Final = {"", "top", "_top"}
#: Fragments for lines of a source file, as code hosts have them.
_LINES = re.compile(r"L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$")
#: Fragments for scripts and browsers, which name no anchor.
_SCRIPTED = re.compile(r"^(?:!|/|:~:|\?)")
#: Ratio of ``difflib`` from which another anchor is suggested. Not measured.
_SIMILAR: Final = 0.6


def outgoing_links(document: Document) -> tuple[OutgoingLink, ...]:
    """The links of a document whose targets may be files of the set, each with a quote of its line."""
    # In formats without lines of their own, links are quoted by their texts.
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
    """Whether the target may be a file of the set. A target with a backslash is taken for a formula."""
    return not (leads_elsewhere(target) or is_no_name(target) or "\\" in target)


def _quote(link: Link, lines: list[str]) -> Quote:
    """The quote of a link's line, or without ``lines`` of its text: see ``outgoing_links``."""
    inside = link.span.start_line <= len(lines)
    text = lines[link.span.start_line - 1] if inside else link.text or link.target
    return Quote(span=link.span, text=shortened(text))


def known_anchors(document: Document) -> tuple[Anchor, ...] | None:
    """The anchors of a document; ``None`` if its reader does not return them, or if tabs and includes add more."""
    if Trait.ANCHORS not in document.traits or any(sign in document.text for sign in _MORE_ANCHORS):
        return None
    return document.anchors


def broken_links(
    documents: tuple[DocumentSummary, ...], targets: Targets, dialects: tuple[Dialect, ...]
) -> tuple[BrokenLink, ...]:
    """The broken links of all documents, in the order of documents and lines; one for each target of a document."""
    anchors = _Anchors(documents, targets, dialects)
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
    """The fault of a link, the path of its target and the nearest name; ``None`` if nothing is wrong with it."""
    fragment = target.partition("#")[2]
    if not written_path(target):
        return anchors.fault(source, fragment)
    found = anchors.targets.find(posixpath.dirname(source), target)
    match found.state:
        case TargetState.OUTSIDE:
            return (LinkFault.OUTSIDE, None, "")
        case TargetState.MISSING:
            return (LinkFault.FILE, found.path, anchors.targets.nearest(found.path or ""))
        case _:
            return anchors.fault(found.file, fragment) if found.file else None


class _Anchors:
    """The anchor names of each document, made when the first link to the document is checked."""

    def __init__(self, documents: tuple[DocumentSummary, ...], targets: Targets, dialects: tuple[Dialect, ...]) -> None:
        self.targets = targets
        self.anchors = {document.path: document.anchors for document in documents}
        self.dialects = dialects
        self.names: dict[str, dict[str, str]] = {}

    def fault(self, path: str, fragment: str) -> tuple[LinkFault, str, str] | None:
        """The fault of a fragment, with the path and the nearest anchor; ``None`` if it exists or can't be checked."""
        if fragment in _EVERYWHERE or _LINES.match(fragment) or _SCRIPTED.match(fragment):
            return None
        known = self.anchors.get(path)
        if known is None:
            return None
        if path not in self.names:
            self.names[path] = names_in(known, self.dialects)
        names = self.names[path]
        wanted = unicodedata.normalize("NFC", unquote(fragment))
        if not {fragment, wanted, f"user-content-{wanted}", wanted.removeprefix("user-content-")}.isdisjoint(names):
            return None
        if wanted.lower() in names:
            # Code hosts ignore case; where it counts, the link still leads to the right document.
            return None
        return (LinkFault.ANCHOR, path, self._nearest(names, wanted))

    def _nearest(self, names: dict[str, str], wanted: str) -> str:
        """The anchor most similar to ``wanted``; empty if none is similar or too many were looked for."""
        near = Names(names).nearest(wanted.lower(), cutoff=_SIMILAR) if self.targets.may_guess() else None
        return near or ""
