"""Documents that say that they are in force, though another one that is says that it replaces them."""

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.targets import Targets
from checkfirst.model.entries import Entry, OtherStanding, Standing
from checkfirst.model.set_measures import DocumentSummary

#: A field, or a sentence of one line, by which a document names what it replaces; not in part, nor what replaces it.
_REPLACES: Final = lazy_re.compile(
    r"^[\W_]{0,8}(?:this (?:record|decision|document|specification|proposal|adr|rfc) |dieser? \w{1,20} |cette? \w{1,20} )?"
    r"(?:supersedes|superseded documents?|replaces|obsoletes|ersetzt(?! durch)|löst ab|remplace(?!r|ment)|sustituye(?: a)?|reemplaza(?: a)?|sostituisce|substitui|vervangt|zastępuje|заменяет|取代|替代|置き換え)"
    r"(?! (?:by|parts?|section)\b)[\s:：*_|`]{0,8}(?:(?:the|adr|rfc|decision|record|den|die|das|la|le|el)[\s:-]{0,2}){0,2}[\d-]{0,6}[\s(]{0,2}\[",
    re.IGNORECASE,
)
#: Links to what it amends stand in such lines, too.
_IN_PART: Final = lazy_re.compile(
    r"\b(?:part(?:s|ly|ially)?|section|teilweise|partiellement|parcialmente|in parte)\b", re.IGNORECASE
)


def replaced_standings(documents: tuple[DocumentSummary, ...], targets: Targets) -> Iterator[OtherStanding]:
    """The replaced documents with the line of their successor that says so."""
    holding = {d.path: d.stated for d in documents if d.stated and d.stated.standing is Standing.HOLDS}
    for document in documents:
        if document.path not in holding:
            continue
        for link in document.links:
            line = link.quote.text
            # A second link of the line may be what the text goes on to speak of.
            if link.image or line.count("](") != 1 or not _REPLACES.match(line) or _IN_PART.search(line):
                continue
            found = targets.find(posixpath.dirname(document.path), link.target, document.path)
            stated = holding.get(found.file or "")
            if found.file and found.file != document.path and stated:
                entry = Entry(
                    index=document.path,
                    quote=link.quote,
                    title="",
                    target=link.target,
                    path=found.path,
                    exists=True,
                    file=found.file,
                    firm=False,
                )
                yield OtherStanding(entry=entry, listed_as=Standing.DEAD, stated=stated, replaced=True)
