"""Documents that a text refers to by name, without a link: "see PLAN.md", "as defined in wire-format.md"."""

import posixpath
import re
from collections import defaultdict
from pathlib import PurePosixPath
from typing import Final

from checkfirst.measuring.quoting import shortened
from checkfirst.model.document import Document, Role
from checkfirst.model.set_measures import AbsentDocument, DocumentSummary, Reference

_SUFFIXES: Final = (".md", ".rst", ".txt", ".pdf", ".docx", ".adoc")
_NAME = re.compile(r"(?<![\w./\-@:])[A-Za-z0-9][\w./\-]{0,80}\.(?:md|rst|txt|pdf|docx|adoc)\b(?![\w/])")
#: What stands before a name that the reader is sent to.
_SENDS = re.compile(
    r"\b(?:see(?: also)?|refer(?:s|red)? to|(?:defined|described|specified|documented|explained|listed|given|found) in"
    r"|according to|(?:required|set) by|as per|read|consult|follows?)\s+(?:the\s+)?[\W_]{0,4}$",
    re.IGNORECASE,
)
#: Names that every project has or makes, whatever the set.
_ANYWHERE: Final = frozenset(
    [
        "readme.md",
        "changelog.md",
        "contributing.md",
        "license.txt",
        "license.md",
        "requirements.txt",
        "robots.txt",
        "code_of_conduct.md",
        "security.md",
        "index.md",
        "file.md",
        "example.md",
        "foo.md",
        "bar.md",
        "test.md",
        "page.md",
        "cmakelists.txt",
        "llms.txt",
    ]
)
_MOST: Final = 200
#: Documents that must send their reader there, so that one example in one text makes no finding.
_FEWEST_SENDERS: Final = 2


def references(document: Document) -> tuple[Reference, ...]:
    """The files that the document sends its reader to by name, outside code blocks and links."""
    if not any(suffix in document.text for suffix in _SUFFIXES):
        return ()
    lines = document.text.split("\n")
    code = {n for s in document.segments if s.role is Role.CODE for n in range(s.span.start_line - 1, s.span.end_line)}
    linked = {link.line for link in document.links}
    found = []
    for number, line in enumerate(lines):
        if (
            number in code
            or document.source_line(number + 1) in linked
            or not any(suffix in line for suffix in _SUFFIXES)
        ):
            continue
        for match in _NAME.finditer(line[:2_000]):
            if _SENDS.search(line[max(0, match.start() - 40) : match.start()]):
                found.append(Reference(name=match[0], line=document.source_line(number + 1), quote=shortened(line)))
    return tuple(found[:_MOST])


def absent_documents(documents: tuple[DocumentSummary, ...], present: frozenset[str]) -> tuple[AbsentDocument, ...]:
    """Names that several documents send their reader to and that no file of the set bears."""
    names = {PurePosixPath(path).name.lower() for path in present}
    senders: dict[str, dict[str, Reference]] = defaultdict(dict)
    for document in documents:
        for reference in document.references:
            name = posixpath.basename(reference.name)
            if name.lower() not in names and name.lower() not in _ANYWHERE:
                senders[name].setdefault(document.id, reference)
    return tuple(
        AbsentDocument(name=name, references=tuple(sorted(sent.items())))
        for name, sent in sorted(senders.items())
        if len(sent) >= _FEWEST_SENDERS
    )
