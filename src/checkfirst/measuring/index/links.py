"""Links between the documents of a set, and the broken ones among them. Nothing is fetched."""

import posixpath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.anchors import PageNames
from checkfirst.measuring.index.built_copies import without_built, without_copies
from checkfirst.measuring.index.demonstrations import is_demonstrated, latex_lines, shown_lines
from checkfirst.measuring.index.doubtful_forms import with_doubt
from checkfirst.measuring.index.fragments import Fragments
from checkfirst.measuring.index.generated_lists import generated_lines
from checkfirst.measuring.index.includes import makes_anchors
from checkfirst.measuring.index.kept_elsewhere import without_kept_elsewhere
from checkfirst.measuring.index.likely_dialects import dialects_of_unknown
from checkfirst.measuring.index.moved import is_beside_copies, without_moved
from checkfirst.measuring.index.own_ids import OwnIds
from checkfirst.measuring.index.target_forms import (
    corrected_address,
    gitbook_mark,
    is_host,
    is_no_name,
    is_template,
    leads_elsewhere,
    made_from,
    written_path,
)
from checkfirst.measuring.index.targets import Targets, TargetState
from checkfirst.measuring.index.unpublished import excluded_pages
from checkfirst.model.document import Anchor, Document, Link
from checkfirst.model.folder_names import is_kept_for_record, is_test_data
from checkfirst.model.form_names import is_form
from checkfirst.model.formats import Format, Trait
from checkfirst.model.index_names import FOLDER_PAGES
from checkfirst.model.links import BrokenLink, LinkFault, OutgoingLink
from checkfirst.model.losses import LossKind
from checkfirst.model.quotes import Quote
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.reading.text.asciidoc_places import has_certain_ids
from checkfirst.reading.text.marks import Mark, has
from checkfirst.safe_text import shortened

#: The label of a link reference definition (CommonMark).
_DEFINITION = lazy_re.compile(r" {0,3}\[([^\[\]\n^]{1,200})\]:[ \t]*\S")
#: Characters of a document that are searched for definitions. Not measured.
_MOST_SEARCHED: Final = 2_000_000
#: How most links begin that lead elsewhere.
_ADDRESS: Final = ("https://", "http://")
_LATEX: Final = "text/x-tex"
_ASCIIDOC: Final = "text/asciidoc"
#: A line of AsciiDoc for one of several outputs alone, in which its links hold.
_CONDITION: Final = lazy_re.compile(r"if(?:n?def|eval)::")
#: What a program puts a part of an address in place of, in the templates of pages.
_FILLED_IN: Final = lazy_re.compile(r"\{\{|\{%|<%|<\?|<<|\$\{")
#: Share of the links of a page that are such, from which it is a template. Not measured.
_MANY_FILLED_IN: Final = 0.4
#: Programs that make pages of XML.
_STYLES: Final = (".xsl", ".xslt")
#: Catalogues of gettext.
_CATALOGUES: Final = (".po", ".pot")


def outgoing_links(document: Document) -> tuple[OutgoingLink, ...]:
    """The links of a document whose targets may be files of the set, each with a quote of its line."""
    # In formats without lines of their own, links are quoted by their texts.
    if document.path.endswith((*_CATALOGUES, *_STYLES)):
        # The links of a translated page, or of pages that a program makes, which lie elsewhere.
        return ()
    if document.format is Format.HTML and _is_filled_in(document):
        # The pages that are made of it lie elsewhere.
        return ()
    inward = [link for link in document.links if _may_lead_within(link.target.strip(), document)]
    if not inward:
        return ()
    lines = document.text.split("\n") if document.line_map.is_identity else []
    is_markdown = document.format is Format.MARKDOWN
    labels = _labels(document, lines) if is_markdown else frozenset()
    made = generated_lines(document)
    is_asciidoc = document.spec.media_type == _ASCIIDOC
    if is_markdown:
        made |= latex_lines(document.text[:_MOST_SEARCHED]) | shown_lines(document.text[:_MOST_SEARCHED])
    return tuple(
        OutgoingLink(
            target=link.target.strip(),
            quote=_quote(link, lines),
            image=link.image,
            as_reference=_as_reference(link, labels),
        )
        for link in inward
        if link.span.start_line not in made
        and not (is_asciidoc and lines and _CONDITION.match(lines[link.span.start_line - 1]))
        and not (is_markdown and is_demonstrated(link.target.strip(), lines, link.span.start_line - 1))
    )


def _is_filled_in(document: Document) -> bool:
    """Whether a page is a template: a program fills in many of its addresses of files beside it.

    What a build left unfilled in a few of them, or in those of other sites, is a mistake of a page.
    """
    targets = [link.target for link in document.links if "://" not in link.target]
    filled = sum(_FILLED_IN.search(target) is not None for target in targets)
    return filled > 0 and filled >= _MANY_FILLED_IN * len(targets)


def _labels(document: Document, lines: list[str]) -> frozenset[str]:
    """The labels of the link reference definitions of a Markdown document, without regard to case."""
    if not has(document.text, Mark.DEFINITION):
        return frozenset()
    if not lines or len(document.text) > _MOST_SEARCHED:
        lines = document.text[:_MOST_SEARCHED].split("\n")
    found = [definition for line in lines if "]:" in line and (definition := _DEFINITION.match(line))]
    return frozenset(definition[1].strip().casefold() for definition in found)


def _as_reference(link: Link, labels: frozenset[str]) -> str:
    mark, target = "!" if link.image else "", link.target.strip()
    if address := corrected_address(target):
        return f"{mark}[{link.text}]({address})"
    return f"{mark}[{link.text}][{target}]" if target.casefold() in labels else ""


def _may_lead_within(target: str, document: Document) -> bool:
    """Whether the target may be a file of the set. A target with a backslash is taken for a formula."""
    if not target or target.startswith(_ADDRESS):
        return False
    if (Trait.EXTRACTED in document.traits or document.spec.media_type == _LATEX) and is_host(target):
        return False
    return not (leads_elsewhere(target) or is_no_name(target) or "\\" in target)


def _quote(link: Link, lines: list[str]) -> Quote:
    """The quote of a link's line, or without ``lines`` of its text: see ``outgoing_links``."""
    inside = link.span.start_line <= len(lines)
    text = lines[link.span.start_line - 1] if inside else link.text or link.target
    return Quote(span=link.span, text=shortened(text))


def known_anchors(document: Document) -> tuple[Anchor, ...] | None:
    """The anchors of a document; ``None`` if its reader does not return them, or if macros and included files may add more.

    What stands below a code block that is not closed is no heading any more: FIL011 says so.
    """
    if Trait.ANCHORS not in document.traits or makes_anchors(document):
        return None
    if any(loss.kind is LossKind.FENCE_NOT_CLOSED for loss in document.losses):
        return None
    is_certain = document.spec.media_type != _ASCIIDOC or has_certain_ids(document.text)
    return document.anchors if is_certain else None


def broken_links(documents: tuple[DocumentSummary, ...], targets: Targets) -> tuple[BrokenLink, ...]:
    """The broken links of all documents, in the order of documents and lines; one for each target of a document."""
    pages = {document.path: PageNames(document.anchors or ()) for document in documents}
    anchors = Fragments(documents, targets, pages, dialects_of_unknown(documents, targets, pages))
    excluded = excluded_pages((document.path for document in documents), targets.tree.sites)
    own_ids, found = OwnIds(targets.present, targets.tree.sites), []
    for document in documents:
        by_target: dict[str, list[OutgoingLink]] = {}
        for link in document.links:
            by_target.setdefault(gitbook_mark(link.target) or link.target, []).append(link)
        for links in by_target.values():
            target = links[0].target
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
                        in_doubt=is_form(document.path)
                        or is_kept_for_record(document.path)
                        or is_test_data(document.path)
                        or document.is_draft
                        or document.path in excluded
                        or bool(corrected_address(target))
                        or (kind is LinkFault.ANCHOR and (own_ids.may_have(path or "") or _is_joined(path, anchors))),
                    )
                )
    return with_doubt(
        without_kept_elsewhere(without_moved(without_built(without_copies(found), targets.present), targets), targets),
        documents,
        targets.present,
    )


def _is_joined(path: str | None, anchors: Fragments) -> bool:
    """Whether a build joins a page to others of which some may not be in the set."""
    return bool(path and anchors.parts.are_joined(path))


def _fault(source: str, target: str, anchors: Fragments) -> tuple[LinkFault, str | None, str] | None:
    """The fault of a link, the path of its target and the nearest name; ``None`` if nothing is wrong with it."""
    fragment = target.partition("#")[2]
    if not written_path(target):
        return anchors.fault(source, fragment, alone=True)
    if is_template(source) and not target.startswith("/"):
        return None
    folder = posixpath.dirname(source)
    found = anchors.targets.find(folder, target, source)
    match found.state:
        case TargetState.OUTSIDE:
            return (LinkFault.OUTSIDE, None, "")
        case TargetState.MISSING if is_beside_copies(source, folder, found.path or ""):
            return None
        case TargetState.MISSING if gitbook_mark(target):
            return (LinkFault.FILE, found.path, "")
        case TargetState.MISSING:
            nearest = anchors.targets.similar.nearest(found.path or "", folder)
            # A document is no hint for a link of its own.
            return (LinkFault.FILE, found.path, nearest if nearest != source else "")
        case _:
            # What a build puts into the headings of a template is not known.
            known = found.file and not made_from(found.file) and anchors.targets.is_sure_of(source, target, found.file)
            return _fault_of_place(found.file or "", target, fragment, anchors) if known else None


def _fault_of_place(file: str, target: str, fragment: str, anchors: Fragments) -> tuple[LinkFault, str, str] | None:
    """The fault of a fragment in the file that a target leads to; in any page of a folder for a link to the folder."""
    fault = anchors.fault(file, fragment)
    folder, name = posixpath.split(file)
    if fault is None or name not in FOLDER_PAGES or posixpath.basename(written_path(target)) == name:
        return fault
    pages = (posixpath.join(folder, other) for other in FOLDER_PAGES if other != name)
    beside = (page for page in pages if page in anchors.targets.documents)
    return None if any(anchors.fault(page, fragment) is None for page in beside) else fault
