"""What a document says of its own standing: superseded, obsolete, withdrawn."""

import re
from typing import Final

from checkfirst.measuring.content.versions import agree, declared_version, is_date, stated_version
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document
from checkfirst.model.measures import Trace, TraceKind

#: Lines with content from the top within which a document speaks of itself as a whole.
_TOP: Final = 40
_STANDING = re.compile(
    r"^\W{0,6}(?:superseded|obsoleted|replaced)[ -]by\b\W{0,8}\w"
    r"|^\W{0,6}status\W{1,8}(?:superseded|obsolete|obsoleted|replaced|withdrawn|retired)\b"
    r"|\bthis (?:document|specification|spec|proposal|page|version|standard|rfc|adr|decision) (?:is|was|has been) "
    r"(?:now )?(?:superseded|obsolete|obsoleted|replaced|withdrawn|retired)\b",
    re.IGNORECASE,
)
#: Under a heading "Status", the word alone on its line.
_HEADED = re.compile(r"^\W{0,6}status\W{0,4}$", re.IGNORECASE)
_WORD = re.compile(r"^\W{0,6}(?:superseded|obsolete|replaced|withdrawn)\b(?!\s+(?:the|an?)\b)", re.IGNORECASE)
_NOT_FILLED = re.compile(r"[<{|]|\[\s*\]|\bnone\b|\bn/a\b|\bif\b", re.IGNORECASE)


def find_other_version(document: Document, lines: Lines) -> list[Trace]:
    """The line that states a version other than the one in the document's own title."""
    wanted, stated = declared_version(document.title or ""), stated_version(document.text)
    if wanted is None or stated is None or is_date(wanted) or agree(wanted, stated[0]):
        return []
    return [Trace(kind=TraceKind.OTHER_VERSION, quote=quote(lines.texts, stated[1]))]


def find_status(lines: Lines) -> list[Trace]:
    """The first line that says that the document no longer holds, if there is one."""
    before = ""
    for n in lines.filled[:_TOP].tolist():
        text = lines.texts[n]
        said = _STANDING.search(text) or (_HEADED.match(before) and _WORD.match(text))
        # "Superseded by: none", "Status: draft | superseded": a form's choices are no answer.
        if said and not _NOT_FILLED.search(text):
            return [Trace(kind=TraceKind.SUPERSEDED, quote=quote(lines.texts, n))]
        before = text
    return []
