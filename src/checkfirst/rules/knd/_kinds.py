"""Shared by the rules on kinds."""

from checkfirst.model.document import Format
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.quotes import Quote

#: Formats that hold no prose.
NOT_PROSE = {Format.CODE, Format.DATA, Format.BINARY}
#: Lines that a finding quotes.
MOST_QUOTES = 3


def evidence_of(measures: DocumentMeasures) -> tuple[Quote, ...]:
    """The lines that contribute most to the document's kind, at most ``MOST_QUOTES``, or its first line."""
    quotes = measures.kind.evidence or tuple(q for q in (measures.first_line,) if q)
    return quotes[:MOST_QUOTES]
