"""Wiki links: ``[[Page Name]]``, ``[[Page#Heading|text]]`` and ``![[picture.png]]`` of Obsidian, Foam and the wikis of hosts.

They name a page by its file, its title or another name that it gives itself, whatever folder it is in. Wikis have links
to pages that are still to be written, so that a missing one is told only where the set is plainly a wiki.
"""

import posixpath
from collections import defaultdict
from typing import Final
from urllib.parse import unquote

from checkfirst import lazy_re
from checkfirst.measuring.index.demonstrations import is_demonstrated
from checkfirst.measuring.index.includes import without_code
from checkfirst.measuring.index.target_forms import SOURCES_OF_LINKS, leads_elsewhere
from checkfirst.measuring.index.targets import Targets
from checkfirst.measuring.text.content_words import squashed
from checkfirst.measuring.text.normal_form import normalized
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document
from checkfirst.model.formats import Format
from checkfirst.model.links import BrokenLink, LinkFault, OutgoingLink
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.reading.text.marks import Mark, has

#: A link in double brackets. ``[[1]](#note)`` is a link of Markdown with brackets in its text; a blank after the brackets
#: is that of a condition of the shell.
_WIKI = lazy_re.compile(r"(?<![\[\\])(!?)\[\[([^\s\[\]{}<>][^\[\]{}<>\n]{0,299})\]\](?![\](])")
#: The sign between target and text, which a table needs a backslash before.
_BAR = lazy_re.compile(r"\\?\|")
_BETWEEN = lazy_re.compile(r"[\s_-]+")
#: Links of a document that are kept.
MOST: Final = 50_000
#: Fewest pages that wiki links lead to, and share of all targets that are there, from which the others are missing. Not
#: measured.
_FEWEST_FOUND: Final = 3
_MOSTLY: Final = 0.5


def wiki_links(document: Document) -> tuple[OutgoingLink, ...]:
    """The wiki links of a Markdown document outside code, each with a quote of its line."""
    if document.format is not Format.MARKDOWN or not has(document.text, Mark.WIKI):
        return ()
    lines = document.text.split("\n")
    found = []
    for number, line in enumerate(without_code(document).split("\n")):
        for mark, target in _WIKI.findall(line) if "[[" in line else ():
            if not is_demonstrated(f"[[{target}]]", lines, number):
                found.append(OutgoingLink(target=target.strip(), quote=quote(lines, number), image=bool(mark)))
    return tuple(found[:MOST])


class WikiPages:
    """The files of a set by the names that wiki links give them."""

    def __init__(self, documents: tuple[DocumentSummary, ...], targets: Targets) -> None:
        self._anchors = {document.path: document.anchors for document in documents}
        self._paths: defaultdict[str, list[str]] = defaultdict(list)
        for path in sorted(targets.present):
            name = posixpath.basename(path)
            for known in {_key(name), _key(_without_suffix(name))}:
                self._paths[known].append(path)
        for document in documents:
            for name in filter(None, (document.title, *document.names)):
                self._paths[_key(name)].append(document.path)

    def file(self, target: str, source: str) -> str | None:
        """The file that a wiki link of ``source`` leads to, its own for a heading alone; ``None`` if it is missing.

        Text and target stand in either order (Obsidian, Gollum).
        """
        for name in _names(target):
            if not name or leads_elsewhere(name):
                return source
            key = _key(_without_suffix(name))
            paths = self._paths.get(_key(posixpath.basename(name.rstrip("/"))), []) + self._paths.get(
                posixpath.basename(key), []
            )
            folder = posixpath.dirname(_key(name))
            inside = [
                path for path in paths if not folder or f"/{_key(posixpath.dirname(path))}".endswith(f"/{folder}")
            ]
            if found := inside or self._paths.get(_key(name)):
                return found[0]
        return None

    def has_heading(self, file: str, heading: str) -> bool:
        """Whether a file has a heading or an id of this name, or may have it."""
        anchors = self._anchors.get(file)
        wanted = _letters(heading)
        return not wanted or anchors is None or any(_letters(anchor.text) == wanted for anchor in anchors)


def linked_by_name(documents: tuple[DocumentSummary, ...], pages: WikiPages) -> frozenset[str]:
    """The paths of the documents that wiki links of others lead to."""
    return frozenset(
        file
        for document in documents
        for link in document.wiki_links
        if (file := pages.file(link.target, document.path)) and file != document.path
    )


def is_vault(documents: tuple[DocumentSummary, ...], pages: WikiPages) -> bool:
    """Whether the set is plainly a wiki: most of the pages that its wiki links name are there."""
    there: set[str] = set()
    absent: set[str] = set()
    for document in documents:
        for link in document.wiki_links:
            file = pages.file(link.target, document.path)
            if file is None:
                absent.add(_key(_names(link.target)[0]))
            else:
                there.update({file} - {document.path})
    return len(there) >= _FEWEST_FOUND and len(there) > _MOSTLY * (len(there) + len(absent))


def missing_pages(documents: tuple[DocumentSummary, ...], pages: WikiPages) -> tuple[BrokenLink, ...]:
    """The wiki links without a page or heading, one for each target of a document; none where few such links have one."""
    if not is_vault(documents, pages):
        return ()
    broken: dict[tuple[str, str], BrokenLink] = {}
    for document in documents:
        for link in document.wiki_links:
            file = pages.file(link.target, document.path)
            name, heading = _names(link.target)[0], _heading(link.target)
            if file is None:
                fault = (LinkFault.FILE, name, name)
            else:
                if pages.has_heading(file, heading):
                    continue
                fault = (LinkFault.ANCHOR, f"{name}#{heading}", file)
            key = (document.path, fault[1])
            links = (*broken[key].links, link) if key in broken else (link,)
            broken[key] = _broken(document.path, fault, links)
    return tuple(broken.values())


def _broken(path: str, fault: tuple[LinkFault, str, str], links: tuple[OutgoingLink, ...]) -> BrokenLink:
    kind, target, target_path = fault
    return BrokenLink(
        path=path, target=target, fault=kind, target_path=target_path, nearest="", links=links, in_doubt=True
    )


def _heading(target: str) -> str:
    """The innermost heading that a wiki link names; empty without one, and for a block."""
    part = next((part for part in _BAR.split(target) if "#" in part), "")
    heading = part.partition("#")[2].rpartition("#")[2].strip()
    return "" if heading.startswith("^") else heading


def _names(target: str) -> tuple[str, ...]:
    """The names of a page in what stands between the brackets, without headings and blocks."""
    return tuple(unquote(part).partition("#")[0].partition("^")[0].strip() for part in _BAR.split(target))


def _letters(text: str) -> str:
    """The letters and digits of a heading, on which all programs agree."""
    return squashed(unquote(text))


def _without_suffix(name: str) -> str:
    lower = name.lower()
    return next((name[: -len(suffix)] for suffix in SOURCES_OF_LINKS if lower.endswith(suffix)), name)


def _key(name: str) -> str:
    """A name without regard to case and to what stands between its words."""
    return _BETWEEN.sub(" ", normalized("NFC", name).strip("/ ")).casefold()
