"""The pages in Sphinx's toctrees, of whatever document: each of them is in the navigation of the site."""

import posixpath
import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.site import Site
from checkfirst.model.document import Document
from checkfirst.model.formats import Trait
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.reading.text.marks import Mark, has

#: The start of a toctree in reStructuredText and in MyST.
_RST = lazy_re.compile(r"^([ \t]*+)\.\.[ \t]++toctree::", re.MULTILINE)
_MYST = lazy_re.compile(
    r"^[ \t]*+(`{3,}+|:{3,}+|~{3,}+)\{toctree\}[^\n]*+\n((?:(?![ \t]*+\1)[^\n]*+\n)*+)(?=[ \t]*+\1)", re.MULTILINE
)
_TITLED = lazy_re.compile(r"<([^<>]+)>\s*$")
#: Characters of a document that are searched, and entries that are kept. Not measured.
_MOST: Final = 2_000_000
_MOST_ENTRIES: Final = 5_000
#: Characters of the longest entry: no path of a file system is as long.
_LONGEST: Final = 4_096


def toctree_pages(document: Document) -> tuple[str, ...]:
    """The targets in the toctrees of a document as written; with the option ``glob`` they are patterns."""
    if not has(document.text, Mark.TOCTREE):
        return ()
    text = document.text[:_MOST]
    blocks = [_indented(text, match) for match in _RST.finditer(text)] if Trait.TOCTREE in document.traits else []
    blocks += [match[2] for match in _MYST.finditer(text)]
    lines = [line.strip() for block in blocks for line in block.split("\n")]
    targets = (found[1] if (found := _TITLED.search(line)) else line for line in lines if line[:1] not in {"", ":"})
    return tuple(dict.fromkeys(target for target in targets if "://" not in target and len(target) <= _LONGEST))[
        :_MOST_ENTRIES
    ]


def _indented(text: str, start: re.Match[str]) -> str:
    """The lines below the start of a directive that are indented deeper than it."""
    deeper = re.compile(rf"(?:{re.escape(start[1])}[ \t]++\S[^\n]*+(?:\n|\Z)|[ \t]*+\n)*+")
    below = text.find("\n", start.end()) + 1
    found = deeper.match(text, below) if below else None
    return found[0] if found else ""


def in_toctrees(documents: Iterable[DocumentSummary], sites: Iterable[Site]) -> frozenset[str]:
    """The paths, without suffix, of the documents that a toctree of any document has.

    A target with a leading ``/`` is relative to the folder of the sources: that of a configuration, or without one any
    folder above the document.
    """
    documents = tuple(documents)
    stems = {document.path.rpartition(".")[0] for document in documents}
    roots = {site.content for site in sites}
    found: set[str] = set()
    for document in documents:
        for target in document.toctree:
            bases = [posixpath.dirname(document.path)]
            if target.startswith("/"):
                bases = [*roots, *map(str, PurePosixPath(document.path).parents)]
            for base in bases:
                path = posixpath.normpath(posixpath.join(base, target.strip("/")))
                if "*" in path or "[" in path or "?" in path:
                    found.update(stem for stem in stems if fnmatchcase(stem, path))
                found.update({path, path.rpartition(".")[0]} & stems)
    return frozenset(found)
