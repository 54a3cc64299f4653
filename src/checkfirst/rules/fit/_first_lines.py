"""Shared by the rules on documents that don't belong: the lines that they quote."""

from checkfirst.model.location import text_span
from checkfirst.model.quotes import Quote
from checkfirst.model.set_measures import DocumentSummary

#: Lines that are quoted beside the first.
_MOST_KIND_LINES = 2


def first_lines(document: DocumentSummary) -> tuple[Quote, ...]:
    """The document's first line, or its path where it has none, and the lines that contribute most to its kind."""
    first = document.first_line or Quote(span=text_span(0), text=document.path)
    return (first, *(q for q in document.kind.evidence[:_MOST_KIND_LINES] if q.span != first.span))
