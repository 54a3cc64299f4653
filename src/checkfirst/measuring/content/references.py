"""Documents that a text refers to by name, without a link: "see PLAN.md", "as defined in the wire-format spec"."""

import re
from typing import Final

from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait
from checkfirst.model.set_measures import Reference
from checkfirst.reading.formats import endings_of

#: Endings of documents that are referred to by name; a page of that name is mostly one that is made or elsewhere.
_SUFFIXES: Final = endings_of(Trait.LISTED, without=Trait.PAGE)
_ENDINGS: Final = "|".join(suffix.removeprefix(".") for suffix in _SUFFIXES)
_NAME = re.compile(rf"(?<![\w./\-@:])[A-Za-z0-9][\w./\-]{{0,80}}\.(?:{_ENDINGS})\b(?![\w/])")
#: What stands before a name that the reader is sent to.
_SENDS = re.compile(
    r"\b(?:see(?: also)?|refer(?:s|red)? to|(?:defined|described|specified|documented|explained|listed|given|found) in"
    r"|according to|(?:required|set) by|as per|read|consult|follows?)\s+(?:the\s+)?[\W_]{0,4}$",
    re.IGNORECASE,
)
#: A document by its title; in small letters, for standards of elsewhere are written large.
_TITLED = re.compile(
    r"\b(?:[Ss]ee(?: also)?|[Rr]efer(?:s|red)? to|(?:defined|described|specified|documented|explained) in|[Aa]ccording to)"
    r" (?:the|our) ((?:[a-z][a-z0-9-]+ ){1,3}(?:specification|spec|design document|design doc|requirements document|threat model))\b"
)
#: Words before "specification" that name no document.
_NO_TITLE_WORDS: Final = (
    "api language current original full following relevant existing formal new above next previous official same "
    "main latest core entire whole respective corresponding underlying proposed final draft feature this that "
    "complete detailed specification spec design document doc requirements threat model"
)
_NO_TITLE: Final = frozenset(_NO_TITLE_WORDS.split())
_MOST: Final = 200


def references(document: Document) -> tuple[Reference, ...]:
    """The documents that the text sends its reader to by name or title, outside code blocks and links."""
    filed, titled = any(suffix in document.text for suffix in _SUFFIXES), bool(_TITLED.search(document.text))
    if not (filed or titled):
        return ()
    lines = document.text.split("\n")
    code = {n for s in document.segments if s.role is Role.CODE for n in range(s.span.start_line - 1, s.span.end_line)}
    linked = {link.span.start_line for link in document.links}
    found = []
    for number, line in enumerate(lines):
        if number in code or number + 1 in linked:
            continue
        names = _named(line[:2_000]) if filed and any(suffix in line for suffix in _SUFFIXES) else []
        if titled:
            names += [match[1] for match in _TITLED.finditer(line[:2_000]) if title_words(match[1])]
        found += [Reference(name=n, quote=quote(lines, number)) for n in names]
    return tuple(found[:_MOST])


def _named(line: str) -> list[str]:
    """Names of files that the line sends its reader to."""
    return [m[0] for m in _NAME.finditer(line) if _SENDS.search(line[max(0, m.start() - 40) : m.start()])]


def title_words(name: str) -> set[str]:
    """The words of a title that say which document is meant; none for the name of a file."""
    return set() if name.endswith(_SUFFIXES) else set(re.split(r"[ -]", name)) - _NO_TITLE
