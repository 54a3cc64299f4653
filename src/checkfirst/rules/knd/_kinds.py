"""What the rules on kinds ask and quote alike."""

from checkfirst.model.document import Format
from checkfirst.model.kinds import Group
from checkfirst.model.measures import DocumentMeasures, Quote

#: Formats that nobody writes prose in.
UNWRITTEN = {Format.CODE, Format.DATA, Format.BINARY}
#: What to call a document whose group is sure and whose kind is not.
GROUP_NAMES = {
    Group.ARTICLE: "an article",
    Group.DISCUSSION: "a discussion",
    Group.COMMERCE: "a shop page or notice",
    Group.LITERATURE: "a text from a book",
}


def evidence_of(measures: DocumentMeasures) -> tuple[Quote, ...]:
    """The lines that say most about the document's kind, or its first line; at most three."""
    quotes = measures.kind.evidence or tuple(q for q in (measures.first_line,) if q)
    return quotes[:3]
