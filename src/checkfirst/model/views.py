"""Arguments of rules: a document or a set with its measures."""

from dataclasses import dataclass

from checkfirst.model.document import Document
from checkfirst.model.kinds import Purpose
from checkfirst.model.location import text_span
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.quotes import Quote
from checkfirst.model.set_measures import SetMeasures


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """Argument of a rule about one document."""

    document: Document
    measures: DocumentMeasures
    purpose: Purpose

    @property
    def start(self) -> Quote:
        """The first line that is not blank; for a text without one, the size of the file at the first line."""
        size = Quote(span=text_span(0), text=f"({self.document.source.size:,} bytes)")
        return self.measures.first_line or size


@dataclass(frozen=True, slots=True, kw_only=True)
class SetView:
    """Argument of a rule about the set."""

    measures: SetMeasures
    purpose: Purpose
