"""Shared by the rules on kinds."""

from checkfirst.model.document import Format
from checkfirst.model.measures import DocumentMeasures, Quote

#: Formats that hold no prose.
NOT_PROSE = {Format.CODE, Format.DATA, Format.BINARY}
#: Folders in which site generators keep templates and parts of pages.
_PART_FOLDERS = {"_includes", "_layouts", "_partials", "_templates", "includes", "layouts", "partials", "snippets"}
#: Lines that a finding quotes.
MOST_QUOTES = 3


def evidence_of(measures: DocumentMeasures) -> tuple[Quote, ...]:
    """The lines that contribute most to the document's kind, at most ``MOST_QUOTES``, or its first line."""
    quotes = measures.kind.evidence or tuple(q for q in (measures.first_line,) if q)
    return quotes[:MOST_QUOTES]


def is_page_part(path: str) -> bool:
    """Whether a folder's name says that the file is a template or a part of pages, which a site generator fills."""
    return not _PART_FOLDERS.isdisjoint(path.lower().split("/")[:-1])
