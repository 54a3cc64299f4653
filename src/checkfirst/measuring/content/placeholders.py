"""Places that a specification's author left open: marks of questions, and lines that a tool wrote for later."""

import re
from typing import Final

from checkfirst.measuring.content.samples_in_text import without_samples
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document
from checkfirst.model.measures import Trace, TraceKind

#: A mark in brackets that asks, as folders of spec-driven development have it; a line that only says that it is to come.
_OPEN: Final = re.compile(
    r"\[(?:NEEDS? (?:CLARIFICATION|DECISION|INPUT|REVIEW)|OPEN QUESTION|TO BE (?:DECIDED|DEFINED|DETERMINED|CLARIFIED)|TBD|TBC|TODO)\b[^\]\n]{0,300}\]"
    r"|^\W*(?:TBD|TBC)\b(?:\W*$| - \S)",
    re.MULTILINE,
)
#: Signs of which every such place has one; most places of one document.
_SIGNS: Final = ("NEED", "OPEN Q", "TO BE ", "TBD", "TBC", "[TODO")
_MOST: Final = 20


def find_placeholders(document: Document, texts: list[str]) -> list[Trace]:
    """The first lines of a document, outside code, that are still open."""
    if not any(sign in document.text for sign in _SIGNS):
        return []
    found = (n for n, line in enumerate(without_samples(document, texts)) if _OPEN.search(line))
    return [Trace(kind=TraceKind.OPEN_PLACE, quote=quote(texts, n)) for n, _ in zip(found, range(_MOST), strict=False)]
