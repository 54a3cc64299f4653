"""Files without text: what says why, and whether what they stand for is beside them."""

import posixpath
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from checkfirst.model.content import Textless
from checkfirst.model.document import Document
from checkfirst.model.location import text_span
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.quotes import Quote
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.path_parts import name_of, suffix_of

#: Empty files of one name, each beside another text, from which they are kept for their form. Not measured.
_MANY: Final = 5
#: Suffixes of programs and pages, which can stand for a text; a PDF or a picture is what the text was to be made from.
_RUN: Final = frozenset(
    [
        ".js",
        ".mjs",
        ".ts",
        ".jsx",
        ".tsx",
        ".py",
        ".rb",
        ".java",
        ".kt",
        ".go",
        ".rs",
        ".c",
        ".cpp",
        ".cs",
        ".swift",
        ".php",
        ".sql",
        ".sh",
        ".html",
        ".css",
    ]
)


def textless(document: Document, measures: DocumentMeasures) -> Textless | None:
    """What is known of a file without text; ``None`` for one with text."""
    if document.text.strip():
        return None
    size = document.source.size
    return Textless(
        size=size,
        format=document.format,
        named_format=document.named_format,
        media_type=document.spec.media_type,
        start=measures.first_line or Quote(span=text_span(0), text=f"({size:,} bytes)"),
        losses=tuple(loss.kind for loss in measures.losses),
    )


def said_beside(documents: tuple[DocumentSummary, ...], present: Iterable[str]) -> frozenset[str]:
    """The empty texts that stand beside a folder of their name, or beside a folder with a program of their name; and
    those of which there are many of one name, each in its own folder beside another text of its type."""
    empty = [d.path for d in documents if d.textless and d.textless.is_blank]
    if not empty:
        return frozenset()
    stand_for = _stand_for(present)
    filled: defaultdict[str, set[str]] = defaultdict(set)
    for document in documents:
        if not document.textless:
            filled[posixpath.dirname(document.path)].add(suffix_of(document.path))
    named: defaultdict[str, list[str]] = defaultdict(list)
    for path in empty:
        if suffix_of(path) in filled[posixpath.dirname(path)]:
            named[name_of(path)].append(path)
    many = {path for paths in named.values() if len(paths) >= _MANY for path in paths}
    return frozenset(path for path in empty if path in many or path.rpartition(".")[0] in stand_for)


def _stand_for(present: Iterable[str]) -> frozenset[str]:
    """The paths, without suffixes, of the texts for which a folder, or a program in one, can stand."""
    found: set[str] = set()
    for path in present:
        *folders, name = path.split("/")
        for depth, folder in enumerate(folders):
            found.add("/".join((*folders[:depth], folder.partition(".")[0])))
        stem, dot, suffix = name.rpartition(".")
        if folders and dot + suffix.lower() in _RUN:
            found.add("/".join((*folders[:-1], stem)))
    return frozenset(found)
