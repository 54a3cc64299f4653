"""What the rules on strangers quote."""

from checkfirst.model.location import text_span
from checkfirst.model.measures import Quote
from checkfirst.model.set_measures import DocumentSummary


def first_lines(document: DocumentSummary) -> tuple[Quote, ...]:
    """Its first line, or its path where it has none, and the lines that say most about its kind."""
    first = document.first_line or Quote(span=text_span(0), text=document.path)
    return (first, *(q for q in document.kind.evidence[:2] if q.span != first.span))
