"""What rules see."""

from dataclasses import dataclass

from checkfirst.model.document import Document
from checkfirst.model.kinds import Purpose
from checkfirst.model.location import text_span
from checkfirst.model.measures import DocumentMeasures, Quote
from checkfirst.model.set_measures import SetMeasures


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """What a rule about one document sees."""

    document: Document
    measures: DocumentMeasures
    purpose: Purpose

    @property
    def start(self) -> Quote:
        """The first line that says anything; the size of the file where none does."""
        bare = Quote(span=text_span(0), text=f"({self.document.source.size:,} bytes)")
        return self.measures.first_line or bare


@dataclass(frozen=True, slots=True, kw_only=True)
class SetView:
    """What a rule about the set sees."""

    measures: SetMeasures
    purpose: Purpose
