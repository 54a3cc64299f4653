"""Statements of a document about its own status: superseded, obsolete, withdrawn, of another version."""

import re
from typing import Final

from checkfirst.measuring.content.versions import agree, declared_version, is_date, stated_version
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document
from checkfirst.model.measures import Trace, TraceKind

#: Number of first non-blank lines that are searched; further down, a status is mostly that of a part. Not measured.
_TOP: Final = 40
_STATUS = re.compile(
    r"^\W{0,6}(?:superseded|obsoleted|replaced)[ -]by\b\W{0,8}\w"
    r"|^\W{0,6}status\W{1,8}(?:superseded|obsolete|obsoleted|replaced|withdrawn|retired)\b"
    r"|\bthis (?:document|specification|spec|proposal|page|version|standard|rfc|adr|decision) (?:is|was|has been) "
    r"(?:now )?(?:superseded|obsolete|obsoleted|replaced|withdrawn|retired)\b",
    re.IGNORECASE,
)
#: A heading "Status", and a line below it.
_HEADING = re.compile(r"^\W{0,6}status\W{0,4}$", re.IGNORECASE)
_BELOW_HEADING = re.compile(r"^\W{0,6}(?:superseded|obsolete|replaced|withdrawn)\b(?!\s+(?:the|an?)\b)", re.IGNORECASE)
#: Placeholders and choices of a form: "Superseded by: none", "Status: draft | superseded".
_NOT_FILLED_IN = re.compile(r"[<{|]|\[\s*\]|\bnone\b|\bn/a\b|\bif\b", re.IGNORECASE)


def find_other_version(document: Document, lines: Lines) -> list[Trace]:
    """A trace of the line that states another version than the document's title; empty if there is none."""
    wanted, stated = declared_version(document.title or ""), stated_version(document.text)
    if wanted is None or stated is None or is_date(wanted) or agree(wanted, stated[0]):
        return []
    return [Trace(kind=TraceKind.OTHER_VERSION, quote=quote(lines.texts, stated[1]))]


def find_status(lines: Lines, outside: list[str]) -> list[Trace]:
    """A trace of the first line that says that the document is superseded or withdrawn; empty if there is none.

    ``outside`` are the lines without samples.
    """
    before = ""
    for n in lines.filled[:_TOP].tolist():
        text = outside[n]
        matched = _STATUS.search(text) or (_HEADING.match(before) and _BELOW_HEADING.match(text))
        if matched and not _NOT_FILLED_IN.search(text):
            return [Trace(kind=TraceKind.SUPERSEDED, quote=quote(lines.texts, n))]
        before = text
    return []
