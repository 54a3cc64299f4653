"""Arguments of rules: a document or a set with its measures."""

from msgspec import Struct

from checkfirst.model.document import Document
from checkfirst.model.kinds import Purpose
from checkfirst.model.location import text_span
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.quotes import Quote
from checkfirst.model.set_measures import SetMeasures


class DocumentView(Struct, frozen=True, kw_only=True):
    """Argument of a rule about one document."""

    document: Document
    measures: DocumentMeasures
    purpose: Purpose

    @property
    def start(self) -> Quote:
        """The first line that is not blank; for a text without one, the size of the file at the first line."""
        size = Quote(span=text_span(0), text=f"({self.document.source.size:,} bytes)")
        return self.measures.first_line or size


class SetView(Struct, frozen=True, kw_only=True):
    """Argument of a rule about the set."""

    measures: SetMeasures
    purpose: Purpose
