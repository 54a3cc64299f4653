"""Shared by the rules on kinds."""

from checkfirst.model.document import Format
from checkfirst.model.kinds import Group
from checkfirst.model.measures import DocumentMeasures, Quote

#: Formats that hold no prose.
NOT_PROSE = {Format.CODE, Format.DATA, Format.BINARY}
#: The message's words for a document whose group is known and whose kind is not.
GROUP_NAMES = {
    Group.ARTICLE: "an article",
    Group.DISCUSSION: "a discussion",
    Group.COMMERCE: "a shop page or notice",
    Group.LITERATURE: "a text from a book",
}
#: Lines that a finding quotes.
MOST_QUOTES = 3


def evidence_of(measures: DocumentMeasures) -> tuple[Quote, ...]:
    """The lines that contribute most to the document's kind, at most ``MOST_QUOTES``, or its first line."""
    quotes = measures.kind.evidence or tuple(q for q in (measures.first_line,) if q)
    return quotes[:MOST_QUOTES]
